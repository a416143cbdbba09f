//! The file of licences in a package, in the format of Debian: our own work, what stands in the
//! programs beside it, and every library that is linked in, with the words of each licence.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use super::{
    licence_texts::{self, Texts},
    tree,
};
use crate::{
    Done, app, house,
    json::Json,
    run::{ask, cargo, read},
    tidy::licences,
};

/// What we write ourselves: our own licence, fonts, word lists, icons.
const OURS: &str = "assets/linux/copyright";

/// Packages that only bring somebody else's source, which another package compiles and links: the
/// folder in which it lies.
const BRINGERS: &[(&str, &str)] = &[("openssl-src", "openssl"), ("sqlcipher-src", "sqlcipher")];

/// A library, whose licence holds for a part of the programs.
struct Library {
    /// `rust/serde-1.0.228`.
    name: String,
    /// As its package says it: `MIT OR Apache-2.0`.
    expression: String,
    authors: Vec<String>,
    texts: Texts,
}

/// The whole file.
///
/// # Errors
/// When a library's licence has no words anywhere, or a package cannot be read.
pub(super) fn text() -> Done<String> {
    let mut libraries = linked()?;
    libraries.extend(in_the_pages()?);
    compose(&filled(&file(OURS)?)?, &libraries)
}

/// A line that is a path in braces becomes that file, as the words of a licence.
fn filled(template: &str) -> Done<String> {
    let line = |line: &str| match line.strip_prefix('{').and_then(|line| line.strip_suffix('}')) {
        Some(path) => file(path).map(|text| indented(text.trim())),
        None => Ok(line.to_string()),
    };
    Ok(template.lines().map(line).collect::<Done<Vec<_>>>()?.join("\n"))
}

fn file(path: &str) -> Done<String> {
    let path = house::root().join(path);
    fs::read_to_string(&path).map_err(|error| tree::at(&path, &error))
}

/// Our own part, then a paragraph for each library, then the words of each licence once.
fn compose(ours: &str, libraries: &[Library]) -> Done<String> {
    let words = words(libraries);
    let known: Vec<&str> = words.keys().copied().chain(worded(ours)).collect();
    let mut text = ours.trim_end().to_string();
    for library in libraries {
        if licences::satisfies(&library.expression, &known) != Some(true) {
            let Library { name, expression, .. } = library;
            return Err(format!("no package brings the words of a licence of {name} ({expression})"));
        }
        let holders =
            if library.texts.holders.is_empty() { &library.authors } else { &library.texts.holders };
        let holders =
            if holders.is_empty() { "its authors, whom it does not name".into() } else { holders.join("\n") };
        text.push_str(&format!("\n\nFiles: {}/*\n", library.name));
        text.push_str(&field("Copyright", &holders));
        text.push_str(&format!("License: {}", debian(&library.expression)));
        // In these words stand the names of those who wrote the library, so each has its own.
        let own = library.texts.licences.iter().filter(|(licence, _)| licence.starts_with("BSD-"));
        for notice in library.texts.notices.iter().chain(own.map(|(_, words)| words)) {
            text.push('\n');
            text.push_str(field("Comment", notice).trim_end());
        }
    }
    for (licence, words) in words {
        if !worded(ours).any(|name| name == debian(licence)) {
            text.push_str(&format!("\n\nLicense: {}\n{}", debian(licence), indented(words)));
        }
    }
    text.push('\n');
    Ok(text)
}

/// The licences whose words stand in our own part.
fn worded(ours: &str) -> impl Iterator<Item = &str> {
    ours.split("\n\n").filter_map(|paragraph| {
        let (name, words) = paragraph.strip_prefix("License: ")?.split_once('\n')?;
        words.starts_with(' ').then_some(name)
    })
}

/// The words of every licence: those that most libraries have, so that no stray edition wins.
fn words(libraries: &[Library]) -> BTreeMap<&'static str, &str> {
    let mut counted: BTreeMap<&str, BTreeMap<String, (usize, &str)>> = BTreeMap::new();
    for library in libraries {
        for (licence, text) in &library.texts.licences {
            let same = text.split_whitespace().collect::<Vec<_>>().join(" ");
            counted.entry(licence).or_default().entry(same).or_insert((0, text)).0 += 1;
        }
    }
    let names: BTreeSet<&'static str> =
        libraries.iter().flat_map(|library| library.texts.licences.keys().copied()).collect();
    names.into_iter().filter_map(|name| Some((name, commonest(counted.remove(name)?)?))).collect()
}

