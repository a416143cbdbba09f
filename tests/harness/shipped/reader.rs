//! What a screen reader is told: the tree of AT-SPI, read over its own message bus, and what it
//! can do there on a person's behalf.
//!
//! The interfaces are those of at-spi2-core's `xml/` folder. GLib speaks the bus's language and is
//! in the build already, under the app's windows.

use std::collections::BTreeMap;

use crate::Desktop;
use gio::{
    Cancellable, DBusCallFlags, DBusConnection, DBusConnectionFlags,
    glib::{Error, Variant, VariantTy, variant::ToVariant},
};

/// How long one call may take, in milliseconds; a process that is gone never answers.
const CALL: i32 = 5_000;

/// A connection to what applications tell assistive technology.
pub struct Reader {
    bus: DBusConnection,
}

/// A place in the tree: the bus name of the process it lives in, and its path there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    owner: String,
    path: String,
}

/// A node as it is told.
#[derive(Debug, Clone)]
pub struct Told {
    /// Where it is.
    pub node: Node,
    /// How deep below where the reading began.
    pub depth: usize,
    /// What it is, in the words of AT-SPI.
    pub role: String,
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: String,
    /// What is written in it: a text of one's own, or a number.
    pub value: String,
    /// What else is told, as its level or that it is the current one.
    pub attributes: BTreeMap<String, String>,
    /// Its states as the bits of `AtspiStateType`.
    states: u64,
}

impl Told {
    /// Whether it has a state.
    pub fn is(&self, state: State) -> bool {
        self.states & (1 << (state as u64)) != 0
    }

    /// Whether a person can write in it.
    pub fn is_field(&self) -> bool {
        matches!(self.role.as_str(), "entry" | "password")
    }

    /// Whether a person can do something with it.
    pub fn is_interactive(&self) -> bool {
        matches!(
            self.role.as_str(),
            "button"
                | "check box"
                | "combo box"
                | "entry"
                | "link"
                | "menu item"
                | "password"
                | "radio button"
                | "slider"
                | "spin button"
                | "toggle button"
        )
    }
}

/// The states that we ask for, with their numbers in `AtspiStateType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Ticked.
    Checked = 4,
    /// Can be opened.
    Expandable = 9,
    /// Is open.
    Expanded = 10,
    /// Has the keyboard.
    Focused = 12,
    /// Takes more than one line.
    MultiLine = 17,
    /// Is held down.
    Pressed = 20,
    /// Is chosen.
    Selected = 23,
    /// Can be used.
    Sensitive = 24,
    /// Is on screen.
    Showing = 25,
    /// May not stay empty.
    Required = 33,
    /// Holds what cannot be taken.
    InvalidEntry = 36,
    /// Cannot be written in.
    ReadOnly = 43,
}

impl Reader {
    /// Connects to the accessibility bus of a display.
    ///
    /// # Panics
    /// With `not run: …` when there is none.
    pub fn on(desktop: &Desktop) -> Self {
        let session = connect(desktop.bus());
        let answer = call(
            &session,
            &Node { owner: "org.a11y.Bus".into(), path: "/org/a11y/bus".into() },
            ("org.a11y.Bus", "GetAddress"),
            None,
            "(s)",
        );
        let answer = answer.unwrap_or_else(|error| {
            panic!("not run: no accessibility bus; is at-spi2-core there? ({error})")
        });
        Self { bus: connect(&text(&answer.child_value(0))) }
    }

    /// The tree of the process with this number, from its application downwards; empty while it
    /// has told nothing.
    #[must_use]
    pub fn application(&self, process: u32) -> Vec<Told> {
        let registry =
            Node { owner: "org.a11y.atspi.Registry".into(), path: "/org/a11y/atspi/accessible/root".into() };
        let applications = self.children(&registry).unwrap_or_default();
        let ours = applications.into_iter().find(|one| self.process_of(&one.owner) == Some(process));
        let mut told = Vec::new();
        if let Some(node) = ours {
            self.walk(&node, 0, &mut told);
        }
        told
    }

