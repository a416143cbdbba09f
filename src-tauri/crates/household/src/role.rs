//! The roles by their names.

use std::ffi::OsStr;

/// A process with one secret; see `ARCHITECTURE.md`.
///
/// The parent is not among them: it is what starts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Knows the passphrase.
    Keys,
    /// Knows the data key and the store.
    Journal,
    /// Knows what somebody was invited to see, and nothing else. It never held a key.
    WalkThrough,
    /// Makes the example journal and ends.
    DemoMaker,
    /// Says why nothing was opened, and ends. Knows nothing and hears nothing.
    Refusal,
}

impl Role {
    const ALL: [Self; 5] = [Self::Keys, Self::Journal, Self::WalkThrough, Self::DemoMaker, Self::Refusal];

    /// The exit code of a program to which the system does not refuse what it must: `EX_NOPERM` of
    /// `sysexits.h`. It has opened nothing, and nobody need start it again.
    pub const REFUSED: u8 = 77;

    /// What stands before the name on a command line.
    pub const FLAG: &str = "--role";

    /// The word on the command line, which is also the window's label.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keys => "keys",
            Self::Journal => "journal",
            Self::WalkThrough => "walk-through",
            Self::DemoMaker => "demo-maker",
            Self::Refusal => "refusal",
        }
    }

    /// The role that a command line asks for, read without the program's own name; nothing when
    /// it is not one of ours, to the letter.
    #[must_use]
    pub fn asked_for(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Option<Self> {
        let mut arguments = arguments.into_iter();
        let (flag, name) = (arguments.next()?, arguments.next()?);
        if flag.as_ref() != Self::FLAG || arguments.next().is_some() {
            return None;
        }
        Self::ALL.into_iter().find(|role| name.as_ref() == role.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_reads_back_its_own_name() {
        for role in Role::ALL {
            assert_eq!(Role::asked_for([Role::FLAG, role.name()]), Some(role));
        }
    }

    #[test]
    fn what_is_not_ours_is_refused() {
        let refused: [&[&str]; 6] = [
            &[],
            &["--role"],
            &["--role", "parent"],
            &["--data-dir", "keys"],
            &["keys", "--role"],
            &["--role", "keys", "--data-dir"],
        ];
        for arguments in refused {
            assert_eq!(Role::asked_for(arguments), None, "{arguments:?}");
        }
    }
}
