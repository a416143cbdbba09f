//! Two thousand questions over five thousand entries, against the plain scan.

use chrono::{Days, NaiveDate};
use rusqlite::params;
use testkit::SeededRandomness;
use vault::Vault;

use super::super::desk::Desk;
use super::plain::{Page, Plain};
use crate::search::Balance;
use crate::{
    Alias, Cursor, Journal, Search, SearchFilters, SearchForm, SearchOrder, SearchPage, SearchStatus,
    SearchTheme, stamp,
};

const ENTRIES: usize = 5_000;
const QUESTIONS: usize = 2_000;
/// Questions that are also asked of a journal that is only read.
const CAREFUL: usize = 24;

/// What words are made of: the first of them stand far oftener than the last.
const WORDS: &[&str] = &[
    "de",
    "het",
    "een",
    "en",
    "ik",
    "was",
    "niet",
    "dat",
    "zij",
    "in",
    "op",
    "hij",
    "te",
    "van",
    "er",
    "naar",
    "met",
    "maar",
    "toen",
    "gesprek",
    "uitkering",
    "brief",
    "Schuld",
    "huis",
    "kind",
    "werk",
    "dag",
    "boos",
    "één",
    "geïrriteerd",
    "café",
    "naïef",
    "coördinatie",
    "ruïne",
    "crème",
    "Élan",
    "reünie",
    "schaamte",
    "beschaamd",
    "wethouder",
    "o’clock",
    "zo'n",
    "niet-verschenen",
    "e-mail",
    "(100%)",
    "€ 1.000,50",
    "😀",
    "‘s ochtends",
    "ĳs",
    "straße",
    "Ωmega",
    "北京",
    "ø",
    "a\u{301}b",
];
const LINKS: &[&str] = &["", "", "s", "-"];
const GAPS: &[&str] = &[" ", " ", " ", " ", ", ", ". ", "\n", "; ", " – ", "\u{a0}"];
const KINDS: &[&str] = &["telefonisch", "huisbezoek", "voortgang"];
const RAW: &[&str] = &["😀", "€", "%)", "–", "👍", "--", "*("];

/// Where the days begin.
fn day(after: usize) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2024, 2, 1).expect("a day");
    first + Days::new(u64::try_from(after).expect("a number"))
}

fn pick<'a, T>(chance: &mut SeededRandomness, from: &'a [T]) -> &'a T {
    &from[chance.below(from.len())]
}

/// A word as it stands in a text: often a common one, sometimes a compound.
fn word(chance: &mut SeededRandomness) -> String {
    // The product of two draws makes the first ones the commonest.
    let rank =
        |chance: &mut SeededRandomness| chance.below(WORDS.len()) * chance.below(WORDS.len()) / WORDS.len();
    let first = WORDS[rank(chance)];
    match chance.below(6) {
        0 => format!("{first}{}{}", pick(chance, LINKS), WORDS[rank(chance)]),
        1 => first.to_uppercase(),
        _ => first.to_owned(),
    }
}

fn text(chance: &mut SeededRandomness) -> String {
    let words = chance.below(14);
    (0..words).flat_map(|_| [word(chance), (*pick(chance, GAPS)).to_owned()]).collect()
}

/// Entries of every sort, written behind the journal's back as it would have written them, so that it does
/// not take minutes.
fn write(desk: &mut Desk, chance: &mut SeededRandomness) {
    desk.journal
        .change(|transaction, _| {
            let made = "INSERT INTO alias (name, folded) VALUES (?1, lower(?1))";
            for number in 1..=40 {
                transaction.execute(made, [format!("Reiger {number}")])?;
            }
            transaction.execute("INSERT INTO wording (id, text) VALUES (1, 'Wat deed jij?')", [])?;
            for number in 0..ENTRIES {
                write_one(transaction, number, chance)?;
            }
            Ok(())
        })
        .expect("written");
}

