//! What was erased is in no copy either: not in a backup, here or at the second place, and not in a
//! journal that a restore kept aside. Looked for with the key, in every page and every log.

use std::path::Path;

use boundaries::{pages::Reader, walking, writing};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use journal::{Alias, EntryId, Journal, Same, Term, take_out, tally};
use testkit::TempVault;
use vault::{Vault, Verdict};

const CANARY: &str = "kanariezwartgeel";
/// As much of it as a signpost of the index may keep.
const PIECE: &[u8] = b"nariezw";
const OTHERS: u64 = 40;
/// One is cut off, with words in its log alone; one was locked.
const ASIDES: [&str; 2] = ["20260301T120000Z", "20260302T120000Z"];

fn now() -> DateTime<Utc> {
    writing::moment().to_utc()
}

fn day() -> NaiveDate {
    writing::moment().date_naive() + Days::new(200)
}

/// A journal with a canary in it and in every copy; gives its entry.
fn start(second: &Path) -> (TempVault, EntryId) {
    let temp = TempVault::set_up();
    temp.folder().set_second_place(Some(second)).expect("chosen");
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("it opens");
    writing::look(journal.vault_mut()).expect("noted");
    for number in 0..OTHERS {
        let entry = journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
        let text = format!("{} nummer{number} kan kanarie kanariez kanariezz", "gewone woorden ".repeat(30));
        writing::save(&mut journal, entry, None, &text).expect("an answer");
    }
    journal.search("woorden", 5).expect("it is indexed");
    journal.vault_mut().empty_log().expect("merged");
    let new = writing::sheet(writing::contact(CANARY), CANARY);
    let entry = journal.start_entry(new, writing::moment()).expect("an entry").id;
    writing::say_all_over(&mut journal, entry, CANARY);
    let long: String = (0..900).map(|number| format!("{CANARY}{number} ")).collect();
    writing::save(&mut journal, entry, None, &long).expect("an answer");
    journal.leave(entry).expect("it is indexed");
    // And what was frozen of it for somebody, with the letter that stands for its alias.
    let shown = walking::prepare(&mut journal, &[entry]);
    let letters = [(Alias::parse(CANARY).expect("an alias"), 0)];
    journal.add_walk_pages(shown, &[], &letters, writing::moment().date_naive()).expect("kept");
    walking::begin(&mut journal, shown);
    journal.return_from_walk_through(shown).expect("returned");
    writing::put_aside(temp.path(), ASIDES[0]);
    for hours in 0..2 {
        let made = writing::back_up(&mut journal, now() + TimeDelta::hours(hours));
        journal.vault().backups().copy_to_second_place(&made.name, tally, now()).expect("copied");
    }
    assert_eq!(journal.leaving(Term(180), day()).expect("a list").len(), 1, "it is announced");
    journal.close().expect("it locks");
    writing::put_aside(temp.path(), ASIDES[1]);
    (temp, entry)
}

fn check(erase: fn(&mut Journal, EntryId) -> Vec<Same>) {
    let stick = tempfile::tempdir().expect("a folder");
    let (temp, entry) = start(stick.path());
    let reader = Reader::of(&temp.data_key(), PIECE);
    let aside = |name: &str| temp.path().join("aside").join(name);
    for folder in [temp.path(), &temp.path().join("backups"), stick.path(), &aside(ASIDES[1])] {
        assert!(reader.hits_below(folder) > 100, "it is in {}", folder.display());
    }
    let (store, log) = reader.hits_in(&aside(ASIDES[0]));
    assert!(store == 0 && log > 100, "and in a log alone: {store}, {log}");

    let mut journal = writing::open(temp.path(), temp.data_key()).expect("it opens");
    writing::look(journal.vault_mut()).expect("noted");
    let erased = erase(&mut journal, entry);
    assert_eq!(journal.forgotten(), Ok(erased.clone()), "it is remembered until it is done");
    let taken = take_out(&journal.vault().backups(), &erased, now(), || ());
    assert_eq!((taken.rewritten, taken.is_all()), (6, true), "{taken:?}");
    // At once, with the journal still open, and after the lock.
    assert_eq!((reader.hits_below(temp.path()), reader.hits_below(stick.path())), (0, 0));
    journal.close().expect("it locks");
    assert_eq!(reader.hits_below(temp.path()), 0);

    for name in ASIDES {
        let folder = vault::Folder::open(aside(name)).expect("it is there");
        let mut vault = Vault::at(folder).unlock(temp.data_key()).map_err(|(_, error)| error).expect("opens");
        assert_eq!(writing::look(&mut vault), Ok(Some(Verdict::Sound)), "{name} can be put back");
        assert_eq!(tally(vault.connection()).expect("counted").entries, OTHERS, "{name}");
    }
}

#[test]
fn what_went_by_its_term_is_in_no_copy() {
    check(|journal, _| journal.end_terms(Term(180), day() + Days::new(7), None).expect("ended"));
}

#[test]
fn what_went_with_its_alias_is_in_no_copy() {
    check(|journal, _| journal.erase_alias(&Alias::parse(CANARY).expect("an alias")).expect("erased"));
}

#[test]
fn an_entry_that_was_erased_everywhere_is_in_no_copy() {
    check(|journal, entry| vec![journal.erase_everywhere(entry).expect("erased")]);
}
