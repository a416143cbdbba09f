//! The team card: what one wants to talk about with the team, collected over weeks from reflections and
//! by hand, without persons; shown large, saved as a page, talked about.

use std::fs;

use boundaries::{App, Options, Page, Theme, Words, wait_for};
use serde_json::json;

use crate::{
    files,
    guided::{pack, stand_in_order},
    person_free::pages,
    stage,
    steps::{self, travel},
};

const ALIAS: &str = "houten merel";
const OWN: &str = "Bij de kersenboom hield ik mijn mond.";
const OWN_PIECES: [&str; 2] = ["kersenboom", "hield ik mijn mond"];
/// On the card in the first week, from the closing page of a reflection.
const FIRST: &str = "Wie belt er na een brief, en wanneer?";
/// In the third week, by hand: it names somebody.
const NAMED: &str = "Bij mevrouw Pietersen kwamen vier mensen aan de deur.";
const UNNAMED: &str = "Bij één gezin kwamen vier mensen aan de deur.";
/// In the third week, from an entry that is read. It has the alias of somebody in it.
const WITH_ALIAS: &str = "Wat spreken we af als houten merel twee keer niet komt?";
/// In the fifth week, by hand, about nothing that the handbook names.
const LAST: &str = "De koffie in de wachtkamer.";
const SECRET: &str = "Dit punt was een vergissing.";

#[test]
fn what_is_collected_over_weeks_is_shown_and_saved_without_a_person() {
    travel(async {
        let words = Words::of("nl");
        let themes = themes();
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;

        // From the closing page, with the theme that is proposed.
        steps::start_contact_with(&journal, &words, "Voortgang", ALIAS, 2).await;
        steps::write(&journal, OWN).await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        take_to_team(&journal, &words, FIRST, None).await;
        steps::done(&journal, &words).await;
        let proposed = to_card(&journal, &words).await;
        let [(proposed, first)] = proposed.as_slice() else { panic!("one theme: {proposed:?}") };
        assert_eq!(first, &[FIRST.to_owned()]);
        assert!(themes.contains(proposed), "{proposed} is a theme of the handbook");
        let proposed = proposed.clone();
        let other = themes.iter().find(|theme| **theme != proposed).expect("another theme").clone();
        files::quit(&mut app, &journal).await;

        // Two weeks later: by hand, with a name in it, and from what one reads again.
        app.start_again_after(14);
        let journal = steps::unlock(&app, &words).await;
        to_card(&journal, &words).await;
        add(&journal, &words, NAMED, &other).await;
        steps::read(&journal, &words, OWN_PIECES[0]).await;
        take_to_team(&journal, &words, WITH_ALIAS, Some(&proposed)).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(14);
        let journal = steps::unlock(&app, &words).await;
        to_card(&journal, &words).await;
        add(&journal, &words, LAST, words.say("team-card-theme-none")).await;
        add(&journal, &words, SECRET, &other).await;
        erase(&journal, &words, SECRET).await;
        let card = groups(&journal).await;
        assert_eq!(card.len(), 3, "{card:?}");
        for (theme, points) in [
            (proposed.as_str(), vec![FIRST, WITH_ALIAS]),
            (&other, vec![NAMED]),
            (words.say("team-card-theme-none"), vec![LAST]),
        ] {
            let found = card.iter().find(|(name, _)| name == theme).map(|(_, points)| points);
            assert_eq!(found, Some(&points.iter().map(|point| (*point).to_owned()).collect()), "{card:?}");
        }
        let day = steps::day_in(&journal, 0).await;
        assert!(!journal.shows(&day).await, "a card tells no day");

        // A name is told before anybody sees it, wherever it would be seen.
        journal.see(words.say("sheet-free-left")).await;
        journal.see("Pietersen").await;
        journal.picture("team-card").await;
        journal.press(words.say("team-card-show")).await;
        journal.see(words.say("along-show-title")).await;
        let asked = steps::shown_in(&journal, "dialog[open]").await;
        assert!(asked.contains(words.say("sheet-free-left")), "{asked}");
        journal.press(words.say("sheet-save-no")).await;
        assert!(!journal.has(words.say("stage-leave")).await, "nothing was shown");
        journal.press(words.say("sheet-save")).await;
        journal.see(words.say("sheet-save-title")).await;
        let asked = steps::shown_in(&journal, "dialog[open]").await;
        for told in ["sheet-free-left", "sheet-save-open"] {
            assert!(asked.contains(words.say(told)), "{told} in {asked}");
        }
        journal.press(words.say("sheet-save-no")).await;
        assert!(pages(&app).is_empty(), "nothing was saved");

        journal.press(words.say("mirror-left-go")).await;
        change(&journal, &words, NAMED, UNNAMED).await;
        steps::see_gone(&journal, "Pietersen").await;
        // An alias is told too, for a colleague may know whom it means; it stands in nobody's way.
        journal.see(words.say("mirror-kind-alias")).await;

        shown_to_others(&app, &journal, &words, [&proposed, &other]).await;
        saved(&app, &journal, &words, [&proposed, &other]).await;
        talked_about(&journal, &words).await;
        files::quit(&mut app, &journal).await;
        for gone in [SECRET, "Pietersen"] {
            assert_eq!(files::hits(&app, gone)[0], 0, "“{gone}” is in a page of the store");
        }
        assert!(files::hits(&app, UNNAMED)[0] > 0, "this way of looking finds what is there");
    });
}

