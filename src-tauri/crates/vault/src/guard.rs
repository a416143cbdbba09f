//! What SQL may not do once the store is open, whoever wrote it.
//!
//! `ATTACH … KEY ''` with `sqlcipher_export` writes the whole journal in the clear, and
//! `PRAGMA temp_store = FILE` overrides what the library was compiled with. Both are one line.

use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use crate::VaultError;

/// Pragmas that may be asked, and may carry an argument: the name of a table, a number of errors, or
/// how many free pages to take out of the store.
const MAY_ASK: &[&str] = &[
    "cipher_integrity_check",
    "foreign_key_check",
    "foreign_key_list",
    "incremental_vacuum",
    "index_info",
    "index_list",
    "index_xinfo",
    "integrity_check",
    "optimize",
    "quick_check",
    "table_info",
    "table_list",
    "table_xinfo",
];

/// Pragmas that may be read, never set.
const MAY_READ: &[&str] = &[
    "application_id",
    "auto_vacuum",
    "cache_size",
    "cell_size_check",
    "checkpoint_fullfsync",
    "cipher_hmac_algorithm",
    "cipher_log_level",
    "cipher_memory_security",
    "cipher_page_size",
    "cipher_use_hmac",
    "cipher_version",
    "data_version",
    "foreign_keys",
    "freelist_count",
    "fullfsync",
    "journal_mode",
    "mmap_size",
    "page_count",
    "page_size",
    "schema_version",
    "secure_delete",
    "synchronous",
    "temp_store",
    "trusted_schema",
    "wal_autocheckpoint",
];

/// Pragmas that may be set: the number of the last migration, and when foreign keys are checked.
const MAY_SET: &[&str] = &["user_version", "defer_foreign_keys"];

/// Functions that reach out of the store.
const DENIED_FUNCTIONS: &[&str] = &["load_extension", "sqlcipher_export", "fts3_tokenizer"];

/// Puts the guard on a connection whose settings are done.
pub(crate) fn mount(connection: &mut Connection) -> Result<(), VaultError> {
    connection.authorizer(Some(|context: AuthContext<'_>| judge(context.action)))?;
    Ok(())
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "what is named here reaches out of the store; everything else stays inside it"
)]
fn judge(action: AuthAction<'_>) -> Authorization {
    let allowed = match action {
        AuthAction::Attach { .. } | AuthAction::Detach { .. } | AuthAction::Unknown { .. } => false,
        AuthAction::Pragma { pragma_name, pragma_value } => pragma(pragma_name, pragma_value),
        AuthAction::Function { function_name } => !listed(DENIED_FUNCTIONS, function_name),
        _ => true,
    };
    if allowed { Authorization::Allow } else { Authorization::Deny }
}

fn pragma(name: &str, value: Option<&str>) -> bool {
    listed(MAY_ASK, name) || listed(MAY_SET, name) || (value.is_none() && listed(MAY_READ, name))
}

fn listed(names: &[&str], name: &str) -> bool {
    names.iter().any(|listed| listed.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The limit of zero attached databases stands behind this; each must hold alone.
    #[test]
    fn nothing_is_attached_or_detached() {
        let actions = [
            AuthAction::Attach { filename: "" },
            AuthAction::Attach { filename: ":memory:" },
            AuthAction::Detach { database_name: "main" },
            AuthAction::Unknown { code: 99, arg1: None, arg2: None },
            AuthAction::Function { function_name: "SQLCipher_Export" },
            AuthAction::Pragma { pragma_name: "KEY", pragma_value: None },
            AuthAction::Pragma { pragma_name: "temp_store", pragma_value: Some("1") },
            AuthAction::Pragma { pragma_name: "auto_vacuum", pragma_value: Some("0") },
            AuthAction::Pragma { pragma_name: "locking_mode", pragma_value: Some("EXCLUSIVE") },
        ];
        for action in actions {
            assert_eq!(judge(action), Authorization::Deny, "{action:?}");
        }
    }

    #[test]
    fn ordinary_work_is_allowed() {
        let actions = [
            AuthAction::Select,
            AuthAction::Read { table_name: "entry", column_name: "id" },
            AuthAction::Function { function_name: "bm25" },
            AuthAction::Pragma { pragma_name: "temp_store", pragma_value: None },
            AuthAction::Pragma { pragma_name: "user_version", pragma_value: Some("2") },
            AuthAction::Pragma { pragma_name: "integrity_check", pragma_value: Some("1") },
            AuthAction::Pragma { pragma_name: "incremental_vacuum", pragma_value: Some("64") },
            AuthAction::Pragma { pragma_name: "auto_vacuum", pragma_value: None },
        ];
        for action in actions {
            assert_eq!(judge(action), Authorization::Allow, "{action:?}");
        }
    }
}
