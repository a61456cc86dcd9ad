//! What the server and the supervisor of the cells say to each other.
//!
//! evcxr reads the cells' own standard output by lines and hands it on by other threads, so that what a cell printed can arrive after the
//! cell has ended, and an unfinished line never. So everything that a student sees goes past evcxr, over a pair of datagram
//! sockets: they keep the order, never break a message apart, and make a cell that prints without end wait for its
//! reader.

use crate::descriptors;
use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::io;
use std::os::unix::net::UnixDatagram;

/// Names the descriptor of the supervisor's end.
pub const DESCRIPTOR: &str = "NEUROCOMP_WIRE";

/// A longer message goes in pieces: a datagram has a size that the system limits.
const PIECE: usize = 32 << 10;
/// The first byte of a piece: another one follows, or this is the last one, or it is a whole message and what was left
/// unfinished before it (by a supervisor that was killed) never gets its end.
const MORE: u8 = b'+';
const LAST: u8 = b'.';
const AFRESH: u8 = b'!';

/// One of a cell's two streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// What the supervisor tells the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// The cell printed.
    Text {
        /// Where to.
        stream: Stream,
        /// What.
        text: String,
    },
    /// The cell shows something that it may exchange later, by its name.
    Display(Display),
    /// The cell shows a figure that has controls.
    Live(Live),
    /// A live figure is being redrawn.
    Drawing,
    /// A live figure was drawn, if there is one of this number.
    Drawn {
        /// Whether there is.
        is_there: bool,
    },
    /// The cell waits for a line that the student is to type.
    Input {
        /// What is asked.
        prompt: String,
        /// Whether the answer is hidden.
        is_password: bool,
    },
    /// The cell stopped by a panic, or left by `?`.
    Stopped {
        /// `Panic` or `Error`.
        name: String,
        /// In one line.
        message: String,
        /// As the student reads it.
        lines: Vec<String>,
    },
    /// The process that ran the cells has ended, and its copy goes on.
    Undone {
        /// Why, and that nothing is lost.
        sentence: String,
    },
    /// The process that ran the cells has ended.
    Ended {
        /// Why, and what is lost.
        sentence: String,
    },
    /// The server's own, after everything that was said before.
    Drained,
}

/// Something shown that can be exchanged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Display {
    /// Its name.
    pub id: String,
    /// By media type.
    pub data: Map<String, Value>,
    /// Whether it takes the place of what was shown before under this name.
    pub update: bool,
}

/// A figure that is redrawn when one of its controls is moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Live {
    /// By which the process of the cells knows it.
    pub number: u64,
    /// In the order in which their values are told.
    pub controls: Vec<Control>,
    /// As it is before something is moved.
    pub display: Display,
}

/// What a student can move.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Control {
    /// A number in a range.
    Slider {
        /// Quantity and unit.
        label: String,
        /// Where the range begins.
        low: f64,
        /// Where it ends.
        high: f64,
        /// From one position to the next.
        step: f64,
        /// Where it is.
        value: f64,
    },
    /// One of several.
    Choice {
        /// What is chosen.
        label: String,
        /// Among these.
        names: Vec<String>,
        /// The number of the chosen one.
        value: f64,
    },
    /// On or off.
    Switch {
        /// What is switched.
        label: String,
        /// Whether it is on.
        is_on: bool,
    },
}

/// What the server tells the supervisor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// Redraw a live figure. No cell runs meanwhile.
    Draw {
        /// Which one.
        number: u64,
        /// Where its controls are; none for a figure with frames.
        values: Vec<f64>,
    },
    /// End the running cell. With none running, nothing happens.
    Interrupt,
    /// The kernel ends.
    End,
    /// What the student typed; `None` if nobody can be asked.
    Answer(Option<String>),
}

/// One end.
pub struct Wire {
    socket: UnixDatagram,
    unfinished: Vec<u8>,
}

