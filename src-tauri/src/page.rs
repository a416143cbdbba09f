//! Pages that a person keeps: one self-contained file each, written where they choose. A page asks
//! for nothing, so it can be opened anywhere: no script, no font, no picture.

use std::{
    fmt::Write as _,
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use chrono::{Datelike as _, NaiveDate};
use contract::{Failure, Language, PageSaved};
use household::catalogue::{Say, Speaker, say};
use zeroize::Zeroizing;

/// Asks where, under a title and with a name for the file, and writes the page there; nothing when
/// the person closed the dialog.
///
/// # Errors
/// [`Failure::DiskFull`]; [`Failure::PageNotSaved`] when it cannot be written there. What stood there
/// under that name is as it was.
pub fn save(
    language: Language,
    title: Say,
    file: Say,
    page: impl FnOnce() -> Zeroizing<String>,
) -> Result<PageSaved, Failure> {
    let Some(path) = choose(language, title, file) else { return Ok(PageSaved { path: None }) };
    write(&path, &page()).map_err(|error| {
        let full = [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded];
        if full.contains(&error.kind()) { Failure::DiskFull } else { Failure::PageNotSaved }
    })?;
    Ok(PageSaved { path: Some(path.display().to_string()) })
}

/// The whole page around a body of HTML. The title is plain text.
pub fn framed(language: Language, title: &str, style: &str, body: &str) -> Zeroizing<String> {
    let tag = match language {
        Language::Nl => "nl",
        Language::En => "en",
    };
    let title = escaped(title);
    // Large enough at once: what grows leaves copies behind, and a body can be a secret.
    let mut page = Zeroizing::new(String::with_capacity(512 + 2 * title.len() + style.len() + body.len()));
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>{style}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n",
    );
    page
}

/// A day in words.
pub fn day(speaker: &Speaker, day: NaiveDate) -> String {
    let (number, month, year) = (day.day().to_string(), format!("m{}", day.month()), day.year().to_string());
    speaker.say_with(Say::Day, &[("day", &number), ("month", &month), ("year", &year)])
}

/// A text as it stands between tags.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Writes the page beside its place and then puts it there: half a page is none. Only the person who
/// runs the app may read it.
fn write(path: &Path, page: &str) -> io::Result<()> {
    let (beside, mut file) = new_file_beside(path)?;
    let written = file.write_all(page.as_bytes()).and_then(|()| file.sync_all());
    let written = written.and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // A recovery page that is nobody's must not stay behind.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A file that was not there: what somebody else has laid at such a name is not written into.
fn new_file_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    const MOST: u32 = 100;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut number = 0;
    loop {
        let name = if number == 0 { "part".to_owned() } else { format!("part-{number}") };
        let beside = path.with_added_extension(name);
        match options.open(&beside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < MOST => number += 1,
            opened => return opened.map(|file| (beside, file)),
        }
    }
}

#[cfg(not(feature = "automation"))]
fn choose(language: Language, title: Say, file: Say) -> Option<PathBuf> {
    rfd::FileDialog::new().set_title(say(language, title)).set_file_name(say(language, file)).save_file()
}

/// WebDriver cannot click a dialog of the system: a test says in which folder it would save.
#[cfg(feature = "automation")]
fn choose(language: Language, _: Say, file: Say) -> Option<PathBuf> {
    crate::automation::chosen_folder().map(|folder| folder.join(say(language, file)))
}

/// What the tests of every page look at.
#[cfg(test)]
pub mod tests {
    use super::*;

    /// A page opens as it is meant to, anywhere: every tag has its end, and nothing is asked for.
    pub fn stands_alone(page: &str) {
        let (before, rest) = page.split_once("<style>").expect("a style");
        let (style, body) = rest.split_once("</style>").expect("an end of it");
        for asks in ["url", "@import", "@font-face", "http"] {
            assert!(!style.contains(asks), "the style asks for something: {asks}");
        }
        let tags = [before, body].into_iter().flat_map(|part| part.split('<').skip(1));
        for tag in tags.map(|piece| piece.split('>').next().unwrap_or_default()) {
            for asks in ["script", "link", "img", "src=", "href=", "style=", " on", "http"] {
                assert!(!tag.contains(asks), "<{tag}> has {asks}");
            }
        }
        let mut open = Vec::new();
        for piece in page.split('<').skip(1) {
            let tag = piece.split(['>', ' ']).next().unwrap_or_default();
            match tag.strip_prefix('/') {
                Some(end) => assert_eq!(open.pop(), Some(end), "in {page}"),
                None if ["!doctype", "meta"].contains(&tag) => {}
                None => open.push(tag),
            }
        }
        assert_eq!(open, [""; 0], "every tag has its end");
    }

