//! A round of practice: three people around one machine, its keyboard, and a case of nobody. It ends
//! with one rule of thumb. Nothing else of what was typed is kept, and nothing of the journal is seen.

use boundaries::{App, Options, Page, Theme, Words};
use handbook::{Case, Deck, Pack};
use serde_json::json;

use crate::{
    files,
    guided::{pack, stand_in_order},
    stage,
    steps::{self, travel},
};

/// Written before, for oneself.
const OWN: &str = "Pas bij de kersenboom durfde ik het te zeggen.";
const OWN_PIECES: [&str; 2] = ["kersenboom", "durfde ik het te zeggen"];
/// What each of three typed in the first role.
const FIRST: [&str; 3] = [
    "Ik wil vooral dat het formulier meegaat.",
    "Ik hoor iemand die al twee keer wegliep.",
    "Niemand vroeg mij wat ik hier kom doen.",
];
/// What two of them typed in the role of another.
const SWAPPED: [&str; 2] = ["Nu merk ik hoe lang wachten duurt.", "Van hieruit lijkt haast heel gewoon."];
const REST_OF_RULE: &str = "vraag ik eerst wat er de vorige keer misging.";
const NEVER_KEPT: &str = "Deze zin ging op slot verloren.";

#[test]
fn a_round_by_keyboard_alone_keeps_one_rule_and_nothing_else() {
    travel(async {
        let words = Words::of("nl");
        let pack = pack();
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        write_own_page(&journal, &words).await;

        // For three, with a case that is drawn.
        to_practice(&journal, &words).await;
        journal.tab_to("2").await;
        journal.keys(&["Down"]).await;
        let three = "const chosen = document.activeElement; return chosen.checked && chosen.value === '3'";
        journal.until("three people", three, vec![]).await;
        press(&journal, words.say("practice-begin")).await;
        stage::see(&journal, &words).await;
        step_is(&journal, words.say("practice-step-case")).await;
        let first = case_on_stage(&journal, &pack).await;
        journal.picture("practice-case").await;
        stage::refuses(&journal, &words, &["Control", "f"], &OWN_PIECES).await;
        press(&journal, words.say("practice-case-other")).await;
        let other = "const title = document.querySelector('article h3').textContent.trim(); \
            return title !== arguments[0]";
        journal.until("another case", other, vec![json!(resolve(&pack, &first.title))]).await;
        let case = case_on_stage(&journal, &pack).await;

        // Everybody has a role, and sees alone what only that role knows.
        journal.keys(&["Alt", "Right"]).await;
        step_is(&journal, words.say("practice-step-roles")).await;
        let mut roles = Vec::new();
        for (seat, view) in FIRST.iter().enumerate() {
            roles.push(look_and_type(&journal, &words, &pack, &case, seat + 1, view).await);
        }
        assert_eq!(roles.len(), 3);
        let mut different = roles.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), 3, "with three, everybody has a role of his own: {roles:?}");
        journal.picture("practice-roles").await;
        stage::refuses(&journal, &words, &["Alt", "Home"], &OWN_PIECES).await;

        journal.keys(&["Alt", "Right"]).await;
        step_is(&journal, words.say("practice-step-cards")).await;
        draw(&journal, &words, &pack, "practice-draw-frame", Deck::Frame).await;
        journal.picture("practice-card").await;
        draw(&journal, &words, &pack, "practice-draw-word", Deck::Word).await;
        stage::refuses(&journal, &words, &["Control", "n"], &OWN_PIECES).await;
        stage::menu_refuses(&app, &journal, &words, ["native-menu-go", "native-menu-entries"], &OWN_PIECES)
            .await;

        // Everybody takes the role of the next one. What was typed in the other stays with that.
        journal.keys(&["Alt", "Right"]).await;
        step_is(&journal, words.say("practice-step-swap")).await;
        press(&journal, words.say("practice-swap-all")).await;
        let before = words.say_with("practice-role-before", "role", &roles[0]);
        journal.see(&before).await;
        let mut swapped = Vec::new();
        for (seat, view) in SWAPPED.iter().enumerate() {
            swapped.push(look_and_type(&journal, &words, &pack, &case, seat + 1, view).await);
        }
        assert_eq!(swapped, [roles[1].clone(), roles[2].clone()], "each has the role of the next one");

        journal.keys(&["Alt", "Right"]).await;
        step_is(&journal, words.say("practice-step-compare")).await;
        let compared = steps::shown_in(&journal, "main").await;
        let person = |number: &str| words.say_with("practice-person", "number", number);
        let (one, two, three) = (person("1"), person("2"), person("3"));
        #[rustfmt::skip]
        let expected = [
            &one, &roles[0], FIRST[0], &roles[1], SWAPPED[0],
            &two, &roles[1], FIRST[1], &roles[2], SWAPPED[1],
            &three, &roles[2], FIRST[2],
        ];
        assert!(stand_in_order(&compared, &expected), "{compared}");
        journal.picture("practice-compare").await;
        stage::refuses(&journal, &words, &["F1"], &OWN_PIECES).await;

        // One sentence, which begins as the handbook says.
        journal.keys(&["Alt", "Right"]).await;
        step_is(&journal, words.say("practice-step-rule")).await;
        let starter = resolve(&pack, &pack.starters().first().expect("a starter").text);
        press(&journal, &starter).await;
        let begun = starter.trim_end_matches('…').trim_end().to_owned() + " ";
        let field =
            "const e = document.activeElement; return e.tagName === 'TEXTAREA' && e.value === arguments[0]";
        journal.until("the first words", field, vec![json!(begun)]).await;
        journal.type_keys(REST_OF_RULE).await;
        let rule = format!("{begun}{REST_OF_RULE}");
        journal.until("the whole sentence", field, vec![json!(rule)]).await;
        journal.picture("practice-rule").await;
        stage::holds_nothing_of(&journal, &OWN_PIECES).await;
        journal.keys(&["Enter"]).await;
        journal.see(words.say("rule-said-kept")).await;
        journal.see(words.say("practice-begin")).await;

        keeps_only(&journal, &words, &rule).await;
        // And what is typed in a round that is on when the journal locks goes with it.
        to_practice(&journal, &words).await;
        press(&journal, words.say("practice-begin")).await;
        stage::see(&journal, &words).await;
        journal.keys(&["Alt", "Right"]).await;
        let case = case_of_round(&journal, &pack, &words).await;
        look_and_type(&journal, &words, &pack, &case, 1, NEVER_KEPT).await;
        // A slip of the hand asks first.
        journal.keys(&["Escape"]).await;
        journal.see(words.say("practice-leave-body")).await;
        journal.keys(&["Escape"]).await;
        steps::see_gone(&journal, words.say("practice-leave-body")).await;
        stage::see(&journal, &words).await;
        journal.keys(&["Control", "l"]).await;
        journal.wait_for_end();

        let journal = steps::unlock(&app, &words).await;
        keeps_only(&journal, &words, &rule).await;
        to_practice(&journal, &words).await;
        stage::holds_nothing_of(&journal, &typed()).await;
        files::quit(&mut app, &journal).await;
        for piece in typed() {
            let hits = files::hits(&app, piece);
            assert!(hits.iter().all(|hits| *hits == 0), "“{piece}” is in a page of the store: {hits:?}");
        }
        for kept in [REST_OF_RULE, OWN_PIECES[0]] {
            assert!(files::hits(&app, kept)[0] > 0, "this way of looking finds “{kept}”, which is there");
        }
    });
}