    /// Does the first thing that can be done with a node: presses, chooses, opens.
    ///
    /// # Errors
    /// When it can do nothing, or is gone.
    pub fn act(&self, node: &Node) -> Result<(), Error> {
        let nothing = (0_i32,).to_variant();
        self.ask(node, ("org.a11y.atspi.Action", "DoAction"), Some(&nothing), "(b)").map(drop)
    }

    /// Moves the keyboard to a node.
    ///
    /// # Errors
    /// When it takes none, or is gone.
    pub fn focus(&self, node: &Node) -> Result<(), Error> {
        self.ask(node, ("org.a11y.atspi.Component", "GrabFocus"), None, "(b)").map(drop)
    }

    /// A node as it is told now.
    ///
    /// # Errors
    /// When it is gone.
    pub fn tell(&self, node: &Node, depth: usize) -> Result<Told, Error> {
        let accessible = "org.a11y.atspi.Accessible";
        let role = self.ask(node, (accessible, "GetRole"), None, "(u)")?;
        let role: u32 = role.child_value(0).get().unwrap_or_default();
        let states = self.ask(node, (accessible, "GetState"), None, "(au)")?;
        let states: Vec<u32> = states.child_value(0).get().unwrap_or_default();
        let halves = (states.first().copied(), states.get(1).copied());
        let states = u64::from(halves.0.unwrap_or(0)) | u64::from(halves.1.unwrap_or(0)) << 32;
        let mut told = Told {
            node: node.clone(),
            depth,
            role: role_name(role),
            name: self.property(node, accessible, "Name")?,
            description: self.property(node, accessible, "Description")?,
            value: String::new(),
            attributes: BTreeMap::new(),
            states,
        };
        told.attributes = self.attributes(node).unwrap_or_default();
        told.value = self.value(&told);
        Ok(told)
    }

    fn walk(&self, node: &Node, depth: usize, told: &mut Vec<Told>) {
        // What is gone while we read is told no more.
        let Ok(one) = self.tell(node, depth) else { return };
        told.push(one);
        for child in self.children(node).unwrap_or_default() {
            self.walk(&child, depth + 1, told);
        }
    }

    /// What is written there: in a field, or as a text without a name; or the number of a slider.
    fn value(&self, told: &Told) -> String {
        if matches!(told.role.as_str(), "slider" | "spin button") {
            return self.property(&told.node, "org.a11y.atspi.Value", "CurrentValue").unwrap_or_default();
        }
        // GTK complains aloud when it is asked for the text of what has none.
        let of_the_page = told.attributes.get("toolkit").is_some_and(|toolkit| toolkit == "WebKitGTK");
        if !of_the_page || !told.name.is_empty() && !told.is_field() {
            return String::new();
        }
        let whole = (0_i32, -1_i32).to_variant();
        let answer = self.ask(&told.node, ("org.a11y.atspi.Text", "GetText"), Some(&whole), "(s)");
        // What has no text says that it knows no such question.
        answer.map(|answer| text(&answer.child_value(0))).unwrap_or_default()
    }

    fn children(&self, node: &Node) -> Result<Vec<Node>, Error> {
        let answer = self.ask(node, ("org.a11y.atspi.Accessible", "GetChildren"), None, "(a(so))")?;
        let children: Vec<Node> = answer.child_value(0).iter().map(|child| reference(&child)).collect();
        if !children.is_empty() {
            return Ok(children);
        }
        // Where the tree goes on in the web process, the toolkit names its one child only by place.
        let first = (0_i32,).to_variant();
        let answer = self.ask(node, ("org.a11y.atspi.Accessible", "GetChildAtIndex"), Some(&first), "((so))");
        let child = answer.map(|answer| reference(&answer.child_value(0))).ok();
        Ok(child.filter(|child| !child.path.ends_with("/null")).into_iter().collect())
    }

