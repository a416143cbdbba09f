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
