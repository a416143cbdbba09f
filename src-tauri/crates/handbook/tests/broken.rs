//! Packs that are wrong, each in one way: the file, the line and the fault, in one table.
//!
//! The files stand in `specimens/broken`, each with its reason on its first line. Those that build
//! on another pack are read beside `specimens/head.toml` with one question.

#[path = "../examples/handbook/reasons.rs"]
mod reasons;

use std::{collections::BTreeSet, fs, path::PathBuf};

use handbook::{
    Fault::{self, *},
    LintCode, MAX_PACK_BYTES, Moment, Pack, PackError,
};

/// File, line, fault.
fn specimens() -> Vec<(&'static str, u32, Fault)> {
    vec![
        ("not-toml", 16, NotToml),
        ("a-key-twice", 17, NotToml),
        ("too-deep", 16, NotToml),
        ("newer-format", 3, NewerFormat { newest: 1 }),
        ("unknown-base", 13, UnknownBase { id: "elders".to_owned() }),
        ("other-language", 6, UnknownValue { key: "language", value: "en".to_owned() }),
        ("unusable-version", 5, UnknownValue { key: "version", value: "nieuw".to_owned() }),
        ("alone-without-words", 1, MissingKey { key: "words" }),
        ("unknown-table", 15, UnknownKey { key: "sheet".to_owned() }),
        ("days-beyond-the-most", 16, OutOfBounds { key: "longest_days", least: 1, most: 180 }),
        ("protocol-too-long", 16, TextTooLong { key: "protocol", most: 600 }),
        ("safety-of-another-type", 16, WrongType { key: "safety" }),
        ("address-of-no-web", 18, UnusableUrl),
        (
            "kind-without-contact-in-conversation",
            18,
            UnknownValue { key: "conversation", value: "true".to_owned() },
        ),
        ("id-of-the-base", 15, Duplicate { id: "gesprek".to_owned() }),
        ("question-of-no-theme", 15, UnknownReference { key: "theme", id: "weg".to_owned() }),
        ("question-that-must", 26, UnknownKey { key: "required".to_owned() }),
        ("question-that-weighs", 26, UnknownKey { key: "score".to_owned() }),
        ("question-too-deep", 22, OutOfBounds { key: "depth", least: 1, most: 3 }),
        ("privacy-hint-without-words", 26, EmptyText { key: "privacy" }),
        ("mark-of-another-type", 26, WrongType { key: "never_together" }),
        ("follow-up-of-nothing", 15, UnknownReference { key: "follow_up", id: "V9".to_owned() }),
        ("follow-up-of-itself", 15, NotAFollowUp { id: "V1".to_owned() }),
        ("follow-ups-in-a-circle", 15, NestedFollowUp { id: "V1".to_owned() }),
        ("follow-up-without-a-parent", 15, FollowUpParents { parents: 0 }),
        ("follow-up-narrower", 28, NarrowerThanParent { key: "minutes" }),
        ("closing-page-that-looks-back", 15, IntentionLooksElsewhere),
        ("closing-page-in-a-chain", 15, IntentionInAChain),
        ("form-without-fields", 15, MissingKey { key: "field" }),
        ("form-about-a-resident", 20, UnknownValue { key: "about", value: "resident".to_owned() }),
        ("person-free-about-a-contact", 20, UnknownValue { key: "about", value: "contact".to_owned() }),
        ("form-of-version-nought", 17, OutOfBounds { key: "version", least: 1, most: 9999 }),
        ("form-with-progress", 21, UnknownKey { key: "progress".to_owned() }),
        ("form-of-no-kind", 15, UnknownReference { key: "kinds", id: "weg".to_owned() }),
        ("form-with-an-unusable-id", 16, UnusableId { key: "id" }),
        ("field-that-must", 26, UnknownKey { key: "required".to_owned() }),
        ("field-that-weighs", 26, UnknownKey { key: "weight".to_owned() }),
        ("field-without-a-label", 22, MissingKey { key: "label" }),
        ("field-of-another-type", 21, WrongType { key: "field" }),
        ("field-of-no-shape", 25, UnknownValue { key: "shape", value: "number".to_owned() }),
        ("fields-of-one-name", 27, Duplicate { id: "feiten".to_owned() }),
        ("field-after-field", 21, TooMany { key: "field", most: 20 }),
        ("options-in-a-text", 26, KeyOfOtherShape { key: "options" }),
        ("question-that-returns-in-a-text", 26, KeyOfOtherShape { key: "asks" }),
        ("rows-of-days", 26, KeyOfOtherShape { key: "repeated" }),
        ("instruments-in-columns", 27, KeyOfOtherShape { key: "suggest" }),
        ("instruments-of-another-name", 26, UnknownValue { key: "suggest", value: "people".to_owned() }),
        ("one-column", 26, EmptyList { key: "columns" }),
        ("five-columns", 26, TooMany { key: "columns", most: 4 }),
        ("options-of-one-name", 28, Duplicate { id: "ja".to_owned() }),
        ("options-that-weigh", 27, UnknownKey { key: "value".to_owned() }),
        ("day-too-far", 26, OutOfBounds { key: "after_days", least: 1, most: 400 }),
        ("brace-in-an-option", 28, StrayBrace),
        ("placeholder-without-a-word", 22, UnknownPlaceholder { name: "burger".to_owned() }),
        ("placeholder-in-a-name", 17, StrayBrace),
        ("method-of-no-source", 15, UnknownReference { key: "sources", id: "weg".to_owned() }),
        ("step-without-time", 22, OutOfBounds { key: "minutes", least: 1, most: 120 }),
        ("word-twice", 19, Duplicate { id: "bagage".to_owned() }),
        ("case-without-a-story", 18, EmptyList { key: "paragraphs" }),
        ("case-that-turns-around", 20, HiddenCharacter { code_point: 0x202E }),
        ("discussion-of-another-type", 19, WrongType { key: "discussion" }),
        ("contribution-that-says-nothing-of-persons", 15, MissingKey { key: "person_free" }),
        ("result-with-persons", 21, UnknownValue { key: "person_free", value: "false".to_owned() }),
        ("result-about-a-contact", 20, UnknownValue { key: "about", value: "contact".to_owned() }),
        ("intervision-of-another-name", 22, UnknownValue { key: "intervision", value: "score".to_owned() }),
        ("roles-of-one-name", 20, Duplicate { id: "buur".to_owned() }),
        ("role-with-a-long-name", 17, TextTooLong { key: "name", most: 60 }),
        ("part-of-no-role", 20, UnknownReference { key: "role", id: "weg".to_owned() }),
        ("parts-of-one-role", 29, Duplicate { id: "buur".to_owned() }),
        ("part-too-long", 27, TextTooLong { key: "text", most: 400 }),
        ("part-that-wins", 28, UnknownKey { key: "wins".to_owned() }),
        ("card-of-no-deck", 17, UnknownValue { key: "deck", value: "joker".to_owned() }),
        ("card-with-points", 20, UnknownKey { key: "points".to_owned() }),
        ("card-with-an-unknown-word", 15, UnknownPlaceholder { name: "burger".to_owned() }),
        ("starter-that-is-a-rule", 17, StarterWithoutEllipsis),
        ("starter-without-words", 17, StarterWithoutEllipsis),
        ("agreement-without-words", 17, EmptyText { key: "text" }),
        ("hidden-in-a-comment", 16, HiddenCharacter { code_point: 0x200B }),
        ("two-lines-in-one", 17, HiddenCharacter { code_point: 0xA }),
        ("markup-in-a-word", 17, Markup),
        ("entity-in-an-instrument", 17, Markup),
    ]
}

