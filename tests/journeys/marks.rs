//! A mark lies under its words. Text inside a field has no place that a script can ask for, so what
//! is painted is looked at: the field's own selection of the same letters, and the mark behind it.

use boundaries::{App, Options, Page, Words};
use miniz_oxide::inflate::decompress_to_vec_zlib;
use serde_json::{Value, json};

use crate::{
    identifiers::see_marks,
    steps::{self, travel},
};

/// Names after what makes lines uneven: letters that are kerned, marks that combine, spaces, tabs,
/// pictures, a word that fits no line.
const TEXT: &str = "AVATAR To Wa Ty, LT’AV: Fatima zei  tweemaal  niets.\tYoussef wél: “Ťéĺéfóón?”\n\
    \n\u{65}\u{301}\u{65}\u{301}n 👩‍👩‍👧‍👦 gezin en 🙂🙂, toen kwam mevrouw Pietersen. Na het \
    arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg ffi fl belde Fatima weer; en Youssef niet. \
    Het was een lange dag, die in de trein nog langer werd, en ik dacht aan wat Fatima had gezegd.";
const MARKED: [&str; 6] = ["Fatima", "Youssef", "Pietersen", "Fatima", "Youssef", "Fatima"];

#[test]
fn a_mark_lies_under_its_words_whatever_stands_before_them() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options { pictures: true, ..Options::default() });
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        steps::write(&journal, TEXT).await;
        see_marks(&journal, &MARKED).await;
        for (width, height) in [(1180, 1000), (700, 1000), (320, 1600)] {
            journal.resize(width, height).await;
            let resized = "return Math.abs(innerWidth - arguments[0]) < 2";
            journal.until("the width", resized, vec![json!(width)]).await;
            journal.settle().await;
            let mut looked_at = 0;
            for (place, marked) in MARKED.iter().enumerate() {
                let Some(field) = choose(&journal, place).await else { continue };
                show(&journal, "mark").await;
                let mark =
                    painted(&journal, &field, |[red, green, blue]| red < 60 && green < 60 && blue > 200);
                let mark = mark.await.expect("the mark is painted");
                show(&journal, "selection").await;
                let letters =
                    painted(&journal, &field, |[red, green, blue]| green > 200 && red < 140 && blue < 140);
                let letters = letters.await.expect("the letters are painted");
                let why = format!("{marked} at {width}: {mark:?} behind {letters:?}");
                assert!(
                    mark.left.abs_diff(letters.left) <= 1 && mark.right.abs_diff(letters.right) <= 1,
                    "{why}"
                );
                assert!(mark.top + 1 >= letters.top && mark.bottom <= letters.bottom + 1, "{why}");
                assert!(mark.bottom - mark.top > 12, "{why}");
                looked_at += 1;
            }
            // A word that goes on in the next line is left out.
            assert!(looked_at >= MARKED.len() - 1, "{looked_at} at {width}");
        }
    });
}

/// Edges in pixels of the window.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
}

/// Selects in the field the letters of one mark and brings them on screen; gives the field's box, or
/// nothing when they stand on more than one line.
async fn choose(journal: &Page, place: usize) -> Option<Bounds> {
    let script = "const marks = document.querySelectorAll('.copy mark'), mark = marks[arguments[0]]; \
        if (mark.getClientRects().length > 1) return null; \
        for (const other of marks) other.classList.toggle('looked-at', other === mark); \
        const before = document.createRange(); before.setStart(mark.parentNode, 0); before.setEndBefore(mark); \
        const start = before.toString().length, field = document.querySelector('textarea'); \
        field.focus({ preventScroll: true }); \
        field.setSelectionRange(start, start + mark.textContent.length); \
        if (field.value.slice(field.selectionStart, field.selectionEnd) !== mark.textContent) return false; \
        mark.scrollIntoView({ block: 'center' }); \
        const box = field.getBoundingClientRect(); \
        return [box.left + 3, Math.max(box.top, 0) + 3, box.right - 3, Math.min(box.bottom, innerHeight) - 3]\
            .map(Math.round)";
    let found = journal.run(script, vec![json!(place)]).await;
    assert_ne!(found, Value::Bool(false), "the field and the layer behind it hold the same");
    let edges: Option<[u32; 4]> = serde_json::from_value(found).expect("four edges, or none");
    edges.map(|[left, top, right, bottom]| Bounds { left, top, right, bottom })
}

