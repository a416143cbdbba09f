//! An own trial, from the first measurement to its result ten weeks later: what it says, what it does not
//! say, and what of it leaves the journal.

mod figures;
mod page;

use std::fs;

use boundaries::{App, Options, Page, Theme, Words};
use serde_json::json;

use crate::{
    files, guided,
    steps::{self, travel},
};
use figures::{Figures, in_dutch};

/// What is looked at: a part of a text that a table quotes, with an alias in it.
const BEHAVIOUR: &str = "Hoe vaak ik onderbreek, zoals bij Houten Merel; mijn zevenklapper";
const ALIAS: &str = "houten merel";
/// A spreadsheet would work it out.
const DIFFERENTLY: &str = "=Eerst tot tien tellen, dan pas praten";
/// A word of each that nothing else in a journal is likely to hold.
const RARE: [&str; 2] = ["zevenklapper", "tot tien tellen"];
const KIND: &str = "Voortgang";
/// The measurements in the end: the day after the first one, and the value.
const BEGIN: [(u32, u32); 7] = [(0, 7), (1, 9), (3, 11), (7, 8), (14, 7), (20, 6), (21, 9)];
const TRIAL: [(u32, u32); 7] = [(28, 8), (35, 5), (42, 6), (49, 4), (56, 3), (63, 7), (70, 5)];

#[test]
fn a_trial_of_ten_weeks_from_its_first_measurement_to_its_result() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        started_by_keyboard(&journal, &words).await;
        measured_after_a_contact(&journal, &words).await;
        let journal = begin_phase(&mut app, journal, &words).await;
        let journal = trial_phase(&mut app, journal, &words).await;
        result(&journal, &words).await;
        saved_as_a_table(&app, &journal, &words).await;
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        page::open(&journal, &words, BEHAVIOUR).await;
        result(&journal, &words).await;
        written_about(&journal, &words).await;
        ended(&journal, &words).await;
        erased(&mut app, &journal, &words).await;
    });
}

async fn started_by_keyboard(journal: &Page, words: &Words) {
    for (control, heading) in [
        ("journal-learning", "journal-learning"),
        ("own-trial-title", "own-trial-title"),
        ("own-trial-new", "own-trial-new-title"),
    ] {
        journal.tab_to(words.say(control)).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(words.say(heading)).await;
        if heading == "own-trial-title" {
            journal.see(words.say("own-trial-empty")).await;
        }
    }
    journal.tab_to(words.say("own-trial-behaviour")).await;
    journal.type_keys(BEHAVIOUR).await;
    for (first, chosen) in
        [("own-trial-scale-ten", "own-trial-scale-count"), ("own-trial-higher", "own-trial-lower")]
    {
        journal.tab_to(words.say(first)).await;
        journal.keys(&["Down"]).await;
        let script = "return document.activeElement.checked && \
            document.activeElement.labels[0].textContent.trim().startsWith(arguments[0])";
        journal.until("the next choice", script, vec![json!(words.say(chosen))]).await;
    }
    journal.picture("own-trial-new").await;
    journal.tab_to(words.say("own-trial-start")).await;
    journal.keys(&["Enter"]).await;
    journal.see(words.say("own-trial-said-started")).await;
    journal.see_heading(BEHAVIOUR).await;
    journal.see(words.say("own-trial-now-begin")).await;
    journal.see(words.say("own-trial-chart-empty")).await;
    journal.see(words.say("own-trial-result-none")).await;
    page::compares_nothing(journal, words).await;
    page::fixed(journal, words, false, false).await;
}

/// The first value, with one tap at the end of a reflection; the first tap was a wrong one.
async fn measured_after_a_contact(journal: &Page, words: &Words) {
    to_the_end_of_a_reflection(journal, words).await;
    journal.see(words.say("own-trial-here")).await;
    journal.see(BEHAVIOUR).await;
    journal.press("6").await;
    journal.see(&words.say_with("own-trial-measured", "value", "6")).await;
    assert!(!journal.has("7").await, "what was tapped stands in the place of the pad");
    journal.press(words.say("own-trial-take-back")).await;
    // The pad is back with the focus in it, and is used without a mouse.
    journal
        .until("the focus on the pad", "return document.activeElement.closest('.pad') !== null", vec![])
        .await;
    journal.type_keys("7").await;
    journal.keys(&["Enter"]).await;
    journal.see(&words.say_with("own-trial-measured", "value", "7")).await;
    journal.picture("own-trial-measured-here").await;
    steps::done(journal, words).await;
    page::open(journal, words, BEHAVIOUR).await;
    page::see_values(journal, words, &[7]).await;
    page::compares_nothing(journal, words).await;
    // From the first value on the scale is what it is; the direction is still open.
    page::fixed(journal, words, true, false).await;
}

