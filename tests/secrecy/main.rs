//! Secrecy: what a thief gets out of the files of a locked journal, and what somebody who changes
//! them can reach.
//!
//! A short round runs with the other tests; `cargo xtask secrecy` goes on for as long as was
//! promised and prints what was done. Ids such as S1 are those of the table of promises.

mod changed;
mod cheap;
mod collision;
mod copies;
// Memory is read in /proc.
#[cfg(target_os = "linux")]
mod costs;
mod entropy;
mod former;
mod loot;
mod nowhere;
mod passphrases;
mod sheet;
mod slot_writes;
mod thief;
