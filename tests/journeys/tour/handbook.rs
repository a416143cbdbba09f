//! The screens of sheets and look-backs, of the handbook to leaf through and of packs: a tour of its
//! own, in the example journal, which has something of everything.

use std::{fs, path::Path};

use boundaries::{App, Options, Page, Words};
use handbook::{Pack, Words as PackWords};
use serde_json::json;

use super::{LOOKS, Look, Tour, faults, options, sitting::choose};
use crate::steps::{self, travel};

const ANSWER: &str = "Zij zei als eerste hoe het met haar ging. Daarna pas begonnen we over de brief.";
/// A word in the page for people who write packs, and what somebody might make of it.
const WORD: &str = "\nprivacy = ";
const MISSPELT: &str = "\nprivcay = ";
/// What the tour adds to the example: a time to look back on with one question, which asks on.
const TEAM_DAY: &str = r#"
[[kind]]
id = "voorbeeldstad-teamdag"
label = "Teamdag"
conversation = false
contact = false

[[question]]
id = "VB03"
version = 1
text = "Wat bracht de teamdag je? Wat nam je mee? En wat liet je daar?"
why = "Een dag samen laat iets achter."
theme = "voorbeeldstad-wijk"
aspect = "event"
depth = 1
kinds = ["voorbeeldstad-teamdag"]
minutes = 2
moments = ["month-review"]
privacy = "Schrijf geen naam van een collega op."
follow_up = "VB03-verder"

[[question]]
id = "VB03-verder"
version = 1
text = "Wat doe je daar morgen mee?"
why = "Zien is een begin."
theme = "voorbeeldstad-wijk"
aspect = "next-step"
depth = 2
kinds = ["voorbeeldstad-teamdag"]
minutes = 2
moments = ["month-review"]
only_as_follow_up = true
"#;

#[test]
fn handbook_in_dutch_and_light() {
    tour(LOOKS[0]);
}

#[test]
fn handbook_in_dutch_and_dark() {
    tour(LOOKS[1]);
}

#[test]
fn handbook_in_english_and_light() {
    tour(LOOKS[2]);
}

#[test]
fn handbook_in_english_and_dark() {
    tour(LOOKS[3]);
}

#[test]
fn handbook_in_high_contrast() {
    tour(LOOKS[4]);
}

#[test]
fn handbook_at_four_hundred_percent() {
    tour(LOOKS[5]);
}

#[test]
fn handbook_at_four_hundred_percent_in_english() {
    tour(LOOKS[6]);
}

fn tour(look: Look) {
    travel(async {
        let mut app = App::start(Options { example: true, ..options(look) });
        let tour = Tour { look, words: Words::of(look.language), axe: faults::axe() };
        let journal = unlocked_example(&app, &tour.words).await;
        let pack = pack(look.language);
        tour.leafing(&journal, &pack).await;
        tour.through_time(&journal, &pack).await;
        tour.packs(&app, &journal).await;
        tour.without_a_contact(&journal, &pack).await;
        tour.look_backs(&journal, &pack).await;
        tour.sheets(&journal, &pack).await;
        app.stop();
    });
}

