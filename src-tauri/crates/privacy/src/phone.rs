//! Phone numbers.
//!
//! Source of the rules: Nummerplan telefoon- en ISDN-diensten (ten digits; 06 is mobile, area codes
//! have three or four digits). Numbers of services (0800, 0900, 088, 14 0xx) are no person's.

use crate::{
    digits::Digits,
    finding::{Finding, Kind},
    marks::{CALL, MONEY, UNIT},
    text::Text,
};

/// Area codes of three digits, without the zero.
const SHORT_CODES: &[u8] = &[
    10, 13, 15, 20, 23, 24, 26, 30, 33, 35, 36, 38, 40, 43, 45, 46, 50, 53, 55, 58, 70, 71, 72, 73, 74, 75,
    76, 77, 78, 79, 84, 85, 87, 91,
];

/// Area codes of four digits, without the zero, as ranges.
const LONG_CODES: &[(u16, u16)] = &[
    (111, 111),
    (113, 118),
    (161, 168),
    (172, 172),
    (174, 174),
    (180, 187),
    (222, 229),
    (251, 252),
    (255, 255),
    (294, 294),
    (297, 299),
    (313, 318),
    (320, 321),
    (341, 348),
    (411, 418),
    (475, 478),
    (481, 481),
    (485, 488),
    (492, 493),
    (495, 495),
    (497, 497),
    (499, 499),
    (511, 519),
    (521, 529),
    (541, 548),
    (561, 562),
    (566, 566),
    (570, 573),
    (575, 575),
    (577, 578),
    (591, 599),
];

/// The number that begins at a digit.
pub(crate) fn at(text: &Text<'_>, number: &Digits) -> Option<Finding> {
    let (start, end) = abroad(text.text, number).or_else(|| home(text, number))?;
    Some(Finding { kind: Kind::Phone, range: start..end, after_title: false })
}

/// The number that begins at a digit, if words say that it is one.
pub(crate) fn named_at(text: &Text<'_>, number: &Digits) -> Option<Finding> {
    let (start, end) = local(text, number)?;
    Some(Finding { kind: Kind::Phone, range: start..end, after_title: false })
}

/// `06-12345678`, `010 123 45 67`.
fn home(text: &Text<'_>, number: &Digits) -> Option<(usize, usize)> {
    let end = number.end_of(10, text.text)?;
    let is_one = is_subscriber(&number.digits[1..10]) && number.digits[0] == 0 && !is_moment(number);
    (is_one && is_apart(number, 10)).then(|| (opening(text.text, number.start), end))
}

/// `+31 6 12345678`, `0031612345678`, `+31 (0)6 …`, `+32 470 12 34 56`.
fn abroad(text: &str, number: &Digits) -> Option<(usize, usize)> {
    let digits = number.all();
    let has_plus = text[..number.start].ends_with('+');
    let country = match (has_plus, digits) {
        (true, _) => 0,
        (false, [0, 0, 1..=9, ..]) => 2,
        _ => return None,
    };
    let start = number.start - usize::from(has_plus);
    if let Some([3, 1, rest @ ..]) = digits.get(country..) {
        let skipped = usize::from(rest.first() == Some(&0));
        let subscriber = rest.get(skipped..skipped + 9)?;
        let end = number.end_of(country + 2 + skipped + 9, text)?;
        return is_subscriber(subscriber).then_some((start, end));
    }
    // Another country: at most fifteen digits (ITU-T E.164), all that there are.
    let count = number.count - country;
    if !(8..=15).contains(&count)
        || digits.get(country) == Some(&0)
        || number.separators(number.count).any(|sign| sign == b'/')
    {
        return None;
    }
    number.end_of(number.count, text).map(|end| (start, end))
}

/// Six to eight digits that are said to be a phone number.
fn local(text: &Text<'_>, number: &Digits) -> Option<(usize, usize)> {
    let count = number.count;
    if !(6..=11).contains(&count) || number.signs[..count].contains(&b'/') || is_moment(number) {
        return None;
    }
    let end = number.end_of(count, text.text)?;
    let mut before = text.before(number.start, 3);
    let is_named = before.any(|word| word.is(CALL));
    let is_counted = text.after(end, 1).any(|word| word.is(MONEY.or(UNIT)));
    let is_amount = text.text[..number.start].trim_end().ends_with('€') || text.text[end..].starts_with(',');
    let is_tail = text.text[..number.start].ends_with('-');
    let is_service = is_tail || matches!(number.all(), [0, 8, 0 | 8, ..] | [0, 9, 0, ..] | [1, 4, 0, ..]);
    (is_named && !is_counted && !is_amount && !is_service).then_some((number.start, end))
}

/// Nine digits: a mobile number or a number behind an area code.
fn is_subscriber(digits: &[u8]) -> bool {
    match digits {
        [6, 1..=9, ..] => true,
        [6, 0, ..] | [0, ..] | [8, 0 | 8, ..] | [9, 0, ..] => false,
        [a, b, c, ..] => {
            let short = a * 10 + b;
            let long = u16::from(short) * 10 + u16::from(*c);
            SHORT_CODES.contains(&short) || LONG_CODES.iter().any(|(from, to)| (*from..=*to).contains(&long))
        }
        _ => false,
    }
}

/// Whether what follows is another number: a space, while this one has no spaces, or a sign.
fn is_apart(number: &Digits, count: usize) -> bool {
    number.count <= count
        || !number.separators(count).any(|sign| sign == number.signs[count])
        || number.signs[count] == b'/'
}

/// A day with a moment behind it: `06-12-2024 10`.
fn is_moment(number: &Digits) -> bool {
    let mut groups = number.groups(number.count);
    let (first, second, third) = (groups.next(), groups.next(), groups.next());
    let is_day = matches!((first, second, third), (Some(1 | 2), Some(1 | 2), Some(4)))
        || matches!((first, second, third), (Some(4), Some(2), Some(2)));
    is_day && number.separators(number.count).take(2).all(|sign| matches!(sign, b'-' | b'/' | b'.'))
}

/// With the bracket before it: `(010) 123 45 67`.
fn opening(text: &str, start: usize) -> usize {
    start - usize::from(text[..start].ends_with('(') && text[start..].chars().take(6).any(|c| c == ')'))
}

#[cfg(test)]
mod tests {
    use crate::check::{finds, finds_nothing};

    #[test]
    fn numbers_at_home_and_abroad() {
        for number in [
            "06-12345678",
            "0612345678",
            "06 12 34 56 78",
            "06 - 123 456 78",
            "06.12.34.56.78",
            "+31612345678",
            "+31 6 12345678",
            "+31 (0)6 12 34 56 78",
            "0031 6 12345678",
            "010-1234567",
            "(010) 123 45 67",
            "0184 - 12 34 56",
            "+31 10 123 45 67",
            "+32 470 12 34 56",
            "0049 151 23456789",
        ] {
            finds("phone", &format!("Bel haar op {number}, liever in de ochtend."), &[number]);
        }
        finds("phone", "tel. 456789", &["456789"]);
    }

    #[test]
    fn services_amounts_and_days_are_none() {
        for text in [
            "Bel 0800-1234567 of 0900 1234567.",
            "Het UWV zit op 088 123 45 67.",
            "De gemeente is 14 010.",
            "Op 06-12-2024 10:30 uur",
            "Er staat 0611 234",
            "In totaal 1234567890",
        ] {
            finds_nothing(text);
        }
    }
}
