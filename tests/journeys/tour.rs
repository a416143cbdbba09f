//! A tour of every screen, in both languages and every colour: accessible (axe, WCAG 2.2 AA),
//! large enough to hit, and whole in a narrow window. `cargo xtask screens` takes the pictures.

use std::{fs, path::Path};

use boundaries::{App, Options, Page, Theme, Words};
use serde_json::json;

use crate::steps::{self, PASSPHRASE, travel};

/// One way of looking at all screens.
#[derive(Clone, Copy)]
struct Look {
    name: &'static str,
    language: &'static str,
    theme: Theme,
    /// CSS pixels at which the window is judged; the second of each pair is the system's scale.
    display: (u32, u32),
    scale: u32,
}

#[test]
fn tour_in_dutch_and_light() {
    tour(Look { name: "nl-light", language: "nl", theme: Theme::Light, display: (1280, 900), scale: 1 });
}

#[test]
fn tour_in_dutch_and_dark() {
    tour(Look { name: "nl-dark", language: "nl", theme: Theme::Dark, display: (1280, 900), scale: 1 });
}

#[test]
fn tour_in_english_and_light() {
    tour(Look { name: "en-light", language: "en", theme: Theme::Light, display: (1280, 900), scale: 1 });
}

#[test]
fn tour_in_english_and_dark() {
    tour(Look { name: "en-dark", language: "en", theme: Theme::Dark, display: (1280, 900), scale: 1 });
}

#[test]
fn tour_in_high_contrast() {
    tour(Look {
        name: "nl-contrast",
        language: "nl",
        theme: Theme::HighContrast,
        display: (1280, 900),
        scale: 1,
    });
}

#[test]
fn tour_at_four_hundred_percent() {
    tour(Look { name: "nl-zoom", language: "nl", theme: Theme::Light, display: (1280, 1800), scale: 4 });
}

fn tour(look: Look) {
    travel(async {
        let words = Words::of(look.language);
        let language = if look.language == "nl" { "nl_NL.UTF-8" } else { "en_GB.UTF-8" };
        let options = Options {
            language,
            theme: look.theme,
            display: look.display,
            scale: look.scale,
            ..Options::default()
        };
        let mut app = App::start(options);
        let tour = Tour { look, axe: axe() };
        tour.set_up(&app, &words).await;
        tour.journal(&app, &words).await;
        tour.locked(&mut app, &words).await;
    });
}

struct Tour {
    look: Look,
    axe: String,
}

impl Tour {
    async fn set_up(&self, app: &App, words: &Words) {
        let keys = app.attach("keys").await;
        keys.control(words.say("keys-begin")).await;
        self.visit(&keys, "01-welcome").await;
        keys.press(words.say("keys-begin")).await;
        keys.see_heading(words.say("keys-passphrase-title")).await;
        self.visit(&keys, "02-passphrase").await;
        keys.press(words.say("keys-propose")).await;
        keys.see(words.say("keys-proposed")).await;
        self.visit(&keys, "03-proposed-passphrase").await;
        keys.press(words.say("keys-propose-again")).await;
        keys.see(words.say("keys-proposed")).await;
        // The tour needs one that it knows.
        for label in ["keys-passphrase", "keys-passphrase-repeat"] {
            let field = words.say(label);
            if keys.has(field).await {
                keys.control(field).await.clear().await.expect("a field can be cleared");
                keys.write(field, PASSPHRASE).await;
            }
        }
        if keys.has(words.say("keys-passphrase-repeat")).await
            && keys.value(words.say("keys-passphrase-repeat")).await.is_empty()
        {
            keys.write(words.say("keys-passphrase-repeat"), PASSPHRASE).await;
        }
        keys.press(words.say("keys-use-passphrase")).await;
        keys.see_heading(words.say("keys-sheet-title")).await;
        self.visit(&keys, "04-recovery-sheet").await;
        keys.press(words.say("keys-sheet-copied")).await;
        keys.see_heading(words.say("keys-confirm-title")).await;
        self.visit(&keys, "05-recovery-confirm").await;
        keys.press(words.say("keys-sheet-later")).await;
    }

    async fn journal(&self, app: &App, words: &Words) {
        let journal = steps::opened(app, words).await;
        self.visit(&journal, "06-today-first").await;
        journal.keys(&["Control", "n"]).await;
        journal.see_heading(words.say("contact-title")).await;
        self.visit(&journal, "07-new-contact").await;
        journal.press(words.say("contact-alias-propose")).await;
        let kind = "const radio = document.querySelector('input[type=radio]'); radio.click(); return true";
        journal.run(kind, vec![]).await;
        journal.press(words.say("contact-begin")).await;
        journal.see(&words.say_with("writing-step", "number", "1")).await;
        self.visit(&journal, "08-question-empty").await;
        let text = "Mevrouw kwam binnen en ging meteen zitten. Ik merkte dat ik snel naar de formulieren wilde. \
            Pas toen zij stil werd, vroeg ik hoe het met haar ging. \
            Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg.";
        let write = "const field = document.querySelector('textarea'); field.focus(); \
            document.execCommand('insertText', false, arguments[0]); field.blur(); return true";
        journal.run(write, vec![json!(text)]).await;
        let saved =
            words.say("writing-saved").split("{").next().expect("words before the time").trim().to_owned();
        journal.see(&saved).await;
        self.visit(&journal, "09-question-written").await;
        journal.press(words.say("writing-why")).await;
        self.visit(&journal, "10-question-why").await;
        journal.press(words.say("writing-done")).await;
        journal.see(words.say("journal-said-done")).await;
        self.visit(&journal, "11-today-after").await;
        self.open(&journal, words, "journal-entries", "entries-title").await;
        self.visit(&journal, "12-entries").await;
        let first = "[...document.querySelectorAll('main a, main button')]\
            .find(e => e.textContent.includes('Mevrouw kwam')).click(); return true";
        journal.run(first, vec![]).await;
        journal.control(words.say("reading-write-on")).await;
        self.visit(&journal, "13-reading").await;
        journal.press(words.say("reading-to-bin")).await;
        self.open(&journal, words, "journal-bin", "bin-title").await;
        self.visit(&journal, "14-bin").await;
        journal.press(words.say("bin-erase")).await;
        journal.see(words.say("bin-erase-body")).await;
        self.visit(&journal, "15-bin-erase").await;
        journal.press(words.say("bin-erase-keep")).await;
        self.open(&journal, words, "journal-settings", "settings-title").await;
        self.visit(&journal, "16-settings").await;
        journal.keys(&["Control", "l"]).await;
        journal.wait_for_end();
    }

