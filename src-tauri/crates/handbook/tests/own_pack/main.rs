//! The pack of an organisation beside ours: the example that people learn from, and what joining
//! may and may not do.

mod reach;

use std::collections::BTreeSet;

use handbook::{
    About, Choice, Deck, Fault, HouseRules, Language, Pack, PackError, Place, Shape, Words, lint_beside,
};

const DUTCH: &str = include_str!("../../../../../assets/handbook/nl/dichterbij.toml");
const ENGLISH: &str = include_str!("../../../../../assets/handbook/en/dichterbij.toml");
const README: &str = include_str!("../../../../../assets/handbook/README.md");

fn ours() -> Pack {
    Pack::read(DUTCH).expect("the Dutch edition reads")
}

/// The example of the page for people who write packs.
fn example() -> &'static str {
    let (_, from) = README.split_once("```toml\n").expect("an example");
    from.split_once("```").expect("its end").0
}

fn theirs() -> Pack {
    Pack::read_beside(example(), &ours()).expect("the example reads")
}

/// A pack of an organisation with nothing but this in it.
fn small(id: &str, more: &str) -> String {
    let (head, _) = example().split_once("[house]").expect("house rules");
    format!("{}\n{more}", head.replace("\"voorbeeldstad\"", &format!("\"{id}\"")))
}

fn beside(id: &str, more: &str) -> Pack {
    Pack::read_beside(&small(id, more), &ours()).expect("a small pack")
}

#[test]
fn the_example_is_whole_and_kind() {
    let (ours, pack) = (ours(), theirs());
    assert_eq!(lint_beside(&pack, &ours), []);
    assert_eq!(pack.header().extends.as_deref(), Some("dichterbij"));
    assert_eq!((pack.house().longest_days, pack.house().safety.is_some()), (Some(90), true));
    assert!(pack.house().protocol.as_ref().is_some_and(|protocol| protocol.starts_with("Wij beginnen")));
    let counts = [pack.instruments().len(), pack.kinds().len(), pack.questions().len(), pack.methods().len()];
    assert_eq!(counts, [2, 1, 3, 1]);
    assert_eq!([pack.terms().len(), pack.cases().len(), pack.companion().len()], [1, 1, 1]);
    assert_eq!([pack.roles().len(), pack.starters().len(), pack.agreements().len()], [1, 1, 1]);
    let decks: Vec<_> = pack.cards().iter().map(|card| (card.id.as_str(), card.deck)).collect();
    assert_eq!(
        decks,
        [("voorbeeldstad-drempel", Deck::Frame), ("voorbeeldstad-meedoen", Deck::Word)],
        "two piles"
    );
    let [part] = &pack.cases()[0].roles[..] else { panic!("one part: {:?}", pack.cases()) };
    assert_eq!((&part.role, part.text.starts_with("Je zag haar")), (&pack.roles()[0].id, true));
    assert!(part.line > pack.cases()[0].line, "its own line");
    assert!(pack.starters()[0].text.ends_with('…'));
    assert_eq!(pack.questions()[0].privacy.as_deref(), Some("Schrijf geen straat of huisnummer op."));
    assert_eq!(pack.questions().iter().map(|q| q.never_together).collect::<Vec<_>>(), [false, false, true]);

    let form = pack.form("voorbeeldstad", "voorbeeldstad-keuze").expect("the sheet");
    assert_eq!((form.about, form.version, form.person_free, form.compare), (About::Contact, 1, false, false));
    let shapes: Vec<&Shape> = form.fields.iter().map(|field| &field.shape).collect();
    assert!(matches!(shapes[0], Shape::Text { repeated: false }) && form.fields[0].suggests_instruments);
    assert!(matches!(shapes[1], Shape::Text { repeated: true }) && !form.fields[1].suggests_instruments);
    assert!(matches!(shapes[2], Shape::Columns { columns, repeated: true } if columns.len() == 2));
    assert!(matches!(shapes[3], Shape::Choice { options, many: true } if options[2].id == "gesprek"));
    assert!(matches!(shapes[4], Shape::Date { asks: Some(_), after_days: Some(42) }));
    assert_eq!(pack.form("dichterbij", "voorbeeldstad-keuze"), None, "a form is of its own pack");
    let steps: Vec<_> = pack.methods()[0].steps.iter().map(|s| (s.who.is_some(), s.minutes)).collect();
    assert_eq!(steps, [(true, 5), (false, 10)]);
    let of_pack = pack.questions().iter().map(|q| &q.pack).chain(pack.kinds().iter().map(|kind| &kind.pack));
    assert!(of_pack.chain([&form.pack]).all(|id| id == "voorbeeldstad"));
}

