//! One window of the app, through WebDriver.

#![expect(
    clippy::disallowed_types,
    reason = "WebDriver is reached over the loopback; this is no part of the app"
)]

use std::{
    env, fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder,
    actions::{InputSource as _, KeyAction, KeyActions},
    elements::Element,
    key::Key,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::{PATIENCE, desktop::spawn, is_alive, wait_for};

/// How long a driver may take to begin a session.
const SESSION: Duration = Duration::from_secs(10);

/// A window, seen as a person sees it: by headings, labels and the words on buttons.
pub struct Page {
    client: Client,
    driver: Child,
    role: String,
    process: u32,
}

impl Page {
    pub(crate) async fn attach(role: &str, port: u16, process: u32) -> Self {
        wait_for("the inspector's port", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
        let end = Instant::now() + PATIENCE;
        // The window of a role that just started is not there at once, and a session that is asked
        // for in that moment may never come: then another driver asks again.
        let (client, driver) = loop {
            let (mut driver, address) = driver(port);
            let session = ClientBuilder::new(HttpConnector::new());
            match timeout(SESSION, session.connect(&address)).await {
                Ok(Ok(client)) => break (client, driver),
                Ok(Err(error)) => assert!(Instant::now() < end, "no session with {role}: {error}"),
                Err(_) => assert!(Instant::now() < end, "no session with {role}: no answer"),
            }
            let _ = driver.kill();
            let _ = driver.wait();
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        Self { client, driver, role: role.to_owned(), process }
    }

    /// The role's process number.
    #[must_use]
    pub const fn process(&self) -> u32 {
        self.process
    }

    /// Whether the role's process still runs.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        is_alive(self.process)
    }

    /// Waits until the role's process has ended.
    pub fn wait_for_end(&self) {
        wait_for(&format!("the end of {}", self.role), || (!self.is_alive()).then_some(()));
    }

    /// Waits until the role has done its work and gone; says what it shows when it stays.
    ///
    /// # Panics
    /// When it stays for longer than the harness's patience.
    pub async fn see_off(&self) {
        let end = Instant::now() + PATIENCE;
        while self.is_alive() {
            if Instant::now() > end {
                let shown = timeout(SESSION, self.client.execute(SHOWN, vec![])).await;
                self.picture("stayed").await;
                panic!("{}: waited in vain for its end; it shows: {shown:?}", self.role);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Runs a script; `arguments` are its `arguments`.
    ///
    /// # Panics
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        match timeout(PATIENCE, self.client.execute(script, arguments)).await {
            Ok(Ok(value)) => value,
            Ok(Err(error)) => panic!("{}: {script}: {error}", self.role),
            Err(_) => panic!("{}: {script}: no answer", self.role),
        }
    }

    /// Waits until a script gives something other than null or false.
    ///
    /// # Panics
    /// When it does not within the harness's patience.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            // A page that is being replaced cannot answer; it will. One whose process just ended
            // never does.
            if let Ok(Ok(value)) = timeout(PATIENCE, self.client.execute(script, arguments.clone())).await
                && value != Value::Null
                && value != Value::Bool(false)
            {
                return value;
            }
            if Instant::now() > end {
                let shown = timeout(SESSION, self.client.execute(SHOWN, vec![])).await;
                self.picture("waited-in-vain").await;
                panic!("{}: waited in vain for {what}; it shows: {shown:?}", self.role);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until a text is on screen.
    pub async fn see(&self, text: &str) {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.until(&format!("“{text}”"), script, vec![json!(text)]).await;
    }

    /// Waits until a heading of the first level reads so.
    pub async fn see_heading(&self, text: &str) {
        let script =
            "return [...document.querySelectorAll('h1')].some(h => h.textContent.trim() === arguments[0])";
        self.until(&format!("the heading “{text}”"), script, vec![json!(text)]).await;
    }

    /// Whether a text is on screen now.
    pub async fn shows(&self, text: &str) -> bool {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.run(script, vec![json!(text)]).await == Value::Bool(true)
    }

    /// The text of the heading of the first level.
    pub async fn heading(&self) -> String {
        let script = "return document.querySelector('h1')?.textContent.trim() ?? ''";
        self.run(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Presses a button or follows a link by its words.
    ///
    /// # Panics
    /// When it cannot be pressed. What it does may end the role before WebDriver has answered.
    pub async fn press(&self, name: &str) {
        // To where nothing lies over it: WebDriver itself scrolls no further than to the edge.
        let reached = "arguments[0].scrollIntoView({ block: 'center' }); window.pressed = false; \
            arguments[0].addEventListener('click', () => (window.pressed = true), true); return true";
        let end = Instant::now() + PATIENCE;
        loop {
            let control = self.control(name).await;
            match self.client.execute(reached, vec![json!(control)]).await {
                Ok(_) => {
                    if self.click(name, &control).await {
                        return;
                    }
                    // What came on screen above it in that moment moved it away from the pointer.
                    assert!(Instant::now() < end, "“{name}” was never where it was pressed");
                }
                // What was found gave way in that moment to the same on the next screen.
                Err(error) => assert!(Instant::now() < end, "“{name}”: {error}"),
            }
        }
    }

    /// Clicks on a control that [`Page::press`] listens at, and tells whether it heard of that. One that
    /// went when it was clicked on, or whose page or role went, did.
    async fn click(&self, name: &str, control: &Element) -> bool {
        let Err(error) = control.clone().click().await else {
            let heard = "return window.pressed !== false || !arguments[0].isConnected";
            return self.heard(heard, vec![json!(control)]).await != Some(false);
        };
        // It gave way before it was clicked on, or after.
        let end = Instant::now() + Duration::from_secs(5);
        while self.is_alive() {
            if let Some(heard) = self.heard("return window.pressed !== false", vec![]).await {
                return heard;
            }
            assert!(Instant::now() < end, "“{name}”: {error}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        true
    }

    /// What a page says of a click; nothing when it cannot say.
    async fn heard(&self, script: &str, arguments: Vec<Value>) -> Option<bool> {
        let heard = timeout(Duration::from_secs(5), self.client.execute(script, arguments)).await;
        heard.ok()?.ok()?.as_bool()
    }

    /// The control with this name, once it is there.
    pub async fn control(&self, name: &str) -> Element {
        let value = self.until(&format!("the control “{name}”"), FIND, vec![json!(name)]).await;
        Element::from_element_id(self.client.clone(), element_id(&value))
    }

    /// Whether there is a control with this name now.
    pub async fn has(&self, name: &str) -> bool {
        self.run(FIND, vec![json!(name)]).await != Value::Null
    }

    /// Waits until fonts are there and nothing moves any more.
    pub async fn settle(&self) {
        let script = "return document.fonts.status === 'loaded' && \
            document.getAnimations().every(animation => animation.playState !== 'running')";
        self.until("a page at rest", script, vec![]).await;
    }

    /// Types into the field with this label, after what is there.
    pub async fn write(&self, label: &str, text: &str) {
        let field = self.control(label).await;
        field.send_keys(text).await.unwrap_or_else(|error| panic!("“{label}”: {error}"));
    }

    /// Puts a text into the field with this label at once, as pasting does.
    pub async fn paste(&self, label: &str, text: &str) {
        let script = format!(
            "const field = (function() {{ {FIND} }}).apply(null, [arguments[0]]); field.focus(); \
             document.execCommand('insertText', false, arguments[1]); return field.value"
        );
        self.control(label).await;
        let value = self.run(&script, vec![json!(label), json!(text)]).await;
        assert!(value.as_str().is_some_and(|value| value.ends_with(text)), "“{label}” took what was pasted");
    }

    /// What stands in the field with this label.
    pub async fn value(&self, label: &str) -> String {
        let field = self.control(label).await;
        field.prop("value").await.expect("a field has a value").unwrap_or_default()
    }

    /// Presses keys together, as `["Control", "n"]`.
    pub async fn keys(&self, keys: &[&str]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            actions = actions.then(KeyAction::Down { value: key_code(key) });
        }
        for key in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: key_code(key) });
        }
        // The window may be gone before WebDriver has answered: the keys lock it.
        let _ = self.client.perform_actions(actions).await;
    }

    /// Types with the keyboard into whatever has the focus.
    pub async fn type_keys(&self, text: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in text.chars() {
            actions = actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        }
        self.client.perform_actions(actions).await.expect("keys can be pressed");
    }

    /// The role and name of what has the focus, as assistive technology gets them.
    pub async fn focus(&self) -> String {
        let script = "const e = document.activeElement; return e === document.body ? '' : \
            (e.labels?.[0]?.textContent ?? e.getAttribute('aria-label') ?? e.textContent ?? '').replace(/\\s+/g, ' ').trim()";
        self.run(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Presses Tab until the control with this name has the focus.
    ///
    /// # Panics
    /// When it is not reached within sixty presses.
    pub async fn tab_to(&self, name: &str) {
        for _ in 0..60 {
            if self.focus().await.starts_with(name) {
                return;
            }
            self.keys(&["Tab"]).await;
        }
        panic!("{}: Tab never reaches “{name}”", self.role);
    }

    /// Sets the size of the window in pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("the window can be resized");
    }

    /// Writes a picture of the window into the folder of `cargo xtask screens`, if asked for.
    pub async fn picture(&self, name: &str) {
        let Some(folder) = env::var_os("TERUGBLIK_SCREENS").map(PathBuf::from) else { return };
        fs::create_dir_all(&folder).expect("the folder for pictures");
        // What a script finds is not yet what is painted; a window that is out of sight paints nothing.
        let _ = timeout(PATIENCE, self.client.execute(PAINTED, vec![])).await;
        if let Ok(Ok(picture)) = timeout(PATIENCE, self.client.screenshot()).await {
            fs::write(folder.join(format!("{name}.png")), picture).expect("a picture can be written");
        }
    }

    /// The underlying session, for what has no verb here.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }
}

/// A driver for a role's inspector, and its address.
fn driver(inspector: u16) -> (Child, String) {
    let mut command = Command::new("WebKitWebDriver");
    command.arg(format!("--target=127.0.0.1:{inspector}")).stdout(Stdio::null()).stderr(Stdio::null());
    driver_at(&mut command)
}

/// A driver on a port of its own, and its address.
pub(crate) fn driver_at(command: &mut Command) -> (Child, String) {
    let port = free_port();
    let driver = spawn(command.arg(format!("--port={port}")));
    wait_for("WebDriver's port", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
    (driver, format!("http://127.0.0.1:{port}"))
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Ends after two frames, or after half a second where there are none.
const PAINTED: &str = "return new Promise(done => { setTimeout(done, 500, true); \
    requestAnimationFrame(() => requestAnimationFrame(() => done(true))); })";

/// What a page is and shows, for whoever reads why a journey failed.
const SHOWN: &str = "return [location.href, document.readyState, document.visibilityState, \
    document.body?.innerText || document.documentElement.outerHTML].join(' | ')";

/// Finds a visible control by its accessible name: label, `aria-label` or own words.
const FIND: &str = "
    const plain = text => (text ?? '').replace(/\\s+/g, ' ').trim();
    const name = element => plain(
        element.labels?.length ? element.labels[0].textContent :
        element.getAttribute('aria-labelledby')
            ? element.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id)?.textContent).join(' ')
            : element.getAttribute('aria-label') ?? element.textContent);
    const controls = [...document.querySelectorAll('button, a[href], input, textarea, select, summary')]
        .filter(element => element.type === 'radio' || element.type === 'checkbox' || element.getClientRects().length);
    return controls.find(element => name(element) === arguments[0])
        ?? controls.find(element => name(element).startsWith(arguments[0])) ?? null;";

fn element_id(value: &Value) -> fantoccini::elements::ElementRef {
    let id = value.get("element-6066-11e4-a52e-4f735466cecf").and_then(Value::as_str);
    fantoccini::elements::ElementRef::from(id.expect("the script gives an element").to_owned())
}

fn key_code(name: &str) -> char {
    match name {
        "Control" => Key::Control.into(),
        "Alt" => Key::Alt.into(),
        "Shift" => Key::Shift.into(),
        "Enter" => Key::Enter.into(),
        "Tab" => Key::Tab.into(),
        "Escape" => Key::Escape.into(),
        "Left" => Key::Left.into(),
        "Right" => Key::Right.into(),
        "Up" => Key::Up.into(),
        "Down" => Key::Down.into(),
        "Delete" => Key::Delete.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        "PageUp" => Key::PageUp.into(),
        "PageDown" => Key::PageDown.into(),
        "F1" => Key::F1.into(),
        "F3" => Key::F3.into(),
        "F8" => Key::F8.into(),
        "Space" => ' ',
        other => other.chars().next().expect("a key has a name"),
    }
}

/// A port for a driver: below those that the system gives out by itself, for one of those may be
/// somebody else's before the driver listens on it. Those of the app's roles lie lower still.
fn free_port() -> u16 {
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    let begin = std::process::id().wrapping_mul(64);
    let mut ports = (0..1_000).map(|_| {
        let place = begin.wrapping_add(GIVEN.fetch_add(1, Ordering::Relaxed)) % 10_000;
        20_000 + u16::try_from(place).expect("below ten thousand")
    });
    ports.find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok()).expect("a free port")
}
