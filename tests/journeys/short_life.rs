//! Short life: what was written about a person goes by itself, never unseen, and the lesson stays.

use boundaries::{App, Options, Page, Words};
use serde_json::json;

use crate::{
    files,
    steps::{self, travel},
};

/// What goes, and what has to stay.
const GOING: &str = "Met kwantelwoud op tafel praatte hij voor het eerst over later.";
const PIECE: &str = "kwantelwou";
const STAYING: &str = "Bij haar hielp het om eerst thee te zetten, zandlopertje erbij.";
const PAGE: &str = "Een bladzijde over mijn eigen dag, zonder iemand erin.";
const RULE: &str = "Eerst samen kijken wat er op tafel ligt, dan pas vragen.";

#[test]
fn a_closed_relation_goes_after_its_week_and_the_lesson_stays() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        std::fs::create_dir(app.point_at()).expect("a stick");
        let journal = steps::set_up(&app, &words).await;
        write_with(&journal, &words, "houten merel", GOING).await;
        write_with(&journal, &words, "vroege trein", STAYING).await;
        steps::to_backups(&journal, &words).await;
        journal.press(words.say("second-choose")).await;
        journal.press(words.say("second-use")).await;
        steps::make_backup(&journal, &words).await;
        journal.see(words.say("backups-both")).await;

        steps::to_alias(&journal, &words, "houten merel").await;
        journal.press(words.say("alias-close")).await;
        let day = steps::day_in(&journal, 30).await;
        let ask = words.say_with("alias-close-ask", "alias", "houten merel").replace("{ $day }", &day);
        journal.see(&ask).await;
        journal.press(words.say("alias-leave")).await;
        assert!(!journal.shows(words.say("alias-closed-title")).await, "it was only looked at");
        journal.press(words.say("alias-close")).await;
        journal.press(words.say("alias-close-go")).await;
        journal.see(words.say("alias-said-closed")).await;
        journal.see(&words.say_with("alias-closed-body", "day", &day)).await;
        files::quit(&mut app, &journal).await;
        assert!(
            files::hits(&app, PIECE).iter().all(|hits| *hits > 0),
            "it is in the store and in both backups"
        );

        // Eight days before, nothing is said. A week before, it is.
        app.start_again_after(22);
        let journal = steps::unlock(&app, &words).await;
        all_of_today(&journal, &words).await;
        assert!(!journal.shows(words.say("life-leaving")).await);
        files::quit(&mut app, &journal).await;
        app.start_again_after(1);
        let journal = steps::unlock(&app, &words).await;
        let row = leaving(&journal, &words).await;
        let goes = words.say_with("life-goes", "day", day.rsplit_once(' ').expect("a year").0);
        for told in ["kwantelwoud", "houten merel", &goes, words.say("life-why-closed")] {
            assert!(row.contains(told), "“{told}” in {row}");
        }
        keep_the_lesson(&journal, &words, &day).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(6);
        let journal = steps::unlock(&app, &words).await;
        leaving(&journal, &words).await;
        assert!(in_the_list(&journal, &words, "kwantelwoud").await, "it has its whole week");
        files::quit(&mut app, &journal).await;

        app.start_again_after(1);
        let journal = steps::unlock(&app, &words).await;
        journal.see(words.say("life-said-ended")).await;
        steps::see_gone(&journal, words.say("life-leaving")).await;
        assert!(!in_the_list(&journal, &words, "kwantelwoud").await);
        assert!(in_the_list(&journal, &words, "zandlopertje").await, "what was not closed stays");
        journal.write(words.say("entries-search"), "kwantelwoud").await;
        journal.see("Niets gevonden.").await;
        steps::to_learn(&journal, &words, "journal-rules").await;
        journal.see(RULE).await;
        files::wait_until_in_no_backup(&app, PIECE);
        files::quit(&mut app, &journal).await;
        let hits = files::hits(&app, PIECE);
        assert!(hits.len() > 2 && hits.iter().all(|hits| *hits == 0), "store and backups: {hits:?}");
        assert!(files::hits(&app, "zandloper").iter().all(|hits| *hits > 0), "each was looked into");
        let store = files::store(&app.journal());
        let rules = store.rules().expect("the rules");
        assert_eq!(rules.iter().map(|rule| rule.text.as_str()).collect::<Vec<_>>(), [RULE]);
    });
}

