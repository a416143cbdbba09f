//! The example journal of `cargo start --demo`: filled by a process of its own, like every
//! process that ever holds a key, and thrown away when the app closes.

use std::{
    io,
    path::{Path, PathBuf},
    process::{ExitCode, ExitStatus, Stdio},
};

use contract::{Appearance, Intent, Language};
use household::{
    Role,
    catalogue::{Say, say},
    pipe::{self, Note},
    tell,
};

use crate::{parent, program};

/// Has an example journal made in a temporary folder and runs the app on it. Who makes it says
/// where it lies and how it opens.
pub fn run(language: Language) -> ExitCode {
    let folder = fresh_folder();
    let code = match fill_in_a_process(&folder, language) {
        Ok(status) if status.success() => parent::run(&folder),
        Ok(status) if status.code() == Some(Role::REFUSED.into()) => {
            program::say_refusal(language);
            ExitCode::from(Role::REFUSED)
        }
        Ok(_) | Err(_) => {
            tell::line(&say(language, Say::DemoFailed));
            ExitCode::FAILURE
        }
    };
    // What cannot be removed now goes with the system's own clean-up.
    let _ = std::fs::remove_dir_all(&folder);
    code
}

/// A name that nothing has yet. A demo that was killed leaves its folder, and numbers of processes come
/// back.
fn fresh_folder() -> PathBuf {
    let stem = format!("terugblik-demo-{}", std::process::id());
    let mut folder = std::env::temp_dir().join(&stem);
    let mut attempt = 0_u32;
    while folder.exists() {
        attempt += 1;
        folder.set_file_name(format!("{stem}-{attempt}"));
    }
    folder
}

fn fill_in_a_process(folder: &Path, language: Language) -> io::Result<ExitStatus> {
    let mut command = program::playing(Role::DemoMaker)?;
    let mut child = program::start(command.stdout(Stdio::null()), language)?;
    let mut sent = Ok(());
    if let Some(mut pipe) = child.stdin.take() {
        let appearance = Appearance { language, ..Appearance::default() };
        let begin = Note::Begin {
            folder: folder.to_owned(),
            appearance,
            intent: Intent::Open,
            backup: None,
            notice: None,
            walked: None,
        };
        sent = pipe::send_note(&mut pipe, &begin);
    }
    // A role that is refused too little ends before it listens: its code says more than the pipe.
    let status = child.wait()?;
    if status.success() { sent.map(|()| status) } else { Ok(status) }
}
