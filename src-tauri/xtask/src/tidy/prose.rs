//! Words that people read live in the catalogue and the handbook, nowhere else.
//!
//! A heuristic: a string that looks like a sentence. It lets through what never reaches a screen:
//! tests, assertions, `Display` of errors (for developers; commands answer with codes) and SQL.

use super::{
    Exception, Finding, except,
    lex::{Literal, regions},
    tree::{File, Tree},
    without,
};

const MAY_HOLD_PROSE: &[Exception] = &[
    except(
        "src-tauri/crates/handbook/src/lint/vocabulary.rs",
        "words that the lint refuses in packs; no screen shows them",
    ),
    except("ui/src/state/journal/admin-commands.ts", "command lines, the same in every language"),
];

/// No sentence in Rust, in TypeScript, in Svelte or in HTML.
pub(super) fn prose(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.product() {
        rust(file, &mut findings);
    }
    for file in tree.ui().filter(|file| !file.is_test() && !file.is_generated()) {
        for literal in &file.lexed().literals {
            if is_sentence(&literal.text) && !is_for_developers(&file.lexed().code, literal.at) {
                findings.push(words(file, literal));
            }
        }
    }
    let pages = |path: &str| path.ends_with(".svelte") || path.ends_with(".html");
    for file in tree.files.iter().filter(|file| file.path.starts_with("ui/") && pages(&file.path)) {
        markup(file, &mut findings);
    }
    without(MAY_HOLD_PROSE, findings, tree)
}

fn rust(file: &File, findings: &mut Vec<Finding>) {
    let lexed = file.lexed();
    let display = displays(&lexed.code);
    for literal in &lexed.literals {
        let exempt = lexed.is_in_tests(literal.at)
            || display.iter().any(|(from, to)| (*from..*to).contains(&literal.at))
            || is_for_developers(&lexed.code, literal.at)
            || is_sql(&literal.text);
        if !exempt && is_sentence(&literal.text) {
            findings.push(words(file, literal));
        }
    }
}

fn markup(file: &File, findings: &mut Vec<Finding>) {
    let markup = file.markup();
    let texts = markup.texts.iter().filter(|text| has_word(&text.text));
    let literals = markup.shown_literals.iter().filter(|literal| is_phrase(&literal.text));
    findings.extend(texts.chain(literals).map(|literal| words(file, literal)));
    for attribute in &markup.attributes {
        let value = &attribute.value.text;
        let read_aloud = matches!(attribute.name.as_str(), "title" | "placeholder" | "alt" | "label")
            || attribute.name.starts_with("aria-") && SPOKEN.contains(&&attribute.name[5..]);
        let shown = if read_aloud { is_shown(value) } else { is_label(value) };
        if shown {
            findings.push(words(file, &attribute.value));
        }
    }
}

/// The `aria-` attributes that are words for a person.
const SPOKEN: &[&str] =
    &["label", "description", "roledescription", "valuetext", "placeholder", "braillelabel"];

fn words(file: &File, literal: &Literal) -> Finding {
    let shown: String = literal.text.chars().take(40).collect();
    file.finding(literal.at, format!("words for people belong in assets/i18n: {shown:?}"))
}

/// Four words or more, of which the most are plain lower-case words.
fn is_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain = words.iter().filter(|word| is_plain_word(word)).count();
    words.len() >= 4 && plain >= 4 && plain * 3 >= words.len() * 2 && !is_code(text)
}

fn is_plain_word(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| ".,:;!?…’‘“”'\"()".contains(c));
    !bare.is_empty() && bare.chars().all(|c| c.is_alphabetic() || c == '-' || c == '’' || c == '\'')
}

/// A class list, a selector or a list of tokens has no capital and no punctuation.
fn is_code(text: &str) -> bool {
    let bare = text.trim();
    let begins_like_a_sentence = bare.starts_with(char::is_uppercase);
    let has_punctuation = bare.contains(". ") || bare.contains(", ") || bare.ends_with(['.', '!', '?', '…']);
    let has_small_words = bare.split_whitespace().any(|word| SMALL_WORDS.contains(&word));
    !(begins_like_a_sentence || has_punctuation || has_small_words)
}

