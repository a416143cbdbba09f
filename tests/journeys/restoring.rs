//! What is lost comes back: damage, a forgotten passphrase, another machine. And what must not come
//! back does not: a former secret, a wiped journal.

use std::{
    fs::{self, OpenOptions},
    os::unix::fs::FileExt as _,
    path::Path,
};

use boundaries::{App, Options, Page, Words};
use serde_json::json;
use vault::{Folder, Passphrase, RecoveryKey, SlotFile, VaultError};

use crate::steps::{self, PASSPHRASE, travel};

const ANOTHER: &str = "fluitketel regenjas molen perzik";
const PAGES: [&str; 3] = [
    "De eerste bladzijde gaat over de regenjas bij de deur.",
    "De tweede bladzijde gaat over de trap zonder leuning.",
    "De derde bladzijde gaat over het koffieapparaat.",
];

#[test]
fn a_damaged_store_is_named_and_a_backup_brings_every_entry_back() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        three_pages_and_a_backup(&app, &words).await;
        app.wait_for_end();
        // Most of it is gone: every page but the first few.
        let store = app.journal().join("journal.db");
        let length = fs::metadata(&store).expect("the store").len();
        let noise = vec![0x5a; usize::try_from(length).expect("a small store") - 40_960];
        let file = OpenOptions::new().write(true).open(&store).expect("the store");
        file.write_all_at(&noise, 40_960).expect("it can be damaged");
        drop(file);
        let damaged = fs::read(&store).expect("the store");

        app.start_again();
        let keys = app.attach("keys").await;
        steps::type_passphrase(&keys, &words, PASSPHRASE).await;
        // How far it still opens is the damage's to say; either way it is named and mended.
        let keys = match found_by(&app, &keys).await {
            Found::InTheJournal(journal) => {
                journal.see(words.say("today-check-damaged-title")).await;
                journal.press(words.say("restore-action")).await;
                journal.see(words.say("restore-aside")).await;
                journal.press(words.say("restore-go")).await;
                journal.wait_for_end();
                app.attach("keys").await
            }
            Found::BeforeIt(keys) => {
                keys.see(words.say("keys-notice-opening-failed")).await;
                keys.see(words.say("failure-store-damaged")).await;
                assert!(!keys.shows(words.say("failure-wrong-passphrase")).await);
                keys.press(words.say("keys-restore-offer")).await;
                keys
            }
        };
        choose_and_restore(&keys, &words, 3).await;
        keys.see(words.say("keys-restored-aside")).await;
        keys.see(words.say("keys-restored-aside-until")).await;
        keys.press(words.say("keys-restored-open")).await;
        let journal = steps::opened(&app, &words).await;
        see_all(&journal, &words).await;
        journal.press(words.say("journal-today")).await;
        assert!(!journal.shows(words.say("today-check-damaged-title")).await, "the journal is whole again");

        let aside = only(&app.journal().join("aside"));
        let kept = fs::read(aside.join("journal.db")).expect("the former store");
        assert!(
            kept.ends_with(&damaged[damaged.len() - 4096..]),
            "the former journal is kept, never overwritten"
        );
    });
}

#[test]
fn a_store_that_was_put_back_is_named_and_goes_on_only_when_somebody_says_so() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, PAGES[0]).await;
        journal.keys(&["Control", "q"]).await;
        app.wait_for_end();
        let store = app.journal().join("journal.db");
        let before = fs::read(&store).expect("the store");
        app.start_again();
        let journal = steps::unlock(&app, &words).await;
        steps::write_page(&journal, &words, PAGES[1]).await;
        steps::make_backup(&journal, &words).await;
        journal.keys(&["Control", "q"]).await;
        app.wait_for_end();
        fs::write(&store, before).expect("it can be put back");

        app.start_again();
        let journal = steps::unlock(&app, &words).await;
        journal.see(words.say("today-check-changed-title")).await;
        // The backup has what the store has lost.
        journal.press(words.say("today-check-try")).await;
        journal.control(words.say("trial-back")).await;
        journal.see(PAGES[1]).await;
        journal.press(words.say("trial-back")).await;
        journal.press(words.say("journal-today")).await;
        journal.see(words.say("today-check-changed-title")).await;
        journal.press(words.say("today-check-accept")).await;
        journal.press(words.say("today-check-accept-yes")).await;
        journal.see(words.say("journal-said-accepted")).await;
        steps::lock(&journal, &words).await;

        let journal = steps::unlock(&app, &words).await;
        assert!(!journal.shows(words.say("today-check-changed-title")).await, "it was read and accepted");
    });
}

