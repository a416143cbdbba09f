//! Somebody was invited to look along: what was chosen is seen, what was covered is not, and the journal
//! is closed for as long as it takes.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use boundaries::{App, Options, Page, Words, is_alive, wait_for};
use serde_json::json;

use crate::{
    files,
    guided::stand_in_order,
    sheets, stage,
    steps::{self, PASSPHRASE, travel},
    walking,
};

const KIND: &str = "Kennismaking";
const ALIAS: &str = "hoge brug";
/// What stands for the alias.
const AS_SHOWN: &str = "inwoner A";
const WHOM: &str = "teamleider";
const QUESTION: &str = "Hoe houd ik ruimte als iemand boos binnenkomt?";
const MINUTES: u8 = 30;

/// What the first note says, and the sentence of it that is covered.
const FIRST: &str = "Toen hoge brug binnenkwam, begon ik meteen met de formulieren. \
    Ik dacht aan de ruzie met mijn buurman. Pas later vroeg ik hoe de ochtend was geweest.";
const FIRST_SHOWN: [&str; 2] = [
    "Toen inwoner A binnenkwam, begon ik meteen met de formulieren.",
    "Pas later vroeg ik hoe de ochtend was geweest.",
];
const COVERED_SENTENCE: &str = "Ik dacht aan de ruzie met mijn buurman.";
const COVERED_ANSWER: &str = "Het zolderkamertje van vroeger kwam ineens terug.";
const COVERED_FEELING: &str = "Leeg, en een beetje schuldig.";
/// What the second one says, and what is seen of it once a name in it was replaced.
const SECOND: &str = "Aan de balie bleef een vraag liggen. Mevrouw Pietersen moest drie keer terug.";
const SECOND_SHOWN: &str = "Aan de balie bleef een vraag liggen. Mevrouw [naam] moest drie keer terug.";
/// What nobody was invited to.
const OTHER: &str = "Over de vakantie in Drenthe schrijf ik een andere keer.";

/// Nobody ever sees these who looks along.
const NEVER: [&str; 8] = [
    ALIAS,
    "ruzie met mijn buurman",
    "zolderkamertje",
    "een beetje schuldig",
    "Pietersen",
    "Drenthe",
    "vakantie",
    "andere keer",
];

const DISCUSSED: &str = "Eerst landen, dan pas papier.";
const TAKEN: &str = "Ik begin met de vraag hoe de ochtend was.";
const DIFFERENTLY: &str = "Dat het altijd zo snel kan, zie ik anders.";

#[test]
fn two_notes_are_walked_through_and_nothing_else_is_there() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options { display: (1920, 1080), ..Options::default() });
        let journal = steps::set_up(&app, &words).await;
        let pages = invite(&journal, &words).await;
        journal.settle().await;
        journal.picture("walk-preview-end").await;
        let walk = walking::start(&app, &words, &journal).await;

        walk.see(&words.say_with("shown-agreements-for", "who", WHOM)).await;
        let agreed = steps::shown_in(&walk, "main").await;
        let told = ["goal", "heard-body", "not-judged-body", "known-body"]
            .map(|id| words.say(&format!("shown-agreements-{id}")));
        let told = [told[0], QUESTION, told[1], told[2], told[3]];
        assert!(stand_in_order(&agreed, &told), "{agreed}");
        for piece in [FIRST_SHOWN[0], SECOND_SHOWN] {
            assert!(!agreed.contains(piece), "no note before what is agreed: {agreed}");
        }
        holds_no_other(&walk).await;
        walking::fits(&walk, "walk-agreements", 1920, 1040).await;

        // Page by page what was looked over, and nothing more.
        walking::begin(&walk, &words).await;
        read_pages(&walk, &words, &pages).await;
        walk.keys(&["Left"]).await;
        walk.see(SECOND_SHOWN).await;
        walk.keys(&["Left"]).await;
        walk.see(FIRST_SHOWN[0]).await;
        walking::cover_and_show(&walk, &words, &FIRST_SHOWN).await;

        time_goes_by(&app, &words, &walk).await;

        let keys = walking::finish(&app, &words, &walk).await;
        stage::holds_nothing_of(&keys, &NEVER).await;
        keys.settle().await;
        keys.picture("walk-keys-ended").await;
        let journal = walking::to_card(&app, &words, &keys).await;
        write_card(&journal, &words).await;
        walking::open_journal(&journal, &words).await;
        journal.see(TAKEN).await;
        is_told_of_both(&journal, &words).await;
        record_is_whole(&journal, &words).await;
        // What was replaced before is in the note itself, and there alone.
        files::quit(&mut app, &journal).await;
        assert!(files::hits(&app, "Mevrouw [naam]")[0] > 0, "the wording that was seen is kept");
    });
}

