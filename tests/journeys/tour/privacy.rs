//! The screens of the mirror, of aliases and of short life: a tour of its own, for the other one is
//! long enough.

use boundaries::{App, Page};
use serde_json::json;

use super::{LOOKS, Look, Tour, faults, options, sitting::choose};
use crate::steps::{self, travel};

const ALIAS: &str = "stille beuk";
const OTHER: &str = "stille berk";
const RULE: &str = "Eerst tot tien tellen als het stil wordt, en dan pas vragen wat iemand nodig heeft.";
/// More than the list shows at once, on several lines, the last one long.
const MARKED: &str = "Mevrouw Pietersen belde vanaf 06-12345678 en mailde van f.pietersen@voorbeeld.nl. Haar bsn is \
    111222333, haar rekening NL91ABNA0417164300. Ze woont in de Kerkstraat 12a en Fatima ook. Youssef was er \
    die dag niet.\n\nWat ik ermee doe, weet ik nog niet. Zij mailt ook van \
    geertruida.vandenbroekaartjes-pietersen@voorbeeldgemeente.nl.";

#[test]
fn privacy_in_dutch_and_light() {
    privacy(LOOKS[0]);
}

#[test]
fn privacy_in_dutch_and_dark() {
    privacy(LOOKS[1]);
}

#[test]
fn privacy_in_english_and_light() {
    privacy(LOOKS[2]);
}

#[test]
fn privacy_in_english_and_dark() {
    privacy(LOOKS[3]);
}

#[test]
fn privacy_in_high_contrast() {
    privacy(LOOKS[4]);
}

#[test]
fn privacy_at_four_hundred_percent() {
    privacy(LOOKS[5]);
}

#[test]
fn privacy_at_four_hundred_percent_in_english() {
    privacy(LOOKS[6]);
}

fn privacy(look: Look) {
    travel(async {
        let mut app = App::start(options(look));
        let tour = Tour { look, words: boundaries::Words::of(look.language), axe: faults::axe() };
        let journal = steps::set_up(&app, &tour.words).await;
        tour.contact_with(&journal, ALIAS, "Mevrouw werd stil, en ik telde.").await;
        tour.contact_with(&journal, OTHER, "Het was druk, en we lachten.").await;
        steps::write_page(&journal, &tour.words, "Een bladzijde over mijn eigen dag.").await;
        tour.marks(&journal).await;
        tour.rules(&journal).await;
        tour.aliases(&app, &journal).await;
        tour.looking_over(&journal).await;
        app.stop();

        app.start_again_after(25);
        let journal = steps::unlock(&app, &tour.words).await;
        tour.leaving(&journal).await;
        app.stop();
        app.start_again_after(375);
        let journal = steps::unlock(&app, &tour.words).await;
        journal.see(tour.say("life-said-ended")).await;
        steps::see_gone(&journal, tour.say("life-leaving-body")).await;
        journal.see(tour.say("life-year-body")).await;
        tour.visit(&journal, "life-6-yearly").await;
    });
}

impl Tour {
    async fn contact_with(&self, journal: &Page, alias: &str, text: &str) {
        steps::to_new_contact(journal, &self.words).await;
        choose(journal, "contact-kind", 2).await;
        choose(journal, "contact-minutes", 0).await;
        journal.write(self.say("contact-alias"), alias).await;
        if alias == OTHER {
            journal.see(&self.words.say_with("mirror-alias-alike", "alias", ALIAS)).await;
            self.visit(journal, "contact-5-alike").await;
        }
        steps::begin(journal, &self.words).await;
        steps::write(journal, text).await;
        steps::done(journal, &self.words).await;
    }

