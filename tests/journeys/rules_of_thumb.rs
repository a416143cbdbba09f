//! A rule of thumb: born from what one wrote, said in other words, there again before a case is talked
//! about, let go of and erased.

use boundaries::{App, Options, Page, Words};
use serde_json::json;

use crate::{
    files, sheets,
    steps::{self, travel},
};

const ALIAS: &str = "houten merel";
const WROTE: &str = "Ik had mijn map al open voor zij zat, roestvogel.";
const FIRST: &str = "Eerst vragen hoe de reis was, zoals zevenklapper zei.";
/// The same one later, in other words.
const LATER: &str = "Eerst gaan zitten, als kwantelwoud in de luwte.";
const OTHER: &str = "Vraag wat iemand zelf al probeerde.";
/// A word of each wording that nothing else in a journal is likely to hold.
const IN_FIRST: &str = "zevenklapper";
const IN_LATER: &str = "kwantelwoud";
/// Where cases are talked about, and where they are not.
const DISCUSSION: &str = "Casusoverleg";
const CONTACT: &str = "Voortgang";
/// A sheet with which one prepares for that.
const FORM: &str = "Ieders kijk op de casus";

#[test]
fn a_rule_of_thumb_comes_back_before_the_next_case_discussion() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        born_from_a_reflection(&journal, &words).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(7);
        let journal = steps::unlock(&app, &words).await;
        comes_before_a_discussion(&journal, &words, &[OTHER, FIRST]).await;
        revised(&journal, &words).await;
        comes_before_a_discussion(&journal, &words, &[OTHER, LATER]).await;
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        former_words(&journal, &words).await;
        files::quit(&mut app, &journal).await;
        for (piece, stays) in [(IN_FIRST, false), (IN_LATER, true)] {
            assert_eq!(files::hits(&app, piece)[0] > 0, stays, "“{piece}” in a page of the store");
        }

        app.start_again_after(7);
        let journal = steps::unlock(&app, &words).await;
        dropped_and_taken_up_again(&app, journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        erased(&journal, &words).await;
        comes_before_a_discussion(&journal, &words, &[OTHER]).await;
        files::quit(&mut app, &journal).await;
        assert_eq!(files::hits(&app, IN_LATER)[0], 0, "it is in a page of the store");
        assert!(files::hits(&app, "roestvogel")[0] > 0, "this way of looking finds what is there");
        let store = files::store(&app.journal());
        let rules = store.rules().expect("the rules");
        assert_eq!(rules.iter().map(|rule| rule.text.as_str()).collect::<Vec<_>>(), [OTHER]);
    });
}

/// One at the end of a reflection, begun, left for a moment and finished; another one when it is read.
async fn born_from_a_reflection(journal: &Page, words: &Words) {
    steps::start_contact_with(journal, words, CONTACT, ALIAS, 2).await;
    steps::write(journal, WROTE).await;
    steps::turn_to(journal, words.say("closing-step")).await;
    journal.press(words.say("take-rule")).await;
    journal.see(words.say("take-hint")).await;
    journal.press(words.say("rule-add")).await;
    journal.see(words.say("rule-missing")).await;
    journal.paste(words.say("rule-field"), FIRST).await;
    journal.picture("rule-from-a-reflection").await;
    // A wrong click costs no word.
    journal.press(words.say("rule-leave")).await;
    steps::see_gone(journal, words.say("take-hint")).await;
    journal.press(words.say("take-rule")).await;
    assert_eq!(journal.value(words.say("rule-field")).await, FIRST);
    journal.press(words.say("rule-add")).await;
    journal.see(words.say("rule-said-kept")).await;
    steps::done(journal, words).await;

    let article = steps::read(journal, words, "roestvogel").await;
    assert!(!article.contains(IN_FIRST), "the reflection knows nothing of it: {article}");
    journal.press(words.say("take-rule")).await;
    journal.paste(words.say("rule-field"), OTHER).await;
    journal.keys(&["Enter"]).await;
    journal.see(words.say("rule-said-kept")).await;

    steps::to_learn(journal, words, "journal-rules").await;
    assert_eq!(shown(journal).await, [OTHER, FIRST], "the latest first");
    let page = steps::shown_in(journal, "main").await;
    for told in [ALIAS, CONTACT] {
        assert!(!page.contains(told), "nothing there points back: “{told}” in {page}");
    }
}

/// The same rule in other words; those that it had stay under it.
async fn revised(journal: &Page, words: &Words) {
    steps::to_learn(journal, words, "journal-rules").await;
    in_rule(journal, FIRST, words.say("rule-change")).await;
    let field = journal.control(words.say("rule-field")).await;
    field.clear().await.expect("a field can be cleared");
    journal.paste(words.say("rule-field"), LATER).await;
    journal.keys(&["Enter"]).await;
    journal.see(words.say("rule-said-changed")).await;
    // Until then its field stands in its place.
    journal.see(LATER).await;
    assert_eq!(shown(journal).await.len(), 2, "it is still the same rule");
    journal.press(words.say("rule-former")).await;
    journal.see(FIRST).await;
    let until = steps::day_in(journal, 7).await;
    journal.see(&words.say_with("rule-former-until", "day", &until)).await;
    journal.picture("rule-with-a-past").await;
}

