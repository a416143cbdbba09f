//! Walking through notes with somebody who was invited: a tour of its own, in the example journal, which
//! has one prepared and one past.

use boundaries::{App, Options, Page, Words};

use super::{
    LOOKS, Look, Tour, faults,
    handbook::unlocked_example,
    learning::{LONG, WORD},
    options,
};
use crate::{
    steps::{self, travel},
    walking,
};

/// Minutes of the one that is prepared.
const MINUTES: u32 = 30;

#[test]
fn walk_through_in_dutch_and_light() {
    tour(LOOKS[0]);
}

#[test]
fn walk_through_in_english_and_dark() {
    tour(LOOKS[3]);
}

#[test]
fn walk_through_in_high_contrast() {
    tour(LOOKS[4]);
}

#[test]
fn walk_through_at_four_hundred_percent() {
    tour(LOOKS[5]);
}

fn tour(look: Look) {
    travel(async {
        let mut app = App::start(Options { example: true, ..options(look) });
        let tour = Tour { look, words: Words::of(look.language), axe: faults::axe() };
        let journal = unlocked_example(&app, &tour.words).await;
        steps::write_page(&journal, &tour.words, LONG).await;
        tour.preparing(&journal).await;
        tour.previewing(&journal).await;
        let walk = walking::start(&app, &tour.words, &journal).await;
        tour.walking(&walk).await;
        tour.time_over(&app, &walk).await;
        tour.after(&app, &walk).await;
        app.stop();
    });
}

impl Tour {
    /// The list, choosing, and what is prepared, with a note whose words fit no narrow line.
    async fn preparing(&self, journal: &Page) {
        walking::to_walk_throughs(journal, &self.words).await;
        self.look_at(journal, "walk-1-list").await;
        journal.press(self.say("walk-explains-done")).await;
        journal.control(self.say("walk-choose")).await;
        self.look_at(journal, "walk-2-explained").await;

        let for_whom = if self.look.language == "nl" { "teamleider" } else { "team leader" };
        walking::open_for(journal, &self.words, for_whom).await;
        journal.press(self.say("walk-pages-add")).await;
        journal.see_heading(self.say("walk-choose")).await;
        let newest = "const first = document.querySelector('main li input[type=checkbox]'); \
            first?.click(); return !!first";
        journal.until("the note of today", newest, vec![]).await;
        self.look_at(journal, "walk-3-choose").await;
        journal.press(self.say("walk-choose-add")).await;
        journal.see_heading(self.say("walk-prepare-title")).await;
        // The last page is the one that was added: something is found in it, and its sentence is covered.
        journal.see(self.say("walk-found")).await;
        let cover = "const all = document.querySelectorAll('main .sentence'); all[0].click(); return true";
        journal.run(cover, vec![]).await;
        journal.paste(self.say("walk-plan-question"), &format!(" {WORD}")).await;
        self.look_at(journal, "walk-4-prepare").await;
        let last = "[...document.querySelectorAll('main article')].at(-1).scrollIntoView({ block: 'center' }); \
            return true";
        journal.run(last, vec![]).await;
        journal.picture(&format!("walk-4-prepare-last-{}", self.look.name)).await;
    }

    /// What will be seen, up to where one begins.
    async fn previewing(&self, journal: &Page) {
        journal.press(self.say("walk-preview")).await;
        journal.control(self.say("stage-leave")).await;
        self.look_at(journal, "walk-5-preview").await;
        for _ in 0..3 {
            journal.press(self.say("walk-preview-next")).await;
        }
        journal.see(self.say("walk-preview-end")).await;
        let ready = "return !document.querySelector('button.primary[aria-disabled=true]')";
        journal.until("that it was looked over", ready, vec![]).await;
        self.look_at(journal, "walk-6-preview-end").await;
        journal.press(self.say("walk-preview-later")).await;
        journal.see_heading(self.say("walk-prepare-title")).await;
        journal.see(self.say("walk-go-ready")).await;
        journal.press(self.say("walk-start")).await;
        journal.see(self.say("walk-start-body")).await;
        self.look_at(journal, "walk-7-start").await;
        self.leaves_the_dialog(journal).await;
    }

