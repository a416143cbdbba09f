//! What the desk knows for the mirror. The looking itself is in `mirror`, beside the desk, so that
//! nobody who saves waits for it.

use ::journal::{Alias, Answer, JournalError, StoredField, StoredValue, Texts};
use contract::*;

use crate::{
    failure::journal_failure,
    journal::{
        desk::{Desk, Id},
        marks::{self, Nobody},
    },
    wire,
};

/// More bytes than any finding has.
const LONGEST: usize = 400;

impl Desk {
    /// Who is nobody, by what the person said and by the aliases in use.
    pub fn nobody(&self) -> Result<Nobody, Failure> {
        let words = self.store.spared().map_err(|error| journal_failure(&error))?;
        let aliases = self.store.alias_names().map_err(|error| journal_failure(&error))?;
        let aliases = aliases.iter().map(Alias::as_str);
        Ok(Nobody::new(words.into_iter().collect(), self.spared_numbers.clone(), aliases))
    }

    /// The alias of an entry; none also where the entry has gone meanwhile.
    pub fn alias_of(&self, entry: EntryId) -> Result<Option<Alias>, Failure> {
        match self.store.entry(Id(entry.0)) {
            Ok(entry) => Ok(entry.contact.and_then(|contact| contact.alias)),
            Err(JournalError::EntryGone) => Ok(None),
            Err(error) => Err(journal_failure(&error)),
        }
    }

    /// What was written in an entry: answers, and questions of one's own. What was chosen in a sheet are
    /// the handbook's words, and a day is no text.
    pub fn texts_of(&self, entry: EntryId) -> Result<Vec<String>, Failure> {
        let entry = self.store.entry(Id(entry.0)).map_err(|error| journal_failure(&error))?;
        let is_written = |answer: &Answer| match &answer.field {
            StoredField::Cell(cell) => cell.value == StoredValue::Text,
            StoredField::Question(_)
            | StoredField::Own { .. }
            | StoredField::Free
            | StoredField::Feeling
            | StoredField::Intention { .. }
            | StoredField::Outcome { .. }
            | StoredField::LookBack { .. } => true,
        };
        let texts = entry.answers.into_iter().filter(is_written).flat_map(|answer| {
            let own = if let StoredField::Own { wording } = answer.field { Some(wording) } else { None };
            own.into_iter().chain([answer.text])
        });
        Ok(texts.collect())
    }

    /// What was written in the next entries, newest first.
    pub fn texts(&self, after: Option<&EntryCursor>, most: usize) -> Result<Vec<Texts>, Failure> {
        let after = after.map(wire::read_cursor).transpose()?;
        self.store.texts(after, most).map_err(|error| journal_failure(&error))
    }

    pub fn spare_finding(&mut self, request: Spare) -> Result<(), Failure> {
        let key = marks::number_key(&request.text);
        // A window sends what it was shown: nothing that is found is empty or endless.
        if key.is_empty() || request.text.len() > LONGEST {
            return Err(Failure::OutOfTurn);
        }
        if marks::is_word(marks::read_kind(request.kind)) {
            return self
                .store
                .spare(&marks::word_key(&request.text))
                .map_err(|error| journal_failure(&error));
        }
        self.spared_numbers.insert(key);
        Ok(())
    }

    pub fn list_spared(&mut self, (): ()) -> Result<SparedWords, Failure> {
        let words = self.store.spared().map_err(|error| journal_failure(&error))?;
        Ok(SparedWords { words })
    }

    pub fn forget_spared(&mut self, request: SparedWord) -> Result<SparedWords, Failure> {
        self.store.unspare(&request.word).map_err(|error| journal_failure(&error))?;
        self.list_spared(())
    }
}