impl Tour {
    /// The parts of the handbook, each with something open in it.
    async fn leafing(&self, journal: &Page, pack: &Pack) {
        journal.press(self.say("journal-handbook")).await;
        journal.see_heading(self.say("journal-handbook")).await;
        let theme = &pack.themes()[0];
        let question = pack.questions().iter().find(|question| question.theme == theme.id);
        let question = say(pack, &question.expect("a theme has questions").text);
        journal.press(&question).await;
        journal.see(self.say("handbook-fits")).await;
        self.visit(journal, "handbook-1-questions").await;
        journal.write(self.say("handbook-find-question"), "zwxq").await;
        journal.see(self.say("handbook-find-none")).await;
        self.visit(journal, "handbook-2-nothing-found").await;

        journal.press(self.say("handbook-forms")).await;
        journal.control(self.say("handbook-form-fill")).await;
        self.visit(journal, "handbook-3-forms").await;
        journal.press(self.say("handbook-methods")).await;
        journal.press(&say(pack, &pack.methods()[0].name)).await;
        journal.see(&say(pack, &pack.methods()[0].steps[0].text)).await;
        self.visit(journal, "handbook-4-methods").await;
        journal.press(self.say("handbook-terms")).await;
        journal.control(self.say("handbook-find-word")).await;
        self.visit(journal, "handbook-5-words").await;
        journal.press(self.say("handbook-cases")).await;
        journal.press(&say(pack, &pack.cases()[0].title)).await;
        journal.see(&say(pack, &pack.cases()[0].paragraphs[0])).await;
        self.visit(journal, "handbook-6-cases").await;
        journal.press(self.say("handbook-companion")).await;
        self.see_part(journal, "handbook-companion").await;
        self.visit(journal, "handbook-7-companion").await;
        journal.press(self.say("handbook-sources")).await;
        self.see_part(journal, "handbook-sources").await;
        self.visit(journal, "handbook-8-sources").await;
        journal.press(self.say("handbook-about")).await;
        journal.control(self.say("handbook-packs")).await;
        self.visit(journal, "handbook-9-about").await;
    }

    /// One question: nothing was answered to it, it is asked now, and it is read.
    async fn through_time(&self, journal: &Page, pack: &Pack) {
        // One about a time, for the half year of the example has none of those.
        let asked = pack.questions().iter().find(|question| {
            question.kinds.iter().all(|kind| pack.kind(kind).is_some_and(|kind| !kind.contact))
                && !question.kinds.is_empty()
                && !question.only_as_follow_up
        });
        let asked = asked.expect("a question about a time");
        let theme = pack.theme(&asked.theme).expect("its theme");
        let wording = say(pack, &asked.text);
        self.to_question(journal, &say(pack, &theme.name), &wording).await;
        journal.press(self.say("handbook-answers")).await;
        journal.see(self.say("through-empty")).await;
        self.visit(journal, "through-1-empty").await;
        journal.press(self.say("handbook-ask")).await;
        journal.see(self.say("writing-overview")).await;
        steps::write(journal, ANSWER).await;
        self.visit(journal, "writing-10-asked-now").await;
        steps::done(journal, &self.words).await;
        self.to_question(journal, &say(pack, &theme.name), &wording).await;
        journal.press(self.say("handbook-answers")).await;
        journal.see(ANSWER).await;
        self.visit(journal, "through-2-answered").await;
    }

    /// Opens a question among the others, as somebody does who looks for it.
    async fn to_question(&self, journal: &Page, theme: &str, question: &str) {
        journal.press(self.say("journal-handbook")).await;
        journal.see_heading(self.say("journal-handbook")).await;
        let script = "const fold = [...document.querySelectorAll('h3 button')]\
            .find(button => button.textContent.trim() === arguments[0]); \
            if (fold?.getAttribute('aria-expanded') === 'true') return true; fold?.click(); return false";
        journal.until(theme, script, vec![json!(theme)]).await;
        journal.press(question).await;
        journal.control(self.say("handbook-answers")).await;
    }

    async fn see_part(&self, journal: &Page, part: &str) {
        let script = "return document.getElementById('handbook-part')?.textContent === arguments[0]";
        journal.until(part, script, vec![json!(self.say(part))]).await;
    }

