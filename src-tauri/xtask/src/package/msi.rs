//! The installer of Windows. Written for it, never tried.
//!
//! With WiX itself (`dotnet tool install --global wix --version 5.0.2`) and its extension for the
//! firewall (`wix extension add --global WixToolset.Firewall.wixext/5.0.2`), and not by way of Tauri's
//! bundler: that takes one program for the app and would start the wrong one of our two, and it
//! downloads WiX at its own time. What an .msi holds stands in `assets/windows/terugblik.wxs`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{Made, VERSION, copyright, tree};
use crate::{Done, house, run::run};

/// Makes the .msi.
///
/// # Errors
/// When WiX is not there or refuses.
pub(super) fn make(folder: &Path, programs: &[PathBuf; 2]) -> Done<Made> {
    let architecture = if env::consts::ARCH == "aarch64" { "arm64" } else { "x64" };
    let staged = folder.join("tree");
    let bin = staged.join("usr/bin");
    fs::create_dir_all(&bin).map_err(|error| tree::at(&bin, &error))?;
    for program in programs {
        let place = bin.join(program.file_name().unwrap_or_default());
        fs::copy(program, &place).map_err(|error| tree::at(&place, &error))?;
    }
    let licences = bin.join("copyright.txt");
    fs::write(&licences, copyright::text()?).map_err(|error| tree::at(&licences, &error))?;
    let installer = folder.join(format!("terugblik_{VERSION}_{architecture}.msi"));
    let mut wix = Command::new("wix");
    wix.args(["build", "-arch", architecture, "-d", &format!("Version={VERSION}")]);
    wix.args(["-ext", "WixToolset.Firewall.wixext"]);
    wix.arg("-bindpath").arg(format!("staged={}", bin.display()));
    wix.arg("-bindpath").arg(format!("icons={}", house::root().join("assets/icons").display()));
    run(wix.arg("-out").arg(&installer).arg(house::root().join("assets/windows/terugblik.wxs")))?;
    Ok(Made::of_one(&programs[0], staged, installer))
}
