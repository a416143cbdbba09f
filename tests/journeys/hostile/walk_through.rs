//! A journal in which texts stand wherever a walk-through has one, and the way past every screen of it, in
//! the three windows that show them.

use std::{fs, path::Path};

use boundaries::{App, Words, walking, writing};
use chrono::{DateTime, Days, FixedOffset};
use journal::{
    Alias, CellRef, CellValue, EntryId, Field, FormRef, JointCardText, Journal, NewContact, NewEntry,
    NewWalkPage, SaveAnswer, WalkEnd, WalkPlan, WalkThroughId,
};
use serde_json::{Value, json};
use testkit::{CHEAP, SeededRandomness};
use vault::{Clock as _, Folder, Passphrase, SystemClock, set_up};

use super::{payloads::Payload, screens::Screens};
use crate::{steps, walking as walks};

/// Texts of one entry.
const OF_ENTRY: usize = 5;
/// Every so many texts are those of a past walk-through.
const PAST: usize = 12;

/// What the store took, each as it was written.
pub struct Walked {
    /// The texts of each page, in their order: its name, what stands for its alias, what is asked and said.
    pages: Vec<Vec<String>>,
    /// What was felt, which nobody sees but the writer.
    felt: Vec<String>,
    /// For whom the one is that is shown, and its question.
    plan: [String; 2],
    /// For whom others are prepared.
    prepared: Vec<String>,
    /// Of those that are past, the latest first.
    past: Vec<String>,
}

/// Makes a journal of texts in a folder.
pub fn write(folder: &Path, payloads: &[Payload]) -> Walked {
    fs::create_dir(folder).expect("a folder");
    let at = Folder::open(folder).expect("a folder");
    let (_, key) = set_up(&at, &Passphrase::new(steps::PASSPHRASE), CHEAP, &mut SeededRandomness::new(69))
        .expect("it is set up");
    let mut journal = writing::open(folder, key).expect("it opens");
    let mut writer = Writer { journal: &mut journal, now: SystemClock.now() };
    let texts: Vec<&str> = payloads.iter().map(|payload| payload.text.as_str()).collect();

    let past = writer.past(&texts.iter().step_by(PAST).copied().collect::<Vec<_>>());
    let (mut new, mut pages, mut felt) = (Vec::new(), Vec::new(), Vec::new());
    for (place, some) in texts.chunks(OF_ENTRY).enumerate() {
        let (page, shown) =
            if place % 2 == 0 { writer.contact(some) } else { (writer.sheet(some), some.to_vec()) };
        if place % 2 == 0 {
            felt.push(some[0].to_owned());
        }
        new.push(page);
        pages.push(shown.into_iter().map(str::to_owned).collect());
    }
    let shown = writer.journal.prepare_walk_through(&new, &[], writer.now).expect("prepared");
    let plan = writer.plan(shown, &texts, None);
    let mut prepared = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        if WalkPlan::parse(text, text, 15, None).is_ok() {
            let page = new[place % new.len()].clone();
            let other = writer.journal.prepare_walk_through(&[page], &[], writer.now).expect("prepared");
            prepared.push(writer.plan(other, &[text], Some(1))[0].clone());
        }
    }
    journal.close().expect("it locks");
    Walked { pages, felt, plan, prepared, past }
}

struct Writer<'a> {
    journal: &'a mut Journal,
    now: DateTime<FixedOffset>,
}

