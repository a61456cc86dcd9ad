//! What the cell printed and the student does not see yet.
//!
//! The first line goes at once; then what comes within a moment goes together, so that a cell that prints line after line does not
//! bury the notebook under messages. A line without an end waits for a moment: it may be what the cell is about to ask.

use crate::wire::{Display, Report, Stream, Wire};
use anyhow::Result;
use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_millis(25);
/// More than this does not wait.
const ENOUGH: usize = 64 << 10;

/// Text on its way to the server.
pub struct Outbox {
    wire: Wire,
    stream: Stream,
    text: String,
    /// When the oldest of the text came, and when some was sent.
    came: Instant,
    sent: Option<Instant>,
    /// A display that was exchanged again too soon to be seen.
    display: Option<Display>,
    shown: Option<Instant>,
}

impl Outbox {
    /// An empty one.
    pub fn new(wire: Wire) -> Outbox {
        Outbox {
            wire,
            stream: Stream::Output,
            text: String::new(),
            came: Instant::now(),
            sent: None,
            display: None,
            shown: None,
        }
    }

    /// Sends the text, or lets it wait for more. The order of the two streams is kept.
    pub fn add(&mut self, stream: Stream, text: &str) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.send_display()?;
        if stream != self.stream {
            self.send_text()?;
            self.stream = stream;
        }
        if self.text.is_empty() {
            self.came = Instant::now();
        }
        self.text.push_str(text);
        self.send_if_it_is_time()
    }

    /// Shows something. Of what is exchanged many times a second, the last is shown.
    pub fn show(&mut self, display: Display) -> Result<()> {
        self.send_text()?;
        if self.display.as_ref().is_some_and(|earlier| earlier.id != display.id) {
            self.send_display()?;
        }
        let can_wait = display.update;
        self.display = Some(display);
        if can_wait && !self.until_shown().is_zero() {
            return Ok(());
        }
        self.send_display()
    }

    fn until_shown(&self) -> Duration {
        self.shown.map_or(Duration::ZERO, |shown| PAUSE.saturating_sub(shown.elapsed()))
    }

    fn send_display(&mut self) -> Result<()> {
        let Some(display) = self.display.take() else {
            return Ok(());
        };
        self.shown = Some(Instant::now());
        self.wire.send(&Report::Display(display))
    }

    /// Takes back what the cell has printed of a line that has not ended: most often what it asks for.
    pub fn take_question(&mut self) -> String {
        if self.stream != Stream::Output {
            return String::new();
        }
        let begin = self.text.rfind('\n').map_or(0, |end| end + 1);
        self.text.split_off(begin)
    }

    /// Sends what has waited long enough.
    pub fn send_if_it_is_time(&mut self) -> Result<()> {
        if self.display.is_some() && self.until_shown().is_zero() {
            self.send_display()?;
        }
        if self.text.len() >= ENOUGH || self.remaining().is_zero() { self.send_text() } else { Ok(()) }
    }

    fn remaining(&self) -> Duration {
        let since = if self.text.ends_with('\n') { self.sent } else { Some(self.came) };
        since.map_or(Duration::ZERO, |since| PAUSE.saturating_sub(since.elapsed()))
    }

    /// Sends what there is.
    pub fn send(&mut self) -> Result<()> {
        self.send_display()?;
        self.send_text()
    }

    fn send_text(&mut self) -> Result<()> {
        if self.text.is_empty() {
            return Ok(());
        }
        let text = std::mem::take(&mut self.text);
        self.sent = Some(Instant::now());
        self.wire.send(&Report::Text { stream: self.stream, text })
    }

    /// Drops what was not sent.
    pub fn forget(&mut self) {
        self.text.clear();
        self.display = None;
    }

    /// How long to wait for other things at most.
    pub fn wait(&self, other: Option<Duration>) -> Option<Duration> {
        let text = (!self.text.is_empty()).then(|| self.remaining());
        let display = self.display.as_ref().map(|_| self.until_shown());
        text.into_iter().chain(display).chain(other).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_small_texts_are_few_messages_and_nothing_is_lost() {
        let (mut server, supervisor) = Wire::pair().unwrap();
        let mut outbox = Outbox::new(supervisor);
        let writer = std::thread::spawn(move || {
            for number in 0..10_000 {
                outbox.add(Stream::Output, &format!("{number}\n")).unwrap();
            }
            outbox.add(Stream::Error, "end").unwrap();
            outbox.send().unwrap();
        });
        let (mut messages, mut output) = (0, String::new());
        loop {
            match server.receive().unwrap() {
                Report::Text { stream: Stream::Output, text } => output.push_str(&text),
                Report::Text { text, .. } => break assert_eq!(text, "end"),
                other => panic!("{other:?}"),
            }
            messages += 1;
        }
        writer.join().unwrap();
        assert_eq!(output, (0..10_000).map(|number| format!("{number}\n")).collect::<String>());
        assert!(messages < 1000, "{messages} messages");
    }

    #[test]
    fn the_line_that_has_not_ended_is_the_question() {
        let (_server, supervisor) = Wire::pair().unwrap();
        let mut outbox = Outbox::new(supervisor);
        outbox.add(Stream::Output, "first line\nYour ").unwrap();
        outbox.add(Stream::Output, "name: ").unwrap();
        assert_eq!(outbox.take_question(), "Your name: ");
        assert_eq!(outbox.take_question(), "");
    }

    #[test]
    fn of_a_display_that_changes_without_pause_few_are_sent_and_the_last() {
        let (mut server, supervisor) = Wire::pair().unwrap();
        let mut outbox = Outbox::new(supervisor);
        let display = |number: i32| Display {
            id: "progress".to_owned(),
            data: serde_json::Map::from_iter([("text/plain".to_owned(), number.into())]),
            update: number > 0,
        };
        let started = Instant::now();
        let writer = std::thread::spawn(move || {
            for number in 0..=20_000 {
                outbox.show(display(number)).unwrap();
            }
            outbox.add(Stream::Output, "end\n").unwrap();
        });
        let (mut shown, mut last) = (0, 0);
        while let Report::Display(display) = server.receive().unwrap() {
            (shown, last) = (shown + 1, display.data["text/plain"].as_i64().unwrap());
        }
        writer.join().unwrap();
        assert_eq!(last, 20_000);
        assert!(shown <= 3 + started.elapsed().as_millis() / PAUSE.as_millis(), "{shown}");
    }
}
