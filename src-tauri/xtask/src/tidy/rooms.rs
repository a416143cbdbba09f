//! Directions: which room may know which, and which room alone may know a library.

use super::{Finding, tree::Tree};
use crate::{house, json::Json};

/// A room and the rooms it may know.
struct Room {
    name: &'static str,
    knows: &'static [&'static str],
    knows_in_tests: &'static [&'static str],
}

const fn room(name: &'static str, knows: &'static [&'static str]) -> Room {
    Room { name, knows, knows_in_tests: &["testkit"] }
}

/// Every room. Nothing knows the two programs, and neither knows the other; `confine`, `handbook`,
/// `privacy`, `contract` and `overlap` know no room of ours; only tests know the testkit. A new room gets
/// its line here.
const ROOMS: &[Room] = &[
    room("terugblik", &["confine", "contract", "household", "payload", "vault"]),
    room(
        "terugblik-window",
        &[
            "confine",
            "contract",
            "handbook",
            "household",
            "journal",
            "overlap",
            "payload",
            "privacy",
            "vault",
        ],
    ),
    room("household", &["contract", "payload", "vault"]),
    room("payload", &["contract"]),
    room("journal", &["vault"]),
    room("vault", &[]),
    Room { name: "confine", knows: &[], knows_in_tests: &[] },
    Room { name: "handbook", knows: &[], knows_in_tests: &[] },
    Room { name: "privacy", knows: &[], knows_in_tests: &[] },
    Room { name: "contract", knows: &[], knows_in_tests: &[] },
    Room { name: "overlap", knows: &[], knows_in_tests: &[] },
    Room { name: "testkit", knows: &["vault", "journal"], knows_in_tests: &[] },
    Room { name: "xtask", knows: &[], knows_in_tests: &[] },
    room(
        "boundaries",
        &[
            "confine",
            "contract",
            "handbook",
            "household",
            "journal",
            "payload",
            "privacy",
            "vault",
            "testkit",
        ],
    ),
];

/// Dependencies between rooms follow the table, and only it.
pub(super) fn directions(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in tree.metadata.get("packages").items() {
        let name = package.get("name").text().unwrap_or_default();
        let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
            findings.push(at(tree, package, name, "a room without a line in the table of directions".into()));
            continue;
        };
        for dependency in package.get("dependencies").items() {
            let target = dependency.get("name").text().unwrap_or_default();
            let is_own = dependency.get("path").text().is_some();
            let is_for_tests = dependency.get("kind").text() == Some("dev");
            let is_known =
                room.knows.contains(&target) || is_for_tests && room.knows_in_tests.contains(&target);
            if is_own && !is_known {
                findings.push(at(tree, package, target, format!("`{name}` does not know `{target}`")));
            } else if name == "xtask" {
                findings.push(at(tree, package, target, "`xtask` has no dependency at all".into()));
            }
        }
    }
    findings
}

/// Libraries that only some rooms may know.
struct Keeper {
    of: &'static str,
    libraries: &'static [&'static str],
    rooms: &'static [&'static str],
    rooms_in_tests: &'static [&'static str],
}

const KEEPERS: &[Keeper] = &[
    Keeper {
        of: "ciphers",
        libraries: &[
            "aes",
            "aes-gcm",
            "argon2",
            "blake2",
            "blake3",
            "chacha20poly1305",
            "hkdf",
            "hmac",
            "md-5",
            "pbkdf2",
            "ring",
            "scrypt",
            "sha1",
            "sha2",
            "sha3",
        ],
        rooms: &["vault"],
        // The thief of the secrecy tests has our source and computes for himself; the handbook
        // keeps a digest of what each edition chose.
        rooms_in_tests: &["boundaries", "handbook"],
    },
    Keeper {
        of: "randomness",
        libraries: &["getrandom", "rand", "fastrand"],
        rooms: &["vault"],
        rooms_in_tests: &[],
    },
    Keeper {
        of: "SQL",
        libraries: &["rusqlite", "libsqlite3-sys", "sqlx", "diesel"],
        rooms: &["vault", "journal"],
        rooms_in_tests: &["boundaries"],
    },
    Keeper {
        of: "windows",
        libraries: &[
            "tauri",
            "tauri-build",
            "wry",
            "tao",
            "webkit2gtk",
            "webview2-com",
            "objc2-web-kit",
            "gtk",
            "rfd",
            "muda",
        ],
        rooms: &["terugblik-window"],
        // The hostile page of the isolation tests needs the same webview and nothing of the app.
        rooms_in_tests: &["boundaries"],
    },
    Keeper {
        of: "system calls",
        libraries: &["libc", "nix", "seccompiler", "windows-sys"],
        rooms: &["confine"],
        rooms_in_tests: &[],
    },
    Keeper {
        of: "JSON",
        libraries: &["serde_json"],
        rooms: &["contract", "household", "payload"],
        rooms_in_tests: &["boundaries"],
    },
    Keeper { of: "TypeScript", libraries: &["ts-rs"], rooms: &["contract"], rooms_in_tests: &[] },
    Keeper {
        of: "WebDriver",
        libraries: &["fantoccini", "thirtyfour", "tokio", "hyper", "hyper-util"],
        rooms: &[],
        rooms_in_tests: &["boundaries"],
    },
];

