//! Roles, cards, beginnings and agreements from strangers: too many, too long, of nobody.

use handbook::{Fault, Pack};

use crate::sheets::read;

fn role(id: usize) -> String {
    format!("[[role]]\nid = \"r{id}\"\nname = \"X\"\nexplanation = \"X\"\n")
}

fn part(id: usize) -> String {
    format!("[[case.role]]\nrole = \"r{id}\"\ntext = \"X\"\n")
}

/// A case with so many parts, and a role for each.
fn played(parts: usize) -> Result<Pack, Fault> {
    let case = "[[case]]\nid = \"c\"\ntitle = \"X\"\nparagraphs = [\"X\"]\n";
    let roles: String = (0..parts.min(40)).map(role).collect();
    read(&format!("{roles}{case}{}", (0..parts).map(part).collect::<String>()))
}

#[test]
fn a_case_has_eight_parts_and_no_thousands() {
    for parts in [0, 1, 8] {
        let pack = played(parts).expect("so many fit");
        assert_eq!(pack.cases()[0].roles.len(), parts);
    }
    for parts in [9, 41, 5_000] {
        assert_eq!(played(parts), Err(Fault::TooMany { key: "role", most: 8 }), "{parts}");
    }
    let none = "[[case]]\nid = \"c\"\ntitle = \"X\"\nparagraphs = [\"X\"]\nrole = []\n";
    assert_eq!(read(none), Err(Fault::EmptyList { key: "role" }), "a list that is there has something");
}

/// Every text ends: one character more than fits is refused, and so is a megabyte less a little.
#[test]
fn every_text_ends() {
    let texts = [
        ("[[role]]\nid = \"a\"\nname = \"TEXT\"\nexplanation = \"X\"", "name", 60),
        ("[[role]]\nid = \"a\"\nname = \"X\"\nexplanation = \"TEXT\"", "explanation", 300),
        ("[[card]]\nid = \"a\"\ndeck = \"word\"\ntitle = \"TEXT\"\ntext = \"X\"", "title", 60),
        ("[[card]]\nid = \"a\"\ndeck = \"frame\"\ntitle = \"X\"\ntext = \"TEXT\"", "text", 300),
        ("[[starter]]\nid = \"a\"\ntext = \"TEXT\"", "text", 120),
        ("[[agreement]]\nid = \"a\"\ntext = \"TEXT\"", "text", 300),
        (
            "[[role]]\nid = \"r\"\nname = \"X\"\nexplanation = \"X\"\n[[case]]\nid = \"c\"\ntitle = \"X\"\n\
             paragraphs = [\"X\"]\n[[case.role]]\nrole = \"r\"\ntext = \"TEXT\"",
            "text",
            400,
        ),
    ];
    for (table, key, most) in texts {
        // Letters of two bytes: what is counted is what people count.
        let of = |length: usize| read(&table.replace("TEXT", &format!("{}…", "é".repeat(length - 1))));
        assert!(of(most).is_ok(), "{table}: {:?}", of(most));
        for length in [most + 1, 100_000] {
            assert_eq!(of(length), Err(Fault::TextTooLong { key, most }), "{table}");
        }
        for (hidden, code_point) in [("\\u202E", 0x202E), ("\\n", 0xA), ("\\u200B", 0x200B)] {
            let refused = read(&table.replace("TEXT", &format!("a{hidden}b…")));
            assert_eq!(refused, Err(Fault::HiddenCharacter { code_point }), "{table}");
        }
        assert_eq!(read(&table.replace("TEXT", "")), Err(Fault::EmptyText { key }), "{table}");
        assert_eq!(read(&table.replace("\"TEXT\"", "[\"a…\"]")), Err(Fault::WrongType { key }), "{table}");
    }
}

/// What begins a rule of thumb leaves the rule to its writer.
#[test]
fn a_beginning_has_words_and_goes_on() {
    let beginning = |text: &str| read(&format!("[[starter]]\nid = \"a\"\ntext = \"{text}\"")).map(|_| ());
    for well in ["Als ik twijfel, …", "Eerst…", "Bij een {inwoner} die zwijgt, …", "1 …"] {
        assert_eq!(beginning(well), Ok(()), "{well}");
    }
    for bad in [
        "Als ik twijfel, wacht ik.",
        "Als ik twijfel, ...",
        "…",
        " … ",
        "?! …",
        "… als ik twijfel",
        "Eerst … ",
    ] {
        assert_eq!(beginning(bad), Err(Fault::StarterWithoutEllipsis), "{bad}");
    }
}

#[test]
fn a_sheet_for_a_group_is_about_nobody_and_says_so() {
    let form = |about: &str, marks: &str| {
        read(&format!(
            "[[form]]\nid = \"a\"\nversion = 1\nname = \"X\"\nexplanation = \"X\"\nabout = \"{about}\"\n{marks}\n\
             [[form.field]]\nid = \"b\"\nlabel = \"X\"\nshape = \"text\"\n"
        ))
    };
    let unknown = |key, value: &str| Err(Fault::UnknownValue { key, value: value.to_owned() });
    for part in ["contribution", "result"] {
        let marks = |free: &str| format!("{free}\nintervision = \"{part}\"");
        assert!(form("nobody", &marks("person_free = true")).is_ok());
        assert_eq!(form("nobody", &marks("")), Err(Fault::MissingKey { key: "person_free" }));
        assert_eq!(form("nobody", &marks("person_free = false")), unknown("person_free", "false"));
        assert_eq!(form("nobody", &marks("person_free = 1")), Err(Fault::WrongType { key: "person_free" }));
        for about in ["contact", "coming-contact"] {
            assert_eq!(form(about, &marks("person_free = true")), unknown("about", about));
        }
    }
    assert_eq!(
        form("nobody", "person_free = true\nintervision = true"),
        Err(Fault::WrongType { key: "intervision" })
    );
    let plain = form("nobody", "person_free = true").expect("nothing to do with a group");
    assert_eq!(plain.forms()[0].intervision, None);
}

/// A table cannot be slipped in where a list is wanted, nor a text where a table is.
#[test]
fn shapes_of_toml_are_not_mixed() {
    let wrong = |key| Err(Fault::WrongType { key });
    for key in ["role", "card", "starter", "agreement"] {
        assert_eq!(read(&format!("[{key}]\nid = \"a\"")), wrong(key));
    }
    let case = "[[case]]\nid = \"c\"\ntitle = \"X\"\nparagraphs = [\"X\"]\n";
    assert_eq!(read(&format!("{case}[case.role]\nrole = \"a\"\ntext = \"X\"")), wrong("role"));
    assert_eq!(read(&format!("{case}role = [\"a\"]")), wrong("role"));
    assert_eq!(read(&format!("{case}role = [{{ role = [\"a\"], text = \"X\" }}]")), wrong("role"));
    let unusable = Err(Fault::UnusableId { key: "role" });
    assert_eq!(read(&format!("{case}role = [{{ role = \"../a\", text = \"X\" }}]")), unusable);
}
