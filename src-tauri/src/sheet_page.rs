//! A sheet as a page: one that is made to be taken to others and holds no person.
//!
//! It has the name of the form, what was asked and what was written: no day on which it was made, no
//! moment, no alias and nobody's name.

use std::fmt::Write as _;

use contract::{Failure, Language, PageSaved};
use household::catalogue::{Say, Speaker};
use zeroize::Zeroizing;

use crate::{
    journal::Part,
    page::{self, escaped},
};

const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:42em;margin:2em auto;padding:0 1em}\
    h1{font-size:1.5em;line-height:1.2;margin:0 0 .5em}\
    h2{font-size:1.15em;margin:1.5em 0 .2em;break-after:avoid}\
    p{margin:0 0 .5em}table{border-collapse:collapse;width:100%}\
    th,td{border:1px solid;padding:.3em .5em;text-align:left;vertical-align:top}\
    .said,td{white-space:pre-wrap;overflow-wrap:anywhere}";

/// What is on the page.
pub struct SheetPage {
    /// The name of the form, as it was when the sheet was started.
    pub title: String,
    /// What was written, in the order of the form.
    pub parts: Vec<Part>,
}

/// Asks where, and writes the page; nothing when the person closed the dialog.
///
/// # Errors
/// As [`page::save`].
pub fn save(language: Language, sheet: &SheetPage) -> Result<PageSaved, Failure> {
    page::save(language, Say::SheetTitle, Say::SheetFile, || page(language, sheet))
}

fn page(language: Language, sheet: &SheetPage) -> Zeroizing<String> {
    let mut html = Zeroizing::new(String::with_capacity(sheet.bytes()));
    for part in &sheet.parts {
        // Writing to a string cannot fail.
        let _ = match part {
            Part::Texts { label, texts } => texts_of(&mut html, label, texts),
            Part::Table { label, headings, rows } => table(&mut html, label, headings, rows),
        };
    }
    if sheet.parts.is_empty() {
        let nothing = Speaker::of(language).say(Say::SheetNothing);
        let _ = writeln!(html, "<p>{}</p>", escaped(&nothing));
    }
    page::framed(language, &sheet.title, STYLE, &html)
}

fn texts_of(html: &mut String, label: &str, texts: &[String]) -> std::fmt::Result {
    writeln!(html, "<h2>{}</h2>", escaped(label))?;
    texts.iter().try_for_each(|text| writeln!(html, "<p class=\"said\">{}</p>", escaped(text)))
}

fn table(html: &mut String, label: &str, headings: &[String], rows: &[Vec<String>]) -> std::fmt::Result {
    writeln!(html, "<h2>{}</h2>\n<table>\n<thead>\n<tr>", escaped(label))?;
    for heading in headings {
        writeln!(html, "<th scope=\"col\">{}</th>", escaped(heading))?;
    }
    writeln!(html, "</tr>\n</thead>\n<tbody>")?;
    for row in rows {
        writeln!(html, "<tr>")?;
        for text in row {
            writeln!(html, "<td>{}</td>", escaped(text))?;
        }
        writeln!(html, "</tr>")?;
    }
    writeln!(html, "</tbody>\n</table>")
}

impl SheetPage {
    /// Room for the whole body at once: what grows leaves copies of it behind in memory.
    fn bytes(&self) -> usize {
        const AROUND: usize = 64;
        // A letter that is escaped takes five.
        let room = |text: &String| 5 * text.len() + AROUND;
        let parts = self.parts.iter().map(|part| match part {
            Part::Texts { label, texts } => room(label) + texts.iter().map(room).sum::<usize>(),
            Part::Table { label, headings, rows } => {
                let cells = rows.iter().map(|row| AROUND + row.iter().map(room).sum::<usize>());
                2 * AROUND + room(label) + headings.iter().map(room).sum::<usize>() + cells.sum::<usize>()
            }
        });
        4 * AROUND + parts.sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::tests::{clock_times, numbers, stands_alone, text};

    const BOTH: [Language; 2] = [Language::Nl, Language::En];

    fn sheet() -> SheetPage {
        let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        SheetPage {
            title: "Teamkaart <b>".to_owned(),
            parts: vec![
                Part::Texts {
                    label: "Wat speelt er?".to_owned(),
                    texts: own(&["Dit & dat.", "<i>Nog iets"]),
                },
                Part::Table {
                    label: "Wie zegt wat?".to_owned(),
                    headings: own(&["Ik", "De <ander>"]),
                    rows: vec![own(&["Ja.", "<script>alert(1)</script>"]), own(&["", "Misschien."])],
                },
            ],
        }
    }

    #[test]
    fn it_stands_alone_and_what_was_written_is_text() {
        for language in BOTH {
            let page = page(language, &sheet());
            stands_alone(&page);
            assert_eq!(
                text(&page).lines().collect::<Vec<_>>(),
                [
                    "Teamkaart &lt;b&gt;",
                    "Wat speelt er?",
                    "Dit &amp; dat.",
                    "&lt;i&gt;Nog iets",
                    "Wie zegt wat?",
                    "Ik",
                    "De &lt;ander&gt;",
                    "Ja.",
                    "&lt;script&gt;alert(1)&lt;/script&gt;",
                    "Misschien.",
                ]
            );
        }
    }

    #[test]
    fn it_says_nothing_that_was_not_written() {
        for language in BOTH {
            let empty = SheetPage { title: "Teamkaart".to_owned(), parts: vec![] };
            for sheet in [&empty, &sheet()] {
                let page = page(language, sheet);
                assert_eq!(clock_times(&page), [""; 0]);
                let written = ["1"];
                assert!(numbers(&page).iter().all(|number| written.contains(&number.as_str())), "{}", &*page);
                assert!(!page.contains("native-"), "{}", &*page);
            }
            assert_eq!(
                text(&page(language, &empty)).lines().count(),
                2,
                "a title, and that there is nothing"
            );
        }
    }

    #[test]
    fn there_is_room_for_all_of_it_at_once() {
        let mut sheet = sheet();
        for part in &mut sheet.parts {
            match part {
                Part::Texts { texts, .. } => texts[0] = "&".repeat(3_000),
                Part::Table { rows, .. } => rows[1][0] = "&".repeat(3_000),
            }
        }
        let room = sheet.bytes();
        let body = page(Language::Nl, &sheet);
        assert!(body.len() < room + 1_024, "{} bytes in {room}", body.len());
    }
}
