//! The few lines this program writes on a terminal. Nothing of a journal is ever among them.

use std::{
    fmt::Display,
    io::Write as _,
    sync::atomic::{AtomicU32, Ordering},
};

use contract::Failure;

use crate::{
    appearance,
    catalogue::{Say, say_with},
};

/// Writes one line to standard error. A role's standard output belongs to its parent.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stderr(), "terugblik: {text}");
}

/// Says that nothing was opened because the system refuses this program too little, and by which
/// code who looks after the machine can find out what.
pub fn refusal(code: &dyn Display) {
    let language = appearance::language_of_system();
    line(&say_with(language, Say::NotConfined, &[("code", &code.to_string())]));
}

/// Numbers something that should not happen and notes its code; the number is all that a window
/// gets to see. `cause` must be a code, never a text that a person wrote.
pub fn incident(cause: &dyn Display) -> Failure {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let incident = NEXT.fetch_add(1, Ordering::Relaxed);
    line(&format!("incident {incident}: {cause}"));
    Failure::Internal { incident }
}
