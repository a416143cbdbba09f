//! A text on one line, without anything that changes how the text around it reads.

/// Whether a text is on one line of at most so many characters.
///
/// It then holds no line break, no control character and no mark that turns the direction of the
/// text around it. An empty text fits.
pub(crate) fn fits(text: &str, most_characters: usize) -> bool {
    let misleads = |character: char| {
        character.is_control()
            || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().count() <= most_characters && !text.chars().any(misleads)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_line_is_short_and_does_not_mislead() {
        for text in ["", " Wat zei ik niet? ", "👩‍👩‍👧 é", "ééé"] {
            assert!(fits(text, 20), "{text:?}");
        }
        for text in
            ["twee\nregels", "tab\t", "nul\0", "om\u{202e}gekeerd", "re\u{2028}gel", "\u{2066}", "éééé"]
        {
            assert!(!fits(text, if text == "éééé" { 3 } else { 20 }), "{text:?}");
        }
    }
}
