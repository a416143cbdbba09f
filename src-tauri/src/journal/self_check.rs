//! What the page *Zelf controleren* shows: looked at when it is asked, never kept.

use contract::*;

use crate::{disk, journal::Journal};

impl Journal {
    pub(super) fn self_check(&self, (): ()) -> Result<SelfCheck, Failure> {
        Ok(SelfCheck {
            system: if cfg!(windows) {
                System::Windows
            } else if cfg!(target_os = "macos") {
                System::Macos
            } else {
                System::Linux
            },
            tries: Vec::new(),
            processes: Vec::new(),
            places: Vec::new(),
            disk: disk::encryption(&self.errand.folder),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    pub(super) fn save_statement(&self, (): ()) -> Result<PageSaved, Failure> {
        Ok(PageSaved { path: None })
    }
}
