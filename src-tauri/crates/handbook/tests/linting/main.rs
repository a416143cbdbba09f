//! Every rule of the lint, seen to find what it is for and to leave alone what is near it.

mod everywhere;

use handbook::{LintCode, Moment, Pack, lint};

const HEAD: &str = include_str!("../specimens/head.toml");

/// The findings about one question with this text and reason, without those about small pools.
fn findings(language: &str, text: &str, why: &str) -> Vec<LintCode> {
    let head = HEAD.replace("language = \"nl\"", &format!("language = \"{language}\""));
    let pack = Pack::read(&format!(
        "{head}\n[[question]]\nid = \"V1\"\nversion = 1\ntext = \"{text}\"\nwhy = \"{why}\"\ntheme = \"thema\"\n\
         aspect = \"event\"\ndepth = 1\nkinds = [\"*\"]\nminutes = 2\nmoments = [\"later\"]\n"
    ))
    .expect("the specimen reads");
    let line = pack.questions()[0].line;
    lint(&pack)
        .into_iter()
        .filter(|f| !matches!(f.code, LintCode::FewQuestions { .. } | LintCode::NoIntention { .. }))
        .map(|finding| {
            assert_eq!(finding.line, line);
            finding.code
        })
        .collect()
}

fn dutch(text: &str) -> Vec<LintCode> {
    findings("nl", text, "Daarom.")
}

fn english(text: &str) -> Vec<LintCode> {
    findings("en", text, "Because.")
}

#[test]
fn two_sentences_are_enough() {
    assert_eq!(dutch("Iemand kwam niet. Wat deed jij?"), []);
    assert_eq!(dutch("Iemand kwam. Jij ook. Wat zag je?"), [LintCode::ManySentences { sentences: 3 }]);
    assert_eq!(findings("nl", "Wat zag je?", "Eén. Twee. Drie."), [LintCode::ManySentences { sentences: 3 }]);
}

#[test]
fn a_sentence_has_fifteen_words() {
    let fifteen = "Wat zag je een twee drie vier vijf zes zeven acht negen tien elf twaalf?";
    assert_eq!(dutch(fifteen), []);
    assert_eq!(dutch(&fifteen.replace("twaalf", "twaalf dertien")), [LintCode::LongSentence { words: 16 }]);
}

#[test]
fn an_explanation_has_sixty_words() {
    let long = format!("{}einde.", "Een twee drie vier vijf. ".repeat(12));
    let text = HEAD.replace("Waar het over gaat.", &long);
    let pack = Pack::read(&format!(
        "{text}\n[[question]]\nid = \"V1\"\nversion = 1\ntext = \"Wat?\"\nwhy = \"Daarom.\"\ntheme = \"thema\"\n\
         aspect = \"event\"\ndepth = 1\nkinds = [\"*\"]\nminutes = 2\nmoments = [\"later\"]\n"
    ))
    .expect("the specimen reads");
    let found = lint(&pack);
    assert_eq!(found[0].code, LintCode::LongExplanation { words: 61 });
    assert_eq!(found[0].line, pack.themes()[0].line);
}

#[test]
fn nothing_is_a_duty() {
    assert_eq!(dutch("Wat was verplicht?"), [LintCode::Duty { word: "verplicht".to_owned() }]);
    assert_eq!(english("What was mandatory?"), [LintCode::Duty { word: "mandatory".to_owned() }]);
}

#[test]
fn nothing_blames() {
    let blame = |phrase: &str| vec![LintCode::Blame { phrase: phrase.to_owned() }];
    assert_eq!(dutch("Waarom heb je niet gebeld?"), blame("waarom heb je niet"));
    assert_eq!(english("Why didn’t you call?"), blame("why didn't you"));
    assert_eq!(dutch("Wat heb je niet gezegd?"), []);
}

