//! What one expects of a contact, beside what came of it: while one writes and when one reads.

use boundaries::{App, Options, Page, Words};

use crate::{
    files,
    guided::stand_in_order,
    sheets,
    steps::{self, travel},
};

const FORM: &str = "Voorbereiden";
const KIND: &str = "Kennismaking";
const ALIAS: &str = "hoge brug";
/// What is asked beforehand, and what was thought.
const BEFORE: [(&str, &str); 3] = [
    ("Wat verwacht je van dit contact?", "Dat hij boos is over de brief van vorige week."),
    ("Welk beeld heb je nu van de inwoner?", "Iemand die liever niet komt."),
    ("Wat is het ene ding waar je op wilt letten?", "Eerst vragen hoe het gaat."),
];
const AFTER: &str = "Hij was niet boos. Hij was moe, en blij dat iemand het vroeg.";

#[test]
fn what_one_expected_stands_beside_what_came() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        journal.press(words.say("prepare-today")).await;
        journal.see_heading(FORM).await;
        // A contact of a kind: without it nothing would find this again.
        journal.press(words.say("contact-begin")).await;
        journal.see(words.say("prepare-kind-missing")).await;
        journal.press(KIND).await;
        sheets::set_day(&journal, 1).await;
        journal.see(&steps::day_in(&journal, 1).await).await;
        journal.write(words.say("contact-alias"), ALIAS).await;
        sheets::begin(&journal, &words).await;
        for (asked, text) in BEFORE {
            journal.paste(asked, text).await;
        }
        steps::done(&journal, &words).await;
        // Somebody else comes first; that contact was not prepared.
        steps::start_contact_with(&journal, &words, KIND, "andere oever", 2).await;
        assert!(!journal.shows(words.say("prepare-before")).await, "nobody prepared for this one");
        steps::write(&journal, "Een ander gesprek.").await;
        steps::done(&journal, &words).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(1);
        let journal = steps::unlock(&app, &words).await;
        steps::start_contact_with(&journal, &words, KIND, ALIAS, 2).await;
        let day = steps::day_in(&journal, 1).await;
        stands_beside(&journal, &words, &day).await;
        steps::write(&journal, AFTER).await;
        // On each page of it, and after a lock in the middle.
        steps::turn_to(&journal, words.say("closing-step")).await;
        stands_beside(&journal, &words, &day).await;
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        let article = steps::read(&journal, &words, &AFTER[..20]).await;
        let before: Vec<&str> = BEFORE.iter().flat_map(|(asked, text)| [*asked, *text]).collect();
        let for_day = words.say_with("prepare-for", "day", &day);
        let told = [&[KIND, ALIAS, words.say("prepare-before"), &for_day][..], &before, &[AFTER]].concat();
        assert!(stand_in_order(&article, &told), "{article}");
        journal.press(words.say("reading-write-on")).await;
        stands_beside(&journal, &words, &day).await;

        // The preparation itself is a sheet like any other, and nothing of what came is in it.
        let article = steps::read(&journal, &words, FORM).await;
        assert!(stand_in_order(&article, &before), "{article}");
        assert!(!article.contains(AFTER), "{article}");
        // The contact of the other day stays without.
        let article = steps::read(&journal, &words, "Een ander gesprek.").await;
        assert!(!article.contains(words.say("prepare-before")), "{article}");
        // It belongs to one contact: a third one with the same person begins with a clean page.
        steps::start_contact_with(&journal, &words, "Voortgang", ALIAS, 2).await;
        assert!(!journal.shows(words.say("prepare-before")).await, "it was used already");
    });
}

#[test]
fn without_an_alias_the_same_kind_on_the_same_day_is_enough() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        // From the screen of a contact, with the kind that was chosen there.
        steps::to_new_contact(&journal, &words).await;
        journal.press("Huisbezoek").await;
        journal.press(words.say("contact-prepare")).await;
        journal.see_heading(FORM).await;
        let kind = journal.control("Huisbezoek").await.prop("checked").await.expect("a choice is told");
        assert_eq!(kind.as_deref(), Some("true"), "the kind goes along");
        sheets::begin(&journal, &words).await;
        journal.paste(BEFORE[0].0, BEFORE[0].1).await;
        steps::done(&journal, &words).await;
        steps::start_contact_with(&journal, &words, "Telefonisch", "", 2).await;
        assert!(!journal.shows(words.say("prepare-before")).await, "that is another contact");
        steps::start_contact_with(&journal, &words, "Huisbezoek", "", 2).await;
        journal.see(words.say("prepare-before")).await;
        journal.see(BEFORE[0].1).await;
        // What was left empty beforehand is not held against anybody.
        assert!(!journal.shows(BEFORE[1].0).await, "nothing is said of what was not filled in");
    });
}

/// Sees what was thought beforehand beside the page that is written on.
async fn stands_beside(journal: &Page, words: &Words, day: &str) {
    journal.see(words.say("prepare-before")).await;
    journal.see(&words.say_with("prepare-for", "day", day)).await;
    for (asked, text) in BEFORE {
        journal.see(asked).await;
        journal.see(text).await;
    }
    let field = journal.run("return !!document.querySelector('main textarea')", vec![]).await;
    assert_eq!(field, serde_json::json!(true), "one writes, and reads beside it");
}
