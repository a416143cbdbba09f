//! What is written is read, to the byte, and nothing else is.

use contract::{BlockLabel, Day, ResidentWord, ShownBlock, ShownPage, ShownPiece, WalkMinutes, WorkerWord};
use proptest::prelude::*;

use super::*;

fn text(text: &str) -> ShownPiece {
    ShownPiece::Text { text: text.to_owned() }
}

fn part(pieces: Vec<ShownPiece>) -> ShownBlock {
    ShownBlock { label: BlockLabel::Free, heading: None, pieces }
}

fn page(blocks: Vec<ShownBlock>) -> ShownPage {
    ShownPage {
        who: Some("inwoner A".to_owned()),
        day: Some(Day("2026-11-22".to_owned())),
        kind: Some("huisbezoek".to_owned()),
        title: None,
        blocks,
    }
}

fn shown(pages: Vec<ShownPage>) -> ShownWalkThrough {
    ShownWalkThrough {
        for_whom: "teamleider".to_owned(),
        question: "Had ik eerder moeten doorvragen?".to_owned(),
        minutes: WalkMinutes(30),
        resident_word: ResidentWord::Inwoner,
        worker_word: WorkerWord::Consulent,
        pages,
        companion: vec!["Wat wilde je bereiken?".to_owned()],
    }
}

fn small() -> ShownWalkThrough {
    shown(vec![page(vec![part(vec![
        text("Ik “vroeg” \\ door\u{1}\n🙂"),
        ShownPiece::Covered,
        text("en toen."),
    ])])])
}

/// The bytes of a payload with other JSON in it, padded as it should be.
fn framed(json: &[u8]) -> Option<Payload> {
    let mut bytes = MARK.to_vec();
    bytes.extend_from_slice(&u32::try_from(json.len()).expect("small").to_le_bytes());
    bytes.extend_from_slice(json);
    bytes.resize(bytes.len().next_multiple_of(STEP), 0);
    Payload::new(bytes.into())
}

fn json_of(payload: &Payload) -> Vec<u8> {
    let length = u32::from_le_bytes(payload.expose()[8..HEAD].try_into().expect("four bytes"));
    payload.expose()[HEAD..HEAD + length as usize].to_vec()
}

#[test]
fn what_is_packed_is_unpacked_and_always_packed_the_same() {
    let payload = encode(&small()).expect("short enough");
    assert_eq!(decode(&payload), Ok(small()));
    assert!(encode(&small()).expect("short enough").expose() == payload.expose());
}

#[test]
fn a_payload_never_prints() {
    assert_eq!(format!("{:?}", encode(&small())), "Ok(Payload)");
}

/// I6: what the size tells.
#[test]
fn texts_of_every_length_up_to_a_step_have_one_size() {
    let size = |length: usize| {
        let pages = vec![page(vec![part(vec![text(&"a".repeat(length))])])];
        encode(&shown(pages)).expect("short enough").expose().len()
    };
    assert!((1..=3_500).map(size).all(|bytes| bytes == STEP));
    assert!((3_501..=4_000).map(size).all(|bytes| bytes == STEP || bytes == 2 * STEP));
    for length in [5_000, 60_000, 1_000_000] {
        assert!(size(length).is_multiple_of(STEP));
    }
}

#[test]
fn every_byte_that_is_not_as_it_is_written_is_foreign() {
    let payload = encode(&small()).expect("short enough");
    let json = HEAD + json_of(&payload).len();
    for place in 0..payload.expose().len() {
        for bit in 0..8 {
            let mut bytes = payload.expose().to_vec();
            bytes[place] ^= 1 << bit;
            let changed = Payload::new(bytes.into()).expect("as many bytes");
            let read = decode(&changed);
            let in_texts = (HEAD..json).contains(&place);
            // A text may say something else; it never reads as the same, and nowhere else is it read.
            assert!(read == Err(Foreign) || (in_texts && read != Ok(small())), "bit {bit} of byte {place}");
        }
    }
}

#[test]
fn another_length_another_padding_and_another_version_are_foreign() {
    let good = encode(&small()).expect("short enough");
    let mut longer = good.expose().to_vec();
    longer.resize(2 * STEP, 0);
    let mut newer = good.expose().to_vec();
    newer[7] += 1;
    let mut beyond = good.expose().to_vec();
    beyond[8..HEAD].copy_from_slice(&u32::MAX.to_le_bytes());
    for bytes in [longer, newer, beyond, vec![0; STEP], MARK.repeat(STEP / 8)] {
        let payload = Payload::new(bytes.into()).expect("whole steps");
        assert_eq!(decode(&payload), Err(Foreign));
    }
    for length in [0, 1, STEP - 1, STEP + 1, MOST + STEP] {
        assert!(Payload::new(vec![0; length].into()).is_none(), "{length}");
    }
}

