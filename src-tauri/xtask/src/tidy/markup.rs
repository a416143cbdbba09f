//! Text nodes and attributes of Svelte and HTML files.
//!
//! Not a parser of either: it tells tags, `{…}` and text apart well enough to see words that a
//! person would read.

use super::lex::{Lexer, Literal};

/// What a markup file shows.
#[derive(Default)]
pub(super) struct Markup {
    /// Text between tags.
    pub(super) texts: Vec<Literal>,
    /// String literals in `{…}` between tags.
    pub(super) shown_literals: Vec<Literal>,
    /// Attributes with their static value; `{…}` in it is left out.
    pub(super) attributes: Vec<Attribute>,
    /// The beginnings of `{…}` between tags, without the brace.
    pub(super) expressions: Vec<Literal>,
}

/// One attribute.
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) value: Literal,
}

impl Markup {
    pub(super) fn read(text: &str) -> Self {
        let markup = blank(text, Part::Markup);
        let mut reader = Reader { text: &markup, at: 0, found: Self::default() };
        reader.read();
        reader.found
    }

    /// The scripts of a Svelte file, in their place; all else is blank.
    pub(super) fn scripts(text: &str) -> String {
        blank(text, Part::Scripts)
    }
}

#[derive(PartialEq, Clone, Copy)]
enum Part {
    Markup,
    Scripts,
}

/// Keeps one part of a file and blanks the others, byte for byte.
fn blank(text: &str, part: Part) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut push = |piece: &str, keep: bool| {
        if keep {
            out.push_str(piece);
        } else {
            out.extend(piece.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        }
    };
    while !rest.is_empty() {
        let opens = [("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->")];
        let next =
            opens.iter().filter_map(|(open, close)| rest.find(open).map(|at| (at, *open, *close))).min();
        let Some((at, open, close)) = next else {
            push(rest, part == Part::Markup);
            break;
        };
        push(&rest[..at], part == Part::Markup);
        rest = &rest[at..];
        let body = if open == "<!--" { open.len() } else { rest.find('>').map_or(rest.len(), |end| end + 1) };
        let end = rest[body..].find(close).map_or(rest.len(), |end| body + end);
        push(&rest[..body], false);
        push(&rest[body..end], part == Part::Scripts && open == "<script");
        let after = (end + close.len()).min(rest.len());
        push(&rest[end..after], false);
        rest = &rest[after..];
    }
    out
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    found: Markup,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut from = 0;
        while let Some(next) = self.rest().chars().next() {
            if next == '{' {
                self.text_node(from);
                let literals = self.expression();
                self.found.shown_literals.extend(literals);
                from = self.at;
            } else if next == '<'
                && self.rest()[1..].starts_with(|c: char| c.is_alphabetic() || c == '/' || c == '!')
            {
                self.text_node(from);
                self.tag();
                from = self.at;
            } else {
                self.at += next.len_utf8();
            }
        }
        self.text_node(from);
    }

    fn text_node(&mut self, from: usize) {
        let text = &self.text[from..self.at];
        let indent = text.len() - text.trim_start().len();
        if !text.trim().is_empty() {
            self.found.texts.push(Literal { at: from + indent, text: text.trim().into() });
        }
    }

    /// Steps over `{…}` and answers with its literals.
    fn expression(&mut self) -> Vec<Literal> {
        let inside = self.at + 1;
        let mut lexer = Lexer::new(&self.text[inside..]);
        lexer.script(true);
        let (length, literals) = (lexer.at, lexer.literals);
        let text = self.text[inside..inside + length].to_string();
        self.found.expressions.push(Literal { at: self.at, text });
        self.at = (inside + length + 1).min(self.text.len());
        literals.into_iter().map(|literal| Literal { at: inside + literal.at, ..literal }).collect()
    }

    fn tag(&mut self) {
        self.at += 1;
        while let Some(next) = self.rest().chars().next() {
            match next {
                '>' => {
                    self.at += 1;
                    return;
                }
                '{' => {
                    // A spread or a shorthand holds no words.
                    self.expression();
                }
                _ if next.is_whitespace() || next == '/' || next == '!' => self.at += next.len_utf8(),
                _ => self.attribute(),
            }
        }
    }

    fn attribute(&mut self) {
        let ends = |c: char| c.is_whitespace() || ['=', '>', '{', '/'].contains(&c);
        let start = self.at;
        let length = self.rest().find(ends).unwrap_or(self.rest().len()).max(1);
        self.at += length;
        let name = self.text[start..self.at].to_string();
        if !self.rest().starts_with('=') {
            return;
        }
        self.at += 1;
        let at = self.at;
        let value = match self.rest().chars().next() {
            Some(quote @ ('"' | '\'')) => self.quoted(quote),
            Some('{') => {
                self.expression();
                String::new()
            }
            Some(_) | None => {
                let rest = self.rest();
                let length = rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(rest.len());
                self.at += length;
                self.text[at..at + length].to_string()
            }
        };
        self.found.attributes.push(Attribute { name, value: Literal { at, text: value } });
    }

    fn quoted(&mut self, quote: char) -> String {
        self.at += 1;
        let mut value = String::new();
        while let Some(next) = self.rest().chars().next() {
            if next == '{' {
                self.expression();
                continue;
            }
            self.at += next.len_utf8();
            if next == quote {
                break;
            }
            value.push(next);
        }
        value
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_tags_and_braces_are_told_apart() {
        let text = "<script lang=\"ts\">\n  let a = '<p>gone</p>';\n</script>\n<!-- gone -->\n\
            {#if a < 'b > c'}<p class=\"d {e ? 'f' : \"}\"} g\" {...h} on:x={() => '>'} aria-label='i'>Tekst é {j('k')}!</p>{/if}\n\
            <style>p { color: gone }</style>";
        let found = Markup::read(text);
        let texts: Vec<&str> = found.texts.iter().map(|literal| literal.text.as_str()).collect();
        assert_eq!(texts, ["Tekst é", "!"]);
        let shown: Vec<&str> = found.shown_literals.iter().map(|literal| literal.text.as_str()).collect();
        assert_eq!(shown, ["b > c", "k"]);
        let attributes: Vec<_> =
            found.attributes.iter().map(|a| (a.name.as_str(), a.value.text.as_str())).collect();
        assert_eq!(attributes, [("class", "d  g"), ("on:x", ""), ("aria-label", "i")]);
        assert_eq!(&text[found.texts[0].at..found.texts[0].at + 5], "Tekst");
    }

    #[test]
    fn scripts_keep_their_place() {
        let text = "<p>é</p>\n<script>let a = 1;</script>";
        let scripts = Markup::scripts(text);
        assert_eq!(scripts.len(), text.len());
        assert_eq!(scripts.trim(), "let a = 1;");
        assert_eq!(scripts.find("let"), text.find("let"));
    }

    #[test]
    fn broken_markup_ends() {
        for broken in ["<p", "<p a=", "<p a=\"", "{", "<", "<script>", "<!--", "<p a='{"] {
            Markup::read(broken);
            assert_eq!(Markup::scripts(broken).len(), broken.len());
        }
    }
}
