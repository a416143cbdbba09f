//! A peer consultation of an hour: what is agreed comes first, then what somebody brings in, then ten
//! steps, each with who speaks and its time. The window stays open for as long as the time runs.

use boundaries::{App, Options, Page, Theme, Words};
use handbook::{Method, Pack};
use serde_json::json;

use crate::{
    clock, files,
    guided::{pack, stand_in_order},
    person_free::replace_first,
    stage,
    steps::{self, travel},
};

/// The method of sixty minutes.
const METHOD: &str = "tien-stappen";
const CONTRIBUTION: &str = "Inbreng voor intervisie";
const SITUATION: &str = "De situatie, in algemene woorden";
const MINE: &str = "Mijn vraag";
const RESULT: &str = "Opbrengst van intervisie";
const TAKEN: &str = "Wat neem ik mee?";

const OWN: &str = "Bij de kersenboom bleef ik te lang praten.";
const OWN_PIECES: [&str; 2] = ["kersenboom", "te lang praten"];
const TOLD: &str = "Aan de balie raakt een vraag kwijt. Mevrouw Pietersen moest drie keer terug.";
const TOLD_WITHOUT: &str = "Aan de balie raakt een vraag kwijt. Mevrouw [naam] moest drie keer terug.";
const ASKED: &str = "Hoe kan ik eerder merken dat iemand vastloopt?";
const LEARNED: &str = "Ik vraag aan het eind wat er nog open is.";
const HALF: &str = "Half getypt voor de bijeenkomst begon";

/// A whole minute, as the clock of a journey goes on.
const MINUTE: u32 = 60;
/// After how many minutes without anybody a journal locks, as it is set at first.
const IDLE: u32 = 5;

