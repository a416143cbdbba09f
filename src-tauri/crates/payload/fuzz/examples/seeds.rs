//! Writes what a fuzzer begins with: real payloads, and the words that are in them.
//!
//! The words are read out of the payloads, so that a field with another name is another word.

use std::{collections::BTreeSet, fs, io, path::Path};

use payload_fuzz::specimens::{framed, shown, texts_of};
use serde_json::Value;

/// What JSON is made of beside words.
const SIGNS: &[&str] = &[
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "false",
    "15",
    "45",
    "60",
    "256",
    "-1",
    "0.5",
    "1e999",
    " ",
    "\\n",
    "\\u0000",
    "\\u001f",
    "\\ud83d\\ude42",
    "\\ud800",
    "\u{2028}",
    "🙂",
    "\"kind\":\"covered\"",
    "\"kind\":\"text\"",
];

fn main() -> io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let (bytes, texts) = (corpus.join("bytes"), corpus.join("texts"));
    fs::create_dir_all(&bytes)?;
    fs::create_dir_all(&texts)?;
    let mut words: BTreeSet<String> = SIGNS.iter().map(|sign| (*sign).to_owned()).collect();
    for (pages, parts) in [(0, 0), (1, 0), (1, 1), (2, 4), (50, 2)] {
        let json = texts_of(&shown(pages, parts));
        fs::write(texts.join(format!("seed-{pages}-{parts}")), &json)?;
        // Without its padding, which the target gives back: a change there is a change of nothing.
        let padded = framed(&json);
        let padding = padded.iter().rev().take_while(|byte| **byte == 0).count();
        fs::write(bytes.join(format!("seed-{pages}-{parts}")), &padded[..padded.len() - padding])?;
        collect(&serde_json::from_slice(&json)?, &mut words);
    }
    words.insert("TBSHOWN".to_owned());
    let lines: String = words.iter().map(|word| format!("\"{}\"\n", escaped(word))).collect();
    fs::write(corpus.join("words.dict"), lines)
}

/// Names of fields with the quotes and the colon around them, and texts of one word.
fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                words.insert(format!("\"{name}\":"));
                collect(value, words);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
        Value::String(text) if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            words.insert(format!("\"{text}\""));
        }
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// As libFuzzer reads a word: every byte that is no letter in hexadecimal.
fn escaped(word: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02X}"),
    };
    word.bytes().map(byte).collect()
}
