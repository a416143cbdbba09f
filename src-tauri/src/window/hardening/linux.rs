//! What WebKitGTK is refused on Linux, by its settings and its signals.

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
const NO_TEXT: &[&str] = &["text/uri-list", "_NETSCAPE_URL", "text/x-moz-url", "application/x-kde4-urilist"];

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

/// Refuses the keys that select or copy, and every drag: into a window without fields as out of it.
pub(super) fn copy_nothing(view: &WebView) {
    view.connect_key_press_event(|_, event| {
        if copies(event.keyval(), event.state()) {
            glib::Propagation::Stop
        } else {
            glib::Propagation::Proceed
        }
    });
    view.connect_drag_begin(|_, drag| drag.drag_abort(0));
    view.connect_drag_motion(|_, drag, _, _, time| {
        drag.drag_status(gdk::DragAction::empty(), time);
        true
    });
}

/// Whether a key press would select or copy what is shown.
fn copies(key: gdk::keys::Key, with: gdk::ModifierType) -> bool {
    use gdk::keys::constants as keys;
    let with_control = with.intersects(gdk::ModifierType::CONTROL_MASK | gdk::ModifierType::SUPER_MASK);
    let is_one =
        [keys::a, keys::A, keys::c, keys::C, keys::x, keys::X, keys::Insert, keys::KP_Insert].contains(&key);
    (with_control && is_one) || key == keys::Copy || key == keys::Cut
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
    fn the_keys_that_copy_are_refused_and_those_of_the_page_are_not() {
        use gdk::{ModifierType as With, keys::constants as keys};
        for key in [keys::c, keys::C, keys::x, keys::a, keys::Insert, keys::KP_Insert] {
            assert!(copies(key, With::CONTROL_MASK), "{key:?}");
            assert!(copies(key, With::CONTROL_MASK | With::SHIFT_MASK), "{key:?}");
            assert!(!copies(key, With::empty()), "{key:?}");
        }
        assert!(copies(keys::Copy, With::empty()) && copies(keys::Cut, With::empty()));
        for key in [keys::plus, keys::minus, keys::_0, keys::Right, keys::Escape, keys::Page_Down] {
            assert!(!copies(key, With::CONTROL_MASK) && !copies(key, With::empty()));
        }
    }

    #[test]
    fn no_switch_is_there_twice_and_they_stand_in_order() {
        assert!(SWITCHES.is_sorted_by(|one, next| one < next));
    }
}
