//! How progress is shown: a bar on a terminal, whole lines elsewhere.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::duration;
use super::estimate::Estimate;

/// A build shorter than this shows nothing.
const SILENT_SECONDS: f64 = 1.5;
/// Time between two lines where there is no terminal.
const SECONDS_PER_LINE: f64 = 20.0;
/// Steps of the bar.
const STEPS: u64 = 1000;

/// What one build shows.
pub struct Display {
    label: String,
    bar: Option<ProgressBar>,
    note: String,
    next_line: f64,
    /// The fraction shown last: a correction of the estimate may stop the bar for a while, never move it back.
    shown: f64,
}

impl Display {
    /// A display for the build of this name.
    pub fn new(label: &str, terminal: bool) -> Display {
        Display {
            label: label.to_string(),
            bar: terminal.then(ProgressBar::hidden),
            note: "starting".to_string(),
            next_line: SILENT_SECONDS,
            shown: 0.0,
        }
    }

    /// What cargo does besides compiling, such as downloading.
    pub fn note(&mut self, text: &str) {
        self.note = text.to_string();
    }

    /// A message of the compiler.
    pub fn print(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| eprintln!("{line}")),
            None => eprintln!("{line}"),
        }
    }

    /// Shows the state, as often as it should be shown.
    pub fn show(&mut self, estimate: &Estimate, now: f64) {
        if now < self.next_line {
            return;
        }
        self.shown = self.shown.max(estimate.fraction(now).min(0.99)); // 100 % is when cargo says so
        let text = self.text(estimate, now);
        match &self.bar {
            Some(bar) => {
                if bar.is_hidden() {
                    reveal(bar, &self.label);
                }
                bar.set_position((self.shown * STEPS as f64) as u64);
                bar.set_message(text);
                self.next_line = now + 0.2;
            }
            None => {
                eprintln!("{}: {:3.0} % · {text}", self.label, self.shown * 100.0);
                self.next_line = now + SECONDS_PER_LINE;
            }
        }
    }

    /// Removes the bar.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn text(&self, estimate: &Estimate, now: f64) -> String {
        let time = |seconds: f64| duration(Duration::from_secs_f64(seconds));
        let doing = estimate.heaviest_running().unwrap_or(&self.note);
        let left = match estimate.remaining(now) {
            None => return format!("{} so far · {doing}", time(now)),
            Some(seconds) if seconds < 5.0 => "nearly done".to_string(),
            Some(seconds) => format!("about {} left", time(rounded(seconds))),
        };
        format!("{} so far, {left} · {doing}", time(now))
    }
}

/// An estimate has no seconds to show when minutes are left.
fn rounded(seconds: f64) -> f64 {
    let step = match seconds {
        s if s > 300.0 => 60.0,
        s if s > 60.0 => 15.0,
        _ => 5.0,
    };
    (seconds / step).ceil() * step
}

fn reveal(bar: &ProgressBar, label: &str) {
    bar.set_length(STEPS);
    bar.set_prefix(label.to_string());
    if let Ok(style) =
        ProgressStyle::with_template("{prefix} [{bar:30}] {percent:>3} % · {wide_msg}")
    {
        bar.set_style(style.progress_chars("=> "));
    }
    // Last, or the bar is drawn once in the style that it had before.
    bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_are_rounded_up_and_coarser_when_they_are_long() {
        assert_eq!(rounded(3.0), 5.0);
        assert_eq!(rounded(61.0), 75.0);
        assert_eq!(rounded(301.0), 360.0);
    }
}
