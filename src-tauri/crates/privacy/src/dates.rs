//! Days as Dutch writes them, and which of them are somebody's birthday.

use crate::{
    finding::{Finding, Kind},
    marks::{ACTS, BORN, FIRST, KIN, MONTH, NOT_BORN, ORDINARY},
    text::{Gap, Shape, Text, Word},
};

/// A day in a text.
struct Day {
    /// Behind its last byte.
    end: usize,
    /// The index of the word behind it.
    next: usize,
    /// The year, in four digits, if it has one.
    year: Option<u32>,
}

/// Years in which somebody was born who is an adult now, and alive. There is no clock here, so
/// they are fixed; they only count where nothing is said about the date.
const BORN_IN: std::ops::RangeInclusive<u32> = 1915..=2006;

/// Every date of birth in a text, in order. `is_name_before` says whether a name ends there.
pub(crate) fn all(text: &Text<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < text.words.len() {
        match day(text, index) {
            Some(day) => {
                if is_birthday(text, index, &day) {
                    let range = text.words[index].start..day.end;
                    found.push(Finding { kind: Kind::BirthDate, range, after_title: false });
                }
                index = day.next;
            }
            None => index += 1,
        }
    }
    found
}

/// The day that begins with a word: `12-03-1987`, `12/3/87`, `1987-03-12`, `12 maart '87`.
fn day(text: &Text<'_>, index: usize) -> Option<Day> {
    let words = &text.words;
    let first = words.get(index)?;
    if first.is(MONTH) {
        return month_and_year(text, index);
    }
    if first.shape != Shape::Number || index > 0 && first.gap == Gap::None {
        return None;
    }
    if first.end - first.start > 4 {
        return solid_day(text, index);
    }
    let one = value(text, first)?;
    // "12e maart", "12de maart", "12 maart".
    let mut second = index + 1;
    let is_ordinal = words
        .get(second)
        .is_some_and(|word| word.gap == Gap::None && ["e", "de", "ste"].contains(&text.of(word)));
    second += usize::from(is_ordinal);
    let middle = words.get(second)?;
    if middle.is(MONTH) && (1..=31).contains(&one) && joined(text, second).is_some() {
        let year = words.get(second + 1).and_then(|word| year_word(text, second + 1, word));
        let last = second + usize::from(year.is_some());
        return Some(Day { end: words[last].end, next: last + 1, year });
    }
    let third = words.get(index + 2)?;
    if middle.shape != Shape::Number || third.shape != Shape::Number {
        return None;
    }
    let (sign, other) = (joined(text, index + 1)?, joined(text, index + 2)?);
    if sign != other
        || sign == ' '
            && third.end - third.start != 4
            && !text.before(first.start, 2).any(|word| word.is(BORN))
        || text.text[third.end..].starts_with(char::is_alphabetic)
    {
        return None;
    }
    let goes_on = words.get(index + 3).is_some_and(|word| {
        word.shape == Shape::Number && joined(text, index + 3) == Some(sign) && sign != ' '
    });
    let (two, three) = (value(text, middle)?, value(text, third)?);
    let year = |word: &Word, value: u32| match word.end - word.start {
        4 if (1900..=2099).contains(&value) => Some(value),
        2 => Some(if value > 30 { 1900 + value } else { 2000 + value }),
        _ => None,
    };
    let fits = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let year = if first.end - first.start == 4 {
        year(first, one).filter(|_| fits(three, two) && third.end - third.start <= 2)
    } else {
        year(third, three)
            .filter(|_| fits(one, two) && first.end - first.start <= 2 && middle.end - middle.start <= 2)
    };
    (year.is_some() && !goes_on).then(|| Day { end: third.end, next: index + 3, year })
}

