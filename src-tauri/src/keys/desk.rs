//! What the `keys` role does, one method per command of its table.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a command owns its request, so that what is secret in it is wiped when the command ends"
)]

use contract::*;
use household::{
    appearance,
    pipe::{Circumstances, Handover, Note},
    tell,
};
use std::path::PathBuf;
use tauri::AppHandle;

use vault::{
    Backups, Cost, DataKey, Folder, FoundBackup, Passphrase, RecoveryKey, SlotFile, SystemRandomness,
    VaultError,
};

use crate::{
    chance, disk,
    failure::{failure, recovery_failure},
    handbook_files,
    keys::page,
    role::{Errand, Speech},
    window::{self, Running},
};

/// A passphrase of words: five of 7,776 make 64.6 bits.
const WORDS: usize = 5;

/// The commands of a window that asks for a passphrase and for nothing else.
const FOR_MORE_TIME: &[&str] =
    &["keys_state", "unlock", "unlock_with_recovery_key", "change_appearance", "keys_painted", "quit_keys"];

/// What this role holds in memory. All of it ends with the process.
pub struct Desk {
    pub(super) errand: Errand,
    speech: Speech,
    running: Running,
    /// The open slots and the key in them, once a secret opened them.
    pub(super) open: Option<Open>,
    /// The backups that were found last, in the order in which they are on screen.
    pub(super) found: Vec<FoundBackup>,
    /// The folder that a person pointed at.
    pub(super) pointed_at: Option<PathBuf>,
}

/// The open slots and the key in them.
pub(super) struct Open {
    pub(super) slots: SlotFile,
    pub(super) key: DataKey,
    /// Kept only where the next step wraps the key in it once more.
    pub(super) passphrase: Option<Passphrase>,
    pub(super) with_recovery_key: bool,
    pub(super) to_read: bool,
    pub(super) drawn: Option<Drawn>,
    pub(super) handed_over: bool,
}

impl Open {
    pub(super) fn new(slots: SlotFile, key: DataKey) -> Self {
        Self {
            slots,
            key,
            passphrase: None,
            with_recovery_key: false,
            to_read: false,
            drawn: None,
            handed_over: false,
        }
    }
}

/// A recovery key that is on screen and not yet stored.
pub(super) struct Drawn {
    key: RecoveryKey,
    ask: [u8; 2],
}

impl Desk {
    pub fn new(errand: Errand, speech: Speech, running: Running) -> Self {
        Self { errand, speech, running, open: None, found: Vec::new(), pointed_at: None }
    }

    /// Whether a command has a meaning in this window. One that was opened to give a walk-through more
    /// time opens nothing, changes nothing and destroys nothing: somebody else sits there.
    ///
    /// # Errors
    /// [`Failure::OutOfTurn`].
    pub fn take_turn(&self, command: &str) -> Result<(), Failure> {
        if self.errand.intent == Intent::MoreTime && !FOR_MORE_TIME.contains(&command) {
            return Err(Failure::OutOfTurn);
        }
        Ok(())
    }

    pub fn keys_state(&mut self, (): (), _: &AppHandle) -> Result<KeysState, Failure> {
        self.running.say();
        let situation = match Folder::open(&self.errand.folder) {
            Ok(folder) => {
                // A restore that was cut off is finished before anybody looks. What stands in its
                // way stands in the way of everything, and is said by the next line.
                let _ = folder.finish_turn();
                situation(&folder)
            }
            Err(error) => Situation::Blocked { failure: failure(&error) },
        };
        Ok(KeysState {
            situation,
            intent: self.errand.intent,
            backup: self.errand.backup.clone(),
            notice: self.errand.notice.clone(),
            appearance: self.errand.appearance,
            folder: self.errand.folder.display().to_string(),
            disk: disk::encryption(&self.errand.folder),
        })
    }

    pub fn judge_passphrase(
        &mut self,
        request: JudgePassphrase,
        _: &AppHandle,
    ) -> Result<PassphraseJudgement, Failure> {
        Ok(PassphraseJudgement { strength: strength(request.passphrase.expose()) })
    }

    pub fn propose_passphrase(&mut self, (): (), _: &AppHandle) -> Result<ProposedPassphrase, Failure> {
        let words = handbook_files::passphrase_words().map_err(|fault| tell::incident(&fault))?;
        let mut drawn = zeroize::Zeroizing::new(String::new());
        for _ in 0..WORDS {
            let number = chance::below(words.len())?;
            if !drawn.is_empty() {
                drawn.push(' ');
            }
            drawn.push_str(words.get(number).unwrap_or_default());
        }
        Ok(ProposedPassphrase { passphrase: Hidden::new(drawn.to_string()) })
    }