#[test]
fn after_a_long_absence_nothing_goes_before_a_week_after_the_first_unlock() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        write_with(&journal, &words, "houten merel", GOING).await;
        steps::write_page(&journal, &words, PAGE).await;
        // Whoever chooses a shorter term loses nothing by it today.
        journal.press(words.say("journal-settings")).await;
        journal.press(&words.say_with("privacy-keep-days", "days", "30")).await;
        journal.see(words.say("journal-said-settings")).await;
        journal.see(words.say("privacy-keep-hint")).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(300);
        let journal = steps::unlock(&app, &words).await;
        let row = leaving(&journal, &words).await;
        let day = steps::day_in(&journal, 300 + 7).await;
        let goes = words.say_with("life-goes", "day", day.rsplit_once(' ').expect("a year").0);
        assert!(row.contains(&goes), "“{goes}” in {row}");
        assert!(row.contains(&words.say_with("life-why-term", "days", "30")), "{row}");
        assert!(in_the_list(&journal, &words, "kwantelwoud").await);
        files::quit(&mut app, &journal).await;

        app.start_again_after(6);
        let journal = steps::unlock(&app, &words).await;
        leaving(&journal, &words).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(1);
        let journal = steps::unlock(&app, &words).await;
        journal.see(words.say("life-said-ended")).await;
        assert!(!in_the_list(&journal, &words, "kwantelwoud").await);
        assert!(in_the_list(&journal, &words, PAGE).await, "what has no alias stays");
        files::quit(&mut app, &journal).await;
        assert_eq!(files::hits(&app, PIECE)[0], 0);

        // That is asked about once a year.
        app.start_again_after(60);
        let journal = steps::unlock(&app, &words).await;
        journal.see(words.say("life-year-body")).await;
        let asked = steps::shown_in(&journal, "section[aria-labelledby=today-yearly]").await;
        assert!(asked.contains(PAGE), "{asked}");
        journal.press(words.say("life-year-keep")).await;
        journal.see(words.say("life-said-year")).await;
        steps::see_gone(&journal, words.say("life-year-body")).await;
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        all_of_today(&journal, &words).await;
        assert!(!journal.shows(words.say("life-year-body")).await, "one answer is enough for a year");
        assert!(in_the_list(&journal, &words, PAGE).await);
    });
}

/// Opens what goes and writes down what may stay.
async fn keep_the_lesson(journal: &Page, words: &Words, day: &str) {
    let open =
        "document.querySelector('section[aria-labelledby=today-leaving] li button').click(); return true";
    journal.run(open, vec![]).await;
    journal.see_heading(words.say("life-lesson-title")).await;
    journal.see(&words.say_with("life-lesson-closed", "day", day)).await;
    journal.see(GOING).await;
    journal.press(words.say("life-lesson-keep")).await;
    journal.see(words.say("rule-missing")).await;
    journal.write(words.say("life-lesson-field"), RULE).await;
    journal.keys(&["Enter"]).await;
    journal.see(words.say("life-said-lesson")).await;
    steps::to_learn(journal, words, "journal-rules").await;
    journal.see(RULE).await;
    assert!(!journal.shows("houten merel").await, "nothing there points back");
}

/// What Today tells of what goes.
async fn leaving(journal: &Page, words: &Words) -> String {
    journal.see(words.say("life-leaving-body")).await;
    steps::shown_in(journal, "section[aria-labelledby=today-leaving]").await
}

/// Waits until Today has told everything: it was asked for when another place was left for it.
async fn all_of_today(journal: &Page, words: &Words) {
    steps::to_learn(journal, words, "journal-rules").await;
    journal.press(words.say("journal-today")).await;
    journal.control(words.say("today-new")).await;
    // Answers come in the order of the questions: what is asked now comes after what Today asked.
    journal.press(words.say("journal-entries")).await;
    journal.see_heading(words.say("entries-title")).await;
    journal.press(words.say("journal-today")).await;
    journal.control(words.say("today-new")).await;
    journal.settle().await;
}

/// Whether the list of entries shows these words.
async fn in_the_list(journal: &Page, words: &Words, shown: &str) -> bool {
    journal.press(words.say("journal-entries")).await;
    journal.see_heading(words.say("entries-title")).await;
    let rows = "return document.querySelectorAll('main li button').length > 0";
    journal.until("the entries", rows, vec![]).await;
    let script = "return [...document.querySelectorAll('main li button')]\
        .some(row => row.textContent.includes(arguments[0]))";
    journal.run(script, vec![json!(shown)]).await == json!(true)
}

async fn write_with(journal: &Page, words: &Words, alias: &str, text: &str) {
    steps::start_contact_with(journal, words, "Telefonisch", alias, 2).await;
    steps::write(journal, text).await;
    steps::done(journal, words).await;
}