#[test]
fn a_question_opens_something() {
    assert_eq!(dutch("Heb je geluisterd?"), [LintCode::Closed]);
    assert_eq!(dutch("Was het goed? Kon je luisteren?"), [LintCode::Closed]);
    assert_eq!(dutch("Heb je dat gezegd, of eerst geluisterd?"), []);
    assert_eq!(dutch("Kreeg je kritiek? Wat was je reactie?"), []);
    assert_eq!(dutch("Schrijf op wat je zag."), []);
    assert_eq!(english("Did you listen?"), [LintCode::Closed]);
    assert_eq!(english("What did you hear?"), []);
}

#[test]
fn nobody_gets_a_figure_or_a_rank() {
    let score = |word: &str| vec![LintCode::Score { word: word.to_owned() }];
    assert_eq!(dutch("Welk cijfer geef je dit gesprek?"), score("cijfer"));
    assert_eq!(dutch("Hoe tevreden ben je, van 1 tot tien?"), score("1"));
    assert_eq!(english("How do you rate this conversation?"), score("rate"));
    let ranking = |word: &str| vec![LintCode::Ranking { word: word.to_owned() }];
    assert_eq!(dutch("Wie is je moeilijkste {inwoner}?"), ranking("moeilijkste"));
    assert_eq!(dutch("Wie was je eerste {inwoner}?"), []);
    assert_eq!(english("Who is your hardest {inwoner}?"), ranking("hardest"));
}

#[test]
fn words_are_plain() {
    assert_eq!(dutch("Hoe ga je dit evalueren?"), [LintCode::HardWord { word: "evalueren".to_owned() }]);
    assert_eq!(english("How do you utilise this?"), [LintCode::HardWord { word: "utilise".to_owned() }]);
}

#[test]
fn a_kind_without_three_questions_or_a_closing_page_is_named() {
    let pack = Pack::read(&format!(
        "{HEAD}\n[[question]]\nid = \"V1\"\nversion = 1\ntext = \"Wat?\"\nwhy = \"Daarom.\"\ntheme = \"thema\"\n\
         aspect = \"event\"\ndepth = 1\nkinds = [\"*\"]\nminutes = 2\nmoments = [\"later\"]\n"
    ))
    .expect("the specimen reads");
    let few = |kind: &str, moment, questions| LintCode::FewQuestions { kind: kind.into(), moment, questions };
    let codes: Vec<LintCode> = lint(&pack).into_iter().map(|finding| finding.code).collect();
    assert_eq!(
        codes,
        [
            LintCode::NoIntention { kind: "gesprek".into() },
            few("gesprek", Moment::RightAfter, 0),
            few("gesprek", Moment::Later, 1),
            LintCode::NoIntention { kind: "bericht".into() },
            few("bericht", Moment::RightAfter, 0),
            few("bericht", Moment::Later, 0),
        ]
    );
}

#[test]
fn what_is_said_about_safety_is_short_and_may_be_a_duty() {
    let codes = |safety: &str| -> Vec<LintCode> {
        let (before, after) = HEAD.split_once("[words.resident]").expect("it is there");
        let house = format!("{before}[house]\nsafety = \"{safety}\"\n\n[words.resident]{after}");
        let pack = Pack::read(&format!(
            "{house}\n[[question]]\nid = \"V1\"\nversion = 1\ntext = \"Wat?\"\nwhy = \"Daarom.\"\ntheme = \"thema\"\n\
             aspect = \"event\"\ndepth = 1\nkinds = [\"*\"]\nminutes = 2\nmoments = [\"later\"]\n"
        ))
        .expect("the specimen reads");
        let line = pack.house().line;
        lint(&pack).into_iter().filter(|found| found.line == line).map(|found| found.code).collect()
    };
    assert_eq!(codes("Je moet dit melden. Bel het meldpunt van je team."), []);
    let long = format!("{}einde.", "Een twee drie vier vijf. ".repeat(12));
    assert_eq!(codes(&long), [LintCode::LongExplanation { words: 61 }]);
    let fifteen = "Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien.";
    assert_eq!(codes(fifteen), []);
    assert_eq!(codes(&format!("Nul {}", fifteen.to_lowercase())), [LintCode::LongSentence { words: 16 }]);
}
