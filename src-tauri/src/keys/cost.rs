//! What unlocking costs, and a new data key: what is done with the slots beyond opening them.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a command owns its request, so that what is secret in it is wiped when the command ends"
)]

use std::time::Instant;

use contract::*;
use tauri::AppHandle;
use vault::{Clock as _, Cost, DataKey, SystemClock, SystemRandomness};

use crate::{
    failure::failure,
    keys::desk::{Desk, Open, passphrase},
};

/// What can be chosen, in MiB: from the floor to the ceiling of what is ever written.
const CHOICES: [u32; 5] = [64, 128, 256, 512, 1024];

impl Desk {
    pub fn list_costs(&mut self, (): (), _: &AppHandle) -> Result<Costs, Failure> {
        let open = self.open.as_ref().ok_or(Failure::OutOfTurn)?;
        let now = open.slots.cost().map_or(0, |cost| cost.memory_kib / 1024);
        let choices = CHOICES.map(|mebibytes| CostChoice { mebibytes, milliseconds: measured(mebibytes) });
        Ok(Costs { now, choices: choices.to_vec() })
    }

    pub fn change_cost(&mut self, request: ChangeCost, _: &AppHandle) -> Result<Rewrapped, Failure> {
        if !CHOICES.contains(&request.mebibytes) {
            return Err(Failure::SettingOutOfBounds);
        }
        let folder = self.folder()?;
        let open = self.open.as_mut().ok_or(Failure::OutOfTurn)?;
        let passphrase = open.passphrase.as_ref().ok_or(Failure::OutOfTurn)?;
        open.slots
            .set_passphrase(&open.key, passphrase, cost(request.mebibytes), &mut SystemRandomness)
            .and_then(|()| open.slots.store(&folder))
            .map_err(|error| failure(&error))?;
        Ok(open.rewrap_copies(&folder))
    }

    pub fn renew_key(&mut self, request: RenewKey, _: &AppHandle) -> Result<(), Failure> {
        let passphrase = passphrase(&request.passphrase)?;
        let folder = self.folder()?;
        let open = self.open.as_ref().ok_or(Failure::OutOfTurn)?;
        let cost = open.slots.cost().unwrap_or(Cost::DEFAULT);
        // When it fails the former key still holds, and another try needs it.
        let key = DataKey::from_hand_over(&open.key.to_hand_over());
        let now = SystemClock.now().to_utc();
        let (slots, key) =
            vault::renew(&folder, key, &passphrase, cost, ::journal::tally, now, &mut SystemRandomness)
                .map_err(|error| failure(&error))?;
        self.open = Some(Open::new(slots, key));
        Ok(())
    }
}

fn cost(mebibytes: u32) -> Cost {
    Cost { memory_kib: mebibytes * 1024, ..Cost::DEFAULT }
}

/// How long deriving a key takes here and now; nothing when the memory is not there.
fn measured(mebibytes: u32) -> Option<u32> {
    let begin = Instant::now();
    cost(mebibytes).try_out().ok()?;
    u32::try_from(begin.elapsed().as_millis()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_chosen_is_what_can_be_written() {
        assert_eq!(cost(CHOICES[0]), Cost::FLOOR);
        assert_eq!(cost(CHOICES[CHOICES.len() - 1]).memory_kib, Cost::CEILING.memory_kib);
        assert!(CHOICES.map(cost).contains(&Cost::DEFAULT));
        assert!(measured(64).is_some());
    }
}
