//! A contact, a few good questions, and one intention that comes back.

use std::fs;

use boundaries::{App, Options, Page, Words};
use handbook::{Baggage, KindId, Pack};
use journal::Journal;
use vault::{Folder, Passphrase, SlotFile, Vault};

use crate::steps::{self, PASSPHRASE, travel};

/// What somebody writes after a first meeting with a person who has had enough of the municipality.
pub const ANSWERS: [&str; 3] = [
    "Hij zei: “Jullie beloven altijd van alles.” Ik wilde het meteen uitleggen, en merkte dat ik sneller ging praten.",
    "Dat hij drie keer hetzelfde formulier kreeg, klopt gewoon. Ik heb gezegd dat dat niet goed was.\n\nDaarna zakte zijn stem.",
    "Vrijdag bel ik hem, ook als ik nog niets weet. Dat kan ik zeker nakomen; het één hoeft niet op het ander te wachten.",
];
/// What is to be tried, what came of it, and how it was.
pub const INTENTION: &str = "Eerst vragen wat er eerder misging, en dan pas over de regels beginnen.";
pub const OUTCOME: &str = "Het lukte. Hij vertelde een kwartier, en het formulier ging daarna vanzelf.";
pub const FEELING: &str = "Moe, maar minder boos dan ik dacht.";

#[test]
fn what_was_to_be_tried_comes_back_with_the_same_alias() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::to_new_contact(&journal, &words).await;
        journal.press("Kennismaking").await;
        journal.press(words.say("contact-alias-propose")).await;
        let proposed = "const field = document.getElementById('contact-alias'); return field.value || null";
        let alias = journal.until("an alias", proposed, vec![]).await.as_str().expect("a text").to_owned();
        journal.press(words.say("contact-more")).await;
        journal.press(words.say("contact-baggage-criticism")).await;
        steps::begin(&journal, &words).await;
        asks_about_criticism(&journal, &words).await;

        for (place, answer) in ANSWERS.iter().enumerate() {
            journal.see(&words.say_with("writing-step", "number", &(place + 1).to_string())).await;
            steps::write(&journal, answer).await;
            steps::next(&journal).await;
        }
        journal.see(words.say("closing-step")).await;
        journal.see_heading(&closing_question()).await;
        steps::write(&journal, INTENTION).await;
        let with_alias = words.say_with("closing-returns-alias", "alias", &alias);
        let chosen = journal.control(&with_alias).await.prop("checked").await.expect("a choice is told");
        assert_eq!(chosen.as_deref(), Some("true"), "with an alias it comes back there");
        journal.paste(words.say("closing-feeling"), FEELING).await;
        steps::done(&journal, &words).await;
        comes_back(&journal, &words, &alias).await;

        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        comes_back(&journal, &words, &alias).await;
        second_contact(&journal, &words, &alias).await;

        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        assert!(!journal.shows(words.say("today-returns")).await, "what was tried does not come back");
        let article = steps::read(&journal, &words, OUTCOME).await;
        let tried = words.say("reading-tried").split(',').next().expect("words before the day");
        let told = [&alias, tried, INTENTION, words.say("reading-outcome"), OUTCOME];
        assert!(stand_in_order(&article, &told), "{article}");
        let article = steps::read(&journal, &words, &ANSWERS[0][..20]).await;
        let first = ANSWERS[1].split_whitespace().collect::<Vec<_>>().join(" ");
        let told = [&first, ANSWERS[2], words.say("reading-intention"), INTENTION, FEELING];
        assert!(stand_in_order(&article, &told), "{article}");
        assert!(!article.contains("Komt terug"), "it came back, and was tried: {article}");
    });
}

/// Sees that the handbook asks about what the person carries, and says why.
async fn asks_about_criticism(journal: &Page, words: &Words) {
    let pack = pack();
    let asked = steps::questions(journal, words).await;
    let about = pack.questions().iter().find(|question| {
        question.baggage.contains(&Baggage::Criticism)
            && asked.contains(&pack.resolve(&question.text, handbook::Words::default()))
    });
    let about = about.unwrap_or_else(|| panic!("nothing about criticism: {asked:?}"));
    steps::turn_to(journal, &pack.resolve(&about.text, handbook::Words::default())).await;
    journal.press(words.say("writing-why")).await;
    journal.see(&pack.resolve(&about.why, handbook::Words::default())).await;
    let theme = pack.theme(&about.theme).expect("a theme of the handbook");
    journal.see(&pack.resolve(&theme.name, handbook::Words::default())).await;
    for source in pack.sources_of(about) {
        journal.see(&source.title).await;
    }
    steps::turn_to(journal, &asked[0]).await;
}

