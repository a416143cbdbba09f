//! What journeys with a sheet share: starting one, and writing in its fields by mouse or keyboard.

use boundaries::{Page, Words};
use serde_json::{Value, json};

use crate::steps;

/// Finds the field to write in of a column and a row, both of the part of a sheet with this name.
const CELL: &str = "const plain = text => (text ?? '').replace(/\\s+/g, ' ').trim(); \
    const part = [...document.querySelectorAll('main fieldset')]\
        .find(part => plain(part.querySelector('legend')?.textContent) === arguments[0]); \
    const cell = [...part?.querySelectorAll('textarea, input') ?? []]\
        .filter(field => plain(field.labels?.[0]?.textContent) === arguments[1])[arguments[2]] ?? null;";

/// What has the focus, as `CELL` finds it: the part and the column.
const FOCUSED: &str = "const plain = text => (text ?? '').replace(/\\s+/g, ' ').trim(); \
    const field = document.activeElement; const part = field.closest('fieldset'); \
    const here = part && plain(part.querySelector('legend')?.textContent) === arguments[0] \
        && plain(field.labels?.[0]?.textContent ?? field.textContent) === arguments[1]; \
    return here ? true : null;";

/// Asks for a new sheet of a form, on the page of all sheets.
pub async fn ask_for(journal: &Page, words: &Words, form: &str) {
    to_sheets(journal, words).await;
    in_card(journal, form, words.say("sheet-new")).await;
    journal.see_heading(form).await;
}

/// Goes to the page of all sheets.
pub async fn to_sheets(journal: &Page, words: &Words) {
    journal.press(words.say("journal-sheets")).await;
    journal.see_heading(words.say("journal-sheets")).await;
}

/// Presses a button in the card of a form, on that page.
pub async fn in_card(journal: &Page, form: &str, button: &str) {
    let script = "const card = [...document.querySelectorAll('main article')]\
            .find(card => card.querySelector('h3')?.textContent.trim() === arguments[0]); \
        const button = [...card?.querySelectorAll('button') ?? []]\
            .find(button => button.textContent.trim() === arguments[1]); button?.click(); return !!button";
    journal.until(&format!("“{button}” of “{form}”"), script, vec![json!(form), json!(button)]).await;
}

/// Begins what is about a contact of this kind with this alias, and waits for its fields.
pub async fn begin_about(journal: &Page, words: &Words, kind: &str, alias: &str) {
    journal.press(kind).await;
    journal.write(words.say("contact-alias"), alias).await;
    begin(journal, words).await;
}

/// Begins what was filled in, and waits for the fields of the sheet.
pub async fn begin(journal: &Page, words: &Words) {
    journal.press(words.say("contact-begin")).await;
    journal.see(words.say("sheet-overview")).await;
}

/// Puts a text into a cell: of a part, of a column, of a row counted from nought.
pub async fn fill(journal: &Page, part: &str, column: &str, row: usize, text: &str) {
    let arguments = vec![json!(part), json!(column), json!(row), json!(text)];
    let there = format!("{CELL} return !!cell");
    let what = format!("the cell “{part}”, “{column}”, {row}");
    journal.until(&what, &there, arguments.clone()).await;
    let put = format!(
        "{CELL} cell.focus(); document.execCommand('insertText', false, arguments[3]); return cell.value"
    );
    assert_eq!(journal.run(&put, arguments).await, json!(text), "{what}");
}

/// What stands in a cell.
pub async fn cell(journal: &Page, part: &str, column: &str, row: usize) -> String {
    let script = format!("{CELL} return cell?.value ?? null");
    let value = journal.until(part, &script, vec![json!(part), json!(column), json!(row)]).await;
    value.as_str().expect("a text").to_owned()
}

/// What the rows of a part with several texts are called: the name of the part, and which one.
pub fn row_of(words: &Words, part: &str, number: usize) -> String {
    words.say_with("sheet-row", "label", part).replace("{ $number }", &number.to_string())
}

/// Presses Tab until a cell has the focus, or a choice of a part.
pub async fn tab_to_cell(journal: &Page, part: &str, column: &str) {
    for _ in 0..60 {
        if journal.run(FOCUSED, vec![json!(part), json!(column)]).await == Value::Bool(true) {
            return;
        }
        journal.keys(&["Tab"]).await;
    }
    panic!("Tab never reaches “{column}” of “{part}”");
}

/// Presses Tab until the button for a new sheet of a form has the focus, on the page of all sheets.
pub async fn tab_to_new(journal: &Page, words: &Words, form: &str) {
    let script = format!(
        "const e = document.activeElement; const name = e.closest('article')?.querySelector('h3'); \
        return e.textContent.trim() === {} && name?.textContent.trim() === {} ? 'there' : null",
        json!(words.say("sheet-new")),
        json!(form)
    );
    steps::tab_until(journal, "the button for a new sheet", &script).await;
}

/// Chooses an option of a part, or takes it back.
pub async fn choose(journal: &Page, part: &str, option: &str, chosen: bool) {
    let script = "const plain = text => (text ?? '').replace(/\\s+/g, ' ').trim(); \
        const part = [...document.querySelectorAll('main fieldset')]\
            .find(part => plain(part.querySelector('legend')?.textContent) === arguments[0]); \
        const option = [...part?.querySelectorAll('button') ?? []]\
            .find(button => plain(button.textContent) === arguments[1]); \
        if (option?.getAttribute('aria-pressed') === arguments[2]) return true; option?.click(); return false";
    let arguments = vec![json!(part), json!(option), json!(chosen.to_string())];
    journal.until(&format!("“{option}” of “{part}”"), script, arguments).await;
}

/// Takes the day that a sheet proposes, so many days after the one on which the journey runs.
pub async fn take_day(journal: &Page, words: &Words, days: u32) {
    let day = steps::day_in(journal, days).await;
    journal.press(&words.say_with("sheet-day-take", "day", &day)).await;
    journal.see(words.say("sheet-day-none")).await;
}

/// Sets the day of the only field for one, so many days after the one on which the journey runs. A
/// driver types into no such field.
pub async fn set_day(journal: &Page, days: u32) {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
        const field = document.querySelector('main input[type=date]'); if (!field) return null; field.focus(); \
        field.value = [day.getFullYear(), day.getMonth() + 1, day.getDate()]\
            .map(part => String(part).padStart(2, '0')).join('-'); \
        for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true })); \
        field.blur(); return true";
    journal.until("the field for a day", script, vec![json!(days)]).await;
}

/// What Today tells of days on which one looks back; empty when it tells nothing of them.
pub async fn on_today(journal: &Page, words: &Words) -> String {
    journal.press(words.say("journal-tried")).await;
    journal.see_heading(words.say("journal-tried")).await;
    journal.press(words.say("journal-today")).await;
    journal.control(words.say("today-new")).await;
    journal.settle().await;
    let script = "return document.querySelector('section[aria-labelledby=today-look-backs]')?.innerText\
        .replace(/\\s+/g, ' ').trim() ?? ''";
    journal.run(script, vec![]).await.as_str().expect("a text").to_owned()
}
