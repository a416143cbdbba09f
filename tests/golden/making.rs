//! Makes the golden files, once, when it is asked to. What is there is never written over.

use std::{env, fs, path::Path, sync::Once};

use boundaries::{walking, writing};
use chrono::{Days, TimeDelta};
use journal::{
    Alias, Behaviour, Better, CellRef, CellValue, Cover, Differently, Field, JointCardText, Journal,
    NewEntry, NewWalkBlock, OwnTrialPlan, PhaseKind, RuleText, SaveAnswer, Scale, StoredField, TeamPointText,
    TeamTheme, TwofoldText, TwofoldWord, WalkEnd, WalkLabel, WalkPlan, WalkShown, WalkThrough,
};
use testkit::{CHEAP, SeededRandomness, realistic_dutch, specimens};
use vault::{DataKey, Folder, Passphrase, RecoveryKey, set_up};

use crate::{kit, make::Kit, past};

/// The passphrase of every golden journal. It protects nothing.
const PASSPHRASE: &str = "test test test gouden bestanden";

/// Makes what is not there, when `TERUGBLIK_MAKE_GOLDEN` is set.
pub(crate) fn make_if_asked() {
    static ONCE: Once = Once::new();
    if env::var_os("TERUGBLIK_MAKE_GOLDEN").is_none() {
        return;
    }
    ONCE.call_once(|| {
        let newest = past::folder().join(past::FORMATS[past::FORMATS.len() - 1]);
        if !newest.exists() {
            make_journal(&newest);
        }
        for (name, wrong) in kit::KINDS {
            let path = kit::folder().join(format!("{name}.toml"));
            if !path.exists() {
                fs::create_dir_all(kit::folder()).expect("a folder");
                let mut kit = Kit::new(name, &newest);
                wrong(&mut kit);
                fs::write(path, kit.text()).expect("written");
            }
        }
    });
}

/// A journal with texts that hurt and texts that are long, locked twice: `test-former.db` is the
/// store of the first lock, of the same length.
fn make_journal(golden: &Path) {
    let directory = tempfile::tempdir().expect("a folder");
    let folder = Folder::open(directory.path()).expect("a folder");
    let (mut slots, key) =
        set_up(&folder, &Passphrase::new(PASSPHRASE), CHEAP, &mut SeededRandomness::new(2_026))
            .expect("set up");
    let mut randomness = SeededRandomness::new(2_027);
    let sheet = RecoveryKey::draw(&mut randomness).expect("never dry");
    slots.set_recovery_key(&key, &sheet, &mut randomness).expect("a slot");
    slots.store(&folder).expect("stored");
    let hand_over = key.to_hand_over();
    let open = || writing::open(directory.path(), DataKey::from_hand_over(&hand_over)).expect("opens");
    let mut journal = open();
    for specimen in specimens::ALL {
        write(&mut journal, specimen.text);
    }
    besides(&mut journal);
    for length in [400, 4_000] {
        write(&mut journal, &format!("test: {}", realistic_dutch(length)));
    }
    journal.close().expect("locks");
    let former = fs::read(directory.path().join("journal.db")).expect("a store");
    let mut journal = open();
    writing::look(journal.vault_mut()).expect("noted");
    let entry = journal.entries(None, 1).expect("entries")[0].entry;
    let answer = journal.entry(entry).expect("an entry").answers[0].clone();
    let text = answer.text.replace("lift", "trap");
    assert_ne!(text, answer.text);
    writing::save(&mut journal, entry, Some(answer.id), &text).expect("saved");
    journal.leave(entry).expect("indexed");
    let backup = writing::back_up(&mut journal, writing::moment().to_utc());
    journal.close().expect("locks");

    let copy = tempfile::tempdir().expect("a folder");
    for name in ["journal.db", "slots", "seal"] {
        fs::copy(directory.path().join(name), copy.path().join(name)).expect("copied");
    }
    let mut journal = writing::open(copy.path(), DataKey::from_hand_over(&hand_over)).expect("opens");
    let content = content(&mut journal, &sheet, &hand_over[..]);
    drop(journal);

    fs::create_dir_all(golden).expect("a folder");
    let put =
        |name: &str, bytes: &[u8]| fs::write(golden.join(format!("test-{name}")), bytes).expect("written");
    for name in ["journal.db", "slots", "seal"] {
        put(name, &fs::read(directory.path().join(name)).expect("a file"));
    }
    let of_backup = directory.path().join("backups").join(backup.name.as_str());
    for name in ["journal.db", "slots", "manifest"] {
        put(&format!("backup-{name}"), &fs::read(of_backup.join(name)).expect("a file"));
    }
    put("former.db", &former);
    put("content.toml", content.as_bytes());
}

