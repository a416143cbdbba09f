//! Rights of windows: one capability file per role, and in it one line per command of its table.

use super::{
    Finding,
    tree::{File, Tree},
};
use crate::json::Json;

const TABLES: &str = "src-tauri/crates/contract/src/table.rs";
const FOLDER: &str = "src-tauri/capabilities/";

/// Each role's windows may call its own commands, all of them, and nothing else.
pub(super) fn capabilities(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file(TABLES) else { return Vec::new() };
    let tables = tables(&file.text);
    let mut findings = Vec::new();
    if tables.is_empty() {
        findings.push(file.finding(0, "no table of commands was found"));
    }
    for table in &tables {
        let path = format!("{FOLDER}{}.json", table.role);
        match tree.file(&path) {
            Some(capability) => judge(capability, table, &mut findings),
            None => {
                findings.push(Finding { path, line: 1, message: "this role has no capability file".into() })
            }
        }
    }
    for path in tree.paths.iter().filter(|path| path.starts_with(FOLDER)) {
        if !tables.iter().any(|table| *path == format!("{FOLDER}{}.json", table.role)) {
            findings.push(Finding { path: path.clone(), line: 1, message: "no role has this name".into() });
        }
    }
    findings
}

/// A role and the names of its commands.
struct Table {
    role: String,
    commands: Vec<String>,
}

/// Reads the tables from their source: `commands! { $ KEYS, …;` and one `name(…) -> …;` a line.
fn tables(source: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut is_inside = false;
    for line in source.lines() {
        if let Some(head) = line.strip_prefix("commands! { $ ") {
            let role = head.split(',').next().unwrap_or_default().to_lowercase().replace('_', "-");
            tables.push(Table { role, commands: Vec::new() });
            is_inside = true;
        } else if line.starts_with('}') {
            is_inside = false;
        } else if is_inside && !line.trim_start().starts_with("//") {
            let command = line.trim_start().split_once('(').map(|(name, _)| name.to_string());
            if let (Some(command), Some(table)) = (command, tables.last_mut()) {
                table.commands.push(command);
            }
        }
    }
    tables
}

fn judge(file: &File, table: &Table, findings: &mut Vec<Finding>) {
    let capability = match Json::parse(&file.text) {
        Ok(capability) => capability,
        Err(trouble) => return findings.push(file.finding(0, trouble)),
    };
    let place = |text: &str| file.text.find(&format!("\"{text}\"")).unwrap_or(0);
    let wanted: Vec<String> =
        table.commands.iter().map(|command| format!("allow-{}", command.replace('_', "-"))).collect();
    let given: Vec<&str> = capability
        .get("permissions")
        .items()
        .iter()
        .map(|item| item.text().unwrap_or("(an object)"))
        .collect();
    for (index, right) in given.iter().enumerate() {
        if !wanted.iter().any(|wanted| wanted == right) {
            findings.push(
                file.finding(place(right), format!("`{right}` is no command of the role `{}`", table.role)),
            );
        } else if given[..index].contains(right) {
            findings.push(file.finding(place(right), format!("`{right}` stands here twice")));
        }
    }
    for right in wanted.iter().filter(|wanted| !given.contains(&wanted.as_str())) {
        findings.push(file.finding(0, format!("`{right}` is missing")));
    }
    let windows: Vec<&str> = capability.get("windows").items().iter().filter_map(Json::text).collect();
    if windows != [table.role.as_str()] {
        findings.push(file.finding(place("windows"), format!("it is for the window `{}` alone", table.role)));
    }
    for key in ["remote", "webviews"] {
        if *capability.get(key) != Json::Null {
            findings.push(file.finding(place(key), format!("`{key}` widens who may call")));
        }
    }
}

const SETTINGS: &str = "src-tauri/tauri.conf.json";

/// What every page may load, word for word: its own files, and the way to its role.
const POLICY: &[&str] = &[
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src ipc: http://ipc.localhost",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
];

