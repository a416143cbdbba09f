//! Past every screen on which one learns, alone and with others.

use boundaries::Page;
use serde_json::{Value, json};

use super::{learned::Learned, packs, payloads::Payload, screens::Screens};
use crate::steps;

/// Around one screen.
const PEOPLE: usize = 6;
/// What is no program, but odd all the same: as it is typed, and whether one line of text may be so.
const ODD: [(&str, bool); 6] = [
    ("👩🏽‍👩🏽‍👧🏽‍👦🏽 eerst 🫶🏿 dan praten 👩‍❤️‍💋‍👨", true),
    ("Z̸̨̛a̷l̴g̵o̶ ｆｕｌｌ ﷽ مرحبا שלום ไทย", true),
    ("\u{202e}netarp nad tsree\u{202c}", false),
    ("Eerst \u{2066}vragen\u{2069} dan praten", false),
    ("Eerst\u{0}vragen", false),
    ("Eerst\u{1b}[31mvragen\u{7f}", false),
];

impl Screens<'_> {
    /// Goes past all of them; gives what was found on the way.
    pub async fn learn(&self, payloads: &[Payload], learned: &Learned) -> Value {
        self.rules(learned).await;
        self.twofold_words(learned).await;
        self.team_card(learned).await;
        self.own_trials(learned).await;
        self.discussion(learned).await;
        // One of each kind.
        let mut kinds: Vec<&Payload> = Vec::new();
        for payload in payloads.iter().filter(|payload| payload.text.chars().count() < 1_000) {
            if kinds.last().is_none_or(|last| last.kind != payload.kind) {
                kinds.push(payload);
            }
        }
        let typed: Vec<&str> = kinds.iter().map(|payload| payload.text.as_str()).collect();
        for some in typed.chunks(PEOPLE) {
            self.practice(some).await;
        }
        self.intervision(&typed[..3]).await;
        self.look("found", json!([])).await
    }

    async fn rules(&self, learned: &Learned) {
        steps::to_learn(self.page(), self.words(), "journal-rules").await;
        self.all_stand("rules", &learned.rules).await;
        // What is folded in something folded.
        for _ in 0..2 {
            self.look("unfold", json!([])).await;
        }
        self.all_stand("what they said before", &learned.former).await;
        self.all_stand("rules that were dropped", &learned.dropped).await;
    }

    async fn twofold_words(&self, learned: &Learned) {
        steps::to_learn(self.page(), self.words(), "twofold-title").await;
        self.all_stand("words", &learned.words).await;
        self.all_stand("what they mean", &learned.meanings).await;
    }

    async fn team_card(&self, learned: &Learned) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        steps::to_learn(self.page(), self.words(), "team-card-title").await;
        self.all_stand("the team card", &learned.points).await;
        self.all_stand("its themes", &learned.themes).await;
        self.look("unfold", json!([])).await;
        self.all_stand("what was discussed", &learned.discussed).await;
        page.press(say("team-card-show")).await;
        // The calm ones point at a person as well, so it is asked.
        page.press(say("along-show-go")).await;
        page.control(say("stage-leave")).await;
        self.all_stand("the team card before others", &learned.points).await;
        for key in ["End", "Home"] {
            page.keys(&[key]).await;
        }
        page.keys(&["Escape"]).await;
        page.control(say("team-card-add")).await;
    }

    async fn own_trials(&self, learned: &Learned) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        for place in 0..learned.trials.len() {
            steps::to_learn(self.page(), self.words(), "own-trial-title").await;
            page.see(say("own-trial-running")).await;
            self.all_stand("own trials", &learned.trials).await;
            let row = "document.querySelectorAll('main li button')[arguments[0]].click(); return true";
            page.run(row, vec![json!(place)]).await;
            page.see(say("own-trial-no-cause")).await;
            self.look("unfold", json!([])).await;
            let here = "return [document.querySelector('h1').textContent.trim(), \
                ...[...document.querySelectorAll('main .reading')].map(one => one.textContent.trim())]";
            let here = page.run(here, vec![]).await;
            let text = here[0].as_str().expect("a heading");
            assert!(learned.trials.iter().any(|one| one == text), "“{text}” was written");
            assert_eq!(here[1], text, "and is done differently");
        }
    }

    /// Before a contact, and after it.
    async fn discussion(&self, learned: &Learned) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        steps::to_new_contact(page, self.words()).await;
        page.press("Casusoverleg").await;
        page.press(say("rules-before-all")).await;
        self.all_stand("rules before a discussion", &learned.rules).await;
        page.press(&self.words().say_with("contact-minutes-choice", "minutes", "2")).await;
        steps::begin(page, self.words()).await;
        steps::write(page, "We bedoelden iets anders.").await;
        steps::turn_to(page, say("closing-step")).await;
        page.see(say("own-trial-here")).await;
        self.all_stand("what is measured", &learned.trials).await;
        for (text, is_line) in ODD {
            page.press(say("take-rule")).await;
            self.type_into("dialog[open] textarea", text).await;
            let kept = "return document.querySelector('dialog[open]') === null";
            let refused = "return document.body.innerText.includes(arguments[0])";
            submit(page).await;
            if is_line {
                page.until("a rule that is kept", kept, vec![]).await;
            } else {
                let why = say("failure-rule-unusable");
                page.until("why it cannot be", refused, vec![json!(why)]).await;
                page.keys(&["Escape"]).await;
                page.until("the dialog to go", kept, vec![]).await;
                self.emptied().await;
            }
        }
        steps::done(page, self.words()).await;
        steps::to_learn(self.page(), self.words(), "journal-rules").await;
        let odd: Vec<String> =
            ODD.iter().filter(|(_, is_line)| *is_line).map(|(text, _)| (*text).into()).collect();
        self.all_stand("odd rules", &odd).await;
    }

    /// What was typed and refused waits for the next try, so it is taken away.
    async fn emptied(&self) {
        let page = self.page();
        page.press(self.words().say("take-rule")).await;
        self.type_into("dialog[open] textarea", "").await;
        page.keys(&["Escape"]).await;
        let gone = "return document.querySelector('dialog[open]') === null";
        page.until("the dialog to go", gone, vec![]).await;
    }

    /// A round in which each has a view, which is nowhere but on this screen.
    async fn practice(&self, views: &[&str]) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        steps::to_learn(self.page(), self.words(), "practice-title").await;
        page.press(&PEOPLE.to_string()).await;
        page.press(say("practice-begin")).await;
        page.control(say("stage-next")).await;
        page.press(say("stage-next")).await;
        for (place, text) in views.iter().enumerate() {
            let show = "const show = document.querySelectorAll('main article button[aria-expanded]'); \
                if (!show[arguments[0]]) return false; show[arguments[0]].click(); return true";
            page.until("a role", show, vec![json!(place)]).await;
            page.control(say("practice-view")).await;
            let field = self.look("pasteAt", json!([0, text])).await;
            assert_eq!(field, json!(in_a_field(text)), "the field takes it as it is");
        }
        page.press(say("practice-step-compare")).await;
        let views: Vec<String> = views.iter().map(|text| in_a_field(text)).collect();
        self.all_stand("views beside each other", &views).await;
        page.press(say("practice-step-rule")).await;
        self.paste("main textarea", &views[0]).await;
        page.press(say("practice-rule-without")).await;
        page.control(say("practice-begin")).await;
    }

    /// A meeting in which what is brought in is shown to others.
    async fn intervision(&self, texts: &[&str]) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        let ours = packs::ours();
        let form = ours.form(ours.id(), "inbreng").expect("a form of the handbook");
        let title = packs::say(&form.name);
        steps::to_learn(self.page(), self.words(), "intervision-title").await;
        page.press(&self.words().say_with("intervision-make", "title", &title)).await;
        page.see_heading(&title).await;
        for (place, text) in texts.iter().enumerate() {
            self.look("pasteAt", json!([place, text])).await;
        }
        steps::done(page, self.words()).await;
        steps::to_learn(self.page(), self.words(), "intervision-title").await;
        let last = "const sheets = document.querySelectorAll('main form .contribution input[type=radio]'); \
            if (sheets.length < 2) return false; [...sheets].at(-1).click(); return true";
        page.until("the sheet", last, vec![]).await;
        page.control(say("intervision-begin")).await;
        let looked = "return document.querySelector('.looked')?.childElementCount > 0";
        page.until("that it was looked at", looked, vec![]).await;
        page.press(say("intervision-begin")).await;
        page.press(say("intervision-agreed")).await;
        page.see(say("intervision-brought-in")).await;
        let texts: Vec<String> = texts.iter().map(|text| in_a_field(text)).collect();
        self.all_stand("what is brought in", &texts).await;
        page.press(say("stage-next")).await;
        page.press(say("intervision-to-end")).await;
        page.press(say("intervision-close")).await;
        page.control(say("intervision-begin")).await;
    }

    /// In the place of what stands in a field; whatever it is, as a script of another program would.
    async fn type_into(&self, field: &str, text: &str) {
        self.look("fillIn", json!([field, text])).await;
    }

    async fn all_stand(&self, what: &str, texts: &[String]) {
        assert!(!texts.is_empty(), "{what}: there are some");
        self.stand_there(what, &texts.iter().map(String::as_str).collect::<Vec<_>>()).await;
    }
}

/// Keeps what stands in the dialog, by its button.
async fn submit(page: &Page) {
    let script = "document.querySelector('dialog[open] button[type=submit]').click(); return true";
    page.run(script, vec![]).await;
}

/// The browser gives what is in a field with its own ends of line.
fn in_a_field(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
