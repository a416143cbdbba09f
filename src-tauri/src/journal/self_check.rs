//! What the page *Zelf controleren* shows: looked at when it is asked, never kept.
//!
//! It is about the process and its folder, not about what is written, so it answers in a journal
//! that is only read and during a trial as it does otherwise.

mod processes;

use std::{env, path::Path};

use ::journal::Alias;
use contract::*;
use vault::{Folder, SecondPlace};

use crate::{
    disk,
    failure::{failure, journal_failure},
    journal::Journal,
    overview,
    statement::{self, Facts},
    wire,
};

/// The system that this program is built for.
const SYSTEM: System = if cfg!(windows) {
    System::Windows
} else if cfg!(target_os = "macos") {
    System::Macos
} else {
    System::Linux
};

/// The commands behind the page.
impl Journal {
    pub(super) fn self_check(&self, (): ()) -> Result<SelfCheck, Failure> {
        let tries = tries();
        let network_refused = refuses_network(&tries);
        let folder = Folder::to_read(&self.errand.folder).map_err(|error| failure(&error))?;
        Ok(SelfCheck {
            system: SYSTEM,
            network_refused,
            processes: processes::ours(network_refused),
            places: self.places(&folder),
            disk: disk::encryption(folder.path()),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            tries,
        })
    }

    pub(super) fn save_statement(&self, (): ()) -> Result<PageSaved, Failure> {
        let (settings, day) =
            self.at_own_desk(|desk| Ok((desk.settings().clone(), desk.today().to_string())))?;
        let facts = Facts {
            system: SYSTEM,
            refused: refuses_network(&tries()),
            version: env!("CARGO_PKG_VERSION"),
            day: &day,
        };
        statement::save(&settings, facts)
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "a command owns its request, as every adapter gives it"
    )]
    pub(super) fn save_overview(&self, request: AliasRequest) -> Result<PageSaved, Failure> {
        let alias = Alias::parse(&request.alias).map_err(|error| journal_failure(&error))?;
        // Nobody waits for a dialog: what is saved is what stands there when it opens.
        let (settings, (overview, entries)) =
            self.at_desk(|desk| Ok((desk.settings().clone(), desk.overview(&alias)?)))?;
        let saved = overview::save(&settings, &overview)?;
        if saved.path.is_some() {
            self.at_desk(|desk| desk.mark_carried_out(&entries))?;
        }
        Ok(saved)
    }

    fn places(&self, folder: &Folder) -> Vec<PlaceRow> {
        let mut places =
            vec![place(PlaceKind::Journal, folder.path()), place(PlaceKind::Backups, &folder.backups())];
        match folder.second_place() {
            SecondPlace::There { path } | SecondPlace::Absent { path } => {
                places.push(place(PlaceKind::SecondPlace, &path));
            }
            SecondPlace::None => {}
        }
        let program = env::current_exe().ok();
        places.extend(
            program.iter().filter_map(|path| path.parent()).map(|path| place(PlaceKind::Programs, path)),
        );
        // `window::open` has it laid down there.
        #[cfg(unix)]
        if let Some(runtime) = household::runtime::folder() {
            places.push(place(PlaceKind::Webview, &runtime.join(&self.app.config().identifier)));
        }
        places
    }
}

fn tries() -> Vec<Try> {
    confine::tries().iter().map(wire::tried).collect()
}

fn place(kind: PlaceKind, path: &Path) -> PlaceRow {
    PlaceRow { kind, path: path.display().to_string() }
}

/// What leads to another machine, or past what the system refuses.
const WAYS_OUT: [Tried; 6] =
    [Tried::Ipv4, Tried::Ipv6, Tried::Packets, Tried::Bluetooth, Tried::OtherSockets, Tried::IoUring];

/// Whether every way to another machine was tried, and none of them was open.
fn refuses_network(tries: &[Try]) -> bool {
    WAYS_OUT.iter().all(|way| {
        let tried = tries.iter().find(|one| one.what == *way);
        tried.is_some_and(|one| one.outcome != Outcome::Allowed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_way_out_is_enough_to_say_that_the_network_is_not_refused() {
        let no = |what| Try { what, outcome: Outcome::Refused, as_promised: true };
        let mut tries: Vec<Try> = WAYS_OUT.into_iter().map(no).collect();
        tries[1].outcome = Outcome::NotThere;
        assert!(refuses_network(&tries), "a system without IPv6 has no way out there");
        for place in 0..tries.len() {
            let mut open = tries.clone();
            open[place].outcome = Outcome::Allowed;
            assert!(!refuses_network(&open), "{:?} is open", open[place].what);
            open.remove(place);
            assert!(!refuses_network(&open), "what was not tried is not known to be refused");
        }
    }
}
