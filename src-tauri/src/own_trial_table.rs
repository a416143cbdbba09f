//! An own trial as a table that a spreadsheet opens: one row for each measurement.
//!
//! It names nobody: the texts come here without the aliases that are in use. No text in it is ever read
//! as a formula, whatever somebody typed or pasted (OWASP, «CSV Injection»). Spreadsheets of a Dutch
//! machine part cells by a semicolon, of an English one by a comma; the mark before the first byte tells
//! them that the letters are UTF-8.

use chrono::NaiveDate;
use contract::{Failure, Language, PageSaved, PhaseKind};
use household::catalogue::{Say, Speaker};
use zeroize::Zeroizing;

use crate::page;

/// What begins the text of a cell that a spreadsheet would work out, and so would do what it says.
const BEGINS_A_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// What is in the table.
pub struct OwnTrialTable {
    /// What of one's own acting was looked at, without aliases.
    pub behaviour: String,
    /// The measurements, phase after phase, in the order of time.
    pub rows: Vec<Row>,
}

/// A measurement.
pub struct Row {
    /// The place of its phase, from 1.
    pub phase: usize,
    /// What its phase is.
    pub kind: PhaseKind,
    /// What was done differently in it, without aliases.
    pub differently: String,
    /// Its day.
    pub day: NaiveDate,
    /// Its value.
    pub value: u32,
}

/// Asks where, and writes the table; nothing when the person closed the dialog.
///
/// # Errors
/// As [`page::save`].
pub fn save(language: Language, table: &OwnTrialTable) -> Result<PageSaved, Failure> {
    let text = written(language, table)?;
    page::save(language, Say::OwnTrialTitle, Say::OwnTrialFile, || text)
}

fn written(language: Language, table: &OwnTrialTable) -> Result<Zeroizing<String>, Failure> {
    // Writing to memory cannot fail, and every cell is text.
    let bytes = bytes(language, table).map_err(|_| Failure::PageNotSaved)?;
    String::from_utf8(bytes).map(Zeroizing::new).map_err(|_| Failure::PageNotSaved)
}

fn bytes(language: Language, table: &OwnTrialTable) -> csv::Result<Vec<u8>> {
    let between = match language {
        Language::Nl => b';',
        Language::En => b',',
    };
    let speaker = Speaker::of(language);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(between)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(HEADINGS.map(|heading| speaker.say(heading)))?;
    for (place, row) in table.rows.iter().enumerate() {
        let kind = match row.kind {
            PhaseKind::Begin => Say::OwnTrialBeginPhase,
            PhaseKind::Trial => Say::OwnTrialTrialPhase,
        };
        writer.write_record([
            harmless(&table.behaviour),
            row.phase.to_string(),
            speaker.say(kind),
            harmless(&row.differently),
            (place + 1).to_string(),
            row.day.to_string(),
            row.value.to_string(),
        ])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

const HEADINGS: [Say; 7] = [
    Say::OwnTrialBehaviour,
    Say::OwnTrialPhase,
    Say::OwnTrialKind,
    Say::OwnTrialDifferently,
    Say::OwnTrialMeasurement,
    Say::OwnTrialDay,
    Say::OwnTrialValue,
];

/// A text that a spreadsheet shows and never works out: an apostrophe in front says that it is text.
fn harmless(text: &str) -> String {
    if text.starts_with(BEGINS_A_FORMULA) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(behaviour: &str, differently: &str) -> OwnTrialTable {
        let row = |phase, kind, differently: &str, day: &str, value| Row {
            phase,
            kind,
            differently: differently.to_owned(),
            day: day.parse().expect("a day"),
            value,
        };
        OwnTrialTable {
            behaviour: behaviour.to_owned(),
            rows: vec![
                row(1, PhaseKind::Begin, "", "2026-09-01", 3),
                row(1, PhaseKind::Begin, "", "2026-09-02", 10),
                row(2, PhaseKind::Trial, differently, "2026-09-20", 7),
            ],
        }
    }

    /// What a spreadsheet would show: the cells, row by row.
    fn read(language: Language, table: &OwnTrialTable) -> Vec<Vec<String>> {
        let text = written(language, table).expect("memory");
        let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
        let between = if language == Language::Nl { b';' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(between).has_headers(false).from_reader(text.as_bytes());
        let rows = reader.records().map(|row| row.expect("whole").iter().map(str::to_owned).collect());
        rows.collect()
    }

    #[test]
    fn it_is_what_a_spreadsheet_of_that_language_opens() {
        let dutch =
            written(Language::Nl, &table("Stil zijn; ook \"lang\"", "Tot tien, of meer")).expect("memory");
        assert_eq!(
            &**dutch,
            "\u{feff}Gedrag;Fase;Soort fase;Wat je anders doet;Meting;Dag;Waarde\r\n\
             \"Stil zijn; ook \"\"lang\"\"\";1;beginfase;;1;2026-09-01;3\r\n\
             \"Stil zijn; ook \"\"lang\"\"\";1;beginfase;;2;2026-09-02;10\r\n\
             \"Stil zijn; ook \"\"lang\"\"\";2;proeffase;Tot tien, of meer;3;2026-09-20;7\r\n"
        );
        let english = written(Language::En, &table("Being silent", "To ten, or more")).expect("memory");
        assert!(
            english.ends_with("Being silent,2,trial phase,\"To ten, or more\",3,2026-09-20,7\r\n"),
            "{}",
            &*english
        );
        assert_eq!(english.lines().count(), 4);
    }

    #[test]
    fn every_cell_comes_back_as_it_was_written() {
        for text in ["Stil; zijn", "Stil, zijn", "\"Stil\"", "één — “twee” 🙂", "'Stil'", "1,5"] {
            for language in [Language::Nl, Language::En] {
                let rows = read(language, &table(text, text));
                assert!(rows.iter().all(|row| row.len() == HEADINGS.len()));
                assert_eq!((rows[3][0].as_str(), rows[3][3].as_str()), (text, text));
            }
        }
    }

    #[test]
    fn no_text_is_ever_a_formula() {
        for text in
            ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=HYPERLINK(\"x\",\"y\")"]
        {
            for language in [Language::Nl, Language::En] {
                let rows = read(language, &table(text, text));
                for cell in [&rows[1][0], &rows[3][3]] {
                    assert_eq!(*cell, format!("'{text}"));
                }
                let cells = rows.iter().flatten();
                assert!(cells.clone().all(|cell| !cell.starts_with(BEGINS_A_FORMULA)), "{rows:?}");
                assert_eq!(cells.count(), 4 * HEADINGS.len());
            }
        }
    }

    #[test]
    fn a_trial_without_a_value_has_its_headings() {
        let empty = OwnTrialTable { behaviour: "Stil zijn".to_owned(), rows: vec![] };
        for language in [Language::Nl, Language::En] {
            let rows = read(language, &empty);
            assert_eq!(rows.len(), 1);
            assert!(rows[0].iter().all(|heading| !heading.is_empty() && !heading.starts_with("native-")));
        }
    }
}
