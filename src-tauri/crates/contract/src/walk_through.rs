//! Walking through entries with somebody who was invited: what is prepared, what is shown, what stays.
//!
//! Two windows share this: the journal's, which prepares and remembers, and the walk-through's, which
//! shows frozen texts and never held a key. Only [`ShownWalkThrough`] reaches the second.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Appearance, Day, EntryId, LockedBy, Moment, Opened, ResidentWord, WorkerWord};

/// A walk-through's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"walk-through\" }")]
pub struct WalkThroughId(pub i64);

/// The number of a page of a walk-through in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"walk-page\" }")]
pub struct WalkPageId(pub i64);

/// The number of a part of such a page in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"walk-block\" }")]
pub struct WalkBlockId(pub i64);

/// Minutes that a walk-through takes: 15, 30, 45 or 60.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(type = "15 | 30 | 45 | 60")]
pub struct WalkMinutes(pub u8);

/// Everything about walk-throughs, for the page about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkThroughList {
    /// Whether the person has read what a note becomes that was shown.
    pub explained: bool,
    /// What is prepared or withdrawn and was never shown: the next planned first, those without a day
    /// before them.
    pub prepared: Vec<WalkThroughRow>,
    /// What was walked through, the latest first.
    pub past: Vec<WalkThroughRow>,
}

/// A line about one walk-through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkThroughRow {
    /// Which.
    pub walk_through: WalkThroughId,
    /// For whom, as the person wrote it: a role. Empty while nothing was written.
    pub for_whom: String,
    /// The day it is planned for; none: now, or whenever.
    pub planned_on: Option<Day>,
    /// The day on which it was shown; none while it was not.
    pub shown_on: Option<Day>,
    /// The day on which it was withdrawn; none while it holds.
    pub withdrawn_on: Option<Day>,
    /// What became of its card; none before it was shown.
    pub card: Option<CardState>,
    /// The pages that are still there.
    pub pages: Vec<WalkPageHead>,
}

/// What a page is of, for the one who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkPageHead {
    /// The entry.
    pub entry: EntryId,
    /// The day it belongs to.
    pub day: Day,
    /// The name of its kind of contact; none where it has no contact.
    pub kind: Option<String>,
    /// The name of a sheet; none for anything else.
    pub title: Option<String>,
    /// Its alias, which is never shown to others.
    pub alias: Option<String>,
}

/// Names one walk-through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkThroughRequest {
    /// Which.
    pub walk_through: WalkThroughId,
}

/// Freezes entries for a new walk-through.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrepareWalkThrough {
    /// The entries, in the order in which they will be shown.
    pub entries: Vec<EntryId>,
}

/// Freezes more entries, after the pages that are there. One that is there already is passed over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddWalkPages {
    /// Which walk-through.
    pub walk_through: WalkThroughId,
    /// The entries.
    pub entries: Vec<EntryId>,
}

/// Says for whom, what for, how long and when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeWalkThrough {
    /// Which.
    pub walk_through: WalkThroughId,
    /// For whom: a role, one line of at most 60 characters. May be empty while it is prepared.
    pub for_whom: String,
    /// The question that the writer has, one line of at most 300 characters. May be empty.
    pub question: String,
    /// How long.
    pub minutes: WalkMinutes,
    /// For which day; none: now.
    pub planned_on: Option<Day>,
}

/// One walk-through as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkThroughView {
    /// Which.
    pub walk_through: WalkThroughId,
    /// For whom.
    pub for_whom: String,
    /// The question that the writer has.
    pub question: String,
    /// How long.
    pub minutes: WalkMinutes,
    /// For which day; none: now.
    pub planned_on: Option<Day>,
    /// When it was prepared.
    pub prepared_at: Moment,
    /// The day on which something was changed after it had been looked over; none where nothing was.
    pub changed_on: Option<Day>,
    /// The day on which it was withdrawn; none while it holds.
    pub withdrawn_on: Option<Day>,
    /// The pages in their order. A page whose entry was erased is gone.
    pub pages: Vec<WalkPageView>,
    /// Whether a page is gone because its entry was erased.
    pub has_lost_pages: bool,
    /// Whether it may begin: there are pages, every original is as it was frozen, and the person has
    /// looked over what will be seen since the last change.
    pub ready: bool,
    /// How it went; none before it was shown.
    pub shown: Option<WalkThroughShown>,
    /// What was written about it; none before it was shown.
    pub card: Option<JointCard>,
}

