//! Our own packs: they read, they are kind, and the two languages are one pack.

use std::collections::BTreeSet;

use handbook::{
    Aspect, CARRIED, Choice, HouseRules, LOOKING_BACK, Language, MINUTES, Moment, Pack, Question,
    ResidentWord, Words, WorkerWord, gaps, lint,
};
use sha2::{Digest, Sha256};

const DUTCH: &str = include_str!("../../../../assets/handbook/nl/dichterbij.toml");
const ENGLISH: &str = include_str!("../../../../assets/handbook/en/dichterbij.toml");

fn editions() -> [Pack; 2] {
    [
        Pack::read(DUTCH).expect("the Dutch edition reads"),
        Pack::read(ENGLISH).expect("the English edition reads"),
    ]
}

#[test]
fn they_read_and_say_what_they_are() {
    let [dutch, english] = editions();
    assert_eq!((dutch.header().language, english.header().language), (Language::Nl, Language::En));
    assert!(dutch.header().disclaimer.starts_with("Deze vragen zijn geen checklist. "));
    assert!(english.header().disclaimer.starts_with("These questions are not a checklist. "));
    for pack in [dutch, english] {
        assert_eq!(pack.id(), "dichterbij");
        assert!(pack.header().own_wording);
    }
}

#[test]
fn they_lint_clean() {
    for pack in editions() {
        assert_eq!(lint(&pack), []);
    }
}

#[test]
fn the_languages_differ_in_words_only() {
    let [dutch, english] = editions();
    let same = |question: &Question| Question {
        text: String::new(),
        why: String::new(),
        line: 0,
        ..question.clone()
    };
    let (left, right): (Vec<_>, Vec<_>) =
        (dutch.questions().iter().map(same).collect(), english.questions().iter().map(same).collect());
    assert_eq!(left, right);
    let kinds = |pack: &Pack| -> Vec<_> {
        pack.kinds().iter().map(|kind| (kind.id.clone(), kind.conversation)).collect()
    };
    assert_eq!(kinds(&dutch), kinds(&english));
    let themes = |pack: &Pack| -> Vec<_> {
        pack.themes().iter().map(|theme| (theme.id.clone(), theme.sources.clone())).collect()
    };
    assert_eq!(themes(&dutch), themes(&english));
    let sources = |pack: &Pack| -> Vec<_> {
        pack.sources()
            .iter()
            .map(|source| (source.id.clone(), source.url.clone(), source.year, source.not_read.is_some()))
            .collect()
    };
    assert_eq!(sources(&dutch), sources(&english));
    // What an organisation wants comes from that organisation.
    assert!([&dutch, &english].iter().all(|pack| *pack.house() == HouseRules::default()));
    let header = |pack: &Pack| (pack.header().id.clone(), pack.header().version.clone());
    assert_eq!(header(&dutch), header(&english));
    for (ours, theirs) in dutch.questions().iter().zip(english.questions()) {
        assert_ne!(ours.text, theirs.text, "{} was not translated", ours.id);
        let placeholders = |text: &str| text.matches('{').count();
        assert_eq!(placeholders(&ours.text), placeholders(&theirs.text), "{} names somebody else", ours.id);
    }
}

#[test]
fn no_text_repeats_a_sentence_of_a_source() {
    let runs: BTreeSet<&str> = include_str!("source-runs.txt").lines().collect();
    assert!(
        runs.contains(hash_of_run("handvatten voor een goede werkrelatie").as_str()),
        "the hashes are ours"
    );
    for pack in editions() {
        let texts = pack.questions().iter().flat_map(|question| [&question.text, &question.why]);
        for text in texts.chain(pack.themes().iter().map(|theme| &theme.explanation)) {
            for run in runs_of_five(text) {
                assert!(!runs.contains(hash_of_run(&run).as_str()), "a source says: {run}");
            }
        }
    }
}

/// Runs of five words as `source-runs.txt` has them: small letters, one space between.
fn runs_of_five(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | '-' | '\'' | '’'))
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(5).map(|run| run.join(" ")).collect()
}

fn hash_of_run(run: &str) -> String {
    Sha256::digest(run.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// What every sitting comes from: kinds, moments, minutes, baggage.
fn choices<'k>(pack: &'k Pack) -> impl Iterator<Item = Choice<'k>> {
    let moments = [Moment::Before, Moment::RightAfter, Moment::Later, Moment::MonthReview, Moment::Together];
    pack.kinds().iter().flat_map(move |kind| {
        moments.into_iter().flat_map(move |moment| {
            MINUTES.into_iter().flat_map(move |minutes| {
                CARRIED.map(|baggage| Choice { moment, baggage, ..Choice::new(&kind.id, minutes, 0) })
            })
        })
    })
}

