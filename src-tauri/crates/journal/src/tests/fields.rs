//! What an answer answers: kept for each field as it was saved, and the person's own words gone
//! when the person changed them.

use super::desk::{Desk, about, at, free_page, guide, question};
use crate::{
    Answer, AnswerId, EntryId, Field, JournalError, MOST_OWN_CHARACTERS, Question, QuestionRef, Returns,
    SaveAnswer, Sitting, StoredField,
};

fn own(wording: &str) -> Field<'_> {
    Field::Own { wording }
}

fn intention(returns: Returns) -> Field<'static> {
    Field::Intention { question: None, returns }
}

fn wordings(desk: &Desk) -> Vec<String> {
    let mut statement =
        desk.journal.connection().prepare("SELECT text FROM wording ORDER BY id").expect("prepare");
    let texts = statement.query_map([], |row| row.get(0)).expect("query");
    texts.collect::<Result<_, _>>().expect("texts")
}

fn save_at(
    desk: &mut Desk,
    entry: EntryId,
    answer: Option<AnswerId>,
    field: Field<'_>,
    then: &str,
) -> Answer {
    let save = SaveAnswer { entry, answer, field, text: then };
    desk.journal.save_answer(save, at(then)).expect("saved")
}

#[test]
fn every_field_comes_back_as_it_was_saved() {
    let mut desk = Desk::new();
    let earlier = desk.start(guide());
    let asked = QuestionRef { pack: "basis", id: "D12", version: 2, wording: "Wat probeer je?" };
    let first = Field::Intention { question: Some(asked), returns: Returns::Alias };
    let first = desk.save(earlier, None, first, "eerst stil zijn");
    let entry = desk.start(guide());
    let kept =
        Question { pack: "basis".into(), id: "D12".into(), version: 2, wording: "Wat probeer je?".into() };
    let cases = [
        (Field::Outcome { of: first.id }, StoredField::Outcome { of: Some(first.id) }),
        (
            Field::Question { pack: "basis", id: "D12", version: 2, wording: "Wat probeer je?" },
            StoredField::Question(kept.clone()),
        ),
        (own(" Wat zei ík niet? "), StoredField::Own { wording: " Wat zei ík niet? ".into() }),
        (own(""), StoredField::Own { wording: String::new() }),
        (Field::Free, StoredField::Free),
        (Field::Free, StoredField::Free),
        (Field::Feeling, StoredField::Feeling),
        (
            intention(Returns::Kind),
            StoredField::Intention { question: None, returns: Returns::Kind, let_go: false },
        ),
    ];
    let mut saved = Vec::new();
    for (field, stored) in &cases {
        let answer = desk.save(entry, None, *field, "tekst\r\n\0");
        assert_eq!(&answer.field, stored, "{field:?}");
        let again = desk.save(entry, Some(answer.id), *field, "andere tekst");
        assert_eq!((again.id, &again.field), (answer.id, stored), "{field:?}");
        saved.push(again);
    }
    desk.reopen();
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, saved);
    assert_eq!(
        desk.journal.entry(earlier).expect("entry").answers[0].field,
        StoredField::Intention { question: Some(kept), returns: Returns::Alias, let_go: false }
    );
}

#[test]
fn an_answer_goes_on_in_its_own_field_only() {
    let mut desk = Desk::new();
    let earlier = desk.start(guide());
    let (one, other) = (
        desk.save(earlier, None, intention(Returns::Kind), "een").id,
        desk.save(earlier, None, intention(Returns::Kind), "ander").id,
    );
    let entry = desk.start(guide());
    let fields = [
        question("q1"),
        question("q2"),
        own("Wat nu?"),
        Field::Free,
        Field::Feeling,
        intention(Returns::Alias),
        Field::Outcome { of: one },
        Field::Outcome { of: other },
    ];
    let saved: Vec<AnswerId> =
        fields.iter().map(|field| desk.save(entry, None, *field, "staat").id).collect();
    for (place, answer) in saved.iter().enumerate() {
        for (other, field) in fields.iter().enumerate() {
            let outcome = desk.try_save(entry, Some(*answer), *field, &format!("{other}"));
            assert_eq!(outcome.is_ok(), place == other, "{field:?} into {:?}", fields[place]);
            if place != other {
                assert_eq!(outcome, Err(JournalError::AnswerGone));
            }
        }
    }
}

#[test]
fn the_first_save_and_the_last_are_both_known() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let (first, later) = ("2026-10-25T02:30:00.123+02:00", "2026-10-25T02:10:00+01:00");
    let saved = save_at(&mut desk, entry, None, Field::Free, first);
    assert_eq!((saved.written_at, saved.saved_at), (at(first), at(first)));
    let saved = save_at(&mut desk, entry, Some(saved.id), Field::Free, later);
    assert_eq!((saved.written_at.to_rfc3339(), saved.saved_at.to_rfc3339()), (first.into(), later.into()));
    desk.reopen();
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, [saved]);
}

