use contract::{BlockLabel, Day, ResidentWord, ShownBlock, ShownPage, ShownPiece, WalkMinutes, WorkerWord};

use super::*;

#[test]
fn what_is_packed_is_unpacked() {
    let shown = shown(2, 3);
    let payload = encode(&shown).expect("short enough");
    assert_eq!(decode(&payload), Ok(shown));
}

pub(super) fn shown(pages: usize, parts: usize) -> ShownWalkThrough {
    let piece = |text: &str| ShownPiece::Text { text: text.to_owned() };
    ShownWalkThrough {
        for_whom: "teamleider".to_owned(),
        question: "Had ik eerder moeten doorvragen?".to_owned(),
        minutes: WalkMinutes(30),
        resident_word: ResidentWord::Inwoner,
        worker_word: WorkerWord::Consulent,
        pages: (0..pages)
            .map(|number| ShownPage {
                who: number.is_multiple_of(2).then(|| "inwoner A".to_owned()),
                day: number.is_multiple_of(3).then(|| Day("2026-11-22".to_owned())),
                kind: Some("huisbezoek".to_owned()),
                title: None,
                blocks: (0..parts)
                    .map(|part| ShownBlock {
                        label: if part == 0 {
                            BlockLabel::Feeling
                        } else {
                            BlockLabel::Asked { text: "Wat “zag” je?\n".to_owned() }
                        },
                        heading: None,
                        pieces: vec![
                            piece("Ik vroeg \\ door\u{1}\t"),
                            ShownPiece::Covered,
                            piece("en toen 🙂."),
                        ],
                    })
                    .collect(),
            })
            .collect(),
        companion: vec!["Wat wilde je bereiken?".to_owned()],
    }
}
