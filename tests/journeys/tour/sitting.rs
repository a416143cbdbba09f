//! A contact, its questions, its closing page, and what comes back at the next one.

use boundaries::Page;
use serde_json::json;

use super::Tour;
use crate::steps;

const ALIAS: &str = "stille beuk";
const ANSWER: &str = "Mevrouw kwam binnen en ging meteen zitten. Ik merkte dat ik snel naar de formulieren \
    wilde. Pas toen zij stil werd, vroeg ik hoe het met haar ging.";
/// A word that fits no line of a narrow window.
const LONG: &str = "Het was een lange dag, met het \
    arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg nog erachteraan.";
const OWN: &str = "Waarom liet ik de stilte vallen?";
const INTENTION: &str = "Eerst tot tien tellen als het stil wordt, en dan pas vragen.";

impl Tour {
    /// Everything that the contact screen and the writing offer.
    pub(super) async fn first_contact(&self, journal: &Page) {
        self.visit(journal, "today-1-first").await;
        journal.keys(&["Control", "n"]).await;
        journal.see_heading(self.say("contact-title")).await;
        self.visit(journal, "contact-1-untouched").await;
        let without_day = "const day = document.getElementById('contact-day'); day.value = ''; \
            day.dispatchEvent(new Event('input', { bubbles: true })); \
            day.dispatchEvent(new Event('change', { bubbles: true })); return true";
        journal.run(without_day, vec![]).await;
        journal.press(self.say("contact-begin")).await;
        journal.see(self.say("contact-kind-missing")).await;
        journal.see(self.say("contact-day-missing")).await;
        self.visit(journal, "contact-2-errors").await;

        journal.press(self.say("journal-today")).await;
        journal.press(self.say("today-new")).await;
        choose(journal, "contact-kind", 0).await;
        choose(journal, "contact-minutes", 3).await;
        journal.press(self.say("contact-alias-propose")).await;
        let drawn = "const alias = document.getElementById('contact-alias'); \
            return alias.value === '' ? null : (alias.focus(), alias.select(), true)";
        journal.until("a proposed alias", drawn, vec![]).await;
        journal.type_keys(ALIAS).await;
        journal.press(self.say("contact-more")).await;
        journal.press(self.say("contact-baggage-criticism")).await;
        journal.press(self.say("contact-young")).await;
        journal.press(self.say("contact-mood-touched")).await;
        journal.press(self.say("contact-keep")).await;
        self.visit(journal, "contact-3-everything").await;
        journal.press(self.say("contact-begin")).await;

        self.question(journal).await;
        self.own_question(journal).await;
        self.next_question(journal).await;
        journal.press(self.say("writing-free")).await;
        journal.see_heading(self.say("writing-free-title")).await;
        steps::insert(journal, LONG).await;
        self.visit(journal, "writing-8-free-page").await;
        self.closing(journal).await;
        journal.see(self.say("journal-said-done")).await;
        journal.see(INTENTION).await;
        self.visit(journal, "today-2-returns").await;
    }

    async fn question(&self, journal: &Page) {
        journal.see(&self.words.say_with("writing-step", "number", "1")).await;
        self.visit(journal, "writing-1-question").await;
        journal.press(self.say("writing-why")).await;
        journal.see(self.say("writing-sources")).await;
        self.visit(journal, "writing-2-why").await;
        journal.press(self.say("writing-why")).await;
        let mut others = 0;
        while !journal.shows(self.say("writing-other-none")).await {
            assert!(others < 100, "a handbook has an end");
            others += 1;
            let before = journal.heading().await;
            journal.press(self.say("writing-other")).await;
            let changed = "return document.querySelector('h1').textContent.trim() !== arguments[0] \
                || document.body.innerText.includes(arguments[1])";
            let none = self.say("writing-other-none");
            journal.until("another question, or none", changed, vec![json!(before), json!(none)]).await;
        }
        self.visit(journal, "writing-3-no-other").await;
        steps::insert(journal, ANSWER).await;
        self.saved(journal).await;
        self.visit(journal, "writing-4-written").await;
    }

