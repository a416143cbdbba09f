//! The first windows: a passphrase and a recovery sheet.

use boundaries::App;

use super::Tour;
use crate::steps::PASSPHRASE;

impl Tour {
    pub(super) async fn set_up(&self, app: &App) {
        let keys = app.attach("keys").await;
        keys.control(self.say("keys-begin")).await;
        self.visit(&keys, "keys-1-welcome").await;
        keys.press(self.say("keys-begin")).await;
        keys.see_heading(self.say("keys-passphrase-title")).await;
        self.visit(&keys, "keys-2-passphrase").await;
        keys.press(self.say("keys-propose")).await;
        keys.see(self.say("keys-proposed")).await;
        self.visit(&keys, "keys-3-passphrase-proposed").await;
        keys.press(self.say("keys-propose-again")).await;
        keys.see(self.say("keys-proposed")).await;
        // The tour needs one that it knows.
        for label in ["keys-passphrase", "keys-passphrase-repeat"] {
            let field = self.say(label);
            if keys.has(field).await {
                keys.control(field).await.clear().await.expect("a field can be cleared");
                keys.write(field, PASSPHRASE).await;
            }
        }
        if keys.has(self.say("keys-passphrase-repeat")).await
            && keys.value(self.say("keys-passphrase-repeat")).await.is_empty()
        {
            keys.write(self.say("keys-passphrase-repeat"), PASSPHRASE).await;
        }
        keys.press(self.say("keys-use-passphrase")).await;
        keys.see_heading(self.say("keys-sheet-title")).await;
        self.visit(&keys, "keys-4-recovery-sheet").await;
        keys.press(self.say("keys-sheet-copied")).await;
        keys.see_heading(self.say("keys-confirm-title")).await;
        self.visit(&keys, "keys-5-recovery-confirm").await;
        keys.press(self.say("keys-sheet-later")).await;
    }
}