/// Each library stays with its keeper.
pub(super) fn keepers(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in tree.metadata.get("packages").items() {
        let name = package.get("name").text().unwrap_or_default();
        for dependency in package.get("dependencies").items() {
            let library = dependency.get("name").text().unwrap_or_default();
            let Some(keeper) = KEEPERS.iter().find(|keeper| keeper.libraries.contains(&library)) else {
                continue;
            };
            let is_for_tests = dependency.get("kind").text() == Some("dev") || name == "boundaries";
            let is_kept =
                keeper.rooms.contains(&name) || is_for_tests && keeper.rooms_in_tests.contains(&name);
            if !is_kept {
                let message = format!("`{library}`: `{name}` is no keeper of {}", keeper.of);
                findings.push(at(tree, package, library, message));
            }
        }
    }
    findings
}

/// A finding in a package's manifest, at the line that names something.
fn at(tree: &Tree, package: &Json, name: &str, message: String) -> Finding {
    let manifest = package.get("manifest_path").text().unwrap_or("Cargo.toml");
    let path = house::shown(manifest.as_ref());
    let line = tree.file(&path).and_then(|file| {
        let names =
            |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', ' ', '=']));
        file.text.lines().position(names)
    });
    Finding { path, line: line.map_or(1, |line| line + 1), message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caught(rule: fn(&Tree) -> Vec<Finding>, packages: &str) -> Vec<String> {
        let manifest = "[dependencies]\nserde.workspace = true\nsha2.workspace = true\n";
        let mut tree = Tree::specimen(&[("journal/Cargo.toml", manifest)]);
        tree.metadata = Json::parse(&format!("{{\"packages\":[{packages}]}}")).expect("well formed");
        rule(&tree).iter().map(ToString::to_string).collect()
    }

    fn package(name: &str, dependencies: &str) -> String {
        format!(r#"{{"name":"{name}","manifest_path":"{name}/Cargo.toml","dependencies":[{dependencies}]}}"#)
    }

    fn own(name: &str, kind: &str) -> String {
        format!(r#"{{"name":"{name}","kind":{kind},"path":"x"}}"#)
    }

    fn library(name: &str, kind: &str) -> String {
        format!(r#"{{"name":"{name}","kind":{kind},"source":"registry"}}"#)
    }

    #[test]
    fn a_room_that_knows_too_much_is_caught() {
        let found = caught(directions, &package("vault", &own("journal", "null")));
        assert_eq!(found, ["vault/Cargo.toml:1: `vault` does not know `journal`"]);
        assert_eq!(caught(directions, &package("handbook", &own("vault", "\"dev\""))).len(), 1);
        assert_eq!(caught(directions, &package("journal", &own("testkit", "null"))).len(), 1);
        assert_eq!(caught(directions, &package("boundaries", &own("terugblik", "null"))).len(), 1);
        assert_eq!(caught(directions, &package("terugblik", &own("terugblik-window", "null"))).len(), 1);
        assert_eq!(caught(directions, &package("xtask", &library("serde", "null"))).len(), 1);
        assert_eq!(caught(directions, &package("attic", "")).len(), 1);
    }

    #[test]
    fn the_directions_of_the_table_are_let_through() {
        let dependencies =
            [own("vault", "null"), own("testkit", "\"dev\""), library("chrono", "null")].join(",");
        assert_eq!(caught(directions, &package("journal", &dependencies)), Vec::<String>::new());
    }

    #[test]
    fn a_library_outside_its_room_is_caught_at_its_line() {
        let found = caught(keepers, &package("journal", &library("sha2", "null")));
        assert_eq!(found, ["journal/Cargo.toml:3: `sha2`: `journal` is no keeper of ciphers"]);
        assert_eq!(caught(keepers, &package("journal", &library("sha2", "\"dev\""))).len(), 1);
        assert_eq!(caught(keepers, &package("terugblik", &library("rusqlite", "null"))).len(), 1);
        assert_eq!(caught(keepers, &package("terugblik", &library("tauri", "null"))).len(), 1);
        assert_eq!(caught(keepers, &package("contract", &library("tauri", "\"build\""))).len(), 1);
        assert_eq!(caught(keepers, &package("vault", &library("serde_json", "null"))).len(), 1);
    }

    #[test]
    fn a_library_in_its_room_is_let_through() {
        for (room, name) in [("vault", "sha2"), ("journal", "rusqlite"), ("boundaries", "fantoccini")] {
            assert_eq!(caught(keepers, &package(room, &library(name, "null"))), Vec::<String>::new());
        }
    }
}
