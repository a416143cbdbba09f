//! Nothing that crosses to a window can be used to watch who writes, or to make a list out of it.
//!
//! A journal that counts becomes a checklist for its owner, and a system to watch staff with as soon
//! as somebody else sees the figures (WOR art. 27, 1 l). So every number that crosses stands here
//! with its reason, and so does every name that speaks of counting. A new one is a decision, not an
//! accident.

use std::collections::BTreeSet;

/// Words in names that speak of counting, measuring or finishing.
const WORDS: &[&str] = &[
    "achieved",
    "activity",
    "amount",
    "average",
    "badge",
    "chart",
    "completed",
    "completion",
    "count",
    "counted",
    "counter",
    "counts",
    "daily",
    "done",
    "duration",
    "elapsed",
    "figure",
    "finished",
    "frequency",
    "goal",
    "hours",
    "idle",
    "level",
    "mean",
    "minutes",
    "often",
    "percent",
    "performance",
    "points",
    "progress",
    "rank",
    "rate",
    "rating",
    "ratio",
    "score",
    "seconds",
    "spent",
    "stat",
    "statistics",
    "stats",
    "streak",
    "sum",
    "target",
    "tally",
    "times",
    "total",
    "trend",
    "usage",
    "weekly",
];

/// Names that may hold such a word, each as `Type.field`, `Type` or a command, with its reason.
const NAMES: &[(&str, &str)] = &[
    ("Strength", "how hard a passphrase is to guess, seen by its owner before it is used"),
    ("Sitting.minutes", "what the writer chose before writing: the handbook asks no more than fits"),
    ("Minutes", "the same"),
    ("Settings.idleMinutes", "a setting of the lock: after how long without a key"),
    ("JointCardScreen.idleMinutes", "the same"),
    ("LockReason.idle", "why the journal locks, told to the one who comes back"),
    ("LockedBy.idle", "the same"),
    ("CostChoice.milliseconds", "how long unlocking takes on this machine"),
    ("BackupInside.counted", "whether a backup was opened and counted: one that was not is none"),
    ("BackupList.underWay", "how far a copy of a file is"),
    ("BackupProgress", "the same"),
    ("BackupProgress.percent", "the same"),
    ("BackupNews.progress", "the same"),
    ("AliasJudgement.pointsAtPerson", "to point at, not to score"),
    ("MethodStep.minutes", "what the handbook says of a step of a meeting, whoever holds it"),
    ("TeamTheme.points", "what stands on the team card, to say and not to score"),
    ("WalkMinutes", "how long somebody was invited to look along: it ends by itself"),
    ("ChangeWalkThrough.minutes", "the same"),
    ("WalkThroughView.minutes", "the same"),
    ("ShownWalkThrough.minutes", "the same"),
    ("WalkThroughBegins.secondsLeft", "when what others see is covered, shown to who sits there"),
    ("WalkEvent.secondsLeft", "the same"),
    ("Scale.count", "in what a person measures the own behaviour; nobody else sees it"),
    ("PackAdviceCode.score", "what a question of a pack should not ask for"),
];

