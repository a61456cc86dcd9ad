//! The end of the process of the cells: its copy goes on in its place, or the supervisor ends, too.

use super::errors::Errors;
use super::{End, Supervisor, obituary, to_evcxr};
use crate::cell::variables;
use crate::language::Text;
use crate::session;
use crate::wire::{Report, Stream};
use anyhow::Result;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

/// The line by which it knows that a cell has ended its process, and all is as it was before.
const UNDONE: &[u8] = b"EVCXR_EXECUTION_UNDONE\n";

impl Supervisor {
    /// Ends what is left, says why, and gives the exit code.
    pub(super) fn end(&mut self, end: End) -> Result<i32> {
        if end == End::OfTheKernel {
            self.cells.end();
            self.cells.wait()?;
            return Ok(0);
        }
        let told = self.no_copy.or_else(|| self.cells.copy().err());
        let no_copy = told.filter(|_| self.cell.is_running);
        let status = match self.death {
            Some(status) => status,
            None => self.cells.wait()?,
        };
        let cause = self.cause(status)?;
        variables::note_lost(&session::directory()?);
        let sentence = obituary::lost(cause, no_copy);
        self.wire.send(&Report::Ended { sentence })?;
        Ok(code(status))
    }

    /// The process of the cells has ended. Where a cell ended it, its copy goes on, if there is one.
    pub(super) fn survive(&mut self) -> Result<bool> {
        if !self.cell.is_running {
            return Ok(false);
        }
        let told = self.cells.copy();
        let Ok(copy) = told else {
            self.no_copy = told.err();
            return Ok(false);
        };
        let status = self.cells.wait()?;
        self.death = Some(status);
        if !self.cells.go_on_with(copy) {
            return Ok(false);
        }
        self.death = None;
        let sentence = obituary::undone(self.cause(status)?);
        self.stderr = Errors::of_process(self.cells.number());
        self.is_interrupted = false;
        let cell = std::mem::take(&mut self.cell);
        self.wire.send(&Report::Undone { sentence })?;
        if !cell.is_drawing {
            to_evcxr(UNDONE)?;
        }
        Ok(true)
    }

    /// Why the process has ended, after all that it said has been handed on; of an interrupted one nothing more is shown.
    fn cause(&mut self, status: ExitStatus) -> Result<Text> {
        self.read_what_is_left()?;
        let said = self.stdout.finish_cell();
        let (lines, ending) = self.stderr.finish();
        if self.is_interrupted {
            self.outbox.forget();
        } else {
            self.say(said)?;
            if !self.cell.is_drawing {
                self.outbox.add(Stream::Error, &lines)?;
            }
        }
        self.outbox.send()?;
        Ok(obituary::cause(status, self.is_interrupted, ending))
    }
}

fn code(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0))
}
