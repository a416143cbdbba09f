// Generated from src-tauri/crates/contract by `cargo xtask codegen`. Do not edit.

/**
 * Text that must not be seen: never printed, wiped when dropped.
 *
 * It protects our own copy. The webview's copy ends with the webview's process.
 */
export type Hidden = string;

/**
 * A language of the screen.
 */
export type Language = "nl" | "en";

/**
 * The size of text on screen, in steps around the design's own size.
 */
export type TextSize = "small" | "normal" | "large" | "larger" | "largest";

/**
 * What a window needs to know before any key has come. It says nothing about the journal.
 */
export type Appearance = { 
/**
 * The language of the screen.
 */
language: Language, 
/**
 * The size of text.
 */
textSize: TextSize, };

/**
 * What went wrong in reading a recovery key, before any slot was tried.
 */
export type KeyPart = "length" | "character" | "checksum";

/**
 * Why a command was not carried out. Codes and data, never prose, never what a person typed.
 */
export type Failure = { "code": "wrong-passphrase" } | { "code": "wrong-recovery-key" } | { "code": "unreadable-recovery-key", 
/**
 * What is wrong with it.
 */
part: KeyPart, } | { "code": "passphrase-too-short", 
/**
 * The least number of characters.
 */
least: number, } | { "code": "groups-differ" } | { "code": "slots-damaged", 
/**
 * Whether the previous copy reads well.
 */
previousUsable: boolean, } | { "code": "slots-missing" } | { "code": "store-missing" } | { "code": "store-damaged" } | { "code": "newer-format" } | { "code": "already-set-up" } | { "code": "folder-not-writable" } | { "code": "disk-full" } | { "code": "not-enough-memory" } | { "code": "out-of-turn" } | { "code": "entry-gone" } | { "code": "entry-in-bin" } | { "code": "answer-gone" } | { "code": "text-too-long", 
/**
 * The most bytes of UTF-8 in one answer.
 */
most: number, } | { "code": "alias-unusable" } | { "code": "alias-gone" } | { "code": "alias-taken" } | { "code": "rule-unusable" } | { "code": "rule-gone" } | { "code": "own-trial-unusable" } | { "code": "own-trial-gone" } | { "code": "own-trial-ended" } | { "code": "own-trial-fixed", 
/**
 * What it is.
 */
part: OwnTrialPart, } | { "code": "phase-in-use" } | { "code": "value-off-scale", 
/**
 * The highest value of the scale.
 */
most: number, } | { "code": "day-out-of-reach" } | { "code": "twofold-word-unusable" } | { "code": "twofold-word-gone" } | { "code": "team-point-unusable" } | { "code": "team-point-gone" } | { "code": "walk-through-gone" } | { "code": "walk-through-shown" } | { "code": "walk-through-unusable" } | { "code": "preview-needed" } | { "code": "walk-through-full", 
/**
 * The most pages of one walk-through.
 */
most: number, } | { "code": "walk-through-too-long" } | { "code": "passage-moved" } | { "code": "period-unusable" } | { "code": "own-question-unusable" } | { "code": "unknown-kind" } | { "code": "unknown-form" } | { "code": "unknown-question" } | { "code": "look-back-gone" } | { "code": "pack-gone" } | { "code": "pack-not-at-hand" } | { "code": "form-without-person" } | { "code": "only-reading" } | { "code": "older-format" } | { "code": "not-sound" } | { "code": "backup-under-way" } | { "code": "backup-gone" } | { "code": "backup-damaged" } | { "code": "backup-of-other-key" } | { "code": "place-gone" } | { "code": "place-not-writable" } | { "code": "page-not-saved" } | { "code": "setting-out-of-bounds" } | { "code": "internal", 
/**
 * A number to tell one incident from another. It says nothing about content.
 */
incident: number, };

/**
 * Where things stand when the window opens.
 */
export type KeysState = { 
/**
 * What is in the data folder.
 */
situation: Situation, 
/**
 * What the window was opened for.
 */
intent: Intent, 
/**
 * The backup to restore, where one was chosen in the journal.
 */
backup: BackupRef | null, 
/**
 * What happened just before, if it must be said.
 */
notice: Notice | null, 
/**
 * Language and text size.
 */
appearance: Appearance, 
/**
 * The data folder, as a person would write it.
 */
folder: string, 
/**
 * Whether the disk under the data folder is encrypted.
 */
disk: DiskEncryption, };

/**
 * What the data folder holds.
 */
export type Situation = { "kind": "not-set-up" } | { "kind": "locked", 
/**
 * Whether a recovery key was made and typed back.
 */
recoveryReady: boolean, } | { "kind": "blocked", 
/**
 * What stands in the way.
 */
failure: Failure, };

/**
 * What a person wants from the `keys` window.
 */
export type Intent = "open" | "make-recovery-sheet" | "change-passphrase" | "choose-cost" | "renew-key" | "restore" | "wipe" | "more-time";

/**
 * What happened just before this window opened.
 */
export type Notice = { "kind": "locked-by-itself", 
/**
 * Why.
 */
why: LockedBy, 
/**
 * Whether the page had said before that all was saved. Otherwise the last seconds may be gone.
 */
saved: boolean, } | { "kind": "journal-stopped" } | { "kind": "walk-through-ended", 
/**
 * How it ended.
 */
end: WalkEnd, } | { "kind": "walk-through-stopped" } | { "kind": "keys-stopped" } | { "kind": "opening-failed", 
/**
 * Why not.
 */
failure: Failure, };

/**
 * Whether the disk under the data folder is encrypted.
 */
export type DiskEncryption = "encrypted" | "not-encrypted" | "unknown";

/**
 * A passphrase to be judged as it is typed.
 */
export type JudgePassphrase = { 
/**
 * What stands in the field.
 */
passphrase: Hidden, };

/**
 * How hard a passphrase is to guess.
 */
export type Strength = "empty" | "too-short" | "weak" | "fair" | "good" | "strong";

/**
 * The answer to [`JudgePassphrase`].
 */
export type PassphraseJudgement = { 
/**
 * How hard it is to guess.
 */
strength: Strength, };

/**
 * A passphrase of common words.
 */
export type ProposedPassphrase = { 
/**
 * Five words with a space between.
 */
passphrase: Hidden, };

/**
 * Makes a new journal.
 */
export type SetUp = { 
/**
 * The passphrase to lock it with.
 */
passphrase: Hidden, 
/**
 * The language it starts in.
 */
language: Language, };

/**
 * Opens the slots with the passphrase.
 */
export type Unlock = { 
/**
 * The passphrase.
 */
passphrase: Hidden, 
/**
 * Whether the journal is to be opened to be read only.
 */
toRead: boolean, };

/**
 * Opens the slots with the recovery key.
 */
export type UnlockWithRecoveryKey = { 
/**
 * The recovery key, with or without spaces, in any case.
 */
recoveryKey: Hidden, 
/**
 * Whether the journal is to be opened to be read only.
 */
toRead: boolean, };

/**
 * What comes after the slots opened.
 */
export type Unlocked = { 
/**
 * The next step.
 */
next: AfterUnlock, };

/**
 * The step after the slots opened.
 */
export type AfterUnlock = "opening" | "make-recovery-sheet" | "choose-passphrase" | "choose-cost" | "renew-key" | "more-time";

/**
 * Puts a new passphrase in the place of the old one.
 */
export type ChangePassphrase = { 
/**
 * The new passphrase.
 */
passphrase: Hidden, };

/**
 * A drawn recovery key, to be copied by hand.
 */
export type RecoverySheet = { 
/**
 * Six groups of five characters.
 */
groups: Array<Hidden>, 
/**
 * The two groups to type back, counted from 1.
 */
ask: [number, number], };

/**
 * The words of the page to save; the role adds the groups and the day.
 */
export type RecoveryPage = { 
/**
 * The language of the page.
 */
language: Language, };

/**
 * Whether a page was written.
 */
export type PageSaved = { 
/**
 * Where it was written; nothing when the person closed the dialog.
 */
path: string | null, };

/**
 * The two groups typed back.
 */
export type ConfirmRecoveryKey = { 
/**
 * In the order of [`RecoverySheet::ask`].
 */
groups: [Hidden, Hidden], };

/**
 * What became of the copies of the slot file.
 */
export type Rewrapped = { 
/**
 * How many backups within reach now open with the new secret, and no longer with the old one.
 */
copies: number, 
/**
 * Whether some backup here could not be written, and still opens with the old one.
 */
left: boolean, 
/**
 * Whether there is a second place that is not within reach now.
 */
outOfReach: boolean, };

/**
 * Encrypts the store anew under a new data key and a new passphrase.
 */
export type RenewKey = { 
/**
 * The new passphrase.
 */
passphrase: Hidden, };

/**
 * What unlocking may cost, measured on this machine.
 */
export type Costs = { 
/**
 * What it costs now, in MiB of memory.
 */
now: number, 
/**
 * What can be chosen, the cheapest first.
 */
choices: Array<CostChoice>, };

/**
 * One choice of what unlocking costs.
 */
export type CostChoice = { 
/**
 * MiB of memory.
 */
mebibytes: number, 
/**
 * How long deriving the key took just now; nothing when the memory is not there.
 */
milliseconds: number | null, };

/**
 * Chooses what unlocking costs.
 */
export type ChangeCost = { 
/**
 * MiB of memory: one of the choices.
 */
mebibytes: number, };

/**
 * Where to look for backups.
 */
export type FindBackups = { 
/**
 * In a folder that the person points at, instead of the journal's own places.
 */
elsewhere: boolean, };

/**
 * Backups that were found, without any key.
 */
export type FoundBackups = { 
/**
 * The folder that was pointed at; nothing when the person closed the dialog, or for the
 * journal's own places.
 */
folder: string | null, 
/**
 * The backups, newest first.
 */
rows: Array<FoundBackup>, };

/**
 * A backup, as far as it shows without a key.
 */
export type FoundBackup = { 
/**
 * Its number in the list that this role last found.
 */
number: number, 
/**
 * Which one it is, where it lies at one of the journal's own places.
 */
backup: BackupRef | null, 
/**
 * When it was made.
 */
madeAt: Moment, 
/**
 * Its size in bytes.
 */
bytes: number, };

/**
 * Puts a backup in the place of the journal, which is kept aside.
 */
export type RestoreBackup = { 
/**
 * The number of the backup in the list that was found last.
 */
number: number, 
/**
 * What opens it.
 */
secret: Secret, };

/**
 * A secret that opens slots.
 */
export type Secret = { "kind": "passphrase", 
/**
 * As it was typed.
 */
passphrase: Hidden, } | { "kind": "recovery-key", 
/**
 * With or without spaces, in any case.
 */
recoveryKey: Hidden, };

/**
 * What a restore did.
 */
export type Restored = { 
/**
 * The number of entries that are back, counted.
 */
entries: number, 
/**
 * Where the former journal was put; nothing when there was none.
 */
aside: string | null, 
/**
 * The next step. The journal does not open before it is told to.
 */
next: AfterUnlock, };

/**
 * Destroys the journal.
 */
export type WipeJournal = { 
/**
 * The passphrase, asked again.
 */
passphrase: Hidden, };

/**
 * What a wipe could not reach.
 */
export type Wiped = { 
/**
 * A second place that was not there: the copies on it still open with their passphrase.
 */
outOfReach: string | null, };

/**
 * One backup among those that are within reach of a journal.
 */
export type BackupRef = { 
/**
 * Where it is.
 */
place: BackupPlace, 
/**
 * The name of its folder.
 */
name: string, };

/**
 * Where a backup is.
 */
export type BackupPlace = "here" | "second";

/**
 * Every backup within reach, and how things stand.
 */
export type BackupList = { 
/**
 * The backups, newest first; one that lies at both places is two rows.
 */
rows: Array<BackupRow>, 
/**
 * The second place.
 */
second: SecondPlace, 
/**
 * What is being done now, if anything.
 */
underWay: BackupProgress | null, };

/**
 * A backup in the list.
 */
export type BackupRow = { 
/**
 * Which one.
 */
backup: BackupRef, 
/**
 * When it was made.
 */
madeAt: Moment, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * What is known of its inside.
 */
inside: BackupInside, };

/**
 * What is known of the inside of a backup.
 */
export type BackupInside = { "kind": "counted", 
/**
 * The number of entries in it.
 */
entries: number, 
/**
 * When it was last opened and counted.
 */
checkedAt: Moment, } | { "kind": "damaged" } | { "kind": "other-key" } | { "kind": "newer" };

/**
 * The second place for backups.
 */
export type SecondPlace = { "kind": "none" } | { "kind": "absent", 
/**
 * The folder, as a person would write it.
 */
path: string, } | { "kind": "there", 
/**
 * The folder, as a person would write it.
 */
path: string, 
/**
 * What to know about it.
 */
warning: PlaceWarning, };

/**
 * What to know about a place before backups go there.
 */
export type PlaceWarning = { "kind": "none" } | { "kind": "synced", 
/**
 * The name of the service.
 */
service: string, } | { "kind": "network" } | { "kind": "same-disk" };

/**
 * A folder that a person pointed at; it is not used before they say so.
 */
export type PlaceChosen = { 
/**
 * The folder; nothing when the person closed the dialog.
 */
path: string | null, 
/**
 * What to know about it.
 */
warning: PlaceWarning, };

/**
 * How far a backup is.
 */
