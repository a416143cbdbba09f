//! An alias from its page: another name, two that become one, an overview, and all of it erased.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use boundaries::{App, Options, Page, Theme, Words, wait_for, writing};
use chrono::Days;
use serde_json::json;

use crate::{
    files, stage,
    steps::{self, travel},
};

const ALIAS: &str = "houten merel";
const OTHER: &str = "vroege trein";
const FIRST: &str = "Hij lachte om kwantelwoud, en ik om hem.";
const SECOND: &str = "Toen de stilte viel, wachtte ik zesenveertig tellen op roestvogel.";
const FEELING: &str = "Vrolijk, en een beetje moe.";
const ELSEWHERE: &str = "Zij deed me denken aan houten merel, met haar zandlopertje.";

#[test]
fn an_erased_alias_is_gone_everywhere_and_the_dialog_says_what_goes() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        fs::create_dir(app.point_at()).expect("a stick");
        let journal = three_entries(&app, &words).await;
        steps::to_backups(&journal, &words).await;
        journal.press(words.say("second-choose")).await;
        journal.press(words.say("second-use")).await;
        steps::make_backup(&journal, &words).await;
        journal.see(words.say("backups-both")).await;

        steps::to_alias(&journal, &words, ALIAS).await;
        journal.see(words.say("alias-in-bin")).await;
        journal.press(words.say("alias-erase")).await;
        journal.see(&words.say_with("alias-erase-title", "alias", ALIAS)).await;
        for told in ["entries", "contacts", "name", "backups", "elsewhere"] {
            journal.see(words.say(&format!("alias-erase-{told}"))).await;
        }
        journal.press(words.say("alias-erase-keep")).await;
        journal.until("the dialog to go", "return !document.querySelector('dialog[open]')", vec![]).await;
        journal.see("kwantelwoud").await;
        journal.press(words.say("alias-erase")).await;
        journal.press(words.say("alias-erase-go")).await;
        journal.see(&words.say_with("alias-erased", "alias", ALIAS)).await;
        journal.see("Ook uit 2 kopieën is alles weg.").await;
        journal.see(words.say("alias-erased-elsewhere")).await;
        // Its words stand in what somebody else is called, and that is told.
        journal.press(words.say("alias-erased-search")).await;
        journal.see("zandlopertje").await;
        // The list is all of it until what is looked for is found.
        let rows = "return document.querySelectorAll('main li button').length === arguments[0]";
        journal.until("one entry and no other", rows, vec![json!(1)]).await;

        journal.press(words.say("journal-bin")).await;
        journal.see_heading(words.say("bin-title")).await;
        journal.see(words.say("bin-empty")).await;
        steps::to_new_contact(&journal, &words).await;
        journal.see(words.say("contact-alias-known")).await;
        assert!(!journal.has(ALIAS).await, "it is not offered any more");
        files::quit(&mut app, &journal).await;
        for piece in ["kwantelwou", "roestvog"] {
            let hits = files::hits(&app, piece);
            assert!(hits.len() > 2 && hits.iter().all(|hits| *hits == 0), "{piece}: {hits:?}");
        }
        assert!(files::hits(&app, "zandloper").iter().all(|hits| *hits > 0), "each was looked into");
        let aliases = files::store(&app.journal()).aliases().expect("the aliases");
        assert_eq!(aliases.iter().map(|alias| alias.as_str()).collect::<Vec<_>>(), [OTHER]);
    });
}