    /// What is agreed, every page, and everything covered at once.
    async fn walking(&self, walk: &Page) {
        self.look_at(walk, "shown-1-agreements").await;
        walk.press(self.say("shown-begin")).await;
        walk.see(self.say("shown-questions")).await;
        self.look_at(walk, "shown-2-page").await;
        walk.keys(&["Right"]).await;
        walk.keys(&["Right"]).await;
        walk.see(WORD).await;
        self.look_at(walk, "shown-3-long-words").await;
        walk.keys(&["Escape"]).await;
        walk.see(self.say("shown-covered-all")).await;
        self.look_at(walk, "shown-4-covered").await;
        walk.press(self.say("shown-uncover")).await;
        walk.keys(&["Right"]).await;
        walk.see_heading(self.say("shown-end")).await;
        self.look_at(walk, "shown-5-end").await;
        walk.keys(&["Left"]).await;
        walk.control(self.say("shown-next")).await;
    }

    /// Five minutes before the end, the end, and more time, which another window asks the passphrase for.
    async fn time_over(&self, app: &App, walk: &Page) {
        walking::pass(walk, MINUTES - 4).await;
        walk.control(self.say("shown-more-time")).await;
        self.look_at(walk, "shown-6-soon").await;
        walking::pass(walk, 5).await;
        walk.see_heading(self.say("shown-over")).await;
        self.look_at(walk, "shown-7-over").await;
        walk.press(self.say("shown-more-time")).await;
        walk.see(self.say("shown-asked-body")).await;
        let keys = app.attach("keys").await;
        keys.see_heading(self.say("more-time-title")).await;
        self.look_at(&keys, "more-time").await;
        keys.write(self.say("keys-passphrase"), steps::EXAMPLE).await;
        keys.keys(&["Enter"]).await;
        keys.see_off().await;
        walk.control(self.say("shown-next")).await;
    }

    /// The lock window, the card, and what the journal remembers.
    async fn after(&self, app: &App, walk: &Page) {
        walk.press(self.say("shown-finish")).await;
        walk.see_off().await;
        let keys = app.attach("keys").await;
        keys.see_heading(self.say("keys-unlock-title")).await;
        self.look_at(&keys, "walk-8-ended").await;
        steps::type_passphrase(&keys, &self.words, steps::EXAMPLE).await;
        keys.see_off().await;

        let journal = app.attach("journal").await;
        journal.see_heading(self.say("joint-title")).await;
        self.look_at(&journal, "card-1-empty").await;
        for card in ["joint-discussed", "joint-take-along", "joint-differently"] {
            journal.paste(self.say(card), LONG).await;
        }
        journal.until("a mark", "return !!document.querySelector('.copy mark')", vec![]).await;
        self.look_at(&journal, "card-2-written").await;
        journal.press(self.say("joint-keep")).await;
        journal.see(self.say("joint-said-kept")).await;
        self.look_at(&journal, "card-3-kept").await;
        journal.press(self.say("joint-open")).await;
        journal.control(self.say("today-new")).await;

        walking::to_walk_throughs(&journal, &self.words).await;
        self.look_at(&journal, "walk-9-past").await;
        let latest = "const row = document.querySelector('main li button.row'); row?.click(); return !!row";
        journal.until("the one that was shown", latest, vec![]).await;
        journal.see(self.say("walk-record-pages-body")).await;
        self.look_at(&journal, "walk-10-record").await;
        journal.press(self.say("walk-erase")).await;
        journal.see(self.say("walk-erase-past-body")).await;
        self.look_at(&journal, "walk-11-erase").await;
        self.leaves_the_dialog(&journal).await;
        journal.press(self.say("walk-record-open")).await;
        journal.control(self.say("reading-write-on")).await;
        self.look_at(&journal, "reading-7-shown").await;
    }
}