fn write(journal: &mut Journal, text: &str) {
    let new = if text.len().is_multiple_of(2) { writing::page() } else { writing::contact("Test Alias") };
    let entry = journal.start_entry(new, writing::moment()).expect("an entry").id;
    writing::save(journal, entry, None, text).expect("saved");
    journal.leave(entry).expect("indexed");
}

/// What a journal holds besides entries, and what became of one.
fn besides(journal: &mut Journal) {
    let (now, today) = (writing::moment(), writing::moment().date_naive());
    for rule in ["test: eerst vragen, dan zeggen", "test: één ding tegelijk 🙂"] {
        journal.keep_rule(&RuleText::parse(rule).expect("a rule"), now).expect("kept");
    }
    learn(journal);
    journal.spare("bloem").expect("spared");
    let page = journal.entries(None, 1).expect("entries")[0].entry;
    journal.mark_shown(page, today).expect("marked");
    sheets_besides(journal);
    let closed = journal.start_entry(writing::contact("Test Gesloten"), now).expect("an entry").id;
    writing::save(journal, closed, None, "test: gesloten").expect("saved");
    journal.close_alias(&Alias::parse("Test Gesloten").expect("an alias"), Some(today)).expect("closed");
    let erased = journal.start_entry(writing::contact("Test Gewist"), now).expect("an entry").id;
    writing::save(journal, erased, None, "test: gewist").expect("saved");
    journal.erase_alias(&Alias::parse("Test Gewist").expect("an alias")).expect("erased");
    walk_through(journal);
}

/// Walk-throughs: one prepared, with every kind of part, covered, in other words and withdrawn; one shown,
/// with a card that was kept and a page that went with its entry; one shown, after which nobody came back.
fn walk_through(journal: &mut Journal) {
    let (now, today) = (writing::moment(), writing::moment().date_naive());
    let mut write = |new, text: &str| {
        let entry = journal.start_entry(new, now).expect("an entry").id;
        writing::save(journal, entry, None, text).expect("saved");
        entry
    };
    let about = write(writing::contact("Test Doorlopen"), "test: Test Doorlopen zei 😀, en ging");
    let page = write(writing::sheet(writing::page(), "Test: blad"), "test: samen doorlopen");
    let lost = write(writing::page(), "test: gewist na het tonen");

    let mut new = walking::page_of(&journal.entry(about).expect("an entry"));
    new.blocks[0].text = "test: inwoner A zei 😀, en ging".into();
    let besides = [
        (WalkLabel::Asked { text: "test: wat zag je?".into() }, Some("Test: beeld".to_owned())),
        (WalkLabel::Feeling, None),
        (WalkLabel::Intention, None),
        (WalkLabel::Outcome, None),
        (WalkLabel::Baggage, None),
        (WalkLabel::Mood, None),
    ];
    new.blocks.extend(besides.map(|(label, heading)| {
        let (original, text) = ("test: één".to_owned(), "test: één 🙂".to_owned());
        NewWalkBlock { answer: None, covered: heading.is_none(), label, heading, original, text }
    }));
    let letters = [("Test Doorlopen", 0), ("Test Alias", 1)];
    let letters = letters.map(|(name, letter)| (Alias::parse(name).expect("an alias"), letter));
    let prepared = journal.prepare_walk_through(&[new], &letters, now).expect("prepared");
    let plan =
        WalkPlan::parse("test: teamleider", "test: wat zag ik niet? 🙂", 45, Some(today)).expect("a plan");
    journal.looked_over_walk_through(prepared).expect("looked over");
    journal.change_walk_through(prepared, &plan, today).expect("changed");
    let first = walking::first_page(journal, prepared);
    let (block, passage) = (first.blocks[0].id, Cover { start: 25, end: 31 });
    let covers = [Cover { start: 6, end: 15 }, Cover { start: 20, end: 22 }];
    journal.cover_walk_block(block, &covers, today).expect("covered");
    journal.replace_in_walk_block(block, passage, "n ging", "n zweeg", today).expect("replaced");
    journal.show_walk_day(first.id, true, today).expect("shown");
    let pages = [walking::page_of(&journal.entry(page).expect("an entry"))];
    journal.add_walk_pages(prepared, &pages, &[], today).expect("added");
    journal.withdraw_walk_through(prepared, Some(today)).expect("withdrawn");

    let shown = walking::prepare(journal, &[lost, page]);
    walking::begin(journal, shown);
    journal.end_walk_through(shown, Some((now + TimeDelta::minutes(30), WalkEnd::Lid))).expect("ended");
    let text = |text: &str| format!("test: {text}");
    let card = JointCardText {
        discussed: text("over wachten 🙂"),
        take_along: text("eerst vragen,\ndan zeggen"),
        differently: text("één ding"),
    };
    journal.save_joint_card(shown, &card).expect("saved");
    journal.decide_joint_card(shown, true).expect("kept");
    journal.return_from_walk_through(shown).expect("returned");
    journal.erase(lost).expect("erased");
    let open = walking::prepare(journal, &[page]);
    walking::begin(journal, open);
    let thrown = walking::prepare(journal, &[page]);
    walking::begin(journal, thrown);
    journal.decide_joint_card(thrown, false).expect("thrown away");
    journal.return_from_walk_through(thrown).expect("returned");
}

