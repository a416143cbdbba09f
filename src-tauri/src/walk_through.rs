//! The `walk-through` role: shows what somebody was invited to see, and never held a key.

use std::process::ExitCode;

use contract::*;

use crate::{
    role::{Errand, Hearing},
    window,
};

/// What the commands of this role work on.
struct WalkThrough;

macro_rules! adapters {
    ($($name:ident($request:ty) -> $response:ty;)+) => {
        /// The commands as Tauri knows them.
        mod adapters {
            use super::*;

            $(
                #[tauri::command]
                pub(super) async fn $name(request: $request) -> Result<$response, Failure> {
                    WalkThrough.$name(request)
                }
            )+
        }

        fn handlers() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$(adapters::$name),+]
        }
    };
}

contract::with_walk_through_commands!(adapters);

#[expect(clippy::unused_self, reason = "on its way")]
impl WalkThrough {
    fn await_walk_through(&self, (): ()) -> Result<WalkThroughBegins, Failure> {
        Err(Failure::OutOfTurn)
    }

    fn walk_through_painted(&self, (): ()) -> Result<(), Failure> {
        Err(Failure::OutOfTurn)
    }

    fn await_walk_event(&self, (): ()) -> Result<WalkEvent, Failure> {
        Err(Failure::OutOfTurn)
    }

    fn ask_more_time(&self, (): ()) -> Result<(), Failure> {
        Err(Failure::OutOfTurn)
    }

    fn end_walk_through(&self, (): ()) -> Result<(), Failure> {
        Err(Failure::OutOfTurn)
    }
}

/// Runs the role until the walk-through is over.
pub fn run(errand: &Errand, _: Hearing) -> ExitCode {
    window::run(tauri::Builder::default().invoke_handler(handlers()), errand.appearance.language)
}
