//! From the rooms' types to the contract's, and back.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use contract::{
    AnswerId, AnswerView, Baggage, Became, CellValue, CellView, ContactView, Day, EntryCursor, EntryId,
    EntryRow, EntryStatus, ExcerptPiece, Failure, FormAbout, Going, GoingReason, IntentionView, Language,
    LookBackView, Moment, Month, Mood, Outcome, PlaceWarning, QuietList, QuietPeriod, QuietPeriodId,
    ResidentWord, Returns, SecondPlace, StoreCheck, Tried, TriedRow, Try, WorkerWord,
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

/// A month of the calendar, by one of its days.
pub fn month(day: NaiveDate) -> Month {
    Month(day.format("%Y-%m").to_string())
}

/// The first day of a month that came from a window.
///
/// # Errors
/// As [`read_day`].
pub fn read_month(month: &Month) -> Result<NaiveDate, Failure> {
    format!("{}-01", month.0).parse().map_err(|_| Failure::OutOfTurn)
}

/// A piece of an excerpt.
pub fn excerpt_piece(piece: journal::ExcerptPiece) -> ExcerptPiece {
    ExcerptPiece { text: piece.text, marked: piece.marked }
}

/// A moment with its offset.
pub fn moment(moment: DateTime<FixedOffset>) -> Moment {
    Moment(moment.to_rfc3339())
}

/// A moment of which only the instant is known: shown in the zone of this machine.
pub fn moment_of_utc(moment: DateTime<Utc>) -> Moment {
    Moment(moment.with_timezone(&chrono::Local).to_rfc3339())
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
        sheet: row.sheet,
        excerpt: row.excerpt,
    }
}

/// When an entry goes.
pub fn going(going: journal::Going) -> Going {
    let why = match going.why {
        journal::GoingReason::Term => GoingReason::Term,
        journal::GoingReason::TwoYears => GoingReason::TwoYears,
        journal::GoingReason::Closed => GoingReason::Closed,
    };
    Going { day: day(going.day), why }
}

/// What became of an entry outside the journal.
pub fn status(status: &journal::Status) -> EntryStatus {
    EntryStatus { shown_on: status.shown_on.map(day), carried_out_on: status.carried_out_on.map(day) }
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
        answer: AnswerId(answer.id.0),
        text: answer.text.clone(),
        written_at: moment(answer.written_at),
        saved_at: moment(answer.saved_at),
    }
}

/// An intention.
pub fn intention(intention: journal::OpenIntention) -> IntentionView {
    IntentionView {
        intention: AnswerId(intention.answer.0),
        entry: EntryId(intention.entry.0),
        day: day(intention.day),
        kind: intention.kind,
        alias: intention.alias.map(|alias| alias.as_str().to_owned()),
        returns: returns(intention.returns),
        text: intention.text,
    }
}

/// An intention, and what became of it.
pub fn tried_row(tried: journal::Tried) -> TriedRow {
    TriedRow {
        intention: intention(tried.intention),
        became: match tried.became {
            journal::Became::Waits => Became::Waits,
            journal::Became::Told { entry, day: on, text } => {
                Became::Told { entry: EntryId(entry.0), day: day(on), text }
            }
            journal::Became::LetGo => Became::LetGo,
            journal::Became::Replaced => Became::Replaced,
        },
    }
}

/// A day at which one looks back.
pub fn look_back(look_back: journal::OpenLookBack) -> LookBackView {
    LookBackView {
        look_back: AnswerId(look_back.answer.0),
        entry: EntryId(look_back.entry.0),
        due: day(look_back.due),
        day: day(look_back.day),
        alias: look_back.alias.map(|alias| alias.as_str().to_owned()),
        title: look_back.title,
        asks: look_back.asks,
        excerpt: look_back.excerpt,
    }
}

/// What is kept quiet.
pub fn quiet(quiet: journal::Quiet) -> QuietList {
    let period = |period: journal::QuietPeriod| QuietPeriod {
        period: QuietPeriodId(period.id.0),
        from: day(period.from),
        until: day(period.until),
    };
    QuietList {
        entries: quiet.entries.into_iter().map(row).collect(),
        aliases: quiet.aliases.iter().map(|alias| alias.as_str().to_owned()).collect(),
        periods: quiet.periods.into_iter().map(period).collect(),
    }
}

/// A place in a sheet.
pub fn cell(cell: &journal::Cell) -> CellView {
    let (value, option) = match &cell.value {
        journal::StoredValue::Text => (CellValue::Text, None),
        journal::StoredValue::Choice { option } => (CellValue::Choice, option.clone()),
        journal::StoredValue::Date => (CellValue::Date, None),
        journal::StoredValue::LookBack { .. } => (CellValue::LookBack, None),
    };
    CellView {
        field: cell.field.clone(),
        column: cell.column.clone(),
        row: cell.row,
        label: cell.label.clone(),
        heading: cell.heading.clone(),
        value,
        option,
    }
}

/// Whom a form is about.
pub const fn about(about: handbook::About) -> FormAbout {
    match about {
        handbook::About::ComingContact => FormAbout::ComingContact,
        handbook::About::Contact => FormAbout::Contact,
        handbook::About::Nobody => FormAbout::Nobody,
    }
}

