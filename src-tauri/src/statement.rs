//! The statement for a works council and a privacy officer: what is stored and what is not, on one
//! sheet of paper. It says only what is true of this version, on this system, now.

use std::fmt::Write as _;

use contract::{Failure, PageSaved, Settings, System};
use household::catalogue::{Say, Speaker};
use zeroize::Zeroizing;

use crate::page::{self, escaped};

/// One sheet of A4 in two columns, and a single column on a screen.
const STYLE: &str = "@page{size:A4;margin:14mm 16mm}\
    body{font:16px/1.5 sans-serif;max-width:42em;margin:2em auto;padding:0 1em}\
    h1{font-size:1.5em;line-height:1.2;margin:0 0 .3em}\
    h2{font-size:1em;margin:1em 0 .2em;break-after:avoid}\
    p{margin:0}ul{margin:0;padding-left:1.1em}li{margin:0 0 .25em;break-inside:avoid}\
    @media print{body{font-size:9pt;line-height:1.38;max-width:none;margin:0;padding:0}\
    main{columns:2;column-gap:8mm;margin-top:3mm}h2{margin-top:0}section{padding-bottom:2.5mm}}";

/// What differs between one statement and the next.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The system.
    pub system: System,
    /// Whether it refuses this process the network; meant for Linux, where it was tried.
    pub refused: bool,
    /// The version of the app.
    pub version: &'a str,
    /// The day it is made, as `2026-03-09`.
    pub day: &'a str,
}

/// Asks where, and writes the statement; nothing when the person closed the dialog.
///
/// # Errors
/// As [`page::save`].
pub fn save(settings: &Settings, facts: Facts<'_>) -> Result<PageSaved, Failure> {
    page::save(settings.appearance.language, Say::StatementTitle, Say::StatementFile, || {
        page(settings, facts)
    })
}

fn page(settings: &Settings, facts: Facts<'_>) -> Zeroizing<String> {
    let language = settings.appearance.language;
    let speaker = Speaker::in_words_of(language, settings.resident_word, settings.worker_word);
    let whom = speaker.say_with(Say::StatementFor, &[("version", facts.version), ("day", facts.day)]);
    // Writing to a string cannot fail.
    let mut body = String::new();
    let _ = writeln!(body, "<p>{}</p>\n<main>", escaped(&whom));
    for (heading, lines) in sections(facts) {
        let _ = writeln!(body, "<section>\n<h2>{}</h2>\n<ul>", escaped(&speaker.say(heading)));
        for line in lines {
            let _ = writeln!(body, "<li>{}</li>", escaped(&speaker.say(line)));
        }
        body.push_str("</ul>\n</section>\n");
    }
    body.push_str("</main>\n");
    page::framed(language, &speaker.say(Say::StatementTitle), STYLE, &body)
}

fn sections(facts: Facts<'_>) -> [(Say, Vec<Say>); 7] {
    use Say::*;
    [
        (StatementWhat, vec![StatementWhatOwn, StatementWhatFacts]),
        (
            StatementKept,
            vec![
                StatementKeptTexts,
                StatementKeptChosen,
                StatementKeptShown,
                StatementKeptNoField,
                StatementKeptRights,
            ],
        ),
        (
            StatementWhere,
            vec![StatementWhereFolder, StatementWhereLocked, StatementWhereLong, StatementWhereBackups],
        ),
        (StatementNot, vec![StatementNotCount, StatementNotSend, network(facts)]),
        (StatementWho, vec![StatementWhoWriter, StatementWhoInvited, StatementWhoLost]),
        (Limits, limits(facts.system)),
        (StatementCheck, vec![StatementCheckPage, StatementCheckSource]),
    ]
}

/// What cannot be promised here: what the screen says, in the same words.
fn limits(system: System) -> Vec<Say> {
    use Say::*;
    let own = match system {
        System::Linux => Some(LimitBus),
        System::Windows => Some(LimitWebview),
        System::Macos => None,
    };
    [LimitMalware, LimitKeys, LimitDisk, LimitPhoto, LimitClipboard].into_iter().chain(own).collect()
}

/// What keeps it from the network here.
fn network(facts: Facts<'_>) -> Say {
    match facts.system {
        System::Linux if facts.refused => Say::StatementNotNetworkRefused,
        System::Linux => Say::StatementNotNetworkOpen,
        System::Windows => Say::StatementNotNetworkWindows,
        System::Macos => Say::StatementNotNetworkMacos,
    }
}

#[cfg(test)]
mod tests {
    use contract::{Language, ResidentWord, WorkerWord};

    use super::*;
    use crate::page::tests::{clock_times, numbers, text};

    const FACTS: Facts<'_> =
        Facts { system: System::Linux, refused: true, version: "9.8.7", day: "2026-03-09" };
    const BOTH: [Language; 2] = [Language::Nl, Language::En];

    fn statement(language: Language, facts: Facts<'_>) -> String {
        page(&Settings::first(language), facts).to_string()
    }

