//! The page of an own trial: opening it, measuring on it, and what stands there.

use boundaries::{Page, Words};
use serde_json::{Value, json};

use crate::{sheets, steps};

/// Opens the page of a trial by way of the list.
pub async fn open(journal: &Page, words: &Words, behaviour: &str) {
    to_all(journal, words).await;
    journal.press(behaviour).await;
    journal.see_heading(behaviour).await;
}

/// Goes to the list of all own trials.
pub async fn to_all(journal: &Page, words: &Words) {
    journal.press(words.say("journal-learning")).await;
    journal.see_heading(words.say("journal-learning")).await;
    journal.press(words.say("own-trial-title")).await;
    journal.see_heading(words.say("own-trial-title")).await;
}

/// Measures on the page of a trial, with one tap.
pub async fn measure(journal: &Page, words: &Words, value: u32) {
    journal.press(&value.to_string()).await;
    journal.see(&words.say_with("own-trial-measured", "value", &value.to_string())).await;
}

/// Measures there for the day that lies so many days after the one on which the journey runs.
pub async fn measure_for(journal: &Page, words: &Words, days: u32, value: u32) {
    journal.press(words.say("own-trial-other-day")).await;
    sheets::set_day(journal, days).await;
    journal.press(&value.to_string()).await;
    let day = steps::day_in(journal, days).await;
    let said = words.say_with("own-trial-measured-for", "value", &value.to_string());
    let said = said.replace("{ $day }", &day);
    journal.see(&said).await;
    journal.press(words.say("own-trial-other-day")).await;
}

/// Presses a button in the row of a measurement, in the table.
pub async fn correct(journal: &Page, words: &Words, value: u32, instead: u32) {
    let script = "const row = [...document.querySelectorAll('main tbody tr')]\
            .find(row => row.querySelector('.value').textContent.trim() === arguments[0]); \
        row?.querySelector('button').click(); return !!row";
    journal.until(&format!("the row of {value}"), script, vec![json!(value.to_string())]).await;
    journal.see(words.say("own-trial-measurement-title")).await;
    let field = journal.control(words.say("own-trial-column-value")).await;
    field.clear().await.expect("a field can be cleared");
    journal.write(words.say("own-trial-column-value"), &instead.to_string()).await;
    journal.press(words.say("own-trial-keep")).await;
    journal.see(words.say("own-trial-said-measurement-changed")).await;
}

/// The table beside the chart: of each row the day, the phase and the value.
pub async fn table(journal: &Page, words: &Words) -> Vec<(String, String, u32)> {
    let name = words.say("own-trial-table");
    journal.control(name).await;
    let script = "const button = [...document.querySelectorAll('main button')]\
            .find(button => button.textContent.trim() === arguments[0]); \
        if (button?.getAttribute('aria-expanded') === 'false') button.click(); \
        const rows = [...document.querySelectorAll('main tbody tr')]; \
        return rows.length ? rows.map(row => [...row.children].slice(0, 3).map(cell => cell.textContent.trim())) : null";
    let rows = journal.until("the table", script, vec![json!(name)]).await;
    let rows: Vec<[String; 3]> = serde_json::from_value(rows).expect("rows of three texts");
    rows.into_iter().map(|[day, phase, value]| (day, phase, value.parse().expect("a number"))).collect()
}

/// Sees that the table has these values in this order, and gives all of it.
pub async fn see_values(journal: &Page, words: &Words, values: &[u32]) -> Vec<(String, String, u32)> {
    let rows = table(journal, words).await;
    assert_eq!(rows.iter().map(|(_, _, value)| *value).collect::<Vec<_>>(), values);
    rows
}

/// Sees that the screen says that nothing here proves a cause, and what else there can be.
pub async fn says_no_cause(journal: &Page, words: &Words) {
    journal.see(words.say("own-trial-no-cause")).await;
    for reason in ["busy", "contacts", "attention", "judging", "practice", "yourself", "chance"] {
        journal.see(words.say(&format!("own-trial-else-{reason}"))).await;
    }
}

/// Sees that the screen has no figure of any comparison.
pub async fn compares_nothing(journal: &Page, words: &Words) {
    says_no_cause(journal, words).await;
    let page = steps::shown_in(journal, "main").await;
    for figure in ["own-trial-nap", "own-trial-tau"] {
        assert!(!page.contains(words.say(figure)), "{figure} in {page}");
    }
    assert!(!page.contains(words.say("own-trial-result-pairs")), "{page}");
}

