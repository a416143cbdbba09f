//! The other places of a journal: the list, reading, the bin, help and settings; and the same
//! journal some weeks later.

use boundaries::Page;
use serde_json::json;

use super::Tour;
use crate::steps;

impl Tour {
    /// Ends with a lock.
    pub(super) async fn places(&self, journal: &Page) {
        self.open(journal, "journal-entries", "entries-title").await;
        self.visit(journal, "entries-1-list").await;
        journal.write(self.say("entries-search"), "stil").await;
        journal.until("what was found", "return document.querySelector('main mark') !== null", vec![]).await;
        self.visit(journal, "entries-2-search").await;
        journal.press(self.say("journal-today")).await;
        journal.control(self.say("today-new")).await;
        self.open(journal, "journal-entries", "entries-title").await;

        self.read(journal, "Mevrouw kwam").await;
        self.visit(journal, "reading-1-everything").await;
        journal.press(self.say("reading-change")).await;
        journal.control(self.say("change-kind")).await;
        self.visit(journal, "reading-2-change").await;
        journal.press(self.say("change-leave")).await;
        journal.press(self.say("reading-back")).await;
        self.read(journal, "Het lukte").await;
        self.visit(journal, "reading-3-outcome").await;

        journal.press(self.say("journal-today")).await;
        steps::start_free_page(journal, &self.words).await;
        steps::insert(journal, "Dit hoeft niet te blijven.").await;
        journal.press(self.say("writing-done")).await;
        self.open(journal, "journal-entries", "entries-title").await;
        self.read(journal, "Dit hoeft").await;
        journal.press(self.say("reading-to-bin")).await;
        journal.see(self.say("journal-said-in-bin")).await;
        self.visit(journal, "entries-3-thrown-away").await;
        self.open(journal, "journal-bin", "bin-title").await;
        self.visit(journal, "bin-1-list").await;
        journal.press(self.say("bin-erase")).await;
        journal.see(self.say("bin-erase-body")).await;
        self.visit(journal, "bin-2-erase").await;
        journal.press(self.say("bin-erase-keep")).await;

        journal.keys(&["F1"]).await;
        journal.see_heading(self.say("help-title")).await;
        self.visit(journal, "help").await;
        self.open(journal, "journal-settings", "settings-title").await;
        self.visit(journal, "settings").await;
        journal.press(self.say("check-open")).await;
        journal.see_heading(self.say("check-title")).await;
        journal.see(self.say("check-try-ipv4")).await;
        self.visit(journal, "check").await;
        journal.keys(&["Control", "l"]).await;
    }

    /// What stands there for somebody who was away, and what she adds to an entry of then.
    pub(super) async fn after_weeks(&self, journal: &Page) {
        journal.see(self.say("today-after-a-while")).await;
        self.visit(journal, "today-3-after-weeks").await;
        self.open(journal, "journal-entries", "entries-title").await;
        self.read(journal, "Mevrouw kwam").await;
        journal.press(self.say("reading-write-on")).await;
        journal.see(self.say("writing-later")).await;
        steps::insert(journal, "Nu ik dit teruglees: ik had het gewoon kunnen zeggen.").await;
        self.visit(journal, "writing-9-later").await;
        journal.press(self.say("writing-done")).await;
        journal.see(self.say("journal-said-done")).await;
        self.open(journal, "journal-entries", "entries-title").await;
        self.read(journal, "Mevrouw kwam").await;
        self.visit(journal, "reading-4-later").await;
    }

    async fn open(&self, journal: &Page, place: &str, heading: &str) {
        journal.press(self.say(place)).await;
        journal.see_heading(self.say(heading)).await;
    }

    /// Opens the entry whose excerpt begins so.
    async fn read(&self, journal: &Page, begin: &str) {
        let script = "const row = [...document.querySelectorAll('main li button')]\
            .find(e => e.textContent.includes(arguments[0])); row?.click(); return row !== undefined";
        journal.until(begin, script, vec![json!(begin)]).await;
        journal.control(self.say("reading-write-on")).await;
    }
}
