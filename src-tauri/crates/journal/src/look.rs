//! Reading a store that is damaged somewhere: one broken page must not hide all others.
//!
//! A connection that met a broken page answers nothing any more (SQLCipher does so on purpose), and
//! what it was reading may be zeros instead of words. So where there may be one, every reading gets a
//! connection of its own, which takes a millisecond; what was read is believed only after asking; and
//! writing begins by looking whether the connection still answers.

use std::ops::Deref;

use rusqlite::Connection;
use vault::Verdict;

use crate::excerpt::first_words;
use crate::{EntryId, Journal, JournalError};

/// A connection to read with.
pub(crate) enum Look<'a> {
    /// The one connection.
    Shared(&'a Connection),
    /// One that may meet a broken page.
    Own(Connection),
}

impl Deref for Look<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        match self {
            Self::Shared(connection) => connection,
            Self::Own(connection) => connection,
        }
    }
}

impl Look<'_> {
    /// What was read, unless a page of it was broken: then it may be zeros instead of words.
    fn sure<T>(&self, read: T) -> Result<T, JournalError> {
        vault::read_well(self)?;
        Ok(read)
    }
}

impl Journal {
    /// Whether a page may be broken: one was found, or nobody looked before a journal was opened to
    /// save what can be saved.
    pub(crate) fn must_be_careful(&self) -> bool {
        match self.vault.verdict() {
            Some(Verdict::Sound) => false,
            Some(Verdict::Damaged) => true,
            Some(Verdict::ChangedOutside) | None => self.only_reads(),
        }
    }

    /// Reads, and believes it only after asking. Where the one connection met a page that it could not
    /// read, because the disk did not answer once, it is done again with another: a bad moment of the
    /// disk is not passed on.
    pub(crate) fn reading<'a, T>(
        &'a self,
        work: impl Fn(&mut Look<'a>) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let mut look = self.look()?;
        match work(&mut look).and_then(|read| look.sure(read)) {
            Err(error) if matches!(look, Look::Shared(_)) && self.is_about_a_page(&error) => {
                let mut look = Look::Own(self.vault.another_look()?);
                work(&mut look).and_then(|read| look.sure(read))
            }
            answer => answer,
        }
    }

    /// A connection to read with.
    fn look(&self) -> Result<Look<'_>, JournalError> {
        if self.must_be_careful() {
            return Ok(Look::Own(self.vault.another_look()?));
        }
        Ok(Look::Shared(self.vault.connection()))
    }

    /// Whether it failed because a page could not be read: now, or earlier by the same connection,
    /// which fails in its own ways from then on.
    pub(crate) fn is_about_a_page(&self, error: &JournalError) -> bool {
        matches!(error, JournalError::Vault(error) if error.is_about_a_page())
            || vault::read_well(self.vault.connection()).is_err()
    }

    /// Whether this journal may be changed, with a connection that answers: for what reads by it
    /// before it changes anything.
    pub(crate) fn may_write(&mut self) -> Result<(), JournalError> {
        self.must_not_only_read()?;
        Ok(self.vault.heal()?)
    }

    /// Whether this journal may be changed.
    pub(crate) fn must_not_only_read(&self) -> Result<(), JournalError> {
        if self.only_reads() { Err(JournalError::OnlyReading) } else { Ok(()) }
    }

    /// The first words of an entry, for a list; none when they are on a broken page, after which
    /// `look` is another one.
    pub(crate) fn first_words<'a>(
        &'a self,
        look: &mut Look<'a>,
        entry: EntryId,
    ) -> Result<String, JournalError> {
        match first_words(look, entry).and_then(|words| look.sure(words)) {
            Err(JournalError::Vault(error)) if error.is_about_a_page() && self.must_be_careful() => {
                *look = self.look()?;
                Ok(String::new())
            }
            words => words,
        }
    }
}