/// How a walk-through went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkThroughShown {
    /// When it began.
    pub began_at: Moment,
    /// When it ended; none where the program or the machine stopped before.
    pub ended_at: Option<Moment>,
    /// How it ended; none where nobody could say.
    pub end: Option<WalkEnd>,
}

/// How a walk-through ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum WalkEnd {
    /// Somebody ended it.
    Asked,
    /// The time was over, and nobody asked for more.
    Time,
    /// The system called for a lock.
    Locked {
        /// What did.
        by: LockedBy,
    },
}

/// One page, frozen from one entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkPageView {
    /// Which page.
    pub page: WalkPageId,
    /// What it is of.
    pub head: WalkPageHead,
    /// What stands for the alias, like “inwoner A”; none where there is no alias.
    pub who: Option<String>,
    /// Whether the day is shown.
    pub shows_day: bool,
    /// What became of the entry since.
    pub original: Original,
    /// Its parts, in their order.
    pub blocks: Vec<WalkBlockView>,
}

/// What became of an entry since it was frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Original {
    /// Nothing.
    Same,
    /// It says something else now: the page has to be frozen again, or taken out.
    Changed,
    /// It is in the bin: the page has to be taken out, or the entry put back.
    InBin,
}

/// A part of a page: one answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkBlockView {
    /// Which part.
    pub block: WalkBlockId,
    /// What it answers.
    pub label: BlockLabel,
    /// The name of a column of a sheet, if any.
    pub heading: Option<String>,
    /// The frozen text, with aliases and what was replaced taken out. For [`BlockLabel::Baggage`] and
    /// [`BlockLabel::Mood`] the code.
    pub text: String,
    /// What is covered of it, in the order of the text; none overlaps or touches another. A part that is
    /// covered whole has one span over all of its text.
    pub covers: Vec<CoverSpan>,
}

/// A covered passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverSpan {
    /// Where it begins, in UTF-16 code units, as a page counts.
    pub start: u32,
    /// Where it ends, in UTF-16 code units.
    pub end: u32,
}

/// Names one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkPageRequest {
    /// Which page.
    pub page: WalkPageId,
}

/// Puts a page at another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MoveWalkPage {
    /// Which page.
    pub page: WalkPageId,
    /// Before which other page; none: at the end.
    pub before: Option<WalkPageId>,
}

/// Shows the day of a page, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShowWalkDay {
    /// Which page.
    pub page: WalkPageId,
    /// Whether it is shown.
    pub shows_day: bool,
}

/// Says what is covered of a part.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverBlock {
    /// Which part.
    pub block: WalkBlockId,
    /// All that is covered of it; nothing uncovers it.
    pub covers: Vec<CoverSpan>,
}

/// Puts other words in the place of a passage of the frozen text. The entry stays as it is.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplaceInBlock {
    /// Which part.
    pub block: WalkBlockId,
    /// The passage.
    pub span: CoverSpan,
    /// What stands there, so that a list that is late replaces nothing else.
    pub text: String,
    /// The words in its place, one line of at most 60 characters.
    pub with: String,
}

/// Withdraws what was prepared, or takes that back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WithdrawWalkThrough {
    /// Which.
    pub walk_through: WalkThroughId,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
}

/// Exactly what is seen by who looks along: nothing else of the journal leaves its process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShownWalkThrough {
    /// For whom.
    pub for_whom: String,
    /// The question that the writer has.
    pub question: String,
    /// How long.
    pub minutes: WalkMinutes,
    /// What the organisation calls a person on social assistance.
    pub resident_word: ResidentWord,
    /// What the organisation calls the person who writes.
    pub worker_word: WorkerWord,
    /// The pages in their order.
    pub pages: Vec<ShownPage>,
    /// What a companion may ask, from the handbook.
    pub companion: Vec<String>,
}