#[test]
fn an_hour_of_peer_consultation_needs_no_key_and_keeps_what_was_typed() {
    travel(async {
        let words = Words::of("nl");
        let pack = pack();
        let method = method(&pack);
        assert_eq!(method.steps.iter().map(|step| u32::from(step.minutes)).sum::<u32>(), 60, "an hour");
        let mut app = App::start(Options { display: (1920, 1080), ..Options::default() });
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, OWN).await;

        // What one brings in is looked over before, where nobody else looks along.
        to_intervision(&journal, &words).await;
        journal.press(&words.say_with("intervision-make", "title", CONTRIBUTION)).await;
        journal.see_heading(CONTRIBUTION).await;
        journal.paste(SITUATION, TOLD).await;
        journal.paste(MINE, ASKED).await;
        steps::done(&journal, &words).await;
        to_intervision(&journal, &words).await;
        choose(&journal, &words, &pack, "Aan de balie").await;
        journal.see(words.say("intervision-found")).await;
        let found = steps::shown_in(&journal, ".looked").await;
        assert!(stand_in_order(&found, &["Pietersen", SITUATION]), "{found}");
        journal.settle().await;
        journal.picture("intervision-found").await;

        // It is never said on the stage, and it stands in nobody's way.
        journal.press(words.say("intervision-begin")).await;
        stage::see(&journal, &words).await;
        see_agreements(&journal, &words, &pack).await;
        journal.press(words.say("intervision-agreed")).await;
        journal.see(TOLD).await;
        assert!(!journal.shows(words.say("intervision-found")).await, "not where others look along");
        stage::holds_nothing_of(&journal, &OWN_PIECES).await;
        journal.keys(&["Escape"]).await;
        journal.see_heading(words.say("intervision-title")).await;
        journal.control(words.say("intervision-begin")).await;
        choose(&journal, &words, &pack, "Aan de balie").await;
        journal.press(words.say("intervision-found-change")).await;
        journal.see_heading(CONTRIBUTION).await;
        replace_first(&journal, &words, words.say("mirror-blank-name")).await;
        journal.see(words.say("sheet-free-none")).await;
        steps::done(&journal, &words).await;

        to_intervision(&journal, &words).await;
        choose(&journal, &words, &pack, "Aan de balie").await;
        journal.see(words.say("intervision-found-none")).await;
        journal.press(words.say("intervision-begin")).await;
        stage::see(&journal, &words).await;
        see_agreements(&journal, &words, &pack).await;
        journal.picture("intervision-agreements").await;
        journal.press(words.say("intervision-agreed")).await;
        for told in [TOLD_WITHOUT, ASKED] {
            journal.see(told).await;
            // Letters of 20 pixels are read by who sits beside the machine, and not only by who types.
            let size = stage::letters_of(&journal, told).await;
            assert!(size >= 20.0, "“{told}” in letters of {size} pixels");
        }
        stage::holds_nothing_of(&journal, &["Pietersen"]).await;
        journal.picture("intervision-contribution").await;

        // The hour.
        next(&journal).await;
        first_step(&journal, &words, &pack, &method).await;
        next(&journal).await;
        second_step(&journal, &words, &pack, &method).await;
        for (place, step) in method.steps.iter().enumerate().skip(2) {
            next(&journal).await;
            see_step(&journal, &words, &pack, &method, place).await;
            // Not a key is pressed in any of these minutes: twelve of them in the longest step.
            for minute in (0..u32::from(step.minutes)).rev() {
                pass(&journal, &words, MINUTE, minute * MINUTE).await;
            }
            journal.see(words.say("intervision-over")).await;
            stage::holds_nothing_of(&journal, &OWN_PIECES).await;
        }
        journal.settle().await;
        journal.picture("intervision-over").await;
        next(&journal).await;
        journal.see(words.say("intervision-end-body")).await;

        // What one takes along is one's own to write: nothing was put in the mouth.
        journal.press(words.say("intervision-take-along")).await;
        journal.see_heading(RESULT).await;
        journal.see(words.say("sheet-overview")).await;
        let filled = "return [...document.querySelectorAll('main textarea, main input')]\
            .map(field => field.value).filter(text => text !== '')";
        assert_eq!(journal.run(filled, vec![]).await, json!([]), "the sheet is empty");
        journal.paste(TAKEN, LEARNED).await;
        steps::done(&journal, &words).await;
        let result = steps::read(&journal, &words, RESULT).await;
        assert!(stand_in_order(&result, &[TAKEN, LEARNED]), "{result}");
        let spoken = method.steps.iter().map(|step| resolve(&pack, &step.text));
        for other in spoken.chain([TOLD_WITHOUT.to_owned(), ASKED.to_owned()]) {
            assert!(!result.contains(&other), "“{other}” in {result}");
        }
        files::quit(&mut app, &journal).await;
        let hits = files::hits(&app, "Pietersen");
        assert!(hits.iter().all(|hits| *hits == 0), "what was replaced is in a page of the store: {hits:?}");
        // What the handbook says is not copied into the journal, and neither is when it was said.
        let said = resolve(&pack, &method.steps[7].text);
        assert!(files::hits(&app, &said).iter().all(|hits| *hits == 0), "“{said}” is in a page of the store");
        assert!(files::hits(&app, LEARNED)[0] > 0, "this way of looking finds what is there");
    });
}

