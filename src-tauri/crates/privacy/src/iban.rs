//! Bank account numbers.
//!
//! Source of the rules: ISO 13616 (country, two check digits, an account of a fixed length for
//! each country, by the IBAN registry of SWIFT) and ISO 7064 (the remainder by 97 is one).

use crate::finding::{Finding, Kind};

/// The length of a whole number in each country of the registry.
const LENGTHS: &[(&[u8; 2], u8)] = &[
    (b"AD", 24),
    (b"AE", 23),
    (b"AL", 28),
    (b"AT", 20),
    (b"AZ", 28),
    (b"BA", 20),
    (b"BE", 16),
    (b"BG", 22),
    (b"BH", 22),
    (b"BI", 27),
    (b"BR", 29),
    (b"BY", 28),
    (b"CH", 21),
    (b"CR", 22),
    (b"CY", 28),
    (b"CZ", 24),
    (b"DE", 22),
    (b"DJ", 27),
    (b"DK", 18),
    (b"DO", 28),
    (b"EE", 20),
    (b"EG", 29),
    (b"ES", 24),
    (b"FI", 18),
    (b"FK", 18),
    (b"FO", 18),
    (b"FR", 27),
    (b"GB", 22),
    (b"GE", 22),
    (b"GI", 23),
    (b"GL", 18),
    (b"GR", 27),
    (b"GT", 28),
    (b"HN", 28),
    (b"HR", 21),
    (b"HU", 28),
    (b"IE", 22),
    (b"IL", 23),
    (b"IQ", 23),
    (b"IS", 26),
    (b"IT", 27),
    (b"JO", 30),
    (b"KW", 30),
    (b"KZ", 20),
    (b"LB", 28),
    (b"LC", 32),
    (b"LI", 21),
    (b"LT", 20),
    (b"LU", 20),
    (b"LV", 21),
    (b"LY", 25),
    (b"MC", 27),
    (b"MD", 24),
    (b"ME", 22),
    (b"MK", 19),
    (b"MN", 20),
    (b"MR", 27),
    (b"MT", 31),
    (b"MU", 30),
    (b"NI", 28),
    (b"NL", 18),
    (b"NO", 15),
    (b"OM", 23),
    (b"PK", 24),
    (b"PL", 28),
    (b"PS", 29),
    (b"PT", 25),
    (b"QA", 29),
    (b"RO", 24),
    (b"RS", 22),
    (b"RU", 33),
    (b"SA", 24),
    (b"SC", 31),
    (b"SD", 18),
    (b"SE", 24),
    (b"SI", 19),
    (b"SK", 24),
    (b"SM", 27),
    (b"SO", 23),
    (b"ST", 25),
    (b"SV", 28),
    (b"TL", 23),
    (b"TN", 24),
    (b"TR", 26),
    (b"UA", 29),
    (b"VA", 22),
    (b"VG", 24),
    (b"XK", 20),
    (b"YE", 30),
];

/// Every number in a text, in order.
pub(crate) fn all(text: &str) -> Vec<Finding> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at + 15 <= bytes.len() {
        let may_begin = bytes[at].is_ascii_alphabetic()
            && (!text[..at].ends_with(char::is_alphanumeric)
                // Typed without a space: "rekeningNL…".
                || bytes[at].is_ascii_uppercase() && text[..at].ends_with(char::is_lowercase));
        match may_begin.then(|| end(text, at)).flatten() {
            Some(end) => {
                found.push(Finding { kind: Kind::Iban, range: at..end, after_title: false });
                at = end;
            }
            None => {
                at += 1;
                while !text.is_char_boundary(at) {
                    at += 1;
                }
            }
        }
    }
    found
}

/// Where the number ends that begins here. Single spaces, dots and hyphens may stand anywhere.
fn end(text: &str, start: usize) -> Option<usize> {
    let mut signs = Signs { bytes: text.as_bytes(), at: start };
    let country = [signs.next()?, signs.next()?];
    let (_, length) = LENGTHS.iter().find(|(of, _)| **of == country)?;
    let check = [signs.next()?, signs.next()?];
    // "de 155598612 toen" is no number of Germany: what belongs together stands together.
    let head = &text[start..signs.at];
    let is_capital = head.starts_with(|c: char| c.is_ascii_uppercase());
    let is_together = head.len() == 4 || is_capital && head.as_bytes().get(2) == Some(&b' ');
    if !is_together || !check.iter().all(u8::is_ascii_digit) {
        return None;
    }
    // Country and check digits go to the end; letters count as 10 to 35.
    let mut remainder = 0;
    for _ in 4..*length {
        remainder = step(remainder, signs.next()?);
    }
    for sign in country.into_iter().chain(check) {
        remainder = step(remainder, sign);
    }
    let is_apart = !text[signs.at..].starts_with(char::is_alphanumeric);
    (remainder == 1 && is_apart).then_some(signs.at)
}

fn step(remainder: u32, sign: u8) -> u32 {
    match sign {
        b'0'..=b'9' => (remainder * 10 + u32::from(sign - b'0')) % 97,
        letter => (remainder * 100 + u32::from(letter - b'A') + 10) % 97,
    }
}

/// Letters and digits from a place on, in capitals, over single signs between.
struct Signs<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Iterator for Signs<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let skipped = match self.bytes.get(self.at..)? {
            [b' ' | b'.' | b'-' | b'\n', ..] => 1,
            [0xc2, 0xa0, ..] => 2,
            _ => 0,
        };
        let sign = self.bytes.get(self.at + skipped)?.to_ascii_uppercase();
        sign.is_ascii_alphanumeric().then(|| {
            self.at += skipped + 1;
            sign
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{finds, finds_nothing};

    #[test]
    fn numbers_are_found_in_every_dress() {
        for number in [
            "NL91ABNA0417164300",
            "nl91 abna 0417 1643 00",
            "NL91.ABNA.0417.1643.00",
            "NL91-ABNA-0417-1643-00",
            "BE68 5390 0754 7034",
            "DE89 3704 0044 0532 0130 00",
            "GB29 NWBK 6016 1331 9268 19",
            "PL61109010140000071219812874",
            "TR330006100519786457841326",
        ] {
            finds("iban", &format!("Op rekening {number} komt het binnen."), &[number]);
        }
    }

    #[test]
    fn a_number_that_fails_or_goes_on_is_none() {
        for text in [
            "NL92ABNA0417164300",
            "XNL91ABNA0417164300",
            "NL91ABNA04171643001",
            "ZZ91ABNA0417164300",
            "NL91ABNA",
        ] {
            finds_nothing(text);
        }
    }
}
