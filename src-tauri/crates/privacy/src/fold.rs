//! One form for words that readers take for the same: lower case, without diacritics.
//!
//! The build script includes this file too, so that the lists and the text are folded alike.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// A word as the lists compare it: lower case, no diacritics, one kind of apostrophe and hyphen,
/// nothing invisible.
///
/// `"Renée"`, `"RENÉE"` and `"renee"` are one word; so are `"Ayşe"` and `"Ayse"`.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded word to a buffer that the caller uses again: a look-up allocates nothing.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        out[start..].make_ascii_lowercase();
        return;
    }
    // Letters come apart first ("é" is "e" and an accent), so that the accents can be left out.
    for c in text.nfd().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ĳ' => out.push_str("ij"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            'ə' => out.push('e'),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_read_alike_are_one() {
        for (text, word) in [
            ("Renée", "renee"),
            ("Rene\u{301}e", "renee"),
            ("Ayşe İpek Yıldız", "ayse ipek yildiz"),
            ("Łukasz", "lukasz"),
            ("M\u{2019}hamed", "m'hamed"),
            ("So\u{ad}fie", "sofie"),
            ("ĲSBRAND", "ijsbrand"),
            ("محمد", "محمد"),
            ("", ""),
        ] {
            assert_eq!(folded(text), word, "{text}");
        }
    }
}
