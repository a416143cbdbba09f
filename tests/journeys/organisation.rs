//! The words of an organisation: chosen once, seen everywhere, and never in what was written.

use boundaries::{App, Options, Page, Words};

use crate::steps::{self, travel};

#[test]
fn another_word_reaches_what_is_open_and_leaves_what_was_answered() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, "Kennismaking", "", 2).await;
        let answered = to_a_question_with(&journal, &words, "inwoner").await;
        steps::write(&journal, "De inwoner zei weinig.").await;
        steps::start_contact_with(&journal, &words, "Voortgang", "", 2).await;
        let open = to_a_question_with(&journal, &words, "inwoner").await;
        steps::done(&journal, &words).await;

        journal.press(words.say("journal-settings")).await;
        let word = journal.control(words.say("settings-resident")).await;
        word.select_by_value("client").await.expect("a word can be chosen");
        journal.see(words.say("journal-said-settings")).await;
        journal.press(words.say("journal-today")).await;
        journal.press(words.say("today-continue-action")).await;
        journal.see_heading(&open.replace("inwoner", "cliënt")).await;

        // What is asked from now on has the new word, and so has the screen.
        steps::to_new_contact(&journal, &words).await;
        journal.press(words.say("contact-more")).await;
        journal.see(&words.say("contact-baggage").replace("inwoner", "cliënt")).await;
        journal.see(&words.say("contact-alias-hint").replace("inwoner", "cliënt")).await;
        steps::start_contact_with(&journal, &words, "Intake", "", 2).await;
        let asked = to_a_question_with(&journal, &words, "cliënt").await;
        steps::write(&journal, "De cliënt zei veel.").await;
        assert!(!journal.shows("inwoner").await, "the old word is nowhere on the page");
        steps::lock(&journal, &words).await;

        let journal = steps::unlock(&app, &words).await;
        let article = steps::read(&journal, &words, "De inwoner zei weinig.").await;
        assert!(article.contains(&answered), "answered in the words of then: {article}");
        assert!(!article.contains("cliënt"), "{article}");
        let article = steps::read(&journal, &words, "De cliënt zei veel.").await;
        assert!(article.contains(&asked), "{article}");
        // Writing on does not reword it either.
        steps::read(&journal, &words, "De inwoner zei weinig.").await;
        journal.press(words.say("reading-write-on")).await;
        journal.see_heading(&answered).await;
        steps::insert(&journal, " En toen toch.").await;
        steps::done(&journal, &words).await;
        let article = steps::read(&journal, &words, "En toen toch.").await;
        assert!(article.contains(&answered), "{article}");
    });
}

/// Asks for another question until one has a word in it, as a person could, and gives it.
async fn to_a_question_with(journal: &Page, words: &Words, word: &str) -> String {
    for _ in 0..40 {
        let question = journal.heading().await;
        if question.contains(word) {
            return question;
        }
        steps::other_question(journal, words).await;
    }
    panic!("forty questions, and none has “{word}”")
}
