//! The process between evcxr and the one that runs the cells.
//!
//! evcxr starts this program to run cells, sends it a line for each, and reads lines from it. The supervisor starts the
//! real one, tells the server what a cell says ([`crate::wire`]) and evcxr what evcxr needs, ends a cell that is
//! interrupted, and is there to say what happened when the process of the cells dies: a stack that overflowed, an `abort`,
//! no memory left.

mod death;
mod errors;
pub mod obituary;
mod outbox;
mod start;
mod waiting;

use crate::cell::variables;
use crate::cells;
use crate::relay::{Said, Stdout};
use crate::session;
use crate::system;
use crate::wire::{Order, Report, Stream, Wire};
use anyhow::Result;
use errors::Errors;
use outbox::Outbox;
use start::{Cells, NoCopy};
use std::env;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt;
use std::process::ExitStatus;
use std::time::{Duration, Instant};
use waiting::{Ready, Source, Sources};

/// A named pipe in the session's directory: what the stand-in for cargo writes there is shown under the running cell.
pub const NOTICES: &str = "notices";

/// How long a cell that was refused a line has to end.
const PATIENCE: Duration = Duration::from_millis(300);

/// The line by which evcxr knows that a cell is done.
const COMPLETE: &[u8] = b"EVCXR_EXECUTION_COMPLETE\n";

/// Whether this process is a supervisor, or the process of the cells that a supervisor started.
pub fn is_asked_for() -> bool {
    env::var_os("EVCXR_IS_RUNTIME").is_some() && env::var_os(session::SESSION).is_some()
}

/// Runs cells as long as evcxr sends some, and gives the exit code.
pub fn run() -> Result<i32> {
    if cells::is_asked_for() {
        return cells::run();
    }
    let mut supervisor = Supervisor::start()?;
    let end = supervisor.serve()?;
    supervisor.end(end)
}

/// Why no further cells are run.
#[derive(PartialEq)]
enum End {
    /// The process of the cells is gone, or was interrupted.
    OfTheCells,
    /// The kernel is.
    OfTheKernel,
}

struct Supervisor {
    cells: Cells,
    output: OwnedFd,
    errors: OwnedFd,
    notices: File,
    wire: Wire,
    stdout: Stdout,
    stderr: Errors,
    outbox: Outbox,
    cell: Cell,
    is_interrupted: bool,
    /// How the process of the cells ended, once it has been waited for.
    death: Option<ExitStatus>,
    /// Why it had no copy, once that has been asked.
    no_copy: Option<NoCopy>,
}

/// What is known about the running cell, if any.
#[derive(Default)]
struct Cell {
    is_running: bool,
    /// Not a cell: a live figure is redrawn.
    is_drawing: bool,
    has_panicked: bool,
    /// What left the cell by `?`.
    failure: Option<String>,
    /// What the cell will ask, said before it reads, and whether the answer is hidden.
    question: (String, bool),
    is_asking: bool,
    /// When a cell that waited for a line was told that none comes.
    refused: Option<Instant>,
}