/// Paints one of the two and nothing else, in a colour of its own.
async fn show(journal: &Page, which: &str) {
    let script = "const sheet = new CSSStyleSheet(); sheet.replaceSync(`\
            textarea { color: transparent !important; caret-color: transparent !important; } \
            mark { background: transparent !important; text-decoration: none !important; } \
            textarea::selection { color: transparent !important; background: transparent !important; }` + \
            (arguments[0] === 'mark' \
                ? 'mark.looked-at { background: rgb(0 0 255) !important; }' \
                : 'textarea::selection { background: rgb(0 255 0) !important; }')); \
        document.adoptedStyleSheets = [sheet]; return true";
    journal.run(script, vec![json!(which)]).await;
    let painted = "const done = arguments[0]; \
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))";
    journal.client().execute_async(painted, vec![]).await.expect("a page paints");
}

/// The edges of what is painted in a colour, within the field.
async fn painted(journal: &Page, field: &Bounds, is: impl Fn([u8; 3]) -> bool) -> Option<Bounds> {
    let picture = Picture::read(&journal.client().screenshot().await.expect("a picture"));
    let mut found: Option<Bounds> = None;
    for y in field.top..field.bottom.min(picture.height) {
        for x in field.left..field.right.min(picture.width) {
            if is(picture.at(x, y)) {
                let seen = found.get_or_insert(Bounds { left: x, top: y, right: x, bottom: y });
                seen.left = seen.left.min(x);
                seen.right = seen.right.max(x);
                seen.bottom = y;
            }
        }
    }
    found
}

/// A picture as WebDriver gives it: PNG with eight bits a channel and nothing interlaced.
struct Picture {
    width: u32,
    height: u32,
    channels: usize,
    bytes: Vec<u8>,
}

impl Picture {
    fn read(png: &[u8]) -> Self {
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        let (width, height) = (number(16), number(20));
        let channels = match (png[24], png[25], png[28]) {
            (8, 2, 0) => 3,
            (8, 6, 0) => 4,
            other => panic!("a kind of PNG that is not read here: {other:?}"),
        };
        let (mut packed, mut at) = (Vec::new(), 8);
        while at + 8 <= png.len() {
            let length = number(at) as usize;
            if &png[at + 4..at + 8] == b"IDAT" {
                packed.extend_from_slice(&png[at + 8..at + 8 + length]);
            }
            at += length + 12;
        }
        let filtered = decompress_to_vec_zlib(&packed).expect("a picture");
        let row = width as usize * channels;
        let mut bytes = vec![0; row * height as usize];
        for (y, line) in filtered.chunks_exact(row + 1).enumerate() {
            let (above, here) = bytes.split_at_mut(y * row);
            let above = above.len().checked_sub(row).map(|from| &above[from..]);
            unfilter(line[0], &line[1..], &mut here[..row], above, channels);
        }
        Self { width, height, channels, bytes }
    }

    fn at(&self, x: u32, y: u32) -> [u8; 3] {
        let at = (y as usize * self.width as usize + x as usize) * self.channels;
        [self.bytes[at], self.bytes[at + 1], self.bytes[at + 2]]
    }
}

/// One line of a picture, after what PNG says each byte was guessed from.
fn unfilter(kind: u8, line: &[u8], here: &mut [u8], above: Option<&[u8]>, channels: usize) {
    for place in 0..line.len() {
        let left = place.checked_sub(channels).map_or(0, |left| i16::from(here[left]));
        let up = above.map_or(0, |above| i16::from(above[place]));
        let corner = place.checked_sub(channels).zip(above).map_or(0, |(left, above)| i16::from(above[left]));
        let guess = match kind {
            0 => 0,
            1 => left,
            2 => up,
            3 => (left + up) / 2,
            _ => {
                let far = |one: i16| (left + up - corner - one).abs();
                if far(left) <= far(up) && far(left) <= far(corner) {
                    left
                } else if far(up) <= far(corner) {
                    up
                } else {
                    corner
                }
            }
        };
        here[place] = line[place].wrapping_add(u8::try_from(guess).expect("a byte"));
    }
}
