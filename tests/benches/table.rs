//! The table that comes out: what was measured, what it is held against, and whether it is met.

use std::{
    fmt::Write as _,
    fs, iter,
    path::{Path, PathBuf},
    thread,
};

use vault::{Clock as _, SystemClock};

use crate::{goals, measured::Measured, specimen};

/// The rows so far.
pub struct Table {
    /// Every operation, by its name.
    pub measured: Measured,
    head: String,
    rows: Vec<Row>,
}

struct Row {
    what: String,
    measured: String,
    goal: String,
    met: &'static str,
}

impl Table {
    /// An empty table, which remembers how busy the machine was when it began.
    pub fn begin() -> Self {
        let cores = thread::available_parallelism().map_or(0, std::num::NonZero::get);
        let day = SystemClock.now().format("%Y-%m-%d %H:%M");
        Self {
            measured: Measured::default(),
            head: format!("Terugblik, {day}, {cores} cores, load {} at the start", load()),
            rows: Vec::new(),
        }
    }

    /// Something held against a goal.
    pub fn goal(&mut self, what: &str, measured: &str, goal: &str, met: bool) {
        self.add(what, measured, goal, if met { "yes" } else { "NO" });
    }

    /// Something worth knowing, or a limit that goals are derived from.
    pub fn note(&mut self, what: &str, measured: &str) {
        self.add(what, measured, "", "");
    }

    /// Something that could not be measured.
    pub fn missing(&mut self, what: &str, why: &str) {
        self.add(what, why, "", "not measured");
    }

    fn add(&mut self, what: &str, measured: &str, goal: &str, met: &'static str) {
        progress(&format!("  {what}: {measured}"));
        let line = |text: &str| text.replace('\n', " ");
        self.rows.push(Row { what: line(what), measured: line(measured), goal: line(goal), met });
    }

    /// Prints it and writes it to `.bench/table.txt`.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn finish(&self) {
        let rows = self
            .rows
            .iter()
            .map(|row| [row.what.clone(), row.measured.clone(), row.goal.clone(), row.met.to_owned()]);
        let goals = goals::verdicts(&self.measured).into_iter().map(|verdict| {
            let met = match verdict.met {
                Some(true) => "yes",
                Some(false) => "NO",
                None => "not measured",
            };
            [verdict.number.to_string(), verdict.goal.to_owned(), verdict.measured, met.to_owned()]
        });
        let text = format!(
            "{}, {} at the end, the largest journal with {} entries\n\n{}\nIn milliseconds:\n\n{}\n{}",
            self.head,
            load(),
            specimen::largest(),
            columns(["what", "measured", "goal", "met"], rows),
            columns(
                ["operation", "times", "p50", "p95", "p99", "max", "p50 / plain", "p50 / at 1,000"],
                self.measured.rows(),
            ),
            columns(["#", "goal", "measured", "met"], goals),
        );
        fs::write(folder().join("table.txt"), &text).expect("the table can be written");
        progress(&format!("\n{text}"));
    }
}

/// Rows under a head, each column as wide as its widest cell.
fn columns<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let rows: Vec<[String; N]> = iter::once(head.map(str::to_owned)).chain(rows).collect();
    let width = |place: usize| rows.iter().map(|row| row[place].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(width).collect();
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", cells.collect::<Vec<_>>().join("  ").trim_end());
        if number == 0 {
            let line = widths.iter().map(|width| "-".repeat(*width));
            let _ = writeln!(text, "{}", line.collect::<Vec<_>>().join("  "));
        }
    }
    text
}

/// Says how far it is.
#[expect(clippy::print_stdout, reason = "the table is what this program is for")]
pub fn progress(line: &str) {
    println!("{line}");
}

/// The folder `.bench`, which git ignores.
///
/// # Panics
/// When it cannot be made.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.bench");
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// How many processes wanted a core in the last minute.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().filter(|word| !word.is_empty()).unwrap_or("?").to_owned()
}
