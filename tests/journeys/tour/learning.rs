//! The screens on which one learns from one's work: a tour of its own, in the example journal, which
//! has an own trial of ten weeks, rules with a past, words and points of a team card.

use boundaries::{App, Options, Page, Words};
use handbook::Pack;
use serde_json::json;

use super::{
    LOOKS, Look, Tour, faults,
    handbook::{pack, say, unlocked_example},
    options,
    sitting::choose,
};
use crate::steps::{self, travel};

/// A word that fits no line of a narrow window, and somebody who can be recognised.
pub(super) const LONG: &str = "Mevrouw Pietersen van de \
    arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersraad, 06-12345678.";
/// The same word where a text has no room for more.
pub(super) const WORD: &str = "arbeidsongeschiktheidsverzekeringsmaatschappij";
const RULE: &str = "Voor het arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg schrijf ik op wat \
    ik zelf wil vragen, en daarna pas wat er volgens de ander aan de hand is.";

#[test]
fn learning_in_dutch_and_light() {
    tour(LOOKS[0]);
}

#[test]
fn learning_in_dutch_and_dark() {
    tour(LOOKS[1]);
}

#[test]
fn learning_in_english_and_light() {
    tour(LOOKS[2]);
}

#[test]
fn learning_in_english_and_dark() {
    tour(LOOKS[3]);
}

#[test]
fn learning_in_high_contrast() {
    tour(LOOKS[4]);
}

#[test]
fn learning_at_four_hundred_percent() {
    tour(LOOKS[5]);
}

#[test]
fn learning_at_four_hundred_percent_in_english() {
    tour(LOOKS[6]);
}

fn tour(look: Look) {
    travel(async {
        let mut app = App::start(Options { example: true, ..options(look) });
        let tour = Tour { look, words: Words::of(look.language), axe: faults::axe() };
        let journal = unlocked_example(&app, &tour.words).await;
        let pack = pack(look.language);
        journal.press(tour.say("journal-learning")).await;
        journal.see_heading(tour.say("journal-learning")).await;
        tour.look_at(&journal, "learning-1-places").await;
        tour.rules_with_a_past(&journal).await;
        tour.twofold_words(&journal).await;
        tour.team_card(&journal).await;
        tour.own_trials(&journal).await;
        tour.after_a_discussion(&journal, &pack).await;
        tour.practice(&journal).await;
        tour.intervision(&journal, &pack).await;
        tour.without_own_trials(&journal).await;
        app.stop();
    });
}

impl Tour {
    /// A visit that in one look also goes past everything by the keyboard.
    pub(super) async fn look_at(&self, page: &Page, screen: &str) {
        self.visit(page, screen).await;
        if self.look.name == LOOKS[0].name {
            reached(page, screen).await;
        }
    }

    async fn rules_with_a_past(&self, journal: &Page) {
        steps::to_learn(journal, &self.words, "journal-rules").await;
        journal.press(self.say("rule-starters")).await;
        journal.paste(self.say("rule-new"), RULE).await;
        journal.press(self.say("rule-add")).await;
        journal.see(self.say("rule-said-kept")).await;
        journal.press(self.say("rule-former")).await;
        journal.press(self.say("rule-dropped")).await;
        journal.control(self.say("rule-take-up")).await;
        journal.see(self.say("sheet-free-none")).await;
        self.look_at(journal, "rules-6-past").await;
        journal.press(self.say("learned-erase")).await;
        journal.see(self.say("rule-erase-body")).await;
        self.look_at(journal, "rules-7-erase").await;
        journal.press(self.say("learned-erase-keep")).await;
    }

