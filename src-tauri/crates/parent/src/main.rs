//! What a person starts: the parent of the other roles, and the little that can be asked of it on
//! a command line. `ARCHITECTURE.md` says why there are roles.
//!
//! No toolkit and no webview is linked into this program, so it starts in a moment, and it could
//! not open a display if it wanted to. Every other role is played by `terugblik-window`, which lies
//! beside it. `cargo start` builds both; `cargo run` builds only this one.

#![cfg_attr(windows, windows_subsystem = "windows")]

mod arguments;
#[cfg(feature = "automation")]
mod automation;
mod demo;
mod knock;
mod parent;
mod program;

use std::{env, path::PathBuf, process::ExitCode};

use arguments::Start;
use household::{
    Role, appearance,
    catalogue::{Say, say, say_with},
    tell,
};

fn main() -> ExitCode {
    // Before anything else, and before the command line is read.
    let confined = confine();
    let language = appearance::language_of_system();
    if let Err(refusal) = confined {
        tell::refusal(&refusal);
        program::say_refusal(language);
        return ExitCode::from(Role::REFUSED);
    }
    match arguments::read(env::args_os().skip(1)) {
        Start::Parent { folder } => match folder.or_else(usual_folder) {
            Some(folder) => parent::run(&folder),
            None => {
                tell::line(&say(language, Say::FolderUnusable));
                ExitCode::FAILURE
            }
        },
        Start::Demo => demo::run(language),
        Start::Help => {
            tell::line(&say(language, Say::Usage));
            ExitCode::SUCCESS
        }
        Start::Version => {
            tell::line(env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        Start::Unknown(argument) => {
            let argument = argument.to_string_lossy();
            tell::line(&say_with(language, Say::UnknownArgument, &[("argument", &argument)]));
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "automation"))]
use confine::enter as confine;

/// Tests look for a free port here, and the roles inherit what is refused.
#[cfg(feature = "automation")]
use confine::enter_but_for_network as confine;

/// The local data folder, never one that roams or is synced.
fn usual_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("nl", "", "Terugblik").map(|dirs| dirs.data_local_dir().to_owned())
}