/// The page names every key that the example shows, and every value of a key that has few.
#[test]
fn the_page_explains_every_key_of_the_example() {
    let (before, from) = README.split_once("```toml\n").expect("an example");
    let (example, after) = from.split_once("```").expect("its end");
    let prose = format!("{before}{after}");
    let keys = example.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
    for key in keys.filter(|key| key.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_')) {
        assert!(prose.contains(&format!("`{key}`")), "{key} is not explained");
    }
    for table in example.lines().filter(|line| line.starts_with('[')) {
        assert!(prose.contains(&format!("**`{table}`**")), "{table} is not explained");
    }
}

#[test]
fn a_pack_that_builds_on_another_needs_it() {
    let unknown = |id: &str| Fault::UnknownBase { id: id.to_owned() };
    let alone = Pack::read(example()).expect_err("it builds on ours");
    assert_eq!(alone.code, unknown("dichterbij"));
    assert!(alone.builds_on("dichterbij") && !alone.builds_on("elders"));
    assert_eq!(
        alone.line,
        1 + u32::try_from(example().lines().position(|l| l.starts_with("extends")).expect("it is there"))
            .expect("short")
    );
    let none = Pack::read_beside(&example().replace("extends = \"dichterbij\"\n", ""), &ours());
    assert_eq!(none.map_err(|error| error.code), Err(unknown("")));
    let english = Pack::read(ENGLISH).expect("it reads");
    let other = Pack::read_beside(example(), &english).map_err(|error| error.code);
    assert_eq!(other, Err(Fault::UnknownValue { key: "language", value: "nl".to_owned() }));
    // It may build on ours when another one is already there.
    assert!(Pack::read_beside(&small("huis", ""), &ours().with(&[&theirs()])).is_ok());
}

#[test]
fn a_language_is_told_from_a_pack_with_faults() {
    assert_eq!(Pack::language_of(DUTCH), Some(Language::Nl));
    assert_eq!(Pack::language_of(ENGLISH), Some(Language::En));
    assert_eq!(Pack::language_of("[pack]\nlanguage = \"en\"\nnonsense = 1"), Some(Language::En));
    let huge = format!("{DUTCH}{}", "#".repeat(handbook::MAX_PACK_BYTES));
    for text in ["", "[pack", "pack = 1", "[pack]\nlanguage = 1", "[pack]\nlanguage = \"fy\"", huge.as_str()]
    {
        assert_eq!(Pack::language_of(text), None);
    }
}

#[test]
fn what_the_base_has_is_taken() {
    let base = ours().with(&[&theirs()]);
    let taken = [
        ("[[kind]]\nid = \"huisbezoek\"\nlabel = \"X\"\nconversation = true", "huisbezoek"),
        ("[[source]]\nid = \"eigen\"\ntitle = \"X\"\nread = \"X\"", "eigen"),
        ("[[theme]]\nid = \"ruimte\"\nname = \"X\"\nexplanation = \"X\"\nsources = [\"eigen\"]", "ruimte"),
        ("[[instrument]]\nid = \"maatje\"\nname = \"X\"\nexplanation = \"X\"", "maatje"),
        (
            "[[case]]\nid = \"voorbeeldstad-brieven\"\ntitle = \"X\"\nparagraphs = [\"X\"]",
            "voorbeeldstad-brieven",
        ),
        (
            "[[role]]\nid = \"voorbeeldstad-vrijwilliger\"\nname = \"X\"\nexplanation = \"X\"",
            "voorbeeldstad-vrijwilliger",
        ),
        (
            "[[card]]\nid = \"voorbeeldstad-meedoen\"\ndeck = \"frame\"\ntitle = \"X\"\ntext = \"X\"",
            "voorbeeldstad-meedoen",
        ),
        ("[[starter]]\nid = \"voorbeeldstad-stil\"\ntext = \"X …\"", "voorbeeldstad-stil"),
        ("[[agreement]]\nid = \"voorbeeldstad-binnen\"\ntext = \"X\"", "voorbeeldstad-binnen"),
    ];
    for (more, id) in taken {
        let error = Pack::read_beside(&small("huis", more), &base).expect_err("an id that is taken");
        assert_eq!(error.code, Fault::Duplicate { id: id.to_owned() });
    }
    // A word may be explained again, in the organisation's way.
    let term = "[[term]]\nword = \"wijkteam\"\nexplanation = \"Anders.\"";
    let again = Pack::read_beside(&small("huis", term), &base).expect("a word of its own");
    let joined = base.with(&[&again]);
    let explained: Vec<_> = joined.terms().iter().filter(|term| term.word == "wijkteam").collect();
    assert_eq!((explained.len(), explained[0].pack.as_str()), (1, "huis"));
}

