//! The mirror: what points at a person is shown to the one who writes, and cleaned by the keyboard.
//! Every number, name and address here is made up; they only have the form of one.

use boundaries::{App, Options, Page, Theme, Words, not_run, writing};
use serde_json::json;

use crate::{
    files,
    steps::{self, travel},
};

/// One of each, and what the text becomes.
const IDENTIFIERS: [&str; 6] = [
    "Pietersen",
    "111222333",
    "NL91ABNA0417164300",
    "06-12345678",
    "f.pietersen@voorbeeld.nl",
    "Kerkstraat 12a",
];
const TEXT: &str = "Mevrouw Pietersen belde, ik schrok ervan. Haar bsn is 111222333 en haar rekening \
    NL91ABNA0417164300. Bellen kan op 06-12345678, mailen naar f.pietersen@voorbeeld.nl. Ze woont in de \
    Kerkstraat 12a. Waarom schrijf ik dat op?";
const CLEANED: &str = "Mevrouw [naam] belde, ik schrok ervan. Haar bsn is […] en haar rekening […]. Bellen kan \
    op […], mailen naar […]. Ze woont in de [adres]. Waarom schrijf ik dat op?";

#[test]
fn a_text_with_six_identifiers_is_cleaned_by_keyboard_alone() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        journal.keys(&["Control", "Shift", "n"]).await;
        journal.see_heading(words.say("writing-free-title")).await;
        steps::tab_to_text(&journal).await;
        journal.type_keys(TEXT).await;
        see_marks(&journal, &IDENTIFIERS).await;
        assert_eq!(listed(&journal).await, IDENTIFIERS, "the list says what the marks say");
        let kinds = ["name", "bsn", "iban", "phone", "email", "street"].map(|kind| kind_of(&words, kind));
        assert_eq!(listed_as(&journal).await, kinds);

        journal.keys(&["F8"]).await;
        in_the_list(&journal, &words.say_with("mirror-replace", "words", words.say("mirror-blank-name")))
            .await;
        // Nobody waits between two of them.
        for _ in IDENTIFIERS {
            journal.keys(&["Enter"]).await;
        }
        see_text(&journal, CLEANED).await;
        see_marks(&journal, &[]).await;
        in_the_text(&journal).await;
        journal.see("Er is niets meer om na te kijken.").await;

        // The last one comes back, and goes again. A driver's keys pass the toolkit by, where Ctrl+Z
        // is bound: a keyboard presses it in `shipped`.
        undo(&journal, "undo").await;
        see_text(&journal, &CLEANED.replace("[adres]", "Kerkstraat 12a")).await;
        see_marks(&journal, &["Kerkstraat 12a"]).await;
        undo(&journal, "redo").await;
        see_text(&journal, CLEANED).await;
        see_marks(&journal, &[]).await;
        steps::done(&journal, &words).await;
        let article = steps::read(&journal, &words, "ik schrok ervan").await;
        assert!(article.contains(CLEANED), "{article}");
        files::quit(&mut app, &journal).await;

        let texts = writing::texts(&files::store(&app.journal()));
        assert_eq!(texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), [CLEANED]);
        // It was on the disk before it was cleaned: no page keeps it.
        assert!(files::hits(&app, "ik schrok ervan")[0] > 0, "this way of looking finds what is there");
        for piece in IDENTIFIERS {
            let hits = files::hits(&app, piece);
            assert!(
                hits.iter().all(|hits| *hits == 0),
                "{piece} is in a page of the store or a backup: {hits:?}"
            );
        }
    });
}

#[test]
fn what_is_no_person_is_remembered_and_can_be_taken_back_but_no_number_is_kept() {
    const NAMES: &str = "Fatima belde, en daarna Youssef. Het nummer was 111222333.";
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        steps::write(&journal, NAMES).await;
        see_marks(&journal, &["Fatima", "Youssef", "111222333"]).await;
        journal.keys(&["F8"]).await;
        in_the_list(&journal, "").await;
        journal.keys(&["Delete"]).await;
        see_marks(&journal, &["Youssef", "111222333"]).await;
        // The next one is at hand; down to the number, and back up.
        journal.keys(&["Down"]).await;
        journal.keys(&["Delete"]).await;
        see_marks(&journal, &["Youssef"]).await;
        in_the_list(&journal, "").await;
        journal.keys(&["Escape"]).await;
        in_the_text(&journal).await;
        see_text(&journal, NAMES).await;
        steps::lock(&journal, &words).await;

        // After the lock the word is no person still; the number was kept nowhere.
        let journal = steps::unlock(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        steps::write(&journal, NAMES).await;
        see_marks(&journal, &["Youssef", "111222333"]).await;
        steps::done(&journal, &words).await;
        journal.press(words.say("journal-settings")).await;
        journal.see(words.say("privacy-spared-body")).await;
        journal.press(words.say("privacy-spared-forget")).await;
        journal.see(&words.say_with("privacy-said-forgotten", "word", "fatima")).await;
        journal.see(words.say("privacy-spared-none")).await;
        journal.press(words.say("journal-today")).await;
        steps::start_free_page(&journal, &words).await;
        steps::write(&journal, NAMES).await;
        see_marks(&journal, &["Fatima", "Youssef", "111222333"]).await;
        files::quit(&mut app, &journal).await;
        assert_eq!(files::store(&app.journal()).spared().expect("the list"), Vec::<String>::new());
    });
}

