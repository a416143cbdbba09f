//! Requests and answers of the `journal` role.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Appearance, BackupNews, BackupRef, HeldByBackups, HouseRules, IntentionList, KeepDays, Language,
    LookBackList, OnlyReading, TextSize,
};

/// An entry's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"entry\" }")]
pub struct EntryId(pub i64);

/// An answer's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"answer\" }")]
pub struct AnswerId(pub i64);

/// A calendar day, `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(type = "string & { readonly __kind: \"day\" }")]
pub struct Day(pub String);

/// A moment with the offset it had when it was written, as RFC 3339.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(type = "string & { readonly __kind: \"moment\" }")]
pub struct Moment(pub String);

/// What the first screen needs once the store is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Opened {
    /// Today, by the clock of the machine.
    pub today: Day,
    /// Whether a recovery key was made and typed back.
    pub recovery_ready: bool,
    /// Whether the recovery key opened it, so that a new passphrase is worth asking for.
    pub with_recovery_key: bool,
    /// What holds now.
    pub settings: Settings,
    /// The kinds of contact of the handbook, in its order.
    pub kinds: Vec<ContactKind>,
    /// What the handbook says besides questions.
    pub house_rules: HouseRules,
    /// The newest entries.
    pub entries: EntryPage,
    /// Intentions that come back at a next contact.
    pub intentions: IntentionList,
    /// Days at which one looks back.
    pub look_backs: LookBackList,
    /// Whether weeks have passed since the last entry was started.
    pub after_a_while: bool,
    /// What the checks of the store have found so far.
    pub check: StoreCheck,
    /// Why nothing can be written; none where it can.
    pub only_reading: Option<OnlyReading>,
}

/// Something the shell has to say to the journal's window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ShellEvent {
    /// The person chose something from the menu.
    Menu {
        /// What was chosen.
        action: MenuAction,
    },
    /// The person closes the window: save what there is and quit.
    CloseRequested,
    /// The system calls for a lock: save what there is and lock. It comes to a lock shortly, whatever
    /// the page does.
    LockRequested {
        /// Why.
        why: LockReason,
    },
    /// The checks of the store have found something.
    StoreCheck {
        /// What they found.
        check: StoreCheck,
    },
    /// What had to go is gone: lists are to be asked for again.
    TermsEnded,
    /// A backup is under way, or ended.
    Backup {
        /// What there is to say about it.
        news: BackupNews,
    },
}

/// What can be chosen from the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MenuAction {
    /// Look back on a new contact.
    NewContact,
    /// A free page on its own.
    FreePage,
    /// What returns, and where one left.
    Today,
    /// The entries.
    Entries,
    /// What was to be tried, and days at which one looks back.
    Tried,
    /// The forms.
    Sheets,
    /// What returns over time.
    LookingBack,
    /// Own trials, rules of thumb, words, practice and what one does with colleagues.
    Learning,
    /// The handbook.
    Handbook,
    /// Walk through entries together.
    WalkThroughs,
    /// Look for words.
    Search,
    /// The bin.
    Bin,
    /// The backups.
    Backups,
    /// Every key and what it does.
    Help,
    /// Lock.
    Lock,
    /// Save and close.
    Quit,
    /// Larger text.
    TextLarger,
    /// Smaller text.
    TextSmaller,
    /// Text of the design's own size.
    TextNormal,
    /// Settings and privacy.
    Settings,
}

/// A kind of contact, from the handbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactKind {
    /// The handbook's id.
    pub id: String,
    /// Its name on screen.
    pub label: String,
    /// Whether it is a contact; otherwise it looks back on a time or a meeting, and has no alias.
    pub contact: bool,
    /// Whether a case is talked about in it, so that one's rules of thumb are shown before.
    pub discussion: bool,
}

/// What the checks of the store have found so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoreCheck {
    /// How the journal was left last time.
    pub left: Left,
    /// What was found.
    pub verdict: Verdict,
}

/// How the journal was left last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Left {
    /// It is new.
    New,
    /// Saved and sealed.
    Sealed,
    /// Not closed: the process or the machine stopped.
    NotClosed,
}