fn write_one(
    transaction: &rusqlite::Transaction<'_>,
    number: usize,
    chance: &mut SeededRandomness,
) -> rusqlite::Result<()> {
    const CONTACT: &str = "INSERT INTO contact (day, kind, alias) VALUES (?1, ?2, ?3)";
    const ENTRY: &str = "INSERT INTO entry (day, contact, form_pack, form, form_version, seed, started_at,
        started_offset, title, shown_on, carried_out_on, deleted_at, deleted_offset)
        VALUES (?1, ?2, ?3, ?4, 1, ?5, 0, 60, ?6, ?7, ?8, ?9, ?9)";
    const ANSWER: &str =
        "INSERT INTO answer (entry, ordinal, field, question_pack, question, question_version,
        wording, text, written_at, written_offset, saved_at, saved_offset)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 60, 0, 60)";
    let count = |chance: &mut SeededRandomness, below| i64::try_from(chance.below(below)).expect("small");
    // Now and then something is written long after it took place.
    let late = if chance.below(10) == 0 { chance.below(60) } else { 0 };
    let on = stamp::number(day((number / 5).saturating_sub(late)));
    let contact = if chance.below(5) == 0 {
        None
    } else {
        let alias = (chance.below(4) > 0).then(|| count(chance, 40) + 1);
        transaction.prepare_cached(CONTACT)?.execute(params![on, pick(chance, KINDS), alias])?;
        Some(transaction.last_insert_rowid())
    };
    let (pack, form, title) = *pick(
        chance,
        &[
            ("basis", "guide", None),
            ("basis", "guide", None),
            ("basis", "free-page", None),
            ("basis", "dilemma", Some("Dilemmablad")),
            ("eigen", "guide", Some("Ook een gids")),
        ],
    );
    let seed = i64::try_from(number).expect("small");
    let shown = (chance.below(20) == 0).then_some(on);
    let carried_out = (chance.below(100) == 0).then_some(on);
    let deleted = (chance.below(50) == 0).then_some(0);
    transaction.prepare_cached(ENTRY)?.execute(params![
        on,
        contact,
        pack,
        form,
        seed,
        title,
        shown,
        carried_out,
        deleted
    ])?;
    let entry = transaction.last_insert_rowid();
    for ordinal in 0..=count(chance, 3) {
        let text = text(chance);
        let question = (chance.below(3) > 0).then(|| format!("q{}", chance.below(12)));
        let (field, pack) = if question.is_some() { ("question", Some("basis")) } else { ("free", None) };
        let one = question.as_ref().map(|_| 1);
        transaction
            .prepare_cached(ANSWER)?
            .execute(params![entry, ordinal, field, pack, question, one, one, text])?;
    }
    Ok(())
}

/// Something to look for: often a part of what stands somewhere.
fn asked(chance: &mut SeededRandomness, pages: &[Page]) -> String {
    let mut tokens = Vec::new();
    for _ in 0..chance.below(4) {
        let whole = word(chance);
        let some = part(chance, &whole);
        tokens.push(match chance.below(12) {
            0 => format!("\"{}\"", of_a_text(chance, pages)),
            1 => format!("-{some}"),
            2 => (*pick(chance, RAW)).to_owned(),
            3 => of_a_text(chance, pages),
            4 => format!("-{}", of_a_text(chance, pages).trim()),
            5 | 6 => whole,
            7 => some.to_lowercase(),
            _ => some,
        });
    }
    tokens.join(" ")
}

/// Some characters of it, the whole where it is short.
fn part(chance: &mut SeededRandomness, text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let length = chance.below(5) + 2;
    let from = chance.below(characters.len().saturating_sub(length) + 1);
    characters.into_iter().skip(from).take(length).collect()
}

/// From anywhere in an answer to anywhere near.
fn of_a_text(chance: &mut SeededRandomness, pages: &[Page]) -> String {
    let answers = &pick(chance, pages).entry.answers;
    let characters: Vec<char> = pick(chance, answers).text.chars().collect();
    let from = chance.below(characters.len() + 1);
    let length = chance.below(16) + 2;
    characters.into_iter().skip(from).take(length).filter(|character| *character != '"').collect()
}

fn filters(chance: &mut SeededRandomness) -> SearchFilters {
    let mut filters = SearchFilters::default();
    if chance.below(2) == 0 {
        return filters;
    }
    let one_in = |chance: &mut SeededRandomness, of| chance.below(of) == 0;
    if one_in(chance, 3) {
        filters.from = Some(day(chance.below(1_000)));
    }
    if one_in(chance, 3) {
        filters.until = Some(filters.from.unwrap_or(day(0)) + Days::new(chance.next_u64() % 300));
    }
    if one_in(chance, 4) {
        filters.kind = Some((*pick(chance, &["huisbezoek", "telefonisch", "onbekend"])).to_owned());
    }
    if one_in(chance, 4) {
        filters.alias = Some(Alias::parse(&format!("reiger {}", chance.below(42))).expect("usable"));
    }
    if one_in(chance, 4) {
        let question = |chance: &mut SeededRandomness| ("basis".to_owned(), format!("q{}", chance.below(14)));
        let questions = (0..chance.below(4)).map(|_| question(chance)).collect();
        let forms = if one_in(chance, 2) { vec![("basis".to_owned(), "dilemma".to_owned())] } else { vec![] };
        filters.theme = Some(SearchTheme { questions, forms });
    }
    if one_in(chance, 4) {
        let (pack, form, is_sheet) = *pick(
            chance,
            &[
                ("basis", "guide", false),
                ("basis", "free-page", false),
                ("basis", "dilemma", true),
                ("eigen", "guide", true),
                ("eigen", "guide", false),
            ],
        );
        filters.form = Some(SearchForm { pack: pack.to_owned(), form: form.to_owned(), is_sheet });
    }
    if one_in(chance, 4) {
        let all = [SearchStatus::Personal, SearchStatus::Shown, SearchStatus::CarriedOut];
        filters.status = Some(*pick(chance, &all));
    }
    filters
}

