//! The recovery page: one self-contained file, written where the person chooses.

use std::{
    fmt::Write as _,
    fs::OpenOptions,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use contract::Language;
use household::catalogue::{Say, say, say_with};
use vault::{Clock as _, RecoveryKey, SystemClock};
use zeroize::Zeroizing;

/// Asks where, and writes the page; nothing when the person closed the dialog.
///
/// # Errors
/// When the file cannot be written there.
pub fn save(language: Language, key: &RecoveryKey) -> io::Result<Option<PathBuf>> {
    let Some(path) = choose(language) else { return Ok(None) };
    write(&path, &page(language, key))?;
    Ok(Some(path))
}

/// Only the person who runs the app may read the page.
fn write(path: &Path, page: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(page.as_bytes())?;
    file.sync_all()
}

#[cfg(not(feature = "automation"))]
fn choose(language: Language) -> Option<PathBuf> {
    rfd::FileDialog::new()
        .set_title(say(language, Say::RecoveryTitle))
        .set_file_name(say(language, Say::RecoveryFile))
        .save_file()
}

#[cfg(feature = "automation")]
fn choose(language: Language) -> Option<PathBuf> {
    crate::automation::chosen_folder().map(|folder| folder.join(say(language, Say::RecoveryFile)))
}

/// The page. It asks for nothing, so it can be opened anywhere: no script, no font, no picture.
fn page(language: Language, key: &RecoveryKey) -> Zeroizing<String> {
    let tag = match language {
        Language::Nl => "nl",
        Language::En => "en",
    };
    let day = SystemClock.now().format("%Y-%m-%d").to_string();
    let made = say_with(language, Say::RecoveryMade, &[("day", &day)]);
    let title = escaped(&say(language, Say::RecoveryTitle));
    let (purpose, keep) = (say(language, Say::RecoveryPurpose), say(language, Say::RecoveryKeep));
    let mut page = Zeroizing::new(String::with_capacity(4_096));
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>body{{font:18px/1.6 serif;max-width:34em;margin:3em auto;padding:0 1em}}\
         ol{{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(8em,1fr));gap:1em}}\
         li{{font:600 28px/1.4 monospace;letter-spacing:.1em;border:1px solid;padding:.4em;text-align:center}}</style>\n\
         <h1>{title}</h1>\n<p>{}</p>\n<ol>\n",
        escaped(&purpose),
    );
    for group in key.groups() {
        let _ = writeln!(page, "<li>{}</li>", &*group);
    }
    let _ = write!(page, "</ol>\n<p>{}</p>\n<p>{}</p>\n</html>\n", escaped(&keep), escaped(&made));
    page
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use vault::SystemRandomness;

    use super::*;

    #[test]
    fn the_page_holds_every_group_and_asks_for_nothing() {
        let key = RecoveryKey::draw(&mut SystemRandomness).expect("randomness");
        let page = page(Language::Nl, &key);
        for group in key.groups() {
            assert!(page.contains(&format!("<li>{}</li>", &*group)));
        }
        for asks in ["<script", "http", "url(", "<img", "<link"] {
            assert!(!page.contains(asks), "{asks}");
        }
    }
}