    /// What a reader sees, one line for each line of the page.
    pub fn text(page: &str) -> String {
        let body = page.split_once("<body>").expect("a body").1;
        let texts = body.split('<').filter_map(|piece| Some(piece.split_once('>')?.1.trim()));
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The numbers that a reader sees, in their order.
    pub fn numbers(page: &str) -> Vec<String> {
        let text = text(page);
        let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|number| !number.is_empty());
        numbers.map(str::to_owned).collect()
    }

    /// Every moment of a day that a reader sees: `16:50`, `16.50`, `16u50`.
    pub fn clock_times(page: &str) -> Vec<String> {
        let text = text(page);
        let letters: Vec<char> = text.chars().collect();
        let digit = |letter: &char| letter.is_ascii_digit();
        let times = letters.windows(4).filter(|four| {
            let [hour, between, ten, one] = four else { return false };
            digit(hour) && [':', '.', 'u', 'h'].contains(between) && digit(ten) && digit(one)
        });
        times.map(|time| time.iter().collect()).collect()
    }

    #[test]
    fn what_the_guards_look_for_is_found() {
        let page = framed(Language::Nl, "Om 16:50", "p{margin:0}", "<p>Drie keer: 3 of 12.05 uur</p>\n");
        assert_eq!(clock_times(&page), ["6:50", "2.05"]);
        assert_eq!(numbers(&page), ["16", "50", "3", "12", "05"]);
    }

    #[test]
    fn the_name_of_a_file_holds_nobody_and_no_day() {
        for language in [Language::Nl, Language::En] {
            for file in [
                Say::RecoveryFile,
                Say::StatementFile,
                Say::OverviewFile,
                Say::SheetFile,
                Say::RulesFile,
                Say::WordsFile,
                Say::TeamCardFile,
                Say::OwnTrialFile,
            ] {
                // A name that needs something filled in is said as the name of its message.
                let name = say(language, file);
                let stem =
                    name.strip_suffix(".html").or(name.strip_suffix(".csv")).expect("a page or a table");
                assert!(!stem.starts_with("native-"), "{name} wants a variable");
                let is_plain = |letter: char| letter.is_ascii_lowercase() || letter == '-';
                assert!(stem.chars().all(is_plain), "{name}");
            }
        }
    }

    #[test]
    fn a_text_with_tags_is_text() {
        let body = format!("<p>{}</p>\n", escaped("<script>alert(1)</script> & <b>"));
        let page = framed(Language::Nl, "</title><script>", "p{margin:0}", &body);
        stands_alone(&page);
        assert!(page.contains("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;</p>"), "{}", &*page);
        assert_eq!(page.matches("&lt;/title&gt;&lt;script&gt;").count(), 2, "{}", &*page);
    }

    #[test]
    fn a_page_grows_into_no_second_place_in_memory() {
        let (style, body) = ("b".repeat(3_000), "<".repeat(5_000));
        let page = framed(Language::En, &"&".repeat(300), &style, &body);
        let at_once = 512 + 2 * 5 * 300 + 3_000 + 5_000;
        assert_eq!(page.capacity(), at_once, "{} bytes", page.len());
    }

    #[cfg(unix)]
    #[test]
    fn a_page_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("page.html");
        write(&path, "geheim").expect("it can be written");
        let mode = path.metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn what_lies_beside_a_page_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, beside) = (folder.path().join("page.html"), folder.path().join("page.html.part"));
        fs::write(&beside, "of somebody else").expect("a file");
        write(&path, "geheim").expect("it can be written");
        assert_eq!(fs::read_to_string(&path).expect("the page"), "geheim");
        assert_eq!(fs::read_to_string(&beside).expect("it is there"), "of somebody else");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2);
    }

    #[test]
    fn a_page_that_cannot_be_put_there_leaves_nothing_and_takes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        // A folder of that name cannot be replaced, whoever runs this.
        let path = folder.path().join("page.html");
        fs::create_dir(&path).expect("a folder");
        fs::write(path.join("kept"), "").expect("a file");
        assert!(write(&path, "geheim").is_err());
        let left: Vec<_> =
            fs::read_dir(folder.path()).expect("a folder").flatten().map(|one| one.file_name()).collect();
        assert_eq!(left, ["page.html"]);
        assert!(path.join("kept").is_file());
    }
}
