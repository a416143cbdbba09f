//! The parent: no window, no webview, no toolkit, and nothing that outlives a hand-over.
//!
//! It holds the lock on the data folder, starts the other roles, passes the data key and what is shown
//! in a walk-through from one to the next, and notices when one of them falls. It decides in [`plan`] and acts here. When it
//! ends, however it ends, the pipes close and every role saves and ends by itself.

mod plan;

use std::{
    collections::HashMap,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ExitCode},
    sync::mpsc::{self, Sender},
    thread,
};

use contract::Appearance;
use household::{
    Role, appearance,
    catalogue::{Say, say},
    pipe::{self, Note, Parcel},
    tell,
};
use vault::{Folder, VaultError};

use crate::{
    knock,
    parent::plan::{Act, Event, Opening, Plan},
    program,
};

/// What says to the toolkit and the webview of a role that there is no use for OpenGL: text on paper
/// needs none, and starting it took a third of the way to the first words (measured). WebDriver
/// waits for pictures that never come then, so a build that tests drive goes without this.
#[cfg(all(target_os = "linux", not(feature = "automation")))]
const NO_OPENGL: [(&str, &str); 3] = [
    // On X11 GTK starts it only to choose a visual.
    ("GDK_GL", "disable"),
    // WebKit starts it to learn how pictures could travel between its processes,
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    // and on which graphics card.
    ("WEBKIT_WEB_RENDER_DEVICE_FILE", "/dev/null"),
];

/// Runs the app on a data folder until the person closes it.
pub fn run(path: &Path) -> ExitCode {
    // What is wrong with the folder the `keys` window says better than a line on a terminal that
    // nobody sees; so only a folder in use ends the start here.
    let folder = Folder::open(path).ok();
    let appearance = appearance::of(folder.as_ref());
    // The lock dies with this process, also when it is killed.
    let claim = folder.as_ref().map(Folder::claim);
    if let Some(Err(VaultError::AlreadyClaimed)) = claim {
        knock::knock(path);
        tell::line(&say(appearance.language, Say::AlreadyRunning));
        return ExitCode::SUCCESS;
    }

    if let (Some(folder), Some(Ok(_))) = (&folder, &claim) {
        // A restore that was cut off is finished before anybody looks. What stands in its way stands
        // in the way of everything, and the `keys` window says it better.
        let _ = folder.finish_turn().and_then(|()| folder.clear_leftovers());
    }

    let (happens, happened) = mpsc::channel();
    if let Some(Ok(_)) = claim {
        let happens = happens.clone();
        knock::listen(path, move || drop(happens.send((None, Event::Knock))));
    }
    let mut processes = Processes { path, appearance, happens, kids: HashMap::new(), births: 0 };
    let (mut plan, mut acts) = Plan::begin();
    loop {
        for act in acts {
            if let Some(code) = processes.act(act) {
                processes.wait_for_all();
                if code == Role::REFUSED {
                    program::say_refusal(processes.appearance.language);
                }
                return ExitCode::from(code);
            }
        }
        // They keep a sender, so this never ends before `Act::Finish`.
        let Ok((birth, event)) = happened.recv() else { return ExitCode::FAILURE };
        acts = processes.judge(birth, event).map_or_else(Vec::new, |event| plan.after(event));
    }
}

/// The processes of the other roles.
struct Processes<'a> {
    path: &'a Path,
    appearance: Appearance,
    happens: Sender<(Option<u64>, Event)>,
    kids: HashMap<Role, Kid>,
    /// Numbers the processes, so that a late word of one is not taken for its successor's.
    births: u64,
}

struct Kid {
    birth: u64,
    process: Child,
    pipe: ChildStdin,
}