/// Three weeks in which all goes as it always does.
async fn begin_phase(app: &mut App, journal: Page, words: &Words) -> Page {
    let journal = days_later(app, journal, words, 3).await;
    // A day that has not come is none.
    journal.press(words.say("own-trial-other-day")).await;
    crate::sheets::set_day(&journal, 4).await;
    journal.press("9").await;
    journal.see(words.say("failure-day-out-of-reach")).await;
    journal.press(words.say("own-trial-other-day")).await;
    page::measure_for(&journal, words, 1, 9).await;
    journal.press(words.say("own-trial-more")).await;
    journal.write(words.say("own-trial-more"), "12").await;
    journal.keys(&["Enter"]).await;
    journal.see(&words.say_with("own-trial-measured", "value", "12")).await;
    page::see_values(&journal, words, &[7, 9, 12]).await;
    // Going on this soon is possible, and the screen says what it costs.
    journal.press(words.say("own-trial-next")).await;
    journal.see(words.say("own-trial-next-few")).await;
    journal.press(words.say("own-trial-leave")).await;

    let journal = days_later(app, journal, words, 11).await;
    page::measure_for(&journal, words, 7, 8).await;
    to_the_end_of_a_reflection(&journal, words).await;
    journal.press("7").await;
    journal.see(&words.say_with("own-trial-measured", "value", "7")).await;
    steps::done(&journal, words).await;
    page::open(&journal, words, BEHAVIOUR).await;
    page::see_values(&journal, words, &[7, 9, 12, 8, 7]).await;
    page::correct(&journal, words, 12, 11).await;
    page::see_values(&journal, words, &[7, 9, 11, 8, 7]).await;
    journal.see(words.say("own-trial-result-none")).await;
    page::compares_nothing(&journal, words).await;
    journal
}

/// Six weeks in which one thing is done differently.
async fn trial_phase(app: &mut App, journal: Page, words: &Words) -> Page {
    let journal = days_later(app, journal, words, 14).await;
    page::measure_for(&journal, words, 21, 9).await;
    begins_the_trial_phase(&journal, words, "").await;
    page::fixed(&journal, words, true, true).await;
    // Taken back before anything was measured in it, it never was.
    journal.press(words.say("own-trial-phase-take-back")).await;
    journal.see(words.say("own-trial-said-phase-erased")).await;
    page::fixed(&journal, words, true, false).await;
    begins_the_trial_phase(&journal, words, DIFFERENTLY).await;
    page::fixed(&journal, words, true, true).await;
    journal.see(words.say("own-trial-now-trial")).await;
    page::measure(&journal, words, 8).await;
    assert!(!journal.has(words.say("own-trial-phase-take-back")).await, "a phase with a value stays");

    let journal = days_later(app, journal, words, 14).await;
    // A day before the trial phase belongs to the phase that it was in.
    page::measure_for(&journal, words, 20, 6).await;
    page::measure_for(&journal, words, 35, 5).await;
    page::measure(&journal, words, 6).await;

    let journal = days_later(app, journal, words, 14).await;
    page::measure_for(&journal, words, 49, 4).await;
    page::see_values(&journal, words, &[7, 9, 11, 8, 7, 6, 9, 8, 5, 6, 4]).await;
    // Four in the trial phase are too few to say anything of.
    journal.see(words.say("own-trial-result-few")).await;
    page::compares_nothing(&journal, words).await;
    journal.picture("own-trial-too-few").await;
    page::measure(&journal, words, 3).await;
    steps::see_gone(&journal, words.say("own-trial-result-few")).await;
    assert_eq!(page::figures(&journal).await.len(), 3, "five in each phase can be compared");
    page::says_no_cause(&journal, words).await;

    let journal = days_later(app, journal, words, 14).await;
    page::measure_for(&journal, words, 63, 7).await;
    to_the_end_of_a_reflection(&journal, words).await;
    journal.press("5").await;
    journal.see(&words.say_with("own-trial-measured", "value", "5")).await;
    steps::done(&journal, words).await;
    page::open(&journal, words, BEHAVIOUR).await;
    journal
}

