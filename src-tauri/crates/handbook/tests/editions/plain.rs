//! Plain words, and nobody else's: measured over every text of the pack.

use std::collections::BTreeSet;

use handbook::{Pack, Place};
use sha2::{Digest, Sha256};

use crate::editions;

#[test]
fn no_text_repeats_a_sentence_of_a_source() {
    let runs: BTreeSet<&str> = include_str!("../source-runs.txt").lines().collect();
    assert!(
        runs.contains(hash_of_run("handvatten voor een goede werkrelatie").as_str()),
        "the hashes are ours"
    );
    for pack in editions() {
        for text in pack.texts() {
            for run in runs_of_five(text.text) {
                assert!(!runs.contains(hash_of_run(&run).as_str()), "a source says: {run}");
            }
        }
    }
}

/// Runs of five words as `source-runs.txt` has them: small letters, one space between.
fn runs_of_five(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | '-' | '\'' | '’'))
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(5).map(|run| run.join(" ")).collect()
}

fn hash_of_run(run: &str) -> String {
    Sha256::digest(run.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn no_sentence_has_more_than_fifteen_words() {
    for pack in editions() {
        for text in pack.texts() {
            for sentence in sentences(text.text) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 15, "{words} words, line {}: {sentence}", text.line);
            }
        }
    }
}

#[test]
fn a_sentence_has_ten_words_on_average() {
    for pack in editions() {
        let language = pack.header().language;
        let questions = average(&pack, |place| place == Place::Question);
        assert!(questions <= 10.0, "{questions:.2} words in a question, {language:?}");
        // Short labels and names would hide long sentences, so they are left out.
        let prose = average(&pack, |place| !matches!(place, Place::Label | Place::Title | Place::Name));
        assert!(prose <= 10.0, "{prose:.2} words in all prose, {language:?}");
    }
}

/// The words of a sentence, on average, over the texts in these places.
fn average(pack: &Pack, counts: impl Fn(Place) -> bool) -> f64 {
    let texts = pack.texts();
    let of_place = texts.iter().filter(|text| counts(text.place));
    let lengths: Vec<usize> = of_place
        .flat_map(|text| sentences(text.text))
        .map(|sentence| sentence.split_whitespace().count())
        .collect();
    assert!(lengths.len() > 100, "something to measure");
    lengths.iter().sum::<usize>() as f64 / lengths.len() as f64
}

/// A sentence ends at a mark before a space; a colon or a semicolon ends none.
fn sentences(text: &str) -> Vec<&str> {
    let ends =
        |(at, mark): &(usize, &str)| text[at + mark.len()..].chars().next().is_none_or(char::is_whitespace);
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', '?', '!']).filter(ends) {
        found.push(text[start..at + mark.len()].trim());
        start = at + mark.len();
    }
    found.extend(Some(text[start..].trim()).filter(|rest| !rest.is_empty()));
    found
}
