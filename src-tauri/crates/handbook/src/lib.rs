//! Packs of questions: read, lint, choose. Pure: no file, no clock, no randomness of its own.
//!
//! A *pack* is one TOML file in one language: themes, sources, kinds of contact, questions, forms
//! and what else a handbook has, and the words an organisation may choose (inwoner, klant, …) as
//! placeholders. Anybody may write one, so [`Pack::read`] treats every file as hostile: it answers
//! with a [`PackError`], a line and a code with data, and never panics. A pack may build on another
//! ([`Pack::read_beside`]); [`Pack::with`] makes one of several. [`lint()`] finds what is legal but
//! unkind, such as a question that blames. [`Pack::choose`] picks a few questions for one sitting;
//! the seed is an argument, so the same seed always gives the same questions. [`gaps()`] says where
//! a pack has too few of them, [`coverage()`] how many it reaches.
//!
//! Two kinds of plain lists live here too: [`WordList`] for passphrases, [`PairList`] for aliases.

mod choose;
mod coverage;
mod error;
mod gaps;
mod id;
mod joined;
mod lint;
mod lists;
mod pack;
mod prose;
mod read;
mod shuffle;
mod texts;
mod tree;
mod words;

pub use choose::{Choice, most_questions};
pub use coverage::{Coverage, coverage};
pub use error::{Fault, PackError};
pub use gaps::{CARRIED, Gap, LOOKING_BACK, MINUTES, gaps};
pub use id::{FormId, KindId, QuestionId, SourceId, ThemeId};
pub use lint::{Finding, LintCode, lint, lint_beside};
pub use lists::{ListError, ListFault, PairList, WordList};
pub use pack::{
    About, Agreement, Aspect, Baggage, Card, Case, CaseRole, Companion, Deck, Form, FormField,
    FormInIntervision, Group, Header, HouseRules, Instrument, Kind, Labelled, Language, Method, MethodStep,
    Moment, Mood, Pack, Question, Role, Shape, Source, Starter, Term, Theme,
};
pub use read::MAX_PACK_BYTES;
pub use texts::{Place, Text};
pub use words::{ResidentWord, Words, WorkerWord};
