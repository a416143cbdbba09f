//! What the shell has to say to the window, kept until the window asks.

use std::{
    collections::VecDeque,
    sync::{Condvar, Mutex, PoisonError},
};

use contract::ShellEvent;

/// A queue with one reader: the window asks for the next, and waits.
#[derive(Debug, Default)]
pub struct Events {
    waiting: Mutex<VecDeque<ShellEvent>>,
    came: Condvar,
}

impl Events {
    /// Adds an event.
    pub fn push(&self, event: ShellEvent) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push_back(event);
        self.came.notify_one();
    }

    /// Takes the oldest event, waiting for one if there is none.
    pub fn next(&self) -> ShellEvent {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(event) = waiting.pop_front() {
                return event;
            }
            waiting = self.came.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::Arc, thread};

    use contract::MenuAction;

    use super::*;

    #[test]
    fn events_come_in_order_and_a_reader_waits_for_them() {
        let events = Arc::new(Events::default());
        let reader = thread::spawn({
            let events = Arc::clone(&events);
            move || [events.next(), events.next()]
        });
        let menu = ShellEvent::Menu { action: MenuAction::Lock };
        events.push(menu.clone());
        events.push(ShellEvent::CloseRequested);
        assert_eq!(reader.join().expect("the reader ends"), [menu, ShellEvent::CloseRequested]);
    }
}