    async fn locked(&self, app: &mut App, words: &Words) {
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-unlock-title")).await;
        self.visit(&keys, "17-unlock").await;
        steps::type_passphrase(&keys, words, "dit is hem zeker niet").await;
        keys.see(words.say("failure-wrong-passphrase")).await;
        self.visit(&keys, "18-unlock-wrong").await;
        keys.press(words.say("keys-unlock-forgotten")).await;
        self.visit(&keys, "19-unlock-forgotten").await;
        keys.client().close_window().await.ok();
        drop(keys);
        app.stop();
        fs::remove_file(app.journal().join("slots")).expect("the slot file can be removed");
        let _ = fs::remove_file(app.journal().join("slots.previous"));
        app.start_again();
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-blocked-title")).await;
        self.visit(&keys, "20-blocked").await;
    }

    async fn open(&self, journal: &Page, words: &Words, place: &str, heading: &str) {
        journal.press(words.say(place)).await;
        journal.see_heading(words.say(heading)).await;
    }

    /// Judges a screen in the window as it is and, where the display allows, in a narrow one.
    async fn visit(&self, page: &Page, screen: &str) {
        let name = format!("{screen}-{}", self.look.name);
        if self.look.scale > 1 {
            // A display of 1280 pixels at four times the size is 320 wide.
            page.resize(320, 430).await;
            page.until("a narrow page", "return innerWidth <= 320 && devicePixelRatio === 4", vec![]).await;
        }
        page.settle().await;
        page.picture(&name).await;
        let mut faults = self.faults(page).await;
        if self.look.scale == 1 {
            page.resize(320, 800).await;
            page.until("a narrow page", "return innerWidth <= 320", vec![]).await;
            page.settle().await;
            page.picture(&format!("{name}-narrow")).await;
            faults.extend(self.faults(page).await.into_iter().map(|fault| format!("narrow: {fault}")));
            page.resize(1180, 820).await;
            page.until("a wide page", "return innerWidth > 1000", vec![]).await;
        }
        assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
    }

    async fn faults(&self, page: &Page) -> Vec<String> {
        page.run(&format!("if (!window.axe) {{ {} }} return true", self.axe), vec![]).await;
        let found = page.client().execute_async(FAULTS, vec![]).await.expect("axe runs");
        let list = found.as_array().expect("a list of faults");
        list.iter().map(|fault| fault.as_str().map_or_else(|| fault.to_string(), str::to_owned)).collect()
    }
}

/// axe-core, from the UI's own packages.
fn axe() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    fs::read_to_string(path).unwrap_or_else(|error| panic!("not run: axe-core is not installed ({error})"))
}

/// What axe finds, boxes too small to hit, and what reaches beyond the window. A fault that axe
/// cannot see by itself is looked for by hand: clipped content does not always make a page scroll.
const FAULTS: &str = "
    const done = arguments[arguments.length - 1];
    const faults = [];
    const shown = element => element.checkVisibility
        ? element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
        : element.getClientRects().length > 0;
    const named = element => element.tagName.toLowerCase() + '.' + [...element.classList].join('.') +
        ' “' + (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) + '”';
    // What is one pixel large shows itself when it gets the focus: the way past the navigation.
    for (const element of document.querySelectorAll('button, a[href], select, textarea, input, summary')) {
        if (!shown(element)) continue;
        let box = element.getBoundingClientRect();
        const label = element.type === 'radio' || element.type === 'checkbox' ? element.closest('label') : null;
        if (label) box = label.getBoundingClientRect();
        const inText = element.tagName === 'A' && getComputedStyle(element).display === 'inline';
        if (!inText && box.width > 1 && (box.width < 24 || box.height < 24))
            faults.push('too small to hit: ' + named(element) + ' ' + Math.round(box.width) + '×' + Math.round(box.height));
    }
    for (const element of document.body.querySelectorAll('*')) {
        if (!shown(element)) continue;
        const box = element.getBoundingClientRect();
        const hidden = box.width <= 1 || box.height <= 1 || getComputedStyle(element).clipPath !== 'none';
        if (!hidden && (box.right > innerWidth + 1 || box.left < -1) && !element.closest('svg'))
            faults.push('beyond the window: ' + named(element) + ' ' + Math.round(box.left) + '…' + Math.round(box.right));
    }
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(found => {
            for (const violation of found.violations)
                faults.push('axe ' + violation.id + ': ' + violation.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | '));
            done(faults);
        }, error => done(['axe: ' + error]));";
