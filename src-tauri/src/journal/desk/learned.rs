//! What was learned and holds nobody: words with two meanings, and the team card.

use contract::*;
use household::catalogue::{Say, Speaker};

use crate::{failure::journal_failure, journal::desk::Desk, without_aliases::WithoutAliases};

impl Desk {
    /// What takes the aliases in use, those of the bin too, out of a text that leaves the journal.
    pub(super) fn without_aliases(&self) -> Result<WithoutAliases, Failure> {
        let aliases = self.store.alias_rows().map_err(|error| journal_failure(&error))?;
        let aliases = aliases.into_iter().map(|row| row.alias.as_str().to_owned()).collect();
        let (resident, worker) = (self.settings.resident_word, self.settings.worker_word);
        let speaker = Speaker::in_words_of(self.language(), resident, worker);
        Ok(WithoutAliases::of(aliases, speaker.say(Say::Somebody)))
    }

    pub fn list_twofold_words(&mut self, _: ()) -> Result<TwofoldWordList, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn keep_twofold_word(&mut self, _: TwofoldWordDraft) -> Result<TwofoldWord, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn change_twofold_word(&mut self, _: ChangeTwofoldWord) -> Result<TwofoldWord, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn erase_twofold_word(&mut self, _: TwofoldWordRequest) -> Result<(), Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn read_team_card(&mut self, _: ()) -> Result<TeamCard, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn keep_team_point(&mut self, _: TeamPointDraft) -> Result<TeamCard, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn change_team_point(&mut self, _: ChangeTeamPoint) -> Result<TeamCard, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn discuss_team_point(&mut self, _: DiscussTeamPoint) -> Result<TeamCard, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn erase_team_point(&mut self, _: TeamPointRequest) -> Result<TeamCard, Failure> {
        Err(Failure::OutOfTurn)
    }
}
