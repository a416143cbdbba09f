//! Whatever the text: no panic, places that can be cut at, and every valid number is found.

use std::ops::Range;

use privacy::{Detector, Finding, Kind, Utf16};
use proptest::prelude::*;

/// Findings are in order, apart, not empty, and can be cut out of the text.
fn check(text: &str) -> Vec<Finding> {
    let found = Detector::shipped().find(text);
    let mut end = 0;
    let mut utf16 = Utf16::new(text);
    for one in &found {
        let Range { start, end: until } = one.range.clone();
        assert!(start >= end && start < until && until <= text.len(), "{found:?}");
        assert!(text.is_char_boundary(start) && text.is_char_boundary(until), "{found:?}");
        let units = utf16.range(&one.range);
        assert_eq!(units.start, text[..start].encode_utf16().count());
        assert_eq!(units.len(), text[one.range.clone()].encode_utf16().count());
        end = until;
    }
    found
}

/// Pieces that trip up whoever counts characters, and pieces that are looked for.
fn piece() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "mevrouw ",
        "dhr. ",
        "van den ",
        "de ",
        "Fatima",
        "jansen",
        "'s ",
        "\u{2019}",
        "-",
        ".",
        ", ",
        "\n",
        "😀",
        "\u{301}",
        "\u{200d}",
        "\u{200f}",
        "محمد",
        "é",
        "ß",
        "ĳ",
        "İ",
        "0",
        "06-",
        "12",
        "3456 ",
        "NL91",
        "@",
        ".nl",
        "Kerkstraat ",
        "12a ",
        "1234 AB",
        "geb. ",
        "€ ",
        "Z-2024-",
        "\u{a0}",
        "(",
        "+31",
        "maart ",
        "'87",
        "A.B. ",
        "kenteken ",
        "bsn ",
        "\u{ad}",
        "ﬁ",
        "𝐉",
        "\u{0}",
    ]);
    prop_oneof![3 => pieces.prop_map(str::to_owned), 1 => any::<String>()]
}

fn passes(digits: &[u8; 9]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits.iter().zip(weights).map(|(digit, weight)| i32::from(*digit) * weight).sum();
    sum % 11 == 0
}

/// A number that passes the eleven test: eight digits, and the ninth that fits, if one does.
fn bsn() -> impl Strategy<Value = String> {
    prop::array::uniform9(0_u8..10).prop_filter_map("no ninth digit fits", |mut digits| {
        digits[0] = digits[0].max(1);
        let fits = (0..10).find(|last| {
            digits[8] = *last;
            passes(&digits)
        })?;
        digits[8] = fits;
        Some(digits.iter().map(|digit| char::from(b'0' + digit)).collect())
    })
}

/// A Dutch account with the check digits that fit.
fn iban() -> impl Strategy<Value = String> {
    ("[A-Z]{4}", "[0-9]{10}").prop_map(|(bank, account)| {
        let turned = format!("{bank}{account}NL00");
        let rest = turned.chars().fold(0_u32, |rest, c| {
            let value = c.to_digit(36).expect("letters and digits");
            (rest * if value > 9 { 100 } else { 10 } + value) % 97
        });
        format!("NL{:02}{bank}{account}", 98 - rest)
    })
}

/// Words without digits, as they stand around a number.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "toen",
        "belde",
        "Fatima",
        "mevrouw",
        "over",
        "haar",
        "uitkering",
        "en",
        "de",
        "huur",
        "gisteren,",
        "zei",
        "hij",
        "Kerkstraat",
        "nummer",
        "is",
        "van",
        "ik",
        "dossier",
        "klant",
        "geboren",
        "tel.",
        "rekening",
        "niets.",
    ]);
    prop::collection::vec(word, 0..8).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        check(&text);
        let _ = Detector::shipped().weighty(&text);
        let _ = privacy::folded(&text);
    }

    #[test]
    fn every_valid_citizen_number_is_found(before in words(), number in bsn(), after in words()) {
        let text = format!("{before} {number} {after}");
        let found = check(&text);
        let start = before.len() + 1;
        let is_found = found.iter().any(|one| one.kind == Kind::Bsn && one.range == (start..start + 9));
        prop_assert!(is_found, "{text}: {found:?}");
    }

    #[test]
    fn every_valid_account_is_found(before in words(), number in iban(), spaced: bool, small: bool, after in words()) {
        let mut shown = number;
        if spaced {
            shown = shown.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four)).collect::<Vec<_>>().join(" ");
        }
        if small {
            shown = shown.to_lowercase();
        }
        let text = format!("{before} {shown} {after}");
        let found = check(&text);
        let start = before.len() + 1;
        let is_found = found.iter().any(|one| one.kind == Kind::Iban && one.range == (start..start + shown.len()));
        prop_assert!(is_found, "{text}: {found:?}");
    }
}

/// No clock: what grows with the square of the text would not end within anybody's patience.
#[test]
fn a_very_long_text_of_one_kind_ends() {
    for unit in [
        "1",
        "1 ",
        "12-",
        "a",
        "A",
        "A.",
        "a-",
        "de ",
        "van den ",
        "Van ",
        "@",
        "a@",
        "06",
        "1234 A",
        "NL9",
        "mevrouw ",
        "geb. ",
        "12 maart ",
        "Kerkstraat ",
        "Laan van ",
        "'",
        "😀",
        "\u{301}",
        "\n",
        "Fatima ",
        "zaak ",
        "é",
    ] {
        let length = if matches!(unit, "1" | "a" | "A" | "1 ") { 1_000_000 } else { 200_000 };
        let text = unit.repeat(length / unit.len());
        check(&text);
        let _ = Detector::shipped().weighty(&text);
    }
}
