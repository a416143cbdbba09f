//! What was learned besides rules: words with two meanings, and what is taken along to the team.

use chrono::NaiveDate;

use super::desk::{Desk, at};
use crate::{
    JournalError, TeamPoint, TeamPointId, TeamPointText, TeamTheme, TwofoldText, TwofoldWord, TwofoldWordId,
};

const NOW: &str = "2026-11-21T17:00:00+01:00";

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn word(word: &str) -> TwofoldText {
    TwofoldText::parse(word, "", "", "").expect("usable")
}

fn point(text: &str) -> TeamPointText {
    TeamPointText::parse(text).expect("usable")
}

fn theme(id: &str) -> TeamTheme {
    TeamTheme { id: id.to_owned(), name: format!("Thema {id}") }
}

fn points(desk: &Desk) -> Vec<TeamPoint> {
    desk.journal.team_points().expect("read")
}

#[test]
fn a_word_is_kept_changed_and_erased() {
    let mut desk = Desk::new();
    let (then, later) = (at(NOW), at("2026-11-22T09:00:00+01:00"));
    let text = TwofoldText::parse("stabiel", "geen nieuwe schuld", "hij slaapt weer", "wijkteam");
    let text = text.expect("usable");
    let kept = desk.journal.keep_twofold_word(&text, then).expect("kept");
    assert_eq!((kept.id, &kept.text, kept.changed_at), (TwofoldWordId(1), &text, then));
    assert_eq!(desk.journal.change_twofold_word(kept.id, &text, later), Ok(kept.clone()), "nothing changes");
    let half = TwofoldText::parse("stabiel", "geen nieuwe schuld", "", "").expect("usable");
    let changed = desk.journal.change_twofold_word(kept.id, &half, later).expect("changed");
    assert_eq!(changed, TwofoldWord { text: half.clone(), changed_at: later, ..kept.clone() });
    desk.reopen();
    assert_eq!(desk.journal.twofold_words(), Ok(vec![changed]));
    desk.journal.erase_twofold_word(kept.id).expect("erased");
    assert_eq!(desk.journal.erase_twofold_word(kept.id), Err(JournalError::TwofoldWordGone));
    let gone = desk.journal.change_twofold_word(kept.id, &half, later);
    assert_eq!(gone, Err(JournalError::TwofoldWordGone));
    assert_eq!(desk.journal.twofold_words(), Ok(vec![]));
    assert_eq!(desk.journal.keep_twofold_word(&half, later).expect("kept").id, TwofoldWordId(2));
}

#[test]
fn words_stand_as_in_a_dictionary() {
    let mut desk = Desk::new();
    for text in ["Zorg", "één plan", "zelfredzaam", "eigen kracht", "Eén plan", "zorg", "eenzaam", "🙂"]
    {
        desk.journal.keep_twofold_word(&word(text), at(NOW)).expect("kept");
    }
    let words = desk.journal.twofold_words().expect("read");
    let words: Vec<&str> = words.iter().map(|word| word.text.word()).collect();
    let expected = ["één plan", "Eén plan", "eenzaam", "eigen kracht", "zelfredzaam", "Zorg", "zorg", "🙂"];
    assert_eq!(words, expected);
}

#[test]
fn a_point_is_kept_changed_and_erased() {
    let mut desk = Desk::new();
    let (one, other) = (theme("ruimte"), theme("gedeeld"));
    let kept = desk.journal.keep_team_point(
        Some(&one),
        &point("Eerst bellen.\nDan pas een brief."),
        day("2026-11-21"),
    );
    let kept = kept.expect("kept");
    let expected = TeamPoint {
        id: TeamPointId(1),
        theme: Some(one),
        text: "Eerst bellen.\nDan pas een brief.".to_owned(),
        written_on: day("2026-11-21"),
        discussed_on: None,
    };
    assert_eq!(kept, expected);
    let changed =
        desk.journal.change_team_point(kept.id, Some(&other), &point("Eerst bellen.")).expect("changed");
    let expected = TeamPoint { theme: Some(other), text: "Eerst bellen.".to_owned(), ..kept.clone() };
    assert_eq!(changed, expected);
    let without = desk.journal.change_team_point(kept.id, None, &point("Eerst bellen.")).expect("changed");
    assert_eq!(without.theme, None);
    desk.reopen();
    assert_eq!((points(&desk), desk.journal.team_point(kept.id)), (vec![without.clone()], Ok(without)));
    desk.journal.erase_team_point(kept.id).expect("erased");
    let gone = JournalError::TeamPointGone;
    assert_eq!(desk.journal.erase_team_point(kept.id), Err(gone));
    assert_eq!(desk.journal.team_point(kept.id), Err(gone));
    assert_eq!(desk.journal.change_team_point(kept.id, None, &point("x")), Err(gone));
    assert_eq!(desk.journal.discuss_team_point(kept.id, None), Err(gone));
    assert_eq!(
        desk.journal.keep_team_point(None, &point("x"), day("2026-11-22")).expect("kept").id,
        TeamPointId(2)
    );
}

#[test]
fn what_was_talked_about_leaves_the_card_and_can_come_back() {
    let mut desk = Desk::new();
    for text in ["een", "twee", "drie", "vier"] {
        desk.journal.keep_team_point(None, &point(text), day("2026-11-21")).expect("kept");
    }
    let mut discuss = |id, on: Option<&str>| {
        desk.journal.discuss_team_point(TeamPointId(id), on.map(day)).expect("changed").discussed_on
    };
    assert_eq!(discuss(3, Some("2026-11-24")), Some(day("2026-11-24")));
    discuss(2, Some("2026-11-24"));
    discuss(1, Some("2026-11-23"));
    assert_eq!(discuss(1, Some("2026-11-30")), Some(day("2026-11-23")), "it was on the earlier day");
    let order = |desk: &Desk| points(desk).iter().map(|point| point.id.0).collect::<Vec<_>>();
    assert_eq!(order(&desk), [4, 3, 2, 1], "the card; then the latest talked about");
    assert_eq!(desk.journal.discuss_team_point(TeamPointId(2), None).expect("changed").discussed_on, None);
    desk.reopen();
    assert_eq!(order(&desk), [2, 4, 3, 1]);
}