/// The security settings of every window are the strict ones.
pub(super) fn page_policy(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file(SETTINGS) else { return Vec::new() };
    let settings = match Json::parse(&file.text) {
        Ok(settings) => settings,
        Err(trouble) => return vec![file.finding(0, trouble)],
    };
    let mut findings = Vec::new();
    let mut say = |key: &str, message: &str| {
        let at = file.text.find(&format!("\"{key}\"")).unwrap_or(0);
        findings.push(file.finding(at, message));
    };
    let (app, security) = (settings.get("app"), settings.get("app").get("security"));
    let mut policy: Vec<&str> =
        security.get("csp").text().unwrap_or_default().split(';').map(str::trim).collect();
    policy.retain(|line| !line.is_empty());
    policy.sort_unstable();
    let mut wanted = POLICY.to_vec();
    wanted.sort_unstable();
    if policy != wanted {
        say("csp", "the page's policy differs from the one that was decided");
    }
    if !security.get("freezePrototype").is_true() {
        say("freezePrototype", "prototypes are frozen");
    }
    if app.get("withGlobalTauri").is_true() {
        say("withGlobalTauri", "the host is no global of the page");
    }
    if !app.get("windows").items().is_empty() {
        say("windows", "windows are made by their role, with everything refused that it has no use for");
    }
    let dangerous = security.entries().iter().find(|(key, _)| key.starts_with("dangerous"));
    if let Some((key, _)) = dangerous {
        say(key, "its name says it");
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weaker_policy_is_caught() {
        let policy = POLICY.join("; ");
        let caught = |csp: &str, rest: &str| {
            let text = format!("{{\"app\":{{\"security\":{{\"csp\":\"{csp}\"{rest}");
            let findings = page_policy(&Tree::specimen(&[(SETTINGS, &text)]));
            findings.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
        };
        let strict = ",\"freezePrototype\":true}}}";
        assert_eq!(caught(&policy, strict), Vec::<String>::new());
        let weaker = policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
        assert_eq!(caught(&weaker, strict).len(), 1);
        assert_eq!(caught(&policy, "}}}"), ["prototypes are frozen"]);
        let open = ",\"freezePrototype\":true,\"dangerousDisableAssetCspModification\":true},\
            \"withGlobalTauri\":true,\"windows\":[{}]}}";
        assert_eq!(caught(&policy, open).len(), 3);
        assert_eq!(page_policy(&Tree::specimen(&[(SETTINGS, "{")])).len(), 1);
    }

    const SOURCE: &str = "macro_rules! commands {\n    ($a:tt) => { x(y) };\n}\n\ncommands! { $ KEYS, with_keys_commands;\n    \
        /// Opens (or not).\n    keys_state(()) -> KeysState;\n    /// B.\n    unlock(Unlock) -> Unlocked;\n}\n\n\
        commands! { $ WALK_THROUGH, with_walk_through_commands;\n    /// C.\n    next_page(()) -> ();\n}\n";

    fn caught(keys: &str) -> Vec<String> {
        let walk = r#"{"windows":["walk-through"],"permissions":["allow-next-page"]}"#;
        let files = [
            (TABLES, SOURCE),
            ("src-tauri/capabilities/keys.json", keys),
            ("src-tauri/capabilities/walk-through.json", walk),
        ];
        capabilities(&Tree::specimen(&files)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn rights_that_equal_the_table_are_let_through() {
        let keys = r#"{"windows":["keys"],"permissions":["allow-unlock","allow-keys-state"]}"#;
        assert_eq!(caught(keys), Vec::<String>::new());
    }

    #[test]
    fn a_right_too_many_or_too_few_is_caught() {
        let keys = "{\"windows\":[\"keys\",\"journal\"],\n\"permissions\":[\"allow-unlock\",\n\"core:default\",\n\
            {\"identifier\":\"fs:allow-read\"}],\n\"remote\":{\"urls\":[]}}";
        let at = "src-tauri/capabilities/keys.json";
        assert_eq!(
            caught(keys),
            [
                format!("{at}:3: `core:default` is no command of the role `keys`"),
                format!("{at}:1: `(an object)` is no command of the role `keys`"),
                format!("{at}:1: `allow-keys-state` is missing"),
                format!("{at}:1: it is for the window `keys` alone"),
                format!("{at}:5: `remote` widens who may call"),
            ]
        );
        let twice =
            r#"{"windows":["keys"],"permissions":["allow-unlock","allow-unlock","allow-keys-state"]}"#;
        assert_eq!(caught(twice), [format!("{at}:1: `allow-unlock` stands here twice")]);
        assert_eq!(caught("{"), [format!("{at}:1: not JSON at line 1")]);
    }

    #[test]
    fn a_missing_or_foreign_file_is_caught() {
        let found =
            capabilities(&Tree::specimen(&[(TABLES, SOURCE), ("src-tauri/capabilities/main.json", "{}")]));
        let found: Vec<_> = found.into_iter().map(|finding| finding.path).collect();
        let names = ["keys.json", "walk-through.json", "main.json"].map(|name| format!("{FOLDER}{name}"));
        assert_eq!(found, names);
        assert_eq!(capabilities(&Tree::specimen(&[(TABLES, "no tables")])).len(), 1);
    }
}
