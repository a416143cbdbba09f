//! Makes one table of all word lists: folded word → the marks of the sections it stands in.
//!
//! Made while building, so that the lists stay text that a person can read and mend, and the
//! program has nothing to load.

#[path = "src/fold.rs"]
mod fold;
#[path = "src/marks.rs"]
mod marks;

use std::{collections::BTreeMap, env, error::Error, fs, path::Path};

use fold::{folded, sound};
use marks::{FIRST, LAST, NOUN, ORDINARY, PHRASE, SECTIONS};

/// Where the lists lie, seen from the crate.
const LISTS: &str = "../../../assets/names";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LISTS}");
    println!("cargo::rerun-if-changed=src");
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    let mut paths: Vec<_> = fs::read_dir(LISTS)?.collect::<Result<Vec<_>, _>>()?;
    paths.sort_by_key(fs::DirEntry::path);
    for path in
        paths.iter().map(fs::DirEntry::path).filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
    {
        read(&path, &mut words).map_err(|why| format!("{}: {why}", path.display()))?;
    }
    // An entry of more words is found by its first word.
    let firsts: Vec<String> =
        words.keys().filter_map(|words| words.split_once(' ')).map(|(first, _)| first.to_owned()).collect();
    for first in firsts {
        *words.entry(first).or_default() |= PHRASE.0;
    }
    for marks in words.values_mut().filter(|marks| **marks & NOUN.0 != 0) {
        *marks |= LAST.0;
    }
    // A first name that is nothing else is found in other spellings too.
    let is_only_name = |marks: u64| marks & FIRST.0 != 0 && marks & ORDINARY.0 == 0;
    let sounds: Vec<String> =
        words.iter().filter(|(_, marks)| is_only_name(**marks)).filter_map(|(word, _)| sound(word)).collect();
    for sound in sounds {
        words.insert(sound, FIRST.0);
    }
    let mut table = fst::MapBuilder::memory();
    for (word, marks) in &words {
        table.insert(word, *marks)?;
    }
    let out = env::var_os("OUT_DIR").ok_or("no OUT_DIR")?;
    fs::write(Path::new(&out).join("words.fst"), table.into_inner()?)?;
    Ok(())
}

/// An entry as the text is read: `van 't Hof` is the words van, t and Hof.
fn phrase(entry: &str) -> String {
    let folded = folded(entry);
    if folded.contains(' ') { folded.replace(" '", " ") } else { folded }
}

/// Reads a list: `[section]`, then entries parted by commas or line ends; `#` begins a remark.
fn read(path: &Path, words: &mut BTreeMap<String, u64>) -> Result<(), Box<dyn Error>> {
    let mut mark = None;
    for line in fs::read_to_string(path)?.lines() {
        let line = line.split_once('#').map_or(line, |(before, _)| before).trim();
        if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let bit = SECTIONS.iter().position(|name| *name == section);
            mark = Some(1_u64 << bit.ok_or_else(|| format!("no section [{section}]"))?);
            continue;
        }
        for entry in line.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            *words.entry(phrase(entry)).or_default() |= mark.ok_or("an entry before the first section")?;
        }
    }
    Ok(())
}
