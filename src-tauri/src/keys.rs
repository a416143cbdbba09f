//! The `keys` role: the only one that knows the passphrase and opens the slot file.
//!
//! It ends as soon as its answer is given: when the journal stands, the parent sends it away,
//! and what was typed goes with its processes.

mod cost;
mod desk;
mod page;
mod restore;

use std::{
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
};

use contract::*;
use household::{
    Role,
    pipe::{Note, Parcel},
    tell,
};
use tauri::{AppHandle, State, WindowEvent};

use crate::{
    keys::desk::Desk,
    role::{Errand, Hearing},
    window::{self, Appear, Running},
};

/// What the commands of this role work on.
struct Keys {
    desk: Arc<Mutex<Desk>>,
    app: AppHandle,
}

/// Makes, of every line of the contract's table, the Tauri command that unpacks it, carries it
/// out on a thread that may wait, and packs the answer.
macro_rules! adapters {
    ($($name:ident($request:ty) -> $response:ty;)+) => {
        /// The commands as Tauri knows them.
        mod adapters {
            use super::*;

            $(
                #[tauri::command]
                pub(super) async fn $name(
                    keys: State<'_, Keys>,
                    request: $request,
                ) -> Result<$response, Failure> {
                    keys.carry_out(move |desk, app| {
                        desk.take_turn(stringify!($name))?;
                        desk.$name(request, app)
                    })
                    .await
                }
            )+
        }

        fn handlers() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$(adapters::$name),+]
        }
    };
}

contract::with_keys_commands!(adapters);

impl Keys {
    async fn carry_out<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Desk, &AppHandle) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let (desk, app) = (Arc::clone(&self.desk), self.app.clone());
        tauri::async_runtime::spawn_blocking(move || {
            work(&mut desk.lock().unwrap_or_else(PoisonError::into_inner), &app)
        })
        .await
        .unwrap_or_else(|_| Err(tell::incident(&"keys-command-panicked")))
    }
}

/// Runs the role until its parent sends it away or the person closes the window.
pub fn run(errand: Errand, mut hearing: Hearing) -> ExitCode {
    let language = errand.appearance.language;
    let speech = hearing.speech.clone();
    let builder = tauri::Builder::default()
        .invoke_handler(handlers())
        .on_window_event({
            let speech = speech.clone();
            move |_, event| {
                if let WindowEvent::CloseRequested { .. } = event {
                    speech.say(&Note::Quit);
                }
            }
        })
        .setup(move |app| {
            use tauri::Manager as _;
            let handle = app.handle().clone();
            let running = Running::default();
            let desk = Arc::new(Mutex::new(Desk::new(errand, speech, running.clone())));
            app.manage(Keys { desk, app: handle.clone() });
            let window = window::open(&handle, Role::Keys, language, Appear::AtOnce)?;
            window::when_page_falls(&window, || std::process::exit(1));
            running.watch(&handle, Role::Keys);
            std::thread::spawn(move || {
                while let Some(parcel) = hearing.next() {
                    match parcel {
                        Parcel::Note(Note::Show) => drop(handle.run_on_main_thread({
                            let window = window.clone();
                            move || window::show(&window)
                        })),
                        // Nothing is unsaved here, so there is nothing to wait for.
                        Parcel::Note(_) | Parcel::Key(_) | Parcel::Shown(_) => std::process::exit(0),
                    }
                }
                std::process::exit(0)
            });
            Ok(())
        });
    window::run(builder, language)
}
