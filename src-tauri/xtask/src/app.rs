//! Building the app.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    Done, house,
    json::Json,
    run::{cargo, read},
};

/// Stands in a binary that tests can drive, and only there: the shell has it behind the feature
/// `automation`, so that its presence in a file tells the two apart.
pub(crate) const AUTOMATION_MARK: &[u8] = b"TERUGBLIK-AUTOMATION-BUILD";

/// Builds the app and answers where it is.
///
/// The arguments go to `cargo build`. Cargo is asked for the path, because the target folder is
/// the person's to choose. Where `--workspace` is among them, dependencies get the features that
/// they have in the tests, and are not compiled again for `cargo verify`.
///
/// # Errors
/// When it does not compile.
pub(crate) fn build(arguments: &[&str]) -> Done<PathBuf> {
    println!("   $ cargo build {}", arguments.join(" "));
    let messages = read(
        cargo(["build", "--bin", "terugblik", "--message-format=json-render-diagnostics"]).args(arguments),
    )?;
    executable(&messages).ok_or_else(|| "cargo built no `terugblik`".into())
}

fn executable(messages: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter(|line| line.contains("\"executable\":\""))
        .filter_map(|line| Json::parse(line).ok())
        .filter(|message| message.get("target").get("name").text() == Some("terugblik"))
        .find_map(|message| message.get("executable").text().map(PathBuf::from))
}

/// Copies a built app to where the next build does not overwrite it, for the app as it ships and
/// the app that can be driven have the same name. That the mark is in the one and not in the other
/// shows that `cargo xtask package` would see it.
///
/// # Errors
/// When the mark is not where it belongs, or the copy cannot be made.
pub(crate) fn keep(built: &Path, kept: PathBuf, drivable: bool) -> Done<PathBuf> {
    let bytes = fs::read(built).map_err(|error| format!("{}: {error}", built.display()))?;
    if is_drivable(&bytes) != drivable {
        return Err(format!("{}: the mark of an automation build is not where it belongs", kept.display()));
    }
    let folder = kept.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)
        .and_then(|()| fs::copy(built, &kept))
        .map_err(|error| format!("{}: {error}", house::shown(&kept)))?;
    Ok(kept)
}

/// Whether a binary holds [`AUTOMATION_MARK`].
pub(crate) fn is_drivable(binary: &[u8]) -> bool {
    binary.windows(AUTOMATION_MARK.len()).any(|bytes| bytes == AUTOMATION_MARK)
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
        assert_eq!(executable(messages), Some(PathBuf::from("x/debug/terugblik")));
        assert_eq!(executable("{\"reason\":\"build-finished\"}\n"), None);
    }

    #[test]
    fn a_build_is_kept_only_as_what_it_is() {
        let folder = std::env::temp_dir().join(format!("terugblik-kept-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let built = folder.join("terugblik");
        fs::write(&built, AUTOMATION_MARK).expect("a file");
        let kept = folder.join("kept/terugblik");
        assert!(keep(&built, kept.clone(), false).is_err() && !kept.exists());
        assert_eq!(keep(&built, kept.clone(), true), Ok(kept.clone()));
        assert_eq!(fs::read(kept).expect("the copy"), AUTOMATION_MARK);
        fs::remove_dir_all(folder).expect("the folder goes");
    }

    #[test]
    fn the_mark_is_found_anywhere_and_only_whole() {
        let mut binary = vec![0_u8; 1000];
        assert!(!is_drivable(&binary));
        binary.splice(500..500, AUTOMATION_MARK[..20].iter().copied());
        assert!(!is_drivable(&binary));
        binary.extend(AUTOMATION_MARK);
        assert!(is_drivable(&binary));
    }
}