#[test]
fn packs_that_bring_the_same_clash() {
    let (ours, theirs) = (ours(), theirs());
    assert_eq!(ours.clash(&theirs), None);
    assert_eq!(theirs.clash(&ours), None);
    assert_eq!(theirs.clash(&theirs), Some("voorbeeldstad".to_owned()));
    let same_id = beside("voorbeeldstad", "");
    assert_eq!(theirs.clash(&same_id), Some("voorbeeldstad".to_owned()));
    let kind = beside("huis", "[[kind]]\nid = \"wijkspreekuur\"\nlabel = \"X\"\nconversation = true");
    assert_eq!(theirs.clash(&kind), Some("wijkspreekuur".to_owned()));
    assert_eq!(ours.clash(&kind), None);
    assert_eq!(ours.with(&[&theirs]).clash(&kind), Some("wijkspreekuur".to_owned()));
    let form = small("huis", "").replace("\"huis\"", "\"elders\"")
        + &example()
            [example().find("[[form]]").expect("a form")..example().find("[[method]]").expect("a method")]
            .replace("\"wijkspreekuur\"", "\"huisbezoek\"")
            .replace("\"voorbeeldstad-wijk\"", "\"ruimte\"")
            .replace("\"voorbeeldstad-visie\"", "\"eigen\"");
    let form = Pack::read_beside(&form, &ours).expect("a form of the same id");
    assert_eq!(theirs.clash(&form), Some("voorbeeldstad-keuze".to_owned()));
    let practice = [
        ("role", "vrijwilliger", "name = \"X\"\nexplanation = \"X\""),
        ("card", "drempel", "deck = \"word\"\ntitle = \"X\"\ntext = \"X\""),
        ("starter", "stil", "text = \"X …\""),
        ("agreement", "binnen", "text = \"X\""),
    ]
    .map(|(table, id, more)| {
        let id = format!("voorbeeldstad-{id}");
        let other = beside(&format!("huis-{table}"), &format!("[[{table}]]\nid = \"{id}\"\n{more}"));
        assert_eq!(theirs.clash(&other), Some(id), "{table}");
        assert_eq!(ours.clash(&other), None, "{table}");
        other
    });
    // Whoever joins them all the same gets one of each, the first.
    let [role, card, starter, agreement] = &practice;
    let one = ours.with(&[&theirs]);
    let all = ours.with(&[&theirs, role, card, starter, agreement]);
    assert_eq!(all.roles(), one.roles());
    assert_eq!(all.cards(), one.cards());
    assert_eq!((all.starters(), all.agreements()), (one.starters(), one.agreements()));
    let both = ours.with(&[&theirs, &kind, &form, &theirs]);
    assert_eq!(both.kinds().iter().filter(|kind| kind.id.as_str() == "wijkspreekuur").count(), 1);
    assert_eq!(both.headers().len(), 4);
}

/// A case of an organisation is played with its own roles and with those of the pack beside it.
#[test]
fn a_case_names_the_roles_of_both() {
    let role = |id: &str| format!("[[role]]\nid = \"{id}\"\nname = \"X\"\nexplanation = \"X\"\n\n");
    let part = |id: &str| format!("[[case.role]]\nrole = \"{id}\"\ntext = \"Jij weet het al.\"\n\n");
    let case = "[[case]]\nid = \"huis-brief\"\ntitle = \"X\"\nparagraphs = [\"X\"]\n\n";
    let base = ours().with(&[&theirs()]);
    let parts = part("voorbeeldstad-vrijwilliger") + &part("huis-buur");
    let text = small("huis", &format!("{}{case}{parts}", role("huis-buur")));
    let pack = Pack::read_beside(&text, &base).expect("roles of both");
    let joined = base.with(&[&pack]);
    let played = joined.cases().last().expect("their case");
    let roles: Vec<&str> = played.roles.iter().map(|part| part.role.as_str()).collect();
    assert_eq!(roles, ["voorbeeldstad-vrijwilliger", "huis-buur"], "in the order of the file");
    assert!(roles.iter().all(|id| joined.roles().iter().any(|role| role.id == *id)));
    // Without the pack that has the role, nobody could take it.
    let code = Fault::UnknownReference { key: "role", id: "voorbeeldstad-vrijwilliger".to_owned() };
    assert_eq!(Pack::read_beside(&text, &ours()).map_err(|error| error.code), Err(code));
}

