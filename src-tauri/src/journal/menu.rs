//! The menu of the journal's window: short, and only what the window itself can do too.

use contract::{Language, MenuAction};
use tauri::{
    AppHandle, Wry,
    menu::{Menu, MenuItem, PredefinedMenuItem, Submenu},
};

use crate::catalogue::{Say, say};

/// What can be chosen: its id, its words, its keys, what it does. Text size comes with more than
/// one key on many keyboards, so the window listens to those itself.
const ITEMS: &[(&str, Say, &str, MenuAction)] = &[
    ("new-contact", Say::MenuNewContact, "CmdOrCtrl+N", MenuAction::NewContact),
    ("settings", Say::MenuSettings, "CmdOrCtrl+,", MenuAction::Settings),
    ("lock", Say::MenuLock, "CmdOrCtrl+L", MenuAction::Lock),
    ("quit", Say::MenuQuit, "CmdOrCtrl+Q", MenuAction::Quit),
    ("text-larger", Say::MenuTextLarger, "", MenuAction::TextLarger),
    ("text-smaller", Say::MenuTextSmaller, "", MenuAction::TextSmaller),
    ("text-normal", Say::MenuTextNormal, "CmdOrCtrl+0", MenuAction::TextNormal),
];

/// What a menu item does.
pub fn action(id: &str) -> Option<MenuAction> {
    ITEMS.iter().find(|(item, ..)| *item == id).map(|(.., action)| *action)
}

/// Makes the menu.
///
/// # Errors
/// When the toolkit cannot.
pub fn build(app: &AppHandle, language: Language) -> tauri::Result<Menu<Wry>> {
    let item = |id: &str| -> tauri::Result<MenuItem<Wry>> {
        let (id, words, keys, _) =
            ITEMS.iter().find(|(item, ..)| *item == id).copied().ok_or(tauri::Error::WindowNotFound)?;
        MenuItem::with_id(app, id, say(language, words), true, Some(keys).filter(|keys| !keys.is_empty()))
    };
    let file = Submenu::with_items(
        app,
        say(language, Say::MenuFile),
        true,
        &[
            &item("new-contact")?,
            &PredefinedMenuItem::separator(app)?,
            &item("settings")?,
            &PredefinedMenuItem::separator(app)?,
            &item("lock")?,
            &item("quit")?,
        ],
    )?;
    let view = Submenu::with_items(
        app,
        say(language, Say::MenuView),
        true,
        &[&item("text-larger")?, &item("text-smaller")?, &item("text-normal")?],
    )?;
    Menu::with_items(app, &[&file, &view])
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
