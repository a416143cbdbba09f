//! The overview of an alias: all that is known under it, for somebody who has the right to see it.
//!
//! It is complete about the resident and says nothing in figures about the writer: no moment of a
//! day, no length of a sitting, no number of anything. It claims nothing about what the law says.

use std::fmt::Write as _;

use chrono::NaiveDate;
use contract::{Baggage, Failure, Mood, PageSaved, Settings};
use household::catalogue::{Say, Speaker};
use zeroize::Zeroizing;

use crate::page::{self, escaped};

const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:42em;margin:2em auto;padding:0 1em}\
    h1{font-size:1.5em;line-height:1.2;margin:0 0 .5em}\
    h2{font-size:1.15em;margin:0;break-after:avoid}\
    h3{font-size:1em;margin:1em 0 .2em;break-after:avoid}\
    p{margin:0 0 .5em}section{margin-top:1.5em;padding-top:1em;border-top:1px solid}\
    .said{white-space:pre-wrap;overflow-wrap:anywhere}";

/// All that is known under an alias.
pub struct Overview {
    /// The alias.
    pub alias: String,
    /// The day it is made.
    pub made_on: NaiveDate,
    /// The day on which the work was closed, if it was.
    pub closed_on: Option<NaiveDate>,
    /// Newest first, the bin included.
    pub entries: Vec<Written>,
}

/// One entry.
pub struct Written {
    /// The day of the contact.
    pub day: NaiveDate,
    /// The kind of contact, as a screen names it; none for a free page.
    pub kind: Option<String>,
    /// The name of its form, for a sheet.
    pub title: Option<String>,
    /// The day it was started.
    pub started_on: NaiveDate,
    /// Whether it is in the bin.
    pub in_bin: bool,
    /// The day on which it goes, if it has a term.
    pub goes_on: Option<NaiveDate>,
    /// The day on which it was last shown.
    pub shown_on: Option<NaiveDate>,
    /// The day on which it was last carried out before.
    pub carried_out_on: Option<NaiveDate>,
    /// Whether the contact was with a young person.
    pub young: bool,
    /// What the resident carried, where that is stored.
    pub baggage: Option<Baggage>,
    /// How the writer felt, where that is stored.
    pub mood: Option<Mood>,
    /// What was written, in the order of writing.
    pub said: Vec<Said>,
}

/// One text.
pub struct Said {
    /// What was asked.
    pub asked: Asked,
    /// What was written.
    pub text: String,
    /// The day it was written.
    pub written_on: NaiveDate,
}

/// What was asked.
pub enum Asked {
    /// A question, in the words it was asked with.
    Question(String),
    /// A question of one's own.
    Own(String),
    /// Nothing: a free page.
    Free,
    /// What to try, with the wording that it was asked with.
    Intention(Option<String>),
    /// What came of an intention, where that is still there.
    Outcome(Option<String>),
    /// How it was.
    Feeling,
    /// A field of a sheet, and the column where it has columns.
    Cell {
        /// What it asks.
        label: String,
        /// The name of the column.
        heading: Option<String>,
    },
    /// A day in a sheet; it is said in words instead of the text.
    Day {
        /// What it asks.
        label: String,
        /// The day.
        day: NaiveDate,
    },
    /// What was asked on the day on which a sheet asked.
    LookBack {
        /// The question.
        asks: String,
        /// The day.
        due: NaiveDate,
    },
    /// One of these, as it was frozen to walk through together: without aliases, and perhaps in other words.
    Frozen {
        /// What was asked.
        asked: Box<Asked>,
        /// For whom; empty where the writer did not say.
        for_whom: String,
        /// The day on which it was shown; none while it is only prepared.
        shown_on: Option<NaiveDate>,
    },
}

/// Asks where, and writes the page; nothing when the person closed the dialog.
///
/// # Errors
/// As [`page::save`].
pub fn save(settings: &Settings, overview: &Overview) -> Result<PageSaved, Failure> {
    page::save(settings.appearance.language, Say::OverviewTitle, Say::OverviewFile, || {
        page(settings, overview)
    })
}

fn page(settings: &Settings, overview: &Overview) -> Zeroizing<String> {
    let language = settings.appearance.language;
    let speaker = Speaker::in_words_of(language, settings.resident_word, settings.worker_word);
    let mut body = Body { speaker: &speaker, html: Zeroizing::new(String::with_capacity(overview.bytes())) };
    body.paragraph(&speaker.say_with(Say::OverviewAlias, &[("alias", &overview.alias)]));
    let mut about = body.on(Say::OverviewMade, overview.made_on);
    if let Some(closed_on) = overview.closed_on {
        about = format!("{about} {}", body.on(Say::OverviewClosed, closed_on));
    }
    body.paragraph(&about);
    for note in [Say::OverviewRights, Say::OverviewComplete, Say::OverviewCopy] {
        body.paragraph(&speaker.say(note));
    }
    for written in &overview.entries {
        body.written(written);
    }
    page::framed(language, &speaker.say(Say::OverviewTitle), STYLE, &body.html)
}

