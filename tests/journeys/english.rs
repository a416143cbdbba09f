//! English throughout: no screen has a word of the Dutch catalogue or the Dutch handbook on it.

use std::{collections::BTreeSet, fs};

use boundaries::{App, Options, Page, Words};
use serde_json::json;

use crate::{
    files,
    handbook::go_back,
    pack_of_organisation::{self, part_of_handbook, to_packs},
    sheets,
    steps::{self, travel},
};

const ALIAS: &str = "quiet harbour";
const ANSWER: &str = "She said that nobody had asked her before.";
const INTENTION: &str = "Ask first, explain later.";
/// From how many characters on a Dutch text is looked for inside longer ones, too.
const LONG: usize = 20;

#[test]
fn every_screen_is_in_english() {
    travel(async {
        let words = Words::of("en");
        let mut app = App::start(in_english());
        let keys = app.attach("keys").await;
        let dutch = Dutch::new();
        keys.see(words.say("keys-begin")).await;
        dutch.is_nowhere(&keys, "the first window").await;
        steps::choose_passphrase(&keys, &words).await;
        dutch.is_nowhere(&keys, "the recovery sheet").await;
        keys.press(words.say("keys-sheet-later")).await;
        let journal = steps::opened_new(&app, &words).await;
        dutch.is_nowhere(&journal, "Today").await;
        let language = journal.run("return document.documentElement.lang", vec![]).await;
        assert_eq!(language, json!("en"), "a screen reader reads it as English");

        reflects(&journal, &words, &dutch).await;
        fills_sheets(&journal, &words, &dutch).await;
        leafs(&journal, &words, &dutch).await;
        for (place, seen) in [
            ("journal-entries", "entries-title"),
            ("journal-tried", "journal-tried"),
            ("journal-learning", "journal-learning"),
            ("own-trial-title", "own-trial-title"),
            ("own-trial-new", "own-trial-new-title"),
            ("journal-learning", "journal-learning"),
            ("journal-rules", "journal-rules"),
            ("journal-learning", "journal-learning"),
            ("twofold-title", "twofold-title"),
            ("journal-learning", "journal-learning"),
            ("practice-title", "practice-title"),
            ("journal-learning", "journal-learning"),
            ("intervision-title", "intervision-title"),
            ("journal-learning", "journal-learning"),
            ("team-card-title", "team-card-title"),
            ("journal-bin", "journal-bin"),
            ("journal-settings", "settings-title"),
            ("journal-help", "help-title"),
        ] {
            journal.press(words.say(place)).await;
            journal.see_heading(words.say(seen)).await;
            journal.settle().await;
            dutch.is_nowhere(&journal, place).await;
        }
        to_packs(&journal, &words).await;
        dutch.is_nowhere(&journal, "the packs").await;
        steps::to_backups(&journal, &words).await;
        dutch.is_nowhere(&journal, "the backups").await;
        files::quit(&mut app, &journal).await;

        // A week later the look-back is there, in English as well.
        app.start_again_after(7);
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-unlock-title")).await;
        dutch.is_nowhere(&keys, "the lock").await;
        steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
        keys.see_off().await;
        let journal = steps::opened(&app, &words).await;
        journal.see(words.say("look-back-today")).await;
        dutch.is_nowhere(&journal, "Today with a look-back").await;
        journal.press(words.say("look-back-open")).await;
        journal.see(words.say("look-back-title")).await;
        journal.press(words.say("look-back-later")).await;
        dutch.is_nowhere(&journal, "the look-back").await;
    });
}

#[test]
fn a_pack_in_dutch_only_is_told_and_its_questions_wait_for_dutch() {
    travel(async {
        let words = Words::of("en");
        let app = App::start(in_english());
        let journal = steps::set_up(&app, &words).await;
        fs::write(app.picked_file(), pack_of_organisation::example()).expect("a file");
        to_packs(&journal, &words).await;
        journal.press(words.say("packs-choose")).await;
        journal.see(words.say("pack-only-dutch")).await;
        journal.press(words.say("pack-add")).await;
        let name = pack_of_organisation::theirs().header().name.clone();
        journal.see(&words.say_with("packs-said-added", "name", &name)).await;
        journal.see(words.say("pack-only-dutch")).await;
        steps::to_new_contact(&journal, &words).await;
        journal.control("First meeting").await;
        assert!(!journal.has("Spreekuur in de wijk").await, "it is not in this language");
        journal.press(words.say("journal-handbook")).await;
        journal.see_heading(words.say("journal-handbook")).await;
        journal.see(words.say("handbook-questions-body")).await;
        assert!(!journal.shows("Werken in de wijk").await);
        // How long an entry stays is the same in every language.
        journal.press(words.say("journal-settings")).await;
        journal.see(&words.say_with("privacy-keep-house", "days", "90")).await;

        let dutch = Words::of("nl");
        journal.press("Nederlands").await;
        journal.see_heading(dutch.say("settings-title")).await;
        journal.press(dutch.say("journal-today")).await;
        steps::to_new_contact(&journal, &dutch).await;
        journal.control("Spreekuur in de wijk").await;
        // This is how Dutch is seen where it should not be.
        assert!(Dutch::new().on(&journal).await.is_some(), "a screen in Dutch is known as one");
        to_packs(&journal, &dutch).await;
        assert!(!journal.shows(dutch.say("pack-only-dutch")).await);
    });
}

