//! A tour of every screen, in both languages and every colour: accessible (axe, WCAG 2.2 AA),
//! large enough to hit, and whole in a narrow window. `cargo xtask screens` takes the pictures.
//!
//! It is one long visit by one person: she sets up a journal, looks back on a first contact with
//! everything that the writing offers, meets her intention again at a second one, and comes back
//! after some weeks.

mod backups;
mod faults;
mod finding;
mod handbook;
mod keys;
mod learning;
mod locked;
mod places;
mod privacy;
mod setting_up;
mod sheets;
mod sitting;
mod together;
mod walk_through;

use boundaries::{App, Options, Page, Theme, Words};

use crate::steps::{self, travel};

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

/// The ways in which all screens are looked at.
const LOOKS: [Look; 7] = [
    Look { name: "nl-light", language: "nl", theme: Theme::Light, display: (1280, 900), scale: 1 },
    Look { name: "nl-dark", language: "nl", theme: Theme::Dark, display: (1280, 900), scale: 1 },
    Look { name: "en-light", language: "en", theme: Theme::Light, display: (1280, 900), scale: 1 },
    Look { name: "en-dark", language: "en", theme: Theme::Dark, display: (1280, 900), scale: 1 },
    Look { name: "nl-contrast", language: "nl", theme: Theme::HighContrast, display: (1280, 900), scale: 1 },
    Look { name: "nl-zoom", language: "nl", theme: Theme::Light, display: (1280, 1800), scale: 4 },
    Look { name: "en-zoom", language: "en", theme: Theme::Light, display: (1280, 1800), scale: 4 },
];

#[test]
fn tour_in_dutch_and_light() {
    tour(LOOKS[0]);
}

#[test]
fn tour_in_dutch_and_dark() {
    tour(LOOKS[1]);
}

#[test]
fn tour_in_english_and_light() {
    tour(LOOKS[2]);
}

#[test]
fn tour_in_english_and_dark() {
    tour(LOOKS[3]);
}

#[test]
fn tour_in_high_contrast() {
    tour(LOOKS[4]);
}

#[test]
fn tour_at_four_hundred_percent() {
    tour(LOOKS[5]);
}

#[test]
fn tour_at_four_hundred_percent_in_english() {
    tour(LOOKS[6]);
}

/// The system in which a look is had.
fn options(look: Look) -> Options {
    let language = if look.language == "nl" { "nl_NL.UTF-8" } else { "en_GB.UTF-8" };
    Options { language, theme: look.theme, display: look.display, scale: look.scale, ..Options::default() }
}

fn tour(look: Look) {
    travel(async {
        let mut app = App::start(options(look));
        let tour = Tour { look, words: Words::of(look.language), axe: faults::axe() };
        tour.set_up(&app).await;
        let journal = steps::opened(&app, &tour.words).await;
        tour.first_contact(&journal).await;
        tour.second_contact(&journal).await;
        tour.backups(&app, &journal).await;
        tour.places(&journal).await;
        journal.wait_for_end();
        tour.lock_window(&app).await;
        app.stop();

        app.start_again_after(40);
        let journal = steps::unlock(&app, &tour.words).await;
        tour.after_weeks(&journal).await;
        app.stop();
        tour.blocked(&mut app).await;
        app.stop();
        tour.restoring(&mut app).await;
        let journal = steps::opened(&app, &tour.words).await;
        tour.locks(&app, &journal).await;
    });
}

struct Tour {
    look: Look,
    words: Words,
    axe: String,
}

impl Tour {
    /// Judges a screen in the window as it is and, where the display allows, in a narrow one.
    async fn visit(&self, page: &Page, screen: &str) {
        let name = format!("{screen}-{}", self.look.name);
        if self.look.scale > 1 {
            // A display of 1280 pixels at four times the size is 320 wide.
            page.resize(320, 430).await;
            page.until("a narrow page", "return innerWidth <= 320 && devicePixelRatio === 4", vec![]).await;
        }
        at_rest(page).await;
        page.picture(&name).await;
        let mut found = faults::of(page, &self.axe).await;
        if self.look.scale == 1 {
            page.resize(320, 800).await;
            page.until("a narrow page", "return innerWidth <= 320", vec![]).await;
            at_rest(page).await;
            page.picture(&format!("{name}-narrow")).await;
            let narrow = faults::of(page, &self.axe).await;
            found.extend(narrow.into_iter().map(|fault| format!("narrow: {fault}")));
            page.resize(1180, 820).await;
            page.until("a wide page", "return innerWidth > 1000", vec![]).await;
        }
        assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
    }

    fn say(&self, id: &str) -> &str {
        self.words.say(id)
    }
}

/// Waits until nothing moves and what is there has been painted.
async fn at_rest(page: &Page) {
    page.settle().await;
    let painted = "const done = arguments[0]; \
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))";
    page.client().execute_async(painted, vec![]).await.expect("a page paints");
}
