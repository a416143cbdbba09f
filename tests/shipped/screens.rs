//! What a screen reader is told of every screen, as committed text.
//!
//! `TERUGBLIK_BLESS=1` writes the texts anew; what changed is then read in the commit.

use std::{env, fmt::Write as _, fs, path::PathBuf};

use boundaries::Words;

use crate::{
    person::Person,
    reader::{State, Told},
    steps,
};

#[test]
fn a_screen_reader_is_told_every_screen() {
    let person = Person::sits_down();
    to_the_journal(&person);
    let question = through_a_reflection(&person);
    what_comes_back(&person, &question);
    other_places(&person, &question);
}

fn to_the_journal(person: &Person) {
    let words = &person.words;
    let disk =
        ["keys-disk-encrypted", "keys-disk-not-encrypted", "keys-disk-unknown"].map(|id| words.say(id));
    person.hears_until("keys", "what is known of the disk", |told| {
        told.iter().find(|one| disk.contains(&one.value.as_str())).map(drop)
    });
    compare(person, "keys", "welcome", "keys-welcome-title", "");
    person.presses("keys", "button", words.say("keys-begin"));
    compare(person, "keys", "choose-passphrase", "keys-passphrase-title", "");
    person.writes("keys", "password", words.say("keys-passphrase"), steps::PASSPHRASE);
    person.writes("keys", "password", words.say("keys-passphrase-repeat"), steps::PASSPHRASE);
    compare(person, "keys", "choose-passphrase-typed", "keys-passphrase-title", "");
    person.presses("keys", "button", words.say("keys-use-passphrase"));
    person.finds("keys", "button", words.say("keys-sheet-copied"));
    compare(person, "keys", "recovery-sheet", "keys-sheet-title", "");
    person.presses("keys", "button", words.say("keys-sheet-later"));
    person.finds("journal", "button", words.say("today-new"));
    compare(person, "journal", "today", "today-recovery-action", "");
}

/// From a contact to its closing page; gives the question that was asked.
fn through_a_reflection(person: &Person) -> String {
    let words = &person.words;
    person.keys("ctrl+n");
    compare(person, "journal", "new-contact", "contact-title", "");
    person.presses("journal", "radio button", "Kennismaking");
    person.presses("journal", "button", words.say("contact-more"));
    person.presses("journal", "toggle button", words.say("contact-mood-touched"));
    compare(person, "journal", "new-contact-more", "contact-keep", "");
    person.writes("journal", "entry", words.say("contact-alias"), steps::ALIAS);
    begin_short(person);
    person.finds("journal", "button", words.say("writing-done"));
    let question = questions(words, &person.hears("journal")).remove(0);
    compare(person, "journal", "question", "writing-other", &question);
    person.writes("journal", "entry", &question, steps::ANSWER);
    let saved = words.say("writing-saved").split('{').next().expect("words before the time").trim();
    hears_value(person, saved);
    compare(person, "journal", "question-answered", "writing-done", &question);
    person.presses("journal", "button", words.say("writing-on"));
    compare(person, "journal", "closing", "closing-feeling", &question);
    let intention = person.hears_until("journal", "a field for what is to be tried", |told| {
        told.iter().find(|one| one.is(State::MultiLine)).cloned()
    });
    person.writes("journal", "entry", &intention.name, INTENTION);
    hears_value(person, saved);
    compare(person, "journal", "closing-written", "closing-returns", &question);
    person.presses("journal", "button", words.say("writing-done"));
    question
}

fn what_comes_back(person: &Person, question: &str) {
    let words = &person.words;
    compare(person, "journal", "today-returning", "today-returns", question);
    person.presses("journal", "button", &words.say_with("today-returns-alias", "alias", steps::ALIAS));
    person.finds("journal", "heading", words.say("contact-title"));
    begin_short(person);
    compare(person, "journal", "outcome", "writing-outcome-title", question);
}

