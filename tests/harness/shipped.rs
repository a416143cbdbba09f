//! Somebody at the app as it ships: the eyes are a screen reader's, the hands are on a keyboard.

pub mod person;
pub mod reader;
pub mod steps;
pub mod traced;
pub mod walks;