/// Fields that hold a number, each as `Type.field`, with its reason.
const NUMBERS: &[(&str, &str)] = &[
    ("Failure.least", "how long a passphrase must be"),
    ("Failure.most", "how long a text can be"),
    ("Failure.incident", "which line on standard error belongs to it"),
    ("RecoverySheet.ask", "which two groups of the recovery key are typed back"),
    ("Rewrapped.copies", "in how many backups a former passphrase was replaced"),
    ("Costs.now", "what unlocking costs now"),
    ("CostChoice.mebibytes", "what unlocking may cost"),
    ("CostChoice.milliseconds", "what unlocking may cost"),
    ("ChangeCost.mebibytes", "what unlocking may cost"),
    ("FoundBackup.number", "which of the backups that were found"),
    ("RestoreBackup.number", "which of the backups that were found"),
    ("FoundBackup.bytes", "the size of a file"),
    ("BackupRow.bytes", "the size of a file"),
    ("BackupInside.entries", "that a backup holds what it should: counted, because one that was not is none"),
    ("Restored.entries", "that a restored journal holds what it should"),
    ("BackupProgress.percent", "how far a copy of a file is"),
    ("ErasedEverywhere.rewritten", "in how many backups something was erased that had to go"),
    ("ErasedEverywhere.left", "in how many it could not be erased"),
    ("EntryId", "which entry"),
    ("AnswerId", "which answer"),
    ("RuleId", "which rule of thumb"),
    ("WordingId", "which former wording of one"),
    ("TwofoldWordId", "which word"),
    ("TeamPointId", "which point of the team card"),
    ("OwnTrialId", "which own trial"),
    ("PhaseId", "which phase of it"),
    ("MeasurementId", "which measurement of it"),
    ("MeasurementView.value", "what a person wrote down about the own behaviour, shown to nobody else"),
    ("Measure.value", "the same"),
    ("ChangeMeasurement.value", "the same"),
    ("PhaseView.median", "the middle of what the person wrote down, beside the chart of it"),
    ("OverlapView.better", "how two phases of the own trial differ, worked out for its writer"),
    ("OverlapView.worse", "the same"),
    ("OverlapView.equal", "the same"),
    ("OverlapView.nap", "the same"),
    ("OverlapView.tau", "the same"),
    ("OverlapView.tauCorrected", "the same"),
    ("Settings.idleMinutes", "a setting of the lock: after how long without a key"),
    ("ProcessRow.id", "which process, as the system numbers it"),
    ("Finding.start", "a place in a text"),
    ("Finding.end", "a place in a text"),
    ("Minutes", "what the writer chose before writing: the handbook asks no more than fits"),
    ("KeepDays", "a term that the writer sets"),
    ("HouseRules.longestDays", "a term that the organisation sets"),
    ("PackPreview.longestDays", "the same, before its pack is added"),
    ("WalkThroughId", "which walk-through"),
    ("WalkPageId", "which page of it"),
    ("WalkBlockId", "which part of a page"),
    ("WalkMinutes", "how long somebody was invited to look along: it ends by itself"),
    ("CoverSpan.start", "a place in a text"),
    ("CoverSpan.end", "a place in a text"),
    ("WalkThroughBegins.secondsLeft", "when what others see is covered, shown to who sits there"),
    ("WalkEvent.secondsLeft", "the same"),
    ("JointCardScreen.idleMinutes", "a setting of the lock: after how long without a key"),
    ("CellView.row", "which row of a sheet"),
    ("AnswerField.row", "the same"),
    ("MethodStep.minutes", "what the handbook says of a step of a meeting, whoever holds it"),
    ("EntryMatch.start", "a place in a text"),
    ("EntryMatch.end", "a place in a text"),
    ("MonthRow.rows", "how high a month is in a list that is drawn where it is looked at; never shown"),
    ("ListMonth.first", "which part of such a list"),
    ("OverMonthsRow.entries", "what the writer wrote about, drawn for the writer alone, on request"),
    ("ReturningWord.entries", "the same"),
    ("QuietPeriodId", "which period is kept quiet"),
    ("PackFault.line", "a place in a file"),
    ("PackFault.least", "what a key of a pack takes"),
    ("PackFault.most", "what a key of a pack takes"),
    ("PackAdvice.line", "a place in a file"),
];

/// A declaration: its name, and what stands behind it without comments.
struct Declared {
    name: String,
    body: String,
}

fn declared() -> Vec<Declared> {
    let text = without_comments(&contract::typescript());
    let types = text.split("export type ").skip(1).map(|declaration| {
        let (name, body) = declaration.split_once('=').expect("a type has a body");
        let body = body.split("export ").next().unwrap_or_default();
        Declared { name: name.trim().to_owned(), body: body.to_owned() }
    });
    types.collect()
}