    /// The pack that is the example for those who write one: with a fault, looked over, added.
    async fn packs(&self, app: &App, journal: &Page) {
        journal.press(self.say("journal-settings")).await;
        journal.press(self.say("settings-packs")).await;
        journal.see_heading(self.say("packs-title")).await;
        self.visit(journal, "packs-1-list").await;
        let theirs = format!("{}{TEAM_DAY}", example());
        let of_language = match self.look.language {
            "nl" => theirs.clone(),
            // Its words for a person are those of the handbook it is beside.
            _ => theirs.replacen("\"nl\"", "\"en\"", 1).replace("{inwoner}", "{resident}"),
        };
        fs::write(app.picked_file(), theirs.replacen(WORD, MISSPELT, 1)).expect("a file");
        journal.press(self.say("packs-choose")).await;
        journal.see(self.say("pack-fault-unknown-key")).await;
        self.visit(journal, "packs-2-refused").await;
        fs::write(app.picked_file(), [0xff, 0xfe, 0x00, 0xd8]).expect("a file");
        journal.press(self.say("packs-choose-other")).await;
        journal.see(self.say("pack-unreadable")).await;
        self.visit(journal, "packs-3-unreadable").await;
        let mut choose = "packs-choose-other";
        if theirs != of_language {
            fs::write(app.picked_file(), &theirs).expect("a file");
            journal.press(self.say("packs-choose-other")).await;
            journal.see(self.say("pack-only-dutch")).await;
            self.visit(journal, "packs-4-other-language").await;
            journal.press(self.say("pack-leave")).await;
            choose = "packs-choose";
        }
        fs::write(app.picked_file(), of_language).expect("a file");
        journal.press(self.say(choose)).await;
        journal.press(self.say("pack-brings-questions")).await;
        journal.press(self.say("pack-advice")).await;
        journal.see(self.say("pack-advice-body")).await;
        self.visit(journal, "packs-4-looked-over").await;
        journal.press(self.say("pack-add")).await;
        journal.control(self.say("packs-remove")).await;
        self.visit(journal, "packs-5-added").await;
        journal.press(self.say("packs-remove")).await;
        journal.see(self.say("packs-remove-rules")).await;
        self.visit(journal, "packs-6-remove").await;
        journal.press(self.say("packs-remove-keep")).await;
        journal.press(self.say("journal-handbook")).await;
        journal.press(self.say("handbook-instruments")).await;
        self.see_part(journal, "handbook-instruments").await;
        self.visit(journal, "handbook-10-instruments").await;
        journal.press(self.say("handbook-about")).await;
        journal.see(self.say("handbook-protocol")).await;
        self.visit(journal, "handbook-11-protocol").await;
    }

    /// A day that no resident was part of. Its one question has a hint, and asks on.
    async fn without_a_contact(&self, journal: &Page, pack: &Pack) {
        steps::to_new_contact(journal, &self.words).await;
        // The last of the list is the one that the pack brought.
        let team_day = pack.kinds().iter().filter(|kind| !kind.contact).count();
        choose(journal, "contact-time", team_day).await;
        journal.press(self.say("contact-more")).await;
        journal.see(self.say("contact-day-time")).await;
        self.visit(journal, "contact-6-without-contact").await;
        steps::begin(journal, &self.words).await;
        steps::write(journal, ANSWER).await;
        self.visit(journal, "writing-11-privacy").await;
        steps::next(journal).await;
        self.visit(journal, "writing-12-follow-up").await;
        steps::done(journal, &self.words).await;
    }
}

/// A text of the handbook, with the usual words in it.
pub(super) fn say(pack: &Pack, text: &str) -> String {
    pack.resolve(text, PackWords::default())
}

/// The window of an example journal that has just started.
pub(super) async fn unlocked_example(app: &App, words: &Words) -> Page {
    let keys = app.attach("keys").await;
    steps::type_passphrase(&keys, words, steps::EXAMPLE).await;
    keys.see_off().await;
    steps::opened(app, words).await
}

/// The handbook of a language.
pub(super) fn pack(language: &str) -> Pack {
    let path = format!("../assets/handbook/{language}/dichterbij.toml");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    Pack::read(&fs::read_to_string(path).expect("the handbook is there")).expect("the handbook has no fault")
}

/// The pack that the page for those who write one shows.
fn example() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/handbook/README.md");
    let page = fs::read_to_string(path).expect("the page is there");
    let (_, from) = page.split_once("```toml\n").expect("an example");
    from.split_once("```").expect("its end").0.to_owned()
}
