//! Streets: a word that ends like one, with a house number, or where somebody is said to live.

use crate::{
    finding::{Finding, Kind},
    fold::folded,
    marks::{
        ARTICLE, AT, FIRST, HOME, LAST, MONEY, MONTH, OFFICE, ORDINARY, PARTICLE, PLACE, RANK, ROAD, TITLE,
        UNIT,
    },
    text::{Gap, Shape, Text, Word},
};

/// How the names of Dutch streets end.
const ENDINGS: &[&str] = &[
    "straat",
    "str",
    "weg",
    "laan",
    "plein",
    "kade",
    "gracht",
    "dijk",
    "hof",
    "singel",
    "steeg",
    "pad",
    "dreef",
    "plantsoen",
    "park",
    "kamp",
    "burg",
    "baan",
    "wal",
    "haven",
    "markt",
    "brink",
    "hage",
    "erf",
    "ring",
    "passage",
    "poort",
    "oord",
    "veld",
    "akker",
    "donk",
    "wijk",
    "horst",
    "meent",
    "warande",
    "allee",
    "boulevard",
    "kwartier",
    "land",
    "stede",
    "gaarde",
    "gang",
    "esplanade",
    "berg",
    "zijde",
    "hoek",
    "kant",
    "rade",
    "loper",
    "weide",
];

/// Endings that are nearly always a street: they count without a house number too.
const SURE: usize = 14;

/// Every street in a text, in order.
pub(crate) fn all(text: &Text<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for index in 0..text.words.len() {
        let is_over = found.last().is_some_and(|last| last.range.end > text.words[index].start);
        if is_over {
            continue;
        }
        if let Some(range) = street(text, index) {
            found.push(Finding { kind: Kind::Street, range, after_title: false });
        }
    }
    found
}

/// The street whose last word of a name stands at an index.
fn street(text: &Text<'_>, index: usize) -> Option<std::ops::Range<usize>> {
    let word = &text.words[index];
    if word.shape == Shape::Number {
        return None;
    }
    if let Some((end, _)) = is_of_a_year(text, index).then(|| house_number(text, index + 2)).flatten() {
        return Some(word.start..end);
    }
    let ending = ending(text, word).or_else(|| is_bare(text, index)).or_else(|| is_end_of(text, index));
    let number = house_number(text, index + 1).or_else(|| named_number(text, index + 1)).filter(|_| {
        let dot = text.text[word.end..].starts_with('.') && text.of(word).to_lowercase().ends_with("str");
        matches!(text.words[index + 1].gap, Gap::Space)
            || text.words[index + 1].gap == Gap::Dot && dot
            || text.words[index + 1].gap == Gap::Comma
                && (text.words[index + 1].shape != Shape::Number
                    || text.words[index + 1].end - text.words[index + 1].start <= 4)
                && ending.is_some_and(|at| at < SURE)
    });
    // Most words are neither, and that is all there is to do for them.
    if ending.is_none() && number.is_none() {
        return None;
    }
    let begins = first(text, index, ending.is_some());
    let is_home = || text.before(text.words[begins].start, 7).any(|near| near.is(HOME));
    let is_office = text.before(text.words[begins].start, 8).any(|near| near.is(OFFICE)) && !is_home();
    if is_office {
        return None;
    }
    if let Some((end, value)) = number {
        let is_one = match ending {
            Some(at) if word.is_capital() => {
                let is_called = begins < index && text.words[index - 1].is(RANK);
                at < SURE && value < 5000
                    || !text.lists.is_dutch(&folded(text.of(word)))
                    || is_home()
                    || (is_called || stands_at(text, begins) && !word.is(ROAD))
                        && !word.is(PLACE)
                        && value < 2000
            }
            Some(at) => {
                let is_plain = word.is(ROAD) || word.is(ORDINARY);
                let is_at = index_before(text, begins).is_some_and(|before| text.words[before].is(AT));
                (at < SURE && (!is_plain || is_at) || is_home()) && !word.is(ROAD) && value < 2000
            }
            // "Laan van Meerdervoort 201", "op de Rijn 12".
            None => {
                begins < index && laan(text, begins)
                    || is_home()
                        && word.is_capital()
                        && follows_place(text, begins)
                        && !word.is(UNIT.or(MONTH))
            }
        };
        return is_one.then(|| text.words[begins].start..end);
    }
    // Without a number: "woont in de Kerkstraat", "aan de Dorpsweg".
    ending.filter(|at| *at < SURE && word.is_capital() && !word.begins && !word.is(ROAD))?;
    let before = index_before(text, begins)?;
    let article = text.words[before].is(ARTICLE);
    let place = if article { index_before(text, before)? } else { before };
    let is_at = text.words[place].is(AT) && (article || is_home());
    (is_at && (!word.is(ORDINARY) || begins < index) && !word.is(PLACE))
        .then(|| text.words[begins].start..word.end)
}

