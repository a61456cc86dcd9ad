//! Starts the process that runs the cells.

use crate::cells::{DESCRIPTORS, copy};
use crate::descriptors;
use crate::session;
use crate::system;
use anyhow::{Context, Result};
use rustix::process::{
    Pid, Resource, Rlimit, Signal, WaitOptions, getrlimit, kill_process, kill_process_group, setrlimit, waitpid,
};
use std::env;
use std::io::{PipeWriter, Read, Write};
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::os::unix::process::ExitStatusExt;
use std::process::{ChildStderr, ChildStdout, Command, ExitStatus, Stdio};
use std::time::Duration;

/// Large arrays in pages of 2 MB: a process of 400 MB is copied in 0.4 ms, not in 8 ms.
const HUGE_PAGES: &str = "glibc.malloc.hugetlb=1";

/// The allocator of this program itself, which has little to do in that process, would reserve a gigabyte of what cells may get.
const LITTLE: &str = "32M";

/// How long a copy may take to wake.
const AWAKES: Duration = Duration::from_secs(5);

/// Why a process has no copy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoCopy {
    /// Earlier cells have started threads.
    Threads,
    /// There would not be enough memory for it.
    Memory,
    /// No cell was running, or it cannot be told.
    Unknown,
}

/// The process that runs the cells, as its supervisor has it.
pub struct Cells {
    number: Pid,
    /// It is ready when the process has ended.
    pub end: Option<OwnedFd>,
    output: Option<(ChildStdout, ChildStderr)>,
    /// Where the process tells of its copy.
    copies: UnixStream,
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
        let (copies, its_copies) = UnixStream::pair()?;
        let (its_lifeline, lifeline) = std::io::pipe()?;
        let limit = system::free_memory().map(|free| (free / 10 * 9).max(256 << 20));
        let mut command = Command::new(env::current_exe()?);
        session::with_users_environment(&mut command)
            .env("NEUROCOMP_DISPLAYS", "1")
            .env("RUST_BACKTRACE", "0")
            .env("GLIBC_TUNABLES", HUGE_PAGES)
            .env("MIMALLOC_ARENA_RESERVE", LITTLE)
            .env_remove(crate::wire::DESCRIPTOR)
            .stdin(OwnedFd::from(its_input))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0);
        descriptors::hand_over(
            &mut command,
            DESCRIPTORS,
            [its_orders.as_raw_fd(), its_lifeline.as_raw_fd(), its_copies.as_raw_fd()],
        );
        // SAFETY: between fork and exec only system calls are made; nothing is allocated and no lock is taken.
        unsafe {
            command.pre_exec(move || {
                limit_memory(limit);
                Ok(())
            });
        }
        let mut process = command.spawn().context("cannot start the process that runs the cells")?;
        let number = Pid::from_child(&process);
        Ok(Cells {
            number,
            end: system::end_of(number),
            output: process.stdout.take().zip(process.stderr.take()),
            copies,
            orders,
            input,
            _lifeline: lifeline,
        })
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.number.as_raw_nonzero().get().cast_unsigned()
    }

    /// Its standard output and error.
    pub fn streams(&mut self) -> Result<(OwnedFd, OwnedFd)> {
        let (output, errors) = self.output.take().context("no standard output")?;
        Ok((output.into(), errors.into()))
    }

    /// Sends something to who reads standard input. A process that has ended reads nothing, which is noticed elsewhere.
    pub fn answer(&mut self, bytes: &[u8]) {
        self.input.write_all(bytes).ok();
    }

    /// Ends the process and all that its cells have started.
    pub fn end(&self) {
        kill_process_group(self.number, Signal::KILL).ok();
    }

    /// Waits for its end, and takes its cells' own processes with it.
    pub fn wait(&mut self) -> Result<ExitStatus> {
        let ended = waitpid(Some(self.number), WaitOptions::empty())?;
        self.end();
        let (_, status) = ended.context("the process of the cells was not waited for")?;
        Ok(ExitStatus::from_raw(status.as_raw()))
    }

    /// The copy of the process that was made before the last order, or why there is none.
    pub fn copy(&mut self) -> Result<Pid, NoCopy> {
        let told = self.told_of_copies();
        let last = told.lines().last().unwrap_or_default();
        match last.split_once(' ') {
            Some((copy::COPY, number)) => {
                let number = number.parse().ok().and_then(Pid::from_raw);
                number.ok_or(NoCopy::Unknown)
            }
            Some((copy::NONE, "threads")) => Err(NoCopy::Threads),
            Some((copy::NONE, "memory")) => Err(NoCopy::Memory),
            _ => Err(NoCopy::Unknown),
        }
    }

    /// What the process has told of copies so far.
    pub fn told_of_copies(&mut self) -> String {
        let mut told = Vec::new();
        self.copies.set_nonblocking(true).ok();
        self.copies.read_to_end(&mut told).ok(); // to the end of what there is
        self.copies.set_nonblocking(false).ok();
        String::from_utf8_lossy(&told).into_owned()
    }

    /// Wakes the copy of a process that has ended, and gives whether it goes on.
    pub fn go_on_with(&mut self, copy: Pid) -> bool {
        let mut answer = [0; copy::AWAKE.len() + 1];
        self.copies.set_read_timeout(Some(AWAKES)).ok();
        let is_awake = self.copies.write_all(b"!").is_ok()
            && self.copies.read_exact(&mut answer).is_ok()
            && answer.starts_with(copy::AWAKE.as_bytes());
        if is_awake {
            self.number = copy;
            self.end = system::end_of(copy);
        } else {
            kill_process(copy, Signal::KILL).ok();
        }
        is_awake
    }
}

/// An allocation beyond the limit fails, which ends the cell with a message, instead of the machine ending some process
/// of its choice.
fn limit_memory(limit: Option<u64>) {
    let maximum = getrlimit(Resource::Data).maximum;
    setrlimit(Resource::Data, Rlimit { current: limit, maximum }).ok();
}
