//! A journal that is only read: nothing is written, and what can be read is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use testkit::TempVault;
use vault::{Unlocked, Vault, VaultError, Verdict};

use super::desk::{Desk, about, at, free_page, guide, look_back, prepares, question, sheet, text_cell};
use super::walk_throughs;
use crate::{
    Alias, AnswerId, Became, Cover, Field, GoingReason, JointCardText, Journal, JournalError, Returns,
    RuleId, RuleText, Same, SaveAnswer, TeamPointText, Term, TwofoldText, WalkLetters, WalkPlan, erase_same,
    schema,
};

fn try_to_read(folder: &TempVault) -> Option<Vault<Unlocked>> {
    Vault::at(folder.folder().clone()).unlock_to_read(folder.data_key()).ok()
}

pub(super) fn to_read(folder: &TempVault) -> Vault<Unlocked> {
    try_to_read(folder).expect("it opens")
}

fn files_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .expect("it is listed")
        .map(|entry| {
            let entry = entry.expect("it is listed");
            (entry.file_name().into_string().expect("text"), fs::read(entry.path()).expect("it is read"))
        })
        .collect()
}

#[test]
fn everything_can_be_read_and_nothing_written() {
    let mut desk = Desk::new();
    let entry = desk.start(about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    let saved = desk.save(entry, None, question("q1"), "een woord dat gezocht wordt");
    desk.journal.leave(entry).expect("leave");
    let waiting = desk.write(free_page(), "dit woord wacht op de index");
    let binned = desk.write(guide(), "in de prullenbak");
    desk.journal.delete(binned, at("2026-11-21T17:00:00+01:00")).expect("delete");
    let rule = RuleText::parse("Eerst vragen.").expect("usable");
    let kept = desk.journal.keep_rule(&rule, at("2026-11-21T17:00:00+01:00")).expect("kept");
    let dropped = desk.journal.keep_rule(&rule, at("2026-11-21T17:00:00+01:00")).expect("kept").id;
    let other = RuleText::parse("Eerst luisteren.").expect("usable");
    desk.journal.change_rule(dropped, &other, at("2026-11-21T17:00:00+01:00")).expect("changed");
    let dropped =
        desk.journal.drop_rule(dropped, Some("2026-11-22".parse().expect("a day"))).expect("dropped");
    let twofold = TwofoldText::parse("stabiel", "rust", "geen schuld", "wijkteam").expect("usable");
    let word = desk.journal.keep_twofold_word(&twofold, at("2026-11-21T17:00:00+01:00")).expect("kept");
    let point = TeamPointText::parse("Eerst bellen.").expect("usable");
    let taken = desk.journal.keep_team_point(None, &point, dropped.dropped_on.expect("a day")).expect("kept");
    desk.journal.spare("bloem").expect("spared");
    let made = desk.start(sheet(about("2026-11-20", "gesprek", Some("Blauwe Reiger"))));
    let asks = desk.save(made, None, look_back("dag"), "2026-11-28").id;
    let intend = Field::Intention { question: None, returns: Returns::Kind };
    desk.save(made, None, intend, "stil zijn");
    desk.journal.add_pack("team-zuid", "nl", "1", "woorden", at("2026-11-21T17:00:00+01:00")).expect("added");
    desk.journal.leave(made).expect("leave");
    let (open, shown) =
        (walk_throughs::prepare(&mut desk, &[entry, made]), walk_throughs::prepare(&mut desk, &[entry]));
    desk.journal.looked_over_walk_through(shown).expect("looked over");
    desk.journal.begin_walk_through(shown, at("2026-11-21T17:00:00+01:00")).expect("begun");
    let walk = desk.journal.walk_through(open).expect("read");
    let known = desk.journal.entry(entry).expect("entry");
    let Desk { journal, folder } = desk;
    // A crash, so that an entry still waits for the index.
    drop(journal);
    let before = files_in(folder.path());

    for sound in [false, true] {
        let mut vault = to_read(&folder);
        if sound {
            assert_eq!(vault.checker().run(), Some(Verdict::Sound));
            vault.settle(Verdict::Sound).expect("nothing is written");
        }
        let mut journal = Journal::open_to_read(vault).expect("it opens");
        assert!(journal.only_reads());
        assert_eq!(journal.entry(entry).expect("entry"), known);
        assert_eq!(journal.entries(None, 10).expect("list").len(), 3);
        assert_eq!(journal.sheets("basis", "dilemma", 9).expect("read")[0].answers.len(), 2);
        assert_eq!(journal.look_backs(9).expect("read")[0].answer, asks);
        assert_eq!(journal.tried(None, 9).expect("read")[0].became, Became::Waits);
        assert_eq!(journal.answers_to("basis", "q1", 9).expect("read")[0].entry, entry);
        assert_eq!(journal.packs().expect("read")[0].text, "woorden");
        assert_eq!(journal.bin().expect("bin").len(), 1);
        assert_eq!(journal.aliases().expect("aliases").len(), 1);
        let found = |journal: &mut Journal, text: &str| -> Vec<_> {
            journal.search(text, 10).expect("search").into_iter().map(|row| row.entry).collect()
        };
        assert_eq!(found(&mut journal, "gezocht"), [entry]);
        assert_eq!(found(&mut journal, "wacht index"), [waiting], "it is read, not indexed");
        assert_eq!(found(&mut journal, "prullenbak"), []);
        assert_eq!(found(&mut journal, "  ").len(), 3, "who asks for nothing sees the newest");

        let now = at("2026-11-22T17:00:00+01:00");
        let refused = JournalError::OnlyReading;
        let save = |answer, text| SaveAnswer { entry, answer, field: question("q1"), text };
        assert_eq!(journal.start_entry(guide(), now).err(), Some(refused));
        assert_eq!(journal.save_answer(save(None, "x"), now).err(), Some(refused));
        assert_eq!(journal.save_answer(save(Some(saved.id), &saved.text), now).err(), Some(refused));
        assert_eq!(journal.change_entry(entry, known.day, None).err(), Some(refused));
        assert_eq!(journal.delete(entry, now), Err(refused));
        assert_eq!(journal.restore(binned), Err(refused));
        assert_eq!(journal.erase(entry), Err(refused));
        assert_eq!(journal.sweep(now), Err(refused));
        assert_eq!(journal.let_go(AnswerId(1), true), Err(refused));
        assert_eq!(journal.let_go_look_back(asks, true), Err(refused));
        let place = SaveAnswer { entry: made, answer: None, field: look_back("dag"), text: "" };
        assert_eq!(journal.save_answer(place, now).err(), Some(refused));
        assert_eq!(journal.start_entry(prepares(guide()), now).err(), Some(refused));
        assert_eq!(journal.add_pack("eigen", "nl", "1", "", now), Err(refused));
        assert_eq!(journal.switch_pack("team-zuid", false), Err(refused));
        assert_eq!(journal.remove_pack("team-zuid"), Err(refused));
        assert_eq!(journal.set_settings(&[("a", &1)]), Err(refused));
        assert_eq!(erase_same(&mut journal, &[]), Err(refused));
        let (today, term, reiger) = (known.day, Term(180), Alias::parse("Blauwe Reiger").expect("usable"));
        let later = "2031-01-01".parse().expect("a day");
        assert_eq!(journal.leaving(term, later), Ok(Vec::new()), "nothing goes from here");
        assert_eq!(journal.end_terms(term, later, None), Err(refused));
        assert_eq!(journal.forget_done(&[Same { entry, seed: 7 }]), Err(refused));
        assert_eq!(journal.keep_another_year(today), Err(refused));
        assert_eq!(journal.rename_alias(&reiger, &reiger), Err(refused));
        assert_eq!(journal.merge_aliases(&reiger, &reiger), Err(refused));
        assert_eq!(journal.close_alias(&reiger, Some(today)), Err(refused));
        assert_eq!(journal.erase_alias(&reiger).err(), Some(refused));
        assert_eq!(journal.mark_shown(entry, today), Err(refused));
        assert_eq!(journal.mark_carried_out(&[entry], today), Err(refused));
        let rule = RuleText::parse("Eerst vragen.").expect("usable");
        assert_eq!(journal.keep_rule(&rule, now).err(), Some(refused));
        assert_eq!(journal.change_rule(RuleId(1), &rule, now).err(), Some(refused));
        assert_eq!(journal.drop_rule(RuleId(1), Some(today)).err(), Some(refused));
        assert_eq!(journal.erase_rule(RuleId(1)), Err(refused));
        assert_eq!(journal.erase_wording(dropped.former[0].id).err(), Some(refused));
        assert_eq!(journal.keep_twofold_word(&twofold, now).err(), Some(refused));
        assert_eq!(journal.change_twofold_word(word.id, &twofold, now).err(), Some(refused));
        assert_eq!(journal.erase_twofold_word(word.id), Err(refused));
        assert_eq!(journal.keep_team_point(None, &point, today).err(), Some(refused));
        assert_eq!(journal.change_team_point(taken.id, None, &point).err(), Some(refused));
        assert_eq!(journal.discuss_team_point(taken.id, Some(today)).err(), Some(refused));
        assert_eq!(journal.erase_team_point(taken.id), Err(refused));
        let (page, block) = (walk.pages[0].id, walk.pages[0].blocks[0].id);
        let new = walk_throughs::page_of(&journal, entry);
        let (plan, card) = (WalkPlan::open(), JointCardText::default());
        assert_eq!(journal.prepare_walk_through(&[], &[], now).err(), Some(refused));
        for refusal in [
            journal.change_walk_through(open, &plan, today),
            journal.add_walk_pages(open, &[], &[], today),
            journal.take_walk_page_out(page, today),
            journal.move_walk_page(page, None, today),
            journal.freeze_walk_page_again(page, &new, &[], today),
            journal.show_walk_day(page, true, today),
            journal.cover_walk_block(block, &[], today),
            journal.replace_in_walk_block(block, Cover { start: 0, end: 3 }, "een", "x", today),
            journal.looked_over_walk_through(open),
            journal.withdraw_walk_through(open, None),
            journal.begin_walk_through(open, now),
            journal.end_walk_through(shown, None),
            journal.return_from_walk_through(shown),
            journal.save_joint_card(shown, &card),
            journal.decide_joint_card(shown, false),
        ] {
            assert_eq!(refusal.err(), Some(refused));
        }
        assert_eq!(journal.erase_walk_through(open), Err(refused));
        assert_eq!(journal.walk_throughs().expect("read").len(), 2);
        assert_eq!(journal.walk_through(open), Ok(walk.clone()));
        assert_eq!(journal.walk_page(page), Ok((open, entry)));
        assert_eq!(journal.walk_letters(open), Ok(WalkLetters::default()));
        assert_eq!(journal.awaiting_return(), Ok(Some(shown)), "the card's screen says so");
        assert_eq!(journal.spare("visser"), Err(refused));
        assert_eq!(journal.unspare("visser"), Err(refused));
        assert_eq!(journal.forgotten(), Ok(Vec::new()));
        assert_eq!(journal.yearly(later, 9).expect("read").len(), 1);
        assert_eq!(
            journal.going(entry, term, today).expect("read").map(|going| going.why),
            Some(GoingReason::Term)
        );
        assert_eq!(journal.alias_rows().expect("read").len(), 1);
        assert_eq!(journal.alias_entries(&reiger, term, today, None, 9).expect("read").len(), 2);
        assert_eq!(journal.is_named(&reiger), Ok(false));
        assert_eq!(
            (journal.rules(), journal.spared()),
            (Ok(vec![kept.clone(), dropped.clone()]), Ok(vec!["bloem".to_owned()]))
        );
        assert_eq!(journal.twofold_words(), Ok(vec![word.clone()]));
        assert_eq!(journal.team_points(), Ok(vec![taken.clone()]));
        assert_eq!(journal.texts(None, 9).expect("read").len(), 3);
        assert_eq!(journal.leave(waiting), Ok(()), "who only looks may leave");
        journal.close().expect("it closes");
        assert_eq!(files_in(folder.path()), before);
    }
    // And it is all there for who may write.
    let mut desk = Desk::at(folder);
    assert_eq!(desk.journal.search("wacht", 5).expect("search").len(), 1);
    desk.check_index();
}

#[test]
fn another_version_is_said() {
    let folder = TempVault::set_up();
    folder.unlock().lock().expect("locks");
    assert_eq!(Journal::open_to_read(to_read(&folder)).err(), Some(JournalError::OlderFormat));
    for format in 1..schema::MIGRATIONS.len() {
        let mut vault = folder.unlock();
        vault.migrate(&schema::MIGRATIONS[..format]).expect("it runs");
        vault.lock().expect("locks");
        let answer = Journal::open_to_read(to_read(&folder)).err();
        assert_eq!(answer, Some(JournalError::OlderFormat), "format {format}");
    }
    for (version, expected) in [("99", VaultError::NewerFormat), ("-1", VaultError::StoreDamaged)] {
        let vault = folder.unlock();
        vault.connection().execute_batch(&format!("PRAGMA user_version = {version}")).expect("it is set");
        vault.lock().expect("locks");
        let answer = Journal::open_to_read(to_read(&folder)).err();
        assert_eq!(answer, Some(JournalError::Vault(expected)), "{version}");
    }
}

/// Long texts, so that nearly every page belongs to one entry.
fn long_journal() -> (TempVault, Vec<(crate::EntryId, String)>) {
    let mut desk = Desk::new();
    let mut written = Vec::new();
    for number in 0..30 {
        let text = format!("zoekwoord nummer{number} {}", "vulling ".repeat(3000));
        let entry = desk.start(if number % 2 == 0 { guide() } else { sheet(guide()) });
        let field = if number % 2 == 0 { Field::Free } else { text_cell("feiten", 0) };
        desk.save(entry, None, field, &text);
        written.push((entry, text));
    }
    let Desk { journal, folder } = desk;
    drop(journal.close().expect("locks"));
    (folder, written)
}

/// Breaks pages one after the other; in each, all entries but those on that page are listed, read and
/// found. Gives for how many pages that was so, of how many.
fn saved_behind_broken_pages(open: impl Fn(&TempVault) -> Option<Journal>) -> (usize, usize) {
    let (folder, written) = long_journal();
    let path = folder.path().join("journal.db");
    let good = fs::read(&path).expect("it is there");
    let seal = fs::read(folder.path().join("seal")).expect("it is there");
    let pages: Vec<usize> = (1..good.len() / 4096).step_by(9).collect();
    let mut saved = 0;
    for page in &pages {
        let mut bytes = good.clone();
        bytes[page * 4096 + 1234] ^= 1;
        fs::write(&path, bytes).expect("it can be written");
        fs::write(folder.path().join("seal"), &seal).expect("it can be written");
        let _ = fs::remove_file(folder.path().join("journal.db-wal"));
        let Some(mut journal) = open(&folder) else { continue };
        let listed = journal.entries(None, 100).map_or(0, |rows| rows.len());
        let mut read = 0;
        for (entry, text) in &written {
            if let Ok(entry) = journal.entry(*entry) {
                assert!(entry.answers[0].text == *text, "page {page}: a text that nobody wrote");
                read += 1;
            }
        }
        let found = journal.search("zoekwoord", 100).map_or(0, |rows| rows.len());
        saved += usize::from(listed == 30 && read >= 29 && found >= 29);
    }
    (saved, pages.len())
}

#[test]
fn a_broken_page_hides_one_entry_from_who_saves_what_can_be_saved() {
    let (saved, pages) = saved_behind_broken_pages(|folder| Journal::open_to_read(try_to_read(folder)?).ok());
    assert!(pages > 20 && saved * 10 >= pages * 8, "{saved} of {pages}");
}

#[test]
fn in_a_damaged_journal_words_can_still_be_written() {
    let wrote = std::cell::Cell::new(0);
    let (saved, pages) = saved_behind_broken_pages(|folder| {
        // A page of the schema is one without which SQLite opens nothing.
        let mut vault = folder.try_unlock().ok()?;
        vault.settle(vault.checker().run()?).expect("it is noted");
        assert_eq!(vault.verdict(), Some(Verdict::Damaged));
        let mut journal = Journal::open(vault).ok()?;
        // Every page is met, the broken one too; writing goes on.
        let all = journal.entries(None, 100).unwrap_or_default();
        for row in all {
            let _ = journal.entry(row.entry);
            let _ = journal.vault().connection().query_row(
                "SELECT text FROM answer WHERE entry = ?1",
                [row.entry.0],
                |row| row.get::<_, String>(0),
            );
        }
        let new = journal.start_entry(free_page(), at("2026-11-21T16:50:00+01:00"));
        if let Ok(new) = new {
            let save = SaveAnswer { entry: new.id, answer: None, field: Field::Free, text: "toch bewaard" };
            if journal.save_answer(save, at("2026-11-21T16:50:00+01:00")).is_ok() {
                wrote.set(wrote.get() + 1);
                let erased = journal.erase(new.id);
                assert!(erased.is_ok() || matches!(erased, Err(JournalError::Vault(_))), "{erased:?}");
                // The list is that of the others again.
                if journal.entry(new.id).is_ok() {
                    return None;
                }
            }
        }
        Some(journal)
    });
    assert!(wrote.get() * 10 >= pages * 8, "{} of {pages}", wrote.get());
    assert!(saved * 10 >= pages * 7, "{saved} of {pages}");
}