/// Words that sentences have and lists of tokens have not, in the two languages of the screen.
const SMALL_WORDS: &[&str] = &[
    "the", "a", "an", "is", "are", "of", "to", "in", "and", "or", "not", "this", "that", "it", "you", "your",
    "de", "het", "een", "van", "en", "of", "niet", "je", "jouw", "dit", "dat", "op", "met", "voor", "is",
    "zijn",
];

fn has_word(text: &str) -> bool {
    let text = entities_left_out(text);
    text.trim() != "Terugblik" && !is_key(text.trim()) && longest_run(&text) >= 2
}

/// `Ctrl+N` stands on the keyboard so, in every language of the screen.
fn is_key(text: &str) -> bool {
    text.split('+')
        .all(|key| ["Ctrl", "Alt", "Shift", "Esc", "Enter", "Tab"].contains(&key) || key.chars().count() == 1)
}

fn longest_run(text: &str) -> usize {
    text.split(|c: char| !c.is_alphabetic()).map(|run| run.chars().count()).max().unwrap_or(0)
}

/// `&nbsp;` is no word.
fn entities_left_out(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').filter(|end| *end <= 10).map_or(at + 1, |end| at + end + 1);
        rest = &rest[end..];
    }
    out + rest
}

/// Two words or more that begin with a capital, or a sentence: what an expression would show.
fn is_phrase(text: &str) -> bool {
    is_label(text) || is_sentence(text)
}

fn is_label(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(char::is_uppercase)
        && text.contains(' ')
        && text.split_whitespace().filter(|w| is_plain_word(w) && longest_run(w) >= 2).count() >= 2
}

/// A value that is read aloud. Ids of the catalogue, which components take, are lower case with
/// hyphens.
fn is_shown(value: &str) -> bool {
    let is_id = value.contains('-') && !value.contains(' ') && !value.contains(char::is_uppercase);
    !is_id && has_word(value)
}

/// Whether a literal is an argument of an assertion, of `expect`, or of `new Error`.
fn is_for_developers(code: &str, at: usize) -> bool {
    let mut depth = 0_usize;
    for (place, byte) in code.as_bytes()[..at].iter().enumerate().rev() {
        match byte {
            b')' | b']' | b'}' => depth += 1,
            b'(' if depth == 0 => {
                let before = code[..place].trim_end();
                return FOR_DEVELOPERS.iter().any(|call| before.ends_with(call)) || is_attribute(before);
            }
            b'[' if depth == 0 && code[..place].ends_with(['#', '!']) => return true,
            b'(' | b'[' | b'{' if depth > 0 => depth -= 1,
            b'{' | b';' if depth == 0 => return false,
            _ => {}
        }
    }
    false
}

/// Whether this text ends in the name of an attribute, as in `#[allow`.
fn is_attribute(before: &str) -> bool {
    let name = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    name.ends_with("#[") || name.ends_with("#![")
}

const FOR_DEVELOPERS: &[&str] = &[
    "expect",
    "expect_err",
    "panic!",
    "unreachable!",
    "assert!",
    "assert_eq!",
    "assert_ne!",
    "debug_assert!",
    "debug_assert_eq!",
    "compile_error!",
    "concat!",
    "new Error",
    "new TypeError",
    "new RangeError",
];

/// Bodies of `impl Display`.
fn displays(code: &str) -> Vec<(usize, usize)> {
    ["fmt::Display for", "Display for"].iter().flat_map(|mark| regions(code, mark)).collect()
}

