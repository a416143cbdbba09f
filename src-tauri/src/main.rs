//! Terugblik, one binary in four roles. `ARCHITECTURE.md` says why.
//!
//! What a person starts is the parent. It starts the other roles as processes of their own, each
//! of which knows one secret, and each of which takes its memory with it when it ends.

#![cfg_attr(windows, windows_subsystem = "windows")]

mod appearance;
mod arguments;
#[cfg(feature = "automation")]
mod automation;
mod catalogue;
mod chance;
mod demo;
mod disk;
mod failure;
mod handbook_files;
mod journal;
mod keys;
mod knock;
mod parent;
mod pipe;
mod role;
#[cfg(unix)]
mod runtime;
mod tell;
mod window;
mod wire;

use std::{env, path::PathBuf, process::ExitCode};

use arguments::{Role, Start};
use catalogue::{Say, say, say_with};
use role::{Errand, Hearing};

fn main() -> ExitCode {
    let language = appearance::language_of_system();
    match arguments::read(env::args_os().skip(1)) {
        Start::Parent { folder } => match folder.or_else(usual_folder) {
            Some(folder) => parent::run(&folder),
            None => {
                tell::line(&say(language, Say::FolderUnusable));
                ExitCode::FAILURE
            }
        },
        Start::Demo => demo::run(language),
        Start::Role(Role::Keys) => with_errand(keys::run),
        Start::Role(Role::Journal) => with_errand(journal::run),
        Start::Role(Role::DemoMaker) => with_errand(|errand, _| demo::make(&errand)),
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

fn with_errand(run: impl FnOnce(Errand, Hearing) -> ExitCode) -> ExitCode {
    match Hearing::begin() {
        Ok((errand, hearing)) => run(errand, hearing),
        Err(_) => {
            tell::line(&say(appearance::language_of_system(), Say::RoleAlone));
            ExitCode::FAILURE
        }
    }
}

/// The local data folder, never one that roams or is synced.
fn usual_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("nl", "", "Terugblik").map(|dirs| dirs.data_local_dir().to_owned())
}
