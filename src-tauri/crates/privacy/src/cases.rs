//! Numbers of clients, cases, files and documents: known by the word before them, or by the shape
//! that case systems give them (`Z-2024-001234`).

use crate::{
    finding::{Finding, Kind},
    marks::{BSN, FILED, MONEY, MONTH, NUMBERED, UNIT},
    text::{Gap, Shape, Text, Word},
};

/// Letters and digits that hang together.
struct Code {
    end: usize,
    digits: usize,
    /// How many digits the first group of digits has.
    first: usize,
    letters: usize,
    groups: usize,
}

/// Every number in a text, in order.
pub(crate) fn all(text: &Text<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (index, word) in text.words.iter().enumerate() {
        let is_over = found.last().is_some_and(|last| last.range.end > word.start);
        let is_inside = index > 0
            && matches!(word.gap, Gap::None | Gap::Sign)
            && !text.text[..word.start].ends_with(['#', '\u{b0}', '\u{ba}', ' ', '/', '(']);
        if is_over || is_inside {
            continue;
        }
        let may = word.shape == Shape::Number || word.end - word.start <= 5;
        if let Some(code) = may.then(|| code(text, word)).flatten()
            && is_number(text, index, word, &code)
        {
            found.push(Finding { kind: Kind::CaseNumber, range: word.start..code.end, after_title: false });
        }
    }
    found
}

/// Reads a code: letters, digits, and single hyphens, slashes, dots and underscores between.
fn code(text: &Text<'_>, word: &Word) -> Option<Code> {
    const LONGEST: usize = 30;
    let bytes = text.text.as_bytes();
    let mut code = Code { end: word.start, digits: 0, first: 0, letters: 0, groups: 0 };
    let mut at = word.start;
    let mut sign = true;
    while at < bytes.len() && at - word.start <= LONGEST {
        match bytes[at] {
            b'0'..=b'9' => {
                if sign || !bytes[at - 1].is_ascii_digit() {
                    code.groups += 1;
                }
                code.digits += 1;
                code.first += usize::from(code.groups == 1);
                sign = false;
                code.end = at + 1;
            }
            letter if letter.is_ascii_alphabetic() => {
                code.letters += 1;
                sign = false;
                code.end = at + 1;
            }
            b'-' | b'/' | b'.' | b'_' if !sign => sign = true,
            // Digits go on over a space: "klantnummer 12 34 56".
            b' ' if !sign
                && bytes[at - 1].is_ascii_digit()
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
                && code.letters == 0 =>
            {
                sign = true;
            }
            _ => break,
        }
        at += 1;
    }
    let is_apart =
        !text.text[code.end..].starts_with(char::is_alphanumeric) && code.end - word.start <= LONGEST;
    (code.digits >= 4 && is_apart).then_some(code)
}

fn is_number(text: &Text<'_>, index: usize, word: &Word, code: &Code) -> bool {
    let shown = &text.text[word.start..code.end];
    let before = text.text[..word.start].trim_end();
    let is_amount = before.ends_with(['€', '$'])
        || text.text[code.end..].starts_with(",-")
        || text.text[code.end..].starts_with(',')
            && text.text[code.end + 1..].starts_with(|c: char| c.is_ascii_digit())
        || text.after(code.end, 1).any(|word| word.is(MONEY.or(UNIT).or(MONTH)));
    // "14 010" is how one calls a municipality.
    if is_amount || shown.starts_with("14 0") || is_day(shown) || is_moment(text.text, code.end) {
        return false;
    }
    let mut is_named = false;
    let mut is_filed = false;
    for (steps, near) in text.before(word.start, 5).enumerate() {
        if near.is(MONEY) || near.shape == Shape::Number && steps > 0 {
            break;
        }
        is_named |= near.is(NUMBERED) || near.is(BSN) && code.digits >= 8;
        is_filed |= near.is(FILED) && steps < 4;
    }
    let is_year = code.letters == 0
        && code.groups == 1
        && code.digits == 4
        && (shown.starts_with("19") || shown.starts_with("20"));
    if is_year {
        return false;
    }
    is_named
        || is_filed && code.digits >= 5 && code.digits >= code.letters
        || index < text.words.len() && is_of_a_system(text, word, code, shown)
}

/// `Z-2024-001234`, `Z24/123456`, `D2024-00012345`: letters, a year, a long number.
fn is_of_a_system(text: &Text<'_>, word: &Word, code: &Code, shown: &str) -> bool {
    let last = shown.rsplit(['-', '/', '.', '_']).next().unwrap_or_default();
    let is_year = |digits: &str| {
        digits.len() == 2 || digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
    };
    let rest = &shown[word.end - word.start..];
    let year: &str =
        rest.trim_start_matches(['-', '/', '.', '_']).split(['-', '/', '.', '_']).next().unwrap_or_default();
    let is_code = word.shape != Shape::Number
        && (1..=4).contains(&(word.end - word.start))
        && word.is_capital()
        && code.letters == word.end - word.start
        && code.groups == 2
        && is_year(year)
        && last.len() >= 4
        && last.bytes().all(|byte| byte.is_ascii_digit());
    // Case law has an own name: ECLI:NL:CRVB:2020:1234.
    is_code && !text.before(word.start, 3).any(|near| text.of(near).eq_ignore_ascii_case("ecli"))
}

/// `12-03-2024`, `2024-03-12`, `12.03.24`.
fn is_day(shown: &str) -> bool {
    let groups: Vec<usize> = shown.split(['-', '/', '.', ' ']).take(4).map(str::len).collect();
    shown.bytes().all(|byte| !byte.is_ascii_alphabetic())
        && matches!(groups[..], [1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2])
}

/// `10.30:`, `1030:15`: a colon and a digit follow.
fn is_moment(text: &str, end: usize) -> bool {
    text[end..].starts_with(':') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::check::{finds, finds_nothing};

    #[test]
    fn numbers_known_by_the_word_before() {
        finds("case", "klantnummer 123456", &["123456"]);
        finds("case", "Cliëntnr.: K-10023", &["K-10023"]);
        finds("case", "Ons kenmerk: 2024/00123/AB", &["2024/00123/AB"]);
        finds("case", "dossier 4455667", &["4455667"]);
        finds("case", "in SONAR onder 98765432", &["98765432"]);
    }

    #[test]
    fn numbers_known_by_their_shape() {
        finds("case", "Zie Z-2024-001234 voor de rest.", &["Z-2024-001234"]);
        finds("case", "Z24/123456", &["Z24/123456"]);
    }

    #[test]
    fn years_days_amounts_and_case_law_are_none() {
        for text in [
            "De zaak loopt sinds 2019.",
            "dossier van 12-03-2024",
            "aanvraag: € 12345",
            "zaak: 1500 euro",
            "ECLI:NL:CRVB:2020:1234",
            "formulier A4",
        ] {
            finds_nothing(text);
        }
    }
}