/// Looks back on two contacts, from the first screen to reading.
async fn reflects(journal: &Page, words: &Words, dutch: &Dutch) {
    steps::to_new_contact(journal, words).await;
    journal.press("First meeting").await;
    journal.write(words.say("contact-alias"), ALIAS).await;
    journal.press(words.say("contact-more")).await;
    journal.press(words.say("contact-baggage-criticism")).await;
    dutch.is_nowhere(journal, "a new contact").await;
    steps::begin(journal, words).await;
    steps::write(journal, ANSWER).await;
    journal.press(words.say("writing-why")).await;
    journal.press(words.say("dossier-title")).await;
    dutch.is_nowhere(journal, "a question").await;
    steps::turn_to(journal, words.say("closing-step")).await;
    steps::write(journal, INTENTION).await;
    journal.see(words.say("closing-returns")).await;
    dutch.is_nowhere(journal, "the end").await;
    steps::done(journal, words).await;
    journal.see(words.say("today-returns")).await;
    dutch.is_nowhere(journal, "Today with what returns").await;
    steps::read(journal, words, &ANSWER[..20]).await;
    dutch.is_nowhere(journal, "reading").await;
    steps::start_contact_with(journal, words, "First meeting", ALIAS, 2).await;
    journal.see_heading(words.say("writing-outcome-title")).await;
    dutch.is_nowhere(journal, "what was to be tried").await;
    steps::done(journal, words).await;
}

/// Fills in a bit of every form that ships.
async fn fills_sheets(journal: &Page, words: &Words, dutch: &Dutch) {
    sheets::to_sheets(journal, words).await;
    dutch.is_nowhere(journal, "the sheets").await;
    let names = "const names = [...document.querySelectorAll('main article h3')].map(h3 => h3.textContent.trim()); \
        return names.length ? names : null";
    let names: Vec<String> =
        serde_json::from_value(journal.until("the sheets", names, vec![]).await).expect("names");
    for name in &names {
        sheets::to_sheets(journal, words).await;
        sheets::in_card(journal, name, words.say("sheet-new")).await;
        journal.see_heading(name).await;
        let asks = "return [...document.querySelectorAll('main button')]\
            .some(button => button.textContent.trim() === arguments[0])";
        if journal.run(asks, vec![json!(words.say("contact-begin"))]).await == json!(true) {
            dutch.is_nowhere(journal, &format!("whom “{name}” is about")).await;
            journal.press("First meeting").await;
            sheets::begin(journal, words).await;
        }
        journal.see(words.say("sheet-overview")).await;
        steps::insert(journal, ANSWER).await;
        let day =
            "const take = [...document.querySelectorAll('main .day button')][0]; take?.click(); return true";
        journal.run(day, vec![]).await;
        journal.settle().await;
        dutch.is_nowhere(journal, &format!("the sheet “{name}”")).await;
        sheets::done(journal, words).await;
        sheets::to_sheets(journal, words).await;
        let earlier = "return [...document.querySelectorAll('main article')]\
            .find(card => card.querySelector('h3').textContent.trim() === arguments[0])\
            .querySelector('.actions button:last-child').click() ?? true";
        journal.run(earlier, vec![json!(name)]).await;
        journal.see(ANSWER).await;
        dutch.is_nowhere(journal, &format!("earlier sheets “{name}”")).await;
    }
}