export type BackupProgress = { "kind": "copying", 
/**
 * How many of a hundred parts are done.
 */
percent: number, } | { "kind": "checking" } | { "kind": "second-place" };

/**
 * What there is to say about a backup under way.
 */
export type BackupNews = { "kind": "under-way", 
/**
 * How far it is.
 */
progress: BackupProgress, } | { "kind": "made" } | { "kind": "made-here-only", 
/**
 * Why not there.
 */
failure: Failure, } | { "kind": "not-made", 
/**
 * Why not.
 */
failure: Failure, } | { "kind": "spoiled", 
/**
 * When it was made.
 */
madeAt: Moment, };

/**
 * Why a journal is open to be read only.
 */
export type OnlyReading = { "kind": "trial", 
/**
 * When the backup was made.
 */
madeAt: Moment, } | { "kind": "asked" };

/**
 * What erasing an entry everywhere did.
 */
export type ErasedEverywhere = { 
/**
 * In how many copies the entry was, and is no more: backups, and journals kept aside.
 */
rewritten: number, 
/**
 * Copies that could not be rewritten, and may still hold it.
 */
left: number, 
/**
 * Whether there is a second place that is not within reach now.
 */
outOfReach: boolean, };

/**
 * Until when backups hold what is erased now.
 */
export type HeldByBackups = { "kind": "no" } | { "kind": "until", 
/**
 * The last day.
 */
day: Day, };

/**
 * Something the shell has to say to the journal's window.
 */
export type ShellEvent = { "kind": "menu", 
/**
 * What was chosen.
 */
action: MenuAction, } | { "kind": "close-requested" } | { "kind": "lock-requested", 
/**
 * Why.
 */
why: LockReason, } | { "kind": "store-check", 
/**
 * What they found.
 */
check: StoreCheck, } | { "kind": "terms-ended" } | { "kind": "backup", 
/**
 * What there is to say about it.
 */
news: BackupNews, };

/**
 * What can be chosen from the menu.
 */
export type MenuAction = "new-contact" | "free-page" | "today" | "entries" | "tried" | "sheets" | "looking-back" | "learning" | "handbook" | "walk-throughs" | "search" | "bin" | "backups" | "help" | "lock" | "quit" | "text-larger" | "text-smaller" | "text-normal" | "settings";

/**
 * An entry's number in the store.
 */
export type EntryId = number & { readonly __id: "entry" };

/**
 * An answer's number in the store.
 */
export type AnswerId = number & { readonly __id: "answer" };

/**
 * A calendar day, `YYYY-MM-DD`.
 */
export type Day = string & { readonly __kind: "day" };

/**
 * A moment with the offset it had when it was written, as RFC 3339.
 */
export type Moment = string & { readonly __kind: "moment" };

/**
 * What the first screen needs once the store is open.
 */
export type Opened = { 
/**
 * Today, by the clock of the machine.
 */
today: Day, 
/**
 * Whether a recovery key was made and typed back.
 */
recoveryReady: boolean, 
/**
 * Whether the recovery key opened it, so that a new passphrase is worth asking for.
 */
withRecoveryKey: boolean, 
/**
 * What holds now.
 */
settings: Settings, 
/**
 * The kinds of contact of the handbook, in its order.
 */
kinds: Array<ContactKind>, 
/**
 * What the handbook says besides questions.
 */
houseRules: HouseRules, 
/**
 * The newest entries.
 */
entries: EntryPage, 
/**
 * Intentions that come back at a next contact.
 */
intentions: IntentionList, 
/**
 * Days at which one looks back.
 */
lookBacks: LookBackList, 
/**
 * Whether weeks have passed since the last entry was started.
 */
afterAWhile: boolean, 
/**
 * What the checks of the store have found so far.
 */
check: StoreCheck, 
/**
 * Why nothing can be written; none where it can.
 */
onlyReading: OnlyReading | null, };

/**
 * A kind of contact, from the handbook.
 */
export type ContactKind = { 
/**
 * The handbook's id.
 */
id: string, 
/**
 * Its name on screen.
 */
label: string, 
/**
 * Whether it is a contact; otherwise it looks back on a time or a meeting, and has no alias.
 */
contact: boolean, 
/**
 * Whether a case is talked about in it, so that one's rules of thumb are shown before.
 */
discussion: boolean, };

/**
 * What the checks of the store have found so far.
 */
export type StoreCheck = { 
/**
 * How the journal was left last time.
 */
left: Left, 
/**
 * What was found.
 */
verdict: Verdict, };

/**
 * How the journal was left last time.
 */
export type Left = "new" | "sealed" | "not-closed";

/**
 * What the checks found.
 */
export type Verdict = "checking" | "sound" | "changed-outside" | "damaged";

/**
 * Settings of the journal. All of them travel together.
 */
export type Settings = { 
/**
 * Language and text size, which the lock window uses too.
 */
appearance: Appearance, 
/**
 * Minutes without a key press before the lock: 1 to 15.
 */
idleMinutes: number, 
/**
 * What the organisation calls a person on social assistance.
 */
residentWord: ResidentWord, 
/**
 * What the organisation calls the person who writes here.
 */
workerWord: WorkerWord, 
/**
 * Days that an entry lives after the last contact with its alias, unless the handbook says fewer.
 */
keepDays: KeepDays, };

/**
 * What changing settings gives back: what now holds, and what follows from it.
 */
export type SettingsChanged = { 
/**
 * What holds now.
 */
settings: Settings, 
/**
 * The kinds of contact, in the language that holds now.
 */
kinds: Array<ContactKind>, 
/**
 * What the handbook says besides questions, in that language.
 */
houseRules: HouseRules, };

/**
 * What the organisation calls a person on social assistance.
 */
export type ResidentWord = "inwoner" | "klant" | "client" | "kandidaat";

/**
 * What the organisation calls the person who writes here.
 */
export type WorkerWord = "consulent" | "klantmanager" | "inkomensconsulent" | "werkconsulent" | "participatiecoach";

/**
 * Starts an entry.
 */
export type StartEntry = { 
/**
 * The contact it looks back on; none for a free page on its own.
 */
contact: ContactDraft | null, 
/**
 * What the questions are chosen by; none for a free page.
 */
sitting: Sitting | null, 
/**
 * Questions, a free page or a sheet.
 */
form: Form, 
/**
 * Which sheet; only where `form` is one.
 */
sheet: FormKey | null, 
/**
 * A question that the person wants to answer now, whatever would have been chosen; only where
 * `form` is a guide. Without a contact it is the only one.
 */
question: QuestionKey | null, };

/**
 * A contact as the person describes it.
 */
export type ContactDraft = { 
/**
 * The day of the contact.
 */
day: Day, 
/**
 * The kind, an id of the handbook.
 */
kind: string, 
/**
 * A pseudonym, or none.
 */
alias: string | null, };

/**
 * What the questions of one sitting are chosen by.
 */
export type Sitting = { 
/**
 * The time there is.
 */
minutes: Minutes, 
/**
 * Whether the contact was with somebody of 18 to 27 years.
 */
young: boolean, 
/**
 * What the resident carries, as far as the person wishes to say.
 */
baggage: Baggage | null, 
/**
 * How the person feels, as far as he wishes to say.
 */
mood: Mood | null, 
/**
 * Whether baggage and mood are stored with the entry. Otherwise this process forgets them at
 * the lock.
 */
keep: boolean, };

/**
 * Minutes that somebody takes for one sitting: 2, 5, 15 or 30.
 */
export type Minutes = 2 | 5 | 15 | 30;

/**
 * What a resident carries, as far as the person can tell.
 */
export type Baggage = "life-story" | "criticism" | "both" | "unknown";

/**
 * How the person feels who writes.
 */
export type Mood = "calm" | "touched" | "angry" | "proud";

/**
 * What an entry is made from.
 */
export type Form = "guide" | "free-page" | "sheet";

/**
 * Names one entry.
 */
export type EntryRequest = { 
/**
 * Which entry.
 */
entry: EntryId, };

/**
 * Changes what an entry looks back on.
 */
export type ChangeEntry = { 
/**
 * Which entry.
 */
entry: EntryId, 
/**
 * The day it belongs to.
 */
day: Day, 
/**
 * The kind of contact; none leaves an entry without a contact as it is.
 */
kind: string | null, 
/**
 * A pseudonym, or none; only where there is a kind.
 */
alias: string | null, };

/**
 * One entry, whole.
 */
export type EntryView = { 
/**
 * Which entry.
 */
entry: EntryId, 
/**
 * The contact it looks back on, if any.
 */
contact: ContactView | null, 
/**
 * What its questions were chosen by, as far as it is known; none for a free page.
 */
sitting: Sitting | null, 
/**
 * The day it belongs to: the contact's, or the day it was started.
 */
day: Day, 
/**
 * What it was made from.
 */
form: Form, 
/**
 * The form of a sheet; none for anything else.
 */
sheet: FormView | null, 
/**
 * What was written before this contact, if anything.
 */
prepared: PreparedView | null, 
/**
 * When it was started.
 */
startedAt: Moment, 
/**
 * When it goes; none where it has no term.
 */
going: Going | null, 
/**
 * What became of it outside this journal.
 */
status: EntryStatus, 
/**
 * Whether it is kept quiet by itself.
 */
quiet: boolean, 
/**
 * Its steps in the order of the screen: what was answered, and what may still be. A field
 * of [`StepField::Intention`] and one of [`StepField::Feeling`] are always the last two, but on a
 * sheet. A sheet has a step for every cell that was answered, in the order of the form and of the
 * rows, each look-back directly after its day; and its free pages.
 */
steps: Array<Step>, };

/**
 * The contact of an entry.
 */
export type ContactView = { 
/**
 * The day of the contact.
 */
day: Day, 
/**
 * The kind, an id of the handbook.
 */
kind: string, 
/**
 * The pseudonym, if any.
 */
alias: string | null, };

/**
 * One field of an entry, with what was written in it.
 */
export type Step = { 
/**
 * What is asked.
 */
field: StepField, 
/**
 * What was written, if anything.
 */
answer: AnswerView | null, };

/**
 * What a field of an entry asks.
 */
export type StepField = { "kind": "outcome", 
/**
 * The intention; none when it was erased since.
 */
intention: IntentionView | null, } | { "kind": "question", 
/**
 * The question.
 */
question: QuestionView, 
/**
 * For a follow-up, the question whose answer it asks on from.
 */
follows: string | null, } | { "kind": "own", 
/**
 * Its words, byte for byte.
 */
question: string, } | { "kind": "free" } | { "kind": "intention", 
/**
 * Its wording from the handbook; none when that has none.
 */
question: QuestionView | null, 
/**
 * When it comes back.
 */
returns: Returns, } | { "kind": "feeling" } | { "kind": "cell", 
/**
 * Where, and with which words.
 */
cell: CellView, } | { "kind": "look-back", 
/**
 * The answer that holds the day; none when it was taken out since.
 */
lookBack: AnswerId | null, 
/**
 * What is asked.
 */
asks: string, 
/**
 * The day on which it asked.
 */
due: Day, };

/**
 * A question as it is shown.
 */
export type QuestionView = { 
/**
 * The pack it is of.
 */
pack: string, 
/**
 * The handbook's id.
 */
id: string, 
/**
 * Its wording, with the organisation's words filled in.
 */
text: string, 
/**
 * The theme's name, while the handbook has the question.
 */
theme: string | null, 
/**
 * Why it is asked, while the handbook has the question.
 */
why: string | null, 
/**
 * What to leave out of the answer, where the handbook says so.
 */
privacy: string | null, 
/**
 * Where it comes from, while the handbook has the question.
 */
sources: Array<SourceView>, };

/**
 * A source of a question, with how far it was read.
 */
export type SourceView = { 
/**
 * Its title.
 */
title: string, 
/**
 * What was read of it.
 */
read: string, 
/**
 * What was not.
 */
notRead: string | null, };

/**
 * An answer as it is stored.
 */
export type AnswerView = { 
/**
 * Which answer.
 */
answer: AnswerId, 
/**
 * What was written, byte for byte.
 */
text: string, 
/**
 * When it was first saved.
 */
writtenAt: Moment, 
/**
 * When it was last saved.
 */
savedAt: Moment, };

/**
 * Asks for another question in the place of one without an answer. Nothing of it is stored.
 */
export type OtherQuestion = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The question to put aside, an id of the handbook.
 */
question: string, };

/**
 * Another question.
 */
export type AnotherQuestion = { 
/**
 * The question; none when the handbook has no other for this contact.
 */
question: QuestionView | null, };

/**
 * When an intention comes back.
 */
export type Returns = "alias" | "kind";

/**
 * An intention that waits for its next contact.
 */
export type IntentionView = { 
/**
 * The answer in which it was written.
 */
intention: AnswerId, 
/**
 * The entry in which it was written.
 */
entry: EntryId, 
/**
 * What the person wanted to try.
 */
text: string, 
/**
 * The day of that contact.
 */
day: Day, 
/**
 * The kind of that contact; none for a free page on its own.
 */
kind: string | null, 
/**
 * The pseudonym of that contact, if any.
 */
alias: string | null, 
/**
 * When it comes back.
 */
returns: Returns, };

/**
 * Intentions that come back.
 */
export type IntentionList = { 
/**
 * The latest first.
 */
intentions: Array<IntentionView>, };

/**
 * Lets an intention rest, or takes that back.
 */
export type LetGo = { 
/**
 * Which intention.
 */
intention: AnswerId, 
/**
 * Whether it no longer comes back.
 */
letGo: boolean, };

