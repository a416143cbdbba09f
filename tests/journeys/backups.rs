//! Backups as a person meets them: made, tried, taken to a second place, and rid of what was erased.

use std::{fs, path::PathBuf};

use boundaries::{App, Options, Page, Words};
use serde_json::json;

use crate::steps::{self, travel};

const FIRST: &str = "De eerste bladzijde gaat over de regenjas bij de deur.";
const SECOND: &str = "De tweede bladzijde gaat over de trap zonder leuning.";

#[test]
fn a_backup_is_made_opened_and_counted() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, FIRST).await;
        steps::to_backups(&journal, &words).await;
        journal.see(words.say("backups-none")).await;
        steps::make_backup(&journal, &words).await;
        journal.see("1 terugblik").await;
        journal.see("Geopend en geteld op").await;
        journal.see(words.say("backups-here")).await;
        let backups = backups(&app);
        assert_eq!(backups.len(), 1, "one backup, and nothing half made: {backups:?}");
        for name in ["journal.db", "slots", "manifest"] {
            assert!(backups[0].join(name).is_file(), "{name}");
        }
    });
}

#[test]
fn a_backup_is_looked_into_and_nothing_can_be_changed_there() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, FIRST).await;
        steps::make_backup(&journal, &words).await;
        steps::write_page(&journal, &words, SECOND).await;
        steps::to_backups(&journal, &words).await;

        journal.press(words.say("backups-try")).await;
        journal.control(words.say("trial-back")).await;
        assert!(app.journal().join("trial/journal.db").is_file(), "the backup itself is left alone");
        journal.see(FIRST).await;
        assert!(!journal.shows(SECOND).await, "what came later is not in it");
        for id in ["today-new", "today-free", "journal-today", "journal-settings"] {
            assert!(!journal.has(words.say(id)).await, "“{}” is not offered", words.say(id));
        }
        journal.keys(&["Control", "n"]).await;
        open_row(&journal, FIRST).await;
        assert!(!journal.has(words.say("reading-write-on")).await, "nothing can be written on");

        journal.press(words.say("trial-back")).await;
        journal.control(words.say("journal-today")).await;
        journal.press(words.say("journal-entries")).await;
        journal.see(SECOND).await;
        assert!(!app.journal().join("trial").exists(), "the scratch copy is gone");
    });
}

#[test]
fn a_lock_ends_a_trial_too() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, FIRST).await;
        steps::make_backup(&journal, &words).await;
        journal.press(words.say("backups-try")).await;
        journal.control(words.say("trial-back")).await;
        journal.keys(&["Control", "l"]).await;
        journal.wait_for_end();
        assert!(!app.journal().join("trial").exists(), "the scratch copy is gone");
        let journal = steps::unlock(&app, &words).await;
        assert!(!journal.shows(words.say("today-check-sound-title")).await, "the journal was sealed");
    });
}

#[test]
fn the_second_place_gets_a_backup_of_its_own_and_may_be_away() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let stick = app.point_at();
        fs::create_dir(&stick).expect("a stick");
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, FIRST).await;
        steps::to_backups(&journal, &words).await;
        journal.press(words.say("second-choose")).await;
        // In a journey the stick lies on the same disk, and that is said before it is used.
        journal.see(words.say("second-same-disk")).await;
        assert!(!stick.join("Terugblik").exists(), "nothing is written before it is chosen");
        journal.press(words.say("second-use")).await;
        steps::make_backup(&journal, &words).await;
        journal.see(words.say("backups-both")).await;
        let there = names(&stick.join("Terugblik"));
        assert_eq!(there.len(), 1, "{there:?}");

        // The stick goes into a drawer; a backup here is made all the same.
        let drawer = stick.with_extension("drawer");
        fs::rename(&stick, &drawer).expect("it is pulled out");
        steps::write_page(&journal, &words, SECOND).await;
        steps::to_backups(&journal, &words).await;
        journal.see(words.say("second-absent")).await;
        steps::make_backup(&journal, &words).await;
        assert_eq!(backups(&app).len(), 2);
        fs::rename(&drawer, &stick).expect("it is back");
        steps::write_page(&journal, &words, "Een derde.").await;
        steps::make_backup(&journal, &words).await;
        journal.see("3 terugblikken").await;
        assert!(!names(&stick.join("Terugblik")).is_empty());
    });
}

/// Backups are named and dated in UTC. Just past midnight it is a day later here than in their names,
/// and they are of today all the same; where this is, it is past midnight for all but a minute a day.
#[test]
fn backups_of_a_day_stay_when_it_is_another_day_here() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options { time_zone: "<+2359>-23:59", ..Options::default() });
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, FIRST).await;
        steps::make_backup(&journal, &words).await;
        steps::write_page(&journal, &words, SECOND).await;
        steps::make_backup(&journal, &words).await;
        journal.see("2 terugblikken").await;
        assert_eq!(backups(&app).len(), 2);
    });
}

#[test]
fn what_is_erased_everywhere_is_in_no_backup() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, FIRST).await;
        steps::write_page(&journal, &words, SECOND).await;
        steps::make_backup(&journal, &words).await;
        steps::read(&journal, &words, FIRST).await;
        journal.press(words.say("reading-to-bin")).await;
        journal.see(words.say("journal-said-in-bin")).await;
        journal.press(words.say("journal-bin")).await;
        journal.press(words.say("bin-erase")).await;
        journal.see("In reservekopieën kan deze terugblik nog staan tot en met").await;
        journal.press(words.say("bin-everywhere")).await;
        let erase = "const button = [...document.querySelectorAll('dialog[open] button')]\
            .find(button => button.textContent.trim() === arguments[0]); button?.click(); return !!button";
        journal.until("the button in the dialog", erase, vec![json!(words.say("bin-erase"))]).await;
        journal.see("ook uit één kopie").await;

        steps::to_backups(&journal, &words).await;
        journal.see("1 terugblik").await;
        journal.press(words.say("backups-try")).await;
        journal.see(SECOND).await;
        assert!(!journal.shows(FIRST).await, "it is in no backup");
    });
}

/// Opens the row of the list that shows these words.
async fn open_row(journal: &Page, shown: &str) {
    let script = "const row = [...document.querySelectorAll('main li button')]\
        .find(row => row.textContent.includes(arguments[0])); row?.click(); return !!row";
    journal.until(&format!("an entry with “{shown}”"), script, vec![json!(shown)]).await;
    journal.until("the entry", "return !!document.querySelector('article')", vec![]).await;
}

fn backups(app: &App) -> Vec<PathBuf> {
    names(&app.journal().join("backups"))
}

fn names(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.expect("the folder can be listed").path()).collect()
}
