//! Leafing through the handbook, asking one of its questions now, reading one through time, and
//! looking back on a week without a contact.

use boundaries::{App, Options, Page, Words};
use handbook::Pack;
use serde_json::json;

use crate::{
    files,
    guided::{pack, stand_in_order},
    pack_of_organisation::part_of_handbook,
    steps::{self, travel},
};

const FIRST: &str = "Dat ik te snel oplossingen noemde. Ze keek naar buiten.";
const SECOND: &str = "Dit keer bleef ik stil, en toen begon zij.";

#[test]
fn one_question_is_asked_now_and_read_through_time() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        let (theme, question, why) = some_question(&pack());
        to_question(&journal, &words, &theme, &question).await;
        journal.see(&why).await;
        journal.press(words.say("handbook-answers")).await;
        journal.see_heading(&question).await;
        journal.see(words.say("through-empty")).await;
        // One asks it from there, too; and whoever stops at once finds the same question again.
        journal.press(words.say("handbook-ask")).await;
        journal.see(words.say("writing-overview")).await;
        journal.see_heading(&question).await;
        assert_eq!(
            steps::questions(&journal, &words).await,
            [question.as_str()],
            "one question, and no more"
        );
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        journal.press(words.say("today-continue-action")).await;
        journal.see_heading(&question).await;
        steps::write(&journal, FIRST).await;
        steps::done(&journal, &words).await;
        files::quit(&mut app, &journal).await;

        app.start_again_after(40);
        let journal = steps::unlock(&app, &words).await;
        to_question(&journal, &words, &theme, &question).await;
        journal.press(words.say("handbook-ask")).await;
        journal.see(words.say("writing-overview")).await;
        journal.see_heading(&question).await;
        steps::write(&journal, SECOND).await;
        // What was typed a moment ago is among the answers, the newest first.
        to_question(&journal, &words, &theme, &question).await;
        journal.press(words.say("handbook-answers")).await;
        journal.see(SECOND).await;
        let (now, then) = (steps::day_in(&journal, 40).await, steps::day_in(&journal, 0).await);
        let page = steps::shown_in(&journal, "main").await;
        assert!(stand_in_order(&page, &[&question, &now, SECOND, &then, FIRST]), "{page}");
        // Into one of them and back, to the place where one was.
        open_answer(&journal, &words, FIRST).await;
        journal.control(words.say("reading-write-on")).await;
        let article = steps::shown_in(&journal, "article").await;
        assert!(stand_in_order(&article, &[&question, FIRST]), "{article}");
        assert!(!article.contains(SECOND), "{article}");
        journal.press(words.say("through-title")).await;
        journal.see(SECOND).await;
        let back = "return document.activeElement.closest('li')?.textContent.includes(arguments[0]) ?? false";
        journal.until("the focus at the answer that was read", back, vec![json!(FIRST)]).await;
        // And back to the question in the handbook, which is still open.
        go_back(&journal, &words).await;
        journal.see(&why).await;
    });
}

#[test]
fn the_handbook_is_leafed_through_and_searched() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        let pack = pack();
        journal.press(words.say("journal-handbook")).await;
        journal.see_heading(words.say("journal-handbook")).await;
        // What it is not, and in whose words: said before anything else of it.
        journal.see(&pack.header().disclaimer).await;
        journal.see(words.say("pack-own-wording")).await;
        for theme in pack.themes() {
            journal.control(&resolve(&pack, &theme.name)).await;
        }
        // A piece of a question is enough, with accents or without.
        let (_, question, _) = some_question(&pack);
        let piece: String = question.chars().take(22).collect();
        journal.write(words.say("handbook-find-question"), piece.trim()).await;
        journal.see(&question).await;
        journal.write(words.say("handbook-find-question"), " zzz").await;
        journal.see(words.say("handbook-find-none")).await;

        part_of_handbook(&journal, &words, "handbook-forms").await;
        for form in pack.forms() {
            journal.see(&resolve(&pack, &form.name)).await;
        }
        part_of_handbook(&journal, &words, "handbook-methods").await;
        let method = pack.methods().first().expect("a method");
        journal.press(&resolve(&pack, &method.name)).await;
        for step in &method.steps {
            journal.see(&resolve(&pack, &step.text)).await;
        }
        part_of_handbook(&journal, &words, "handbook-terms").await;
        let term = pack.terms().iter().find(|term| term.word == "Systeemkritiek").expect("a word");
        journal.write(words.say("handbook-find-word"), "systeemkr").await;
        journal.see(&resolve(&pack, &term.explanation)).await;
        let other = pack.terms().iter().find(|term| term.word == "Kokerkijken").expect("another word");
        steps::see_gone(&journal, &resolve(&pack, &other.explanation)).await;
        part_of_handbook(&journal, &words, "handbook-cases").await;
        let case = pack.cases().first().expect("a case");
        journal.press(&resolve(&pack, &case.title)).await;
        for paragraph in &case.paragraphs {
            journal.see(&resolve(&pack, paragraph)).await;
        }
        part_of_handbook(&journal, &words, "handbook-companion").await;
        for one in pack.companion() {
            journal.see(&resolve(&pack, &one.text)).await;
        }
        part_of_handbook(&journal, &words, "handbook-sources").await;
        for source in pack.sources() {
            journal.see(&source.title).await;
        }
        // An organisation has nothing here yet, so there is no place for it.
        assert!(!journal.has(words.say("handbook-instruments")).await);
        // No address is a link: the window goes nowhere.
        let links = "return document.querySelectorAll('main a[href]').length";
        assert_eq!(journal.run(links, vec![]).await, json!(0));
    });
}

