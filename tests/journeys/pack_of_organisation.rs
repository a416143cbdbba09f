//! The pack of an organisation: refused with its line, looked over, put to work, switched off,
//! removed; and what was answered to it outlives it.

use std::{collections::BTreeSet, fs};

use boundaries::{App, Options, Page, Words};
use handbook::{Choice, KindId, Pack};

use crate::{
    files,
    guided::{pack, stand_in_order},
    sheets,
    steps::{self, travel},
};

/// The word of the example that is misspelt for a moment.
const KEY: &str = "privacy = \"Schrijf";
const MISSPELT: &str = "privasy = \"Schrijf";
const NAME: &str = "Handboek van Voorbeeldstad";
const KIND: &str = "Spreekuur in de wijk";
const ANSWER: &str = "Ze wees naar de flat aan de overkant, en toen snapte ik het pas.";
const MORE: &str = " Later dacht ik: dat had ik kunnen vragen.";

#[test]
fn the_handbook_is_leafed_through_and_added_to_by_keyboard_alone() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        fs::write(app.picked_file(), example()).expect("a file");
        let enter = async |name: &str| {
            journal.tab_to(name).await;
            journal.keys(&["Enter"]).await;
        };
        enter(words.say("journal-handbook")).await;
        journal.see_heading(words.say("journal-handbook")).await;
        enter(words.say("handbook-terms")).await;
        journal.tab_to(words.say("handbook-find-word")).await;
        journal.type_keys("kokerkijken").await;
        journal.see("Kokerkijken").await;
        steps::see_gone(&journal, "Maatwerk").await;
        enter(words.say("handbook-about")).await;
        enter(words.say("handbook-packs")).await;
        journal.see_heading(words.say("packs-title")).await;
        enter(words.say("packs-choose")).await;
        journal.see(&theirs().header().disclaimer).await;
        enter(words.say("pack-add")).await;
        journal.control(words.say("packs-remove")).await;
        enter(words.say("packs-remove")).await;
        enter(words.say("packs-remove-go")).await;
        steps::see_gone(&journal, &theirs().header().name).await;
        enter(words.say("journal-tried")).await;
        journal.see_heading(words.say("journal-tried")).await;
    });
}

#[test]
fn a_pack_with_a_fault_changes_nothing_and_says_where_it_is() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        let broken = example().replacen(KEY, MISSPELT, 1);
        let line = 1 + broken.lines().position(|line| line.starts_with(MISSPELT)).expect("it was misspelt");
        fs::write(app.picked_file(), broken).expect("a file");
        to_packs(&journal, &words).await;
        journal.press(words.say("packs-choose")).await;
        journal.see(words.say("pack-refused")).await;
        let told = steps::shown_in(&journal, "[role=alert]").await;
        let line = format!("{} {line}", words.say("pack-fault-line"));
        let file = format!("{} handboek-van-ons.toml", words.say("pack-fault-file"));
        let key = format!("{} privasy", words.say("pack-fault-key"));
        for part in [words.say("pack-fault-unknown-key"), &file, &line, &key] {
            assert!(told.contains(part), "“{part}” in {told}");
        }
        journal.see(words.say("pack-refused-whole")).await;
        assert_eq!(packs(&journal, &words).await, ["Dichterbij"], "nothing was added");

        // What is no text at all is told apart from a text with a fault.
        fs::write(app.picked_file(), [0xff, 0xfe, 0x00, 0xd8]).expect("a file");
        journal.press(words.say("packs-choose-other")).await;
        journal.see(words.say("pack-unreadable")).await;
        steps::see_gone(&journal, words.say("pack-refused")).await;

        // Mended, looked over, and left: nothing changes either.
        fs::write(app.picked_file(), example()).expect("a file");
        journal.press(words.say("packs-choose-other")).await;
        journal.see(NAME).await;
        steps::see_gone(&journal, words.say("pack-unreadable")).await;
        journal.press(words.say("pack-leave")).await;
        steps::see_gone(&journal, NAME).await;
        assert_eq!(packs(&journal, &words).await, ["Dichterbij"]);
        steps::to_new_contact(&journal, &words).await;
        journal.control("Kennismaking").await;
        assert!(!journal.has(KIND).await, "it was not added");
    });
}

