//! What the cell printed and the student does not see yet.
//!
//! The first words go at once; then what comes within a moment goes together, so that a cell that prints line after line does not
//! bury the notebook under messages.

use crate::wire::{Report, Stream, Wire};
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
    sent: Option<Instant>,
    last_line: String,
}

impl Outbox {
    /// An empty one.
    pub fn new(wire: Wire) -> Outbox {
        Outbox {
            wire,
            stream: Stream::Output,
            text: String::new(),
            sent: None,
            last_line: String::new(),
        }
    }

    /// Sends the text, or lets it wait for more. The order of the two streams is kept.
    pub fn add(&mut self, stream: Stream, text: &str) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        if stream != self.stream {
            self.send()?;
            self.stream = stream;
        }
        self.text.push_str(text);
        if stream == Stream::Output {
            match text.rsplit_once('\n') {
                Some((_, last)) => self.last_line = last.to_owned(),
                None => self.last_line.push_str(text),
            }
        }
        self.send_if_it_is_time()
    }

    /// What the cell has printed of a line that has not ended: most often what it asks for.
    pub fn last_line(&self) -> &str {
        self.last_line.trim()
    }

    /// Sends what has waited long enough.
    pub fn send_if_it_is_time(&mut self) -> Result<()> {
        let is_time = self.sent.is_none_or(|sent| sent.elapsed() >= PAUSE);
        if is_time || self.text.len() >= ENOUGH {
            self.send()
        } else {
            Ok(())
        }
    }

    /// Sends what there is.
    pub fn send(&mut self) -> Result<()> {
        if self.text.is_empty() {
            return Ok(());
        }
        let text = std::mem::take(&mut self.text);
        self.sent = Some(Instant::now());
        self.wire.send(&Report::Text {
            stream: self.stream,
            text,
        })
    }

    /// Drops what was not sent.
    pub fn forget(&mut self) {
        self.text.clear();
    }

    /// How long to wait for other things at most.
    pub fn wait(&self, other: Option<Duration>) -> Option<Duration> {
        let own = self
            .sent
            .filter(|_| !self.text.is_empty())
            .map(|sent| PAUSE.saturating_sub(sent.elapsed()));
        own.into_iter().chain(other).min()
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
                Report::Text {
                    stream: Stream::Output,
                    text,
                } => output.push_str(&text),
                Report::Text { text, .. } => break assert_eq!(text, "end"),
                other => panic!("{other:?}"),
            }
            messages += 1;
        }
        writer.join().unwrap();
        assert_eq!(
            output,
            (0..10_000)
                .map(|number| format!("{number}\n"))
                .collect::<String>()
        );
        assert!(messages < 1000, "{messages} messages");
    }

    #[test]
    fn the_last_line_is_the_question() {
        let (_server, supervisor) = Wire::pair().unwrap();
        let mut outbox = Outbox::new(supervisor);
        outbox.add(Stream::Output, "first line\nYour ").unwrap();
        outbox.add(Stream::Output, "name: ").unwrap();
        assert_eq!(outbox.last_line(), "Your name:");
    }
}
