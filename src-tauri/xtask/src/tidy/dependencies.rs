//! Licences, sources and bans, over every package that can come into a build.
//!
//! cargo-deny does more, but compiling it costs a fresh machine minutes; this asks cargo itself.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Finding, licences,
    tree::{File, Tree},
};
use crate::{
    Done,
    json::Json,
    run::{cargo, read},
};

/// The systems we build for. What a library adds on others never comes into a build.
const TARGETS: &[&str] = &["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];

/// The only place that Rust packages come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// What can reach another machine, or have another program do it. None may be in the app. A name
/// that ends in `*` is every name that begins so: of Tauri's plug-ins each gives a page more rights.
const BANNED: &[&str] = &[
    "actix-web",
    "async-tungstenite",
    "attohttpc",
    "awc",
    "axum",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hickory-proto",
    "hickory-resolver",
    "hyper",
    "hyper-rustls",
    "hyper-util",
    "isahc",
    "lettre",
    "libcurl-sys",
    "libp2p",
    "minreq",
    "native-tls",
    "open",
    "opener",
    "openssl",
    "quinn",
    "reqwest",
    "russh",
    "rustls",
    "schannel",
    "self_update",
    "sentry",
    "sentry-core",
    "ssh2",
    "surf",
    "tauri-plugin-*",
    "tiny_http",
    "tokio-native-tls",
    "tokio-rustls",
    "tokio-tungstenite",
    "tonic",
    "tungstenite",
    "ureq",
    "warp",
    "webbrowser",
    "ws",
];

/// What can open a display or a webview, on any system. None may be in the parent, however deep:
/// it is linked without, so it has no way to.
const TOOLKITS: &[&str] = &[
    "gdk-sys",
    "glib-sys",
    "gtk-sys",
    "objc2-app-kit",
    "objc2-web-kit",
    "tao",
    "tauri",
    "wayland-sys",
    "webkit2gtk-sys",
    "webview2-com",
    "winit",
    "wry",
    "x11-dl",
    "x11rb",
];

/// The programs of the app, and what may not be in each.
const PROGRAMS: &[(&str, &[&[&str]])] =
    &[("terugblik", &[BANNED, TOOLKITS]), ("terugblik-window", &[BANNED])];

/// Looks at every Rust package of each system.
pub(super) fn rust() -> Done<Vec<Finding>> {
    let mut findings = Vec::new();
    let mut expressions = BTreeSet::new();
    for target in TARGETS {
        let mut ask = cargo(["metadata", "--locked", "--format-version", "1", "--filter-platform", target]);
        let metadata = Json::parse(&read(&mut ask)?)?;
        findings.extend(judge_packages(&metadata));
        for (program, banned) in PROGRAMS {
            findings.extend(judge_program(&metadata, program, banned));
        }
        let packages = metadata.get("packages").items().iter();
        expressions.extend(packages.filter_map(|p| p.get("license").text().map(str::to_string)));
    }
    let expressions: Vec<&str> = expressions.iter().map(String::as_str).collect();
    for licence in licences::unneeded(licences::RUST, &expressions) {
        findings
            .push(in_lock(format!("no package needs the licence {licence} any more; take it off the list")));
    }
    println!("   licences: {} expressions over {} systems", expressions.len(), TARGETS.len());
    Ok(findings)
}

fn in_lock(message: String) -> Finding {
    Finding { path: "Cargo.lock".into(), line: 1, message }
}

fn judge_packages(metadata: &Json) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in metadata.get("packages").items() {
        let name = package.get("name").text().unwrap_or("?");
        match package.get("license").text() {
            None => findings.push(in_lock(format!("{name} names no licence"))),
            Some(expression) if licences::satisfies(expression, licences::RUST) != Some(true) => {
                findings.push(in_lock(format!("{name} has a licence that is not on the list: {expression}")));
            }
            Some(_) => {}
        }
        if let Some(source) = package.get("source").text().filter(|source| *source != REGISTRY) {
            findings.push(in_lock(format!("{name} comes from {source}, not from crates.io")));
        }
    }
    findings
}

