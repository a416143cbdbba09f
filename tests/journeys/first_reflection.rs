//! The main job: set up, reflect, lock, come back, find every byte.

use std::fs;

use boundaries::{App, Options, Page, Words};

use crate::steps::{self, travel};

/// Realistic Dutch with everything that has ever been mangled on its way to a disk.
fn dutch(characters: usize) -> String {
    let piece = "Zij zei: “Ik heb ’t al drie keer verteld.” Ik vond dat pijnlijk; het reëel gevoel van één \
        naïeve vraag te veel. Geïrriteerd? Nee, eerder moe… 🙂\n\nDaarna — pas dáárna — vroeg ik: ‘Wat heb je \
        vandaag nodig?’ Ze lachte, en noemde de coöperatie, het café en haar zoon (vijf). 100% zeker is niets. <b>\n";
    piece.chars().cycle().take(characters).collect()
}

#[test]
fn a_reflection_survives_lock_and_restart_byte_for_byte() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact(&journal, &words, "Kennismaking").await;

        let answers = [dutch(5_000), dutch(900), dutch(301)];
        let mut questions = Vec::new();
        for (place, text) in answers.iter().enumerate() {
            journal.see(&words.say_with("writing-step", "number", &(place + 1).to_string())).await;
            questions.push(journal.heading().await);
            steps::write(&journal, text).await;
            if place < 2 {
                journal.keys(&["Control", "Enter"]).await;
            }
        }
        assert!(questions[0] != questions[1] && questions[1] != questions[2], "three different questions");
        // Locked with words that no timer has saved yet.
        steps::lock(&journal, &words).await;

        let journal = steps::unlock(&app, &words).await;
        found(&journal, &words, &questions, &answers).await;
        journal.keys(&["Control", "q"]).await;
        assert!(app.wait_for_end().success());

        app.start_again();
        let journal = steps::unlock(&app, &words).await;
        found(&journal, &words, &questions, &answers).await;
    });
}

/// Opens the newest entry and compares what it holds with what was written.
async fn found(journal: &Page, words: &Words, questions: &[String], answers: &[String]) {
    let article = steps::read(journal, words, "Kennismaking").await;
    for question in questions {
        assert!(article.contains(question), "{question}: {article}");
    }
    journal.press(words.say("reading-write-on")).await;
    for (place, text) in answers.iter().enumerate() {
        steps::turn_to(journal, &questions[place]).await;
        journal.see_heading(&questions[place]).await;
        assert_eq!(&steps::written(journal).await, text, "answer {place}, byte for byte");
    }
}

#[test]
fn the_recovery_key_opens_what_the_passphrase_closed() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let keys = app.attach("keys").await;
        steps::choose_passphrase(&keys, &words).await;
        let sheet = steps::groups(&keys).await;
        assert_eq!(sheet.len(), 6, "six groups: {sheet:?}");

        keys.press(words.say("keys-sheet-save")).await;
        keys.see(words.say("keys-sheet-saved-next")).await;
        let page = fs::read_to_string(app.saved_page()).expect("the page was written");
        assert!(sheet.iter().all(|group| page.contains(group.as_str())), "every group is on the page");

        keys.press(words.say("keys-sheet-copied")).await;
        keys.see_heading(words.say("keys-confirm-title")).await;
        steps::type_back(&keys, &words, &sheet).await;
        keys.press(words.say("keys-confirm-done")).await;
        let journal = steps::opened(&app, &words).await;
        assert!(!journal.shows(words.say("today-recovery-title")).await, "the sheet is done");
        steps::start_free_page(&journal, &words).await;
        steps::write(&journal, "Vóór het slot.").await;
        steps::lock(&journal, &words).await;

        let keys = app.attach("keys").await;
        keys.press(words.say("keys-unlock-forgotten")).await;
        keys.write(words.say("keys-unlock-key"), &sheet.join(" ").to_lowercase()).await;
        keys.press(words.say("keys-unlock")).await;
        // A new passphrase may be chosen; the old one still holds.
        keys.see_heading(words.say("keys-passphrase-title-new")).await;
        keys.press(words.say("keys-keep-passphrase")).await;
        let journal = steps::opened(&app, &words).await;
        journal.see("Vóór het slot.").await;
    });
}
