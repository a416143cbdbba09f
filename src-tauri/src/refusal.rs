//! The `refusal` role: says on screen why nothing was opened. Most people start the app from a menu,
//! and nobody sees a line on a terminal then.
//!
//! It knows nothing and hears nothing, so it is the one role that may run where the system refuses
//! too little. What is missing it has tried for itself.

use std::process::ExitCode;

use confine::Refusal;
use household::{
    appearance,
    catalogue::{Say, say, say_with},
};
use rfd::{MessageDialog, MessageLevel};

/// Runs the role until the person closes the dialog.
pub fn run(confined: Result<(), Refusal>) -> ExitCode {
    if !there_is_a_screen() {
        return ExitCode::FAILURE;
    }
    let language = appearance::language_of_system();
    // What went wrong for another process may go well here; that too is something to pass on.
    let code = confined.map_or_else(|refusal| refusal.to_string(), |()| "not-seen-again".to_owned());
    MessageDialog::new()
        .set_level(MessageLevel::Error)
        .set_title(say(language, Say::NotConfinedTitle))
        .set_description(say_with(language, Say::NotConfined, &[("code", &code)]))
        .show();
    ExitCode::SUCCESS
}

/// The dialog waits for ever for a screen that is not there. Nobody else starts the toolkit in this
/// role, so that it is started here first is no matter.
#[cfg(target_os = "linux")]
fn there_is_a_screen() -> bool {
    gtk::init().is_ok()
}

#[cfg(not(target_os = "linux"))]
fn there_is_a_screen() -> bool {
    true
}
