//! The process between evcxr and the one that runs the cells.
//!
//! evcxr starts this program to run cells and talks to it by lines. The supervisor starts the real one, hands its
//! output on ([`crate::relay`]), and is there to say what happened when that process dies: a stack that overflowed,
//! an `abort`, no memory left. If evcxr kills the supervisor, which is how an interrupt is done, the cell's process
//! sees its lifeline cut, says what is lost, and ends.

use crate::cell::variables;
use crate::language::Text;
use crate::library::Library;
use crate::relay::{COMPLETE, Stderr, Stdout};
use crate::session;
use anyhow::{Context, Result};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::env;
use std::fs::OpenOptions;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

/// A named pipe in the session's directory: what the stand-in for cargo writes there is shown under the running cell.
pub const NOTICES: &str = "notices";

/// evcxr sends what a cell printed from another thread than the message that the cell is done, and what comes after
/// that message is shown nowhere. So what was printed gets a head start.
const PASSING_TIME: Duration = Duration::from_millis(10);

/// Tells the cell's process which file descriptors are its lifeline and the supervisor's own standard error.
const CELL: &str = "NEUROCOMP_CELL";

/// Becomes the supervisor, if this process belongs to a session and is not yet supervised; as the supervised process,
/// starts to watch its lifeline and returns.
pub fn run_if_supervised() -> Result<()> {
    if let Ok(descriptors) = env::var(CELL) {
        watch_lifeline(&descriptors)?;
        return load_library();
    }
    if env::var_os(session::SESSION).is_some() {
        std::process::exit(supervise()?);
    }
    Ok(())
}

fn supervise() -> Result<i32> {
    let directory = session::directory()?;
    let notices = OpenOptions::new()
        .read(true)
        .write(true) // so that it stays open when no one writes
        .custom_flags(rustix::fs::OFlags::NONBLOCK.bits() as i32)
        .open(directory.join(NOTICES))?;
    let (_lifeline, mut cell) = start_cell_process()?;
    relay_all(&mut cell, notices.into())?;
    let status = cell.wait()?;
    variables::note_lost(&directory);
    if !status.success() {
        eprintln!("{}", obituary(status));
        std::thread::sleep(PASSING_TIME);
    }
    Ok(status
        .code()
        .unwrap_or_else(|| 128 + status.signal().unwrap_or(0)))
}

fn start_cell_process() -> Result<(io::PipeWriter, Child)> {
    let (lifeline, held) = io::pipe()?;
    let stderr = io::stderr().as_fd().try_clone_to_owned()?;
    let inherited = [lifeline.as_raw_fd(), stderr.as_raw_fd()];
    let limit = memory_limit();
    let mut command = Command::new(env::current_exe()?);
    command
        .args(env::args_os().skip(1))
        .env(CELL, format!("{},{}", inherited[0], inherited[1]))
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::inherit())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    // SAFETY: between fork and exec only system calls are made; nothing is allocated and no lock is taken.
    unsafe {
        command.pre_exec(move || {
            for descriptor in inherited {
                let descriptor = std::os::fd::BorrowedFd::borrow_raw(descriptor);
                rustix::io::fcntl_setfd(descriptor, rustix::io::FdFlags::empty())?;
            }
            let maximum = getrlimit(Resource::Data).maximum;
            setrlimit(
                Resource::Data,
                Rlimit {
                    current: limit,
                    maximum,
                },
            )
            .or(Ok(()))
        });
    }
    Ok((
        held,
        command
            .spawn()
            .context("cannot start the process that runs the cells")?,
    ))
}

/// Nine tenths of the memory that is free when the cells' process starts: an allocation beyond it fails, which ends the
/// cell with a message, instead of the machine ending some process of its choice.
fn memory_limit() -> Option<u64> {
    let number = |file: &str| {
        std::fs::read_to_string(file)
            .ok()?
            .trim()
            .parse::<u64>()
            .ok()
    };
    let information = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = information
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let free = line
        .trim()
        .trim_end_matches("kB")
        .trim()
        .parse::<u64>()
        .ok()?
        * 1024;
    let group = "/sys/fs/cgroup/memory";
    let group_limit = number(&format!("{group}.max"))
        .or_else(|| number(&format!("{group}/memory.limit_in_bytes")));
    let group_usage = number(&format!("{group}.current"))
        .or_else(|| number(&format!("{group}/memory.usage_in_bytes")));
    let free_in_group = group_limit.map(|limit| limit.saturating_sub(group_usage.unwrap_or(0)));
    let free = free.min(free_in_group.unwrap_or(u64::MAX));
    Some((free / 10 * 9).max(256 << 20))
}

