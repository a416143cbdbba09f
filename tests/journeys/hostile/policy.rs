//! What stands behind it, should a text run all the same: the policy of the pages, and commands that
//! are refused.

use std::{collections::BTreeSet, fs, path::Path};

use boundaries::Page;
use contract::CommandLine;
use serde_json::{Value, json};

use super::listener::Listener;

/// What a text that runs would try first; each must end in a refusal by the named directive.
const TRIES: &[(&str, &str)] = &[
    ("script-src", "eval('1')"),
    ("script-src", "new Function('1')"),
    ("script-src-attr", "const p = add('p'); p.setAttribute('onclick', 'window.__inline = 1'); p.click()"),
    ("script-src-elem", "add('script').textContent = 'window.__inline = 1'"),
    ("script-src-elem", "add('script', 'src', SERVER)"),
    ("script-src-elem", "add('script', 'src', 'data:text/javascript,window.__inline=1')"),
    ("style-src-elem", "add('style').textContent = '*{background:red}'"),
    ("style-src-attr", "add('p').setAttribute('style', 'color: red')"),
    ("img-src", "add('img', 'src', SERVER)"),
    ("font-src", "new FontFace('ran', `url(${SERVER})`).load().catch(() => {})"),
    ("connect-src", "fetch(SERVER).catch(() => {})"),
    ("connect-src", "navigator.sendBeacon(SERVER)"),
    ("connect-src", "new WebSocket(SERVER.replace('http', 'ws'))"),
    ("connect-src", "new EventSource(SERVER)"),
    (
        "connect-src",
        "const ask = new XMLHttpRequest(); ask.onerror = () => {}; ask.open('GET', SERVER); ask.send()",
    ),
    ("frame-src", "add('iframe', 'src', SERVER)"),
    ("frame-src", "add('iframe', 'src', 'data:text/html,ran')"),
    ("object-src", "add('object', 'data', SERVER)"),
    ("object-src", "add('embed', 'src', SERVER)"),
    ("worker-src", "new Worker('data:text/javascript,1')"),
    ("base-uri", "add('base', 'href', SERVER)"),
    ("form-action", "const form = add('form', 'action', SERVER); form.submit()"),
];

/// What this engine does not do at all in our windows, so that no policy has to refuse it.
const NOT_DONE: &[&str] = &[
    "add('video', 'src', SERVER)",
    "add('audio', 'src', SERVER).play?.()?.catch?.(() => {})",
    "add('link', 'rel', 'manifest', 'href', SERVER)",
    "add('link', 'rel', 'prefetch', 'href', SERVER)",
    "add('link', 'rel', 'dns-prefetch', 'href', SERVER)",
    "add('a', 'href', '#', 'ping', SERVER).click()",
    "open(SERVER)",
    "location.assign(SERVER)",
];

/// Sees that the page's policy is the one that is written down, and that it refuses.
pub async fn is_in_force(page: &Page, listener: &Listener) {
    let server = format!("http://127.0.0.1:{}/ran", listener.port);
    let mut not_refused = Vec::new();
    for (directive, attempt) in TRIES {
        let refused = attempts(page, attempt, &server).await;
        refused.iter().for_each(|(_, policy)| is_ours(policy));
        if !refused.iter().any(|(by, _)| by == directive) {
            not_refused.push((directive, attempt, refused));
        }
    }
    assert!(not_refused.is_empty(), "the policy says nothing to: {not_refused:#?}");
    for attempt in NOT_DONE {
        attempts(page, attempt, &server).await;
    }
    assert_eq!(listener.asked(), [""; 0], "nobody asked the server for anything");
}

/// Attempts something in the page; gives what was refused, each with the policy that refused it.
async fn attempts(page: &Page, attempt: &str, server: &str) -> Vec<(String, String)> {
    let script = format!(
        "const SERVER = arguments[0], done = arguments[1], added = [], refusals = [];
        const add = (name, ...attributes) => {{
            const element = document.createElement(name);
            for (let at = 0; at < attributes.length; at += 2) element.setAttribute(attributes[at], attributes[at + 1]);
            added.push(element);
            (['link', 'base', 'style'].includes(name) ? document.head : document.body).append(element);
            return element;
        }};
        const note = event => refusals.push([event.effectiveDirective, event.originalPolicy]);
        document.addEventListener('securitypolicyviolation', note);
        // Some refusals are thrown as well.
        try {{ (() => {{ {attempt} }})() }} catch {{}}
        const end = performance.now() + 400;
        const look = () => {{
            if (refusals.length === 0 && performance.now() < end) return setTimeout(look, 10);
            document.removeEventListener('securitypolicyviolation', note);
            for (const element of added) element.remove();
            done({{ refusals, inline: window.__inline ?? null, at: location.href, base: document.baseURI }});
        }};
        look();"
    );
    let found = page.client().execute_async(&script, vec![json!(server)]).await;
    let found = found.unwrap_or_else(|error| panic!("{attempt}: {error}"));
    assert_eq!(found["inline"], Value::Null, "{attempt}");
    for place in ["at", "base"] {
        assert!(
            found[place].as_str().is_some_and(|place| place.starts_with("tauri://localhost/")),
            "{found}"
        );
    }
    serde_json::from_value(found["refusals"].clone()).expect("refusals")
}