    async fn twofold_words(&self, journal: &Page) {
        steps::to_learn(journal, &self.words, "twofold-title").await;
        self.look_at(journal, "words-1-list").await;
        journal.press(self.say("twofold-new")).await;
        journal.press(self.say("rule-add")).await;
        journal.see(self.say("twofold-missing")).await;
        for (field, text) in [
            ("twofold-word", WORD),
            ("twofold-mine", "Wie niet kan werken, krijgt een uitkering."),
            ("twofold-theirs", LONG),
            ("twofold-whose", WORD),
        ] {
            journal.paste(self.say(field), text).await;
        }
        journal.until("a mark", "return !!document.querySelector('.copy mark')", vec![]).await;
        self.look_at(journal, "words-2-new").await;
        journal.press(self.say("rule-add")).await;
        journal.see(self.say("twofold-said-kept")).await;
        journal.see(self.say("sheet-free-left")).await;
        self.look_at(journal, "words-3-marked").await;
        journal.press(self.say("sheet-save")).await;
        journal.see(self.say("sheet-save-open")).await;
        self.look_at(journal, "words-4-save").await;
        journal.press(self.say("sheet-save-no")).await;
    }

    async fn team_card(&self, journal: &Page) {
        steps::to_learn(journal, &self.words, "team-card-title").await;
        journal.press(self.say("team-card-discussed")).await;
        journal.control(self.say("team-card-back")).await;
        self.look_at(journal, "team-card-1-card").await;
        journal.press(self.say("team-card-add")).await;
        journal.see(self.say("team-card-missing")).await;
        journal.paste(self.say("team-card-new"), LONG).await;
        journal.press(self.say("team-card-add")).await;
        journal.see(self.say("team-card-said-kept")).await;
        journal.see(self.say("sheet-free-left")).await;
        self.look_at(journal, "team-card-2-marked").await;
        journal.press(self.say("team-card-show")).await;
        journal.see(self.say("along-show-body")).await;
        self.look_at(journal, "team-card-3-show").await;
        journal.press(self.say("along-show-go")).await;
        journal.control(self.say("stage-leave")).await;
        self.look_at(journal, "team-card-4-shown").await;
        journal.keys(&["Escape"]).await;
        journal.control(self.say("team-card-add")).await;
    }

    async fn own_trials(&self, journal: &Page) {
        steps::to_learn(journal, &self.words, "own-trial-title").await;
        journal.see(self.say("own-trial-running")).await;
        self.look_at(journal, "own-trial-1-list").await;
        let row = "const row = document.querySelector('main li button'); row?.click(); return !!row";
        journal.until("the trial of the example", row, vec![]).await;
        journal.press(self.say("own-trial-table")).await;
        journal.press(self.say("own-trial-nap")).await;
        journal.press(self.say("own-trial-tau-corrected")).await;
        journal.see(self.say("own-trial-tau-corrected-beyond")).await;
        self.look_at(journal, "own-trial-2-measured").await;
        journal.press("7").await;
        journal.see(&self.words.say_with("own-trial-measured", "value", "7")).await;
        journal.press(self.say("own-trial-other-day")).await;
        journal.press(self.say("own-trial-next")).await;
        journal.control(self.say("own-trial-next-go")).await;
        self.look_at(journal, "own-trial-3-next-phase").await;
        journal.press(self.say("own-trial-leave")).await;
        for (button, sign, screen) in [
            ("own-trial-measurement-change", "own-trial-measurement-erase", "own-trial-4-correct"),
            ("own-trial-change", "own-trial-better-fixed", "own-trial-5-change"),
            ("own-trial-save", "own-trial-save-open", "own-trial-6-save"),
            ("own-trial-erase", "own-trial-erase-what", "own-trial-7-erase"),
        ] {
            journal.press(self.say(button)).await;
            journal.see(self.say(sign)).await;
            self.look_at(journal, screen).await;
            journal.keys(&["Escape"]).await;
            journal.until("the dialog to go", "return !document.querySelector('dialog[open]')", vec![]).await;
        }

        steps::to_learn(journal, &self.words, "own-trial-title").await;
        journal.press(self.say("own-trial-new")).await;
        journal.press(self.say("own-trial-start")).await;
        journal.see(self.say("own-trial-behaviour-missing")).await;
        journal.paste(self.say("own-trial-behaviour"), LONG).await;
        journal.press(self.say("own-trial-scale-count")).await;
        journal.see(self.say("mirror-title")).await;
        self.look_at(journal, "own-trial-8-new").await;
        journal.press(self.say("own-trial-start")).await;
        journal.see(self.say("own-trial-chart-empty")).await;
        journal.press(self.say("own-trial-more")).await;
        journal.control(self.say("own-trial-more-go")).await;
        self.look_at(journal, "own-trial-9-begun").await;
        journal.press("3").await;
        journal.see(&self.words.say_with("own-trial-measured", "value", "3")).await;
        self.look_at(journal, "own-trial-10-first").await;
    }