#[test]
fn a_store_that_does_not_open_at_all_is_brought_back_from_the_lock_window() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        three_pages_and_a_backup(&app, &words).await;
        app.wait_for_end();
        fs::write(app.journal().join("journal.db"), vec![0; 65_536]).expect("it can be damaged");

        app.start_again();
        let keys = app.attach("keys").await;
        steps::type_passphrase(&keys, &words, PASSPHRASE).await;
        let Found::BeforeIt(keys) = found_by(&app, &keys).await else { panic!("nothing of it opens") };
        keys.see(words.say("keys-notice-opening-failed")).await;
        keys.press(words.say("keys-restore-offer")).await;
        choose_and_restore(&keys, &words, 3).await;
        keys.press(words.say("keys-restored-open")).await;
        see_all(&steps::opened(&app, &words).await, &words).await;
    });
}

#[test]
fn an_empty_machine_gets_its_journal_from_a_stick() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let stick = app.point_at();
        fs::create_dir(&stick).expect("a stick");
        let journal = steps::set_up(&app, &words).await;
        steps::to_backups(&journal, &words).await;
        journal.press(words.say("second-choose")).await;
        journal.press(words.say("second-use")).await;
        write_all(&journal, &words).await;
        steps::make_backup(&journal, &words).await;
        journal.see(words.say("backups-both")).await;
        journal.keys(&["Control", "q"]).await;
        app.wait_for_end();
        fs::remove_dir_all(app.journal()).expect("another machine has none of it");

        app.start_again();
        let keys = app.attach("keys").await;
        keys.press(words.say("keys-begin-restore")).await;
        keys.see_heading(words.say("keys-backups-title")).await;
        keys.press(words.say("keys-backups-next")).await;
        // A wrong passphrase is said as such, and nothing is made of it.
        keys.write(words.say("keys-passphrase"), "iets heel anders dan dat").await;
        keys.press(words.say("keys-restore-go")).await;
        keys.see(words.say("failure-wrong-passphrase")).await;
        assert!(!app.journal().join("journal.db").exists());
        keys.control(words.say("keys-passphrase")).await.clear().await.expect("a field can be cleared");
        restore(&keys, &words, 3).await;
        keys.press(words.say("keys-restored-open")).await;
        see_all(&steps::opened(&app, &words).await, &words).await;
    });
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_way_of_the_recovery_key_and_opens_no_copy_any_more() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let keys = app.attach("keys").await;
        steps::choose_passphrase(&keys, &words).await;
        let sheet = steps::groups(&keys).await;
        keys.press(words.say("keys-sheet-copied")).await;
        steps::type_back(&keys, &words, &sheet).await;
        keys.press(words.say("keys-confirm-done")).await;
        let journal = steps::opened_new(&app, &words).await;
        write_all(&journal, &words).await;
        steps::make_backup(&journal, &words).await;
        steps::lock(&journal, &words).await;

        let keys = app.attach("keys").await;
        keys.press(words.say("keys-unlock-forgotten")).await;
        keys.write(words.say("keys-unlock-key"), &sheet.concat()).await;
        keys.keys(&["Enter"]).await;
        choose_another(&keys, &words).await;
        keys.see_heading(words.say("keys-changed-passphrase-title")).await;
        keys.see("Je dagboek en één reservekopie gaan open met je nieuwe wachtzin.").await;
        keys.press(words.say("keys-changed-open")).await;
        see_all(&steps::opened(&app, &words).await, &words).await;

        let backup = only(&app.journal().join("backups"));
        for folder in [app.journal(), backup] {
            assert_eq!(opens(&folder, PASSPHRASE), Err(VaultError::WrongSecret), "the old one opens nothing");
            assert_eq!(opens(&folder, ANOTHER), Ok(()), "the new one opens it");
            let slots = slots(&folder);
            let recovery = RecoveryKey::parse(&sheet.concat()).expect("it reads well");
            assert!(slots.open_with_recovery_key(&recovery).is_ok(), "the sheet is as good as before");
        }
    });
}

