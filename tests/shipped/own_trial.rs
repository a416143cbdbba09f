//! An own trial for somebody who hears it: measuring without a sight of the pad, and a chart that is told
//! with its name, in sentences and as a table.

use boundaries::Words;

use crate::{person::Person, reader::Told, screens::compare, steps};

const BEHAVIOUR: &str = "Hoe lang ik stil ben na mijn vraag";
const DIFFERENTLY: &str = "In stilte tot tien tellen";
const BEGIN: [u32; 5] = [3, 4, 2, 4, 3];
const TRIAL: [u32; 5] = [5, 6, 4, 6, 7];

#[test]
fn a_screen_reader_is_told_an_own_trial_and_its_chart() {
    let person = Person::sits_down();
    let words = &person.words;
    steps::set_up(&person);
    person.presses("journal", "button", words.say("journal-learning"));
    person.presses("journal", "button", words.say("own-trial-title"));
    compare(&person, "journal", "own-trials-empty", "own-trial-new", "");
    person.presses("journal", "button", words.say("own-trial-new"));
    compare(&person, "journal", "own-trial-new", "own-trial-new-title", "");
    person.writes("journal", "entry", words.say("own-trial-behaviour"), BEHAVIOUR);
    person.presses("journal", "button", words.say("own-trial-start"));
    compare(&person, "journal", "own-trial-begun", "own-trial-measure", "");
    measures(&person, &BEGIN);
    person.presses("journal", "button", words.say("own-trial-next"));
    person.writes("journal", "entry", words.say("own-trial-differently"), DIFFERENTLY);
    compare(&person, "journal", "own-trial-next-phase", "own-trial-next-title", "");
    person.presses("journal", "button", words.say("own-trial-next-go"));
    person.hears_until("journal", "the trial phase", |told| says(told, words.say("own-trial-now-trial")));
    measures(&person, &TRIAL);
    person.presses("journal", "button", words.say("own-trial-table"));
    person.presses("journal", "button", words.say("own-trial-nap"));
    person.finds("journal", "table", words.say("own-trial-table-caption"));
    compare(&person, "journal", "own-trial-compared", "own-trial-table-caption", "");
    the_chart_is_told(&person, words);

    person.presses("journal", "button", words.say("own-trial-title"));
    person.finds("journal", "button", BEHAVIOUR);
    compare(&person, "journal", "own-trials", "own-trial-running", "");
}

/// Presses values on the pad, and hears after each that it was measured.
fn measures(person: &Person, values: &[u32]) {
    for value in values.iter().map(u32::to_string) {
        person.presses("journal", "button", &value);
        let measured = person.words.say_with("own-trial-measured", "value", &value);
        person.hears_until("journal", &measured, |told| says(told, &measured));
    }
}

/// Whether something says so.
fn says(told: &[Told], text: &str) -> Option<()> {
    told.iter().any(|one| one.value == text || one.name == text).then_some(())
}

/// The chart has a name, a description that says what is to be seen in it, and a row of the table for each
/// point.
fn the_chart_is_told(person: &Person, words: &Words) {
    let told = person.hears("journal");
    let chart = told.iter().find(|one| one.role == "image" && one.name == words.say("own-trial-chart"));
    let chart = chart.expect("the chart is an image with a name");
    for sentence in ["Beginfase: 5 metingen, mediaan 3.", "Proeffase: 5 metingen, mediaan 6."] {
        assert!(chart.description.contains(sentence), "“{sentence}” in {}", chart.description);
    }
    let rows = told.iter().filter(|one| one.role == "table row").count();
    assert_eq!(rows, 1 + BEGIN.len() + TRIAL.len(), "a heading, and a row for each measurement");
}
