//! Finding and looking back: the list, the search with its filters, an entry with what was found in it,
//! the calendar, and everything of Terugkijken. A tour of its own, in the example journal.

use boundaries::{App, Options, Page, Words};

use super::{LOOKS, Look, Tour, faults, handbook::unlocked_example, options};
use crate::steps::travel;

#[test]
fn finding_in_dutch_and_light() {
    tour(LOOKS[0]);
}

#[test]
fn finding_in_english_and_dark() {
    tour(LOOKS[3]);
}

#[test]
fn finding_in_high_contrast() {
    tour(LOOKS[4]);
}

#[test]
fn finding_at_four_hundred_percent() {
    tour(LOOKS[5]);
}

fn tour(look: Look) {
    travel(async {
        let mut app = App::start(Options { example: true, ..options(look) });
        let tour = Tour { look, words: Words::of(look.language), axe: faults::axe() };
        let journal = unlocked_example(&app, &tour.words).await;
        tour.finding(&journal).await;
        tour.looking_back(&journal).await;
        tour.while_writing(&journal).await;
        app.stop();
    });
}

impl Tour {
    async fn finding(&self, journal: &Page) {
        journal.press(self.say("journal-entries")).await;
        journal.see_heading(self.say("entries-title")).await;
        journal.until("rows", "return document.querySelectorAll('[data-month] li').length > 3", vec![]).await;
        self.visit(journal, "find-1-list").await;

        journal.press(self.say("entries-jump")).await;
        journal.until("a calendar", "return document.querySelector('[role=grid] .marked')", vec![]).await;
        self.visit(journal, "find-2-calendar").await;
        journal.press(self.say("jump-cancel")).await;

        journal.write(self.say("entries-search"), "er").await;
        journal.until("hits", "return document.querySelectorAll('main li mark').length > 3", vec![]).await;
        self.visit(journal, "find-3-search").await;
        journal.press(self.say("entries-filters")).await;
        journal.control(self.say("filter-theme")).await;
        journal.press(self.say("filter-order-best")).await;
        journal.settle().await;
        self.visit(journal, "find-4-filters").await;

        let open = "const row = document.querySelector('main li button:has(mark)'); row?.click(); return Boolean(row)";
        journal.until("a hit", open, vec![]).await;
        journal.control(self.say("find-field")).await;
        journal.until("a mark", "return document.querySelector('mark[data-current]')", vec![]).await;
        self.visit(journal, "find-5-in-entry").await;
    }

    async fn looking_back(&self, journal: &Page) {
        journal.press(self.say("looking-alike")).await;
        journal.settle().await;
        self.visit(journal, "back-1-alike").await;

        journal.press(self.say("journal-looking-back")).await;
        journal.see_heading(self.say("journal-looking-back")).await;
        self.visit(journal, "back-2-place").await;
        let parts = [
            ("looking-themes", "back-3-themes"),
            ("looking-aspects", "back-4-aspects"),
            ("looking-words", "back-5-words"),
            ("looking-year", "back-6-year-ago"),
            ("looking-month", "back-7-month"),
            ("looking-quiet", "back-8-quiet"),
        ];
        for (part, screen) in parts {
            journal.press(self.say(part)).await;
            journal.settle().await;
            journal.run("document.querySelector('[aria-expanded=true]')?.scrollIntoView()", vec![]).await;
            self.visit(journal, screen).await;
            journal.press(self.say(part)).await;
        }
        self.alias(journal).await;
    }

    async fn while_writing(&self, journal: &Page) {
        journal.press(self.say("journal-entries")).await;
        journal.see_heading(self.say("entries-title")).await;
        let open = "const row = document.querySelector('main li button'); row?.click(); return Boolean(row)";
        journal.until("an entry", open, vec![]).await;
        journal.press(self.say("reading-write-on")).await;
        journal.control(self.say("writing-done")).await;
        journal.keys(&["Control", "f"]).await;
        journal.control(self.say("find-field")).await;
        journal.type_keys("e").await;
        journal.until("a mark", "return document.querySelector('mark[data-current]')", vec![]).await;
        self.visit(journal, "find-6-in-writing").await;
    }

    async fn alias(&self, journal: &Page) {
        journal.press(self.say("journal-entries")).await;
        journal.see_heading(self.say("entries-title")).await;
        journal.press(self.say("alias-title")).await;
        journal.see_heading(self.say("alias-title")).await;
        journal
            .until(
                "an alias",
                "const row = document.querySelector('main li button'); row?.click(); return Boolean(row)",
                vec![],
            )
            .await;
        journal.see(self.say("alias-contacts")).await;
        self.visit(journal, "back-9-alias").await;
    }
}