/// What was learned: a rule with a past and one that was dropped, words, points of the team card, and an
/// own trial with two phases.
fn learn(journal: &mut Journal) {
    let (now, today) = (writing::moment(), writing::moment().date_naive());
    let rule = |text: &str| RuleText::parse(text).expect("a rule");
    let changed = journal.keep_rule(&rule("test: eerst zoals het was"), now).expect("kept").id;
    for text in ["test: toen beter 🙂", "test: en nu zo"] {
        journal.change_rule(changed, &rule(text), now).expect("changed");
    }
    let dropped = journal.keep_rule(&rule("test: niet meer"), now).expect("kept").id;
    journal.drop_rule(dropped, Some(today)).expect("dropped");
    for (word, mine, theirs, whose) in [
        ("test: stabiel", "test: geen schuld", "test: hij slaapt 🙂", "test: wijkteam"),
        ("test: één plan", "", "", ""),
    ] {
        let text = TwofoldText::parse(word, mine, theirs, whose).expect("a word");
        journal.keep_twofold_word(&text, now).expect("kept");
    }
    let theme = TeamTheme { id: "test-thema".into(), name: "Test: thema".into() };
    for (theme, text) in [(Some(&theme), "test: eerst bellen,\ndan een brief 🙂"), (None, "test: besproken")]
    {
        let text = TeamPointText::parse(text).expect("a point");
        let kept = journal.keep_team_point(theme, &text, today).expect("kept").id;
        if theme.is_none() {
            journal.discuss_team_point(kept, Some(today)).expect("discussed");
        }
    }
    let behaviour = Behaviour::parse("test: ik vraag voor ik zeg 🙂").expect("a behaviour");
    let plan = OwnTrialPlan { behaviour, scale: Scale::Count, better: Better::Higher };
    let trial = journal.start_own_trial(&plan, today).expect("started").row.id;
    for value in [2, 0, 999] {
        journal.measure(trial, value, today, today).expect("measured");
    }
    let differently = Differently::parse("test: ik schrijf de vraag op").expect("a phase");
    journal.begin_phase(trial, PhaseKind::Trial, &differently, today).expect("begun");
    let tomorrow = today + Days::new(1);
    journal.measure(trial, 7, tomorrow, tomorrow).expect("measured");
}

