//! Past every screen that shows texts, comparing each with what was written.

use std::collections::BTreeSet;

use boundaries::{App, Page, Words};
use journal::Row;
use serde_json::{Value, json};

use super::{
    payloads::Payload,
    texts::{Texts, Written},
};
use crate::steps;

/// The journal's window, watched from its first screen on.
pub struct Screens<'a> {
    page: Page,
    words: &'a Words,
}

/// What is searched for: a word that nearly all texts have, and the beginning of one of each kind.
pub fn searches(payloads: &[Payload], common: &str) -> Vec<String> {
    let firsts = firsts(payloads)
        .into_iter()
        .step_by(4)
        .map(|(_, payload)| payload.text.trim().chars().take(60).collect());
    std::iter::once(common.to_owned()).chain(firsts).collect()
}

/// The elements of one list that are not in the other.
pub fn beyond(found: &Value, known: &Value) -> Vec<String> {
    let set =
        |list: &Value| -> BTreeSet<String> { serde_json::from_value(list.clone()).expect("a list of texts") };
    set(found).difference(&set(known)).cloned().collect()
}

impl<'a> Screens<'a> {
    /// Unlocks an app that has just started.
    pub async fn open(app: &App, words: &'a Words) -> Self {
        Self::on(steps::unlock(app, words).await, words).await
    }

    /// Begins to watch a window.
    pub async fn on(page: Page, words: &'a Words) -> Self {
        page.run(include_str!("screens.js"), vec![]).await;
        Self { page, words }
    }

    /// The window.
    pub const fn page(&self) -> &Page {
        &self.page
    }

    /// The words on screen.
    pub const fn words(&self) -> &Words {
        self.words
    }

    /// How many windows the session has.
    pub async fn windows(&self) -> usize {
        self.page.client().windows().await.expect("the session tells").len()
    }

    /// Goes past all of them; gives what was found on the way.
    pub async fn pass(&self, payloads: &[Payload], texts: &Texts) -> Value {
        self.today(texts).await;
        self.list(texts).await;
        self.entries(payloads, texts).await;
        self.searched(texts).await;
        self.bin(texts).await;
        self.typed(payloads, texts).await;
        self.backup(texts).await;
        self.look("found", json!([])).await
    }

    async fn today(&self, texts: &Texts) {
        let say = |id| self.words.say(id);
        let shown = self.look("returning", json!([say("today-returns-all")])).await;
        let shown = shown.as_array().expect("a list");
        assert_eq!(shown.len(), texts.returning.len(), "all that comes back is there");
        for (shown, intention) in shown.iter().zip(&texts.returning) {
            assert_eq!(shown["text"], intention.text.as_str());
            let alias = intention.alias.as_ref().map(|alias| alias.as_str());
            let kind = intention.kind.as_deref().expect("a contact");
            let name = alias.unwrap_or(kind);
            assert_eq!(shown["facts"][0], name, "whose it is");
            let message = if alias.is_some() {
                ("today-returns-alias", "alias")
            } else {
                ("today-returns-kind", "kind")
            };
            let offer = self.words.say_with(message.0, message.1, name);
            assert_eq!(shown["actions"][0].as_str().map(str::trim), Some(offer.trim()), "what is offered");
        }
    }

    async fn list(&self, texts: &Texts) {
        self.page.press(self.words.say("journal-entries")).await;
        self.page.see_heading(self.words.say("entries-title")).await;
        let rows = self.look("rows", json!([])).await;
        compare(&rows, &texts.rows, "");
    }

    /// Every entry as it is read; one of every second kind as it is changed and written on too.
    async fn entries(&self, payloads: &[Payload], texts: &Texts) {
        let read = self.read(texts.entries.len()).await;
        assert_eq!(read.len(), texts.entries.len(), "every entry was read");
        for (shown, written) in read.iter().zip(&texts.entries) {
            self.as_written(shown, written);
        }
        let to = |id| self.words.say(id);
        for (number, _) in firsts(payloads).into_iter().step_by(2) {
            let place = texts.entries.iter().position(|written| written.number == number).expect("written");
            let written = &texts.entries[place];
            self.to_row(place).await;
            let change = self.look("change", json!([to("reading-change"), to("change-leave")])).await;
            assert_eq!(change["value"], written.kind.as_str());
            assert_eq!(change["kind"], written.kind.as_str());
            assert_eq!(change["alias"], json!([written.alias.clone().unwrap_or_default()]));
            let pages = self.look("write", json!([to("reading-write-on"), to("writing-done")])).await;
            self.as_written_on(&pages, written);
        }
    }