/**
 * Saves one answer.
 */
export type SaveAnswer = { 
/**
 * The entry it belongs to.
 */
entry: EntryId, 
/**
 * The answer, once it has a number.
 */
answer: AnswerId | null, 
/**
 * What it answers.
 */
field: AnswerField, 
/**
 * What was written, byte for byte.
 */
text: string, };

/**
 * What an answer answers.
 */
export type AnswerField = { "kind": "outcome", 
/**
 * The intention; none when it was erased since, and the answer has a number.
 */
intention: AnswerId | null, } | { "kind": "question", 
/**
 * Its id.
 */
id: string, } | { "kind": "own", 
/**
 * Its words, on one line.
 */
question: string, } | { "kind": "free" } | { "kind": "intention", 
/**
 * When it comes back.
 */
returns: Returns, } | { "kind": "feeling" } | { "kind": "cell", 
/**
 * The form's id of the field.
 */
field: string, 
/**
 * The column, or the option where several may be chosen.
 */
column: string | null, 
/**
 * The row, from 0.
 */
row: number, 
/**
 * The option that is chosen; only for a choice.
 */
option: string | null, } | { "kind": "look-back", 
/**
 * The answer that holds the day; none when it was taken out since, and the answer has a number.
 */
lookBack: AnswerId | null, 
/**
 * The day on which it asked.
 */
due: Day, };

/**
 * An answer is on disk.
 */
export type AnswerSaved = { 
/**
 * Its number from now on.
 */
answer: AnswerId, 
/**
 * When it was saved.
 */
savedAt: Moment, };

/**
 * Asks for entries, newest first.
 */
export type ListEntries = { 
/**
 * Where the last page ended; none for the newest.
 */
after: EntryCursor | null, };

/**
 * A place in the list of entries.
 */
export type EntryCursor = { 
/**
 * The day of the last row.
 */
day: Day, 
/**
 * The entry of the last row.
 */
entry: EntryId, };

/**
 * A page of rows.
 */
export type EntryPage = { 
/**
 * The rows, newest first, at most 50.
 */
rows: Array<EntryRow>, 
/**
 * Where the next page starts; none at the end.
 */
next: EntryCursor | null, };

/**
 * An entry in a list.
 */
export type EntryRow = { 
/**
 * Which entry.
 */
entry: EntryId, 
/**
 * The day it belongs to.
 */
day: Day, 
/**
 * The kind of contact, an id of the handbook; none for a free page on its own.
 */
kind: string | null, 
/**
 * The pseudonym, if any.
 */
alias: string | null, 
/**
 * The name of its form, for a sheet.
 */
sheet: string | null, 
/**
 * The first words, on one line; empty when nothing was written yet.
 */
excerpt: string, };

/**
 * What is in the bin.
 */
export type BinPage = { 
/**
 * The rows, last deleted first.
 */
rows: Array<BinRow>, 
/**
 * Until when backups hold what is erased now.
 */
held: HeldByBackups, };

/**
 * An entry in the bin.
 */
export type BinRow = { 
/**
 * The entry as a list shows it.
 */
row: EntryRow, 
/**
 * When it goes for good.
 */
goesAt: Moment, };

/**
 * Aliases in use.
 */
export type AliasList = { 
/**
 * The latest contact first.
 */
aliases: Array<string>, };

/**
 * A word pair that is not in use.
 */
export type ProposedAlias = { 
/**
 * Two words.
 */
alias: string, };

/**
 * Locks the journal.
 */
export type LockJournal = { 
/**
 * What the lock window opens for.
 */
intent: Intent, 
/**
 * Why, so that the lock window can say it.
 */
why: LockReason, 
/**
 * The backup to restore, where that is what is asked.
 */
backup: BackupRef | null, };

/**
 * Why the journal locks.
 */
export type LockReason = "asked" | "idle" | "screen" | "sleep" | "lid";

/**
 * What locked a journal that nobody had asked to lock.
 */
export type LockedBy = "idle" | "screen" | "sleep" | "lid";

/**
 * What can be checked here and now.
 */
export type SelfCheck = { 
/**
 * Which system this is: what can be promised differs.
 */
system: System, 
/**
 * What this process has just tried and how it went; none where the system enforces nothing.
 */
tries: Array<Try>, 
/**
 * Whether every way to another machine is among them, and none of them was open.
 */
networkRefused: boolean, 
/**
 * Every process of the app, the parent first.
 */
processes: Array<ProcessRow>, 
/**
 * Where the files are.
 */
places: Array<PlaceRow>, 
/**
 * Whether the disk under the data folder is encrypted.
 */
disk: DiskEncryption, 
/**
 * The version of the app.
 */
version: string, };

/**
 * An operating system.
 */
export type System = "linux" | "windows" | "macos";

/**
 * Something that was tried.
 */
export type Try = { 
/**
 * What.
 */
what: Tried, 
/**
 * What the system answered.
 */
outcome: Outcome, 
/**
 * Whether that is as it should be.
 */
asPromised: boolean, };

/**
 * What was tried.
 */
export type Tried = "ipv4" | "ipv6" | "packets" | "bluetooth" | "other-sockets" | "io-uring" | "other-memory" | "crash-dump" | "being-read" | "local" | "netlink";

/**
 * What the system answered.
 */
export type Outcome = "refused" | "allowed" | "not-there";

/**
 * A process of the app.
 */
export type ProcessRow = { 
/**
 * Its number, by which an administrator finds it.
 */
id: number, 
/**
 * What it is; what it knows follows.
 */
kind: ProcessKind, 
/**
 * Whether the system refuses it the network; none where that cannot be seen.
 */
refused: boolean | null, };

/**
 * What a process of the app is.
 */
export type ProcessKind = "parent" | "keys" | "journal" | "page" | "web-network" | "other";

/**
 * A place on the disk.
 */
export type PlaceRow = { 
/**
 * What is there.
 */
kind: PlaceKind, 
/**
 * Where it is, whole.
 */
path: string, };

/**
 * What is at a place.
 */
export type PlaceKind = "journal" | "backups" | "second-place" | "programs" | "webview";

/**
 * Asks what in a text points at a person. Nothing of it is stored.
 */
export type MirrorText = { 
/**
 * The text as it stands in the field.
 */
text: string, 
/**
 * The entry that it belongs to, whose alias may take a name's place; none outside an entry.
 */
entry: EntryId | null, 
/**
 * Whether it is made to be shown to others, so that an alias in use does not belong in it either.
 */
forOthers: boolean, };

/**
 * What the mirror shows of one text.
 */
export type Mirror = { 
/**
 * In the order of the text, none overlapping another.
 */
findings: Array<Finding>, };

/**
 * A place in a text that points at a person.
 */
export type Finding = { 
/**
 * What it is.
 */
kind: FindingKind, 
/**
 * Where it begins, in UTF-16 code units, as a text field counts.
 */
start: number, 
/**
 * Where it ends, in UTF-16 code units.
 */
end: number, 
/**
 * What may stand there instead.
 */
instead: Instead, };

/**
 * What points at a person.
 */
export type FindingKind = "bsn" | "iban" | "phone" | "email" | "postcode" | "street" | "birth-date" | "plate" | "case-number" | "name" | "alias";

/**
 * What may stand in the place of a finding. The words are the catalogue's.
 */
export type Instead = { "kind": "alias", 
/**
 * The alias.
 */
alias: string, } | { "kind": "name" } | { "kind": "somebody" } | { "kind": "address" } | { "kind": "blank" };

/**
 * Says that a finding is no person. A word is kept in the store; a number only until the lock.
 */
export type Spare = { 
/**
 * What it was taken for.
 */
kind: FindingKind, 
/**
 * What stands there.
 */
text: string, };

/**
 * Words that the person said are no person.
 */
export type SparedWords = { 
/**
 * In the order of the alphabet.
 */
words: Array<string>, };

/**
 * Takes back that a word is no person.
 */
export type SparedWord = { 
/**
 * The word, as it stands in the list.
 */
word: string, };

/**
 * What the mirror shows of a whole entry, for one quiet line when it is done.
 */
export type EntryMirror = { 
/**
 * What still points at a person, each kind once.
 */
kinds: Array<FindingKind>, 
/**
 * What the law protects more than the rest, each kind once.
 */
weighty: Array<Weight>, };

/**
 * Facts that the law protects more than others.
 */
export type Weight = "health" | "crime" | "faith" | "origin";

/**
 * Asks for the next entries in which something points at a person.
 */
export type CheckEntries = { 
/**
 * Where the last answer ended; none to begin with the newest.
 */
after: EntryCursor | null, };

/**
 * A part of what stands in the journal was looked over.
 */
export type CheckedEntries = { 
/**
 * The entries of that part in which something points at a person, newest first.
 */
rows: Array<CheckedRow>, 
/**
 * Where to go on; none when all was looked over.
 */
next: EntryCursor | null, };

/**
 * An entry in which something points at a person.
 */
export type CheckedRow = { 
/**
 * The entry as a list shows it.
 */
row: EntryRow, 
/**
 * What points at a person in its answers and own questions, each kind once.
 */
kinds: Array<FindingKind>, };

/**
 * How many days an entry lives after the last contact with its alias: 30, 90 or 180.
 */
export type KeepDays = 30 | 90 | 180;

/**
 * What the handbook says besides questions.
 */
export type HouseRules = { 
/**
 * The most days that an entry may live after the last contact with its alias; none where the
 * organisation sets no term.
 */
longestDays: number | null, 
/**
 * What the organisation says about serious worries for somebody's safety; none where it says
 * nothing.
 */
safety: string | null, 
/**
 * What the organisation says about its own way of working; none where it says nothing.
 */
protocol: string | null, };

/**
 * What became of an entry outside this journal.
 */
export type EntryStatus = { 
/**
 * The day on which it was last shown to somebody; none: it is personal.
 */
shownOn: Day | null, 
/**
 * The day on which it was last carried out of the journal as a page; none: it never was.
 */
carriedOutOn: Day | null, };

/**
 * When an entry goes, and why then.
 */
export type Going = { 
/**
 * The first day on which it may be gone.
 */
day: Day, 
/**
 * Why then.
 */
why: GoingReason, };

/**
 * Why an entry goes.
 */
export type GoingReason = "term" | "two-years" | "closed";

/**
 * What goes within a week. Asking for it is what starts the week.
 */
export type LeavingList = { 
/**
 * What goes first stands first.
 */
rows: Array<LeavingRow>, };

/**
 * An entry that goes within a week.
 */
export type LeavingRow = { 
/**
 * The entry as a list shows it.
 */
row: EntryRow, 
/**
 * When it goes: never before a week after it was first shown here.
 */
going: Going, };

/**
 * Entries without an alias that are older than a year, when it is time to ask about them.
 */
export type YearlyQuestion = { 
/**
 * The oldest first, at most 50; empty where there is nothing to ask.
 */
rows: Array<EntryRow>, 
/**
 * Whether there are more than these.
 */
more: boolean, };

/**
 * A rule of thumb's number in the store.
 */
export type RuleId = number & { readonly __id: "rule" };

/**
 * A former wording's number in the store.
 */
export type WordingId = number & { readonly __id: "wording" };

/**
 * A rule of thumb: one's own, about one's own acting.
 */
export type RuleOfThumb = { 
/**
 * Which.
 */
rule: RuleId, 
/**
 * One line.
 */
text: string, 
/**
 * When it was last written.
 */
changedAt: Moment, 
/**
 * The day on which it was dropped; none while it is used.
 */
droppedOn: Day | null, 
/**
 * How it was worded before, the latest first.
 */
former: Array<FormerWording>, };

/**
 * How a rule of thumb was worded before.
 */
export type FormerWording = { 
/**
 * Which.
 */
wording: WordingId, 
/**
 * One line.
 */
text: string, 
/**
 * The day on which other words took its place.
 */
until: Day, };

/**
 * The rules of thumb.
 */
export type RuleList = { 
/**
 * Those that are used first, then those that were dropped; the latest first in both.
 */
rules: Array<RuleOfThumb>, };

/**
 * Keeps a rule of thumb. It says nothing of where it came from: that would point back at a person.
 */
export type KeepRule = { 
/**
 * One line of 1 to 300 characters.
 */
text: string, };

/**
 * Changes a rule of thumb; the words it had stay beside it.
 */
export type ChangeRule = { 
/**
 * Which.
 */
rule: RuleId, 
/**
 * One line of 1 to 300 characters.
 */
text: string, };

/**
 * Drops a rule of thumb, or takes it up again.
 */
export type DropRule = { 
/**
 * Which.
 */
rule: RuleId, 
/**
 * Whether it is no longer used.
 */
dropped: boolean, };

/**
 * Names one rule of thumb.
 */
export type RuleRequest = { 
/**
 * Which.
 */
rule: RuleId, };

/**
 * Names one former wording.
 */
export type WordingRequest = { 
/**
 * Which.
 */
wording: WordingId, };

/**
 * A word's number in the store.
 */
export type TwofoldWordId = number & { readonly __id: "twofold-word" };

/**
 * A word that two people used with different meanings.
 */
export type TwofoldWord = { 
/**
 * Which.
 */
twofold: TwofoldWordId, 
/**
 * The word, one line.
 */
word: string, 
/**
 * What it means to the writer, one line; perhaps nothing yet.
 */
mine: string, 
/**
 * What it means to the other, one line; perhaps nothing yet.
 */
theirs: string, 
/**
 * Who the other is: a role, one line; perhaps nothing.
 */
whose: string, 
/**
 * When it was last written.
 */
changedAt: Moment, };

