//! What points at a person in Dutch text. Pure: no file, no clock, no network, nothing kept.
//!
//! The goal in one sentence: a case worker who writes about her own work sees at once what in it
//! would point at somebody, and may take it out. [`Detector::find`] answers with kinds and places;
//! [`Detector::weighty`] says whether a text touches health, crime, faith or origin. Nothing is
//! refused and nothing changes the text: whoever writes decides.
//!
//! Numbers are known by their checksums and shapes (one module per kind, each with the source of
//! its rule), names by lists and by the words around them (`names.rs`). The lists are text in
//! `assets/names`, made into one table by the build script: there is nothing to load, and a look-up
//! allocates nothing. Every module walks the words once, with a bounded look around, so the work
//! grows with the text and with nothing else.
//!
//! What it does not promise: that a text without findings points at nobody. A story can do that
//! without any name.

mod bsn;
mod cases;
#[cfg(test)]
mod check;
mod dates;
mod digits;
mod email;
mod finding;
mod fold;
mod iban;
mod label;
mod lists;
mod marks;
mod names;
mod phone;
mod plate;
mod postcode;
mod street;
mod text;
mod utf16;
mod verbs;
mod weighty;

use std::sync::OnceLock;

pub use finding::{Finding, Kind};
pub use fold::folded;
pub use utf16::Utf16;
pub use weighty::Weighty;

use digits::Digits;
use finding::add;
use lists::Lists;
use text::Text;

/// Finds what points at a person. It only holds the lists, so one serves every thread.
pub struct Detector {
    lists: Lists,
}

impl Detector {
    /// The detector with the lists that ship. Made once; making it takes microseconds.
    #[must_use]
    pub fn shipped() -> &'static Detector {
        static SHIPPED: OnceLock<Detector> = OnceLock::new();
        SHIPPED.get_or_init(|| Detector { lists: Lists::shipped() })
    }

    /// What points at a person in a text, in order, none overlapping another.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Finding> {
        let read = Text::read(text, &self.lists);
        let mut found = email::all(text);
        found = add(found, iban::all(text));
        found = add(found, numbers(&read));
        found = add(found, cases::all(&read));
        found = add(found, dates::all(&read));
        found = add(found, street::all(&read));
        found = add(found, plate::all(&read));
        found = add(found, postcode::all(&read));
        add(found, names::all(&read))
    }

    /// Whether a text touches health, crime, faith or origin.
    #[must_use]
    pub fn weighty(&self, text: &str) -> Weighty {
        let read = Text::read(text, &self.lists);
        let all = weighty::of(&read, &[]);
        // Most texts weigh nothing, and what points at a person need not be looked for.
        if all.is_any() { weighty::of(&read, &self.find(text)) } else { all }
    }
}

/// Citizen service numbers and phone numbers, which are both digits in groups.
fn numbers(text: &Text<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let mut end = 0;
    for start in digits::starts(text.text) {
        if start < end {
            continue;
        }
        let number = Digits::read(text.text, start);
        let one = phone::at(text, &number).or_else(|| bsn::at(text, &number));
        if let Some(one) = one.or_else(|| phone::named_at(text, &number)) {
            end = one.range.end;
            found.push(one);
        }
    }
    found
}