    /// A contact about which rules are shown before, and after which one measures and takes along.
    async fn after_a_discussion(&self, journal: &Page, pack: &Pack) {
        let kind = pack.kinds().iter().find(|kind| kind.discussion).expect("a discussion");
        steps::to_new_contact(journal, &self.words).await;
        journal.press(&say(pack, &kind.label)).await;
        journal.see(self.say("rules-before")).await;
        self.look_at(journal, "contact-7-rules-before").await;
        choose(journal, "contact-minutes", 0).await;
        steps::begin(journal, &self.words).await;
        steps::write(journal, "We zeiden hetzelfde woord en bedoelden iets anders.").await;
        steps::turn_to(journal, self.say("closing-step")).await;
        journal.see(self.say("own-trial-here")).await;
        journal.control(self.say("take-word")).await;
        self.look_at(journal, "closing-3-measure").await;
        journal.press("4").await;
        journal.see(&self.words.say_with("own-trial-measured", "value", "4")).await;
        self.look_at(journal, "closing-4-measured").await;
        for (button, field, screen) in [
            ("take-rule", "rule-field", "closing-5-rule"),
            ("take-team", "team-card-new", "closing-6-team"),
            ("take-word", "twofold-theirs", "closing-7-word"),
        ] {
            journal.press(self.say(button)).await;
            journal.paste(self.say(field), LONG).await;
            let marked = "return !!document.querySelector('dialog[open] .copy mark')";
            journal.until("a mark", marked, vec![]).await;
            self.look_at(journal, screen).await;
            self.leaves_the_dialog(journal).await;
        }
        steps::done(journal, &self.words).await;
    }

    /// Both trials are erased, and there is none.
    async fn without_own_trials(&self, journal: &Page) {
        for _ in 0..2 {
            steps::to_learn(journal, &self.words, "own-trial-title").await;
            let row = "const row = document.querySelector('main li button'); row?.click(); return !!row";
            journal.until("an own trial", row, vec![]).await;
            journal.press(self.say("own-trial-erase")).await;
            journal.press(self.say("own-trial-erase-go")).await;
            journal.see(self.say("own-trial-said-erased")).await;
        }
        journal.see(self.say("own-trial-empty")).await;
        self.look_at(journal, "own-trial-11-empty").await;
    }

    pub(super) async fn leaves_the_dialog(&self, journal: &Page) {
        journal.keys(&["Escape"]).await;
        journal.until("the dialog to go", "return !document.querySelector('dialog[open]')", vec![]).await;
    }
}

/// Presses Tab until everything had the focus that can be pressed or filled in.
///
/// # Panics
/// When something never has it.
async fn reached(page: &Page, screen: &str) {
    const ALL: &str = "const part = document.querySelector('dialog[open]') ?? document; \
        const all = [...part.querySelectorAll('button, a[href], input, textarea, select, summary')]; \
        const chosen = one => { \
            const group = all.filter(other => other.type === 'radio' && other.name === one.name); \
            return one === (group.find(other => other.checked) ?? group[0]); }; \
        window.__unreached = new Set(all.filter(one => one.tabIndex >= 0 && !one.disabled \
            && one.checkVisibility({ checkVisibilityCSS: true }) && !one.closest('[inert]') \
            && (one.type !== 'radio' || chosen(one)))); \
        return __unreached.size";
    const MET: &str = "__unreached.delete(document.activeElement); \
        return [...__unreached].map(one => one.outerHTML.slice(0, 120))";
    let all = page.run(ALL, vec![]).await.as_u64().expect("a number");
    assert!(all > 0, "{screen}: nothing can be pressed");
    // A field for a day has a place for each of its parts.
    for _ in 0..2 * all + 20 {
        if page.run(MET, vec![]).await == json!([]) {
            return;
        }
        page.keys(&["Tab"]).await;
    }
    panic!("{screen}: Tab never reaches {}", page.run(MET, vec![]).await);
}
