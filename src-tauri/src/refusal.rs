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

/// Runs the role until the person closes the dialog.
pub fn run(confined: Result<(), Refusal>) -> ExitCode {
    let language = appearance::language_of_system();
    // What went wrong for another process may go well here; that too is something to pass on.
    let code = confined.map_or_else(|refusal| refusal.to_string(), |()| "not-seen-again".to_owned());
    show(&say(language, Say::NotConfinedTitle), &say_with(language, Say::NotConfined, &[("code", &code)]))
}

/// The toolkit's own dialog. The one that `rfd` makes of it waits for ever for a screen that is not
/// there. What is said can be selected and copied, for it is to be passed on.
#[cfg(target_os = "linux")]
fn show(title: &str, words: &str) -> ExitCode {
    use gtk::prelude::{
        Cast as _, ContainerExt as _, DialogExt as _, GtkWindowExt as _, LabelExt as _,
        MessageDialogExt as _, WidgetExt as _,
    };
    // What a screen reader calls us is the app's name, not this program's.
    gtk::glib::set_prgname(Some("terugblik"));
    if gtk::init().is_err() {
        return ExitCode::FAILURE;
    }
    let (kind, buttons) = (gtk::MessageType::Error, gtk::ButtonsType::Close);
    let dialog =
        gtk::MessageDialog::new(None::<&gtk::Window>, gtk::DialogFlags::empty(), kind, buttons, title);
    dialog.set_title(title);
    dialog.set_secondary_text(Some(words));
    if let Some(area) = dialog.message_area().dynamic_cast_ref::<gtk::Container>() {
        for child in area.children() {
            if let Some(label) = child.downcast_ref::<gtk::Label>() {
                label.set_selectable(true);
            }
        }
    }
    // The keyboard is on the button, or the first text would be selected as a whole.
    if let Some(button) = dialog.widget_for_response(gtk::ResponseType::Close) {
        button.grab_focus();
    }
    dialog.run();
    ExitCode::SUCCESS
}

/// Untested: nobody has run this, and nothing is refused there that could be missing.
#[cfg(not(target_os = "linux"))]
fn show(title: &str, words: &str) -> ExitCode {
    use rfd::{MessageDialog, MessageLevel};
    MessageDialog::new().set_level(MessageLevel::Error).set_title(title).set_description(words).show();
    ExitCode::SUCCESS
}
