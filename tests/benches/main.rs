//! `cargo xtask bench`: how fast, how small, how frugal, beside the goals, as one table.
//!
//! Everything that a clock measures stands beside a limit measured in the same run: what the disk
//! can do, what key derivation takes, what a bare window of the same webview needs. A missed goal
//! is a line in the table, not an error: a busy machine is no fault of the code.
//!
//! `cargo xtask bench -- store`, `backup`, `start`, `window`, `reflection`,
//! `walk-through` or `size` measures one part.

mod backup;
mod reflection;
mod samples;
mod screen;
mod size;
mod specimen;
mod start;
mod store;
mod surroundings;
mod table;
mod walk_through;
mod window;

use std::{
    env,
    panic::{self, AssertUnwindSafe},
};

use table::Table;

/// Something that can be measured by itself.
struct Part {
    name: &'static str,
    measure: fn(&mut Table),
}

const PARTS: &[Part] = &[
    Part { name: "size", measure: size::measure },
    Part { name: "store", measure: store::measure },
    Part { name: "backup", measure: backup::measure },
    Part { name: "start", measure: start::measure },
    Part { name: "window", measure: window::measure },
    Part { name: "reflection", measure: reflection::measure },
    Part { name: "walk-through", measure: walk_through::measure },
];

fn main() {
    // Cargo adds `--bench`; everything else names a part.
    let named: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let mut table = Table::begin();
    for part in PARTS.iter().filter(|part| named.is_empty() || named.iter().any(|word| word == part.name)) {
        table::progress(&format!("measuring: {}", part.name));
        // What cannot be measured here takes nothing away from the rest.
        if let Err(why) = attempt(|| (part.measure)(&mut table)) {
            table.missing(part.name, &why);
        }
    }
    table.finish();
}

/// Does something that may turn out not to be possible here; says why it was not.
fn attempt<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked").to_owned()
    })
}