#[test]
fn a_pause_longer_than_the_setting_locks_and_loses_nothing_that_was_typed() {
    travel(async {
        let words = Words::of("nl");
        let pack = pack();
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        // Half a sentence that nobody said to be done with.
        steps::start_free_page(&journal, &words).await;
        steps::insert(&journal, HALF).await;
        to_intervision(&journal, &words).await;
        choose(&journal, &words, &pack, words.say("intervision-none")).await;
        journal.press(words.say("intervision-begin")).await;
        journal.press(words.say("intervision-agreed")).await;
        see_step(&journal, &words, &pack, &method(&pack), 0).await;
        // The time of a step stands in for somebody being there.
        for left in [4, 3] {
            pass(&journal, &words, MINUTE, left * MINUTE).await;
        }
        journal.press(words.say("intervision-pause")).await;
        journal.see(words.say("intervision-paused")).await;
        let left = time_left(&journal).await;
        // Paused it does not: the notice comes, and says nothing of the journal.
        for _ in 0..IDLE - 1 {
            clock::go_on(&journal, MINUTE).await;
        }
        clock::look_for_somebody(&journal).await;
        journal.until("the notice", "return !!document.querySelector('dialog[open]')", vec![]).await;
        journal.see(words.say("idle-title")).await;
        journal.settle().await;
        journal.picture("intervision-idle").await;
        stage::holds_nothing_of(&journal, &[HALF]).await;
        journal.press(words.say("idle-stay")).await;
        journal.until("the notice to go", "return !document.querySelector('dialog[open]')", vec![]).await;
        assert_eq!(time_left(&journal).await, left, "the time stood still");
        // Nobody comes back this time.
        for _ in 0..IDLE - 1 {
            clock::go_on(&journal, MINUTE).await;
            clock::look_for_somebody(&journal).await;
        }
        assert!(journal.is_alive(), "not before the setting says");
        clock::go_on(&journal, MINUTE).await;
        journal.wait_for_end();

        let keys = app.attach("keys").await;
        keys.see(words.say("keys-notice-idle")).await;
        steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
        let journal = steps::opened(&app, &words).await;
        journal.see(HALF).await;
        assert!(!journal.has(words.say("stage-leave")).await, "a journal opens for its own writer");
    });
}

#[test]
fn the_time_is_read_from_across_the_table() {
    read_from_across_the_table("light", Theme::Light);
}

#[test]
fn in_the_dark_the_time_is_read_from_across_the_table_too() {
    read_from_across_the_table("dark", Theme::Dark);
}

fn read_from_across_the_table(look: &str, theme: Theme) {
    travel(async {
        let words = Words::of("nl");
        let pack = pack();
        let app = App::start(Options { theme, display: (1920, 1080), ..Options::default() });
        let journal = steps::set_up(&app, &words).await;
        to_intervision(&journal, &words).await;
        choose(&journal, &words, &pack, words.say("intervision-none")).await;
        journal.press(words.say("intervision-begin")).await;
        journal.press(words.say("intervision-agreed")).await;
        see_step(&journal, &words, &pack, &method(&pack), 0).await;
        let running = contrast(&journal).await;
        journal.press(words.say("intervision-pause")).await;
        journal.see(words.say("intervision-paused")).await;
        let paused = contrast(&journal).await;
        assert!(running >= 4.5 && paused >= 4.5, "{running} running, {paused} paused");
        // Figures are read at ease from where they fill a third of a degree, 20 minutes of arc (ISO
        // 9241-303 says 20 to 22, and at least 16): 17.5 mm at three metres. A small laptop shows
        // 1280×800 on 30 cm, some 4.2 pixels to a millimetre, so 74 pixels would do. Whoever sits across
        // the table sees a screen at a slant, in daylight, without thinking of reading: the line of the
        // time is 9 rem, 144 pixels, high, and its figures fill two thirds of that.
        for (width, height, rem) in [(1280, 800, 9.0), (1920, 1040, 12.0)] {
            resize(&journal, width, height).await;
            let (line, figures) = heights(&journal).await;
            assert!(line >= rem, "a line of {line} rem at {width}×{height}");
            assert!(figures >= rem * 0.62, "figures of {figures} rem at {width}×{height}");
            journal.picture(&format!("intervision-step-{width}-{look}")).await;
            in_sight(&journal).await;
        }
        resize(&journal, 320, 640).await;
        stage::fits_its_width(&journal).await;
        journal.picture(&format!("intervision-step-320-{look}")).await;
    });
}

