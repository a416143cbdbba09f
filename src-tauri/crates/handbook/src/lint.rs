//! What is legal in a pack but unkind to its readers.
//!
//! The rules of "not a checklist" and of plain language (B1) that a program can check. Software
//! measures of plain language differ, so a finding is a reason to look, not a refusal: a person
//! decides. The words that the rules look for stand in [`vocabulary`].

mod vocabulary;

use vocabulary::Vocabulary;

use crate::{
    choose::{Choice, most_questions},
    gaps::served,
    id::KindId,
    pack::{Kind, Moment, Pack},
    texts::{Place, Text},
    words::{Piece, pieces},
};

/// The most sentences in a question or its reason.
const MOST_SENTENCES: usize = 2;
/// The most words in a sentence.
const MOST_WORDS: usize = 15;
/// The most words in an explanation, a step, a paragraph, or what an organisation says.
const MOST_EXPLANATION: usize = 60;
/// The minutes of an ordinary sitting.
const SITTING: u8 = 5;

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The line of the question, field, step, … or of the house rules.
    pub line: u32,
    /// What there is to look at.
    pub code: LintCode,
}

/// What there is to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LintCode {
    /// More than two sentences.
    ManySentences {
        /// How many.
        sentences: usize,
    },
    /// A sentence of more than fifteen words.
    LongSentence {
        /// How many.
        words: usize,
    },
    /// An explanation of more than sixty words.
    LongExplanation {
        /// How many.
        words: usize,
    },
    /// A word that makes it a duty.
    Duty {
        /// The word.
        word: String,
    },
    /// A turn of phrase that blames.
    Blame {
        /// The phrase.
        phrase: String,
    },
    /// Only yes or no would answer it.
    Closed,
    /// It asks for a figure about somebody.
    Score {
        /// The word or figure.
        word: String,
    },
    /// It puts residents in an order.
    Ranking {
        /// The word before the resident.
        word: String,
    },
    /// A word above the level of plain language.
    HardWord {
        /// The word.
        word: String,
    },
    /// A kind of contact whose closing page has no wording.
    NoIntention {
        /// The kind.
        kind: KindId,
    },
    /// A kind of contact for which there are fewer than three questions in five minutes.
    FewQuestions {
        /// The kind.
        kind: KindId,
        /// The moment at which there are too few.
        moment: Moment,
        /// How many there are.
        questions: usize,
    },
}

/// Looks a pack through. An empty answer does not make a pack good.
///
/// Of a pack that builds on another only the texts are looked at: what its kinds lack, the other
/// may have ([`lint_beside`]).
#[must_use]
pub fn lint(pack: &Pack) -> Vec<Finding> {
    let mut findings = lint_texts(pack);
    if pack.header().extends.is_none() {
        findings.extend(lint_kinds(pack.kinds(), pack));
    }
    findings
}

/// Looks a pack through that is to stand beside another one: its texts by themselves, its kinds
/// with the questions of both.
#[must_use]
pub fn lint_beside(pack: &Pack, base: &Pack) -> Vec<Finding> {
    let mut findings = lint_texts(pack);
    findings.extend(lint_kinds(pack.kinds(), &base.with(&[pack])));
    findings
}

fn lint_texts(pack: &Pack) -> Vec<Finding> {
    let vocabulary = vocabulary::of(pack.header().language);
    let look_at = |text: Text<'_>| {
        let codes = look_at_text(text, vocabulary).into_iter();
        codes.map(move |code| Finding { line: text.line, code })
    };
    pack.texts().into_iter().flat_map(look_at).collect()
}

/// Whether there is enough to ask about these kinds, with all that a pack has.
fn lint_kinds(kinds: &[Kind], pack: &Pack) -> Vec<Finding> {
    let mut findings = Vec::new();
    for kind in kinds {
        let mut add = |code| findings.push(Finding { line: kind.line, code });
        if pack.intention(Some(&kind.id)).is_none() {
            add(LintCode::NoIntention { kind: kind.id.clone() });
        }
        for moment in kind.looking_back().iter().copied() {
            let questions = served(pack, &Choice { moment, ..Choice::new(&kind.id, SITTING, 0) });
            if questions < most_questions(SITTING) {
                add(LintCode::FewQuestions { kind: kind.id.clone(), moment, questions });
            }
        }
    }
    findings
}

fn look_at_text(text: Text<'_>, vocabulary: &Vocabulary) -> Vec<LintCode> {
    let (place, text) = (text.place, text.text);
    match place {
        Place::Question | Place::Label => {
            let mut codes = look_at_prose(text, vocabulary);
            codes.extend(look_at_prompt(text, vocabulary));
            codes
        }
        Place::Hint => {
            let mut codes = look_at_prose(text, vocabulary);
            codes.extend(look_for_figures(text, vocabulary));
            codes
        }
        Place::Reason => look_at_prose(text, vocabulary),
        Place::Step => {
            let mut codes = look_at_explanation(text, vocabulary);
            codes.extend(look_for_scores(text, vocabulary));
            codes
        }
        Place::Explanation => look_at_explanation(text, vocabulary),
        Place::House => look_at_house(text, vocabulary),
        Place::Title => {
            let mut codes = look_at_words(text, vocabulary);
            codes.extend(look_for_scores(text, vocabulary));
            codes
        }
        Place::Name => look_at_words(text, vocabulary),
    }
}