/// The language of a pack.
pub const fn language(language: handbook::Language) -> Language {
    match language {
        handbook::Language::Nl => Language::Nl,
        handbook::Language::En => Language::En,
    }
}

/// A language as the store keeps it.
pub const fn language_code(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl",
        Language::En => "en",
    }
}

/// A language from the store; none for one of a later version.
pub fn read_language(code: &str) -> Option<Language> {
    [Language::Nl, Language::En].into_iter().find(|language| language_code(*language) == code)
}

/// When an intention comes back.
pub const fn returns(returns: journal::Returns) -> Returns {
    match returns {
        journal::Returns::Alias => Returns::Alias,
        journal::Returns::Kind => Returns::Kind,
    }
}

/// When an intention comes back, as a window says it.
pub const fn read_returns(returns: Returns) -> journal::Returns {
    match returns {
        Returns::Alias => journal::Returns::Alias,
        Returns::Kind => journal::Returns::Kind,
    }
}

/// Baggage as the handbook knows it.
pub const fn baggage(baggage: Baggage) -> handbook::Baggage {
    match baggage {
        Baggage::LifeStory => handbook::Baggage::LifeStory,
        Baggage::Criticism => handbook::Baggage::Criticism,
        Baggage::Both => handbook::Baggage::Both,
        Baggage::Unknown => handbook::Baggage::Unknown,
    }
}

/// A mood as the handbook knows it.
pub const fn mood(mood: Mood) -> handbook::Mood {
    match mood {
        Mood::Calm => handbook::Mood::Calm,
        Mood::Touched => handbook::Mood::Touched,
        Mood::Angry => handbook::Mood::Angry,
        Mood::Proud => handbook::Mood::Proud,
    }
}

/// Baggage as the store keeps it.
pub const fn baggage_code(baggage: Baggage) -> &'static str {
    match baggage {
        Baggage::LifeStory => "life-story",
        Baggage::Criticism => "criticism",
        Baggage::Both => "both",
        Baggage::Unknown => "unknown",
    }
}

/// Baggage from the store; none for a code of a later version.
pub fn read_baggage(code: &str) -> Option<Baggage> {
    [Baggage::LifeStory, Baggage::Criticism, Baggage::Both, Baggage::Unknown]
        .into_iter()
        .find(|baggage| baggage_code(*baggage) == code)
}

/// A mood as the store keeps it.
pub const fn mood_code(mood: Mood) -> &'static str {
    match mood {
        Mood::Calm => "calm",
        Mood::Touched => "touched",
        Mood::Angry => "angry",
        Mood::Proud => "proud",
    }
}

/// A mood from the store; none for a code of a later version.
pub fn read_mood(code: &str) -> Option<Mood> {
    [Mood::Calm, Mood::Touched, Mood::Angry, Mood::Proud].into_iter().find(|mood| mood_code(*mood) == code)
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

/// The second place as a window shows it.
pub fn second_place(place: vault::SecondPlace, data_folder: &Path) -> SecondPlace {
    match place {
        vault::SecondPlace::None => SecondPlace::None,
        vault::SecondPlace::Absent { path } => SecondPlace::Absent { path: path.display().to_string() },
        vault::SecondPlace::There { path } => SecondPlace::There {
            warning: place_warning(vault::judge_place(data_folder, &path)),
            path: path.display().to_string(),
        },
    }
}

/// What to know about a place. One that cannot be written is a failure, and is never used.
pub fn place_warning(warning: vault::PlaceWarning) -> PlaceWarning {
    match warning {
        vault::PlaceWarning::Fine | vault::PlaceWarning::NotWritable => PlaceWarning::None,
        vault::PlaceWarning::Synced { service } => PlaceWarning::Synced { service: service.to_owned() },
        vault::PlaceWarning::Network => PlaceWarning::Network,
        vault::PlaceWarning::SameDisk => PlaceWarning::SameDisk,
    }
}

/// Something that was tried of the system, and how that went.
pub fn tried(tried: &confine::Try) -> Try {
    Try {
        what: match tried.what {
            confine::Tried::Ipv4 => Tried::Ipv4,
            confine::Tried::Ipv6 => Tried::Ipv6,
            confine::Tried::Packets => Tried::Packets,
            confine::Tried::Bluetooth => Tried::Bluetooth,
            confine::Tried::OtherSockets => Tried::OtherSockets,
            confine::Tried::IoUring => Tried::IoUring,
            confine::Tried::OtherMemory => Tried::OtherMemory,
            confine::Tried::CrashDump => Tried::CrashDump,
            confine::Tried::BeingRead => Tried::BeingRead,
            confine::Tried::Local => Tried::Local,
            confine::Tried::Netlink => Tried::Netlink,
        },
        outcome: match tried.outcome {
            confine::Outcome::Refused => Outcome::Refused,
            confine::Outcome::Allowed => Outcome::Allowed,
            confine::Outcome::NotThere => Outcome::NotThere,
        },
        as_promised: tried.is_as_promised(),
    }
}