    fn as_written(&self, shown: &Value, written: &Written) {
        let text = json!(written.text);
        assert_eq!(shown["title"], written.kind.as_str(), "the kind is the title");
        if let Some(alias) = &written.alias {
            assert!(contains(&shown["around"], alias), "{alias}: {}", shown["around"]);
        }
        let parts = shown["parts"].as_array().expect("parts");
        let kinds: Vec<&str> = parts.iter().filter_map(|part| part["kind"].as_str()).collect();
        let outcome = written.tried.iter().map(|_| "outcome");
        let all: Vec<&str> = outcome.chain(["question", "own", "free", "intention", "feeling"]).collect();
        assert_eq!(kinds, all, "{text}");
        for part in parts {
            assert_eq!(part["text"], text);
            match part["kind"].as_str() {
                Some("outcome") => assert_eq!(part["quote"], json!(written.tried)),
                Some("question") => assert_eq!(part["question"], text),
                Some("own") => assert_eq!(part["question"], written.own.as_str()),
                _ => {}
            }
        }
        let _ = self;
    }

    fn as_written_on(&self, pages: &Value, written: &Written) {
        let pages = pages.as_array().expect("pages");
        let fields: Vec<&Value> =
            pages.iter().flat_map(|page| page["fields"].as_array().expect("fields")).collect();
        // The browser gives what is in a field with its own ends of line.
        let text = written.text.replace("\r\n", "\n");
        let same = fields.iter().filter(|field| **field == &json!(text)).count();
        assert!(same >= 5, "outcome, question, own, free, intention, feeling: {fields:?}");
        assert!(
            pages.iter().any(|page| page["title"].as_str().map(str::trim) == Some(written.text.trim())),
            "the question is the title of its page: {pages:?}"
        );
    }

    async fn searched(&self, texts: &Texts) {
        self.page.press(self.words.say("journal-entries")).await;
        for (term, rows) in &texts.found {
            let found = self.look("search", json!([term])).await;
            compare(&found, rows, term);
        }
        // With the words marked, every text is still itself.
        let (common, rows) = &texts.found[0];
        self.look("search", json!([common])).await;
        let read = self.read(25).await;
        for (shown, row) in read.iter().zip(rows) {
            let place = texts.rows.iter().position(|one| one.entry == row.entry).expect("a row");
            self.as_written(shown, &texts.entries[place]);
            assert!(shown.to_string().contains(&format!("\"marks\":[\"{common}")), "it is marked");
        }
        self.page.press(self.words.say("reading-back")).await;
        self.look("search", json!([""])).await;
    }

    async fn bin(&self, texts: &Texts) {
        self.page.press(self.words.say("journal-bin")).await;
        self.page.see_heading(self.words.say("bin-title")).await;
        let rows = self.look("bin", json!([])).await;
        let rows = rows.as_array().expect("rows");
        assert_eq!(rows.len(), texts.bin.len());
        for (shown, row) in rows.iter().zip(&texts.bin) {
            assert_eq!(shown["excerpt"], row.excerpt.as_str());
            assert_eq!(shown["facts"][0], row.kind.as_deref().expect("a contact"));
            if let Some(alias) = &row.alias {
                assert_eq!(shown["facts"][1], alias.as_str());
            }
        }
    }

    /// Texts that are typed: an alias, an answer, a question of one's own, an intention.
    async fn typed(&self, payloads: &[Payload], texts: &Texts) {
        let (page, words) = (&self.page, self.words);
        steps::to_new_contact(page, words).await;
        let aliases: Vec<&String> =
            texts.entries.iter().filter_map(|written| written.alias.as_ref()).collect();
        let offered = self.look("offered", json!([aliases])).await;
        for (alias, offered) in aliases.iter().zip(offered.as_array().expect("a list")) {
            let offered: Vec<String> = serde_json::from_value(offered.clone()).expect("a list of texts");
            assert!(offered.contains(alias) || offered.len() == 6, "{alias}: {offered:?}");
            assert!(offered.iter().all(|one| aliases.contains(&one)), "{alias}: {offered:?}");
        }
        let typed: Vec<String> = firsts(payloads)
            .into_iter()
            .map(|(_, payload)| payload.text.as_str())
            .filter(|text| aliases.iter().any(|alias| alias == text))
            .map(str::to_owned)
            .collect();
        for (place, text) in typed.iter().enumerate().step_by(4) {
            let other = |by: usize| typed[(place + by) % typed.len()].as_str();
            let (own, intention) = (other(1), other(2));
            steps::to_new_contact(page, words).await;
            page.press("Telefonisch").await;
            self.paste("#contact-alias", text).await;
            steps::begin(page, words).await;
            steps::turn_to(page, &steps::questions(page, words).await[0]).await;
            self.paste("main textarea", text).await;
            page.press(words.say("writing-own")).await;
            page.control(words.say("writing-own-question")).await;
            self.paste("main input", own).await;
            self.paste("main textarea", text).await;
            steps::turn_to(page, words.say("closing-step")).await;
            self.paste("main textarea", intention).await;
            steps::done(page, words).await;
            page.press(words.say("journal-entries")).await;
            page.see_heading(words.say("entries-title")).await;
            let newest = "return document.querySelector('main li .alias')?.textContent === arguments[0]";
            page.until("the new entry in the list", newest, vec![json!(text)]).await;
            let read = self.read(1).await;
            assert!(contains(&read[0]["around"], text), "the alias: {read:?}");
            let parts = read[0]["parts"].as_array().expect("parts");
            let shown: Vec<&Value> = parts.iter().map(|part| &part["text"]).collect();
            assert_eq!(shown, [text.as_str(), text, intention], "{read:?}");
            assert!(parts.iter().any(|part| part["kind"] == "own" && part["question"] == own), "{read:?}");
        }
    }