impl Writer<'_> {
    /// A contact of which a text is the kind, the alias and what stands for it; what was felt is covered.
    fn contact<'t>(&mut self, texts: &[&'t str]) -> (NewWalkPage, Vec<&'t str>) {
        let alias = texts.iter().find_map(|text| Alias::parse(text).ok());
        let kind = texts.iter().find(|text| text.chars().count() <= 200).copied().unwrap_or("lang");
        let contact = NewContact { day: self.now.date_naive(), kind: kind.to_owned(), alias };
        let entry = self.start(Some(contact), None);
        for (place, text) in texts.iter().enumerate() {
            let id = format!("v-{place}");
            self.save(entry, Field::Question { pack: "pak", id: &id, version: 1, wording: text }, text);
        }
        self.save(entry, Field::Feeling, texts[0]);
        let mut page = self.page(entry);
        page.who = page.who.map(|_| kind.to_owned());
        let mut shown = texts.to_vec();
        shown.push(kind);
        (page, shown)
    }

    /// A sheet of which a text is the title, what it asks, and the name of a column.
    fn sheet(&mut self, texts: &[&str]) -> NewWalkPage {
        let entry = self.start(None, Some(texts[0]));
        for (row, text) in (0..).zip(texts) {
            let value = CellValue::Text;
            let cell = CellRef { field: "tekst", column: None, row, label: text, heading: None, value };
            self.save(entry, Field::Cell(cell), text);
            let cell = CellRef { field: "kolom", column: Some("een"), heading: Some(text), ..cell };
            self.save(entry, Field::Cell(cell), text);
        }
        self.page(entry)
    }

    fn start(&mut self, contact: Option<NewContact>, title: Option<&str>) -> EntryId {
        let form = if title.is_some() { "maand" } else { "guide" };
        let form = FormRef { pack: "dichterbij".into(), form: form.into(), version: 1 };
        let title = title.map(str::to_owned);
        let new = NewEntry { contact, form, seed: 7, sitting: None, title, prepares: false };
        self.journal.start_entry(new, self.now).expect("an entry").id
    }

    fn save(&mut self, entry: EntryId, field: Field<'_>, text: &str) {
        let save = SaveAnswer { entry, answer: None, field, text };
        self.journal.save_answer(save, self.now).expect("every text is taken as an answer");
    }

    fn page(&mut self, entry: EntryId) -> NewWalkPage {
        self.journal.leave(entry).expect("indexed");
        walking::page_of(&self.journal.entry(entry).expect("it is there"))
    }

    /// For whom, and the question: the first of the texts that each can be.
    fn plan(&mut self, id: WalkThroughId, texts: &[&str], in_days: Option<u64>) -> [String; 2] {
        let today = self.now.date_naive();
        let whom = texts.iter().find(|text| WalkPlan::parse(text, "", 15, None).is_ok());
        let question = texts.iter().rev().find(|text| WalkPlan::parse("", text, 15, None).is_ok());
        let [whom, question] = [whom, question].map(|text| text.copied().unwrap_or_default());
        let planned_on = in_days.and_then(|days| today.checked_add_days(Days::new(days)));
        let plan = WalkPlan::parse(whom, question, 15, planned_on).expect("a plan");
        self.journal.change_walk_through(id, &plan, today).expect("planned");
        [plan.for_whom().to_owned(), plan.question().to_owned()]
    }

    /// Walk-throughs that are over, each with a card of which a text is everything.
    fn past(&mut self, texts: &[&str]) -> Vec<String> {
        let mut past = Vec::new();
        for text in texts.iter().filter(|text| text.chars().count() <= 4_000) {
            let (page, _) = self.contact(&[text]);
            let id = self.journal.prepare_walk_through(&[page], &[], self.now).expect("prepared");
            self.plan(id, &[text], None);
            self.journal.looked_over_walk_through(id).expect("looked over");
            self.journal.begin_walk_through(id, self.now).expect("begun");
            self.journal.end_walk_through(id, Some((self.now, WalkEnd::Asked))).expect("ended");
            self.journal.return_from_walk_through(id).expect("returned");
            let [discussed, take_along, differently] = [0; 3].map(|_| (*text).to_owned());
            let card = JointCardText { discussed, take_along, differently };
            self.journal.save_joint_card(id, &card).expect("saved");
            past.push((*text).to_owned());
        }
        past.reverse();
        past
    }
}

/// Goes past all of it, from the list to the record; gives what was found in the journal's window, in the
/// walk-through's, and in the journal's after it.
pub async fn pass(app: &App, words: &Words, walked: &Walked, typed: &[&str]) -> [Value; 3] {
    let before = Screens::open(app, words).await;
    before.prepared(walked).await;
    before.previewed(walked).await;
    let found = before.look("found", json!([])).await;
    assert_eq!(before.windows().await, 1, "no other window was opened");
    let shown = Screens::on(walks::start(app, words, before.page()).await, words).await;
    shown.walked(walked).await;
    let of_walk = shown.look("found", json!([])).await;
    assert_eq!(shown.windows().await, 1, "no other window was opened");
    shown.page().press(words.say("shown-finish")).await;
    shown.page().see_off().await;

    let keys = app.attach("keys").await;
    steps::type_passphrase(&keys, words, steps::PASSPHRASE).await;
    keys.see_off().await;
    let journal = app.attach("journal").await;
    journal.see_heading(words.say("joint-title")).await;
    let after = Screens::on(journal, words).await;
    after.card(typed).await;
    after.recorded(walked, typed).await;
    let after_it = after.look("found", json!([])).await;
    assert_eq!(after.windows().await, 1, "no other window was opened");
    [found, of_walk, after_it]
}

