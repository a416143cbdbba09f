//! The backups' screens: the list, the second place, a trial, and the question before a restore.

use std::fs;

use boundaries::{App, Page};

use super::Tour;
use crate::steps;

impl Tour {
    /// Begins and ends at Today.
    pub(super) async fn backups(&self, app: &App, journal: &Page) {
        self.to_backups(journal).await;
        self.visit(journal, "backups-1-none").await;
        journal.press(self.say("backups-make")).await;
        journal.see(self.say("journal-said-backup")).await;
        self.visit(journal, "backups-2-made").await;
        if self.look.scale > 1 {
            self.nothing_moves(journal, "journal-said-backup").await;
        }

        let stick = app.point_at();
        fs::create_dir_all(&stick).expect("a stick");
        journal.press(self.say("second-choose")).await;
        journal.see(self.say("second-same-disk")).await;
        self.visit(journal, "backups-3-second-place").await;
        journal.press(self.say("second-use")).await;
        journal.see(self.say("backups-both")).await;
        self.visit(journal, "backups-4-both-places").await;
        fs::rename(&stick, stick.with_extension("drawer")).expect("it is pulled out");
        self.to_backups(journal).await;
        journal.see(self.say("second-absent")).await;
        self.visit(journal, "backups-5-stick-away").await;

        journal.press(self.say("restore-action")).await;
        journal.see(self.say("restore-aside")).await;
        self.visit(journal, "backups-6-restore").await;
        journal.press(self.say("restore-stay")).await;

        journal.press(self.say("backups-try")).await;
        journal.control(self.say("trial-back")).await;
        self.visit(journal, "backups-7-trial").await;
        journal.press(self.say("trial-back")).await;
        journal.press(self.say("journal-today")).await;
        journal.control(self.say("today-new")).await;
    }

    /// What was said goes after a while; what lies under a finger by then stays there.
    async fn nothing_moves(&self, journal: &Page, said: &str) {
        journal.see(self.say(said)).await;
        let place = "const last = [...document.querySelectorAll('main button')].at(-1); \
            last.scrollIntoView({ block: 'center' }); return last.getBoundingClientRect().top";
        let before = journal.run(place, vec![]).await;
        steps::see_gone(journal, self.say(said)).await;
        let place = "return [...document.querySelectorAll('main button')].at(-1).getBoundingClientRect().top";
        assert_eq!(journal.run(place, vec![]).await, before, "{said} leaves its room");
    }

    async fn to_backups(&self, journal: &Page) {
        journal.press(self.say("journal-settings")).await;
        journal.press(self.say("settings-backups-action")).await;
        journal.see_heading(self.say("backups-title")).await;
    }
}
