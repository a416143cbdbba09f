//! *Zelf controleren*: what it shows is what the system says, and the statement holds the facts.
//!
//! The app that WebDriver drives is not refused the network, for WebDriver comes that way: here the
//! page must say so. That all is as promised in the app as it ships is read in `shipped`.

use std::{collections::BTreeMap, fs, path::Path};

use boundaries::{App, Options, Page, Words};

use crate::steps::{self, travel};

#[test]
fn every_process_and_every_place_is_there_and_an_open_network_is_not_called_refused() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, "Iets om te bewaren.").await;
        fs::create_dir(app.point_at()).expect("a stick");
        steps::make_backup(&journal, &words).await;
        journal.press(words.say("second-choose")).await;
        journal.press(words.say("second-use")).await;
        journal.see(words.say("second-there")).await;
        journal.press(words.say("journal-settings")).await;
        to_self_check(&journal, &words).await;

        // The word above all says that something is wrong, and which.
        journal.see(words.say("check-verdict-broken")).await;
        let tries = table(&journal, words.say("check-tries")).await;
        let [allowed, refused] = ["check-allowed", "check-refused"].map(|id| words.say(id));
        let [yes, no] = ["check-yes", "check-no"].map(|id| words.say(id));
        let answer = |id: &str| {
            let row = tries.iter().find(|row| row[0].starts_with(words.say(id))).expect("it was tried");
            [row[1].clone(), row[2].clone()]
        };
        assert_eq!(answer("check-try-ipv4"), [allowed, no], "{tries:?}");
        assert_eq!(answer("check-try-local"), [allowed, yes], "{tries:?}");
        assert_eq!(answer("check-try-netlink"), [allowed, yes], "{tries:?}");
        assert_eq!(answer("check-try-other-memory"), [refused, yes], "what is kept is kept: {tries:?}");

        every_process_is_shown(&app, &journal, &words).await;
        every_place_is_there(&app, &journal, &words).await;
    });
}

/// Nothing of the app runs that the page does not show, and it shows nothing else.
async fn every_process_is_shown(app: &App, journal: &Page, words: &Words) {
    let shown = table(journal, words.say("check-processes")).await;
    let shown: BTreeMap<u32, &Vec<String>> =
        shown.iter().map(|row| (row[1].parse().expect("a number"), row)).collect();
    let run: BTreeMap<u32, &str> = app
        .processes()
        .iter()
        .map(|process| {
            let name = match (process.role(), process.program().rsplit('/').next()) {
                (Some("journal"), _) => "check-process-journal",
                (None, _) if process.id == app.process() => "check-process-parent",
                (_, Some("WebKitWebProcess")) => "check-process-page",
                (_, Some("WebKitNetworkProcess")) => "check-process-web-network",
                _ => "check-process-other",
            };
            (process.id, words.say(name))
        })
        .collect();
    let names: BTreeMap<u32, &str> = shown.iter().map(|(id, row)| (*id, row[0].as_str())).collect();
    assert_eq!(names, run);
    assert!(names.values().any(|name| *name == words.say("check-process-page")), "{names:?}");
    for (id, row) in shown {
        assert_eq!(row[3], words.say("check-no"), "{id} is not refused the network: {row:?}");
    }
}

/// Each path that is shown is one, and it is the right one.
async fn every_place_is_there(app: &App, journal: &Page, words: &Words) {
    let folder = fs::canonicalize(app.journal()).expect("the data folder");
    let stick = fs::canonicalize(app.point_at()).expect("the stick");
    let path = |id: &str| {
        let label = words.say(id).to_owned();
        async move { path_below(journal, &label).await }
    };
    assert_eq!(Path::new(&path("check-place-journal").await), folder);
    assert!(folder.join("journal.db").is_file());
    let backups = path("check-place-backups").await;
    assert_eq!(Path::new(&backups), folder.join("backups"));
    assert_eq!(fs::read_dir(backups).expect("the folder").count(), 1, "the one that was made");
    assert_eq!(Path::new(&path("check-place-second-place").await), stick);
    let programs = path("check-place-programs").await;
    assert!(Path::new(&programs).join("terugblik-window").is_file(), "{programs}");
    assert!(Path::new(&programs).join("terugblik").is_file(), "{programs}");
    let webview = path("check-place-webview").await;
    assert!(Path::new(&webview).is_dir(), "{webview}");
}

