//! The second place: where it is, whether it is there now, and what a person should know of it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::create_folder;
use super::found::AT_SECOND_PLACE;
use crate::folder::Folder;
use crate::{VaultError, files};

/// Whether there is a second place and whether it can be reached now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecondPlace {
    /// None was chosen.
    None,
    /// One was chosen and is not there: a stick that lies in a drawer.
    Absent {
        /// What was chosen.
        path: PathBuf,
    },
    /// It is there.
    There {
        /// What was chosen.
        path: PathBuf,
    },
}

/// What a person should know before choosing a folder as second place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceWarning {
    /// Nothing speaks against it that a program can see.
    Fine,
    /// A service copies what is in it to another's computers.
    Synced {
        /// The name of the service.
        service: &'static str,
    },
    /// It lies on another computer.
    Network,
    /// It lies on the same disk as the journal, and would be lost with it.
    SameDisk,
    /// Nothing can be written in it.
    NotWritable,
}

/// What the file says.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Chosen {
    path: PathBuf,
}

/// The longest path of any system is 32,767 characters.
const LONGEST: u64 = 256 * 1024;

impl Folder {
    /// Where the second place is. A file that does not read well says none.
    ///
    /// Our folder in it was made when it was chosen, so it is there only when that folder is: the
    /// empty folder in which a stick appears is not the stick.
    #[must_use]
    pub fn second_place(&self) -> SecondPlace {
        let Some(path) = self.chosen().filter(|path| path.is_absolute()) else {
            return SecondPlace::None;
        };
        if path.join(AT_SECOND_PLACE).is_dir() {
            SecondPlace::There { path }
        } else {
            SecondPlace::Absent { path }
        }
    }

    /// Chooses a second place, or none; makes our folder in it. Backups at a former one stay there.
    ///
    /// # Errors
    /// [`VaultError::PlaceGone`] when it is no folder; [`VaultError::PlaceNotWritable`] when nothing
    /// can be written in it, or its path is one that cannot be kept as text;
    /// [`VaultError::DiskFull`], [`VaultError::FolderNotWritable`], [`VaultError::Io`].
    pub fn set_second_place(&self, place: Option<&Path>) -> Result<(), VaultError> {
        let Some(place) = place else {
            files::remove_if_there(&self.second_place_file())?;
            files::sync_folder_of(&self.second_place_file())?;
            return Ok(());
        };
        let path = fs::canonicalize(place).map_err(|_| VaultError::PlaceGone)?;
        if !path.is_dir() {
            return Err(VaultError::PlaceGone);
        }
        let shelf = path.join(AT_SECOND_PLACE);
        if !shelf.is_dir() {
            create_folder(&shelf).map_err(not_writable)?;
        }
        Folder::within(shelf).probe().map_err(|_| VaultError::PlaceNotWritable)?;
        let text = toml::to_string(&Chosen { path }).map_err(|_| VaultError::PlaceNotWritable)?;
        files::write_atomically(&self.second_place_file(), text.as_bytes())?;
        Ok(())
    }

    fn chosen(&self) -> Option<PathBuf> {
        // One bad moment of the disk must not make a place unchosen: a former secret would live on there.
        let read = || files::read_bounded(&self.second_place_file(), LONGEST);
        let bytes = read().or_else(|_| read()).ok()??;
        let chosen: Chosen = toml::from_str(std::str::from_utf8(&bytes).ok()?).ok()?;
        Some(chosen.path)
    }
}

/// Looks at a folder that a person thinks of as second place. Leaves nothing in it.
///
/// What it cannot see: a service whose folder has an ordinary name and no mark, a network disk that
/// the system shows as its own, two partitions of one disk. Outside Linux it goes by names and marks
/// alone, and takes no disk for a network's.
#[must_use]
pub fn judge_place(data_folder: &Path, place: &Path) -> PlaceWarning {
    let Ok(path) = fs::canonicalize(place) else {
        return PlaceWarning::NotWritable;
    };
    if !path.is_dir() || Folder::within(path.clone()).probe().is_err() {
        return PlaceWarning::NotWritable;
    }
    if let Some(service) = service(&path).or_else(|| service(place)) {
        return PlaceWarning::Synced { service };
    }
    if disk::is_network(&path) {
        return PlaceWarning::Network;
    }
    if disk::is_same(data_folder, &path) { PlaceWarning::SameDisk } else { PlaceWarning::Fine }
}

