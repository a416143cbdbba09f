//! The committed TypeScript is what the types say today.

use std::{env, fs, path::Path};

#[test]
fn committed_typescript_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/backend/contract.ts");
    let fresh = contract::typescript();
    if env::var_os("TERUGBLIK_CODEGEN").is_some() {
        fs::create_dir_all(path.parent().expect("the file has a folder")).expect("folder can be made");
        fs::write(&path, &fresh).expect("file can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == fresh, "ui/src/backend/contract.ts is stale: run `cargo xtask codegen`");
}

#[test]
fn every_command_has_one_name_and_one_table() {
    let mut names: Vec<_> = [contract::KEYS, contract::JOURNAL, contract::WALK_THROUGH]
        .into_iter()
        .flatten()
        .map(|line| line.name)
        .collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "a command name stands in two tables");
}

#[test]
fn a_passphrase_never_prints() {
    let request = contract::Unlock {
        passphrase: contract::Hidden::new("correct paard batterij".into()),
        to_read: false,
    };
    assert!(!format!("{request:?}").contains("paard"));
}