#[test]
fn what_was_answered_to_a_pack_outlives_it() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        add(&app, &journal, &words).await;
        is_at_work(&journal, &words).await;

        // A contact of the organisation's own kind, and one of its own questions.
        steps::start_contact_with(&journal, &words, KIND, "houten merel", 2).await;
        let theirs = theirs();
        let first = theirs.questions().first().expect("a question");
        let asked = to_one_of(&journal, &words, &BTreeSet::from([first.text.clone()])).await;
        // What to leave out is said at the field, before one writes.
        journal.see(first.privacy.as_deref().expect("a hint")).await;
        steps::write(&journal, ANSWER).await;
        journal.press(words.say("dossier-title")).await;
        journal.see(theirs.house().safety.as_deref().expect("what to do")).await;
        steps::done(&journal, &words).await;

        // Switched off: asked no more, and still there to read.
        switch(&journal, &words, "false").await;
        journal.see(&words.say_with("packs-said-off", "name", NAME)).await;
        steps::to_new_contact(&journal, &words).await;
        journal.control("Kennismaking").await;
        assert!(!journal.has(KIND).await, "what is off is not offered");
        journal.press(words.say("journal-settings")).await;
        journal.see(words.say("privacy-keep-body")).await;
        let house = words.say_with("privacy-keep-house", "days", "90");
        assert!(!journal.shows(&house).await, "nor does its term hold");
        reads(&journal, &words, &asked, ANSWER).await;
        switch(&journal, &words, "true").await;
        journal.see(&words.say_with("packs-said-on", "name", NAME)).await;
        steps::to_new_contact(&journal, &words).await;
        journal.control(KIND).await;

        // Removed, after thinking twice.
        to_packs(&journal, &words).await;
        journal.press(words.say("packs-remove")).await;
        journal.see(&words.say_with("packs-remove-title", "name", NAME)).await;
        journal.see(words.say("packs-remove-body")).await;
        journal.press(words.say("packs-remove-keep")).await;
        assert_eq!(packs(&journal, &words).await, ["Dichterbij", NAME], "it was only asked");
        journal.press(words.say("packs-remove")).await;
        journal.press(words.say("packs-remove-go")).await;
        journal.see(&words.say_with("packs-said-removed", "name", NAME)).await;
        assert_eq!(packs(&journal, &words).await, ["Dichterbij"]);

        // After a lock it is gone for good, and the answer reads and goes on as ever.
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        steps::to_new_contact(&journal, &words).await;
        journal.control("Kennismaking").await;
        assert!(!journal.has(KIND).await);
        reads(&journal, &words, &asked, ANSWER).await;
        journal.press(words.say("reading-write-on")).await;
        journal.see_heading(&asked).await;
        assert_eq!(steps::written(&journal).await, ANSWER);
        steps::insert(&journal, MORE).await;
        steps::done(&journal, &words).await;
        reads(&journal, &words, &asked, &format!("{ANSWER}{MORE}")).await;
    });
}

#[test]
fn a_sheet_of_a_pack_that_is_gone_reads_goes_on_and_still_comes_back() {
    const FORM: &str = "Wat bieden we aan?";
    const ASKS: &str = "Wat bracht het aanbod?";
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        add(&app, &journal, &words).await;
        steps::to_new_contact(&journal, &words).await;
        journal.press(KIND).await;
        journal.write(words.say("contact-alias"), "houten merel").await;
        // Meant for this kind, so offered at it.
        journal.press(FORM).await;
        journal.see_heading(FORM).await;
        sheets::begin(&journal, &words).await;
        journal.see("Dit is jouw indruk, niet die van de inwoner.").await;
        journal.paste("Welk aanbod kies je?", "Taalmaatje").await;
        journal.paste(&sheets::row_of(&words, "Wat kon ook?", 1), "Nog even niets").await;
        let sides = "Wat spreekt ervoor, en wat ertegen?";
        sheets::fill(&journal, sides, "Ervoor", 0, "Hij begon er zelf over.").await;
        sheets::fill(&journal, sides, "Ertegen", 0, "De avonden.").await;
        sheets::choose(&journal, "Waarop steunt je keuze?", "Iets wat de inwoner zei", true).await;
        sheets::take_day(&journal, &words, 42).await;
        steps::done(&journal, &words).await;

        to_packs(&journal, &words).await;
        journal.press(words.say("packs-remove")).await;
        journal.press(words.say("packs-remove-go")).await;
        journal.see(&words.say_with("packs-said-removed", "name", NAME)).await;
        sheets::to_sheets(&journal, &words).await;
        journal.see("Dilemma").await;
        assert!(!journal.shows(FORM).await, "it is not offered any more");
        let told = [
            FORM,
            "houten merel",
            "Welk aanbod kies je?",
            "Taalmaatje",
            "Wat kon ook?",
            "Nog even niets",
            sides,
            "Hij begon er zelf over.",
            "De avonden.",
            "Waarop steunt je keuze?",
            "Iets wat de inwoner zei",
            "Wanneer kijk je terug?",
        ];
        let article = steps::read(&journal, &words, FORM).await;
        assert!(stand_in_order(&article, &told), "{article}");
        // What was written can be changed; each text has its place and its name still.
        journal.press(words.say("reading-write-on")).await;
        journal.see(words.say("sheet-form-gone")).await;
        journal.paste("Welk aanbod kies je?", ", op zaterdag").await;
        steps::done(&journal, &words).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(42);
        let journal = steps::unlock(&app, &words).await;
        journal.see(words.say("look-back-today")).await;
        journal.press(words.say("look-back-open")).await;
        journal.see_heading(ASKS).await;
        journal.see("Taalmaatje, op zaterdag").await;
        steps::write(&journal, ANSWER).await;
        steps::done(&journal, &words).await;
        let article = steps::read(&journal, &words, FORM).await;
        assert!(
            stand_in_order(&article, &[&told[..3], &["Taalmaatje, op zaterdag", ASKS, ANSWER]].concat()),
            "{article}"
        );
    });
}