/// The former words are still there after a lock, and can go by themselves.
async fn former_words(journal: &Page, words: &Words) {
    steps::to_learn(journal, words, "journal-rules").await;
    assert!(!journal.shows(FIRST).await, "the past is asked for");
    journal.press(words.say("rule-former")).await;
    journal.see(FIRST).await;
    let erase = "const row = [...document.querySelectorAll('main .past li')]\
            .find(row => row.textContent.includes(arguments[0])); row?.querySelector('button').click(); return !!row";
    journal.until("the former words", erase, vec![json!(FIRST)]).await;
    journal.see(words.say("rule-former-erase-body")).await;
    in_dialog(journal, words.say("learned-erase-keep")).await;
    steps::see_gone(journal, words.say("rule-former-erase-body")).await;
    journal.see(FIRST).await;
    journal.until("the former words", erase, vec![json!(FIRST)]).await;
    in_dialog(journal, words.say("learned-erase")).await;
    journal.see(words.say("rule-said-wording-erased")).await;
    steps::see_gone(journal, FIRST).await;
    assert!(!journal.has(words.say("rule-former")).await, "it has no past any more");
    journal.see(LATER).await;
}

/// Let go of it does not come any more and is still to be found; taken up again it comes. Ends with a lock.
async fn dropped_and_taken_up_again(app: &App, journal: Page, words: &Words) {
    steps::to_learn(&journal, words, "journal-rules").await;
    in_rule(&journal, LATER, words.say("rule-drop")).await;
    journal.see(words.say("rule-said-dropped")).await;
    steps::see_gone(&journal, LATER).await;
    comes_before_a_discussion(&journal, words, &[OTHER]).await;
    steps::lock(&journal, words).await;

    let journal = steps::unlock(app, words).await;
    steps::to_learn(&journal, words, "journal-rules").await;
    journal.press(words.say("rule-dropped")).await;
    journal.see(LATER).await;
    let day = steps::day_in(&journal, 14).await;
    journal.see(&words.say_with("rule-dropped-on", "day", &day)).await;
    journal.picture("rule-dropped").await;
    in_rule(&journal, LATER, words.say("rule-take-up")).await;
    journal.see(words.say("rule-said-taken-up")).await;
    steps::see_gone(&journal, words.say("rule-dropped")).await;
    comes_before_a_discussion(&journal, words, &[OTHER, LATER]).await;
    steps::lock(&journal, words).await;
}

async fn erased(journal: &Page, words: &Words) {
    steps::to_learn(journal, words, "journal-rules").await;
    in_rule(journal, LATER, words.say("learned-erase")).await;
    journal.see(words.say("rule-erase-body")).await;
    journal.see(words.say("learned-erase-backups")).await;
    in_dialog(journal, words.say("learned-erase")).await;
    journal.see(words.say("rule-said-erased")).await;
    steps::see_gone(journal, LATER).await;
    assert_eq!(shown(journal).await, [OTHER]);
}

/// Sees these rules and no others where a case discussion begins and where one prepares for it, and none
/// with another kind of contact.
async fn comes_before_a_discussion(journal: &Page, words: &Words, rules: &[&str]) {
    steps::to_new_contact(journal, words).await;
    for _ in 0..2 {
        journal.press(CONTACT).await;
        steps::see_gone(journal, words.say("rules-before")).await;
        journal.press(DISCUSSION).await;
        see_before(journal, words, rules).await;
    }
    journal.picture("rule-before-a-discussion").await;
    sheets::ask_for(journal, words, FORM).await;
    journal.press(words.say("sheet-about-none")).await;
    steps::see_gone(journal, words.say("rules-before")).await;
    journal.press(DISCUSSION).await;
    see_before(journal, words, rules).await;
}

/// Waits until exactly these rules stand there, in any order: the latest is the first, and one that was
/// taken up again is not the latest.
async fn see_before(journal: &Page, words: &Words, rules: &[&str]) {
    let script = "const list = [...document.querySelectorAll('main ul')]\
            .find(list => list.getAttribute('aria-label') === arguments[0]); \
        const rules = [...list?.querySelectorAll('li') ?? []].map(rule => rule.textContent.trim()).sort(); \
        return list && JSON.stringify(rules) === JSON.stringify(arguments[1].sort())";
    let arguments = vec![json!(words.say("rules-before")), json!(rules)];
    journal.until(&format!("before a discussion: {rules:?}"), script, arguments).await;
}

/// The rules in use, as the page of them has them.
async fn shown(journal: &Page) -> Vec<String> {
    let script = "const list = document.querySelector('section[aria-labelledby=rules-kept]'); \
        return list && [...list.querySelectorAll('.kept > p.reading')].map(rule => rule.textContent.trim())";
    serde_json::from_value(journal.until("the rules", script, vec![]).await).expect("a list of texts")
}

/// Presses a button of the rule that reads so.
async fn in_rule(journal: &Page, rule: &str, button: &str) {
    let script = "const rule = [...document.querySelectorAll('main .kept')]\
            .find(rule => rule.querySelector('.reading')?.textContent.trim() === arguments[0]); \
        const button = [...rule?.querySelectorAll('button') ?? []]\
            .find(button => button.textContent.trim() === arguments[1]); button?.click(); return !!button";
    journal.until(&format!("“{button}” of “{rule}”"), script, vec![json!(rule), json!(button)]).await;
}

/// Presses a button in the dialog on screen: what lies under it may have one that is called the same.
async fn in_dialog(journal: &Page, button: &str) {
    let script = "const button = [...document.querySelectorAll('dialog[open] button')]\
            .find(button => button.textContent.trim() === arguments[0]); button?.click(); return !!button";
    journal.until(&format!("“{button}” in the dialog"), script, vec![json!(button)]).await;
}