#[test]
fn a_new_key_leaves_nothing_that_a_former_secret_opens() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        write_all(&journal, &words).await;
        steps::make_backup(&journal, &words).await;
        let before = only(&app.journal().join("backups"));
        journal.press(words.say("journal-settings")).await;
        journal.press(words.say("settings-renew-action")).await;
        journal.wait_for_end();

        let keys = app.attach("keys").await;
        keys.see(words.say("keys-unlock-renew")).await;
        keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        keys.see_heading(words.say("keys-renew-title")).await;
        keys.press(words.say("keys-renew-go")).await;
        choose_another(&keys, &words).await;
        keys.see_heading(words.say("keys-sheet-title")).await;
        keys.press(words.say("keys-sheet-later")).await;
        see_all(&steps::opened(&app, &words).await, &words).await;

        let now = only(&app.journal().join("backups"));
        assert_ne!(now, before, "the backups of the former key are gone, and there is a new one");
        for folder in [app.journal(), now] {
            assert_eq!(opens(&folder, PASSPHRASE), Err(VaultError::WrongSecret));
            assert_eq!(opens(&folder, ANOTHER), Ok(()));
        }
    });
}

#[test]
fn what_opening_costs_is_measured_here_and_chosen() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        assert_eq!(cost(&app), 256);
        journal.press(words.say("journal-settings")).await;
        journal.press(words.say("settings-cost")).await;
        journal.wait_for_end();

        let keys = app.attach("keys").await;
        keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        keys.see_heading(words.say("keys-cost-title")).await;
        keys.see("seconde").await;
        let choose = "const card = [...document.querySelectorAll('label')]\
            .find(label => label.textContent.includes('128 MB')); card?.click(); return !!card";
        keys.until("the choice of 128 MB", choose, vec![]).await;
        keys.press(words.say("keys-cost-use")).await;
        steps::opened(&app, &words).await;
        assert_eq!(cost(&app), 128);
    });
}

#[test]
fn a_wiped_journal_is_gone_with_its_backups_and_asks_for_its_passphrase_first() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        write_all(&journal, &words).await;
        steps::make_backup(&journal, &words).await;
        journal.press(words.say("journal-settings")).await;
        journal.press(words.say("settings-wipe-action")).await;
        journal.press(words.say("settings-wipe-go")).await;
        journal.wait_for_end();

        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-wipe-title")).await;
        keys.write(words.say("keys-passphrase"), "iets heel anders dan dat").await;
        keys.press(words.say("keys-wipe-sure")).await;
        keys.press(words.say("keys-wipe-go")).await;
        keys.see(words.say("failure-wrong-passphrase")).await;
        assert_eq!(opens(&app.journal(), PASSPHRASE), Ok(()), "nothing is gone yet");
        keys.control(words.say("keys-passphrase")).await.clear().await.expect("a field can be cleared");
        keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
        keys.press(words.say("keys-wipe-go")).await;
        keys.see_heading(words.say("keys-wiped-title")).await;
        for name in ["journal.db", "slots", "slots.previous", "seal", "backups"] {
            assert!(!app.journal().join(name).exists(), "{name} is gone");
        }
        keys.press(words.say("keys-wiped-new")).await;
        keys.control(words.say("keys-begin")).await;
    });
}

