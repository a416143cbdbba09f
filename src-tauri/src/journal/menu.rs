//! The menu of the journal's window: short, and only what the window itself can do too.
//!
//! What a person chooses is the page's to do, and goes there as a [`MenuAction`]; what the platform
//! does (the clipboard, the full screen) is done here.

use contract::{Language, MenuAction};
use household::{
    Role,
    catalogue::{Say, Speaker},
};
use tauri::{
    AppHandle, Wry,
    menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu},
};

use crate::window;

/// What is done when a line of the menu is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    /// The page does it.
    Page(MenuAction),
    /// WebKit does it, by the name it has there.
    #[cfg(target_os = "linux")]
    Edit(&'static str),
    /// The window fills the screen, or no longer does.
    FullScreen,
}

/// A line of the menu.
enum Line {
    /// Something to choose: its id, its words, its keys, what it does.
    Item(&'static str, Say, &'static str, Does),
    /// Something that the toolkit knows by itself.
    #[cfg(not(target_os = "linux"))]
    Platform(Say, fn(&AppHandle, Option<&str>) -> tauri::Result<PredefinedMenuItem<Wry>>),
    /// A line between.
    Separator,
}

use Does::{FullScreen, Page};
use Line::{Item, Separator};

/// The menu as it stands on screen.
const MENU: &[(Say, &[Line])] = &[
    (Say::MenuFile, FILE),
    (Say::MenuEdit, EDIT),
    (Say::MenuView, VIEW),
    (Say::MenuGo, GO),
    (Say::MenuHelp, HELP),
];

const FILE: &[Line] = &[
    Item("new-contact", Say::MenuNewContact, "CmdOrCtrl+N", Page(MenuAction::NewContact)),
    Item("free-page", Say::MenuFreePage, "CmdOrCtrl+Shift+N", Page(MenuAction::FreePage)),
    Separator,
    Item("backups", Say::MenuBackups, "", Page(MenuAction::Backups)),
    Item("settings", Say::MenuSettings, "CmdOrCtrl+,", Page(MenuAction::Settings)),
    Separator,
    Item("lock", Say::MenuLock, "CmdOrCtrl+L", Page(MenuAction::Lock)),
    Item("quit", Say::MenuQuit, "CmdOrCtrl+Q", Page(MenuAction::Quit)),
];

/// GTK's own items for the clipboard press keys through the X server and need a library for it;
/// WebKit can simply be asked, and knows undo as well.
#[cfg(target_os = "linux")]
const EDIT: &[Line] = &[
    Item("undo", Say::MenuUndo, "Ctrl+Z", Does::Edit("Undo")),
    Item("redo", Say::MenuRedo, "Ctrl+Shift+Z", Does::Edit("Redo")),
    Separator,
    Item("cut", Say::MenuCut, "Ctrl+X", Does::Edit("Cut")),
    Item("copy", Say::MenuCopy, "Ctrl+C", Does::Edit("Copy")),
    Item("paste", Say::MenuPaste, "Ctrl+V", Does::Edit("Paste")),
    Item("select-all", Say::MenuSelectAll, "Ctrl+A", Does::Edit("SelectAll")),
    Separator,
    Item("search", Say::MenuSearch, "Ctrl+Shift+F", Page(MenuAction::Search)),
];

/// The toolkit's own: on macOS the keys work only because these items are there. Untested.
#[cfg(not(target_os = "linux"))]
const EDIT: &[Line] = &[
    Line::Platform(Say::MenuUndo, PredefinedMenuItem::undo),
    Line::Platform(Say::MenuRedo, PredefinedMenuItem::redo),
    Separator,
    Line::Platform(Say::MenuCut, PredefinedMenuItem::cut),
    Line::Platform(Say::MenuCopy, PredefinedMenuItem::copy),
    Line::Platform(Say::MenuPaste, PredefinedMenuItem::paste),
    Line::Platform(Say::MenuSelectAll, PredefinedMenuItem::select_all),
    Separator,
    Item("search", Say::MenuSearch, "CmdOrCtrl+Shift+F", Page(MenuAction::Search)),
];

/// Text size comes with more than one key on many keyboards, so the window listens to those itself.
const VIEW: &[Line] = &[
    Item("text-larger", Say::MenuTextLarger, "", Page(MenuAction::TextLarger)),
    Item("text-smaller", Say::MenuTextSmaller, "", Page(MenuAction::TextSmaller)),
    Item("text-normal", Say::MenuTextNormal, "CmdOrCtrl+0", Page(MenuAction::TextNormal)),
    Separator,
    Item("full-screen", Say::MenuFullScreen, "F11", FullScreen),
];

