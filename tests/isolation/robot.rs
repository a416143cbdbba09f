//! N3 and S4: the app as it ships, used by a robot, in a network of its own whose every way out ends
//! in a sink, with the kernel's own record of every file and socket.

mod network;
mod sockets;

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use boundaries::{
    figure, not_run, rounds,
    shipped::{
        reader::{State, Told},
        traced::{threads, watched, written, written_elsewhere},
    },
    wait_for,
};

use self::{network::Network, sockets::Asked};
use crate::{person::Person, steps, walks};

/// Minutes that are promised; the short form does everything once.
const MINUTES: usize = 10;

#[test]
fn a_robot_that_does_everything_sends_nothing_and_writes_only_where_it_may() {
    let network = match Network::start() {
        Ok(network) => network,
        Err(why) => return not_run("N3", "robot use in a network of its own", why),
    };
    let traces = tempfile::tempdir().expect("a folder");
    let mut person = Person::sits_down_at(&watched(traces.path(), &network.inside()));
    let minutes = rounds(0, MINUTES);
    let enough = Duration::from_secs(60 * minutes as u64);
    let began = Instant::now();
    let kept = person.folder().join("kept");
    fs::create_dir(&kept).expect("a folder");
    steps::choose_passphrase(&person);
    let sheet = kept.join("sheet.html");
    saves(&person, "keys", "keys-sheet-save", &sheet);
    person.presses("keys", "button", person.words.say("keys-sheet-later"));
    person.finds("journal", "button", person.words.say("today-new"));
    let mut pages = vec![sheet];
    let (mut times, mut self_checks) = (0, 0);
    loop {
        let statement = kept.join(format!("statement-{times}.html"));
        self_checks += does_everything(&person, &statement);
        pages.push(statement);
        times += 1;
        if began.elapsed() >= enough {
            break;
        }
        unlocks(&person);
    }
    assert!(network.holds(&person.processes()), "all of the app is in that network");
    unlocks(&person);
    assert!(person.closes().success());
    wait_for("the traces", || {
        written(traces.path()).iter().any(|path| path.ends_with("journal/seal")).then_some(())
    });

    assert_eq!(network.packets(), 0, "packets");
    let asked = Asked::of(&threads(traces.path()));
    assert_eq!(asked.given, [""; 0], "sockets that reach beyond the machine");
    assert_eq!(asked.unexplained, [""; 0], "sockets asked for beside the self-test");
    assert_eq!(
        asked.self_tests,
        asked.programs + self_checks,
        "each of our programs tries once as it starts, and the page as often as it is asked to"
    );
    assert!(asked.local > 0, "sockets within the machine were seen, so this looks in the right place");
    let elsewhere = written_elsewhere(traces.path(), &person);
    // A page is written beside its place and then put there.
    let beside: Vec<_> = pages.iter().map(|page| page.with_added_extension("part")).collect();
    pages.extend(beside);
    pages.sort();
    assert_eq!(elsewhere, pages, "elsewhere, only what was asked for is written, where it was");
    let kept = fs::read_dir(&kept).expect("the pages").flatten().map(|page| page.path());
    assert!(kept.into_iter().all(|page| page.extension().is_some_and(|kind| kind == "html")), "whole pages");

    // The control: somebody else in that network, who sends.
    let sent = network.sends_three();
    assert!(network.packets() >= sent, "three packets are counted: {}", network.packets());
    let lasted = format!("0 packets, 0 sockets of the network in {} s", began.elapsed().as_secs());
    figure("N3", "did everything in a network with a sink", times, lasted);
    figure(
        "S4",
        "every file that was written meanwhile",
        written(traces.path()).len(),
        "0 where nobody chose it",
    );
}

