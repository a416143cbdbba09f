//! The lock window, and what stands in its way.

use std::fs;

use boundaries::App;

use super::Tour;
use crate::steps;

impl Tour {
    pub(super) async fn lock_window(&self, app: &App) {
        let keys = app.attach("keys").await;
        keys.see_heading(self.say("keys-unlock-title")).await;
        self.visit(&keys, "keys-6-unlock").await;
        steps::type_passphrase(&keys, &self.words, "dit is hem zeker niet").await;
        keys.see(self.say("failure-wrong-passphrase")).await;
        self.visit(&keys, "keys-7-unlock-wrong").await;
        keys.press(self.say("keys-unlock-forgotten")).await;
        self.visit(&keys, "keys-8-unlock-forgotten").await;
    }

    /// A journal without its slot file.
    pub(super) async fn blocked(&self, app: &mut App) {
        fs::remove_file(app.journal().join("slots")).expect("the slot file can be removed");
        let _ = fs::remove_file(app.journal().join("slots.previous"));
        app.start_again();
        let keys = app.attach("keys").await;
        keys.see_heading(self.say("keys-blocked-title")).await;
        self.visit(&keys, "keys-9-blocked").await;
    }
}