/// What an organisation says with the words for people is said with those that were chosen.
#[test]
fn placeholders_stand_in_all_that_one_practises_with() {
    let joined = ours().with(&[&theirs()]);
    let words = Words { resident: handbook::ResidentWord::Kandidaat, ..Words::default() };
    let starter = &joined.starters().last().expect("their beginning").text;
    assert_eq!(joined.resolve(starter, words), "Als een kandidaat stil blijft, …");
    let tables = [
        "[[role]]\nid = \"h\"\nname = \"PLACE\"\nexplanation = \"X\"",
        "[[role]]\nid = \"h\"\nname = \"X\"\nexplanation = \"PLACE\"",
        "[[card]]\nid = \"h\"\ndeck = \"word\"\ntitle = \"PLACE\"\ntext = \"X\"",
        "[[card]]\nid = \"h\"\ndeck = \"word\"\ntitle = \"X\"\ntext = \"PLACE\"",
        "[[starter]]\nid = \"h\"\ntext = \"PLACE …\"",
        "[[agreement]]\nid = \"h\"\ntext = \"PLACE\"",
        "[[case]]\nid = \"h\"\ntitle = \"X\"\nparagraphs = [\"X\"]\n[[case.role]]\nrole = \"hr\"\ntext = \"PLACE\"\n\
         [[role]]\nid = \"hr\"\nname = \"X\"\nexplanation = \"X\"",
    ];
    for table in tables {
        let read = |place| Pack::read_beside(&small("huis", &table.replace("PLACE", place)), &ours());
        assert!(read("De {inwoner} en de {consulent}").is_ok(), "{table}");
        let code = |place| read(place).map(|_| ()).map_err(|error| error.code);
        let unknown = Fault::UnknownPlaceholder { name: "burger".to_owned() };
        assert_eq!(code("De {burger}"), Err(unknown), "{table}");
        assert_eq!(code("De {inwoner"), Err(Fault::StrayBrace), "{table}");
        assert_eq!(code("De <b>"), Err(Fault::Markup), "{table}");
    }
}

#[test]
fn the_shortest_term_and_the_last_word_hold() {
    let one = beside("een", "[house]\nlongest_days = 60\nsafety = \"Bel een.\"");
    let two = beside("twee", "[house]\nlongest_days = 120\nprotocol = \"Twee.\"");
    let three = beside("drie", "[house]\nsafety = \"Bel drie.\"");
    let house = |others: &[&Pack]| ours().with(others).house().clone();
    let rules = |days, safety: &str, protocol: &str| HouseRules {
        longest_days: Some(days),
        safety: Some(safety.to_owned()),
        protocol: Some(protocol.to_owned()),
        ..HouseRules::default()
    };
    assert_eq!(house(&[]), HouseRules::default());
    assert_eq!(house(&[&one, &two, &three]), rules(60, "Bel drie.", "Twee."));
    assert_eq!(house(&[&three, &two, &one]), rules(60, "Bel een.", "Twee."));

    // Of a pack in another language the rules come along, and none of its questions.
    let english = Pack::read(ENGLISH).expect("it reads");
    let other = english.with(&[&one]);
    assert_eq!(other.house().longest_days, Some(60));
    assert_eq!(other.house().safety.as_deref(), Some("Bel een."));
    assert_eq!((other.headers().len(), other.questions().len()), (1, english.questions().len()));
    let text = small("four", "[house]\nsafety = \"Call four.\"").replace("\"nl\"", "\"en\"");
    let four = Pack::read_beside(&text, &english).expect("an English pack");
    for others in [[&one, &four], [&four, &one]] {
        assert_eq!(english.with(&others).house().safety.as_deref(), Some("Call four."));
    }
}

/// A pack that stands by itself has words of its own, and they are filled with the reader's choice.
#[test]
fn placeholders_of_every_pack_are_filled() {
    let head = include_str!("../specimens/head.toml")
        .replace("one = \"inwoner\", many = \"inwoners\"", "one = \"burger\", many = \"burgers\"");
    let question = DUTCH[DUTCH.find("[[question]]").expect("a question")..]
        .split("\n\n")
        .next()
        .expect("the first")
        .replace("theme = \"werkrelatie\"", "theme = \"thema\"");
    let text = question.lines().map(|line| match line.split_once(" = ").map(|(key, _)| key) {
        Some("text") => "text = \"Wat zag {burger} en {consulent}?\"",
        Some("follow_up") => "",
        _ => line,
    });
    let text = text.collect::<Vec<_>>().join("\n").replace("\"D01\"", "\"X1\"");
    let alone = Pack::read(&format!("{head}\n{text}")).expect("a pack by itself");
    let joined = ours().with(&[&alone]);
    let words = Words { resident: handbook::ResidentWord::Klant, ..Words::default() };
    let question = joined.question(&"X1".into()).expect("it was joined");
    assert_eq!(joined.resolve(&question.text, words), "Wat zag klant en consulent?");
    for text in joined.texts().iter().filter(|text| text.place != Place::Name) {
        let filled = joined.resolve(text.text, words);
        assert!(!filled.contains(['{', '}']), "{filled}");
    }
}