#[test]
fn what_is_prepared_is_withdrawn_taken_back_and_shown_the_next_day() {
    travel(async {
        let words = Words::of("nl");
        // A walk-through of seconds, that nobody asks more time for.
        let options = Options { walk_seconds: Some(8), wait_seconds: Some(8), ..Options::default() };
        let mut app = App::start(options);
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, OTHER).await;
        walking::prepare(&journal, &words, &["Drenthe"]).await;
        walking::plan(&journal, &words, WHOM, QUESTION, 15).await;
        journal.press(words.say("walk-plan-day")).await;
        sheets::set_day(&journal, 1).await;

        let today = steps::day_in(&journal, 0).await;
        let tomorrow = steps::day_in(&journal, 1).await;
        journal.press(words.say("walk-withdraw")).await;
        journal.see(&words.say_with("walk-withdrawn", "day", &today)).await;
        for gone in ["walk-preview", "walk-start", "walk-plan-for", "walk-cover-whole"] {
            assert!(!journal.has(words.say(gone)).await, "“{gone}” of what is withdrawn");
        }
        walking::to_walk_throughs(&journal, &words).await;
        journal.see(&words.say_with("walk-row-withdrawn", "day", &today)).await;
        walking::open_for(&journal, &words, WHOM).await;
        journal.press(words.say("walk-withdraw-back")).await;
        assert_eq!(journal.value(words.say("walk-plan-question")).await, QUESTION, "the plan is still there");
        walking::look_over(&journal, &words, &["Drenthe"]).await;
        journal.press(words.say("walk-preview-later")).await;
        journal.see_heading(words.say("walk-prepare-title")).await;
        walking::to_walk_throughs(&journal, &words).await;
        journal.see(&words.say_with("walk-row-planned", "day", &tomorrow)).await;
        journal.press(words.say("journal-today")).await;
        journal.control(words.say("today-new")).await;
        journal.settle().await;
        let line = words.say_with("joint-today-with", "whom", WHOM);
        assert!(!journal.shows(&line).await, "not before its day");
        files::quit(&mut app, &journal).await;

        app.start_again_after(1);
        let journal = steps::unlock(&app, &words).await;
        journal.see(&line).await;
        journal.press(words.say("joint-today-open")).await;
        // It was looked over yesterday, and nothing changed since.
        journal.see_heading(words.say("walk-prepare-title")).await;
        journal.see(words.say("walk-go-ready-body")).await;
        let walk = walking::start(&app, &words, &journal).await;
        // Nobody presses anything: the time goes by, everything is covered, and it ends.
        walk.see_heading(words.say("shown-over")).await;
        stage::holds_nothing_of(&walk, &[OTHER, "Drenthe"]).await;
        walk.see_off().await;
        let keys = app.attach("keys").await;
        keys.see(words.say("keys-notice-walk-time")).await;
        let journal = walking::to_card(&app, &words, &keys).await;
        walking::open_journal(&journal, &words).await;
        walking::open_for(&journal, &words, WHOM).await;
        journal.see(words.say("walk-record-time")).await;
        let article = steps::read(&journal, &words, "Drenthe").await;
        assert!(article.contains(&words.say_with("status-shown", "day", &tomorrow)), "{article}");
    });
}

