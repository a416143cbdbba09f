//! What was learned as a page, to be taken to others: the rules of thumb that are used, the words with
//! two meanings, or the team card.
//!
//! It has what was written and nothing else: no day, no moment, no count, no alias.

use std::fmt::{Result as Written, Write as _};

use contract::{Failure, Language, PageSaved};
use household::catalogue::{Say, Speaker};
use zeroize::Zeroizing;

use crate::page::{self, escaped};

const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:42em;margin:2em auto;padding:0 1em}\
    h1{font-size:1.5em;line-height:1.2;margin:0 0 .5em}\
    h2{font-size:1.15em;margin:1.5em 0 .2em;break-after:avoid}\
    ul{margin:0;padding:0 0 0 1.2em}li{margin:0 0 .5em;break-inside:avoid}\
    table{border-collapse:collapse;width:100%}\
    th,td{border:1px solid;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
    li{white-space:pre-wrap;overflow-wrap:anywhere}";

/// What is on the page, without the aliases in use.
pub enum LearnedPage {
    /// The rules of thumb that are used.
    Rules(Vec<String>),
    /// The words with two meanings.
    Words(Vec<PageWord>),
    /// What stands on the team card by the names of its themes; none where there is no theme.
    TeamCard(Vec<(Option<String>, Vec<String>)>),
}

/// A word with two meanings.
pub struct PageWord {
    /// The word.
    pub word: String,
    /// What it means to the writer.
    pub mine: String,
    /// What it means to the other.
    pub theirs: String,
    /// Who the other is.
    pub whose: String,
}

impl PageWord {
    const fn columns(&self) -> [&String; 4] {
        [&self.word, &self.mine, &self.theirs, &self.whose]
    }
}

/// Asks where, and writes the page; nothing when the person closed the dialog.
///
/// # Errors
/// As [`page::save`].
pub fn save(language: Language, learned: &LearnedPage) -> Result<PageSaved, Failure> {
    let (title, file) = match learned {
        LearnedPage::Rules(_) => (Say::RulesSave, Say::RulesFile),
        LearnedPage::Words(_) => (Say::WordsSave, Say::WordsFile),
        LearnedPage::TeamCard(_) => (Say::TeamCardSave, Say::TeamCardFile),
    };
    page::save(language, title, file, || page(language, learned))
}

fn page(language: Language, learned: &LearnedPage) -> Zeroizing<String> {
    let speaker = Speaker::of(language);
    let mut html = Zeroizing::new(String::with_capacity(learned.bytes()));
    // Writing to a string cannot fail.
    let _ = match learned {
        _ if learned.is_empty() => writeln!(html, "<p>{}</p>", escaped(&speaker.say(Say::LearnedNothing))),
        LearnedPage::Rules(rules) => list(&mut html, rules),
        LearnedPage::Words(words) => table(&mut html, &speaker, words),
        LearnedPage::TeamCard(themes) => themes.iter().try_for_each(|(name, points)| {
            let name = name.clone().unwrap_or_else(|| speaker.say(Say::TeamCardNoTheme));
            writeln!(html, "<h2>{}</h2>", escaped(&name))?;
            list(&mut html, points)
        }),
    };
    let title = speaker.say(match learned {
        LearnedPage::Rules(_) => Say::RulesTitle,
        LearnedPage::Words(_) => Say::WordsTitle,
        LearnedPage::TeamCard(_) => Say::TeamCardTitle,
    });
    page::framed(language, &title, STYLE, &html)
}

fn list(html: &mut String, texts: &[String]) -> Written {
    writeln!(html, "<ul>")?;
    texts.iter().try_for_each(|text| writeln!(html, "<li>{}</li>", escaped(text)))?;
    writeln!(html, "</ul>")
}

fn table(html: &mut String, speaker: &Speaker, words: &[PageWord]) -> Written {
    writeln!(html, "<table>\n<thead>\n<tr>")?;
    for heading in [Say::WordsWord, Say::WordsMine, Say::WordsTheirs, Say::WordsWhose] {
        writeln!(html, "<th scope=\"col\">{}</th>", escaped(&speaker.say(heading)))?;
    }
    writeln!(html, "</tr>\n</thead>\n<tbody>")?;
    for word in words {
        let [name, rest @ ..] = word.columns();
        writeln!(html, "<tr>\n<th scope=\"row\">{}</th>", escaped(name))?;
        rest.iter().try_for_each(|text| writeln!(html, "<td>{}</td>", escaped(text)))?;
        writeln!(html, "</tr>")?;
    }
    writeln!(html, "</tbody>\n</table>")
}

impl LearnedPage {
    const fn is_empty(&self) -> bool {
        match self {
            Self::Rules(rules) => rules.is_empty(),
            Self::Words(words) => words.is_empty(),
            Self::TeamCard(themes) => themes.is_empty(),
        }
    }

    /// Room for the whole body at once: what grows leaves copies of it behind in memory.
    fn bytes(&self) -> usize {
        const AROUND: usize = 64;
        // A letter that is escaped takes five.
        let room = |text: &String| 5 * text.len() + AROUND;
        let texts = match self {
            Self::Rules(rules) => rules.iter().map(room).sum::<usize>(),
            Self::Words(words) => {
                words.iter().map(|word| AROUND + word.columns().into_iter().map(room).sum::<usize>()).sum()
            }
            Self::TeamCard(themes) => {
                let theme = |(name, points): &(Option<String>, Vec<String>)| {
                    let name = name.as_ref().map_or(0, room);
                    2 * AROUND + name + points.iter().map(room).sum::<usize>()
                };
                themes.iter().map(theme).sum::<usize>()
            }
        };
        // A heading of the table has a line of its own too.
        8 * AROUND + texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::tests::{clock_times, numbers, stands_alone, text};

    const BOTH: [Language; 2] = [Language::Nl, Language::En];

    fn own(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn word(columns: [&str; 4]) -> PageWord {
        let [word, mine, theirs, whose] = columns.map(str::to_owned);
        PageWord { word, mine, theirs, whose }
    }

    fn all() -> [LearnedPage; 3] {
        [
            LearnedPage::Rules(own(&["Eerst vragen & dan zeggen.", "<b>Stil zijn"])),
            LearnedPage::Words(vec![
                word(["stabiel", "geen <nieuwe> schuld", "hij slaapt", "wijkteam"]),
                word(["zorg", "", "", ""]),
            ]),
            LearnedPage::TeamCard(vec![
                (
                    Some("Ruimte geven".to_owned()),
                    own(&["Eerst bellen.\nDan pas een brief.", "Samen kijken"]),
                ),
                (None, own(&["<script>alert(1)</script>"])),
            ]),
        ]
    }

    #[test]
    fn each_stands_alone_and_what_was_written_is_text() {
        let expected: [&[&str]; 3] = [
            &["Vuistregels", "Eerst vragen &amp; dan zeggen.", "&lt;b&gt;Stil zijn"],
            &[
                "Woorden met twee betekenissen",
                "Woord",
                "Wat ik ermee bedoel",
                "Wat de ander ermee bedoelt",
                "Wie de ander is",
                "stabiel",
                "geen &lt;nieuwe&gt; schuld",
                "hij slaapt",
                "wijkteam",
                "zorg",
            ],
            &[
                "Teamkaart",
                "Ruimte geven",
                "Eerst bellen.",
                "Dan pas een brief.",
                "Samen kijken",
                "Zonder thema",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
            ],
        ];
        for (learned, expected) in all().iter().zip(expected) {
            for language in BOTH {
                let page = page(language, learned);
                stands_alone(&page);
                let text = text(&page);
                if language == Language::Nl {
                    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
                }
                assert_eq!(text.lines().count(), expected.len());
            }
        }
    }

    #[test]
    fn what_was_learned_holds_no_day_no_moment_and_no_count() {
        let empty = [LearnedPage::Rules(vec![]), LearnedPage::Words(vec![]), LearnedPage::TeamCard(vec![])];
        for language in BOTH {
            for learned in all().iter().chain(&empty) {
                let page = page(language, learned);
                assert_eq!(clock_times(&page), [""; 0]);
                assert!(numbers(&page).iter().all(|number| number == "1"), "{}", &*page);
                assert!(!page.contains("native-"), "{}", &*page);
            }
            for learned in &empty {
                let page = page(language, learned);
                assert_eq!(text(&page).lines().count(), 2, "a title, and that there is nothing");
            }
        }
    }

    #[test]
    fn there_is_room_for_all_of_it_at_once() {
        let many = "&".repeat(300);
        let words = || word([&many, &many, &many, &many]);
        let learned = [
            LearnedPage::Rules(vec![many.clone(); 9]),
            LearnedPage::Words(vec![words(), words(), words()]),
            LearnedPage::TeamCard(vec![
                (Some(many.clone()), vec![many.clone(); 9]),
                (None, vec![many.clone()]),
            ]),
        ];
        for learned in learned {
            let (room, page) = (learned.bytes(), page(Language::Nl, &learned));
            assert!(page.len() < room + 1_024, "{} bytes in {room}", page.len());
        }
    }
}