fn other_places(person: &Person, question: &str) {
    let words = &person.words;
    person.presses("journal", "button", words.say("journal-entries"));
    compare(person, "journal", "entries", "entries-title", question);
    let row = person.hears_until("journal", "the entry that was written", |told| {
        told.iter().find(|one| one.role == "button" && one.name.contains(steps::RARE)).cloned()
    });
    person.presses("journal", "button", &row.name);
    compare(person, "journal", "reading", "reading-write-on", question);
    person.presses("journal", "button", words.say("reading-change"));
    compare(person, "journal", "change-entry", "change-save", question);
    person.presses("journal", "button", words.say("change-leave"));
    person.presses("journal", "button", words.say("status-show"));
    compare(person, "journal", "mark-shown", "status-show-yes", question);
    person.presses("journal", "button", words.say("status-show-no"));
    about_an_alias(person, question);
    learning(person, question);
    while_writing(person, question);
    sheets(person, question);
    handbook(person, question);
    person.presses("journal", "button", words.say("journal-settings"));
    compare(person, "journal", "settings", "settings-title", question);
    person.presses("journal", "button", words.say("privacy-look-open"));
    person.presses("journal", "button", words.say("privacy-look-start"));
    compare(person, "journal", "look-over", "privacy-look-entries", question);
    person.keys("F1");
    compare(person, "journal", "help", "help-title", question);
    steps::lock_by_menu(person);
    compare(person, "keys", "unlock", "keys-unlock-title", "");
}

/// From the entry that is read to the page of its alias, and to all of them.
fn about_an_alias(person: &Person, question: &str) {
    let words = &person.words;
    person.presses("journal", "button", steps::ALIAS);
    compare(person, "journal", "alias", "alias-overview", question);
    person.presses("journal", "button", words.say("alias-rename"));
    compare(person, "journal", "alias-rename", "alias-rename-field", question);
    person.presses("journal", "button", words.say("alias-leave"));
    person.presses("journal", "button", words.say("alias-erase"));
    compare(person, "journal", "alias-erase", "alias-erase-keep", question);
    person.presses("journal", "button", words.say("alias-erase-keep"));
    person.presses("journal", "button", words.say("alias-all"));
    compare(person, "journal", "aliases", "alias-title", question);
}

/// The places where one learns, alone and with others.
fn learning(person: &Person, question: &str) {
    let words = &person.words;
    person.presses("journal", "button", words.say("journal-learning"));
    compare(person, "journal", "learning", "learning-together", question);
    rules_of_thumb(person, question);
    steps::to_learn(person, "twofold-title");
    compare(person, "journal", "words-empty", "twofold-new", question);
    person.presses("journal", "button", words.say("twofold-new"));
    person.writes("journal", "entry", words.say("twofold-word"), "zelfredzaam");
    person.writes("journal", "entry", words.say("twofold-mine"), "Zelf een formulier invullen.");
    person.presses("journal", "button", words.say("rule-add"));
    hears_value(person, words.say("sheet-free-none"));
    compare(person, "journal", "words", "twofold-list", question);
    team_card(person, question);
    practice(person, question);
    intervision(person, question);
}

/// One rule that was reworded, and one that was dropped.
fn rules_of_thumb(person: &Person, question: &str) {
    let words = &person.words;
    steps::to_learn(person, "journal-rules");
    compare(person, "journal", "rules-empty", "rule-new", question);
    for rule in ["Nooit meer dan één brief.", INTENTION] {
        person.writes("journal", "entry", words.say("rule-new"), rule);
        person.presses("journal", "button", words.say("rule-add"));
        person.hears_until("journal", rule, |told| {
            told.iter().any(|one| one.role == "button" && one.description == rule).then_some(())
        });
    }
    hears_value(person, words.say("sheet-free-none"));
    compare(person, "journal", "rules", "rule-list", question);
    steps::presses_of(person, INTENTION, words.say("rule-change"));
    person.takes_up("journal", "entry", words.say("rule-field"));
    person.keys("ctrl+a");
    person.keys("Delete");
    person.writes("journal", "entry", words.say("rule-field"), "Eerst vragen, dan pas de brief.");
    person.keys("Return");
    person.presses("journal", "button", words.say("rule-former"));
    steps::presses_of(person, "Nooit meer dan één brief.", words.say("rule-drop"));
    person.presses("journal", "button", words.say("rule-dropped"));
    hears_value(person, words.say("sheet-free-none"));
    compare(person, "journal", "rules-past", "rule-take-up", question);
}

/// The card as its owner has it, and as others see it.
fn team_card(person: &Person, question: &str) {
    let words = &person.words;
    steps::to_learn(person, "team-card-title");
    compare(person, "journal", "team-card-empty", "team-card-add", question);
    person.writes("journal", "entry", words.say("team-card-new"), "Eén brief per week.");
    person.presses("journal", "button", words.say("team-card-add"));
    hears_value(person, words.say("sheet-free-none"));
    compare(person, "journal", "team-card", "team-card-show", question);
    person.presses("journal", "button", words.say("team-card-show"));
    compare(person, "journal", "team-card-shown", "stage-leave", question);
    person.keys("Escape");
    person.finds("journal", "button", words.say("team-card-add"));
}

