//! Durability: kills, failing calls, full disks, power cuts and rot lose nothing that was
//! acknowledged, and are called by their name.
//!
//! A short round runs with the other tests; `cargo xtask durability` goes on for as long as was
//! promised and prints what was done. Ids such as D1 are those of the table of promises. What
//! cannot run here panics with `not run: why`.

mod actor;
mod kills;
mod known;
mod log;
mod rot;

// These watch system calls, which only strace does for us.
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod faults;
#[cfg(target_os = "linux")]
mod full_disk;
#[cfg(target_os = "linux")]
mod migration;
#[cfg(target_os = "linux")]
mod power;
#[cfg(target_os = "linux")]
mod recording;
#[cfg(target_os = "linux")]
mod starved;
#[cfg(target_os = "linux")]
mod strace;
