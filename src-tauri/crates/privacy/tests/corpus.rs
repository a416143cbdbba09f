//! The labelled corpus: what is found and what is not, per kind, and for names per origin.
//!
//! Each part of `tests/identifiers` is measured by itself; `held-out.txt` was set aside before
//! anything was tuned. `README.md` there says how a line is written. To see what is missed:
//! `cargo test -p privacy --test corpus -- --nocapture`.

use std::{collections::BTreeMap, fmt::Write as _, ops::Range};

use privacy::{Detector, Kind};

/// What tuning may look at.
const TUNED: &[&str] = &[
    include_str!("../../../../tests/identifiers/names.txt"),
    include_str!("../../../../tests/identifiers/numbers.txt"),
    include_str!("../../../../tests/identifiers/nothing.txt"),
    include_str!("../../../../tests/identifiers/fresh.txt"),
];

/// What was set aside.
const HELD_OUT: &[&str] = &[include_str!("../../../../tests/identifiers/held-out.txt")];

/// Written later by another hand that had not read the rest: one half tuning may look at.
const SECOND: &[&str] = &[include_str!("../../../../tests/identifiers/second.txt")];

/// The other half of that.
const SECOND_HELD_OUT: &[&str] = &[include_str!("../../../../tests/identifiers/second-held-out.txt")];

/// A line of the corpus without its labels.
struct Sentence {
    /// The origin of the names in it; `-` for none.
    origin: &'static str,
    text: String,
    labels: Vec<(Kind, Range<usize>)>,
}

fn kind(label: &str) -> Kind {
    match label {
        "email" => Kind::Email,
        "iban" => Kind::Iban,
        "bsn" => Kind::Bsn,
        "phone" => Kind::Phone,
        "case" => Kind::CaseNumber,
        "birth" => Kind::BirthDate,
        "street" => Kind::Street,
        "post" => Kind::Postcode,
        "plate" => Kind::Plate,
        "name" => Kind::Name,
        other => panic!("no kind `{other}`"),
    }
}

/// Reads `origin habit | text with {kind:labels}`.
fn read(parts: &[&'static str]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for line in parts.iter().flat_map(|part| part.lines()) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (tags, labelled) = line.split_once(" | ").expect("tags, a bar and a text");
        let (origin, _habit) = tags.split_once(' ').expect("an origin and a habit");
        let labelled = labelled.replace("\\n", "\n");
        let mut sentence = Sentence { origin, text: String::new(), labels: Vec::new() };
        let mut rest = labelled.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (label, after) = after.split_once('}').expect("a label that ends");
            let (of, shown) = label.split_once(':').expect("a kind before its text");
            sentence.text.push_str(before);
            let start = sentence.text.len();
            sentence.text.push_str(shown);
            sentence.labels.push((kind(of), start..sentence.text.len()));
            rest = after;
        }
        sentence.text.push_str(rest);
        sentences.push(sentence);
    }
    sentences
}

/// How many were to be found, how many were, and what was found besides.
#[derive(Default, Clone, Copy)]
struct Score {
    labels: usize,
    found: usize,
    findings: usize,
    right: usize,
}

impl Score {
    fn recall(self) -> f64 {
        share(self.found, self.labels)
    }

