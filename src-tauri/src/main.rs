//! The program of every role but the parent: one process each, which knows one secret and takes
//! its memory with it when it ends. `ARCHITECTURE.md` says why.
//!
//! Only the parent starts it, as `terugblik-window --role NAME`, and says over a pipe what for.

#![cfg_attr(windows, windows_subsystem = "windows")]

#[cfg(feature = "automation")]
mod automation;
mod chance;
mod demo;
mod disk;
mod failure;
mod folder_dialog;
mod handbook_files;
mod journal;
mod keys;
mod learned_page;
mod overview;
mod own_trial_table;
mod page;
mod refusal;
mod role;
mod session;
mod sheet_page;
mod statement;
mod walk_through;
mod window;
mod wire;
mod without_aliases;

use std::{env, process::ExitCode};

use household::{
    Role, appearance,
    catalogue::{Say, say},
    tell,
};
use role::Hearing;

fn main() -> ExitCode {
    // Before anything else, the pipes and the command line included.
    let confined = confine();
    let asked_for = Role::asked_for(env::args_os().skip(1));
    if asked_for == Some(Role::Refusal) {
        return refusal::run(confined);
    }
    if let Err(refusal) = confined {
        tell::refusal(&refusal);
        return ExitCode::from(Role::REFUSED);
    }
    let Some((role, (errand, hearing))) = asked_for.and_then(|role| Some((role, Hearing::begin().ok()?)))
    else {
        tell::line(&say(appearance::language_of_system(), Say::RoleAlone));
        return ExitCode::FAILURE;
    };
    match role {
        Role::Keys => keys::run(errand, hearing),
        Role::Journal => journal::run(errand, hearing),
        Role::WalkThrough => walk_through::run(&errand, hearing),
        Role::DemoMaker => demo::make(&errand),
        // It was played above: it has no errand.
        Role::Refusal => ExitCode::FAILURE,
    }
}

#[cfg(not(feature = "automation"))]
use confine::enter as confine;

/// WebDriver needs a port, and is let in by the environment.
#[cfg(feature = "automation")]
use confine::enter_but_for_network as confine;
