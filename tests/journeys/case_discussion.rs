//! A case discussion: everybody's view beside each other, and a week later the question whether what
//! was agreed was done.

use boundaries::{App, Options, Page, Words};
use serde_json::json;

use crate::{
    files,
    guided::stand_in_order,
    sheets,
    steps::{self, PASSPHRASE, travel},
};

const FORM: &str = "Ieders kijk op de casus";
const KIND: &str = "Casusoverleg";
const ALIAS: &str = "houten merel";
const ASKS: &str = "Is de afspraak uitgevoerd? Wat kwam ertussen?";
const PROBLEM: &str = "Wat is het probleem?";
/// Who sees what, as it was said; the columns of the sheet in their order.
const VIEWS: [(&str, &str); 4] = [
    ("Zo zie ik het", "De brieven blijven dicht. Daardoor komt er steeds een brief bij."),
    ("Zo ziet de ander het, denk ik", "Eerst rust in huis, dan pas papieren."),
    ("Zo zegt de inwoner het", "“Niemand vraagt hoe het met mij gaat.”"),
    ("Wie bracht dat in?", "De sociaal werker"),
];
const AGREED: &str = "Wat spraken jullie af?";
const AGREEMENT: [(&str, &str); 3] =
    [("Wat", "Samen de brieven openen"), ("Wie", "Sociaal werker en ik"), ("Wanneer", "Deze week")];
const CAME: &str = "We deden het op dinsdag. Er lag één brief bij die alles veranderde.";
const LATER: &str = "Nu ligt er niets meer.";

#[test]
fn a_week_later_the_agreement_is_looked_at_by_keyboard_alone() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;

        journal.tab_to(words.say("journal-sheets")).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(words.say("journal-sheets")).await;
        journal.see(FORM).await;
        sheets::tab_to_new(&journal, &words, FORM).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(FORM).await;
        // The kind for which it is meant stands next to "about no contact".
        journal.tab_to(words.say("sheet-about-none")).await;
        journal.keys(&["Down"]).await;
        let chosen =
            "const e = document.activeElement; return e.checked ? e.labels[0].textContent.trim() : null";
        assert_eq!(journal.until("the kind", chosen, vec![]).await, json!(KIND));
        journal.tab_to(words.say("contact-alias")).await;
        journal.type_keys(ALIAS).await;
        journal.tab_to(words.say("contact-begin")).await;
        journal.keys(&["Enter"]).await;
        journal.see(words.say("sheet-overview")).await;
        journal.see("Wat de ander ziet, vul je hier zelf in.").await;
        for (column, text) in VIEWS {
            sheets::tab_to_cell(&journal, PROBLEM, column).await;
            journal.type_keys(text).await;
        }
        for (column, text) in AGREEMENT {
            sheets::tab_to_cell(&journal, AGREED, column).await;
            journal.type_keys(text).await;
        }
        let day = steps::day_in(&journal, 7).await;
        journal.tab_to(&words.say_with("sheet-day-take", "day", &day)).await;
        journal.keys(&["Enter"]).await;
        journal.see(words.say("sheet-day-none")).await;
        journal.keys(&["Control", "Enter"]).await;
        journal.see(words.say("journal-said-done")).await;
        assert!(sheets::on_today(&journal, &words).await.is_empty(), "its day has not come");
        journal.press(words.say("journal-tried")).await;
        journal.see(&words.say_with("look-back-comes", "day", &day)).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(6);
        let journal = steps::unlock(&app, &words).await;
        assert!(sheets::on_today(&journal, &words).await.is_empty(), "six days are no week");
        files::quit(&mut app, &journal).await;

        app.start_again_after(1);
        let journal = unlock_by_keyboard(&app, &words).await;
        journal.see(words.say("look-back-today")).await;
        let part = steps::shown_in(&journal, "section[aria-labelledby=today-look-backs]").await;
        for told in [FORM, ALIAS, ASKS] {
            assert!(part.contains(told), "“{told}” in {part}");
        }
        journal.tab_to(words.say("look-back-open")).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(ASKS).await;
        // What was agreed is read beside it.
        for (_, text) in VIEWS.iter().chain(&AGREEMENT) {
            journal.see(text).await;
        }
        steps::tab_to_text(&journal).await;
        journal.type_keys(CAME).await;
        journal.keys(&["Control", "Enter"]).await;
        journal.see(words.say("journal-said-done")).await;
        steps::see_gone(&journal, words.say("look-back-today")).await;
        journal.keys(&["Control", "l"]).await;
        journal.wait_for_end();

        let journal = steps::unlock(&app, &words).await;
        assert!(sheets::on_today(&journal, &words).await.is_empty(), "it was looked at");
        let article = steps::read(&journal, &words, FORM).await;
        assert_eq!(journal.heading().await, FORM);
        let views = VIEWS.map(|(_, text)| text);
        assert!(stand_in_order(&article, &[KIND, ALIAS, PROBLEM]), "{article}");
        assert!(stand_in_order(&article, &views), "{article}");
        assert!(stand_in_order(&article, &AGREEMENT.map(|(_, text)| text)), "{article}");
        let came = words.say_with("sheet-came", "day", &day);
        assert!(stand_in_order(&article, &[ASKS, &came, CAME]), "{article}");
        // And it goes on as it is.
        journal.press(words.say("reading-write-on")).await;
        journal.see(words.say("sheet-overview")).await;
        for (column, text) in VIEWS {
            assert_eq!(sheets::cell(&journal, PROBLEM, column, 0).await, text);
        }
    });
}