#[test]
fn in_the_dark_and_in_a_narrow_window_the_card_is_whole() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options { theme: Theme::Dark, ..Options::default() });
        let journal = steps::set_up(&app, &words).await;
        to_card(&journal, &words).await;
        journal.see(words.say("team-card-empty")).await;
        let theme = &themes()[0];
        for point in [FIRST, UNNAMED, LAST] {
            add(&journal, &words, point, theme).await;
        }
        journal.settle().await;
        journal.picture("team-card-dark").await;
        journal.press(words.say("team-card-show")).await;
        stage::see(&journal, &words).await;
        journal.see(LAST).await;
        journal.settle().await;
        journal.picture("team-card-shown-dark").await;
        journal.resize(320, 640).await;
        journal.until("the width", "return Math.abs(innerWidth - 320) < 2", vec![]).await;
        journal.settle().await;
        // Whatever does not fit stands below, and nothing beside the window.
        stage::fits_its_width(&journal).await;
        for point in [FIRST, UNNAMED, LAST] {
            assert!(journal.shows(point).await, "“{point}” in a narrow window");
        }
        journal.picture("team-card-shown-320-dark").await;
        journal.keys(&["Escape"]).await;
        journal.see(words.say("team-card-intro")).await;
        journal.settle().await;
        stage::fits_its_width(&journal).await;
        journal.picture("team-card-320-dark").await;
    });
}

/// Shows the card large: all points by their themes, and nothing of the journal.
async fn shown_to_others(app: &App, journal: &Page, words: &Words, themes: [&str; 2]) {
    journal.press(words.say("team-card-show")).await;
    journal.see(words.say("along-show-title")).await;
    journal.press(words.say("along-show-go")).await;
    stage::see(journal, words).await;
    journal.see_heading(words.say("team-card-title")).await;
    let mut shown = String::new();
    // What does not fit at once stands on a next page.
    loop {
        shown += &steps::shown_in(journal, "main").await;
        stage::holds_nothing_of(journal, &OWN_PIECES).await;
        let more = format!(
            "const next = [...document.querySelectorAll('footer button')]\
                .find(button => button.textContent.trim() === {}); \
            if (!next || next.getAttribute('aria-disabled') === 'true') return false; next.click(); return true",
            json!(words.say("team-card-next"))
        );
        if journal.run(&more, vec![]).await == json!(false) {
            break;
        }
    }
    for told in [themes[0], themes[1], FIRST, UNNAMED, WITH_ALIAS, LAST] {
        assert!(shown.contains(told), "“{told}” in {shown}");
    }
    stage::fits_its_window(journal).await;
    // Read from the other side of a table.
    let size = stage::letters_of(journal, LAST).await;
    assert!(size >= 26.0, "letters of {size} pixels");
    journal.settle().await;
    journal.picture("team-card-shown").await;
    stage::refuses(journal, words, &["Control", "f"], &OWN_PIECES).await;
    stage::menu_refuses(app, journal, words, ["native-menu-go", "native-menu-today"], &OWN_PIECES).await;
    journal.keys(&["Escape"]).await;
    journal.see(words.say("team-card-intro")).await;
}

