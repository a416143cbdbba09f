//! What was learned: rules of thumb with their past, words with two meanings, the team card, and the
//! pages of them.

use super::*;
use crate::learned_page::LearnedPage;

fn keep(open: &mut Desk, text: &str) -> Result<RuleOfThumb, Failure> {
    open.keep_rule(KeepRule { text: text.to_owned() })
}

fn rules(open: &mut Desk) -> Vec<RuleOfThumb> {
    open.list_rules(()).expect("a list").rules
}

fn about(columns: [&str; 4]) -> TwofoldWordDraft {
    let [word, mine, theirs, whose] = columns.map(str::to_owned);
    TwofoldWordDraft { word, mine, theirs, whose }
}

fn draft(theme: Option<&str>, text: &str) -> TeamPointDraft {
    TeamPointDraft { theme: theme.map(str::to_owned), text: text.to_owned() }
}

/// The card: the names of its themes with what stands under each.
fn on_card(card: &TeamCard) -> Vec<(Option<&str>, Vec<&str>)> {
    let themes = card
        .themes
        .iter()
        .map(|theme| (theme.name.as_deref(), theme.points.iter().map(|point| point.text.as_str()).collect()));
    themes.collect()
}

#[test]
fn a_rule_of_thumb_is_kept_and_changed_with_its_past() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let one = keep(&mut open, " Eerst vragen. ").expect("kept");
    assert_eq!((one.text.as_str(), &one.dropped_on, &one.former), ("Eerst vragen.", &None, &vec![]));
    let two = keep(&mut open, "Dan pas praten.").expect("kept");
    assert_eq!(rules(&mut open), [two.clone(), one.clone()]);
    for unusable in ["", "twee\nregels", &"é".repeat(301)] {
        assert_eq!(keep(&mut open, unusable), Err(Failure::RuleUnusable), "{unusable:?}");
    }
    let change = ChangeRule { rule: one.rule, text: "Eerst zwijgen.".to_owned() };
    let changed = open.change_rule(change.clone()).expect("changed");
    let former = FormerWording {
        wording: WordingId(1),
        text: "Eerst vragen.".to_owned(),
        until: Day("2026-03-09".to_owned()),
    };
    assert_eq!((changed.text.as_str(), &changed.former), ("Eerst zwijgen.", &vec![former]));
    assert_eq!(open.change_rule(change), Ok(changed.clone()), "the same words change nothing");
    let wording = WordingRequest { wording: WordingId(1) };
    let left = RuleOfThumb { former: vec![], ..changed };
    assert_eq!(open.erase_wording(wording), Ok(left.clone()));
    assert_eq!(open.erase_wording(wording), Err(Failure::RuleGone));
    assert_eq!(rules(&mut open), [two, left]);
}

#[test]
fn a_rule_of_thumb_is_dropped_taken_up_again_and_erased() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let [one, two] = ["Een.", "Twee."].map(|text| keep(&mut open, text).expect("kept"));
    let dropped = open.drop_rule(DropRule { rule: two.rule, dropped: true }).expect("dropped");
    assert_eq!(dropped, RuleOfThumb { dropped_on: Some(Day("2026-03-09".to_owned())), ..two.clone() });
    assert_eq!(rules(&mut open), [one.clone(), dropped]);
    assert_eq!(open.drop_rule(DropRule { rule: two.rule, dropped: false }), Ok(two.clone()));
    assert_eq!(rules(&mut open), [two.clone(), one.clone()]);
    open.erase_rule(RuleRequest { rule: one.rule }).expect("erased");
    assert_eq!(open.erase_rule(RuleRequest { rule: one.rule }), Err(Failure::RuleGone));
    assert_eq!(open.drop_rule(DropRule { rule: one.rule, dropped: true }), Err(Failure::RuleGone));
    assert_eq!(rules(&mut open), [two]);
}

