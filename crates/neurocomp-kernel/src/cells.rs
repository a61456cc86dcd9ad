//! The process that runs the cells: it loads what the compiler made of each and calls it.
//!
//! Its orders come on a channel of their own, so that standard input belongs to the cells ([`input`]).

pub mod copy;
mod draw;
mod flush;
mod input;

use crate::descriptors;
use crate::library::Library;
use crate::session;
use anyhow::Result;
use copy::{Copies, Forked};
use flush::Flush;
use std::env;
use std::ffi::c_void;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;

/// Tells the process that runs the cells which descriptors it got: the channel of its orders, its lifeline, and the channel of its copies.
pub const DESCRIPTORS: &str = "NEUROCOMP_CELLS";

/// What the process answers when a cell has ended.
pub const DONE: [u8; 5] = *b"done\n";

/// What it answers where a live figure of this number is unknown.
const GONE: [u8; 5] = *b"gone\n";

/// The order to redraw a live figure: its number and the values of its controls follow.
pub const DRAW: &str = "DRAW";

/// In place of the length of a line: the reader is told that reading failed.
pub const NO_LINE: u32 = u32::MAX;

/// The exit code of a process that could not load a cell.
pub const NOT_LOADED: i32 = 99;

/// A cell's function takes the variables and gives them back.
type Cell = unsafe extern "C" fn(*mut c_void) -> *mut c_void;

/// Whether this process is the one that runs the cells.
pub fn is_asked_for() -> bool {
    env::var_os(DESCRIPTORS).is_some()
}

/// Runs cells until the supervisor closes the channel.
pub fn run() -> Result<i32> {
    let [orders, lifeline, copies] = descriptors::take(DESCRIPTORS)?;
    let lifeline: &'static File = Box::leak(Box::new(File::from(lifeline)));
    watch(lifeline);
    let library = load_library()?;
    // SAFETY: the library declares these functions so.
    let (draw, let_threads_go, flush) = unsafe {
        (
            function::<draw::Anew>(library, "neurocomp_live"),
            function::<extern "C" fn()>(library, "neurocomp_let_threads_go"),
            function::<flush::Now>(library, "neurocomp_flush"),
        )
    };
    let mut flush = Flush::by(flush);
    input::belongs_to_the_cells(flush.now());
    let orders = UnixStream::from(orders);
    let mut answers = orders.try_clone()?;
    let mut variables = std::ptr::null_mut();
    let mut copies = Copies::new(copies.into())?;
    for line in BufReader::new(orders).lines() {
        let line = line?;
        let copy = match flush.while_it_is_still(|| copies.make())? {
            Forked::Original(copy) => copy,
            Forked::Copy => {
                // The threads of the original are gone, and the order was its.
                watch(lifeline);
                flush = Flush::by(Some(flush.now()));
                continue;
            }
        };
        let answer = match line.strip_prefix(DRAW) {
            Some(figure) if draw.is_some_and(|anew| draw::anew(anew, figure)) => DONE,
            Some(_) => GONE,
            None => {
                let Some((object, cell)) = load(&line)? else {
                    return Ok(NOT_LOADED);
                };
                flush.while_a_cell_runs(|| variables = unsafe { cell(variables) });
                // Its functions are called as long as the process lives, also by threads that a cell has left running.
                std::mem::forget(object);
                DONE
            }
        };
        let_threads_go.inspect(|let_go| let_go());
        copy::let_go(copy);
        answers.write_all(&answer)?;
    }
    Ok(0)
}

/// A function of the library, if it could be loaded. Cells use the library, so it stays.
///
/// # Safety
/// The library declares a function of this name and type.
unsafe fn function<T: Copy>(library: Option<&libloading::Library>, name: &str) -> Option<T> {
    let found = unsafe { library?.get::<T>(name.as_bytes()) };
    found.map(|found| *found).ok()
}

/// The object of the cell that an order names, and the cell's function in it.
fn load(order: &str) -> Result<Option<(libloading::Library, Cell)>> {
    let mut words = order.split(' ');
    let (Some(file), Some(name)) = (words.nth(1), words.next()) else {
        anyhow::bail!("an order that is none: {order}");
    };
    // SAFETY: evcxr wrote this function into every cell, and the compiler made it with this process's own libraries.
    match unsafe { libloading::Library::new(file) } {
        Ok(object) => {
            let cell = *unsafe { object.get::<Cell>(name.as_bytes()) }?;
            Ok(Some((object, cell)))
        }
        Err(error) => {
            eprintln!("{error}");
            Ok(None)
        }
    }
}

/// Ends the process as soon as its supervisor is gone, whatever a cell is doing.
fn watch(mut lifeline: &'static File) {
    std::thread::spawn(move || {
        // It returns when no one holds the other end.
        let _ = lifeline.read(&mut [0]);
        std::process::exit(130);
    });
}

/// Loads the library before the first cell does, with the standard library, so that no cell has to hold paths by which
/// they are found.
fn load_library() -> Result<Option<&'static libloading::Library>> {
    let library = Library::of_session(&session::directory()?)?;
    let is_std = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(env::consts::DLL_SUFFIX)
    };
    let beside = std::fs::read_dir(&library.std_dir)?.flatten();
    let std = beside.map(|entry| entry.path()).find(is_std);
    let mut last = None;
    for file in std.into_iter().chain([library.dylib]) {
        // SAFETY: what these libraries run when they are loaded is what they run when the first cell loads them.
        match unsafe { libloading::Library::new(&file) } {
            Ok(loaded) => last = Some(&*Box::leak(Box::new(loaded))), // never unloaded
            Err(_) => return Ok(None),                                // the first cell says so
        }
    }
    Ok(last)
}