const BASE: &str = concat!(
    include_str!("specimens/head.toml"),
    r#"
[[question]]
id = "B1"
version = 1
text = "Wat zag je bij de {inwoner}?"
why = "Daarom."
theme = "thema"
aspect = "event"
depth = 1
kinds = ["*"]
minutes = 2
moments = ["later"]
"#
);

fn base() -> Pack {
    Pack::read(BASE).expect("the base reads")
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/specimens/broken")
}

/// Reads a file as somebody would who opens it: by itself, or beside the base if it says so.
fn read(name: &str) -> Result<Pack, PackError> {
    let text = fs::read_to_string(folder().join(name).with_extension("toml")).expect("the file is there");
    if text.contains("\nextends = ") { Pack::read_beside(&text, &base()) } else { Pack::read(&text) }
}

#[test]
fn each_is_refused_at_its_line_for_its_own_reason() {
    for (name, line, code) in specimens() {
        assert_eq!(read(name), Err(PackError { line, code }), "{name}");
    }
}

#[test]
fn there_are_at_least_forty_and_none_is_forgotten() {
    let named: BTreeSet<String> = specimens().iter().map(|(name, ..)| format!("{name}.toml")).collect();
    let entries = fs::read_dir(folder()).expect("the folder is there");
    let files: BTreeSet<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(named, files);
    assert!(files.len() >= 40, "{}", files.len());
}