/// A round by oneself, up to its roles: which case and which role, that is drawn.
fn practice(person: &Person, question: &str) {
    let words = &person.words;
    steps::to_learn(person, "practice-title");
    compare(person, "journal", "practice", "practice-begin", question);
    person.presses("journal", "radio button", "1");
    person.presses("journal", "button", words.say("practice-begin"));
    person.presses("journal", "button", words.say("practice-step-compare"));
    compare(person, "journal", "practice-round", "practice-step-compare", question);
    person.presses("journal", "button", words.say("practice-step-rule"));
    compare(person, "journal", "practice-rule", "practice-rule-without", question);
    person.presses("journal", "button", words.say("practice-rule-without"));
    person.finds("journal", "button", words.say("practice-begin"));
}

/// A meeting, up to its first step with the time that stands still, and its end.
fn intervision(person: &Person, question: &str) {
    let words = &person.words;
    steps::to_learn(person, "intervision-title");
    compare(person, "journal", "intervision", "intervision-begin", question);
    person.presses("journal", "button", words.say("intervision-begin"));
    compare(person, "journal", "intervision-agreements", "intervision-agreed", question);
    person.presses("journal", "button", words.say("intervision-agreed"));
    person.presses("journal", "button", words.say("intervision-pause"));
    hears_value(person, words.say("intervision-paused"));
    compare(person, "journal", "intervision-step", "intervision-resume", question);
    person.presses("journal", "button", words.say("intervision-to-end"));
    compare(person, "journal", "intervision-end", "intervision-close", question);
    person.presses("journal", "button", words.say("intervision-close"));
    person.finds("journal", "button", words.say("intervision-begin"));
}

/// Waits until something is told as a text.
fn hears_value(person: &Person, text: &str) {
    person.hears_until("journal", text, |told| told.iter().any(|one| one.value.contains(text)).then_some(()));
}

/// A page on which something points at a person.
fn while_writing(person: &Person, question: &str) {
    let field = steps::start_free_page(person);
    person.writes("journal", "entry", &field.name, "Mevrouw Pietersen belde op 06-12345678.");
    person.hears_until("journal", "that there is something to look at", |told| {
        told.iter().any(|one| one.value.contains("2 plekken om na te kijken")).then_some(())
    });
    compare(person, "journal", "free-page-marked", "mirror-title", question);
}

/// A sheet about no contact, what one reads of it, and what it brings back.
fn sheets(person: &Person, question: &str) {
    let words = &person.words;
    person.presses("journal", "button", words.say("journal-sheets"));
    compare(person, "journal", "sheets", "sheet-compare", question);
    // The first of them is written before a contact; the second is about a dilemma.
    steps::presses_of(person, DILEMMA, words.say("sheet-new"));
    compare(person, "journal", "new-sheet", "sheet-about-none", question);
    person.presses("journal", "radio button", words.say("sheet-about-none"));
    person.presses("journal", "button", words.say("contact-begin"));
    compare(person, "journal", "sheet", "sheet-overview", question);
    person.writes("journal", "entry", "Feiten", steps::ANSWER);
    person.presses("journal", "toggle button", "Blijft schuren");
    compare(person, "journal", "sheet-written", "sheet-overview", question);
    person.presses("journal", "button", words.say("writing-done"));
    person.finds("journal", "button", words.say("today-new"));
    person.presses("journal", "button", words.say("journal-sheets"));
    person.finds("journal", "heading", words.say("journal-sheets"));
    steps::presses_of(person, DILEMMA, words.say("sheet-earlier"));
    let row = person.hears_until("journal", "the sheet that was written", |told| {
        told.iter().find(|one| one.role == "button" && one.name.contains(steps::RARE)).cloned()
    });
    compare(person, "journal", "sheets-earlier", "sheet-new", question);
    person.presses("journal", "button", &row.name);
    compare(person, "journal", "reading-sheet", "reading-write-on", question);
    person.presses("journal", "button", words.say("journal-tried"));
    compare(person, "journal", "tried", "tried-title", question);
}