#[test]
fn a_newer_version_takes_the_place_of_the_one_before() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        add(&app, &journal, &words).await;
        steps::start_contact_with(&journal, &words, KIND, "", 2).await;
        let asked = to_one_of(&journal, &words, &own_questions()).await;
        steps::write(&journal, ANSWER).await;
        steps::done(&journal, &words).await;

        // The same questions in other words.
        let newer = example().replacen("version = \"1.0\"", "version = \"1.1\"", 1);
        let newer = own_questions().iter().fold(newer, |text, question| {
            text.replacen(question.as_str(), &format!("Nu eens anders: {question}"), 1)
        });
        fs::write(app.picked_file(), newer).expect("a file");
        to_packs(&journal, &words).await;
        journal.press(words.say("packs-choose")).await;
        let replaces = words.say_with("pack-replaces", "before", "1.0").replace("{ $after }", "1.1");
        journal.see(&replaces).await;
        journal.press(words.say("pack-add")).await;
        journal
            .see(&words.say_with("packs-said-replaced", "name", NAME).replace("{ $version }", "1.1"))
            .await;
        assert_eq!(packs(&journal, &words).await, ["Dichterbij", NAME], "one pack, and not two");

        reads(&journal, &words, &asked, ANSWER).await;
        let article = steps::shown_in(&journal, "article").await;
        assert!(!article.contains("Nu eens anders"), "answered in the words of then: {article}");
        steps::start_contact_with(&journal, &words, KIND, "", 2).await;
        let now = own_questions().iter().map(|question| format!("Nu eens anders: {question}")).collect();
        to_one_of(&journal, &words, &now).await;
    });
}

/// The pack that the page for people who write packs gives as its example.
pub fn example() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/handbook/README.md");
    let page = fs::read_to_string(path).expect("the page is there");
    let (_, from) = page.split_once("```toml\n").expect("an example");
    from.split_once("```").expect("its end").0.to_owned()
}

/// The same, read.
pub fn theirs() -> Pack {
    Pack::read_beside(&example(), &pack()).expect("the example has no fault")
}

/// What it asks by itself after a contact of its own kind, as it stands on screen.
fn own_questions() -> BTreeSet<String> {
    let (ours, theirs) = (pack(), theirs());
    let first = theirs.questions().iter().filter(|question| !question.only_as_follow_up);
    first.map(|question| ours.resolve(&question.text, handbook::Words::default())).collect()
}

/// Goes to the packs, by way of the settings.
pub async fn to_packs(journal: &Page, words: &Words) {
    journal.press(words.say("journal-settings")).await;
    journal.press(words.say("settings-packs")).await;
    journal.see_heading(words.say("packs-title")).await;
    journal.see(words.say("packs-built-in")).await;
}