/// A contact with somebody who is known, found by a part of the alias.
async fn second_contact(journal: &Page, words: &Words, alias: &str) {
    steps::to_new_contact(journal, words).await;
    journal.press("Voortgang").await;
    let part = alias.split(' ').next_back().expect("a pair of words");
    journal.write(words.say("contact-alias"), part).await;
    journal.see(words.say("contact-alias-known")).await;
    journal.press(alias).await;
    assert_eq!(journal.value(words.say("contact-alias")).await, alias);
    steps::begin(journal, words).await;

    journal.see_heading(words.say("writing-outcome-title")).await;
    assert_eq!(steps::shown_in(journal, "main blockquote").await, INTENTION);
    journal.see(words.say("writing-outcome-hint")).await;
    journal.paste(words.say("writing-outcome-field"), OUTCOME).await;
    steps::next(journal).await;
    journal.see(&words.say_with("writing-step", "number", "1")).await;
    steps::done(journal, words).await;
    steps::see_gone(journal, words.say("today-returns")).await;
}

/// Sees on Today what comes back, and with whom.
async fn comes_back(journal: &Page, words: &Words, alias: &str) {
    journal.see(words.say("today-returns")).await;
    let part = steps::shown_in(journal, "section[aria-labelledby=today-returns]").await;
    assert!(part.contains(INTENTION), "{part}");
    journal.control(&words.say_with("today-returns-alias", "alias", alias)).await;
}

#[test]
fn what_a_resident_carries_is_kept_only_when_that_is_asked() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        for (kind, keep) in [("Intake", false), ("Huisbezoek", true)] {
            steps::to_new_contact(&journal, &words).await;
            journal.press(kind).await;
            journal.press(words.say("contact-more")).await;
            assert!(!journal.has(words.say("contact-keep")).await, "nothing was chosen that can be kept");
            journal.press(words.say("contact-baggage-both")).await;
            journal.press(words.say("contact-mood-touched")).await;
            journal.see(words.say("contact-keep-body")).await;
            if keep {
                journal.press(words.say("contact-keep")).await;
            }
            steps::begin(&journal, &words).await;
            steps::write(&journal, kind).await;
        }
        steps::lock(&journal, &words).await;

        let journal = steps::unlock(&app, &words).await;
        let told = ["reading-baggage-both", "reading-mood-touched"].map(|id| words.say(id));
        let article = steps::read(&journal, &words, "Intake").await;
        assert!(told.iter().all(|told| !article.contains(told)), "{article}");
        let article = steps::read(&journal, &words, "Huisbezoek").await;
        assert!(told.iter().all(|told| article.contains(told)), "{article}");
        journal.keys(&["Control", "q"]).await;
        app.wait_for_end();

        // And what is not shown is not there either.
        let folder = Folder::open(app.journal()).expect("the folder");
        let key =
            SlotFile::load(&folder).expect("the slots").open_with_passphrase(&Passphrase::new(PASSPHRASE));
        let vault = Vault::at(folder).unlock(key.expect("the passphrase is right")).expect("the store opens");
        let store = Journal::open(vault).expect("the journal opens");
        let kept = store.entries(None, 9).expect("the entries").into_iter().map(|row| {
            let sitting = store.entry(row.entry).expect("an entry").sitting.expect("it was guided");
            (row.kind.expect("a kind"), sitting.baggage.is_some(), sitting.mood.is_some())
        });
        let mut kept: Vec<_> = kept.collect();
        kept.sort();
        assert_eq!(kept, [("huisbezoek".to_owned(), true, true), ("intake".to_owned(), false, false)]);
    });
}

/// The handbook as it ships, to know what a question is about.
pub fn pack() -> Pack {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/handbook/nl/dichterbij.toml");
    Pack::read(&fs::read_to_string(path).expect("the handbook is there")).expect("the handbook has no fault")
}

/// The words of the closing page after a first meeting.
pub fn closing_question() -> String {
    let pack = pack();
    let question =
        pack.intention(Some(&KindId::from("kennismaking"))).expect("a wording for the closing page");
    pack.resolve(&question.text, handbook::Words::default())
}

/// Whether texts stand in a longer one, each after the one before it.
pub fn stand_in_order(text: &str, parts: &[&str]) -> bool {
    let mut rest = text;
    parts.iter().all(|part| match rest.split_once(part) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}
