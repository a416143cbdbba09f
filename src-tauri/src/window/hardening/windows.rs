//! What WebView2 is refused on Windows, by its settings and its events. Checked by the compiler, never run.

#![allow(unsafe_code, reason = "WebView2 is COM, of which the bindings call everything unsafe")]

use webview2_com::{
    Microsoft::Web::WebView2::Win32::{
        COREWEBVIEW2_PERMISSION_STATE_DENY, COREWEBVIEW2_WEB_RESOURCE_CONTEXT_ALL,
        COREWEBVIEW2_WEB_RESOURCE_REQUEST_SOURCE_KINDS_ALL, ICoreWebView2, ICoreWebView2_22,
        ICoreWebView2Controller, ICoreWebView2Environment, ICoreWebView2Settings8,
    },
    PermissionRequestedEventHandler, WebResourceRequestedEventHandler, take_pwstr,
};
use windows::{
    Win32::System::Com::IStream,
    core::{Interface as _, PWSTR, Result, w},
};

use super::elsewhere::leads_away;

/// Says no to what leads away from our pages, and to whatever a page may ask for.
///
/// # Errors
/// When WebView2 is too old for one of them, or refuses; what came before it stands.
pub(super) fn refuse(
    controller: &ICoreWebView2Controller,
    environment: &ICoreWebView2Environment,
) -> Result<()> {
    // SAFETY: as all below: calls on living COM objects, on the thread that made them.
    let view = unsafe { controller.CoreWebView2()? };
    refuse_addresses(&view, environment)?;
    refuse_permissions(&view)?;
    tell_no_reputation(&view)
}

/// What is not ours is answered here, with a 403, before WebView2 asks a network. wry's own handler
/// answers our pages and calls and leaves the rest alone, as this one leaves ours: of two handlers
/// each is asked, so it does not matter which is first.
fn refuse_addresses(view: &ICoreWebView2, environment: &ICoreWebView2Environment) -> Result<()> {
    let environment = environment.clone();
    let handler = WebResourceRequestedEventHandler::create(Box::new(move |_, asked| {
        let Some(asked) = asked else { return Ok(()) };
        let mut address = PWSTR::null();
        // SAFETY: see `refuse`. WebView2 gives the text away, and `take_pwstr` frees it.
        unsafe {
            asked.Request()?.Uri(&raw mut address)?;
            if leads_away(&take_pwstr(address)) {
                let no =
                    environment.CreateWebResourceResponse(None::<&IStream>, 403, w!("Forbidden"), w!(""))?;
                asked.SetResponse(&no)?;
            }
        }
        Ok(())
    }));
    let mut token = 0;
    // SAFETY: see `refuse`.
    unsafe {
        view.add_WebResourceRequested(&handler, &raw mut token)?;
        match view.cast::<ICoreWebView2_22>() {
            // Workers too, and whatever stands in a frame.
            Ok(view) => view.AddWebResourceRequestedFilterWithRequestSourceKinds(
                w!("*"),
                COREWEBVIEW2_WEB_RESOURCE_CONTEXT_ALL,
                COREWEBVIEW2_WEB_RESOURCE_REQUEST_SOURCE_KINDS_ALL,
            ),
            Err(_) => view.AddWebResourceRequestedFilter(w!("*"), COREWEBVIEW2_WEB_RESOURCE_CONTEXT_ALL),
        }
    }
}

/// Camera, microphone, place, notifications and their kin, without a question.
fn refuse_permissions(view: &ICoreWebView2) -> Result<()> {
    let handler = PermissionRequestedEventHandler::create(Box::new(|_, asked| {
        // SAFETY: see `refuse`.
        asked.map_or(Ok(()), |asked| unsafe { asked.SetState(COREWEBVIEW2_PERMISSION_STATE_DENY) })
    }));
    let mut token = 0;
    // SAFETY: see `refuse`.
    unsafe { view.add_PermissionRequested(&handler, &raw mut token) }
}

/// No address of ours is shown to Microsoft to hear what is known about it.
fn tell_no_reputation(view: &ICoreWebView2) -> Result<()> {
    // SAFETY: see `refuse`.
    unsafe { view.Settings()?.cast::<ICoreWebView2Settings8>()?.SetIsReputationCheckingRequired(false) }
}