/// How a path shows that a service copies it: a name of a folder, or what a name begins with before
/// a separator ("OneDrive - Gemeente Terneuzen").
const NAMES: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mijn drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("icloud", "iCloud"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("pcloud", "pCloud"),
    ("pcloud drive", "pCloud"),
    ("pclouddrive", "pCloud"),
    ("pcloud sync", "pCloud"),
    ("syncthing", "Syncthing"),
    ("mega", "MEGA"),
    ("megasync", "MEGA"),
    ("box sync", "Box"),
    ("proton drive", "Proton Drive"),
    ("protondrive", "Proton Drive"),
    ("surfdrive", "SURFdrive"),
    ("stackstorage", "STACK"),
    ("synologydrive", "Synology Drive"),
    ("seafile", "Seafile"),
    ("tresorit", "Tresorit"),
];

/// What a service leaves in the topmost folder that it copies: the whole name of a file or folder, or
/// its beginning and its end.
const MARKS: &[(&str, &str, &str)] = &[
    (".dropbox", "", "Dropbox"),
    (".dropbox.cache", "", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "", "OneDrive"),
    (".tmp.drivedownload", "", "Google Drive"),
    (".tmp.driveupload", "", "Google Drive"),
    (".nextcloudsync.log", "", "Nextcloud"),
    (".owncloudsync.log", "", "ownCloud"),
    (".csync_journal.db", "", "ownCloud"),
    (".sync_", ".db", "Nextcloud"),
    ("._sync_", ".db", "Nextcloud"),
    (".stfolder", "", "Syncthing"),
    (".SynologyWorkingDirectory", "", "Synology Drive"),
    (".seafile-data", "", "Seafile"),
];

/// How many names of a folder are looked at for marks.
const MOST_NAMES: usize = 2000;

fn service(path: &Path) -> Option<&'static str> {
    let by_name = path.components().filter_map(|part| part.as_os_str().to_str()).find_map(|part| {
        let part = part.to_lowercase();
        NAMES.iter().find(|(name, _)| part.strip_prefix(name).is_some_and(ends_a_name))
    });
    by_name.map(|(_, service)| *service).or_else(|| path.ancestors().find_map(mark))
}

/// Whether what follows a name leaves it that name: nothing, " - Gemeente", " (Personal)", "-mail@".
fn ends_a_name(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('-') || rest.starts_with(" -") || rest.starts_with(" (")
}

fn mark(folder: &Path) -> Option<&'static str> {
    let names = fs::read_dir(folder)
        .ok()?
        .take(MOST_NAMES)
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut services = names.filter_map(|name| {
        MARKS.iter().find(|(begins, ends, _)| {
            name == format!("{begins}{ends}")
                || !ends.is_empty() && name.starts_with(begins) && name.ends_with(ends)
        })
    });
    services.next().map(|(_, _, service)| *service)
}

fn not_writable(error: std::io::Error) -> VaultError {
    if VaultError::from(error) == VaultError::DiskFull {
        VaultError::DiskFull
    } else {
        VaultError::PlaceNotWritable
    }
}

#[cfg(target_os = "linux")]
mod disk {
    //! What the kernel says of the disk under a path.

    use std::fs;
    use std::os::unix::fs::MetadataExt;
    use std::path::Path;

    /// File systems of other computers: the number that `statfs` gives. From `linux/magic.h` and the
    /// sources of each.
    const NETWORKS: &[u32] = &[
        0x6969,      // NFS
        0x517b,      // SMB, former
        0xff53_4d42, // CIFS
        0xfe53_4d42, // SMB 2 and later
        0x5346_414f, // AFS
        0x6b41_4653, // AFS in the kernel
        0x7375_7245, // Coda
        0x564c,      // NCP
        0x0102_1997, // 9P
        0x00c3_6400, // Ceph
        0x0161_1970, // GFS2
        0x7461_636f, // OCFS2
        0x0bd0_0bd0, // Lustre
    ];

    /// File systems that a program shows, whatever lies behind it.
    const FUSE: u32 = 0x6573_5546;

    /// Those of them that show a disk of this computer.
    const LOCAL_FUSE: &[&str] = &[
        "fuseblk",
        "fuse.exfat",
        "fuse.ntfs",
        "fuse.ntfs-3g",
        "fuse.gocryptfs",
        "fuse.cryfs",
        "fuse.encfs",
        "fuse.veracrypt",
    ];