/// What the page says in the end, worked out here in another way than there.
async fn result(journal: &Page, words: &Words) {
    let (begin, trial) = (BEGIN.map(|(_, value)| value), TRIAL.map(|(_, value)| value));
    let rows = page::see_values(journal, words, &[begin, trial].concat()).await;
    for (place, (row, (after, _))) in rows.iter().zip(BEGIN.iter().chain(&TRIAL)).enumerate() {
        let phase = if place < BEGIN.len() { "own-trial-begin" } else { "own-trial-trial" };
        assert_eq!(row.0, steps::day_in(journal, *after).await);
        assert_eq!(row.1, words.say(phase), "the phase of the measurement on {}", row.0);
    }
    page::see_marks(journal, &begin, &trial).await;
    journal.see("7 metingen, mediaan 8.").await;
    journal.see("7 metingen, mediaan 5.").await;

    let expected = Figures::of(&begin, &trial);
    let sentence = words
        .say_with("own-trial-result-better", "better", &expected.better.to_string())
        .replace("{ $pairs }", &(begin.len() * trial.len()).to_string())
        .replace("{ $phase }", words.say("own-trial-the-trial"));
    journal.see(&sentence).await;
    let rest = words.say_with("own-trial-result-rest", "worse", &expected.worse.to_string());
    journal.see(&rest.replace("{ $equal }", &expected.equal.to_string())).await;
    journal.see(words.say("own-trial-result-pairs")).await;
    let figures = [
        ("own-trial-nap", expected.nap),
        ("own-trial-tau", expected.tau),
        ("own-trial-tau-corrected", expected.corrected),
    ];
    let figures = figures.map(|(name, figure)| (words.say(name).to_owned(), in_dutch(figure)));
    assert_eq!(page::figures(journal).await, figures);
    assert!(expected.begin > 0.0, "in this begin phase there were ever fewer");
    let went = words.say("own-trial-went-better");
    assert!(!journal.shows(went).await, "what a figure says is asked for");
    journal.press(words.say("own-trial-tau-corrected")).await;
    journal.see(went).await;
    journal.see(words.say("own-trial-tau-corrected-beyond")).await;
    page::says_no_cause(journal, words).await;
    journal.picture("own-trial-result").await;
}

async fn saved_as_a_table(app: &App, journal: &Page, words: &Words) {
    journal.press(words.say("own-trial-save")).await;
    journal.see(words.say("own-trial-save-open")).await;
    journal.press(words.say("own-trial-save-go")).await;
    journal.see(words.say("own-trial-saved")).await;
    let table = app.saved_page().with_file_name(words.say("native-own-trial-file"));
    let written = fs::read(&table).expect("a table");
    let written = written.strip_prefix(b"\xef\xbb\xbf").expect("the mark that says UTF-8");
    let written = str::from_utf8(written).expect("UTF-8");

    let headings = ["behaviour", "phase", "kind", "differently", "measurement", "day", "value"];
    let headings = headings.map(|heading| words.say(&format!("native-own-trial-{heading}")));
    let mut lines = vec![headings.join(";")];
    // No alias, and a text that begins as a formula does begins with an apostrophe.
    let behaviour = format!("\"{}\"", BEHAVIOUR.replace("Houten Merel", words.say("native-somebody")));
    let differently = format!("'{DIFFERENTLY}");
    for (place, (after, value)) in BEGIN.iter().chain(&TRIAL).enumerate() {
        let (phase, kind, differently) = match place < BEGIN.len() {
            true => ("1", "native-own-trial-begin-phase", ""),
            false => ("2", "native-own-trial-trial-phase", differently.as_str()),
        };
        let (number, day) = ((place + 1).to_string(), written_day(journal, *after).await);
        let value = value.to_string();
        lines.push([&behaviour, phase, words.say(kind), differently, &number, &day, &value].join(";"));
    }
    let expected: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
    assert_eq!(written, expected);
    assert!(!written.to_lowercase().contains("merel"), "{written}");
}

async fn written_about(journal: &Page, words: &Words) {
    let pack = guided::pack();
    let question = pack.questions().iter().find(|question| question.id.as_str() == "L11");
    let question = pack.resolve(&question.expect("the question").text, handbook::Words::default());
    journal.press(words.say("own-trial-write")).await;
    journal.see_heading(&question).await;
    steps::write(journal, "Het was ook rustiger: de roestvogel was weg.").await;
    steps::done(journal, words).await;
    let article = steps::read(journal, words, "roestvogel").await;
    assert!(article.contains(&question), "{article}");
    assert!(!article.contains(RARE[0]), "it says nothing of the trial itself: {article}");
}

