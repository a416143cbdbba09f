//! `cargo xtask tidy`: the rules of the house that no linter knows, as ordinary code.
//!
//! A rule reads the tree and answers with findings. Each has a bad specimen in its tests that it
//! must catch, and a good one that it must let pass. Exceptions stand beside their rule, each with
//! its reason; one that nothing needs any more is a finding itself.

mod capabilities;
mod dependencies;
mod layout;
mod lex;
pub(crate) mod licences;
mod markup;
mod prose;
mod rooms;
mod rust;
mod tree;
mod ui;

use std::fmt;

use crate::Done;
use tree::Tree;

/// One place where a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// A rule, by the name that `ARCHITECTURE.md` calls it.
struct Rule {
    name: &'static str,
    check: fn(&Tree) -> Vec<Finding>,
}

const fn rule(name: &'static str, check: fn(&Tree) -> Vec<Finding>) -> Rule {
    Rule { name, check }
}

/// Every rule over the files. The licences of all packages are looked at apart, for that needs
/// cargo to have fetched them.
const RULES: &[Rule] = &[
    rule("top-level", layout::top_level),
    rule("file-length", layout::file_length),
    rule("machine-paths", layout::machine_paths),
    rule("invariants", layout::invariants),
    rule("module-docs", rust::module_docs),
    rule("files", rust::files),
    rule("network", rust::network),
    rule("processes", rust::processes),
    rule("clock-and-randomness", rust::clock_and_randomness),
    rule("unsafe", rust::unsafe_code),
    rule("reasons", rust::reasons),
    rule("unfinished", rust::unfinished),
    rule("prose", prose::prose),
    rule("rooms", rooms::directions),
    rule("keepers", rooms::keepers),
    rule("one-seam", ui::one_seam),
    rule("features-apart", ui::features_apart),
    rule("fakes-apart", ui::fakes_apart),
    rule("raw-html", ui::raw_html),
    rule("addresses", ui::addresses),
    rule("capabilities", capabilities::capabilities),
    rule("page-policy", capabilities::page_policy),
];

/// Runs every rule over the work tree.
///
/// # Errors
/// When a rule is broken, or the tree cannot be read.
pub(crate) fn tidy() -> Done {
    let tree = Tree::load()?;
    let mut broken = 0;
    for rule in RULES {
        let mut findings = (rule.check)(&tree);
        findings.sort();
        for finding in &findings {
            println!("{finding} [{}]", rule.name);
        }
        broken += findings.len();
    }
    if broken == 0 {
        println!("   tidy: {} rules hold over {} files", RULES.len(), tree.files.len());
        Ok(())
    } else {
        Err(format!("{broken} findings"))
    }
}

/// Looks at the licence, source and name of every package that can come into a build.
///
/// # Errors
/// When one does not belong, or cargo cannot resolve the tree.
pub(crate) fn licences() -> Done {
    let mut findings = dependencies::rust()?;
    findings.extend(dependencies::npm(&Tree::load()?));
    findings.sort();
    findings.dedup();
    for finding in &findings {
        println!("{finding} [licences]");
    }
    if findings.is_empty() { Ok(()) } else { Err(format!("{} findings", findings.len())) }
}

/// An exception to a rule: a file or folder, and why.
struct Exception {
    path: &'static str,
    reason: &'static str,
}

const fn except(path: &'static str, reason: &'static str) -> Exception {
    Exception { path, reason }
}

/// Takes the findings in excepted places away. An exception that took nothing away is a finding:
/// a list of exceptions should only get shorter.
fn without(exceptions: &[Exception], findings: Vec<Finding>, tree: &Tree) -> Vec<Finding> {
    let covers = |exception: &Exception, finding: &Finding| {
        finding.path == exception.path
            || exception.path.ends_with('/') && finding.path.starts_with(exception.path)
    };
    let stale = exceptions
        .iter()
        .filter(|exception| tree.is_whole && !findings.iter().any(|finding| covers(exception, finding)))
        .map(|exception| Finding {
            path: exception.path.into(),
            line: 1,
            message: format!("needs its exception no more ({}); take it out of xtask", exception.reason),
        });
    let stale: Vec<Finding> = stale.collect();
    let kept =
        findings.into_iter().filter(|finding| !exceptions.iter().any(|exception| covers(exception, finding)));
    kept.chain(stale).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_covers_its_place_and_nothing_else() {
        let at = |path: &str| Finding { path: path.into(), line: 1, message: "found".into() };
        let exceptions = [except("a.rs", "one file"), except("b/", "a folder"), except("c.rs", "not needed")];
        let mut tree = Tree::specimen(&[]);
        tree.is_whole = true;
        let left = without(&exceptions, vec![at("a.rs"), at("b/x.rs"), at("a.rs.rs"), at("bc.rs")], &tree);
        let paths: Vec<&str> = left.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(paths, ["a.rs.rs", "bc.rs", "c.rs"]);
        assert!(left[2].message.contains("not needed"));
    }

    #[test]
    fn no_two_rules_share_a_name() {
        let mut names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
    }
}
