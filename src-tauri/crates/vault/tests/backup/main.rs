//! Backups: whole copies that were opened and counted, made while a person writes, kept in two places.

mod changes;
mod desk;
mod elsewhere;
mod keeping;
mod making;
