//! Hostile payloads: whatever the bytes are, the reader neither falls nor takes more than 64 MiB.
//!
//! There is one test in this program, for it limits the memory of its own process. It changes good
//! payloads at random, mostly behind a head that fits, so that what is tried gets past the first bolts.
//! The numbers are the same in every run. `TERUGBLIK_ROUNDS` says how often: a number, or `whole` for
//! ten minutes' worth on the reference machine.

#![cfg(target_os = "linux")]

mod specimens;

use std::{
    env, fs,
    io::{self, Read as _, Write as _},
    process::{Command, Stdio},
};

use contract::ShownWalkThrough;
use payload::{Payload, STEP};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use specimens::{framed, shown, texts_of};

const MIB: usize = 1 << 20;

/// What the reader may take, with the payload itself.
const MAY_TAKE: usize = 64 * MIB;
/// Says to a process that it reads one payload and ends.
const READER: &str = "TERUGBLIK_TEST_READS_PAYLOAD";

#[test]
fn no_payload_makes_the_reader_fall_or_take_more_than_64_mib() {
    if let Ok(bytes) = env::var(READER) {
        return read_one(bytes.parse().expect("how many bytes"));
    }
    for (name, bytes, is_ours) in heaviest() {
        let answer = read_elsewhere(&bytes, "");
        assert_eq!(answer.as_deref(), Some(if is_ours { "ours" } else { "foreign" }), "{name}");
    }
    assert_eq!(read_elsewhere(&[0; STEP], "greedy"), None, "more than that is refused, and is seen");

    let good = [shown(1, 1), shown(3, 5), shown(50, 2)].map(|shown| texts_of(&shown));
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut read = 0;
    let most = limit_memory(MAY_TAKE);
    for round in 0..rounds() {
        let bytes = changed(&good[round % good.len()], &mut chance);
        let Some(payload) = Payload::new(bytes.into()) else { continue };
        if let Ok(shown) = payload::decode(&payload) {
            let again = payload::encode(&shown).expect("what was read can be written");
            assert!(again.expose() == payload.expose(), "round {round}: read what is never written");
            read += 1;
        }
    }
    set_limit(most);
    // Some changes only change a text. They show that what is tried gets as far as that.
    assert!(read > 0);
}

