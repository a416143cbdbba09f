//! How the kinds of walk-throughs stand in the store.

use super::{CardState, WalkEnd};
use crate::stored::stored;

stored!(CardState { Open = "open", Kept = "kept", ThrownAway = "thrown-away" });
stored!(WalkEnd {
    Asked = "asked",
    Time = "time",
    Idle = "locked-idle",
    Screen = "locked-screen",
    Sleep = "locked-sleep",
    Lid = "locked-lid",
});
