//! Entries that resemble one do so for reasons that are shown.

use super::desk::{Desk, about, at, free_page, question, sheet, text_cell};
use super::reading::to_read;
use crate::{Alias, Alike, EntryId, Field, Journal, JournalError, Subject};

const PLAIN: [&str; 1] = ["omdat"];

/// The questions and forms of these tests have themes by the first letter.
fn theme(subject: &Subject) -> Option<char> {
    match subject {
        Subject::Question { question, .. } if question.starts_with('q') => Some('q'),
        Subject::Question { .. } => None,
        Subject::Sheet { form, .. } => form.chars().next(),
    }
}

fn alike(journal: &mut Journal, entry: EntryId) -> Vec<Alike<char>> {
    journal.alike(entry, PLAIN, theme, 8).expect("read")
}

/// Which resemble it, and why.
fn why(desk: &mut Desk, entry: EntryId) -> Vec<(EntryId, String, String)> {
    let told = alike(&mut desk.journal, entry).into_iter();
    told.map(|one| (one.row.entry, one.themes.into_iter().collect(), one.words.join(" "))).collect()
}

fn which(desk: &mut Desk, entry: EntryId) -> Vec<EntryId> {
    why(desk, entry).into_iter().map(|(entry, ..)| entry).collect()
}

/// An answer to a question on a day.
fn asked(desk: &mut Desk, day: &str, id: &str, text: &str) -> EntryId {
    let entry = desk.start(about(day, "gesprek", None));
    desk.save(entry, None, question(id), text);
    entry
}

#[test]
fn what_shares_rare_words_and_themes_resembles_for_the_same_reasons_both_ways() {
    let mut desk = Desk::new();
    let first = asked(&mut desk, "2026-03-02", "q1", "De DEURBEL deed het niet, omdat de zekering");
    let both = asked(&mut desk, "2026-03-03", "q2", "deurbel en zekering, omdat");
    let word = asked(&mut desk, "2026-03-04", "x1", "een deurbel");
    let theme_only = asked(&mut desk, "2026-03-05", "q1", "heel anders");
    let none = desk.write(free_page(), "omdat niets");
    for other in 0..20 {
        desk.write(free_page(), &format!("vulling{}", "x".repeat(other)));
    }
    let q = || "q".to_owned();
    assert_eq!(why(&mut desk, first), [(both, q(), "zekering DEURBEL".into())]);
    assert_eq!(why(&mut desk, both), [(first, q(), "zekering deurbel".into())]);
    assert_eq!(why(&mut desk, word), [], "one word that a third has is chance");
    assert_eq!(why(&mut desk, theme_only), [], "a theme alone makes no likeness");
    assert_eq!(why(&mut desk, none), [], "nor does a plain word");
    let again = why(&mut desk, first);
    desk.reopen();
    assert_eq!(why(&mut desk, first), again);
    desk.check_index();
}

#[test]
fn a_theme_outweighs_nothing_that_is_much_rarer() {
    let mut desk = Desk::new();
    let entry = asked(&mut desk, "2026-03-02", "q1", "zeldzaam bijzonder gangbaar gewoon");
    for _ in 0..3 {
        asked(&mut desk, "2026-03-03", "q1", "gangbaar gewoon");
    }
    let rare = asked(&mut desk, "2026-03-01", "x1", "zeldzaam bijzonder");
    let of_sheet = desk.start(sheet(about("2026-03-06", "gesprek", None)));
    desk.save(of_sheet, None, text_cell("feiten", 0), "zeldzaam bijzonder");
    for other in 0..60 {
        desk.write(free_page(), &format!("vulling{}", "x".repeat(other)));
    }
    // Twice ln(66/4) and ln 3 against twice ln(66/3): the theme decides.
    let found = which(&mut desk, entry);
    assert_eq!((found.len(), &found[3..]), (5, &[of_sheet, rare][..]));
}