#[test]
fn the_statement_is_saved_and_holds_the_facts_and_both_can_be_done_in_a_trial() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, "Kwantelwoud aan de waterkant.").await;
        journal.press(words.say("journal-settings")).await;
        let word = journal.control(words.say("settings-resident")).await;
        word.select_by_value("client").await.expect("a word can be chosen");
        journal.see(words.say("journal-said-settings")).await;
        to_self_check(&journal, &words).await;
        let statement = save_statement(&app, &journal, &words).await;
        for id in ["native-statement-not-send", "native-statement-who-lost", "settings-limit-disk"] {
            assert!(statement.contains(&in_html(words.say(id))), "{id} in {statement}");
        }
        for fact in ["AES-256", "Argon2id", "BSN", "cliënt", "EUPL-1.2", words.say("check-title")] {
            assert!(statement.contains(fact), "{fact} in {statement}");
        }
        // What this build is not refused, no page says it is.
        assert!(statement.contains(&in_html(words.say("native-statement-not-network-open"))), "{statement}");
        assert!(!statement.contains(&in_html(words.say("native-statement-not-network-refused"))));
        for word in ["inwoner", "Kwantelwoud", "waterkant", "<script", "http"] {
            assert!(!statement.contains(word), "{word} in {statement}");
        }

        steps::make_backup(&journal, &words).await;
        journal.press(words.say("backups-try")).await;
        journal.control(words.say("trial-back")).await;
        journal.keys(&["F1"]).await;
        journal.see_heading(words.say("help-title")).await;
        to_self_check(&journal, &words).await;
        every_process_is_shown(&app, &journal, &words).await;
        let again = save_statement(&app, &journal, &words).await;
        assert_eq!(again, statement, "it is about the app and not about what is open");
    });
}

/// From the settings or the help to the page.
async fn to_self_check(journal: &Page, words: &Words) {
    journal.press(words.say("check-open")).await;
    journal.see_heading(words.say("check-title")).await;
    journal.see(words.say("check-try-ipv4")).await;
}

/// Saves the statement and reads it; it was not there before, and nobody else may read it.
async fn save_statement(app: &App, journal: &Page, words: &Words) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let file = app.saved_page().with_file_name(words.say("native-statement-file"));
    assert!(!file.exists());
    journal.press(words.say("check-statement-save")).await;
    assert_eq!(Path::new(&path_below(journal, words.say("check-statement-saved")).await), file);
    let about = fs::metadata(&file).expect("the statement is there");
    assert_eq!(about.permissions().mode() & 0o777, 0o600);
    let text = fs::read_to_string(&file).expect("it can be read");
    fs::remove_file(&file).expect("it can be thrown away");
    text
}

/// The rows of a table, each the words of its cells.
async fn table(journal: &Page, caption: &str) -> Vec<Vec<String>> {
    let script = "const table = [...document.querySelectorAll('table')]\
            .find(table => table.caption?.textContent.trim() === arguments[0]); \
        return table ? [...table.tBodies[0].rows]\
            .map(row => [...row.cells].map(cell => cell.textContent.replace(/\\s+/g, ' ').trim())) : null";
    let rows = journal.until(&format!("the table “{caption}”"), script, vec![caption.into()]).await;
    serde_json::from_value(rows).expect("rows of texts")
}

/// The path that stands under a label.
async fn path_below(journal: &Page, label: &str) -> String {
    let script = "return [...document.querySelectorAll('.path')]\
            .find(path => path.previousElementSibling?.textContent.trim() === arguments[0])?.textContent.trim() \
            ?? null";
    let path = journal.until(&format!("a path for “{label}”"), script, vec![label.into()]).await;
    path.as_str().expect("a path").to_owned()
}

/// A text as it stands in a page.
fn in_html(text: &str) -> String {
    text.replace('&', "&amp;")
}
