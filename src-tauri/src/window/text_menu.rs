//! The menu on a text: spelling and the clipboard, in our own words, and nothing of a browser.
//!
//! "Learn" is not among it: the checker would keep the word, which may be a name, in a plain file of
//! the home folder. WebKit's words are those of the system's language; ours are those of the window's.

use std::sync::{Mutex, PoisonError};

use contract::Language;
use tauri::{AppHandle, Manager as _, WebviewWindow};

/// The language of a window's menu on a text.
struct Spoken(Mutex<Language>);

/// From now on the menu on a text speaks this language.
pub fn speak(app: &AppHandle, language: Language) {
    // The first to say it makes its place.
    if !app.manage(Spoken(Mutex::new(language)))
        && let Some(spoken) = app.try_state::<Spoken>()
    {
        *spoken.0.lock().unwrap_or_else(PoisonError::into_inner) = language;
    }
}

/// Keeps the menu on a text short, and in the words of the catalogue.
#[cfg(target_os = "linux")]
pub fn keep_short(window: &WebviewWindow) {
    use webkit2gtk::WebViewExt as _;
    let app = window.app_handle().clone();
    let _ = window.with_webview(move |webview| {
        webview.inner().connect_context_menu(move |_, menu, _, _| {
            let spoken = app.try_state::<Spoken>();
            let language = spoken.map(|spoken| *spoken.0.lock().unwrap_or_else(PoisonError::into_inner));
            linux::shorten(menu, language.unwrap_or_default());
            // True: show none.
            webkit2gtk::ContextMenuExt::n_items(menu) == 0
        });
    });
}

/// Elsewhere the webview's own menu is shown; it searches nothing and prints nothing that the page's
/// policy does not allow. Untested.
#[cfg(not(target_os = "linux"))]
pub fn keep_short(_window: &WebviewWindow) {}

/// Shows no menu at all.
#[cfg(target_os = "linux")]
pub fn show_none(window: &WebviewWindow) {
    use webkit2gtk::WebViewExt as _;
    let _ = window.with_webview(|webview| {
        // True: show none.
        webview.inner().connect_context_menu(|_, _, _, _| true);
    });
}

/// Elsewhere the page refuses it. Untested.
#[cfg(not(target_os = "linux"))]
pub fn show_none(_window: &WebviewWindow) {}

#[cfg(target_os = "linux")]
mod linux {
    use contract::Language;
    use gio::prelude::{ActionExt as _, CastNone as _};
    use household::catalogue::{Say, Speaker};
    use webkit2gtk::{
        ContextMenu, ContextMenuAction as Action, ContextMenuExt as _, ContextMenuItem,
        ContextMenuItemExt as _,
    };

    /// What stays, and its words; what the spell checker proposes has its own.
    const KEPT: &[(Action, Option<Say>)] = &[
        (Action::SpellingGuess, None),
        (Action::NoGuessesFound, Some(Say::TextNoGuesses)),
        (Action::IgnoreSpelling, Some(Say::TextIgnoreSpelling)),
        (Action::Cut, Some(Say::TextCut)),
        (Action::Copy, Some(Say::TextCopy)),
        (Action::Paste, Some(Say::TextPaste)),
        (Action::Delete, Some(Say::TextDelete)),
        (Action::SelectAll, Some(Say::TextSelectAll)),
    ];

    /// What becomes of an item.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum Fate {
        Goes,
        Stays,
        Says(Say),
    }

    fn fate(action: Action) -> Fate {
        match KEPT.iter().find(|(kept, _)| *kept == action) {
            None => Fate::Goes,
            Some((_, None)) => Fate::Stays,
            Some((_, Some(words))) => Fate::Says(*words),
        }
    }

    /// Takes out what does not stay, and says the rest in our words. No separator is left over.
    pub(super) fn shorten(menu: &ContextMenu, language: Language) {
        let speaker = Speaker::of(language);
        let items = menu.items();
        menu.remove_all();
        let mut after_an_item = false;
        for item in items {
            if item.is_separator() {
                if after_an_item {
                    menu.append(&item);
                }
                after_an_item = false;
                continue;
            }
            match fate(item.stock_action()) {
                Fate::Goes => continue,
                Fate::Stays => menu.append(&item),
                Fate::Says(words) => menu.append(&saying(&item, &speaker.say(words))),
            }
            after_an_item = true;
        }
        if let Some(last) = menu.last().filter(|last| last.is_separator()) {
            menu.remove(&last);
        }
    }

    /// The same item with other words. Whether it can be chosen now is not among what WebKit copies.
    fn saying(item: &ContextMenuItem, words: &str) -> ContextMenuItem {
        let ours = ContextMenuItem::from_stock_action_with_label(item.stock_action(), words);
        let can_be_chosen = item.gaction().is_none_or(|action| action.is_enabled());
        if let Some(action) = ours.gaction().and_downcast::<gio::SimpleAction>() {
            action.set_enabled(can_be_chosen);
        }
        ours
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn nothing_of_a_browser_stays_and_no_word_is_learned() {
            for action in [
                Action::LearnSpelling,
                Action::InspectElement,
                Action::Reload,
                Action::GoBack,
                Action::GoForward,
                Action::Stop,
                Action::OpenLink,
                Action::OpenLinkInNewWindow,
                Action::DownloadLinkToDisk,
                Action::CopyLinkToClipboard,
                Action::OpenImageInNewWindow,
                Action::DownloadImageToDisk,
                Action::CopyImageToClipboard,
                Action::Unicode,
                Action::InputMethods,
                Action::InsertEmoji,
                Action::PasteAsPlainText,
                Action::Bold,
                Action::Custom,
                Action::NoAction,
            ] {
                assert_eq!(fate(action), Fate::Goes, "{action:?}");
            }
        }

        #[test]
        fn what_stays_speaks_our_language_and_the_checkers_words_are_its_own() {
            assert_eq!(fate(Action::SpellingGuess), Fate::Stays);
            let words: Vec<String> = KEPT
                .iter()
                .filter_map(|(action, _)| match fate(*action) {
                    Fate::Says(words) => Some(Speaker::of(Language::Nl).say(words)),
                    Fate::Goes | Fate::Stays => None,
                })
                .collect();
            assert_eq!(words.len(), KEPT.len() - 1);
            assert!(words.iter().all(|words| !words.contains(['&', '_'])), "a letter to press: {words:?}");
        }
    }
}
