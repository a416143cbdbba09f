//! What is taken to others holds no person: a name in it is found, replaced, and in no page.

use std::{fs, path::PathBuf};

use boundaries::{App, Options, Page, Words, wait_for};
use serde_json::json;

use crate::{
    files,
    guided::stand_in_order,
    sheets,
    steps::{self, travel},
};

const FORM: &str = "Inbreng voor intervisie";
const SITUATION: &str = "De situatie, in algemene woorden";
const MINE: &str = "Mijn vraag";
const GROUP: &str = "Wat wil ik van de groep?";
const WITH_NAMES: &str = "Aan de balie raakt een vraag kwijt. Mevrouw Pietersen moest drie keer terug.";
const WITHOUT: &str = "Aan de balie raakt een vraag kwijt. Mevrouw [naam] moest drie keer terug.";
const CALL: &str = "Hoe kan ik eerder bellen, bijvoorbeeld naar 06-12345678?";
const CALL_WITHOUT: &str = "Hoe kan ik eerder bellen, bijvoorbeeld naar […]?";
const ASK: &str = "Eerst vragen, en daarna pas raad.";

#[test]
fn a_contribution_for_colleagues_is_cleaned_and_saved_as_a_page_without_a_person() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        sheets::to_sheets(&journal, &words).await;
        journal.see(words.say("sheet-person-free")).await;
        // It is about nobody, so it asks for nobody.
        sheets::in_card(&journal, FORM, words.say("sheet-new")).await;
        journal.see(words.say("sheet-overview")).await;
        journal.see_heading(FORM).await;
        journal.see(words.say("sheet-free-none")).await;
        journal.paste(SITUATION, WITH_NAMES).await;
        journal.paste(MINE, CALL).await;
        journal.paste(GROUP, ASK).await;
        journal.see(words.say("sheet-free-left")).await;
        see_left(&journal, &["Pietersen", "06-12345678"]).await;

        // Whoever wants to take it along like this is told first, and turns back.
        journal.press(words.say("sheet-save")).await;
        journal.see(words.say("sheet-save-title")).await;
        let asked = steps::shown_in(&journal, "dialog[open]").await;
        for told in ["sheet-free-left", "sheet-save-open", "sheet-save-carried-out"] {
            assert!(asked.contains(words.say(told)), "{told} in {asked}");
        }
        journal.press(words.say("sheet-save-no")).await;
        assert!(pages(&app).is_empty(), "nothing was saved");

        replace_first(&journal, &words, words.say("mirror-blank-name")).await;
        see_left(&journal, &["06-12345678"]).await;
        replace_first(&journal, &words, words.say("mirror-blank")).await;
        journal.see(words.say("sheet-free-none")).await;
        steps::see_gone(&journal, words.say("sheet-free-left")).await;
        assert_eq!(journal.value(SITUATION).await, WITHOUT);
        assert_eq!(journal.value(MINE).await, CALL_WITHOUT);

        journal.press(words.say("sheet-save")).await;
        journal.see(words.say("sheet-save-title")).await;
        let asked = steps::shown_in(&journal, "dialog[open]").await;
        assert!(!asked.contains(words.say("sheet-free-left")), "{asked}");
        journal.press(words.say("sheet-save-yes")).await;
        journal.see(words.say("sheet-saved")).await;
        let page = wait_for("the page", || pages(&app).pop());
        journal.see(page.file_name().and_then(|name| name.to_str()).expect("a name")).await;
        let written = fs::read_to_string(&page).expect("a page");
        assert!(
            stand_in_order(&written, &[FORM, SITUATION, WITHOUT, MINE, CALL_WITHOUT, GROUP, ASK]),
            "{written}"
        );
        for person in ["Pietersen", "06-12345678"] {
            assert!(!written.contains(person), "{person} in {written}");
        }
        // It draws from nothing but itself.
        for outside in ["<script", "http:", "https:", "src=", "url("] {
            assert!(!written.contains(outside), "{outside} in {written}");
        }
        steps::done(&journal, &words).await;
        let article = steps::read(&journal, &words, "Aan de balie").await;
        let today = steps::day_in(&journal, 0).await;
        let carried_out = words.say_with("status-carried-out", "day", &today);
        let carried_out = carried_out.split(',').next().expect("words before the comma");
        assert!(article.contains(carried_out), "“{carried_out}” in {article}");
        files::quit(&mut app, &journal).await;
        // And no page of the store has what was taken out.
        for person in ["Pietersen", "06-12345678"] {
            let hits = files::hits(&app, person);
            assert!(hits.iter().all(|hits| *hits == 0), "{person} is in a page of the store: {hits:?}");
        }
        assert!(files::hits(&app, "Aan de balie")[0] > 0, "this way of looking finds what is there");
    });
}

