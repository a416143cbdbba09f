//! What one does with colleagues around one screen: a round of practice and a meeting of intervision,
//! each step of it.

use boundaries::Page;
use handbook::Pack;
use serde_json::json;

use super::{Tour, handbook::say, learning::LONG};
use crate::steps;

/// A view that somebody types who has a role.
const VIEW: &str = "Volgens mij gaat het over geld.\nEn over het arbeidsongeschiktheidsverzekeringswetboek, \
    dat niemand van ons kent.";

impl Tour {
    /// Every step of a round for three.
    pub(super) async fn practice(&self, journal: &Page) {
        steps::to_learn(journal, &self.words, "practice-title").await;
        self.look_at(journal, "practice-1-set-up").await;
        journal.press("3").await;
        // The first of them, so that the pictures are of the same one.
        let chosen = "const cases = document.querySelector('main select'); if (!cases?.options[1]) return false; \
            cases.value = cases.options[1].value; \
            cases.dispatchEvent(new Event('change', { bubbles: true })); return true";
        journal.until("a case", chosen, vec![]).await;
        journal.press(self.say("practice-begin")).await;
        self.at_step(journal, "practice-step-case").await;
        self.look_at(journal, "practice-2-case").await;
        self.on_to(journal, "practice-step-roles").await;
        self.look_at(journal, "practice-3-roles").await;
        journal.press(self.say("practice-show")).await;
        journal.control(self.say("practice-view")).await;
        steps::insert(journal, VIEW).await;
        self.look_at(journal, "practice-4-role-shown").await;
        self.on_to(journal, "practice-step-cards").await;
        self.look_at(journal, "practice-5-piles").await;
        for (pile, card, screen) in [
            ("practice-draw-frame", "practice-card-frame", "practice-6-frame"),
            ("practice-draw-word", "practice-card-word", "practice-7-word"),
        ] {
            journal.press(self.say(pile)).await;
            journal.see(self.say(card)).await;
            self.look_at(journal, screen).await;
        }
        self.on_to(journal, "practice-step-swap").await;
        journal.press(self.say("practice-swap-all")).await;
        journal.see(self.say("practice-role-before").split('{').next().expect("words before the role")).await;
        journal.press(self.say("practice-show")).await;
        journal.control(self.say("practice-view")).await;
        steps::insert(journal, LONG).await;
        self.look_at(journal, "practice-8-swapped").await;
        self.on_to(journal, "practice-step-compare").await;
        self.look_at(journal, "practice-9-compared").await;
        self.on_to(journal, "practice-step-rule").await;
        journal.paste(self.say("practice-rule-field"), LONG).await;
        journal.until("a mark", "return !!document.querySelector('.copy mark')", vec![]).await;
        self.look_at(journal, "practice-10-rule").await;
        journal.press(self.say("stage-leave")).await;
        journal.see(self.say("practice-leave-body")).await;
        self.look_at(journal, "practice-11-leave").await;
        self.leaves_the_dialog(journal).await;
        journal.press(self.say("practice-rule-without")).await;
        journal.control(self.say("practice-begin")).await;
    }

    /// A meeting with something brought in, up to its end.
    pub(super) async fn intervision(&self, journal: &Page, pack: &Pack) {
        steps::to_learn(journal, &self.words, "intervision-title").await;
        self.look_at(journal, "intervision-1-set-up").await;
        let form = pack.form(pack.id(), "inbreng").expect("a form for what is brought in");
        let title = say(pack, &form.name);
        journal.press(&self.words.say_with("intervision-make", "title", &title)).await;
        journal.see_heading(&title).await;
        steps::insert(journal, LONG).await;
        steps::done(journal, &self.words).await;
        steps::to_learn(journal, &self.words, "intervision-title").await;
        let last = "const sheet = [...document.querySelectorAll('main label')]\
            .find(label => label.textContent.includes(arguments[0])); sheet?.click(); return !!sheet";
        journal.until("the sheet", last, vec![json!("arbeidsongeschiktheidsverzekering")]).await;
        journal.see(self.say("intervision-found-body")).await;
        self.look_at(journal, "intervision-2-found").await;
        journal.press(self.say("intervision-begin")).await;
        journal.control(self.say("intervision-agreed")).await;
        self.look_at(journal, "intervision-3-agreements").await;
        journal.press(self.say("intervision-agreed")).await;
        journal.see(self.say("intervision-brought-in")).await;
        self.look_at(journal, "intervision-4-brought-in").await;
        journal.press(self.say("stage-next")).await;
        journal.control(self.say("intervision-pause")).await;
        self.look_at(journal, "intervision-5-step").await;
        journal.press(self.say("intervision-pause")).await;
        journal.see(self.say("intervision-paused")).await;
        self.look_at(journal, "intervision-6-paused").await;
        journal.press(self.say("stage-leave")).await;
        journal.see(self.say("intervision-leave-body")).await;
        self.look_at(journal, "intervision-7-leave").await;
        self.leaves_the_dialog(journal).await;
        journal.press(self.say("intervision-to-end")).await;
        journal.control(self.say("intervision-close")).await;
        self.look_at(journal, "intervision-8-end").await;
        journal.press(self.say("intervision-close")).await;
        journal.control(self.say("intervision-begin")).await;
    }

    async fn on_to(&self, journal: &Page, step: &str) {
        journal.press(self.say("stage-next")).await;
        self.at_step(journal, step).await;
    }

    async fn at_step(&self, journal: &Page, step: &str) {
        let there =
            "return document.querySelector('nav [aria-current=step]')?.textContent.trim() === arguments[0]";
        journal.until(step, there, vec![json!(self.say(step))]).await;
    }
}
