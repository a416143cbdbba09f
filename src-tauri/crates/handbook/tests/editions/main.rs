//! Our own packs: they read, they are kind, and the two languages are one pack.

mod plain;
mod practice;
mod same;

use std::collections::BTreeSet;

use handbook::{
    Aspect, Choice, FormInIntervision, Language, MINUTES, Moment, Pack, Place, ResidentWord, Words,
    WorkerWord, coverage, gaps, lint,
};

const DUTCH: &str = include_str!("../../../../../assets/handbook/nl/dichterbij.toml");
const ENGLISH: &str = include_str!("../../../../../assets/handbook/en/dichterbij.toml");

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

/// What every sitting comes from: kinds, moments, minutes, baggage.
fn choices<'k>(pack: &'k Pack) -> impl Iterator<Item = Choice<'k>> {
    let moments = [Moment::Before, Moment::RightAfter, Moment::Later, Moment::MonthReview, Moment::Together];
    pack.kinds().iter().flat_map(move |kind| {
        moments.into_iter().flat_map(move |moment| {
            MINUTES.into_iter().flat_map(move |minutes| {
                let choice = Choice { moment, ..Choice::new(&kind.id, minutes, 0) };
                kind.carried().iter().map(move |baggage| Choice { baggage: *baggage, ..choice })
            })
        })
    })
}

#[test]
fn every_kind_gives_three_questions_in_five_minutes_on_the_day_and_later() {
    for pack in editions() {
        for choice in choices(&pack) {
            let kind = pack.kind(choice.kind).expect("its own kind");
            if kind.looking_back().contains(&choice.moment) && choice.minutes == 5 {
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

/// The least that somebody meets who has two minutes, says nothing about anybody, and looks back on
/// one kind of contact, week or meeting again and again.
#[test]
fn every_kind_reaches_six_questions_in_two_minutes() {
    for pack in editions() {
        let thin: Vec<_> = coverage(&pack)
            .into_iter()
            .filter(|line| line.minutes == 2 && line.baggage.is_none() && line.reached < 6)
            .collect();
        assert!(thin.is_empty(), "{thin:?}");
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
        for moment in kind.looking_back().iter().copied() {
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

/// Where a case is talked about, one's own rules of thumb are shown; a group begins with what somebody
/// brings in, and ends with what each takes along.
#[test]
fn a_group_has_its_kinds_and_its_two_sheets() {
    for pack in editions() {
        let discussed = pack.kinds().iter().filter(|kind| kind.discussion).map(|kind| kind.id.as_str());
        assert_eq!(discussed.collect::<Vec<_>>(), ["casusoverleg", "intervisie"]);
        let for_groups = pack.forms().iter().filter_map(|form| Some((form.id.as_str(), form.intervision?)));
        let (brought, taken) = (FormInIntervision::Contribution, FormInIntervision::Result);
        assert_eq!(for_groups.collect::<Vec<_>>(), [("inbreng", brought), ("opbrengst", taken)]);
        assert!(pack.form("dichterbij", "teamkaart").is_none(), "the team card has a place of its own");
    }
}

/// A sheet is offered by a kind or stands under a theme, and says what it rests on.
#[test]
fn every_sheet_and_method_rests_on_something() {
    for pack in editions() {
        for form in pack.forms() {
            assert!(!form.sources.is_empty() || form.theme.is_some(), "{}", form.id);
        }
        for method in pack.methods() {
            assert!(!method.sources.is_empty(), "{}", method.id);
        }
    }
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
            for text in pack.texts().into_iter().filter(|text| text.place != Place::Name) {
                let text = pack.resolve(text.text, Words { resident, worker });
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