/// What the checks found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Still looking.
    Checking,
    /// All is readable and as it was left.
    Sound,
    /// Files were changed while the journal was sealed.
    ChangedOutside,
    /// Part of the store cannot be read.
    Damaged,
}

/// Settings of the journal. All of them travel together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Language and text size, which the lock window uses too.
    pub appearance: Appearance,
    /// Minutes without a key press before the lock: 1 to 15.
    pub idle_minutes: u8,
    /// What the organisation calls a person on social assistance.
    pub resident_word: ResidentWord,
    /// What the organisation calls the person who writes here.
    pub worker_word: WorkerWord,
    /// Days that an entry lives after the last contact with its alias, unless the handbook says fewer.
    pub keep_days: KeepDays,
}

impl Settings {
    /// What holds before anybody changed anything.
    #[must_use]
    pub const fn first(language: Language) -> Self {
        Self {
            appearance: Appearance { language, text_size: TextSize::Normal },
            idle_minutes: 5,
            resident_word: ResidentWord::Inwoner,
            worker_word: WorkerWord::Consulent,
            keep_days: KeepDays(180),
        }
    }
}

/// What changing settings gives back: what now holds, and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsChanged {
    /// What holds now.
    pub settings: Settings,
    /// The kinds of contact, in the language that holds now.
    pub kinds: Vec<ContactKind>,
    /// What the handbook says besides questions, in that language.
    pub house_rules: HouseRules,
}

/// What the organisation calls a person on social assistance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ResidentWord {
    /// *Inwoner*, resident.
    #[default]
    Inwoner,
    /// *Klant*, customer.
    Klant,
    /// *Cliënt*, client.
    Client,
    /// *Kandidaat*, candidate.
    Kandidaat,
}

/// What the organisation calls the person who writes here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WorkerWord {
    /// *Consulent*.
    #[default]
    Consulent,
    /// *Klantmanager*.
    Klantmanager,
    /// *Inkomensconsulent*.
    Inkomensconsulent,
    /// *Werkconsulent*.
    Werkconsulent,
    /// *Participatiecoach*.
    Participatiecoach,
}

/// Asks for entries, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListEntries {
    /// Where the last page ended; none for the newest.
    pub after: Option<EntryCursor>,
}

/// A place in the list of entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryCursor {
    /// The day of the last row.
    pub day: Day,
    /// The entry of the last row.
    pub entry: EntryId,
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryPage {
    /// The rows, newest first, at most 50.
    pub rows: Vec<EntryRow>,
    /// Where the next page starts; none at the end.
    pub next: Option<EntryCursor>,
}

/// An entry in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryRow {
    /// Which entry.
    pub entry: EntryId,
    /// The day it belongs to.
    pub day: Day,
    /// The kind of contact, an id of the handbook; none for a free page on its own.
    pub kind: Option<String>,
    /// The pseudonym, if any.
    pub alias: Option<String>,
    /// The name of its form, for a sheet.
    pub sheet: Option<String>,
    /// The first words, on one line; empty when nothing was written yet.
    pub excerpt: String,
}

/// What is in the bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BinPage {
    /// The rows, last deleted first.
    pub rows: Vec<BinRow>,
    /// Until when backups hold what is erased now.
    pub held: HeldByBackups,
}

/// An entry in the bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BinRow {
    /// The entry as a list shows it.
    pub row: EntryRow,
    /// When it goes for good.
    pub goes_at: Moment,
}

/// Aliases in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AliasList {
    /// The latest contact first.
    pub aliases: Vec<String>,
}

/// A word pair that is not in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedAlias {
    /// Two words.
    pub alias: String,
}

/// Why the journal locks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LockReason {
    /// The person asked for it: by key, menu, button, or by something that `keys` must do.
    Asked,
    /// Nobody pressed a key for a time.
    Idle,
    /// The screen was locked.
    Screen,
    /// The machine goes to sleep.
    Sleep,
    /// The lid was closed.
    Lid,
}

/// Locks the journal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LockJournal {
    /// What the lock window opens for.
    pub intent: crate::Intent,
    /// Why, so that the lock window can say it.
    pub why: LockReason,
    /// The backup to restore, where that is what is asked.
    pub backup: Option<BackupRef>,
}
