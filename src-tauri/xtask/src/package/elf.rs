//! What `readelf` tells of a program.

use std::{path::Path, process::Command};

use crate::{Done, run::read};

/// The libraries that a program asks its system for.
///
/// # Errors
/// When it is no program of Linux.
pub(super) fn needed(program: &Path) -> Done<Vec<String>> {
    Ok(needed_in(&readelf(program, "--dynamic")?))
}

/// The functions and values that a program takes from libraries, without their versions.
///
/// # Errors
/// When it is no program of Linux.
pub(super) fn imported(program: &Path) -> Done<Vec<String>> {
    Ok(imported_in(&readelf(program, "--dyn-syms")?))
}

/// The newest version of the C library whose functions a program takes, as `(2, 34)`.
///
/// # Errors
/// When it is no program of Linux.
pub(super) fn newest_glibc(program: &Path) -> Done<(u32, u32)> {
    Ok(newest_glibc_in(&readelf(program, "--version-info")?))
}

fn readelf(program: &Path, what: &str) -> Done<String> {
    read(Command::new("readelf").args(["--wide", what]).arg(program).env("LC_ALL", "C"))
}

fn needed_in(listing: &str) -> Vec<String> {
    let lines = listing.lines().filter(|line| line.contains("(NEEDED)"));
    lines.filter_map(|line| Some(line.split_once('[')?.1.split(']').next()?.to_string())).collect()
}

fn imported_in(listing: &str) -> Vec<String> {
    let name = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (section, name) = (words.get(6)?, words.get(7)?);
        let name = name.split('@').next().filter(|name| !name.is_empty())?;
        (*section == "UND").then(|| name.to_string())
    };
    listing.lines().filter_map(name).collect()
}

fn newest_glibc_in(listing: &str) -> (u32, u32) {
    let version = |word: &str| {
        let mut parts = word.split('.');
        Some((parts.next()?.parse().ok()?, parts.next().unwrap_or("0").parse().ok()?))
    };
    let words = listing.split_whitespace().filter_map(|word| word.strip_prefix("GLIBC_"));
    words.filter_map(version).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readelf_prints_is_read() {
        let listing = " 0x0000000000000001 (NEEDED)  Shared library: [libgtk-3.so.0]\n 0x000000000000001e (FLAGS)  BIND_NOW\n";
        assert_eq!(needed_in(listing), ["libgtk-3.so.0"]);
        let listing = "   Num:    Value          Size Type    Bind   Vis      Ndx Name\n     \
            0: 0000000000000000     0 NOTYPE  LOCAL  DEFAULT  UND \n     \
            1: 0000000000000000     0 FUNC    GLOBAL DEFAULT  UND connect@GLIBC_2.2.5 (2)\n    \
            12: 000000000007d4b0   123 FUNC    GLOBAL DEFAULT   15 main\n";
        assert_eq!(imported_in(listing), ["connect"]);
        let listing = "0x0010: Name: GLIBC_2.9  Flags: none\n 0x0020: Name: GLIBC_2.34 Flags\n GLIBC_PRIVATE";
        assert_eq!(newest_glibc_in(listing), (2, 34));
    }
}
