//! What a maker of wrong files has at hand: the good ones, their keys, and a way to write down how
//! a wrong one differs.

use std::{fs, path::Path};

use boundaries::forge::{self, Slots, first};
use toml::Value;

use crate::past::Golden;

/// The wrong files of one kind, as they are written down.
pub(crate) struct Kit {
    pub(crate) golden: Golden,
    pub(crate) data_key: [u8; 32],
    pub(crate) vault_id: [u8; 16],
    text: String,
    names: Vec<String>,
}

/// The files that have a good one to differ from.
const GOOD: &[&str] =
    &["slots", "seal", "journal.db", "backup-slots", "backup-manifest", "backup-journal.db"];

/// How a file differs from the golden one of the same name.
pub(crate) enum Change {
    /// Byte for byte these; the difference is worked out.
    Is(Vec<u8>),
    /// There is none.
    Gone,
    /// Pieces of another golden file, or of the same, put in a place: (at, from which, from where,
    /// how long). Then cut or filled with zeroes to a length.
    Pieces(Vec<(usize, &'static str, usize, usize)>, Option<usize>),
}

impl Kit {
    pub(crate) fn new(kind: &str, golden: &Path) -> Self {
        let format = golden.file_name().and_then(|name| name.to_str()).expect("a format").to_owned();
        let text = format!(
            "# Wrong {kind}: each differs from {format} in one way, and gives one code.\n\
             # Made by tests/golden; a change is a list of places and bytes in hexadecimal.\n\
             base = \"{format}\"\n"
        );
        let content = fs::read_to_string(golden.join("test-content.toml")).expect("content");
        assert!(content.contains("made up, for tests"));
        let golden = Golden::written(&format);
        let hand_over = golden.content.hand_over;
        let (data_key, vault_id) = (first(&hand_over), first(&hand_over[32..]));
        Self { golden, data_key, vault_id, text, names: Vec::new() }
    }

    /// The golden slot file in its pieces.
    pub(crate) fn slots(&self) -> Slots {
        Slots::parse(&self.golden.file("slots"))
    }

    /// The seal's own key.
    pub(crate) fn seal_key(&self) -> [u8; 32] {
        forge::sub_key(&self.data_key, &self.vault_id, "seal/1")
    }

    /// The key of its backups' manifests.
    pub(crate) fn backup_key(&self) -> [u8; 32] {
        forge::sub_key(&self.data_key, &self.vault_id, "backup/1")
    }

    /// A wrong slot file that is opened with the recovery key.
    pub(crate) fn slot_file(&mut self, name: &str, why: &str, bytes: Vec<u8>, expected: &str) {
        self.add(name, why, "recovery-key", &[("slots", Change::Is(bytes))], expected);
    }

    /// Anything wrong: what it is called, why it is wrong, what opens it, what it must give.
    pub(crate) fn add(
        &mut self,
        name: &str,
        why: &str,
        with: &str,
        changes: &[(&str, Change)],
        expected: &str,
    ) {
        assert!(!self.names.iter().any(|known| known == name), "{name} stands there twice");
        self.names.push(name.to_owned());
        let quoted = |text: &str| Value::String(text.to_owned()).to_string();
        self.text.push_str(&format!(
            "\n[[wrong]]\nname = {}\nwhy = {}\nwith = {}\nexpected = {}\n",
            quoted(name),
            quoted(why),
            quoted(with),
            quoted(expected)
        ));
        for (file, change) in changes {
            self.text.push_str(&format!("[[wrong.files]]\nname = {}\n", quoted(file)));
            match change {
                Change::Gone => self.text.push_str("gone = true\n"),
                Change::Is(bytes) => self.difference(file, bytes),
                Change::Pieces(pieces, length) => {
                    let pieces = pieces.iter().map(|(at, of, from, length)| {
                        format!("{{ at = {at}, of = {}, from = {from}, length = {length} }}", quoted(of))
                    });
                    let pieces: Vec<String> = pieces.collect();
                    self.text.push_str(&format!("pieces = [{}]\n", pieces.join(", ")));
                    if let Some(length) = length {
                        self.text.push_str(&format!("length = {length}\n"));
                    }
                }
            }
        }
    }

    pub(crate) fn text(self) -> String {
        self.text
    }

    /// Where bytes differ from the golden file's, as runs.
    fn difference(&mut self, file: &str, bytes: &[u8]) {
        let good = if GOOD.contains(&file) { self.golden.file(file) } else { Vec::new() };
        let mut runs: Vec<(usize, Vec<u8>)> = Vec::new();
        for (at, byte) in bytes.iter().enumerate() {
            if good.get(at).copied().unwrap_or_default() == *byte {
                continue;
            }
            match runs.last_mut() {
                // A short stretch that is equal costs less than a new run.
                Some((from, run)) if at - (*from + run.len()) < 8 => {
                    run.extend_from_slice(&bytes[*from + run.len()..=at]);
                }
                _ => runs.push((at, vec![*byte])),
            }
        }
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let runs: Vec<String> =
            runs.iter().map(|(at, run)| format!("{{ at = {at}, bytes = \"{}\" }}", hex(run))).collect();
        self.text.push_str(&format!("bytes = [{}]\n", runs.join(", ")));
        if bytes.len() != good.len() {
            self.text.push_str(&format!("length = {}\n", bytes.len()));
        }
    }
}
