//! How far a long loop has come.
//!
//! `for i in progress("label", n)` counts i = 0, 1, …, n − 1 like `for i in 0..n`. Nothing is shown as long as the
//! loop has run for less than two seconds. Then a notebook shows one line with a bar, which is redrawn in its place:
//! per cent done, time elapsed, and the time that remains if the coming steps take as long as those done so far; at the
//! end, how long the loop took, or where it stopped. Elsewhere a line is printed every two seconds.
//!
//! ```
//! use neurocomp::progress::progress;
//!
//! let mut sum = 0;
//! for i in progress("sum", 5) {
//!     sum += i;
//! }
//! assert_eq!(sum, 10); // 0 + 1 + 2 + 3 + 4
//! ```

use std::time::{Duration, Instant};

use crate::display::{self, escaped};
use crate::language::choose;

/// Silence at first, and between two printed lines.
const PAUSE: Duration = Duration::from_secs(2);
/// The shortest time between two drawings.
const REDRAW: Duration = Duration::from_millis(250);
/// The bar of text, in characters.
const BAR: usize = 10;

/// Counts from 0 to n − 1 and reports under `label` when this takes long.
pub fn progress(label: &str, n: usize) -> Progress {
    Progress {
        label: label.replace(['\n', '\r'], " "),
        n,
        next: 0,
        start: None,
        spoke: Duration::ZERO,
        shown: None,
        outside: OUTSIDE,
    }
}

/// The counter of [`progress`], an iterator over `usize`.
#[derive(Debug)]
#[must_use = "write `for i in progress(label, n) { … }`"]
pub struct Progress {
    label: String,
    n: usize,
    next: usize,
    /// The clock starts with the first step, not when the loop is set up.
    start: Option<Instant>,
    spoke: Duration,
    shown: Option<Shown>,
    outside: Outside,
}

/// What the notebook shows of a loop.
#[derive(Debug)]
struct Shown {
    id: String,
    text: String,
}

/// What a loop knows of the world; tests have a world of their own.
#[derive(Clone, Copy, Debug)]
struct Outside {
    now: fn() -> Instant,
    draws_anew: fn() -> bool,
    display: fn(&str, &[(&str, &str)], bool),
    print: fn(&str),
}

const OUTSIDE: Outside = Outside {
    now: Instant::now,
    draws_anew: display::is_understood,
    display: display::display,
    // `print!`, unlike writing to `stdout`, is captured by tests.
    print: |line| println!("{line}"),
};

impl Progress {
    fn elapsed(&mut self) -> Duration {
        // WebAssembly by itself has no clock: reading one would end the program. The loop is then never long.
        if cfg!(all(target_family = "wasm", target_os = "unknown")) {
            return Duration::ZERO;
        }
        let now = (self.outside.now)();
        now.saturating_duration_since(*self.start.get_or_insert(now))
    }

    /// Says how far the loop is, if it is time to.
    fn report(&mut self, elapsed: Duration) {
        let done = self.next;
        let pause = if self.shown.is_some() { REDRAW } else { PAUSE };
        if done == 0 || done >= self.n || elapsed < self.spoke + pause {
            return;
        }
        self.spoke = elapsed;
        let remaining = elapsed.as_secs_f64() * (self.n - done) as f64 / done as f64;
        let (elapsed, remaining) = (clock(elapsed.as_secs_f64()), clock(remaining));
        let times = choose(
            format!("{elapsed} elapsed, about {remaining} remaining"),
            format!("{elapsed} écoulées, encore {remaining} environ"),
        );
        if self.shown.is_some() || (self.outside.draws_anew)() {
            self.draw(done, &times);
        } else {
            let (label, percent) = (&self.label, self.percent(done));
            (self.outside.print)(&choose(
                format!("{label}: {percent} %, {times}"),
                format!("{label} : {percent} %, {times}"),
            ));
        }
    }

    /// Draws the last state, if the loop was drawn at all.
    fn end(&mut self, done: usize, elapsed: Duration) {
        if self.shown.is_some() {
            let time = clock(elapsed.as_secs_f64());
            let times = if done == self.n {
                choose(format!("done in {time}"), format!("terminé en {time}"))
            } else {
                choose(format!("stopped after {time}"), format!("arrêté après {time}"))
            };
            self.draw(done, &times);
            self.shown = None;
        }
    }

    fn draw(&mut self, done: usize, times: &str) {
        let (label, percent) = (&self.label, self.percent(done));
        let full = percent * BAR / 100;
        let bar = "█".repeat(full) + &"░".repeat(BAR - full);
        let text =
            choose(format!("{label}: {bar} {percent} %, {times}"), format!("{label} : {bar} {percent} %, {times}"));
        let update = self.shown.is_some();
        let shown = self.shown.get_or_insert_with(|| Shown { id: display::new_id(), text: String::new() });
        if shown.text != text {
            let html = html(label, percent, times);
            let forms = [("text/plain", &*text), ("text/html", &*html)];
            (self.outside.display)(&shown.id, &forms, update);
            shown.text = text;
        }
    }

    fn percent(&self, done: usize) -> usize {
        (100.0 * done as f64 / self.n as f64).floor() as usize
    }
}

impl Iterator for Progress {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let elapsed = self.elapsed();
        if self.next == self.n {
            self.end(self.n, elapsed);
            return None;
        }
        self.report(elapsed);
        self.next += 1;
        Some(self.next - 1)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.n - self.next, Some(self.n - self.next))
    }
}

impl ExactSizeIterator for Progress {}

/// A copy counts on from the same number, and has a line of its own.
impl Clone for Progress {
    fn clone(&self) -> Progress {
        Progress { label: self.label.clone(), shown: None, ..*self }
    }
}

/// The loop was left by `break`, `return` or `?`, or a panic ended it: what was drawn last would say for ever that it runs.
impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            // The last number may have been used up by somebody who never asks for one more, such as `zip`. Otherwise the
            // step in which the loop was left does not count.
            let complete = self.next == self.n && !std::thread::panicking();
            let done = if complete { self.n } else { self.next.saturating_sub(1) };
            let elapsed = self.elapsed();
            self.end(done, elapsed);
        }
    }
}

/// The line for a page. The bar is the browser's own, which has colours for light and for dark themes, and which a screen reader
/// reads; its name is the text of the label around it, because Jupyter takes `aria-label` away where a notebook is not trusted.
fn html(label: &str, percent: usize, times: &str) -> String {
    format!(
        "<div><label>{} <progress value=\"{percent}\" max=\"100\" style=\"width: 12em; vertical-align: middle\"></progress></label> \
         {percent} %, {times}</div>",
        escaped(label)
    )
}

/// A time in seconds as one reads it: `9 s`, `2 min 05 s`, `1 h 02 min`.
fn clock(seconds: f64) -> String {
    let s = seconds.round() as u64;
    match s {
        0..60 => format!("{s} s"),
        60..3600 => format!("{} min {:02} s", s / 60, s % 60),
        _ => format!("{} h {:02} min", s / 3600, s % 3600 / 60),
    }
}

#[cfg(test)]
mod tests;
