//! What was learned in the example journal: rules of thumb, words with two meanings, and points for the
//! team.

use handbook::{Pack, ThemeId, Words};
use journal::{Journal, JournalError, RuleText, TeamPointText, TeamTheme, TwofoldText};
use serde::Deserialize;
use vault::VaultError;

use super::ago;

/// A rule of thumb.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleRule {
    pub days_ago: u64,
    pub text: String,
    /// How it was worded before, the earliest first.
    #[serde(default)]
    pub before: Vec<ExampleWording>,
    /// When it was dropped.
    pub dropped_days_ago: Option<u64>,
}

/// A wording of a rule, and when it was written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleWording {
    pub days_ago: u64,
    pub text: String,
}

/// A word with two meanings.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleWord {
    pub days_ago: u64,
    pub word: String,
    pub mine: String,
    pub theirs: String,
    pub whose: String,
}

/// Something to take along to the team.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamplePoint {
    pub days_ago: u64,
    pub theme: String,
    pub text: String,
    /// When it was talked about.
    pub discussed_days_ago: Option<u64>,
}

/// Keeps what was learned, the earliest first.
///
/// # Errors
/// When the example and the handbook do not fit, and what keeping can go wrong with.
pub fn fill(
    journal: &mut Journal,
    pack: &Pack,
    (rules, words, points): (&[ExampleRule], &[ExampleWord], &[ExamplePoint]),
) -> Result<(), JournalError> {
    rules.iter().rev().try_for_each(|rule| keep_rule(journal, rule))?;
    for word in words.iter().rev() {
        let text = TwofoldText::parse(&word.word, &word.mine, &word.theirs, &word.whose)?;
        journal.keep_twofold_word(&text, ago(word.days_ago))?;
    }
    for point in points.iter().rev() {
        let theme = pack.theme(&ThemeId::from(point.theme.as_str())).ok_or(VaultError::Misuse)?;
        let name = pack.resolve(&theme.name, Words::default());
        let theme = TeamTheme { id: point.theme.clone(), name };
        let (text, written_on) = (TeamPointText::parse(&point.text)?, ago(point.days_ago).date_naive());
        let kept = journal.keep_team_point(Some(&theme), &text, written_on)?.id;
        if let Some(days_ago) = point.discussed_days_ago {
            journal.discuss_team_point(kept, Some(ago(days_ago).date_naive()))?;
        }
    }
    Ok(())
}

fn keep_rule(journal: &mut Journal, example: &ExampleRule) -> Result<(), JournalError> {
    let before = example.before.iter().map(|wording| (&wording.text, wording.days_ago));
    let mut wordings = before.chain([(&example.text, example.days_ago)]);
    let (first, days_ago) = wordings.next().ok_or(VaultError::Misuse)?;
    let rule = journal.keep_rule(&RuleText::parse(first)?, ago(days_ago))?.id;
    for (text, days_ago) in wordings {
        journal.change_rule(rule, &RuleText::parse(text)?, ago(days_ago))?;
    }
    if let Some(days_ago) = example.dropped_days_ago {
        journal.drop_rule(rule, Some(ago(days_ago).date_naive()))?;
    }
    Ok(())
}

/// What both languages have in common: when each was written, changed, dropped and talked about.
#[cfg(test)]
pub fn shape(rules: &[ExampleRule], words: &[ExampleWord], points: &[ExamplePoint]) -> Vec<Vec<u64>> {
    let rules = rules.iter().map(|rule| {
        let before = rule.before.iter().map(|wording| wording.days_ago);
        before.chain([rule.days_ago]).chain(rule.dropped_days_ago).collect()
    });
    let words = words.iter().map(|word| vec![word.days_ago]);
    let points =
        points.iter().map(|point| [point.days_ago].into_iter().chain(point.discussed_days_ago).collect());
    rules.chain(words).chain(points).collect()
}