/// What a person can do in the journal, ending at the lock window with a passphrase that is wrong.
/// `statement` is where the page for others is saved. Gives how often a self-test was asked for.
fn does_everything(person: &Person, statement: &Path) -> usize {
    let words = &person.words;
    let field = steps::start_contact(person);
    person.writes("journal", "entry", &field.name, &format!("Zij zei {}, en ik zweeg.", steps::RARE));
    person.presses("journal", "button", words.say("writing-done"));
    person.finds("journal", "button", words.say("today-new"));

    person.keys("ctrl+f");
    person.writes("journal", "entry", words.say("entries-search"), steps::RARE);
    let row = person.hears_until("journal", "what was searched for", |told| {
        told.iter().find(|one| one.role == "button" && one.name.contains(steps::RARE)).cloned()
    });
    person.presses("journal", "button", &row.name);
    person.presses("journal", "button", words.say("reading-to-bin"));
    person.presses("journal", "button", words.say("journal-bin"));
    person.presses("journal", "button", words.say("bin-restore"));
    person.finds("journal", "heading", words.say("bin-title"));

    looks_after_persons(person);
    fills_in_a_sheet(person);
    leafs(person);
    adds_a_pack(person);
    person.presses("journal", "button", words.say("journal-settings"));
    person.presses("journal", "button", words.say("settings-backups-action"));
    person.presses("journal", "button", words.say("backups-make"));
    person.finds("journal", "button", words.say("backups-try"));
    person.presses("journal", "button", words.say("journal-settings"));
    let self_checks = looks_at_the_self_test(person, statement);
    person.keys("F1");
    person.finds("journal", "heading", words.say("help-title"));

    walks::prepare_by_hand(person);
    walks::show(person);
    person.presses("walk-through", "button", words.say("shown-finish"));
    walks::unlock_to_card(person);
    walks::open_after_card(person);

    steps::lock_by_menu(person);
    person.writes("keys", "password", words.say("keys-passphrase"), "dit is een andere zin");
    person.keys("Return");
    let wrong = words.say("failure-wrong-passphrase");
    person.hears_until("keys", "that it is wrong", |told| {
        told.iter()
            .any(|one| {
                one.name.contains(wrong) || one.value.contains(wrong) || one.description.contains(wrong)
            })
            .then_some(())
    });
    self_checks
}

/// The mirror, a rule of thumb, the page of an alias, and everything looked over at once.
fn looks_after_persons(person: &Person) {
    let words = &person.words;
    let field = steps::start_free_page(person);
    person.writes("journal", "entry", &field.name, "Mevrouw Pietersen belde op 06-12345678.");
    person.finds("journal", "heading", words.say("mirror-title"));
    let replace = words.say_with("mirror-replace", "words", words.say("mirror-blank-name"));
    person.presses("journal", "button", &replace);
    person.waits_for_value("journal", &field.name, "Mevrouw [naam] belde op 06-12345678.");
    steps::to_learn(person, "journal-rules");
    person.writes("journal", "entry", words.say("rule-new"), "Eerst vragen, dan pas uitleggen.");
    person.presses("journal", "button", words.say("rule-add"));
    person.finds("journal", "heading", words.say("rule-list"));
    person.presses("journal", "button", words.say("journal-settings"));
    person.presses("journal", "button", words.say("privacy-look-open"));
    person.presses("journal", "button", words.say("privacy-look-start"));
    person.finds("journal", "heading", words.say("privacy-look-entries"));
    person.presses("journal", "button", words.say("journal-settings"));
    person.presses("journal", "button", words.say("privacy-aliases-open"));
    person.presses("journal", "button", steps::ALIAS);
    person.finds("journal", "heading", words.say("alias-overview"));
}

/// A sheet with a day on which it comes back, and what is written on that day.
fn fills_in_a_sheet(person: &Person) {
    let words = &person.words;
    steps::start_month(person);
    person.writes("journal", "entry", steps::MONTH_FIRST, "Wachten, op alles.");
    steps::look_back_on_it(person);
    let field = steps::many_lines(person, "a field for what came of it");
    person.writes("journal", "entry", &field.name, "Het bleef wachten.");
    person.presses("journal", "button", words.say("writing-done"));
    person.finds("journal", "button", words.say("today-new"));
}

