//! Test only: what WebDriver cannot do, a test says in the environment. `cargo xtask package`
//! refuses a binary in which it finds the mark below.

use std::{ffi::OsString, path::PathBuf, time::Duration};

use chrono::{DateTime, FixedOffset, TimeDelta};
use vault::{Clock, SystemClock};

/// What `cargo xtask package` looks for.
const MARK: &str = "TERUGBLIK-AUTOMATION-BUILD";

/// A clock as many days on as a test wants: nobody waits until tomorrow for a journey.
pub struct DaysOn;

impl Clock for DaysOn {
    fn now(&self) -> DateTime<FixedOffset> {
        let days = said("TERUGBLIK_AUTOMATION_DAYS_ON").and_then(|days| days.to_str()?.parse().ok());
        SystemClock.now() + TimeDelta::days(days.unwrap_or(0))
    }
}

/// The folder that would have been chosen in the save dialog, which WebDriver cannot click.
pub fn chosen_folder() -> Option<PathBuf> {
    said("TERUGBLIK_AUTOMATION_SAVE_IN").map(PathBuf::from)
}

/// The folder that would have been pointed at in a dialog.
pub fn folder_to_point_at() -> Option<PathBuf> {
    said("TERUGBLIK_AUTOMATION_POINT_AT").map(PathBuf::from)
}

/// The file that would have been pointed at in a dialog. What lies there may change between two
/// questions.
pub fn file_to_point_at() -> Option<PathBuf> {
    said("TERUGBLIK_AUTOMATION_PICK").map(PathBuf::from)
}

/// How long a walk-through takes, in the place of the minutes that were chosen for it.
pub fn walk_through_takes() -> Option<Duration> {
    seconds("TERUGBLIK_AUTOMATION_WALK_SECONDS")
}

/// How long one that is over waits for somebody to ask for more time.
pub fn walk_through_waits() -> Option<Duration> {
    seconds("TERUGBLIK_AUTOMATION_WAIT_SECONDS")
}

fn seconds(name: &str) -> Option<Duration> {
    said(name)?.to_str()?.parse().ok().map(Duration::from_secs)
}

fn said(name: &str) -> Option<OsString> {
    // The compiler may not leave out what it cannot see the use of.
    std::hint::black_box(MARK);
    std::env::var_os(name)
}
