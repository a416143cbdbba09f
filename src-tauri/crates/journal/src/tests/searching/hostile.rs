//! Questions that are none: each is answered, and as the plain scan answers it.

use super::super::desk::{Desk, free_page};
use super::found;
use super::plain::Plain;
use crate::search::Balance;

/// What has broken a search somewhere.
fn questions() -> Vec<String> {
    let short = [
        "\"*(",
        "\"",
        "\"\"",
        "\"\"\"",
        "\" \"",
        "*",
        "*(",
        "(",
        ")",
        "((",
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "NEAR(a b, 2)",
        "a AND",
        "OR b",
        "NOT NOT",
        "body:a",
        "meta:a1",
        "meta : \"a1\"",
        "-meta:k",
        "a\"b",
        "\"a\"b\"",
        "\"a b",
        "a b\"",
        "a\"b c\"d",
        "^a",
        "a*",
        "+a",
        "a + b",
        "{a b}",
        "a:b",
        "-",
        "--",
        "---",
        "- -",
        "-\"a b\"",
        "-\"",
        "-a-",
        "-a -a",
        "a -a",
        "-😀",
        "😀",
        "👩‍👩‍👧",
        "👍🏽",
        "\0",
        "a\0b",
        "\0\0 \0",
        "-\0a",
        "'",
        "''",
        "'; DROP TABLE entry; --",
        "%",
        "_",
        "\\",
        "a\\",
        "\\\"",
        "🇳🇱",
        "\u{202e}abc",
        "שלום",
        "מה שלומך",
        "مرحبا بك",
        "\u{301}",
        "a\u{301}",
        "-\u{301}a",
        "e\u{301}\u{301}n",
        "i\u{307}",
        "ﬁ",
        "ß",
        "ẞ",
        "İ",
        "ı",
        "ſ",
        "K",
        "\u{feff}a",
        "\u{200b}",
        "a\u{200b}b",
        "\u{ad}",
        "a\u{ad}b",
        "\u{fffd}",
        "\u{10ffff}",
        "\t\r\n",
        "\u{a0}",
        "\u{3000}a",
        "\u{2028}b",
        "“a b”",
        "„a b”",
        "«a»",
        "‘a’",
        "–a",
        "—a",
        "−a",
        "１２",
        "²",
        "a1",
        "f62",
        "k",
        "北京",
        "北",
        "हिन्दी",
    ];
    let mut questions: Vec<String> = short.map(str::to_owned).to_vec();
    questions.extend([
        "a".repeat(10_000),
        "\"".repeat(10_001),
        "-".repeat(10_000),
        "(".repeat(10_000),
        "\u{301}".repeat(10_000),
        "😀".repeat(10_000),
        "a ".repeat(5_000),
        "\"a b\" ".repeat(2_000),
        (0..5_000).map(|number| format!("woord{number} ")).collect(),
        (0..5_000).map(|number| format!("-geen{number} ")).collect(),
        (0..5_000).map(|number| format!("\"woord{number} woord{}\" ", number + 1)).collect(),
        format!("\"{}\"", (0..5_000).map(|number| format!("woord{number} ")).collect::<String>()),
        format!("-{}", (0..5_000).map(|number| format!("woord{number}-")).collect::<String>()),
    ]);
    questions
}

#[test]
fn whatever_is_typed_is_answered_as_the_plain_scan_answers_it() {
    let plain = Plain::new();
    let mut desk = Desk::new();
    let questions = questions();
    let numbers: String = (0..5_001).map(|number| format!("woord{number} ")).collect();
    let long = ["a".repeat(12_000), numbers];
    for text in questions.iter().filter(|question| question.len() < 100).chain(&long) {
        desk.write(free_page(), text);
        desk.write(free_page(), &format!("voor {text} na"));
    }
    desk.write(free_page(), "");
    for balance in [
        Balance::MEASURED,
        Balance {
            words_at_once: 1,
            parts_at_once: 1,
            phrases_at_once: 2,
            read_first: 1,
            before_words: 0,
            days_first: 200,
            rows_a_hit: 0,
        },
    ] {
        desk.journal.index.balance = balance;
        for question in &questions {
            let what: String = question.chars().take(40).collect();
            assert_eq!(found(&mut desk, question), plain.scan(&desk, question), "{what:?} with {balance:?}");
        }
    }
    desk.check_index();
}

#[test]
fn whatever_is_typed_is_looked_for_in_one_entry() {
    let mut desk = Desk::new();
    let questions = questions();
    let all: String = questions.iter().filter(|question| question.len() < 100).map(String::as_str).collect();
    let entry = desk.write(free_page(), &all);
    let units: Vec<u16> = all.encode_utf16().collect();
    for question in &questions {
        let matches = desk.journal.find_in_entry(entry, question).expect("it never fails");
        let mut last = 0;
        for place in matches {
            let (start, end) = (place.start as usize, place.end as usize);
            assert!(last <= start && start < end && end <= units.len(), "{question:?}: {place:?}");
            assert!(String::from_utf16(&units[start..end]).is_ok(), "{question:?}: half a character");
            last = end;
        }
    }
}
