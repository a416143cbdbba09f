//! Sheets, empty and filled in, what one reads of them, and the days on which they come back.

use boundaries::Page;
use handbook::{Form, FormField, Pack, Shape};
use serde_json::json;

use super::{Tour, handbook::say, sitting::choose};
use crate::steps;

/// A word that fits no line of a narrow window, and somebody who can be recognised.
const LONG: &str = "Mevrouw Pietersen belde over het \
    arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg, van 06-12345678.";
const SHORT: &str = "Eén vaste dag.";

impl Tour {
    /// What comes back today, and all that was tried.
    pub(super) async fn look_backs(&self, journal: &Page, pack: &Pack) {
        journal.press(self.say("journal-today")).await;
        journal.see(self.say("look-back-today")).await;
        self.visit(journal, "today-4-look-back").await;
        journal.press(self.say("look-back-open")).await;
        let (_, asks) = look_back(pack, "frame");
        journal.see_heading(&asks).await;
        self.visit(journal, "look-back-1-empty").await;
        journal.press(self.say("look-back-later")).await;
        journal.control(self.say("look-back-move")).await;
        self.visit(journal, "look-back-2-later").await;
        journal.press(self.say("change-leave")).await;
        steps::write(journal, LONG).await;
        self.visit(journal, "look-back-3-written").await;
        steps::done(journal, &self.words).await;
        journal.press(self.say("journal-tried")).await;
        journal.see(self.say("tried-to-come")).await;
        self.visit(journal, "tried-1-all").await;
    }

    pub(super) async fn sheets(&self, journal: &Page, pack: &Pack) {
        self.to_sheets(journal).await;
        self.visit(journal, "sheets-1-all").await;
        self.new_sheet(journal, pack, "dilemma").await;
        choose(journal, "sheet-kind", 1).await;
        let without_day = "const day = document.getElementById('sheet-day'); day.value = ''; \
            day.dispatchEvent(new Event('input', { bubbles: true })); \
            day.dispatchEvent(new Event('change', { bubbles: true })); return true";
        journal.control(self.say("contact-day")).await;
        journal.run(without_day, vec![]).await;
        journal.press(self.say("contact-begin")).await;
        journal.see(self.say("contact-day-missing")).await;
        self.visit(journal, "sheets-2-errors").await;
        for (form, name) in [("dilemma", "1-dilemma"), ("frame", "2-frame"), ("instrument", "3-instrument")] {
            self.new_sheet(journal, pack, form).await;
            self.begin(journal, pack, form).await;
            self.visit(journal, &format!("sheet-{name}-empty")).await;
            self.fill(journal, pack, form).await;
            self.visit(journal, &format!("sheet-{name}-filled")).await;
            steps::done(journal, &self.words).await;
        }
        self.involved(journal, pack).await;
        self.taken_along(journal, pack).await;
        self.earlier(journal, pack).await;
        self.prepared(journal, pack).await;
    }

    /// Who is involved: rows, one of which is taken away.
    async fn involved(&self, journal: &Page, pack: &Pack) {
        self.new_sheet(journal, pack, "betrokkenen").await;
        self.visit(journal, "sheets-3-new").await;
        self.begin(journal, pack, "betrokkenen").await;
        self.fill(journal, pack, "betrokkenen").await;
        journal.press(self.say("sheet-row-take")).await;
        journal.see(self.say("sheet-row-taken")).await;
        self.visit(journal, "sheet-4-involved").await;
        steps::done(journal, &self.words).await;
    }

    /// What is for others: what still points at somebody is said, and it is saved as a page.
    async fn taken_along(&self, journal: &Page, pack: &Pack) {
        self.to_sheets(journal).await;
        self.press_of(journal, pack, "inbreng", "sheet-new").await;
        journal.see(self.say("sheet-free-none")).await;
        self.fill(journal, pack, "inbreng").await;
        journal.see(self.say("sheet-free-left")).await;
        self.visit(journal, "sheet-5-taken-along").await;
        journal.press(self.say("sheet-save")).await;
        journal.see(self.say("sheet-save-carried-out")).await;
        self.visit(journal, "sheet-6-save").await;
        journal.press(self.say("sheet-save-yes")).await;
        journal.see(self.say("sheet-saved")).await;
        self.visit(journal, "sheet-7-saved").await;
    }