/// The figures on screen, each with its name.
pub async fn figures(journal: &Page) -> Vec<(String, String)> {
    let script = "const figures = [...document.querySelectorAll('main .figure')]; \
        const text = (figure, part) => figure.querySelector(part).textContent.trim(); \
        return figures.length ? figures.map(figure => [text(figure, '.name'), text(figure, '.value')]) : null";
    serde_json::from_value(journal.until("figures", script, vec![]).await).expect("pairs of texts")
}

/// What the page says of the trial in the dialog in which it is changed; looks and leaves all as it was.
pub async fn fixed(journal: &Page, words: &Words, scale: bool, better: bool) {
    journal.press(words.say("own-trial-change")).await;
    journal.control(words.say("own-trial-behaviour")).await;
    let dialog = steps::shown_in(journal, "dialog[open]").await;
    let parts = [
        (scale, "own-trial-scale-fixed", "own-trial-scale-ten"),
        (better, "own-trial-better-fixed", "own-trial-better-hint"),
    ];
    for (is_fixed, why, choice) in parts {
        assert_eq!(dialog.contains(words.say(why)), is_fixed, "{why} in {dialog}");
        assert_eq!(!dialog.contains(words.say(choice)), is_fixed, "{choice} in {dialog}");
    }
    journal.press(words.say("own-trial-leave")).await;
    journal.until("the dialog to go", "return !document.querySelector('dialog[open]')", vec![]).await;
}

/// What the chart draws of two phases, and sees that nothing in it is told by colour alone: the points of
/// the phases have shapes of their own, the trial phase is hatched, and the lines differ in their dashes.
pub async fn see_marks(journal: &Page, begin: &[u32], trial: &[u32]) {
    let drawn = journal.until("the chart", MARKS, vec![]).await;
    for (mark, values) in [("circles", begin), ("diamonds", trial)] {
        let heights: Vec<f64> = serde_json::from_value(drawn[mark].clone()).expect("heights");
        assert_eq!(heights.len(), values.len(), "{mark} of {drawn}");
        // A value stands as much higher as it is larger.
        for pair in [(0, 1), (1, 2), (0, values.len() - 1)] {
            let (one, other) = (f64::from(values[pair.0]), f64::from(values[pair.1]));
            let expected = drawn["unit"].as_f64().expect("a length") * (other - one);
            let actual = heights[pair.0] - heights[pair.1];
            assert!((expected - actual).abs() < 0.5, "{mark} {pair:?}: {actual} instead of {expected}");
        }
    }
    assert_eq!(drawn["filled"], json!([false, true]), "points of the trial phase are filled, others open");
    assert_eq!(drawn["hatched"], json!(1), "the trial phase is hatched: {drawn}");
    let dashes = drawn["dashes"].as_array().expect("dashes");
    for (place, one) in dashes.iter().enumerate() {
        assert!(one != &Value::Null, "each line is drawn: {drawn}");
        assert!(!dashes[place + 1..].contains(one), "no two lines are dashed alike: {drawn}");
    }
    assert!(drawn["name"].as_str().is_some_and(|name| !name.is_empty()), "it has a name: {drawn}");
    assert_eq!(drawn["medians"], json!(2), "a median for each phase: {drawn}");
}

/// What the only chart on screen draws; none before it is there. A line of the scale is as high as its
/// number says.
const MARKS: &str = "
    const svg = document.querySelector('main svg[role=img]');
    if (!svg) return null;
    const all = part => [...svg.querySelectorAll(part)];
    const middle = element => { const box = element.getBBox(); return box.y + box.height / 2; };
    const dash = part => all(part).length ? getComputedStyle(all(part)[0]).strokeDasharray : null;
    const ticks = all('.tick').map(line => line.y1.baseVal.value);
    const numbers = all('text').map(text => Number(text.textContent)).filter(number => !Number.isNaN(number));
    const filled = part => getComputedStyle(all(part)[0]).fill === getComputedStyle(all(part)[0]).stroke;
    return {
        circles: all('circle').map(middle),
        diamonds: all('polygon.point').map(middle),
        filled: [filled('circle'), filled('polygon.point')],
        unit: (Math.max(...ticks) - Math.min(...ticks)) / (Math.max(...numbers) - Math.min(...numbers)),
        hatched: all('rect[fill^=url]').filter(rect => document
            .getElementById(rect.getAttribute('fill').slice(5, -1))?.querySelector('.hatch')).length,
        dashes: ['.line', '.median', '.change'].map(dash),
        medians: all('.median').length,
        name: document.getElementById(svg.getAttribute('aria-labelledby'))?.textContent.trim(),
    };";
