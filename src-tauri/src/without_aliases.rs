//! What leaves the journal names nobody: where an alias in use stands in a text, words of the catalogue
//! take its place, the same for all of them or for each its own.

use std::ops::Range;

use crate::journal::words_of;

/// The aliases in use, and what is said instead of each.
pub struct WithoutAliases {
    aliases: Vec<Alias>,
}

/// An alias as a text is looked through for it.
struct Alias {
    /// Its words as texts are compared; none where it has no letter and no digit.
    words: Vec<String>,
    /// The whole of it, for one without words.
    raw: String,
    /// What stands before its first word and after its last one, such as an emoji.
    around: (String, String),
    /// What is said in its place.
    instead: String,
}

impl Alias {
    /// None for one of white space, which would stand everywhere.
    fn of(alias: &str, instead: String) -> Option<Self> {
        let alias = alias.trim();
        let (words, places): (Vec<String>, Vec<Range<usize>>) = words_of(alias).unzip();
        let around = match (places.first(), places.last()) {
            (Some(first), Some(last)) => (alias[..first.start].to_owned(), alias[last.end..].to_owned()),
            _ => (String::new(), String::new()),
        };
        (!alias.is_empty()).then(|| Self { words, raw: alias.to_owned(), around, instead })
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
    pub fn of(aliases: Vec<String>, instead: &str) -> Self {
        Self::each(aliases.into_iter().map(|alias| (alias, instead.to_owned())))
    }

    /// For these aliases, each with what is said in its place.
    pub fn each(aliases: impl IntoIterator<Item = (String, String)>) -> Self {
        let aliases = aliases.into_iter().filter_map(|(alias, instead)| Alias::of(&alias, instead));
        Self { aliases: aliases.collect() }
    }

    /// A text in which no alias stands any more.
    pub fn apply(&self, text: &str) -> String {
        let mut said = String::with_capacity(text.len());
        let mut rest = 0;
        for (place, alias) in self.places(text) {
            said.push_str(&text[rest..place.start]);
            // What stood there was perhaps no word, and so against one.
            if said.ends_with(char::is_alphanumeric) {
                said.push(' ');
            }
            say(&mut said, &self.aliases[alias].instead);
            rest = place.end;
            if text[rest..].starts_with(char::is_alphanumeric) {
                said.push(' ');
            }
        }
        said.push_str(&text[rest..]);
        said
    }

    /// Which of the aliases, by their places among those given, are said to stand in a text, in the order
    /// of the text.
    pub fn named<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        self.places(text).into_iter().map(|(_, alias)| self.aliases[alias].raw.as_str())
    }

    /// Where aliases stand, none of the places touching another's letters, and which alias each is. Two
    /// that share a word are one place, for of neither may a word stay: it is the longer one's, and of two
    /// as long the first's.
    fn places(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let words: Vec<_> = words_of(text).collect();
        let of_each = self.aliases.iter().enumerate();
        let mut places: Vec<_> = of_each
            .flat_map(|(which, alias)| alias.places(text, &words).into_iter().map(move |at| (at, which)))
            .collect();
        places.sort_by_key(|(place, which)| (place.start, std::cmp::Reverse(place.end), *which));
        let mut apart: Vec<(Range<usize>, usize)> = Vec::with_capacity(places.len());
        // How long the place is that gave a shared one its alias.
        let mut longest = 0;
        for (place, which) in places {
            match apart.last_mut().filter(|(before, _)| place.start < before.end) {
                Some((before, alias)) => {
                    before.end = before.end.max(place.end);
                    if place.len() > longest {
                        (longest, *alias) = (place.len(), which);
                    }
                }
                None => {
                    longest = place.len();
                    apart.push((place, which));
                }
            }
        }
        apart
    }
}

/// Says something in the place of an alias: at the beginning of a sentence with a capital.
fn say(said: &mut String, instead: &str) {
    let before = said.trim_end();
    let mut letters = instead.chars();
    match letters.next() {
        Some(first) if before.is_empty() || before.ends_with(['.', '!', '?', '…']) => {
            said.extend(first.to_uppercase());
            said.push_str(letters.as_str());
        }
        _ => said.push_str(instead),
    }
}

#[cfg(test)]
mod tests {
    use testkit::SeededRandomness;

    use super::*;

    fn without(aliases: &[&str], text: &str) -> String {
        let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
        WithoutAliases::of(aliases, "een inwoner").apply(text)
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
    fn each_alias_has_words_of_its_own() {
        let each = |aliases: &[(&str, &str)]| {
            let own = |(alias, instead): &(&str, &str)| ((*alias).to_owned(), (*instead).to_owned());
            WithoutAliases::each(aliases.iter().map(own))
        };
        let two = each(&[("Blauwe Reiger", "inwoner A"), ("stille beuk", "inwoner B")]);
        let text = "Stille Beuk kent blauwe reiger. Blauwe reiger zwijgt.";
        assert_eq!(two.apply(text), "Inwoner B kent inwoner A. Inwoner A zwijgt.");
        let named: Vec<_> = two.named(text).collect();
        assert_eq!(named, ["stille beuk", "Blauwe Reiger", "Blauwe Reiger"]);
        // Of two that share a word the longer one is meant.
        for aliases in [[("Reiger", "B"), ("Blauwe Reiger", "A")], [("Blauwe Reiger", "A"), ("Reiger", "B")]]
        {
            assert_eq!(each(&aliases).apply("met blauwe reiger en reiger"), "met A en B");
        }
        let chained = each(&[("oude beuk", "A"), ("beuk bij water", "B")]);
        assert_eq!(chained.apply("de oude beuk bij water"), "de B");
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
            let said = WithoutAliases::of(aliases.clone(), "iemand").apply(&text);
            let words: Vec<_> = words_of(&said).collect();
            for alias in aliases.iter().filter_map(|alias| Alias::of(alias, String::new())) {
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