    pub fn set_up(&mut self, request: SetUp, app: &AppHandle) -> Result<(), Failure> {
        if self.open.is_some() {
            return Err(Failure::OutOfTurn);
        }
        let passphrase = passphrase(&request.passphrase)?;
        let folder = self.folder()?;
        let (slots, key) = vault::set_up(&folder, &passphrase, Cost::DEFAULT, &mut SystemRandomness)
            .map_err(|e| failure(&e))?;
        self.open = Some(Open::new(slots, key));
        // The journal is there. That its language could not be noted is no failure of set-up.
        let chosen = Appearance { language: request.language, ..self.errand.appearance };
        let _ = self.take_appearance(chosen, app);
        Ok(())
    }

    pub fn unlock(&mut self, request: Unlock, app: &AppHandle) -> Result<Unlocked, Failure> {
        let folder = self.folder_to_read()?;
        let mut slots = SlotFile::load(&folder).map_err(|error| failure(&error))?;
        let passphrase = Passphrase::new(request.passphrase.expose());
        let key = slots
            .open_with_passphrase(&passphrase)
            .map_err(|error| wrong(&error, Failure::WrongPassphrase))?;
        if self.errand.intent == Intent::MoreTime {
            return Ok(self.give_more_time(app));
        }
        if slots.needs_rewrap() && !request.to_read {
            // A file from a weaker past is raised while the passphrase is at hand. That it could
            // not be written now is no reason to keep the person out.
            let raised = slots
                .set_passphrase(&key, &passphrase, Cost::DEFAULT, &mut SystemRandomness)
                .and_then(|()| slots.store(&folder));
            if raised.is_err() {
                slots = SlotFile::load(&folder).map_err(|error| failure(&error))?;
            }
        }
        let kept = (self.errand.intent == Intent::ChooseCost).then_some(passphrase);
        self.opened(Open { passphrase: kept, to_read: request.to_read, ..Open::new(slots, key) })
    }

    pub fn unlock_with_recovery_key(
        &mut self,
        request: UnlockWithRecoveryKey,
        app: &AppHandle,
    ) -> Result<Unlocked, Failure> {
        let recovery = RecoveryKey::parse(request.recovery_key.expose())
            .map_err(|error| Failure::UnreadableRecoveryKey { part: recovery_failure(error) })?;
        let slots = SlotFile::load(&self.folder_to_read()?).map_err(|error| failure(&error))?;
        let key = slots
            .open_with_recovery_key(&recovery)
            .map_err(|error| wrong(&error, Failure::WrongRecoveryKey))?;
        if self.errand.intent == Intent::MoreTime {
            return Ok(self.give_more_time(app));
        }
        self.opened(Open { with_recovery_key: true, to_read: request.to_read, ..Open::new(slots, key) })
    }

    /// A secret opened the slots, and that is all that was asked: the key in them is wiped, a yes goes
    /// to the parent, and this process ends.
    fn give_more_time(&self, app: &AppHandle) -> Unlocked {
        self.speech.say(&Note::MoreTime);
        app.exit(0);
        Unlocked { next: AfterUnlock::MoreTime }
    }

    /// The slots are open: decides what comes next, and opens the journal where nothing does.
    fn opened(&mut self, open: Open) -> Result<Unlocked, Failure> {
        let next = if open.to_read {
            AfterUnlock::Opening
        } else {
            // The file has just proved to open; only now may its predecessor go. A folder that
            // cannot be written now is no reason to keep the person out.
            let _ = self.folder().map(|folder| open.slots.retire_previous(&folder));
            self.step_after(open.with_recovery_key)
        };
        self.open = Some(open);
        if next == AfterUnlock::Opening {
            self.hand_over()?;
        }
        Ok(Unlocked { next })
    }

    /// The step that follows when the slots are open.
    pub(super) fn step_after(&self, with_recovery_key: bool) -> AfterUnlock {
        match self.errand.intent {
            Intent::MakeRecoverySheet => AfterUnlock::MakeRecoverySheet,
            Intent::MoreTime => AfterUnlock::MoreTime,
            Intent::RenewKey => AfterUnlock::RenewKey,
            // Who needed the recovery key has no passphrase any more.
            _ if with_recovery_key => AfterUnlock::ChoosePassphrase,
            Intent::ChangePassphrase => AfterUnlock::ChoosePassphrase,
            Intent::ChooseCost => AfterUnlock::ChooseCost,
            Intent::Open | Intent::Restore | Intent::Wipe => AfterUnlock::Opening,
        }
    }

