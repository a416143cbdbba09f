//! Rules over the UI: one seam to the host, features apart, nothing that the page's own security
//! policy would have to refuse.

use super::{
    Finding,
    rust::lines,
    tree::{File, Tree},
};

/// Where the UI touches its host.
const SEAM: &str = "ui/src/backend/tauri.ts";

/// `@tauri-apps/*` is imported in one file.
pub(super) fn one_seam(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.ui().filter(|file| file.path != SEAM) {
        let imports = imports(file).into_iter();
        let foreign = imports.filter(|(_, from)| from.starts_with("@tauri-apps/"));
        findings.extend(foreign.map(|(at, _)| file.finding(at, format!("only {SEAM} knows the host"))));
        for at in
            file.lexed().all_hits("__TAURI__").into_iter().chain(file.lexed().all_hits("__TAURI_INTERNALS__"))
        {
            findings.push(file.finding(at, format!("only {SEAM} knows the host")));
        }
    }
    findings
}

/// No feature imports another feature.
pub(super) fn features_apart(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.ui() {
        let Some(own) = feature(&file.path) else { continue };
        for (at, from) in imports(file) {
            let target = resolve(&file.path, &from);
            if feature(&target).is_some_and(|other| other != own) {
                findings
                    .push(file.finding(at, format!("the feature `{own}` knows no other feature: {from}")));
            }
        }
    }
    findings
}

/// What stands in for the real thing is known to tests and to other stand-ins only.
pub(super) fn fakes_apart(tree: &Tree) -> Vec<Finding> {
    let fakes: Vec<&str> =
        tree.ui().filter(|file| file.is_fake()).filter_map(|file| file.path.strip_suffix(".ts")).collect();
    let mut findings = Vec::new();
    for file in tree.ui().filter(|file| !file.is_test()) {
        for (at, from) in imports(file) {
            let target = resolve(&file.path, &from);
            let target = target.strip_suffix(".ts").unwrap_or(&target);
            if fakes.contains(&target) {
                findings.push(file.finding(at, "a stand-in is for tests and previews only"));
            }
        }
    }
    findings
}

/// No raw HTML, no inline style, no inline handler: text stays text, and the policy of the page
/// forbids the rest.
pub(super) fn raw_html(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| is_page(file)) {
        let markup = file.markup();
        for expression in &markup.expressions {
            if expression.text.trim_start().starts_with("@html") {
                findings.push(file.finding(expression.at, "text stays text: no `{@html`"));
            }
        }
        for attribute in &markup.attributes {
            let is_static = !attribute.value.text.trim().is_empty();
            if attribute.name == "style" {
                findings
                    .push(file.finding(attribute.value.at, "no inline style: the page's policy forbids it"));
            } else if is_static && attribute.name.starts_with("on") && !attribute.name.contains(':') {
                findings.push(
                    file.finding(attribute.value.at, "no inline handler: the page's policy forbids it"),
                );
            }
        }
    }
    for file in tree.ui() {
        for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function"] {
            for at in file.lexed().all_hits(word) {
                findings.push(file.finding(at, format!("text stays text: no `{word}`")));
            }
        }
    }
    findings
}

/// No address of another machine in what the windows load. Sources in comments are welcome.
pub(super) fn addresses(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.ui().filter(|file| !file.is_test()) {
        let markup = file.path.ends_with(".svelte").then(|| file.markup());
        let attributes = markup.iter().flat_map(|markup| markup.attributes.iter().map(|a| &a.value));
        for literal in file.lexed().literals.iter().chain(attributes) {
            if is_address(&literal.text) {
                findings.push(file.finding(literal.at, "nothing is loaded from another machine"));
            }
        }
    }
    let loads = |path: &str| path.starts_with("ui/") && (path.ends_with(".css") || path.ends_with(".html"));
    for file in tree.files.iter().filter(|file| loads(&file.path)) {
        for (at, line) in lines(&file.text) {
            let is_loading = ["url(", "@import", "src=", "href="].iter().any(|word| line.contains(word));
            if is_loading && is_address(line) {
                findings.push(file.finding(at, "nothing is loaded from another machine"));
            }
        }
    }
    findings
}

fn is_address(text: &str) -> bool {
    ["http://", "https://", "ws://", "wss://"].iter().any(|scheme| {
        text.match_indices(scheme).any(|(at, _)| {
            // The names of XML languages look like addresses and load nothing.
            !text[at..].starts_with("http://www.w3.org/")
        })
    })
}

fn is_page(file: &File) -> bool {
    file.path.starts_with("ui/") && (file.path.ends_with(".svelte") || file.path.ends_with(".html"))
}

