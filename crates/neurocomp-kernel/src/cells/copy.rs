//! A sleeping copy of the process, which goes on in its place when a cell ends it: the variables are then as they were before.
//!
//! Before a cell runs, the process forks. The copy shares its memory (what the cell changes is copied then, page by page) and waits. A cell that
//! ends well has the copy ended; when the process is gone, the supervisor wakes the copy.
//!
//! Threads do not survive a fork, and what they hold is held for ever. So there is no copy where the process has other threads than
//! this program's own, which are still while it forks.

use anyhow::Result;
use rustix::process::{Pid, Signal, WaitOptions, kill_process, setpgid, waitpid};
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;

use crate::system;

/// What a copy says when it has been woken.
pub const AWAKE: &str = "awake";
/// The line by which the supervisor hears of a copy; its number follows.
pub const COPY: &str = "copy";
/// The line by which it hears that there is none; the reason follows.
pub const NONE: &str = "none";

/// Bytes that a copy must leave free.
const ROOM: u64 = 64 << 20;

/// Who goes on after a fork.
pub enum Forked {
    /// The process as it was, and its copy, if there is one.
    Original(Option<Pid>),
    /// The copy, woken after the original has ended.
    Copy,
}

/// Makes copies.
pub struct Copies {
    channel: UnixStream,
    /// Standard output and error once more: a cell that closes them closes them for itself and later cells, not for a
    /// copy.
    streams: [OwnedFd; 2],
    /// How many threads this program itself has.
    threads: usize,
}

impl Copies {
    /// The supervisor is at the other end of the channel.
    pub fn new(channel: UnixStream) -> Result<Copies> {
        Ok(Copies {
            channel,
            streams: [io::stdout().as_fd().try_clone_to_owned()?, io::stderr().as_fd().try_clone_to_owned()?],
            threads: system::threads().unwrap_or(0),
        })
    }

    /// Makes a copy that sleeps. Nothing else of this program may be working meanwhile.
    pub fn make(&mut self) -> Result<Forked> {
        let reason = self.reason_against();
        if let Some(reason) = reason {
            writeln!(self.channel, "{NONE} {reason}")?;
            return Ok(Forked::Original(None));
        }
        // SAFETY: this thread is the only one that works, so the copy finds no lock that is held.
        match unsafe { libc::fork() } {
            0 => {
                self.sleep()?;
                Ok(Forked::Copy)
            }
            number => {
                let copy = Pid::from_raw(number).filter(|_| number > 0);
                match copy {
                    // As in the copy itself: whoever comes first.
                    Some(copy) => setpgid(Some(copy), None)
                        .map_err(std::io::Error::from)
                        .and_then(|()| writeln!(self.channel, "{COPY} {}", copy.as_raw_nonzero()))?,
                    None => writeln!(self.channel, "{NONE} memory")?,
                }
                Ok(Forked::Original(copy))
            }
        }
    }

    fn reason_against(&self) -> Option<&'static str> {
        if system::threads()? != self.threads {
            return Some("threads");
        }
        // A cell may change all that there is, and needs something for itself.
        let (own, free) = (system::own_memory()?, system::free_memory()?);
        (own + own / 8 + ROOM > free).then_some("memory")
    }

    /// Waits until it is woken; ends if nobody is left who could do so. An interrupt, which ends the group of a cell, is not for it.
    fn sleep(&mut self) -> Result<()> {
        setpgid(None, None)?;
        if !matches!(self.channel.read(&mut [0]), Ok(1)) {
            // SAFETY: nothing of this process is to run any more, as it belongs to the original.
            unsafe { libc::_exit(0) };
        }
        rustix::stdio::dup2_stdout(&self.streams[0])?;
        rustix::stdio::dup2_stderr(&self.streams[1])?;
        Ok(writeln!(self.channel, "{AWAKE}")?)
    }
}

/// Ends a copy that is not needed, if there is one.
pub fn let_go(copy: Option<Pid>) {
    if let Some(copy) = copy {
        kill_process(copy, Signal::KILL).ok();
        waitpid(Some(copy), WaitOptions::empty()).ok();
    }
}
