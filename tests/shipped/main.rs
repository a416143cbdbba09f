//! The app as it ships, as somebody with a keyboard and a screen reader has it: no WebDriver, no
//! window made for tests. `cargo xtask journeys` builds what it needs and runs it.

// What a person hears and types here goes over D-Bus and X11.
#![cfg(target_os = "linux")]

mod clipboard;
mod deflated;
mod files;
mod looking_back;
mod main_job;
mod memory;
mod menu_entry;
mod mirror;
mod own_trial;
mod screens;
mod secrets;
mod self_check;
mod spelling;
mod text_menu;
mod walk_through;
mod watched;

use boundaries::shipped::{person, reader, steps, walks};