#[test]
fn a_week_a_month_and_a_meeting_are_looked_back_on_without_a_person() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        let pack = pack();
        for (id, kind) in
            [("week", "Een week"), ("maand", "Een maand"), ("bijeenkomst", "Een overleg of bijeenkomst")]
        {
            steps::to_new_contact(&journal, &words).await;
            // Who first meant a contact finds no trace of it afterwards.
            journal.press("Kennismaking").await;
            journal.write(words.say("contact-alias"), "houten merel").await;
            journal.press(kind).await;
            steps::see_gone(&journal, words.say("contact-alias")).await;
            journal.press(words.say("contact-more")).await;
            journal.see(words.say("contact-mood")).await;
            for of_a_person in ["contact-baggage", "contact-young"] {
                assert!(!journal.shows(words.say(of_a_person)).await, "a {id} has no {of_a_person}");
            }
            steps::begin(&journal, &words).await;
            let asked = steps::questions(&journal, &words).await;
            let of_kind: Vec<String> = pack
                .questions()
                .iter()
                .filter(|question| question.kinds.iter().any(|named| named.as_str() == id))
                .map(|question| resolve(&pack, &question.text))
                .collect();
            assert!(!asked.is_empty() && asked.iter().all(|one| of_kind.contains(one)), "{asked:?}");
            steps::write(&journal, &format!("Terug op: {kind}.")).await;
            steps::done(&journal, &words).await;
            let article = steps::read(&journal, &words, &format!("Terug op: {kind}.")).await;
            assert_eq!(journal.heading().await, kind);
            assert!(!article.contains("houten merel"), "{article}");
        }
        // No alias was ever kept.
        journal.press(words.say("journal-settings")).await;
        journal.press(words.say("privacy-aliases-open")).await;
        journal.see_heading(words.say("alias-title")).await;
        assert!(!journal.shows("houten merel").await);
    });
}

/// Goes to a question of the handbook, by its theme, and opens it.
async fn to_question(journal: &Page, words: &Words, theme: &str, question: &str) {
    journal.press(words.say("journal-handbook")).await;
    journal.see_heading(words.say("journal-handbook")).await;
    let open = "const open = [...document.querySelectorAll('h3 button')]\
        .find(button => button.textContent.trim() === arguments[0]); \
        if (open?.getAttribute('aria-expanded') === 'true') return true; open?.click(); return false";
    journal.until(&format!("the theme “{theme}”"), open, vec![json!(theme)]).await;
    journal.press(question).await;
    journal.control(words.say("handbook-ask")).await;
}

/// Goes back to the handbook by the button on the page; the navigation has one of the same name.
pub async fn go_back(journal: &Page, words: &Words) {
    let back = "const back = [...document.querySelectorAll('main button')]\
        .find(button => button.textContent.trim() === arguments[0]); back?.click(); return !!back";
    journal.until("the way back", back, vec![json!(words.say("journal-handbook"))]).await;
    journal.see_heading(words.say("journal-handbook")).await;
}

/// Opens the entry of an answer on the page of its question.
async fn open_answer(journal: &Page, words: &Words, answer: &str) {
    let script = "const row = [...document.querySelectorAll('main ol li')]\
        .find(row => row.textContent.includes(arguments[0])); \
        const open = [...row?.querySelectorAll('button') ?? []]\
        .find(button => button.textContent.trim() === arguments[1]); open?.click(); return !!open";
    journal.until("the answer", script, vec![json!(answer), json!(words.say("through-open"))]).await;
}

/// A question that fits every conversation: the name of its theme, its words, and why it is asked.
fn some_question(pack: &Pack) -> (String, String, String) {
    let fits = |one: &&handbook::Question| one.any_conversation && !one.only_as_follow_up && !one.intention;
    let question = pack.questions().iter().filter(fits).nth(3).expect("a question");
    let theme = pack.theme(&question.theme).expect("its theme");
    (resolve(pack, &theme.name), resolve(pack, &question.text), resolve(pack, &question.why))
}

/// A text of the pack as it stands on screen.
fn resolve(pack: &Pack, text: &str) -> String {
    pack.resolve(text, handbook::Words::default())
}
