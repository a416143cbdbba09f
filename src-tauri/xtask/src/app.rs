//! Building the app.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    Done, house,
    json::Json,
    run::{cargo, read},
};

/// The programs that the app is made of: what a person starts, and beside it what plays the roles.
/// Each is the one binary of a package of its name.
pub(crate) const PROGRAMS: [&str; 2] = ["terugblik", "terugblik-window"];

/// Selects the app's packages and nothing else.
pub(crate) const ALONE: [&str; 4] = ["--package", "terugblik", "--package", "terugblik-window"];

/// The features that make both programs drivable, as `--features` takes them.
pub(crate) const DRIVABLE: &str = "terugblik/automation,terugblik-window/automation";

/// Stands in a binary that tests can drive, and only there: both programs have it behind the
/// feature `automation`, so that its presence in a file tells the two apart.
pub(crate) const AUTOMATION_MARK: &[u8] = b"TERUGBLIK-AUTOMATION-BUILD";

/// Builds the app and answers where the program lies that a person starts; the other lies beside it.
///
/// The arguments go to `cargo build`. Cargo is asked for the path, because the target folder is
/// the person's to choose. Where `--workspace` is among them, dependencies get the features that
/// they have in the tests, and are not compiled again for `cargo verify`.
///
/// # Errors
/// When it does not compile.
pub(crate) fn build(arguments: &[&str]) -> Done<PathBuf> {
    println!("   $ cargo build {}", arguments.join(" "));
    let mut command = cargo(["build", "--message-format=json-render-diagnostics"]);
    command.args(PROGRAMS.iter().flat_map(|program| ["--bin", program])).args(arguments);
    let messages = read(&mut command)?;
    let mut built = Vec::new();
    for program in PROGRAMS {
        built.push(executable(&messages, program).ok_or_else(|| format!("cargo built no `{program}`"))?);
    }
    let parent = built.swap_remove(0);
    match programs(&parent).into_iter().find(|path| !path.is_file()) {
        Some(absent) => Err(format!("{} is not where the app looks for it", absent.display())),
        None => Ok(parent),
    }
}

fn executable(messages: &str, program: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter(|line| line.contains("\"executable\":\""))
        .filter_map(|line| Json::parse(line).ok())
        .filter(|message| message.get("target").get("name").text() == Some(program))
        .find_map(|message| message.get("executable").text().map(PathBuf::from))
}

/// Both programs of an app, of which one was built or kept here.
pub(crate) fn programs(parent: &Path) -> [PathBuf; 2] {
    PROGRAMS.map(|program| parent.with_file_name(format!("{program}{}", env::consts::EXE_SUFFIX)))
}

/// Copies a built app into a folder where the next build does not overwrite it, for the app as it
/// ships and the app that can be driven have the same names. That the mark is in the one and not in
/// the other shows that `cargo xtask package` would see it.
///
/// # Errors
/// When the mark is not where it belongs, or the copy cannot be made.
pub(crate) fn keep(built: &Path, folder: &Path, drivable: bool) -> Done<PathBuf> {
    for program in programs(built) {
        let bytes = fs::read(&program).map_err(|error| format!("{}: {error}", program.display()))?;
        if is_drivable(&bytes) != drivable {
            let shown = program.display();
            return Err(format!("{shown}: the mark of an automation build is not where it belongs"));
        }
    }
    let kept = folder.join(built.file_name().unwrap_or_default());
    for (program, kept) in programs(built).iter().zip(programs(&kept)) {
        fs::create_dir_all(folder)
            .and_then(|()| fs::copy(program, &kept))
            .map_err(|error| format!("{}: {error}", house::shown(&kept)))?;
    }
    Ok(kept)
}

/// Whether a binary holds [`AUTOMATION_MARK`].
pub(crate) fn is_drivable(binary: &[u8]) -> bool {
    holds(binary, AUTOMATION_MARK)
}

/// What else only a drivable binary holds: the names of what tests tell it through its environment,
/// and the files in which that stands, which the compiler notes for panics.
const TRACES_OF_AUTOMATION: [&str; 2] = ["TERUGBLIK_AUTOMATION", "src/automation.rs"];

/// Something in a binary that shows that tests can drive it, or could once.
pub(crate) fn trace_of_automation(binary: &[u8]) -> Option<&'static str> {
    let mark = is_drivable(binary).then_some("TERUGBLIK-AUTOMATION-BUILD");
    mark.or_else(|| TRACES_OF_AUTOMATION.into_iter().find(|trace| holds(binary, trace.as_bytes())))
}

fn holds(binary: &[u8], bytes: &[u8]) -> bool {
    binary.windows(bytes.len()).any(|window| window == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_comes_from_cargo() {
        let messages = concat!(
            "{\"reason\":\"compiler-artifact\",\"target\":{\"name\":\"vault\"},\"executable\":null}\n",
            "{\"reason\":\"compiler-artifact\",\"target\":{\"name\":\"terugblik\"},\"executable\":\"x/debug/terugblik\"}\n",
            "{\"reason\":\"build-finished\",\"success\":true}\n",
        );
        assert_eq!(executable(messages, "terugblik"), Some(PathBuf::from("x/debug/terugblik")));
        assert_eq!(executable(messages, "terugblik-window"), None);
    }

    #[test]
    fn a_build_is_kept_only_as_what_it_is_and_whole() {
        let folder = env::temp_dir().join(format!("terugblik-kept-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let [built, window] = programs(&folder.join("terugblik"));
        let kept = folder.join("kept");
        fs::write(&built, AUTOMATION_MARK).expect("a file");
        assert!(keep(&built, &kept, true).is_err(), "one program is no app");
        fs::write(&window, "no mark").expect("a file");
        assert!(keep(&built, &kept, false).is_err() && keep(&built, &kept, true).is_err(), "half an app");
        assert!(!kept.exists());
        fs::write(&window, AUTOMATION_MARK).expect("a file");
        let app = keep(&built, &kept, true).expect("both can be driven");
        for program in programs(&app) {
            assert_eq!(fs::read(program).expect("the copy"), AUTOMATION_MARK);
        }
        fs::remove_dir_all(folder).expect("the folder goes");
    }

    #[test]
    fn the_mark_is_found_anywhere_and_only_whole() {
        let mut binary = vec![0_u8; 1000];
        assert!(!is_drivable(&binary));
        binary.splice(500..500, AUTOMATION_MARK[..20].iter().copied());
        assert!(!is_drivable(&binary));
        assert_eq!(trace_of_automation(&binary), None);
        let mut once = binary.clone();
        once.extend(b"/src/automation.rs");
        assert_eq!(trace_of_automation(&once), Some("src/automation.rs"));
        binary.extend(AUTOMATION_MARK);
        assert!(is_drivable(&binary));
        assert_eq!(trace_of_automation(&binary).map(str::as_bytes), Some(AUTOMATION_MARK));
    }
}
