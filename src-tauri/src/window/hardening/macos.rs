//! What WebKit is refused on macOS, by a list of rules. Checked by the compiler, never run.

#![allow(unsafe_code, reason = "WebKit is Objective-C, of which the bindings call everything unsafe")]

use std::ffi::c_void;

use block2::RcBlock;
use objc2::{MainThreadMarker, rc::Retained};
use objc2_foundation::{NSError, NSString};
use objc2_web_kit::{WKContentRuleList, WKContentRuleListStore, WKUserContentController};

use super::{elsewhere, not_hardened};

/// Has WebKit compile the rules, and adds them when it has: that takes it a moment. What it keeps of
/// them, under the role's name, are the rules and nothing of a person.
///
/// `controller` is the `WKUserContentController` of a window's webview; nothing when it is not, or
/// when WebKit has no place for rules.
pub(super) fn refuse(controller: *mut c_void, role: &str) -> Option<()> {
    let thread = MainThreadMarker::new()?;
    // SAFETY: Tauri hands the pointer of a webview that lives; from here on it is held.
    let controller = unsafe { Retained::retain(controller.cast::<WKUserContentController>()) }?;
    // SAFETY: on the main thread, as the marker says.
    let store = unsafe { WKContentRuleListStore::defaultStore(thread) }?;
    let compiled = RcBlock::new(move |rules: *mut WKContentRuleList, _: *mut NSError| {
        // SAFETY: WebKit hands a list that lives during this call, or none; on the main thread.
        match unsafe { rules.as_ref() } {
            // SAFETY: both live; the controller keeps the list.
            Some(rules) => unsafe { controller.addContentRuleList(rules) },
            None => not_hardened(&"no-rules"),
        }
    });
    let (name, rules) = (NSString::from_str(role), NSString::from_str(&elsewhere::rules()));
    // SAFETY: nothing is nil, and WebKit holds the block until it has called it.
    unsafe {
        store.compileContentRuleListForIdentifier_encodedContentRuleList_completionHandler(
            Some(&name),
            Some(&rules),
            Some(&compiled),
        );
    }
    Some(())
}