#[test]
fn an_image_of_working_together_is_read_beside_those_of_before() {
    const FORM: &str = "Mijn beeld van samenwerken";
    const THREE: &str = "Wat is samenwerken nu voor jou? Schrijf drie zinnen.";
    const THEN: &str = "Dat iedereen bij elkaar aan tafel zit.";
    const NOW: &str = "Dat één iemand belt, en de rest weet waarom.";
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        sheets::to_sheets(&journal, &words).await;
        sheets::in_card(&journal, FORM, words.say("sheet-new")).await;
        journal.see(words.say("sheet-overview")).await;
        assert!(!journal.shows(words.say("sheet-before")).await, "there is nothing before the first");
        journal.paste(THREE, THEN).await;
        steps::done(&journal, &words).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(90);
        let journal = steps::unlock(&app, &words).await;
        sheets::to_sheets(&journal, &words).await;
        sheets::in_card(&journal, FORM, words.say("sheet-new")).await;
        // While one writes, what one wrote then is read beside it.
        journal.see(words.say("sheet-before")).await;
        journal.see(THEN).await;
        assert_eq!(journal.value(THREE).await, "", "and is not put in the mouth");
        journal.paste(THREE, NOW).await;
        steps::done(&journal, &words).await;
        sheets::to_sheets(&journal, &words).await;
        sheets::in_card(&journal, FORM, words.say("sheet-compare")).await;
        journal.see(words.say("sheet-compare-intro")).await;
        let (now, then) = (steps::day_in(&journal, 90).await, steps::day_in(&journal, 0).await);
        let page = steps::shown_in(&journal, "main").await;
        assert!(stand_in_order(&page, &[&now, THREE, NOW, &then, THREE, THEN]), "{page}");
    });
}

/// Waits until exactly these words are told at the end of the sheet, in their order.
async fn see_left(journal: &Page, expected: &[&str]) {
    let script = "const title = [...document.querySelectorAll('main h2')]\
            .find(h2 => h2.textContent.trim() === arguments[0]); \
        const left = [...title?.closest('section').querySelectorAll('li .words') ?? []].map(e => e.textContent.trim()); \
        return JSON.stringify(left) === JSON.stringify(arguments[1])";
    let title = json!(Words::of("nl").say("sheet-free-title"));
    journal.until(&format!("what is left: {expected:?}"), script, vec![title, json!(expected)]).await;
}

/// Replaces the first that is told at the end of the sheet.
pub async fn replace_first(journal: &Page, words: &Words, instead: &str) {
    let script = "const title = [...document.querySelectorAll('main h2')]\
            .find(h2 => h2.textContent.trim() === arguments[0]); \
        const button = title?.closest('section').querySelector('li button'); \
        if (button?.textContent.trim() !== arguments[1]) return false; button.click(); return true";
    let replace = words.say_with("mirror-replace", "words", instead);
    let arguments = vec![json!(words.say("sheet-free-title")), json!(replace)];
    journal.until(&format!("“{replace}”"), script, arguments).await;
}

/// The pages that were saved.
pub fn pages(app: &App) -> Vec<PathBuf> {
    let folder = app.saved_page();
    let entries = fs::read_dir(folder.parent().expect("a folder")).expect("the folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "html")).collect()
}