fn numbers(page: &SearchPage) -> Vec<i64> {
    page.rows.iter().map(|found| found.row.entry.0).collect()
}

/// The first page from here, and where the next one begins.
fn ask(
    journal: &mut Journal,
    (text, filters): (&str, &SearchFilters),
    order: SearchOrder,
    after: Option<Cursor>,
    limit: usize,
) -> SearchPage {
    let search = Search { text, order, filters: filters.clone(), after, limit };
    journal.find(&search).expect("a search never fails")
}

#[test]
fn two_thousand_questions_are_answered_as_the_plain_scan_answers_them() {
    let mut chance = SeededRandomness::new(20_261_122);
    let mut desk = Desk::new();
    write(&mut desk, &mut chance);
    desk.journal.search("woord", 1).expect("it is indexed");
    desk.check_index();
    let (plain, balances) = (
        Plain::new(),
        [
            Balance::MEASURED,
            Balance {
                words_at_once: 6,
                parts_at_once: 2,
                phrases_at_once: 3,
                read_first: 20,
                before_words: 0,
                days_first: 200,
                rows_a_hit: 1,
            },
            Balance {
                words_at_once: 1,
                parts_at_once: 1,
                phrases_at_once: 0,
                read_first: 0,
                before_words: 0,
                days_first: 200,
                rows_a_hit: i64::MAX,
            },
            Balance {
                words_at_once: 40,
                parts_at_once: 3,
                phrases_at_once: 12,
                read_first: 3,
                before_words: 0,
                days_first: 200,
                rows_a_hit: 0,
            },
        ],
    );
    let pages = plain.pages(&desk);
    let copy = desk.after_power_cut().folder;
    let vault = Vault::at(copy.folder().clone()).unlock_to_read(copy.data_key());
    let mut careful = Journal::open_to_read(vault.map_err(|(_, error)| error).expect("it unlocks"));
    let careful = careful.as_mut().expect("it opens");

    let (mut with_hits, mut with_many) = (0, 0);
    for number in 0..QUESTIONS {
        let (text, filters) = (asked(&mut chance, &pages), filters(&mut chance));
        let rules = plain.read(&text);
        let expected: Vec<i64> = pages
            .iter()
            .filter(|page| page.is_in(&filters) && page.has(&rules))
            .map(|page| page.entry.id.0)
            .collect();
        with_hits += usize::from(!expected.is_empty());
        with_many += usize::from(expected.len() > 50);
        desk.journal.index.balance = balances[number % balances.len()];
        let what = || format!("question {number}: {text:?} of {filters:?}");

        // Page by page, and at last all that is left.
        let (mut found, mut after) = (Vec::new(), None);
        for limit in [1 + chance.below(9), 50, ENTRIES] {
            let page = ask(&mut desk.journal, (&text, &filters), SearchOrder::Newest, after, limit);
            assert!(page.rows.len() <= limit, "{}", what());
            assert_eq!(page.next.is_some(), found.len() + limit < expected.len(), "{}", what());
            found.extend(numbers(&page));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(found, expected, "{}", what());

        if number % 4 == 0 {
            let page = ask(&mut desk.journal, (&text, &filters), SearchOrder::Best, None, 50);
            assert_eq!((page.rows.len(), page.next), (expected.len().min(50), None), "{}", what());
            let (mut best, mut all) = (numbers(&page), expected);
            best.sort_unstable();
            all.sort_unstable();
            assert!(best.windows(2).all(|pair| pair[0] < pair[1]), "{}", what());
            assert!(best.iter().all(|entry| all.binary_search(entry).is_ok()), "{}", what());
        }
        if number % (QUESTIONS / CAREFUL) == 0 {
            for (order, limit) in [(SearchOrder::Newest, 7), (SearchOrder::Best, 50)] {
                let quick = ask(&mut desk.journal, (&text, &filters), order, None, limit);
                assert_eq!(ask(careful, (&text, &filters), order, None, limit), quick, "{}", what());
            }
        }
    }
    assert!(
        with_hits > QUESTIONS / 3 && with_many > QUESTIONS / 10,
        "{with_hits} and {with_many} are telling"
    );
}