/**
 * The words with two meanings.
 */
export type TwofoldWordList = { 
/**
 * By the word, as a dictionary has them.
 */
words: Array<TwofoldWord>, };

/**
 * What is written about a word.
 */
export type TwofoldWordDraft = { 
/**
 * One line of 1 to 60 characters.
 */
word: string, 
/**
 * One line of at most 300 characters.
 */
mine: string, 
/**
 * One line of at most 300 characters.
 */
theirs: string, 
/**
 * One line of at most 60 characters.
 */
whose: string, };

/**
 * Changes what is written about a word.
 */
export type ChangeTwofoldWord = { 
/**
 * Which.
 */
twofold: TwofoldWordId, 
/**
 * What it becomes.
 */
draft: TwofoldWordDraft, };

/**
 * Names one word.
 */
export type TwofoldWordRequest = { 
/**
 * Which.
 */
twofold: TwofoldWordId, };

/**
 * A point's number in the store.
 */
export type TeamPointId = number & { readonly __id: "team-point" };

/**
 * The team card: what one takes along to the team, about a shared approach and about nobody.
 */
export type TeamCard = { 
/**
 * The themes that have something, in the order of the handbook; one that no pack here has any more
 * comes after them, and what has no theme last.
 */
themes: Array<TeamTheme>, 
/**
 * What was talked about, the latest first.
 */
discussed: Array<TeamPoint>, };

/**
 * A theme of the team card.
 */
export type TeamTheme = { 
/**
 * The handbook's id of it; none where there is no theme.
 */
theme: string | null, 
/**
 * Its name; none where there is no theme.
 */
name: string | null, 
/**
 * What there is to say, the earliest first.
 */
points: Array<TeamPoint>, };

/**
 * Something to take along to the team.
 */
export type TeamPoint = { 
/**
 * Which.
 */
point: TeamPointId, 
/**
 * The handbook's id of its theme, if any.
 */
theme: string | null, 
/**
 * A text of a few lines.
 */
text: string, 
/**
 * The day on which it was written.
 */
writtenOn: Day, 
/**
 * The day on which it was talked about; none while it stands on the card.
 */
discussedOn: Day | null, };

/**
 * What is written for the team.
 */
export type TeamPointDraft = { 
/**
 * A theme of the handbook, or none.
 */
theme: string | null, 
/**
 * 1 to 600 characters.
 */
text: string, };

/**
 * Changes something for the team.
 */
export type ChangeTeamPoint = { 
/**
 * Which.
 */
point: TeamPointId, 
/**
 * What it becomes.
 */
draft: TeamPointDraft, };

/**
 * It was talked about, or was not after all.
 */
export type DiscussTeamPoint = { 
/**
 * Which.
 */
point: TeamPointId, 
/**
 * Whether it leaves the card.
 */
discussed: boolean, };

/**
 * Names one point.
 */
export type TeamPointRequest = { 
/**
 * Which.
 */
point: TeamPointId, };

/**
 * What of it is written as a page.
 */
export type Learned = "rules" | "words" | "team-card";

/**
 * Asks for a page of it.
 */
export type SaveLearned = { 
/**
 * What stands on it.
 */
what: Learned, };

/**
 * An own trial's number in the store.
 */
export type OwnTrialId = number & { readonly __id: "own-trial" };

/**
 * A phase's number in the store.
 */
export type PhaseId = number & { readonly __id: "phase" };

/**
 * A measurement's number in the store.
 */
export type MeasurementId = number & { readonly __id: "measurement" };

/**
 * In what one measures.
 */
export type Scale = "zero-to-ten" | "count";

/**
 * Which way is better. Said before the first trial phase, so that nobody chooses it by the outcome.
 */
export type Better = "higher" | "lower";

/**
 * What a phase is.
 */
export type PhaseKind = "begin" | "trial";

/**
 * The own trials.
 */
export type OwnTrialList = { 
/**
 * Those that run first, then those that ended; the latest first in both.
 */
trials: Array<OwnTrialRow>, };

/**
 * An own trial in the list.
 */
export type OwnTrialRow = { 
/**
 * Which.
 */
trial: OwnTrialId, 
/**
 * What of one's own acting is looked at, one line.
 */
behaviour: string, 
/**
 * In what it is measured.
 */
scale: Scale, 
/**
 * Which way is better.
 */
better: Better, 
/**
 * What the last phase is.
 */
phase: PhaseKind, 
/**
 * The day on which it was started.
 */
startedOn: Day, 
/**
 * The day of the last measurement; none before the first.
 */
measuredOn: Day | null, 
/**
 * The day on which it was ended; none while it runs.
 */
endedOn: Day | null, };

/**
 * An own trial, whole.
 */
export type OwnTrialView = { 
/**
 * Which, and what the list says of it.
 */
row: OwnTrialRow, 
/**
 * Whether the scale can still be chosen: no value stands there yet.
 */
scaleOpen: boolean, 
/**
 * Whether the direction can still be chosen: no trial phase was begun yet.
 */
betterOpen: boolean, 
/**
 * The phases in their order; the first is always a begin phase.
 */
phases: Array<PhaseView>, 
/**
 * Each trial phase beside the begin phase before it, in the order of the trial phases.
 */
comparisons: Array<ComparisonView>, };

/**
 * A phase.
 */
export type PhaseView = { 
/**
 * Which.
 */
phase: PhaseId, 
/**
 * What it is.
 */
kind: PhaseKind, 
/**
 * The day on which it was begun.
 */
beganOn: Day, 
/**
 * What is done differently in it, one line; empty where nothing was said.
 */
differently: string, 
/**
 * The measurements, in the order of time.
 */
measurements: Array<MeasurementView>, 
/**
 * The median of the values; none without any.
 */
median: number | null, };

/**
 * A measurement.
 */
export type MeasurementView = { 
/**
 * Which.
 */
measurement: MeasurementId, 
/**
 * The day.
 */
day: Day, 
/**
 * The value, on the scale of the trial.
 */
value: number, };

/**
 * A trial phase beside the begin phase before it.
 */
export type ComparisonView = { 
/**
 * The begin phase.
 */
begin: PhaseId, 
/**
 * The trial phase.
 */
trial: PhaseId, 
/**
 * How they differ; none while one of them has fewer than five measurements.
 */
overlap: OverlapView | null, };

/**
 * How far two phases overlap. It says nothing about causes.
 */
export type OverlapView = { 
/**
 * Of all pairs of a value of the begin phase and one of the trial phase: in how many the latter is
 * better.
 */
better: number, 
/**
 * In how many it is worse.
 */
worse: number, 
/**
 * In how many the two are equal.
 */
equal: number, 
/**
 * NAP, 0 to 1: (better + ½ equal) of all pairs. Parker & Vannest 2009.
 */
nap: number, 
/**
 * Tau-U without correction, −1 to 1. Parker, Vannest, Davis & Sauber 2011.
 */
tau: number, 
/**
 * Tau-U corrected for where the begin phase was already going; it can leave −1 to 1.
 */
tauCorrected: number, 
/**
 * Where the begin phase was already going by itself.
 */
beginWent: Went, };

/**
 * Where the values of a phase went by themselves.
 */
export type Went = "better" | "worse" | "flat";

/**
 * Starts an own trial, with its first begin phase today.
 */
export type StartOwnTrial = { 
/**
 * What of one's own acting is looked at: one line of 1 to 200 characters.
 */
behaviour: string, 
/**
 * In what it is measured.
 */
scale: Scale, 
/**
 * Which way is better.
 */
better: Better, };

/**
 * Changes what an own trial says of itself.
 */
export type ChangeOwnTrial = { 
/**
 * Which.
 */
trial: OwnTrialId, 
/**
 * One line of 1 to 200 characters.
 */
behaviour: string, 
/**
 * Another scale is refused once a value stands there.
 */
scale: Scale, 
/**
 * Another direction is refused once a trial phase was begun.
 */
better: Better, };

/**
 * Names one own trial.
 */
export type OwnTrialRequest = { 
/**
 * Which.
 */
trial: OwnTrialId, };

/**
 * Begins the next phase, today.
 */
export type BeginPhase = { 
/**
 * Of which trial.
 */
trial: OwnTrialId, 
/**
 * What it is.
 */
kind: PhaseKind, 
/**
 * What is done differently in it: one line of at most 200 characters, or nothing.
 */
differently: string, };

/**
 * Changes what is done differently in a phase.
 */
export type ChangePhase = { 
/**
 * Which.
 */
phase: PhaseId, 
/**
 * One line of at most 200 characters, or nothing.
 */
differently: string, };

/**
 * Names one phase.
 */
export type PhaseRequest = { 
/**
 * Which.
 */
phase: PhaseId, };

/**
 * Writes down a value.
 */
export type Measure = { 
/**
 * Of which trial.
 */
trial: OwnTrialId, 
/**
 * The value, on the scale of the trial.
 */
value: number, 
/**
 * The day, from the start of the trial to today; none for today. It falls in the last phase that
 * had begun on that day.
 */
day: Day | null, };

/**
 * A value was written down.
 */
export type Measured = { 
/**
 * Which it became, so that it can be taken back.
 */
measurement: MeasurementId, 
/**
 * The trial as it is now.
 */
trial: OwnTrialView, };

/**
 * Changes a measurement; another day can put it in another phase.
 */
export type ChangeMeasurement = { 
/**
 * Which.
 */
measurement: MeasurementId, 
/**
 * The value.
 */
value: number, 
/**
 * The day.
 */
day: Day, };

/**
 * Names one measurement.
 */
export type MeasurementRequest = { 
/**
 * Which.
 */
measurement: MeasurementId, };

/**
 * Ends an own trial, or lets it go on.
 */
export type EndOwnTrial = { 
/**
 * Which.
 */
trial: OwnTrialId, 
/**
 * Whether it is over.
 */
ended: boolean, };

/**
 * What of an own trial can no longer be chosen.
 */
export type OwnTrialPart = "scale" | "better";

/**
 * Asks what is wrong with an alias before it is used.
 */
export type JudgeAlias = { 
/**
 * As it was typed.
 */
alias: string, };

/**
 * What there is to say about an alias.
 */
export type AliasJudgement = { 
/**
 * Whether it looks like the name of a person, or holds something else that points at one.
 */
pointsAtPerson: boolean, 
/**
 * Aliases in use that are easily taken for it; never the alias itself.
 */
alike: Array<string>, };

/**
 * Every alias, for the page about them.
 */
export type AliasRows = { 
/**
 * The latest contact first.
 */
rows: Array<AliasRow>, };

/**
 * An alias in the list.
 */
export type AliasRow = { 
/**
 * The alias.
 */
alias: string, 
/**
 * The day of the last contact.
 */
lastContact: Day, 
/**
 * The day on which the work with this alias was closed; none: it goes on.
 */
closedOn: Day | null, 
/**
 * What there is to say about it.
 */
judgement: AliasJudgement, };

/**
 * Names one alias, in whatever case.
 */
export type AliasRequest = { 
/**
 * The alias.
 */
alias: string, };

/**
 * Gives an alias another name, or joins it to another alias.
 */
export type RenameAlias = { 
/**
 * The alias.
 */
alias: string, 
/**
 * What it becomes. To merge: the alias that takes in its entries.
 */
to: string, };

/**
 * Closes the work with an alias, or takes that back.
 */
export type CloseAlias = { 
/**
 * The alias.
 */
alias: string, 
/**
 * Whether the work is closed.
 */
closed: boolean, };

/**
 * All that is known under one alias.
 */
export type AliasView = { 
/**
 * The alias as it was first typed.
 */
alias: string, 
/**
 * The day of the last contact.
 */
lastContact: Day, 
/**
 * The day on which the work was closed; none: it goes on.
 */
closedOn: Day | null, 
/**
 * What there is to say about its name.
 */
judgement: AliasJudgement, 
/**
 * Its newest entries.
 */
entries: AliasEntries, 
/**
 * Its contacts, the newest first, each once.
 */
contacts: Array<ContactView>, 
/**
 * What was to be tried with it, and what became of it; the newest first, at most 50.
 */
tried: Array<TriedRow>, 
/**
 * How the work together was looked at, in words: its sheets of the form that asks for it, the
 * newest first, at most 12.
 */
relation: Array<SheetVersion>, 
/**
 * Whether it is kept quiet.
 */
quiet: boolean, };

/**
 * Asks for older entries of an alias.
 */
export type ListAliasEntries = { 
/**
 * The alias.
 */
alias: string, 
/**
 * Where the last page ended.
 */
after: EntryCursor, };

/**
 * A page of the entries under an alias.
 */
export type AliasEntries = { 
/**
 * The entries, newest first, those in the bin too; at most 50.
 */
rows: Array<AliasEntry>, 
/**
 * Where the page ended; none where there are no older ones.
 */
next: EntryCursor | null, };

/**
 * An entry under an alias.
 */
export type AliasEntry = { 
/**
 * The entry as a list shows it.
 */
row: EntryRow, 
/**
 * When it goes; none in the bin, which empties itself.
 */
going: Going | null, 
/**
 * What became of it outside this journal.
 */
status: EntryStatus, 
/**
 * Whether it is in the bin.
 */
inBin: boolean, };

/**
 * An alias was erased.
 */
export type AliasErased = { 
/**
 * What became of the backups.
 */
everywhere: ErasedEverywhere, 
/**
 * Whether its words still stand in other entries.
 */
stillNamed: boolean, };