/// Saves the card and reads the file.
async fn saved(app: &App, journal: &Page, words: &Words, themes: [&str; 2]) {
    journal.press(words.say("sheet-save")).await;
    journal.see(words.say("sheet-save-title")).await;
    let asked = steps::shown_in(journal, "dialog[open]").await;
    assert!(asked.contains(words.say("sheet-free-left")), "the alias still stands there: {asked}");
    journal.press(words.say("sheet-save-yes")).await;
    journal.see(words.say("along-saved")).await;
    let page = wait_for("the page", || pages(app).pop());
    let name = page.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    journal.see(&name).await;
    assert!(!name.chars().any(|letter| letter.is_ascii_digit()), "no day in {name}");
    let written = fs::read_to_string(&page).expect("a page");
    let without_alias = &WITH_ALIAS.replace(ALIAS, words.say("native-somebody"));
    for told in [themes[0], themes[1], words.say("team-card-theme-none"), FIRST, without_alias, UNNAMED, LAST]
    {
        assert!(written.contains(told), "“{told}” in {written}");
    }
    assert!(stand_in_order(&written, &[themes[0], FIRST, without_alias]), "{written}");
    assert!(stand_in_order(&written, &[themes[1], UNNAMED]), "{written}");
    for not in [ALIAS, "Pietersen", SECRET, OWN_PIECES[0], "<script", "http:", "https:", "src=", "url("] {
        assert!(!written.contains(not), "“{not}” in {written}");
    }
    // A day and a count have a figure in them; of what was written nothing has.
    let body = written.split_once("<body").expect("a body").1;
    let told: String =
        body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    assert!(told.contains(LAST) && !told.chars().any(|letter| letter.is_ascii_digit()), "{told}");
}

/// What was talked about leaves the card, and comes back to who asks for it.
async fn talked_about(journal: &Page, words: &Words) {
    press_of(journal, FIRST, words.say("team-card-done")).await;
    journal.see(words.say("team-card-said-discussed")).await;
    let on_card =
        |card: &[(String, Vec<String>)]| card.iter().any(|(_, points)| points.contains(&FIRST.into()));
    assert!(!on_card(&groups(journal).await), "it left the card");
    journal.press(words.say("team-card-discussed")).await;
    journal.see(FIRST).await;
    let discussed = words.say("team-card-discussed-on").split('{').next().expect("words before the day");
    journal.see(discussed.trim()).await;
    journal.picture("team-card-discussed").await;
    press_of(journal, FIRST, words.say("team-card-back")).await;
    journal.see(words.say("team-card-said-back")).await;
    assert!(on_card(&groups(journal).await), "it is on the card again");
}

/// Goes to the card; gives what stands on it.
async fn to_card(journal: &Page, words: &Words) -> Vec<(String, Vec<String>)> {
    journal.press(words.say("journal-learning")).await;
    journal.see_heading(words.say("journal-learning")).await;
    journal.press(words.say("team-card-title")).await;
    journal.see_heading(words.say("team-card-title")).await;
    let ready = "return document.querySelectorAll('main .card, main .empty').length > 0";
    journal.until("the card", ready, vec![]).await;
    groups(journal).await
}

