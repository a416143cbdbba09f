//! Just enough JSON to read what cargo and npm write. It reads; it never writes.

use crate::Done;

/// A JSON value. Maps keep their order; they are small or read once.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Json {
    /// Reads one value that fills the whole text. The error gives the line.
    pub(crate) fn parse(text: &str) -> Done<Self> {
        let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
        let value = reader.value(0);
        reader.space();
        match value {
            Some(value) if reader.at == text.len() => Ok(value),
            Some(_) | None => {
                let line = 1 + text.as_bytes()[..reader.at].iter().filter(|byte| **byte == b'\n').count();
                Err(format!("not JSON at line {line}"))
            }
        }
    }

    /// The value under a key; null when there is none.
    pub(crate) fn get(&self, key: &str) -> &Self {
        let entry = self.entries().iter().find(|(name, _)| name == key);
        entry.map_or(&Self::Null, |(_, value)| value)
    }

    /// The entries of a map; nothing for any other value.
    pub(crate) fn entries(&self) -> &[(String, Self)] {
        if let Self::Map(entries) = self { entries } else { &[] }
    }

    /// The items of a list; nothing for any other value.
    pub(crate) fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The text, where it is text.
    pub(crate) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Whether it is `true`.
    pub(crate) fn is_true(&self) -> bool {
        *self == Self::Bool(true)
    }
}

/// Deeper than any file we read; a hostile one must not exhaust the stack.
const DEEPEST: usize = 128;

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Json> {
        if depth > DEEPEST {
            return None;
        }
        self.space();
        match self.peek()? {
            b'{' => self.map(depth),
            b'[' => self.list(depth),
            b'"' => self.string().map(Json::Text),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number(),
        }
    }

    fn map(&mut self, depth: usize) -> Option<Json> {
        self.take(b'{')?;
        let mut entries = Vec::new();
        self.space();
        if self.take(b'}').is_some() {
            return Some(Json::Map(entries));
        }
        loop {
            self.space();
            let key = self.string()?;
            self.space();
            self.take(b':')?;
            entries.push((key, self.value(depth + 1)?));
            self.space();
            if self.take(b',').is_none() {
                self.take(b'}')?;
                return Some(Json::Map(entries));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        self.take(b'[')?;
        let mut items = Vec::new();
        self.space();
        if self.take(b']').is_some() {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if self.take(b',').is_none() {
                self.take(b']')?;
                return Some(Json::List(items));
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let mut text = Vec::new();
        loop {
            match self.next()? {
                b'"' => return String::from_utf8(text).ok(),
                b'\\' => {
                    let escaped = match self.next()? {
                        b'n' => '\n',
                        b't' => '\t',
                        b'r' => '\r',
                        b'b' => '\u{8}',
                        b'f' => '\u{c}',
                        b'u' => self.unicode()?,
                        other @ (b'"' | b'\\' | b'/') => char::from(other),
                        _ => return None,
                    };
                    text.extend_from_slice(escaped.encode_utf8(&mut [0; 4]).as_bytes());
                }
                byte => text.push(byte),
            }
        }
    }

    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        self.take(b'\\')?;
        self.take(b'u')?;
        let second = self.hex()?;
        if !(0xDC00..0xE000).contains(&second) {
            return None;
        }
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.bytes.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    }

    fn number(&mut self) -> Option<Json> {
        let rest = &self.bytes[self.at..];
        let length = rest
            .iter()
            .position(|byte| !matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'))
            .unwrap_or(rest.len());
        let number = std::str::from_utf8(&rest[..length]).ok()?.parse().ok()?;
        self.at += length;
        Some(Json::Number(number))
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        self.bytes[self.at..].starts_with(word.as_bytes()).then(|| {
            self.at += word.len();
            value
        })
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn take(&mut self, wanted: u8) -> Option<()> {
        (self.peek() == Some(wanted)).then(|| self.at += 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_cargo_and_npm_write() {
        let json = Json::parse(r#" {"a": [1, -2.5e1, true, null], "b": {"c": "d\n\"\u00eb\ud83d\ude00"}} "#)
            .expect("well formed");
        assert_eq!(json.get("a").items()[1], Json::Number(-25.0));
        assert!(json.get("a").items()[2].is_true());
        assert_eq!(json.get("b").get("c").text(), Some("d\n\"ë😀"));
        assert_eq!(json.get("x").get("y"), &Json::Null);
        assert_eq!(Json::parse("{}"), Ok(Json::Map(vec![])));
        assert_eq!(Json::parse("[ ]"), Ok(Json::List(vec![])));
    }

    #[test]
    fn refuses_what_is_not_json() {
        for broken in
            ["", "{", "[1,]", "{\"a\" 1}", "\"open", "tru", "1 2", "{1:2}", "\"\\x\"", "\"\\ud800\"", "-"]
        {
            assert!(Json::parse(broken).is_err(), "{broken:?} was read");
        }
        assert_eq!(Json::parse("[1,\n2,\n,]"), Err("not JSON at line 3".into()));
    }

    #[test]
    fn a_deep_nest_is_refused_and_not_a_crash() {
        assert!(Json::parse(&"[".repeat(100_000)).is_err());
    }
}
