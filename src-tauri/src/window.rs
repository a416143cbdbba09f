//! One window per role, with everything refused that a journal has no use for: [`hardening`] has the
//! table of it.

mod clipboard;
mod hardening;
#[cfg(target_os = "linux")]
mod helpers;
mod text_menu;

pub use text_menu::speak;

use std::{
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver},
    },
    thread,
    time::Duration,
};

use contract::Language;
use household::{
    Role,
    catalogue::{Say, say},
    tell,
};
use tauri::{
    AppHandle, Manager as _, Theme, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    webview::NewWindowResponse, window::Color,
};

/// Runs a role's windows until it ends. The context stands here once, for it holds every page.
pub fn run(builder: tauri::Builder<tauri::Wry>, language: Language) -> ExitCode {
    // What the system, a screen reader and the window's class call us is the app's name, not this
    // program's; said before the toolkit starts.
    #[cfg(target_os = "linux")]
    webkit2gtk::glib::set_prgname(Some("terugblik"));
    match builder.build(tauri::generate_context!()) {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell::line(&format!("{} ({error})", say(language, Say::NoWindow)));
            ExitCode::FAILURE
        }
    }
}

/// How a window comes on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appear {
    /// At once, as an empty sheet: the page comes onto it.
    AtOnce,
    /// When the role says so: it waits, warm, for a key.
    WhenTold,
}

/// Makes the window of a role.
///
/// # Errors
/// When the system cannot make it.
pub fn open(app: &AppHandle, role: Role, language: Language, appear: Appear) -> tauri::Result<WebviewWindow> {
    let page = format!("{}.html", role.name());
    let builder = WebviewWindowBuilder::new(app, role.name(), WebviewUrl::App(page.into()))
        .title(say(language, Say::WindowTitle))
        .inner_size(1180.0, 820.0)
        .min_inner_size(320.0, 400.0)
        .center()
        .visible(false)
        .devtools(false)
        .zoom_hotkeys_enabled(false)
        .general_autofill_enabled(false)
        .disable_drag_drop_handler()
        // No picture of it for another program, where the system can refuse that: not on Linux.
        .content_protected(role == Role::WalkThrough)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    #[cfg(windows)]
    let builder = builder.additional_browser_args(&hardening::arguments());
    // Nothing of a page is ever kept on disk. An incognito window cannot be automated, hence the
    // test-only feature.
    #[cfg(not(feature = "automation"))]
    let builder = builder.incognito(true);
    // Tauri makes an ordinary web context beside the incognito one and never uses it. What that one
    // leaves (salts, a list of hosts that is empty) need not outlive the session.
    #[cfg(target_os = "linux")]
    let builder = match household::runtime::folder() {
        Some(runtime) => builder.data_directory(runtime.join(&app.config().identifier)),
        None => builder,
    };
    let window = builder.build()?;
    hardening::harden(&window);
    // Until the first paint it has the colour of the page (`bg-document` of `tokens.css`), so that
    // nothing flashes.
    let paper = match window.theme() {
        Ok(Theme::Dark) => Color(0x1c, 0x1b, 0x19, 0xff),
        _ => Color(0xfa, 0xf8, 0xf4, 0xff),
    };
    window.set_background_color(Some(paper))?;
    if appear == Appear::AtOnce {
        show(&window);
    }
    // Nobody is helped by a checked passphrase, and dictionaries take their time to load.
    if role == Role::Journal {
        hardening::check_spelling(&window);
    }
    if role == Role::WalkThrough {
        // Whoever looks along takes nothing home.
        text_menu::show_none(&window);
        hardening::copy_nothing(&window);
        clipboard::forget_at_once();
        return Ok(window);
    }
    text_menu::speak(app, language);
    text_menu::keep_short(&window);
    clipboard::forget_after_a_while();
    Ok(window)
}

/// Whether a role's page runs; shared by its first command and its watch.
#[derive(Debug, Clone, Default)]
pub struct Running(Arc<AtomicBool>);