#[test]
fn a_note_that_changed_or_went_is_looked_over_again() {
    const ADDED: &str = " Daarna belde ik haar zelf.";
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, SECOND).await;
        steps::write_page(&journal, &words, OTHER).await;
        walking::prepare(&journal, &words, &["Aan de balie", "Drenthe"]).await;
        walking::plan(&journal, &words, WHOM, QUESTION, 15).await;
        walking::cover_sentence(&journal, "Pietersen").await;
        let pages = walking::look_over(&journal, &words, &["Aan de balie", "Drenthe"]).await;
        assert!(
            !pages[0].contains("Pietersen") && pages[0].contains(words.say("shown-covered")),
            "{pages:?}"
        );
        journal.press(words.say("walk-preview-later")).await;
        journal.see(words.say("walk-go-ready-body")).await;

        steps::read(&journal, &words, "Aan de balie").await;
        journal.press(words.say("reading-write-on")).await;
        journal.until("the field", "return !!document.querySelector('textarea')", vec![]).await;
        let at_end = "const field = document.querySelector('textarea'); \
            field.setSelectionRange(field.value.length, field.value.length); return true";
        journal.run(at_end, vec![]).await;
        steps::insert(&journal, ADDED).await;
        steps::done(&journal, &words).await;
        walking::open_for(&journal, &words, WHOM).await;
        journal.see(words.say("walk-page-changed")).await;
        cannot_begin(&journal, &words).await;
        see_covers(&journal).await;
        journal.picture("walk-changed").await;
        // Once more from the start: what was covered may stand elsewhere now, so all of it is covered.
        journal.press(words.say("walk-page-again")).await;
        steps::see_gone(&journal, words.say("walk-page-changed")).await;
        walking::see_sentence(&journal, "Pietersen", true).await;
        walking::see_sentence(&journal, ADDED.trim(), true).await;
        assert!(!journal.has(words.say("walk-start")).await, "what changed is looked over first");
        let pages = walking::look_over(&journal, &words, &[words.say("shown-covered"), "Drenthe"]).await;
        for gone in ["Aan de balie", "Pietersen", ADDED.trim()] {
            assert!(!pages[0].contains(gone), "“{gone}” in {pages:?}");
        }
        journal.press(words.say("walk-preview-later")).await;
        journal.see(words.say("walk-go-ready-body")).await;

        steps::read(&journal, &words, "Drenthe").await;
        journal.press(words.say("reading-to-bin")).await;
        journal.see(words.say("journal-said-in-bin")).await;
        walking::open_for(&journal, &words, WHOM).await;
        journal.see(words.say("walk-page-in-bin")).await;
        assert!(!journal.shows(words.say("walk-page-changed")).await, "the other one is as it was");
        cannot_begin(&journal, &words).await;
        let out = "const notice = [...document.querySelectorAll('main article')]\
                .find(one => one.textContent.includes(arguments[0])); \
            const button = [...notice?.querySelectorAll('button') ?? []]\
                .find(one => one.textContent.trim() === arguments[1]); button?.click(); return !!button";
        let arguments = vec![json!(words.say("walk-page-in-bin")), json!(words.say("walk-page-out"))];
        journal.until("the way out", out, arguments).await;
        steps::see_gone(&journal, words.say("walk-page-in-bin")).await;
        assert!(!journal.has(words.say("walk-start")).await, "what is left is looked over first");
        walking::look_over(&journal, &words, &[words.say("shown-covered")]).await;
        journal.control(words.say("walk-start")).await;
    });
}

