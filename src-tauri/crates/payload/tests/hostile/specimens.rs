//! Good payloads, and good heads for bad ones. The fuzzer's seeds are made from the same.

use contract::{
    BlockLabel, Day, ResidentWord, ShownBlock, ShownPage, ShownPiece, ShownWalkThrough, WalkMinutes,
    WorkerWord,
};
use payload::{Foreign, STEP};

/// The bytes before the texts.
const HEAD: usize = 12;

/// Texts behind the head that fits them, and padded as they should be.
pub fn framed(texts: &[u8]) -> Vec<u8> {
    let mut bytes = b"TBSHOWN\x01".to_vec();
    bytes.extend_from_slice(&u32::try_from(texts.len()).expect("small").to_le_bytes());
    bytes.extend_from_slice(texts);
    bytes.resize(bytes.len().next_multiple_of(STEP), 0);
    bytes
}

/// The JSON of what is shown, out of its payload.
pub fn texts_of(shown: &ShownWalkThrough) -> Vec<u8> {
    let payload = payload::encode(shown).expect("short enough");
    let bytes = payload.expose();
    let length = u32::from_le_bytes(bytes[8..HEAD].try_into().expect("four bytes")) as usize;
    let texts = bytes[HEAD..HEAD + length].to_vec();
    assert!(framed(&texts) == bytes, "it is packed as this test packs");
    assert_eq!(payload::decode(&payload), Ok::<_, Foreign>(shown.clone()));
    texts
}

/// A walk-through with so many pages of so many parts.
pub fn shown(pages: usize, parts: usize) -> ShownWalkThrough {
    let labels = [
        BlockLabel::Asked { text: "Wat zag je?".to_owned() },
        BlockLabel::Feeling,
        BlockLabel::Intention,
        BlockLabel::Baggage,
    ];
    let block = |part: usize| ShownBlock {
        label: labels[part % labels.len()].clone(),
        heading: part.is_multiple_of(3).then(|| "Voor haar".to_owned()),
        pieces: vec![
            ShownPiece::Text { text: "Ik vroeg \\ \"door\" \u{1}\n".to_owned() },
            ShownPiece::Covered,
            ShownPiece::Text { text: "en toen 🙂.".to_owned() },
        ],
    };
    let page = |number: usize| ShownPage {
        who: number.is_multiple_of(2).then(|| "inwoner A".to_owned()),
        day: number.is_multiple_of(3).then(|| Day("2026-11-22".to_owned())),
        kind: Some("huisbezoek".to_owned()),
        title: None,
        blocks: (0..parts).map(block).collect(),
    };
    ShownWalkThrough {
        for_whom: "teamleider".to_owned(),
        question: "Had ik eerder moeten doorvragen?".to_owned(),
        minutes: WalkMinutes(30),
        resident_word: ResidentWord::Inwoner,
        worker_word: WorkerWord::Consulent,
        pages: (0..pages).map(page).collect(),
        companion: vec!["Wat wilde je bereiken?".to_owned()],
    }
}