/// The handbook as it opens, and where packs of others are added.
fn handbook(person: &Person, question: &str) {
    let words = &person.words;
    person.presses("journal", "button", words.say("journal-handbook"));
    person.presses("journal", "button", words.say("handbook-terms"));
    compare(person, "journal", "handbook-words", "handbook-find-word", question);
    person.presses("journal", "button", words.say("handbook-about"));
    person.presses("journal", "button", words.say("handbook-packs"));
    compare(person, "journal", "packs", "packs-choose", question);
}

/// The sheet for a choice that chafes.
const DILEMMA: &str = "Dilemma";

/// What is to be tried the next time.
const INTENTION: &str = "Eerst vragen hoe het gaat.";

/// Begins with the least time there is: that has one question, whichever that is.
fn begin_short(person: &Person) {
    let words = &person.words;
    person.presses("journal", "radio button", &words.say_with("contact-minutes-choice", "minutes", "2"));
    person.presses("journal", "button", words.say("contact-begin"));
}

/// The questions that the handbook chose, from the overview beside them.
fn questions(words: &Words, told: &[Told]) -> Vec<String> {
    let title = words.say("writing-overview");
    let others = ["writing-outcome", "writing-own", "writing-free", "closing-step"].map(|id| words.say(id));
    let overview = told.iter().skip_while(|one| !(one.role == "landmark" && one.name == title));
    let pages = overview.filter(|one| one.role == "button" && !others.contains(&one.name.as_str()));
    pages.map(|one| one.name.clone()).collect()
}

/// Waits until a window tells what the committed text says, and sees that everything a person can
/// do something with has a name. `sign` is a message that only this screen has; `asked` is the
/// question of an entry that is read.
pub fn compare(person: &Person, window: &str, screen: &str, sign: &str, asked: &str) {
    let sign = person.words.say(sign);
    let marks = Marks { words: &person.words, asked };
    let on_screen = |told: &[Told]| told.iter().any(|one| one.name.starts_with(sign));
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("shipped/snapshots/{screen}.txt"));
    if env::var_os("TERUGBLIK_BLESS").is_some() {
        let mut before = String::new();
        let at_rest = person.listens(window, |told| {
            let now = marks.text(told);
            let same = now == before;
            before.clone_from(&now);
            (on_screen(told) && same).then_some(now)
        });
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of the texts");
        fs::write(&path, at_rest.expect("a screen at rest")).expect("the text can be written");
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    let same = |told: &[Told]| (on_screen(told) && marks.text(told) == wanted).then(|| told.to_vec());
    let told = person.listens(window, same).unwrap_or_else(|told| {
        let difference = difference(&wanted, &marks.text(&told));
        panic!("{screen} is told otherwise than {}:\n{difference}", path.display())
    });
    let nameless: Vec<&Told> =
        told.iter().filter(|one| one.is_interactive() && one.name.trim().is_empty()).collect();
    assert!(nameless.is_empty(), "{screen}: nobody hears what these are: {nameless:#?}");
}

/// Both texts from the first line that differs to the last, so that a line that only moved is seen.
fn difference(wanted: &str, told: &str) -> String {
    let (wanted, told): (Vec<&str>, Vec<&str>) = (wanted.lines().collect(), told.lines().collect());
    let head = wanted.iter().zip(&told).take_while(|(one, other)| one == other).count();
    let (wanted, told) = (&wanted[head..], &told[head..]);
    let tail = wanted.iter().rev().zip(told.iter().rev()).take_while(|(one, other)| one == other).count();
    let marked = |mark: char, lines: &[&str]| -> Vec<String> {
        lines[..lines.len() - tail].iter().map(|line| format!("{mark} {line}")).collect()
    };
    [marked('-', wanted), marked('+', told)].concat().join("\n")
}

/// What differs from run to run and from machine to machine has a mark in its place.
struct Marks<'a> {
    words: &'a Words,
    asked: &'a str,
}

