//! Whether the disk under a folder is encrypted, where that can be read without rights.

use std::path::Path;

use contract::DiskEncryption;

/// Looks at the block devices under a folder: a device-mapper device whose id begins with
/// `CRYPT-` is LUKS or its like (`Documentation/admin-guide/device-mapper/dm-crypt.rst` of Linux
/// and `cryptsetup`'s own naming).
#[cfg(target_os = "linux")]
pub fn encryption(folder: &Path) -> DiskEncryption {
    linux::encryption(folder, Path::new("/sys"))
}

/// `fdesetup status` answers without rights. Untested.
#[cfg(target_os = "macos")]
pub fn encryption(_folder: &Path) -> DiskEncryption {
    match std::process::Command::new("/usr/bin/fdesetup").arg("isactive").status() {
        Ok(status) if status.success() => DiskEncryption::Encrypted,
        Ok(_) => DiskEncryption::NotEncrypted,
        Err(_) => DiskEncryption::Unknown,
    }
}

/// BitLocker's state cannot be read without administrator's rights.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub fn encryption(_folder: &Path) -> DiskEncryption {
    DiskEncryption::Unknown
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{
        fs,
        os::unix::fs::MetadataExt as _,
        path::{Path, PathBuf},
    };

    use contract::DiskEncryption;

    /// No stack of devices is deeper in practice; a loop in a broken `/sys` must end.
    const DEEPEST: u8 = 8;

    pub(super) fn encryption(folder: &Path, sys: &Path) -> DiskEncryption {
        let Ok(device) = fs::metadata(folder).map(|metadata| metadata.dev()) else {
            return DiskEncryption::Unknown;
        };
        let (major, minor) = (rustix::fs::major(device), rustix::fs::minor(device));
        // btrfs, overlay and network folders have a device number that no block device has.
        let path = sys.join(format!("dev/block/{major}:{minor}"));
        if !path.exists() {
            return DiskEncryption::Unknown;
        }
        if is_encrypted(&path, DEEPEST) { DiskEncryption::Encrypted } else { DiskEncryption::NotEncrypted }
    }

    /// A device is encrypted when it is, or when all that it lies on is.
    pub(super) fn is_encrypted(device: &Path, depth: u8) -> bool {
        if fs::read_to_string(device.join("dm/uuid")).is_ok_and(|id| id.starts_with("CRYPT-")) {
            return true;
        }
        if depth == 0 {
            return false;
        }
        let below: Vec<PathBuf> = match fs::read_dir(device.join("slaves")) {
            Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
            Err(_) => Vec::new(),
        };
        !below.is_empty() && below.iter().all(|device| is_encrypted(device, depth - 1))
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        fn device(sys: &Path, name: &str, id: Option<&str>, below: &[&str]) -> PathBuf {
            let path = sys.join(name);
            fs::create_dir_all(path.join("slaves")).expect("a folder");
            if let Some(id) = id {
                fs::create_dir_all(path.join("dm")).expect("a folder");
                fs::write(path.join("dm/uuid"), id).expect("a file");
            }
            for name in below {
                std::os::unix::fs::symlink(sys.join(name), path.join("slaves").join(name)).expect("a link");
            }
            path
        }

        #[test]
        fn a_volume_on_an_encrypted_disk_is_encrypted() {
            let sys = tempfile::tempdir().expect("a temporary folder");
            device(sys.path(), "sda3", None, &[]);
            device(sys.path(), "dm-0", Some("CRYPT-LUKS2-0f1e-luks"), &["sda3"]);
            let volume = device(sys.path(), "dm-1", Some("LVM-abc"), &["dm-0"]);
            assert!(is_encrypted(&volume, DEEPEST));
        }

        #[test]
        fn a_volume_that_lies_partly_on_a_plain_disk_is_not() {
            let sys = tempfile::tempdir().expect("a temporary folder");
            device(sys.path(), "sda3", None, &[]);
            device(sys.path(), "dm-0", Some("CRYPT-LUKS2-0f1e-luks"), &[]);
            let volume = device(sys.path(), "dm-1", Some("LVM-abc"), &["dm-0", "sda3"]);
            assert!(!is_encrypted(&volume, DEEPEST));
        }

        #[test]
        fn a_plain_disk_is_not() {
            let sys = tempfile::tempdir().expect("a temporary folder");
            assert!(!is_encrypted(&device(sys.path(), "sda3", None, &[]), DEEPEST));
        }

        #[test]
        fn what_cannot_be_read_is_unknown() {
            let sys = tempfile::tempdir().expect("a temporary folder");
            assert_eq!(encryption(sys.path(), sys.path()), DiskEncryption::Unknown);
        }
    }
}
