//! The recovery page, for the printer.

use std::fmt::Write as _;

use contract::{Failure, Language, PageSaved};
use household::catalogue::{Say, say, say_with};
use vault::{Clock as _, RecoveryKey, SystemClock};
use zeroize::Zeroizing;

use crate::page::{self, escaped};

const STYLE: &str = "body{font:18px/1.6 serif;max-width:34em;margin:3em auto;padding:0 1em}\
    ol{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(8em,1fr));gap:1em}\
    li{font:600 28px/1.4 monospace;letter-spacing:.1em;border:1px solid;padding:.4em;text-align:center}";

/// Asks where, and writes the page; nothing when the person closed the dialog.
///
/// # Errors
/// As [`page::save`].
pub fn save(language: Language, key: &RecoveryKey) -> Result<PageSaved, Failure> {
    page::save(language, Say::RecoveryTitle, Say::RecoveryFile, || page(language, key))
}

fn page(language: Language, key: &RecoveryKey) -> Zeroizing<String> {
    let day = SystemClock.now().format("%Y-%m-%d").to_string();
    let made = say_with(language, Say::RecoveryMade, &[("day", &day)]);
    let (purpose, keep) = (say(language, Say::RecoveryPurpose), say(language, Say::RecoveryKeep));
    let mut body = Zeroizing::new(String::with_capacity(4_096));
    // Writing to a string cannot fail.
    let _ = write!(body, "<p>{}</p>\n<ol>\n", escaped(&purpose));
    for group in key.groups() {
        let _ = writeln!(body, "<li>{}</li>", &*group);
    }
    let _ = write!(body, "</ol>\n<p>{}</p>\n<p>{}</p>\n", escaped(&keep), escaped(&made));
    page::framed(language, &say(language, Say::RecoveryTitle), STYLE, &body)
}

#[cfg(test)]
mod tests {
    use vault::SystemRandomness;

    use super::*;

    #[test]
    fn the_page_holds_every_group_and_stands_alone() {
        let key = RecoveryKey::draw(&mut SystemRandomness).expect("randomness");
        let page = page(Language::Nl, &key);
        for group in key.groups() {
            assert!(page.contains(&format!("<li>{}</li>", &*group)));
        }
        page::tests::stands_alone(&page);
    }
}
