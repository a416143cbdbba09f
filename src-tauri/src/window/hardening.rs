//! What a window is refused: everything that a journal has no use for.
//!
//! The table is that of the design's security notes, row by row, with what holds it here. All roles
//! are held alike but where it says so. `SWITCHES` and `refuse` are those of `linux`, which is
//! tested; `windows` and `macos` are checked by the compiler and were never run, and what they ask of
//! an engine is no promise.
//!
//! | what | how | where |
//! |---|---|---|
//! | content from elsewhere, inline script | Content Security Policy | `tauri.conf.json`, `tidy:page-policy` |
//! | changed built-in objects | `freezePrototype` | `tauri.conf.json` |
//! | Tauri within reach of every script | `withGlobalTauri: false` | `tauri.conf.json` |
//! | commands of another role | one capability file per role, single commands, nothing of Tauri's own | `capabilities/`, `tidy:capabilities` |
//! | commands that nobody may call | not compiled in by us: each role registers its own table only. `removeUnusedCommands` does nothing without Tauri's own command line | `journal.rs`, `keys.rs` |
//! | the isolation pattern | not used: there is no script of others to isolate from | |
//! | storage on disk | `incognito`, but in a build for tests; local storage and databases off | [`super::open`], `SWITCHES` |
//! | the inspector | `devtools(false)`; off again in the settings | [`super::open`], `SWITCHES` |
//! | other pages | `on_navigation`. Windows: what is at another address is answered with a 403. macOS: a list of rules | [`super::open`], `windows`, `macos` |
//! | other windows | `on_new_window`; script opens none | [`super::open`], `SWITCHES` |
//! | downloads | `on_download` | [`super::open`] |
//! | autofill | `general_autofill_enabled(false)`; WebKitGTK has none | [`super::open`] |
//! | the clipboard for scripts | `enable_clipboard_access` is not called; off again in the settings | `SWITCHES` |
//! | files dropped on the window | no handler of Tauri's; a drag that carries files or addresses is refused, text can be moved | [`super::open`], `refuse` |
//! | copying out of a walk-through | no menu; the keys for it and drags are refused; what comes on the clipboard or the selection all the same is emptied at once. Elsewhere than on Linux the page alone | `copy_nothing`, [`super::text_menu`], `clipboard` |
//! | pictures of a walk-through | `content_protected`, which Windows and macOS know; Linux has no such thing | [`super::open`] |
//! | zoom by key or wheel | `zoom_hotkeys_enabled(false)`; text size is a setting | [`super::open`] |
//! | a browser's menu | our own, in our words; nothing is learned | [`super::text_menu`] |
//! | spell check | the journal only, on this machine; keys has nothing to check | `check_spelling` |
//! | printing | refused: a spool file is a copy in plain. What is to be on paper is saved as a page | `refuse` |
//! | camera, microphone, place, notifications, pointer | refused when asked; media and WebRTC off. Windows: refused when asked | `refuse`, `SWITCHES`, `windows` |
//! | dialogs of a page, choosers for files and colours, filling the screen, signing in somewhere | refused when asked | `refuse`, `SWITCHES` |
//! | pings of links, looking up names ahead | off | `SWITCHES`, `elsewhere` |
//! | going back by gesture, pages kept for it | off: a page that was left is gone | `SWITCHES` |
//! | files by address, one reading another | off; such an address is no page of ours either | `SWITCHES` |
//! | plugins, sound, pictures in three dimensions | off | `SWITCHES` |
//! | caret browsing, which moves the keyboard out of fields | off; F7 is no key of ours | `SWITCHES` |
//! | what a page logs | not on standard output | `SWITCHES` |
//! | what is kept to sign in somewhere | not kept on disk | `refuse` |
//! | certificates | nothing is fetched over a network | |
//! | WebView2: arguments | wry's, which ours take the place of, and ours: nothing in the background, no names, a proxy that is not there | [`super::open`], `elsewhere` |
//! | WebView2: reputation checks | `IsReputationCheckingRequired` false | `windows` |
//! | WebView2: crash reports | not set: it takes an environment of one's own in the place of wry's, and one that fails leaves no window at all | |

#[cfg(any(windows, target_os = "macos", test))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

use tauri::WebviewWindow;

/// What WebView2 is started with; see the table.
#[cfg(windows)]
pub use elsewhere::arguments;

/// Takes away what a journal has no use for.
#[cfg(target_os = "linux")]
pub fn harden(window: &WebviewWindow) {
    use webkit2gtk::WebViewExt;
    let _ = window.with_webview(|webview| {
        let view = webview.inner();
        if let Some(settings) = WebViewExt::settings(&view) {
            linux::switch_off(&settings);
        }
        linux::refuse(&view);
    });
}

/// Takes away what a journal has no use for. The page has been asked for by then: until this, and
/// after it too, its policy and the engine's arguments are what keeps it here. Checked by the
/// compiler, never run.
#[cfg(windows)]
pub fn harden(window: &WebviewWindow) {
    let _ = window.with_webview(|webview| {
        let (controller, environment) = (webview.controller(), webview.environment());
        if let Err(error) = windows::refuse(&controller, &environment) {
            not_hardened(&error.code());
        }
    });
}

/// Takes away what a journal has no use for. The page has been asked for by then: until this, and
/// after it too, its policy is what keeps it here. Checked by the compiler,
/// never run.
#[cfg(target_os = "macos")]
pub fn harden(window: &WebviewWindow) {
    let role = window.label().to_owned();
    let _ = window.with_webview(move |webview| {
        if macos::refuse(webview.controller(), &role).is_none() {
            not_hardened(&"no-rules");
        }
    });
}

/// For who looks after the machine: nothing else says that one of several bolts is missing.
#[cfg(any(windows, target_os = "macos"))]
fn not_hardened(code: &dyn std::fmt::Display) {
    household::tell::line(&format!("webview-not-hardened ({code})"));
}

/// Nothing of what is shown in this window leaves it: not by a key, not by a drag. The page makes
/// nothing selectable and refuses to copy; this is the second bolt.
#[cfg(target_os = "linux")]
pub fn copy_nothing(window: &WebviewWindow) {
    let _ = window.with_webview(|webview| linux::copy_nothing(&webview.inner()));
}

/// Elsewhere the page alone refuses it. Untested.
#[cfg(not(target_os = "linux"))]
pub fn copy_nothing(_window: &WebviewWindow) {}

/// The platform's own checker, Dutch first. It is off in WebKitGTK until asked for, and wry does
/// not ask; elsewhere it follows the system.
#[cfg(target_os = "linux")]
pub fn check_spelling(window: &WebviewWindow) {
    use webkit2gtk::{WebContextExt as _, WebViewExt as _};
    let _ = window.with_webview(|webview| {
        if let Some(context) = webview.inner().context() {
            context.set_spell_checking_languages(&["nl_NL", "en_GB"]);
            context.set_spell_checking_enabled(true);
        }
    });
}

/// See above.
#[cfg(not(target_os = "linux"))]
pub fn check_spelling(_window: &WebviewWindow) {}
