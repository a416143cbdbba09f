//! Packs from strangers: each fault is refused with its line and its code, and nothing panics.

mod chains;
mod mutations;
mod practice;
mod sheets;

use handbook::{Fault, HouseRules, MAX_PACK_BYTES, Pack, PackError, Words};

const HEAD: &str = include_str!("../specimens/head.toml");
const QUESTION: &str = r#"
[[question]]
id = "V1"
version = 1
text = "Wat zag je bij de {inwoner}?"
why = "Daarom."
theme = "thema"
aspect = "event"
depth = 1
kinds = ["*"]
minutes = 2
moments = ["later"]
"#;

fn specimen() -> String {
    format!("{HEAD}{QUESTION}")
}

/// Refuses the specimen after one change, at the line where the change stands.
#[track_caller]
fn refused(from: &str, to: &str, code: Fault) {
    let good = specimen();
    assert_eq!(good.matches(from).count(), 1, "{from:?} must stand once in the specimen");
    let line = good[..good.find(from).expect("counted")].matches('\n').count() + 1;
    let line = u32::try_from(line).expect("a short specimen");
    let bad = good.replace(from, to);
    assert_eq!(Pack::read(&bad).expect_err("a pack with a fault"), PackError { line, code });
}

/// Refuses the specimen after one change, whatever line is named.
#[track_caller]
fn refused_somewhere(from: &str, to: &str, code: &Fault) {
    let bad = specimen().replace(from, to);
    assert_eq!(&Pack::read(&bad).expect_err("a pack with a fault").code, code);
}

#[test]
fn the_specimen_itself_is_good() {
    let pack = Pack::read(&specimen()).expect("good");
    let question = pack.question(&"V1".into()).expect("it is there");
    assert_eq!(pack.resolve(&question.text, Words::default()), "Wat zag je bij de inwoner?");
    assert_eq!(question.line, u32::try_from(HEAD.matches('\n').count()).expect("short") + 2);
}

#[test]
fn too_large_is_refused_before_it_is_read() {
    let huge = format!("{}{}", specimen(), "#".repeat(MAX_PACK_BYTES));
    let error = PackError { line: 1, code: Fault::TooLarge { most: MAX_PACK_BYTES } };
    assert_eq!(Pack::read(&huge), Err(error));
}

#[test]
fn what_is_no_toml_names_its_line() {
    refused("title = \"Een bron\"", "title = \"Een bron", Fault::NotToml);
    refused("depth = 1", "depth = = 1", Fault::NotToml);
    assert_eq!(Pack::read("\u{0}\u{1}").map_err(|error| error.line), Err(1));
    assert_eq!(Pack::read("").map_err(|error| error.code), Err(Fault::MissingKey { key: "pack" }));
}

#[test]
fn a_key_given_twice_is_refused() {
    refused_somewhere("depth = 1", "depth = 1\ndepth = 1", &Fault::NotToml);
}

#[test]
fn depth_has_a_floor() {
    let deep = format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(Pack::read(&deep).map_err(|error| error.code), Err(Fault::NotToml));
}

#[test]
fn a_newer_format_says_so() {
    refused("format = 1", "format = 2", Fault::NewerFormat { newest: 1 });
}

#[test]
fn an_unknown_key_is_refused_wherever_it_stands() {
    let unknown = |key: &str| Fault::UnknownKey { key: key.to_owned() };
    refused("level = \"B1\"", "levels = 1\nlevel = \"B1\"", unknown("levels"));
    refused("depth = 1", "dept = 1\ndepth = 1", unknown("dept"));
    refused("title = \"Een bron\"", "author = \"X\"\ntitle = \"Een bron\"", unknown("author"));
    refused("[[source]]", "[[sheet]]\nid = \"x\"\n\n[[source]]", unknown("sheet"));
    refused("client = {", "burger = { one = \"burger\", many = \"burgers\" }\nclient = {", unknown("burger"));
    let long = "k".repeat(500);
    refused("depth = 1", &format!("{long} = 1\ndepth = 1"), unknown(&"k".repeat(40)));
}

