//! Text that people will read: what may not be in it, wherever it came from.

use crate::{error::Fault, words::Piece, words::pieces};

/// Whether a reader sees nothing of this character, or sees its neighbours elsewhere. Control
/// characters, zero-width ones, line and paragraph separators, and those that turn the direction
/// of writing ("Trojan Source", CVE-2021-42574).
pub(crate) fn hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Checks a text of one line for what no text of a pack may have.
pub(crate) fn check(key: &'static str, text: &str, most: usize) -> Result<(), Fault> {
    if text.trim().is_empty() {
        return Err(Fault::EmptyText { key });
    }
    if text.chars().nth(most).is_some() {
        return Err(Fault::TextTooLong { key, most });
    }
    if let Some(letter) = text.chars().find(|letter| hidden(*letter)) {
        return Err(Fault::HiddenCharacter { code_point: letter as u32 });
    }
    if text.contains(['<', '>']) || has_entity(text) {
        return Err(Fault::Markup);
    }
    Ok(())
}

/// Checks that braces pair and stand around something. Which names are known is asked later,
/// when the word tables are complete.
pub(crate) fn check_braces(text: &str) -> Result<(), Fault> {
    for piece in pieces(text) {
        match piece {
            Piece::Plain(_) => {}
            Piece::Placeholder(name) if name.trim().is_empty() => return Err(Fault::StrayBrace),
            Piece::Placeholder(_) => {}
            Piece::StrayBrace(_) => return Err(Fault::StrayBrace),
        }
    }
    Ok(())
}

/// `&amp;` and its like: harmless on our screens, but a sign of text made for a web page.
fn has_entity(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        let name = &text[at + 1..];
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#');
        end.is_some_and(|end| end > 0 && name[end..].starts_with(';'))
    })
}

/// The first forty characters of something from the file, for an error's data.
pub(crate) fn excerpt(text: &str) -> String {
    text.chars().filter(|letter| !hidden(*letter)).take(40).collect()
}
