//! The encrypted store: key slots, SQLCipher file, seal.
//!
//! **Security goal.** Whoever has the data folder but neither the passphrase nor the recovery key
//! reads no word of the journal, and whoever changed its files cannot do so unnoticed.
//!
//! Not promised: a complete and consistent old copy of *all* files put back together looks like
//! yesterday; a program that runs as the same user while the journal is open reads what it likes.
//!
//! Where to read:
//! - [`SlotFile`] and [`set_up()`]: how a passphrase or a recovery key becomes the data key;
//! - [`Vault`]: locked and unlocked as types, and what locking means;
//! - [`Checker`] and [`Verdict`]: whether the store is the one that was locked;
//! - [`Vault::begin_backup`], [`Draft`], [`Backups`] and [`find_backups`]: copies that were opened and
//!   counted, here and elsewhere, and what [`judge_place`] thinks of elsewhere;
//! - [`Folder::finish_turn`], [`restore()`], [`renew()`]: how a whole journal takes another's place;
//!   [`wipe()`]: how one ends; [`Folder::end_asides`]: when one that was kept aside does;
//! - [`Vault::unlock_to_read`] and [`read_well`]: reading without writing, and what a broken page does;
//! - [`Folder`]: the only place that knows the names of our files.
//!
//! This is the only crate that knows ciphers or opens files of the data folder. Clock, randomness
//! and the cost of key derivation are arguments. Two numbers that no test can want to foresee are
//! drawn from the system all the same: the nonce of a backup's manifest, and the count of changes that
//! a store which was not locked goes on from.

mod appearance;
mod aside;
mod backup;
mod checker;
mod clock;
mod copying;
mod derive;
mod error;
mod files;
mod folder;
mod guard;
mod migration;
mod randomness;
mod raw_key;
mod recovery_key;
mod renew;
mod restore;
mod rewrite;
mod seal;
mod secrets;
mod set_up;
mod settings;
mod slots;
mod staging;
mod store;
mod trial;
mod turn;
mod vault;
mod wal;
mod whole;
mod wipe;

pub use appearance::{Appearance, Language, TextSize};
pub use aside::Aside;
pub use backup::{
    Backup, BackupName, Backups, Count, Draft, FoundBackup, Inside, Levelled, Place, PlaceWarning,
    SecondPlace, Tally, Unreadable, find_backups, judge_place,
};
pub use checker::{Checker, Verdict};
pub use clock::{Clock, SystemClock};
pub use derive::Cost;
pub use error::VaultError;
pub use folder::{Claim, Folder, Situation};
pub use migration::Migration;
pub use randomness::{NoRandomness, Randomness, SystemRandomness};
pub use recovery_key::{RecoveryKey, RecoveryKeyError};
pub use renew::renew;
pub use restore::{Restored, restore};
pub use rewrite::Question;
pub use secrets::{DataKey, Passphrase, VaultId};
pub use set_up::set_up;
pub use slots::SlotFile;
pub use store::read_well;
pub use vault::{Copied, Left, Locked, Unlocked, Vault};
pub use wipe::{Wiped, wipe};

// The journal speaks SQL through this very version; a second one could not open our connection.
pub use rusqlite;
