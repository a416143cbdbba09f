//! A word that means something else to each: kept after a case discussion, changed, saved as a page and
//! erased.

use std::fs;

use boundaries::{App, Options, Page, Words, wait_for};
use serde_json::json;

use crate::{
    files,
    guided::stand_in_order,
    person_free::pages,
    steps::{self, travel},
    team_card::press_of,
};

const KIND: &str = "Casusoverleg";
const ALIAS: &str = "houten merel";
const OWN: &str = "Pas bij de kersenboom hoorde ik het verschil.";
const WORD: &str = "stabiel";
const MINE: &str = "Er komt geen nieuwe schuld bij.";
const THEIRS: &str = "Hij slaapt weer en eet aan tafel.";
const THEIRS_LATER: &str = "Dan slaapt houten merel weer, ook op zondag.";
const WHOSE: &str = "Sociaal werker";

#[test]
fn a_word_with_two_meanings_is_kept_after_a_discussion_changed_saved_and_erased() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, KIND, ALIAS, 2).await;
        steps::write(&journal, OWN).await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        journal.press(words.say("take-word")).await;
        journal.see(words.say("take-hint")).await;
        journal.paste(words.say("twofold-word"), WORD).await;
        journal.paste(words.say("twofold-mine"), MINE).await;
        // A slip of the hand closes it, and what was typed is still there.
        journal.keys(&["Escape"]).await;
        journal.until("the dialog to go", "return !document.querySelector('dialog[open]')", vec![]).await;
        journal.press(words.say("take-word")).await;
        assert_eq!(journal.value(words.say("twofold-mine")).await, MINE);
        journal.paste(words.say("twofold-theirs"), THEIRS).await;
        journal.press(WHOSE).await;
        assert_eq!(journal.value(words.say("twofold-whose")).await, WHOSE);
        journal.picture("twofold-dialog").await;
        journal.press(words.say("rule-add")).await;
        journal.see(words.say("twofold-said-kept")).await;
        // It is asked for where a case was talked about, and not after any other contact.
        steps::done(&journal, &words).await;
        steps::start_contact_with(&journal, &words, "Voortgang", ALIAS, 2).await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        journal.control(words.say("take-team")).await;
        assert!(!journal.has(words.say("take-word")).await);
        steps::lock(&journal, &words).await;

        let journal = steps::unlock(&app, &words).await;
        to_words(&journal, &words).await;
        assert_eq!(word_on_screen(&journal, WORD).await, [MINE, WHOSE, THEIRS]);
        // It stands by itself: nothing says where it came from.
        assert!(!journal.shows("kersenboom").await && !journal.shows(ALIAS).await);
        press_of(&journal, WORD, words.say("rule-change")).await;
        let theirs = words.say("twofold-theirs");
        assert_eq!(journal.value(theirs).await, THEIRS);
        journal.control(theirs).await.clear().await.expect("a field can be cleared");
        journal.paste(theirs, THEIRS_LATER).await;
        journal.press(words.say("rule-add")).await;
        journal.see(words.say("twofold-said-changed")).await;
        assert_eq!(word_on_screen(&journal, WORD).await, [MINE, WHOSE, THEIRS_LATER]);
        journal.settle().await;
        journal.picture("twofold-words").await;

        journal.press(words.say("sheet-save")).await;
        journal.see(words.say("sheet-save-title")).await;
        journal.press(words.say("sheet-save-yes")).await;
        journal.see(words.say("along-saved")).await;
        let page = wait_for("the page", || pages(&app).pop());
        let written = fs::read_to_string(&page).expect("a page");
        let theirs = THEIRS_LATER.replace(ALIAS, words.say("native-somebody"));
        let row = written.split_once("<tbody").expect("a table").1;
        assert!(stand_in_order(row, &[WORD, MINE, &theirs, WHOSE]), "{written}");
        for not in [ALIAS, THEIRS, "kersenboom", "<script", "http:", "https:", "src=", "url("] {
            assert!(!written.contains(not), "“{not}” in {written}");
        }
        assert!(!row.chars().any(|letter| letter.is_ascii_digit()), "no day and no count in {row}");

        press_of(&journal, WORD, words.say("learned-erase")).await;
        journal.see(words.say("twofold-erase-title")).await;
        let sure = "const button = [...document.querySelectorAll('dialog[open] button')]\
            .find(button => button.textContent.trim() === arguments[0]); button?.click(); return !!button";
        journal.until("the way on", sure, vec![json!(words.say("learned-erase"))]).await;
        journal.see(words.say("twofold-said-erased")).await;
        journal.see(words.say("twofold-empty")).await;
        files::quit(&mut app, &journal).await;
        for gone in [MINE, THEIRS, THEIRS_LATER] {
            assert_eq!(files::hits(&app, gone)[0], 0, "“{gone}” is in a page of the store");
        }
        assert!(files::hits(&app, "kersenboom")[0] > 0, "this way of looking finds what is there");
    });
}

/// Goes to the words.
async fn to_words(journal: &Page, words: &Words) {
    journal.press(words.say("journal-learning")).await;
    journal.see_heading(words.say("journal-learning")).await;
    journal.press(words.say("twofold-title")).await;
    journal.see_heading(words.say("twofold-title")).await;
    journal.see(words.say("twofold-list")).await;
}

/// What stands of a word: what it means to me, who the other is, and what it means to them.
async fn word_on_screen(journal: &Page, word: &str) -> [String; 3] {
    let script = "const plain = e => (e?.textContent ?? '').replace(/\\s+/g, ' ').trim(); \
        const card = [...document.querySelectorAll('main article')]\
            .find(card => plain(card.querySelector('h3')) === arguments[0]); if (!card) return null; \
        const [mine, theirs] = [...card.querySelectorAll('dd')].map(plain); \
        return [mine, plain(card.querySelector('.whose')), theirs]";
    let told = journal.until(&format!("the word “{word}”"), script, vec![json!(word)]).await;
    serde_json::from_value(told).expect("three texts")
}
