//! Looking for words where they must not be: in files and in the memory of processes.

use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader},
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
};

/// A text as it may lie on a disk or in memory.
pub struct Secret {
    /// What it is; a failure names this and not the text.
    what: &'static str,
    forms: Vec<(&'static str, Vec<u8>)>,
}

impl Secret {
    /// A text in every form that we look for.
    pub fn new(what: &'static str, text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut forms = vec![
            ("UTF-8", bytes.to_vec()),
            ("UTF-16LE", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            ("UTF-16BE", text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ];
        forms.extend((0..3).map(|place| ("base64", base64_core(bytes, place))));
        Self { what, forms }
    }

    /// How often it occurs in some bytes, and how.
    fn found_in(&self, bytes: &[u8]) -> Vec<String> {
        let found = self.forms.iter().map(|(form, needle)| (form, count(bytes, needle)));
        found
            .filter(|(_, times)| *times > 0)
            .map(|(form, times)| format!("{} as {form}, {times} ×", self.what))
            .collect()
    }
}

/// What base64 makes of a text wherever it begins among other bytes: without the characters that
/// its neighbours have a part in.
fn base64_core(bytes: &[u8], place: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let shifted: Vec<u8> = std::iter::repeat_n(0, place).chain(bytes.iter().copied()).collect();
    let bit = |place: usize| shifted.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
    let letter = |place: usize| {
        (0..6).fold(0_usize, |value, offset| value << 1 | usize::from(bit(place * 6 + offset)))
    };
    let (first, end) = ((place * 8).div_ceil(6), shifted.len() * 8 / 6);
    (first..end).map(|place| LETTERS[letter(place)]).collect()
}

/// How often a text occurs. The system's own search for a byte does the work: these tests are not
/// optimised, and memory is large.
fn count(bytes: &[u8], needle: &[u8]) -> usize {
    // The rarest kind of byte to look for is one that is not zero.
    let place = needle.iter().position(|byte| *byte != 0).unwrap_or(0);
    let (mut times, mut rest, mut gone) = (0, bytes, 0);
    while let Ok(skipped) = rest.skip_until(needle[place]) {
        gone += skipped;
        if skipped == 0 || bytes[gone - 1] != needle[place] {
            break;
        }
        let Some(start) = (gone - 1).checked_sub(place) else { continue };
        times += usize::from(bytes.get(start..start + needle.len()) == Some(needle));
    }
    times
}

/// Where secrets occur in files at or below some places; `[]` where they do not.
pub fn in_files(places: &[PathBuf], secrets: &[Secret]) -> Vec<String> {
    let mut found = Vec::new();
    for file in places.iter().flat_map(|place| files_below(place)) {
        // What goes away while we look was not kept.
        let Ok(bytes) = fs::read(&file) else { continue };
        let name = file.to_string_lossy().into_owned();
        for secret in secrets {
            found.extend(
                secret.found_in(&bytes).into_iter().map(|what| format!("{}: {what}", file.display())),
            );
            found.extend(
                secret.found_in(name.as_bytes()).into_iter().map(|what| format!("the name {name}: {what}")),
            );
        }
    }
    found
}

/// Every ordinary file at or below a place, in order. Links are not followed.
pub fn files_below(place: &Path) -> Vec<PathBuf> {
    let Ok(kind) = fs::symlink_metadata(place) else { return Vec::new() };
    if kind.is_file() {
        return vec![place.to_owned()];
    }
    let mut inside: Vec<PathBuf> = fs::read_dir(place)
        .map(|list| list.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    inside.sort();
    if kind.is_dir() { inside.iter().flat_map(|path| files_below(path)).collect() } else { Vec::new() }
}

/// Where secrets occur in the memory of a process that it can write to; `[]` where they do not.
///
/// # Panics
/// With `not run: …` when the system does not let us look.
pub fn in_memory(process: u32, secrets: &[Secret]) -> Vec<String> {
    let open = |what: &str| {
        File::open(format!("/proc/{process}/{what}")).unwrap_or_else(|error| {
            panic!("not run: the system does not let us look into the memory of {process} ({error})")
        })
    };
    let (maps, memory, pages) = (open("maps"), open("mem"), open("pagemap"));
    let (mut found, mut seen) = (Vec::new(), 0);
    for (from, to) in BufReader::new(maps).lines().map_while(Result::ok).filter_map(|line| writable(&line)) {
        for (start, end) in touched(&pages, from, to) {
            for start in (start..end).step_by(CHUNK) {
                let length = CHUNK.min(usize::try_from(end - start).expect("fits") + OVERLAP);
                let mut bytes = vec![0; length];
                let Ok(read) = memory.read_at(&mut bytes, start) else { continue };
                seen += read;
                found.extend(secrets.iter().flat_map(|secret| secret.found_in(&bytes[..read])));
            }
        }
    }
    assert!(seen > 0, "not run: nothing of the memory of {process} can be read");
    found
}

/// How much is read at once, and how much of the next piece with it.
const CHUNK: usize = 16 << 20;
const OVERLAP: usize = 4096;

/// The bounds of a mapping that its process can write to.
fn writable(line: &str) -> Option<(u64, u64)> {
    let (range, rest) = line.split_once(' ')?;
    let (from, to) = range.split_once('-')?;
    let bounds = (u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?);
    rest.starts_with("rw").then_some(bounds)
}

/// The stretches of a mapping that hold anything, in memory or swapped out. A webview reserves
/// gigabytes that it never touches.
fn touched(pages: &File, from: u64, to: u64) -> Vec<(u64, u64)> {
    // `Documentation/admin-guide/mm/pagemap.rst`: eight bytes a page; bit 63 present, 62 swapped.
    const PAGE: u64 = 4096;
    const HOLDS: u64 = 0b11 << 62;
    let mut stretches: Vec<(u64, u64)> = Vec::new();
    for start in (from..to).step_by(CHUNK * 64) {
        let count = (to - start).min(CHUNK as u64 * 64) / PAGE;
        let mut entries = vec![0; usize::try_from(count * 8).expect("fits")];
        let read = pages.read_at(&mut entries, start / PAGE * 8).unwrap_or(0);
        for (place, entry) in entries[..read].as_chunks::<8>().0.iter().enumerate() {
            if u64::from_ne_bytes(*entry) & HOLDS == 0 {
                continue;
            }
            let here = start + place as u64 * PAGE;
            match stretches.last_mut() {
                Some((_, end)) if *end == here => *end = here + PAGE,
                _ => stretches.push((here, here + PAGE)),
            }
        }
    }
    stretches
}

#[test]
fn the_search_finds_every_form_wherever_it_lies() {
    let folder = tempfile::tempdir().expect("a folder");
    let secret = || [Secret::new("canary", "kanarie én geel")];
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let laid: [(&str, Vec<u8>); 6] = [
        ("plain", "ee kkanarie én geel.".into()),
        ("wide", utf16("xkanarie én geel")),
        // `base64` of “kanarie én geel” after none, one and two other bytes.
        ("one", b"a2FuYXJpZSDDqW4gZ2VlbA==".to_vec()),
        ("two", b"LmthbmFyaWUgw6luIGdlZWw=".to_vec()),
        ("three", b"Li5rYW5hcmllIMOpbiBnZWVs".to_vec()),
        ("none", "kanarie én gee".into()),
    ];
    for (name, bytes) in &laid {
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    let found = in_files(&[folder.path().to_owned()], &secret());
    let names: Vec<&str> =
        found.iter().filter_map(|line| Some(line.split_once(": ")?.0.rsplit_once('/')?.1)).collect();
    assert_eq!(names, ["one", "plain", "three", "two", "wide"], "{found:?}");
}
