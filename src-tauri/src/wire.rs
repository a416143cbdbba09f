//! From the rooms' types to the contract's, and back.

use chrono::{DateTime, FixedOffset, NaiveDate};
use contract::{
    AnswerView, ContactView, Day, EntryCursor, EntryId, EntryRow, Failure, Moment, ResidentWord, StoreCheck,
    WorkerWord,
};

/// A calendar day.
pub fn day(day: NaiveDate) -> Day {
    Day(day.format("%Y-%m-%d").to_string())
}

/// A calendar day that came from a window.
///
/// # Errors
/// `OutOfTurn` when it is none; a window offers only days.
pub fn read_day(day: &Day) -> Result<NaiveDate, Failure> {
    day.0.parse().map_err(|_| Failure::OutOfTurn)
}

/// A moment with its offset.
pub fn moment(moment: DateTime<FixedOffset>) -> Moment {
    Moment(moment.to_rfc3339())
}

/// A place in the list of entries.
pub fn cursor(cursor: journal::Cursor) -> EntryCursor {
    EntryCursor { day: day(cursor.day), entry: EntryId(cursor.entry.0) }
}

/// A place in the list of entries that came from a window.
///
/// # Errors
/// As [`read_day`].
pub fn read_cursor(cursor: &EntryCursor) -> Result<journal::Cursor, Failure> {
    Ok(journal::Cursor { day: read_day(&cursor.day)?, entry: journal::EntryId(cursor.entry.0) })
}

/// A row of a list.
pub fn row(row: journal::Row) -> EntryRow {
    EntryRow {
        entry: EntryId(row.entry.0),
        day: day(row.day),
        kind: row.kind,
        alias: row.alias.map(|alias| alias.as_str().to_owned()),
        excerpt: row.excerpt,
    }
}

/// The contact of an entry.
pub fn contact(contact: &journal::Contact) -> ContactView {
    ContactView {
        day: day(contact.day),
        kind: contact.kind.clone(),
        alias: contact.alias.as_ref().map(|alias| alias.as_str().to_owned()),
    }
}

/// A stored answer.
pub fn answer(answer: &journal::Answer) -> AnswerView {
    AnswerView {
        answer: contract::AnswerId(answer.id.0),
        text: answer.text.clone(),
        saved_at: moment(answer.saved_at),
    }
}

/// What the checks of the store found; nothing yet while they look.
pub fn check(left: vault::Left, verdict: Option<vault::Verdict>) -> StoreCheck {
    StoreCheck {
        left: match left {
            vault::Left::New => contract::Left::New,
            vault::Left::Sealed => contract::Left::Sealed,
            vault::Left::NotClosed => contract::Left::NotClosed,
        },
        verdict: match verdict {
            None => contract::Verdict::Checking,
            Some(vault::Verdict::Sound) => contract::Verdict::Sound,
            Some(vault::Verdict::ChangedOutside) => contract::Verdict::ChangedOutside,
            Some(vault::Verdict::Damaged) => contract::Verdict::Damaged,
        },
    }
}

/// The organisation's words, as the handbook fills them in.
pub fn words(resident: ResidentWord, worker: WorkerWord) -> handbook::Words {
    handbook::Words {
        resident: match resident {
            ResidentWord::Inwoner => handbook::ResidentWord::Inwoner,
            ResidentWord::Klant => handbook::ResidentWord::Klant,
            ResidentWord::Client => handbook::ResidentWord::Client,
            ResidentWord::Kandidaat => handbook::ResidentWord::Kandidaat,
        },
        worker: match worker {
            WorkerWord::Consulent => handbook::WorkerWord::Consulent,
            WorkerWord::Klantmanager => handbook::WorkerWord::Klantmanager,
            WorkerWord::Inkomensconsulent => handbook::WorkerWord::Inkomensconsulent,
            WorkerWord::Werkconsulent => handbook::WorkerWord::Werkconsulent,
            WorkerWord::Participatiecoach => handbook::WorkerWord::Participatiecoach,
        },
    }
}
