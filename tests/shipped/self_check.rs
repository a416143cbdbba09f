//! *Zelf controleren* in the app as it ships: what is promised is kept, and the page says so.

use std::collections::BTreeSet;

use crate::{person::Person, reader::Told, steps};

/// What is tried, by the ids of its words.
const TRIED: [&str; 11] = [
    "ipv4",
    "ipv6",
    "packets",
    "bluetooth",
    "other-sockets",
    "io-uring",
    "other-memory",
    "crash-dump",
    "being-read",
    "local",
    "netlink",
];

#[test]
fn all_is_as_promised() {
    let person = Person::sits_down();
    steps::set_up(&person);
    let words = &person.words;
    person.presses("journal", "button", words.say("journal-settings"));
    person.presses("journal", "button", words.say("check-open"));
    person.finds("journal", "heading", words.say("check-title"));
    let verdict = words.say("check-verdict-refused").split(" { $time }").next().expect("its beginning");
    let told = person.hears_until("journal", "that all is refused", |told| {
        told.iter().any(|one| one.value.starts_with(verdict)).then(|| told.to_vec())
    });
    assert!(told.iter().all(|one| !one.value.starts_with(words.say("check-verdict-broken"))));

    let tries = rows(&told, words.say("check-tries"));
    assert_eq!(tries.len(), TRIED.len(), "{tries:#?}");
    for (row, id) in tries.iter().zip(TRIED) {
        let (what, answer) = (words.say(&format!("check-try-{id}")), &row[1..]);
        assert!(row[0].starts_with(what), "{what}: {row:?}");
        let right = if ["local", "netlink"].contains(&id) { "check-allowed" } else { "check-refused" };
        assert_eq!(answer, [words.say(right), words.say("check-yes")], "{what}");
    }

    let processes = rows(&told, words.say("check-processes"));
    let numbers: BTreeSet<u32> = processes.iter().map(|row| row[1].parse().expect("a number")).collect();
    let run: BTreeSet<u32> = person.processes().iter().map(|process| process.id).collect();
    assert_eq!(numbers, run, "the processes that run, and no other");
    for row in processes {
        assert_eq!(row[3], words.say("check-yes"), "refused the network: {row:?}");
    }
}

/// The rows of a table, each with what is told of its cells.
fn rows(told: &[Told], caption: &str) -> Vec<Vec<String>> {
    let from = told.iter().position(|one| one.role == "table" && one.name == caption).expect("the table");
    let depth = told[from].depth;
    let inside: Vec<&Told> = told[from + 1..].iter().take_while(|one| one.depth > depth).collect();
    let rows = inside.split(|one| one.role == "table row").skip(1);
    let rows = rows.map(|row| {
        let cells = row.iter().filter(|one| ["row header", "table cell"].contains(&one.role.as_str()));
        cells
            .map(|one| if one.name.is_empty() { one.value.trim() } else { one.name.as_str() }.to_owned())
            .collect()
    });
    rows.filter(|cells: &Vec<String>| !cells.is_empty()).collect()
}