#[test]
fn in_the_dark_and_in_a_narrow_window_every_step_is_whole() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options { theme: Theme::Dark, ..Options::default() });
        let journal = steps::set_up(&app, &words).await;
        to_practice(&journal, &words).await;
        journal.settle().await;
        journal.picture("practice-dark").await;
        journal.press(words.say("practice-begin")).await;
        stage::see(&journal, &words).await;
        journal.resize(320, 640).await;
        journal.until("the width", "return Math.abs(innerWidth - 320) < 2", vec![]).await;
        for step in ["case", "roles", "cards", "swap", "compare", "rule"] {
            step_is(&journal, words.say(&format!("practice-step-{step}"))).await;
            match step {
                "roles" => {
                    journal.press(words.say("practice-show")).await;
                    journal.see(words.say("practice-look-away")).await;
                    journal.paste(words.say("practice-view"), FIRST[0]).await;
                }
                "cards" => journal.press(words.say("practice-draw-frame")).await,
                "compare" => journal.see(FIRST[0]).await,
                _ => {}
            }
            journal.settle().await;
            stage::fits_its_width(&journal).await;
            journal.picture(&format!("practice-{step}-320-dark")).await;
            journal.keys(&["Alt", "Right"]).await;
        }
    });
}

/// Everything that was typed in a round but for its rule.
fn typed() -> Vec<&'static str> {
    [FIRST.as_slice(), &SWAPPED, &[NEVER_KEPT]].concat()
}

/// Writes a page of one's own by the keyboard.
async fn write_own_page(journal: &Page, words: &Words) {
    journal.keys(&["Control", "Shift", "n"]).await;
    journal.see_heading(words.say("writing-free-title")).await;
    steps::tab_to_text(journal).await;
    journal.type_keys(OWN).await;
    press(journal, words.say("writing-done")).await;
    journal.see(words.say("journal-said-done")).await;
}

/// Goes to the page on which a round begins.
async fn to_practice(journal: &Page, words: &Words) {
    press(journal, words.say("journal-learning")).await;
    journal.see_heading(words.say("journal-learning")).await;
    press(journal, words.say("practice-title")).await;
    journal.see_heading(words.say("practice-title")).await;
    journal.see(words.say("practice-what-journal")).await;
}

/// Presses a button by Tab and Enter.
async fn press(journal: &Page, name: &str) {
    journal.tab_to(name).await;
    journal.keys(&["Enter"]).await;
}

/// Waits until this step of the round is the one that has the focus.
async fn step_is(journal: &Page, name: &str) {
    let script = "const e = document.activeElement; return e.tagName === 'H2' && e.textContent.trim() === arguments[0]";
    journal.until(&format!("the step “{name}”"), script, vec![json!(name)]).await;
}

