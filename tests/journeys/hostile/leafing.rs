//! Past every screen of sheets, look-backs, the handbook and packs.

use std::fs;

use boundaries::App;
use serde_json::{Value, json};

use super::{
    packs,
    payloads::Payload,
    screens::Screens,
    sheets::{DUE, FORM},
};
use crate::steps;

/// How many sheets of a form stand beside each other.
const BESIDE: usize = 50;
/// How many themes of a pack are opened, each with its question asked.
const ASKED: usize = 3;

/// What is written, and what is added.
pub struct Brought<'a> {
    /// What stands in the journal.
    pub payloads: &'a [Payload],
    /// The question of the handbook that all of them answer.
    pub question: &'a str,
    /// Packs that must be refused.
    pub refused: Vec<String>,
    /// The texts of the pack that is added.
    pub taken: &'a [String],
}

impl Screens<'_> {
    /// Goes past all of them; gives what was found on the way.
    pub async fn leaf(&self, app: &App, brought: &Brought<'_>) -> Value {
        let texts: Vec<&str> = brought.payloads.iter().map(|payload| payload.text.as_str()).collect();
        self.look_backs(&texts).await;
        self.sheets(&texts).await;
        self.typed_in_a_sheet(brought.payloads).await;
        self.through_time(brought.question, &texts).await;
        self.refused(app, &brought.refused).await;
        self.added(app, brought.taken).await;
        self.look("found", json!([])).await
    }

    async fn look_backs(&self, texts: &[&str]) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        page.see(say("look-back-today")).await;
        page.press(say("today-returns-all")).await;
        self.stand_there("today's look-backs", &texts[..DUE]).await;
        page.press(say("look-back-open")).await;
        page.control(say("look-back-later")).await;
        let asked = page.heading().await;
        let asked = texts[..DUE].iter().find(|text| text.trim() == asked).expect("it asks what is due");
        self.stand_there("the sheet it is about", &[asked]).await;
        self.paste("main textarea", asked).await;
        steps::done(page, self.words()).await;
        page.press(say("journal-tried")).await;
        page.see(say("tried-title")).await;
        self.look("every", json!([say("tried-more")])).await;
        self.stand_there("what was tried", texts).await;
    }

    async fn sheets(&self, texts: &[&str]) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        self.press_of(FORM, "sheet-compare").await;
        page.see(say("sheet-compare-intro")).await;
        let newest = texts.len().saturating_sub(BESIDE);
        self.stand_there("sheets beside each other", &texts[newest..]).await;
        page.press(say("journal-entries")).await;
        page.see_heading(say("entries-title")).await;
        self.look("rows", json!([say("entries-more")])).await;
        // Of each text three, the newest first: a sheet, a contact, what prepared it. What was looked
        // back on a moment ago did not move.
        let all: Vec<&str> = texts.iter().rev().flat_map(|text| [*text; 3]).collect();
        for (place, some) in all.chunks(60).enumerate() {
            let faults = self.look("readAll", json!([say("reading-older"), place == 0, some])).await;
            assert_eq!(faults, json!([]), "read as it was written");
        }
        for place in (0..texts.len()).step_by(30) {
            self.to_row(3 * place).await;
            page.press(say("reading-write-on")).await;
            page.see(say("sheet-overview")).await;
            // The browser gives what is in a field with its own ends of line.
            let text = texts[texts.len() - 1 - place].replace("\r\n", "\n");
            let fields = self.look("fields", json!([])).await;
            let same = fields.as_array().expect("fields").iter().filter(|one| **one == json!(text)).count();
            assert!(same >= 5, "a text, two rows of two columns: {fields}");
            steps::done(page, self.words()).await;
        }
    }

    /// Texts that are typed into a sheet, one of each kind.
    async fn typed_in_a_sheet(&self, payloads: &[Payload]) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        let mut kinds: Vec<&Payload> = Vec::new();
        for payload in payloads {
            if kinds.last().is_none_or(|last| last.kind != payload.kind) {
                kinds.push(payload);
            }
        }
        for three in kinds.chunks(3) {
            self.press_of("inbreng", "sheet-new").await;
            page.see(say("sheet-free-title")).await;
            for (place, payload) in three.iter().enumerate() {
                let field = self.look("pasteAt", json!([place, payload.text])).await;
                let text = payload.text.replace("\r\n", "\n").replace('\r', "\n");
                assert_eq!(field, json!(text), "the field takes it as it is");
            }
            steps::done(page, self.words()).await;
            let texts: Vec<&str> = three.iter().map(|payload| payload.text.as_str()).collect();
            // The list may still be as it was a moment ago, with an older sheet first.
            for attempt in 0..3 {
                self.to_row(0).await;
                if attempt == 2 || self.look("missing", json!([texts])).await == json!([]) {
                    break;
                }
            }
            self.stand_there("what was typed", &texts).await;
        }
    }

    async fn through_time(&self, question: &str, texts: &[&str]) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        self.to_handbook("handbook-questions").await;
        self.paste("main input[type=search]", question).await;
        page.press(question).await;
        page.press(say("handbook-answers")).await;
        page.see(say("through-title")).await;
        let newest = texts.len().saturating_sub(200);
        self.stand_there("answers to one question", &texts[newest..]).await;
    }

    async fn refused(&self, app: &App, packs: &[String]) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        for pack in packs {
            // From anew, so that what is said is said of this one.
            self.to_packs().await;
            fs::write(app.picked_file(), pack).expect("a file");
            page.press(say("packs-choose")).await;
            page.see(say("pack-refused-whole")).await;
        }
    }

    /// A pack in which each text stands everywhere: looked over, added, leafed through, asked.
    async fn added(&self, app: &App, texts: &[String]) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        let all: Vec<&str> = texts.iter().map(String::as_str).collect();
        let few = &all[..all.len().min(packs::FEW)];
        self.to_packs().await;
        fs::write(app.picked_file(), packs::of(&all, all[0])).expect("a file");
        page.press(say("packs-choose")).await;
        page.press(say("pack-brings-questions")).await;
        page.press(say("pack-advice")).await;
        self.stand_there("the questions of a pack", few).await;
        page.press(say("pack-add")).await;
        page.control(say("packs-remove")).await;
        self.stand_there("its name", &all[..1]).await;
        page.press(say("packs-remove")).await;
        page.press(say("packs-remove-keep")).await;

        self.to_handbook("handbook-terms").await;
        self.stand_there("words", &all).await;
        for (part, texts) in [
            ("handbook-instruments", all.as_slice()),
            ("handbook-companion", &all),
            ("handbook-methods", few),
            ("handbook-cases", few),
            ("handbook-sources", few),
            ("handbook-about", &all[..1]),
        ] {
            self.to_handbook(part).await;
            self.look("unfold", json!([])).await;
            self.stand_there(part, texts).await;
        }
        self.to_handbook("handbook-questions").await;
        self.stand_there("themes", few).await;
        steps::to_new_contact(page, self.words()).await;
        self.stand_there("kinds of contact", few).await;
        for (place, text) in few.iter().enumerate().take(ASKED) {
            self.to_handbook("handbook-questions").await;
            self.look("unfoldTheme", json!([few.len() - place])).await;
            page.press(say("handbook-ask")).await;
            page.see(say("writing-overview")).await;
            assert_eq!(page.heading().await, text.trim(), "it is asked as it is");
            page.press(say("writing-why")).await;
            page.see(say("writing-sources")).await;
            self.paste("main textarea", text).await;
            steps::done(page, self.words()).await;
        }
        for (place, texts) in all.chunks(packs::IN_FORM).enumerate() {
            self.to_handbook("handbook-forms").await;
            let forms = all.len().div_ceil(packs::IN_FORM);
            self.look("fill", json!([say("handbook-form-fill"), forms - place])).await;
            page.see(say("sheet-overview")).await;
            self.stand_there("what a sheet asks", texts).await;
            steps::done(page, self.words()).await;
        }
    }

    /// Waits until each text stands on screen as it is.
    pub async fn stand_there(&self, what: &str, texts: &[&str]) {
        let missing = self.look("missing", json!([texts])).await;
        if missing != json!([]) {
            let shown = self.page().run("return document.body.innerText.slice(0, 2000)", vec![]).await;
            panic!("{what}: {missing} is not in {shown}");
        }
    }

    async fn to_packs(&self) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        page.press(say("journal-settings")).await;
        page.press(say("settings-packs")).await;
        page.see_heading(say("packs-title")).await;
    }

    async fn to_handbook(&self, part: &str) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        page.press(say("journal-handbook")).await;
        page.see_heading(say("journal-handbook")).await;
        page.press(say(part)).await;
        let shown = "return document.getElementById('handbook-part')?.textContent === arguments[0]";
        page.until(part, shown, vec![json!(say(part))]).await;
    }

    /// Presses a button of one form of our handbook.
    async fn press_of(&self, form: &str, button: &str) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        let ours = packs::ours();
        let name = &ours.form(ours.id(), form).expect("a form of the handbook").name;
        page.press(say("journal-sheets")).await;
        page.see_heading(say("journal-sheets")).await;
        self.look("ofForm", json!([name, say(button)])).await;
    }
}
