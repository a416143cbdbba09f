//! Telling code from comments and strings, in Rust and in TypeScript.
//!
//! Rules look for words in code; a word in a comment or a string means nothing. The lexer keeps
//! every byte's place: what is not code becomes blanks, so that a hit's offset is its offset in
//! the file.

/// A source file, taken apart.
pub(super) struct Lexed {
    /// As long as the text. Comments and the inside of strings are spaces; quotes stay.
    pub(super) code: String,
    /// Every string literal, in order.
    pub(super) literals: Vec<Literal>,
    /// Byte ranges that only tests compile (Rust).
    tests: Vec<(usize, usize)>,
}

/// A string literal as it is written, escapes and all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Literal {
    /// Where its opening quote stands.
    pub(super) at: usize,
    pub(super) text: String,
}

impl Lexed {
    pub(super) fn rust(text: &str) -> Self {
        let mut lexer = Lexer::new(text);
        lexer.rust();
        let mut this = lexer.done();
        this.tests = regions(&this.code, "#[cfg(test)]");
        this
    }

    pub(super) fn script(text: &str) -> Self {
        let mut lexer = Lexer::new(text);
        lexer.script(false);
        lexer.done()
    }

    /// Where a word stands in code, outside of what only tests compile.
    pub(super) fn hits(&self, word: &str) -> Vec<usize> {
        let mut hits = self.all_hits(word);
        hits.retain(|at| !self.is_in_tests(*at));
        hits
    }

    /// Where a word stands in code. A word begins and ends where letters, digits and `_` do.
    pub(super) fn all_hits(&self, word: &str) -> Vec<usize> {
        word_hits(&self.code, word)
    }

    pub(super) fn is_in_tests(&self, at: usize) -> bool {
        self.tests.iter().any(|(from, to)| (*from..*to).contains(&at))
    }
}

/// Where a word stands in a text.
pub(super) fn word_hits(text: &str, word: &str) -> Vec<usize> {
    let is_part = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let (bytes, ends) = (text.as_bytes(), word.as_bytes());
    let hits = text.match_indices(word).map(|(at, _)| at);
    hits.filter(|at| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        let after = bytes.get(at + word.len());
        !(is_part(ends.first()) && is_part(before) || is_part(ends.last()) && is_part(after))
    })
    .collect()
}

/// The items in blanked Rust code that follow a mark, from the mark to the item's end: the brace
/// that closes it, or its semicolon.
pub(super) fn regions(code: &str, mark: &str) -> Vec<(usize, usize)> {
    let ends = |from: usize| {
        let mut depth = 0_usize;
        for (at, byte) in code.bytes().enumerate().skip(from) {
            match byte {
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 && byte == b'}' {
                        return at + 1;
                    }
                }
                b';' if depth == 0 => return at + 1,
                _ => {}
            }
        }
        code.len()
    };
    code.match_indices(mark).map(|(at, _)| (at, ends(at + mark.len()))).collect()
}