async fn ended(journal: &Page, words: &Words) {
    page::open(journal, words, BEHAVIOUR).await;
    let notice = words.say("own-trial-ended-notice").split('{').next().expect("words before the day");
    for said in ["own-trial-said-ended", "own-trial-said-goes-on", "own-trial-said-ended"] {
        let ends = said == "own-trial-said-ended";
        journal.press(words.say(if ends { "own-trial-end" } else { "own-trial-go-on" })).await;
        journal.see(words.say(said)).await;
        assert_eq!(journal.shows(notice.trim()).await, ends);
        assert_eq!(
            journal.has(words.say("own-trial-other-day")).await,
            !ends,
            "it takes values while it runs"
        );
        assert_eq!(journal.has(words.say("own-trial-next")).await, !ends, "and phases");
    }
    page::says_no_cause(journal, words).await;
    assert_eq!(page::figures(journal).await.len(), 3, "what came of it stays");
    journal.picture("own-trial-ended").await;
    // At the end of a reflection there is nothing to tap any more, now and when it is looked at again.
    to_the_end_of_a_reflection(journal, words).await;
    assert!(!journal.shows(words.say("own-trial-here")).await, "it was ended");
    journal.press(words.say("journal-today")).await;
    journal.press(words.say("today-continue-action")).await;
    steps::turn_to(journal, words.say("closing-step")).await;
    journal.settle().await;
    assert!(!journal.shows(words.say("own-trial-here")).await, "it was ended");
    steps::done(journal, words).await;
}

async fn erased(app: &mut App, journal: &Page, words: &Words) {
    page::open(journal, words, BEHAVIOUR).await;
    journal.press(words.say("own-trial-erase")).await;
    journal.see(words.say("own-trial-erase-what")).await;
    journal.press(words.say("own-trial-erase-go")).await;
    journal.see(words.say("own-trial-said-erased")).await;
    journal.see(words.say("own-trial-empty")).await;
    assert!(!journal.shows(RARE[0]).await);
    files::quit(app, journal).await;
    for piece in RARE {
        assert_eq!(files::hits(app, piece)[0], 0, "“{piece}” is in a page of the store");
    }
    assert!(files::hits(app, "roestvogel")[0] > 0, "this way of looking finds what is there");
}

#[test]
fn a_chart_is_read_without_its_colours() {
    /// The trial of the example journal.
    const EXAMPLE: &str = "Stil zijn na mijn vraag, tot de ander verdergaat";
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::HighContrast, "contrast")] {
        travel(async {
            let words = Words::of("nl");
            let app = App::start(Options { example: true, theme, ..Options::default() });
            let keys = app.attach("keys").await;
            steps::type_passphrase(&keys, &words, "voorbeeld zonder geheim").await;
            keys.see_off().await;
            let journal = steps::opened(&app, &words).await;
            page::open(&journal, &words, EXAMPLE).await;
            page::see_marks(&journal, &[3, 4, 3, 5, 4, 4], &[5, 6, 4, 7, 6, 7, 8]).await;
            let chart = "document.querySelector('main svg[role=img]').scrollIntoView({ block: 'center' }); return true";
            journal.run(chart, vec![]).await;
            journal.settle().await;
            journal.picture(&format!("own-trial-chart-{name}")).await;
        });
    }
}

/// Writes about a contact with somebody whose alias the trial names, up to the closing page.
async fn to_the_end_of_a_reflection(journal: &Page, words: &Words) {
    steps::start_contact_with(journal, words, KIND, ALIAS, 2).await;
    steps::write(journal, "Ik praatte weer door haar heen.").await;
    steps::turn_to(journal, words.say("closing-step")).await;
}

/// Begins the trial phase, and sees what is fixed with it.
async fn begins_the_trial_phase(journal: &Page, words: &Words, differently: &str) {
    journal.press(words.say("own-trial-next")).await;
    journal.see(words.say("own-trial-next-fixes-lower")).await;
    assert!(!journal.shows(words.say("own-trial-next-few")).await, "there are enough of the begin phase");
    journal.paste(words.say("own-trial-differently"), differently).await;
    journal.picture("own-trial-next-phase").await;
    journal.press(words.say("own-trial-next-go")).await;
    journal.see(words.say("own-trial-said-phase-begun")).await;
    journal.see(words.say("own-trial-result-few")).await;
    journal.see(differently).await;
}

/// Ends the app, which holds the trial by now, and opens the trial's page so many days later.
async fn days_later(app: &mut App, journal: Page, words: &Words, days: u32) -> Page {
    files::quit(app, &journal).await;
    drop(journal);
    assert!(files::hits(app, RARE[0])[0] > 0, "the trial is in the store");
    app.start_again_after(days);
    let journal = steps::unlock(app, words).await;
    page::open(&journal, words, BEHAVIOUR).await;
    journal
}

/// A day so many days after the one on which the journey runs, as a table has it.
async fn written_day(journal: &Page, days: u32) -> String {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
        return [day.getFullYear(), day.getMonth() + 1, day.getDate()]\
            .map(part => String(part).padStart(2, '0')).join('-')";
    journal.run(script, vec![json!(days)]).await.as_str().expect("a day").to_owned()
}
