//! Sheets from strangers: huge, deep, endless.

use std::sync::LazyLock;

use handbook::{Fault, Form, MAX_PACK_BYTES, Pack};

const DUTCH: &str = include_str!("../../../../../assets/handbook/nl/dichterbij.toml");
const README: &str = include_str!("../../../../../assets/handbook/README.md");

/// The example of the page for people who write packs: it has every table of the format.
pub fn example() -> &'static str {
    let (_, from) = README.split_once("```toml\n").expect("an example");
    from.split_once("```").expect("its end").0
}

/// The head of the example, with this below it, beside ours.
pub fn read(more: &str) -> Result<Pack, Fault> {
    static OURS: LazyLock<Pack> = LazyLock::new(|| Pack::read(DUTCH).expect("the Dutch edition reads"));
    let (head, _) = example().split_once("[house]").expect("house rules");
    Pack::read_beside(&format!("{head}\n{more}"), &OURS).map_err(|error| error.code)
}

const FORM: &str = "[[form]]\nid = \"blad\"\nversion = 1\nname = \"Blad\"\nexplanation = \"Om te schrijven.\"\n\
                    about = \"nobody\"\n";

fn field(id: usize) -> String {
    format!("[[form.field]]\nid = \"v{id}\"\nlabel = \"Iets\"\nshape = \"text\"\n")
}

fn fields(many: usize) -> String {
    format!("{FORM}{}", (0..many).map(field).collect::<String>())
}

#[test]
fn a_sheet_has_twenty_fields_and_no_thousands() {
    let fit = read(&fields(20)).expect("twenty fit");
    assert_eq!(fit.forms().iter().map(|form: &Form| form.fields.len()).collect::<Vec<_>>(), [20]);
    for many in [21, 1_000, 10_000] {
        assert_eq!(read(&fields(many)), Err(Fault::TooMany { key: "field", most: 20 }), "{many}");
    }
    assert_eq!(read(&fields(20_000)), Err(Fault::TooLarge { most: MAX_PACK_BYTES }));
}

#[test]
fn every_list_ends() {
    let many = |table: &str, more: &str, most: usize| -> String {
        let one = |id| format!("[[{table}]]\n{}\n", more.replace("ID", &format!("n{id}")));
        (0..=most).map(one).collect()
    };
    let lists = [
        ("instrument", "id = \"ID\"\nname = \"X\"\nexplanation = \"X\"", 400),
        ("kind", "id = \"ID\"\nlabel = \"X\"\nconversation = true", 40),
        ("source", "id = \"ID\"\ntitle = \"X\"\nread = \"X\"", 40),
        ("theme", "id = \"ID\"\nname = \"X\"\nexplanation = \"X\"\nsources = [\"eigen\"]", 40),
        ("term", "word = \"ID\"\nexplanation = \"X\"", 400),
        ("case", "id = \"ID\"\ntitle = \"X\"\nparagraphs = [\"X\"]", 40),
        ("companion", "id = \"ID\"\ntext = \"X\"", 400),
        ("role", "id = \"ID\"\nname = \"X\"\nexplanation = \"X\"", 40),
        ("card", "id = \"ID\"\ndeck = \"word\"\ntitle = \"X\"\ntext = \"X\"", 400),
        ("starter", "id = \"ID\"\ntext = \"X …\"", 40),
        ("agreement", "id = \"ID\"\ntext = \"X\"", 40),
        (
            "method",
            "id = \"ID\"\nname = \"X\"\nexplanation = \"X\"\nstep = [{ text = \"X\", minutes = 1 }]",
            40,
        ),
        (
            "form",
            "id = \"ID\"\nversion = 1\nname = \"X\"\nexplanation = \"X\"\nabout = \"nobody\"\n\
             field = [{ id = \"a\", label = \"X\", shape = \"text\" }]",
            60,
        ),
    ];
    for (table, more, most) in lists {
        let refused = read(&many(table, more, most));
        assert!(
            matches!(&refused, Err(Fault::TooMany { key, most: bound }) if *key == table && *bound == most),
            "{refused:?}"
        );
        let fits = read(&many(table, more, most - 1));
        assert!(fits.is_ok(), "{table}: {fits:?}");
    }
    let long = |text: &str, many: usize| format!("[{}]", vec![text; many].join(", "));
    let case =
        |many| read(&format!("[[case]]\nid = \"a\"\ntitle = \"X\"\nparagraphs = {}", long("\"X\"", many)));
    assert!(case(8).is_ok());
    assert_eq!(case(9), Err(Fault::TooMany { key: "paragraphs", most: 8 }));
    let step = "{ text = \"X\", minutes = 1 }";
    let method = |many| {
        read(&format!(
            "[[method]]\nid = \"a\"\nname = \"X\"\nexplanation = \"X\"\nstep = {}",
            long(step, many)
        ))
    };
    assert!(method(20).is_ok());
    assert_eq!(method(21), Err(Fault::TooMany { key: "step", most: 20 }));
}

/// Where a text is wanted, a table within tables is no text, however deep it goes.
#[test]
fn depth_has_a_floor_in_a_sheet_too() {
    for depth in [40, 70, 200, 20_000] {
        let deep = format!("{}1{}", "{ a = ".repeat(depth), " }".repeat(depth));
        let refused = read(&format!("{FORM}field = [{{ id = \"a\", label = {deep}, shape = \"text\" }}]"));
        assert!(matches!(refused, Err(Fault::NotToml | Fault::WrongType { key: "label" })), "{refused:?}");
        let dotted = format!("[house{}]\nsafety = \"X\"\n", ".a".repeat(depth));
        let refused = read(&dotted);
        assert!(matches!(refused, Err(Fault::NotToml | Fault::UnknownKey { .. })), "{refused:?}");
    }
}

/// A table cannot be slipped in where a list is wanted, nor a list where a table is.
#[test]
fn shapes_of_toml_are_not_mixed() {
    let wrong = |key| Err(Fault::WrongType { key });
    assert_eq!(read("[form]\nid = \"a\""), wrong("form"));
    assert_eq!(read("form = 3\n").map_err(|_| ()), Err(()), "a key of the pack above it");
    assert_eq!(read(&format!("{FORM}[form.field]\nid = \"a\"")), wrong("field"));
    assert_eq!(read("[[house]]\nlongest_days = 3"), wrong("house"));
    assert_eq!(read("[[words]]"), wrong("words"));
    let options =
        "[[form.field]]\nid = \"a\"\nlabel = \"X\"\nshape = \"choice\"\noptions = [\"ja\", \"nee\"]";
    assert_eq!(read(&format!("{FORM}{options}")), wrong("options"));
}