fn is_sql(text: &str) -> bool {
    let verbs = [
        "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "PRAGMA", "WITH", "ATTACH",
        "DETACH", "BEGIN", "COMMIT", "VACUUM", "REPLACE", "FROM", "WHERE", "AND", "ORDER", "JOIN",
    ];
    let first = text.trim_start().trim_start_matches("\\\n").split_whitespace().next().unwrap_or_default();
    verbs.contains(&first.trim_end_matches(';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caught(path: &str, text: &str) -> Vec<String> {
        let findings = prose(&Tree::specimen(&[(path, text)]));
        findings
            .iter()
            .map(|finding| finding.message.split('"').nth(1).unwrap_or_default().to_string())
            .collect()
    }

    const RUST: &str = "src-tauri/src/menu.rs";
    const SVELTE: &str = "ui/src/components/Field.svelte";

    #[test]
    fn a_sentence_in_rust_is_caught() {
        assert_eq!(
            caught(RUST, r#"let a = "Je dagboek is nu vergrendeld.";"#),
            ["Je dagboek is nu vergrendeld."]
        );
        assert_eq!(
            caught(RUST, r#"eprintln!("the journal is already open");"#),
            ["the journal is already open"]
        );
        assert_eq!(
            caught(RUST, r##"let a = f(r#"Schrijf hier wat je ziet"#);"##),
            ["Schrijf hier wat je ziet"]
        );
    }

    #[test]
    fn what_no_screen_shows_is_let_through() {
        for fine in [
            r#"/// The journal is now locked.
               fn a() {}"#,
            r#"#[allow(dead_code, reason = "it is used on Windows only")] fn a() {}"#,
            r#"#[doc = "it is used on Windows only"] fn a() {}"#,
            r#"a.expect("the folder is always there");"#,
            r#"assert!(a, "the folder is always there: {b}");"#,
            r#"db.execute("SELECT the text of an answer FROM a", ())"#,
            r#"impl fmt::Display for A { fn fmt(&self) { write!(f, "the slot file is damaged") } }"#,
            r#"#[cfg(test)] mod tests { const A: &str = "Vandaag ging het beter dan gisteren."; }"#,
            r#"let a = "default-src 'none' script-src 'self' img-src data:";"#,
            r#"let a = "allow-unlock";"#,
        ] {
            assert_eq!(caught(RUST, fine), Vec::<String>::new(), "{fine}");
        }
        assert_eq!(
            caught("tests/journeys.rs", r#"let a = "Je dagboek is nu vergrendeld.";"#),
            Vec::<String>::new()
        );
    }

    #[test]
    fn words_in_markup_are_caught() {
        assert_eq!(caught(SVELTE, "<p>Vandaag</p>"), ["Vandaag"]);
        assert_eq!(caught(SVELTE, "<p>{a} dagen</p>"), ["dagen"]);
        assert_eq!(caught(SVELTE, "<p>Ctrl+Zoek</p>"), ["Ctrl+Zoek"]);
        assert_eq!(caught(SVELTE, "<button aria-label='Sluit'>×</button>"), ["Sluit"]);
        assert_eq!(caught(SVELTE, "<input placeholder=\"Schrijf {a}\" />"), ["Schrijf "]);
        assert_eq!(caught(SVELTE, "<Field hint=\"Alleen voor jou\" />"), ["Alleen voor jou"]);
        assert_eq!(caught(SVELTE, "<p>{a ? 'Nog niet bewaard' : ''}</p>"), ["Nog niet bewaard"]);
        assert_eq!(caught("ui/keys.html", "<title>Vergrendeld</title>"), ["Vergrendeld"]);
        assert_eq!(
            caught("ui/src/state/a.ts", "const a = 'Dit is nog niet bewaard';"),
            ["Dit is nog niet bewaard"]
        );
    }

    #[test]
    fn markup_without_words_is_let_through() {
        for fine in [
            "<p class=\"card wide is-open of-type\">{t('lock-title')} · {n}&nbsp;×</p>",
            "<Field label=\"passphrase-label\" kind=\"text\" />",
            "<kbd>Ctrl+N</kbd>",
            "<svg viewBox=\"0 0 24 24\"><path d=\"M 0 0 L 1 1\" /></svg>",
            "<button aria-label={t('close')} title=\"{t('close')}\">{a > b ? 'x' : 'y'}</button>",
            "<script>const a = 1; // Not a word here.</script>",
            "{#each rows as row (row.id)}<li>{row.text}</li>{:else}{t('none')}{/each}",
        ] {
            assert_eq!(caught(SVELTE, fine), Vec::<String>::new(), "{fine}");
        }
        assert_eq!(caught("ui/journal.html", "<title>Terugblik</title>"), Vec::<String>::new());
        let thrown = "throw new Error('the page has no element to mount on');";
        assert_eq!(caught("ui/src/a.ts", thrown), Vec::<String>::new());
        assert_eq!(
            caught("ui/src/a.test.ts", "it('keeps what was typed in the other entry', f)"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn the_lexer_keeps_its_place_in_svelte() {
        let text = "<p>é</p>\n<script>\nconst a = 'Dit is nog niet bewaard';\n</script>";
        let findings = prose(&Tree::specimen(&[(SVELTE, text)]));
        assert_eq!(findings.iter().map(|finding| finding.line).collect::<Vec<_>>(), [3]);
    }
}
