//! Text is text: what somebody writes, pastes or hands over in a pack never becomes part of a page.
//!
//! A journal holds [our collection](payloads) of texts that are programs, in every place where a
//! person or a pack can put a text, and every screen that shows them is gone past. The same with
//! harmless texts of the same length says which elements the screens themselves are made of. And the
//! same collection on a page that does everything wrong says that all of it runs where it can.

mod control;
mod leafing;
mod learned;
mod learning;
mod listener;
mod packs;
mod payloads;
pub mod policy;
mod screens;
mod sheets;
mod texts;
mod walk_through;

use boundaries::{App, Options, Words, figure};
use serde_json::Value;

use self::{
    leafing::Brought,
    listener::Listener,
    payloads::{Payload, harmless, payloads},
    screens::Screens,
};
use crate::steps::{self, travel};

#[test]
fn no_text_ever_becomes_part_of_a_page() {
    travel(async {
        let words = Words::of("nl");
        let listener = Listener::start();
        let hostile = payloads(listener.port);
        let calm = harmless(&hostile);
        let folder = tempfile::tempdir().expect("a folder");
        let (at, of_calm) = (folder.path().join("journal"), folder.path().join("calm"));
        let calm_texts = texts::write(&of_calm, &calm, screens::searches(&calm, "o"));
        let hostile_texts =
            texts::write(&folder.path().join("hostile"), &hostile, screens::searches(&hostile, "ran"));
        // The options name a place for as long as any test may run.
        let place: &'static str = Box::leak(at.display().to_string().into_boxed_str());

        std::os::unix::fs::symlink("calm", &at).expect("a link");
        let mut app = App::start(Options { journal_is: Some(place), ..Options::default() });
        let screens = Screens::open(&app, &words).await;
        let ours = screens.pass(&calm, &calm_texts).await;
        drop(screens);
        app.stop();

        std::fs::remove_file(&at).expect("the link goes");
        std::os::unix::fs::symlink("hostile", &at).expect("a link");
        app.start_again();
        let keys = app.attach("keys").await;
        policy::keys_has_nothing_of_others(&keys).await;
        steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
        keys.see_off().await;
        let screens = Screens::on(steps::opened(&app, &words).await, &words).await;
        let found = screens.pass(&hostile, &hostile_texts).await;

        nothing_ran(&found, &ours);
        assert_eq!(screens.windows().await, 1, "no other window was opened");
        assert_eq!(listener.asked(), [""; 0], "nobody asked the server for anything");

        policy::is_in_force(screens.page(), &listener).await;
        policy::journal_has_nothing_of_others(screens.page()).await;
        figure("N6", "texts that are programs, on every screen", hostile.len(), "0 ran");
    });
}

#[test]
fn no_text_of_a_sheet_or_a_pack_ever_becomes_part_of_a_page() {
    travel(async {
        let words = Words::of("nl");
        let listener = Listener::start();
        let hostile = payloads(listener.port);
        let calm = harmless(&hostile);
        let (sorted, of_calm) = (packs::sort(&hostile), packs::sort(&calm));
        assert!(sorted.taken.len() >= 20, "some are no more than odd texts: {}", sorted.taken.len());
        assert!(sorted.refused.len() >= 100, "most are refused: {}", sorted.refused.len());
        // One of each kind; in the place of those, something that is refused as well.
        let mut refused: Vec<&Payload> = Vec::new();
        for payload in sorted.refused.iter().filter(|payload| payload.text.contains('<')) {
            if refused.last().is_none_or(|last| last.kind != payload.kind) {
                refused.push(payload);
            }
        }
        let refused = refused.iter().map(|payload| packs::of(&["kalm"], &payload.text)).collect();
        let unknown = packs::of(&["kalm"], "kalm").replacen("licence", "licentie", 1);
        let question = packs::ours().questions()[0].clone();
        let question = (question.id.as_str().to_owned(), packs::say(&question.text));

        let folder = tempfile::tempdir().expect("a folder");
        let place = |name| -> &'static str {
            Box::leak(folder.path().join(name).display().to_string().into_boxed_str())
        };
        sheets::write(place("calm").as_ref(), &calm, &question.0);
        sheets::write(place("hostile").as_ref(), &hostile, &question.0);
        let pass = async |at, brought: Brought<'_>| {
            let app = App::start(Options { journal_is: Some(at), ..Options::default() });
            let screens = Screens::open(&app, &words).await;
            let found = screens.leaf(&app, &brought).await;
            assert_eq!(screens.windows().await, 1, "no other window was opened");
            found
        };
        let of = |payloads, refused, taken| Brought { payloads, question: &question.1, refused, taken };
        let ours = pass(place("calm"), of(&calm, vec![unknown], &of_calm.taken)).await;
        let found = pass(place("hostile"), of(&hostile, refused, &sorted.taken)).await;
        nothing_ran(&found, &ours);
        assert_eq!(listener.asked(), [""; 0], "nobody asked the server for anything");
        figure("N6", "texts that are programs, in sheets and a pack", hostile.len(), "0 ran");
    });
}