#[test]
fn another_day_asks_again_and_what_is_let_go_can_be_taken_back() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        // From the contact that one came for to the sheet, with what was filled in.
        steps::to_new_contact(&journal, &words).await;
        journal.press(KIND).await;
        journal.write(words.say("contact-alias"), ALIAS).await;
        journal.press(FORM).await;
        journal.see_heading(FORM).await;
        assert_eq!(journal.value(words.say("contact-alias")).await, ALIAS);
        sheets::begin(&journal, &words).await;
        for (column, text) in AGREEMENT {
            sheets::fill(&journal, AGREED, column, 0, text).await;
        }
        sheets::take_day(&journal, &words, 7).await;
        steps::done(&journal, &words).await;
        files::quit(&mut app, &journal).await;

        // Not today: a day of one's own, three days on.
        app.start_again_after(7);
        let journal = steps::unlock(&app, &words).await;
        open(&journal, &words).await;
        journal.press(words.say("look-back-later")).await;
        journal.control(words.say("look-back-day")).await;
        sheets::set_day(&journal, 10).await;
        journal.press(words.say("look-back-move")).await;
        let day = steps::day_in(&journal, 10).await;
        journal.see(&words.say_with("look-back-said-later", "day", &day)).await;
        assert!(sheets::on_today(&journal, &words).await.is_empty(), "it was put off");
        files::quit(&mut app, &journal).await;

        app.start_again_after(3);
        let journal = steps::unlock(&app, &words).await;
        open(&journal, &words).await;
        steps::write(&journal, CAME).await;
        steps::done(&journal, &words).await;
        assert!(sheets::on_today(&journal, &words).await.is_empty());
        // Another day in the sheet itself asks the same once more; what came of it stays.
        steps::read(&journal, &words, FORM).await;
        journal.press(words.say("reading-write-on")).await;
        journal.see(words.say("sheet-overview")).await;
        sheets::set_day(&journal, 20).await;
        journal.see(&steps::day_in(&journal, 20).await).await;
        steps::done(&journal, &words).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(10);
        let journal = steps::unlock(&app, &words).await;
        open(&journal, &words).await;
        assert_eq!(steps::written(&journal).await, "", "each day has an answer of its own");
        journal.see(CAME).await;
        // Let go, kept after all, and answered in the end.
        journal.press(words.say("look-back-let-go")).await;
        journal.see(words.say("journal-keep-after-all")).await;
        steps::see_gone(&journal, words.say("look-back-today")).await;
        journal.press(words.say("journal-keep-after-all")).await;
        open(&journal, &words).await;
        steps::write(&journal, LATER).await;
        steps::done(&journal, &words).await;
        let article = steps::read(&journal, &words, FORM).await;
        assert!(stand_in_order(&article, &[ASKS, CAME, ASKS, LATER]), "{article}");

        // A third day, let go for good.
        journal.press(words.say("reading-write-on")).await;
        journal.see(words.say("sheet-overview")).await;
        sheets::set_day(&journal, 21).await;
        journal.see(&steps::day_in(&journal, 21).await).await;
        steps::done(&journal, &words).await;
        files::quit(&mut app, &journal).await;
        app.start_again_after(2);
        let journal = steps::unlock(&app, &words).await;
        open(&journal, &words).await;
        journal.press(words.say("look-back-let-go")).await;
        journal.see(words.say("journal-keep-after-all")).await;
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        assert!(sheets::on_today(&journal, &words).await.is_empty(), "it was let go");
        let article = steps::read(&journal, &words, FORM).await;
        assert!(stand_in_order(&article, &[AGREEMENT[0].1, CAME, LATER]), "nothing went with it: {article}");
    });
}

/// Opens from Today what comes back today.
async fn open(journal: &Page, words: &Words) {
    journal.press(words.say("journal-today")).await;
    journal.see(words.say("look-back-today")).await;
    journal.press(words.say("look-back-open")).await;
    journal.see_heading(ASKS).await;
}

async fn unlock_by_keyboard(app: &App, words: &Words) -> Page {
    let keys = app.attach("keys").await;
    keys.see_heading(words.say("keys-unlock-title")).await;
    keys.until("the caret", "return document.activeElement.tagName === 'INPUT'", vec![]).await;
    keys.type_keys(PASSPHRASE).await;
    keys.keys(&["Enter"]).await;
    steps::opened(app, words).await
}