#[test]
fn an_overview_holds_everything_of_one_alias_and_nothing_of_another() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = three_entries(&app, &words).await;
        steps::to_alias(&journal, &words, ALIAS).await;
        journal.see(words.say("status-personal")).await;
        let first = save_overview(&app, &journal, &words).await;
        let today = steps::day_in(&journal, 0).await;
        let day = today.split_once(' ').expect("a day of the week").1;
        for text in [FIRST, SECOND, FEELING, ALIAS] {
            assert!(first.contains(text), "“{text}” in {first}");
        }
        for id in ["native-overview-title", "native-overview-in-bin", "native-overview-copy"] {
            assert!(first.contains(words.say(id)), "{id} in {first}");
        }
        for id in ["native-overview-rights", "native-overview-complete", "native-overview-feeling"] {
            assert!(first.contains(words.say(id)), "{id} in {first}");
        }
        assert!(first.contains(&words.say_with("native-overview-made", "day", day)), "{first}");
        for absent in [OTHER, "zandlopertje", "<script", "http", "AVG", "Woo"] {
            assert!(!first.contains(absent), "{absent} in {first}");
        }
        // It is about the resident: no time of the day, and nothing counted.
        let text = without_marks(&first);
        let digits: Vec<&str> = text
            .split(|letter: char| !letter.is_alphanumeric() && letter != ':' && letter != '.')
            .filter(|word| word.contains(|letter: char| letter.is_ascii_digit()))
            .map(|word| word.trim_end_matches(['.', ':']))
            .collect();
        let of_a_day =
            |number: &&str| number.parse::<u16>().is_ok_and(|number| !(32..=2000).contains(&number));
        assert!(digits.iter().all(of_a_day), "only days are numbers: {digits:?}");

        // What was carried out says so from then on, here and in the next overview.
        let carried_out = words.say_with("status-carried-out", "day", &today);
        journal.see(&carried_out).await;
        let again = save_overview(&app, &journal, &words).await;
        assert!(again.contains(&words.say_with("native-overview-carried-out", "day", day)), "{again}");
        let article = steps::read(&journal, &words, "zandlopertje").await;
        assert!(article.contains(words.say("status-personal")), "{article}");
        let article = steps::read(&journal, &words, "kwantelwoud").await;
        assert!(article.contains(&carried_out), "{article}");
    });
}

#[test]
fn an_alias_gets_another_name_and_two_become_one() {
    const NEW: &str = "grijze wolk";
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = three_entries(&app, &words).await;
        steps::to_alias(&journal, &words, ALIAS).await;
        journal.press(words.say("alias-rename")).await;
        // A name of a person and one that is easily mistaken are told of, and stand in nobody's way.
        rename(&journal, &words, "Fatima Yilmaz").await;
        journal.see(words.say("mirror-alias-person")).await;
        rename(&journal, &words, "vroege treinen").await;
        journal.see(&words.say_with("mirror-alias-alike", "alias", OTHER)).await;
        rename(&journal, &words, NEW).await;
        steps::see_gone(&journal, &words.say_with("mirror-alias-alike", "alias", OTHER)).await;
        journal.keys(&["Enter"]).await;
        journal.see(words.say("alias-said-renamed")).await;
        journal.see_heading(NEW).await;

        // A name that is taken offers to join the two.
        journal.press(words.say("alias-rename")).await;
        rename(&journal, &words, OTHER).await;
        journal.keys(&["Enter"]).await;
        journal.see(&words.say_with("alias-rename-taken", "alias", OTHER)).await;
        journal.press(words.say("alias-merge-go")).await;
        journal.see(words.say("alias-merge-life")).await;
        assert_eq!(journal.value(words.say("alias-merge-field")).await, OTHER, "it is chosen already");
        let merge = "const button = [...document.querySelectorAll('dialog[open] button')]\
            .find(button => button.textContent.trim() === arguments[0]); button?.click(); return !!button";
        journal.until("the button", merge, vec![json!(words.say("alias-merge-go"))]).await;
        journal.see(&words.say_with("alias-said-merged", "alias", OTHER)).await;
        journal.see_heading(OTHER).await;
        for text in ["kwantelwoud", "roestvogel", "zandlopertje"] {
            journal.see(text).await;
        }
        journal.press(words.say("alias-all")).await;
        journal.see_heading(words.say("alias-title")).await;
        let one = "const rows = [...document.querySelectorAll('main li button')]; \
            return rows.length === 1 && rows[0].textContent.includes(arguments[0])";
        journal.until("one alias", one, vec![json!(OTHER)]).await;
        assert!(!journal.shows(NEW).await);
    });
}