/// The handbook, a question of it asked on the spot, and what was answered to it before.
fn leafs(person: &Person) {
    let words = &person.words;
    person.presses("journal", "button", words.say("journal-handbook"));
    person.writes("journal", "entry", words.say("handbook-find-question"), "sprak");
    let question = person.hears_until("journal", "a question", |told| {
        told.iter().find(|one| one.role == "button" && one.name.ends_with('?')).cloned()
    });
    person.presses("journal", "button", &question.name);
    person.presses("journal", "button", words.say("handbook-answers"));
    person.presses("journal", "button", words.say("handbook-ask"));
    let field = steps::many_lines(person, "a field for the answer");
    person.writes("journal", "entry", &field.name, "Zij, en ik luisterde.");
    person.presses("journal", "button", words.say("writing-done"));
    person.finds("journal", "button", words.say("today-new"));
}

/// A handbook of others: its file is read, and nothing is written beside the journal.
fn adds_a_pack(person: &Person) {
    let words = &person.words;
    let page = include_str!("../../assets/handbook/README.md");
    let (_, example) = page.split_once("```toml\n").expect("an example");
    let pack = person.folder().join("pack.toml");
    fs::write(&pack, example.split_once("```").expect("its end").0).expect("a file");
    person.presses("journal", "button", words.say("journal-settings"));
    person.presses("journal", "button", words.say("settings-packs"));
    person.presses("journal", "button", words.say("packs-choose"));
    points_at(person, "journal", &pack);
    person.presses("journal", "button", words.say("pack-add"));
    person.presses("journal", "button", words.say("packs-remove"));
    person.presses("journal", "button", words.say("packs-remove-go"));
    person.finds("journal", "button", words.say("packs-choose"));
}

/// Opens the page *Zelf controleren*, waits for what it found, and saves the statement, which tells
/// the same: two self-tests.
fn looks_at_the_self_test(person: &Person, statement: &Path) -> usize {
    let words = &person.words;
    person.presses("journal", "button", words.say("check-open"));
    person.finds("journal", "heading", words.say("check-tries"));
    let found = words.say("check-tried-well").split('.').nth(1).expect("a second sentence").trim();
    person.hears_until("journal", "that all is as promised", |told| {
        told.iter().any(|one| one.name.contains(found) || one.value.contains(found)).then_some(())
    });
    saves(person, "journal", "check-statement-save", statement);
    2
}

/// Points at a file in the system's own dialog.
fn points_at(person: &Person, window: &str, path: &Path) {
    let dialog = |told: &[Told]| told.iter().any(|one| one.role == "file chooser" && one.is(State::Showing));
    person.hears_until(window, "the dialog", |told| dialog(told).then_some(()));
    person.keys("ctrl+l");
    person.hears_until(window, "the field for the path", |told| {
        told.iter().find(|one| one.role == "text" && one.is(State::Focused)).map(drop)
    });
    person.keys("ctrl+a");
    person.types(&path.display().to_string());
    // Return may be taken for the end of the path alone. Below the kinds of files are two buttons, whose
    // words are the system's: the second opens.
    person.hears_until(window, "the button that opens", |told| {
        let below = told.iter().skip_while(|one| one.role != "combo box");
        let opens = below.filter(|one| one.role == "button").nth(1)?;
        person.reader.act(&opens.node).ok()
    });
    person.hears_until(window, "the dialog's end", |told| (!dialog(told)).then_some(()));
}

/// Saves a page in the system's own dialog.
fn saves(person: &Person, window: &str, button: &str, path: &Path) {
    person.presses(window, "button", person.words.say(button));
    let dialog = |told: &[Told]| told.iter().any(|one| one.role == "file chooser" && one.is(State::Showing));
    person.hears_until(window, "the dialog", |told| dialog(told).then_some(()));
    person.hears_until(window, "the field for the name", |told| {
        told.iter().find(|one| one.role == "text" && one.is(State::Focused)).map(drop)
    });
    person.keys("ctrl+a");
    person.types(&path.display().to_string());
    person.keys("Return");
    wait_for("the page", || fs::metadata(path).is_ok_and(|page| page.len() > 0).then_some(()));
    person.hears_until(window, "the dialog's end", |told| (!dialog(told)).then_some(()));
}

fn unlocks(person: &Person) {
    steps::unlock_over(person);
    // What the journal does behind its first screen: checks, a backup.
    thread::sleep(Duration::from_millis(500));
}