    /// The earlier ones: beside a new one, beside each other, and as a list.
    async fn earlier(&self, journal: &Page, pack: &Pack) {
        self.to_sheets(journal).await;
        self.press_of(journal, pack, "maand", "sheet-new").await;
        journal.see(self.say("sheet-before")).await;
        self.visit(journal, "sheet-8-beside").await;
        self.to_sheets(journal).await;
        self.press_of(journal, pack, "maand", "sheet-compare").await;
        journal.see(self.say("sheet-compare-intro")).await;
        self.visit(journal, "sheets-4-compared").await;
        self.to_earlier(journal, pack, "dilemma").await;
        self.visit(journal, "sheets-5-earlier").await;
        // The last is the one of the example.
        self.open_last(journal).await;
        self.visit(journal, "reading-5-sheet").await;
        self.to_earlier(journal, pack, "frame").await;
        self.open_last(journal).await;
        self.visit(journal, "reading-6-columns").await;
        self.to_sheets(journal).await;
        self.press_of(journal, pack, "afspraak", "sheet-earlier").await;
        journal.see(self.say("sheet-earlier-none")).await;
        self.visit(journal, "sheets-6-none").await;
    }

    /// Before a contact, and beside what was written after it.
    async fn prepared(&self, journal: &Page, pack: &Pack) {
        journal.press(self.say("journal-today")).await;
        journal.press(self.say("prepare-today")).await;
        journal.control(self.say("contact-begin")).await;
        journal.press(self.say("contact-begin")).await;
        journal.see(self.say("prepare-kind-missing")).await;
        self.visit(journal, "prepare-1-errors").await;
        choose(journal, "sheet-kind", 2).await;
        journal.press(self.say("contact-begin")).await;
        journal.see_heading(&say(pack, &form(pack, "voorbereiden").name)).await;
        self.fill(journal, pack, "voorbereiden").await;
        self.visit(journal, "prepare-2-filled").await;
        steps::done(journal, &self.words).await;
        // Those of the example: the one that was prepared is the one after it.
        self.to_earlier(journal, pack, "voorbereiden").await;
        self.open_last(journal).await;
        let alias = journal.run("return document.querySelector('article .alias button').innerText", vec![]);
        let alias = alias.await.as_str().expect("an alias").to_owned();
        journal.press(self.say("journal-entries")).await;
        journal.see_heading(self.say("entries-title")).await;
        let title = say(pack, &form(pack, "voorbereiden").name);
        let script = "const row = [...document.querySelectorAll('main li button')].find(row => \
            row.textContent.includes(arguments[0]) && !row.textContent.includes(arguments[1])); \
            row?.click(); return !!row";
        journal.until(&alias, script, vec![json!(alias), json!(title)]).await;
        journal.see(self.say("prepare-before")).await;
        self.visit(journal, "reading-7-prepared").await;
        journal.press(self.say("reading-write-on")).await;
        journal.see(self.say("prepare-before")).await;
        self.visit(journal, "writing-13-prepared").await;
        steps::done(journal, &self.words).await;
    }

    async fn to_sheets(&self, journal: &Page) {
        journal.press(self.say("journal-sheets")).await;
        journal.see_heading(self.say("journal-sheets")).await;
    }

    async fn new_sheet(&self, journal: &Page, pack: &Pack, form: &str) {
        self.to_sheets(journal).await;
        self.press_of(journal, pack, form, "sheet-new").await;
        journal.control(self.say("contact-begin")).await;
    }

    /// Begins the sheet on screen about no contact.
    async fn begin(&self, journal: &Page, pack: &Pack, of: &str) {
        choose(journal, "sheet-kind", 0).await;
        journal.press(self.say("contact-begin")).await;
        let first = say(pack, &form(pack, of).fields[0].label);
        let there = "return [...document.querySelectorAll('main :is(label, legend)')]\
            .some(label => label.textContent.trim() === arguments[0])";
        journal.until(&first, there, vec![json!(first)]).await;
    }