/**
 * Names a form of a pack.
 */
export type FormKey = { 
/**
 * The pack's id.
 */
pack: string, 
/**
 * The form's id in that pack.
 */
form: string, };

/**
 * Names a question of a pack.
 */
export type QuestionKey = { 
/**
 * The pack's id.
 */
pack: string, 
/**
 * The question's id in that pack.
 */
question: string, };

/**
 * A form as it is filled in.
 */
export type FormView = { 
/**
 * Which form.
 */
form: FormKey, 
/**
 * Its name, as it was when the entry was started.
 */
title: string, 
/**
 * What it is for, in a few sentences; none when no pack here has the form any more.
 */
explanation: string | null, 
/**
 * What must be read before one writes, such as whose impression it is.
 */
note: string | null, 
/**
 * Whom it is about.
 */
about: FormAbout, 
/**
 * Whether it is made to be taken to others, so that it holds no person.
 */
personFree: boolean, 
/**
 * Whether earlier ones are worth reading beside it.
 */
compare: boolean, 
/**
 * Its fields in order; none when no pack here has the form any more.
 */
fields: Array<SheetField>, };

/**
 * Whom a form is about.
 */
export type FormAbout = "coming-contact" | "contact" | "nobody";

/**
 * One field of a form.
 */
export type SheetField = { 
/**
 * The form's id of it.
 */
id: string, 
/**
 * What it asks.
 */
label: string, 
/**
 * A line that helps.
 */
hint: string | null, 
/**
 * What it takes.
 */
shape: FieldShape, 
/**
 * What an organisation proposes to choose from; one may write anything else.
 */
suggestions: Array<string>, };

/**
 * What a field takes.
 */
export type FieldShape = { "kind": "text", 
/**
 * Whether there may be any number of them, none included.
 */
repeated: boolean, } | { "kind": "columns", 
/**
 * Two to four columns.
 */
columns: Array<Labelled>, 
/**
 * Whether there may be any number of rows, none included.
 */
repeated: boolean, } | { "kind": "choice", 
/**
 * The words.
 */
options: Array<Labelled>, 
/**
 * Whether several may be chosen.
 */
many: boolean, } | { "kind": "date", 
/**
 * The question that comes back on that day; none for a day that is only noted.
 */
asks: string | null, 
/**
 * The day that is proposed while nothing stands there; never stored by itself.
 */
proposed: Day | null, };

/**
 * Something with a name on screen.
 */
export type Labelled = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name on screen.
 */
label: string, };

/**
 * The place of one answer in a sheet, with the words it was asked with.
 */
export type CellView = { 
/**
 * The form's id of the field.
 */
field: string, 
/**
 * The column, where the field has columns; the option, where several may be chosen.
 */
column: string | null, 
/**
 * The row, from 0, where there may be many; else 0.
 */
row: number, 
/**
 * What the field asks, as it was shown.
 */
label: string, 
/**
 * The name of the column, or the question that comes back on a day, as it was shown.
 */
heading: string | null, 
/**
 * What the answer is. A day is written `YYYY-MM-DD`, a choice as the option's name.
 */
value: CellValue, 
/**
 * The option that was chosen, by its id.
 */
option: string | null, };

/**
 * What the answer in a cell is.
 */
export type CellValue = "text" | "choice" | "date" | "look-back";

/**
 * What was written before a contact, to be read beside what is written after it.
 */
export type PreparedView = { 
/**
 * The entry in which it stands.
 */
entry: EntryId, 
/**
 * The day for which it was written.
 */
day: Day, 
/**
 * What was written, in the order of the form.
 */
lines: Array<SheetLine>, };

/**
 * A text under its label.
 */
export type SheetLine = { 
/**
 * What was asked.
 */
label: string, 
/**
 * What was written.
 */
text: string, };

/**
 * Days at which one looks back.
 */
export type LookBackList = { 
/**
 * Those whose day has come and those still to come, the earliest first.
 */
lookBacks: Array<LookBackView>, };

/**
 * A day at which one looks back on what a sheet said.
 */
export type LookBackView = { 
/**
 * The answer that holds the day.
 */
lookBack: AnswerId, 
/**
 * The sheet in which it stands.
 */
entry: EntryId, 
/**
 * The name of the sheet.
 */
title: string, 
/**
 * What is asked on that day.
 */
asks: string, 
/**
 * The day.
 */
due: Day, 
/**
 * The day the sheet belongs to.
 */
day: Day, 
/**
 * The pseudonym of its contact, if any.
 */
alias: string | null, 
/**
 * The first words of the sheet, on one line.
 */
excerpt: string, };

/**
 * Lets a look-back rest, or takes that back.
 */
export type LetGoLookBack = { 
/**
 * Which look-back.
 */
lookBack: AnswerId, 
/**
 * Whether it no longer comes back.
 */
letGo: boolean, };

/**
 * Asks for what was to be tried, the latest first.
 */
export type ListTried = { 
/**
 * The last intention of the page before; none for the latest.
 */
after: AnswerId | null, };

/**
 * A page of what was to be tried.
 */
export type TriedPage = { 
/**
 * The latest first, at most 50.
 */
rows: Array<TriedRow>, 
/**
 * Where the next page starts; none at the end.
 */
next: AnswerId | null, };

/**
 * An intention, and what became of it.
 */
export type TriedRow = { 
/**
 * The intention.
 */
intention: IntentionView, 
/**
 * What became of it.
 */
became: Became, };

/**
 * What became of an intention.
 */
export type Became = { "kind": "waits" } | { "kind": "told", 
/**
 * Where.
 */
entry: EntryId, 
/**
 * The day of that entry.
 */
day: Day, 
/**
 * What.
 */
text: string, } | { "kind": "let-go" } | { "kind": "replaced" };

/**
 * All own answers to one question, the latest first.
 */
export type ThroughTime = { 
/**
 * The question as the handbook of today asks it; none when no pack here has it.
 */
question: QuestionView | null, 
/**
 * At most 200.
 */
rows: Array<ThroughTimeRow>, };

/**
 * One answer to a question, at one time.
 */
export type ThroughTimeRow = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The day it belongs to.
 */
day: Day, 
/**
 * The kind of contact, an id of the handbook, if any.
 */
kind: string | null, 
/**
 * The pseudonym, if any.
 */
alias: string | null, 
/**
 * The question as it was asked then.
 */
asked: string, 
/**
 * What was written, byte for byte.
 */
text: string, };

/**
 * All own sheets of one form, the latest first.
 */
export type SheetVersions = { 
/**
 * At most 50.
 */
sheets: Array<SheetVersion>, };

/**
 * One sheet of a form.
 */
export type SheetVersion = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The day it belongs to.
 */
day: Day, 
/**
 * The pseudonym, if any.
 */
alias: string | null, 
/**
 * What was written: the steps that have text.
 */
steps: Array<Step>, };

/**
 * The handbook, whole: every pack that is switched on, in the language of the window.
 */
export type HandbookView = { 
/**
 * The packs, our own first.
 */
packs: Array<PackHead>, 
/**
 * The themes with their questions, in the order of the packs.
 */
themes: Array<ThemeView>, 
/**
 * The sources.
 */
sources: Array<HandbookSource>, 
/**
 * The forms.
 */
forms: Array<FormHead>, 
/**
 * The ways to look at something together.
 */
methods: Array<MethodView>, 
/**
 * Words of the field, explained.
 */
terms: Array<TermView>, 
/**
 * Cases of nobody, to practise with.
 */
cases: Array<CaseView>, 
/**
 * The roles that one can take in practice.
 */
roles: Array<RoleView>, 
/**
 * The cards that are drawn in practice.
 */
cards: Array<CardView>, 
/**
 * How a rule of thumb can begin; never a rule by itself.
 */
starters: Array<string>, 
/**
 * What a group agrees on before it talks.
 */
agreements: Array<string>, 
/**
 * What a companion may ask who looks along.
 */
companion: Array<string>, 
/**
 * What an organisation has to offer a resident.
 */
instruments: Array<TermView>, };

/**
 * What a pack says about itself.
 */
export type PackHead = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its version.
 */
version: string, 
/**
 * Who made it.
 */
makers: Array<string>, 
/**
 * Its licence.
 */
licence: string, 
/**
 * Whether its texts are the makers' own words.
 */
ownWording: boolean, 
/**
 * What must be said wherever it is shown.
 */
disclaimer: string, };

/**
 * A theme with its questions.
 */
export type ThemeView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is about.
 */
explanation: string, 
/**
 * The ids of its sources.
 */
sources: Array<string>, 
/**
 * Its questions, each follow-up directly after its parent.
 */
questions: Array<HandbookQuestion>, };

/**
 * A question as one leafs through it.
 */
export type HandbookQuestion = { 
/**
 * The question.
 */
question: QuestionView, 
/**
 * The names of the kinds of contact it fits; empty for every one with a conversation.
 */
kinds: Array<string>, 
/**
 * Whether it follows the one before it.
 */
follows: boolean, };

/**
 * A source, as the handbook lists it.
 */
export type HandbookSource = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its address: shown, never opened.
 */
url: string | null, 
/**
 * The year in which it came out, as it is written.
 */
year: string | null, 
/**
 * What was read of it.
 */
read: string, 
/**
 * What was not.
 */
notRead: string | null, };

/**
 * A form, as a list shows it.
 */
export type FormHead = { 
/**
 * Which form.
 */
form: FormKey, 
/**
 * Its name.
 */
title: string, 
/**
 * What it is for.
 */
explanation: string, 
/**
 * Whom it is about.
 */
about: FormAbout, 
/**
 * Whether it holds no person.
 */
personFree: boolean, 
/**
 * Whether earlier ones are worth reading beside it.
 */
compare: boolean, 
/**
 * The kinds of contact after which it is offered first, by their ids.
 */
kinds: Array<string>, 
/**
 * The theme it stands under, by its name.
 */
theme: string | null, 
/**
 * The ids of its sources.
 */
sources: Array<string>, 
/**
 * What it is for where colleagues learn together; none: for nothing there.
 */
intervision: FormInIntervision | null, };

/**
 * A way to look at something together, in steps.
 */
export type MethodView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is for.
 */
explanation: string, 
/**
 * Its steps in order.
 */
steps: Array<MethodStep>, 
/**
 * The ids of its sources.
 */
sources: Array<string>, };

/**
 * A step of a method.
 */
export type MethodStep = { 
/**
 * What is done.
 */
text: string, 
/**
 * Who speaks, where that is said.
 */
who: string | null, 
/**
 * The time that the method gives it.
 */
minutes: number, };

/**
 * A word with its explanation.
 */
export type TermView = { 
/**
 * The word.
 */
word: string, 
/**
 * What it means.
 */
explanation: string, };

/**
 * A case of nobody.
 */
export type CaseView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What happens, in paragraphs.
 */
paragraphs: Array<string>, 
/**
 * What only one of the roles knows or wants in it, for some of the roles.
 */
roles: Array<CaseRole>, };

/**
 * What one of the roles knows or wants in a case.
 */
export type CaseRole = { 
/**
 * The role's id.
 */
role: string, 
/**
 * What it knows or wants.
 */
text: string, };

/**
 * A role that one can take in practice.
 */
export type RoleView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is there for, and what it looks at.
 */
explanation: string, };

/**
 * A card that is drawn in practice.
 */
export type CardView = { 
/**
 * Its id.
 */
id: string, 
/**
 * From which pile it is drawn.
 */
deck: Deck, 
/**
 * What stands on it in large letters: a way to look, or a word.
 */
title: string, 
/**
 * What one does with it.
 */
text: string, };

/**
 * A pile of cards.
 */
export type Deck = "frame" | "word";

/**
 * What a form is for where colleagues learn together.
 */
export type FormInIntervision = "contribution" | "result";

/**
 * The packs that are here.
 */
export type PackList = { 
/**
 * Our own first, the others in the order in which they were added.
 */
packs: Array<PackRow>, };

/**
 * A pack that is here.
 */
export type PackRow = { 
/**
 * What it says about itself.
 */
head: PackHead, 
/**
 * The languages in which it is here.
 */
languages: Array<Language>, 
/**
 * Whether it came with the program, and stays.
 */
builtIn: boolean, 
/**
 * Whether it is at work.
 */
on: boolean, };

/**
 * Names a pack.
 */
export type PackRequest = { 
/**
 * Its id.
 */
pack: string, };

/**
 * Switches a pack on or off.
 */
export type SwitchPack = { 
/**
 * Its id.
 */
pack: string, 
/**
 * Whether it is to be at work.
 */
on: boolean, };

/**
 * What became of a file that the person pointed at.
 */
export type PackChecked = { "kind": "cancelled" } | { "kind": "unreadable" } | { "kind": "refused", 
/**
 * The name of the file, without its folder.
 */
file: string, 
/**
 * What is wrong.
 */
fault: PackFault, } | { "kind": "fits", 
/**
 * The name of the file, without its folder.
 */
file: string, 
/**
 * What it brings.
 */
preview: PackPreview, };

/**
 * What is wrong in a pack, and where.
 */
export type PackFault = { 
/**
 * The line of the file, from 1.
 */
line: number, 
/**
 * What is wrong there.
 */
code: PackFaultCode, 
/**
 * The key it is about, if any.
 */
key: string | null, 
/**
 * What stands there, cut short, if that helps.
 */
value: string | null, 
/**
 * The least that is allowed, where there is a bound.
 */
least: number | null, 
/**
 * The most that is allowed, where there is a bound.
 */
most: number | null, };

