//! Walk-throughs: preparing them, remembering them, and the card after one.

#![expect(
    clippy::unused_self,
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "on its way"
)]

use contract::*;

use super::Desk;

impl Desk {
    pub fn list_walk_throughs(&mut self, _: ()) -> Result<WalkThroughList, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn explain_walk_throughs(&mut self, _: ()) -> Result<(), Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn prepare_walk_through(&mut self, _: PrepareWalkThrough) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn read_walk_through(&mut self, _: WalkThroughRequest) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn change_walk_through(&mut self, _: ChangeWalkThrough) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn add_walk_pages(&mut self, _: AddWalkPages) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn take_walk_page_out(&mut self, _: WalkPageRequest) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn move_walk_page(&mut self, _: MoveWalkPage) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn freeze_walk_page_again(&mut self, _: WalkPageRequest) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn show_walk_day(&mut self, _: ShowWalkDay) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn cover_walk_block(&mut self, _: CoverBlock) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn replace_in_walk_block(&mut self, _: ReplaceInBlock) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn preview_walk_through(&mut self, _: WalkThroughRequest) -> Result<ShownWalkThrough, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn looked_over_walk_through(&mut self, _: WalkThroughRequest) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn withdraw_walk_through(&mut self, _: WithdrawWalkThrough) -> Result<WalkThroughView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn erase_walk_through(&mut self, _: WalkThroughRequest) -> Result<(), Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn save_joint_card(&mut self, _: SaveJointCard) -> Result<JointCard, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn decide_joint_card(&mut self, _: DecideJointCard) -> Result<JointCard, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn make_intention(&mut self, _: MakeIntention) -> Result<(), Failure> {
        Err(Failure::OutOfTurn)
    }
}
