//! The handbook as one leafs through it, and one question through time.

use super::{packs::with_house, *};

#[test]
fn the_handbook_is_whole_and_says_what_it_rests_on() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let book = open.read_handbook(()).expect("the handbook");
    let packs: Vec<&str> = book.packs.iter().map(|pack| pack.id.as_str()).collect();
    assert_eq!(packs, ["dichterbij", "dorpskern"]);
    let shown: Vec<&HandbookQuestion> = book.themes.iter().flat_map(|theme| &theme.questions).collect();
    let pack = open.shelf.joined();
    assert_eq!(shown.len(), pack.questions().len(), "every question once");
    let ids: BTreeSet<&str> = shown.iter().map(|one| one.question.id.as_str()).collect();
    assert_eq!(ids.len(), shown.len());
    for pair in shown.windows(2).filter(|pair| pair[1].follows) {
        let parent = pack.follows(&QuestionId::from(pair[1].question.id.as_str())).expect("a parent");
        assert_eq!(pair[0].question.id, parent.as_str());
    }
    let of = |id: &str| shown.iter().find(|one| one.question.id == id).expect("it is there");
    assert_eq!(of("DK1").kinds, [""; 0], "for every conversation");
    assert_eq!(of("DK2").kinds, ["Terugblik op de week"]);
    assert_eq!(of("DK1").question.why.as_deref(), Some("De inwoner woont in een dorp."));
    assert!(!of("DK1").question.sources.is_empty(), "those of its theme");

    let form = book.forms.iter().find(|form| form.form.form == "dk-keuze").expect("a form");
    assert_eq!(
        (form.form.pack.as_str(), form.kinds.as_slice()),
        ("dorpskern", &["voortgang".to_owned()][..])
    );
    let theme = book.themes.iter().find(|theme| theme.id == "omgaan").expect("a theme");
    assert_eq!(form.theme.as_deref(), Some(theme.name.as_str()));
    let method = book.methods.iter().find(|method| method.id == "dk-rondje").expect("a method");
    assert_eq!((method.steps[0].who.as_deref(), method.steps[0].minutes), (Some("de inbrenger"), 5));
    let term = book.terms.iter().find(|term| term.word == "maatwerk").expect("a term");
    assert_eq!(term.explanation, "Iets dat past bij de inwoner.");
    assert!(book.cases.iter().any(|case| case.id == "dk-brief" && case.paragraphs.len() == 2));
    assert!(book.companion.contains(&"Wat wilde jij bereiken?".to_owned()));
    assert_eq!(
        book.instruments.iter().map(|one| one.word.as_str()).collect::<Vec<_>>(),
        ["Proefplaats", "Taalmaatje"]
    );
    let text = format!("{book:?}");
    assert!(!text.contains("{inwoner}") && !text.contains("{consulent}"), "a placeholder is left");
}

#[test]
fn what_one_practises_with_comes_along_in_the_words_that_were_chosen() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let (resident_word, worker_word) = (ResidentWord::Kandidaat, WorkerWord::Klantmanager);
    open.settings = Settings { resident_word, worker_word, ..open.settings.clone() };
    let book = open.read_handbook(()).expect("the handbook");
    let role = book.roles.last().expect("a role");
    assert_eq!((role.id.as_str(), role.name.as_str()), ("dk-postbode", "Postbode"));
    assert_eq!(role.explanation, "Je komt bij elke kandidaat aan de deur.");
    let [.., by_door, a_word] = &book.cards[..] else { panic!("two cards: {:?}", book.cards) };
    assert_eq!((by_door.id.as_str(), by_door.deck, a_word.deck), ("dk-deur", Deck::Frame, Deck::Word));
    assert_eq!(
        (by_door.title.as_str(), by_door.text.as_str()),
        ("Kijk vanaf de deur", "Zeg wat de kandidaat ziet.")
    );
    assert_eq!(a_word.text, "Zeg wat de klantmanager hiermee bedoelt.");
    assert_eq!(book.starters.last().map(String::as_str), Some("Als een kandidaat zwijgt, …"));
    assert_eq!(
        book.agreements.last().map(String::as_str),
        Some("Wat een klantmanager hier zegt, blijft hier.")
    );
    let case = book.cases.iter().find(|case| case.id == "dk-brief").expect("a case");
    let part = |part: &CaseRole| (part.role.clone(), part.text.clone());
    assert_eq!(
        case.roles.iter().map(part).collect::<Vec<_>>(),
        [("dk-postbode".to_owned(), "Je zag dat de kandidaat de brief liet liggen.".to_owned())]
    );
    let known: BTreeSet<&str> = book.roles.iter().map(|role| role.id.as_str()).collect();
    let named = book.cases.iter().flat_map(|case| &case.roles).map(|part| part.role.as_str());
    assert!(named.into_iter().all(|id| known.contains(id)), "every part is somebody's");
}

#[test]
fn a_group_finds_its_sheets_and_a_discussion_is_known() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let book = open.read_handbook(()).expect("the handbook");
    let for_groups = book.forms.iter().filter_map(|form| {
        assert!(form.intervision.is_none() || form.person_free, "{}", form.title);
        Some((form.form.form.as_str(), form.intervision?))
    });
    let (brought, taken) = (FormInIntervision::Contribution, FormInIntervision::Result);
    assert_eq!(
        for_groups.collect::<Vec<_>>(),
        [("inbreng", brought), ("opbrengst", taken), ("dk-opbrengst", taken)]
    );
    let kinds = open.wording().kinds();
    let discussed = kinds.iter().filter(|kind| kind.discussion).map(|kind| kind.id.as_str());
    assert_eq!(discussed.collect::<Vec<_>>(), ["casusoverleg", "intervisie"]);
}

#[test]
fn a_question_is_shown_through_time() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let key = QuestionKey { pack: "dichterbij".to_owned(), question: "D07".to_owned() };
    let mut entries = Vec::new();
    for (round, text) in ["Niet veel.", "Meer dan ik dacht.", ""].into_iter().enumerate() {
        let mut request = StartEntry { question: Some(key.clone()), ..start(5, false) };
        request.contact = Some(contact(&format!("2026-03-0{}", round + 1), Some("stille beuk")));
        let view = open.start_entry(request).expect("an entry");
        let answer = view.steps.iter().find_map(|step| step.answer.clone()).expect("the empty answer").answer;
        let on = SaveAnswer {
            entry: view.entry,
            answer: Some(answer),
            field: question("D07"),
            text: text.to_owned(),
        };
        open.save_answer(on).expect("saved");
        entries.push(view.entry);
    }
    let through = open.question_through_time(key).expect("its page");
    assert_eq!(through.question.map(|question| question.id), Some("D07".to_owned()));
    let rows: Vec<_> =
        through.rows.iter().map(|row| (row.entry, row.text.as_str(), row.alias.as_deref())).collect();
    let alias = Some("stille beuk");
    assert_eq!(rows, [(entries[1], "Meer dan ik dacht.", alias), (entries[0], "Niet veel.", alias)]);
    assert!(through.rows[0].asked.ends_with('?') || through.rows[0].asked.ends_with('.'));
    assert_eq!(through.rows[0].kind.as_deref(), Some("kennismaking"));
}
