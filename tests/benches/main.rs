//! `cargo xtask bench`: how fast, how small, how frugal, beside the goals, as one table.
//!
//! Everything that a clock measures stands beside a limit measured in the same run: what the disk
//! can do, what key derivation takes, what a bare window of the same webview needs. A missed goal
//! is a line in the table, not an error: a busy machine is no fault of the code.
//!
//! `cargo xtask bench scale`, `store`, `backup`, `start`, `window`, `reflection`, `walk-through`,
//! `finding` or `size` measures one part. `--entries N` takes another size for the largest journal than
//! 100,000, and `--json FILE` writes every operation as one object a line. At the end stand all operations,
//! beside plain SQLite and beside a journal of 1,000 entries, and the twelve goals with what came of each.

mod backup;
mod career;
mod finding;
mod goals;
mod measured;
mod plain;
mod query;
mod reflection;
mod samples;
mod scale;
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
    path::PathBuf,
};

use table::Table;

/// Something that can be measured by itself.
struct Part {
    name: &'static str,
    measure: fn(&mut Table),
}

const PARTS: &[Part] = &[
    Part { name: "size", measure: size::measure },
    Part { name: "scale", measure: scale::measure },
    Part { name: "store", measure: store::measure },
    Part { name: "backup", measure: backup::measure },
    Part { name: "start", measure: start::measure },
    Part { name: "window", measure: window::measure },
    Part { name: "reflection", measure: reflection::measure },
    Part { name: "walk-through", measure: walk_through::measure },
    Part { name: "finding", measure: finding::measure },
];

fn main() {
    let Asked { named, json } = asked();
    let mut table = Table::begin();
    for part in PARTS.iter().filter(|part| named.is_empty() || named.iter().any(|word| word == part.name)) {
        table::progress(&format!("measuring: {}", part.name));
        // What cannot be measured here takes nothing away from the rest.
        if let Err(why) = attempt(|| (part.measure)(&mut table)) {
            table.missing(part.name, &why);
        }
    }
    table.finish();
    if let Some(file) = json {
        table.measured.write_json(&file);
    }
}

/// What was asked for.
#[derive(Default)]
struct Asked {
    /// Parts; none for all.
    named: Vec<String>,
    /// Where each operation goes as a line of JSON.
    json: Option<PathBuf>,
}

/// Reads what was asked for. Cargo adds `--bench`.
fn asked() -> Asked {
    let (mut asked, mut words) = (Asked::default(), env::args().skip(1));
    while let Some(word) = words.next() {
        match word.as_str() {
            "--entries" => {
                let number = words.next().and_then(|number| number.parse().ok());
                specimen::set_largest(number.expect("--entries takes a number"));
            }
            "--json" => asked.json = Some(words.next().expect("--json takes a file").into()),
            _ if word.starts_with("--") => {}
            _ => asked.named.push(word),
        }
    }
    asked
}

/// Does something that may turn out not to be possible here; says why it was not.
fn attempt<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked").to_owned()
    })
}