/// Sees that a policy holds every directive of the app's configuration, with nothing that lets more
/// in. Tauri adds the hashes of our own scripts and styles.
fn is_ours(policy: &str) {
    let configuration = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/tauri.conf.json");
    let configuration: Value =
        serde_json::from_str(&fs::read_to_string(configuration).expect("it is there")).expect("JSON");
    let written = configuration["app"]["security"]["csp"].as_str().expect("a policy");
    let directives = |policy: &str| -> BTreeSet<(String, BTreeSet<String>)> {
        let each = policy.split(';').filter(|one| !one.trim().is_empty());
        each.map(|one| {
            let mut words = one.split_whitespace().map(str::to_owned);
            let name = words.next().unwrap_or_default();
            let of_tauri = |word: &String| word.starts_with("'sha256-") || word.starts_with("'nonce-");
            (name, words.filter(|word| !of_tauri(word)).collect())
        })
        .collect()
    };
    assert_eq!(directives(policy), directives(written), "{policy}");
}

/// Sees that the journal's page can call no command of the window that knows the passphrase or of the
/// one that others look at, nor any of the framework.
pub async fn journal_has_nothing_of_others(page: &Page) {
    refuses(page, &[contract::KEYS, contract::WALK_THROUGH], "list_bin").await;
}

/// The same for the page that knows the passphrase.
pub async fn keys_has_nothing_of_others(page: &Page) {
    refuses(page, &[contract::JOURNAL, contract::WALK_THROUGH], "keys_state").await;
}

/// The same for the page that others look at.
pub async fn walk_through_has_nothing_of_others(page: &Page) {
    refuses(page, &[contract::JOURNAL, contract::KEYS], "await_walk_through").await;
}

/// Commands of the framework and of plugins that an app may have. Ours has none.
const OF_OTHERS: &[&str] = &[
    "plugin:app|version",
    "plugin:clipboard-manager|read_text",
    "plugin:clipboard-manager|write_text",
    "plugin:dialog|open",
    "plugin:dialog|save",
    "plugin:event|emit",
    "plugin:event|listen",
    "plugin:fs|read_file",
    "plugin:fs|write_file",
    "plugin:http|fetch",
    "plugin:image|new",
    "plugin:menu|new",
    "plugin:opener|open_url",
    "plugin:path|resolve_directory",
    "plugin:process|exit",
    "plugin:resources|close",
    "plugin:shell|execute",
    "plugin:shell|open",
    "plugin:tray|new",
    "plugin:updater|check",
    "plugin:webview|create_webview_window",
    "plugin:webview|internal_toggle_devtools",
    "plugin:webview|webview_close",
    "plugin:webview|print",
    "plugin:window|close",
    "plugin:window|create",
    "plugin:window|destroy",
    "plugin:window|set_title",
    "no_such_command",
];

async fn refuses(page: &Page, of_other_roles: &[&[CommandLine]], own: &str) {
    // What the shell refuses is said in a text; a failure of a command has a code, and one that was
    // heard and not understood says so.
    const CALL: &str = "const [commands, done] = arguments; \
        const refused = /not allowed|not found/; \
        Promise.all(commands.map(command => window.__TAURI_INTERNALS__.invoke(command, { request: null }) \
            .then(() => 'done', answer => typeof answer === 'string' && refused.test(answer) ? null \
                : JSON.stringify(answer)))).then(done)";
    let of_other_roles = of_other_roles.iter().flat_map(|table| table.iter());
    let names: Vec<&str> = of_other_roles.map(|line| line.name).chain(OF_OTHERS.iter().copied()).collect();
    let all: Vec<&str> = names.iter().copied().chain([own]).collect();
    let answers = page.client().execute_async(CALL, vec![json!(all)]).await.expect("the page answers");
    let answers: Vec<Option<String>> = serde_json::from_value(answers).expect("a list");
    let heard: Vec<&str> =
        all.iter().zip(&answers).filter(|(_, answer)| answer.is_some()).map(|(name, _)| *name).collect();
    assert_eq!(
        heard,
        [own],
        "only its own command is heard, and that one is, so this looks in the right place: {answers:?}"
    );
}