/// Five minutes: paused in the middle, over at the end, and a minute more.
async fn first_step(journal: &Page, words: &Words, pack: &Pack, method: &Method) {
    see_step(journal, words, pack, method, 0).await;
    pass(journal, words, MINUTE, 4 * MINUTE).await;
    journal.press(words.say("intervision-pause")).await;
    journal.see(words.say("intervision-paused")).await;
    let left = time_left(journal).await;
    for _ in 0..2 {
        clock::go_on(journal, MINUTE).await;
        clock::look_for_somebody(journal).await;
    }
    // Long enough for a timer that did not stop to show it.
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
    assert_eq!(time_left(journal).await, left, "the time stands still");
    journal.press(words.say("intervision-resume")).await;
    steps::see_gone(journal, words.say("intervision-paused")).await;
    assert!(left - time_left(journal).await < 10, "and goes on from there");
    for minute in (0..4).rev() {
        pass(journal, words, MINUTE, minute * MINUTE).await;
        if minute == 1 {
            journal.see(words.say("intervision-said-minute")).await;
        }
    }
    // Nobody is talked over: the step waits, and a minute more lets it run again.
    journal.see(words.say("intervision-over")).await;
    journal.see(&resolve(pack, &method.steps[0].text)).await;
    journal.press(words.say("intervision-more")).await;
    let more = time_left(journal).await;
    assert!(more > 40 && more <= 60, "{more} seconds of the minute more");
    pass(journal, words, MINUTE, 0).await;
    journal.see(words.say("intervision-over")).await;
}

/// Skipped after a minute, and gone back to: what it had left is still there.
async fn second_step(journal: &Page, words: &Words, pack: &Pack, method: &Method) {
    see_step(journal, words, pack, method, 1).await;
    pass(journal, words, MINUTE, 4 * MINUTE).await;
    let left = time_left(journal).await;
    next(journal).await;
    see_step(journal, words, pack, method, 2).await;
    journal.keys(&["Alt", "Left"]).await;
    journal.see(&resolve(pack, &method.steps[1].text)).await;
    assert!(left - time_left(journal).await < 15, "it waited while it was not on screen");
}

/// Goes to the page on which a meeting begins.
async fn to_intervision(journal: &Page, words: &Words) {
    journal.press(words.say("journal-learning")).await;
    journal.see_heading(words.say("journal-learning")).await;
    journal.press(words.say("intervision-title")).await;
    journal.see_heading(words.say("intervision-title")).await;
    journal.control(words.say("intervision-begin")).await;
}

/// Chooses the method of an hour and what is brought in.
async fn choose(journal: &Page, words: &Words, pack: &Pack, contribution: &str) {
    journal.see(words.say("intervision-agreements-body")).await;
    journal.press(&resolve(pack, &method(pack).name)).await;
    journal.press(contribution).await;
}

/// Goes on by the key for it.
async fn next(journal: &Page) {
    journal.keys(&["Alt", "Right"]).await;
}

/// Sees that everything that is agreed on stands there before anything else.
async fn see_agreements(journal: &Page, words: &Words, pack: &Pack) {
    journal.see(words.say("intervision-agreements-ask")).await;
    let shown = steps::shown_in(journal, ".stage").await;
    let agreements: Vec<String> = pack.agreements().iter().map(|one| resolve(pack, &one.text)).collect();
    assert!(agreements.len() > 3);
    let agreements: Vec<&str> = agreements.iter().map(String::as_str).collect();
    assert!(stand_in_order(&shown, &agreements), "{shown}");
    assert!(!journal.has(words.say("intervision-pause")).await, "no time runs yet");
}

/// Sees a step: what is done, who speaks, the whole of its time, and which of all it is.
async fn see_step(journal: &Page, words: &Words, pack: &Pack, method: &Method, place: usize) {
    let step = &method.steps[place];
    journal.see(&resolve(pack, &step.text)).await;
    let number = words.say_with("intervision-step", "number", &(place + 1).to_string());
    let number = number.replace("{ $all }", &method.steps.len().to_string());
    let who = step.who.as_deref().map(|who| resolve(pack, who)).expect("our methods say who speaks");
    let shown = steps::shown_in(journal, ".step").await;
    assert!(stand_in_order(&shown, &[&number, &who, &resolve(pack, &step.text)]), "{shown}");
    let (left, whole) = (time_left(journal).await, u32::from(step.minutes) * MINUTE);
    assert!(left <= whole && left + 10 > whole, "{left} seconds of {whole}");
}

