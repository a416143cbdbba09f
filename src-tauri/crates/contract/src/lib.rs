//! What may cross between a window and its role: commands, types, failure codes.
//!
//! One command is one line in its role's table (`table.rs`). The handler list, the
//! permission per command and the TypeScript that the UI compiles against all follow from that
//! line; a command that is missing anywhere does not compile. Nothing here has behaviour.
//!
//! Words for people never cross: a [`Failure`] is a code with data, and the catalogue in
//! `assets/i18n` has the sentence.

mod backup;
mod entry;
mod failure;
mod finding;
mod handbook;
mod journal;
mod keys;
mod learned;
mod life;
mod looking_back;
mod mirror;
mod own_trial;
mod self_check;
mod shared;
mod sheet;
mod table;
mod typescript;
mod walk_through;

pub use backup::*;
pub use entry::*;
pub use failure::{Failure, KeyPart};
pub use finding::*;
pub use handbook::*;
pub use journal::*;
pub use keys::*;
pub use learned::*;
pub use life::*;
pub use looking_back::*;
pub use mirror::*;
pub use own_trial::*;
pub use self_check::*;
pub use shared::*;
pub use sheet::*;
pub use table::{CommandLine, JOURNAL, KEYS, WALK_THROUGH};
pub use typescript::typescript;
pub use walk_through::*;
