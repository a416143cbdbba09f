//! What is packed away in files: deflate, and so zlib and gzip, which are deflate with a few bytes
//! before and behind it.

use miniz_oxide::inflate::core::{
    DecompressorOxide, decompress, inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};

/// As much of one stream as is looked at. A webview's caches hold no larger thing of ours.
const MOST: usize = 1 << 20;
/// What is shorter is chance: any bytes are the beginning of some stream.
const LEAST: usize = 4;

/// Gives everything that comes out of the bytes, each of them taken as the beginning of a stream,
/// with the place where that begins. A stream that breaks off gives what came out before.
pub fn for_each_stream(bytes: &[u8], mut look: impl FnMut(usize, &[u8])) {
    let mut state = Box::<DecompressorOxide>::default();
    let mut out = vec![0; MOST];
    for place in 0..bytes.len() {
        let rest = &bytes[place..];
        if !can_begin(rest) {
            continue;
        }
        state.init();
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (_, _, length) = decompress(&mut state, rest, &mut out, 0, flags);
        if length >= LEAST {
            look(place, &out[..length]);
        }
    }
}

/// Whether a block of deflate can begin so (RFC 1951, 3.2.3 to 3.2.7). It spares the long way for
/// nearly all bytes, which are the beginning of nothing.
fn can_begin(bytes: &[u8]) -> bool {
    let mut bits = Bits { bytes, place: 1 };
    match bits.take(2) {
        Some(0) => bytes.len() > 4 && (0..2).all(|place| bytes[1 + place] == !bytes[3 + place]),
        Some(1) => begins_with_a_letter(&mut bits),
        Some(2) => has_a_whole_code(&mut bits).unwrap_or(false),
        _ => false,
    }
}

/// With the fixed code letters stand first, and what is repeated was there before. In bytes without
/// meaning there is soon a repetition of what was not.
fn begins_with_a_letter(bits: &mut Bits<'_>) -> bool {
    const SURE: u32 = 16;
    for before in 0..SURE {
        // Codes are read from their highest bit on; all have at least seven.
        let length = match bits.take_code(7) {
            None => return false,
            Some(0) => return before > 0,
            Some(code @ 1..24) => code - 1,
            Some(code @ 96..100) => match bits.take_code(1) {
                Some(bit) => (code - 96) * 2 + bit + 23,
                None => return false,
            },
            Some(code) => {
                bits.place += if code < 96 { 1 } else { 2 };
                continue;
            }
        };
        return repeats(bits, length).is_some_and(|distance| distance <= before);
    }
    true
}

/// From how far back a repetition is taken, of which the length was read.
fn repeats(bits: &mut Bits<'_>, length: u32) -> Option<u32> {
    let more = if (8..28).contains(&length) { length / 4 - 1 } else { 0 };
    bits.take(more)?;
    let code = bits.take_code(5)?;
    if code < 4 {
        return Some(code + 1);
    }
    let more = code / 2 - 1;
    Some(((2 + code % 2) << more) + 1 + bits.take(more)?)
}

/// With a code of its own, the code of its lengths leaves nothing over and nothing twice.
fn has_a_whole_code(bits: &mut Bits<'_>) -> Option<bool> {
    let (letters, distances, lengths) = (bits.take(5)?, bits.take(5)?, bits.take(4)? + 4);
    let mut filled = 0;
    for _ in 0..lengths {
        let length = bits.take(3)?;
        filled += if length > 0 { 128 >> length } else { 0 };
    }
    Some(letters <= 29 && distances <= 29 && filled == 128)
}

/// Bits from the lowest of each byte on.
struct Bits<'a> {
    bytes: &'a [u8],
    place: usize,
}

impl Bits<'_> {
    fn bit(&mut self) -> Option<u32> {
        let byte = self.bytes.get(self.place / 8)?;
        let bit = byte >> (self.place % 8) & 1;
        self.place += 1;
        Some(u32::from(bit))
    }

    fn take(&mut self, count: u32) -> Option<u32> {
        (0..count).try_fold(0, |value, place| Some(value | self.bit()? << place))
    }

    fn take_code(&mut self, count: u32) -> Option<u32> {
        (0..count).try_fold(0, |value, _| Some(value << 1 | self.bit()?))
    }
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

    use super::*;

    /// Whether a text comes out of some bytes.
    fn holds(bytes: &[u8], text: &str) -> bool {
        let mut found = false;
        for_each_stream(bytes, |_, out| {
            found |= out.windows(text.len()).any(|piece| piece == text.as_bytes())
        });
        found
    }

    #[test]
    fn a_stream_is_found_with_every_effort_and_behind_anything() {
        let long: String = (0..200).map(|number| format!("{number} maal kanarie én geel. ")).collect();
        for text in ["kanarie én geel", "eeeeeeeeeeeeee kanarie én geel", &long] {
            for level in 0..=10 {
                let packed = compress_to_vec(text.as_bytes(), level);
                assert!(holds(&packed, "kanarie én geel"), "level {level}");
                let behind = [b"\x05\x1f\xffmeer", packed.as_slice(), b"en meer"].concat();
                assert!(holds(&behind, "kanarie én geel"), "level {level}, behind something");
                let zlib = compress_to_vec_zlib(text.as_bytes(), level);
                assert!(holds(&zlib, "kanarie én geel"), "level {level}, as zlib");
            }
        }
    }

    #[test]
    fn one_that_breaks_off_gives_what_came_before() {
        let text: String = (0..200).map(|number| format!("{number} maal kanarie én geel. ")).collect();
        let packed = compress_to_vec(text.as_bytes(), 6);
        assert!(holds(&packed[..packed.len() / 2], "kanarie én geel"));
    }
}
