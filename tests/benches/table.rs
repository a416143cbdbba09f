//! The table that comes out: what was measured, what it is held against, and whether it is met.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    thread,
};

use vault::{Clock as _, SystemClock};

/// The rows so far.
pub struct Table {
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
        let width =
            |cell: fn(&Row) -> &str| self.rows.iter().map(|row| cell(row).chars().count()).max().unwrap_or(0);
        let (what, measured) = (width(|row| &row.what), width(|row| &row.measured));
        let goal = width(|row| &row.goal);
        let mut text = format!("{}, {} at the end\n\n", self.head, load());
        let mut line = |a: &str, b: &str, c: &str, d: &str| {
            let full = format!("{a:what$}  {b:measured$}  {c:goal$}  {d}");
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}", full.trim_end());
        };
        line("what", "measured", "goal", "met");
        line(&"-".repeat(what), &"-".repeat(measured), &"-".repeat(goal), "---");
        for row in &self.rows {
            line(&row.what, &row.measured, &row.goal, row.met);
        }
        fs::write(folder().join("table.txt"), &text).expect("the table can be written");
        progress(&format!("\n{text}"));
    }
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
