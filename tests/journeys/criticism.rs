//! An intake with somebody who has had enough of the municipality: asked about while it is at hand,
//! kept nowhere; and one intention that is tried once more, and then otherwise.

use boundaries::{App, Options, Page, Words};
use handbook::Baggage;

use crate::{
    files,
    guided::{pack, stand_in_order},
    steps::{self, travel},
};

const KIND: &str = "Intake of aanvraag";
const ALIAS: &str = "stille haven";
const ANSWER: &str = "“Jullie sturen me van loket naar loket.” Daar had ik even geen antwoord op.";
const INTENTION: &str = "Eerst laten uitpraten, en pas daarna iets uitleggen.";
const FIRST: &str = "Dat lukte tot hij over de boete begon.";
const SECOND: &str = "Nu wel. Het gesprek werd er korter van.";
const OTHERWISE: &str = " En hardop zeggen dat ik luister.";

#[test]
fn criticism_of_the_system_is_asked_about_and_kept_nowhere() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::to_new_contact(&journal, &words).await;
        journal.press(KIND).await;
        journal.write(words.say("contact-alias"), ALIAS).await;
        journal.press(words.say("contact-more")).await;
        journal.press(words.say("contact-baggage-criticism")).await;
        // What becomes of it is said where it is chosen.
        journal.see(words.say("contact-keep-body")).await;
        steps::begin(&journal, &words).await;

        let pack = pack();
        let asked = steps::questions(&journal, &words).await;
        let about = |text: &String| {
            let mut found = pack.questions().iter();
            found.any(|question| {
                question.baggage.contains(&Baggage::Criticism)
                    && pack.resolve(&question.text, handbook::Words::default()) == *text
            })
        };
        let about = asked.iter().find(|text| about(text));
        let about = about.unwrap_or_else(|| panic!("nothing about criticism: {asked:?}")).clone();
        steps::turn_to(&journal, &about).await;
        journal.see_heading(&about).await;
        steps::write(&journal, ANSWER).await;
        steps::done(&journal, &words).await;
        let article = steps::read(&journal, &words, &ANSWER[..20]).await;
        assert!(stand_in_order(&article, &[&about, ANSWER]), "{article}");
        says_nothing_of_baggage(&article, &words);
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        let article = steps::read(&journal, &words, &ANSWER[..20]).await;
        says_nothing_of_baggage(&article, &words);
        files::quit(&mut app, &journal).await;
        let store = files::store(&app.journal());
        let rows = store.entries(None, 9).expect("the entries");
        let sitting = store.entry(rows[0].entry).expect("the entry").sitting.expect("it was guided");
        assert_eq!((sitting.baggage, sitting.mood), (None, None));
        drop(store);
        // Nor does any page of a file have the word by which it is known.
        let hits = files::hits(&app, "criticism");
        assert!(hits.iter().all(|hits| *hits == 0), "{hits:?}");
        assert!(files::hits(&app, "van loket naar loket")[0] > 0, "this way of looking finds what is there");
    });
}

#[test]
fn what_was_tried_is_tried_once_more_and_then_otherwise() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, KIND, ALIAS, 2).await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        steps::write(&journal, INTENTION).await;
        steps::done(&journal, &words).await;

        // Once more: it stands at the end by itself, and comes back in the same words.
        meets_again(&journal, &words, INTENTION).await;
        journal.paste(words.say("writing-outcome-field"), FIRST).await;
        journal.press(words.say("writing-outcome-again")).await;
        journal.see(words.say("writing-outcome-again-said")).await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        assert_eq!(steps::written(&journal).await, INTENTION);
        steps::done(&journal, &words).await;
        let returns = steps::shown_in(&journal, "section[aria-labelledby=today-returns]").await;
        assert_eq!(returns.matches(INTENTION).count(), 1, "{returns}");

        // Taken back in the next moment, and then otherwise: with the words of before to go on from.
        meets_again(&journal, &words, INTENTION).await;
        journal.paste(words.say("writing-outcome-field"), SECOND).await;
        journal.press(words.say("writing-outcome-again")).await;
        journal.see(words.say("writing-outcome-again-said")).await;
        journal.press(words.say("writing-outcome-again")).await;
        steps::see_gone(&journal, words.say("writing-outcome-again-said")).await;
        journal.press(words.say("writing-outcome-differently")).await;
        journal.see(words.say("closing-step")).await;
        journal
            .until("the caret in the text", "return document.activeElement.tagName === 'TEXTAREA'", vec![])
            .await;
        assert_eq!(steps::written(&journal).await, INTENTION);
        journal.keys(&["Control", "End"]).await;
        journal.type_keys(OTHERWISE).await;
        steps::done(&journal, &words).await;
        let otherwise = format!("{INTENTION}{OTHERWISE}");
        journal.see(&otherwise).await;

        // What was tried is one page: the newest first, with what came of it, and no figure.
        journal.press(words.say("journal-tried")).await;
        journal.see_heading(words.say("journal-tried")).await;
        journal.see(words.say("tried-title")).await;
        let tried = steps::shown_in(&journal, "section[aria-labelledby=tried-tried]").await;
        let waits = words.say_with("reading-returns-alias", "alias", ALIAS);
        let told = [&otherwise, &waits, INTENTION, SECOND, INTENTION, FIRST];
        assert!(stand_in_order(&tried, &told.map(|text| text as &str)), "{tried}");
        assert_eq!(tried.matches(KIND).count(), 1, "the kind of the first, Voortgang of the others: {tried}");

        // Let go at the third contact, and said so.
        meets_again(&journal, &words, &otherwise).await;
        journal.press(words.say("writing-outcome-let-go")).await;
        journal.see(words.say("writing-outcome-let-go-said")).await;
        assert!(!journal.has(words.say("writing-outcome-again")).await, "what is let go is not tried again");
        steps::done(&journal, &words).await;
        steps::see_gone(&journal, words.say("today-returns")).await;
        journal.press(words.say("journal-tried")).await;
        journal.see(words.say("tried-let-go")).await;
    });
}

fn says_nothing_of_baggage(article: &str, words: &Words) {
    for told in ["criticism", "life-story", "both", "unknown"] {
        let told = words.say(&format!("reading-baggage-{told}"));
        assert!(!article.contains(told), "“{told}” in {article}");
    }
}

/// A next contact with the same person, which opens with what was to be tried.
async fn meets_again(journal: &Page, words: &Words, intention: &str) {
    steps::start_contact_with(journal, words, "Voortgang", ALIAS, 2).await;
    journal.see_heading(words.say("writing-outcome-title")).await;
    assert_eq!(steps::shown_in(journal, "main blockquote").await, intention);
}
