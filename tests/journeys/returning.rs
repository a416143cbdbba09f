//! An intention that returns by kind of contact, letting it go, and moving an entry.

use boundaries::{App, Options, Page, Words};

use crate::steps::{self, travel};

const INTENTION: &str = "Aan de telefoon eerst vragen of het uitkomt.";

#[test]
fn an_intention_by_kind_returns_with_anybody_until_it_is_let_go() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, "Telefonisch", "grijze wolk", 2).await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        steps::write(&journal, INTENTION).await;
        journal.press(&words.say_with("closing-returns-kind", "kind", "Telefonisch")).await;
        steps::done(&journal, &words).await;
        let offer = words.say_with("today-returns-kind", "kind", "Telefonisch");
        journal.control(&offer).await;

        // It is offered with the kind filled in, and opens with another alias.
        journal.press(&offer).await;
        journal.see_heading(words.say("contact-title")).await;
        let kind = journal.control("Telefonisch").await.prop("checked").await.expect("a choice is told");
        assert_eq!(kind.as_deref(), Some("true"), "the kind is filled in");
        assert_eq!(journal.value(words.say("contact-alias")).await, "", "anybody may come");
        journal.write(words.say("contact-alias"), "vroege trein").await;
        steps::begin(&journal, &words).await;
        journal.see_heading(words.say("writing-outcome-title")).await;
        journal.see(INTENTION).await;
        journal.see("grijze wolk").await;

        // Let go by mistake, and kept after all: without a word about it, it stays.
        journal.press(words.say("writing-outcome-let-go")).await;
        journal.see(words.say("writing-outcome-let-go-said")).await;
        journal.press(words.say("writing-outcome-keep")).await;
        journal.control(words.say("writing-outcome-let-go")).await;
        steps::done(&journal, &words).await;
        journal.control(&offer).await;
        journal.press(words.say("today-let-go")).await;
        journal.see(words.say("journal-said-let-go")).await;
        assert!(!journal.has(&offer).await);
        journal.press(words.say("journal-keep-after-all")).await;
        journal.control(&offer).await;
        journal.press(words.say("today-let-go")).await;
        journal.see(words.say("journal-said-let-go")).await;
        steps::lock(&journal, &words).await;

        let journal = steps::unlock(&app, &words).await;
        assert!(!journal.shows(words.say("today-returns")).await, "it was let go");
        steps::start_contact(&journal, &words, "Telefonisch").await;
        let pages = steps::overview(&journal).await;
        assert!(!pages.iter().any(|page| page == words.say("writing-outcome")), "{pages:?}");
        // What was written is as it was.
        let article = steps::read(&journal, &words, INTENTION).await;
        assert!(article.contains(words.say("reading-intention")), "{article}");
    });
}

#[test]
fn an_intention_let_go_on_its_page_is_gone() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, "Intake", "klein eiland", 2).await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        steps::write(&journal, INTENTION).await;
        steps::done(&journal, &words).await;
        let offer = words.say_with("today-returns-alias", "alias", "klein eiland");
        journal.press(&offer).await;
        journal.see_heading(words.say("contact-title")).await;
        assert_eq!(journal.value(words.say("contact-alias")).await, "klein eiland");
        steps::begin(&journal, &words).await;
        journal.press(words.say("writing-outcome-let-go")).await;
        journal.see(words.say("writing-outcome-let-go-said")).await;
        steps::done(&journal, &words).await;
        steps::see_gone(&journal, words.say("today-returns")).await;
    });
}

#[test]
fn what_was_meant_on_a_free_page_waits_on_today_and_goes_with_its_page() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        steps::write(&journal, "Vandaag liep alles door elkaar.").await;
        steps::turn_to(&journal, words.say("closing-step")).await;
        steps::write(&journal, INTENTION).await;
        journal.see(words.say("closing-returns-today")).await;
        steps::done(&journal, &words).await;
        journal.see(words.say("today-returns")).await;
        journal.see(INTENTION).await;
        // It has no contact to come back at, so no contact opens with it.
        steps::start_contact(&journal, &words, "Telefonisch").await;
        assert!(!journal.shows(INTENTION).await);

        steps::read(&journal, &words, "Vandaag liep alles").await;
        journal.press(words.say("reading-to-bin")).await;
        journal.see(words.say("journal-said-in-bin")).await;
        journal.press(words.say("journal-today")).await;
        steps::see_gone(&journal, words.say("today-returns")).await;
        assert!(!journal.shows(INTENTION).await, "what is in the bin comes back nowhere");
        journal.press(words.say("journal-bin")).await;
        journal.press(words.say("bin-restore")).await;
        journal.see(words.say("bin-empty")).await;
        journal.press(words.say("journal-today")).await;
        journal.see(INTENTION).await;
    });
}

#[test]
fn an_entry_moves_to_another_day_and_another_alias() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, "Intake", "lege stoel", 2).await;
        steps::write(&journal, "Zij bleef staan.").await;
        steps::start_contact_with(&journal, &words, "Overdracht", "rode fiets", 2).await;
        steps::write(&journal, "We namen samen de map door.").await;
        steps::done(&journal, &words).await;
        let before = months(&journal, &words).await;
        assert_eq!(before.len(), 1, "{before:?}");

        steps::read(&journal, &words, "Zij bleef staan.").await;
        journal.press(words.say("reading-change")).await;
        let day = "const now = new Date(); const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), 0, 12)); \
            const field = document.querySelector('dialog[open] input[type=date]'); if (!field) return null; \
            field.value = day.toISOString().slice(0, 10); field.dispatchEvent(new Event('input', { bubbles: true })); \
            return new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day)";
        let month = journal.until("the day", day, vec![]).await.as_str().expect("a month").to_owned();
        let alias = journal.control(words.say("change-alias")).await;
        alias.clear().await.expect("a field can be cleared");
        journal.write(words.say("change-alias"), "volle").await;
        journal.press(words.say("change-save")).await;
        journal.see(words.say("journal-said-changed")).await;
        let article = steps::shown_in(&journal, "article").await;
        assert!(article.contains("volle") && !article.contains("lege stoel"), "{article}");
        assert!(article.contains(month.split(' ').next().expect("a month")), "{article}");
        assert!(article.contains("Zij bleef staan."), "{article}");

        let after = months(&journal, &words).await;
        assert_eq!(after.len(), 2, "{after:?}");
        assert!(after[0].starts_with(&before[0][..8]) && after[0].contains("rode fiets"), "{after:?}");
        assert!(after[1].starts_with(&month) && after[1].contains("volle"), "{after:?}");
        // What nobody uses any more is not offered.
        steps::to_new_contact(&journal, &words).await;
        journal.control("rode fiets").await;
        assert!(!journal.has("lege stoel").await);
    });
}

/// The months of the list with what stands in them, the newest first.
async fn months(journal: &Page, words: &Words) -> Vec<String> {
    journal.press(words.say("journal-entries")).await;
    journal.see_heading(words.say("entries-title")).await;
    journal.settle().await;
    // The rows of a month come onto the page when the month does.
    let script = "if ([...document.querySelectorAll('main section ul')].some(rows => !rows.querySelector('li'))) return null; \
        const months = [...document.querySelectorAll('main section')]\
        .map(month => `${month.querySelector('h2').textContent} ${month.querySelector('ul').innerText}`)\
        .map(month => month.replace(/\\s+/g, ' ').trim()); return months.length ? months : null";
    let months = journal.until("the months", script, vec![]).await;
    serde_json::from_value(months).expect("a list of texts")
}