/// Without its one fault each would be a pack: otherwise a specimen might be refused for another
/// reason tomorrow, and nobody would know which rule went.
#[test]
fn what_they_share_is_well() {
    let head = fs::read_to_string(folder().join("unknown-base.toml")).expect("it is there");
    let well = head.replace("\"elders\"", "\"proef\"");
    let pack = Pack::read_beside(&well, &base()).expect("the head alone is a pack");
    assert_eq!((pack.header().extends.as_deref(), pack.questions().len()), (Some("proef"), 0));
}

/// What `cargo xtask handbook` says about each: words, and what the fault is about by its name.
#[test]
fn each_has_a_reason_in_words() {
    for (name, _, code) in specimens() {
        let reason = reasons::Refusal(&code).to_string();
        assert!(reason.split(' ').count() >= 4, "{name}: {reason}");
        let data = format!("{code:?}");
        // Every text among the data of a fault: `key: "…"`, `id: "…"`.
        for named in data.split(": \"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(reason.contains(named), "{name}: {reason} does not name {named}");
        }
        assert!(!reason.contains(['{', '}']), "{name}: {reason}");
    }
}

/// What it advises has words too.
#[test]
fn advice_has_words() {
    let word = || "middels".to_owned();
    let codes = [
        LintCode::ManySentences { sentences: 3 },
        LintCode::LongSentence { words: 16 },
        LintCode::LongExplanation { words: 61 },
        LintCode::Duty { word: word() },
        LintCode::Blame { phrase: word() },
        LintCode::Closed,
        LintCode::Score { word: word() },
        LintCode::Ranking { word: word() },
        LintCode::HardWord { word: word() },
        LintCode::NoIntention { kind: "week".into() },
        LintCode::FewQuestions { kind: "week".into(), moment: Moment::Later, questions: 2 },
    ];
    let advice: BTreeSet<String> = codes.iter().map(|code| reasons::Advice(code).to_string()).collect();
    assert_eq!(advice.len(), codes.len(), "each its own: {advice:?}");
    assert!(advice.iter().all(|advice| advice.contains(' ')), "{advice:?}");
}

/// A file of a megabyte is made here and not kept.
fn too_large() -> Fault {
    let huge = format!("{BASE}{}", "#".repeat(MAX_PACK_BYTES));
    Pack::read(&huge).expect_err("larger than a pack may be").code
}

/// The names of all faults, and the place of each among them. A fault that is not here does not
/// compile.
macro_rules! faults {
    ($($name:ident),+ $(,)?) => {
        const FAULTS: &[&str] = &[$(stringify!($name)),+];

        const fn name_of(fault: &Fault) -> &'static str {
            match fault {
                $(Fault::$name { .. } => stringify!($name)),+
            }
        }
    };
}