/// What holds for a text that is read at one glance.
fn look_at_prose(text: &str, vocabulary: &Vocabulary) -> Vec<LintCode> {
    let mut codes = look_at_words(text, vocabulary);
    let sentences = sentences(text);
    if sentences.len() > MOST_SENTENCES {
        codes.push(LintCode::ManySentences { sentences: sentences.len() });
    }
    codes
}

fn look_at_explanation(text: &str, vocabulary: &Vocabulary) -> Vec<LintCode> {
    let mut codes = look_at_words(text, vocabulary);
    let words = text.split_whitespace().count();
    if words > MOST_EXPLANATION {
        codes.push(LintCode::LongExplanation { words });
    }
    codes
}

/// Length and plainness only: what an organisation asks of its people may be a duty, and say so.
fn look_at_house(text: &str, vocabulary: &Vocabulary) -> Vec<LintCode> {
    let mut codes = look_at_explanation(text, vocabulary);
    codes.retain(|code| !matches!(code, LintCode::Duty { .. }));
    codes
}

fn look_at_words(text: &str, vocabulary: &Vocabulary) -> Vec<LintCode> {
    let mut codes = Vec::new();
    for sentence in sentences(text) {
        let words = sentence.split_whitespace().count();
        if words > MOST_WORDS {
            codes.push(LintCode::LongSentence { words });
        }
    }
    for word in words(text) {
        if vocabulary.duty.contains(&word.as_str()) {
            codes.push(LintCode::Duty { word });
        } else if vocabulary.hard.contains(&word.as_str()) {
            codes.push(LintCode::HardWord { word });
        }
    }
    let spaced = format!(" {} ", words(text).join(" "));
    for phrase in vocabulary.blame {
        if spaced.contains(&format!(" {phrase} ")) {
            codes.push(LintCode::Blame { phrase: (*phrase).to_owned() });
        }
    }
    codes
}

/// What holds for a question only.
fn look_at_prompt(text: &str, vocabulary: &Vocabulary) -> Vec<LintCode> {
    let mut codes = Vec::new();
    let mut asked = sentences(text).into_iter().filter(|sentence| sentence.ends_with('?')).peekable();
    if asked.peek().is_some() && asked.all(|sentence| is_closed(sentence, vocabulary)) {
        codes.push(LintCode::Closed);
    }
    codes.extend(look_for_figures(text, vocabulary));
    let mut before = "";
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) => before = plain,
            Piece::Placeholder(_) => {
                if let Some(word) = words(before).pop()
                    && (vocabulary.ranks)(&word)
                {
                    codes.push(LintCode::Ranking { word });
                }
                before = "";
            }
            Piece::StrayBrace(_) => {}
        }
    }
    codes
}

/// Figures, and words that ask for one: nothing of a person is put into a number.
fn look_for_figures(text: &str, vocabulary: &Vocabulary) -> Vec<LintCode> {
    let is_figure = |word: &String| {
        word.bytes().any(|letter| letter.is_ascii_digit()) || vocabulary.score.contains(&word.as_str())
    };
    words(text).into_iter().filter(is_figure).map(|word| LintCode::Score { word }).collect()
}

/// Words that ask for a figure; a figure itself may be a time or a law.
fn look_for_scores(text: &str, vocabulary: &Vocabulary) -> Vec<LintCode> {
    let asks = |word: &String| vocabulary.score.contains(&word.as_str());
    words(text).into_iter().filter(asks).map(|word| LintCode::Score { word }).collect()
}

/// A question is closed when it opens with a verb: "Heb je …?", "Did you …?". With a word such
/// as "of" or "or" it offers a choice, and that is open enough.
fn is_closed(sentence: &str, vocabulary: &Vocabulary) -> bool {
    let words = words(sentence);
    let opens_closed = words.first().is_some_and(|word| vocabulary.closed.contains(&word.as_str()));
    opens_closed && !words.iter().any(|word| word == vocabulary.or)
}

/// Sentences end at a mark that is followed by a space or by nothing.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let ends =
            matches!(letter, '.' | '?' | '!') && letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        if ends {
            let end = at + letter.len_utf8();
            found.push(text[start..end].trim());
            start = end;
        }
    }
    let rest = text[start..].trim();
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

/// Words in small letters; an apostrophe belongs to its word.
fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’'))
        .map(|word| word.trim_matches(['\'', '’']).replace('’', "'").to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{sentences, words};

    #[test]
    fn a_point_inside_a_word_ends_no_sentence() {
        assert_eq!(
            sentences("Wat zag je? Versie 1.2 is er. Klaar"),
            ["Wat zag je?", "Versie 1.2 is er.", "Klaar"]
        );
        assert!(sentences("  ").is_empty());
    }

    #[test]
    fn words_lose_their_marks_but_keep_their_apostrophe() {
        assert_eq!(words("‘Why didn’t you?’, {Inwoner}"), ["why", "didn't", "you", "inwoner"]);
    }
}