/**
 * What is wrong in a pack: the codes of the reader.
 */
export type PackFaultCode = "too-large" | "not-toml" | "newer-format" | "unknown-key" | "missing-key" | "wrong-type" | "out-of-bounds" | "unknown-value" | "empty-text" | "text-too-long" | "too-many" | "empty-list" | "unusable-id" | "duplicate" | "unknown-reference" | "not-a-follow-up" | "nested-follow-up" | "follow-up-parents" | "narrower-than-parent" | "intention-looks-elsewhere" | "intention-in-a-chain" | "unknown-placeholder" | "stray-brace" | "hidden-character" | "markup" | "unusable-url" | "unknown-base" | "key-of-other-shape" | "starter-without-ellipsis" | "id-in-use";

/**
 * What a pack brings, before it is added.
 */
export type PackPreview = { 
/**
 * What it says about itself.
 */
head: PackHead, 
/**
 * The language of its texts.
 */
language: Language, 
/**
 * The version that is here already and goes; none where it is new.
 */
replaces: string | null, 
/**
 * The names of kinds of contact that it adds.
 */
kinds: Array<string>, 
/**
 * Its questions, as they will be shown.
 */
questions: Array<string>, 
/**
 * The names of its forms.
 */
forms: Array<string>, 
/**
 * The names of its methods.
 */
methods: Array<string>, 
/**
 * The words it explains.
 */
terms: Array<string>, 
/**
 * The names of the instruments it lists.
 */
instruments: Array<Labelled>, 
/**
 * The most days that an entry may live, if it says so.
 */
longestDays: number | null, 
/**
 * What it says about serious worries for somebody's safety.
 */
safety: string | null, 
/**
 * What it says about the organisation's own way of working.
 */
protocol: string | null, 
/**
 * What is allowed and could be better; a person decides.
 */
advice: Array<PackAdvice>, };

/**
 * Something in a pack that is allowed and could be better.
 */
export type PackAdvice = { 
/**
 * The line of the file, from 1.
 */
line: number, 
/**
 * What could be better.
 */
code: PackAdviceCode, 
/**
 * The word or the number that it is about, if any.
 */
value: string | null, };

/**
 * What in a pack could be better: the codes of the lint.
 */
export type PackAdviceCode = "many-sentences" | "long-sentence" | "long-explanation" | "duty" | "blame" | "closed" | "score" | "ranking" | "hard-word" | "no-intention" | "few-questions";

/**
 * A walk-through's number in the store.
 */
export type WalkThroughId = number & { readonly __id: "walk-through" };

/**
 * The number of a page of a walk-through in the store.
 */
export type WalkPageId = number & { readonly __id: "walk-page" };

/**
 * The number of a part of such a page in the store.
 */
export type WalkBlockId = number & { readonly __id: "walk-block" };

/**
 * Minutes that a walk-through takes: 15, 30, 45 or 60.
 */
export type WalkMinutes = 15 | 30 | 45 | 60;

/**
 * Everything about walk-throughs, for the page about them.
 */
export type WalkThroughList = { 
/**
 * Whether the person has read what a note becomes that was shown.
 */
explained: boolean, 
/**
 * What is prepared or withdrawn and was never shown: the next planned first, those without a day
 * before them.
 */
prepared: Array<WalkThroughRow>, 
/**
 * What was walked through, the latest first.
 */
past: Array<WalkThroughRow>, };

/**
 * A line about one walk-through.
 */
export type WalkThroughRow = { 
/**
 * Which.
 */
walkThrough: WalkThroughId, 
/**
 * For whom, as the person wrote it: a role. Empty while nothing was written.
 */
forWhom: string, 
/**
 * The day it is planned for; none: now, or whenever.
 */
plannedOn: Day | null, 
/**
 * The day on which it was shown; none while it was not.
 */
shownOn: Day | null, 
/**
 * The day on which it was withdrawn; none while it holds.
 */
withdrawnOn: Day | null, 
/**
 * What became of its card; none before it was shown.
 */
card: CardState | null, 
/**
 * The pages that are still there.
 */
pages: Array<WalkPageHead>, };

/**
 * What a page is of, for the one who wrote it.
 */
export type WalkPageHead = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The day it belongs to.
 */
day: Day, 
/**
 * The name of its kind of contact; none where it has no contact.
 */
kind: string | null, 
/**
 * The name of a sheet; none for anything else.
 */
title: string | null, 
/**
 * Its alias, which is never shown to others.
 */
alias: string | null, };

/**
 * Names one walk-through.
 */
export type WalkThroughRequest = { 
/**
 * Which.
 */
walkThrough: WalkThroughId, };

/**
 * Freezes entries for a new walk-through.
 */
export type PrepareWalkThrough = { 
/**
 * The entries, in the order in which they will be shown.
 */
entries: Array<EntryId>, };

/**
 * Freezes more entries, after the pages that are there. One that is there already is passed over.
 */
export type AddWalkPages = { 
/**
 * Which walk-through.
 */
walkThrough: WalkThroughId, 
/**
 * The entries.
 */
entries: Array<EntryId>, };

/**
 * Says for whom, what for, how long and when.
 */
export type ChangeWalkThrough = { 
/**
 * Which.
 */
walkThrough: WalkThroughId, 
/**
 * For whom: a role, one line of at most 60 characters. May be empty while it is prepared.
 */
forWhom: string, 
/**
 * The question that the writer has, one line of at most 300 characters. May be empty.
 */
question: string, 
/**
 * How long.
 */
minutes: WalkMinutes, 
/**
 * For which day; none: now.
 */
plannedOn: Day | null, };

/**
 * One walk-through as its owner sees it.
 */
export type WalkThroughView = { 
/**
 * Which.
 */
walkThrough: WalkThroughId, 
/**
 * For whom.
 */
forWhom: string, 
/**
 * The question that the writer has.
 */
question: string, 
/**
 * How long.
 */
minutes: WalkMinutes, 
/**
 * For which day; none: now.
 */
plannedOn: Day | null, 
/**
 * When it was prepared.
 */
preparedAt: Moment, 
/**
 * The day on which something was changed after it had been looked over; none where nothing was.
 */
changedOn: Day | null, 
/**
 * The day on which it was withdrawn; none while it holds.
 */
withdrawnOn: Day | null, 
/**
 * The pages in their order. A page whose entry was erased is gone.
 */
pages: Array<WalkPageView>, 
/**
 * Whether a page is gone because its entry was erased.
 */
hasLostPages: boolean, 
/**
 * Whether it may begin: there are pages, every original is as it was frozen, and the person has
 * looked over what will be seen since the last change.
 */
ready: boolean, 
/**
 * How it went; none before it was shown.
 */
shown: WalkThroughShown | null, 
/**
 * What was written about it; none before it was shown.
 */
card: JointCard | null, };

/**
 * How a walk-through went.
 */
export type WalkThroughShown = { 
/**
 * When it began.
 */
beganAt: Moment, 
/**
 * When it ended; none where the program or the machine stopped before.
 */
endedAt: Moment | null, 
/**
 * How it ended; none where nobody could say.
 */
end: WalkEnd | null, };

/**
 * How a walk-through ended.
 */
export type WalkEnd = { "kind": "asked" } | { "kind": "time" } | { "kind": "locked", 
/**
 * What did.
 */
by: LockedBy, };

/**
 * One page, frozen from one entry.
 */
export type WalkPageView = { 
/**
 * Which page.
 */
page: WalkPageId, 
/**
 * What it is of.
 */
head: WalkPageHead, 
/**
 * What stands for the alias, like “inwoner A”; none where there is no alias.
 */
who: string | null, 
/**
 * Whether the day is shown.
 */
showsDay: boolean, 
/**
 * What became of the entry since.
 */
original: Original, 
/**
 * Its parts, in their order.
 */
blocks: Array<WalkBlockView>, };

/**
 * What became of an entry since it was frozen.
 */
export type Original = "same" | "changed" | "in-bin";

/**
 * A part of a page: one answer.
 */
export type WalkBlockView = { 
/**
 * Which part.
 */
block: WalkBlockId, 
/**
 * What it answers.
 */
label: BlockLabel, 
/**
 * The name of a column of a sheet, if any.
 */
heading: string | null, 
/**
 * The frozen text, with aliases and what was replaced taken out. For [`BlockLabel::Baggage`] and
 * [`BlockLabel::Mood`] the code.
 */
text: string, 
/**
 * What is covered of it, in the order of the text; none overlaps or touches another. A part that is
 * covered whole has one span over all of its text.
 */
covers: Array<CoverSpan>, };

/**
 * A covered passage.
 */
export type CoverSpan = { 
/**
 * Where it begins, in UTF-16 code units, as a page counts.
 */
start: number, 
/**
 * Where it ends, in UTF-16 code units.
 */
end: number, };

/**
 * Names one page.
 */
export type WalkPageRequest = { 
/**
 * Which page.
 */
page: WalkPageId, };

/**
 * Puts a page at another place.
 */
export type MoveWalkPage = { 
/**
 * Which page.
 */
page: WalkPageId, 
/**
 * Before which other page; none: at the end.
 */
before: WalkPageId | null, };

/**
 * Shows the day of a page, or does not.
 */
export type ShowWalkDay = { 
/**
 * Which page.
 */
page: WalkPageId, 
/**
 * Whether it is shown.
 */
showsDay: boolean, };

/**
 * Says what is covered of a part.
 */
export type CoverBlock = { 
/**
 * Which part.
 */
block: WalkBlockId, 
/**
 * All that is covered of it; nothing uncovers it.
 */
covers: Array<CoverSpan>, };

/**
 * Puts other words in the place of a passage of the frozen text. The entry stays as it is.
 */
export type ReplaceInBlock = { 
/**
 * Which part.
 */
block: WalkBlockId, 
/**
 * The passage.
 */
span: CoverSpan, 
/**
 * What stands there, so that a list that is late replaces nothing else.
 */
text: string, 
/**
 * The words in its place, one line of at most 60 characters.
 */
with: string, };

/**
 * Withdraws what was prepared, or takes that back.
 */
export type WithdrawWalkThrough = { 
/**
 * Which.
 */
walkThrough: WalkThroughId, 
/**
 * Whether it is withdrawn.
 */
withdrawn: boolean, };

/**
 * Exactly what is seen by who looks along: nothing else of the journal leaves its process.
 */
export type ShownWalkThrough = { 
/**
 * For whom.
 */
forWhom: string, 
/**
 * The question that the writer has.
 */
question: string, 
/**
 * How long.
 */
minutes: WalkMinutes, 
/**
 * What the organisation calls a person on social assistance.
 */
residentWord: ResidentWord, 
/**
 * What the organisation calls the person who writes.
 */
workerWord: WorkerWord, 
/**
 * The pages in their order.
 */
pages: Array<ShownPage>, 
/**
 * What a companion may ask, from the handbook.
 */
companion: Array<string>, };

/**
 * A page as it is seen.
 */
export type ShownPage = { 
/**
 * What stands for the alias; none where there is no alias.
 */
who: string | null, 
/**
 * The day, where the writer chose to show it.
 */
day: Day | null, 
/**
 * The name of the kind of contact; none where there is no contact.
 */
kind: string | null, 
/**
 * The name of a sheet; none for anything else.
 */
title: string | null, 
/**
 * Its parts.
 */
blocks: Array<ShownBlock>, };

/**
 * A part of a page as it is seen.
 */
export type ShownBlock = { 
/**
 * What it answers.
 */
label: BlockLabel, 
/**
 * The name of a column of a sheet, if any.
 */
heading: string | null, 
/**
 * What is seen, in the order of the text.
 */
pieces: Array<ShownPiece>, };

/**
 * What a part of a page answers.
 */
export type BlockLabel = { "kind": "asked", 
/**
 * Those words.
 */
text: string, } | { "kind": "free" } | { "kind": "feeling" } | { "kind": "intention" } | { "kind": "outcome" } | { "kind": "baggage" } | { "kind": "mood" };

/**
 * A piece of a text as it is seen.
 */
export type ShownPiece = { "kind": "text", 
/**
 * It.
 */
text: string, } | { "kind": "covered" };

/**
 * What the journal's window shows first.
 */
export type FirstScreen = { "kind": "journal", 
/**
 * What it shows.
 */
opened: Opened, } | { "kind": "joint-card", 
/**
 * What it shows.
 */
screen: JointCardScreen, };

/**
 * A month of the calendar, `YYYY-MM`.
 */
export type Month = string & { readonly __kind: "month" };

/**
 * Asks for entries by their words.
 */
export type SearchEntries = { 
/**
 * What is asked, as it was typed: words, `"phrases"`, `-words` that must not occur. Any text will
 * do; nothing but white space asks for everything.
 */
text: string, 
/**
 * In which order.
 */
order: SearchOrder, 
/**
 * Of which entries.
 */
filters: SearchFilters, 
/**
 * Where the last page ended; none for the first. Only [`SearchOrder::Newest`] has more than one.
 */
after: EntryCursor | null, };

/**
 * In which order hits come.
 */
export type SearchOrder = "newest" | "best";

/**
 * Which entries are looked through. What is none lets everything through.
 */