faults! {
    TooLarge, NotToml, NewerFormat, UnknownKey, MissingKey, WrongType, OutOfBounds, UnknownValue, EmptyText,
    TextTooLong, TooMany, EmptyList, UnusableId, Duplicate, UnknownReference, NotAFollowUp, NestedFollowUp,
    FollowUpParents, NarrowerThanParent, IntentionLooksElsewhere, IntentionInAChain, UnknownPlaceholder,
    StrayBrace, HiddenCharacter, Markup, UnusableUrl, UnknownBase, KeyOfOtherShape,
    StarterWithoutEllipsis,
}

#[test]
fn every_fault_has_a_specimen() {
    let mut shown: BTreeSet<&str> = specimens().iter().map(|(_, _, fault)| name_of(fault)).collect();
    shown.insert(name_of(&too_large()));
    let without: Vec<&&str> = FAULTS.iter().filter(|name| !shown.contains(**name)).collect();
    assert!(without.is_empty(), "no specimen for {without:?}");
}

/// What must never come into a sheet has no key, in any table in which somebody might look for one.
#[test]
fn nothing_makes_a_duty_a_count_or_a_score() {
    let sheet = format!(
        "{}\n[[form]]\nid = \"blad\"\nversion = 1\nname = \"Blad\"\nexplanation = \"Om te schrijven.\"\n\
         about = \"nobody\"\n\n[[form.field]]\nid = \"a\"\nlabel = \"Iets\"\nshape = \"choice\"\n\
         options = [{{ id = \"x\", label = \"Dit\" }}, {{ id = \"y\", label = \"Dat\" }}]\n\n\
         [[method]]\nid = \"m\"\nname = \"Zo\"\nexplanation = \"Om te kijken.\"\n\n\
         [[method.step]]\ntext = \"Vertel.\"\nminutes = 5\n\n\
         [[role]]\nid = \"r\"\nname = \"Buur\"\nexplanation = \"Je woont ernaast.\"\n\n\
         [[card]]\nid = \"k\"\ndeck = \"frame\"\ntitle = \"Kijk\"\ntext = \"Zeg wat je ziet.\"\n\n\
         [[starter]]\nid = \"b\"\ntext = \"Als …\"\n\n\
         [[agreement]]\nid = \"s\"\ntext = \"Dit blijft hier.\"\n\n\
         [[case]]\nid = \"c\"\ntitle = \"Zo was het\"\nparagraphs = [\"Er was eens.\"]\n\n\
         [[case.role]]\nrole = \"r\"\ntext = \"Je zag het.\"\n",
        fs::read_to_string(folder().join("unknown-base.toml"))
            .expect("it is there")
            .replace("elders", "proef")
    );
    assert!(Pack::read_beside(&sheet, &base()).is_ok());
    let keys = [
        "required",
        "mandatory",
        "optional",
        "score",
        "weight",
        "value",
        "points",
        "progress",
        "total",
        "count",
        "order",
        "rank",
        "rating",
        "scale",
        "least",
        "minimum",
        "complete",
        "deadline",
        "streak",
        "badge",
        "winner",
        "turns",
    ];
    let places = [
        "extends = \"proef\"",
        "about = \"nobody\"",
        "shape = \"choice\"",
        "text = \"Vertel.\"",
        "name = \"Buur\"",
        "deck = \"frame\"",
        "text = \"Als …\"",
        "text = \"Dit blijft hier.\"",
        "title = \"Zo was het\"",
        "role = \"r\"",
    ];
    for (key, place) in keys.iter().flat_map(|key| places.map(|place| (key, place))) {
        let changed = sheet.replacen(place, &format!("{place}\n{key} = 1"), 1);
        let code = Pack::read_beside(&changed, &base()).expect_err("no such key").code;
        assert_eq!(code, UnknownKey { key: (*key).to_owned() }, "{key} after {place}");
    }
    for key in keys {
        let changed = sheet.replacen("id = \"x\",", &format!("id = \"x\", {key} = 1,"), 1);
        let code = Pack::read_beside(&changed, &base()).expect_err("no such key").code;
        assert_eq!(code, UnknownKey { key: key.to_owned() }, "{key} of an option");
    }
}
