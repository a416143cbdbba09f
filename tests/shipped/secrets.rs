//! Looking for words and keys where they must not be: in files and in the memory of processes.

use std::{
    collections::{BTreeMap, HashMap},
    fs::{self, File},
    io::{BufRead as _, BufReader},
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
};

use crate::deflated::for_each_stream;

/// A text or a key as it may lie on a disk or in memory.
pub struct Secret {
    /// What it is; a failure names this and not the text.
    what: String,
    forms: Vec<(&'static str, Vec<u8>)>,
}

impl Secret {
    /// A text in every form that we look for.
    pub fn new(what: impl Into<String>, text: &str) -> Self {
        let wide = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
        let mut secret = Self::of_bytes(what, "UTF-8", text.as_bytes());
        secret.forms.push(("UTF-16LE", wide(text, u16::to_le_bytes)));
        secret.forms.push(("UTF-16BE", wide(text, u16::to_be_bytes)));
        secret
    }

    /// A key in every form that we look for.
    pub fn key(what: impl Into<String>, key: &[u8; 32]) -> Self {
        Self::of_bytes(what, "raw", key)
    }

    fn of_bytes(what: impl Into<String>, plain: &'static str, bytes: &[u8]) -> Self {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut forms = vec![
            (plain, bytes.to_vec()),
            ("hex in UTF-16", wide(&hex)),
            ("hex in capitals", hex.to_uppercase().into_bytes()),
            ("hex", hex.into_bytes()),
        ];
        forms.extend((0..3).map(|place| ("base64", base64_core(bytes, place))));
        Self { what: what.into(), forms }
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

/// Looks for many things at once, in one walk over the bytes.
pub struct Seeker<'a> {
    /// Each form of each secret: what it is called, and its bytes.
    needles: Vec<(&'a str, &'static str, &'a [u8])>,
    /// The needles that begin with these four bytes.
    starts: HashMap<[u8; 4], Vec<usize>>,
    /// A bit for each four bytes that some needle begins with, by their hash: what is not there
    /// costs no more than this look.
    may_start: Vec<bool>,
}

impl<'a> Seeker<'a> {
    /// Of some secrets.
    ///
    /// # Panics
    /// When one has a form of fewer than four bytes: it would be found everywhere.
    pub fn of(secrets: &'a [Secret]) -> Self {
        let needles: Vec<(&str, &'static str, &[u8])> = secrets
            .iter()
            .flat_map(|secret| {
                secret.forms.iter().map(|(form, bytes)| (secret.what.as_str(), *form, bytes.as_slice()))
            })
            .collect();
        let mut starts: HashMap<[u8; 4], Vec<usize>> = HashMap::new();
        let mut may_start = vec![false; 1 << 16];
        for (place, (.., bytes)) in needles.iter().enumerate() {
            let start = *bytes.first_chunk().expect("long enough to look for");
            may_start[hash(start)] = true;
            starts.entry(start).or_default().push(place);
        }
        Self { needles, starts, may_start }
    }

    /// What occurs in some bytes, how, and how often.
    pub fn found_in(&self, bytes: &[u8]) -> Vec<String> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for (place, start) in bytes.array_windows().enumerate() {
            if !self.may_start[hash(*start)] {
                continue;
            }
            for needle in self.starts.get(start).into_iter().flatten() {
                if bytes[place..].starts_with(self.needles[*needle].2) {
                    *found.entry(*needle).or_default() += 1;
                }
            }
        }
        let say = |(needle, times): (&usize, &usize)| {
            let (what, form, _) = self.needles[*needle];
            format!("{what} as {form}, {times} ×")
        };
        found.iter().map(say).collect()
    }
}

/// Sixteen bits of four bytes (Knuth's multiplicative hash).
fn hash(start: [u8; 4]) -> usize {
    (u32::from_ne_bytes(start).wrapping_mul(2_654_435_769) >> 16) as usize
}

/// Where secrets occur in files at or below some places, in their names, and in whatever is
/// compressed in them; `[]` where they do not.
pub fn in_files(places: &[PathBuf], secrets: &[Secret]) -> Vec<String> {
    let seeker = Seeker::of(secrets);
    let mut found = Vec::new();
    for file in places.iter().flat_map(|place| files_below(place)) {
        // What goes away while we look was not kept.
        let Ok(bytes) = fs::read(&file) else { continue };
        let name = file.display();
        found.extend(seeker.found_in(&bytes).into_iter().map(|what| format!("{name}: {what}")));
        for_each_stream(&bytes, |place, out| {
            let inside = seeker.found_in(out).into_iter();
            found.extend(inside.map(|what| format!("{name}: {what}, compressed at {place}")));
        });
        let in_name = seeker.found_in(file.to_string_lossy().as_bytes()).into_iter();
        found.extend(in_name.map(|what| format!("the name {name}: {what}")));
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
/// What stretches over two pieces of the walk is told twice.
///
/// # Panics
/// With `not run: …` when the system does not let us look.
pub fn in_memory(process: u32, seeker: &Seeker<'_>) -> Vec<String> {
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
                found.extend(seeker.found_in(&bytes[..read]));
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

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "kanarie én geel";

    #[test]
    fn every_form_is_found_wherever_it_lies() {
        use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

        let folder = tempfile::tempdir().expect("a folder");
        let utf16 = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
        let gzip = [b"\x1f\x8b\x08\0\0\0\0\0\0\x03", compress_to_vec(TEXT.as_bytes(), 9).as_slice()].concat();
        let laid: [(&str, Vec<u8>, &str); 13] = [
            ("01", format!("ee k{TEXT}.").into(), "UTF-8"),
            ("02", utf16(&format!("x{TEXT}"), u16::to_be_bytes), "UTF-16BE"),
            ("03", utf16(&format!("x{TEXT}"), u16::to_le_bytes), "UTF-16LE"),
            // `base64` of it after none, one and two other bytes.
            ("04", b"a2FuYXJpZSDDqW4gZ2VlbA==".to_vec(), "base64"),
            ("05", b"LmthbmFyaWUgw6luIGdlZWw=".to_vec(), "base64"),
            ("06", b"Li5rYW5hcmllIMOpbiBnZWVs".to_vec(), "base64"),
            ("07", b"..6b616e6172696520c3a96e206765656c".to_vec(), "hex"),
            ("08", b"6B616E6172696520C3A96E206765656C".to_vec(), "hex in capitals"),
            ("09", utf16("6b616e6172696520c3a96e206765656c", u16::to_le_bytes), "hex in UTF-16"),
            (
                "10",
                compress_to_vec(format!("een {TEXT} en een {TEXT}").as_bytes(), 9),
                "UTF-8, 2 ×, compressed",
            ),
            ("11", compress_to_vec_zlib(&utf16(TEXT, u16::to_le_bytes), 1), "UTF-16LE, 1 ×, compressed at 2"),
            ("12", [b"header".to_vec(), gzip].concat(), "UTF-8, 1 ×, compressed at 16"),
            ("13", "kanarie én gee".into(), ""),
        ];
        for (name, bytes, _) in &laid {
            fs::write(folder.path().join(name), bytes).expect("a file");
        }
        let found = in_files(&[folder.path().to_owned()], &[Secret::new("canary", TEXT)]);
        for (name, _, form) in &laid {
            let begin = format!("{}: canary as {form}", folder.path().join(name).display());
            let mut lines = found.iter().filter(|line| line.starts_with(&begin)).peekable();
            assert_eq!(lines.peek().is_none(), form.is_empty(), "{name}, {form}: {found:#?}");
        }
    }

    #[test]
    fn the_name_of_a_file_is_read_too() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(format!("over {TEXT}.txt")), "niets").expect("a file");
        let found = in_files(&[folder.path().to_owned()], &[Secret::new("canary", TEXT)]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("the name "), "{found:?}");
    }

    #[test]
    fn of_many_each_is_found_by_its_own_name() {
        let many: Vec<String> = (0..500).map(|number| format!("kanarie {number:03} geel")).collect();
        let secrets: Vec<Secret> =
            many.iter().enumerate().map(|(n, text)| Secret::new(format!("{n}"), text)).collect();
        let seeker = Seeker::of(&secrets);
        for (number, text) in many.iter().enumerate() {
            assert_eq!(seeker.found_in(format!("..{text}").as_bytes()), [format!("{number} as UTF-8, 1 ×")]);
        }
        assert_eq!(seeker.found_in(b"kanarie 500 geel"), [""; 0]);
    }

    #[test]
    fn this_process_holds_what_it_holds() {
        let (text, key) = ("kanarie in geheugen", [0xa7; 32]);
        let kept = (text.to_owned(), key.to_vec());
        let secrets = [Secret::new("text", text), Secret::key("key", &key)];
        let found = in_memory(std::process::id(), &Seeker::of(&secrets));
        for what in ["text as UTF-8", "key as raw"] {
            assert!(found.iter().any(|line| line.starts_with(what)), "{what}: {found:?}");
        }
        assert_eq!(kept, (text.to_owned(), key.to_vec()));
    }
}