    #[test]
    fn it_stands_alone_in_both_languages() {
        for language in BOTH {
            let page = statement(language, FACTS);
            page::tests::stands_alone(&page);
            for missing in ["native-", "settings-", "{", "9.8.8"] {
                assert!(!text(&page).contains(missing), "{missing} in {page}");
            }
        }
    }

    #[test]
    fn it_says_what_was_promised_and_nothing_of_what_is_not_built() {
        for (language, facts, never) in [
            (
                Language::Nl,
                &[
                    "9.8.7",
                    "2026-03-09",
                    "AES-256",
                    "Argon2id",
                    "BSN",
                    "klantnummer",
                    "foto",
                    "schuilnaam",
                    "180 dagen",
                    "90 of 30",
                    "twee jaar",
                    "een week op het scherm",
                    "een overzicht",
                    "24 uur",
                    "zes maanden",
                    "telemetrie",
                    "account",
                    "updates",
                    "cijfers over een persoon",
                    "eerdere woorden",
                    "eigen proef",
                    "leidinggevende",
                    "wachtzin",
                    "schadelijk programma",
                    "foto van je scherm",
                    "Zelf controleren",
                    "Wie meekijkt",
                    "geen kopie",
                    "wordt niets geteld",
                    "EUPL-1.2",
                    "inwoner",
                    "consulent",
                ][..],
                &["privé", "Woo", "AVG", "anoniem."][..],
            ),
            (
                Language::En,
                &[
                    "9.8.7",
                    "2026-03-09",
                    "AES-256",
                    "Argon2id",
                    "BSN",
                    "client number",
                    "photo",
                    "alias",
                    "180 days",
                    "90 or 30",
                    "two years",
                    "on the screen for a week",
                    "an overview",
                    "24 hours",
                    "six months",
                    "telemetry",
                    "account",
                    "updates",
                    "figures about a person",
                    "former words",
                    "own trial",
                    "supervisor",
                    "passphrase",
                    "harmful program",
                    "photo of your screen",
                    "Whoever looks along",
                    "no copy",
                    "Nothing is counted",
                    "EUPL-1.2",
                    "resident",
                    "case worker",
                ],
                &["private", "GDPR"],
            ),
        ] {
            let text = text(&statement(language, FACTS));
            for fact in facts {
                assert!(text.contains(fact), "{fact} is missing in:\n{text}");
            }
            for word in never {
                // “niemand anoniem” is the one thing to be said about it.
                let said = text.replace("niemand anoniem.", "");
                assert!(!said.contains(word), "{word} in:\n{said}");
            }
        }
    }

    /// Terms, the names of ciphers and licences, the version and the day: each number is about the app.
    #[test]
    fn it_holds_no_figure_about_anybody() {
        for language in BOTH {
            let page = statement(language, FACTS);
            assert_eq!(clock_times(&page), [""; 0]);
            let known = ["9", "8", "7", "2026", "03", "09", "256", "2", "180", "90", "30", "24", "1"];
            let others: Vec<String> =
                numbers(&page).into_iter().filter(|number| !known.contains(&number.as_str())).collect();
            assert_eq!(others, [""; 0], "{language:?}");
        }
    }

    #[test]
    fn each_system_gets_its_own_truth_about_the_network() {
        for language in BOTH {
            let speaker = Speaker::of(language);
            let kinds = [
                (System::Linux, true, Say::StatementNotNetworkRefused),
                (System::Linux, false, Say::StatementNotNetworkOpen),
                (System::Windows, false, Say::StatementNotNetworkWindows),
                (System::Windows, true, Say::StatementNotNetworkWindows),
                (System::Macos, false, Say::StatementNotNetworkMacos),
            ];
            for (system, refused, own) in kinds {
                let text = text(&statement(language, Facts { system, refused, ..FACTS }));
                for (_, _, line) in kinds {
                    let says = text.contains(&escaped(&speaker.say(line)));
                    assert_eq!(says, line == own, "{language:?} {system:?} {refused}: {line:?}");
                }
            }
        }
    }

    #[test]
    fn it_speaks_the_organisations_words() {
        let settings = Settings {
            resident_word: ResidentWord::Client,
            worker_word: WorkerWord::Klantmanager,
            ..Settings::first(Language::Nl)
        };
        let text = text(&page(&settings, FACTS));
        assert!(text.contains("een cliënt") && text.contains("Een klantmanager"), "{text}");
        assert!(!text.contains("inwoner") && !text.contains("consulent"), "{text}");
    }

    /// At 9 pt a column of A4 is 50 letters wide and 53 lines high; a browser's print was looked at.
    #[test]
    fn it_fits_one_sheet() {
        for language in BOTH {
            for system in [System::Linux, System::Windows, System::Macos] {
                let text = text(&statement(language, Facts { system, ..FACTS }));
                let lines: usize = text.lines().map(|line| line.chars().count().div_ceil(50)).sum();
                assert!(lines <= 2 * 53, "{language:?} {system:?}: {lines} lines");
            }
        }
    }
}
