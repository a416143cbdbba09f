//! What the lock window does beyond opening: another passphrase, the cost, a new key, a restore.

use std::fs;

use boundaries::{App, Page};

use super::Tour;
use crate::steps::{self, PASSPHRASE};

impl Tour {
    /// From a backup on a stick that lies where every dialog points at, into an empty folder.
    pub(super) async fn restoring(&self, app: &mut App) {
        let stick = app.point_at();
        fs::rename(stick.with_extension("drawer"), &stick).expect("it is put in");
        fs::rename(app.journal(), app.journal().with_extension("former")).expect("another machine");
        app.start_again();
        let keys = app.attach("keys").await;
        keys.press(self.say("keys-begin-restore")).await;
        keys.see_heading(self.say("keys-backups-title")).await;
        self.visit(&keys, "restore-1-choose").await;
        keys.press(self.say("keys-backups-next")).await;
        keys.see_heading(self.say("keys-restore-title")).await;
        self.visit(&keys, "restore-2-open").await;
        keys.write(self.say("keys-passphrase"), PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        keys.see_heading(self.say("keys-restored-title")).await;
        self.visit(&keys, "restore-3-done").await;
        keys.press(self.say("keys-restored-open")).await;
        keys.see_off().await;
    }

    /// By way of the settings; ends with the journal open.
    pub(super) async fn locks(&self, app: &App, journal: &Page) {
        let keys = self.to_keys(app, journal, "settings-cost").await;
        self.unlocked_for(&keys, "keys-cost-title").await;
        keys.control(self.say("keys-cost-use")).await;
        self.visit(&keys, "keys-10-cost").await;
        keys.press(self.say("keys-cost-keep")).await;
        keys.see_off().await;

        let journal = steps::opened(app, &self.words).await;
        let keys = self.to_keys(app, &journal, "settings-passphrase").await;
        self.unlocked_for(&keys, "keys-passphrase-title-new").await;
        keys.write(self.say("keys-passphrase"), PASSPHRASE).await;
        keys.write(self.say("keys-passphrase-repeat"), PASSPHRASE).await;
        keys.press(self.say("keys-use-passphrase")).await;
        keys.see_heading(self.say("keys-changed-passphrase-title")).await;
        self.visit(&keys, "keys-11-changed").await;
        keys.press(self.say("keys-changed-renew")).await;
        keys.see_heading(self.say("keys-renew-title")).await;
        self.visit(&keys, "keys-12-renew").await;
        keys.press(self.say("keys-renew-later")).await;
        keys.see_off().await;

        let journal = steps::opened(app, &self.words).await;
        journal.press(self.say("journal-settings")).await;
        journal.press(self.say("settings-wipe-action")).await;
        journal.see(self.say("settings-wipe-ask")).await;
        self.visit(&journal, "settings-2-wipe").await;
        journal.press(self.say("settings-wipe-go")).await;
        journal.wait_for_end();
        let keys = app.attach("keys").await;
        keys.see_heading(self.say("keys-wipe-title")).await;
        self.visit(&keys, "keys-13-wipe").await;
        keys.write(self.say("keys-passphrase"), PASSPHRASE).await;
        keys.press(self.say("keys-wipe-sure")).await;
        keys.press(self.say("keys-wipe-go")).await;
        keys.see_heading(self.say("keys-wiped-title")).await;
        self.visit(&keys, "keys-14-wiped").await;
    }

    async fn to_keys(&self, app: &App, journal: &Page, button: &str) -> Page {
        journal.press(self.say("journal-settings")).await;
        journal.press(self.say(button)).await;
        journal.wait_for_end();
        app.attach("keys").await
    }

    async fn unlocked_for(&self, keys: &Page, heading: &str) {
        keys.write(self.say("keys-passphrase"), PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        keys.see_heading(self.say(heading)).await;
    }
}
