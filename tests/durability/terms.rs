//! Killed between the end of a term and the rewriting of the other copies, or in its middle, the next
//! start finishes it: nothing of what went is in any file, looked for with the key.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    thread,
    time::Duration,
};

use boundaries::{again, figure, pages::Reader, part, rounds, said, say, walking, writing};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use journal::{Journal, Term, take_out};
use testkit::{SeededRandomness, TempVault, realistic_dutch};
use vault::Verdict;

use crate::actor;

const NAME: &str = "terms::a_kill_before_the_backups_are_rewritten_is_made_good";
const CANARY: &str = "kanariezwartgeel";
/// As much of it as a signpost of the index may keep.
const PIECE: &[u8] = b"nariezw";
const TERM: Term = Term(180);
const BACKUPS: usize = 3;
const OTHERS: u64 = 4;

fn started() -> DateTime<Utc> {
    writing::moment().to_utc()
}

/// The day on which its term is over.
fn day() -> NaiveDate {
    writing::moment().date_naive() + Days::new(180)
}

/// How many journals were kept aside: one was locked, one was cut off.
const ASIDES: usize = 2;

/// A journal whose canary has to go, was announced a week ago, and lies in every backup, at the second
/// place too, and in journals kept aside.
fn start(second: &Path) -> TempVault {
    let temp = TempVault::set_up();
    temp.folder().set_second_place(Some(second)).expect("chosen");
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::look(journal.vault_mut()).expect("noted");
    let entry = journal.start_entry(writing::contact(CANARY), writing::moment()).expect("an entry").id;
    writing::save(&mut journal, entry, None, &format!("{CANARY} ").repeat(900)).expect("an answer");
    journal.leave(entry).expect("it is indexed");
    // It was shown to somebody, so that a frozen page has to go with it.
    let shown = walking::prepare(&mut journal, &[entry]);
    walking::begin(&mut journal, shown);
    journal.return_from_walk_through(shown).expect("returned");
    for number in 0..OTHERS {
        let entry = journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
        writing::save(&mut journal, entry, None, &format!("{number} {}", realistic_dutch(2_000)))
            .expect("saved");
    }
    for number in (0..).take(BACKUPS) {
        let made = writing::back_up(&mut journal, started() + TimeDelta::days(number));
        let backups = journal.vault().backups();
        backups.copy_to_second_place(&made.name, journal::tally, made.made_at).expect("copied");
    }
    let leaving = journal.leaving(TERM, day()).expect("a list");
    assert_eq!(leaving.len(), 1, "it is announced");
    writing::put_aside(temp.path(), "20260301T120000Z");
    assert!(temp.path().join("aside/20260301T120000Z/journal.db-wal").exists());
    journal.close().expect("locks");
    writing::put_aside(temp.path(), "20260302T120000Z");
    temp
}

/// In the child: ends the terms and takes what went out of the backups, and says how far it is.
fn end_terms() {
    let mut journal = actor::open().expect("it opens");
    writing::look(journal.vault_mut()).expect("noted");
    let ended = journal.end_terms(TERM, day() + Days::new(8), None).expect("ended");
    assert_eq!(ended.len(), 1, "it goes");
    say("ended");
    let backups = journal.vault().backups();
    take_out(&backups, &ended, started(), || say("turn"));
    say("done");
    // Who kills it finds it here, with nothing said about it in the store.
    thread::sleep(Duration::from_secs(60));
}

/// What the next start does.
fn finish(journal: &mut Journal) {
    let forgotten = journal.forgotten().expect("a list");
    assert_eq!(forgotten.len(), 1, "it is known that something is to be done");
    let taken = take_out(&journal.vault().backups(), &forgotten, started(), || ());
    assert!(taken.is_all(), "{taken:?}");
    journal.forget_done(&forgotten).expect("noted");
    assert_eq!(journal.forgotten().expect("a list"), []);
}

#[test]
fn a_kill_before_the_backups_are_rewritten_is_made_good() {
    if part().is_some() {
        return end_terms();
    }
    let all = rounds(8, 200);
    let mut in_the_middle = 0;
    for round in 0..all {
        let stick = tempfile::tempdir().expect("a folder");
        let temp = start(stick.path());
        let reader = Reader::of(&temp.data_key(), PIECE);
        assert!(
            reader.hits_below(temp.path()) > 1_000 && reader.hits_below(stick.path()) > 1_000,
            "it is there"
        );

        // Each copy has a turn, and the list of them; killed somewhere in one of them.
        let turns = round % (2 + 2 * BACKUPS + ASIDES);
        let mut dice = SeededRandomness::new(round as u64);
        in_the_middle += usize::from(kill_after(&temp, turns, dice.below(40_000) as u64));

        let mut journal = writing::open(temp.path(), temp.data_key()).expect("it opens");
        assert_eq!(writing::look(journal.vault_mut()), Ok(Some(Verdict::Sound)), "round {round}");
        finish(&mut journal);
        for (folder, which) in [(temp.path(), "here"), (stick.path(), "there")] {
            assert_eq!(reader.hits_below(folder), 0, "round {round}, killed after {turns} turns: {which}");
        }
        let backups = journal.vault().backups();
        let list = backups.list();
        // Who is killed when the new one has its name and the former one still has too leaves a twin.
        let twins = list.len().checked_sub(2 * BACKUPS).expect("every backup is there");
        assert!(twins <= 1, "round {round}: {twins} more than there were");
        for backup in list {
            let checked = backups.check(backup.place, &backup.name, journal::tally, started());
            let inside = checked.expect("it is whole").inside.expect("it was just counted");
            assert_eq!(inside.tally.entries, OTHERS, "round {round}: the others are in it");
        }
        assert_eq!(writing::faults(&journal), [""; 0]);
        assert_eq!(fs::read_dir(temp.path().join("aside")).expect("a folder").count(), ASIDES);
        for aside in backups.asides().expect("a list") {
            let counted = backups
                .ask_aside(&aside, &mut |connection| Ok(journal::tally(connection)?.entries == OTHERS));
            assert_eq!(counted, Ok(true), "round {round}: the others are in each aside");
        }
    }
    assert!(2 * in_the_middle >= all, "most kills came before it was done: {in_the_middle} of {all}");
    figure(
        "D1",
        "kills between the end of a term and the last rewritten copy",
        all,
        format!("{in_the_middle} before it was done; 0 of what went is left"),
    );
}

/// Starts a child and kills it some microseconds after so many turns; whether it was not done yet.
fn kill_after(temp: &TempVault, turns: usize, microseconds: u64) -> bool {
    let mut command = again(NAME, "child");
    actor::give(&mut command, temp.path(), &temp.data_key());
    let mut child = command.spawn().expect("it starts");
    let output = BufReader::new(child.stdout.take().expect("piped"));
    let (mut heard, mut seen) = (String::new(), 0);
    let mut lines = output.lines();
    for line in &mut lines {
        let line = line.expect("a line");
        heard.push_str(&line);
        heard.push('\n');
        match said(&line) {
            Some("ended") if turns == 0 => break,
            Some("turn") => seen += 1,
            Some("done") => break,
            Some(_) | None => continue,
        }
        if seen == turns {
            break;
        }
    }
    assert!(heard.lines().filter_map(said).any(|said| said == "ended"), "{heard}");
    thread::sleep(Duration::from_micros(microseconds));
    child.kill().expect("it is killed");
    child.wait().expect("it is gone");
    let rest: Vec<String> = lines.map_while(Result::ok).collect();
    !heard.lines().chain(rest.iter().map(String::as_str)).filter_map(said).any(|said| said == "done")
}