    /// Presses a button of one form among the others.
    async fn press_of(&self, journal: &Page, pack: &Pack, of: &str, button: &str) {
        let name = say(pack, &form(pack, of).name);
        let script = "const card = [...document.querySelectorAll('main article')]\
                .find(card => card.querySelector('h3')?.textContent.trim() === arguments[0]); \
            const button = [...(card?.querySelectorAll('button') ?? [])]\
                .find(button => button.textContent.trim() === arguments[1]); \
            button?.click(); return !!button";
        journal.until(&name, script, vec![json!(name), json!(self.say(button))]).await;
    }

    /// Goes to the list of the sheets of a form.
    async fn to_earlier(&self, journal: &Page, pack: &Pack, of: &str) {
        self.to_sheets(journal).await;
        self.press_of(journal, pack, of, "sheet-earlier").await;
        journal.see(self.say("sheet-earlier-intro")).await;
    }

    async fn open_last(&self, journal: &Page) {
        let script = "const last = [...document.querySelectorAll('main li button')].at(-1); \
            last?.click(); return !!last";
        journal.until("an earlier sheet", script, vec![]).await;
        journal.control(self.say("reading-write-on")).await;
    }

    /// Fills in every field of the sheet on screen, as far as its shape goes.
    async fn fill(&self, journal: &Page, pack: &Pack, of: &str) {
        for (place, field) in form(pack, of).fields.iter().enumerate() {
            let label = say(pack, &field.label);
            let text = if place == 0 { LONG } else { SHORT };
            match &field.shape {
                Shape::Text { repeated: false } => journal.paste(&label, text).await,
                Shape::Text { repeated: true } => {
                    self.write_at(journal, &label, 0, text).await;
                    self.write_at(journal, &label, 1, LONG).await;
                }
                Shape::Columns { columns, repeated } => {
                    let rows = if *repeated { 2 } else { 1 };
                    for at in 0..columns.len() * rows {
                        self.write_at(journal, &label, at, if at == 1 { LONG } else { SHORT }).await;
                    }
                }
                Shape::Choice { options, many } => {
                    journal.press(&say(pack, &options[options.len() - 1].label)).await;
                    if *many {
                        journal.press(&say(pack, &options[0].label)).await;
                    }
                }
                Shape::Date { .. } => {
                    let take = self.say("sheet-day-take").split('{').next().expect("words before the day");
                    journal.press(take.trim()).await;
                }
            }
        }
        // What is told of a text comes after a pause and takes room: a press before it is there may
        // land beside its button.
        journal.control(self.say("mirror-spare")).await;
    }

    /// Writes at a place of the field with this legend.
    async fn write_at(&self, journal: &Page, legend: &str, place: usize, text: &str) {
        let script = "const field = [...document.querySelectorAll('main fieldset')]\
                .find(one => one.querySelector('legend')?.textContent.trim() === arguments[0]); \
            const place = [...(field?.querySelectorAll('textarea, input') ?? [])][arguments[1]]; \
            if (!place) return false; place.focus(); \
            document.execCommand('insertText', false, arguments[2]); return true";
        journal.until(legend, script, vec![json!(legend), json!(place), json!(text)]).await;
    }
}

fn form<'a>(pack: &'a Pack, id: &str) -> &'a Form {
    pack.form(pack.id(), id).unwrap_or_else(|| panic!("the handbook has no form {id}"))
}

/// The label of a form's day, and the question that comes back on it.
fn look_back(pack: &Pack, of: &str) -> (String, String) {
    let asks = |field: &FormField| {
        let Shape::Date { asks: Some(asks), .. } = &field.shape else { return None };
        Some((say(pack, &field.label), say(pack, asks)))
    };
    form(pack, of).fields.iter().rev().find_map(asks).expect("a day with a question")
}