    pub fn change_passphrase(
        &mut self,
        request: ChangePassphrase,
        _: &AppHandle,
    ) -> Result<Rewrapped, Failure> {
        let passphrase = passphrase(&request.passphrase)?;
        let folder = self.folder()?;
        let open = self.open.as_mut().ok_or(Failure::OutOfTurn)?;
        // What was chosen for the old one holds for the new one.
        let cost = open.slots.cost().filter(|_| !open.slots.needs_rewrap()).unwrap_or(Cost::DEFAULT);
        open.slots
            .set_passphrase(&open.key, &passphrase, cost, &mut SystemRandomness)
            .and_then(|()| open.slots.store(&folder))
            .map_err(|error| failure(&error))?;
        open.with_recovery_key = false;
        Ok(open.rewrap_copies(&folder))
    }

    pub fn draw_recovery_key(&mut self, (): (), _: &AppHandle) -> Result<RecoverySheet, Failure> {
        let open = self.open.as_mut().ok_or(Failure::OutOfTurn)?;
        let key = RecoveryKey::draw(&mut SystemRandomness).map_err(|error| failure(&error))?;
        let groups: Vec<Hidden> = key.groups().iter().map(|group| Hidden::new(group.to_string())).collect();
        // Two different groups, in the order of the sheet.
        let first = chance::below(groups.len())?;
        let second = (first + 1 + chance::below(groups.len() - 1)?) % groups.len();
        let place = |index: usize| u8::try_from(index + 1).unwrap_or(1);
        let ask = [place(first.min(second)), place(first.max(second))];
        open.drawn = Some(Drawn { key, ask });
        Ok(RecoverySheet { groups, ask })
    }

    pub fn save_recovery_page(&mut self, request: RecoveryPage, _: &AppHandle) -> Result<PageSaved, Failure> {
        let drawn = self.open.as_ref().and_then(|open| open.drawn.as_ref()).ok_or(Failure::OutOfTurn)?;
        page::save(request.language, &drawn.key)
    }

    pub fn confirm_recovery_key(
        &mut self,
        request: ConfirmRecoveryKey,
        _: &AppHandle,
    ) -> Result<Rewrapped, Failure> {
        let folder = self.folder()?;
        let open = self.open.as_mut().ok_or(Failure::OutOfTurn)?;
        let drawn = open.drawn.as_ref().ok_or(Failure::OutOfTurn)?;
        let typed = drawn.ask.iter().zip(&request.groups);
        let same = typed
            .into_iter()
            .all(|(place, typed)| drawn.key.group_matches(usize::from(*place) - 1, typed.expose()));
        if !same {
            return Err(Failure::GroupsDiffer);
        }
        open.slots
            .set_recovery_key(&open.key, &drawn.key, &mut SystemRandomness)
            .and_then(|()| open.slots.store(&folder))
            .map_err(|error| failure(&error))?;
        // Only now: when the disk was full, the same sheet can be confirmed again.
        open.drawn = None;
        Ok(open.rewrap_copies(&folder))
    }

    pub fn restore_previous_slots(&mut self, (): (), _: &AppHandle) -> Result<(), Failure> {
        self.folder()?.restore_previous_slots().map_err(|error| failure(&error))
    }

    pub fn open_journal(&mut self, (): (), _: &AppHandle) -> Result<(), Failure> {
        self.hand_over()
    }

    /// Hands the data key over, once.
    fn hand_over(&mut self) -> Result<(), Failure> {
        let open = self.open.as_mut().filter(|open| !open.handed_over).ok_or(Failure::OutOfTurn)?;
        let circumstances = Circumstances {
            recovery_ready: open.slots.recovery_ready(),
            with_recovery_key: open.with_recovery_key,
            to_read: open.to_read,
        };
        let handover = Handover::new(&open.key.to_hand_over(), circumstances);
        self.speech.hand_over(handover).map_err(|_| Failure::OutOfTurn)?;
        open.handed_over = true;
        Ok(())
    }

    pub fn change_appearance(&mut self, request: Appearance, app: &AppHandle) -> Result<(), Failure> {
        self.take_appearance(request, app)
    }

    fn take_appearance(&mut self, chosen: Appearance, app: &AppHandle) -> Result<(), Failure> {
        window::speak(app, chosen.language);
        self.errand.appearance = chosen;
        self.speech.say(&Note::Appearance { appearance: chosen });
        appearance::keep(&self.folder()?, chosen).map_err(|error| failure(&error))
    }

    pub fn keys_painted(&mut self, (): (), _: &AppHandle) -> Result<(), Failure> {
        self.speech.say(&Note::Painted);
        Ok(())
    }

    pub fn quit_keys(&mut self, (): (), app: &AppHandle) -> Result<(), Failure> {
        self.speech.say(&Note::Quit);
        app.exit(0);
        Ok(())
    }

    pub(super) fn folder(&self) -> Result<Folder, Failure> {
        Folder::open(&self.errand.folder).map_err(|error| failure(&error))
    }