/// Through all of the handbook.
async fn leafs(journal: &Page, words: &Words, dutch: &Dutch) {
    journal.press(words.say("journal-handbook")).await;
    journal.see_heading(words.say("journal-handbook")).await;
    for part in ["questions", "forms", "methods", "terms", "cases", "companion", "sources", "about"] {
        part_of_handbook(journal, words, &format!("handbook-{part}")).await;
        // One after another, all that folds is opened and looked at.
        let folded = "return document.querySelectorAll('main button[aria-expanded]').length";
        let folds = journal.run(folded, vec![]).await.as_u64().expect("a number");
        for place in 0..folds.min(40) {
            let open = "const fold = document.querySelectorAll('main button[aria-expanded]')[arguments[0]]; \
                if (fold?.getAttribute('aria-expanded') === 'false') fold.click(); return true";
            journal.run(open, vec![json!(place)]).await;
            dutch.is_nowhere(journal, &format!("the handbook: {part}, {place}")).await;
        }
        dutch.is_nowhere(journal, &format!("the handbook: {part}")).await;
    }
    part_of_handbook(journal, words, "handbook-questions").await;
    let open = "const question = document.querySelector('main h4 button'); \
        if (question?.getAttribute('aria-expanded') === 'false') question.click(); return !!question";
    journal.until("a question", open, vec![]).await;
    journal.press(words.say("handbook-answers")).await;
    journal.see(words.say("through-title")).await;
    dutch.is_nowhere(journal, "one question through time").await;
    go_back(journal, words).await;
}

/// Every text of the Dutch catalogue and the Dutch handbook that English does not have as well.
struct Dutch {
    texts: BTreeSet<String>,
}

impl Dutch {
    fn new() -> Self {
        let of = |language: &str| {
            let catalogue = Words::of(language);
            let fixed = catalogue.all().filter(|words| !words.contains(['{', '}']));
            let mut texts: BTreeSet<String> = fixed.map(str::to_owned).collect();
            let resident = if language == "nl" { "inwoner" } else { "resident" };
            let path =
                format!("{}/../assets/handbook/{language}/dichterbij.toml", env!("CARGO_MANIFEST_DIR"));
            let pack = fs::read_to_string(path).expect("the handbook is there");
            collect(&toml::from_str(&pack).expect("a handbook"), &mut texts);
            texts
                .iter()
                .map(|text| text.replace(&format!("{{{resident}}}"), resident))
                .collect::<BTreeSet<_>>()
        };
        let english = of("en");
        let english: Vec<String> = english.into_iter().collect();
        let mut texts = of("nl");
        // Names, ids and words that both languages have say nothing about the language.
        texts.retain(|text| {
            text.chars().any(char::is_alphabetic)
                && !english.iter().any(|other| other.contains(text.as_str()))
        });
        assert!(texts.len() > 2_000, "there is Dutch to look for: {}", texts.len());
        Self { texts }
    }

    /// Sees that none of them is on screen, nor told to a screen reader.
    async fn is_nowhere(&self, page: &Page, screen: &str) {
        let found = self.on(page).await;
        assert!(found.is_none(), "{screen} is not in English: “{}”", found.unwrap_or_default());
    }

    /// What of them is on screen first, or told to a screen reader.
    async fn on(&self, page: &Page) -> Option<String> {
        let said: Vec<String> = serde_json::from_value(page.run(SAID, vec![]).await).expect("texts");
        assert!(said.len() > 3, "there is something on screen: {said:?}");
        let long: Vec<&String> = self.texts.iter().filter(|dutch| dutch.chars().count() >= LONG).collect();
        let is_dutch = |text: &String| {
            self.texts.contains(text) || long.iter().any(|dutch| text.contains(dutch.as_str()))
        };
        said.into_iter().find(is_dutch)
    }
}

/// All that is said on a page, seen or heard; without what the person wrote, which is marked as such.
const SAID: &str = "const own = 'body [lang=nl], [translate=no]'; const said = new Set([document.title]); \
    const plain = text => (text ?? '').replace(/\\s+/g, ' ').trim(); \
    for (const element of document.body.querySelectorAll('*')) { \
        if (element.closest(own) || ['SCRIPT', 'STYLE', 'TEMPLATE'].includes(element.tagName)) continue; \
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription']) \
            if (element.hasAttribute(name)) said.add(plain(element.getAttribute(name))); \
        const texts = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE); \
        for (const text of texts) said.add(plain(text.data)); \
        if (texts.some(text => plain(text.data))) said.add(plain(element.textContent)); \
    } \
    said.delete(''); return [...said]";

/// Takes all texts out of a pack.
fn collect(value: &toml::Value, texts: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(text) => {
            texts.insert(text.clone());
        }
        toml::Value::Array(all) => all.iter().for_each(|one| collect(one, texts)),
        toml::Value::Table(all) => all.values().for_each(|one| collect(one, texts)),
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => {}
    }
}

fn in_english() -> Options {
    Options { language: "en_GB.UTF-8", ..Options::default() }
}
