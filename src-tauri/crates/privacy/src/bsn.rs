//! Citizen service numbers.
//!
//! Source of the rule: Regeling burgerservicenummer; the eleven test (elfproef): the digits times
//! 9, 8, 7, 6, 5, 4, 3, 2 and −1 add up to a multiple of eleven. A number of eight digits has a
//! zero before it that is often left out.

use crate::{
    digits::Digits,
    finding::{Finding, Kind},
    marks::{BSN, FILED, MONEY, NUMBERED, UNIT},
    text::Text,
};

/// The number at a place.
pub(crate) fn at(text: &Text<'_>, number: &Digits) -> Option<Finding> {
    let is_named = text.before(number.start, 4).any(|word| word.is(BSN));
    let count = if number.end_of(9, text.text).is_some() && is_apart(number, 9, is_named) { 9 } else { 8 };
    let end = number.end_of(count, text.text)?;
    if !is_apart(number, count, is_named) || is_amount(text, number.start, end) {
        return None;
    }
    let is_grouped = number.separators(count).next().is_some();
    if !passes(&number.digits[..count]) {
        // Mistyped, but said to be one: still a number of a person.
        let is_one = is_named && count >= 8;
        return is_one.then_some(Finding {
            kind: Kind::CaseNumber,
            range: number.start..end,
            after_title: false,
        });
    }
    let is_filed = text.before(number.start, 3).any(|word| word.is(NUMBERED.or(FILED)));
    let is_likely = match (count, is_grouped) {
        (9, false) => true,
        (9, true) => is_named || number.groups(9).all(|group| group >= 2) && number.groups(9).count() <= 4,
        (_, false) => is_named || !is_filed && !is_date(&number.digits[..8]),
        (_, true) => is_named,
    };
    is_likely.then_some(Finding { kind: Kind::Bsn, range: number.start..end, after_title: false })
}

/// The eleven test. All zeros pass it, and are no number.
fn passes(digits: &[u8]) -> bool {
    let leading = 9 - digits.len();
    let sum: i32 = digits
        .iter()
        .zip(leading..)
        .map(|(digit, place)| {
            let weight = if place == 8 { -1 } else { 9 - i32::try_from(place).unwrap_or(0) };
            i32::from(*digit) * weight
        })
        .sum();
    sum % 11 == 0 && digits.iter().any(|digit| *digit != 0)
}

/// Whether the number ends here: what follows is no further group of the same kind.
fn is_apart(number: &Digits, count: usize, is_named: bool) -> bool {
    if number.count == count {
        return true;
    }
    if number.count < count {
        return false;
    }
    // "bsn 111 222 333 2024": it is said to be one, and it passes or it does not.
    if is_named && number.signs[count] != 0 && passes(&number.digits[..count]) {
        return true;
    }
    // "111222333 12-03-1987": a space, and the number itself has no spaces.
    let next = number.signs[count];
    next == b' ' && !number.separators(count).any(|sign| sign == b' ') || matches!(next, b'/' | b'(' | b')')
}

fn is_amount(text: &Text<'_>, start: usize, end: usize) -> bool {
    let before = text.text[..start].trim_end();
    before.ends_with(['€', '$', '£'])
        || before.ends_with(',')
            && before.len() == start
            && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_digit())
        || text.text[end..].starts_with(',') && text.text[end + 1..].starts_with(|c: char| c.is_ascii_digit())
        || text.text[end..].starts_with(",-")
        || text.after(end, 1).any(|word| word.is(MONEY.or(UNIT)))
}

/// Eight digits that read as a day: 12032024 or 20240312.
fn is_date(digits: &[u8]) -> bool {
    let number = |range: std::ops::Range<usize>| {
        digits[range].iter().fold(0_u32, |number, digit| number * 10 + u32::from(*digit))
    };
    let fits = |day: u32, month: u32, year: u32| {
        (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..=2099).contains(&year)
    };
    fits(number(0..2), number(2..4), number(4..8)) || fits(number(6..8), number(4..6), number(0..4))
}

#[cfg(test)]
mod tests {
    use crate::check::{finds, finds_nothing};

    #[test]
    fn numbers_that_pass_are_found_however_they_are_grouped() {
        for number in
            ["111222333", "111 222 333", "111.222.333", "111-222-333", "1112.22.333", "11 12 22 333"]
        {
            finds("bsn", &format!("Zijn nummer is {number}, zei hij."), &[number]);
        }
        finds("bsn", "BSN: 12345672.", &["12345672"]);
        for number in [
            "123 456 782",
            "1234.56.782",
            "123-45-67-82",
            "12 34 56 782",
            "123/456/782",
            "1 2 3 4 5 6 7 8 2",
            "1234 56782",
            "12345-6782",
            "12.34.56.72",
            "1234 5672",
            "123 4567 2",
            "12 34 56 72",
            "12345672",
        ] {
            for text in [
                format!("BSN {number}"),
                format!("bsn: ({number})"),
                format!("BSN nr {number} 2024"),
                format!("bsn-nr.\n{number}\nadres"),
                format!("burgerservicenummer={number};"),
                format!("bsn is {number} en leeftijd 34"),
            ] {
                finds("bsn", &text, &[number]);
            }
        }
        finds("bsn", "111222333/123456782", &["111222333", "123456782"]);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "Het nummer 111222334 klopt niet.",
            "000000000",
            "Het kostte € 111222333.",
            "1112223334 is te lang",
            "a111222333",
            "Het kostte 111222333,50 in totaal.",
        ] {
            finds_nothing(text);
        }
    }

    #[test]
    fn a_mistyped_number_that_is_named_is_a_number_of_somebody() {
        finds("case", "Haar bsn is 111222334", &["111222334"]);
    }
}