#[test]
fn what_was_shown_says_so_and_its_consequence_was_said_before() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = three_entries(&app, &words).await;
        let article = steps::read(&journal, &words, "kwantelwoud").await;
        assert!(article.contains(words.say("status-personal")), "{article}");
        journal.press(words.say("status-show")).await;
        journal.see(words.say("status-show-told")).await;
        journal.see(words.say("status-show-resident")).await;
        journal.press(words.say("status-show-no")).await;
        journal.until("the dialog to go", "return !document.querySelector('dialog[open]')", vec![]).await;
        let article = steps::shown_in(&journal, "article").await;
        assert!(article.contains(words.say("status-personal")), "{article}");

        journal.press(words.say("status-show")).await;
        journal.press(words.say("status-show-yes")).await;
        let shown = words.say_with("status-shown", "day", &steps::day_in(&journal, 0).await);
        journal.see(&shown).await;
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        let article = steps::read(&journal, &words, "kwantelwoud").await;
        assert!(article.contains(&shown) && !article.contains(words.say("status-personal")), "{article}");
    });
}

#[test]
fn everything_is_looked_over_at_once_entries_and_aliases() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::to_new_contact(&journal, &words).await;
        journal.press("Telefonisch").await;
        journal.write(words.say("contact-alias"), "Fatima Yilmaz").await;
        // It is told, and the person decides.
        journal.see(words.say("mirror-alias-person")).await;
        steps::begin(&journal, &words).await;
        steps::write(&journal, "Het ging over kwantelwoud.").await;
        steps::done(&journal, &words).await;
        write_with(&journal, &words, ALIAS, "Mevrouw Pietersen belt op 06-12345678.").await;

        journal.press(words.say("journal-settings")).await;
        journal.press(words.say("privacy-look-open")).await;
        journal.see_heading(words.say("privacy-look-title")).await;
        journal.press(words.say("privacy-look-start")).await;
        journal.see(words.say("privacy-look-done")).await;
        let aliases = steps::shown_in(&journal, "section[aria-labelledby=look-aliases]").await;
        assert!(aliases.contains("Fatima Yilmaz"), "{aliases}");
        let entries = steps::shown_in(&journal, "section[aria-labelledby=look-entries]").await;
        let kinds = format!("{} en {}", words.say("mirror-kind-phone"), words.say("mirror-kind-name"));
        assert!(entries.contains(&words.say_with("privacy-kinds", "kinds", &kinds)), "{entries}");
        assert!(!entries.contains("kwantelwoud"), "where nothing was found, nothing is shown: {entries}");
        // There and back, and what was found is there still.
        journal.press("Telefonisch").await;
        journal.control(words.say("reading-write-on")).await;
        journal.press(words.say("privacy-look-title")).await;
        journal.see(words.say("privacy-look-done")).await;
        journal.see(&words.say_with("privacy-kinds", "kinds", &kinds)).await;
    });
}