fn without_comments(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/**") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain + rest
}

impl Declared {
    /// The fields, with their types.
    fn fields(&self) -> Vec<(String, String)> {
        let pieces: Vec<&str> = self.body.split([',', '{', '}']).collect();
        let fields = pieces.iter().filter_map(|piece| {
            let (name, kind) = piece.split_once(": ")?;
            let name = name.trim().trim_matches('"').rsplit([' ', '\n']).next()?;
            Some((name.to_owned(), kind.trim().to_owned()))
        });
        fields.collect()
    }

    /// The words of the wire that are no names: what a choice can be.
    fn choices(&self) -> Vec<String> {
        self.body.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }
}

/// Every name that crosses: types, fields, choices, commands.
fn names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for declared in declared() {
        let within = declared.fields().into_iter().map(|(field, _)| field).chain(declared.choices());
        names.extend(within.map(|name| format!("{}.{name}", declared.name)));
        names.insert(declared.name);
    }
    names.extend(
        [contract::KEYS, contract::JOURNAL, contract::WALK_THROUGH]
            .into_iter()
            .flatten()
            .map(|line| line.name.to_owned()),
    );
    names
}

/// The words of a name, whatever way it is written: `idleMinutes`, `idle-minutes`, `idle_minutes`.
fn words_of(name: &str) -> Vec<String> {
    let own = name.rsplit('.').next().unwrap_or(name);
    let mut words = vec![String::new()];
    for letter in own.chars() {
        if letter.is_uppercase() || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (letter.is_alphanumeric(), words.last_mut()) {
            word.extend(letter.to_lowercase());
        }
    }
    words
}

#[test]
fn no_name_speaks_of_counting_without_a_reason() {
    let allowed: BTreeSet<&str> = NAMES.iter().map(|(name, _)| *name).collect();
    let watching: Vec<String> = names()
        .into_iter()
        .filter(|name| words_of(name).iter().any(|word| WORDS.contains(&word.as_str())))
        .filter(|name| !allowed.contains(name.as_str()))
        .collect();
    assert_eq!(watching, [""; 0], "these names count something: for whom?");
}

#[test]
fn no_number_crosses_without_a_reason() {
    let is_number = |kind: &str| words_of(kind).iter().any(|word| word == "number" || word == "bigint");
    let mut numbers = BTreeSet::new();
    for declared in declared() {
        let body = declared.body.trim();
        if body.starts_with("number") || body.starts_with(|first: char| first.is_ascii_digit()) {
            numbers.insert(declared.name.clone());
        }
        let with_number = declared.fields().into_iter().filter(|(_, kind)| is_number(kind));
        numbers.extend(with_number.map(|(field, _)| format!("{}.{field}", declared.name)));
    }
    let allowed: BTreeSet<String> = NUMBERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(numbers, allowed, "left: what crosses; right: what has a reason");
}

#[test]
fn every_reason_is_about_something_that_is_there() {
    let names = names();
    for (name, reason) in NAMES.iter().chain(NUMBERS) {
        assert!(names.contains(*name), "nothing is called {name} any more: {reason}");
        assert!(reason.len() > 7, "{name} has no reason");
    }
}

#[test]
fn the_guard_sees_what_it_is_for() {
    for name in
        ["Opened.entriesThisWeek", "Opened.streakDays", "read_score", "Kind.total-time", "count_entries"]
    {
        let seen = words_of(name).iter().any(|word| WORDS.contains(&word.as_str()));
        assert_eq!(seen, name != "Opened.entriesThisWeek", "{name}");
    }
    let names = names();
    for name in
        ["Settings.idleMinutes", "LockReason.idle", "erase_alias", "EntryRow.excerpt", "Finding.instead"]
    {
        assert!(names.contains(name), "{name} is not seen");
    }
    let fields =
        Declared { name: "A".to_owned(), body: "{ \"kind\": \"x\", perWeek: number | null, }".to_owned() };
    assert!(fields.fields().contains(&("perWeek".to_owned(), "number | null".to_owned())));
    assert_eq!(fields.choices(), ["kind", "x"]);
}