    fn precision(self) -> f64 {
        share(self.right, self.findings)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Scores of a part of the corpus: per kind, and per origin for names.
struct Scores {
    kinds: BTreeMap<Kind, Score>,
    origins: BTreeMap<&'static str, Score>,
    /// What was missed or found for nothing, to be read while tuning.
    wrong: String,
}

/// A label is found when a finding of its kind covers more than half of it; a finding is right
/// when it touches a label of its kind.
fn measure(parts: &[&'static str]) -> Scores {
    let mut scores = Scores { kinds: BTreeMap::new(), origins: BTreeMap::new(), wrong: String::new() };
    for sentence in read(parts) {
        let found = Detector::shipped().find(&sentence.text);
        let shown = sentence.text.replace('\n', "\\n");
        for (kind, label) in &sentence.labels {
            let covers = |range: &Range<usize>| 2 * shared(range, label) > label.len();
            let is_found = found.iter().any(|one| one.kind == *kind && covers(&one.range));
            if !is_found {
                let piece = &sentence.text[label.clone()];
                writeln!(scores.wrong, "missed {kind:?} `{piece}` in: {shown}").expect("a string");
            }
            let score = scores.kinds.entry(*kind).or_default();
            score.labels += 1;
            score.found += usize::from(is_found);
            if *kind == Kind::Name {
                let origin = scores.origins.entry(sentence.origin).or_default();
                origin.labels += 1;
                origin.found += usize::from(is_found);
            }
        }
        for one in &found {
            let touches = |label: &Range<usize>| shared(&one.range, label) > 0;
            let is_right = sentence.labels.iter().any(|(kind, label)| one.kind == *kind && touches(label));
            if !is_right {
                let piece = &sentence.text[one.range.clone()];
                writeln!(scores.wrong, "wrong {:?} `{piece}` in: {shown}", one.kind).expect("a string");
            }
            let score = scores.kinds.entry(one.kind).or_default();
            score.findings += 1;
            score.right += usize::from(is_right);
            if one.kind == Kind::Name && sentence.origin != "-" {
                let origin = scores.origins.entry(sentence.origin).or_default();
                origin.findings += 1;
                origin.right += usize::from(is_right);
            }
        }
    }
    scores
}

fn shared(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

#[allow(clippy::print_stdout, reason = "the figures are what the test is for")]
fn check(name: &str, parts: &[&'static str], shows_wrong: bool) {
    let scores = measure(parts);
    println!("{name:<16} recall  precision  labels");
    let kinds = scores.kinds.iter().map(|(kind, score)| (format!("{kind:?}"), score));
    let origins = scores.origins.iter().map(|(origin, score)| (format!("  {origin}"), score));
    for (what, score) in kinds.chain(origins) {
        println!("{what:<16}  {:.3}      {:.3}  {:>6}", score.recall(), score.precision(), score.labels);
    }
    if shows_wrong {
        println!("{}", scores.wrong);
    }
    for kind in Kind::ALL {
        let score = scores.kinds.get(&kind).copied().unwrap_or_default();
        assert!(score.labels > 0, "{name}: nothing to find of {kind:?}");
        let (recall, precision) =
            if matches!(kind, Kind::Bsn | Kind::Iban) { (0.99, 0.97) } else { (0.90, 0.90) };
        assert!(score.recall() >= recall, "{name}: recall of {kind:?} is {:.3}", score.recall());
        assert!(score.precision() >= precision, "{name}: precision of {kind:?} is {:.3}", score.precision());
    }
    for (origin, score) in &scores.origins {
        assert!(score.recall() >= 0.90, "{name}: recall of {origin} names is {:.3}", score.recall());
        // Only what stands beside names of that origin: a few words, so a lower bound than the whole.
        let precision = score.precision();
        assert!(precision >= 0.85, "{name}: precision of {origin} names is {precision:.3}");
    }
}

#[test]
fn what_tuning_has_seen_is_found() {
    check("tuned", TUNED, true);
}

#[test]
fn what_was_set_aside_is_found() {
    check("held out", HELD_OUT, false);
}

#[test]
fn what_another_hand_wrote_is_found() {
    check("second", SECOND, true);
}

#[test]
fn what_another_hand_set_aside_is_found() {
    check("second held out", SECOND_HELD_OUT, false);
}

#[test]
fn the_corpus_is_as_large_as_promised() {
    let (tuned, held_out) = (read(TUNED), read(HELD_OUT));
    let all = || tuned.iter().chain(&held_out);
    assert!(all().count() >= 1_500);
    assert!(held_out.len() >= 500);
    assert!(3 * all().filter(|sentence| sentence.labels.is_empty()).count() >= all().count());
    let mut origins: BTreeMap<&str, usize> = BTreeMap::new();
    for sentence in all().filter(|sentence| sentence.origin != "-") {
        *origins.entry(sentence.origin).or_default() += 1;
    }
    assert!(origins.len() >= 16 && origins.values().all(|count| *count >= 40), "{origins:?}");
}