    pub(super) fn is_network(path: &Path) -> bool {
        let Ok(found) = rustix::fs::statfs(path) else {
            return false;
        };
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the number has 32 bits; on some machines the kernel gives it in a wider type with a sign"
        )]
        let kind = found.f_type as u32;
        NETWORKS.contains(&kind) || kind == FUSE && !is_local_fuse(path)
    }

    pub(super) fn is_same(one: &Path, other: &Path) -> bool {
        match (fs::metadata(one), fs::metadata(other)) {
            (Ok(one), Ok(other)) => one.dev() == other.dev(),
            _ => false,
        }
    }

    fn is_local_fuse(path: &Path) -> bool {
        let Ok(metadata) = fs::metadata(path) else {
            return false;
        };
        let device = metadata.dev();
        let device = format!("{}:{}", rustix::fs::major(device), rustix::fs::minor(device));
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        kind_of(&mounts, &device).is_some_and(|kind| LOCAL_FUSE.contains(&kind))
    }

    /// The type of the file system on a device. <https://docs.kernel.org/filesystems/proc.html>
    fn kind_of<'a>(mounts: &'a str, device: &str) -> Option<&'a str> {
        mounts.lines().find_map(|line| {
            let (front, back) = line.split_once(" - ")?;
            (front.split(' ').nth(2)? == device).then(|| back.split(' ').next())?
        })
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_kind_of_a_mount_is_found_by_its_device() {
            let mounts = "22 27 0:21 / /proc rw,relatime - proc proc rw\n\
                          91 27 8:17 / /media/stick rw shared:1 master:2 - fuseblk /dev/sdb1 rw\n\
                          92 27 0:55 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw\n";
            assert_eq!(kind_of(mounts, "8:17"), Some("fuseblk"));
            assert_eq!(kind_of(mounts, "0:55"), Some("fuse.gvfsd-fuse"));
            assert_eq!(kind_of(mounts, "0:5"), None);
        }

        #[test]
        fn this_disk_is_no_network() {
            assert!(!is_network(&std::env::temp_dir()));
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod disk {
    //! Which disk lies under a path is not asked here: names and marks must do.

    use std::path::Path;

    pub(super) fn is_network(_: &Path) -> bool {
        false
    }

    pub(super) fn is_same(_: &Path, _: &Path) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_services_are_known_by_their_names() {
        let cases = [
            ("/data/j/OneDrive/reserve", Some("OneDrive")),
            ("/data/j/OneDrive - Gemeente Terneuzen/Documenten", Some("OneDrive")),
            ("/data/j/Library/CloudStorage/OneDrive-Gemeente/x", Some("OneDrive")),
            ("/data/j/Library/CloudStorage/GoogleDrive-j@example.org/My Drive", Some("Google Drive")),
            ("/data/j/Dropbox (Persoonlijk)/x", Some("Dropbox")),
            ("/data/j/Nextcloud", Some("Nextcloud")),
            ("/data/j/ownCloud/a/b", Some("ownCloud")),
            ("/data/j/Library/Mobile Documents/com~apple~CloudDocs/x", Some("iCloud")),
            ("/data/j/pCloudDrive/x", Some("pCloud")),
            ("/data/j/Syncthing", Some("Syncthing")),
            ("/data/j/Documenten/onedriver", None),
            ("/data/j/omega/mega-lijst.d/x", Some("MEGA")),
            ("/mnt/STICK/Terugblik", None),
            ("/data/j/Meganzorg", None),
        ];
        for (path, expected) in cases {
            assert_eq!(service(Path::new(path)), expected, "{path}");
        }
    }

    #[test]
    fn and_by_what_they_leave_behind() {
        let cases = [
            (".dropbox.cache", Some("Dropbox")),
            (".stfolder", Some("Syncthing")),
            (".sync_1a2b3c.db", Some("Nextcloud")),
            (".sync_1a2b3c.db-wal", None),
            ("sync.db", None),
        ];
        for (name, expected) in cases {
            let directory = tempfile::tempdir().expect("a temporary folder can be made");
            fs::write(directory.path().join(name), "").expect("it can be written");
            let deep = directory.path().join("a/b");
            fs::create_dir_all(&deep).expect("it can be made");
            assert_eq!(service(&deep), expected, "{name}");
        }
    }
}