/// `030491`, `03041991`, `19910403`: a day only right behind a word on birth.
fn solid_day(text: &Text<'_>, index: usize) -> Option<Day> {
    let word = &text.words[index];
    let shown = text.of(word);
    let number =
        |range: std::ops::Range<usize>| shown.get(range).and_then(|digits| digits.parse::<u32>().ok());
    let fits = |day: Option<u32>, month: Option<u32>| {
        day.is_some_and(|day| (1..=31).contains(&day)) && month.is_some_and(|month| (1..=12).contains(&month))
    };
    let year = match shown.len() {
        6 if fits(number(0..2), number(2..4)) || fits(number(4..6), number(2..4)) => Some(1900),
        8 if fits(number(0..2), number(2..4)) => number(4..8),
        8 if fits(number(6..8), number(4..6)) => number(0..4),
        _ => None,
    };
    let year = year.filter(|year| (1900..=2099).contains(year))?;
    let is_apart = !text.text[word.end..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let is_born = text.before(word.start, 3).any(|word| word.is(BORN));
    (is_born && is_apart).then(|| Day { end: word.end, next: index + 1, year: Some(year) })
}

/// `maart 1987`: a day only where somebody is said to be born.
fn month_and_year(text: &Text<'_>, index: usize) -> Option<Day> {
    let word = text.words.get(index + 1)?;
    let year = year_word(text, index + 1, word)?;
    let is_born = text.before(text.words[index].start, 3).any(|word| word.is(BORN));
    (is_born && word.end - word.start == 4).then(|| Day { end: word.end, next: index + 2, year: Some(year) })
}

/// `1987`, `'87`, `87` behind a month.
fn year_word(text: &Text<'_>, index: usize, word: &Word) -> Option<u32> {
    if word.shape != Shape::Number || text.words[index].gap == Gap::Line {
        return None;
    }
    let between = &text.text[text.words[index - 1].end..word.start];
    let value = value(text, word)?;
    let has_mark = between.trim_start().starts_with(['\'', '\u{2019}', '\u{2018}', '`']);
    let is_near = between.trim_start_matches(['.', ',', ' ', '-', '/', '\u{a0}']).is_empty() || has_mark;
    let goes_on = text.text[word.end..].starts_with([':', '.', '%'])
        && text.text[word.end + 1..].starts_with(|c: char| c.is_ascii_digit());
    match word.end - word.start {
        4 if is_near && (1900..=2099).contains(&value) => Some(value),
        2 if is_near
            && !goes_on
            && (has_mark || value > 30 && !text.text[word.end..].trim_start().starts_with("uur")) =>
        {
            Some(if value > 30 { 1900 + value } else { 2000 + value })
        }
        _ => None,
    }
}

/// The one sign between this word and the one before it.
fn joined(text: &Text<'_>, index: usize) -> Option<char> {
    let between = &text.text[text.words[index - 1].end..text.words[index].start];
    // "3-4-'91"
    let joint = between.trim().trim_end_matches(['\'', '\u{2019}', '\u{2018}']);
    let sign = joint.chars().next();
    match (joint.chars().count(), sign) {
        (0, None) if !between.is_empty() && !between.contains('\n') => Some(' '),
        (1, Some(sign @ ('-' | '/' | '.' | '–'))) if between.chars().count() <= 3 => Some(sign),
        _ => None,
    }
}

fn value(text: &Text<'_>, word: &Word) -> Option<u32> {
    (word.end - word.start <= 4).then(|| text.of(word).parse().ok()).flatten()
}

/// Whether somebody was born on that day.
fn is_birthday(text: &Text<'_>, index: usize, day: &Day) -> bool {
    let start = text.words[index].start;
    for word in text.before(start, 7) {
        if word.is(BORN) {
            return true;
        }
        if word.is(NOT_BORN) && word.start + 20 > start {
            break;
        }
    }
    let mut behind = text.after(day.end, 3);
    if behind.any(|word| word.is(BORN)) {
        return true;
    }
    let mut nearest = text.before(start, 2).map(|word| text.of(word));
    let is_of = nearest.next() == Some("van") && nearest.next() == Some("is");
    if is_of && day.year.is_some_and(|year| BORN_IN.contains(&year)) {
        return true;
    }
    // "Kinderen: Natnael (02-02-2014), Blen (05-06-2017)".
    let in_brackets = text.text[..start].trim_end().ends_with('(') && text.text[day.end..].starts_with(')');
    let is_behind_name = || {
        let named = index.checked_sub(1).map(|index| &text.words[index]);
        named.is_some_and(|word| word.is(KIN) || word.is_capital() && (word.is(FIRST) || !word.is(ORDINARY)))
    };
    if in_brackets && day.year.is_some() && is_behind_name() && text.before(start, 9).any(|word| word.is(KIN))
    {
        return true;
    }
    // Nothing is said of it. A full date of long ago that stands by itself, behind a name or in
    // brackets, is somebody's.
    let Some(year) = day.year else { return false };
    if !BORN_IN.contains(&year) {
        return false;
    }
    let before = text.text[..start].trim_end_matches([' ', '\t']);
    let alone = before.is_empty() || before.ends_with(['\n', '(', '*', '°', '|', ';']);
    let after = text.text[day.end..].trim_start_matches([' ', '\t']);
    let ends = after.is_empty() || after.starts_with(['\n', '\r', ')', ',', ';', '|', '.']);
    let previous = index.checked_sub(1).map(|index| &text.words[index]);
    let behind_name = previous.is_some_and(|word| {
        (word.gap != Gap::Sentence
            && word.is_capital()
            && word.is(crate::marks::FIRST.or(crate::marks::LAST)))
            && !word.is(ACTS)
            && before.ends_with([',', '-', '–']) | before.ends_with(char::is_alphabetic)
    });
    ends && (alone || behind_name)
}

#[cfg(test)]
mod tests {
    use crate::check::{finds, finds_nothing};

    #[test]
    fn a_day_is_read_in_every_spelling() {
        for day in [
            "12-03-1987",
            "12/3/87",
            "12.03.1987",
            "12 maart 1987",
            "12 mrt '87",
            "1987-03-12",
            "12-3-1987",
            "12 03 1987",
            "12e maart 1987",
            "12 - 03 - 1987",
            "12 mrt. 1987",
            "12 maart",
        ] {
            finds("birth", &format!("Hij is geboren op {day} en woont hier."), &[day]);
        }
    }

    #[test]
    fn words_make_it_a_birthday() {
        finds("birth", "geb. 12-03-1987", &["12-03-1987"]);
        finds("birth", "geboortedatum: 12/3/87", &["12/3/87"]);
        finds("birth", "op 12 maart 1987 geboren", &["12 maart 1987"]);
        finds("birth", "gb-datum 12.03.1987", &["12.03.1987"]);
        finds("birth", "geb.dat. 030491", &["030491"]);
        finds("birth", "geboren 19910403", &["19910403"]);
        finds("birth", "g.d. 05.07.1979", &["05.07.1979"]);
        finds("birth", "°12-06-1958", &["12-06-1958"]);
        finds("birth", "geb: 3-4-'91", &["3-4-'91"]);
    }

    #[test]
    fn other_days_are_none() {
        for text in [
            "De afspraak is op 12-03-2025 om 10:30 uur.",
            "Sinds 12-03-1987 woont hij hier.",
            "vanaf 1 januari 2015",
            "In de wet van 9 oktober 2003 staat het.",
            "Op 12/3 om 9 uur.",
            "1.2.3 en 10.11.12.13",
        ] {
            finds_nothing(text);
        }
    }
}
