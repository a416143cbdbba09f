//! The rules of the journal, over a real vault in a folder that goes away with its test.

mod amending;
mod crash;
mod desk;
mod elsewhere;
mod erasing;
mod fields;
mod forgetting;
mod intending;
mod keeping;
mod learned;
mod listing;
mod lives;
mod living;
mod looking_back;
mod migrating;
mod packs;
mod preparing;
mod reading;
mod relations;
mod searching;
mod sheets;
mod silence;
mod through_time;
mod thumb;
mod together;
mod years;