/// The case that lies on the table, as the handbook has it, with all its paragraphs on screen.
async fn case_on_stage(journal: &Page, pack: &Pack) -> Case {
    let told = steps::shown_in(journal, "article").await;
    let on_stage = |case: &&Case| told.starts_with(&resolve(pack, &case.title));
    let case = pack.cases().iter().find(on_stage).unwrap_or_else(|| panic!("no case of ours: {told}"));
    for paragraph in &case.paragraphs {
        assert!(told.contains(&resolve(pack, paragraph)), "{paragraph} in {told}");
    }
    case.clone()
}

/// The same from another step: one can go back to read it again.
async fn case_of_round(journal: &Page, pack: &Pack, words: &Words) -> Case {
    journal.keys(&["Alt", "Left"]).await;
    step_is(journal, words.say("practice-step-case")).await;
    let case = case_on_stage(journal, pack).await;
    journal.keys(&["Alt", "Right"]).await;
    step_is(journal, words.say("practice-step-roles")).await;
    case
}

/// Shows one person what only this role knows, types how it looks from there, and hides it; gives the
/// name of the role.
async fn look_and_type(
    journal: &Page,
    words: &Words,
    pack: &Pack,
    case: &Case,
    seat: usize,
    view: &str,
) -> String {
    let person = words.say_with("practice-person", "number", &seat.to_string());
    let button = format!(
        "const e = document.activeElement; \
        return e.tagName === 'BUTTON' && e.closest('article')?.querySelector('h3')?.textContent.trim() === {} \
            ? e.textContent.trim() : null",
        json!(person)
    );
    let name = "const seat = [...document.querySelectorAll('article')]\
            .find(seat => seat.querySelector('h3').textContent.trim() === arguments[0]); \
        return seat?.querySelector('select').selectedOptions[0].textContent.trim() ?? null";
    let name = journal.until("the role", name, vec![json!(person)]).await;
    let name = name.as_str().expect("a name").to_owned();
    let role = pack.roles().iter().find(|role| resolve(pack, &role.name) == name).expect("a role of ours");
    let part = case.roles.iter().find(|part| part.role == role.id).expect("the case knows this role");
    let part = resolve(pack, &part.text);
    assert!(!journal.shows(&part).await, "what only {name} knows is not there before it is asked for");
    assert_eq!(steps::tab_until(journal, "the seat", &button).await, words.say("practice-show"));
    journal.keys(&["Enter"]).await;
    journal.see(&part).await;
    journal.see(words.say("practice-look-away")).await;
    for other in case.roles.iter().filter(|other| other.role != role.id) {
        assert!(!journal.shows(&resolve(pack, &other.text)).await, "one at a time");
    }
    steps::tab_to_text(journal).await;
    journal.type_keys(view).await;
    assert_eq!(steps::written(journal).await, view);
    journal.keys(&["Shift", "Tab"]).await;
    assert_eq!(steps::tab_until(journal, "the seat", &button).await, words.say("practice-hide"));
    journal.keys(&["Enter"]).await;
    steps::see_gone(journal, &part).await;
    stage::holds_nothing_of(journal, &[view]).await;
    name
}

/// Draws a card and sees that it is one of that pile.
async fn draw(journal: &Page, words: &Words, pack: &Pack, pile: &str, deck: Deck) {
    press(journal, words.say(pile)).await;
    let title = "return document.querySelector('.card .title')?.textContent.trim() ?? null";
    let card = steps::shown_in(journal, ".card").await;
    let title = journal.until("a card", title, vec![]).await;
    let title = title.as_str().expect("a title");
    let drawn = pack.cards().iter().find(|card| resolve(pack, &card.title) == title);
    let drawn = drawn.unwrap_or_else(|| panic!("no card of ours: {card}"));
    assert_eq!(drawn.deck, deck, "{card}");
    assert!(card.contains(&resolve(pack, &drawn.text)), "{card}");
}

/// Sees that the rule is among the rules, that the list has the one page of one's own, and that no
/// search finds anything of a round.
async fn keeps_only(journal: &Page, words: &Words, rule: &str) {
    press(journal, words.say("journal-learning")).await;
    journal.see_heading(words.say("journal-learning")).await;
    press(journal, words.say("journal-rules")).await;
    journal.see_heading(words.say("journal-rules")).await;
    journal.see(rule).await;
    stage::holds_nothing_of(journal, &typed()).await;
    press(journal, words.say("journal-entries")).await;
    journal.see_heading(words.say("entries-title")).await;
    journal.see(OWN_PIECES[0]).await;
    let rows = "return document.querySelectorAll('main li button').length";
    assert_eq!(journal.run(rows, vec![]).await, json!(1), "a round is no entry");
    stage::holds_nothing_of(journal, &typed()).await;
}

/// A text of the handbook as it stands on screen.
fn resolve(pack: &Pack, text: &str) -> String {
    pack.resolve(text, handbook::Words::default())
}