#[test]
fn a_word_with_two_meanings_is_kept_changed_and_erased() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let words = |open: &mut Desk| open.list_twofold_words(()).expect("a list").words;
    let zorg = open.keep_twofold_word(about([" zorg ", "", "", ""])).expect("kept");
    let stable = about(["Stabiel", "geen nieuwe schuld", "hij slaapt weer", "wijkteam"]);
    let stable = open.keep_twofold_word(stable).expect("kept");
    assert_eq!(
        [&stable.word, &stable.mine, &stable.theirs, &stable.whose],
        ["Stabiel", "geen nieuwe schuld", "hij slaapt weer", "wijkteam"]
    );
    assert_eq!(words(&mut open), [stable.clone(), zorg.clone()], "as a dictionary has them");
    for unusable in [["", "a", "", ""], ["a", "twee\nregels", "", ""], ["a", "", "", &"é".repeat(61)]] {
        let refused = Err(Failure::TwofoldWordUnusable);
        assert_eq!(open.keep_twofold_word(about(unusable)), refused, "{unusable:?}");
        let change = ChangeTwofoldWord { twofold: zorg.twofold, draft: about(unusable) };
        assert_eq!(open.change_twofold_word(change), refused, "{unusable:?}");
    }
    let change = |twofold| ChangeTwofoldWord { twofold, draft: about(["Aandacht", "tijd", "", ""]) };
    let changed = open.change_twofold_word(change(zorg.twofold)).expect("changed");
    assert_eq!((changed.word.as_str(), changed.mine.as_str()), ("Aandacht", "tijd"));
    assert_eq!(words(&mut open), [changed, stable]);
    let zorg = TwofoldWordRequest { twofold: zorg.twofold };
    open.erase_twofold_word(zorg).expect("erased");
    assert_eq!(open.erase_twofold_word(zorg), Err(Failure::TwofoldWordGone));
    assert_eq!(open.change_twofold_word(change(zorg.twofold)), Err(Failure::TwofoldWordGone));
}

#[test]
fn the_team_card_is_grouped_by_the_themes_of_the_handbook() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let gone = ::journal::TeamTheme { id: "wijk".to_owned(), name: "De wijk".to_owned() };
    let text = ::journal::TeamPointText::parse("Van een pakket dat weg is").expect("usable");
    let today = open.today();
    let gone = open.store.keep_team_point(Some(&gone), &text, today).expect("kept").id;
    for (theme, text) in [
        (None, "Zonder thema"),
        (Some("team"), "Eerst bellen"),
        (Some("ruimte"), "Geen haast"),
        (Some("team"), " Samen\nkijken "),
    ] {
        open.keep_team_point(draft(theme, text)).expect("kept");
    }
    let card = open.read_team_card(()).expect("the card");
    let (ruimte, team) = (Some("Ruimte geven"), Some("Samen als team"));
    assert_eq!(
        on_card(&card),
        [
            (ruimte, vec!["Geen haast"]),
            (team, vec!["Eerst bellen", "Samen\nkijken"]),
            (Some("De wijk"), vec!["Van een pakket dat weg is"]),
            (None, vec!["Zonder thema"]),
        ]
    );
    assert_eq!(card.themes[0].theme.as_deref(), Some("ruimte"));
    let first = &card.themes[1].points[0];
    assert_eq!((first.theme.as_deref(), first.written_on.0.as_str()), (Some("team"), "2026-03-09"));

    // What stands under a theme that no pack has any more can be changed there, and nothing can go there.
    let change =
        |point, theme: Option<&str>, text: &str| ChangeTeamPoint { point, draft: draft(theme, text) };
    let (gone, without) = (TeamPointId(gone.0), card.themes[3].points[0].point);
    let card = open.change_team_point(change(gone, Some("wijk"), "Anders")).expect("changed");
    assert_eq!(on_card(&card)[2], (Some("De wijk"), vec!["Anders"]));
    for theme in ["wijk", "nergens"] {
        assert_eq!(open.change_team_point(change(without, Some(theme), "x")), Err(Failure::OutOfTurn));
        assert_eq!(open.keep_team_point(draft(Some(theme), "x")), Err(Failure::OutOfTurn));
    }
    let card = open.change_team_point(change(gone, None, "Anders")).expect("changed");
    assert_eq!(on_card(&card)[2], (None, vec!["Anders", "Zonder thema"]));
    let card = open.change_team_point(change(gone, Some("ruimte"), "Anders")).expect("changed");
    assert_eq!(on_card(&card)[0], (ruimte, vec!["Anders", "Geen haast"]));
    for unusable in ["", " \n ", &"é".repeat(601)] {
        assert_eq!(open.keep_team_point(draft(None, unusable)), Err(Failure::TeamPointUnusable));
        assert_eq!(open.change_team_point(change(gone, None, unusable)), Err(Failure::TeamPointUnusable));
    }
}

