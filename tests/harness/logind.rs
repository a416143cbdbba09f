//! The part of a system that tells a journal to lock: a login manager, a lid and a screen saver on
//! the private buses of a [`Desktop`].
//!
//! What they say and how is that of `org.freedesktop.login1(5)`, UPower's reference and the screen
//! saver of freedesktop.org. An inhibitor is a real pipe, so that it is seen when its holder lets go.

use std::{
    io::{self, Read as _},
    sync::{Arc, Mutex, mpsc},
    thread::{self, JoinHandle},
    time::Instant,
};

use gio::{
    Cancellable, DBusCallFlags, DBusConnection, DBusConnectionFlags, DBusNodeInfo, IOErrorEnum, UnixFDList,
    glib::{
        Error, MainContext, MainLoop, Variant, VariantDict,
        variant::{Handle, ObjectPath, ToVariant as _},
    },
};

use crate::{Desktop, PATIENCE};

const MANAGER: (&str, &str) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
const SESSION: &str = "org.freedesktop.login1.Session";
const POWER: (&str, &str) = ("/org/freedesktop/UPower", "org.freedesktop.UPower");
const SCREEN_SAVER: (&str, &str) = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver");
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// What the login manager and its sessions can be asked.
const ASKED: &str = "<node>
    <interface name='org.freedesktop.login1.Manager'>
        <method name='Inhibit'>
            <arg type='s' direction='in'/><arg type='s' direction='in'/>
            <arg type='s' direction='in'/><arg type='s' direction='in'/>
            <arg type='h' direction='out'/>
        </method>
    </interface>
    <interface name='org.freedesktop.login1.Session'>
        <property name='User' type='(uo)' access='read'/>
    </interface>
</node>";

/// Whose session something happens to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Of who runs the tests.
    Ours,
    /// Of somebody else at the same machine.
    Others,
}

impl Whose {
    fn session(self) -> &'static str {
        match self {
            Self::Ours => "/org/freedesktop/login1/session/c1",
            Self::Others => "/org/freedesktop/login1/session/c2",
        }
    }
}

/// Something that was asked to be waited for.
#[derive(Debug, Clone)]
pub struct Inhibitor {
    /// What is held up: `sleep:shutdown`.
    pub what: String,
    /// Who holds it up, in words.
    pub who: String,
    /// Why, in words.
    pub why: String,
    /// `delay`, or `block`.
    pub mode: String,
    /// When it was let go; nothing while it is held.
    pub let_go: Option<Instant>,
}

/// A login manager with two sessions, a lid and a screen saver; gone when dropped.
pub struct Logind {
    system: DBusConnection,
    session: DBusConnection,
    inhibitors: Arc<Mutex<Vec<Inhibitor>>>,
    end: MainLoop,
    serving: Option<JoinHandle<()>>,
}

impl Logind {
    /// Takes its place on the buses of a desktop, before anybody looks for it.
    ///
    /// # Panics
    /// With `not run: …` when there is no bus to be on.
    #[must_use]
    pub fn on(desktop: &Desktop) -> Self {
        let system = connect(desktop.system_bus());
        let session = connect(desktop.bus());
        let inhibitors = Arc::<Mutex<Vec<Inhibitor>>>::default();
        let context = MainContext::new();
        let end = MainLoop::new(Some(&context), false);
        let (ready, is_ready) = mpsc::channel();
        let serving = thread::spawn({
            let (system, inhibitors, end) = (system.clone(), Arc::clone(&inhibitors), end.clone());
            move || {
                let serving = context.with_thread_default(|| {
                    answer(&system, &inhibitors);
                    ready.send(()).expect("somebody waits");
                    end.run();
                });
                serving.expect("a context of its own");
            }
        });
        is_ready.recv_timeout(PATIENCE).expect("it answers");
        own(&system, "org.freedesktop.login1");
        own(&system, POWER.1);
        own(&session, SCREEN_SAVER.1);
        Self { system, session, inhibitors, end, serving: Some(serving) }
    }

    /// Who asked to be waited for, in order.
    #[must_use]
    pub fn inhibitors(&self) -> Vec<Inhibitor> {
        self.inhibitors.lock().expect("no thread panicked").clone()
    }

    /// The machine is about to sleep, or has woken.
    pub fn sleep(&self, begins: bool) {
        say(&self.system, MANAGER, "PrepareForSleep", &(begins,).to_variant());
    }

    /// The machine is about to stop, or does not after all.
    pub fn shut_down(&self, begins: bool) {
        say(&self.system, MANAGER, "PrepareForShutdown", &(begins,).to_variant());
    }

    /// Somebody asks a session to be locked, as `loginctl lock-session` does.
    pub fn lock_session(&self, whose: Whose) {
        say(&self.system, (whose.session(), SESSION), "Lock", &().to_variant());
    }