impl Screens<'_> {
    /// The list, and what is prepared first in it.
    async fn prepared(&self, walked: &Walked) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        walks::to_walk_throughs(page, self.words()).await;
        page.press(say("walk-explains-done")).await;
        page.control(say("walk-choose")).await;
        let whom = |text: &String| self.words().say_with("walk-for", "whom", text);
        let names: Vec<String> = walked.prepared.iter().chain([&walked.plan[0]]).map(whom).collect();
        self.stands("for whom", &names).await;
        self.open_row(0).await;
        for texts in &walked.pages {
            self.stands("what is prepared", texts).await;
        }
        self.stands("what was felt", &walked.felt).await;
        let fields = self.look("fields", json!([])).await;
        for text in &walked.plan {
            assert!(fields.as_array().is_some_and(|all| all.iter().any(|one| one == text)), "{fields}");
        }
        // A sentence is covered, and is not any more.
        for pressed in ["true", "false"] {
            let press = "document.querySelector('main .sentence').click(); return true";
            page.run(press, vec![]).await;
            let done = "return document.querySelector('main .sentence').getAttribute('aria-pressed') === arguments[0]";
            page.until("the sentence", done, vec![json!(pressed)]).await;
        }
    }

    /// Page by page, up to what it is for.
    async fn previewed(&self, walked: &Walked) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        page.press(say("walk-preview")).await;
        page.control(say("stage-leave")).await;
        for texts in &walked.pages {
            self.stands("what will be seen", texts).await;
            page.keys(&["Right"]).await;
        }
        page.see(say("walk-preview-end")).await;
        self.stands("what it is for", &walked.plan).await;
        let ready = "return !document.querySelector('button.primary[aria-disabled=true]')";
        page.until("that it was looked over", ready, vec![]).await;
    }

    /// In the window that others look at.
    async fn walked(&self, walked: &Walked) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        let [whom, question] = &walked.plan;
        let whom = self.words().say_with("shown-agreements-for", "who", whom);
        self.stands("what it is for", &[whom, question.clone()]).await;
        page.press(say("shown-begin")).await;
        for texts in &walked.pages {
            self.stands("what is seen", texts).await;
            page.keys(&["Escape"]).await;
            page.see(say("shown-covered-all")).await;
            page.press(say("shown-uncover")).await;
            page.control(say("shown-next")).await;
            page.keys(&["Right"]).await;
        }
        page.see_heading(say("shown-end")).await;
    }

    /// What is typed on the card.
    async fn card(&self, typed: &[&str]) {
        let (page, say) = (self.page(), |id| self.words().say(id));
        for (place, text) in typed.iter().enumerate() {
            self.look("pasteAt", json!([place, text])).await;
        }
        page.press(say("joint-intention")).await;
        page.see(say("joint-said-intention")).await;
        page.press(say("joint-keep")).await;
        page.see(say("joint-said-kept")).await;
        page.press(say("joint-open")).await;
        page.control(say("journal-walk-throughs")).await;
    }

    /// What is kept of it, and of others before it.
    async fn recorded(&self, walked: &Walked, typed: &[&str]) {
        let page = self.page();
        let past = |of: usize| walked.prepared.len() + of;
        walks::to_walk_throughs(page, self.words()).await;
        self.open_row(past(0)).await;
        let typed: Vec<String> =
            typed.iter().map(|text| text.replace("\r\n", "\n").replace('\r', "\n")).collect();
        self.stands("the card", &typed).await;
        for texts in &walked.pages {
            self.stands("what was seen", texts).await;
        }
        self.stands("what was covered", &walked.felt).await;
        for (place, text) in walked.past.iter().enumerate() {
            walks::to_walk_throughs(page, self.words()).await;
            self.open_row(past(place + 1)).await;
            self.stands("a card of before", std::slice::from_ref(text)).await;
        }
    }

    /// Opens what stands at a place of the list.
    async fn open_row(&self, place: usize) {
        let row = "const row = document.querySelectorAll('main li button.row')[arguments[0]]; \
            row?.click(); return !!row";
        self.page().until("the row", row, vec![json!(place)]).await;
        let opened = "return document.querySelector('main li button.row') === null";
        self.page().until("what it opens", opened, vec![]).await;
    }

    async fn stands(&self, what: &str, texts: &[String]) {
        self.stand_there(what, &texts.iter().map(String::as_str).collect::<Vec<_>>()).await;
    }
}