#[test]
fn a_packs_wording_is_a_snapshot_also_of_an_intentions_question() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let asked = |version, wording| Field::Intention {
        question: Some(QuestionRef { pack: "basis", id: "D12", version, wording }),
        returns: Returns::Kind,
    };
    let saved = desk.save(entry, None, asked(1, "Wat probeer je bij je klant?"), "vragen");
    // The pack's words and the organisation's changed, and so did when it returns.
    let turned = Field::Intention { question: None, returns: Returns::Alias };
    desk.save(entry, Some(saved.id), asked(2, "Wat probeer je bij je inwoner?"), "doorvragen");
    desk.save(entry, Some(saved.id), turned, "doorvragen");
    let StoredField::Intention { question: Some(kept), returns, .. } =
        desk.journal.entry(entry).expect("entry").answers.remove(0).field
    else {
        panic!("an intention that was asked for");
    };
    assert_eq!((kept.wording.as_str(), kept.version), ("Wat probeer je bij je klant?", 1));
    assert_eq!(returns, Returns::Alias);
    assert_eq!(wordings(&desk), ["Wat probeer je bij je klant?"]);
}

#[test]
fn an_own_question_is_reworded_and_its_old_words_are_gone() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let saved = desk.save(entry, None, own("Waarom zei ik ka"), "omdat");
    desk.journal.leave(entry).expect("leave");
    let again =
        SaveAnswer { entry, answer: Some(saved.id), field: own("Waarom zei ik niets?"), text: "omdat" };
    let reworded = desk.journal.save_answer(again, at("2026-11-21T17:30:00+01:00")).expect("saved");
    assert_eq!(reworded.field, StoredField::Own { wording: "Waarom zei ik niets?".into() });
    assert_eq!((reworded.text.as_str(), reworded.written_at), ("omdat", saved.written_at));
    assert_eq!(reworded.saved_at, at("2026-11-21T17:30:00+01:00"));
    assert_eq!(wordings(&desk), ["Waarom zei ik niets?"]);
    // Nothing of what was answered changed, so the index keeps what it has.
    desk.check_index();
    assert!(desk.count("term") > 0);
    desk.save(entry, Some(saved.id), own(""), "omdat het kon");
    assert_eq!(wordings(&desk), [""]);
    desk.journal.erase(entry).expect("erase");
    assert_eq!(desk.count("wording"), 0);
}

#[test]
fn own_words_that_others_use_too_stay_with_them() {
    let mut desk = Desk::new();
    let (one, other) = (desk.start(guide()), desk.start(guide()));
    let shared = "Wat deed jij, en wat deed de ander?";
    desk.save(other, None, question("q1"), "van het handboek");
    let saved = desk.save(one, None, own(shared), "van mij");
    assert_eq!(wordings(&desk), [shared]);
    desk.save(one, Some(saved.id), own("En ik?"), "van mij");
    assert_eq!(wordings(&desk), [shared, "En ik?"]);
    desk.save(one, Some(saved.id), own(shared), "van mij");
    assert_eq!(wordings(&desk), [shared]);
    desk.journal.erase(one).expect("erase");
    assert_eq!(wordings(&desk), [shared]);
}

#[test]
fn an_own_question_is_one_short_line() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let most = "é".repeat(MOST_OWN_CHARACTERS);
    let saved = desk.save(entry, None, own(&most), "tekst");
    for wording in ["twee\nregels", "nul\0", "om\u{202e}gekeerd", &format!("{most}x")] {
        for answer in [None, Some(saved.id)] {
            let refused = desk.try_save(entry, answer, own(wording), "meer tekst");
            assert_eq!(refused, Err(JournalError::OwnQuestionUnusable), "{wording:?}");
        }
    }
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, [saved]);
}

#[test]
fn an_own_question_is_not_what_was_answered() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    desk.save(entry, None, own("Waarom aarzelde ik?"), "omdat het stil was");
    assert_eq!(desk.journal.search("aarzel", 5).expect("search"), []);
    assert_eq!(desk.journal.search("omdat", 5).expect("search").len(), 1);
}

#[test]
fn a_feeling_is_in_a_list_only_when_nothing_else_is() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    desk.save(entry, None, question("q1"), "  ");
    desk.save(entry, None, Field::Feeling, "onrustig");
    desk.save(entry, None, Field::Feeling, "en moe");
    let excerpt = |desk: &Desk| desk.journal.entries(None, 1).expect("list").remove(0).excerpt;
    assert_eq!(excerpt(&desk), "onrustig");
    desk.save(entry, None, Field::Free, "het begon bij de deur");
    assert_eq!(excerpt(&desk), "het begon bij de deur");
    assert_eq!(desk.journal.search("onrust", 5).expect("search").len(), 1, "it is searched all the same");
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(desk.journal.bin().expect("bin")[0].row.excerpt, "het begon bij de deur");
}