impl Supervisor {
    fn start() -> Result<Supervisor> {
        let wire = Wire::inherited()?;
        system::adopt_orphans();
        let notices = OpenOptions::new()
            .read(true)
            .write(true) // so that it stays open when no one writes
            .custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed())
            .open(session::directory()?.join(NOTICES))?;
        let mut cells = Cells::start()?;
        let (output, errors) = cells.streams()?;
        let number = cells.number();
        Ok(Supervisor {
            cells,
            output,
            errors,
            notices,
            outbox: Outbox::new(wire.another()?),
            wire,
            stdout: Stdout::default(),
            stderr: Errors::of_process(number),
            cell: Cell::default(),
            is_interrupted: false,
            death: None,
            no_copy: None,
        })
    }

    fn serve(&mut self) -> Result<End> {
        let mut evcxr = String::new();
        // A stream that a cell has closed would be ready for ever.
        let mut is_open: Sources = Source::ALL.map(|_| true);
        is_open[Source::Death as usize] = self.cells.end.is_some();
        loop {
            let timeout = self.outbox.wait(self.stderr.wait());
            let ready = self.wait_for(&is_open, timeout)?;
            if ready.evcxr_is_gone {
                return Ok(End::OfTheKernel);
            }
            self.outbox.send_if_it_is_time()?;
            self.outbox.add(Stream::Error, &self.stderr.that_waited())?;
            for source in Source::ALL {
                if !ready.sources[source as usize] {
                    continue;
                }
                match source {
                    Source::Notices => self.hand_on_notices()?,
                    Source::Errors => is_open[source as usize] = self.read_errors()? > 0,
                    Source::Output => is_open[source as usize] = self.read_output()? > 0,
                    Source::Done => {
                        if !self.read_done()? {
                            return Ok(End::OfTheCells);
                        }
                    }
                    Source::Death => {
                        if !self.survive()? {
                            return Ok(End::OfTheCells);
                        }
                        // What else was seen came from the process that has ended.
                        break;
                    }
                    Source::Question => is_open[source as usize] = self.read_question()?,
                    Source::Order => match self.wire.receive()? {
                        Order::Interrupt => self.interrupt(),
                        Order::Draw { number, values } => self.draw(number, &values)?,
                        Order::End => return Ok(End::OfTheKernel),
                        Order::Answer(line) => self.answer(line)?,
                    },
                    Source::Evcxr => {
                        if !self.read_evcxr(&mut evcxr)? {
                            return Ok(End::OfTheKernel);
                        }
                    }
                }
            }
        }
    }

    fn wait_for(&self, open: &Sources, timeout: Option<Duration>) -> Result<Ready> {
        let evcxr = io::stdin();
        let descriptors = [
            self.notices.as_fd(),
            self.errors.as_fd(),
            self.output.as_fd(),
            self.cells.orders.as_fd(),
            // Where there is none, nobody looks at it.
            self.cells.end.as_ref().map_or(self.wire.socket().as_fd(), AsFd::as_fd),
            self.cells.input.as_fd(),
            self.wire.socket().as_fd(),
            evcxr.as_fd(),
        ];
        waiting::wait(descriptors, open, timeout)
    }

    /// A line from evcxr names a cell that is to be run.
    fn read_evcxr(&mut self, unfinished: &mut String) -> Result<bool> {
        let mut buffer = [0; 4096];
        let length = rustix::io::read(rustix::stdio::stdin(), &mut buffer)?;
        unfinished.push_str(&String::from_utf8_lossy(&buffer[..length]));
        while let Some(end) = unfinished.find('\n') {
            let line: String = unfinished.drain(..=end).collect();
            self.cell.is_running = true;
            // A process that has ended meanwhile is noticed where its word is awaited.
            self.cells.orders.write_all(line.as_bytes()).ok();
        }
        Ok(length > 0)
    }

    fn hand_on_notices(&mut self) -> Result<()> {
        let mut buffer = [0; 4096];
        match self.notices.read(&mut buffer) {
            Ok(length) => self.outbox.add(Stream::Error, &String::from_utf8_lossy(&buffer[..length])),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn read_errors(&mut self) -> Result<usize> {
        let mut buffer = vec![0; 1 << 16];
        let length = rustix::io::read(&self.errors, &mut buffer)?;
        let text = self.stderr.take(&buffer[..length]);
        if !self.cell.is_drawing {
            self.outbox.add(Stream::Error, &text)?;
        }
        Ok(length)
    }

    fn read_output(&mut self) -> Result<usize> {
        let mut buffer = vec![0; 1 << 16];
        let length = rustix::io::read(&self.output, &mut buffer)?;
        let said = self.stdout.take(&buffer[..length]);
        self.say(said)?;
        Ok(length)
    }

    /// What is in the pipes now.
    fn read_what_is_left(&mut self) -> Result<()> {
        let mut only: Sources = [false; Source::COUNT];
        only[Source::Errors as usize] = true;
        only[Source::Output as usize] = true;
        loop {
            let ready = self.wait_for(&only, Some(Duration::ZERO))?;
            let errors = ready.sources[Source::Errors as usize] && self.read_errors()? > 0;
            let output = ready.sources[Source::Output as usize] && self.read_output()? > 0;
            only = [false; Source::COUNT];
            only[Source::Errors as usize] = errors;
            only[Source::Output as usize] = output;
            if !errors && !output {
                return Ok(());
            }
        }
    }

    fn say(&mut self, said: Vec<Said>) -> Result<()> {
        for one in said {
            match one {
                Said::Text(_) if self.cell.is_drawing => {}
                Said::Text(text) => self.outbox.add(Stream::Output, &text)?,
                Said::Evcxr(lines) => to_evcxr(&lines)?,
                Said::Display(display) => self.outbox.show(display)?,
                Said::Live(live) => {
                    self.outbox.send()?;
                    self.wire.send(&Report::Live(live))?;
                }
                Said::Asks(prompt, is_password) => self.cell.question = (prompt, is_password),
                Said::Retyped(name) => variables::note_retyped(&session::directory()?, &name),
                Said::Panicked => self.cell.has_panicked = true,
                Said::Failed(error) => self.cell.failure = Some(error),
            }
        }
        Ok(())
    }

    /// The cell has ended: evcxr learns it when the student has been told all that the cell said.
    fn read_done(&mut self) -> Result<bool> {
        let mut word = [0; cells::DONE.len()];
        if self.cells.orders.read_exact(&mut word).is_err() {
            return Ok(false);
        }
        self.cells.told_of_copies(); // which was let go
        self.read_what_is_left()?;
        let said = self.stdout.finish_cell();
        self.say(said)?;
        let told = self.stderr.finish_cell();
        if self.cell.is_drawing {
            self.cell = Cell::default();
            self.outbox.send()?;
            let is_there = word == cells::DONE;
            self.wire.send(&Report::Drawn { is_there })?;
            return Ok(true);
        }
        let cell = std::mem::take(&mut self.cell);
        let stopped = match cell.failure {
            _ if cell.has_panicked => told.panic,
            failure => failure.map(|error| errors::left_by_question_mark(&error)),
        };
        match stopped {
            Some(stopped) => {
                self.outbox.send()?;
                self.wire.send(&stopped)?;
            }
            None => self.outbox.add(Stream::Error, &told.lines)?,
        }
        self.outbox.send()?;
        to_evcxr(COMPLETE)?;
        Ok(true)
    }

    fn read_question(&mut self) -> Result<bool> {
        if self.cells.input.read(&mut [0])? == 0 {
            return Ok(false);
        }
        if self.cell.is_drawing {
            self.cells.answer(&cells::NO_LINE.to_ne_bytes());
            return Ok(true);
        }
        self.read_what_is_left()?;
        let (prompt, is_password) = std::mem::take(&mut self.cell.question);
        let prompt = if prompt.is_empty() { self.outbox.take_question() } else { prompt };
        self.outbox.send()?;
        self.cell.is_asking = true;
        self.wire.send(&Report::Input { prompt, is_password })?;
        Ok(true)
    }

    /// Has the process of the cells redraw a live figure. What it prints meanwhile belongs to no cell, and is not
    /// shown.
    fn draw(&mut self, number: u64, values: &[f64]) -> Result<()> {
        self.cell.is_running = true;
        self.cell.is_drawing = true;
        self.wire.send(&Report::Drawing)?;
        let values: Vec<String> = values.iter().map(f64::to_string).collect();
        let line = format!("{} {number} {}\n", cells::DRAW, values.join(" "));
        self.cells.orders.write_all(line.as_bytes()).ok();
        Ok(())
    }

    /// Ends the cell, if one runs. One that waits for a line may give up by itself, which costs no variables.
    fn interrupt(&mut self) {
        let cell = &mut self.cell;
        match cell.refused {
            None if cell.is_asking => {
                cell.is_asking = false;
                cell.refused = Some(Instant::now());
                self.cells.answer(&cells::NO_LINE.to_ne_bytes());
            }
            Some(refused) if refused.elapsed() < PATIENCE => {}
            _ if cell.is_running => {
                self.is_interrupted = true;
                self.cells.end();
            }
            _ => {}
        }
    }

    fn answer(&mut self, line: Option<String>) -> Result<()> {
        if std::mem::take(&mut self.cell.is_asking) {
            let line = line.map(|line| line + "\n").unwrap_or_default();
            self.cells.answer(&u32::try_from(line.len())?.to_ne_bytes());
            self.cells.answer(line.as_bytes());
        }
        Ok(())
    }
}

fn to_evcxr(lines: &[u8]) -> Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(lines)?;
    Ok(stdout.flush()?)
}
