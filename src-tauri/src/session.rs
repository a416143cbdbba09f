//! What the system says that must lock a journal and end a walk-through: the screen is locked, the
//! machine goes to sleep, the lid is closed, the session ends.
//!
//! It is heard in the roles that show something and not in the parent, which has no bus. And it is
//! *delayed* here: the login manager waits for whoever holds an inhibitor before it sleeps or shuts
//! down, five seconds at most, and such a process holds one from the moment at which there is something
//! to show until it ends. So the machine sleeps after the seal, and after a walk-through is gone,
//! whatever else happens, and nothing has to remember to let go.
//!
//! Sources: `org.freedesktop.login1(5)` and "Inhibitor Locks" of systemd; UPower's reference; the
//! screen savers of freedesktop.org and of the desktops that have their own.

use contract::LockReason;

/// What the system calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "elsewhere than on Linux nothing is heard yet")]
pub enum Call {
    /// Lock.
    Lock(LockReason),
    /// Save, seal and end, as when the window is closed.
    Leave,
}

#[cfg(target_os = "linux")]
pub use linux::heed;

/// Nothing is heard yet. Windows tells a window of a locked session and of sleep by messages
/// (`WTS_SESSION_LOCK`, `PBT_APMSUSPEND`), macOS by notifications of its workspace; neither comes
/// through the toolkit, and what has never run is no lock to rely on. Idle, key, menu and closing
/// lock there, and the screen says so.
#[cfg(not(target_os = "linux"))]
pub fn heed(_why: String, _then: impl Fn(Call) + Send + 'static) {}

#[cfg(target_os = "linux")]
mod linux {
    use contract::LockReason;
    use gio::{
        BusType, Cancellable, DBusCallFlags, DBusConnection, DBusConnectionFlags, DBusSignalFlags,
        UnixFDList,
        glib::{Error, MainContext, MainLoop, Variant, VariantDict, VariantTy, variant::ToVariant as _},
    };
    use household::tell;

    use super::Call;

    /// The login manager's name on the bus.
    const LOGIN: &str = "org.freedesktop.login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const SESSION: &str = "org.freedesktop.login1.Session";
    /// The name on the bus of what knows the lid, and its interface.
    const POWER: &str = "org.freedesktop.UPower";
    const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

    /// Names on the bus of screen savers, each of which is its interface too.
    const SCREEN_SAVERS: &[&str] = &[
        "org.freedesktop.ScreenSaver",
        "org.gnome.ScreenSaver",
        "org.cinnamon.ScreenSaver",
        "org.mate.ScreenSaver",
        "org.xfce.ScreenSaver",
    ];

    /// How long the login manager may take to answer, in milliseconds. It is idle nearly always.
    const ANSWER: i32 = 2_000;
    /// How long it may take to say whose session was locked, within the second that a lock may take.
    const WHOSE: i32 = 200;

    /// Listens from now on, for as long as this process lives, and keeps the machine from sleeping
    /// before this process has ended; `why` says so in words to who asks the system what holds it up.
    ///
    /// It has a thread and a loop of its own: the window's may be busy with a long text just then, or
    /// wait in a dialog of the system, and here a call may wait for its answer. A bus that is not
    /// there is no failure: not every system has a login manager, a lid or a screen saver.
    pub fn heed(why: String, then: impl Fn(Call) + Send + 'static) {
        std::thread::spawn(move || {
            let context = MainContext::new();
            let listening = context.with_thread_default(|| {
                let then = std::rc::Rc::new(then);
                let system = connect(BusType::System);
                let session = connect(BusType::Session);
                // The first act: a machine may be on its way to sleep already.
                let inhibitor = system.as_ref().and_then(|bus| delay(bus, &why));
                let system = system.inspect(|bus| {
                    let subscribe = |interface, member, about: Option<&str>, sender| {
                        listen(bus, sender, interface, member, about, std::rc::Rc::clone(&then));
                    };
                    subscribe(MANAGER, "PrepareForSleep", None, LOGIN);
                    subscribe(MANAGER, "PrepareForShutdown", None, LOGIN);
                    subscribe(SESSION, "Lock", None, LOGIN);
                    subscribe(PROPERTIES, "PropertiesChanged", Some(SESSION), LOGIN);
                    subscribe(PROPERTIES, "PropertiesChanged", Some(POWER), POWER);
                });
                let session = session.inspect(|bus| {
                    for saver in SCREEN_SAVERS {
                        let then = std::rc::Rc::clone(&then);
                        listen(bus, saver, saver, "ActiveChanged", None, then);
                    }
                });
                MainLoop::new(Some(&context), false).run();
                // Until here, which is never, they are held.
                drop((inhibitor, system, session));
            });
            if listening.is_err() {
                tell::line("session: no-loop");
            }
        });
    }

    /// A connection of our own. The shared one of a process ends that process when its bus goes, and
    /// a journal must be sealed first.
    fn connect(bus: BusType) -> Option<DBusConnection> {
        let address = gio::dbus_address_get_for_bus_sync(bus, Cancellable::NONE).ok()?;
        let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
        DBusConnection::for_address_sync(&address, flags, None, Cancellable::NONE).ok()
    }

    /// Asks the login manager to wait for this process. What it gives is an open file, and the end of
    /// this process closes it; the list is what holds it till then.
    fn delay(bus: &DBusConnection, why: &str) -> Option<UnixFDList> {
        let what = ("sleep:shutdown", "Terugblik", why, "delay").to_variant();
        let answer = bus.call_with_unix_fd_list_sync(
            Some(LOGIN),
            "/org/freedesktop/login1",
            MANAGER,
            "Inhibit",
            Some(&what),
            Some(VariantTy::TUPLE),
            DBusCallFlags::NONE,
            ANSWER,
            UnixFDList::NONE,
            Cancellable::NONE,
        );
        answer.ok().map(|(_, files)| files)
    }

    /// Passes on what a signal calls for. `about` is the interface whose properties changed.
    fn listen(
        bus: &DBusConnection,
        sender: &str,
        interface: &str,
        member: &str,
        about: Option<&str>,
        then: std::rc::Rc<impl Fn(Call) + 'static>,
    ) {
        let whole = DBusSignalFlags::NONE;
        bus.signal_subscribe(
            Some(sender),
            Some(interface),
            Some(member),
            None,
            about,
            whole,
            move |bus, _, path, interface, member, body| {
                if let Some(call) = call_of(interface, member, body, || is_ours(bus, path)) {
                    then(call);
                }
            },
        );
    }

    /// What a signal calls for, by its interface, its name and what it carries; nothing for most.
    /// Whose session it is about is asked only where that matters.
    fn call_of(
        interface: &str,
        member: &str,
        body: &Variant,
        is_ours: impl FnOnce() -> bool,
    ) -> Option<Call> {
        let begins = || body.try_child_get::<bool>(0).ok().flatten() == Some(true);
        let screen = Call::Lock(LockReason::Screen);
        match (interface, member) {
            (MANAGER, "PrepareForSleep") => begins().then_some(Call::Lock(LockReason::Sleep)),
            (MANAGER, "PrepareForShutdown") => begins().then_some(Call::Leave),
            (SESSION, "Lock") => is_ours().then_some(screen),
            (PROPERTIES, "PropertiesChanged") => match changed(body).as_deref() {
                Some(SESSION) if turned(body, "LockedHint") => is_ours().then_some(screen),
                Some(POWER) if turned(body, "LidIsClosed") => Some(Call::Lock(LockReason::Lid)),
                _ => None,
            },
            (saver, "ActiveChanged") if SCREEN_SAVERS.contains(&saver) => begins().then_some(screen),
            _ => None,
        }
    }

    /// The interface whose properties changed.
    fn changed(body: &Variant) -> Option<String> {
        body.try_child_get::<String>(0).ok().flatten()
    }

    /// Whether a property is said to be true now.
    fn turned(body: &Variant, property: &str) -> bool {
        let properties = body.try_child_value(1).filter(|properties| properties.is_type(VariantTy::VARDICT));
        let value = properties.map(|properties| VariantDict::new(Some(&properties)).lookup::<bool>(property));
        matches!(value, Some(Ok(Some(true))))
    }

    /// Whether a session is one of the person who runs this. One that cannot say whose it is counts
    /// as ours: a lock too many costs a passphrase, one too few a journal.
    fn is_ours(bus: &DBusConnection, session: &str) -> bool {
        let answer = bus.call_sync(
            Some(LOGIN),
            session,
            PROPERTIES,
            "Get",
            Some(&(SESSION, "User").to_variant()),
            Some(VariantTy::TUPLE),
            DBusCallFlags::NONE,
            WHOSE,
            Cancellable::NONE,
        );
        belongs_to(&answer, rustix::process::getuid().as_raw())
    }

    /// Whether a session belongs to a person, by what it answers: `((uo))` in a box.
    fn belongs_to(answer: &Result<Variant, Error>, person: u32) -> bool {
        let user = answer.as_ref().ok().and_then(|answer| answer.try_child_value(0)?.as_variant());
        user.and_then(|user| user.try_child_get::<u32>(0).ok().flatten()).is_none_or(|user| user == person)
    }

    #[cfg(test)]
    mod tests {
        use std::collections::HashMap;

        use gio::glib::variant::ObjectPath;

        use super::*;

        const SCREEN: Option<Call> = Some(Call::Lock(LockReason::Screen));

        fn properties(of: &str, name: &str, value: &Variant) -> Variant {
            (of, HashMap::from([(name, value.clone())]), [""; 0].as_slice()).to_variant()
        }

        fn ours(interface: &str, member: &str, body: &Variant) -> Option<Call> {
            call_of(interface, member, body, || true)
        }

        #[test]
        fn what_the_system_says_before_it_sleeps_or_stops_is_heeded_and_after_it_is_not() {
            let (begins, is_over) = ((true,).to_variant(), (false,).to_variant());
            let sleep = Some(Call::Lock(LockReason::Sleep));
            assert_eq!(ours(MANAGER, "PrepareForSleep", &begins), sleep);
            assert_eq!(ours(MANAGER, "PrepareForSleep", &is_over), None);
            assert_eq!(ours(MANAGER, "PrepareForShutdown", &begins), Some(Call::Leave));
            assert_eq!(ours(MANAGER, "PrepareForShutdown", &is_over), None);
        }

        #[test]
        fn a_locked_screen_locks_when_the_session_is_ours() {
            let nothing = ().to_variant();
            let hint = properties(SESSION, "LockedHint", &true.to_variant());
            for (interface, member, body) in
                [(SESSION, "Lock", &nothing), (PROPERTIES, "PropertiesChanged", &hint)]
            {
                assert_eq!(call_of(interface, member, body, || true), SCREEN, "{member}");
                assert_eq!(call_of(interface, member, body, || false), None, "{member} of somebody else");
            }
            assert_eq!(ours(SESSION, "Unlock", &nothing), None);
            let unlocked = properties(SESSION, "LockedHint", &false.to_variant());
            assert_eq!(ours(PROPERTIES, "PropertiesChanged", &unlocked), None);
            // Every session has other properties, which change often; nobody is asked about those.
            let idle = properties(SESSION, "IdleHint", &true.to_variant());
            let answer = call_of(PROPERTIES, "PropertiesChanged", &idle, || panic!("nobody is asked"));
            assert_eq!(answer, None);
        }

        #[test]
        fn a_screen_saver_locks_when_it_starts() {
            for saver in SCREEN_SAVERS {
                assert_eq!(ours(saver, "ActiveChanged", &(true,).to_variant()), SCREEN);
                assert_eq!(ours(saver, "ActiveChanged", &(false,).to_variant()), None);
            }
            assert_eq!(ours("org.example.ScreenSaver", "ActiveChanged", &(true,).to_variant()), None);
        }

        #[test]
        fn a_closed_lid_locks_and_an_opened_one_does_not() {
            let lid = |closed: bool| properties(POWER, "LidIsClosed", &closed.to_variant());
            let locks = Some(Call::Lock(LockReason::Lid));
            assert_eq!(ours(PROPERTIES, "PropertiesChanged", &lid(true)), locks);
            assert_eq!(ours(PROPERTIES, "PropertiesChanged", &lid(false)), None);
            let battery = properties(POWER, "OnBattery", &true.to_variant());
            assert_eq!(ours(PROPERTIES, "PropertiesChanged", &battery), None);
        }

        #[test]
        fn what_carries_something_else_calls_for_nothing() {
            let strange = [
                ().to_variant(),
                ("true",).to_variant(),
                (1_u32, 2_u32).to_variant(),
                "no tuple".to_variant(),
            ];
            for body in &strange {
                for (interface, member) in [
                    (MANAGER, "PrepareForSleep"),
                    (MANAGER, "PrepareForShutdown"),
                    (PROPERTIES, "PropertiesChanged"),
                    (SCREEN_SAVERS[0], "ActiveChanged"),
                ] {
                    assert_eq!(ours(interface, member, body), None, "{interface}.{member} {body}");
                }
            }
            let wrong = properties(POWER, "LidIsClosed", &"true".to_variant());
            assert_eq!(ours(PROPERTIES, "PropertiesChanged", &wrong), None);
        }

        #[test]
        fn a_session_is_ours_by_its_user_or_when_it_cannot_say() {
            let path = ObjectPath::try_from("/org/freedesktop/login1/user/_1000").expect("a path");
            let answer = Ok(((1000_u32, path).to_variant(),).to_variant());
            assert!(belongs_to(&answer, 1000));
            assert!(!belongs_to(&answer, 1001));
            assert!(belongs_to(&Err(Error::new(gio::IOErrorEnum::TimedOut, "")), 1000));
            assert!(belongs_to(&Ok(().to_variant()), 1000));
        }
    }
}
