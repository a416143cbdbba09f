//! Licence plates.
//!
//! Source of the rule: the fourteen sidecodes of RDW, the order of letters and digits on a Dutch
//! plate since 1951. Since sidecode 4 there are no vowels.

use crate::{
    finding::{Finding, Kind},
    marks::CAR,
    text::{Gap, Shape, Text, Word},
};

/// The sidecodes in order, the groups as they stand on the plate.
const SIDECODES: &[&str] = &[
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99",
    "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
];

/// Longer than any plate with its hyphens.
const LONGEST: usize = 10;

/// Every plate in a text, in order.
pub(crate) fn all(text: &Text<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (index, word) in text.words.iter().enumerate() {
        let is_over = found.last().is_some_and(|last| last.range.end > word.start);
        let is_stuck = index > 0
            && matches!(word.gap, Gap::None | Gap::Sign)
            && text.text[..word.start].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        if is_over || is_stuck || word.end - word.start > LONGEST {
            continue;
        }
        if let Some(end) = plate(text, word) {
            found.push(Finding { kind: Kind::Plate, range: word.start..end, after_title: false });
        }
    }
    found
}

/// Where the plate ends that begins with this word.
fn plate(text: &Text<'_>, word: &Word) -> Option<usize> {
    let bytes = text.text.as_bytes();
    let mut pattern = [0_u8; 6];
    let mut signs = [0_u8; 6];
    let mut count = 0;
    let mut at = word.start;
    let mut has_vowel = false;
    let mut has_lower = false;
    let mut sign = 0;
    while count < 6 {
        let byte = *bytes.get(at)?;
        if byte.is_ascii_alphanumeric() {
            pattern[count] = if byte.is_ascii_digit() { b'9' } else { b'X' };
            has_vowel |= matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u');
            has_lower |= byte.is_ascii_lowercase();
            signs[count] = sign;
            sign = 0;
            count += 1;
        } else if matches!(byte, b'-' | b' ') && sign == 0 && count > 0 {
            sign = byte;
        } else {
            return None;
        }
        at += 1;
    }
    let rest = &text.text[at..];
    if rest.starts_with(char::is_alphanumeric)
        || rest.starts_with('-') && rest[1..].starts_with(char::is_alphanumeric)
    {
        return None;
    }
    let (sidecode, shape) =
        SIDECODES.iter().enumerate().find(|(_, shape)| shape.bytes().filter(|c| *c != b'-').eq(pattern))?;
    let breaks = shape
        .bytes()
        .scan(0_u8, |last, c| {
            let is_break = *last == b'-';
            *last = c;
            Some((c != b'-').then_some(is_break))
        })
        .flatten();
    let is_grouped = |with: u8| {
        breaks.clone().zip(signs).all(|(is_break, sign)| if is_break { sign == with } else { sign == 0 })
    };
    let (hyphens, spaces) = (is_grouped(b'-'), is_grouped(b' '));
    let is_bare = signs.iter().all(|sign| *sign == 0);
    let is_named = || text.before(word.start, 8).chain(text.after(at, 4)).any(|near| near.is(CAR));
    // Nobody who makes one up knows that there are no vowels.
    let is_called =
        || text.before(word.start, 4).any(|near| text.of(near).to_lowercase().starts_with("kenteken"));
    let is_modern = sidecode >= 3;
    let begins_with_digits = pattern[0] == b'9' && !has_lower && pattern.contains(&b'X');
    let is_one = if hyphens {
        !has_vowel || (!is_modern || begins_with_digits) && !has_lower || is_named()
    } else {
        (spaces || is_bare || word.shape == Shape::Number && signs.contains(&b'-'))
            && is_named()
            && (!(has_vowel && is_modern) || is_called())
    };
    is_one.then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Detector,
        check::{finds, finds_nothing},
    };

    #[test]
    fn every_sidecode_with_hyphens() {
        for shape in SIDECODES {
            let plate: String = shape
                .chars()
                .map(|c| match c {
                    'X' => 'K',
                    '9' => '7',
                    c => c,
                })
                .collect();
            finds("plate", &format!("Hij kwam met {plate} voorrijden."), &[&plate]);
            let bare = plate.replace('-', "").to_lowercase();
            finds("plate", &format!("Kenteken {bare} staat op straat."), &[&bare]);
            let found = Detector::shipped().find(&format!("Code {bare} staat op straat."));
            assert!(found.iter().all(|one| one.kind != Kind::Plate), "{bare}");
        }
    }

    #[test]
    fn days_codes_and_phrases_are_none() {
        for text in ["Op 12-03-24 belde hij.", "de 1-op-100 regel", "B-12-C", "kamer 12-AB-345", "90-en-10"] {
            finds_nothing(text);
        }
    }
}
