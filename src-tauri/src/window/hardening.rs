//! What a window is refused: everything that a journal has no use for.
//!
//! The table is that of the design's security notes, row by row, with what holds it here. All roles
//! are held alike but where it says so.
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
//! | other pages | `on_navigation` | [`super::open`] |
//! | other windows | `on_new_window`; script opens none | [`super::open`], `SWITCHES` |
//! | downloads | `on_download` | [`super::open`] |
//! | autofill | `general_autofill_enabled(false)`; WebKitGTK has none | [`super::open`] |
//! | the clipboard for scripts | `enable_clipboard_access` is not called; off again in the settings | `SWITCHES` |
//! | files dropped on the window | no handler of Tauri's; a drag that carries files or addresses is refused, text can be moved | [`super::open`], `refuse` |
//! | zoom by key or wheel | `zoom_hotkeys_enabled(false)`; text size is a setting | [`super::open`] |
//! | a browser's menu | our own, in our words; nothing is learned | [`super::text_menu`] |
//! | spell check | the journal only, on this machine; keys has nothing to check | `check_spelling` |
//! | printing | refused: a spool file is a copy in plain. What is to be on paper is saved as a page | `refuse` |
//! | camera, microphone, place, notifications, pointer | refused when asked; media and WebRTC off | `refuse`, `SWITCHES` |
//! | dialogs of a page, choosers for files and colours, filling the screen, signing in somewhere | refused when asked | `refuse`, `SWITCHES` |
//! | pings of links, looking up names ahead | off | `SWITCHES` |
//! | going back by gesture, pages kept for it | off: a page that was left is gone | `SWITCHES` |
//! | files by address, one reading another | off; such an address is no page of ours either | `SWITCHES` |
//! | plugins, sound, pictures in three dimensions | off | `SWITCHES` |
//! | caret browsing, which moves the keyboard out of fields | off; F7 is no key of ours | `SWITCHES` |
//! | what a page logs | not on standard output | `SWITCHES` |
//! | what is kept to sign in somewhere | not kept on disk | `refuse` |
//! | certificates | nothing is fetched over a network | |
//! | WebView2: arguments | none are set, for ours would take the place of wry's, which switch SmartScreen off. Untested | |
//! | WebView2: reputation checks, crash reports | not set: it takes an environment of one's own, which has never run here | |

use tauri::WebviewWindow;

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

/// Elsewhere the webview has what the window's own settings leave it. Untested.
#[cfg(not(target_os = "linux"))]
pub fn harden(_window: &WebviewWindow) {}

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

#[cfg(target_os = "linux")]
mod linux {
    use gio::prelude::ObjectExt as _;
    use gtk::{gdk, glib, prelude::WidgetExt as _};
    use webkit2gtk::{
        AuthenticationRequestExt as _, ColorChooserRequestExt as _, FileChooserRequestExt as _,
        PermissionRequestExt as _, Settings, WebContextExt as _, WebView, WebViewExt as _,
        WebsiteDataManagerExt as _,
    };

    /// The settings of WebKitGTK that are off in every window, by the names it has for them. A name
    /// that a version no longer has, or has for nothing, is left alone: what is gone cannot be on.
    const SWITCHES: &[&str] = &[
        "allow-file-access-from-file-urls",
        "allow-modal-dialogs",
        "allow-top-navigation-to-data-urls",
        "allow-universal-access-from-file-urls",
        "disable-web-security",
        "enable-back-forward-navigation-gestures",
        "enable-caret-browsing",
        "enable-developer-extras",
        "enable-dns-prefetching",
        "enable-encrypted-media",
        "enable-fullscreen",
        "enable-html5-database",
        "enable-html5-local-storage",
        "enable-hyperlink-auditing",
        "enable-java",
        "enable-media",
        "enable-media-capabilities",
        "enable-media-stream",
        "enable-mediasource",
        "enable-mock-capture-devices",
        "enable-offline-web-application-cache",
        "enable-page-cache",
        "enable-plugins",
        "enable-site-specific-quirks",
        "enable-webaudio",
        "enable-webgl",
        "enable-webrtc",
        "enable-write-console-messages-to-stdout",
        "javascript-can-access-clipboard",
        "javascript-can-open-windows-automatically",
    ];

    /// What a drag carries that is no text: files, and addresses of pages.
    const NO_TEXT: &[&str] =
        &["text/uri-list", "_NETSCAPE_URL", "text/x-moz-url", "application/x-kde4-urilist"];

    pub(super) fn switch_off(settings: &Settings) {
        for switch in SWITCHES {
            let is_there = |switch: &glib::ParamSpec| !switch.flags().contains(glib::ParamFlags::DEPRECATED);
            if settings.find_property(switch).as_ref().is_some_and(is_there) {
                settings.set_property(switch, false);
            }
        }
    }

    /// Says no to whatever a page may ask for.
    pub(super) fn refuse(view: &WebView) {
        // True, each time: it is dealt with, and nothing more happens.
        view.connect_print(|_, _| true);
        view.connect_permission_request(|_, request| {
            request.deny();
            true
        });
        view.connect_run_file_chooser(|_, request| {
            request.cancel();
            true
        });
        view.connect_run_color_chooser(|_, request| {
            request.cancel();
            true
        });
        view.connect_authenticate(|_, request| {
            request.cancel();
            true
        });
        view.connect_script_dialog(|_, _| true);
        view.connect_show_notification(|_, _| true);
        view.connect_enter_fullscreen(|_| true);
        // WebKit listens after everybody else. Without an action the other side never drops.
        view.connect_drag_motion(|_, drag, _, _, time| {
            let carries = drag.list_targets();
            let is_refused = !is_text(carries.iter().map(|kind| kind.name()));
            if is_refused {
                drag.drag_status(gdk::DragAction::empty(), time);
            }
            is_refused
        });
        if let Some(kept) = view.context().and_then(|context| context.website_data_manager()) {
            kept.set_persistent_credential_storage_enabled(false);
        }
    }

    /// Whether what is dragged is nothing but text.
    fn is_text(carries: impl IntoIterator<Item = impl AsRef<str>>) -> bool {
        !carries.into_iter().any(|kind| NO_TEXT.contains(&kind.as_ref()))
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_file_and_an_address_may_not_be_dropped_and_a_text_may() {
            assert!(is_text(["text/plain;charset=utf-8", "UTF8_STRING", "text/html"]));
            assert!(!is_text(["text/uri-list", "text/plain"]));
            assert!(!is_text(["text/plain", "_NETSCAPE_URL"]));
        }

        #[test]
        fn no_switch_is_there_twice_and_they_stand_in_order() {
            assert!(SWITCHES.is_sorted_by(|one, next| one < next));
        }
    }
}