/// Reads one text from its start; code is kept, the rest is blanked.
pub(super) struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    pub(super) at: usize,
    code: Vec<u8>,
    pub(super) literals: Vec<Literal>,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let code = text.bytes().map(|byte| if byte == b'\n' { b'\n' } else { b' ' }).collect();
        Self { text, bytes: text.as_bytes(), at: 0, code, literals: Vec::new() }
    }

    fn done(self) -> Lexed {
        Lexed {
            code: String::from_utf8_lossy(&self.code).into_owned(),
            literals: self.literals,
            tests: Vec::new(),
        }
    }

    fn rust(&mut self) {
        while let Some(byte) = self.byte() {
            match byte {
                b'/' if self.follows("//") => self.line_comment(),
                b'/' if self.follows("/*") => self.block_comment(true),
                b'"' => self.string(b'"'),
                b'r' if !self.is_inside_word() && self.raw_hashes().is_some() => self.raw_string(),
                b'\'' => self.character_or_lifetime(),
                _ => self.keep(1),
            }
        }
    }

    /// Reads script to its end, or to the brace that closes the one before it.
    pub(super) fn script(&mut self, to_brace: bool) {
        let mut depth = 0_usize;
        while let Some(byte) = self.byte() {
            match byte {
                b'/' if self.follows("//") => self.line_comment(),
                b'/' if self.follows("/*") => self.block_comment(false),
                b'/' if self.may_be_pattern() => self.pattern(),
                b'"' | b'\'' => self.string(byte),
                b'`' => self.template(),
                b'{' => {
                    depth += 1;
                    self.keep(1);
                }
                b'}' if depth == 0 && to_brace => return,
                b'}' => {
                    depth = depth.saturating_sub(1);
                    self.keep(1);
                }
                _ => self.keep(1),
            }
        }
    }

    fn line_comment(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.find('\n').unwrap_or(rest.len());
    }

    fn block_comment(&mut self, nests: bool) {
        let mut depth = 0_usize;
        while self.at < self.bytes.len() {
            if self.follows("/*") && (nests || depth == 0) {
                depth += 1;
                self.at += 2;
            } else if self.follows("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else {
                self.at += 1;
            }
        }
    }

    fn string(&mut self, quote: u8) {
        let start = self.at;
        self.keep(1);
        while let Some(byte) = self.byte() {
            match byte {
                b'\\' => self.at = (self.at + 2).min(self.bytes.len()),
                _ if byte == quote => break,
                _ => self.at += 1,
            }
        }
        self.literal(start, start + 1);
        self.keep(1);
    }

    /// The number of hashes of a raw string that begins here with `r`.
    fn raw_hashes(&self) -> Option<usize> {
        let rest = &self.bytes[self.at + 1..];
        let hashes = rest.iter().take_while(|byte| **byte == b'#').count();
        (rest.get(hashes) == Some(&b'"')).then_some(hashes)
    }

    fn raw_string(&mut self) {
        let start = self.at;
        let hashes = self.raw_hashes().unwrap_or(0);
        self.keep(hashes + 2);
        let inside = self.at;
        let closing = format!("\"{}", "#".repeat(hashes));
        let rest = &self.text[inside..];
        self.at = inside + rest.find(&closing).unwrap_or(rest.len());
        self.literal(start, inside);
        self.keep(hashes + 1);
    }

    /// `'a'` and `'\n'` are characters, `'a` is a lifetime.
    fn character_or_lifetime(&mut self) {
        let mut rest = self.text[self.at + 1..].chars();
        match rest.next() {
            Some('\\') => {
                self.keep(1);
                while let Some(byte) = self.byte() {
                    match byte {
                        b'\\' => self.at = (self.at + 2).min(self.bytes.len()),
                        b'\'' => break,
                        _ => self.at += 1,
                    }
                }
                self.keep(1);
            }
            Some(character) if rest.next() == Some('\'') => {
                self.keep(1);
                self.at += character.len_utf8();
                self.keep(1);
            }
            Some(_) | None => self.keep(1),
        }
    }

    fn template(&mut self) {
        let start = self.at;
        let mut parts = String::new();
        self.keep(1);
        while let Some(byte) = self.byte() {
            if byte == b'`' {
                break;
            } else if byte == b'\\' {
                self.at = (self.at + 2).min(self.bytes.len());
            } else if self.follows("${") {
                parts.push('…');
                self.keep(2);
                self.script(true);
                self.keep(1);
            } else {
                let length = self.text[self.at..].chars().next().map_or(1, char::len_utf8);
                parts.push_str(&self.text[self.at..self.at + length]);
                self.at += length;
            }
        }
        self.literals.push(Literal { at: start, text: parts });
        self.keep(1);
    }

    /// A slash begins a pattern where a value may begin; elsewhere it divides.
    fn may_be_pattern(&self) -> bool {
        let before = self.code[..self.at].iter().rev().find(|byte| !byte.is_ascii_whitespace());
        let line_goes_on = !self.text[self.at + 1..].starts_with([' ', '\n', '=']);
        line_goes_on && before.is_none_or(|byte| b"(,=:[!&|?{};+".contains(byte))
    }

    fn pattern(&mut self) {
        self.keep(1);
        let mut in_class = false;
        while let Some(byte) = self.byte() {
            match byte {
                b'\n' => return,
                b'\\' => self.at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => break,
                _ => {}
            }
            self.at += 1;
        }
        self.keep(1);
    }

    fn literal(&mut self, at: usize, from: usize) {
        let to = self.at.min(self.text.len());
        let text = self.text.get(from..to).unwrap_or_default().to_string();
        self.literals.push(Literal { at, text });
    }

    fn keep(&mut self, count: usize) {
        let to = (self.at + count).min(self.bytes.len());
        self.code[self.at..to].copy_from_slice(&self.bytes[self.at..to]);
        self.at = to;
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn follows(&self, what: &str) -> bool {
        self.bytes[self.at..].starts_with(what.as_bytes())
    }

    /// Whether this byte goes on a word, so that the `r` of `for"` begins no raw string. The `b`
    /// and `c` of `br""` and `cr""` do not count.
    fn is_inside_word(&self) -> bool {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let mut before = self.bytes[..self.at].iter().rev();
        match before.next() {
            Some(b'b' | b'c') => before.next().is_some_and(is_part),
            Some(byte) => is_part(byte),
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lexed: &Lexed) -> Vec<&str> {
        lexed.literals.iter().map(|literal| literal.text.as_str()).collect()
    }

    #[test]
    fn rust_is_taken_apart() {
        let text = r####"a /* b /* c */ d */ e // f
let x = "g \" h"; r#"i " j"# br"k" 'l' '\'' 'm: for<'n> "é" b"o" r#type"####;
        let lexed = Lexed::rust(text);
        assert_eq!(texts(&lexed), ["g \\\" h", "i \" j", "k", "é", "o"]);
        assert_eq!(lexed.code.len(), text.len());
        for gone in ["c", "d", "f", "g", "h", "i", "j", "k", "l", "o"] {
            let hits = word_hits(&lexed.code, gone);
            assert!(hits.is_empty(), "{gone} is left in {:?}", lexed.code);
        }
        for kept in ["a", "e", "x", "m", "n", "type"] {
            assert_eq!(word_hits(&lexed.code, kept).len(), 1, "{kept} in {:?}", lexed.code);
        }
    }

    #[test]
    fn script_is_taken_apart() {
        let text =
            "a /* b /* c */ d // e\nconst f = 'g' + `h ${i + `j`} k` / 2 / l; m.replace(/[\"/]n'/, \"o\")";
        let lexed = Lexed::script(text);
        assert_eq!(texts(&lexed), ["g", "j", "h … k", "o"]);
        for gone in ["b", "c", "e", "g", "h", "j", "k", "n", "o"] {
            assert!(word_hits(&lexed.code, gone).is_empty(), "{gone} is left in {:?}", lexed.code);
        }
        for kept in ["a", "d", "f", "i", "l", "m"] {
            assert_eq!(word_hits(&lexed.code, kept).len(), 1, "{kept} in {:?}", lexed.code);
        }
    }

    #[test]
    fn broken_sources_end() {
        for broken in ["\"open", "r#\"open", "'\\", "/* open", "`open ${", "`\\", "'", "/[", "\"\\"] {
            assert_eq!(Lexed::rust(broken).code.len(), broken.len());
            assert_eq!(Lexed::script(broken).code.len(), broken.len());
        }
    }

    #[test]
    fn what_only_tests_compile_is_known() {
        let text = "fn a() { now() }\n#[cfg(test)]\nmod tests { fn b() { now() } }\nfn c() { now() }\n#[cfg(test)]\nuse x::now;\n";
        let lexed = Lexed::rust(text);
        assert_eq!(lexed.all_hits("now").len(), 4);
        assert_eq!(lexed.hits("now").len(), 2);
    }

    #[test]
    fn a_word_is_whole() {
        assert_eq!(word_hits("unsafe unsafe_code a_unsafe std::fs::x offs::y", "unsafe"), [0]);
        assert_eq!(word_hits("std::fs::x offs::y", "fs::"), [5]);
    }
}