/// Whether a preposition of place comes right before, with or without an article.
fn stands_at(text: &Text<'_>, index: usize) -> bool {
    let is = |at: usize, marks| text.words[at].is(marks);
    let Some(before) = index_before(text, index) else { return false };
    is(before, AT) || is(before, ARTICLE) && index_before(text, before).is_some_and(|place| is(place, AT))
}

/// `Plein 1940 14`: a square that is called after a year.
fn is_of_a_year(text: &Text<'_>, index: usize) -> bool {
    let next = |at: usize| text.words.get(index + at).filter(|word| word.gap == Gap::Space);
    let is_year = |word: &Word| {
        word.shape == Shape::Number && word.end - word.start == 4 && text.of(word).starts_with("1")
    };
    text.words[index].is_capital() && laan(text, index) && next(1).is_some_and(is_year) && next(2).is_some()
}

/// `Reeweg Oost 145`: the part of a street, behind its name.
fn is_end_of(text: &Text<'_>, index: usize) -> Option<usize> {
    const PARTS: &[&str] =
        &["oost", "west", "noord", "zuid", "oostzijde", "westzijde", "noordzijde", "zuidzijde"];
    let word = &text.words[index];
    let before = index_before(text, index).map(|before| &text.words[before])?;
    let is_one = word.is_capital() && PARTS.contains(&folded(text.of(word)).as_str()) && before.is_capital();
    is_one.then(|| ending(text, before)).flatten().filter(|at| *at < SURE)
}

/// `nr. 12`, `nummer 12`: the house number behind the word for it.
fn named_number(text: &Text<'_>, index: usize) -> Option<(usize, u32)> {
    let word = text.words.get(index)?;
    let is_named = ["nr", "nummer", "huisnummer", "huisnr", "no"].contains(&folded(text.of(word)).as_str());
    is_named.then(|| house_number(text, index + 1)).flatten()
}

fn index_before(text: &Text<'_>, index: usize) -> Option<usize> {
    (index > 0 && text.words[index].gap == Gap::Space).then(|| index - 1)
}

/// Whether an article or a preposition of place comes right before.
fn follows_place(text: &Text<'_>, index: usize) -> bool {
    index_before(text, index).is_some_and(|before| text.words[before].is(AT.or(ARTICLE).or(HOME)))
}