impl Marks<'_> {
    /// What is told, a line for each thing that says something.
    fn text(&self, told: &[Told]) -> String {
        let mut questions = questions(self.words, told);
        questions.push(self.asked.to_owned());
        let (mut text, mut above) = (String::new(), Vec::<(usize, bool)>::new());
        for one in told {
            while above.last().is_some_and(|(depth, _)| *depth >= one.depth) {
                above.pop();
            }
            let speaks = says_something(one);
            if speaks {
                let indent = "  ".repeat(above.iter().filter(|(_, speaks)| *speaks).count());
                let _ = writeln!(text, "{indent}{}", self.line(one, &questions));
            }
            above.push((one.depth, speaks));
        }
        text
    }

    fn line(&self, one: &Told, questions: &[String]) -> String {
        let attribute = |name: &str| one.attributes.get(name).map(String::as_str);
        let marked = |text: &str| match text {
            _ if questions.iter().any(|question| question == text) => "‹question›".to_owned(),
            _ if one.role == "heading" && self.is_one_of(&GREETINGS, text) => "‹greeting›".to_owned(),
            _ if is_time_left(text) => "‹time left›".to_owned(),
            _ if self.is_one_of(&ABOUT_THE_DISK, text) => "‹about the disk›".to_owned(),
            _ => without_moments(text),
        };
        let mut line = match attribute("xml-roles") {
            Some(role) if one.role == "landmark" => role.to_owned(),
            _ => one.role.clone(),
        };
        if let Some(level) = attribute("level") {
            let _ = write!(line, " {level}");
        }
        if !one.name.is_empty() {
            let _ = write!(line, " “{}”", marked(&one.name));
        }
        match plain(&one.value) {
            _ if one.role == "spin button" => line.push_str(": ‹number›"),
            value if value.is_empty() => {}
            value => drop(write!(line, ": {}", marked(&value))),
        }
        if !one.description.is_empty() && one.description != one.name {
            let _ = write!(line, " ({})", marked(&one.description));
        }
        let states = [
            (one.is(State::Focused), "focused"),
            (one.is(State::Checked), "checked"),
            (one.is(State::Pressed), "pressed"),
            (one.is(State::Selected), "selected"),
            (one.is(State::Expanded), "expanded"),
            (one.is(State::Expandable) && !one.is(State::Expanded), "collapsed"),
            (one.is(State::Required), "required"),
            (one.is(State::InvalidEntry), "invalid"),
            (one.is(State::ReadOnly), "read-only"),
            (one.is_interactive() && !one.is(State::Sensitive), "unavailable"),
        ];
        for (_, state) in states.iter().filter(|(is_so, _)| *is_so) {
            let _ = write!(line, ", {state}");
        }
        for name in ["current", "keyshortcuts", "live"] {
            if let Some(value) = attribute(name).filter(|value| *value != "off") {
                let _ = write!(line, ", {name} {value}");
            }
        }
        line
    }

    fn is_one_of(&self, messages: &[&str], text: &str) -> bool {
        messages.iter().any(|id| self.words.say(id) == text)
    }
}

/// Whether a screen reader would say anything for it. Boxes that only lay things out have nothing
/// to say, and a bullet is told with its item.
fn says_something(one: &Told) -> bool {
    match one.role.as_str() {
        "application" | "filler" | "frame" | "scroll bar" | "scroll pane" | "separator" | "text" => false,
        "header" | "label" | "paragraph" | "section" => !plain(&one.value).is_empty(),
        _ => true,
    }
}

/// Whether a text says what is left of a step, to the second.
fn is_time_left(text: &str) -> bool {
    text.contains("Nog ") && (text.ends_with(" seconden") || text.ends_with(" seconde"))
}

/// On one line, without the characters that stand for things told by themselves.
fn plain(text: &str) -> String {
    text.replace('\u{fffc}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with marks in the place of days, times and groups of the recovery key.
fn without_moments(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let next = |place: usize| words.get(place + 1).copied().unwrap_or_default();
    let marked = words.iter().enumerate().map(|(place, word)| mark(word, next(place)).unwrap_or(word));
    marked.collect::<Vec<_>>().join(" ")
}

const GREETINGS: [&str; 4] = ["today-night", "today-morning", "today-afternoon", "today-evening"];
const ABOUT_THE_DISK: [&str; 3] = ["keys-disk-encrypted", "keys-disk-not-encrypted", "keys-disk-unknown"];
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/// What stands in the place of a word that differs from run to run.
fn mark(word: &str, next: &str) -> Option<&'static str> {
    let is_month = |word: &str| MONTHS.contains(&word.to_lowercase().as_str());
    let shape: String = word.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    match shape.trim_end_matches(['.', ',']) {
        "0" | "00" if is_month(next) => Some("‹day›"),
        "0000" => Some("‹year›"),
        "00-00-0000" => Some("‹date›"),
        "0:00" | "00:00" => Some("‹time›"),
        word if is_month(word) => Some("‹month›"),
        word if WEEKDAYS.contains(&word.to_lowercase().as_str()) => Some("‹weekday›"),
        _ if steps::is_group(word) => Some("‹group›"),
        _ => None,
    }
}