impl Overview {
    /// Room for the whole body at once: what grows leaves copies of it behind in memory.
    fn bytes(&self) -> usize {
        const AROUND: usize = 1_024;
        // A letter that is escaped takes five.
        let said = |said: &Said| 5 * (said.text.len() + said.asked.bytes()) + AROUND;
        let written =
            self.entries.iter().map(|written| AROUND + written.said.iter().map(said).sum::<usize>());
        5 * self.alias.len() + 4 * AROUND + written.sum::<usize>()
    }
}

impl Asked {
    fn bytes(&self) -> usize {
        match self {
            Self::Question(words)
            | Self::Own(words)
            | Self::Intention(Some(words))
            | Self::Outcome(Some(words))
            | Self::Day { label: words, .. }
            | Self::LookBack { asks: words, .. } => words.len(),
            Self::Cell { label, heading } => label.len() + heading.as_ref().map_or(0, String::len),
            Self::Frozen { asked, for_whom, .. } => asked.bytes() + for_whom.len(),
            Self::Free | Self::Feeling | Self::Intention(None) | Self::Outcome(None) => 0,
        }
    }
}

/// The body while it is written.
struct Body<'a> {
    speaker: &'a Speaker,
    html: Zeroizing<String>,
}

impl Body<'_> {
    fn written(&mut self, written: &Written) {
        let named: Vec<&str> =
            [&written.kind, &written.title].into_iter().flatten().map(String::as_str).collect();
        let kind = if named.is_empty() { self.speaker.say(Say::OverviewFreePage) } else { named.join(", ") };
        let day = self.day(written.day);
        // Writing to a string cannot fail.
        let _ = writeln!(self.html, "<section>\n<h2>{}: {}</h2>", escaped(&day), escaped(&kind));
        let about = self.about(written);
        self.paragraph(&about);
        for said in &written.said {
            let heading = escaped(&self.heading(&said.asked));
            let _ = writeln!(self.html, "<h3>{heading}</h3>");
            let text = escaped(&self.text(said));
            let _ = writeln!(self.html, "<p class=\"said\">{text}</p>");
            if said.written_on != written.started_on {
                let later = self.on(Say::OverviewWritten, said.written_on);
                self.paragraph(&later);
            }
        }
        if written.said.is_empty() {
            let nothing = self.speaker.say(Say::OverviewNothing);
            self.paragraph(&nothing);
        }
        self.html.push_str("</section>\n");
    }

    /// What there is to say about an entry besides its texts.
    fn about(&self, written: &Written) -> String {
        let mut lines = vec![self.on(Say::OverviewStarted, written.started_on)];
        let days =
            [(Say::OverviewShown, written.shown_on), (Say::OverviewCarriedOut, written.carried_out_on)];
        if days.iter().all(|(_, day)| day.is_none()) {
            lines.push(self.speaker.say(Say::OverviewPersonal));
        }
        let days = days.into_iter().chain([(Say::OverviewGoes, written.goes_on)]);
        lines.extend(days.filter_map(|(line, day)| day.map(|day| self.on(line, day))));
        let facts = [
            written.in_bin.then_some(Say::OverviewInBin),
            written.young.then_some(Say::OverviewYoung),
            written.baggage.map(|baggage| match baggage {
                Baggage::LifeStory => Say::OverviewLifeStory,
                Baggage::Criticism => Say::OverviewCriticism,
                Baggage::Both => Say::OverviewBoth,
                Baggage::Unknown => Say::OverviewUnknown,
            }),
            written.mood.map(|mood| match mood {
                Mood::Calm => Say::OverviewCalm,
                Mood::Touched => Say::OverviewTouched,
                Mood::Angry => Say::OverviewAngry,
                Mood::Proud => Say::OverviewProud,
            }),
        ];
        lines.extend(facts.into_iter().flatten().map(|fact| self.speaker.say(fact)));
        lines.join(" ")
    }

    fn heading(&self, asked: &Asked) -> String {
        let speaker = self.speaker;
        match asked {
            Asked::Question(words)
            | Asked::Intention(Some(words))
            | Asked::Day { label: words, .. }
            | Asked::Cell { label: words, heading: None } => words.clone(),
            Asked::Cell { label, heading: Some(heading) } => format!("{label} {heading}"),
            Asked::LookBack { asks, due } => {
                let day = self.day(*due);
                speaker.say_with(Say::OverviewLookBack, &[("question", asks), ("day", &day)])
            }
            Asked::Own(words) => speaker.say_with(Say::OverviewOwn, &[("question", words)]),
            Asked::Free => speaker.say(Say::OverviewFreePage),
            Asked::Intention(None) => speaker.say(Say::OverviewIntention),
            Asked::Outcome(Some(words)) => speaker.say_with(Say::OverviewOutcomeOf, &[("intention", words)]),
            Asked::Outcome(None) => speaker.say(Say::OverviewOutcome),
            Asked::Feeling => speaker.say(Say::OverviewFeeling),
            Asked::Frozen { asked, for_whom, shown_on } => {
                format!("{} ({})", self.heading(asked), self.frozen(for_whom, *shown_on))
            }
        }
    }

    fn frozen(&self, for_whom: &str, shown_on: Option<NaiveDate>) -> String {
        let somebody = self.speaker.say(Say::OverviewAnybody);
        let whom = if for_whom.is_empty() { &somebody } else { for_whom };
        match shown_on {
            Some(day) => {
                let day = self.day(day);
                self.speaker.say_with(Say::OverviewWalked, &[("whom", whom), ("day", &day)])
            }
            None => self.speaker.say_with(Say::OverviewPrepared, &[("whom", whom)]),
        }
    }

    fn text(&self, said: &Said) -> String {
        if let Asked::Day { day, .. } = said.asked { self.day(day) } else { said.text.clone() }
    }

    fn on(&self, line: Say, day: NaiveDate) -> String {
        self.speaker.say_with(line, &[("day", &self.day(day))])
    }

    fn day(&self, day: NaiveDate) -> String {
        page::day(self.speaker, day)
    }

    fn paragraph(&mut self, text: &str) {
        let _ = writeln!(self.html, "<p>{}</p>", escaped(text));
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;
    use crate::page::tests::{clock_times, numbers, text};

    const BOTH: [Language; 2] = [Language::Nl, Language::En];

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn said(asked: Asked, text: &str) -> Said {
        Said { asked, text: text.to_owned(), written_on: day("2026-03-09") }
    }

    fn frozen(asked: Asked, for_whom: &str, shown_on: Option<&str>) -> Asked {
        Asked::Frozen { asked: Box::new(asked), for_whom: for_whom.to_owned(), shown_on: shown_on.map(day) }
    }

    fn overview() -> Overview {
        let asked = |words: &str| words.to_owned();
        let written = Written {
            day: day("2026-03-08"),
            kind: Some("Kennismaking".to_owned()),
            title: Some("Keuze <van> iets".to_owned()),
            started_on: day("2026-03-09"),
            in_bin: true,
            goes_on: Some(day("2026-09-05")),
            shown_on: Some(day("2026-04-01")),
            carried_out_on: Some(day("2026-05-02")),
            young: true,
            baggage: Some(Baggage::Both),
            mood: Some(Mood::Angry),
            said: vec![
                said(Asked::Question(asked("Wat zag je <i>?")), "Zij & ik.\n\n<script>alert(1)</script>"),
                said(Asked::Own(asked("En de hond?")), "Die sliep."),
                said(Asked::Free, "Vrij."),
                said(Asked::Intention(None), "Eerst zwijgen."),
                said(Asked::Intention(Some(asked("Wat probeer je?"))), "Dan vragen."),
                said(Asked::Outcome(Some(asked("Langer wachten."))), "Het lukte."),
                said(Asked::Outcome(None), "Het lukte niet."),
                said(Asked::Cell { label: asked("Wat kies je?"), heading: None }, "Iets."),
                said(Asked::Cell { label: asked("Wie ziet wat?"), heading: Some(asked("Ik")) }, "Dit."),
                said(
                    Asked::Day { label: asked("Wanneer kijk je terug?"), day: day("2026-05-12") },
                    "2026-05-12",
                ),
                said(Asked::LookBack { asks: asked("Wat kwam ervan?"), due: day("2026-05-12") }, "Veel."),
                Said { written_on: day("2026-03-12"), ..said(Asked::Feeling, "Licht.") },
                said(frozen(Asked::Free, "teamleider <x>", Some("2026-04-01")), "Anders gezegd."),
                said(frozen(Asked::Question(asked("Wat nu?")), "", None), "Nog niets."),
            ],
        };
        let empty = Written {
            kind: None,
            title: None,
            in_bin: false,
            goes_on: None,
            shown_on: None,
            carried_out_on: None,
            young: false,
            baggage: None,
            mood: None,
            said: vec![],
            day: written.day,
            started_on: written.started_on,
        };
        Overview {
            alias: "stille <beuk>".to_owned(),
            made_on: day("2026-06-07"),
            closed_on: Some(day("2026-06-01")),
            entries: vec![written, empty],
        }
    }

    fn made(language: Language) -> String {
        page(&Settings::first(language), &overview()).to_string()
    }

    #[test]
    fn it_stands_alone_and_what_was_written_is_text() {
        for language in BOTH {
            let page = made(language);
            page::tests::stands_alone(&page);
            assert!(page.contains("Zij &amp; ik.\n\n&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
            assert!(page.contains("stille &lt;beuk&gt;") && page.contains("Wat zag je &lt;i&gt;?"), "{page}");
            for missing in ["native-", "$", "{"] {
                let body = page.split_once("<body>").expect("a body").1;
                assert!(!body.contains(missing), "{missing} in {body}");
            }
        }
    }

    /// Days and the ages of a law are the only numbers: none of them is about who writes.
    #[test]
    fn it_holds_no_moment_no_length_and_no_count() {
        for language in BOTH {
            let page = made(language);
            assert_eq!(clock_times(&page), [""; 0]);
            let known = [
                // Of days.
                "1", "2", "5", "7", "8", "9", "12", "2026", // Of 18 to 27 years.
                "18", "27",
            ];
            let others: Vec<String> =
                numbers(&page).into_iter().filter(|number| !known.contains(&number.as_str())).collect();
            assert_eq!(others, [""; 0], "{language:?}");
            // The years stand behind a month, every one: no number stands for how many there are.
            let text = text(&page);
            let words: Vec<&str> = text.split_whitespace().collect();
            for pair in words.windows(2) {
                let is_number = pair[0].chars().all(|letter| letter.is_ascii_digit());
                let counted =
                    ["terugblik", "notitie", "entr", "dag", "day", "keer", "time", "minu", "contact"];
                let follows = pair[1].to_lowercase();
                let counts = is_number && counted.iter().any(|word| follows.starts_with(word));
                assert!(!counts, "{} {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn it_is_complete() {
        let page = made(Language::Nl);
        for part in [
            "8 maart 2026: Kennismaking, Keuze &lt;van&gt; iets",
            "Wat kies je?",
            "Wie ziet wat? Ik",
            "12 mei 2026",
            "Wat kwam ervan? (kijkmoment van 12 mei 2026)",
            "Veel.",
            "Begonnen op 9 maart 2026.",
            "Getoond op 1 april 2026.",
            "Eerder uitgevoerd op 2 mei 2026.",
            "Gaat weg op 5 september 2026.",
            "Ligt in de prullenbak.",
            "18 tot 27 jaar",
            "een zwaar levensverhaal mee en was er kritiek",
            "De schrijver was boos.",
            "Eigen vraag: En de hond?",
            "Die sliep.",
            "Vrije bladzijde",
            "Vrij.",
            "Voornemen voor de volgende keer",
            "Eerst zwijgen.",
            "Wat probeer je?",
            "Dan vragen.",
            "Wat er kwam van dit voornemen: Langer wachten.",
            "Het lukte.",
            "Wat er kwam van een voornemen",
            "Het lukte niet.",
            "Geschreven op 12 maart 2026.",
            "Licht.",
            "afgesloten op 1 juni 2026",
            "Gemaakt op 7 juni 2026.",
            "Persoonlijk.",
            "Hier is niets geschreven.",
            "Vrije bladzijde (samen doorlopen op 1 april 2026 met: teamleider &lt;x&gt;)",
            "Anders gezegd.",
            "Wat nu? (klaargezet om samen door te lopen met: iemand)",
        ] {
            assert!(page.contains(part), "{part} is missing in:\n{page}");
        }
        assert_eq!(page.matches("Geschreven op").count(), 1, "only what was written on another day says so");
    }

    #[test]
    fn it_says_what_right_there_can_be_and_claims_nothing_of_the_law() {
        for (language, says) in [
            (
                Language::Nl,
                [
                    "Deze notities zijn voor jou. Ze kunnen toch onder het recht op inzage vallen.",
                    "niet versleuteld",
                    "een kopie die Terugblik niet kan wissen",
                ],
            ),
            (
                Language::En,
                [
                    "These notes are for you. They can fall under the right of access all the same.",
                    "not encrypted",
                    "a copy that Terugblik cannot erase",
                ],
            ),
        ] {
            let page = made(language);
            for part in says {
                assert!(page.contains(part), "{part} is missing in:\n{page}");
            }
            for never in ["AVG", "GDPR", "Woo", "anoniem", "anonymous", "privé"] {
                assert!(!page.contains(never), "{never} in:\n{page}");
            }
        }
    }

    #[test]
    fn there_is_room_for_all_of_it_at_once() {
        let mut overview = overview();
        for said in &mut overview.entries[0].said {
            said.text = "&".repeat(3_000);
        }
        overview.alias = "&".repeat(60);
        let room = overview.bytes();
        let body = page(&Settings::first(Language::Nl), &overview);
        assert!(body.len() < room, "{} bytes in {room}", body.len());
    }
}
