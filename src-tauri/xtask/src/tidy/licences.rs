//! Licence expressions (SPDX), judged against an exact list.

/// Licences that a Rust package may have. Each is needed by some package; one that is not is
/// reported. All go with the EUPL-1.2 of the whole.
pub(super) const RUST: &[&str] = &[
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-3-Clause",
    "EUPL-1.2",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "WTFPL",
    "Zlib",
    "blessing",
];

/// Licences that an npm package may have.
pub(super) const NPM: &[&str] =
    &["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EUPL-1.2", "ISC", "MIT", "MPL-2.0"];

/// Whether a list of licences satisfies an expression; nothing when it is no expression.
///
/// `A OR B` is a choice, `A AND B` asks for both, `A WITH X` is one licence, `A/B` is how `OR` was
/// written before SPDX.
pub(crate) fn satisfies(expression: &str, allowed: &[&str]) -> Option<bool> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    let answer = reader.any()?;
    reader.words.is_empty().then_some(answer)
}

/// The licences of a list that no expression needs.
pub(super) fn unneeded<'a>(list: &[&'a str], expressions: &[&str]) -> Vec<&'a str> {
    let is_needed = |licence: &&str| {
        let others: Vec<&str> = list.iter().copied().filter(|other| other != licence).collect();
        expressions.iter().any(|expression| {
            satisfies(expression, list) == Some(true) && satisfies(expression, &others) != Some(true)
        })
    };
    list.iter().copied().filter(|licence| !is_needed(licence)).collect()
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a [&'a str],
}

impl Reader<'_> {
    fn any(&mut self) -> Option<bool> {
        let mut answer = self.all()?;
        while self.take("OR") {
            answer |= self.all()?;
        }
        Some(answer)
    }

    fn all(&mut self) -> Option<bool> {
        let mut answer = self.one()?;
        while self.take("AND") {
            answer &= self.one()?;
        }
        Some(answer)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let answer = self.any()?;
            return self.take(")").then_some(answer);
        }
        let (name, rest) = self.words.split_first()?;
        if ["OR", "AND", "WITH", ")"].contains(name) {
            return None;
        }
        self.words = rest;
        if self.take("WITH") {
            let (exception, rest) = self.words.split_first()?;
            self.words = rest;
            return Some(self.allowed.contains(&format!("{name} WITH {exception}").as_str()));
        }
        Some(self.allowed.contains(name))
    }

    fn take(&mut self, word: &str) -> bool {
        match self.words.split_first() {
            Some((first, rest)) if *first == word => {
                self.words = rest;
                true
            }
            Some(_) | None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &[&str] = &["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"];

    #[test]
    fn expressions_are_judged() {
        for (expression, answer) in [
            ("MIT", Some(true)),
            ("GPL-3.0-only", Some(false)),
            ("MIT OR GPL-3.0-only", Some(true)),
            ("GPL-2.0-only/MIT", Some(true)),
            ("MIT AND GPL-3.0-only", Some(false)),
            ("(GPL-3.0-only OR MIT) AND Unicode-3.0", Some(true)),
            ("GPL-3.0-only OR MIT AND BSD-3-Clause", Some(false)),
            ("Apache-2.0 WITH LLVM-exception", Some(true)),
            ("Apache-2.0", Some(false)),
            ("MIT WITH LLVM-exception", Some(false)),
            ("", None),
            ("MIT OR", None),
            ("(MIT", None),
            ("MIT)", None),
            ("MIT Unicode-3.0", None),
        ] {
            assert_eq!(satisfies(expression, LIST), answer, "{expression}");
        }
    }

    #[test]
    fn a_licence_that_nothing_needs_is_named() {
        let expressions = ["MIT OR Unicode-3.0", "MIT", "Apache-2.0 WITH LLVM-exception"];
        assert_eq!(unneeded(LIST, &expressions), ["Unicode-3.0"]);
    }
}
