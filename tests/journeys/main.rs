//! What a person does, from the first window to the last byte, in the real app and its real
//! webview. `cargo xtask journeys` builds what they need and runs them.

mod crash;
mod first_reflection;
mod idle;
mod keyboard;
mod new_keys;
mod processes;
mod races;
mod refusals;
mod steps;
mod tour;