#[test]
fn a_sitting_is_kept_as_far_as_it_was_given() {
    let mut desk = Desk::new();
    let plain = Sitting { minutes: 5, young: true, baggage: None, mood: None };
    let told =
        Sitting { minutes: 255, young: false, baggage: Some("both".into()), mood: Some("calm".into()) };
    for sitting in [None, Some(plain), Some(told)] {
        let mut new = about("2026-11-20", "gesprek", None);
        new.sitting.clone_from(&sitting);
        let entry = desk.start(new);
        desk.reopen();
        assert_eq!(desk.journal.entry(entry).expect("entry").sitting, sitting);
    }
}

#[test]
fn what_a_person_asked_and_how_it_felt_is_in_no_log() {
    let mut desk = Desk::new();
    let mut new = about("2026-11-20", "gesprek", None);
    new.sitting = Some(Sitting {
        minutes: 5,
        young: true,
        baggage: Some("GEHEIM".into()),
        mood: Some("GEHEIM".into()),
    });
    let entry = desk.start(new.clone());
    let field = own("GEHEIM?");
    let asked = desk.save(entry, None, field, "antwoord");
    desk.save(entry, None, intention(Returns::Kind), "GEHEIM-proefje");
    let read = desk.journal.entry(entry).expect("entry");
    let next = desk.start(about("2026-11-21", "gesprek", None));
    let returns = desk.journal.intention_for(next).expect("read").expect("one");
    let all = format!("{new:?} {field:?} {asked:?} {:?} {read:?} {returns:?}", asked.field);
    assert!(!all.contains("GEHEIM"), "{all}");
}

#[test]
fn questions_answered_lately_come_once_and_latest_first() {
    let mut desk = Desk::new();
    let entries: Vec<EntryId> = (0..5).map(|_| desk.start(guide())).collect();
    let asked = [
        (0, "q1", "lang geleden"),
        (0, "q2", "ook"),
        (1, "q3", " \u{2003}\n"),
        (1, "q1", "weer"),
        (2, "q4", "in de prullenbak"),
        (3, "q5", "net"),
        (4, "q6", "nu"),
    ];
    for (place, id, text) in asked {
        desk.save(entries[place], None, question(id), text);
    }
    desk.save(entries[3], None, own("q7?"), "eigen");
    desk.save(entries[3], None, Field::Free, "vrij");
    desk.journal.delete(entries[2], at("2026-11-21T17:00:00+01:00")).expect("delete");
    let lately = |desk: &Desk, before, limit| -> Vec<String> {
        let questions = desk.journal.recently_answered(before, limit).expect("read");
        assert!(questions.iter().all(|(pack, _)| pack == "basis"));
        questions.into_iter().map(|(_, question)| question).collect()
    };
    assert_eq!(lately(&desk, entries[4], 9), ["q5", "q1", "q2"]);
    assert_eq!(lately(&desk, entries[4], 2), ["q5", "q1"]);
    assert_eq!(lately(&desk, entries[4], 0), Vec::<String>::new());
    assert_eq!(lately(&desk, entries[1], 9), ["q2", "q1"]);
    assert_eq!(lately(&desk, entries[0], 9), Vec::<String>::new());
    assert_eq!(lately(&desk, EntryId(i64::MAX), 1), ["q6"]);
}

#[test]
fn lately_reaches_back_two_hundred_entries() {
    let mut desk = Desk::new();
    desk.write(free_page(), "geen vraag");
    let first = desk.start(guide());
    desk.save(first, None, question("q1"), "antwoord");
    let later: Vec<EntryId> = (0..201).map(|_| desk.start(free_page())).collect();
    assert_eq!(desk.journal.recently_answered(later[199], 5).expect("read").len(), 1);
    assert_eq!(desk.journal.recently_answered(later[200], 5).expect("read").len(), 0);
}

#[test]
fn the_newest_entry_says_when_it_was_started() {
    let mut desk = Desk::new();
    assert_eq!(desk.journal.newest_started(), Ok(None));
    let (before, then) = ("2026-03-09T16:50:00.123+01:00", "2026-03-08T09:00:00+02:00");
    for moment in [before, then] {
        desk.journal.start_entry(free_page(), at(moment)).expect("start");
    }
    let newest = |desk: &Desk| desk.journal.newest_started().expect("read").map(|at| at.to_rfc3339());
    assert_eq!(newest(&desk).as_deref(), Some(then), "also when the clock was put back");
    let last = desk.journal.entries(None, 9).expect("list").iter().map(|row| row.entry).max().expect("one");
    desk.journal.delete(last, at(then)).expect("delete");
    assert_eq!(newest(&desk).as_deref(), Some(before));
}
