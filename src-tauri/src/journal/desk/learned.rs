//! What was learned and holds nobody: words with two meanings, and the team card.

use contract::*;

use super::Desk;

impl Desk {
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
