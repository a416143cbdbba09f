//! E-mail addresses: what stands on both sides of an at sign.

use crate::finding::{Finding, Kind};

/// The longest parts that RFC 5321 allows; nothing is looked for beyond them.
const LONGEST: (usize, usize) = (64, 255);

/// Every address in a text, in order.
pub(crate) fn all(text: &str) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let from = found.last().map_or(0, |last| last.range.end);
        if let Some(range) = around(text, from, at) {
            found.push(Finding { kind: Kind::Email, range, after_title: false });
        }
    }
    found
}

fn around(text: &str, from: usize, at: usize) -> Option<std::ops::Range<usize>> {
    let before = text.get(from..at)?;
    let local = before.char_indices().rev().take(LONGEST.0).take_while(|(_, c)| is_local(*c)).last()?.0;
    let start = from + local + before[local..].find(|c: char| c.is_alphanumeric() || c == '_')?;
    let after = &text[at + 1..];
    let host_end = after
        .char_indices()
        .take(LONGEST.1)
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '.' | '-'))
        .last()
        .map(|(at, c)| at + c.len_utf8())?;
    let host = after[..host_end].trim_end_matches(['.', '-']);
    let (name, top) = host.rsplit_once('.')?;
    let is_host = !name.is_empty() && !host.starts_with('.') && !host.contains("..");
    let is_top = top.chars().count() >= 2 && top.chars().all(char::is_alphabetic);
    (is_host && is_top).then(|| start..at + 1 + host.len())
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'' | '&')
}

#[cfg(test)]
mod tests {
    use crate::check::{finds, finds_nothing};

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        finds("email", "Mail naar j.de-vries+werk@voorbeeld.nl.", &["j.de-vries+werk@voorbeeld.nl"]);
        finds("email", "(FATIMA_87@MAIL.VOORBEELD.COM)", &["FATIMA_87@MAIL.VOORBEELD.COM"]);
        finds("email", "a@b.nl,c@d.org", &["a@b.nl", "c@d.org"]);
    }

    #[test]
    fn an_at_sign_alone_is_no_address() {
        for text in ["@divosa schreef", "3 stuks @ 4 euro", "a@b", "iemand@..nl", "@@@@"] {
            finds_nothing(text);
        }
    }
}
