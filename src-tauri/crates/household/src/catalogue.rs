//! What Rust itself says to a person: menus, the window's name, the few lines on a terminal, and
//! the pages that somebody keeps. The words are in `assets/i18n`, shared with the windows.

use contract::{Language, ResidentWord, WorkerWord};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const NL: &str = include_str!("../../../../assets/i18n/nl.ftl");
const EN: &str = include_str!("../../../../assets/i18n/en.ftl");

/// Declares the messages that Rust uses, so that a test can ask for each.
macro_rules! messages {
    ($($(#[$doc:meta])+ $name:ident = $id:literal,)+) => {
        /// A message of the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Say {
            $($(#[$doc])+ $name,)+
        }

        impl Say {
            const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

messages! {
    /// The app runs already; its window comes to the front.
    AlreadyRunning = "native-already-running",
    /// The data folder cannot be used.
    FolderUnusable = "native-folder-unusable",
    /// A role's process does not start.
    RoleDoesNotStart = "native-role-does-not-start",
    /// The program of the roles is not where it belongs.
    ProgramMissing = "native-program-missing",
    /// A role was started by hand.
    RoleAlone = "native-role-alone",
    /// The window could not be made.
    NoWindow = "native-no-window",
    /// The name of the dialog that says why nothing was opened.
    NotConfinedTitle = "native-not-confined-title",
    /// Why nothing was opened, for the person and for who looks after the machine.
    NotConfined = "native-not-confined",
    /// How to start it.
    Usage = "native-usage",
    /// An argument that is not ours.
    UnknownArgument = "native-unknown-argument",
    /// The passphrase of the example journal.
    DemoReady = "native-demo-ready",
    /// The example journal could not be made.
    DemoFailed = "native-demo-failed",
    /// The name of the window.
    WindowTitle = "native-window-title",
    /// Menu.
    MenuFile = "native-menu-file",
    /// Menu.
    MenuNewContact = "native-menu-new-contact",
    /// Menu.
    MenuFreePage = "native-menu-free-page",
    /// Menu.
    MenuSettings = "native-menu-settings",
    /// Menu.
    MenuLock = "native-menu-lock",
    /// Menu.
    MenuQuit = "native-menu-quit",
    /// Menu.
    MenuEdit = "native-menu-edit",
    /// Menu.
    MenuUndo = "native-menu-undo",
    /// Menu.
    MenuRedo = "native-menu-redo",
    /// Menu.
    MenuCut = "native-menu-cut",
    /// Menu.
    MenuCopy = "native-menu-copy",
    /// Menu.
    MenuPaste = "native-menu-paste",
    /// Menu.
    MenuSelectAll = "native-menu-select-all",
    /// Menu.
    MenuSearch = "native-menu-search",
    /// Menu.
    MenuView = "native-menu-view",
    /// Menu.
    MenuTextLarger = "native-menu-text-larger",
    /// Menu.
    MenuTextSmaller = "native-menu-text-smaller",
    /// Menu.
    MenuTextNormal = "native-menu-text-normal",
    /// Menu.
    MenuFullScreen = "native-menu-full-screen",
    /// Menu.
    MenuGo = "native-menu-go",
    /// Menu.
    MenuToday = "native-menu-today",
    /// Menu.
    MenuEntries = "native-menu-entries",
    /// Menu.
    MenuTried = "native-menu-tried",
    /// Menu.
    MenuSheets = "native-menu-sheets",
    /// Menu.
    MenuLookingBack = "native-menu-looking-back",
    /// Menu.
    MenuHandbook = "native-menu-handbook",
    /// To the place of learning.
    MenuLearning = "native-menu-learning",
    /// To walking through entries together.
    MenuWalkThroughs = "native-menu-walk-throughs",
    /// Menu.
    MenuBin = "native-menu-bin",
    /// Menu.
    MenuHelp = "native-menu-help",
    /// Menu.
    MenuHelpPage = "native-menu-help-page",
    /// The title of the dialog in which a second place for backups is pointed at.
    SecondPlaceTitle = "native-second-place-title",
    /// The title of the dialog in which a folder with backups is pointed at.
    FindBackupsTitle = "native-find-backups-title",
    /// The title of the dialog in which the file of a pack is pointed at.
    PackTitle = "native-pack-title",
    /// What the files are called that may be pointed at there.
    PackFiles = "native-pack-files",
    /// Menu.
    MenuBackups = "native-menu-backups",
    /// What the system says to who asks what holds its sleep up.
    BeforeSleep = "native-before-sleep",
    /// The same of a walk-through.
    WalkBeforeSleep = "native-walk-before-sleep",
    /// The menu on a text.
    TextNoGuesses = "native-text-no-guesses",
    /// The menu on a text.
    TextIgnoreSpelling = "native-text-ignore-spelling",
    /// The menu on a text.
    TextCut = "native-text-cut",
    /// The menu on a text.
    TextCopy = "native-text-copy",
    /// The menu on a text.
    TextPaste = "native-text-paste",
    /// The menu on a text.
    TextDelete = "native-text-delete",
    /// The menu on a text.
    TextSelectAll = "native-text-select-all",
    /// The recovery page's name, and its file's.
    RecoveryTitle = "native-recovery-title",
    /// What the recovery page is for.
    RecoveryPurpose = "native-recovery-purpose",
    /// Where to keep the recovery page.
    RecoveryKeep = "native-recovery-keep",
    /// The day it was made.
    RecoveryMade = "native-recovery-made",
    /// The name of the file to save it in.
    RecoveryFile = "native-recovery-file",
    /// The statement's name: what is stored and what is not.
    StatementTitle = "native-statement-title",
    /// The name of the file to save it in.
    StatementFile = "native-statement-file",
    /// Whom it is for, of which version, and when it was made.
    StatementFor = "native-statement-for",
    /// Heading.
    StatementWhat = "native-statement-what",
    /// For whom it is.
    StatementWhatOwn = "native-statement-what-own",
    /// Facts belong elsewhere.
    StatementWhatFacts = "native-statement-what-facts",
    /// Heading.
    StatementKept = "native-statement-kept",
    /// What is written, and what goes with it.
    StatementKeptTexts = "native-statement-kept-texts",
    /// What is stored only when somebody says so.
    StatementKeptChosen = "native-statement-kept-chosen",
    /// What is kept of what was shown to others.
    StatementKeptShown = "native-statement-kept-shown",
    /// What there is no field for.
    StatementKeptNoField = "native-statement-kept-no-field",
    /// That an alias makes nobody anonymous.
    StatementKeptRights = "native-statement-kept-rights",
    /// Heading.
    StatementWhere = "native-statement-where",
    /// On which disks.
    StatementWhereFolder = "native-statement-where-folder",
    /// How it is encrypted, and what stays visible.
    StatementWhereLocked = "native-statement-where-locked",
    /// How long.
    StatementWhereLong = "native-statement-where-long",
    /// How long in backups.
    StatementWhereBackups = "native-statement-where-backups",
    /// Heading.
    StatementNot = "native-statement-not",
    /// No figures about anybody.
    StatementNotCount = "native-statement-not-count",
    /// No account, telemetry or update check.
    StatementNotSend = "native-statement-not-send",
    /// No network, and the system sees to it.
    StatementNotNetworkRefused = "native-statement-not-network-refused",
    /// No network code; the system does not see to it now.
    StatementNotNetworkOpen = "native-statement-not-network-open",
    /// The same on Windows.
    StatementNotNetworkWindows = "native-statement-not-network-windows",
    /// The same on macOS.
    StatementNotNetworkMacos = "native-statement-not-network-macos",
    /// Heading.
    StatementWho = "native-statement-who",
    /// Who can read it.
    StatementWhoWriter = "native-statement-who-writer",
    /// What somebody sees who was invited.
    StatementWhoInvited = "native-statement-who-invited",
    /// What happens when both secrets are lost.
    StatementWhoLost = "native-statement-who-lost",
    /// Heading.
    StatementCheck = "native-statement-check",
    /// The page on which it can be checked.
    StatementCheckPage = "native-statement-check-page",
    /// The source code.
    StatementCheckSource = "native-statement-check-source",
    /// The title of the dialog in which a sheet is saved.
    SheetTitle = "native-sheet-title",
    /// The name of the file to save it in: no name of the sheet and no day, for others see it.
    SheetFile = "native-sheet-file",
    /// What stands beside the fields of a sheet.
    SheetFree = "native-sheet-free",
    /// A sheet in which nothing was written.
    SheetNothing = "native-sheet-nothing",
    /// What is said where an alias stood, on a page that leaves the journal.
    Somebody = "native-somebody",
    /// What stands for an alias where others look along.
    WalkResident = "native-walk-resident",
    /// The title of the dialog in which an own trial is saved.
    OwnTrialTitle = "native-own-trial-title",
    /// The name of the file to save it in: nothing of what it is about and no day, for others see it.
    OwnTrialFile = "native-own-trial-file",
    /// Heading of a column: what of one's own acting was looked at.
    OwnTrialBehaviour = "native-own-trial-behaviour",
    /// Heading of a column: the place of a phase.
    OwnTrialPhase = "native-own-trial-phase",
    /// Heading of a column: what a phase is.
    OwnTrialKind = "native-own-trial-kind",
    /// Heading of a column: what was done differently.
    OwnTrialDifferently = "native-own-trial-differently",
    /// Heading of a column: the place of a measurement.
    OwnTrialMeasurement = "native-own-trial-measurement",
    /// Heading of a column.
    OwnTrialDay = "native-own-trial-day",
    /// Heading of a column.
    OwnTrialValue = "native-own-trial-value",
    /// What a phase is.
    OwnTrialBeginPhase = "native-own-trial-begin-phase",
    /// What a phase is.
    OwnTrialTrialPhase = "native-own-trial-trial-phase",
    /// The title of the dialog in which the rules of thumb are saved.
    RulesSave = "native-rules-save",
    /// The name of that page.
    RulesTitle = "native-rules-title",
    /// The name of the file to save it in.
    RulesFile = "native-rules-file",
    /// The title of the dialog in which the words with two meanings are saved.
    WordsSave = "native-words-save",
    /// The name of that page.
    WordsTitle = "native-words-title",
    /// The name of the file to save it in.
    WordsFile = "native-words-file",
    /// Heading: the word.
    WordsWord = "native-words-word",
    /// Heading: what it means to the writer.
    WordsMine = "native-words-mine",
    /// Heading: what it means to the other.
    WordsTheirs = "native-words-theirs",
    /// Heading: the role of the other.
    WordsWhose = "native-words-whose",
    /// The title of the dialog in which the team card is saved.
    TeamCardSave = "native-team-card-save",
    /// The name of that page.
    TeamCardTitle = "native-team-card-title",
    /// The name of the file to save it in.
    TeamCardFile = "native-team-card-file",
    /// Heading: what has no theme.
    TeamCardNoTheme = "native-team-card-no-theme",
    /// There is nothing of it.
    LearnedNothing = "native-learned-nothing",
    /// The name of the overview of an alias.
    OverviewTitle = "native-overview-title",
    /// The name of the file to save it in: no alias and no day, for others see it.
    OverviewFile = "native-overview-file",
    /// Whose it is.
    OverviewAlias = "native-overview-alias",
    /// When it was made.
    OverviewMade = "native-overview-made",
    /// When the work was closed.
    OverviewClosed = "native-overview-closed",
    /// What right a resident can have.
    OverviewRights = "native-overview-rights",
    /// What is in it, and what is not.
    OverviewComplete = "native-overview-complete",
    /// That it is not encrypted, and out of reach.
    OverviewCopy = "native-overview-copy",
    /// A page of no question.
    OverviewFreePage = "native-overview-free-page",
    /// It is in the bin.
    OverviewInBin = "native-overview-in-bin",
    /// When it goes.
    OverviewGoes = "native-overview-goes",
    /// What a look-back asked, and on which day.
    OverviewLookBack = "native-overview-look-back",
    /// It was shown to nobody.
    OverviewPersonal = "native-overview-personal",
    /// When it was shown.
    OverviewShown = "native-overview-shown",
    /// When it was carried out before.
    OverviewCarriedOut = "native-overview-carried-out",
    /// When it was walked through, and with whom.
    OverviewWalked = "native-overview-walked",
    /// With whom it is prepared to be walked through.
    OverviewPrepared = "native-overview-prepared",
    /// With whom, where the writer did not say.
    OverviewAnybody = "native-overview-anybody",
    /// When it was started.
    OverviewStarted = "native-overview-started",
    /// When a text was written later.
    OverviewWritten = "native-overview-written",
    /// With whom it was.
    OverviewYoung = "native-overview-young",
    /// What the resident carried.
    OverviewLifeStory = "native-overview-baggage-life-story",
    /// What the resident carried.
    OverviewCriticism = "native-overview-baggage-criticism",
    /// What the resident carried.
    OverviewBoth = "native-overview-baggage-both",
    /// What the resident carried.
    OverviewUnknown = "native-overview-baggage-unknown",
    /// How the writer felt.
    OverviewCalm = "native-overview-mood-calm",
    /// How the writer felt.
    OverviewTouched = "native-overview-mood-touched",
    /// How the writer felt.
    OverviewAngry = "native-overview-mood-angry",
    /// How the writer felt.
    OverviewProud = "native-overview-mood-proud",
    /// A question that the writer asked.
    OverviewOwn = "native-overview-own",
    /// An intention without a wording of the handbook.
    OverviewIntention = "native-overview-intention",
    /// What came of an intention that is gone.
    OverviewOutcome = "native-overview-outcome",
    /// What came of an intention.
    OverviewOutcomeOf = "native-overview-outcome-of",
    /// How it was.
    OverviewFeeling = "native-overview-feeling",
    /// An entry without a word.
    OverviewNothing = "native-overview-nothing",
    /// A day in full, with its month by `m1` to `m12`.
    Day = "native-day",
    /// Heading, as in the settings: what cannot be promised.
    Limits = "settings-limits",
    /// The same words as in the settings.
    LimitMalware = "settings-limit-malware",
    /// The same words as in the settings.
    LimitKeys = "settings-limit-keys",
    /// The same words as in the settings.
    LimitDisk = "settings-limit-disk",
    /// The same words as in the settings.
    LimitPhoto = "settings-limit-photo",
    /// The same words as on the page on which all this can be checked.
    LimitClipboard = "check-limit-clipboard",
    /// The same words as on the page on which all this can be checked.
    LimitBus = "check-limit-bus",
    /// The same words as on the page on which all this can be checked.
    LimitWebview = "check-limit-webview",
}

/// The words of a message.
pub fn say(language: Language, message: Say) -> String {
    say_with(language, message, &[])
}

/// The words of a message with its variables filled in.
pub fn say_with(language: Language, message: Say, variables: &[(&'static str, &str)]) -> String {
    Speaker::of(language).say_with(message, variables)
}

/// Somebody who speaks a language: the catalogue, read once.
pub struct Speaker(FluentBundle<FluentResource>);

impl Speaker {
    /// Speaks a language, in messages that name nobody for whom an organisation has its own word.
    pub fn of(language: Language) -> Self {
        let (tag, source) = match language {
            Language::Nl => ("nl", NL),
            Language::En => ("en", EN),
        };
        // A file with a fault still gives the messages around it; a test keeps faults out.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let locales = tag.parse::<LanguageIdentifier>().into_iter().collect();
        let mut bundle = FluentBundle::new(locales);
        // Both languages run from left to right: marks around variables would only be in the way.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    /// Speaks a language with the words that an organisation chose.
    pub fn in_words_of(language: Language, resident: ResidentWord, worker: WorkerWord) -> Self {
        let mut speaker = Self::of(language);
        for (function, chosen) in
            [("RESIDENT", serde_json::to_value(resident)), ("WORKER", serde_json::to_value(worker))]
        {
            // The catalogue chooses by the word that crosses to the windows.
            let word = chosen.ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default();
            // It refuses only a second function of one name.
            let _ = speaker.0.add_function(function, move |_, _| FluentValue::from(word.clone()));
        }
        speaker
    }

    /// The words of a message.
    pub fn say(&self, message: Say) -> String {
        self.say_with(message, &[])
    }

    /// The words of a message with its variables filled in.
    pub fn say_with(&self, message: Say, variables: &[(&'static str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in variables {
            arguments.set(*name, *value);
        }
        self.words(message, &arguments).unwrap_or_else(|| message.id().to_owned())
    }

    fn words(&self, message: Say, arguments: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.0.get_message(message.id())?.value()?;
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(arguments), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_has_words_in_both_languages() {
        for message in Say::ALL {
            for language in [Language::Nl, Language::En] {
                let speaker = Speaker::in_words_of(language, ResidentWord::Client, WorkerWord::Consulent);
                let variables = [
                    ("passphrase", "p"),
                    ("folder", "f"),
                    ("day", "d"),
                    ("argument", "a"),
                    ("file", "b"),
                    ("version", "v"),
                    ("code", "c"),
                    ("alias", "h"),
                    ("question", "q"),
                    ("intention", "i"),
                    ("month", "m3"),
                    ("year", "y"),
                    ("letter", "l"),
                    ("whom", "w"),
                ];
                let text = speaker.say_with(*message, &variables);
                assert_ne!(text, message.id(), "{language:?} lacks words for {message:?}");
            }
        }
    }

    #[test]
    fn an_organisations_words_are_said() {
        let said = |resident, worker| {
            let speaker = Speaker::in_words_of(Language::Nl, resident, worker);
            speaker.say(Say::StatementWhatOwn)
        };
        let usual = said(ResidentWord::Inwoner, WorkerWord::Consulent);
        assert!(usual.contains("een inwoner") && usual.contains("consulent"), "{usual}");
        let chosen = said(ResidentWord::Client, WorkerWord::Klantmanager);
        assert!(chosen.contains("een cliënt") && chosen.contains("klantmanager"), "{chosen}");
        assert!(!chosen.contains("inwoner") && !chosen.contains("consulent"), "{chosen}");
    }

    #[test]
    fn both_catalogues_are_without_fault() {
        for source in [NL, EN] {
            let faults = FluentResource::try_new(source.to_owned()).err().map(|(_, faults)| faults);
            assert!(faults.is_none(), "{faults:?}");
        }
    }
}