/// What stands on the card, by the names of its themes, in the order on screen.
async fn groups(journal: &Page) -> Vec<(String, Vec<String>)> {
    let script = "return [...document.querySelectorAll('main .card section')].map(section => \
        [section.querySelector('h3').textContent.trim(), \
            [...section.querySelectorAll('.reading')].map(point => point.textContent.trim())])";
    serde_json::from_value(journal.run(script, vec![]).await).expect("names and texts")
}

/// Takes something to the team from what one writes or reads, about a theme or the one proposed.
async fn take_to_team(journal: &Page, words: &Words, text: &str, theme: Option<&str>) {
    journal.press(words.say("take-team")).await;
    journal.see(words.say("take-hint")).await;
    journal.paste(words.say("team-card-new"), text).await;
    if let Some(theme) = theme {
        choose_theme(journal, words, theme).await;
    }
    journal.press(words.say("rule-add")).await;
    journal.until("the dialog to go", "return !document.querySelector('dialog[open]')", vec![]).await;
    journal.see(words.say("team-card-said-kept")).await;
}

/// Puts something on the card by hand.
async fn add(journal: &Page, words: &Words, text: &str, theme: &str) {
    journal.paste(words.say("team-card-new"), text).await;
    choose_theme(journal, words, theme).await;
    journal.press(words.say("team-card-add")).await;
    let there = "return [...document.querySelectorAll('main .card .reading')]\
        .some(point => point.textContent.trim() === arguments[0])";
    journal.until(&format!("“{text}” on the card"), there, vec![json!(text)]).await;
}

async fn choose_theme(journal: &Page, words: &Words, theme: &str) {
    let list = journal.control(words.say("team-card-theme")).await;
    list.select_by_label(theme).await.unwrap_or_else(|error| panic!("the theme “{theme}”: {error}"));
}

/// Changes the point that has been opened.
async fn change(journal: &Page, words: &Words, before: &str, after: &str) {
    let label = words.say("team-card-point");
    let field = journal.control(label).await;
    assert_eq!(journal.value(label).await, before, "what was found leads to where it stands");
    field.clear().await.expect("a field can be cleared");
    journal.paste(label, after).await;
    journal.press(words.say("rule-add")).await;
    journal.see(words.say("team-card-said-changed")).await;
    journal.see(after).await;
}

/// Erases a point, after it was asked.
async fn erase(journal: &Page, words: &Words, text: &str) {
    press_of(journal, text, words.say("learned-erase")).await;
    journal.see(words.say("team-card-erase-title")).await;
    let sure = format!(
        "const button = [...document.querySelectorAll('dialog[open] button')]\
            .find(button => button.textContent.trim() === {}); button?.click(); return !!button",
        json!(words.say("learned-erase"))
    );
    journal.until("the way on", &sure, vec![]).await;
    journal.see(words.say("team-card-said-erased")).await;
    steps::see_gone(journal, text).await;
}

/// Presses the button of that name that is said to be about a text.
pub async fn press_of(journal: &Page, text: &str, button: &str) {
    let script = "const plain = text => (text ?? '').replace(/\\s+/g, ' ').trim(); \
        const button = [...document.querySelectorAll('main button[aria-describedby]')].find(button => \
            plain(button.textContent) === arguments[1] && \
            plain(document.getElementById(button.getAttribute('aria-describedby'))?.textContent) === arguments[0]); \
        button?.click(); return !!button";
    journal.until(&format!("“{button}” of “{text}”"), script, vec![json!(text), json!(button)]).await;
}

/// The names of the themes of the handbook.
fn themes() -> Vec<String> {
    let pack = pack();
    pack.themes().iter().map(|theme| pack.resolve(&theme.name, handbook::Words::default())).collect()
}
