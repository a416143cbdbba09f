//! A journal in which texts stand wherever one keeps what was learned: in rules of thumb and their past,
//! in words, on the team card, and in own trials.

use std::{fs, path::Path};

use boundaries::writing;
use chrono::Duration;
use journal::{
    Behaviour, Better, Differently, OwnTrialPlan, PhaseKind, RuleText, Scale, TeamPointText, TeamTheme,
    TwofoldText,
};
use testkit::{CHEAP, SeededRandomness};
use vault::{Clock as _, Folder, Passphrase, SystemClock, set_up};

use super::payloads::Payload;
use crate::steps;

/// How many own trials there are: all of them are measured after a contact.
const TRIALS: usize = 15;
/// Every so many rules is dropped, and every so many points was discussed.
const SOME: usize = 5;

/// What the store took, each as it was written.
pub struct Learned {
    /// Rules that are used.
    pub rules: Vec<String>,
    /// Rules that were dropped.
    pub dropped: Vec<String>,
    /// What the rules said before.
    pub former: Vec<String>,
    /// Words; each is also who the other is.
    pub words: Vec<String>,
    /// What words mean, to both.
    pub meanings: Vec<String>,
    /// What is on the team card.
    pub points: Vec<String>,
    /// Names of themes of it.
    pub themes: Vec<String>,
    /// What was discussed.
    pub discussed: Vec<String>,
    /// Own behaviour; also what is done differently.
    pub trials: Vec<String>,
}

/// Makes a journal of texts in a folder.
pub fn write(folder: &Path, payloads: &[Payload]) -> Learned {
    fs::create_dir(folder).expect("a folder");
    let at = Folder::open(folder).expect("a folder");
    let (_, key) = set_up(&at, &Passphrase::new(steps::PASSPHRASE), CHEAP, &mut SeededRandomness::new(68))
        .expect("it is set up");
    let mut journal = writing::open(folder, key).expect("it opens");
    let now = SystemClock.now();
    let today = now.date_naive();
    let texts = || payloads.iter().map(|payload| payload.text.as_str());

    let (mut rules, mut dropped, mut former) = (Vec::new(), Vec::new(), Vec::new());
    let lines: Vec<RuleText> = texts().filter_map(|text| RuleText::parse(text).ok()).collect();
    for (place, text) in lines.iter().enumerate() {
        let before = &lines[(place + 1) % lines.len()];
        let rule = journal.keep_rule(before, now).expect("it is kept").id;
        journal.change_rule(rule, text, now).expect("it is changed");
        let is_dropped = place % SOME == 0;
        if is_dropped {
            journal.drop_rule(rule, Some(today)).expect("it is dropped");
        }
        (if is_dropped { &mut dropped } else { &mut rules }).push(text.as_str().to_owned());
        former.push(before.as_str().to_owned());
    }

    let (mut words, mut meanings) = (Vec::new(), Vec::new());
    for text in texts() {
        let short = TwofoldText::parse(text, text, text, text);
        let word = if short.is_ok() { text } else { "kalm" };
        let Ok(kept) = TwofoldText::parse(word, text, text, word) else { continue };
        journal.keep_twofold_word(&kept, now).expect("it is kept");
        words.push(kept.word().to_owned());
        meanings.push(kept.mine().to_owned());
    }

    let (mut points, mut themes, mut discussed) = (Vec::new(), Vec::new(), Vec::new());
    let taken = texts().filter_map(|text| TeamPointText::parse(text).ok());
    for (place, text) in taken.enumerate() {
        // A theme that a pack brought which is here no more.
        let name = text.as_str().to_owned();
        let theme = (place % SOME == 1).then(|| TeamTheme { id: format!("weg-{place}"), name: name.clone() });
        let point = journal.keep_team_point(theme.as_ref(), &text, today).expect("it is kept").id;
        if place % SOME == 0 {
            journal.discuss_team_point(point, Some(today)).expect("it is discussed");
            discussed.push(name);
        } else {
            themes.extend(theme.map(|theme| theme.name));
            points.push(name);
        }
    }

    let lines: Vec<&str> = texts().filter(|text| Behaviour::parse(text).is_ok()).collect();
    let few: Vec<&str> = lines.iter().step_by(lines.len().div_ceil(TRIALS)).copied().collect();
    for text in &few {
        let plan = OwnTrialPlan {
            behaviour: Behaviour::parse(text).expect("a line"),
            scale: Scale::ZeroToTen,
            better: Better::Higher,
        };
        let trial = journal.start_own_trial(&plan, today - Duration::days(9)).expect("it is started").row.id;
        let differently = Differently::parse(text).expect("a line");
        for days_ago in (1..=9).rev() {
            let day = today - Duration::days(days_ago);
            if days_ago == 4 {
                journal.begin_phase(trial, PhaseKind::Trial, &differently, day).expect("it begins");
            }
            journal.measure(trial, 5, day, today).expect("it is measured");
        }
    }
    journal.close().expect("it locks");
    let trials = few.into_iter().map(|text| text.trim().to_owned()).collect();
    Learned { rules, dropped, former, words, meanings, points, themes, discussed, trials }
}