#[test]
fn a_missing_key_names_its_table() {
    refused_somewhere("why = \"Daarom.\"\n", "", &Fault::MissingKey { key: "why" });
    refused_somewhere("own_wording = true\n", "", &Fault::MissingKey { key: "own_wording" });
    let start = HEAD.matches('\n').count() + 2;
    let bad = specimen().replace("why = \"Daarom.\"\n", "");
    assert_eq!(Pack::read(&bad).map_err(|error| error.line), Err(u32::try_from(start).expect("short")));
}

#[test]
fn a_value_of_another_type_is_refused() {
    refused("why = \"Daarom.\"", "why = 7", Fault::WrongType { key: "why" });
    refused("depth = 1", "depth = \"1\"", Fault::WrongType { key: "depth" });
    refused("depth = 1", "depth = 1.0", Fault::WrongType { key: "depth" });
    refused("conversation = true", "conversation = []", Fault::WrongType { key: "conversation" });
    refused("kinds = [\"*\"]", "kinds = \"*\"", Fault::WrongType { key: "kinds" });
    refused("depth = 1", "intention = \"yes\"\ndepth = 1", Fault::WrongType { key: "intention" });
    refused("depth = 1", "only_as_follow_up = 1\ndepth = 1", Fault::WrongType { key: "only_as_follow_up" });
    refused("depth = 1", "moods = \"calm\"\ndepth = 1", Fault::WrongType { key: "moods" });
    refused("depth = 1", "follow_up = \"V 2\"\ndepth = 1", Fault::UnusableId { key: "follow_up" });
    refused("minutes = 2", "minutes = 2000-01-01", Fault::WrongType { key: "minutes" });
    refused("kandidaat = {", "kandidaat = 7 # {", Fault::WrongType { key: "kandidaat" });
    refused_somewhere(QUESTION, "question = 1", &Fault::UnknownKey { key: "question".to_owned() });
}

#[test]
fn numbers_keep_their_bounds() {
    refused("depth = 1", "depth = 4", Fault::OutOfBounds { key: "depth", least: 1, most: 3 });
    refused("depth = 1", "depth = -1", Fault::OutOfBounds { key: "depth", least: 1, most: 3 });
    let huge = "depth = 99999999999999999999999999999999999999999999";
    refused("depth = 1", huge, Fault::OutOfBounds { key: "depth", least: 1, most: 3 });
}

/// The specimen with house rules, and the line at which their table begins.
fn with_house(rules: &str) -> (String, u32) {
    let pack = specimen();
    let (before, after) = pack.split_once("[words.resident]").expect("it is there");
    let line = before.matches('\n').count() + 1;
    (
        format!("{before}[house]\n{rules}\n\n[words.resident]{after}"),
        u32::try_from(line).expect("a short specimen"),
    )
}

#[test]
fn house_rules_may_be_there_and_shorten_only() {
    let read = |rules: &str| Pack::read(&with_house(rules).0).map(|pack| pack.house().clone());
    let line = with_house("").1;
    assert_eq!(Pack::read(&specimen()).expect("good").house(), &HouseRules::default());
    assert_eq!(read(""), Ok(HouseRules { line, ..HouseRules::default() }));
    let safety = Some("Bel het team van de {inwoner}.".to_owned());
    assert_eq!(
        read("longest_days = 30\nsafety = \"Bel het team van de {inwoner}.\""),
        Ok(HouseRules { longest_days: Some(30), safety, line, ..HouseRules::default() })
    );
    for (days, is_well) in [("1", true), ("180", true), ("0", false), ("181", false), ("-30", false)] {
        assert_eq!(read(&format!("longest_days = {days}")).is_ok(), is_well, "{days} days");
    }
}

