//! What comes back by itself: intentions, what became of them, and days at which one looks back.

use contract::*;

use crate::{
    failure::journal_failure,
    journal::desk::{Desk, PAGE},
    wire,
};

impl Desk {
    pub fn list_intentions(&mut self, (): ()) -> Result<IntentionList, Failure> {
        let open = self.store.open_intentions(PAGE).map_err(|error| journal_failure(&error))?;
        Ok(IntentionList { intentions: open.into_iter().map(wire::intention).collect() })
    }

    pub fn let_go_intention(&mut self, request: LetGo) -> Result<(), Failure> {
        let intention = ::journal::AnswerId(request.intention.0);
        self.store.let_go(intention, request.let_go).map_err(|error| journal_failure(&error))
    }

    pub fn list_tried(&mut self, request: ListTried) -> Result<TriedPage, Failure> {
        let after = request.after.map(|after| ::journal::AnswerId(after.0));
        // One more than a page tells whether there is another.
        let mut tried = self.store.tried(after, PAGE + 1).map_err(|error| journal_failure(&error))?;
        let more = tried.len() > PAGE;
        tried.truncate(PAGE);
        let rows: Vec<TriedRow> = tried.into_iter().map(wire::tried_row).collect();
        let next = rows.last().filter(|_| more).map(|row| row.intention.intention);
        Ok(TriedPage { rows, next })
    }

    pub fn list_look_backs(&mut self, (): ()) -> Result<LookBackList, Failure> {
        let open = self.store.look_backs(PAGE).map_err(|error| journal_failure(&error))?;
        Ok(LookBackList { look_backs: open.into_iter().map(wire::look_back).collect() })
    }

    pub fn let_go_look_back(&mut self, request: LetGoLookBack) -> Result<(), Failure> {
        let look_back = ::journal::AnswerId(request.look_back.0);
        self.store.let_go_look_back(look_back, request.let_go).map_err(|error| journal_failure(&error))
    }
}