#[test]
fn every_kind_gives_three_questions_in_five_minutes_on_the_day_and_later() {
    for pack in editions() {
        for choice in choices(&pack) {
            if LOOKING_BACK.contains(&choice.moment) && choice.minutes == 5 {
                for seed in 0..20 {
                    let choice = Choice { seed, ..choice };
                    assert_eq!(pack.choose(&choice).len(), 3, "{choice:?}");
                }
            }
        }
    }
}

/// What `cargo xtask handbook` prints; a screen still has words for it, for packs of others.
#[test]
fn no_sitting_is_empty() {
    for pack in editions() {
        let empty: Vec<_> = gaps(&pack).into_iter().filter(|gap| gap.served == 0).collect();
        assert_eq!(empty, []);
    }
}

#[test]
fn every_kind_has_a_wording_for_its_closing_page() {
    for pack in editions() {
        for kind in pack.kinds().iter().map(|kind| Some(&kind.id)).chain([None]) {
            let wording = pack.intention(kind).expect("a wording");
            assert_eq!(wording.aspect, Aspect::NextStep);
            assert!(wording.intention);
        }
    }
}

#[test]
fn every_question_of_a_pool_is_reached() {
    let [pack, _] = editions();
    for kind in pack.kinds() {
        for moment in LOOKING_BACK {
            let sitting = |seed| Choice { moment, ..Choice::new(&kind.id, 5, seed) };
            let pool: BTreeSet<_> = pack.pool(&sitting(0)).into_iter().map(|question| &question.id).collect();
            let reached: BTreeSet<_> = (0..400)
                .flat_map(|seed| pack.choose(&sitting(seed)))
                .filter(|question| !question.only_as_follow_up)
                .map(|question| &question.id)
                .collect();
            assert_eq!(reached, pool, "{} {moment:?}", kind.id);
        }
    }
}

#[test]
fn every_question_is_asked_somewhere() {
    let [pack, _] = editions();
    let mut asked = BTreeSet::new();
    for choice in choices(&pack) {
        asked.extend(pack.pool(&choice).into_iter().map(|question| &question.id));
        let sittings = (0..50).flat_map(|seed| pack.choose(&Choice { seed, ..choice }));
        asked.extend(sittings.map(|question| &question.id));
    }
    asked.extend(pack.kinds().iter().filter_map(|kind| pack.intention(Some(&kind.id))).map(|q| &q.id));
    let never: Vec<_> = pack.questions().iter().filter(|question| !asked.contains(&question.id)).collect();
    assert!(never.is_empty(), "{never:?}");
}

#[test]
fn every_question_rests_on_something() {
    for pack in editions() {
        for question in pack.questions() {
            assert!(!pack.sources_of(question).is_empty(), "{}", question.id);
            assert!(pack.theme(&question.theme).is_some());
        }
    }
}

#[test]
fn the_words_of_an_organisation_fill_every_text() {
    let residents =
        [ResidentWord::Inwoner, ResidentWord::Klant, ResidentWord::Client, ResidentWord::Kandidaat];
    let workers = [
        WorkerWord::Consulent,
        WorkerWord::Klantmanager,
        WorkerWord::Inkomensconsulent,
        WorkerWord::Werkconsulent,
        WorkerWord::Participatiecoach,
    ];
    for pack in editions() {
        for (resident, worker) in residents.iter().flat_map(|r| workers.iter().map(move |w| (*r, *w))) {
            for question in pack.questions() {
                let text = pack.resolve(&question.text, Words { resident, worker });
                assert!(!text.contains(['{', '}']), "{text}");
            }
        }
    }
    let [dutch, english] = editions();
    let words = Words { resident: ResidentWord::Client, worker: WorkerWord::Klantmanager };
    let question = dutch.question(&"H25".into()).expect("H25 is in the pack");
    assert_eq!(
        dutch.resolve(&question.text, words),
        "Deze cliënt sprak al veel klantmanagers. Hoe maakte jij een nieuw begin?"
    );
    let question = english.question(&"H25".into()).expect("H25 is in the pack");
    assert_eq!(
        english.resolve(&question.text, words),
        "This client has talked to many client managers. How did you make a new start?"
    );
}
