//! What a screen reader is told of a list by months, and of a chart: in words, and as a table.

use std::path::Path;

use boundaries::writing;
use chrono::{DateTime, Datelike as _, FixedOffset, Months, NaiveDate, TimeDelta};
use journal::{Field, SaveAnswer};
use testkit::{CHEAP, SeededRandomness};
use vault::{Clock as _, Folder, Passphrase, SystemClock, set_up};

use crate::{person::Person, screens::compare, steps};

/// How many months ago, and how many entries there are of that month.
const WRITTEN: [(u32, usize); 3] = [(3, 3), (1, 1), (0, 2)];

#[test]
fn a_screen_reader_is_told_the_list_and_a_chart_of_months() {
    let person = Person::sits_down_at_journal(write);
    let words = &person.words;
    steps::unlock(&person);
    person.presses("journal", "button", words.say("journal-entries"));
    compare(&person, "journal", "entries-of-months", "entries-title", "");
    person.presses("journal", "button", words.say("journal-looking-back"));
    person.presses("journal", "button", words.say("looking-aspects"));
    person.finds("journal", "heading", words.say("looking-aspect-event"));
    compare(&person, "journal", "looking-back", "looking-quiet", "");
    person.presses(
        "journal",
        "button",
        &words.say_with("looking-table", "name", words.say("looking-aspect-event")),
    );
    let caption = words.say_with("looking-table-caption", "name", words.say("looking-aspect-event"));
    person.finds("journal", "table", &caption);
    compare(&person, "journal", "looking-back-table", "looking-quiet", "");
}

/// A journal with entries on the first day of some months, whatever today is.
fn write(folder: &Path) {
    let at = Folder::open(folder).expect("a folder");
    let (_, key) = set_up(&at, &Passphrase::new(steps::PASSPHRASE), CHEAP, &mut SeededRandomness::new(71))
        .expect("it is set up");
    let mut journal = writing::open(folder, key).expect("it opens");
    // The app has the clock of Amsterdam.
    let now = SystemClock.now().to_utc() + TimeDelta::hours(1);
    let this_month = now.date_naive().with_day(1).expect("every month has one");
    for (ago, entries) in WRITTEN {
        let day = this_month.checked_sub_months(Months::new(ago)).expect("a day");
        for number in 0..entries {
            let mut new = writing::contact("Blauwe Reiger");
            new.contact.as_mut().expect("a contact").day = day;
            let entry = journal.start_entry(new, late_on(day)).expect("an entry").id;
            let field = Field::Question {
                pack: "dichterbij",
                id: "D01",
                version: 1,
                wording: "Welk moment uit dit gesprek blijft bij je?",
            };
            let text = format!("Het werd stil aan tafel {number}");
            let save = SaveAnswer { entry, answer: None, field, text: &text };
            journal.save_answer(save, late_on(day)).expect("an answer");
            journal.leave(entry).expect("indexed");
        }
    }
    journal.close().expect("it locks");
}

fn late_on(day: NaiveDate) -> DateTime<FixedOffset> {
    day.and_hms_opt(16, 50, 0).expect("a moment").and_utc().fixed_offset()
}