/// Sheets, one of them prepared for the contact of an entry, and a pack of an organisation. Every entry
/// of a golden journal has one answer.
fn sheets_besides(journal: &mut Journal) {
    let (now, about) = (writing::moment(), || writing::contact("Test Blad"));
    let mut sheet = |new| journal.start_entry(new, now).expect("an entry").id;
    let table = sheet(writing::sheet(about(), "Test: dilemma"));
    let asks = sheet(writing::sheet(writing::page(), "Test: afspraak"));
    let preparation = NewEntry { prepares: true, ..writing::sheet(about(), "Test: voorbereiden") };
    let preparation = sheet(preparation);
    let met = sheet(about());
    let mut write = |entry, row, text: &str| {
        writing::save_in_sheet(journal, entry, row, "test: wat zie je?", text).expect("saved");
    };
    write(table, 4, "test: mijn beeld, in een rij 🙂");
    write(preparation, 0, "test: wat ik verwacht");
    let (label, heading) = ("test: wanneer kijk je terug?", Some("test: wat werd het?"));
    let value = CellValue::LookBack;
    let day = Field::Cell(CellRef { field: "dag", column: None, row: 0, label, heading, value });
    let save = SaveAnswer { entry: asks, answer: None, field: day, text: "2026-03-16" };
    journal.save_answer(save, now).expect("saved");
    writing::save(journal, met, None, "test: wat het werd").expect("saved");
    assert_eq!(journal.entry(met).expect("an entry").prepared, Some(preparation));
    journal.add_pack("test-pack", "nl", "1", "# test: é 🙂\r\n", now).expect("added");
}

/// The sheets of a journal, as its list has them, with what was asked in each and the days on which
/// something is asked; and which entries are shown with one that was prepared.
pub(crate) fn sheets(journal: &Journal) -> Vec<String> {
    let mut all = Vec::new();
    for row in journal.entries(None, 1000).expect("a list") {
        let entry = journal.entry(row.entry).expect("an entry");
        all.extend(entry.prepared.map(|made| format!("{}: shown with {}", entry.id.0, made.0)));
        let Some(title) = row.sheet else { continue };
        for answer in entry.answers {
            if let StoredField::Cell(cell) = answer.field {
                let heading = cell.heading.unwrap_or_default();
                all.push(format!("{title}: {} / {heading} / {}: {}", cell.label, cell.row, answer.text));
            }
        }
    }
    let open = journal.look_backs(1000).expect("a list");
    all.extend(open.into_iter().map(|open| format!("{}: {} on {}", open.title, open.asks, open.due)));
    all
}

/// The packs of a journal.
pub(crate) fn packs(journal: &Journal) -> Vec<String> {
    journal.packs().expect("packs").into_iter().map(|pack| pack.text).collect()
}

/// What was learned in a journal, but rules of thumb as they are now.
pub(crate) fn learned(journal: &Journal) -> Vec<String> {
    let mut all = Vec::new();
    for rule in journal.rules().expect("rules") {
        all.extend(rule.dropped_on.map(|day| format!("{}: dropped on {day}", rule.text)));
        let former = rule.former.iter();
        all.extend(former.map(|former| format!("{}: {} until {}", rule.text, former.text, former.until)));
    }
    for word in journal.twofold_words().expect("words") {
        let TwofoldWord { text, .. } = word;
        all.push([text.word(), text.mine(), text.theirs(), text.whose()].join(" / "));
    }
    for point in journal.team_points().expect("points") {
        let theme = point.theme.map(|theme| format!("{}, {}", theme.id, theme.name)).unwrap_or_default();
        let discussed = point.discussed_on.map(|day| day.to_string()).unwrap_or_default();
        all.push(format!("{theme} / {} / {} / {discussed}", point.text, point.written_on));
    }
    for row in journal.own_trials().expect("trials") {
        let trial = journal.own_trial(row.id).expect("a trial");
        let plan = trial.row.plan;
        all.push(format!("{} / {:?} / {:?}", plan.behaviour.as_str(), plan.scale, plan.better));
        for phase in trial.phases {
            let values = phase.measurements.iter().map(|one| format!("{} on {}", one.value, one.day));
            let values: Vec<String> = values.collect();
            let (kind, differently) = (phase.kind, phase.differently.as_str());
            all.push(format!("{kind:?} of {} / {differently} / {}", phase.began_on, values.join(", ")));
        }
    }
    all
}