#[test]
fn what_cannot_be_opened_to_write_can_be_opened_to_read() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        three_pages_and_a_backup(&app, &words).await;
        app.wait_for_end();
        // No seal can be written where a folder stands in its way.
        let seal = app.journal().join("seal");
        fs::remove_file(&seal).expect("the seal");
        fs::create_dir(&seal).expect("a folder in its place");
        fs::write(seal.join("inside"), "x").expect("which is not empty");
        let before = fs::read(app.journal().join("journal.db")).expect("the store");

        app.start_again();
        let keys = app.attach("keys").await;
        steps::type_passphrase(&keys, &words, PASSPHRASE).await;
        let Found::BeforeIt(keys) = found_by(&app, &keys).await else { panic!("it does not open to write") };
        keys.press(words.say("keys-to-read")).await;
        keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        let journal = app.attach("journal").await;
        journal.see(words.say("only-band")).await;
        journal.see(PAGES[0]).await;
        assert!(!journal.has(words.say("today-new")).await, "nothing can be written");
        steps::lock(&journal, &words).await;
        assert_eq!(fs::read(app.journal().join("journal.db")).expect("the store"), before);
    });
}

/// Where damage shows.
enum Found {
    InTheJournal(Page),
    BeforeIt(Page),
}

/// After the passphrase: either the journal opens, or another lock window says why not.
async fn found_by(app: &App, keys: &Page) -> Found {
    keys.see_off().await;
    if app.announces("keys") {
        Found::BeforeIt(app.attach("keys").await)
    } else {
        Found::InTheJournal(app.attach("journal").await)
    }
}

async fn three_pages_and_a_backup(app: &App, words: &Words) {
    let journal = steps::set_up(app, words).await;
    write_all(&journal, words).await;
    steps::make_backup(&journal, words).await;
    journal.see("3 terugblikken").await;
    journal.keys(&["Control", "q"]).await;
}

async fn write_all(journal: &Page, words: &Words) {
    for text in PAGES {
        steps::write_page(journal, words, text).await;
    }
}

/// Every entry is in the list.
async fn see_all(journal: &Page, words: &Words) {
    journal.press(words.say("journal-entries")).await;
    for text in PAGES {
        journal.see(text).await;
    }
    let rows = journal.run("return document.querySelectorAll('main li button').length", vec![]).await;
    assert_eq!(rows, json!(PAGES.len()), "every entry, once");
}

/// Goes on with the backup that is chosen already.
async fn choose_and_restore(keys: &Page, words: &Words, entries: usize) {
    keys.see_heading(words.say("keys-backups-title")).await;
    keys.press(words.say("keys-backups-next")).await;
    restore(keys, words, entries).await;
}

async fn restore(keys: &Page, words: &Words, entries: usize) {
    keys.see_heading(words.say("keys-restore-title")).await;
    keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
    keys.press(words.say("keys-restore-go")).await;
    keys.see_heading(words.say("keys-restored-title")).await;
    keys.see(&format!("{entries} terugblikken geteld.")).await;
}

async fn choose_another(keys: &Page, words: &Words) {
    keys.see_heading(words.say("keys-passphrase-title-new")).await;
    keys.write(words.say("keys-passphrase"), ANOTHER).await;
    keys.write(words.say("keys-passphrase-repeat"), ANOTHER).await;
    keys.press(words.say("keys-use-passphrase")).await;
}

fn slots(folder: &Path) -> SlotFile {
    SlotFile::load(&Folder::to_read(folder).expect("a folder")).expect("a slot file")
}

fn opens(folder: &Path, passphrase: &str) -> Result<(), VaultError> {
    slots(folder).open_with_passphrase(&Passphrase::new(passphrase)).map(drop)
}

/// MiB of memory that opening takes.
fn cost(app: &App) -> u32 {
    slots(&app.journal()).cost().expect("a passphrase").memory_kib / 1024
}

/// The one folder in a folder.
fn only(folder: &Path) -> std::path::PathBuf {
    let mut found = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let first = found.next().expect("something in it");
    assert_eq!(found.next(), None, "and nothing else");
    first
}