/// Among editions that as many have, the shortest.
fn commonest(texts: BTreeMap<String, (usize, &str)>) -> Option<&str> {
    let editions = texts.into_values();
    editions.max_by_key(|(count, text)| (*count, usize::MAX - text.len())).map(|(_, text)| text)
}

/// How Debian writes an expression: `or`, `and`, `with`, and names for its own short list.
fn debian(expression: &str) -> String {
    let words = expression.replace('/', " OR ");
    let words = words.split_whitespace().map(|word| match word {
        "OR" => "or".to_string(),
        "AND" => "and".into(),
        "WITH" => "with".into(),
        name if name.trim_matches(['(', ')']) == "MIT" => name.replace("MIT", "Expat"),
        name => name.into(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A field whose text may have many lines.
fn field(name: &str, text: &str) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let rest = lines.collect::<Vec<_>>().join("\n");
    let rest = if rest.is_empty() { String::new() } else { format!("{}\n", indented(&rest)) };
    format!("{name}: {}\n{rest}", first.trim())
}

/// Each line with a space before it; an empty one is a dot.
fn indented(text: &str) -> String {
    let line =
        |line: &str| if line.trim().is_empty() { " .".to_string() } else { format!(" {}", line.trim_end()) };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// What cargo links into one of the two programs on this system: without what only tests, build
/// scripts and macros of the compiler use.
fn linked() -> Done<Vec<Library>> {
    let host = ask("rustc", &["-vV"]).unwrap_or_default();
    let host =
        host.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc does not say its host")?;
    let mut ask = cargo(["metadata", "--locked", "--format-version", "1", "--filter-platform", host]);
    let metadata = Json::parse(&read(&mut ask)?)?;
    let mut libraries = Vec::new();
    for package in reached(&metadata) {
        let say = |key| package.get(key).text().unwrap_or_default();
        let manifest = PathBuf::from(say("manifest_path"));
        let folder = manifest.parent().unwrap_or(Path::new("."));
        let name = say("name");
        let deeper = BRINGERS.iter().find(|(bringer, _)| *bringer == name).map(|(_, folder)| *folder);
        let authors =
            package.get("authors").items().iter().filter_map(|author| author.text().map(str::to_string));
        libraries.push(Library {
            name: format!("rust/{name}-{}", say("version")),
            expression: say("license").into(),
            authors: authors.collect(),
            texts: licence_texts::read(folder, deeper)?,
        });
    }
    if libraries.is_empty() { Err("cargo names no library that is linked in".into()) } else { Ok(libraries) }
}

/// The packages of others that are reached from the programs, by name and version.
fn reached(metadata: &Json) -> Vec<&Json> {
    let packages = metadata.get("packages").items();
    let package_of = |id: &str| packages.iter().find(|package| package.get("id").text() == Some(id));
    let nodes = metadata.get("resolve").get("nodes").items();
    let is_named =
        |package: &Json, names: &[&str]| package.get("name").text().is_some_and(|name| names.contains(&name));
    let bringers: Vec<&str> = BRINGERS.iter().map(|(name, _)| *name).collect();
    let mut waiting: Vec<&str> = packages
        .iter()
        .filter(|package| is_named(package, &app::PROGRAMS))
        .filter_map(|package| package.get("id").text())
        .collect();
    let mut seen: BTreeSet<&str> = waiting.iter().copied().collect();
    while let Some(id) = waiting.pop() {
        let node = nodes.iter().find(|node| node.get("id").text() == Some(id));
        for dependency in node.map_or(&[][..], |node| node.get("deps").items()) {
            let Some(next) = dependency.get("pkg").text() else { continue };
            let Some(package) = package_of(next) else { continue };
            let kinds = dependency.get("dep_kinds").items();
            let is_linked =
                kinds.iter().any(|kind| *kind.get("kind") == Json::Null) || is_named(package, &bringers);
            if is_linked && !is_macro(package) && seen.insert(next) {
                waiting.push(next);
            }
        }
    }
    let others = packages.iter().filter(|package| package.get("source").text().is_some());
    others.filter(|package| package.get("id").text().is_some_and(|id| seen.contains(id))).collect()
}

fn is_macro(package: &Json) -> bool {
    let targets = package.get("targets").items().iter();
    targets.flat_map(|target| target.get("kind").items()).any(|kind| kind.text() == Some("proc-macro"))
}

/// The npm packages that the pages may hold pieces of, as the lock file names them. More stand there
/// than the bundle takes, for Svelte's compiler has dependencies too.
fn in_the_pages() -> Done<Vec<Library>> {
    let lock = Json::parse(&file("ui/package-lock.json")?)?;
    let mut libraries = Vec::new();
    for (path, package) in lock.get("packages").entries() {
        let Some(name) = path.strip_prefix("node_modules/").filter(|_| !package.get("dev").is_true()) else {
            continue;
        };
        let say = |key| package.get(key).text().unwrap_or_default();
        libraries.push(Library {
            name: format!("npm/{name}-{}", say("version")),
            expression: say("license").into(),
            authors: Vec::new(),
            texts: licence_texts::read(&house::ui().join(path), None)?,
        });
    }
    Ok(libraries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library(name: &str, expression: &str, licence: &'static str, words: &str) -> Library {
        let mut texts = Texts::default();
        texts.licences.insert(licence, words.into());
        Library { name: name.into(), expression: expression.into(), authors: vec!["One of us".into()], texts }
    }

    #[test]
    fn every_library_stands_there_with_the_words_of_its_licence() {
        let libraries = [
            library("rust/a-1", "MIT OR Apache-2.0", "MIT", "Permission\n\nis granted"),
            library("rust/b-1", "MIT", "MIT", "Permission is granted"),
            library("rust/c-1", "MIT", "MIT", "A stray edition"),
        ];
        let text = compose("Format: x\n", &libraries).expect("every licence has words");
        assert!(text.starts_with(
            "Format: x\n\nFiles: rust/a-1/*\nCopyright: One of us\nLicense: Expat or Apache-2.0\n\n"
        ));
        assert!(text.ends_with("License: Expat\n\nLicense: Expat\n Permission\n .\n is granted\n"), "{text}");
        let trouble =
            compose("", &[library("rust/d-1", "Zlib", "MIT", "x")]).expect_err("nobody brings Zlib");
        assert!(trouble.contains("rust/d-1"), "{trouble}");
    }

    #[test]
    fn only_what_is_linked_in_is_reached() {
        let edge = |to: &str, kind: &str| format!(r#"{{"pkg":"{to}","dep_kinds":[{{"kind":{kind}}}]}}"#);
        let package = |id: &str, name: &str, source: &str, kind: &str| {
            format!(r#"{{"id":"{id}","name":"{name}","source":{source},"targets":[{{"kind":["{kind}"]}}]}}"#)
        };
        let metadata = format!(
            r#"{{"packages":[{}],"resolve":{{"nodes":[{{"id":"1","deps":[{}]}},{{"id":"2","deps":[{}]}}]}}}}"#,
            [
                package("1", "terugblik", "null", "bin"),
                package("2", "sys", "\"r\"", "lib"),
                package("3", "openssl-src", "\"r\"", "lib"),
                package("4", "cc", "\"r\"", "lib"),
                package("5", "derive", "\"r\"", "proc-macro"),
                package("6", "proptest", "\"r\"", "lib"),
            ]
            .join(","),
            [edge("2", "null"), edge("5", "null"), edge("6", "\"dev\"")].join(","),
            [edge("3", "\"build\""), edge("4", "\"build\"")].join(","),
        );
        let metadata = Json::parse(&metadata).expect("well formed");
        let names: Vec<_> =
            reached(&metadata).iter().filter_map(|package| package.get("name").text()).collect();
        assert_eq!(names, ["sys", "openssl-src"]);
    }
}
