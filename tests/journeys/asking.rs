//! What a person does with a question: skip it, want another, ask one of his own, leave it for a
//! free page, or go on asking.

use boundaries::{App, Options, Page, Words};
use handbook::{Choice, KindId};
use serde_json::json;

use crate::steps::{self, travel};

#[test]
fn what_is_skipped_leaves_no_trace() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact(&journal, &words, "Telefonisch").await;
        let skipped = steps::questions(&journal, &words).await;
        for _ in &skipped {
            steps::next(&journal).await;
        }
        journal.see(words.say("closing-step")).await;
        steps::done(&journal, &words).await;

        let article = steps::read(&journal, &words, words.say("entries-nothing-written")).await;
        assert!(article.contains(words.say("reading-empty")), "{article}");
        for question in &skipped {
            assert!(!article.contains(question.as_str()), "{question}: {article}");
        }
        // Nor is anything unfinished anywhere.
        journal.press(words.say("journal-today")).await;
        journal.see(words.say("today-nothing-written")).await;
        assert!(!journal.shows(words.say("today-returns")).await);
    });
}

#[test]
fn what_is_put_aside_is_nowhere_afterwards() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        // Within a session each question of a longer sitting gives way to one that was not there yet.
        steps::start_contact_with(&journal, &words, "Huisbezoek", "", 15).await;
        let mut seen = steps::questions(&journal, &words).await;
        let aside = seen[0].clone();
        for _ in 0..3 {
            steps::other_question(&journal, &words).await;
            journal.see_heading(&steps::questions(&journal, &words).await[0]).await;
            let other = journal.heading().await;
            assert!(!seen.contains(&other), "{other} was there already: {seen:?}");
            seen.push(other);
        }
        steps::write(&journal, "Dat hij koffie had gezet.").await;
        assert!(!journal.has(words.say("writing-other")).await, "what was written on is not put aside");
        steps::done(&journal, &words).await;
        journal.press(words.say("today-continue-action")).await;
        let asked = steps::questions(&journal, &words).await;
        assert!(asked.contains(&seen[seen.len() - 1]), "the last one stayed: {asked:?}");
        assert!(!asked.contains(&aside), "{aside} came back: {asked:?}");

        // And after the lock it is not in the place of the one that was answered instead.
        steps::start_contact_with(&journal, &words, "Intake", "", 2).await;
        let aside = journal.heading().await;
        steps::other_question(&journal, &words).await;
        let answered = journal.heading().await;
        assert_ne!(answered, aside);
        steps::write(&journal, "Zij begon over haar zoon.").await;
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        let article = steps::read(&journal, &words, "Zij begon over haar zoon.").await;
        assert!(article.contains(&answered) && !article.contains(&aside), "{article}");
        journal.press(words.say("reading-write-on")).await;
        assert_eq!(steps::questions(&journal, &words).await, [answered]);
    });
}

#[test]
fn when_there_is_no_other_question_that_is_said_and_one_of_ones_own_is_offered() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, "Intervisie", "", 2).await;
        let mut seen = vec![journal.heading().await];
        let none = words.say("writing-other-none");
        while !journal.shows(none).await {
            journal.press(words.say("writing-other")).await;
            let script = "return document.querySelector('h1').textContent.trim() !== arguments[0] || \
                document.body.innerText.includes(arguments[1])";
            let last = seen[seen.len() - 1].clone();
            journal
                .until("another question, or that there is none", script, vec![json!(last), json!(none)])
                .await;
            let question = journal.heading().await;
            if question == last {
                break;
            }
            assert!(!seen.contains(&question), "{question} was put aside: {seen:?}");
            seen.push(question);
        }
        journal.see(none).await;
        let pack = crate::guided::pack();
        let all = pack.pool(&Choice::new(&KindId::from("intervisie"), 2, 0)).len();
        assert_eq!(seen.len(), all, "each of the handbook came by, once: {seen:?}");
        assert_eq!(journal.heading().await, seen[seen.len() - 1], "the last one stays");
        journal.press(words.say("writing-own")).await;
        journal.see_heading(words.say("writing-own-title")).await;
    });
}