#[test]
fn what_is_quiet_binned_or_only_of_the_same_alias_does_not_resemble() {
    let mut desk = Desk::new();
    let mut write =
        |day: &str, alias: Option<&str>, text: &str| desk.write(about(day, "gesprek", alias), text);
    let entry = write("2026-03-02", Some("Blauwe Reiger"), "de deurbel en zekering van blauwe reiger");
    let same_alias = write("2026-03-03", Some("Blauwe Reiger"), "blauwe reiger belde");
    let binned = write("2026-03-03", None, "deurbel zekering");
    let quiet = write("2026-03-04", None, "deurbel zekering");
    let in_period = write("2026-03-05", None, "deurbel zekering");
    let loud = write("2026-03-06", None, "deurbel zekering");
    assert_eq!(which(&mut desk, entry), [loud, in_period, quiet, binned]);
    desk.journal.delete(binned, at("2026-11-21T17:00:00+01:00")).expect("delete");
    desk.journal.keep_entry_quiet(quiet, true).expect("kept");
    let day = |day: &str| day.parse().expect("a day");
    desk.journal.keep_period_quiet(day("2026-03-05"), day("2026-03-05")).expect("kept");
    assert_eq!(which(&mut desk, entry), [loud]);
    assert_eq!(which(&mut desk, quiet), [loud, entry], "what is quiet may itself be asked about");
    assert_eq!(which(&mut desk, same_alias), []);
    desk.journal.keep_alias_quiet(&Alias::parse("Blauwe Reiger").expect("usable"), true).expect("kept");
    assert_eq!(which(&mut desk, loud), []);
    desk.journal.erase(loud).expect("erased");
    assert_eq!(which(&mut desk, entry), []);
    assert_eq!(desk.journal.alike(loud, PLAIN, theme, 8), Err(JournalError::EntryGone));
}

#[test]
fn a_word_that_many_have_is_not_rare_and_there_are_at_most_so_many() {
    let mut desk = Desk::new();
    let entry = desk.write(free_page(), "gangbaar gewoon zeldzaam");
    let others: Vec<EntryId> = (0..5).map(|_| desk.write(free_page(), "gangbaar gewoon")).collect();
    assert_eq!(which(&mut desk, entry), [], "six have it");
    desk.journal.erase(others[4]).expect("erased");
    let newest_first = [others[3], others[2], others[1], others[0]];
    assert_eq!(which(&mut desk, entry), newest_first, "five have it");
    let most = desk.journal.alike(entry, PLAIN, theme, 2).expect("read");
    assert_eq!(most.iter().map(|one| one.row.entry).collect::<Vec<_>>(), newest_first[..2]);
    assert_eq!(most[0].row.excerpt, "gangbaar gewoon");
}

#[test]
fn only_the_twelve_rarest_words_count() {
    let mut desk = Desk::new();
    let letters = "abcdefghijklmn";
    let words: Vec<String> = letters.chars().map(|letter| format!("woord{letter}")).collect();
    let entry = desk.write(free_page(), &words.join(" "));
    let others: Vec<EntryId> = words.iter().map(|word| desk.write(free_page(), word)).collect();
    desk.write(free_page(), &words[0]);
    let found = desk.journal.alike(entry, PLAIN, theme, 50).expect("read");
    let mut found: Vec<EntryId> = found.into_iter().map(|one| one.row.entry).collect();
    found.sort();
    assert_eq!(found, others[1..13], "the thirteenth is behind in the alphabet, the first less rare");
}

#[test]
fn a_journal_that_is_only_read_is_not_indexed_for_it() {
    let mut desk = Desk::new();
    let entries = [desk.write(free_page(), "deurbel"), desk.write(free_page(), "de deurbel")];
    assert_eq!(which(&mut desk, entries[0]), [entries[1]]);
    let waiting = desk.start(free_page());
    desk.save(waiting, None, Field::Free, "deurbel");
    let Desk { journal, folder } = desk;
    drop(journal);
    let mut journal = Journal::open_to_read(to_read(&folder)).expect("opens");
    let found = alike(&mut journal, entries[0]);
    assert_eq!(found.iter().map(|one| one.row.entry).collect::<Vec<_>>(), [entries[1]]);
}

#[test]
fn one_word_is_enough_where_no_third_entry_has_it_and_a_name_never_is() {
    let mut desk = Desk::new();
    let first = desk.write(free_page(), "de zekering, en daar stond Fatima");
    let word = desk.write(free_page(), "zekering");
    desk.write(free_page(), "Het was Fatima die belde");
    for other in 0..20 {
        desk.write(free_page(), &format!("vulling{}", "x".repeat(other)));
    }
    assert_eq!(why(&mut desk, first), [(word, String::new(), "zekering".into())]);
}
