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

/// What spellings of one name have in common, for names that came here in more than one way:
/// "Soufiane", "Sufyan" and "Soefian" are `~sufian`. Nothing for a word that is too short to say.
#[allow(dead_code, reason = "the build script and the library each use a part of this file")]
pub(crate) fn sound(folded: &str) -> Option<String> {
    const SHORTEST: usize = 5;
    const ALIKE: &[(&str, &str)] = &[
        ("sch", "s"),
        ("sh", "s"),
        ("ch", "s"),
        ("sj", "s"),
        ("ck", "k"),
        ("kh", "k"),
        ("gh", "g"),
        ("dh", "d"),
        ("th", "t"),
        ("ph", "f"),
        ("dj", "j"),
        ("ou", "u"),
        ("oe", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("ie", "i"),
        ("q", "k"),
        ("c", "k"),
        ("y", "i"),
        ("w", "u"),
    ];
    if folded.len() < SHORTEST || !folded.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut sound = String::with_capacity(folded.len() + 1);
    sound.push('~');
    let mut rest = folded;
    while let Some(first) = rest.get(..1) {
        let alike = ALIKE.iter().find_map(|(from, to)| rest.strip_prefix(from).map(|rest| (*to, rest)));
        let (heard, after) = alike.unwrap_or((first, &rest[1..]));
        if !sound.ends_with(heard) {
            sound.push_str(heard);
        }
        rest = after;
    }
    let heard = sound.trim_end_matches(['e', 'h']).len();
    sound.truncate(heard);
    (sound.len() > SHORTEST).then_some(sound)
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

    #[test]
    fn spellings_of_one_name_sound_alike() {
        for (one, other) in
            [("soufiane", "sufyan"), ("youssef", "yusef"), ("chaima", "shayma"), ("hatice", "hatic")]
        {
            assert!(sound(one).is_some(), "{one}");
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_eq!(sound("ali"), None);
        assert_eq!(sound("m'hamed"), None);
    }
}
