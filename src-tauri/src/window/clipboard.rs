//! What was copied from our window is forgotten: half a minute later, and when the journal locks.
//!
//! The X server and a Wayland compositor forget the clipboard of a program that ends, but several
//! desktops keep a copy of it, and give that back when it is gone. So it is *emptied*: an empty text
//! takes its place, and the copy that such a desktop keeps is empty too. A history of the clipboard
//! that somebody has switched on is out of our hands. What merely is selected (the primary selection
//! of X11) goes with the selection.

#[cfg(target_os = "linux")]
pub use linux::{forget_after_a_while, forget_at_once, forget_now};

/// Elsewhere the clipboard is the system's, and who put something there cannot be told safely from
/// here. It is left as it is.
#[cfg(not(target_os = "linux"))]
pub fn forget_after_a_while() {}

/// As [`forget_after_a_while`].
#[cfg(not(target_os = "linux"))]
pub fn forget_at_once() {}

/// As [`forget_after_a_while`].
#[cfg(not(target_os = "linux"))]
pub fn forget_now() -> bool {
    false
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{cell::Cell, rc::Rc, time::Duration};

    use gtk::{
        Clipboard,
        gdk::{self, Atom, SELECTION_CLIPBOARD, SELECTION_PRIMARY, WindowType},
        glib,
        prelude::ObjectExt as _,
    };
    /// How long what was copied stays. Long enough to paste it where it was meant to go.
    const KEPT: Duration = Duration::from_secs(30);
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

    /// From now on nothing that this process puts on the clipboard stays there, nor what is merely
    /// selected: in a window of which nothing may be taken along. On the window's thread.
    pub fn forget_at_once() {
        for kind in [SELECTION_CLIPBOARD, SELECTION_PRIMARY] {
            let is_emptied = Cell::new(false);
            Clipboard::get(&kind).connect_local("owner-change", false, move |_| {
                // The emptying is a change too.
                if !is_emptied.replace(false) && is_ours_on(&kind) {
                    is_emptied.set(true);
                    empty_on(&kind);
                }
                None
            });
        }
    }

    /// Empties the clipboard if what is on it is ours; gives whether it was. On the window's thread.
    pub fn forget_now() -> bool {
        let was_ours = is_ours();
        if was_ours {
            empty();
        }
        was_ours
    }

    /// Whether this process put there what is on the clipboard. A window of another program is known
    /// here as a foreign one, if at all.
    fn is_ours() -> bool {
        is_ours_on(&SELECTION_CLIPBOARD)
    }

    fn is_ours_on(kind: &Atom) -> bool {
        gdk::selection_owner_get(kind).is_some_and(|owner| owner.window_type() != WindowType::Foreign)
    }

    fn empty() {
        empty_on(&SELECTION_CLIPBOARD);
    }

    fn empty_on(kind: &Atom) {
        Clipboard::get(kind).set_text("");
        if let Some(display) = gdk::Display::default() {
            display.flush();
        }
    }
}
