//! How many there are of everything in a payload, counted without taking memory for any of it.
//!
//! What is counted is the nesting: in JSON as [`encode`](super::encode) writes it the pages and the
//! questions of a companion are lists at depth 2, the parts of a page at depth 4 and the pieces of a
//! part at depth 6. Whether it is JSON at all, and ours, is for the reader proper to find out; it is
//! only asked once these numbers hold.

/// The deepest nesting: a piece of a part of a page.
const DEEPEST: usize = 7;

/// The most pages, and with it the most of all lists at that depth together.
const PAGES: usize = 50;
/// The most questions of a companion.
const QUESTIONS: usize = 100;
/// The most parts of a page.
const PARTS: usize = 2_000;
/// The most pieces of a part.
const PIECES: usize = 4_000;
/// The most pieces in all. Two thousand covered passages on each of fifty pages is more than anybody
/// covers by hand.
const ALL_PIECES: usize = 200_000;
/// The longest text, in bytes of JSON: the longest answer there is, each byte of it escaped.
const LONGEST: usize = 8 * 1024 * 1024;

/// Whether the numbers hold.
pub(super) fn is_within_bounds(json: &[u8]) -> bool {
    let mut walk = Walk { open: [List::default(); DEEPEST], depth: 0, lists: 0, pieces: 0 };
    let mut bytes = json.iter();
    while let Some(byte) = bytes.next() {
        let holds = match byte {
            b'"' => is_text(&mut bytes),
            b'{' => walk.begin(false),
            b'[' => walk.begin(true),
            b'}' | b']' => walk.end(),
            b',' => walk.next(),
            _ => true,
        };
        if !holds {
            return false;
        }
    }
    walk.depth == 0
}

/// Goes past a text; whether it ends, and is not too long.
fn is_text(bytes: &mut std::slice::Iter<'_, u8>) -> bool {
    let before = bytes.len();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return before - bytes.len() <= LONGEST,
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    false
}

/// A list or an object that is open.
#[derive(Debug, Clone, Copy, Default)]
struct List {
    is_list: bool,
    /// How many commas stood in it.
    commas: usize,
    most: usize,
}

struct Walk {
    open: [List; DEEPEST],
    depth: usize,
    /// The lists at depth 2 so far: the pages come first, the questions second.
    lists: usize,
    pieces: usize,
}

impl Walk {
    fn begin(&mut self, is_list: bool) -> bool {
        let Some(place) = self.open.get_mut(self.depth) else { return false };
        self.depth += 1;
        let most = match (is_list, self.depth) {
            // An object has a handful of fields; the reader refuses one that it does not know.
            (false, _) => 16,
            (true, 2) => {
                self.lists += 1;
                if self.lists == 1 { PAGES } else { QUESTIONS }
            }
            (true, 4) => PARTS,
            (true, 6) => PIECES,
            (true, _) => return false,
        };
        *place = List { is_list, commas: 0, most };
        true
    }

    fn end(&mut self) -> bool {
        let is_open = self.depth > 0;
        self.depth = self.depth.saturating_sub(1);
        is_open
    }

    fn next(&mut self) -> bool {
        let Some(list) = self.depth.checked_sub(1).and_then(|depth| self.open.get_mut(depth)) else {
            return false;
        };
        list.commas += 1;
        if list.is_list && self.depth == 6 {
            self.pieces += 1;
        }
        list.commas < list.most && self.pieces < ALL_PIECES
    }
}