#[test]
fn what_was_talked_about_leaves_the_card_until_it_was_not() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    open.keep_team_point(draft(None, "een")).expect("kept");
    let card = open.keep_team_point(draft(Some("team"), "twee")).expect("kept");
    let point = card.themes[0].points[0].point;
    let discuss = |discussed| DiscussTeamPoint { point, discussed };
    let discussed = open.discuss_team_point(discuss(true)).expect("discussed");
    assert_eq!(on_card(&discussed), [(None, vec!["een"])]);
    let there = &discussed.discussed[0];
    assert_eq!((there.text.as_str(), there.theme.as_deref()), ("twee", Some("team")));
    assert_eq!(there.discussed_on, Some(Day("2026-03-09".to_owned())));
    assert_eq!(open.discuss_team_point(discuss(false)), Ok(card));
    let left = open.erase_team_point(TeamPointRequest { point }).expect("erased");
    assert_eq!(on_card(&left), [(None, vec!["een"])]);
    assert_eq!(open.erase_team_point(TeamPointRequest { point }), Err(Failure::TeamPointGone));
    assert_eq!(open.discuss_team_point(discuss(true)), Err(Failure::TeamPointGone));
}

#[test]
fn no_alias_stands_on_a_page_of_what_was_learned() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    open.start_entry(start(5, false)).expect("an entry with stille beuk");
    let mut other = start(5, false);
    other.contact = Some(contact("2026-03-09", Some("Witte Wolk")));
    let binned = open.start_entry(other).expect("an entry").entry;
    open.delete_entry(EntryRequest { entry: binned }).expect("in the bin");
    open.settings.resident_word = ResidentWord::Client;

    keep(&mut open, "Bij Stille Beuk eerst vragen.").expect("kept");
    let dropped = keep(&mut open, "Niet meer.").expect("kept").rule;
    open.drop_rule(DropRule { rule: dropped, dropped: true }).expect("dropped");
    let former = keep(&mut open, "Vroeger.").expect("kept").rule;
    open.change_rule(ChangeRule { rule: former, text: "Nu.".to_owned() }).expect("changed");
    let columns = ["stabiel", "wat witte wolk zei", "Stille-beuk slaapt", "witte wolk"];
    open.keep_twofold_word(about(columns)).expect("kept");
    open.keep_team_point(draft(Some("team"), "Wat ik leerde van stille beuk.")).expect("kept");
    let card = open.keep_team_point(draft(None, "Besproken.")).expect("kept");
    let point = card.themes[1].points[0].point;
    open.discuss_team_point(DiscussTeamPoint { point, discussed: true }).expect("discussed");

    let mut page = |what| open.learned_page(SaveLearned { what }).expect("a page");
    let LearnedPage::Rules(rules) = page(Learned::Rules) else { panic!("rules") };
    assert_eq!(rules, ["Nu.", "Bij een cliënt eerst vragen."], "as they are now, and as they are used");
    let LearnedPage::Words(words) = page(Learned::Words) else { panic!("words") };
    let [word] = words.as_slice() else { panic!("one word") };
    let expected = ["stabiel", "wat een cliënt zei", "Een cliënt slaapt", "Een cliënt"];
    assert_eq!([&word.word, &word.mine, &word.theirs, &word.whose], expected);
    let LearnedPage::TeamCard(themes) = page(Learned::TeamCard) else { panic!("the card") };
    let expected = (Some("Samen als team".to_owned()), vec!["Wat ik leerde van een cliënt.".to_owned()]);
    assert_eq!(themes, [expected]);
}
