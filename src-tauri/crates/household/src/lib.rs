//! What the parent and the roles share: the names of the roles, the pipes between them, and the
//! words that Rust itself says.
//!
//! The parent's program knows this room and no toolkit, so nothing here may know one either.

pub mod appearance;
pub mod catalogue;
pub mod pipe;
mod role;
#[cfg(unix)]
pub mod runtime;
pub mod tell;

pub use role::Role;