impl Running {
    /// The page has asked for something.
    pub fn say(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Loads the page once more when it has asked for nothing in time. A page that a fault kept from
    /// loading leaves an empty sheet, and an empty sheet tells nobody what to do. One that has asked
    /// is never loaded again: somebody may be typing on it.
    pub fn watch(&self, app: &AppHandle, role: Role) {
        const IN_TIME: Duration = Duration::from_secs(10);
        let (runs, app) = (Arc::clone(&self.0), app.clone());
        thread::spawn(move || {
            thread::sleep(IN_TIME);
            if !runs.load(Ordering::SeqCst)
                && let Some(window) = of(&app, role)
            {
                tell::line(&format!("{}: page-not-running", role.name()));
                let _ = window.reload();
            }
        });
    }
}

/// Brings a window on screen and to the front.
pub fn show(window: &WebviewWindow) {
    // A window that does not come to the front is no reason to stop.
    let _ = window.show();
    let _ = window.unminimize();
    let _ = window.set_focus();
}

/// What a window still holds of what was written, on its way out of memory.
#[must_use]
pub struct Forgetting(Receiver<bool>);

/// Has a window forget what was written: what was copied there leaves the clipboard, and the page's
/// process ends. It would end by itself with this one, but a page that hangs takes ten seconds for
/// that.
pub fn forget(app: &AppHandle, role: Role) -> Forgetting {
    let (forgets, forgotten) = mpsc::channel();
    let handle = app.clone();
    // A window that is gone has forgotten.
    let _ = app.run_on_main_thread(move || {
        let was_copied = clipboard::forget_now();
        if let Some(window) = of(&handle, role) {
            end_page(&window);
        }
        let _ = forgets.send(was_copied);
    });
    Forgetting(forgotten)
}

impl Forgetting {
    /// Waits until it has, but not for a window that is busy; and a moment longer where something had
    /// been copied: a desktop that keeps copies asks this process for the new one, which is empty.
    pub fn wait(self) {
        const BUSY: Duration = Duration::from_millis(100);
        const ASKED: Duration = Duration::from_millis(100);
        if self.0.recv_timeout(BUSY) == Ok(true) {
            thread::sleep(ASKED);
        }
        // WebKit does not end a page that is still starting, and a window that waits for a page that
        // hangs ends nothing: such a page would not even notice that this process is gone.
        #[cfg(target_os = "linux")]
        helpers::end();
    }
}

#[cfg(target_os = "linux")]
fn end_page(window: &WebviewWindow) {
    use webkit2gtk::WebViewExt as _;
    let _ = window.with_webview(|webview| webview.inner().terminate_web_process());
}

/// Elsewhere it ends with its window. Untested.
#[cfg(not(target_os = "linux"))]
fn end_page(_window: &WebviewWindow) {}

/// The window of a role, once it is made.
pub fn of(app: &AppHandle, role: Role) -> Option<WebviewWindow> {
    app.get_webview_window(role.name())
}

/// Only our own pages: `tauri://localhost`, on Windows `http://tauri.localhost`.
fn is_ours(url: &tauri::Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Ends this process when its web process falls: half a role is no role, and the parent knows
/// what to say to the person.
#[cfg(target_os = "linux")]
pub fn when_page_falls(window: &WebviewWindow, then: impl Fn() + Send + 'static) {
    use webkit2gtk::WebViewExt as _;
    let _ = window.with_webview(move |webview| {
        webview.inner().connect_web_process_terminated(move |_, _| then());
    });
}

/// Elsewhere the webview restarts its page by itself. Untested.
#[cfg(not(target_os = "linux"))]
pub fn when_page_falls(_window: &WebviewWindow, _then: impl Fn() + Send + 'static) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_be_shown() {
        let ours = |address: &str| is_ours(&address.parse().expect("an address"));
        assert!(ours("tauri://localhost/journal.html"));
        for address in [
            "https://example.org/",
            "http://localhost/",
            "tauri://example.org/",
            "file:///etc/passwd",
            "data:text/html,<p>",
            "about:blank",
            "javascript:void(0)",
        ] {
            assert!(!ours(address), "{address}");
        }
    }
}
