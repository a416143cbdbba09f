//! What leaves the journal as a page names nobody: where an alias in use stands in a text, a word of
//! the catalogue takes its place.

use std::ops::Range;

use crate::journal::words_of;

/// The aliases in use, and what is said instead of each.
pub struct WithoutAliases {
    aliases: Vec<Alias>,
    instead: String,
}

/// An alias as a text is looked through for it.
struct Alias {
    /// Its words as texts are compared; none where it has no letter and no digit.
    words: Vec<String>,
    /// The whole of it, for one without words.
    raw: String,
    /// What stands before its first word and after its last one, such as an emoji.
    around: (String, String),
}

impl Alias {
    /// None for one of white space, which would stand everywhere.
    fn of(alias: &str) -> Option<Self> {
        let alias = alias.trim();
        let (words, places): (Vec<String>, Vec<Range<usize>>) = words_of(alias).unzip();
        let around = match (places.first(), places.last()) {
            (Some(first), Some(last)) => (alias[..first.start].to_owned(), alias[last.end..].to_owned()),
            _ => (String::new(), String::new()),
        };
        (!alias.is_empty()).then(|| Self { words, raw: alias.to_owned(), around })
    }

    /// Where it stands: as whole words, one after the other, in any case and with or without accents.
    /// One without a word stands where its characters do.
    fn places(&self, text: &str, words: &[(String, Range<usize>)]) -> Vec<Range<usize>> {
        if self.words.is_empty() {
            return text.match_indices(&self.raw).map(|(at, found)| at..at + found.len()).collect();
        }
        let (before, after) = (&self.around.0, &self.around.1);
        let windows = words.windows(self.words.len());
        let stands = windows.filter(|window| window.iter().map(|(word, _)| word).eq(&self.words));
        let places = stands.filter_map(|window| Some((window.first()?.1.start, window.last()?.1.end)));
        let whole = places.map(|(start, end)| {
            let start = if text[..start].ends_with(before) { start - before.len() } else { start };
            let end = if text[end..].starts_with(after) { end + after.len() } else { end };
            start..end
        });
        whole.collect()
    }
}

impl WithoutAliases {
    /// For these aliases. `instead` is said in the place of each, and begins with a capital where a
    /// sentence does.
    pub fn of(aliases: Vec<String>, instead: String) -> Self {
        Self { aliases: aliases.into_iter().filter_map(|alias| Alias::of(&alias)).collect(), instead }
    }

    /// A text in which no alias stands any more.
    pub fn apply(&self, text: &str) -> String {
        let words: Vec<_> = words_of(text).collect();
        let mut places: Vec<_> = self.aliases.iter().flat_map(|alias| alias.places(text, &words)).collect();
        places.sort_by_key(|place| place.start);
        let mut said = String::with_capacity(text.len());
        let mut rest = 0;
        let mut places = places.into_iter().peekable();
        while let Some(mut place) = places.next() {
            // Two that share a word go as one: of neither may a word stay.
            while let Some(next) = places.next_if(|next| next.start < place.end) {
                place.end = place.end.max(next.end);
            }
            said.push_str(&text[rest..place.start]);
            // What stood there was perhaps no word, and so against one.
            if said.ends_with(char::is_alphanumeric) {
                said.push(' ');
            }
            self.say(&mut said);
            rest = place.end;
            if text[rest..].starts_with(char::is_alphanumeric) {
                said.push(' ');
            }
        }
        said.push_str(&text[rest..]);
        said
    }

    fn say(&self, said: &mut String) {
        let before = said.trim_end();
        let mut letters = self.instead.chars();
        match letters.next() {
            Some(first) if before.is_empty() || before.ends_with(['.', '!', '?', '…']) => {
                said.extend(first.to_uppercase());
                said.push_str(letters.as_str());
            }
            _ => said.push_str(&self.instead),
        }
    }
}

#[cfg(test)]
mod tests {
    use testkit::SeededRandomness;

    use super::*;