    /// What points at a person while it is written, and what is said of it at the end.
    async fn marks(&self, journal: &Page) {
        steps::start_free_page(journal, &self.words).await;
        steps::write(journal, MARKED).await;
        let listed = "return document.querySelectorAll('li .words').length === arguments[0]";
        journal.until("the list", listed, vec![json!(6)]).await;
        self.visit(journal, "mirror-1-marks").await;
        journal.keys(&["F8"]).await;
        self.visit(journal, "mirror-2-list").await;
        let more = "const all = [...document.querySelectorAll('.more button')]\
            .find(button => !button.closest('li') && button.previousElementSibling === null && \
                button.closest('.more')); all?.click(); return !!all";
        journal.until("the rest of it", more, vec![]).await;
        self.visit(journal, "mirror-3-all").await;
        journal.press(self.say("dossier-title")).await;
        journal.see(self.say("dossier-safety")).await;
        self.visit(journal, "mirror-4-dossier").await;
        journal.press(self.say("mirror-spare")).await;
        steps::turn_to(journal, self.say("closing-step")).await;
        steps::insert(journal, "Vaker doorverwijzen naar de dokter, want hij is depressief.").await;
        journal.press(self.say("dossier-title")).await;
        let left = self.say("mirror-left").split('{').next().expect("words before the kinds").trim();
        journal.see(left).await;
        self.visit(journal, "mirror-5-left").await;
        journal.press(self.say("writing-done")).await;
        journal.see(self.say("journal-said-done")).await;
    }

    async fn rules(&self, journal: &Page) {
        steps::to_learn(journal, &self.words, "journal-rules").await;
        journal.see(self.say("rule-empty")).await;
        journal.press(self.say("rule-add")).await;
        journal.see(self.say("rule-missing")).await;
        self.visit(journal, "rules-1-empty").await;
        for rule in ["Vragen aan Fatima wat zij al probeerde.", RULE] {
            journal.paste(self.say("rule-new"), rule).await;
            if rule != RULE {
                journal.until("a mark", "return !!document.querySelector('.copy mark')", vec![]).await;
                self.visit(journal, "rules-2-marked").await;
            }
            journal.press(self.say("rule-add")).await;
            journal.see(self.say("rule-said-kept")).await;
        }
        journal.see(self.say("rule-list")).await;
        self.visit(journal, "rules-3-list").await;
        journal.press(self.say("rule-change")).await;
        journal.control(self.say("rule-leave")).await;
        self.visit(journal, "rules-4-change").await;
        journal.press(self.say("rule-leave")).await;
        journal.press(self.say("rule-drop")).await;
        journal.see(self.say("rule-said-dropped")).await;
        self.visit(journal, "rules-5-dropped").await;
    }

    /// The list, one page, and each of its dialogs; ends with that alias closed and another erased.
    async fn aliases(&self, app: &App, journal: &Page) {
        journal.press(self.say("journal-settings")).await;
        journal.press(self.say("privacy-aliases-open")).await;
        journal.see_heading(self.say("alias-title")).await;
        journal.control(ALIAS).await;
        self.visit(journal, "aliases-1-list").await;
        journal.press(ALIAS).await;
        journal.see_heading(ALIAS).await;
        self.visit(journal, "aliases-2-page").await;
        let dialogs = [
            ("alias-merge", "alias-merge-life", "aliases-4-merge"),
            ("alias-close", "alias-close-back", "aliases-5-close"),
            ("alias-overview-save", "alias-overview-open", "aliases-6-overview"),
            ("alias-erase", "alias-erase-entries", "aliases-7-erase"),
        ];
        journal.press(self.say("alias-rename")).await;
        journal.control(self.say("alias-rename-field")).await.clear().await.expect("it can be cleared");
        journal.write(self.say("alias-rename-field"), OTHER).await;
        journal.keys(&["Enter"]).await;
        journal.see(&self.words.say_with("alias-rename-taken", "alias", OTHER)).await;
        self.visit(journal, "aliases-3-taken").await;
        self.closes_the_dialog(journal).await;
        for (button, sign, screen) in dialogs {
            journal.press(self.say(button)).await;
            journal.see(self.say(sign)).await;
            self.visit(journal, screen).await;
            self.closes_the_dialog(journal).await;
        }
        journal.press(self.say("alias-overview-save")).await;
        self.agrees(journal, "alias-overview-go").await;
        journal.see(self.say("alias-overview-saved")).await;
        journal.press(self.say("alias-close")).await;
        self.agrees(journal, "alias-close-go").await;
        journal.see(self.say("alias-said-closed")).await;
        self.visit(journal, "aliases-8-closed").await;
        let file = app.saved_page().with_file_name(self.say("native-overview-file"));
        assert!(std::fs::metadata(&file).is_ok_and(|page| page.len() > 0), "{}", file.display());

        journal.press(self.say("alias-all")).await;
        journal.press(OTHER).await;
        journal.see_heading(OTHER).await;
        journal.press(self.say("alias-erase")).await;
        self.agrees(journal, "alias-erase-go").await;
        journal.see(&self.words.say_with("alias-erased", "alias", OTHER)).await;
        self.visit(journal, "aliases-9-erased").await;
    }