    /// The desktop of a session says that its screen is locked, or no longer is.
    pub fn hint_locked(&self, whose: Whose, is_locked: bool) {
        self.changes((whose.session(), SESSION), "LockedHint", is_locked);
    }

    /// The lid is closed or opened.
    pub fn lid(&self, is_closed: bool) {
        self.changes(POWER, "LidIsClosed", is_closed);
    }

    /// The screen saver starts or stops.
    pub fn screen_saver(&self, is_active: bool) {
        say(&self.session, SCREEN_SAVER, "ActiveChanged", &(is_active,).to_variant());
    }

    fn changes(&self, of: (&str, &str), property: &str, value: bool) {
        let changed = VariantDict::new(None);
        changed.insert(property, value);
        let invalidated: &[&str] = &[];
        let body = Variant::tuple_from_iter([of.1.to_variant(), changed.end(), invalidated.to_variant()]);
        say(&self.system, (of.0, PROPERTIES), "PropertiesChanged", &body);
    }
}

impl Drop for Logind {
    fn drop(&mut self) {
        self.end.quit();
        if let Some(serving) = self.serving.take() {
            let _ = serving.join();
        }
    }
}

fn connect(address: &str) -> DBusConnection {
    let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
    DBusConnection::for_address_sync(address, flags, None, Cancellable::NONE)
        .unwrap_or_else(|error| panic!("not run: no message bus at {address} ({error})"))
}

/// Takes a name on a bus.
fn own(bus: &DBusConnection, name: &str) {
    bus.call_sync(
        Some("org.freedesktop.DBus"),
        "/org/freedesktop/DBus",
        "org.freedesktop.DBus",
        "RequestName",
        Some(&(name, 0_u32).to_variant()),
        None,
        DBusCallFlags::NONE,
        5_000,
        Cancellable::NONE,
    )
    .expect("the name is free");
}

/// Says something to everybody who listens, and waits until the bus has it.
fn say(bus: &DBusConnection, (path, interface): (&str, &str), member: &str, body: &Variant) {
    bus.emit_signal(None, path, interface, member, Some(body)).expect("a signal");
    bus.flush_sync(Cancellable::NONE).expect("it is sent");
}

/// Answers what the login manager and its sessions are asked.
fn answer(bus: &DBusConnection, inhibitors: &Arc<Mutex<Vec<Inhibitor>>>) {
    let asked = DBusNodeInfo::for_xml(ASKED).expect("what is asked");
    let manager = asked.lookup_interface(MANAGER.1).expect("its interface");
    let inhibitors = Arc::clone(inhibitors);
    bus.register_object(
        MANAGER.0,
        &manager,
        move |_, _, _, _, _, given, asked| match hand_out(&given, &inhibitors) {
            Ok((handle, files)) => {
                asked.return_value_with_unix_fd_list(Some(&(handle,).to_variant()), Some(&files))
            }
            Err(error) => asked.return_gerror(Error::new(IOErrorEnum::Failed, &error.to_string())),
        },
        |_, _, _, _, _| ().to_variant(),
        |_, _, _, _, _, _| false,
    )
    .expect("the login manager is there");
    let session = asked.lookup_interface(SESSION).expect("its interface");
    for whose in [Whose::Ours, Whose::Others] {
        let user = user_of(whose);
        bus.register_object(
            whose.session(),
            &session,
            |_, _, _, _, _, _, _| {},
            move |_, _, _, _, _| {
                let path = ObjectPath::try_from(format!("/org/freedesktop/login1/user/_{user}"));
                (user, path.expect("a path")).to_variant()
            },
            |_, _, _, _, _, _| false,
        )
        .expect("a session is there");
    }
}

/// Who runs the tests has this number; somebody else the next.
fn user_of(whose: Whose) -> u32 {
    use std::os::unix::fs::MetadataExt as _;
    let ours = std::fs::metadata("/proc/self").expect("a /proc").uid();
    match whose {
        Whose::Ours => ours,
        Whose::Others => ours + 1,
    }
}

/// One end of a pipe for who asks; a thread waits at the other until the first is closed everywhere.
fn hand_out(given: &Variant, inhibitors: &Arc<Mutex<Vec<Inhibitor>>>) -> io::Result<(Handle, UnixFDList)> {
    let (what, who, why, mode) = given.get().ok_or(io::ErrorKind::InvalidInput)?;
    let (mut ours, theirs) = io::pipe()?;
    let files = UnixFDList::from_array([theirs]);
    let mut all = inhibitors.lock().expect("no thread panicked");
    let number = all.len();
    all.push(Inhibitor { what, who, why, mode, let_go: None });
    drop(all);
    let inhibitors = Arc::clone(inhibitors);
    thread::spawn(move || {
        let _ = ours.read(&mut [0]);
        inhibitors.lock().expect("no thread panicked")[number].let_go = Some(Instant::now());
    });
    // The first of its list.
    Ok((Handle(0), files))
}
