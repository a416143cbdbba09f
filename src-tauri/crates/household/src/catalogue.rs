//! What Rust itself says to a person: menus, the window's name, the few lines on a terminal, and
//! the recovery page. The words are in `assets/i18n`, shared with the windows.

use contract::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

const NL: &str = include_str!("../../../../assets/i18n/nl.ftl");
const EN: &str = include_str!("../../../../assets/i18n/en.ftl");

/// Declares the messages that Rust uses, so that a test can ask for each.
macro_rules! messages {
    ($($(#[$doc:meta])+ $name:ident = $id:literal,)+) => {
        /// A message of the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Say {
            $($(#[$doc])+ $name,)+
        }

        impl Say {
            const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

messages! {
    /// The app runs already; its window comes to the front.
    AlreadyRunning = "native-already-running",
    /// The data folder cannot be used.
    FolderUnusable = "native-folder-unusable",
    /// A role's process does not start.
    RoleDoesNotStart = "native-role-does-not-start",
    /// The program of the roles is not where it belongs.
    ProgramMissing = "native-program-missing",
    /// A role was started by hand.
    RoleAlone = "native-role-alone",
    /// The window could not be made.
    NoWindow = "native-no-window",
    /// The name of the dialog that says why nothing was opened.
    NotConfinedTitle = "native-not-confined-title",
    /// Why nothing was opened, for the person and for who looks after the machine.
    NotConfined = "native-not-confined",
    /// How to start it.
    Usage = "native-usage",
    /// An argument that is not ours.
    UnknownArgument = "native-unknown-argument",
    /// The passphrase of the example journal.
    DemoReady = "native-demo-ready",
    /// The example journal could not be made.
    DemoFailed = "native-demo-failed",
    /// The name of the window.
    WindowTitle = "native-window-title",
    /// Menu.
    MenuFile = "native-menu-file",
    /// Menu.
    MenuNewContact = "native-menu-new-contact",
    /// Menu.
    MenuFreePage = "native-menu-free-page",
    /// Menu.
    MenuSettings = "native-menu-settings",
    /// Menu.
    MenuLock = "native-menu-lock",
    /// Menu.
    MenuQuit = "native-menu-quit",
    /// Menu.
    MenuEdit = "native-menu-edit",
    /// Menu.
    MenuUndo = "native-menu-undo",
    /// Menu.
    MenuRedo = "native-menu-redo",
    /// Menu.
    MenuCut = "native-menu-cut",
    /// Menu.
    MenuCopy = "native-menu-copy",
    /// Menu.
    MenuPaste = "native-menu-paste",
    /// Menu.
    MenuSelectAll = "native-menu-select-all",
    /// Menu.
    MenuSearch = "native-menu-search",
    /// Menu.
    MenuView = "native-menu-view",
    /// Menu.
    MenuTextLarger = "native-menu-text-larger",
    /// Menu.
    MenuTextSmaller = "native-menu-text-smaller",
    /// Menu.
    MenuTextNormal = "native-menu-text-normal",
    /// Menu.
    MenuFullScreen = "native-menu-full-screen",
    /// Menu.
    MenuGo = "native-menu-go",
    /// Menu.
    MenuToday = "native-menu-today",
    /// Menu.
    MenuEntries = "native-menu-entries",
    /// Menu.
    MenuBin = "native-menu-bin",
    /// Menu.
    MenuHelp = "native-menu-help",
    /// Menu.
    MenuHelpPage = "native-menu-help-page",
    /// The title of the dialog in which a second place for backups is pointed at.
    SecondPlaceTitle = "native-second-place-title",
    /// The title of the dialog in which a folder with backups is pointed at.
    FindBackupsTitle = "native-find-backups-title",
    /// Menu.
    MenuBackups = "native-menu-backups",
    /// What the system says to who asks what holds its sleep up.
    BeforeSleep = "native-before-sleep",
    /// The menu on a text.
    TextNoGuesses = "native-text-no-guesses",
    /// The menu on a text.
    TextIgnoreSpelling = "native-text-ignore-spelling",
    /// The menu on a text.
    TextCut = "native-text-cut",
    /// The menu on a text.
    TextCopy = "native-text-copy",
    /// The menu on a text.
    TextPaste = "native-text-paste",
    /// The menu on a text.
    TextDelete = "native-text-delete",
    /// The menu on a text.
    TextSelectAll = "native-text-select-all",
    /// The recovery page's name, and its file's.
    RecoveryTitle = "native-recovery-title",
    /// What the recovery page is for.
    RecoveryPurpose = "native-recovery-purpose",
    /// Where to keep the recovery page.
    RecoveryKeep = "native-recovery-keep",
    /// The day it was made.
    RecoveryMade = "native-recovery-made",
    /// The name of the file to save it in.
    RecoveryFile = "native-recovery-file",
}

/// The words of a message.
pub fn say(language: Language, message: Say) -> String {
    say_with(language, message, &[])
}

/// The words of a message with its variables filled in.
pub fn say_with(language: Language, message: Say, variables: &[(&'static str, &str)]) -> String {
    let mut arguments = FluentArgs::new();
    for (name, value) in variables {
        arguments.set(*name, *value);
    }
    words(language, message, &arguments).unwrap_or_else(|| message.id().to_owned())
}

fn words(language: Language, message: Say, arguments: &FluentArgs<'_>) -> Option<String> {
    let (tag, source) = match language {
        Language::Nl => ("nl", NL),
        Language::En => ("en", EN),
    };
    // A file with a fault still gives the messages around it; a test keeps faults out.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new(vec![tag.parse::<LanguageIdentifier>().ok()?]);
    // Both languages run from left to right: marks around variables would only be in the way.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(&resource);
    let pattern = bundle.get_message(message.id())?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_has_words_in_both_languages() {
        for message in Say::ALL {
            for language in [Language::Nl, Language::En] {
                let text = say_with(
                    language,
                    *message,
                    &[
                        ("passphrase", "p"),
                        ("folder", "f"),
                        ("day", "d"),
                        ("argument", "a"),
                        ("file", "b"),
                        ("code", "c"),
                    ],
                );
                assert_ne!(text, message.id(), "{language:?} lacks words for {message:?}");
            }
        }
    }

    #[test]
    fn both_catalogues_are_without_fault() {
        for source in [NL, EN] {
            let faults = FluentResource::try_new(source.to_owned()).err().map(|(_, faults)| faults);
            assert!(faults.is_none(), "{faults:?}");
        }
    }
}
