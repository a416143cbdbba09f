//! Numbers as people type them: digits in groups, with spaces, dots and hyphens between.

/// Digits in groups.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Digits {
    /// First byte of the first digit.
    pub(crate) start: usize,
    /// The digits, without what stands between; only the first `count` count.
    pub(crate) digits: [u8; Self::MOST],
    /// Behind each digit: the byte where it ends.
    pub(crate) ends: [usize; Self::MOST],
    /// What stands before each digit: `0` for nothing.
    pub(crate) signs: [u8; Self::MOST],
    /// How many digits were read; one more than are of use means that there are too many.
    pub(crate) count: usize,
}

impl Digits {
    /// More digits than any number that is looked for.
    pub(crate) const MOST: usize = 20;

    /// Reads digits from a place on, over single signs (a space, a dot, a hyphen, a slash, a
    /// bracket) between them, also ` - `.
    pub(crate) fn read(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut read =
            Self { start, digits: [0; Self::MOST], ends: [0; Self::MOST], signs: [0; Self::MOST], count: 0 };
        let mut at = start;
        let mut sign = 0;
        while read.count < Self::MOST {
            match bytes.get(at) {
                Some(digit @ b'0'..=b'9') => {
                    read.digits[read.count] = digit - b'0';
                    read.ends[read.count] = at + 1;
                    read.signs[read.count] = sign;
                    read.count += 1;
                    sign = 0;
                    at += 1;
                }
                // A no-break space is two bytes.
                Some(0xc2) if bytes.get(at + 1) == Some(&0xa0) && sign == 0 => {
                    sign = b' ';
                    at += 2;
                }
                Some(found @ (b' ' | b'.' | b'-' | b'/' | b'(' | b')')) => {
                    let may_follow = match sign {
                        0 => true,
                        b' ' => matches!(found, b'-' | b'('),
                        b'-' | b')' | b'.' => *found == b' ',
                        b'(' => false,
                        _ => false,
                    };
                    if !may_follow {
                        break;
                    }
                    sign = if *found == b' ' && sign != 0 { sign } else { *found };
                    at += 1;
                }
                // An en dash or a minus is three bytes.
                Some(0xe2) if sign == 0 && text[at..].starts_with(['–', '‑', '‐', '−']) => {
                    sign = b'-';
                    at += 3;
                }
                _ => break,
            }
        }
        read
    }

    /// The digits that were read.
    pub(crate) fn all(&self) -> &[u8] {
        &self.digits[..self.count]
    }

    /// Where the first so many digits end, if no digit or letter is stuck to them.
    pub(crate) fn end_of(&self, count: usize, text: &str) -> Option<usize> {
        if count == 0 || count > self.count {
            return None;
        }
        let end = self.ends[count - 1];
        (!text[end..].starts_with(char::is_alphanumeric)).then_some(end)
    }

    /// The lengths of the groups among the first so many digits.
    pub(crate) fn groups(&self, count: usize) -> impl Iterator<Item = usize> {
        let mut at = 0;
        std::iter::from_fn(move || {
            if at >= count {
                return None;
            }
            let length = 1 + self.signs[at + 1..count].iter().take_while(|sign| **sign == 0).count();
            at += length;
            Some(length)
        })
    }

    /// The signs between the groups of the first so many digits.
    pub(crate) fn separators(&self, count: usize) -> impl Iterator<Item = u8> {
        self.signs[1..count.max(1)].iter().copied().filter(|sign| *sign != 0)
    }
}

/// Where numbers may begin: each first digit with no letter, digit or decimal sign stuck before it.
pub(crate) fn starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(move |at| {
        bytes[*at].is_ascii_digit()
            && (*at == 0 || !bytes[*at - 1].is_ascii_digit() && !text[..*at].ends_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read_over_their_signs() {
        let text = "06 - 12.34(56)78 9, 10";
        let read = Digits::read(text, 0);
        assert_eq!(read.all(), [0, 6, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(read.groups(11).collect::<Vec<_>>(), [2, 2, 2, 2, 2, 1]);
        assert_eq!(read.end_of(11, text), Some(18));
        assert_eq!(read.end_of(3, text), None);
    }

    #[test]
    fn a_number_begins_where_nothing_is_stuck_to_it() {
        assert_eq!(starts("12 a3 4,5").collect::<Vec<_>>(), [0, 6, 8]);
    }
}