    /// The folder, also where nothing can be written.
    fn folder_to_read(&self) -> Result<Folder, Failure> {
        Folder::to_read(&self.errand.folder).map_err(|error| failure(&error))
    }
}

impl Open {
    /// Puts the slot file as it is now into every backup within reach: the former secret opens none
    /// of them any more. What could not be written is said, and tried again at the next backup.
    pub(super) fn rewrap_copies(&self, folder: &Folder) -> Rewrapped {
        let levelled = Backups::of(folder, &self.key).level_slots(&self.slots);
        // The previous copy guards against a file that does not open; this one was just made, and
        // must not keep the former secret alive beside it.
        let _ = self.slots.retire_previous(folder);
        match levelled {
            Ok(levelled) => Rewrapped {
                copies: u32::try_from(levelled.replaced).unwrap_or(u32::MAX),
                left: false,
                out_of_reach: levelled.out_of_reach,
            },
            Err(_) => Rewrapped { copies: 0, left: true, out_of_reach: false },
        }
    }
}

/// A secret that opens nothing was a wrong passphrase or a wrong recovery key: only the command
/// knows which.
pub(super) fn wrong(error: &VaultError, what: Failure) -> Failure {
    if *error == VaultError::WrongSecret { what } else { failure(error) }
}

fn situation(folder: &Folder) -> Situation {
    let blocked = |failure| Situation::Blocked { failure };
    match folder.situation() {
        vault::Situation::NotSetUp => Situation::NotSetUp,
        vault::Situation::Locked { recovery_ready } => Situation::Locked { recovery_ready },
        vault::Situation::SlotsDamaged { previous_usable } => {
            blocked(Failure::SlotsDamaged { previous_usable })
        }
        vault::Situation::SlotsMissing => blocked(Failure::SlotsMissing),
        vault::Situation::StoreMissing => blocked(Failure::StoreMissing),
        vault::Situation::NewerFormat => blocked(Failure::NewerFormat),
        vault::Situation::FolderNotWritable => blocked(Failure::FolderNotWritable),
    }
}

pub(super) fn passphrase(typed: &Hidden) -> Result<Passphrase, Failure> {
    let passphrase = Passphrase::new(typed.expose());
    if passphrase.is_too_short() {
        return Err(failure(&VaultError::PassphraseTooShort { least: Passphrase::LEAST_CHARACTERS }));
    }
    Ok(passphrase)
}

/// The strength in words, from the number of guesses that zxcvbn expects (Wheeler 2016). It is told
/// our own list of common Dutch words, for it knows only English ones: so "welkom" is a word to it,
/// and a passphrase drawn from the list is judged as if the thief had the list.
///
/// The steps are set for a thief who has the file and tries some thousands a second, which is what
/// the default cost of derivation leaves: 10^9 are some days, 10^11 a year, and 10^15 out of reach.
fn strength(typed: &str) -> Strength {
    if typed.is_empty() {
        return Strength::Empty;
    }
    if Passphrase::new(typed).is_too_short() {
        return Strength::TooShort;
    }
    // It grows with the square of the length; what is beyond this is strong in any case.
    let start: zeroize::Zeroizing<String> = typed.chars().take(100).collect::<String>().into();
    let mut known = vec!["terugblik", "gemeente", "bijstand", "consulent", "wachtwoord"];
    if let Ok(words) = handbook_files::passphrase_words() {
        known.extend((0..words.len()).filter_map(|place| words.get(place)));
    }
    match zxcvbn::zxcvbn(&start, &known).guesses_log10() {
        ..9.0 => Strength::Weak,
        ..11.0 => Strength::Fair,
        ..15.0 => Strength::Good,
        _ => Strength::Strong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_for_more_time_has_commands_of_this_role_and_none_that_opens_or_changes_the_journal() {
        let of_this_role: Vec<&str> = KEYS.iter().map(|line| line.name).collect();
        assert!(FOR_MORE_TIME.iter().all(|command| of_this_role.contains(command)));
        for command in ["open_journal", "set_up", "restore_backup", "wipe_journal", "renew_key"] {
            assert!(of_this_role.contains(&command) && !FOR_MORE_TIME.contains(&command), "{command}");
        }
    }

    #[test]
    fn a_passphrase_is_judged_by_how_it_is_guessed_and_not_by_its_looks() {
        assert_eq!(strength(""), Strength::Empty);
        assert_eq!(strength("kort"), Strength::TooShort);
        assert_eq!(strength("wachtwoord123"), Strength::Weak);
        assert_eq!(strength("Welkom2026!!"), Strength::Weak);
        assert_eq!(strength("ooievaar tafel"), Strength::Fair);
        assert_eq!(strength("ooievaar tafel mist vork klimop"), Strength::Strong);
        assert_eq!(strength(&"ab".repeat(5_000)), Strength::Weak);
    }
}