#[test]
fn everything_is_looked_up_in_the_joined_pack() {
    let (ours, theirs) = (ours(), theirs());
    let joined = ours.with(&[&theirs]);
    assert_eq!(joined.header(), ours.header());
    let ids: Vec<&str> = joined.headers().iter().map(|header| header.id.as_str()).collect();
    assert_eq!(ids, ["dichterbij", "voorbeeldstad"]);
    assert_eq!(joined.kinds()[..ours.kinds().len()], *ours.kinds(), "ours first");
    assert_eq!(joined.forms().last(), theirs.forms().last());
    assert_eq!(joined.instruments(), theirs.instruments());
    assert_eq!(joined.roles().last(), theirs.roles().last());
    assert_eq!(joined.cards()[ours.cards().len()..], *theirs.cards(), "both piles behind ours");
    assert_eq!(joined.starters().last(), theirs.starters().last());
    assert_eq!(joined.agreements().last(), theirs.agreements().last());
    assert_eq!(joined.roles().len(), ours.roles().len() + 1);
    assert!(joined.form("voorbeeldstad", "voorbeeldstad-keuze").is_some());
    assert_eq!(joined.follows(&"VB01-verder".into()), Some(&"VB01".into()));
    let question = joined.question(&"VB01".into()).expect("their question");
    assert_eq!(joined.sources_of(question)[0].title, "Zo werken wij");
    let kind = "wijkspreekuur".into();
    assert!(joined.intention(Some(&kind)).is_some_and(|wording| wording.pack == "dichterbij"));
    let seen: BTreeSet<&str> = (0..500)
        .flat_map(|seed| joined.choose(&Choice::new(&kind, 30, seed)))
        .map(|question| question.pack.as_str())
        .collect();
    assert_eq!(seen, BTreeSet::from(["dichterbij", "voorbeeldstad"]), "their kind has questions of both");
    let own = beside(
        "huis",
        &closing("H1", "\"wijkspreekuur-2\"").replace(
            "[[question]]",
            "[[kind]]\nid = \"wijkspreekuur-2\"\nlabel = \"X\"\nconversation = true\n\n[[question]]",
        ),
    );
    let star = beside("ster", &closing("S1", "\"*\""));
    let all = ours.with(&[&own, &star]);
    let wording = |kind: &str| all.intention(Some(&kind.into())).map(|question| question.id.to_string());
    assert_eq!(wording("wijkspreekuur-2").as_deref(), Some("H1"), "named goes before the star");
    assert_eq!(
        wording("voortgang").as_deref().map(|id| id == "S1"),
        Some(!ours.questions().iter().any(|q| q.intention && q.kinds.contains(&"voortgang".into()))),
        "theirs goes before ours"
    );
}

fn closing(id: &str, kind: &str) -> String {
    question(id, "next-step", kind, 2, "\"right-after\", \"later\"", "") + "intention = true\n"
}

fn question(id: &str, aspect: &str, kinds: &str, minutes: u8, moments: &str, baggage: &str) -> String {
    let baggage = if baggage.is_empty() { String::new() } else { format!("baggage = [\"{baggage}\"]\n") };
    format!(
        "[[question]]\nid = \"{id}\"\nversion = 1\ntext = \"Wat zag je?\"\nwhy = \"Daarom.\"\ntheme = \"ruimte\"\n\
         aspect = \"{aspect}\"\ndepth = 1\nkinds = [{kinds}]\nminutes = {minutes}\nmoments = [{moments}]\n{baggage}"
    )
}

#[test]
fn an_error_says_where() {
    let (before, after) = example().split_once("minutes = 2\n").expect("a question");
    let bad = format!("{before}minutes = 0\n{after}");
    let line = u32::try_from(before.matches('\n').count()).expect("short") + 1;
    let code = Fault::OutOfBounds { key: "minutes", least: 1, most: 120 };
    assert_eq!(Pack::read_beside(&bad, &ours()), Err(PackError { line, code }));
}
