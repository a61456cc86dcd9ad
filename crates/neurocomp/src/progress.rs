//! How far a long loop has come.
//!
//! `for i in progress("label", n)` counts i = 0, 1, …, n − 1 like `for i in 0..n`. Nothing is printed as long as the
//! loop has run for less than two seconds; after that at most one line every two seconds: per cent done, time elapsed,
//! and the time that remains if the coming steps take as long as those done so far.
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
//!
//! Each line is complete, because a notebook does not show a line that is rewritten in place.

use std::time::{Duration, Instant};

use crate::language::choose;

/// Silence at first, and between two lines.
const PAUSE: Duration = Duration::from_secs(2);

/// Counts from 0 to n − 1 and reports under `label` when this takes long.
pub fn progress(label: &str, n: usize) -> Progress {
    Progress {
        label: label.to_string(),
        n,
        next: 0,
        start: None,
        spoke: Duration::ZERO,
    }
}

/// The counter of [`progress`], an iterator over `usize`.
#[derive(Clone, Debug)]
#[must_use = "write `for i in progress(label, n) { … }`"]
pub struct Progress {
    label: String,
    n: usize,
    next: usize,
    /// The clock starts with the first step, not when the loop is set up.
    start: Option<Instant>,
    spoke: Duration,
}

impl Progress {
    /// The line to print now, if it is time for one.
    fn report(&mut self, elapsed: Duration) -> Option<String> {
        let done = self.next;
        if done == 0 || done >= self.n || elapsed < self.spoke + PAUSE {
            return None;
        }
        self.spoke = elapsed;
        let remaining = elapsed.as_secs_f64() * (self.n - done) as f64 / done as f64;
        let (elapsed, remaining) = (clock(elapsed.as_secs_f64()), clock(remaining));
        let (label, percent) = (&self.label, (100.0 * done as f64 / self.n as f64).floor());
        Some(choose(
            format!("{label}: {percent} %, {elapsed} elapsed, about {remaining} remaining"),
            format!("{label} : {percent} %, {elapsed} écoulées, encore {remaining} environ"),
        ))
    }
}

impl Iterator for Progress {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let elapsed = self.start.get_or_insert_with(Instant::now).elapsed();
        if let Some(line) = self.report(elapsed) {
            println!("{line}");
        }
        if self.next == self.n {
            return None;
        }
        self.next += 1;
        Some(self.next - 1)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.n - self.next, Some(self.n - self.next))
    }
}

impl ExactSizeIterator for Progress {}

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
mod tests {
    use super::*;

    /// The lines of a loop of `n` steps that take `step` seconds each.
    fn lines(n: usize, step: f64) -> Vec<String> {
        let mut loop_ = progress("map", n);
        let mut lines = Vec::new();
        for done in 0..=n {
            loop_.next = done;
            lines.extend(loop_.report(Duration::from_secs_f64(done as f64 * step)));
        }
        lines
    }

    #[test]
    fn a_loop_of_less_than_two_seconds_is_silent() {
        assert!(lines(100, 0.0199).is_empty());
    }

    #[test]
    fn lines_come_two_seconds_apart_and_the_remaining_time_is_right() {
        let lines = lines(10, 1.0);
        assert_eq!(
            lines,
            [
                "map: 20 %, 2 s elapsed, about 8 s remaining",
                "map: 40 %, 4 s elapsed, about 6 s remaining",
                "map: 60 %, 6 s elapsed, about 4 s remaining",
                "map: 80 %, 8 s elapsed, about 2 s remaining",
            ]
        );
    }

    #[test]
    fn slow_steps_give_one_line_each() {
        assert_eq!(lines(4, 90.0).len(), 3);
        assert!(lines(4, 90.0)[0].contains("1 min 30 s elapsed, about 4 min 30 s"));
    }

    #[test]
    fn it_counts_like_a_range() {
        assert_eq!(progress("count", 7).len(), 7);
        assert!(progress("count", 7).eq(0..7));
        assert!(progress("nothing", 0).eq(0..0));
    }

    #[test]
    fn hours_are_readable() {
        assert_eq!(clock(3725.0), "1 h 02 min");
    }
}
