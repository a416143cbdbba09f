//! The example journal of `cargo start --demo`: filled by a process of its own, like every
//! process that ever holds a key, and thrown away when the app closes.

use std::{
    io,
    path::Path,
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
    let folder = std::env::temp_dir().join(format!("terugblik-demo-{}", std::process::id()));
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

fn fill_in_a_process(folder: &Path, language: Language) -> io::Result<ExitStatus> {
    let mut command = program::playing(Role::DemoMaker)?;
    let mut child = program::start(command.stdout(Stdio::null()), language)?;
    if let Some(mut pipe) = child.stdin.take() {
        let appearance = Appearance { language, ..Appearance::default() };
        let begin = Note::Begin {
            folder: folder.to_owned(),
            appearance,
            intent: Intent::Open,
            backup: None,
            notice: None,
        };
        pipe::send_note(&mut pipe, &begin)?;
    }
    child.wait()
}