    fn without(aliases: &[&str], text: &str) -> String {
        let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
        WithoutAliases::of(aliases, "een inwoner".to_owned()).apply(text)
    }

    #[test]
    fn an_alias_is_replaced_wherever_it_stands_as_whole_words_in_any_case() {
        for (alias, text, said) in [
            ("Blauwe Reiger", "Toen ik blauwe reiger belde.", "Toen ik een inwoner belde."),
            ("Blauwe Reiger", "BLAUWE-REIGER belde.", "Een inwoner belde."),
            ("Blauwe Reiger", "Bel eerst. Blauwe\u{a0}Reiger wacht.", "Bel eerst. Een inwoner wacht."),
            ("Élzenlaan", "Wat elzenlaan zei.", "Wat een inwoner zei."),
            ("elzenlaan", "Wat E\u{301}lzenlaan zei.", "Wat een inwoner zei."),
            ("👩‍👩‍👧", "Met 👩‍👩‍👧 praten", "Met een inwoner praten"),
            ("🙂", "bij🙂thuis", "bij een inwoner thuis"),
            ("🙂 Reiger", "Over 🙂 Reiger, en reiger.", "Over een inwoner, en een inwoner."),
            ("İnci", "Wat inci zei", "Wat een inwoner zei"),
            ("O’Neill", "bij o'neill thuis", "bij een inwoner thuis"),
            ("wolk", "wolk, wolk", "Een inwoner, een inwoner"),
        ] {
            assert_eq!(without(&[alias], text), said, "{alias}");
        }
    }

    #[test]
    fn what_is_no_alias_stays_to_the_letter() {
        let text = "Lichtblauwe reiger, of een  blauwe, oude reiger?\nWitte wolken. ";
        assert_eq!(without(&["Blauwe Reiger", "Wit", "Wolk", " "], text), text);
        assert_eq!(without(&[], text), text);
        assert_eq!(without(&["Wolk"], ""), "");
    }

    #[test]
    fn of_two_that_share_a_word_no_word_stays() {
        let text = "Ik sprak oude blauwe reiger weer.";
        for aliases in [["Oude Blauwe", "Blauwe Reiger"], ["Reiger", "Oude Blauwe Reiger"]] {
            assert_eq!(without(&aliases, text), "Ik sprak een inwoner weer.", "{aliases:?}");
        }
        assert_eq!(without(&["Blauwe Reiger", "Reiger"], "Ik zag reiger"), "Ik zag een inwoner");
    }

    #[test]
    fn of_any_aliases_in_any_text_none_stays_and_all_else_does() {
        const PIECES: [&str; 14] = [
            "Blauwe",
            "blauwe",
            "REIGER",
            "Re\u{301}iger",
            "wolk",
            "🙂",
            "🪶🙂",
            " ",
            "-",
            "\n",
            ". ",
            "’",
            "woord",
            "ß",
        ];
        let mut dice = SeededRandomness::new(8);
        let (mut replaced, mut rounds) = (0, 0);
        while rounds < 3_000 {
            let mut some = |most: usize| -> String {
                (0..=dice.below(most)).map(|_| PIECES[dice.below(PIECES.len())]).collect()
            };
            let aliases: Vec<String> = (0..3).map(|_| some(4)).collect();
            let text = some(14);
            let said = WithoutAliases::of(aliases.clone(), "iemand".to_owned()).apply(&text);
            let words: Vec<_> = words_of(&said).collect();
            for alias in aliases.iter().filter_map(|alias| Alias::of(alias)) {
                assert!(alias.places(&said, &words).is_empty(), "{aliases:?} in {text:?} gave {said:?}");
            }
            let is_named = words.iter().any(|(word, _)| word == "iemand");
            assert!(is_named || said == text, "{aliases:?} in {text:?} gave {said:?}");
            replaced += usize::from(is_named);
            rounds += 1;
        }
        assert!(replaced > 500 && replaced < rounds, "{replaced} of {rounds}");
    }
}
