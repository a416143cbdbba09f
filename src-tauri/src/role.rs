//! A role's side of the pipes to its parent.

use std::{
    fs::File,
    io,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use contract::{Appearance, BackupRef, Intent, Notice, WalkEnd};
use household::pipe::{self, Handover, Note, Parcel};
use payload::Payload;

/// What a role hears and says.
pub struct Hearing {
    from_parent: File,
    /// The way back.
    pub speech: Speech,
}

/// What a role was started for.
#[derive(Debug, Clone)]
pub struct Errand {
    /// The data folder. Empty for `walk-through`, which has no business there.
    pub folder: PathBuf,
    /// Language and text size.
    pub appearance: Appearance,
    /// What the `keys` window opens for.
    pub intent: Intent,
    /// The backup to restore, where one was chosen in the journal.
    pub backup: Option<BackupRef>,
    /// What happened just before.
    pub notice: Option<Notice>,
    /// How the walk-through ended that nobody came back from yet, for `journal`.
    pub walked: Option<WalkEnd>,
}

/// The way to the parent; shared by all threads of a role.
#[derive(Clone)]
pub struct Speech(Arc<Mutex<File>>);

impl Speech {
    /// Says something. A parent that is gone is noticed by the reader, not here.
    pub fn say(&self, note: &Note) {
        let mut pipe = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = pipe::send_note(&mut *pipe, note);
    }

    /// Hands the data key over.
    ///
    /// # Errors
    /// When the parent is gone.
    pub fn hand_over(&self, handover: Handover) -> io::Result<()> {
        let mut pipe = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pipe::send(&mut *pipe, &Parcel::Key(handover))
    }

    /// Hands over what is shown in a walk-through. It begins when this process has ended.
    ///
    /// # Errors
    /// When the parent is gone.
    pub fn hand_over_shown(&self, payload: Payload) -> io::Result<()> {
        let mut pipe = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pipe::send(&mut *pipe, &Parcel::Shown(payload))
    }
}

impl Hearing {
    /// Takes the pipes over and reads the errand. From here on the process's standard input is
    /// empty and its standard output goes where its errors go, so that neither the toolkit nor a
    /// process of the webview's can read from or write into the conversation.
    ///
    /// # Errors
    /// When nobody is there to say what to do: the role was not started by its parent.
    pub fn begin() -> io::Result<(Errand, Self)> {
        let (mut from_parent, to_parent) = private_pipes()?;
        match pipe::receive(&mut from_parent)? {
            Some(Parcel::Note(Note::Begin { folder, appearance, intent, backup, notice, walked })) => {
                let speech = Speech(Arc::new(Mutex::new(to_parent)));
                let errand = Errand { folder, appearance, intent, backup, notice, walked };
                Ok((errand, Self { from_parent, speech }))
            }
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    /// The next parcel; nothing when the parent is gone or no longer makes sense.
    pub fn next(&mut self) -> Option<Parcel> {
        pipe::receive(&mut self.from_parent).ok().flatten()
    }
}

#[cfg(unix)]
fn private_pipes() -> io::Result<(File, File)> {
    let from_parent = rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), 3)?;
    let to_parent = rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdout(), 3)?;
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    rustix::stdio::dup2_stdout(rustix::stdio::stderr())?;
    Ok((from_parent.into(), to_parent.into()))
}

/// Windows hands no handle on to a child that was not named, so a copy is private. Untested.
#[cfg(windows)]
fn private_pipes() -> io::Result<(File, File)> {
    use std::os::windows::io::AsHandle as _;
    let from_parent = io::stdin().as_handle().try_clone_to_owned()?;
    let to_parent = io::stdout().as_handle().try_clone_to_owned()?;
    Ok((from_parent.into(), to_parent.into()))
}
