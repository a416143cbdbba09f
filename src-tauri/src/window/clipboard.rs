//! What was copied from our window is forgotten: half a minute later, and when the journal locks.
//!
//! The X server and a Wayland compositor forget the clipboard of a program that ends, but several
//! desktops keep a copy of it, and give that back when it is gone. So it is *emptied*: an empty text
//! takes its place, and the copy that such a desktop keeps is empty too. A history of the clipboard
//! that somebody has switched on is out of our hands. What merely is selected (the primary selection
//! of X11) goes with the selection.

#[cfg(target_os = "linux")]
pub use linux::{forget_after_a_while, forget_copied};

/// What waits until the clipboard is emptied.
#[must_use]
pub struct Forgotten(#[cfg(target_os = "linux")] std::sync::mpsc::Receiver<bool>);

/// Elsewhere the clipboard is the system's, and who put something there cannot be told safely from
/// here. It is left as it is.
#[cfg(not(target_os = "linux"))]
pub fn forget_after_a_while() {}

/// As [`forget_after_a_while`].
#[cfg(not(target_os = "linux"))]
pub fn forget_copied(_app: &tauri::AppHandle) -> Forgotten {
    Forgotten()
}

#[cfg(not(target_os = "linux"))]
impl Forgotten {
    /// Nothing is waited for.
    pub fn wait(self) {}
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{cell::Cell, rc::Rc, sync::mpsc, thread, time::Duration};

    use gtk::{
        Clipboard,
        gdk::{self, SELECTION_CLIPBOARD, WindowType},
        glib,
        prelude::ObjectExt as _,
    };
    use tauri::AppHandle;

    use super::Forgotten;

    /// How long what was copied stays. Long enough to paste it where it was meant to go.
    const KEPT: Duration = Duration::from_secs(30);
    /// How long the end of this process waits for its window, which may be busy or gone.
    const WINDOW: Duration = Duration::from_millis(100);
    /// How long whoever keeps a copy has to read that there is none: it asks this process for it.
    const HEARD: Duration = Duration::from_millis(100);

    /// From now on: what this process puts on the clipboard goes after [`KEPT`], unless somebody else
    /// has put something there meanwhile. On the window's thread.
    pub fn forget_after_a_while() {
        // Each change of the clipboard has a number, and a timer of an older one does nothing.
        let changes = Rc::new(Cell::new(0_u64));
        let is_emptied = Rc::new(Cell::new(false));
        Clipboard::get(&SELECTION_CLIPBOARD).connect_local("owner-change", false, move |_| {
            let change = changes.get() + 1;
            changes.set(change);
            // The emptying is a change too.
            if !is_emptied.replace(false) && is_ours() {
                let (changes, is_emptied) = (Rc::clone(&changes), Rc::clone(&is_emptied));
                glib::timeout_add_local_once(KEPT, move || {
                    if changes.get() == change && is_ours() {
                        is_emptied.set(true);
                        empty();
                    }
                });
            }
            None
        });
    }

    /// Empties the clipboard now if what is on it is ours; the end of this process waits for it.
    pub fn forget_copied(app: &AppHandle) -> Forgotten {
        let (done, waiting) = mpsc::channel();
        // A window that is gone took its clipboard with it.
        let _ = app.run_on_main_thread(move || {
            let was_ours = is_ours();
            if was_ours {
                empty();
            }
            let _ = done.send(was_ours);
        });
        Forgotten(waiting)
    }

    impl Forgotten {
        /// Waits until it is emptied, and a moment longer if there was something to empty.
        pub fn wait(self) {
            if self.0.recv_timeout(WINDOW) == Ok(true) {
                thread::sleep(HEARD);
            }
        }
    }

    /// Whether this process put there what is on the clipboard. A window of another program is known
    /// here as a foreign one, if at all.
    fn is_ours() -> bool {
        gdk::selection_owner_get(&SELECTION_CLIPBOARD)
            .is_some_and(|owner| owner.window_type() != WindowType::Foreign)
    }

    fn empty() {
        Clipboard::get(&SELECTION_CLIPBOARD).set_text("");
        if let Some(display) = gdk::Display::default() {
            display.flush();
        }
    }
}
