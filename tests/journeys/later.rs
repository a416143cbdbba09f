//! Stopping in the middle, and going on another day.

use boundaries::{App, Options, Page, Words};
use serde_json::json;

use crate::steps::{self, travel};

/// Half a thought, as one leaves it when the telephone rings.
const HALF: &str = "Ik zei “dat zoek ik uit”, maar eigenlijk wist ik al dat het niet mocht; en tóch\n\n- ";

#[test]
fn the_next_day_the_same_questions_are_open_and_what_comes_then_is_marked_later() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, "Voortgang", "houten merel", 15).await;
        let first = journal.heading().await;
        steps::write(&journal, "Zij had zelf al gebeld met de opleiding. Geïrriteerd was ze niet eens.")
            .await;
        steps::next(&journal).await;
        let second = journal.heading().await;
        steps::write(&journal, HALF).await;
        let open = steps::questions(&journal, &words).await;
        // Locked with half a sentence that no timer has saved yet.
        steps::lock(&journal, &words).await;
        app.stop();

        app.start_again_after(1);
        let journal = steps::unlock(&app, &words).await;
        assert!(!journal.shows(words.say("today-after-a-while")).await, "a day is no while");
        journal.press(words.say("today-continue-action")).await;
        assert_eq!(steps::questions(&journal, &words).await, open, "the same questions in their order");
        steps::turn_to(&journal, &first).await;
        let kept = steps::written(&journal).await;
        assert_eq!(kept, "Zij had zelf al gebeld met de opleiding. Geïrriteerd was ze niet eens.");
        steps::turn_to(&journal, &second).await;
        assert_eq!(steps::written(&journal).await, HALF, "byte for byte");

        // What is added now stands by itself.
        let later = format!("{} · {}", words.say("writing-free"), words.say("writing-later"));
        steps::turn_to(&journal, &later).await;
        journal.see_heading(words.say("writing-free-title")).await;
        journal.see(&later).await;
        steps::write(&journal, "Een nacht later: ik had het gewoon kunnen zeggen.").await;
        steps::done(&journal, &words).await;
        let article = steps::read(&journal, &words, "Zij had zelf al gebeld").await;
        let marked = words.say("reading-later").split('{').next().expect("words before the day");
        let (before, after) = article.split_once("Een nacht later:").expect("what was added");
        assert!(after.contains(marked), "{article}");
        assert!(!before.contains(marked), "what was written on the day itself is not: {article}");
        assert_eq!(article.matches(marked).count(), 1, "{article}");
    });
}

#[test]
fn after_weeks_away_the_welcome_is_calm_and_counts_nothing() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, "Huisbezoek", "zachte regen", 2).await;
        steps::write(&journal, "De planten stonden er goed bij.").await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        steps::write(&journal, "Eerst even zitten, dan pas mijn map openen.").await;
        steps::lock(&journal, &words).await;
        app.stop();

        app.start_again_after(40);
        let journal = steps::unlock(&app, &words).await;
        journal.see(words.say("today-after-a-while")).await;
        journal.see("Eerst even zitten").await;
        counts_nothing(&journal).await;
        for place in ["journal-entries", "journal-bin", "journal-help", "journal-today"] {
            journal.press(words.say(place)).await;
            journal.settle().await;
            if place != "journal-help" {
                counts_nothing(&journal).await;
            }
        }
        // Whoever begins has arrived.
        steps::start_contact_with(&journal, &words, "Huisbezoek", "zachte regen", 2).await;
        journal.see_heading(words.say("writing-outcome-title")).await;
        counts_nothing(&journal).await;
        steps::done(&journal, &words).await;
        journal.press(words.say("journal-entries")).await;
        journal.press(words.say("journal-today")).await;
        journal.see(words.say("today-intro")).await;
        assert!(!journal.shows(words.say("today-after-a-while")).await);
    });
}

/// Sees that no number of days, weeks or months is told anywhere on screen.
async fn counts_nothing(journal: &Page) {
    // A year at the end of a line is no number of what the next line begins with.
    let script = "const words = ['een', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'veertig', \
            'enkele', 'paar', 'wat', '\\\\d+'].join('|'); \
        const counted = new RegExp(`(?<!\\\\p{L})(${words})[ \\u00a0]+(dag|week|maand)(en)?(?!\\\\p{L})|weken|geleden`, 'iu'); \
        return document.body.innerText.match(counted)?.[0] ?? null";
    assert_eq!(journal.run(script, vec![]).await, json!(null), "time away is not counted");
}
