//! The process that runs the cells: it loads what the compiler made of each and calls it.
//!
//! Its orders come on a channel of their own, so that standard input belongs to the cells ([`input`]).

mod draw;
mod flush;
mod input;

use crate::descriptors;
use crate::library::Library;
use crate::session;
use anyhow::Result;
use draw::Draw;
use flush::Flush;
use std::env;
use std::ffi::c_void;
use std::io::{BufRead, BufReader, Write};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;

/// Tells the process that runs the cells which descriptors it got: the channel of its orders, and its lifeline.
pub const DESCRIPTORS: &str = "NEUROCOMP_CELLS";

/// What the process answers when a cell has ended.
pub const DONE: [u8; 5] = *b"done\n";

/// What it answers where a live figure of this number is unknown.
const GONE: [u8; 5] = *b"gone\n";

/// The order to draw a live figure anew: its number and the values of its controls follow.
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
    let [orders, lifeline] = descriptors::take(DESCRIPTORS)?;
    watch(lifeline);
    let library = load_library()?;
    let draw = library.as_ref().and_then(Draw::of_the_library);
    let flush = Flush::of_the_library(library);
    input::belongs_to_the_cells(flush.now());
    let orders = UnixStream::from(orders);
    let mut answers = orders.try_clone()?;
    let mut variables = std::ptr::null_mut();
    for line in BufReader::new(orders).lines() {
        let line = line?;
        if let Some(figure) = line.strip_prefix(DRAW) {
            let is_drawn = draw.as_ref().is_some_and(|draw| draw.anew(figure));
            answers.write_all(&if is_drawn { DONE } else { GONE })?;
            continue;
        }
        let mut words = line.split(' ');
        let (Some(file), Some(name)) = (words.nth(1), words.next()) else {
            anyhow::bail!("an order that is none: {line}");
        };
        // Its function is called as long as the process lives, also by threads that a cell has left behind.
        let object = match unsafe { libloading::Library::new(file) } {
            Ok(object) => std::mem::ManuallyDrop::new(object),
            Err(error) => {
                eprintln!("{error}");
                return Ok(NOT_LOADED);
            }
        };
        // SAFETY: evcxr wrote this function into every cell, and the compiler made it with this process's own libraries.
        let cell = unsafe { object.get::<Cell>(name.as_bytes()) }?;
        flush.while_a_cell_runs(|| variables = unsafe { cell(variables) });
        answers.write_all(&DONE)?;
    }
    Ok(0)
}

/// Ends the process as soon as its supervisor is gone, whatever a cell is doing.
fn watch(lifeline: OwnedFd) {
    std::thread::spawn(move || {
        use std::io::Read;
        // It returns when no one holds the other end.
        let _ = std::fs::File::from(lifeline).read(&mut [0]);
        std::process::exit(130);
    });
}

/// Loads the library before the first cell does, with the standard library, so that no cell has to hold paths by which
/// they are found.
fn load_library() -> Result<Option<libloading::Library>> {
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
            Ok(loaded) => last.replace(loaded).map_or((), std::mem::forget),
            Err(_) => return Ok(None), // the first cell says so
        }
    }
    Ok(last)
}