export type SearchFilters = { 
/**
 * The first day.
 */
from: Day | null, 
/**
 * The last day.
 */
until: Day | null, 
/**
 * The kind of contact, an id of the handbook.
 */
kind: string | null, 
/**
 * The pseudonym.
 */
alias: string | null, 
/**
 * A theme of the handbook, by its id: entries that answer a question of it, or sheets of it.
 */
theme: string | null, 
/**
 * What it was made from.
 */
form: SearchForm | null, 
/**
 * What became of it outside this journal.
 */
status: SearchStatus | null, };

/**
 * What an entry was made from.
 */
export type SearchForm = { "kind": "guide" } | { "kind": "free-page" } | { "kind": "sheet", 
/**
 * Which.
 */
form: FormKey, };

/**
 * What became of an entry outside this journal.
 */
export type SearchStatus = "personal" | "shown" | "carried-out";

/**
 * A page of hits.
 */
export type SearchPage = { 
/**
 * The hits, at most 50.
 */
rows: Array<FoundRow>, 
/**
 * Where the next page starts; none at the end.
 */
next: EntryCursor | null, };

/**
 * An entry that was found.
 */
export type FoundRow = { 
/**
 * The entry as a list shows it.
 */
row: EntryRow, 
/**
 * The surroundings of what was found, on one line, cut into what is marked and what is not; the
 * beginning of the entry where nothing was asked.
 */
excerpt: Array<ExcerptPiece>, };

/**
 * A piece of an excerpt.
 */
export type ExcerptPiece = { 
/**
 * Its text.
 */
text: string, 
/**
 * Whether it is what was asked.
 */
marked: boolean, };

/**
 * Asks where something stands in one entry.
 */
export type FindInEntry = { 
/**
 * Which entry.
 */
entry: EntryId, 
/**
 * What is asked, as in [`SearchEntries`]; words that must not occur ask for nothing here.
 */
text: string, };

/**
 * Where it stands.
 */
export type EntryMatches = { 
/**
 * In the order of the answers, and in each from front to back; none overlaps another.
 */
matches: Array<EntryMatch>, };

/**
 * One place in an entry.
 */
export type EntryMatch = { 
/**
 * The answer.
 */
answer: AnswerId, 
/**
 * Where it begins in the answer's text, in UTF-16 code units.
 */
start: number, 
/**
 * Where it ends, in the same.
 */
end: number, };

/**
 * The months that have entries.
 */
export type MonthList = { 
/**
 * The newest first.
 */
months: Array<MonthRow>, };

/**
 * A month that has entries.
 */
export type MonthRow = { 
/**
 * Which.
 */
month: Month, 
/**
 * How many rows it takes in the list.
 */
rows: number, };

/**
 * Asks for a part of a month.
 */
export type ListMonth = { 
/**
 * Which month.
 */
month: Month, 
/**
 * The place of the first row in the month, from 0: a multiple of 50.
 */
first: number, };

/**
 * Names a month.
 */
export type MonthRequest = { 
/**
 * Which.
 */
month: Month, };

/**
 * The days of a month that have entries.
 */
export type DayList = { 
/**
 * The first first, each once.
 */
days: Array<Day>, };

/**
 * What was written about, month by month. What is kept quiet is not among it.
 */
export type OverMonths = { 
/**
 * The months, the oldest first; the last one is this month.
 */
months: Array<Month>, 
/**
 * The themes that were written about, what came last first.
 */
themes: Array<OverMonthsRow>, 
/**
 * The kinds of questions that were answered, in the order of the handbook.
 */
aspects: Array<OverMonthsRow>, };

/**
 * One theme, or one kind of question, over the months.
 */
export type OverMonthsRow = { 
/**
 * Its id: of a theme of the handbook, or the name of a kind of question.
 */
id: string, 
/**
 * The name of a theme; empty for a kind of question, whose name the catalogue has.
 */
name: string, 
/**
 * In how many entries of each month it stands, in the order of the months.
 */
entries: Array<number>, };

/**
 * Words that return.
 */
export type ReturningWords = { 
/**
 * The first day that was looked at.
 */
from: Day, 
/**
 * The last.
 */
until: Day, 
/**
 * What stands out most first; at most 24.
 */
words: Array<ReturningWord>, };

/**
 * A word that returns.
 */
export type ReturningWord = { 
/**
 * The word, as it was written most.
 */
word: string, 
/**
 * In how many entries of that time it stands.
 */
entries: number, };

/**
 * What was written about this time last year.
 */
export type YearAgo = { 
/**
 * The first day that was looked at.
 */
from: Day, 
/**
 * The last.
 */
until: Day, 
/**
 * The newest first; at most 50.
 */
rows: Array<EntryRow>, };

/**
 * Entries that resemble one.
 */
export type AlikeEntries = { 
/**
 * What resembles it most first; at most 8.
 */
rows: Array<AlikeEntry>, };

/**
 * An entry that resembles another, and why.
 */
export type AlikeEntry = { 
/**
 * The entry as a list shows it.
 */
row: EntryRow, 
/**
 * The names of the themes that both are about.
 */
themes: Array<string>, 
/**
 * The rare words that both have, the rarest first; at most 6.
 */
words: Array<string>, };

/**
 * What there is of one month to look back on.
 */
export type GatheredMonth = { 
/**
 * The month.
 */
month: Month, 
/**
 * What was to be tried and was written in that month, or what something was written about in
 * it; the newest first.
 */
tried: Array<TriedRow>, 
/**
 * The rules of thumb that were kept or changed in that month, the newest first.
 */
rules: Array<RuleOfThumb>, 
/**
 * What walking through together taught in that month, as the joint cards say what is taken
 * along, the newest first.
 */
takenAlong: Array<TakenAlong>, };

/**
 * What a joint card says is taken along.
 */
export type TakenAlong = { 
/**
 * The day of the walk-through.
 */
day: Day, 
/**
 * What.
 */
text: string, };

/**
 * Names a period that is kept quiet.
 */
export type QuietPeriodId = number & { readonly __kind: "quiet-period" };

/**
 * Keeps something quiet: it is found and read as before, and looking back leaves it out.
 */
export type KeepQuiet = { "kind": "entry", 
/**
 * Which.
 */
entry: EntryId, } | { "kind": "alias", 
/**
 * The alias.
 */
alias: string, } | { "kind": "period", 
/**
 * The first day.
 */
from: Day, 
/**
 * The last day, not before the first.
 */
until: Day, };

/**
 * Keeps something quiet no longer.
 */
export type EndQuiet = { "kind": "entry", 
/**
 * Which.
 */
entry: EntryId, } | { "kind": "alias", 
/**
 * The alias.
 */
alias: string, } | { "kind": "period", 
/**
 * Which.
 */
period: QuietPeriodId, };

/**
 * What is kept quiet.
 */
export type QuietList = { 
/**
 * Entries, the newest first; without those in the bin.
 */
entries: Array<EntryRow>, 
/**
 * Aliases, by their names.
 */
aliases: Array<string>, 
/**
 * Periods, the latest first.
 */
periods: Array<QuietPeriod>, };

/**
 * A period that is kept quiet.
 */
export type QuietPeriod = { 
/**
 * Which.
 */
period: QuietPeriodId, 
/**
 * The first day.
 */
from: Day, 
/**
 * The last day.
 */
until: Day, };

/**
 * All that the card's screen knows.
 */
export type JointCardScreen = { 
/**
 * Language and text size.
 */
appearance: Appearance, 
/**
 * Minutes without a key press before the lock.
 */
idleMinutes: number, 
/**
 * What the organisation calls a person on social assistance.
 */
residentWord: ResidentWord, 
/**
 * What the organisation calls the person who writes.
 */
workerWord: WorkerWord, 
/**
 * Which walk-through it is about.
 */
walkThrough: WalkThroughId, 
/**
 * How it ended; none where the program or the machine stopped before.
 */
end: WalkEnd | null, 
/**
 * The card as it stands.
 */
card: JointCard, 
/**
 * Whether nothing can be written now.
 */
onlyReading: boolean, };

/**
 * What was learned together. Only the writer of the journal writes it.
 */
export type JointCard = { 
/**
 * What was talked about.
 */
discussed: string, 
/**
 * What the writer takes along.
 */
takeAlong: string, 
/**
 * What the writer sees differently.
 */
differently: string, 
/**
 * What became of it.
 */
state: CardState, };

/**
 * What became of a card.
 */
export type CardState = "open" | "kept" | "thrown-away";

/**
 * Saves the card's texts as they stand now, each of at most 4,000 characters.
 */
export type SaveJointCard = { 
/**
 * Which walk-through it is about.
 */
walkThrough: WalkThroughId, 
/**
 * What was talked about.
 */
discussed: string, 
/**
 * What the writer takes along.
 */
takeAlong: string, 
/**
 * What the writer sees differently.
 */
differently: string, };

/**
 * Keeps a card, or throws it away.
 */
export type DecideJointCard = { 
/**
 * Which walk-through it is about.
 */
walkThrough: WalkThroughId, 
/**
 * Whether it is kept.
 */
keep: boolean, };

/**
 * Makes an intention of what was learned: it stands on a free page of today.
 */
export type MakeIntention = { 
/**
 * What to try.
 */
text: string, };

/**
 * What the walk-through's window gets, once.
 */
export type WalkThroughBegins = { 
/**
 * What is shown.
 */
shown: ShownWalkThrough, 
/**
 * Language and text size.
 */
appearance: Appearance, 
/**
 * Seconds until the time is over.
 */
secondsLeft: number, };

/**
 * Something that the shell has to say to the walk-through's window.
 */
export type WalkEvent = { "kind": "time-over" } | { "kind": "more-time", 
/**
 * Seconds until the time is over now.
 */
secondsLeft: number, } | { "kind": "no-more-time" };

export interface KeysCommands {
  /** Where things stand: what is in the data folder, and what this window was opened for. */
  keys_state: { request: null; response: KeysState };
  /** The strength of a passphrase, in a code that the catalogue turns into words. */
  judge_passphrase: { request: JudgePassphrase; response: PassphraseJudgement };
  /** A fresh passphrase of common words, drawn with the system's randomness. */
  propose_passphrase: { request: null; response: ProposedPassphrase };
  /** Makes a new journal under a passphrase; the recovery sheet follows. */
  set_up: { request: SetUp; response: null };
  /** Opens the key slots with the passphrase. */
  unlock: { request: Unlock; response: Unlocked };
  /** Opens the key slots with the recovery key. */
  unlock_with_recovery_key: { request: UnlockWithRecoveryKey; response: Unlocked };
  /** Puts a new passphrase in the place of the old one; the slots must be open. */
  change_passphrase: { request: ChangePassphrase; response: Rewrapped };
  /** Draws a recovery key and shows it; nothing is stored before two groups are typed back. */
  draw_recovery_key: { request: null; response: RecoverySheet };
  /** Writes the drawn recovery key as a page where the person chooses. */
  save_recovery_page: { request: RecoveryPage; response: PageSaved };
  /** Stores the drawn recovery key's slot when the two groups match. */
  confirm_recovery_key: { request: ConfirmRecoveryKey; response: Rewrapped };
  /** Encrypts the store anew under a new data key and passphrase; a new recovery sheet follows. */
  renew_key: { request: RenewKey; response: null };
  /** What unlocking may cost, measured on this machine. */
  list_costs: { request: null; response: Costs };
  /** Chooses what unlocking costs; the slots must have been opened with the passphrase. */
  change_cost: { request: ChangeCost; response: Rewrapped };
  /** Looks for backups at the journal's own places, or in a folder that the person points at. */
  find_backups: { request: FindBackups; response: FoundBackups };
  /** Puts a backup in the journal's place; the present journal is kept aside. */
  restore_backup: { request: RestoreBackup; response: Restored };
  /** Destroys the journal: every slot file within reach first, then all the rest. */
  wipe_journal: { request: WipeJournal; response: Wiped };
  /** Puts back the previous copy of the slot file; the damaged one is kept aside. */
  restore_previous_slots: { request: null; response: null };
  /** Hands the data key over and opens the journal. */
  open_journal: { request: null; response: null };
  /** Language and text size, kept outside the store because this window needs them. */
  change_appearance: { request: Appearance; response: null };
  /** The window has painted its first screen. */
  keys_painted: { request: null; response: null };
  /** Closes the app. */
  quit_keys: { request: null; response: null };
}

