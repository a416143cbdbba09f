//! Isolation: what the machine must refuse us, and that a locked journal leaves nothing behind; shown
//! on the app as it ships.
//!
//! Short rounds run with the journeys, for they need a display and the app; `cargo xtask isolation`
//! goes on for as long as was promised and prints what was done. Ids such as L1 are those of the table
//! of promises.

// Persons hear and type here over D-Bus and X11, and the kernel that refuses is Linux.
#![cfg(target_os = "linux")]

mod confined;
mod crash;
mod hostile;
mod listener;
mod lock;
mod robot;
mod typing;
mod walking;

use boundaries::shipped::{person, steps, walks};