/// Two entries under an alias, of which one is in the bin, and one under another that speaks of it.
#[test]
fn older_entries_of_an_alias_come_when_they_are_asked_for_and_one_goes_on_at_the_first_of_them() {
    const ROWS: &str = "return document.querySelectorAll('section[aria-labelledby=alias-entries] li').length";
    const NAMED: &str =
        "return [...document.querySelectorAll('main svg text')].map(name => name.textContent).join()";
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options { theme: Theme::Dark, ..Options::default() });
        let journal = steps::set_up(&app, &words).await;
        files::quit(&mut app, &journal).await;
        let mut store = files::store(&app.journal());
        for number in 0..60 {
            let mut new = writing::contact(ALIAS);
            if let Some(contact) = &mut new.contact {
                contact.day = contact.day - Days::new(20 * (59 - number));
            }
            let entry = store.start_entry(new, writing::moment()).expect("an entry");
            let text = format!("Terugblik {number} over houten merels en roestvogels.");
            writing::save(&mut store, entry.id, None, &text).expect("an answer");
        }
        drop(store);
        app.start_again();
        let journal = steps::unlock(&app, &words).await;
        steps::to_alias(&journal, &words, ALIAS).await;
        journal.until("fifty rows", &format!("{ROWS} === 50"), vec![]).await;
        journal.see("Terugblik 59 over").await;
        journal.resize(320, 640).await;
        journal.until("the width", "return Math.abs(innerWidth - 320) < 2", vec![]).await;
        stage::fits_its_width(&journal).await;
        // Three years, of which the line names those it has room for.
        journal.until("years", &format!("{NAMED} === '2023,2024,2025'"), vec![]).await;
        journal.picture("alias-years").await;
        let end = "[...document.querySelectorAll('main button')].find(button => \
            button.textContent.trim() === arguments[0]).scrollIntoView({ block: 'center' }); return true";
        journal.run(end, vec![json!(words.say("entries-more"))]).await;
        journal.picture("alias-fifty").await;
        journal.press(words.say("entries-more")).await;
        journal.until("sixty rows", &format!("{ROWS} === 60"), vec![]).await;
        let focus = "return document.activeElement.textContent.includes('Terugblik 9 over')";
        journal.until("the focus on the first of them", focus, vec![]).await;
        assert!(!journal.has(words.say("entries-more")).await, "there are no more");
        journal.picture("alias-older").await;
        journal.keys(&["Enter"]).await;
        journal.see("Terugblik 9 over houten merels").await;
    });
}

async fn three_entries(app: &App, words: &Words) -> Page {
    let journal = steps::set_up(app, words).await;
    write_with(&journal, words, OTHER, ELSEWHERE).await;
    write_with(&journal, words, ALIAS, SECOND).await;
    steps::read(&journal, words, "roestvogel").await;
    journal.press(words.say("reading-to-bin")).await;
    journal.see(words.say("journal-said-in-bin")).await;
    steps::start_contact_with(&journal, words, "Telefonisch", ALIAS, 2).await;
    steps::write(&journal, FIRST).await;
    steps::turn_to(&journal, words.say("closing-step")).await;
    journal.paste(words.say("closing-feeling"), FEELING).await;
    steps::done(&journal, words).await;
    journal
}

async fn write_with(journal: &Page, words: &Words, alias: &str, text: &str) {
    steps::start_contact_with(journal, words, "Telefonisch", alias, 2).await;
    steps::write(journal, text).await;
    steps::done(journal, words).await;
}

/// Types a name in the place of what stands in the dialog.
async fn rename(journal: &Page, words: &Words, name: &str) {
    let field = words.say("alias-rename-field");
    let all = "document.querySelector('dialog[open] input').select(); return true";
    journal.control(field).await.click().await.expect("a field");
    journal.run(all, vec![]).await;
    journal.type_keys(name).await;
    assert_eq!(journal.value(field).await, name);
}

/// Saves the overview on screen and reads it; only its owner may.
async fn save_overview(app: &App, journal: &Page, words: &Words) -> String {
    let file = app.saved_page().with_file_name(words.say("native-overview-file"));
    assert!(!file.exists());
    journal.press(words.say("alias-overview-save")).await;
    for told in ["alias-overview-open", "alias-overview-carried-out"] {
        journal.see(words.say(told)).await;
    }
    journal.press(words.say("alias-overview-go")).await;
    journal.see(words.say("alias-overview-saved")).await;
    // The second time the same line stands there already.
    let is_whole = |text: &String| text.trim_end().ends_with("</html>");
    let text = wait_for("the overview", || fs::read_to_string(&file).ok().filter(is_whole));
    let path = steps::shown_in(journal, ".saved .path").await;
    assert_eq!(Path::new(&path), file);
    let about = fs::metadata(&file).expect("the overview is there");
    assert_eq!(about.permissions().mode() & 0o777, 0o600);
    fs::remove_file(&file).expect("it can be thrown away");
    text
}

/// The words of a page, without its marks and its style.
fn without_marks(page: &str) -> String {
    let body = page.split_once("</style>").map_or(page, |(_, body)| body);
    let mut words = String::new();
    for part in body.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        words.push(' ');
    }
    words
}