#[test]
fn a_crash_in_the_middle_leaves_nothing_behind_and_is_told() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, SECOND).await;
        walking::prepare(&journal, &words, &["Aan de balie"]).await;
        walking::plan(&journal, &words, WHOM, QUESTION, 15).await;
        walking::look_over(&journal, &words, &["Aan de balie"]).await;
        let walk = walking::start(&app, &words, &journal).await;
        walking::begin(&walk, &words).await;
        walk.see(SECOND).await;

        kill_all(&app);
        app.wait_for_end();
        drop(walk);
        // Nothing of it can be read anywhere: not in the journal's folder, nor in any other of this app.
        let written = written_below(app.journal().parent().expect("the app's folder"));
        assert!(written.iter().any(|file| file.ends_with("journal.db")), "this looks in the right place");
        for file in &written {
            let Ok(bytes) = fs::read(file) else { continue };
            for piece in ["Aan de balie", "Pietersen", QUESTION, WHOM] {
                let found =
                    [piece.as_bytes().to_vec(), piece.encode_utf16().flat_map(u16::to_le_bytes).collect()]
                        .iter()
                        .any(|piece| bytes.windows(piece.len()).any(|window| window == piece));
                assert!(!found, "“{piece}” in {}", file.display());
            }
        }
        assert!(files::hits(&app, "Aan de balie")[0] > 0, "with its key it is in the store");

        app.start_again();
        let keys = app.attach("keys").await;
        let journal = walking::to_card(&app, &words, &keys).await;
        journal.see(words.say("joint-stopped")).await;
        stage::holds_nothing_of(&journal, &["Aan de balie", "Pietersen", QUESTION]).await;
        journal.settle().await;
        journal.picture("walk-card-stopped").await;
        // What is typed on it is kept over a lock, and the journal is no nearer by that.
        journal.paste(words.say("joint-discussed"), DISCUSSED).await;
        journal.press(words.say("joint-lock")).await;
        journal.wait_for_end();
        let keys = app.attach("keys").await;
        let journal = walking::to_card(&app, &words, &keys).await;
        assert_eq!(journal.value(words.say("joint-discussed")).await, DISCUSSED);
        assert!(files::hits(&app, DISCUSSED)[0] > 0, "it is in the store");
        journal.press(words.say("joint-throw-away")).await;
        // Something stands on it, so it is asked once more.
        journal.press(words.say("learned-erase")).await;
        journal.see(words.say("joint-said-thrown-away")).await;
        walking::open_journal(&journal, &words).await;
        walking::open_for(&journal, &words, WHOM).await;
        journal.see(words.say("walk-record-stopped")).await;
        journal.see(words.say("walk-card-thrown-away")).await;
        files::quit(&mut app, &journal).await;
        assert_eq!(files::hits(&app, DISCUSSED)[0], 0, "a card that is thrown away is gone");
    });
}

/// Writes three notes and invites somebody to two of them, of which three passages are covered: a
/// sentence, an answer, and what the writer felt. Gives the pages as they were looked over.
async fn invite(journal: &Page, words: &Words) -> Vec<String> {
    steps::write_page(journal, words, OTHER).await;
    steps::write_page(journal, words, SECOND).await;
    steps::start_contact_with(journal, words, KIND, ALIAS, 5).await;
    let mut asked = Vec::new();
    for text in [FIRST, COVERED_ANSWER] {
        asked.push(journal.heading().await);
        steps::write(journal, text).await;
        steps::next(journal).await;
    }
    steps::turn_to(journal, words.say("closing-step")).await;
    journal.paste(words.say("closing-feeling"), COVERED_FEELING).await;
    steps::done(journal, words).await;

    walking::prepare(journal, words, &["Toen hoge brug", "Aan de balie"]).await;
    walking::plan(journal, words, WHOM, QUESTION, MINUTES).await;
    journal.see(&words.say_with("walk-page-who", "who", AS_SHOWN)).await;
    walking::see_whole(journal, words.say("reading-feeling"), true).await;
    walking::cover_sentence(journal, COVERED_SENTENCE).await;
    walking::cover_whole(journal, &asked[1]).await;
    journal.see(words.say("walk-found")).await;
    let name = words.say_with("mirror-replace", "words", words.say("mirror-blank-name"));
    journal.press(&name).await;
    steps::see_gone(journal, "Pietersen").await;
    see_covers(journal).await;
    journal.picture("walk-prepare").await;

    let pages = walking::look_over(journal, words, &[FIRST_SHOWN[0], SECOND_SHOWN]).await;
    let covered = words.say("shown-covered");
    let first = [
        KIND,
        AS_SHOWN,
        &asked[0],
        FIRST_SHOWN[0],
        covered,
        FIRST_SHOWN[1],
        &asked[1],
        covered,
        words.say("reading-feeling"),
        covered,
    ];
    assert!(stand_in_order(&pages[0], &first), "{pages:?}");
    assert!(stand_in_order(&pages[1], &[words.say("shown-page"), SECOND_SHOWN]), "{pages:?}");
    assert!(!pages[1].contains(covered), "{pages:?}");
    for never in NEVER {
        assert!(pages.iter().all(|page| !page.contains(never)), "“{never}” in {pages:?}");
    }
    pages
}