/// Points at the pack of the organisation, looks it over, and adds it.
pub async fn add(app: &App, journal: &Page, words: &Words) {
    fs::write(app.picked_file(), example()).expect("a file");
    to_packs(journal, words).await;
    journal.press(words.say("packs-choose")).await;
    journal.see(&words.say_with("pack-preview-of", "file", "handboek-van-ons.toml")).await;
    // All that it brings is told before anything changes.
    let theirs = theirs();
    journal.see(&theirs.header().disclaimer).await;
    for brought in [KIND, "Wat bieden we aan?", "Rondje wijk", "wijkteam", "Proefplaats", "Taalmaatje"] {
        journal.see(brought).await;
    }
    journal.see(&words.say_with("pack-brings-term-days", "days", "90")).await;
    let house = theirs.house();
    for text in [&house.safety, &house.protocol].into_iter().flatten() {
        journal.see(text).await;
    }
    journal.press(words.say("pack-brings-questions")).await;
    for question in own_questions() {
        journal.see(&question).await;
    }
    assert_eq!(packs(journal, words).await, ["Dichterbij"], "looking is not adding");
    journal.press(words.say("pack-add")).await;
    journal.see(&words.say_with("packs-said-added", "name", NAME)).await;
    assert_eq!(packs(journal, words).await, ["Dichterbij", NAME]);
}

/// Sees what it brought at the places where a person meets it.
async fn is_at_work(journal: &Page, words: &Words) {
    let (theirs, house) = (theirs(), words.say_with("privacy-keep-house", "days", "90"));
    journal.press(words.say("journal-settings")).await;
    journal.see(&house).await;
    let longest = journal.control(&words.say_with("privacy-keep-days", "days", "180")).await;
    let refused = longest.prop("disabled").await.expect("a choice tells whether it can be made");
    assert_eq!(refused.as_deref(), Some("true"), "nobody keeps longer than the organisation");
    let chosen = journal.control(&words.say_with("privacy-keep-days", "days", "90")).await;
    chosen.click().await.expect("what it allows can be chosen");
    journal.see(words.say("journal-said-settings")).await;
    let protocol = theirs.house().protocol.as_deref().expect("a way of working");
    journal.see(protocol).await;

    journal.press(words.say("journal-handbook")).await;
    journal.see(&theirs.header().disclaimer).await;
    journal.press("Werken in de wijk").await;
    for question in own_questions() {
        journal.see(&question).await;
    }
    for (part, seen) in [
        ("handbook-instruments", "Een vrijwilliger oefent elke week Nederlands met de inwoner."),
        ("handbook-methods", "Samen kijken naar één gesprek uit de wijk."),
        ("handbook-terms", "Het team in de wijk dat helpt bij zorg, geld en opvoeden."),
        ("handbook-forms", "Een blad om hardop te denken over een aanbod."),
        ("handbook-cases", "Drie brieven"),
        ("handbook-companion", "Wat wil je dat ik hiervan meeneem?"),
        ("handbook-sources", "Zo werken wij"),
        ("handbook-about", protocol),
    ] {
        part_of_handbook(journal, words, part).await;
        journal.see(seen).await;
    }
}

/// Turns to a part of the handbook, which is on screen.
pub async fn part_of_handbook(journal: &Page, words: &Words, part: &str) {
    let script = "const part = [...document.querySelectorAll('main nav button')]\
        .find(button => button.textContent.trim() === arguments[0]); part?.click(); \
        return document.getElementById('handbook-part')?.textContent.trim() === arguments[0]";
    journal.until(part, script, vec![serde_json::json!(words.say(part))]).await;
}

/// The packs that are listed.
async fn packs(journal: &Page, words: &Words) -> Vec<String> {
    journal.see(words.say("packs-built-in")).await;
    let script = "return [...document.querySelectorAll('section[aria-labelledby=packs-list] h3')]\
        .map(h3 => h3.textContent.trim())";
    serde_json::from_value(journal.run(script, vec![]).await).expect("names")
}

/// Switches the organisation's pack, and sees that it is so.
async fn switch(journal: &Page, words: &Words, on: &str) {
    to_packs(journal, words).await;
    journal.press(words.say("packs-on")).await;
    let script =
        "return document.querySelector('[role=switch]').getAttribute('aria-checked') === arguments[0]";
    journal.until("the switch", script, vec![serde_json::json!(on)]).await;
}

/// Asks for another question until it is one of these; the handbook says how often that can be.
async fn to_one_of(journal: &Page, words: &Words, wanted: &BTreeSet<String>) -> String {
    let joined = pack().with(&[&theirs()]);
    let most = joined.pool(&Choice::new(&KindId::from("wijkspreekuur"), 2, 0)).len();
    for _ in 0..most {
        let question = journal.heading().await;
        if wanted.contains(&question) {
            return question;
        }
        steps::other_question(journal, words).await;
    }
    panic!("{most} questions, and none of {wanted:?}")
}

/// Reads what was answered, under what was asked.
async fn reads(journal: &Page, words: &Words, asked: &str, answer: &str) {
    let article = steps::read(journal, words, &answer[..30]).await;
    assert!(stand_in_order(&article, &[asked, answer]), "{article}");
}
