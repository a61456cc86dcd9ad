//! How progress is shown: a bar on a terminal, whole lines elsewhere.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::duration;
use super::steps::Steps;

/// A build shorter than this shows nothing.
const SILENT_SECONDS: f64 = 1.5;
/// Time between two lines where there is no terminal.
const SECONDS_PER_LINE: f64 = 20.0;

/// What one build shows.
pub struct Display {
    label: String,
    bar: Option<ProgressBar>,
    note: String,
    next: f64,
}

impl Display {
    /// A display for the build of this name.
    pub fn new(label: &str, terminal: bool) -> Display {
        Display {
            label: label.to_string(),
            bar: terminal.then(ProgressBar::hidden),
            note: "starting".to_string(),
            next: SILENT_SECONDS,
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
    pub fn show(&mut self, steps: &Steps, now: f64) {
        if now < self.next {
            return;
        }
        let text = text(steps, &self.note, now);
        match &self.bar {
            Some(bar) => {
                if bar.is_hidden() {
                    reveal(bar, &self.label);
                }
                let (done, all) = steps.count();
                bar.set_length(all.unwrap_or(0) as u64);
                bar.set_position(done as u64);
                bar.set_message(text);
                self.next = now + 0.2;
            }
            None => {
                eprintln!("{}: {text}", self.label);
                self.next = now + SECONDS_PER_LINE;
            }
        }
    }

    /// Removes the bar.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn text(steps: &Steps, note: &str, now: f64) -> String {
    let time = duration(Duration::from_secs_f64(now));
    let doing = steps.longest_running().unwrap_or(note);
    match steps.count() {
        (0, None) => format!("{time} so far · {doing}"),
        (done, None) => format!("{done} crates · {time} so far · {doing}"),
        (done, Some(all)) => format!("{done} of {all} crates · {time} so far · {doing}"),
    }
}

fn reveal(bar: &ProgressBar, label: &str) {
    bar.set_prefix(label.to_string());
    if let Ok(style) = ProgressStyle::with_template("{prefix} [{bar:30}] {wide_msg}") {
        bar.set_style(style.progress_chars("=> "));
    }
    // Last, or the bar is drawn once in the style that it had before.
    bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_counts_what_can_be_counted() {
        let mut steps = Steps::new(Some(312));
        steps.finish("a@1", "a");
        steps.begin("ra_ap_hir_ty");
        assert_eq!(text(&steps, "", 242.0), "1 of 312 crates · 4 min 02 s so far · ra_ap_hir_ty");
        let unknown = Steps::new(None);
        assert_eq!(text(&unknown, "Downloaded serde v1.0.0", 7.0), "7 s so far · Downloaded serde v1.0.0");
    }
}
