//! The one program that the parent starts: the file beside its own, by its whole path. What the
//! search path or the working folder hold is never asked.

use std::{
    env, io,
    path::PathBuf,
    process::{Child, Command, Stdio},
};
#[cfg(target_os = "linux")]
use std::{ffi::OsString, path::Path};

use contract::Language;
use household::{
    Role,
    catalogue::{Say, say, say_with},
    tell,
};

/// The command that starts a role. It listens to a pipe and speaks into another.
///
/// # Errors
/// When this program does not know where it lies.
pub fn playing(role: Role) -> io::Result<Command> {
    let mut command = Command::new(path()?);
    command.args([Role::FLAG, role.name()]).stdin(Stdio::piped()).stdout(Stdio::piped());
    #[cfg(target_os = "linux")]
    keep_no_list_of_files(&mut command);
    Ok(command)
}

/// GTK's dialog writes the path of every file that is saved through it into a list in the data folder
/// of the user, in plain and for every program to read; one of those is the recovery page. Switching
/// the list off empties it for all programs. So a role has a data folder of its own, in memory until
/// the session ends; what lies in the user's is found as before.
#[cfg(target_os = "linux")]
fn keep_no_list_of_files(command: &mut Command) {
    let (Some(runtime), Some(user)) = (household::runtime::folder(), directories::BaseDirs::new()) else {
        return;
    };
    command.envs(data_folders(&runtime, user.data_dir(), env::var_os("XDG_DATA_DIRS")));
}

/// Where a role writes what a user keeps, and where it finds what is kept (XDG Base Directory
/// Specification).
#[cfg(target_os = "linux")]
fn data_folders(runtime: &Path, user: &Path, others: Option<OsString>) -> [(&'static str, OsString); 2] {
    let mut dirs = user.as_os_str().to_owned();
    dirs.push(":");
    dirs.push(others.filter(|dirs| !dirs.is_empty()).unwrap_or_else(|| "/usr/local/share:/usr/share".into()));
    [("XDG_DATA_HOME", runtime.join("nl.terugblik.app").into()), ("XDG_DATA_DIRS", dirs)]
}

/// Starts it; where it does not start, says so to whoever started us from a terminal.
///
/// # Errors
/// When the program is not there or the system does not start it; that was said.
pub fn start(command: &mut Command, language: Language) -> io::Result<Child> {
    command.spawn().inspect_err(|error| tell::line(&refusal(language, command, error)))
}

/// Has it said on screen why nothing was opened, and waits until the person has read it. Where there
/// is no screen, a line on a terminal has said it.
pub fn say_refusal(language: Language) {
    let started = playing(Role::Refusal).and_then(|mut command| start(&mut command, language));
    if let Ok(mut child) = started {
        let _ = child.wait();
    }
}

fn refusal(language: Language, command: &Command, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        let file = command.get_program().to_string_lossy();
        say_with(language, Say::ProgramMissing, &[("file", &file)])
    } else {
        format!("{} ({error})", say(language, Say::RoleDoesNotStart))
    }
}

/// The system gives the path of a running program from its top, with links resolved on Linux. One
/// that was replaced meanwhile is found where it was, and so is what lies beside it.
fn path() -> io::Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name(format!("terugblik-window{}", env::consts::EXE_SUFFIX)))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_role_writes_no_list_of_files_where_the_user_keeps_things_and_finds_what_is_there() {
        let (runtime, user) = (Path::new("/run/user/7"), Path::new("/home/noor/.local/share"));
        let folders = |others: Option<&str>| data_folders(runtime, user, others.map(OsString::from));
        let home = ("XDG_DATA_HOME", "/run/user/7/nl.terugblik.app".into());
        let usual = ("XDG_DATA_DIRS", "/home/noor/.local/share:/usr/local/share:/usr/share".into());
        assert_eq!(folders(None), [home.clone(), usual.clone()]);
        assert_eq!(folders(Some("")), [home.clone(), usual]);
        let own = ("XDG_DATA_DIRS", "/home/noor/.local/share:/opt/share".into());
        assert_eq!(folders(Some("/opt/share")), [home, own]);
    }
}