/// A page as it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShownPage {
    /// What stands for the alias; none where there is no alias.
    pub who: Option<String>,
    /// The day, where the writer chose to show it.
    pub day: Option<Day>,
    /// The name of the kind of contact; none where there is no contact.
    pub kind: Option<String>,
    /// The name of a sheet; none for anything else.
    pub title: Option<String>,
    /// Its parts.
    pub blocks: Vec<ShownBlock>,
}

/// A part of a page as it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShownBlock {
    /// What it answers.
    pub label: BlockLabel,
    /// The name of a column of a sheet, if any.
    pub heading: Option<String>,
    /// What is seen, in the order of the text.
    pub pieces: Vec<ShownPiece>,
}

/// What a part of a page answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum BlockLabel {
    /// A question, a field of a sheet or a look-back, in the words in which it was asked.
    Asked {
        /// Those words.
        text: String,
    },
    /// Nothing: a free page.
    Free,
    /// How it was for the writer.
    Feeling,
    /// The one thing to try next time.
    Intention,
    /// What came of an earlier intention.
    Outcome,
    /// What the resident carried, as far as the writer kept it.
    Baggage,
    /// How the writer felt, as far as that was kept.
    Mood,
}

/// A piece of a text as it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum ShownPiece {
    /// Text.
    Text {
        /// It.
        text: String,
    },
    /// Something is covered here. How much, nobody can tell.
    Covered,
}

/// What the journal's window shows first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum FirstScreen {
    /// The journal.
    Journal {
        /// What it shows.
        opened: Opened,
    },
    /// The card after a walk-through, and nothing of the journal: somebody may still look along. Until
    /// [`open_after_card`](crate::JOURNAL) every command about the journal is out of turn.
    JointCard {
        /// What it shows.
        screen: JointCardScreen,
    },
}

/// All that the card's screen knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JointCardScreen {
    /// Language and text size.
    pub appearance: Appearance,
    /// Minutes without a key press before the lock.
    pub idle_minutes: u8,
    /// What the organisation calls a person on social assistance.
    pub resident_word: ResidentWord,
    /// What the organisation calls the person who writes.
    pub worker_word: WorkerWord,
    /// Which walk-through it is about.
    pub walk_through: WalkThroughId,
    /// How it ended; none where the program or the machine stopped before.
    pub end: Option<WalkEnd>,
    /// The card as it stands.
    pub card: JointCard,
    /// Whether nothing can be written now.
    pub only_reading: bool,
}

/// What was learned together. Only the writer of the journal writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JointCard {
    /// What was talked about.
    pub discussed: String,
    /// What the writer takes along.
    pub take_along: String,
    /// What the writer sees differently.
    pub differently: String,
    /// What became of it.
    pub state: CardState,
}

/// What became of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CardState {
    /// Not decided.
    Open,
    /// Kept.
    Kept,
    /// Thrown away: its texts are erased, beyond recovery.
    ThrownAway,
}

/// Saves the card's texts as they stand now, each of at most 4,000 characters.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveJointCard {
    /// Which walk-through it is about.
    pub walk_through: WalkThroughId,
    /// What was talked about.
    pub discussed: String,
    /// What the writer takes along.
    pub take_along: String,
    /// What the writer sees differently.
    pub differently: String,
}

/// Keeps a card, or throws it away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecideJointCard {
    /// Which walk-through it is about.
    pub walk_through: WalkThroughId,
    /// Whether it is kept.
    pub keep: bool,
}

/// Makes an intention of what was learned: it stands on a free page of today.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MakeIntention {
    /// What to try.
    pub text: String,
}

/// What the walk-through's window gets, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WalkThroughBegins {
    /// What is shown.
    pub shown: ShownWalkThrough,
    /// Language and text size.
    pub appearance: Appearance,
    /// Seconds until the time is over.
    pub seconds_left: u32,
}

/// Something that the shell has to say to the walk-through's window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum WalkEvent {
    /// The time is over: everything is covered now.
    TimeOver,
    /// There is more time: a passphrase was given.
    MoreTime {
        /// Seconds until the time is over now.
        seconds_left: u32,
    },
    /// Nobody gave a passphrase.
    NoMoreTime,
}
