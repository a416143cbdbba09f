//! Durability: kills, failing calls, full disks, power cuts and rot lose nothing that was
//! acknowledged, and are called by their name.
//!
//! A short round runs with the other tests; `cargo xtask durability` goes on for as long as was
//! promised and prints what was done. Ids such as D1 are those of the table of promises. What
//! cannot run here panics with `not run: why`.

// Calls are watched, failed and recorded by strace.
#![cfg(target_os = "linux")]

mod actor;
mod acts;
mod bad_moment;
mod disk;
mod faults;
mod full_disk;
mod index_kills;
mod kills;
mod log;
mod migration;
mod no_rights;
mod power;
mod recording;
mod rot;
mod rot_backups;
mod starved;
mod strace;
mod terms;
mod walks;
