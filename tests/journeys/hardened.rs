//! What a window is refused: a script of its own page asks for everything that a journal has no use
//! for. The settings and signals that say no are the same in the app as it ships; what keeps the
//! network out is not, and has tests of its own.

use boundaries::{App, Options, Words};
use serde_json::{Value, json};

use crate::steps::{self, travel};

/// Asks for each thing and notes what came of it. What is answered later is noted later.
const ASK: &str = "
    const found = (window.found = {});
    const ask = (what, act) => {
        try { found[what] = String(act()); } catch { found[what] = 'refused'; }
    };
    const askLater = (what, act) => {
        try {
            Promise.resolve(act()).then(
                (answer) => { found[what] = String(answer); },
                () => { found[what] = 'refused'; },
            );
        } catch { found[what] = 'refused'; }
    };
    ask('paper', () => print() ?? 'went on');
    ask('a message', () => alert('?') ?? 'went on');
    ask('a question', () => confirm('?'));
    ask('an answer', () => prompt('?', 'default'));
    ask('another window', () => open('about:blank'));
    ask('local storage', () => { localStorage.setItem('a', 'b'); return localStorage.getItem('a'); });
    ask('three dimensions', () => document.createElement('canvas').getContext('webgl'));
    ask('calls', () => typeof RTCPeerConnection);
    ask('sound', () => typeof AudioContext);
    ask('the inspector', () => typeof window.webkit?.inspector);
    ask('the host', () => typeof window.__TAURI__);
    askLater('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
    askLater('the screen', () => navigator.mediaDevices.getDisplayMedia());
    askLater('place', () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)));
    askLater('the clipboard', () => navigator.clipboard.readText());
    askLater('filling the screen', () => document.documentElement.requestFullscreen());
    askLater('notifications', () =>
        typeof Notification === 'undefined' ? 'denied' : Notification.requestPermission());
    return true";

/// What may come of it.
const COMES_OF_IT: &[(&str, &[&str])] = &[
    ("paper", &["went on"]),
    ("a message", &["went on"]),
    ("a question", &["false"]),
    ("an answer", &["null"]),
    ("another window", &["null"]),
    ("local storage", &["refused"]),
    ("three dimensions", &["null"]),
    ("calls", &["undefined"]),
    ("sound", &["undefined"]),
    ("the inspector", &["undefined"]),
    ("the host", &["undefined"]),
    ("camera", &["refused"]),
    ("the screen", &["refused"]),
    ("place", &["refused"]),
    ("the clipboard", &["refused"]),
    ("filling the screen", &["refused"]),
    ("notifications", &["denied"]),
];

#[test]
fn a_page_is_refused_what_a_journal_has_no_use_for() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let keys = app.attach("keys").await;
        keys.see(words.say("keys-begin")).await;
        asks_for_everything(&app, &keys).await;
        drop(keys);
    });
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        asks_for_everything(&app, &journal).await;
    });
}

async fn asks_for_everything(app: &App, page: &boundaries::Page) {
    let windows = || app.desktop().ask("xdotool", &["search", "--onlyvisible", "--name", "."]);
    let before = windows();
    page.run(ASK, vec![]).await;
    let all = "return Object.keys(window.found).length >= arguments[0] && window.found";
    let found = page.until("every answer", all, vec![json!(COMES_OF_IT.len())]).await;
    for (what, may) in COMES_OF_IT {
        let came = found.get(what).and_then(Value::as_str);
        assert!(came.is_some_and(|came| may.contains(&came)), "{what}: {came:?}, of {found:#}");
    }
    assert_eq!(windows(), before, "no dialog has come");
}