/// Lets the time of the step go on, until at most so many seconds are left, and sees that nobody is
/// asked whether they are still there.
async fn pass(journal: &Page, words: &Words, seconds: u32, left: u32) {
    clock::go_on(journal, seconds).await;
    let script = "const [minutes, seconds] = document.querySelector('[role=timer] [aria-hidden]')\
        .textContent.split(':').map(Number); return 60 * minutes + seconds <= arguments[0]";
    journal.until(&format!("{left} seconds left"), script, vec![json!(left)]).await;
    clock::look_for_somebody(journal).await;
    assert!(!journal.shows(words.say("idle-title")).await, "while the time runs, somebody is there");
}

/// The seconds on screen.
async fn time_left(journal: &Page) -> u32 {
    let script = "const [minutes, seconds] = document.querySelector('[role=timer] [aria-hidden]')\
        .textContent.split(':').map(Number); return 60 * minutes + seconds";
    let left = journal.run(script, vec![]).await.as_u64().expect("a time");
    u32::try_from(left).expect("less than an hour")
}

/// Gives the window a size and waits until its page has it.
async fn resize(journal: &Page, width: u32, height: u32) {
    journal.resize(width, height).await;
    let resized = "return Math.abs(innerWidth - arguments[0]) < 2";
    journal.until("the width", resized, vec![json!(width)]).await;
    journal.settle().await;
}

/// How high the line of the time is and how high its figures are drawn, both in rem.
async fn heights(journal: &Page) -> (f64, f64) {
    let script = "const line = document.querySelector('[role=timer]'), style = getComputedStyle(line); \
        const brush = document.createElement('canvas').getContext('2d'); \
        brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`; \
        const rem = parseFloat(getComputedStyle(document.documentElement).fontSize); \
        return [line.getBoundingClientRect().height / rem, brush.measureText('0').actualBoundingBoxAscent / rem]";
    let heights = journal.run(script, vec![]).await;
    serde_json::from_value(heights).expect("two heights")
}

/// The contrast of the figures with what lies behind them, as WCAG counts it.
async fn contrast(journal: &Page) -> f64 {
    let script = "const line = document.querySelector('[role=timer]'); \
        const parts = colour => colour.match(/[\\d.]+/g).map(Number); let behind = line; \
        while (behind && parts(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement; \
        const light = colour => parts(colour).slice(0, 3).map(part => part / 255)\
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)\
            .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0); \
        const both = [getComputedStyle(line).color, getComputedStyle(behind).backgroundColor].map(light); \
        return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)";
    journal.run(script, vec![]).await.as_f64().expect("a contrast")
}

/// Sees that who speaks, what is done and the time are in the window without scrolling.
async fn in_sight(journal: &Page) {
    let script = "return [...document.querySelectorAll('.where, .step h2, [role=timer], .stage footer')]\
        .filter(e => { const box = e.getBoundingClientRect(); return box.top < 0 || box.bottom > innerHeight; })\
        .map(e => `${e.className || e.tagName}: ${e.getBoundingClientRect().bottom} of ${innerHeight}`)";
    assert_eq!(journal.run(script, vec![]).await, json!([]), "all of a step is in sight at once");
    stage::fits_its_window(journal).await;
}

fn method(pack: &Pack) -> Method {
    pack.methods().iter().find(|method| method.id == METHOD).expect("the method").clone()
}

/// A text of the handbook as it stands on screen.
fn resolve(pack: &Pack, text: &str) -> String {
    pack.resolve(text, handbook::Words::default())
}
