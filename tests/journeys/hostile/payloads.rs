//! Our collection of texts that are programs, and harmless ones of the same length.

use std::collections::BTreeMap;

/// One of the collection.
#[derive(Debug, Clone)]
pub struct Payload {
    /// What kind of attempt it is: the name of its list.
    pub kind: String,
    /// The text, byte for byte.
    pub text: String,
}

/// All of them; each asks for a path of its own of the server at this port.
pub fn payloads(port: u16) -> Vec<Payload> {
    let lists: BTreeMap<String, Vec<String>> =
        toml::from_str(include_str!("payloads.toml")).expect("lists of texts");
    let all =
        lists.into_iter().flat_map(|(kind, texts)| texts.into_iter().map(move |text| (kind.clone(), text)));
    all.enumerate()
        .map(|(number, (kind, text))| {
            let text = repeated(&text).replace("HOST", &format!("127.0.0.1:{port}/{number}"));
            Payload { kind, text }
        })
        .collect()
}

/// Harmless texts in the place of all of a kind but two, as long as they are.
pub fn harmless(payloads: &[Payload]) -> Vec<Payload> {
    let few = payloads.iter().enumerate().filter(|(place, payload)| {
        *place < 2 || payload.kind != payloads[place - 1].kind || payload.kind != payloads[place - 2].kind
    });
    few.map(|(place, payload)| {
        // Some of those point at a person as far as the mirror can tell, so these do too.
        let endless = format!("{place} onschuldig 06-12345678 {}", "woorden van elke dag ".repeat(2_000));
        let mut text: String = endless.chars().take(payload.text.chars().count().max(14)).collect();
        // No space at the end: an alias has none.
        text.pop();
        text.push('e');
        Payload { kind: payload.kind.clone(), text }
    })
    .collect()
}

/// With every `‹number×text›` written out.
fn repeated(text: &str) -> String {
    let Some((before, rest)) = text.split_once('‹') else { return text.to_owned() };
    let (inside, after) = rest.split_once('›').expect("it ends");
    let (times, piece) = inside.split_once('×').expect("how often, and what");
    format!("{before}{}{after}", piece.repeat(times.parse().expect("a number")))
}
