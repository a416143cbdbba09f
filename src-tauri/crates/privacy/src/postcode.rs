//! Postcodes, with a house number behind them if there is one.
//!
//! Source of the rule: NEN 5825; four digits without a leading zero, two letters, never SA, SD or
//! SS.

use crate::{
    finding::{Finding, Kind},
    marks::{ABBREVIATION, ARTICLE, MONEY, ORDINARY, PLACE, POST, UNIT},
    street,
    text::{Gap, Shape, Text, Word},
};

/// Every postcode in a text, in order.
pub(crate) fn all(text: &Text<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, pair) in text.words.windows(2).enumerate() {
        let [digits, letters] = pair else { continue };
        if digits.shape == Shape::Number
            && digits.end - digits.start == 4
            && is_postcode(text, index, digits, letters)
        {
            let end = house(text, index + 2).unwrap_or(letters.end);
            found.push(Finding { kind: Kind::Postcode, range: digits.start..end, after_title: false });
        }
    }
    found
}

fn is_postcode(text: &Text<'_>, index: usize, digits: &Word, letters: &Word) -> bool {
    let between = &text.text[digits.end..letters.start];
    let shown = text.of(letters);
    let before = &text.text[..digits.start];
    // A line may end between them where an address is being written.
    let is_broken = between.trim_matches(' ') == "\n"
        && letters.shape == Shape::Upper
        && (text.before(digits.start, 4).any(|word| word.is(POST))
            || index > 0 && street::ends_house(text, index - 1));
    if !is_broken && !matches!(between, "" | " " | "  " | "\u{a0}" | "-")
        || shown.len() != 2
        || !shown.bytes().all(|byte| byte.is_ascii_alphabetic())
        || text.of(digits).starts_with('0')
        || ["sa", "sd", "ss"].contains(&shown.to_ascii_lowercase().as_str())
        || text.text[letters.end..].starts_with(char::is_alphanumeric)
        || before.ends_with(|c: char| {
            c.is_alphanumeric()
                || matches!(c, '.' | ',' | '-' | '/' | '+')
                    && index > 0
                    && text.words[index - 1].shape == Shape::Number
                    && digits.gap != Gap::Comma
        })
        || before.trim_end().ends_with('€')
    {
        return false;
    }
    let is_named = text.before(digits.start, 4).any(|word| word.is(POST));
    let is_word = letters.is(ORDINARY.or(ARTICLE).or(UNIT).or(MONEY).or(ABBREVIATION)) || letters.is(UNIT);
    let year = (1900..=2099).contains(&text.of(digits).parse().unwrap_or(0));
    let place = || {
        text.after(letters.end, 1).any(|word| word.is(PLACE) && !word.is(ORDINARY))
            || house(text, index + 2).is_some()
            || before.trim_end().ends_with(',') && index > 0 && street::ends_house(text, index - 1)
            || index > 0 && street::ends_house(text, index - 1)
    };
    match (letters.shape, between.is_empty()) {
        _ if is_named => true,
        _ if letters.is(UNIT.or(MONEY)) => false,
        (Shape::Upper, _) => !(is_word && year) || place(),
        (_, true) => !letters.is(UNIT) && (!is_word || place()),
        (_, false) => !is_word && (!year || place()),
    }
}

/// Where the house number ends that begins with this word: `12`, `, 12a`, `nr. 12`.
fn house(text: &Text<'_>, index: usize) -> Option<usize> {
    let mut index = index;
    let word = text.words.get(index)?;
    let mut near = &text.text[text.words[index - 1].end..word.start];
    if matches!(word.gap, Gap::Space | Gap::Comma)
        && ["nr", "nummer", "huisnummer", "huisnr", "no"].contains(&text.of(word).to_lowercase().as_str())
    {
        index += 1;
        near = " ";
    }
    (matches!(near, " " | ", " | "," | "-" | " - "))
        .then(|| street::house_number(text, index))
        .flatten()
        .map(|(end, _)| end)
}

#[cfg(test)]
mod tests {
    use crate::check::{finds, finds_nothing};

    #[test]
    fn postcodes_with_and_without_house() {
        finds("post", "Ze woont op 1234 AB.", &["1234 AB"]);
        finds("post", "postcode 1234ab 12", &["1234ab 12"]);
        finds("post", "Adres: 1234 AB, nr. 12a", &["1234 AB, nr. 12a"]);
        finds("post", "3311CX Dordrecht", &["3311CX"]);
    }

    #[test]
    fn years_amounts_and_weights_are_none() {
        for text in [
            "In 2024 is het anders.",
            "1500 en 2000",
            "1000 km",
            "2500kg",
            "0123 AB",
            "1234 SS",
            "1234 SA",
            "€ 1234 AB",
            "1070 te veel",
            "In 2024 IN DE WIJK",
        ] {
            finds_nothing(text);
        }
    }
}
