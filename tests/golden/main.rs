//! Golden files: journals as past versions wrote them, opened by every build from now on, and a kit
//! of files that are wrong, each in a way of its own, with the code that each must give.
//!
//! Everything in these files is made up, their passphrase stands beside them, and their names begin
//! with `test`. They were made once:
//!
//! ```sh
//! TERUGBLIK_MAKE_GOLDEN=1 cargo test -p boundaries --test golden
//! ```
//!
//! makes what is not there and never writes over what is: a new format gets a folder of its own
//! beside the old ones ([`past::FORMATS`]), and the kit, which hangs on the newest, is taken away by
//! hand before it is made anew. A format has a backup
//! too (`test-backup-*`).

mod authentic_slots;
mod kit;
mod make;
mod making;
mod past;
mod wrong_backups;
mod wrong_seals;
mod wrong_slots;
mod wrong_stores;