/// Which ending a word has, if there is a name before it.
fn ending(text: &Text<'_>, word: &Word) -> Option<usize> {
    let shown = text.of(word);
    if shown.len() > 60 {
        return None;
    }
    let last = shown.rsplit(['-', ' ']).next()?;
    ENDINGS.iter().position(|ending| {
        let tail = last.len().checked_sub(ending.len()).and_then(|at| last.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
            && (shown.len() > ending.len() + 1 || word.is_capital() && word.gap == Gap::Space && !word.begins)
    })
}

/// `Singel 12`: an ending alone, where somebody is said to live.
fn is_bare(text: &Text<'_>, index: usize) -> Option<usize> {
    let word = &text.words[index];
    let is_one = word.is_capital()
        && ENDINGS[..SURE].contains(&folded(text.of(word)).as_str())
        && text.before(word.start, 5).any(|near| near.is(HOME));
    is_one.then_some(0)
}

/// Whether a word is the name of a street, and nothing but.
pub(crate) fn is_street(text: &Text<'_>, word: &Word) -> bool {
    word.is_capital() && ending(text, word).is_some_and(|at| at < SURE)
}

/// `Laan van …`, `Plein 1940`: the kind of street comes first.
fn laan(text: &Text<'_>, index: usize) -> bool {
    ["laan", "plein", "weg", "kade", "hof", "baan", "park", "dijk"]
        .contains(&folded(text.of(&text.words[index])).as_str())
}

/// Where the name of the street begins that ends at an index: with ranks, first names, particles.
fn first(text: &Text<'_>, index: usize, is_street: bool) -> usize {
    const MOST: usize = 6;
    let mut first = index;
    for at in (index.saturating_sub(MOST)..index).rev() {
        let (word, next) = (&text.words[at], &text.words[at + 1]);
        let is_near = next.gap == Gap::Space
            || next.gap == Gap::Dot && !next.begins
            || next.gap == Gap::Dot && word.is(RANK);
        if !is_near
            || word.shape == Shape::Number
            || !(text.words[index].is_capital() || word.shape == Shape::Lower)
        {
            break;
        }
        let is_whole = at + 1 == index && is_end_of(text, index).is_some();
        let is_start = is_whole || laan(text, at) && word.is_capital();
        let is_part = word.is_capital()
            && (word.is(RANK)
                || is_street && (word.is(FIRST.or(LAST)) && !word.begins || word.is_letter(text.text)));
        let is_plain = word.is(PARTICLE.or(AT).or(HOME)) || word.is(FIRST) || word.end - word.start < 4;
        let is_part =
            is_part || word.is(RANK) && !word.is_capital() && !text.words[index].is_capital() && !is_plain;
        if is_start || is_part && !word.is(TITLE.or(HOME)) {
            first = at;
        } else if !(word.is(PARTICLE)) {
            break;
        }
    }
    // "Van Goghstraat" has its particle with a capital.
    let before = first.checked_sub(1).map(|at| (at, &text.words[at]));
    if let Some((at, word)) = before
        && is_street
        && word.is(PARTICLE)
        && word.is_capital()
        && !word.begins
        && text.words[first].gap == Gap::Space
    {
        first = at;
    }
    first
}

/// Where a house number ends that begins with a word, and its value: `12`, `12a`, `12-bis`,
/// `201-II`, `12 hs`.
pub(crate) fn house_number(text: &Text<'_>, index: usize) -> Option<(usize, u32)> {
    let word = text.words.get(index)?;
    let length = word.end - word.start;
    if word.shape != Shape::Number || !(1..=5).contains(&length) || text.of(word).starts_with('0') {
        return None;
    }
    let value: u32 = text.of(word).parse().ok()?;
    let rest = &text.text[word.end..];
    let is_other = rest.starts_with([':', '%', '€', '°'])
        || rest.starts_with(['.', ',']) && rest[1..].starts_with(|c: char| c.is_ascii_digit())
        || rest.starts_with('/') && rest[1..].starts_with(|c: char| c.is_ascii_digit()) && value <= 31
        || rest.starts_with("e ")
        || rest.starts_with("ste ")
        || rest.starts_with("de ")
        || rest.starts_with("x ");
    let next = text.words.get(index + 1);
    let is_counted = next.is_some_and(|next| {
        matches!(next.gap, Gap::Space) && next.is(UNIT.or(MONTH).or(MONEY))
            || next.gap == Gap::None && next.is(UNIT) && next.end - next.start > 1
    });
    // "Kerkstraat 06-12345678", "Markt 12-03-2024".
    let goes_on = rest.starts_with('-')
        && next.is_some_and(|next| next.shape == Shape::Number && next.end - next.start > 3)
        || text.words.get(index + 2).is_some_and(|third| {
            third.shape == Shape::Number
                && third.gap == Gap::Sign
                && next.is_some_and(|next| next.shape == Shape::Number && next.gap == Gap::Sign)
        });
    if is_other || is_counted || goes_on {
        return None;
    }
    Some((addition(text, index).unwrap_or(word.end), value))
}

/// Where the addition to a house number ends.
fn addition(text: &Text<'_>, index: usize) -> Option<usize> {
    let number = &text.words[index];
    let next = text.words.get(index + 1)?;
    let between = &text.text[number.end..next.start];
    let shown = text.of(next);
    let length = next.end - next.start;
    let is_floor = ["bis", "hs", "rd", "rood", "zw", "boven", "beneden", "ii", "iii", "iv", "i"]
        .contains(&shown.to_lowercase().as_str());
    let is_letter = length == 1 && shown.bytes().all(|byte| byte.is_ascii_alphabetic());
    let fits = match between {
        "" => is_letter || is_floor || length <= 2 && next.shape != Shape::Number,
        "-" | "/" | "–" => is_letter || is_floor || next.shape == Shape::Number && length <= 3,
        " " => {
            is_floor && shown.to_lowercase() != "i"
                || is_letter && next.is_capital() && next.shape != Shape::Number
        }
        _ => false,
    };
    fits.then_some(next.end)
}

/// Whether a house number behind a street ends with this word.
pub(crate) fn ends_house(text: &Text<'_>, index: usize) -> bool {
    (index.saturating_sub(2)..=index).any(|at| {
        text.words[at].shape == Shape::Number
            && at > 0
            && ending(text, &text.words[at - 1]).is_some()
            && house_number(text, at).is_some()
    })
}

#[cfg(test)]
mod tests {
    use crate::check::{finds, finds_nothing};

    #[test]
    fn streets_with_a_number() {
        for street in [
            "Kerkstraat 12a",
            "Dorpsstr. 4",
            "Laan van Meerdervoort 201-II",
            "Burgemeester de Vlugtlaan 12",
            "Van Goghstraat 5",
            "Prins Hendrikkade 33 hs",
            "Lange Nieuwstraat 12-bis",
            "Oranjeplein 3",
            "Reeweg Oost 145",
            "Plein 1940 14",
            "Oude Haven 3",
            "Zonneweide 4",
            "Kerkstraat nr. 12",
            "Kerkstraat, nummer 12a",
        ] {
            finds("street", &format!("Ik ben bij {street} geweest."), &[street]);
        }
        finds("street", "adres: kerkstraat 12", &["kerkstraat 12"]);
    }

    #[test]
    fn streets_where_somebody_lives() {
        finds("street", "Hij woont in de Kerkstraat.", &["Kerkstraat"]);
        finds("street", "Zij zit nu aan de Dorpsweg.", &["Dorpsweg"]);
    }

    #[test]
    fn ways_that_are_no_address() {
        for text in [
            "Hij staat op straat.",
            "onderweg 2 keer gebeld",
            "Het fietspad 3 km verder",
            "Het spreekuur is op het Stadhuisplein 1.",
            "We gingen de weg op.",
            "Op de markt 3 euro",
        ] {
            finds_nothing(text);
        }
    }
}
