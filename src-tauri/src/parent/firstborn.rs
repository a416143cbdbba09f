//! The first `keys` process, born of the parent instead of started anew.
//!
//! Before a program runs, the system has loaded the webview's libraries for it: some 170, 40 ms. The
//! parent needs none of them, but it is the same binary and has them. Whoever opens the app waits
//! for a window, so the first role is a copy of the parent as it is before it has done or known
//! anything; every later one is started anew.

#![allow(unsafe_code, reason = "no safe call copies a process or changes its environment")]

use std::io;

use rustix::process::{Pid, Signal, WaitOptions};

use crate::parent::{NO_OPENGL, Newborn, Process};

/// A process that was born, not started.
pub struct Born(Pid);

impl Born {
    /// Ends it.
    pub fn kill(&self) {
        // One that is gone already needs no end.
        let _ = rustix::process::kill_process(self.0, Signal::KILL);
    }

    /// Waits for its end.
    pub fn wait(&self) {
        while let Err(rustix::io::Errno::INTR) = rustix::process::waitpid(Some(self.0), WaitOptions::empty())
        {
        }
    }
}

/// Who returns from [`bear`].
pub enum Birth {
    /// The parent, with its child.
    Parent(Newborn),
    /// The child; its standard input and output are the pipes.
    Child,
}

/// Copies this process. To be called first of all, while it has one thread and holds nothing.
///
/// # Errors
/// When the process has more threads already, or the system has no room for another process. The
/// first role is then started like every other.
pub fn bear() -> io::Result<Birth> {
    if std::fs::read_dir("/proc/self/task")?.count() != 1 {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let (hearing, pipe) = io::pipe()?;
    let (words, speech) = io::pipe()?;
    // SAFETY: one thread runs, so the copy holds no lock that nobody would release.
    match unsafe { libc::fork() } {
        ..0 => Err(io::Error::last_os_error()),
        0 => {
            drop((pipe, words));
            rustix::stdio::dup2_stdin(&hearing)?;
            rustix::stdio::dup2_stdout(&speech)?;
            rustix::process::setpgid(None, None)?;
            // What `ps` shows; its arguments are its parent's.
            rustix::thread::set_name(c"terugblik-keys")?;
            take_environment();
            Ok(Birth::Child)
        }
        child => {
            let process = Pid::from_raw(child).map(Born).ok_or(io::ErrorKind::InvalidData)?;
            let process = Process::Born(process);
            Ok(Birth::Parent(Newborn { process, pipe: Box::new(pipe), words: Box::new(words) }))
        }
    }
}

/// Gives this process the environment that a started role gets from the parent.
#[expect(clippy::disallowed_methods, reason = "nobody started this process who could have passed it")]
fn take_environment() {
    for (name, value) in NO_OPENGL {
        // SAFETY: one thread runs, so nobody reads the environment meanwhile.
        unsafe { std::env::set_var(name, value) };
    }
}