    async fn looking_over(&self, journal: &Page) {
        journal.press(self.say("journal-settings")).await;
        journal.see(self.say("privacy-spared-body")).await;
        let here = "document.querySelector('[id^=spared-]').scrollIntoView({ block: 'center' }); return true";
        journal.run(here, vec![]).await;
        self.visit(journal, "settings-3-privacy").await;
        journal.press(self.say("privacy-look-open")).await;
        journal.see_heading(self.say("privacy-look-title")).await;
        self.visit(journal, "look-over-1-before").await;
        journal.press(self.say("privacy-look-start")).await;
        journal.see(self.say("privacy-look-done")).await;
        self.visit(journal, "look-over-2-done").await;
        let row =
            "document.querySelector('section[aria-labelledby=look-entries] li button').click(); return true";
        journal.run(row, vec![]).await;
        journal.press(self.say("status-show")).await;
        journal.see(self.say("status-show-told")).await;
        self.visit(journal, "status-1-ask").await;
        journal.press(self.say("status-show-yes")).await;
        let shown = self.say("status-shown").split('{').next().expect("words before the day").trim();
        journal.see(shown).await;
        self.visit(journal, "status-2-shown").await;
    }

    async fn leaving(&self, journal: &Page) {
        journal.see(self.say("life-leaving-body")).await;
        self.visit(journal, "life-1-leaving").await;
        let row =
            "document.querySelector('section[aria-labelledby=today-leaving] li button').click(); return true";
        journal.run(row, vec![]).await;
        journal.see_heading(self.say("life-lesson-title")).await;
        self.visit(journal, "life-2-lesson").await;
        journal.press(self.say("life-lesson-erase")).await;
        journal.see(self.say("life-lesson-erase-body")).await;
        self.visit(journal, "life-3-erase-now").await;
        journal.press(self.say("life-lesson-stay")).await;
        journal.paste(self.say("life-lesson-field"), RULE).await;
        self.visit(journal, "life-4-lesson-written").await;
        journal.press(self.say("life-lesson-keep")).await;
        journal.see(self.say("life-said-lesson")).await;
        self.visit(journal, "life-5-lesson-kept").await;
    }

    /// Presses a button of the dialog, which may say what the one behind it says.
    async fn agrees(&self, journal: &Page, button: &str) {
        let script = "const button = [...document.querySelectorAll('dialog[open] button')]\
            .find(button => button.textContent.trim() === arguments[0]); button?.click(); return !!button";
        journal.until(button, script, vec![json!(self.say(button))]).await;
    }

    async fn closes_the_dialog(&self, journal: &Page) {
        journal
            .press(self.say(if journal.has(self.say("alias-leave")).await {
                "alias-leave"
            } else {
                "alias-erase-keep"
            }))
            .await;
        journal.until("the dialog to go", "return !document.querySelector('dialog[open]')", vec![]).await;
    }
}