/// Reads a payload in a process of its own that gets no more memory than the reader may take; nothing
/// when that process fell.
fn read_elsewhere(bytes: &[u8], greedy: &str) -> Option<String> {
    const TEST: &str = "no_payload_makes_the_reader_fall_or_take_more_than_64_mib";
    let mut process = Command::new(env::current_exe().expect("this program"))
        .args(["--exact", TEST, "--nocapture"])
        .env(READER, bytes.len().to_string())
        .env("TERUGBLIK_TEST_GREEDY", greedy)
        // One heap, so that no other one is set aside for a thread.
        .env("MALLOC_ARENA_MAX", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    process.stdin.take().expect("a pipe").write_all(bytes).expect("it listens");
    let said = process.wait_with_output().expect("it ends");
    let words = String::from_utf8(said.stdout).expect("words");
    let answer =
        words.lines().find_map(|line| line.split_once("ANSWER ")).map(|(_, answer)| answer.to_owned());
    answer.filter(|_| said.status.success())
}

fn read_one(length: usize) {
    let mut bytes = vec![0; length];
    io::stdin().read_exact(&mut bytes).expect("a payload");
    limit_memory(MAY_TAKE - length);
    if env::var("TERUGBLIK_TEST_GREEDY").as_deref() == Ok("greedy") {
        std::hint::black_box(vec![1_u8; MAY_TAKE]);
    }
    let payload = Payload::new(bytes.into()).expect("whole steps");
    let answer = if payload::decode(&payload).is_ok() { "ours" } else { "foreign" };
    writeln!(io::stdout(), "ANSWER {answer}").expect("it is heard");
}

/// From now on this process gets that many bytes more; gives the limit that was.
fn limit_memory(more: usize) -> Rlimit {
    let before = getrlimit(Resource::Data);
    let status = fs::read_to_string("/proc/self/status").expect("what the kernel says of this process");
    let has = status.lines().find_map(|line| line.strip_prefix("VmData:")).expect("its memory");
    let has: usize = has.trim().trim_end_matches(" kB").parse().expect("a number");
    let most = u64::try_from(has * 1024 + more).expect("64 bits");
    set_limit(Rlimit { current: Some(most), maximum: before.maximum });
    before
}

fn set_limit(limit: Rlimit) {
    setrlimit(Resource::Data, limit).expect("a limit of one's own");
}

fn rounds() -> usize {
    match env::var("TERUGBLIK_ROUNDS").as_deref() {
        Err(_) => 10_000,
        Ok("whole") => 3_000_000,
        Ok(number) => number.parse().expect("TERUGBLIK_ROUNDS is a number, or `whole`"),
    }
}

/// What makes the most of its bytes.
fn heaviest() -> Vec<(&'static str, Vec<u8>, bool)> {
    let empty = texts_of(&ShownWalkThrough { pages: Vec::new(), companion: Vec::new(), ..shown(0, 0) });
    let empty = String::from_utf8(empty).expect("JSON");
    let with = |find: &str, put: &str| framed(empty.replacen(find, put, 1).as_bytes());
    let block = |pieces: &str| format!(r#"{{"label":{{"kind":"free"}},"heading":null,"pieces":[{pieces}]}}"#);
    let page =
        |blocks: &str| format!(r#"{{"who":null,"day":null,"kind":null,"title":null,"blocks":[{blocks}]}}"#);
    let many = |one: &str, times: usize| vec![one; times].join(",");
    let covered = r#"{"kind":"covered"}"#;
    let pages = |pages: &str| with(r#""pages":[]"#, &format!(r#""pages":[{pages}]"#));
    // The longest texts that are taken, with a first byte that cannot be borrowed, and all escaped.
    let text = |one: &str, bytes: usize| format!("\\n{}", one.repeat((bytes - 2) / one.len()));
    let two_texts = |one: &str| {
        let (first, second) = (text(one, 8 * MIB - 64), text(one, 8 * MIB - 4_096));
        let both = empty.replacen("teamleider", &first, 1).replacen("doorvragen?", &second, 1);
        framed(both.as_bytes())
    };
    let ours = [
        ("two long texts", two_texts("a")),
        ("two long texts, escaped", two_texts("\\n")),
        ("as many parts as fit", pages(&many(&page(&many(&block(""), 2_000)), 50))),
        ("as many pieces as fit", pages(&many(&page(&many(&block(&many(covered, 4_000)), 1)), 49))),
    ];
    let questions = format!(r#""companion":[{}]"#, many("\"\"", 5 * MIB));
    let foreign = [
        ("more questions than fit", with(r#""companion":[]"#, &questions)),
        ("more pages than fit", pages(&many(&page(""), 200_000))),
        ("more parts than fit", pages(&page(&many(&block(""), 200_000)))),
        ("more pieces than fit", pages(&page(&block(&many(covered, 800_000))))),
        ("lists in lists", framed("[".repeat(15 * MIB).as_bytes())),
        ("objects in objects", framed("{\"pages\":".repeat(MIB).as_bytes())),
        ("an object of numbers", framed(format!("{{\"minutes\":{}}}", "9".repeat(15 * MIB)).as_bytes())),
        ("a list in the place of an object", framed(format!("[{}]", many("0", 7 * MIB)).as_bytes())),
    ];
    let ours = ours.into_iter().map(|(name, bytes)| (name, bytes, true));
    ours.chain(foreign.into_iter().map(|(name, bytes)| (name, bytes, false))).collect()
}

/// One of many changes, mostly behind a head that still fits.
fn changed(good: &[u8], chance: &mut Chance) -> Vec<u8> {
    const TOKENS: &[&[u8]] = &[
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b":",
        b"\"",
        b"\\",
        b"null",
        b"true",
        b"-1",
        b"1e999",
        b"256",
        b" ",
        b"\n",
        b"\\u0000",
        b"\\ud800",
        b"\\u0061",
        b"\xff",
        b"\xed\xa0\x80",
        b"{\"kind\":\"covered\"}",
        b"\"kind\":\"text\"",
        b"\"text\":\"\"",
        b"\"pages\":[]",
        b"\"minutes\":30",
        b"\"minutes\":31",
        b"[[[[[[[[[[",
        b"\"id\":1",
    ];
    let mut texts = good.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(texts.len());
        match chance.below(8) {
            0 => texts[at] ^= 1 << chance.below(8),
            1 => texts[at] = u8::try_from(chance.below(256)).expect("a byte"),
            2 => drop(texts.drain(at..(at + 1 + chance.below(40)).min(texts.len()))),
            3 => texts.truncate(at),
            4 => {
                let end = (at + 1 + chance.below(400)).min(texts.len());
                let piece = texts[at..end].to_vec();
                let to = chance.below(texts.len());
                texts.splice(to..to, piece);
            }
            5 => {
                let letter = b'a' + u8::try_from(chance.below(26)).expect("a letter");
                texts.insert(at, letter);
            }
            _ => {
                let token = TOKENS[chance.below(TOKENS.len())];
                texts.splice(at..at, token.iter().copied());
            }
        }
        if texts.is_empty() {
            texts.push(b'{');
        }
    }
    let mut bytes = framed(&texts);
    if chance.below(10) == 0 {
        let at = chance.below(bytes.len());
        bytes[at] ^= 1 << chance.below(8);
    }
    if chance.below(50) == 0 {
        bytes.resize(bytes.len() + STEP, 0);
    }
    bytes
}

/// Numbers that are the same in every run (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % most
    }
}
