//! Packs whose texts are programs: what of them is refused, and one of all that is not.

use std::{fmt::Write as _, fs, path::Path};

use handbook::{Fault, Pack, Words};

use super::payloads::Payload;

/// As many as the shorter lists of a pack take.
pub const FEW: usize = 40;
/// How many texts one form of it has.
pub const IN_FORM: usize = 12;

/// Texts as a pack takes them, and those that it refuses.
pub struct Sorted {
    /// Those that every place in a pack takes.
    pub taken: Vec<String>,
    /// Those that it does not take.
    pub refused: Vec<Payload>,
}

/// Reads a pack of each text.
///
/// # Panics
/// When a text with a mark of a web page in it is taken, in whatever place.
pub fn sort(payloads: &[Payload]) -> Sorted {
    let ours = ours();
    let (mut taken, mut refused) = (Vec::new(), Vec::new());
    for payload in payloads {
        let text = payload.text.as_str();
        match Pack::read_beside(&of(&[text], text), &ours) {
            Ok(_) => {
                assert!(!text.contains(['<', '>']), "{text} is taken");
                taken.push(text.to_owned());
            }
            Err(_) => refused.push(payload.clone()),
        }
        // The name alone, as little as there can be of it, is refused for the same reason everywhere.
        if text.contains(['<', '>']) && text.chars().count() < 100 {
            let fault = Pack::read_beside(&of(&["kalm"], text), &ours).err().map(|error| error.code);
            let known = matches!(
                fault,
                Some(Fault::Markup | Fault::HiddenCharacter { .. } | Fault::UnknownPlaceholder { .. })
            );
            assert!(known, "{text}: {fault:?}");
        }
    }
    Sorted { taken, refused }
}

/// The handbook that it builds on.
pub fn ours() -> Pack {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/handbook/nl/dichterbij.toml");
    Pack::read(&fs::read_to_string(path).expect("the handbook is there")).expect("the handbook has no fault")
}

/// A text of it with the usual words.
pub fn say(text: &str) -> String {
    ours().resolve(text, Words::default())
}

/// A pack in which each text stands wherever there is room for one, and one of them is its name.
pub fn of(texts: &[&str], name: &str) -> String {
    let name = quoted(name);
    let mut pack = format!(
        "[pack]\nformat = 1\nid = \"van-een-ander\"\nversion = \"1\"\nlanguage = \"nl\"\nlevel = \"B1\"\n\
         name = {name}\nmakers = [{name}]\nlicence = {name}\nown_wording = true\ndisclaimer = {name}\n\
         extends = \"dichterbij\"\n\n[house]\nsafety = {name}\nprotocol = {name}\n"
    );
    for (number, text) in texts.iter().enumerate() {
        let text = quoted(text);
        if number < FEW {
            let _ = write!(
                pack,
                "[[source]]\nid = \"bron-{number}\"\ntitle = {text}\nread = {text}\nnot_read = {text}\n\
                 [[theme]]\nid = \"thema-{number}\"\nname = {text}\nexplanation = {text}\n\
                 sources = [\"bron-{number}\"]\n\
                 [[kind]]\nid = \"soort-{number}\"\nlabel = {text}\nconversation = true\n\
                 [[question]]\nid = \"VREEMD-{number}\"\nversion = 1\ntext = {text}\nwhy = {text}\n\
                 theme = \"thema-{number}\"\naspect = \"event\"\ndepth = 1\nkinds = [\"soort-{number}\"]\n\
                 minutes = 2\nmoments = [\"right-after\"]\nprivacy = {text}\n\
                 [[method]]\nid = \"vorm-{number}\"\nname = {text}\nexplanation = {text}\n\
                 [[method.step]]\ntext = {text}\nwho = {text}\nminutes = 2\n\
                 [[case]]\nid = \"casus-{number}\"\ntitle = {text}\nparagraphs = [{text}]\n"
            );
        }
        // The words that are explained may not be the same twice, and no two texts are.
        let _ = write!(
            pack,
            "[[instrument]]\nid = \"aanbod-{number}\"\nname = {text}\nexplanation = {text}\n\
             [[term]]\nword = {text}\nexplanation = {text}\n\
             [[companion]]\nid = \"meekijker-{number}\"\ntext = {text}\n"
        );
    }
    for (number, texts) in texts.chunks(IN_FORM).enumerate() {
        let first = quoted(texts[0]);
        let _ = write!(
            pack,
            "[[form]]\nid = \"blad-{number}\"\nversion = 1\nname = {first}\nexplanation = {first}\n\
             note = {first}\nabout = \"nobody\"\n"
        );
        for (place, text) in texts.iter().enumerate() {
            let text = quoted(text);
            let _ = write!(
                pack,
                "[[form.field]]\nid = \"veld-{place}\"\nlabel = {text}\nhint = {text}\n{}\n",
                match place % 4 {
                    0 => "shape = \"text\"\nsuggest = \"instruments\"".to_owned(),
                    1 => format!(
                        "shape = \"columns\"\nrepeated = true\ncolumns = [{{ id = \"a\", label = {text} }}, \
                         {{ id = \"b\", label = {text} }}]"
                    ),
                    2 => format!(
                        "shape = \"choice\"\noptions = [{{ id = \"a\", label = {text} }}, \
                         {{ id = \"b\", label = {text} }}]"
                    ),
                    _ => format!("shape = \"date\"\nasks = {text}\nafter_days = 7"),
                }
            );
        }
    }
    pack
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