impl Processes<'_> {
    /// Carries an act out; gives the exit code when it was the last.
    fn act(&mut self, act: Act) -> Option<u8> {
        match act {
            Act::Start(role, opening) => {
                if self.start(role, opening).is_err() {
                    return Some(1);
                }
            }
            // Who no longer listens is about to be reported as ended.
            Act::Tell(role, note) => {
                if let Some(kid) = self.kids.get_mut(&role) {
                    let _ = pipe::send_note(&mut kid.pipe, &note);
                }
            }
            Act::HandOver(handover) => {
                if let Some(kid) = self.kids.get_mut(&Role::Journal) {
                    let _ = pipe::send(&mut kid.pipe, &Parcel::Key(handover));
                }
            }
            // Wiped here as soon as it has gone on.
            Act::Show(payload) => {
                if let Some(kid) = self.kids.get_mut(&Role::WalkThrough) {
                    let _ = pipe::send(&mut kid.pipe, &Parcel::Shown(payload));
                }
            }
            Act::Finish(code) => return Some(code),
        }
        None
    }

    fn start(&mut self, role: Role, opening: Opening) -> std::io::Result<()> {
        let mut command = program::playing(role)?;
        // Ctrl+C in a terminal reaches a whole group at once. A role must hear of the end from its
        // pipe, and save, not from the signal.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        #[cfg(all(target_os = "linux", not(feature = "automation")))]
        command.envs(NO_OPENGL);
        #[cfg(feature = "automation")]
        let port = crate::automation::open_to_webdriver(&mut command)?;
        let mut process = program::start(&mut command, self.appearance.language)?;
        #[cfg(feature = "automation")]
        crate::automation::announce(role, port, process.id());
        let (Some(mut pipe), Some(mut words)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        };
        self.appearance = opening.appearance.unwrap_or(self.appearance);
        let begin = Note::Begin {
            // What shows a walk-through has no business there.
            folder: if role == Role::WalkThrough { PathBuf::new() } else { self.path.to_owned() },
            appearance: self.appearance,
            intent: opening.intent,
            backup: opening.backup,
            notice: opening.notice,
            walked: opening.walked,
        };
        // A role that died at once is reported by its reader below.
        let _ = pipe::send_note(&mut pipe, &begin).and_then(|()| pipe.flush());

        self.births += 1;
        let (birth, happens) = (self.births, self.happens.clone());
        self.kids.insert(role, Kid { birth, process, pipe });
        thread::spawn(move || {
            // A torn or foreign frame means the same as an end: this process is not to be trusted.
            while let Ok(Some(parcel)) = pipe::receive(&mut words) {
                let event = match parcel {
                    Parcel::Note(note) => Event::Said(role, note),
                    Parcel::Key(handover) => Event::Key(handover),
                    Parcel::Shown(payload) => Event::Shown(payload),
                };
                if happens.send((Some(birth), event)).is_err() {
                    return;
                }
            }
            drop(happens.send((Some(birth), Event::Ended(role))));
        });
        Ok(())
    }

    /// What an event means; nothing when it comes from a process that is no longer the one of its
    /// role. The process of a role that ended is buried here.
    fn judge(&mut self, birth: Option<u64>, event: Event) -> Option<Event> {
        let role = match &event {
            Event::Said(role, _) | Event::Ended(role) | Event::Refused(role) => *role,
            Event::Key(_) => Role::Keys,
            Event::Shown(_) => Role::Journal,
            Event::Knock => return Some(event),
        };
        if self.kids.get(&role).map(|kid| kid.birth) != birth {
            return None;
        }
        if matches!(event, Event::Ended(_))
            && let Some(mut kid) = self.kids.remove(&role)
        {
            // Its end of the pipe is closed; what still runs of it has lost its way. One that is
            // ending by itself keeps its own exit code.
            let _ = kid.process.kill();
            let code = kid.process.wait().ok().and_then(|status| status.code());
            if code == Some(Role::REFUSED.into()) {
                return Some(Event::Refused(role));
            }
        }
        Some(event)
    }

    /// Closes every pipe and waits until each role has saved and gone.
    fn wait_for_all(&mut self) {
        for (_, mut kid) in self.kids.drain() {
            drop(kid.pipe);
            let _ = kid.process.wait();
        }
    }
}