/// Reads the pages by the arrow keys, one at a time, to the end.
async fn read_pages(walk: &Page, words: &Words, pages: &[String]) {
    for (page, (seen, other)) in
        pages.iter().zip([(FIRST_SHOWN[0], SECOND_SHOWN), (SECOND_SHOWN, FIRST_SHOWN[0])])
    {
        walk.see(seen).await;
        assert_eq!(&steps::shown_in(walk, "main article").await, page, "it is what was looked over");
        assert!(!walk.shows(other).await, "one note at a time");
        holds_no_other(walk).await;
        walk.see(words.say("shown-questions")).await;
        // Neither a list nor a count, nothing to type in, nothing to follow.
        let more = "return document.querySelectorAll('input, textarea, select, a[href], nav').length";
        assert_eq!(walk.run(more, vec![]).await, json!(0));
        let letters = stage::letters_of(walk, seen).await;
        assert!(letters >= 20.0, "“{seen}” in letters of {letters} pixels");
        let name = format!("walk-page-{}", seen.split_whitespace().next().expect("a word"));
        for (width, height) in [(1920, 1040), (320, 640), (1280, 800)] {
            walking::fits(walk, &name, width, height).await;
        }
        walk.keys(&["Right"]).await;
    }
    walk.see_heading(words.say("shown-end")).await;
    holds_no_other(walk).await;
}

/// Sees that nothing that nobody was to see is anywhere in the page.
async fn holds_no_other(walk: &Page) {
    stage::holds_nothing_of(walk, &NEVER).await;
    let text = walk.run("return document.documentElement.outerText", vec![]).await;
    let text = text.as_str().expect("a text").to_lowercase();
    for never in NEVER {
        assert!(!text.contains(&never.to_lowercase()), "“{never}” in {text}");
    }
}

/// Five minutes before the end that is said; then it is covered, and a passphrase gives more.
async fn time_goes_by(app: &App, words: &Words, walk: &Page) {
    assert!(!walk.shows(words.say("shown-soon")).await, "there is time enough");
    assert!(!walk.has(words.say("shown-more-time")).await, "nothing to press yet");
    assert!(walking::minutes_left(walk).await > 25);
    walking::pass(walk, 25).await;
    walk.see(words.say("shown-soon")).await;
    assert_eq!(walking::minutes_left(walk).await, 5);
    walk.settle().await;
    walk.picture("walk-soon").await;
    // Asked, and not given after all: nothing is on screen by itself.
    walk.press(words.say("shown-more-time")).await;
    let keys = app.attach("keys").await;
    keys.see_heading(words.say("more-time-title")).await;
    keys.press(words.say("more-time-not")).await;
    keys.see_off().await;
    walk.see_heading(words.say("shown-covered-all")).await;
    stage::holds_nothing_of(walk, &FIRST_SHOWN).await;
    walk.press(words.say("shown-uncover")).await;
    walk.see(FIRST_SHOWN[0]).await;
    assert_eq!(walking::minutes_left(walk).await, 5, "and there is no more time than there was");

    walking::pass(walk, 5).await;
    walk.see_heading(words.say("shown-over")).await;
    stage::holds_nothing_of(walk, &FIRST_SHOWN).await;
    walk.settle().await;
    walk.picture("walk-over").await;

    walk.press(words.say("shown-more-time")).await;
    walk.see(words.say("shown-asked-body")).await;
    let keys = app.attach("keys").await;
    keys.see_heading(words.say("more-time-title")).await;
    for (typed, said) in [("iets heel anders dan bedoeld", true), (PASSPHRASE, false)] {
        let field = keys.control(words.say("keys-passphrase")).await;
        field.clear().await.expect("a field can be cleared");
        keys.write(words.say("keys-passphrase"), typed).await;
        keys.press(words.say("more-time-give")).await;
        if said {
            keys.see(words.say("failure-wrong-passphrase")).await;
            stage::holds_nothing_of(walk, &FIRST_SHOWN).await;
            keys.picture("walk-more-time").await;
        }
    }
    keys.see_off().await;
    // It goes on where it was, and no journal has opened by that passphrase.
    walk.see(FIRST_SHOWN[0]).await;
    assert!(walking::minutes_left(walk).await >= 15);
    walking::sees_alone(app, walk);
}

