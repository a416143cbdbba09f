//! `cargo xtask advisories`: known faults in what we build on.
//!
//! Apart from `cargo verify`, because it asks the internet; and with a tool of its own, because
//! compiling one would cost every fresh machine minutes.

use crate::{
    Done,
    run::{cargo, find, npm, run},
};

/// Asks RustSec and npm.
///
/// # Errors
/// When a fault is known, or no tool is there to ask with.
pub(crate) fn advisories() -> Done {
    if find("cargo-deny").is_some() {
        run(&mut cargo(["deny", "check", "advisories"]))?;
    } else if find("cargo-audit").is_some() {
        run(&mut cargo(["audit"]))?;
    } else {
        return Err(
            "please install one of the two: cargo install cargo-deny, or cargo install cargo-audit".into()
        );
    }
    run(&mut npm(&["audit"]))
}
