//! Every text of a pack is looked at, each by the rules of its place: questions and labels, hints and
//! reasons, steps, explanations, names. Shown on the example of an organisation's pack.

use std::collections::BTreeSet;

use handbook::{Fault, Finding, LintCode, Moment, Pack, Place, lint, lint_beside};

const DUTCH: &str = include_str!("../../../../../assets/handbook/nl/dichterbij.toml");
const README: &str = include_str!("../../../../../assets/handbook/README.md");

fn ours() -> Pack {
    Pack::read(DUTCH).expect("the Dutch edition reads")
}

fn example() -> &'static str {
    let (_, from) = README.split_once("```toml\n").expect("an example");
    from.split_once("```").expect("its end").0
}

/// A text that breaks one rule, what is found in it, and where the rule holds.
type Unkind = (&'static str, LintCode, fn(Place) -> bool);

fn unkind() -> Vec<Unkind> {
    use Place::{Explanation, Hint, House, Label, Question, Reason, Step, Title};
    let score = |word: &str| LintCode::Score { word: word.to_owned() };
    vec![
        (
            "Ik ga na een uur of zes op weg om te zien of er wat is nu.",
            LintCode::LongSentence { words: 17 },
            |_| true,
        ),
        ("Kijk middels dit blad.", LintCode::HardWord { word: "middels".to_owned() }, |_| true),
        ("Waarom heb je niet gebeld.", LintCode::Blame { phrase: "waarom heb je niet".to_owned() }, |_| true),
        ("Dit is verplicht.", LintCode::Duty { word: "verplicht".to_owned() }, |place| place != House),
        ("Kijk. Denk. Schrijf.", LintCode::ManySentences { sentences: 3 }, |place| {
            matches!(place, Question | Label | Hint | Reason)
        }),
        (SIXTY_ONE, LintCode::LongExplanation { words: 61 }, |place| {
            matches!(place, Step | Explanation | House)
        }),
        ("Is dit goed?", LintCode::Closed, |place| matches!(place, Question | Label)),
        ("Geef een cijfer.", score("cijfer"), |place| {
            matches!(place, Question | Label | Hint | Step | Title)
        }),
        ("Noem er 3.", score("3"), |place| matches!(place, Question | Label | Hint)),
        ("De lastigste {inwoner}.", LintCode::Ranking { word: "lastigste".to_owned() }, |place| {
            matches!(place, Question | Label)
        }),
    ]
}

/// Short words, so that it fits on a card too.
const SIXTY_ONE: &str = "Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. \
    Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. Ik ga nu. \
    Ik ga nu. Ik ga nu. Klaar.";

#[test]
fn each_text_is_looked_at_by_the_rules_of_its_place() {
    let ours = ours();
    let pack = Pack::read_beside(example(), &ours).expect("the example reads");
    let mut places = BTreeSet::new();
    for text in pack.texts() {
        places.insert(text.place);
        let written = format!("\"{}\"", text.text);
        assert_eq!(example().matches(&written).count(), 1, "{written} must stand once in the example");
        for (bad, code, holds) in unkind() {
            // What must go on has an ellipsis where another text ends.
            let goes_on = text.text.ends_with('…').then(|| format!("{}…", bad.trim_end_matches(['.', '?'])));
            let bad = goes_on.as_deref().unwrap_or(bad);
            let changed = example().replace(&written, &format!("\"{bad}\""));
            let found = match Pack::read_beside(&changed, &ours) {
                Ok(pack) => lint_beside(&pack, &ours),
                // A name takes no placeholder and is short: then there is nothing to find.
                Err(error) => {
                    let is_short = matches!(error.code, Fault::TextTooLong { most: 60 | 120, .. });
                    assert!(is_short || error.code == Fault::StrayBrace, "{error}");
                    assert!(!holds(text.place), "{bad} does not fit a {:?}", text.place);
                    continue;
                }
            };
            let finding = Finding { line: text.line, code };
            assert_eq!(found.contains(&finding), holds(text.place), "{bad} as {:?}: {found:?}", text.place);
            assert!(found.iter().all(|found| found.line == text.line), "only there: {found:?}");
        }
    }
    assert_eq!(places.len(), 9, "every place is in the example: {places:?}");
}

/// The list of texts is whole: every text that stands in the example is in it, and nothing else.
#[test]
fn no_text_is_forgotten() {
    let pack = Pack::read_beside(example(), &ours()).expect("the example reads");
    // What a pack says about itself, and its sources, are no texts to look at.
    let (_, body) = example().split_once("[house]").expect("house rules");
    let tables = body.split("\n[").filter(|table| !table.starts_with("[source]]"));
    let mut written: Vec<&str> = tables.flat_map(texts_of).collect();
    let mut listed: Vec<&str> = pack.texts().iter().map(|text| text.text).collect();
    written.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, written);
}

/// What stands between quotation marks behind a key for texts, and the lines of a list of texts.
fn texts_of(table: &str) -> Vec<&str> {
    let keys = [
        "safety",
        "protocol",
        "name",
        "explanation",
        "label",
        "text",
        "why",
        "privacy",
        "note",
        "hint",
        "asks",
        "who",
        "word",
        "title",
    ];
    let mut found = Vec::new();
    for key in keys {
        for (at, opening) in table.match_indices(&format!("{key} = \"")) {
            let is_whole_key = table[..at].chars().next_back().is_none_or(char::is_whitespace);
            let text = table[at + opening.len()..].split('"').next();
            found.extend(text.filter(|_| is_whole_key));
        }
    }
    let paragraphs = table.lines().filter_map(|line| line.strip_prefix("    \"")?.strip_suffix("\","));
    found.extend(paragraphs);
    found
}

/// What a kind of one's own lacks is looked for in both packs: questions for every conversation come
/// from ours, those for a week nobody has yet.
#[test]
fn a_kind_is_looked_at_with_the_questions_of_both() {
    let ours = ours();
    let kinds = "[[kind]]\nid = \"kwartaal\"\nlabel = \"Een kwartaal\"\nconversation = false\ncontact = false\n\n[[kind]]\nid = \"wijk";
    let changed = example().replacen("[[kind]]\nid = \"wijk", kinds, 1);
    let pack = Pack::read_beside(&changed, &ours).expect("it reads");
    let kind = pack.kind(&"kwartaal".into()).expect("it is there");
    let found = lint_beside(&pack, &ours);
    let few = LintCode::FewQuestions { kind: kind.id.clone(), moment: Moment::MonthReview, questions: 0 };
    let line = kind.line;
    assert_eq!(
        found,
        [
            Finding { line, code: LintCode::NoIntention { kind: kind.id.clone() } },
            Finding { line, code: few },
        ],
        "a kind without a contact is looked back on at one moment"
    );
    assert_eq!(lint(&pack), [], "by itself nothing can be said about its kinds");
}