    async fn own_question(&self, journal: &Page) {
        journal.press(self.say("writing-own")).await;
        journal.see_heading(self.say("writing-own-title")).await;
        self.visit(journal, "writing-5-own").await;
        journal.paste(self.say("writing-own-question"), OWN).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(OWN).await;
        steps::insert(journal, "Omdat ik bang was voor wat er dan zou komen.").await;
        self.saved(journal).await;
        self.visit(journal, "writing-6-own-written").await;
    }

    /// The next question that the handbook asks.
    async fn next_question(&self, journal: &Page) {
        steps::next(journal).await;
        let question = self.say("writing-step").split('{').next().expect("words before the number");
        let step = "return document.querySelector('header .step').textContent";
        let name = journal.run(step, vec![]).await;
        assert!(name.as_str().is_some_and(|name| name.starts_with(question)), "it asks on, not {name}");
        steps::insert(journal, "Dat ik haar naam goed uitsprak.").await;
        self.saved(journal).await;
        self.visit(journal, "writing-7-next-question").await;
    }

    async fn closing(&self, journal: &Page) {
        journal.press(self.say("closing-step")).await;
        journal.see(self.say("closing-feeling")).await;
        self.visit(journal, "closing-1-empty").await;
        let heading = journal.heading().await;
        journal.paste(&heading, INTENTION).await;
        journal.see(self.say("closing-returns")).await;
        journal.paste(self.say("closing-feeling"), "Moe, en toch trots op dat ene moment.").await;
        self.saved(journal).await;
        self.visit(journal, "closing-2-filled").await;
        journal.press(self.say("writing-done")).await;
    }

    /// The same alias again: what she wanted to try comes first.
    pub(super) async fn second_contact(&self, journal: &Page) {
        journal.keys(&["Control", "n"]).await;
        journal.see_heading(self.say("contact-title")).await;
        journal.write(self.say("contact-alias"), "stil").await;
        journal.see(self.say("contact-alias-known")).await;
        self.visit(journal, "contact-4-alias-known").await;
        journal.press(ALIAS).await;
        choose(journal, "contact-kind", 1).await;
        journal.press(self.say("contact-begin")).await;
        journal.see_heading(self.say("writing-outcome-title")).await;
        self.visit(journal, "writing-01-outcome").await;
        journal.press(self.say("writing-outcome-let-go")).await;
        journal.see(self.say("writing-outcome-let-go-said")).await;
        self.visit(journal, "writing-02-outcome-let-go").await;
        journal.press(self.say("writing-outcome-keep")).await;
        steps::insert(journal, "Het lukte één keer. Zij begon toen zelf te vertellen.").await;
        self.saved(journal).await;
        self.visit(journal, "writing-03-outcome-written").await;
        journal.press(self.say("closing-step")).await;
        let heading = journal.heading().await;
        journal.paste(&heading, "Vragen wat zij zelf al geprobeerd heeft.").await;
        self.saved(journal).await;
        journal.press(self.say("writing-done")).await;
        journal.see(self.say("journal-said-done")).await;
    }

    /// Waits until what was written is on the disk, and the screen says so.
    async fn saved(&self, journal: &Page) {
        journal.run("document.activeElement.blur(); return true", vec![]).await;
        let saved = self.say("writing-saved").split('{').next().expect("words before the time").trim();
        journal.see(saved).await;
    }
}

/// Chooses one of a group of cards by its place, for their words differ from language to language.
pub(super) async fn choose(journal: &Page, group: &str, place: usize) {
    let script = "const radios = document.querySelectorAll(`input[name=${arguments[0]}]`); \
        radios[arguments[1]]?.click(); return radios.length > arguments[1]";
    journal.until(group, script, vec![json!(group), json!(place)]).await;
}