#[test]
fn the_same_said_in_other_bytes_is_foreign() {
    let json = String::from_utf8(json_of(&encode(&small()).expect("short enough"))).expect("JSON");
    let others = [
        json.replacen(":", ": ", 1),
        format!("{json} "),
        format!(" {json}"),
        json.replacen("teamleider", "te\\u0061mleider", 1),
        json.replacen("\"minutes\":30", "\"minutes\":30.0", 1),
        json.replacen("\"minutes\":30", "\"minutes\":030", 1),
        json.replacen("{\"forWhom\"", "{\"id\":7,\"forWhom\"", 1),
        json.replacen("{\"kind\":\"covered\"}", "{\"kind\":\"covered\",\"length\":7}", 1),
        json.replacen("{\"kind\":\"covered\"}", "[\"covered\"]", 1),
        json.replacen("\"title\":null,", "", 1),
        json.replacen("\"title\":null", "\"title\":null,\"title\":null", 1),
        json.replacen("\"minutes\":30", "\"minutes\":31", 1),
        json.replacen("\"minutes\":30", "\"minutes\":0", 1),
        json.replacen("\"pages\":[", "\"pages\":[null,", 1),
    ];
    for other in others {
        assert_ne!(other, json);
        let payload = framed(other.as_bytes()).expect("whole steps");
        assert_eq!(decode(&payload), Err(Foreign), "{other}");
    }
    assert_eq!(decode(&framed(json.as_bytes()).expect("whole steps")), Ok(small()));
}

#[test]
fn more_than_the_bounds_is_neither_written_nor_read() {
    let pages = |count| shown(vec![page(Vec::new()); count]);
    let parts = |count| shown(vec![page(vec![part(Vec::new()); count])]);
    let pieces = |count| shown(vec![page(vec![part(vec![ShownPiece::Covered; count])])]);
    let questions = |count| ShownWalkThrough { companion: vec![String::new(); count], ..small() };
    let letters = |count| shown(vec![page(vec![part(vec![text(&"a".repeat(count))])])]);
    let cases = [
        ("pages", pages(50), pages(51)),
        ("parts", parts(2_000), parts(2_001)),
        ("pieces", pieces(4_000), pieces(4_001)),
        ("questions", questions(100), questions(101)),
        ("letters", letters(8 * 1024 * 1024 - 1), letters(8 * 1024 * 1024)),
    ];
    for (what, most, more) in cases {
        let payload = encode(&most).expect(what);
        assert!(decode(&payload) == Ok(most), "{what}");
        assert_eq!(encode(&more).err(), Some(TooLong), "{what}");
        let json = serde_json::to_vec(&more).expect("JSON");
        assert_eq!(decode(&framed(&json).expect(what)), Err(Foreign), "{what}");
    }
    let whole = shown(vec![page(vec![part(vec![ShownPiece::Covered; 4_000]); 1]); 50]);
    assert_eq!(encode(&whole).err(), None, "as many pieces in all as there may be");
    let longest = part(vec![text(&"a".repeat(4 * 1024 * 1024))]);
    assert_eq!(encode(&shown(vec![page(vec![longest; 4])])).err(), Some(TooLong));
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z ]{0,40}", any::<String>(), Just("\u{0}\u{1f}\"\\/\u{7f}\u{2028}".to_owned())]
}

fn any_label() -> impl Strategy<Value = BlockLabel> {
    prop_oneof![
        any_text().prop_map(|text| BlockLabel::Asked { text }),
        Just(BlockLabel::Free),
        Just(BlockLabel::Feeling),
        Just(BlockLabel::Intention),
        Just(BlockLabel::Outcome),
        Just(BlockLabel::Baggage),
        Just(BlockLabel::Mood),
    ]
}

fn any_shown() -> impl Strategy<Value = ShownWalkThrough> {
    let piece = prop_oneof![any_text().prop_map(|text| ShownPiece::Text { text }), Just(ShownPiece::Covered)];
    let block = (any_label(), prop::option::of(any_text()), prop::collection::vec(piece, 0..5))
        .prop_map(|(label, heading, pieces)| ShownBlock { label, heading, pieces });
    let page = (
        prop::option::of(any_text()),
        prop::option::of(any_text().prop_map(Day)),
        prop::option::of(any_text()),
        prop::option::of(any_text()),
        prop::collection::vec(block, 0..6),
    )
        .prop_map(|(who, day, kind, title, blocks)| ShownPage { who, day, kind, title, blocks });
    let words = (any_text(), any_text(), prop::sample::select(MINUTES.to_vec()));
    (words, prop::collection::vec(page, 0..6), prop::collection::vec(any_text(), 0..6)).prop_map(
        |((for_whom, question, minutes), pages, companion)| ShownWalkThrough {
            for_whom,
            question,
            minutes: WalkMinutes(minutes),
            companion,
            ..shown(pages)
        },
    )
}

proptest! {
    #[test]
    fn whatever_is_shown_arrives_as_it_was(shown in any_shown()) {
        let payload = encode(&shown).expect("short enough");
        prop_assert!(payload.expose().len().is_multiple_of(STEP));
        prop_assert_eq!(decode(&payload), Ok(shown));
    }
}