/// The keys that the help page tells of.
#[test]
fn the_keys_of_the_mirror_do_what_the_help_says() {
    const ALIAS: &str = "houten merel";
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        journal.keys(&["F1"]).await;
        journal.see_heading(words.say("help-title")).await;
        for (does, keys) in [
            ("mirror-key-list", "F8"),
            ("mirror-key-rows", "↑ of ↓"),
            ("mirror-key-row-replace", "Enter"),
            ("mirror-key-row-spare", "Delete"),
            ("mirror-key-replace", "Ctrl ."),
            ("mirror-key-spare", "Ctrl Shift ."),
        ] {
            let told = "return [...document.querySelectorAll('dt')]\
                .find(dt => dt.textContent.trim() === arguments[0])?.nextElementSibling.innerText\
                .replace(/\\s+/g, ' ').trim() ?? null";
            let told = journal.until(does, told, vec![json!(words.say(does))]).await;
            assert_eq!(told, json!(keys), "{does}");
        }

        // A name takes the alias of its contact; after a title it says that it was a name.
        steps::start_contact_with(&journal, &words, "Telefonisch", ALIAS, 2).await;
        // As most people do: a click in the field, and then the keyboard.
        let question = journal.heading().await;
        journal.press(&question).await;
        journal.type_keys("Mevrouw Pietersen zei dat Fatima en Youssef er waren, bij Yilmaz").await;
        see_marks(&journal, &["Pietersen", "Fatima", "Youssef", "Yilmaz"]).await;
        journal.keys(&["Control", "."]).await;
        see_marks(&journal, &["Pietersen", "Fatima", "Youssef"]).await;
        see_text(&journal, &format!("Mevrouw Pietersen zei dat Fatima en Youssef er waren, bij {ALIAS}"))
            .await;
        // Into the list and back, by the same key.
        journal.keys(&["F8"]).await;
        in_the_list(&journal, &words.say_with("mirror-replace", "words", words.say("mirror-blank-name")))
            .await;
        let ring = "const style = getComputedStyle(document.activeElement); \
            return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2";
        assert_eq!(journal.run(ring, vec![]).await, json!(true), "it is seen where the keyboard is");
        journal.keys(&["Down"]).await;
        in_the_list(&journal, &words.say_with("mirror-replace", "words", ALIAS)).await;
        journal.keys(&["Right"]).await;
        in_the_list(&journal, words.say("mirror-spare")).await;
        journal.keys(&["Up"]).await;
        journal.keys(&["Left"]).await;
        in_the_list(&journal, &words.say_with("mirror-replace", "words", words.say("mirror-blank-name")))
            .await;
        journal.keys(&["F8"]).await;
        in_the_text(&journal).await;
        // Where the caret stands is what is meant.
        let after = "const field = document.querySelector('textarea'); \
            const at = field.value.indexOf(arguments[0]) + arguments[0].length; field.setSelectionRange(at, at); \
            return true";
        journal.run(after, vec![json!("Youssef")]).await;
        journal.keys(&["Control", "Shift", "."]).await;
        see_marks(&journal, &["Pietersen", "Fatima"]).await;
        journal.run(after, vec![json!("Fatima")]).await;
        journal.keys(&["Control", "."]).await;
        see_marks(&journal, &["Pietersen"]).await;
        see_text(&journal, &format!("Mevrouw Pietersen zei dat {ALIAS} en Youssef er waren, bij {ALIAS}"))
            .await;
        assert_eq!(journal.run(CARET, vec![]).await, json!(format!("Mevrouw Pietersen zei dat {ALIAS}")));
    });
}