/// The walk-throughs of a journal, with their pages, their letters and their cards.
pub(crate) fn walks(journal: &Journal) -> Vec<String> {
    let mut all = Vec::new();
    for row in journal.walk_throughs().expect("walk-throughs") {
        let WalkThrough { row, pages, card } = journal.walk_through(row.id).expect("one");
        let (plan, days) = (&row.plan, (row.plan.planned_on(), row.changed_on, row.withdrawn_on));
        let who = (plan.for_whom(), plan.question(), plan.minutes());
        all.push(format!("{who:?} / {} / {days:?}", row.prepared_at));
        all.push(format!("looked over: {}, lost pages: {}", row.looked_over, row.has_lost_pages));
        for page in pages {
            let (head, who) = (page.head, page.who.unwrap_or_default());
            let alias = head.alias.as_ref().map_or("", Alias::as_str);
            let (kind, title) = (head.kind.unwrap_or_default(), head.title.unwrap_or_default());
            let of = format!("{} on {} / {kind} / {title} / {alias}", head.entry.0, head.day);
            all.push(format!("{of} / {who} / {} / {:?}", page.shows_day, page.original));
            for block in page.blocks {
                let covers: Vec<(u32, u32)> = block.covers.iter().map(|one| (one.start, one.end)).collect();
                let asks = if let WalkLabel::Asked { text } = &block.label { text.as_str() } else { "" };
                let (label, heading) = (&block.label, block.heading.unwrap_or_default());
                all.push(format!("{label:?} {asks} / {heading} / {} / {covers:?}", block.text));
            }
        }
        let letters = journal.walk_letters(row.id).expect("letters");
        let known = letters.known.iter().map(|(alias, letter)| format!("{letter} is {}", alias.as_str()));
        all.push(format!("{} / next {}", known.collect::<Vec<_>>().join(", "), letters.next));
        if let Some(WalkShown { began_at, ended, returned }) = row.shown {
            all.push(format!("{began_at} / {ended:?} / {returned}"));
        }
        all.extend(card.map(|card| {
            let text = card.text;
            format!("{:?}: {} / {} / {}", card.state, text.discussed, text.take_along, text.differently)
        }));
    }
    all
}

/// What a golden journal holds, as TOML.
fn content(journal: &mut Journal, sheet: &RecoveryKey, hand_over: &[u8]) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let groups: Vec<String> = sheet.groups().iter().map(|group| group.to_string()).collect();
    let key: String = hand_over.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut text = format!(
        "# What the golden journal of this folder holds. All of it is made up, for tests.\n\
         passphrase = {}\nrecovery-key = {}\nhand-over = \"{key}\"\n",
        quoted(PASSPHRASE),
        quoted(&groups.join("-"))
    );
    let rules: Vec<String> = journal.rules().expect("rules").iter().map(|rule| quoted(&rule.text)).collect();
    text.push_str(&format!("rules = [{}]\n", rules.join(", ")));
    for (name, words) in [
        ("sheets", sheets(journal)),
        ("packs", packs(journal)),
        ("learned", learned(journal)),
        ("walks", walks(journal)),
    ] {
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        text.push_str(&format!("{name} = [{}]\n", words.join(", ")));
    }
    for search in ["trap", "lift", "woord", "script", "nergens"] {
        let hits = journal.search(search, 100).expect("it searches").len();
        text.push_str(&format!("\n[[searches]]\ntext = {}\nhits = {hits}\n", quoted(search)));
    }
    for (id, answer) in writing::texts(journal) {
        text.push_str(&format!("\n[[answers]]\nid = {id}\ntext = {}\n", quoted(&answer)));
    }
    text
}