export interface JournalCommands {
  /** Waits until the key has come and the store is open; answers with the first screen's data. */
  await_opening: { request: null; response: FirstScreen };
  /** The window has painted its first screen with content. */
  journal_painted: { request: null; response: null };
  /** Waits for the next thing that the shell has to say to this window. */
  await_event: { request: null; response: ShellEvent };
  /** What the checks of the store have found so far. */
  store_check: { request: null; response: StoreCheck };
  /** Starts an entry: a contact with questions from the handbook, a free page, or a sheet. */
  start_entry: { request: StartEntry; response: EntryView };
  /** One entry with its answers and the questions still open to it. */
  read_entry: { request: EntryRequest; response: EntryView };
  /** Changes the day, kind or alias of an entry; the answer is the entry as it is now. */
  change_entry: { request: ChangeEntry; response: EntryView };
  /** Another question in the place of one; the one put aside leaves no trace. */
  other_question: { request: OtherQuestion; response: AnotherQuestion };
  /** Intentions that come back at a next contact. */
  list_intentions: { request: null; response: IntentionList };
  /** Lets an intention rest, or takes that back. */
  let_go_intention: { request: LetGo; response: null };
  /** What was to be tried, and what became of it. */
  list_tried: { request: ListTried; response: TriedPage };
  /** Days at which one looks back: those that have come, and those to come. */
  list_look_backs: { request: null; response: LookBackList };
  /** Lets a look-back rest, or takes that back. */
  let_go_look_back: { request: LetGoLookBack; response: null };
  /** The handbook, whole. */
  read_handbook: { request: null; response: HandbookView };
  /** All own answers to one question. */
  question_through_time: { request: QuestionKey; response: ThroughTime };
  /** All own sheets of one form. */
  list_sheets: { request: FormKey; response: SheetVersions };
  /** Writes a sheet that holds no person as a page where the person chooses. */
  save_sheet: { request: EntryRequest; response: PageSaved };
  /** The packs that are here. */
  list_packs: { request: null; response: PackList };
  /** Lets the person point at a file, and looks it over; nothing is added yet. */
  check_pack: { request: null; response: PackChecked };
  /** Adds the pack that was looked over last. */
  add_pack: { request: PackRequest; response: PackList };
  /** Switches a pack on or off. */
  switch_pack: { request: SwitchPack; response: PackList };
  /** Removes a pack; what was answered to it stays readable. */
  remove_pack: { request: PackRequest; response: PackList };
  /** Entries, newest first, a page at a time. */
  list_entries: { request: ListEntries; response: EntryPage };
  /** The months that have entries, newest first. */
  list_months: { request: null; response: MonthList };
  /** Entries of one month, newest first, a part at a time. */
  list_month: { request: ListMonth; response: EntryPage };
  /** The days of a month that have entries. */
  list_days: { request: MonthRequest; response: DayList };
  /** Entries that hold what is asked, of those that the filters let through. */
  search_entries: { request: SearchEntries; response: SearchPage };
  /** Where in one entry what is asked stands. */
  find_in_entry: { request: FindInEntry; response: EntryMatches };
  /** Themes and kinds of questions over the months. */
  read_over_months: { request: null; response: OverMonths };
  /** Words that return. */
  list_returning_words: { request: null; response: ReturningWords };
  /** What was written about this time last year. */
  read_year_ago: { request: null; response: YearAgo };
  /** Entries that resemble one, and why. */
  list_alike: { request: EntryRequest; response: AlikeEntries };
  /** What there is of one month to look back on. */
  gather_month: { request: MonthRequest; response: GatheredMonth };
  /** What is kept quiet. */
  list_quiet: { request: null; response: QuietList };
  /** Keeps an entry, an alias or a period quiet. */
  keep_quiet: { request: KeepQuiet; response: QuietList };
  /** Keeps it quiet no longer. */
  end_quiet: { request: EndQuiet; response: QuietList };
  /** Saves one answer durably; the answer says when. */
  save_answer: { request: SaveAnswer; response: AnswerSaved };
  /** The person left the entry: its new text goes into the index. */
  leave_entry: { request: EntryRequest; response: null };
  /** Puts an entry in the bin for 24 hours. */
  delete_entry: { request: EntryRequest; response: null };
  /** Takes an entry out of the bin. */
  restore_entry: { request: EntryRequest; response: null };
  /** Erases an entry from the bin now, beyond recovery. */
  erase_entry: { request: EntryRequest; response: null };
  /** Erases an entry from the bin now, and from every backup within reach. */
  erase_everywhere: { request: EntryRequest; response: ErasedEverywhere };
  /** What is in the bin, with the moment each goes. */
  list_bin: { request: null; response: BinPage };
  /** Aliases in use, the latest contact first. */
  list_aliases: { request: null; response: AliasList };
  /** A word pair that is not in use yet. */
  propose_alias: { request: null; response: ProposedAlias };
  /** What there is to say about an alias before it is used. */
  judge_alias: { request: JudgeAlias; response: AliasJudgement };
  /** Every alias with its last contact, for the page about them. */
  list_alias_rows: { request: null; response: AliasRows };
  /** All that is known under one alias. */
  read_alias: { request: AliasRequest; response: AliasView };
  /** Older entries under one alias. */
  list_alias_entries: { request: ListAliasEntries; response: AliasEntries };
  /** Gives an alias another name that is not in use. */
  rename_alias: { request: RenameAlias; response: AliasView };
  /** Joins an alias to another one; no entry lives longer for it. */
  merge_aliases: { request: RenameAlias; response: AliasView };
  /** Closes the work with an alias, or takes that back. */
  close_alias: { request: CloseAlias; response: AliasView };
  /** Erases an alias and all its entries now, and from every backup within reach. */
  erase_alias: { request: AliasRequest; response: AliasErased };
  /** Writes all that is known under an alias as a page where the person chooses. */
  save_overview: { request: AliasRequest; response: PageSaved };
  /** What goes within a week; what is told here for the first time gets its week from now. */
  list_leaving: { request: null; response: LeavingList };
  /** Entries without an alias that are older than a year, when a year has passed since the last question. */
  yearly_question: { request: null; response: YearlyQuestion };
  /** The person keeps those entries for another year. */
  keep_another_year: { request: null; response: null };
  /** The person showed an entry to somebody. */
  mark_shown: { request: EntryRequest; response: EntryView };
  /** The rules of thumb, the latest first. */
  list_rules: { request: null; response: RuleList };
  /** Keeps a rule of thumb. */
  keep_rule: { request: KeepRule; response: RuleOfThumb };
  /** Changes a rule of thumb; the words it had stay beside it. */
  change_rule: { request: ChangeRule; response: RuleOfThumb };
  /** Drops a rule of thumb, or takes it up again. */
  drop_rule: { request: DropRule; response: RuleOfThumb };
  /** Erases a rule of thumb and how it was worded before, beyond recovery. */
  erase_rule: { request: RuleRequest; response: null };
  /** Erases how a rule of thumb was worded before, beyond recovery. */
  erase_wording: { request: WordingRequest; response: RuleOfThumb };
  /** The words with two meanings. */
  list_twofold_words: { request: null; response: TwofoldWordList };
  /** Keeps a word with two meanings. */
  keep_twofold_word: { request: TwofoldWordDraft; response: TwofoldWord };
  /** Changes what is written about a word. */
  change_twofold_word: { request: ChangeTwofoldWord; response: TwofoldWord };
  /** Erases a word with its meanings, beyond recovery. */
  erase_twofold_word: { request: TwofoldWordRequest; response: null };
  /** The team card. */
  read_team_card: { request: null; response: TeamCard };
  /** Puts something on the team card. */
  keep_team_point: { request: TeamPointDraft; response: TeamCard };
  /** Changes something on the team card. */
  change_team_point: { request: ChangeTeamPoint; response: TeamCard };
  /** It was talked about, or was not after all. */
  discuss_team_point: { request: DiscussTeamPoint; response: TeamCard };
  /** Erases something of the team card, beyond recovery. */
  erase_team_point: { request: TeamPointRequest; response: TeamCard };
  /** Writes rules, words or the team card as a page where the person chooses. */
  save_learned: { request: SaveLearned; response: PageSaved };
  /** The own trials. */
  list_own_trials: { request: null; response: OwnTrialList };
  /** Starts an own trial. */
  start_own_trial: { request: StartOwnTrial; response: OwnTrialView };
  /** One own trial, whole. */
  read_own_trial: { request: OwnTrialRequest; response: OwnTrialView };
  /** Changes what an own trial says of itself. */
  change_own_trial: { request: ChangeOwnTrial; response: OwnTrialView };
  /** Begins the next phase of an own trial. */
  begin_phase: { request: BeginPhase; response: OwnTrialView };
  /** Changes what is done differently in a phase. */
  change_phase: { request: ChangePhase; response: OwnTrialView };
  /** Takes back the last phase, while it has no measurement. */
  erase_phase: { request: PhaseRequest; response: OwnTrialView };
  /** Writes down a value. */
  measure: { request: Measure; response: Measured };
  /** Changes a measurement. */
  change_measurement: { request: ChangeMeasurement; response: OwnTrialView };
  /** Erases a measurement, beyond recovery. */
  erase_measurement: { request: MeasurementRequest; response: OwnTrialView };
  /** Ends an own trial, or lets it go on. */
  end_own_trial: { request: EndOwnTrial; response: OwnTrialView };
  /** Erases an own trial, beyond recovery. */
  erase_own_trial: { request: OwnTrialRequest; response: null };
  /** Writes an own trial as a table (CSV) where the person chooses. */
  save_own_trial: { request: OwnTrialRequest; response: PageSaved };
  /** The walk-throughs: prepared, and past. */
  list_walk_throughs: { request: null; response: WalkThroughList };
  /** The person has read what a note becomes that was shown. */
  explain_walk_throughs: { request: null; response: null };
  /** Freezes entries for a new walk-through. */
  prepare_walk_through: { request: PrepareWalkThrough; response: WalkThroughView };
  /** One walk-through, whole. */
  read_walk_through: { request: WalkThroughRequest; response: WalkThroughView };
  /** Says for whom, what for, how long and when. */
  change_walk_through: { request: ChangeWalkThrough; response: WalkThroughView };
  /** Freezes more entries. */
  add_walk_pages: { request: AddWalkPages; response: WalkThroughView };
  /** Takes a page out. */
  take_walk_page_out: { request: WalkPageRequest; response: WalkThroughView };
  /** Puts a page at another place. */
  move_walk_page: { request: MoveWalkPage; response: WalkThroughView };
  /** Freezes a page again, from the entry as it is now. */
  freeze_walk_page_again: { request: WalkPageRequest; response: WalkThroughView };
  /** Shows the day of a page, or does not. */
  show_walk_day: { request: ShowWalkDay; response: WalkThroughView };
  /** Says what is covered of a part. */
  cover_walk_block: { request: CoverBlock; response: WalkThroughView };
  /** Puts other words in the place of a passage of the frozen text. */
  replace_in_walk_block: { request: ReplaceInBlock; response: WalkThroughView };
  /** Exactly what will be seen. */
  preview_walk_through: { request: WalkThroughRequest; response: ShownWalkThrough };
  /** The person has looked over all of what will be seen. */
  looked_over_walk_through: { request: WalkThroughRequest; response: WalkThroughView };
  /** Withdraws what was prepared, or takes that back. */
  withdraw_walk_through: { request: WithdrawWalkThrough; response: WalkThroughView };
  /** Erases a walk-through with its frozen texts and its card, beyond recovery. */
  erase_walk_through: { request: WalkThroughRequest; response: null };
  /** Hands the frozen texts over; this process saves, seals and ends. */
  start_walk_through: { request: WalkThroughRequest; response: null };
  /** Saves the card's texts as they stand now. */
  save_joint_card: { request: SaveJointCard; response: JointCard };
  /** Keeps a card, or throws it away. */
  decide_joint_card: { request: DecideJointCard; response: JointCard };
  /** Makes an intention of what was learned. */
  make_intention: { request: MakeIntention; response: null };
  /** Opens the journal after the card. */
  open_after_card: { request: null; response: Opened };
  /** What in a text points at a person. Nothing of it is stored. */
  mirror_text: { request: MirrorText; response: Mirror };
  /** What in a whole entry points at a person, or is protected more than the rest. */
  mirror_entry: { request: EntryRequest; response: EntryMirror };
  /** Says that a finding is no person. */
  spare_finding: { request: Spare; response: null };
  /** Words that the person said are no person. */
  list_spared: { request: null; response: SparedWords };
  /** Takes back that a word is no person. */
  forget_spared: { request: SparedWord; response: SparedWords };
  /** Looks over the next part of the journal for what points at a person. */
  check_entries: { request: CheckEntries; response: CheckedEntries };
  /** Every backup within reach, and the second place. */
  list_backups: { request: null; response: BackupList };
  /** Begins a backup; how it goes is told by events. */
  make_backup: { request: null; response: null };
  /** Lets the person point at a folder for a second place; it is not used yet. */
  choose_second_place: { request: null; response: PlaceChosen };
  /** Uses the folder that was pointed at last as the second place. */
  use_second_place: { request: null; response: null };
  /** Forgets the second place; what is there stays there. */
  forget_second_place: { request: null; response: null };
  /** Restores a backup into a scratch folder and opens it to be read, beside the journal. */
  try_backup: { request: BackupRef; response: Opened };
  /** Ends the trial of a backup; commands are about the journal again. */
  end_trial: { request: null; response: null };
  /** The person has read that the store was changed outside and goes on with it as it is. */
  accept_store: { request: null; response: StoreCheck };
  /** Changes settings; the answer is what now holds. */
  change_settings: { request: Settings; response: SettingsChanged };
  /** What the system refuses this process now, which processes there are and where the files are. */
  self_check: { request: null; response: SelfCheck };
  /** Writes the statement for works council and privacy officer as a page where the person chooses. */
  save_statement: { request: null; response: PageSaved };
  /** Saves, seals and ends this process; the lock window opens for what is asked. */
  lock_journal: { request: LockJournal; response: null };
  /** Saves, seals and closes the app. */
  quit_journal: { request: null; response: null };
}

export interface WalkThroughCommands {
  /** Waits until the texts have come; answers with all that is shown. */
  await_walk_through: { request: null; response: WalkThroughBegins };
  /** The window has painted its first screen. */
  walk_through_painted: { request: null; response: null };
  /** Waits for the next thing that the shell has to say to this window. */
  await_walk_event: { request: null; response: WalkEvent };
  /** Asks for more time: the passphrase is asked in a window of another role. */
  ask_more_time: { request: null; response: null };
  /** Ends the walk-through. */
  end_walk_through: { request: null; response: null };
}