const GO: &[Line] = &[
    Item("today", Say::MenuToday, "Alt+Home", Page(MenuAction::Today)),
    Item("entries", Say::MenuEntries, "", Page(MenuAction::Entries)),
    Item("tried", Say::MenuTried, "", Page(MenuAction::Tried)),
    Item("sheets", Say::MenuSheets, "", Page(MenuAction::Sheets)),
    Item("walk-throughs", Say::MenuWalkThroughs, "", Page(MenuAction::WalkThroughs)),
    Item("looking-back", Say::MenuLookingBack, "", Page(MenuAction::LookingBack)),
    Item("learning", Say::MenuLearning, "", Page(MenuAction::Learning)),
    Item("handbook", Say::MenuHandbook, "", Page(MenuAction::Handbook)),
    Item("bin", Say::MenuBin, "", Page(MenuAction::Bin)),
];

const HELP: &[Line] = &[Item("help", Say::MenuHelpPage, "F1", Page(MenuAction::Help))];

/// Does what the platform does with a chosen line; what the page must do comes back.
pub fn chosen(app: &AppHandle, id: &str) -> Option<MenuAction> {
    match does(id)? {
        Page(action) => return Some(action),
        #[cfg(target_os = "linux")]
        Does::Edit(command) => edit(app, command),
        FullScreen => toggle_full_screen(app),
    }
    None
}

/// Makes the menu.
///
/// # Errors
/// When the toolkit cannot.
pub fn build(app: &AppHandle, language: Language) -> tauri::Result<Menu<Wry>> {
    let speaker = Speaker::of(language);
    let menu = Menu::new(app)?;
    for (name, lines) in MENU {
        let submenu = Submenu::new(app, speaker.say(*name), true)?;
        for line in *lines {
            submenu.append(&*make(app, &speaker, line)?)?;
        }
        menu.append(&submenu)?;
    }
    Ok(menu)
}

/// Puts the menu in another language.
pub fn rename(app: &AppHandle, language: Language) {
    let handle = app.clone();
    // A menu in the old language is a blemish, not a failure.
    let _ = app.run_on_main_thread(move || {
        if let Ok(menu) = build(&handle, language) {
            let _ = handle.set_menu(menu);
        }
    });
}

fn make(app: &AppHandle, speaker: &Speaker, line: &Line) -> tauri::Result<Box<dyn IsMenuItem<Wry>>> {
    Ok(match line {
        Item(id, words, keys, _) => {
            let keys = Some(*keys).filter(|keys| !keys.is_empty());
            Box::new(MenuItem::with_id(app, *id, speaker.say(*words), true, keys)?)
        }
        #[cfg(not(target_os = "linux"))]
        Line::Platform(words, item) => Box::new(item(app, Some(&speaker.say(*words)))?),
        Separator => Box::new(PredefinedMenuItem::separator(app)?),
    })
}

/// What a line does, by its id.
fn does(id: &str) -> Option<Does> {
    MENU.iter().flat_map(|(_, lines)| lines.iter()).find_map(|line| {
        if let Item(item, _, _, does) = line
            && *item == id
        {
            Some(*does)
        } else {
            None
        }
    })
}

/// Has WebKit do what it does for the same key.
#[cfg(target_os = "linux")]
fn edit(app: &AppHandle, command: &'static str) {
    use webkit2gtk::WebViewExt as _;
    if let Some(window) = window::of(app, Role::Journal) {
        // A window that is going needs no clipboard.
        let _ = window.with_webview(move |webview| webview.inner().execute_editing_command(command));
    }
}

fn toggle_full_screen(app: &AppHandle) {
    if let Some(window) = window::of(app, Role::Journal) {
        // A window manager that has no full screen leaves the window as it is.
        let _ = window.set_fullscreen(!window.is_fullscreen().unwrap_or(false));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn items() -> Vec<(&'static str, &'static str, Does)> {
        MENU.iter()
            .flat_map(|(_, lines)| lines.iter())
            .filter_map(
                |line| {
                    if let Item(id, _, keys, does) = line { Some((*id, *keys, *does)) } else { None }
                },
            )
            .collect()
    }

    #[test]
    fn no_two_lines_have_one_id_or_one_key() {
        let items = items();
        let ids: BTreeSet<_> = items.iter().map(|(id, ..)| id).collect();
        assert_eq!(ids.len(), items.len());
        let keys: Vec<_> = items.iter().map(|(_, keys, _)| keys).filter(|keys| !keys.is_empty()).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
    }

    #[test]
    fn every_line_is_found_by_its_id_and_nothing_else_is() {
        for (id, _, wanted) in items() {
            assert_eq!(does(id), Some(wanted));
        }
        assert_eq!(does("new-contact"), Some(Page(MenuAction::NewContact)));
        assert_eq!(does("no-such-line"), None);
    }

    #[test]
    fn in_a_language_no_two_menus_open_with_one_letter() {
        for language in [Language::Nl, Language::En] {
            let letters: BTreeSet<_> = MENU
                .iter()
                .map(|(name, _)| {
                    let words = Speaker::of(language).say(*name);
                    let (_, after) = words.split_once('&').expect("a letter to open it by");
                    after.chars().next().map(|letter| letter.to_ascii_lowercase())
                })
                .collect();
            assert_eq!(letters.len(), MENU.len(), "{language:?}: {letters:?}");
        }
    }
}
