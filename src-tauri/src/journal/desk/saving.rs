//! Saving an answer: what it answers is looked up in the handbook of today, or else taken from the row
//! that stands there. What was written under a pack that is gone can be written on.

#![expect(clippy::needless_pass_by_value, reason = "a command owns its request, as every adapter gives it")]

use ::journal::{
    Answer, Cell, CellRef, CellValue as StoredCellValue, Entry, Field, JournalError, QuestionRef,
    StoredField, StoredValue,
};
use contract::*;
use handbook::{FormField, KindId, QuestionId, Shape};

use crate::{
    failure::journal_failure,
    journal::{
        desk::{Desk, Id},
        view::cells,
    },
    wire,
};

/// A place in a sheet as a window names it.
struct Place<'a> {
    field: &'a str,
    column: Option<&'a str>,
    row: u32,
    option: Option<&'a str>,
}

impl Desk {
    pub fn save_answer(&mut self, request: SaveAnswer) -> Result<AnswerSaved, Failure> {
        self.in_hand = Some(Id(request.entry.0));
        match &request.field {
            AnswerField::Question { id } => self.save_question(&request, id),
            AnswerField::Intention { returns } => self.save_intention(&request, *returns),
            AnswerField::Own { question } => self.save(&request, Field::Own { wording: question }),
            AnswerField::Free => self.save(&request, Field::Free),
            AnswerField::Feeling => self.save(&request, Field::Feeling),
            // An answer whose intention was erased goes on whatever it is told to be of.
            AnswerField::Outcome { intention } => {
                let of = ::journal::AnswerId(intention.map_or(0, |intention| intention.0));
                self.save(&request, Field::Outcome { of })
            }
            AnswerField::Cell { field, column, row, option } => {
                let (column, option) = (column.as_deref(), option.as_deref());
                self.save_cell(&request, &Place { field, column, row: *row, option })
            }
            AnswerField::LookBack { look_back, due } => self.save_look_back(&request, *look_back, due),
        }
    }

    fn save(&mut self, request: &SaveAnswer, field: Field<'_>) -> Result<AnswerSaved, Failure> {
        self.save_text(request, field, &request.text)
    }

    fn save_text(
        &mut self,
        request: &SaveAnswer,
        field: Field<'_>,
        text: &str,
    ) -> Result<AnswerSaved, Failure> {
        let answer = request.answer.map(|answer| ::journal::AnswerId(answer.0));
        let save = ::journal::SaveAnswer { entry: Id(request.entry.0), answer, field, text };
        let saved =
            self.store.save_answer(save, self.clock.now()).map_err(|error| journal_failure(&error))?;
        Ok(AnswerSaved { answer: AnswerId(saved.id.0), saved_at: wire::moment(saved.saved_at) })
    }

    fn save_question(&mut self, request: &SaveAnswer, id: &str) -> Result<AnswerSaved, Failure> {
        let Some(known) = self.shelf.joined().question(&QuestionId::from(id)) else {
            return self.save_kept_question(request, id);
        };
        let (pack, version, wording) = (known.pack.clone(), known.version, self.wording().say(&known.text));
        match self.save(request, Field::Question { pack: &pack, id, version, wording: &wording }) {
            // Another pack has a question of that id now.
            Err(Failure::AnswerGone) if request.answer.is_some() => self.save_kept_question(request, id),
            saved => saved,
        }
    }

    /// Writes on in an answer to a question that no pack here has any more; it keeps its wording.
    fn save_kept_question(&mut self, request: &SaveAnswer, id: &str) -> Result<AnswerSaved, Failure> {
        let entry = self.entry(request.entry)?;
        match kept(&entry, request.answer).map(|answer| &answer.field) {
            Some(StoredField::Question(question)) if question.id == id => {
                let ::journal::Question { pack, id, version, wording } = question;
                self.save(request, Field::Question { pack, id, version: *version, wording })
            }
            _ => Err(Failure::AnswerGone),
        }
    }

    fn save_intention(&mut self, request: &SaveAnswer, returns: Returns) -> Result<AnswerSaved, Failure> {
        let kind = self.entry(request.entry)?.contact.map(|contact| KindId::from(contact.kind.as_str()));
        let asked = self.shelf.joined().intention(kind.as_ref());
        let asked = asked.map(|asked| {
            (asked.pack.clone(), asked.id.clone(), asked.version, self.wording().say(&asked.text))
        });
        let question = asked.as_ref().map(|(pack, id, version, wording)| QuestionRef {
            pack,
            id: id.as_str(),
            version: *version,
            wording,
        });
        self.save(request, Field::Intention { question, returns: wire::read_returns(returns) })
    }