#[test]
fn a_fault_in_house_rules_has_its_line() {
    let bounds = Fault::OutOfBounds { key: "longest_days", least: 1, most: 180 };
    let hidden = |code_point| Fault::HiddenCharacter { code_point };
    let faults = [
        ("longest_days = 181", bounds.clone()),
        ("longest_days = 0", bounds.clone()),
        ("longest_days = 99999999999999999999", bounds),
        ("longest_days = \"altijd\"", Fault::WrongType { key: "longest_days" }),
        ("longest_days = 1e3", Fault::WrongType { key: "longest_days" }),
        ("shortest_days = 3", Fault::UnknownKey { key: "shortest_days".to_owned() }),
        ("safety = \"\"", Fault::EmptyText { key: "safety" }),
        ("safety = [\"Bel.\"]", Fault::WrongType { key: "safety" }),
        ("safety = \"<a>Bel</a>\"", Fault::Markup),
        ("safety = \"Bel {\"", Fault::StrayBrace),
        ("safety = \"Bel \\u202E112.\"", hidden(0x202E)),
        ("safety = \"Bel\\n112.\"", hidden(0x0A)),
    ];
    for (rules, code) in faults {
        let (text, line) = with_house(rules);
        assert_eq!(Pack::read(&text), Err(PackError { line: line + 1, code }), "{rules}");
    }
    let (long, line) = with_house(&format!("safety = \"{}\"", "a".repeat(601)));
    let code = Fault::TextTooLong { key: "safety", most: 600 };
    assert_eq!(Pack::read(&long), Err(PackError { line: line + 1, code }));
    // A placeholder is looked up when the words are known: the line is that of the table.
    let (text, line) = with_house("longest_days = 30\nsafety = \"Bel {hem}.\"");
    let code = Fault::UnknownPlaceholder { name: "hem".to_owned() };
    assert_eq!(Pack::read(&text), Err(PackError { line, code }));
    refused(
        "[words.resident]",
        "house = 7\n\n[words.resident]",
        Fault::UnknownKey { key: "house".to_owned() },
    );
}

#[test]
fn words_of_the_format_are_its_own() {
    let unknown = |key, value: &str| Fault::UnknownValue { key, value: value.to_owned() };
    refused("aspect = \"event\"", "aspect = \"gebeurtenis\"", unknown("aspect", "gebeurtenis"));
    refused("language = \"nl\"", "language = \"fy\"", unknown("language", "fy"));
    refused("version = \"1\"", "version = \"1.x\"", unknown("version", "1.x"));
    refused("moments = [\"later\"]", "moments = [\"ooit\"]", unknown("moments", "ooit"));
    refused("depth = 1", "baggage = [\"koffer\"]\ndepth = 1", unknown("baggage", "koffer"));
    refused("depth = 1", "group = \"old\"\ndepth = 1", unknown("group", "old"));
    refused("depth = 1", "moods = [\"boos\"]\ndepth = 1", unknown("moods", "boos"));
}

#[test]
fn lists_are_neither_empty_nor_endless() {
    refused("kinds = [\"*\"]", "kinds = []", Fault::EmptyList { key: "kinds" });
    let many = format!("kinds = [{}]", "\"gesprek\",".repeat(41));
    refused("kinds = [\"*\"]", &many, Fault::TooMany { key: "kinds", most: 40 });
    let questions: String = (0..2_001).map(|n| QUESTION.replace("\"V1\"", &format!("\"V{n}\""))).collect();
    let error = Pack::read(&format!("{HEAD}{questions}")).expect_err("too many");
    assert_eq!(error.code, Fault::TooMany { key: "question", most: 2_000 });
}

