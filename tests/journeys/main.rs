//! What a person does, from the first window to the last byte, in the real app and its real
//! webview. `cargo xtask journeys` builds what they need and runs them.

mod aliases;
mod asking;
mod asking_keys;
mod backups;
mod crash;
mod files;
mod first_reflection;
mod guided;
mod guided_keys;
mod hardened;
mod hostile;
mod identifiers;
mod idle;
mod keyboard;
mod later;
mod marks;
mod new_keys;
mod organisation;
mod processes;
mod races;
mod refusals;
mod restoring;
mod returning;
mod self_check;
mod short_life;
mod steps;
mod tour;
