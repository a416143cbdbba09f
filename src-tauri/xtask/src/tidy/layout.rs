//! Rules over the tree itself.

use std::collections::BTreeSet;

use super::{Finding, RULES, rust::lines, tree::Tree};

/// What may be visible at the top; settings of tools are dotfiles.
const TOP: &[&str] =
    &["Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "assets", "src-tauri", "tests", "ui"];

/// The visible top level is fixed.
pub(super) fn top_level(tree: &Tree) -> Vec<Finding> {
    let visible: BTreeSet<&str> = tree
        .paths
        .iter()
        .filter_map(|path| path.split('/').next())
        .filter(|name| !name.starts_with('.'))
        .collect();
    let finding = |path: &str, message: &str| Finding { path: path.into(), line: 1, message: message.into() };
    let extra = visible.iter().filter(|name| !TOP.contains(name));
    let extra = extra.map(|name| finding(name, "the visible top level is fixed; this does not belong there"));
    let absent = TOP.iter().filter(|name| tree.is_whole && !visible.contains(*name));
    let absent = absent.map(|name| finding(name, "belongs at the top level and is not there"));
    extra.chain(absent).collect()
}

/// The most lines of a file that a person can hold in mind.
const LONGEST: usize = 600;

/// Files are short; a module is a file and not a folder's `mod.rs`.
pub(super) fn file_length(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| !file.is_generated()) {
        let is_source = [".rs", ".ts", ".svelte", ".css"].iter().any(|kind| file.path.ends_with(kind));
        let length = file.text.lines().count();
        if is_source && length > LONGEST {
            findings.push(file.finding(0, format!("{length} lines; at most {LONGEST}: find the seam")));
        }
        if file.path.ends_with("/mod.rs") {
            findings.push(file.finding(0, "name the module's file after the module: no `mod.rs`"));
        }
    }
    findings
}

/// The folders of Noor, the consulent of our examples, on two systems.
const EXAMPLES: [&str; 2] = ["/home/noor/", "/Users/noor/"];

/// No path of one machine in the tree.
pub(super) fn machine_paths(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| !file.path.ends_with(".lock")) {
        for (at, line) in lines(&file.text) {
            for top in ["home", "root", "work", "Users"] {
                let folder = format!("/{top}/");
                let hit = line.match_indices(&folder).find(|(place, _)| {
                    if EXAMPLES.iter().any(|example| line[*place..].starts_with(example)) {
                        return false;
                    }
                    let before = line[..*place].chars().next_back();
                    let after = line[place + folder.len()..].chars().next();
                    !before.is_some_and(|c| c.is_alphanumeric() || "_.-/}~".contains(c))
                        && after.is_some_and(|c| c.is_ascii_alphabetic())
                });
                if let Some((place, _)) = hit {
                    findings.push(file.finding(at + place, "a path of one machine"));
                }
            }
        }
    }
    findings
}

/// Where the invariants are written down.
const INVARIANTS: &str = "src-tauri/ARCHITECTURE.md";

/// Every rule is named among the invariants, and every rule and test named there exists.
///
/// They are written as `tidy:name` and `test:name`; a test's name is a function in Rust or a file
/// of the UI.
pub(super) fn invariants(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file(INVARIANTS) else { return Vec::new() };
    let mut findings = Vec::new();
    let names_after = |mark: &'static str| {
        file.text.match_indices(mark).map(move |(at, _)| {
            let rest = &file.text[at + mark.len()..];
            (at, &rest[..rest.find('`').unwrap_or(rest.len())])
        })
    };
    for (at, name) in names_after("`tidy:") {
        if !RULES.iter().any(|rule| rule.name == name) {
            findings.push(file.finding(at, format!("tidy has no rule `{name}`")));
        }
    }
    for (at, name) in names_after("`test:") {
        let function = format!("fn {name}(");
        let exists = tree.rust().any(|file| file.text.contains(&function))
            || tree.paths.iter().any(|path| path.ends_with(name) && path.contains(".test."));
        if !exists {
            findings.push(file.finding(at, format!("there is no test `{name}`")));
        }
    }
    for rule in RULES {
        if !names_after("`tidy:").any(|(_, name)| name == rule.name) {
            findings.push(
                file.finding(0, format!("the rule `{}` stands nowhere among the invariants", rule.name)),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(findings: &[Finding]) -> Vec<String> {
        findings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_stranger_at_the_top_is_caught() {
        let tree = Tree::specimen(&[("docs/plan.md", ""), (".ci/run", ""), ("ui/a.ts", ""), ("TODO", "")]);
        let paths: Vec<_> = top_level(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["TODO", "docs"]);
        let mut whole = Tree::specimen(&[("ui/a.ts", "")]);
        whole.is_whole = true;
        assert_eq!(top_level(&whole).len(), TOP.len() - 1);
    }

    #[test]
    fn a_long_file_is_caught_unless_it_is_generated() {
        let long = "x\n".repeat(LONGEST + 1);
        let generated = format!("// Generated from the contract.\n{long}");
        let tree = Tree::specimen(&[
            ("ui/src/a.ts", &long),
            ("ui/src/b.ts", &generated),
            ("ui/src/c.ts", &long[2..]),
            ("assets/words.txt", &long),
            ("tests/a/mod.rs", ""),
        ]);
        let paths: Vec<_> = file_length(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["ui/src/a.ts", "tests/a/mod.rs"]);
    }

    #[test]
    fn a_path_of_one_machine_is_caught() {
        // Put together here, so that this file does not break its own rule.
        let bad = ["home", "Users"].map(|top| format!("a\nlet x = \"/{top}/someone/x\";"));
        for text in &bad {
            assert_eq!(machine_paths(&Tree::specimen(&[("a.rs", text)])).len(), 1, "{text}");
        }
        let fine =
            "/home/noor/.local ../work/x $HOME/home/x ~/work/a https://example.org/home/a /home/ /rooted/x";
        assert_eq!(messages(&machine_paths(&Tree::specimen(&[("a.rs", fine)]))), Vec::<String>::new());
    }

    #[test]
    fn an_invariant_that_nothing_holds_is_caught() {
        let named: String = RULES.iter().map(|rule| format!("`tidy:{}` ", rule.name)).collect();
        let text = format!("{named}`test:kept` `test:a.test.ts`\n`tidy:nothing` `test:gone`");
        let rest = [("src-tauri/a.rs", "fn kept() {}"), ("ui/src/a.test.ts", "")];
        let tree = |text: &str| Tree::specimen(&[(INVARIANTS, text), rest[0], rest[1]]);
        assert_eq!(
            messages(&invariants(&tree(&text))),
            [
                format!("{INVARIANTS}:2: tidy has no rule `nothing`"),
                format!("{INVARIANTS}:2: there is no test `gone`")
            ]
        );
        let without_one = text.replacen("`tidy:files`", "", 1);
        assert!(messages(&invariants(&tree(&without_one)))[2].contains("`files` stands nowhere"));
    }
}