/// Walks from a program over everything but its tests, and tells how a banned package came in.
fn judge_program(metadata: &Json, program: &str, banned: &[&[&str]]) -> Vec<Finding> {
    let packages = metadata.get("packages").items();
    let name_of: BTreeMap<&str, &str> =
        packages.iter().filter_map(|p| Some((p.get("id").text()?, p.get("name").text()?))).collect();
    let nodes = metadata.get("resolve").get("nodes").items();
    let nodes: BTreeMap<&str, &Json> = nodes.iter().filter_map(|n| Some((n.get("id").text()?, n))).collect();
    let Some(root) = name_of.iter().find(|(_, name)| **name == program).map(|(id, _)| *id) else {
        return vec![in_lock(format!("there is no package `{program}`"))];
    };

    let mut ways: BTreeMap<&str, String> = BTreeMap::from([(root, program.to_string())]);
    let mut waiting = vec![root];
    let mut findings = Vec::new();
    while let Some(id) = waiting.pop() {
        let way = ways[id].clone();
        for dependency in nodes.get(id).map_or(&[][..], |node| node.get("deps").items()) {
            let is_for_tests =
                dependency.get("dep_kinds").items().iter().all(|kind| kind.get("kind").text() == Some("dev"));
            let Some(next) =
                dependency.get("pkg").text().filter(|next| !is_for_tests && !ways.contains_key(next))
            else {
                continue;
            };
            let name = name_of.get(next).copied().unwrap_or("?");
            let way = format!("{way} → {name}");
            if banned.iter().any(|names| names.iter().any(|banned| is_named(name, banned))) {
                findings.push(in_lock(format!("`{name}` may not be in `{program}`: {way}")));
            }
            ways.insert(next, way);
            waiting.push(next);
        }
    }
    findings
}

fn is_named(name: &str, banned: &str) -> bool {
    banned.strip_suffix('*').map_or(name == banned, |start| name.starts_with(start))
}

/// Looks at every npm package of the lock file.
pub(super) fn npm(tree: &Tree) -> Vec<Finding> {
    const LOCK: &str = "ui/package-lock.json";
    let Some(file) = tree.file(LOCK) else {
        return vec![Finding { path: LOCK.into(), line: 1, message: "there is no lock file".into() }];
    };
    match Json::parse(&file.text) {
        Ok(lock) => judge_npm(file, &lock),
        Err(trouble) => vec![file.finding(0, trouble)],
    }
}

/// npm packages that reach for the network or for more rights than a window has.
const BANNED_NPM: &[&str] = &[
    "axios",
    "cross-fetch",
    "got",
    "isomorphic-fetch",
    "ky",
    "node-fetch",
    "socket.io-client",
    "superagent",
    "undici",
    "ws",
];