    fn save_cell(&mut self, request: &SaveAnswer, place: &Place<'_>) -> Result<AnswerSaved, Failure> {
        let entry = self.entry(request.entry)?;
        if let Some((cell, text)) = self.cell_of_form(&entry, place, &request.text) {
            match self.save_text(request, Field::Cell(borrowed(&cell)), &text) {
                // A later version of the form takes something else there.
                Err(Failure::AnswerGone) => {}
                saved => return saved,
            }
        }
        let cells = || entry.answers.iter().filter_map(|answer| cell_of(answer).map(|cell| (cell, answer)));
        let mut here = cells().filter(|(cell, _)| is_at(cell, place));
        // The one that the window goes on with, where there are two.
        let known = here.clone().find(|(_, answer)| Some(AnswerId(answer.id.0)) == request.answer);
        let (cell, answer) = known.or_else(|| here.next()).ok_or(Failure::UnknownForm)?;
        let kept = SaveAnswer { answer: Some(AnswerId(answer.id.0)), ..request.clone() };
        match &cell.value {
            StoredValue::Text | StoredValue::Date | StoredValue::LookBack { .. } => {
                self.save(&kept, Field::Cell(borrowed(cell)))
            }
            // What was chosen can be taken back; what else there was to choose is not known any more.
            StoredValue::Choice { .. } if request.text.is_empty() => {
                let value = StoredValue::Choice { option: None };
                self.save(&kept, Field::Cell(borrowed(&Cell { value, ..cell.clone() })))
            }
            StoredValue::Choice { .. } if request.text == answer.text => {
                self.save(&kept, Field::Cell(borrowed(cell)))
            }
            StoredValue::Choice { .. } => Err(Failure::UnknownForm),
        }
    }

    /// A cell as the form has it now, with the text that goes into it; none when the form has no such
    /// place, or no such option.
    fn cell_of_form(&self, entry: &Entry, place: &Place<'_>, text: &str) -> Option<(Cell, String)> {
        let wording = self.wording();
        let field = wording
            .form_of(entry)
            .and_then(|form| form.fields.iter().find(|field| field.id == place.field))
            .filter(|field| is_place_of(field, place))?;
        let named = cells::columns_of(field).iter().find(|one| Some(one.id.as_str()) == place.column);
        let (value, heading, text) = match &field.shape {
            Shape::Text { .. } => (StoredValue::Text, None, text.to_owned()),
            Shape::Columns { .. } => {
                (StoredValue::Text, named.map(|column| wording.say(&column.label)), text.to_owned())
            }
            Shape::Date { asks: None, .. } => (StoredValue::Date, None, text.to_owned()),
            Shape::Date { asks: Some(asks), .. } => {
                (StoredValue::LookBack { let_go: false }, Some(wording.say(asks)), text.to_owned())
            }
            Shape::Choice { .. } if text.is_empty() => {
                (StoredValue::Choice { option: None }, None, String::new())
            }
            Shape::Choice { options, .. } => {
                // The window says which; how it is called, the handbook says.
                let option = options.iter().find(|option| Some(option.id.as_str()) == place.option)?;
                let chosen = StoredValue::Choice { option: Some(option.id.clone()) };
                (chosen, None, wording.say(&option.label))
            }
        };
        let cell = Cell {
            field: field.id.clone(),
            column: place.column.map(str::to_owned),
            row: place.row,
            label: wording.say(&field.label),
            heading,
            value,
        };
        Some((cell, text))
    }

    /// What came of a sheet. It stands in the sheet, so what asked it is found there.
    fn save_look_back(
        &mut self,
        request: &SaveAnswer,
        look_back: Option<AnswerId>,
        due: &Day,
    ) -> Result<AnswerSaved, Failure> {
        let due = wire::read_day(due)?;
        let entry = self.entry(request.entry)?;
        if let Some(StoredField::LookBack { of, due: stored, asks }) =
            kept(&entry, request.answer).map(|answer| &answer.field)
        {
            // One whose day was taken out since goes on whatever it is told to be of.
            let told = look_back.map_or(0, |look_back| look_back.0);
            let of = of.unwrap_or(::journal::AnswerId(told));
            return self.save(request, Field::LookBack { of, due: *stored, asks });
        }
        let asked = kept(&entry, look_back).and_then(|answer| Some((cell_of(answer)?, answer.id)));
        let (cell, of) = asked.ok_or(Failure::LookBackGone)?;
        self.save(request, Field::LookBack { of, due, asks: cells::question_of(cell) })
    }

    fn entry(&self, entry: EntryId) -> Result<Entry, Failure> {
        self.store.entry(Id(entry.0)).map_err(|error: JournalError| journal_failure(&error))
    }
}

/// The answer that a window goes on with.
fn kept(entry: &Entry, answer: Option<AnswerId>) -> Option<&Answer> {
    entry.answers.iter().find(|one| Some(AnswerId(one.id.0)) == answer)
}

fn cell_of(answer: &Answer) -> Option<&Cell> {
    if let StoredField::Cell(cell) = &answer.field { Some(cell) } else { None }
}

fn is_at(cell: &Cell, place: &Place<'_>) -> bool {
    cell.field == place.field && cell.column.as_deref() == place.column && cell.row == place.row
}

/// Whether a field has that row and column.
fn is_place_of(field: &FormField, place: &Place<'_>) -> bool {
    let has_rows = match &field.shape {
        Shape::Text { repeated } | Shape::Columns { repeated, .. } => *repeated,
        Shape::Choice { .. } | Shape::Date { .. } => false,
    };
    let columns = cells::columns_of(field);
    let is_column = match place.column {
        Some(column) => columns.iter().any(|one| one.id == column),
        None => columns.is_empty(),
    };
    is_column && (has_rows || place.row == 0)
}

fn borrowed(cell: &Cell) -> CellRef<'_> {
    CellRef {
        field: &cell.field,
        column: cell.column.as_deref(),
        row: cell.row,
        label: &cell.label,
        heading: cell.heading.as_deref(),
        value: match &cell.value {
            StoredValue::Text => StoredCellValue::Text,
            StoredValue::Choice { option } => StoredCellValue::Choice { option: option.as_deref() },
            StoredValue::Date => StoredCellValue::Date,
            StoredValue::LookBack { .. } => StoredCellValue::LookBack,
        },
    }
}
