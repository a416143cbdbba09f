//! Texts that hurt: each is a way in which software that holds words has lost or changed them.
//!
//! All are made up. None holds the name, number or address of a person who exists.

/// A text and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Specimen {
    /// What it tries, for the message of a failing test.
    pub name: &'static str,
    /// The text.
    pub text: &'static str,
}

const fn specimen(name: &'static str, text: &'static str) -> Specimen {
    Specimen { name, text }
}

/// Every specimen of a fixed text.
pub const ALL: &[Specimen] = &[
    specimen("empty", ""),
    specimen("one space", " "),
    specimen("only line breaks", "\n\n\n"),
    specimen("spaces at both ends", "  ruimte om na te denken  "),
    specimen("no line break at the end", "klaar"),
    specimen("line break at the end", "klaar\n"),
    specimen("carriage returns", "een\r\ntwee\rdrie"),
    specimen("tabs", "voor\tna"),
    specimen("diaeresis and accents", "reünie, coördinatie, zoëven, vóór, hè, café, naïef, ruïne"),
    specimen("decomposed accents", "reu\u{308}nie, cafe\u{301}"),
    specimen("ij as one letter", "ĳsvrij, Ĳmuiden"),
    specimen("straight quotes", "Ze zei: \"dat 'moet' niet\"; toch?"),
    specimen("curly quotes", "„Ik wil wel,” zei hij, ‘maar niet zo’."),
    specimen("apostrophes", "foto's, 's ochtends, oma’s auto"),
    specimen("dashes and ellipsis", "ja — nee – misschien… later"),
    specimen("currency and signs", "€ 12,50 ± 3 % § 4 ½ × ²"),
    specimen("emoji", "😀🙏👍🏽"),
    specimen("joined emoji", "👨‍👩‍👧‍👦 🏳️‍🌈 👩🏿‍⚕️"),
    specimen("flag", "🇳🇱"),
    specimen("right to left", "مرحبا שלום"),
    specimen("right to left within left to right", "zij zei «شكرا جزيلا» en lachte"),
    specimen("direction overrides", "voor\u{202e}achter\u{202c}na"),
    specimen("other scripts", "Привет, 你好, नमस्ते, ܫܠܡܐ, ሰላም"),
    specimen("outside the first plane", "𝔴𝔦𝔩 𠜎 𐍈"),
    specimen("invisible characters", "woord\u{200b}woord\u{feff}woord\u{ad}woord"),
    specimen("no-break spaces", "blz.\u{a0}12 en\u{202f}13"),
    specimen(
        "many combining marks",
        "z\u{310}\u{309}\u{30f}\u{334}\u{356}a\u{36a}\u{33f}\u{325}l\u{30b}\u{329}go",
    ),
    specimen("script element", "<script>alert(1)</script>"),
    specimen("image that loads", "<img src=x onerror=alert(1)>"),
    specimen("closing elements", "</textarea></title></style></div>"),
    specimen("entities", "&lt;b&gt; &amp;amp; &#x3c;"),
    specimen("SQL", "'; DROP TABLE entry; --"),
    specimen("full-text operators", "\"a\" AND (b OR c*) NOT ^d NEAR(e f, 3) body:g -h"),
    specimen("Fluent", "{ $naam } { -term } .attr = \"{\"\"}\""),
    specimen("placeholders", "%s %d %n {0} ${HOME} $(id) `id`"),
    specimen("path", "../../etc/passwd C:\\Windows\\.. //server/share"),
    specimen("backslashes", "\\ \\\\ \\n \\u0000 \\'"),
    specimen("control characters", "bel\u{7} escape\u{1b}[31m del\u{7f}"),
    specimen("NUL", "voor\0na"),
    specimen("last code points", "\u{ffff}\u{fffe}\u{10ffff}\u{e000}"),
    specimen("replacement character", "kap\u{fffd}ot"),
    specimen("markdown", "# kop\n- punt\n**vet** [l](http://x) ![p](http://x)"),
    specimen("spreadsheet formula", "=HYPERLINK(\"http://x\")"),
    specimen("case that grows", "ß ﬁ İ ŉ"),
];

/// The longest kind of word that Dutch makes, and then a hundred times that without a space.
#[must_use]
pub fn very_long_word() -> String {
    "arbeidsongeschiktheidsverzekeringsmaatschappij".repeat(100)
}

/// One character with a thousand marks on it.
#[must_use]
pub fn tall_character() -> String {
    let mut text = "e".to_owned();
    text.extend(std::iter::repeat_n('\u{301}', 1000));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_specimen_has_a_name_of_its_own() {
        let mut names: Vec<_> = ALL.iter().map(|specimen| specimen.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
    }
}
