//! Starts the process that runs the cells.

use crate::cells::DESCRIPTORS;
use crate::descriptors;
use crate::session;
use crate::system;
use anyhow::{Context, Result};
use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process_group, setrlimit};
use std::env;
use std::io::{PipeWriter, Write};
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};

/// The process that runs the cells, as its supervisor has it.
pub struct Cells {
    process: Child,
    /// Orders go there, and the word that a cell is done comes back.
    pub orders: UnixStream,
    /// The other end of the cells' standard input.
    pub input: UnixStream,
    /// As long as it is open, the process lives.
    _lifeline: PipeWriter,
}

impl Cells {
    /// Starts it, as the leader of a group of its own, in which a cell's own processes are, too.
    pub fn start() -> Result<Cells> {
        let (orders, its_orders) = UnixStream::pair()?;
        let (input, its_input) = UnixStream::pair()?;
        let (its_lifeline, lifeline) = std::io::pipe()?;
        let limit = system::free_memory().map(|free| (free / 10 * 9).max(256 << 20));
        let mut command = Command::new(env::current_exe()?);
        session::with_users_environment(&mut command)
            .env("NEUROCOMP_DISPLAYS", "1")
            .env("RUST_BACKTRACE", "0")
            .env_remove(crate::wire::DESCRIPTOR)
            .stdin(OwnedFd::from(its_input))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0);
        descriptors::hand_over(
            &mut command,
            DESCRIPTORS,
            [its_orders.as_raw_fd(), its_lifeline.as_raw_fd()],
        );
        // SAFETY: between fork and exec only system calls are made; nothing is allocated and no lock is taken.
        unsafe {
            command.pre_exec(move || {
                limit_memory(limit);
                Ok(())
            });
        }
        let process = command
            .spawn()
            .context("cannot start the process that runs the cells")?;
        Ok(Cells {
            process,
            orders,
            input,
            _lifeline: lifeline,
        })
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.process.id()
    }

    /// Its standard output and error.
    pub fn streams(&mut self) -> Result<(OwnedFd, OwnedFd)> {
        let output = self.process.stdout.take().context("no standard output")?;
        let errors = self.process.stderr.take().context("no standard error")?;
        Ok((output.into(), errors.into()))
    }

    /// Sends something to who reads standard input. A process that has ended reads nothing, which is noticed elsewhere.
    pub fn answer(&mut self, bytes: &[u8]) {
        self.input.write_all(bytes).ok();
    }

    /// Ends the process and all that its cells have started.
    pub fn end(&self) {
        if let Some(group) = Pid::from_raw(self.process.id().cast_signed()) {
            kill_process_group(group, Signal::KILL).ok();
        }
    }

    /// Waits for its end, and takes its cells' own processes with it.
    pub fn wait(&mut self) -> Result<ExitStatus> {
        let status = self.process.wait()?;
        self.end();
        Ok(status)
    }
}

/// An allocation beyond the limit fails, which ends the cell with a message, instead of the machine ending some process
/// of its choice.
fn limit_memory(limit: Option<u64>) {
    let maximum = getrlimit(Resource::Data).maximum;
    setrlimit(
        Resource::Data,
        Rlimit {
            current: limit,
            maximum,
        },
    )
    .ok();
}