/// Writes the card, which is all there is, keeps it and makes an intention of it.
async fn write_card(journal: &Page, words: &Words) {
    let of_the_journal = [FIRST_SHOWN[1], "Aan de balie", QUESTION, WHOM, KIND];
    stage::holds_nothing_of(journal, &of_the_journal).await;
    stage::holds_nothing_of(journal, &NEVER).await;
    for (label, text) in
        [("joint-discussed", DISCUSSED), ("joint-take-along", TAKEN), ("joint-differently", DIFFERENTLY)]
    {
        journal.paste(words.say(label), text).await;
    }
    journal.settle().await;
    journal.picture("walk-card").await;
    journal.press(words.say("joint-keep")).await;
    journal.see(words.say("joint-said-kept")).await;
    journal.press(words.say("joint-intention")).await;
    journal.see(words.say("joint-said-intention")).await;
    stage::holds_nothing_of(journal, &of_the_journal).await;
}

/// Both notes say when they were shown; the one that was not, does not.
async fn is_told_of_both(journal: &Page, words: &Words) {
    let shown = words.say_with("status-shown", "day", &steps::day_in(journal, 0).await);
    for note in [&FIRST[..20], &SECOND[..20]] {
        let article = steps::read(journal, words, note).await;
        assert!(article.contains(&shown), "“{shown}” in {article}");
    }
    let article = steps::read(journal, words, &OTHER[..20]).await;
    assert!(article.contains(words.say("status-personal")) && !article.contains(&shown), "{article}");
}

/// The record says for whom, how it ended, what was learned and what was seen, covered words included:
/// it is for the writer alone.
async fn record_is_whole(journal: &Page, words: &Words) {
    walking::open_for(journal, words, WHOM).await;
    journal.see(words.say("walk-record-asked")).await;
    journal.settle().await;
    journal.picture("walk-record").await;
    see_covers(journal).await;
    journal.picture("walk-record-pages").await;
    let record = steps::shown_in(journal, "main").await;
    let told = [
        QUESTION,
        words.say("joint-discussed"),
        DISCUSSED,
        words.say("joint-take-along"),
        TAKEN,
        words.say("joint-differently"),
        DIFFERENTLY,
        FIRST_SHOWN[0],
        COVERED_SENTENCE,
        FIRST_SHOWN[1],
        COVERED_ANSWER,
        COVERED_FEELING,
        SECOND_SHOWN,
    ];
    assert!(stand_in_order(&record, &told), "{record}");
    assert!(!journal.has(words.say("walk-start")).await, "what was shown is not shown once more");
}

/// Brings the first page that is prepared, or was shown, to the top of the window.
async fn see_covers(journal: &Page) {
    let script = "const page = document.querySelector('main article'); page?.scrollIntoView(); return !!page";
    journal.until("a page", script, vec![]).await;
    journal.settle().await;
}

/// Sees that what is prepared cannot begin, nor be looked over, before somebody said what becomes of it.
async fn cannot_begin(journal: &Page, words: &Words) {
    journal.see(words.say("walk-go-not-settled")).await;
    assert!(!journal.has(words.say("walk-start")).await, "it cannot begin");
    let off =
        journal.control(words.say("walk-preview")).await.attr("aria-disabled").await.expect("an answer");
    assert_eq!(off.as_deref(), Some("true"));
}

/// Kills all of the app in one blow, as a power cut would.
fn kill_all(app: &App) {
    let all: Vec<u32> = app.processes().into_iter().map(|one| one.id).collect();
    let numbers = all.iter().map(u32::to_string);
    // One may be gone with its parent before its turn.
    let _ = Command::new("kill").arg("-KILL").args(numbers).output().expect("kill runs");
    for process in all {
        wait_for("every process to end", || (!is_alive(process)).then_some(()));
    }
}

/// Every file below a folder.
fn written_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| if path.is_dir() && !path.is_symlink() { written_below(&path) } else { vec![path] })
        .filter(|path| path.is_file())
        .collect()
}