/// What a script imports, with the place of each: `from "x"`, `import "x"` and `import("x")`.
fn imports(file: &File) -> Vec<(usize, String)> {
    let lexed = file.lexed();
    let is_import = |at: usize| {
        let before = lexed.code[..at].trim_end();
        ["from", "import", "import("].iter().any(|word| {
            before.ends_with(word)
                && !before[..before.len() - word.len()].ends_with(|c: char| c.is_alphanumeric() || c == '.')
        })
    };
    let literals = lexed.literals.iter().filter(|literal| is_import(literal.at));
    literals.map(|literal| (literal.at, literal.text.clone())).collect()
}

/// The feature that a path belongs to: `ui/src/features/<name>/…`.
fn feature(path: &str) -> Option<&str> {
    path.strip_prefix("ui/src/features/")?.split_once('/').map(|(name, _)| name)
}

/// Where a relative import points to; others stay as they are.
fn resolve(path: &str, from: &str) -> String {
    if !from.starts_with('.') {
        return from.to_string();
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in from.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caught(rule: fn(&Tree) -> Vec<Finding>, path: &str, text: &str) -> Vec<usize> {
        rule(&Tree::specimen(&[(path, text)])).iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn a_second_seam_is_caught() {
        let text = "import { a } from 'b';\nimport { invoke } from '@tauri-apps/api/core';\n";
        assert_eq!(caught(one_seam, "ui/src/state/a.svelte.ts", text), [2]);
        assert_eq!(
            caught(one_seam, "ui/src/A.svelte", "<script>\nawait import(\"@tauri-apps/api\")</script>"),
            [2]
        );
        assert_eq!(caught(one_seam, "ui/src/a.ts", "window.__TAURI_INTERNALS__.invoke()"), [1]);
        assert_eq!(caught(one_seam, SEAM, text), []);
        assert_eq!(
            caught(one_seam, "ui/src/a.ts", "// import '@tauri-apps/api'\nconst from = '@tauri-apps/api';"),
            []
        );
    }

    #[test]
    fn a_feature_that_knows_another_is_caught() {
        let text = "import A from '../../components/A.svelte';\nimport B from '../lock/B.svelte';\nimport C from './C.svelte';";
        assert_eq!(caught(features_apart, "ui/src/features/entry/Page.ts", text), [2]);
        assert_eq!(
            caught(features_apart, "ui/src/features/entry/parts/Page.ts", "import '../../lock/b';"),
            [1]
        );
        assert_eq!(caught(features_apart, "ui/src/features/entry/parts/Page.ts", "import '../Page';"), []);
        assert_eq!(caught(features_apart, "ui/src/App.ts", "import './features/lock/B';"), []);
    }

    #[test]
    fn a_stand_in_in_the_app_is_caught() {
        let import = "import { a } from './fake-journal';";
        let files = [("ui/src/fake-journal.ts", ""), ("ui/src/a.ts", import), ("ui/src/a.test.ts", import)];
        let found: Vec<_> =
            fakes_apart(&Tree::specimen(&files)).into_iter().map(|finding| finding.path).collect();
        assert_eq!(found, ["ui/src/a.ts"]);
    }

    #[test]
    fn raw_html_is_caught() {
        let path = "ui/src/A.svelte";
        assert_eq!(caught(raw_html, path, "<p>\n{@html a}</p>"), [2]);
        assert_eq!(caught(raw_html, path, "<p style=\"color: red\">a</p>"), [1]);
        assert_eq!(caught(raw_html, path, "<p style={a}>a</p>"), [1]);
        assert_eq!(caught(raw_html, "ui/keys.html", "<body onload=\"a()\">"), [1]);
        assert_eq!(caught(raw_html, path, "<script>a.innerHTML = b;</script>"), [1]);
        assert_eq!(
            caught(raw_html, path, "<p style:width={a} onclick={b} class=\"c\">{@render d()}</p>"),
            []
        );
    }

    #[test]
    fn an_address_of_another_machine_is_caught() {
        assert_eq!(caught(addresses, "ui/src/a.ts", "fetch('https://example.org')"), [1]);
        assert_eq!(caught(addresses, "ui/src/A.svelte", "<a href=\"http://example.org\">x</a>"), [1]);
        assert_eq!(caught(addresses, "ui/src/a.css", "@import url(https://example.org/a.css);"), [1]);
        let xml = "// see https://example.org\nconst a = 'http://www.w3.org/2000/svg';";
        assert_eq!(caught(addresses, "ui/src/a.ts", xml), []);
        assert_eq!(caught(addresses, "ui/src/a.css", "/* see https://example.org */"), []);
    }
}