    /// The same in a backup that is looked into.
    async fn backup(&self, texts: &Texts) {
        steps::to_backups(&self.page, self.words).await;
        self.page.press(self.words.say("backups-try")).await;
        self.page.control(self.words.say("trial-back")).await;
        let rows = self.look("rows", json!([])).await;
        compare(&rows, &texts.rows, "");
        let read = self.read(25).await;
        for (shown, written) in read.iter().zip(&texts.entries) {
            self.as_written(shown, written);
        }
        self.page.press(self.words.say("journal-bin")).await;
        self.look("bin", json!([])).await;
        self.page.press(self.words.say("trial-back")).await;
        self.page.control(self.words.say("journal-today")).await;
    }

    /// The first entries of the list, each as it is read, from one to the next.
    async fn read(&self, most: usize) -> Vec<Value> {
        let mut read = Vec::new();
        while read.len() < most {
            let few = (most - read.len()).min(20);
            let more =
                self.look("read", json!([self.words.say("reading-older"), read.is_empty(), few])).await;
            let more = more.as_array().expect("a list").clone();
            let is_end = more.len() < few;
            read.extend(more);
            if is_end {
                break;
            }
        }
        read
    }

    /// Opens an entry by its place in the list.
    pub async fn to_row(&self, place: usize) {
        self.page.press(self.words.say("journal-entries")).await;
        self.page.see_heading(self.words.say("entries-title")).await;
        assert_eq!(self.look("open", json!([place])).await, json!(true), "a row at {place}");
        self.page.control(self.words.say("reading-change")).await;
    }

    /// Puts a text into a field, which takes it as it is.
    pub async fn paste(&self, field: &str, text: &str) {
        assert_eq!(self.look("paste", json!([field, text])).await, text, "the field takes it as it is");
    }

    /// Asks what `screens.js` put into the page. Both ways it travels as ASCII: a driver may cut a
    /// text at a NUL.
    pub async fn look(&self, what: &str, arguments: Value) -> Value {
        const ASK: &str = "const done = arguments[2]; \
            const ascii = value => JSON.stringify(value ?? null).replace(/[\\u0000-\\u001f\\u007f-\\uffff]/g, \
                one => '\\\\u' + one.charCodeAt(0).toString(16).padStart(4, '0')); \
            (async () => window.__look[arguments[0]](...JSON.parse(arguments[1])))()\
                .then(value => done(ascii(value)), fault => done('!' + fault))";
        let arguments = ascii(&arguments.to_string());
        let answer = self.page.client().execute_async(ASK, vec![json!(what), json!(arguments)]).await;
        let answer = answer.unwrap_or_else(|error| panic!("{what}: {error}"));
        let answer = answer.as_str().expect("a text");
        serde_json::from_str(answer).unwrap_or_else(|_| panic!("{what}: {answer}"))
    }
}

/// The first of each kind, with its place.
fn firsts(payloads: &[Payload]) -> Vec<(usize, &Payload)> {
    let all = payloads.iter().enumerate();
    all.filter(|(place, payload)| *place == 0 || payloads[place - 1].kind != payload.kind).collect()
}

/// Sees that rows are those that the store gives, and that what is marked in them was searched for.
fn compare(shown: &Value, rows: &[Row], term: &str) {
    let shown = shown.as_array().expect("rows");
    assert_eq!(shown.len(), rows.len(), "as many rows as the store gives for “{term}”");
    for (shown, row) in shown.iter().zip(rows) {
        assert_eq!(shown["kind"], row.kind.as_deref().expect("a contact"));
        assert_eq!(shown["alias"], json!(row.alias.as_ref().map(|alias| alias.as_str())));
        assert_eq!(shown["excerpt"].as_str().map(str::trim), Some(row.excerpt.trim()));
    }
}

fn contains(list: &Value, text: &str) -> bool {
    list.as_array().is_some_and(|list| list.iter().any(|one| one == text))
}

/// JSON without a character beyond ASCII.
pub fn ascii(json: &str) -> String {
    let mut text = String::new();
    for unit in json.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => text.push(char::from(byte)),
            _ => text.push_str(&format!("\\u{unit:04x}")),
        }
    }
    text
}
