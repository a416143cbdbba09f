//! The choice of an instrument from what the organisation has, and four weeks later the question
//! whether the expected sign was there.

use boundaries::{App, Options, Words};
use serde_json::json;

use crate::{
    files,
    guided::stand_in_order,
    pack_of_organisation::{self, theirs},
    sheets,
    steps::{self, travel},
};

const FORM: &str = "Keuze van een instrument";
const KIND: &str = "Intake of aanvraag";
const ALIAS: &str = "ronde tafel";
const CHOSEN: &str = "Welk instrument koos je?";
const OTHERS: &str = "Welke andere instrumenten had je kunnen kiezen?";
const GROUND: &str = "Waar komt je keuze vandaan?";
const WHY: &str = "Waarom past dit nu bij deze persoon?";
const BECAUSE: &str = "Ze zei zelf: “ik wil weer iets in mijn handen hebben”.";
const SIGN: &str = "Waaraan zie je dat het helpt?";
const SEEN: &str = "Ze vertelt over de mensen daar.";
const ASKS: &str = "Wat zag je van het teken dat je verwachtte? Wat zag je nog meer?";
const CAME: &str = "Ze noemde twee namen van collega’s. En ze kwam op de fiets.";

#[test]
fn an_instrument_is_chosen_from_what_the_organisation_has_and_looked_back_on() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        pack_of_organisation::add(&app, &journal, &words).await;

        sheets::ask_for(&journal, &words, FORM).await;
        sheets::begin_about(&journal, &words, KIND, ALIAS).await;
        journal.see("Wat in het dossier hoort, schrijf je daar.").await;
        // The organisation's list is proposed, at the choice and at each alternative.
        let names: Vec<&str> = theirs_names();
        let list = "const field = [...document.querySelectorAll('main input')]\
            .find(field => field.labels?.[0]?.textContent.trim() === arguments[0]); \
            return field ? [...field.list?.options ?? []].map(option => option.value) : null";
        let first = sheets::row_of(&words, OTHERS, 1);
        for field in [CHOSEN, &first] {
            let offered = journal.until(field, list, vec![json!(field)]).await;
            assert_eq!(offered, json!(names), "what is proposed at “{field}”");
        }
        journal.paste(CHOSEN, "Proefplaats").await;
        journal.paste(&first, "Taalmaatje").await;
        // And it stays a proposal: whatever one writes is good.
        journal.paste(&sheets::row_of(&words, OTHERS, 2), "Niets inzetten, en afwachten").await;
        sheets::choose(&journal, GROUND, "Ervaring", true).await;
        sheets::choose(&journal, GROUND, "De inwoner zelf", true).await;
        journal.paste(WHY, BECAUSE).await;
        journal.paste(SIGN, SEEN).await;
        sheets::take_day(&journal, &words, 28).await;
        journal.see(ASKS).await;
        steps::done(&journal, &words).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(27);
        let journal = steps::unlock(&app, &words).await;
        assert!(sheets::on_today(&journal, &words).await.is_empty(), "its day has not come");
        files::quit(&mut app, &journal).await;

        app.start_again_after(1);
        let journal = steps::unlock(&app, &words).await;
        journal.see(words.say("look-back-today")).await;
        let part = steps::shown_in(&journal, "section[aria-labelledby=today-look-backs]").await;
        assert!([FORM, ALIAS, ASKS].iter().all(|told| part.contains(told)), "{part}");
        journal.press(words.say("look-back-open")).await;
        journal.see_heading(ASKS).await;
        // What was expected is read beside it: the sign most of all.
        let shown = steps::shown_in(&journal, "section[aria-labelledby=look-back-sheet]").await;
        let chosen = [
            CHOSEN,
            "Proefplaats",
            OTHERS,
            "Taalmaatje",
            "Niets inzetten, en afwachten",
            GROUND,
            "Ervaring",
            "De inwoner zelf",
            WHY,
            BECAUSE,
            SIGN,
            SEEN,
        ];
        assert!(stand_in_order(&shown, &chosen), "{shown}");
        steps::write(&journal, CAME).await;
        steps::done(&journal, &words).await;
        assert!(sheets::on_today(&journal, &words).await.is_empty(), "it was looked at");

        let article = steps::read(&journal, &words, FORM).await;
        assert!(
            stand_in_order(&article, &[&[KIND, ALIAS][..], &chosen, &[ASKS, CAME]].concat()),
            "{article}"
        );
        assert!(!article.contains("Kennis"), "what was not chosen is not there: {article}");
        // Its answer is found as everything is.
        journal.press(words.say("journal-entries")).await;
        journal.write(words.say("entries-search"), "op de fiets").await;
        journal.see(FORM).await;
    });
}

/// What the organisation has to offer.
fn theirs_names() -> Vec<&'static str> {
    let names = ["Proefplaats", "Taalmaatje"];
    let theirs = theirs();
    assert!(theirs.instruments().iter().map(|one| one.name.as_str()).eq(names), "the example has these");
    names.to_vec()
}
