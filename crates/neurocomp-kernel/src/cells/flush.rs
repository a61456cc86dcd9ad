//! Shows what a cell has printed of a line that has not ended.
//!
//! Rust keeps such a part in a buffer until the line ends. A student who prints a dot at each step wants to see it, and
//! not under the next cell.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How long a dot may wait.
const PAUSE: Duration = Duration::from_millis(100);

/// Hands on what is in the buffer of the cells' standard output.
pub type Now = extern "C" fn();

/// Flushes when a cell ends, and meanwhile as time goes by.
pub struct Flush {
    now: Now,
    is_running: Arc<(Mutex<bool>, Condvar)>,
}

/// Where the library is not loaded.
extern "C" fn nothing() {}

impl Flush {
    /// By the library's own function, in a process that has no thread for it yet: the buffer is in the standard library that the cells use,
    /// which is not the one in this program.
    pub fn by(now: Option<Now>) -> Flush {
        let flush = Flush { now: now.unwrap_or(nothing), is_running: Arc::default() };
        flush.as_time_goes_by();
        flush
    }

    /// The function.
    pub fn now(&self) -> Now {
        self.now
    }

    /// Calls a cell, and shows meanwhile and at its end what it printed.
    pub fn while_a_cell_runs(&self, cell: impl FnOnce()) {
        self.set(true);
        cell();
        self.set(false);
        (self.now)();
    }

    /// Does something while the thread that flushes is still.
    pub fn while_it_is_still<T>(&self, work: impl FnOnce() -> T) -> T {
        let _still = self.is_running.0.lock();
        work()
    }

    fn set(&self, is_running: bool) {
        let (state, changed) = &*self.is_running;
        *state.lock().unwrap_or_else(PoisonError::into_inner) = is_running;
        changed.notify_one();
    }

    fn as_time_goes_by(&self) {
        let (now, is_running) = (self.now, Arc::clone(&self.is_running));
        std::thread::spawn(move || {
            let (state, changed) = &*is_running;
            let mut is_running = state.lock().unwrap_or_else(PoisonError::into_inner);
            loop {
                if !*is_running {
                    is_running = changed.wait(is_running).unwrap_or_else(PoisonError::into_inner);
                    continue;
                }
                let waited = changed.wait_timeout(is_running, PAUSE);
                let timeout;
                (is_running, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
                if timeout.timed_out() && *is_running {
                    now();
                }
            }
        });
    }
}