    fn attributes(&self, node: &Node) -> Result<BTreeMap<String, String>, Error> {
        let answer = self.ask(node, ("org.a11y.atspi.Accessible", "GetAttributes"), None, "(a{ss})")?;
        Ok(answer.child_value(0).get().unwrap_or_default())
    }

    fn property(&self, node: &Node, interface: &str, name: &str) -> Result<String, Error> {
        let which = (interface, name).to_variant();
        let answer = self.ask(node, ("org.freedesktop.DBus.Properties", "Get"), Some(&which), "(v)")?;
        let value = answer.child_value(0).as_variant().unwrap_or_else(|| answer.child_value(0));
        Ok(value.str().map_or_else(|| value.to_string(), str::to_owned))
    }

    fn process_of(&self, owner: &str) -> Option<u32> {
        let bus = Node { owner: "org.freedesktop.DBus".into(), path: "/org/freedesktop/DBus".into() };
        let method = ("org.freedesktop.DBus", "GetConnectionUnixProcessID");
        self.ask(&bus, method, Some(&(owner,).to_variant()), "(u)").ok()?.child_value(0).get()
    }

    fn ask(
        &self,
        node: &Node,
        method: (&str, &str),
        given: Option<&Variant>,
        gives: &str,
    ) -> Result<Variant, Error> {
        call(&self.bus, node, method, given, gives)
    }
}

fn connect(address: &str) -> DBusConnection {
    let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
    DBusConnection::for_address_sync(address, flags, None, Cancellable::NONE)
        .unwrap_or_else(|error| panic!("not run: no message bus ({error})"))
}

fn call(
    bus: &DBusConnection,
    node: &Node,
    (interface, method): (&str, &str),
    given: Option<&Variant>,
    gives: &str,
) -> Result<Variant, Error> {
    let gives = VariantTy::new(gives).ok();
    bus.call_sync(
        Some(&node.owner),
        &node.path,
        interface,
        method,
        given,
        gives,
        DBusCallFlags::NONE,
        CALL,
        Cancellable::NONE,
    )
}

fn reference(variant: &Variant) -> Node {
    Node { owner: text(&variant.child_value(0)), path: text(&variant.child_value(1)) }
}

fn text(variant: &Variant) -> String {
    variant.str().unwrap_or_default().to_owned()
}

/// The names of `AtspiRole` that occur, in the words of ARIA where they differ by version.
fn role_name(role: u32) -> String {
    let name = match role {
        7 => "check box",
        11 => "combo box",
        16 => "dialog",
        19 => "file chooser",
        20 => "filler",
        23 => "frame",
        26 => "icon",
        27 => "image",
        29 => "label",
        31 => "list",
        32 => "list item",
        33 => "menu",
        34 => "menu bar",
        35 => "menu item",
        38 => "page tab list",
        39 => "panel",
        40 => "password",
        42 => "progress bar",
        43 => "button",
        44 => "radio button",
        49 => "scroll pane",
        50 => "separator",
        51 => "slider",
        52 => "spin button",
        54 => "status bar",
        61 => "text",
        62 => "toggle button",
        63 => "tool bar",
        48 => "scroll bar",
        10 => "column header",
        47 => "row header",
        55 => "table",
        56 => "table cell",
        90 => "table row",
        67 => "unknown",
        71 => "header",
        69 => "window",
        73 => "paragraph",
        75 => "application",
        79 => "entry",
        81 => "caption",
        82 => "document frame",
        83 => "heading",
        85 => "section",
        86 => "redundant object",
        87 => "form",
        88 => "link",
        95 => "document web",
        98 => "list box",
        99 => "grouping",
        101 => "notification",
        105 => "block quote",
        109 => "article",
        110 => "landmark",
        112 => "log",
        116 => "static",
        121 => "description list",
        122 => "description term",
        123 => "description",
        72 => "footer",
        115 => "timer",
        other => return format!("role {other}"),
    };
    name.to_owned()
}
