//! Offsets as the webview counts them: in UTF-16 code units.

use std::ops::Range;

/// Turns byte ranges of a text into ranges of UTF-16 code units, in one walk over the text.
///
/// Ranges come in order and lie on character boundaries, as [`crate::Detector::find`] gives them;
/// so a thousand findings cost one walk, not a thousand.
#[derive(Debug)]
pub struct Utf16<'a> {
    text: &'a str,
    bytes: usize,
    units: usize,
}

impl<'a> Utf16<'a> {
    /// Begins at the start of the text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, bytes: 0, units: 0 }
    }

    /// The range in code units. A range that lies before an earlier one is counted anew.
    pub fn range(&mut self, range: &Range<usize>) -> Range<usize> {
        self.offset(range.start)..self.offset(range.end)
    }

    /// One offset in code units; past the end it is the length of the text.
    pub fn offset(&mut self, at: usize) -> usize {
        if at < self.bytes {
            (self.bytes, self.units) = (0, 0);
        }
        for c in self.text[self.bytes..].chars() {
            if self.bytes >= at {
                break;
            }
            self.bytes += c.len_utf8();
            self.units += c.len_utf16();
        }
        self.units
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_code_units() {
        let text = "é😀a\u{301}ع\u{200d}z";
        let mut utf16 = Utf16::new(text);
        for (at, c) in text.char_indices() {
            let units = text[..at].encode_utf16().count();
            assert_eq!(utf16.range(&(at..at + c.len_utf8())), units..units + c.len_utf16());
        }
        assert_eq!(utf16.offset(text.len()), text.encode_utf16().count());
        assert_eq!(utf16.offset(usize::MAX), text.encode_utf16().count());
        assert_eq!(utf16.offset(0), 0);
    }
}
