//! I1: what is handed over depends on what was invited, and on nothing else in the journal.

use testkit::SeededRandomness;

use super::*;

/// Journals of which each has wholly other entries.
const JOURNALS: usize = 1_000;
/// Journals that are one after the other the same store, in which the rest goes on and what was invited is
/// written anew.
const FROM_ONE: usize = 125;

/// Words of the rest. None of them is an alias of the invited entries, or stands in their texts.
const WORDS: [&str; 12] = [
    "kanarie", "geheim", "appel", "trein", "regen", "brug", "sleutel", "kast", "lamp", "vrijdag", "tuin",
    "boek",
];
const KINDS: [&str; 4] = ["kennismaking", "voortgang", "voortgang", "casusoverleg"];

struct Rest {
    dice: SeededRandomness,
    entries: Vec<EntryId>,
    prepared: Vec<WalkThroughId>,
}

impl Rest {
    fn words(&mut self, most: usize) -> String {
        let words: Vec<&str> =
            (0..=self.dice.below(most)).map(|_| WORDS[self.dice.below(WORDS.len())]).collect();
        words.join(" ")
    }

    fn write(&mut self, open: &mut Desk) {
        let kind = KINDS[self.dice.below(KINDS.len())];
        let alias = (kind != "casusoverleg" && self.dice.below(3) > 0).then(|| self.words(1));
        let day = Day(format!("2026-0{}-{:02}", 1 + self.dice.below(2), 1 + self.dice.below(28)));
        let draft = ContactDraft { day, kind: kind.to_owned(), alias };
        let contact = (self.dice.below(4) > 0).then_some(draft);
        let form = if contact.is_some() { Form::Guide } else { Form::FreePage };
        let view = open.start_entry(StartEntry { contact, form, ..free_page() }).expect("an entry");
        let text = self.words(40);
        save(open, &view, AnswerField::Free, &text);
        self.entries.push(view.entry);
    }

    /// Changes the journal wherever it is not invited.
    fn live(&mut self, open: &mut Desk) {
        self.write(open);
        if self.dice.below(3) == 0 {
            let which = self.dice.below(self.entries.len());
            let entry = EntryRequest { entry: self.entries.swap_remove(which) };
            open.delete_entry(entry).expect("in the bin");
            if self.dice.below(2) == 0 {
                open.erase_entry(entry).expect("erased");
            }
        }
        if self.dice.below(4) == 0 && !self.entries.is_empty() {
            let which = self.dice.below(self.entries.len());
            let entries = vec![self.entries[which]];
            let view = open.prepare_walk_through(PrepareWalkThrough { entries }).expect("prepared");
            self.prepared.push(view.walk_through);
        }
        if self.dice.below(6) == 0
            && let Some(walk_through) = self.prepared.pop()
        {
            open.erase_walk_through(WalkThroughRequest { walk_through }).expect("erased");
        }
        if self.dice.below(4) == 0 {
            let text = self.words(4);
            open.keep_rule(KeepRule { text }).expect("kept");
        }
        if self.dice.below(4) == 0 {
            let idle_minutes = 1 + u8::try_from(self.dice.below(15)).expect("few");
            let settings = Settings { idle_minutes, ..open.settings.clone() };
            open.change_settings(settings).expect("settings");
        }
    }
}

/// Two entries with two aliases, the one naming the other, as the same hand would write them each time.
fn invited(open: &mut Desk) -> [EntryId; 2] {
    let with = |open: &mut Desk, day: &str, alias: &str, texts: [&str; 2]| {
        let contact = Some(contact(day, Some(alias)));
        let request = StartEntry { contact, ..start(5, true) };
        let view = open.start_entry(request).expect("an entry");
        save(open, &view, AnswerField::Free, texts[0]);
        save(open, &view, AnswerField::Own { question: "Wat nu?".to_owned() }, texts[1]);
        save(open, &view, AnswerField::Feeling, "Moe.");
        view.entry
    };
    [
        with(open, "2026-03-05", "stille beuk", ["Ik zweeg te lang. Blauwe reiger niet.", "Bellen."]),
        with(open, "2026-03-06", "Blauwe Reiger", ["Ze lachte. 🙂", "Wachten."]),
    ]
}

/// What is handed over when these entries are shown, some of them covered.
fn handed_over(open: &mut Desk, entries: [EntryId; 2]) -> (WalkThroughId, Vec<u8>) {
    let view = open.prepare_walk_through(PrepareWalkThrough { entries: entries.to_vec() }).expect("prepared");
    let free = |page: &WalkPageView| {
        let block = page.blocks.iter().find(|block| block.label == BlockLabel::Free);
        block.expect("a free page").block
    };
    let covers = vec![CoverSpan { start: 3, end: 9 }];
    open.cover_walk_block(CoverBlock { block: free(&view.pages[0]), covers }).expect("covered");
    open.show_walk_day(ShowWalkDay { page: view.pages[1].page, shows_day: true }).expect("shown");
    let plan = ChangeWalkThrough {
        walk_through: view.walk_through,
        for_whom: "teamleider".to_owned(),
        question: "Wat zie jij?".to_owned(),
        minutes: WalkMinutes(30),
        planned_on: None,
    };
    open.change_walk_through(plan).expect("changed");
    let shown = open.preview_walk_through(request(&view)).expect("a preview");
    looked_over(open, &view);
    let payload = open.begin_walk_through(request(&view)).expect("it begins");
    let decoded = payload::decode(&payload).expect("what was packed is unpacked");
    assert_eq!(decoded, shown, "what is looked over is what is handed over");
    (view.walk_through, payload.expose().to_vec())
}

#[test]
fn what_is_handed_over_depends_on_nothing_that_was_not_invited() {
    let mut first: Option<Vec<u8>> = None;
    let mut journals = 0;
    while journals < JOURNALS {
        let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
        let mut open = desk(&vault, &clock);
        let dice = SeededRandomness::new(journals as u64);
        let mut rest = Rest { dice, entries: Vec::new(), prepared: Vec::new() };
        for _ in 0..FROM_ONE {
            rest.live(&mut open);
            let entries = invited(&mut open);
            if rest.dice.below(2) == 0 {
                rest.live(&mut open);
            }
            let (walk_through, bytes) = handed_over(&mut open, entries);
            assert!(!WORDS.iter().any(|word| bytes.windows(word.len()).any(|part| part == word.as_bytes())));
            assert!(bytes == *first.get_or_insert_with(|| bytes.clone()), "journal {journals} shows through");
            // What was invited is gone before the next, or is the rest of that one.
            for entry in entries.map(|entry| EntryRequest { entry }) {
                open.delete_entry(entry).expect("in the bin");
            }
            if rest.dice.below(4) == 0 {
                open.erase_walk_through(WalkThroughRequest { walk_through }).expect("erased");
                for entry in entries.map(|entry| EntryRequest { entry }) {
                    open.erase_entry(entry).expect("erased");
                }
            }
            journals += 1;
        }
        lock(open);
    }
}