/// Hands on what the cell's process writes, until it closes both streams or evcxr is gone.
fn relay_all(cell: &mut Child, notices: OwnedFd) -> Result<()> {
    let mut output = cell.stdout.take().context("no standard output")?;
    let mut errors = cell.stderr.take().context("no standard error")?;
    let mut notices = std::fs::File::from(notices);
    let (mut stdout, mut stderr) = (Stdout::default(), Stderr::default());
    let mut buffer = vec![0; 1 << 16];
    loop {
        let ready = wait_for(&[output.as_fd(), errors.as_fd(), notices.as_fd()], None)?;
        if ready.reader_gone {
            cell.kill().ok();
            return Ok(());
        }
        if ready.readable[2] {
            let length = notices.read(&mut buffer)?;
            io::stderr().write_all(&buffer[..length])?;
        }
        if ready.readable[1]
            && drain(&mut errors, &mut stderr, &mut buffer)? == 0
            && !ready.readable[0]
        {
            break;
        }
        if ready.readable[0] {
            let length = output.read(&mut buffer)?;
            if length == 0 {
                break;
            }
            io::stdout().write_all(&stdout.take(&buffer[..length]))?;
            io::stdout().flush()?;
            if stdout.is_complete() {
                // What the cell wrote on standard error comes before the line that says it is done.
                while wait_for(&[errors.as_fd()], Some(Duration::ZERO))?.readable[0] {
                    if drain(&mut errors, &mut stderr, &mut buffer)? == 0 {
                        break;
                    }
                }
                finish_cell(&mut stdout, &mut stderr)?;
            }
        }
    }
    while drain(&mut errors, &mut stderr, &mut buffer)? > 0 {}
    io::stdout().write_all(&stdout.rest())?;
    Ok(io::stdout().flush()?)
}

fn finish_cell(stdout: &mut Stdout, stderr: &mut Stderr) -> Result<()> {
    let last = stderr.finish_cell();
    if let Some(last) = &last {
        io::stderr().write_all(last)?;
    }
    if stdout.finish_cell() || last.is_some() {
        std::thread::sleep(PASSING_TIME);
    }
    io::stdout().write_all(COMPLETE)?;
    Ok(io::stdout()
        .write_all(b"\n")
        .and_then(|()| io::stdout().flush())?)
}

fn drain(errors: &mut impl Read, stderr: &mut Stderr, buffer: &mut [u8]) -> Result<usize> {
    let length = errors.read(buffer)?;
    io::stderr().write_all(&stderr.take(&buffer[..length]))?;
    Ok(length)
}

struct Ready {
    readable: Vec<bool>,
    reader_gone: bool,
}