#[test]
fn ids_are_plain_unique_and_lead_somewhere() {
    let unusable = Fault::UnusableId { key: "id" };
    refused("id = \"V1\"", "id = \"V 1\"", unusable.clone());
    refused("id = \"V1\"", "id = \"\"", unusable.clone());
    refused("id = \"V1\"", "id = \"-V1\"", unusable.clone());
    refused("id = \"V1\"", &format!("id = \"{}\"", "V".repeat(41)), unusable);
    refused("kinds = [\"*\"]", "kinds = [\"../x\"]", Fault::UnusableId { key: "kinds" });
    let unknown = |key, id: &str| Fault::UnknownReference { key, id: id.to_owned() };
    refused_somewhere("theme = \"thema\"", "theme = \"weg\"", &unknown("theme", "weg"));
    refused_somewhere("kinds = [\"*\"]", "kinds = [\"weg\"]", &unknown("kinds", "weg"));
    refused_somewhere("sources = [\"bron\"]", "sources = [\"weg\"]", &unknown("sources", "weg"));
    refused_somewhere("depth = 1", "sources = [\"weg\"]\ndepth = 1", &unknown("sources", "weg"));
    let twice = |id: &str| Fault::Duplicate { id: id.to_owned() };
    refused_somewhere("id = \"bericht\"", "id = \"gesprek\"", &twice("gesprek"));
    refused_somewhere(QUESTION, &format!("{QUESTION}{QUESTION}"), &twice("V1"));
    refused_somewhere("many = \"inwoners\"", "many = \"inwoner\"", &twice("inwoner"));
    refused_somewhere("many = \"consulenten\"", "many = \"inwoner\"", &twice("inwoner"));
}

#[test]
fn placeholders_are_known_and_closed() {
    let text = "text = \"Wat zag je bij de {inwoner}?\"";
    let unknown = |name: &str| Fault::UnknownPlaceholder { name: name.to_owned() };
    refused_somewhere(text, "text = \"Wat zag je bij de {klant}?\"", &unknown("klant"));
    refused_somewhere("why = \"Daarom.\"", "why = \"Om {hem}.\"", &unknown("hem"));
    refused(text, "text = \"Wat zag je bij de {inwoner?\"", Fault::StrayBrace);
    refused(text, "text = \"Wat zag je bij de inwoner}?\"", Fault::StrayBrace);
    refused(text, "text = \"Wat zag je bij de {{inwoner}}?\"", Fault::StrayBrace);
    refused(text, "text = \"Wat zag je bij de {}?\"", Fault::StrayBrace);
    refused("one = \"klant\"", "one = \"{klant}\"", Fault::StrayBrace);
}

#[test]
fn texts_are_short_visible_and_no_markup() {
    let why = "why = \"Daarom.\"";
    let hidden = |code_point| Fault::HiddenCharacter { code_point };
    refused(why, "why = \"  \"", Fault::EmptyText { key: "why" });
    refused(why, &format!("why = \"{}\"", "a".repeat(601)), Fault::TextTooLong { key: "why", most: 600 });
    refused(why, "why = \"<b>Daarom</b>\"", Fault::Markup);
    refused(why, "why = \"Daarom &lt;\\u0073cript&gt;\"", Fault::Markup);
    refused(why, "why = \"Daarom&#60;\"", Fault::Markup);
    refused(why, "why = \"Daar\\nom\"", hidden(0x0A));
    refused(why, "why = \"Daar\\u0000om\"", hidden(0));
    refused(why, "why = \"Daar\\u202Eom\"", hidden(0x202E));
    refused(why, "why = \"Daar\u{200B}om\"", hidden(0x200B));
    refused(why, "why = \"Daarom.\" # \u{2066}", hidden(0x2066));
    refused(why, "why = \"\u{FEFF}\"", hidden(0xFEFF));
}

#[test]
fn an_ampersand_between_words_is_no_markup() {
    let text = specimen().replace("why = \"Daarom.\"", "why = \"Werk & inkomen; zo heet het.\"");
    assert!(Pack::read(&text).is_ok());
}

#[test]
fn addresses_are_https_and_nothing_else() {
    for url in ["http://a.nl", "javascript:alert(1)", "https://", "https://a b.nl", "https://a.nl/\\\"x"] {
        let to = format!("url = \"{url}\"\ntitle = \"Een bron\"");
        refused("title = \"Een bron\"", &to, Fault::UnusableUrl);
    }
}