#[test]
fn a_question_of_ones_own_is_kept_with_its_words_and_a_free_page_is_one_click_away() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact(&journal, &words, "Heronderzoek").await;
        let own = "Waarom vond ik het één keer wél makkelijk om niks te zeggen?";
        steps::leaving(&journal).await;
        journal.press(words.say("writing-own")).await;
        steps::arrived(&journal).await;
        journal.see_heading(words.say("writing-own-title")).await;
        assert_eq!(journal.focus().await, words.say("writing-own-question"), "one types on at once");
        journal.type_keys(own).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(own).await;
        steps::write(&journal, "Omdat de stilte van haar was, niet van mij.").await;

        steps::leaving(&journal).await;
        journal.press(words.say("writing-free")).await;
        steps::arrived(&journal).await;
        journal.see_heading(words.say("writing-free-title")).await;
        steps::write(&journal, "En de parkeerplaats was ook weer vol.").await;
        steps::lock(&journal, &words).await;

        let journal = steps::unlock(&app, &words).await;
        let article = steps::read(&journal, &words, "Omdat de stilte").await;
        for told in
            [words.say("reading-own"), own, "niet van mij.", words.say("reading-free"), "ook weer vol."]
        {
            assert!(article.contains(told), "{told}: {article}");
        }
        journal.press(words.say("reading-write-on")).await;
        steps::turn_to(&journal, own).await;
        journal.see_heading(own).await;
        assert_eq!(steps::written(&journal).await, "Omdat de stilte van haar was, niet van mij.");
    });
}

#[test]
fn what_asks_on_waits_for_an_answer() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        let parents = to_some_that_are_asked_on(&journal, &words).await;
        let before = steps::questions(&journal, &words).await;
        // There is room for what asks on from two of them at most, and the seed says which.
        let mut asked_on = None;
        for parent in parents {
            steps::turn_to(&journal, &parent).await;
            steps::write(&journal, "Ze keek naar de deur.").await;
            let after = steps::questions(&journal, &words).await;
            if after.len() > before.len() {
                asked_on = Some((parent, after));
                break;
            }
        }
        let (parent, after) = asked_on.expect("one of them is asked on");
        let place = before.iter().position(|question| *question == parent).expect("it is one of them");
        assert_eq!(after.len(), before.len() + 1, "{before:?} {after:?}");
        assert!(!before.contains(&after[place + 1]), "what asks on comes right after: {after:?}");
        steps::next(&journal).await;
        journal.see_heading(&after[place + 1]).await;
        journal.see(&words.say_with("writing-step", "number", &(place + 2).to_string())).await;
        // Without an answer there is nothing to ask on from.
        steps::turn_to(&journal, &parent).await;
        let clear = "const field = document.querySelector('textarea'); field.select(); \
            document.execCommand('delete'); return field.value === ''";
        journal.until("an empty field", clear, vec![]).await;
        assert_eq!(steps::questions(&journal, &words).await, before);
    });
}

/// Begins a long sitting, which has questions that are asked on, and gives those that may be.
async fn to_some_that_are_asked_on(journal: &Page, words: &Words) -> Vec<String> {
    let pack = crate::guided::pack();
    let resolve = |text: &str| pack.resolve(text, handbook::Words::default());
    for _ in 0..5 {
        steps::start_contact_with(journal, words, "Kennismaking", "", 30).await;
        let shown = steps::questions(journal, words).await;
        let parents = pack.questions().iter().filter(|question| question.follow_up.is_some());
        // Six questions fit in half an hour: where fewer are shown, the others wait.
        if shown.len() < 6 {
            return parents
                .map(|question| resolve(&question.text))
                .filter(|text| shown.contains(text))
                .collect();
        }
    }
    panic!("five long sittings, and nothing is asked on")
}
