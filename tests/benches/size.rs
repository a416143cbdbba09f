//! What is shipped: the two programs, and the bundle of each role as it travels compressed.

use std::{
    env, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

use crate::table::Table;

/// Measures the release binaries and the bundles.
pub fn measure(table: &mut Table) {
    match env::var_os("TERUGBLIK_APP").map(PathBuf::from) {
        Some(app) => {
            let kilobytes = |program: &Path| kilo(fs::metadata(program).expect("a release binary").len());
            table.note(
                "release binaries, stripped, fonts and texts inside",
                &format!(
                    "parent {} kB, windows {} kB",
                    kilobytes(&app),
                    kilobytes(&app.with_file_name("terugblik-window"))
                ),
            );
        }
        None => table.missing("release binaries", "no TERUGBLIK_APP; use `cargo xtask bench`"),
    }
    match env::var_os("TERUGBLIK_INSTALLER").map(PathBuf::from) {
        Some(installer) => {
            let kilobytes = kilo(fs::metadata(&installer).expect("an installer").len());
            table.goal("the largest installer", &format!("{kilobytes} kB"), "≤ 15 MB", kilobytes <= 15_000);
            let kilobytes = u32::try_from(kilobytes).map_or(f64::INFINITY, f64::from);
            table.measured.figure("installer in MB", kilobytes / 1_000.0);
        }
        None => table.missing("the largest installer", "no TERUGBLIK_INSTALLER; use `cargo xtask bench`"),
    }
    for role in ["keys", "journal"] {
        let files = bundle(role);
        let fonts = |path: &&PathBuf| path.extension().is_some_and(|kind| kind == "woff2");
        let compressed: u64 = files.iter().filter(|path| !fonts(path)).map(|path| gzip(path)).sum();
        let of_fonts: u64 =
            files.iter().filter(fonts).map(|path| fs::metadata(path).expect("a font").len()).sum();
        let what = format!("what {role} fetches before it shows anything, gzip, without fonts");
        let measured = format!("{} kB (fonts {} kB)", kilo(compressed), kilo(of_fonts));
        if role == "journal" {
            table.goal(&what, &measured, "≤ 200 kB", compressed <= 200_000);
        } else {
            table.note(&what, &measured);
        }
    }
}

fn kilo(bytes: u64) -> u64 {
    bytes.div_ceil(1_000)
}

/// The page of a role, its scripts and styles with what they begin with, and the words of one language:
/// what `ui/tools/bundle.mjs` holds to its limit. What is imported later waits until somebody goes there.
fn bundle(role: &str) -> Vec<PathBuf> {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    let assets: Vec<String> = fs::read_dir(dist.join("assets"))
        .expect("the UI is built")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    let is_script = |path: &Path| path.extension().is_some_and(|kind| kind == "js");
    let words = assets.iter().filter(|name| name.starts_with("nl-") && is_script(Path::new(name)));
    let mut found = vec![dist.join(format!("{role}.html"))];
    found.extend(words.map(|name| dist.join("assets").join(name)));
    let mut place = 0;
    while let Some(path) = found.get(place) {
        let bytes = fs::read(path).expect("a file of the bundle");
        let text = String::from_utf8_lossy(&bytes);
        let begins_with = |name: &str| {
            let quoted = ['"', '\'', '`'].map(|quote| format!("{quote}./{name}{quote}"));
            let imported = |quoted: &String| ["from", "import"].map(|word| format!("{word}{quoted}"));
            quoted.iter().flat_map(imported).any(|import| text.contains(&import))
        };
        let is_named = |name: &str| if is_script(path) { begins_with(name) } else { text.contains(name) };
        let named: Vec<PathBuf> = assets
            .iter()
            .filter(|name| is_named(name))
            .map(|name| dist.join("assets").join(name))
            .filter(|path| !found.contains(path))
            .collect();
        found.extend(named);
        place += 1;
    }
    found
}

/// How many bytes `gzip -9` makes of a file.
fn gzip(path: &Path) -> u64 {
    let mut gzip = Command::new("gzip")
        .args(["-9", "-c"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("gzip starts");
    let mut input = gzip.stdin.take().expect("a pipe");
    let bytes = fs::read(path).expect("a file of the bundle");
    let feeder = thread::spawn(move || input.write_all(&bytes));
    let output = gzip.wait_with_output().expect("gzip ends");
    feeder.join().expect("nobody panicked").expect("gzip reads all");
    output.stdout.len() as u64
}