impl Wire {
    /// Both ends: the server's, and the one that supervisors get.
    pub fn pair() -> Result<(Wire, Wire)> {
        let (one, other) = UnixDatagram::pair().context("cannot make a pair of sockets")?;
        for socket in [&one, &other] {
            rustix::net::sockopt::set_socket_send_buffer_size(socket, 8 * PIECE)?;
        }
        Ok((Wire::new(one), Wire::new(other)))
    }

    /// The supervisor's end, which this process was started with.
    pub fn inherited() -> Result<Wire> {
        let [socket] = descriptors::take(DESCRIPTOR)?;
        Ok(Wire::new(socket.into()))
    }

    fn new(socket: UnixDatagram) -> Wire {
        Wire { socket, unfinished: Vec::new() }
    }

    /// The same end once more, for another thread.
    pub fn another(&self) -> Result<Wire> {
        Ok(Wire::new(self.socket.try_clone()?))
    }

    /// The socket, to wait for and to hand to a process.
    pub fn socket(&self) -> &UnixDatagram {
        &self.socket
    }

    /// Sends a message, and waits until there is room for it.
    pub fn send(&self, message: &impl Serialize) -> Result<()> {
        let bytes = serde_json::to_vec(message)?;
        let mut pieces = bytes.chunks(PIECE).peekable();
        while let Some(piece) = pieces.next() {
            self.send_piece(if pieces.peek().is_some() { MORE } else { LAST }, piece)?;
        }
        Ok(())
    }

    /// Sends a short message that is understood whatever an ended process left unfinished.
    pub fn send_afresh(&self, message: &impl Serialize) -> Result<()> {
        self.send_piece(AFRESH, &serde_json::to_vec(message)?)
    }

    fn send_piece(&self, kind: u8, piece: &[u8]) -> Result<()> {
        let mut datagram = Vec::with_capacity(piece.len() + 1);
        datagram.push(kind);
        datagram.extend_from_slice(piece);
        loop {
            match self.socket.send(&datagram) {
                Ok(_) => return Ok(()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                // macOS does not wait until there is room.
                Err(error) if error.raw_os_error() == Some(rustix::io::Errno::NOBUFS.raw_os_error()) => {
                    std::thread::sleep(std::time::Duration::from_millis(1));
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Waits for the next message.
    pub fn receive<T: DeserializeOwned>(&mut self) -> Result<T> {
        let mut buffer = vec![0; PIECE + 1];
        loop {
            let length = match self.socket.recv(&mut buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                received => received?,
            };
            let Some((kind, piece)) = buffer[..length].split_first() else {
                bail!("the other end is gone");
            };
            if *kind == AFRESH {
                self.unfinished.clear();
            }
            self.unfinished.extend_from_slice(piece);
            if *kind != MORE {
                let message = std::mem::take(&mut self.unfinished);
                return serde_json::from_slice(&message).context("a message that is none");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Report {
        Report::Text { stream: Stream::Output, text: text.to_owned() }
    }

    #[test]
    fn messages_arrive_whole_and_in_order() {
        let (mut server, supervisor) = Wire::pair().unwrap();
        let figure = Report::Display(Display {
            id: "figure".to_owned(),
            data: Map::from_iter([("text/plain".to_owned(), Value::from("é\0".repeat(200_000)))]),
            update: true,
        });
        let sent = [text("first"), figure, text("last")];
        let copy = sent.clone();
        let writer = std::thread::spawn(move || {
            for message in &copy {
                supervisor.send(message).unwrap();
            }
        });
        for expected in sent {
            assert_eq!(server.receive::<Report>().unwrap(), expected);
        }
        writer.join().unwrap();
    }

    #[test]
    fn what_a_killed_supervisor_left_unfinished_spoils_nothing() {
        let (mut server, supervisor) = Wire::pair().unwrap();
        supervisor.send_piece(MORE, b"{\"Text\":{\"stream\":\"Outp").unwrap();
        supervisor.send_afresh(&Report::Drained).unwrap();
        assert_eq!(server.receive::<Report>().unwrap(), Report::Drained);
        supervisor.send(&text("next")).unwrap();
        assert_eq!(server.receive::<Report>().unwrap(), text("next"));
    }
}