/// What is left at the end: kinds, never words; and what the law protects more.
#[test]
fn what_is_left_is_said_once_at_the_end_and_stands_in_nobodys_way() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, "Telefonisch", "houten merel", 2).await;
        steps::write(&journal, "Youssef zei dat hij depressief is en naar de moskee gaat.").await;
        see_marks(&journal, &["Youssef"]).await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        journal.see(&words.say_with("mirror-left", "kinds", words.say("mirror-kind-name"))).await;
        let what = format!("{} en {}", words.say("mirror-weight-health"), words.say("mirror-weight-faith"));
        journal.see(&words.say_with("mirror-weighty", "what", &what)).await;
        assert!(!journal.shows("Youssef").await, "it is not told whom");
        journal.press(words.say("mirror-left-go")).await;
        see_marks(&journal, &["Youssef"]).await;
        // The keyboard is at the question; the key leads to the list from there too.
        journal.keys(&["F8"]).await;
        in_the_list(&journal, "").await;
        journal.keys(&["Enter"]).await;
        see_marks(&journal, &[]).await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        journal.see(&words.say_with("mirror-weighty", "what", &what)).await;
        let left = words.say("mirror-left").split('{').next().expect("words before the kinds").trim();
        steps::see_gone(&journal, left).await;

        // The quiet stop beside it: no button takes anything anywhere.
        journal.press(words.say("dossier-title")).await;
        journal.see(words.say("dossier-safety-general")).await;
        let buttons = "return document.querySelector('.dossier').querySelectorAll('button, a').length";
        assert_eq!(journal.run(buttons, vec![]).await, json!(1), "the one that opens it");
        steps::done(&journal, &words).await;
    });
}

#[test]
fn marks_in_forced_colours() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options { theme: Theme::HighContrast, ..Options::default() });
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        steps::write(&journal, TEXT).await;
        see_marks(&journal, &IDENTIFIERS).await;
        // A line under the words, which colours alone never are.
        let line = "return getComputedStyle(document.querySelector('mark')).textDecorationLine";
        assert_eq!(journal.run(line, vec![]).await, json!("underline"));
        let forced = journal.run("return matchMedia('(forced-colors: active)').matches", vec![]).await;
        if forced == json!(true) {
            let style = "return getComputedStyle(document.querySelector('mark')).textDecorationStyle";
            assert_eq!(journal.run(style, vec![]).await, json!("double"));
        } else {
            not_run(
                "marks",
                "in forced colours",
                "WebKitGTK forces no colours in the system's high contrast",
            );
        }
    });
}

/// Waits until exactly these words are marked in the field, in their order.
pub async fn see_marks(journal: &Page, expected: &[&str]) {
    let script = "const marks = [...document.querySelectorAll('.copy mark')].map(mark => mark.textContent); \
        return JSON.stringify(marks) === JSON.stringify(arguments[0])";
    journal.until(&format!("the marks {expected:?}"), script, vec![json!(expected)]).await;
}

/// Goes a step back in the field's own history, or on again.
async fn undo(journal: &Page, which: &str) {
    journal.run("return document.execCommand(arguments[0])", vec![json!(which)]).await;
}

/// Waits until the field reads so.
async fn see_text(journal: &Page, text: &str) {
    let script = "return document.querySelector('textarea').value === arguments[0]";
    journal.until(&format!("the text “{text}”"), script, vec![json!(text)]).await;
}

/// What stands before the caret.
const CARET: &str = "const field = document.activeElement; return field.value.slice(0, field.selectionStart)";

/// Waits until a button of the list has the focus, and its words begin so.
async fn in_the_list(journal: &Page, button: &str) {
    let script = "const e = document.activeElement; \
        return !!e.closest('li')?.querySelector('.words') && e.textContent.trim().startsWith(arguments[0])";
    journal.until(&format!("the list's “{button}”"), script, vec![json!(button)]).await;
}

async fn in_the_text(journal: &Page) {
    journal.until("the text", "return document.activeElement.tagName === 'TEXTAREA'", vec![]).await;
}

async fn listed(journal: &Page) -> Vec<String> {
    texts(journal, "li .words").await
}

async fn listed_as(journal: &Page) -> Vec<String> {
    texts(journal, "li .kind").await
}

async fn texts(journal: &Page, which: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())";
    serde_json::from_value(journal.run(script, vec![json!(which)]).await).expect("texts")
}

fn kind_of(words: &Words, kind: &str) -> String {
    words.say(&format!("mirror-kind-{kind}")).to_owned()
}