fn wait_for(
    descriptors: &[std::os::fd::BorrowedFd<'_>],
    timeout: Option<Duration>,
) -> Result<Ready> {
    let own_output = io::stdout();
    let mut polled: Vec<PollFd<'_>> = descriptors
        .iter()
        .map(|descriptor| PollFd::from_borrowed_fd(*descriptor, PollFlags::IN))
        .collect();
    polled.push(PollFd::new(&own_output, PollFlags::empty()));
    let timeout = timeout.map(|time| rustix::event::Timespec {
        tv_sec: 0,
        tv_nsec: time.subsec_nanos().into(),
    });
    match poll(&mut polled, timeout.as_ref()) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let reader_gone = polled
        .pop()
        .is_some_and(|own| own.revents().intersects(PollFlags::ERR | PollFlags::HUP));
    let readable = polled
        .iter()
        .map(|one| {
            one.revents()
                .intersects(PollFlags::IN | PollFlags::HUP | PollFlags::ERR)
        })
        .collect();
    Ok(Ready {
        readable,
        reader_gone,
    })
}

const LOST: Text = Text {
    en: "All variables are lost; functions, types and `use` lines are kept. Run the notebook's cells again from the top.",
    fr: "Toutes les variables sont perdues ; les fonctions, les types et les lignes `use` sont conservés. \
         Réexécutez les cellules du notebook depuis le début.",
};

const INTERRUPTED: Text = Text {
    en: "The cell was interrupted.",
    fr: "La cellule a été interrompue.",
};

fn obituary(status: ExitStatus) -> String {
    /// evcxr's own, when the object of a compiled cell cannot be loaded.
    const NOT_LOADED: i32 = 99;
    const ABORT: i32 = 6;
    const KILL: i32 = 9;
    const BUS: i32 = 7;
    const SEGMENTATION: i32 = 11;
    let what = match status.signal() {
        Some(SEGMENTATION | BUS) => Text {
            en: "The cell overflowed the stack: most often a function that calls itself without end.",
            fr: "La cellule a débordé de la pile d'appels : le plus souvent, une fonction qui s'appelle elle-même sans fin.",
        },
        Some(ABORT) => Text {
            en: "The cell aborted: either it asked for more memory than there is (then a line above says \
                 \"memory allocation … failed\"), or it called `abort`.",
            fr: "La cellule s'est arrêtée net : soit elle a demandé plus de mémoire qu'il n'y en a (une ligne ci-dessus dit \
                 alors « memory allocation … failed »), soit elle a appelé `abort`.",
        },
        Some(KILL) => Text {
            en: "The cell was killed from outside, most often because the machine has no memory left.",
            fr: "La cellule a été tuée de l'extérieur, le plus souvent parce que la machine n'a plus de mémoire.",
        },
        Some(_) => Text {
            en: "The cell was ended by a signal.",
            fr: "La cellule a été arrêtée par un signal.",
        },
        None if status.code() == Some(NOT_LOADED) => Text {
            en: "The compiled cell could not be loaded. If the kernel was installed anew while it ran, restart it.",
            fr: "La cellule compilée n'a pas pu être chargée. Si le noyau a été réinstallé pendant qu'il tournait, \
                 redémarrez-le.",
        },
        None => Text {
            en: "The cell ended the whole program, for example with `std::process::exit`.",
            fr: "La cellule a mis fin au programme entier, par exemple par `std::process::exit`.",
        },
    };
    format!("✗ {} {}", what.get(), LOST.get())
}

/// Loads the library, and the standard library that it shares with the cells, while nobody waits. Cells find them by their names,
/// so a compiled cell holds no paths: it is the same for a user who has the toolchain or the library in another place.
fn load_library() -> Result<()> {
    let library = Library::of_session(&session::directory()?)?;
    let is_std = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(std::env::consts::DLL_SUFFIX)
    };
    let beside = std::fs::read_dir(&library.std_dir)?.flatten();
    let std = beside.map(|entry| entry.path()).find(is_std);
    for file in std.into_iter().chain([library.dylib]) {
        // SAFETY: what these libraries run when they are loaded is what they run when the first cell loads them.
        match unsafe { libloading::Library::new(&file) } {
            Ok(loaded) => std::mem::forget(loaded),
            Err(_) => break, // the first cell says so
        }
    }
    Ok(())
}

/// Ends the cell's process as soon as its supervisor is gone, whatever the cell is doing.
fn watch_lifeline(descriptors: &str) -> Result<()> {
    let numbers: Vec<RawFd> = descriptors
        .split(',')
        .filter_map(|number| number.parse().ok())
        .collect();
    let [lifeline, stderr] = numbers[..] else {
        anyhow::bail!("{CELL} is {descriptors:?}, not two numbers")
    };
    // SAFETY: the supervisor opened both for this process, and nothing else here knows their numbers.
    let (lifeline, stderr) =
        unsafe { (OwnedFd::from_raw_fd(lifeline), OwnedFd::from_raw_fd(stderr)) };
    for descriptor in [&lifeline, &stderr] {
        rustix::io::fcntl_setfd(descriptor, rustix::io::FdFlags::CLOEXEC)?;
    }
    let directory = session::directory()?;
    std::thread::spawn(move || {
        let _ = std::fs::File::from(lifeline).read(&mut [0]); // returns when no one holds the other end
        variables::note_lost(&directory);
        writeln!(
            std::fs::File::from(stderr),
            "✗ {} {}",
            INTERRUPTED.get(),
            LOST.get()
        )
        .ok();
        std::thread::sleep(PASSING_TIME);
        std::process::exit(130);
    });
    Ok(())
}