fn judge_npm(file: &File, lock: &Json) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut expressions = Vec::new();
    for (path, package) in lock.get("packages").entries() {
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        let at = file.text.find(&format!("\"{path}\"")).unwrap_or(0);
        let mut say = |message: String| findings.push(file.finding(at, message));
        match package.get("license").text() {
            None => say(format!("{name} names no licence")),
            Some(expression) => {
                expressions.push(expression);
                if licences::satisfies(expression, licences::NPM) != Some(true) {
                    say(format!("{name} has a licence that is not on the list: {expression}"));
                }
            }
        }
        let source = package.get("resolved").text();
        if source.is_some_and(|source| !source.starts_with("https://registry.npmjs.org/")) {
            say(format!("{name} does not come from the npm registry"));
        }
        if !path.is_empty() && package.get("integrity").text().is_none_or(|sum| !sum.starts_with("sha512-")) {
            say(format!("{name} has no sum to check it by"));
        }
        let is_shipped = !package.get("dev").is_true();
        if name.starts_with("@tauri-apps/plugin-") || is_shipped && BANNED_NPM.contains(&name) {
            say(format!("`{name}` may not be in the app"));
        }
    }
    for licence in licences::unneeded(licences::NPM, &expressions) {
        findings.push(
            file.finding(0, format!("no package needs the licence {licence} any more; take it off the list")),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(findings: &[Finding]) -> Vec<&str> {
        findings.iter().map(|finding| finding.message.as_str()).collect()
    }

    #[test]
    fn a_foreign_licence_or_source_is_caught() {
        let metadata = format!(
            r#"{{"packages":[
                {{"name":"good","license":"MIT OR Apache-2.0","source":"{REGISTRY}"}},
                {{"name":"ours","license":"EUPL-1.2","source":null}},
                {{"name":"copyleft","license":"AGPL-3.0-only","source":"{REGISTRY}"}},
                {{"name":"silent","license":null,"source":"{REGISTRY}"}},
                {{"name":"forked","license":"MIT","source":"git+https://example.org/x"}}
            ]}}"#
        );
        let findings = judge_packages(&Json::parse(&metadata).expect("well formed"));
        assert_eq!(
            messages(&findings),
            [
                "copyleft has a licence that is not on the list: AGPL-3.0-only",
                "silent names no licence",
                "forked comes from git+https://example.org/x, not from crates.io",
            ]
        );
    }

    fn graph(edges: &str) -> Json {
        let metadata = format!(
            r#"{{"packages":[{{"id":"1","name":"terugblik"}},{{"id":"2","name":"tauri"}},{{"id":"3","name":"hyper"}},
                {{"id":"4","name":"boundaries"}}],"resolve":{{"nodes":[{edges}]}}}}"#
        );
        Json::parse(&metadata).expect("well formed")
    }

    #[test]
    fn a_client_deep_in_the_app_is_caught_with_its_way_in() {
        let edges = r#"{"id":"1","deps":[{"pkg":"2","dep_kinds":[{"kind":null}]}]},
            {"id":"2","deps":[{"pkg":"3","dep_kinds":[{"kind":"dev"},{"kind":"build"}]}]}"#;
        let findings = judge_program(&graph(edges), "terugblik", &[BANNED]);
        assert_eq!(messages(&findings), ["`hyper` may not be in `terugblik`: terugblik → tauri → hyper"]);
        let findings = judge_program(&graph(edges), "terugblik", &[TOOLKITS]);
        assert_eq!(messages(&findings), ["`tauri` may not be in `terugblik`: terugblik → tauri"]);
        assert_eq!(judge_program(&Json::Null, "terugblik", &[BANNED]).len(), 1);
        for plug_in in ["tauri-plugin-http", "tauri-plugin-fs"] {
            assert!(BANNED.iter().any(|banned| is_named(plug_in, banned)), "{plug_in}");
        }
        assert!(!BANNED.iter().any(|banned| is_named("tauri", banned)));
    }

    #[test]
    fn a_client_of_the_tests_is_let_through() {
        let edges = r#"{"id":"1","deps":[{"pkg":"3","dep_kinds":[{"kind":"dev"}]}]},
            {"id":"4","deps":[{"pkg":"3","dep_kinds":[{"kind":null}]}]}"#;
        assert_eq!(messages(&judge_program(&graph(edges), "terugblik", &[BANNED])), Vec::<&str>::new());
    }

    #[test]
    fn npm_packages_that_do_not_belong_are_caught() {
        let text = r#"{"packages":{
            "":{"license":"EUPL-1.2"},
            "node_modules/a":{"license":"MIT","integrity":"sha512-x"},
            "node_modules/b":{"license":"SEE LICENSE IN LICENSE.md","integrity":"sha512-x"},
            "node_modules/c":{"license":"MIT","integrity":"sha1-x"},
            "node_modules/d":{"license":"MIT","integrity":"sha512-x","resolved":"https://example.org/d.tgz"},
            "node_modules/@tauri-apps/plugin-http":{"license":"MIT","integrity":"sha512-x","dev":true},
            "node_modules/a/node_modules/ws":{"license":"MIT","integrity":"sha512-x"},
            "node_modules/got":{"license":"MIT","integrity":"sha512-x","dev":true}
        }}"#;
        let findings = npm(&Tree::specimen(&[("ui/package-lock.json", text)]));
        let unneeded = findings.iter().filter(|finding| finding.message.starts_with("no package needs"));
        assert_eq!(unneeded.count(), licences::NPM.len() - 2);
        let lines: Vec<_> = findings
            .iter()
            .filter(|finding| finding.line > 1)
            .map(|f| (f.line, f.message.as_str()))
            .collect();
        assert_eq!(
            lines,
            [
                (4, "b has a licence that is not on the list: SEE LICENSE IN LICENSE.md"),
                (5, "c has no sum to check it by"),
                (6, "d does not come from the npm registry"),
                (7, "`@tauri-apps/plugin-http` may not be in the app"),
                (8, "`ws` may not be in the app"),
            ]
        );
    }
}
