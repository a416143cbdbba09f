//! The disk image of macOS. Written for it, never tried; it is signed by nobody.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{Made, VERSION, copyright, tree};
use crate::{Done, house, run::run};

/// Makes `Terugblik.app` and the image that holds it. Both programs lie in `Contents/MacOS`, for the
/// one looks for the other beside itself.
///
/// # Errors
/// When a tool of macOS refuses.
pub(super) fn make(folder: &Path, programs: &[PathBuf; 2]) -> Done<Made> {
    let staged = folder.join("tree");
    if staged.exists() {
        fs::remove_dir_all(&staged).map_err(|error| tree::at(&staged, &error))?;
    }
    let contents = staged.join("Terugblik.app/Contents");
    let [beside, resources] = ["MacOS", "Resources"].map(|name| contents.join(name));
    for folder in [&beside, &resources] {
        fs::create_dir_all(folder).map_err(|error| tree::at(folder, &error))?;
    }
    for program in programs {
        let place = beside.join(program.file_name().unwrap_or_default());
        fs::copy(program, &place).map_err(|error| tree::at(&place, &error))?;
    }
    let about = house::root().join("assets/macos/Info.plist");
    let about = fs::read_to_string(&about).map_err(|error| tree::at(&about, &error))?;
    write(&contents.join("Info.plist"), &about.replace("{version}", VERSION))?;
    write(&resources.join("copyright.txt"), &copyright::text()?)?;
    let mut icon = Command::new("sips");
    icon.args(["-s", "format", "icns"]).arg(house::root().join("assets/icons/terugblik.png"));
    run(icon.arg("--out").arg(resources.join("terugblik.icns")))?;
    // Signed by nobody, but whole: Apple's processors start nothing without.
    run(Command::new("codesign")
        .args(["--force", "--deep", "--sign", "-"])
        .arg(staged.join("Terugblik.app")))?;
    let installer = folder.join(format!("terugblik_{VERSION}_{}.dmg", std::env::consts::ARCH));
    let mut image = Command::new("hdiutil");
    image.args(["create", "-ov", "-format", "UDZO", "-volname", "Terugblik", "-srcfolder"]);
    run(image.arg(&staged).arg(&installer))?;
    Ok(Made::of_one(&programs[0], staged, installer))
}

fn write(path: &Path, text: &str) -> Done {
    fs::write(path, text).map_err(|error| tree::at(path, &error))
}