#[test]
fn no_text_of_what_was_learned_ever_becomes_part_of_a_page() {
    travel(async {
        let words = Words::of("nl");
        let listener = Listener::start();
        let hostile = payloads(listener.port);
        let folder = tempfile::tempdir().expect("a folder");
        let pass = async |name, payloads: &[Payload]| {
            let at: &'static str = Box::leak(folder.path().join(name).display().to_string().into_boxed_str());
            let learned = learned::write(at.as_ref(), payloads);
            let app = App::start(Options { journal_is: Some(at), ..Options::default() });
            let screens = Screens::open(&app, &words).await;
            let found = screens.learn(payloads, &learned).await;
            assert_eq!(screens.windows().await, 1, "no other window was opened");
            (found, learned.rules.len())
        };
        let (ours, _) = pass("calm", &harmless(&hostile)).await;
        let (found, rules) = pass("hostile", &hostile).await;
        assert!(rules >= 100, "most are one line, as a rule is: {rules}");
        nothing_ran(&found, &ours);
        assert_eq!(listener.asked(), [""; 0], "nobody asked the server for anything");
        figure("N6", "texts that are programs, in what was learned", hostile.len(), "0 ran");
    });
}

#[test]
fn no_text_of_a_walk_through_ever_becomes_part_of_a_page() {
    travel(async {
        let words = Words::of("nl");
        let listener = Listener::start();
        let hostile = payloads(listener.port);
        let folder = tempfile::tempdir().expect("a folder");
        let pass = async |name, payloads: &[Payload]| {
            let at: &'static str = Box::leak(folder.path().join(name).display().to_string().into_boxed_str());
            let walked = walk_through::write(at.as_ref(), payloads);
            // One of three kinds is typed.
            let typed: Vec<&str> =
                payloads.iter().step_by(payloads.len() / 3).map(|one| one.text.as_str()).collect();
            let app = App::start(Options { journal_is: Some(at), ..Options::default() });
            walk_through::pass(&app, &words, &walked, &typed[..3]).await
        };
        let ours = pass("calm", &harmless(&hostile)).await;
        let found = pass("hostile", &hostile).await;
        for (found, ours) in found.iter().zip(&ours) {
            nothing_ran(found, ours);
        }
        assert_eq!(listener.asked(), [""; 0], "nobody asked the server for anything");
        figure("N6", "texts that are programs, in a walk-through", hostile.len(), "0 ran");
    });
}

/// What was found with texts that are programs is what was found without.
fn nothing_ran(found: &Value, ours: &Value) {
    assert_eq!(found["ran"], serde_json::json!([]), "nothing ran");
    for not in ["moved", "pollution", "element", "global"] {
        assert_eq!(found[not], false, "{not}");
    }
    assert_eq!(found["frozen"], true, "the prototypes are frozen");
    assert_eq!(found["violations"], serde_json::json!([]), "the policy had nothing to refuse");
    let alien = screens::beyond(&found["kinds"], &ours["kinds"]);
    assert!(alien.is_empty(), "elements that are not ours: {alien:#?}");
    assert_eq!(found["titles"], ours["titles"], "the window says where one is, never what is written");
}

#[test]
fn the_same_texts_run_where_nothing_stops_them() {
    travel(async {
        let listener = Listener::start();
        let hostile = payloads(listener.port);
        assert!(hostile.len() >= 150);
        let calm = harmless(&hostile);
        let browser = control::Careless::open(&listener).await;
        let all: Vec<_> = hostile.iter().chain(&calm).cloned().collect();
        let places = browser.ran(&all).await;
        let (ran, of_calm) = places.split_at(hostile.len());
        let inert: Vec<_> = hostile.iter().zip(ran).filter(|(_, place)| place.is_none()).collect();
        assert!(inert.is_empty(), "these never run, so they show nothing: {inert:#?}");
        assert!(of_calm.iter().all(Option::is_none), "harmless texts do not run: {of_calm:?}");
        figure("N6", "the same on a page that does everything wrong", hostile.len(), "all ran");
    });
}
