//! Remembers compiled cells: the object that rustc made of a cell, and the types of the variables that the cell brought.
//!
//! There are two memories. The one beside the library is filled at set-up and only read afterwards; all users of the
//! library share it, and it is trusted as far as the library is. The other belongs to the user, below the cache home, and
//! is trusted only where nobody else can write. What is read from either is loaded into the student's program, so what is
//! not certainly ours is ignored ([`folder`]), and so is what is not whole or not the cell that was asked for ([`record`]).
//!
//! Nothing here fails aloud. On a full disk or without a home, a cell is simply compiled again.

mod folder;
mod pruning;
mod record;
#[cfg(test)]
mod tests;

pub use record::{Compiled, Key};

use folder::Folder;
use std::env;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// `off`: no cell is remembered. `fill`: cells are kept beside the library.
const SWITCH: &str = "NEUROCOMP_CELL_CACHE";

const MEGABYTE: u64 = 1_000_000;

/// A larger cell is not kept.
const LARGEST: u64 = 16 * MEGABYTE;

/// The memory beside the library takes no cell beyond this.
const MOST_SHARED: u64 = 512 * MEGABYTE;

/// To this the user's memory is pruned. It may have 128 MB: the difference is for the cells of the minute in which
/// nothing is pruned.
const MOST_OWN: u64 = 112 * MEGABYTE;

/// A cell that is used is marked as used once in this time, in seconds.
const DAY: u64 = 24 * 60 * 60;

/// The memories of compiled cells.
pub struct Memory {
    shared: Option<PathBuf>,
    own: Option<PathBuf>,
    fills_shared: bool,
}

impl Memory {
    /// The memories that the environment asks for; `library` is the folder of the library.
    pub fn open(library: &Path) -> Memory {
        Memory::asked(library, |name| env::var_os(name))
    }

    fn asked(library: &Path, variable: impl Fn(&str) -> Option<OsString>) -> Memory {
        let shared = Some(library.join("cells"));
        match variable(SWITCH).as_deref().and_then(|switch| switch.to_str()) {
            Some("off") => Memory::with(None, None, false),
            Some("fill") => Memory::with(shared, None, true),
            _ => {
                // A relative path would name another folder for each notebook.
                let folder = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
                let home = folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")));
                let own = home.map(|home| home.join("neurocomp").join("cells"));
                Memory::with(shared, own, false)
            }
        }
    }

    /// The memories in these folders. Where the shared one is filled, the user's is not looked at.
    pub fn with(shared: Option<PathBuf>, own: Option<PathBuf>, fills_shared: bool) -> Memory {
        Memory { shared, own: own.filter(|_| !fills_shared), fills_shared }
    }

    /// Whether there is a memory at all.
    pub fn is_on(&self) -> bool {
        self.shared.is_some() || self.own.is_some()
    }

    /// The cell of this key, if it is remembered.
    pub fn recall(&self, key: &Key) -> Option<Compiled> {
        let shared = self.shared.as_deref();
        shared.and_then(|path| from_shared(path, key).ok()).or_else(|| from_own(self.own.as_deref()?, key).ok())
    }

    /// Remembers a cell.
    pub fn keep(&self, key: &Key, cell: &Compiled) {
        let record = record::encode(key, cell);
        if record.len() as u64 > LARGEST {
            return;
        }
        // What cannot be kept is compiled again.
        if let Some(path) = self.shared.as_deref().filter(|_| self.fills_shared) {
            into_shared(path, key, &record).ok();
        } else if let Some(path) = &self.own {
            into_own(path, key, &record).ok();
        }
    }
}

fn from_shared(path: &Path, key: &Key) -> io::Result<Compiled> {
    let shelf = Folder::beside_the_library(path, false)?.inside(&key.shelf(), false)?;
    let (file, _) = shelf.open(&key.name())?;
    whole(&file, key)
}

fn from_own(path: &Path, key: &Key) -> io::Result<Compiled> {
    let shelf = Folder::of_the_user(path, false)?.inside(&key.shelf(), false)?;
    let (file, found) = shelf.open(&key.name())?;
    let cell = whole(&file, key);
    match &cell {
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            shelf.remove(&key.name()).ok();
        }
        Ok(_) if folder::age(&found) > DAY => folder::mark_as_used(&file),
        _ => (),
    }
    cell
}

fn whole(file: &File, key: &Key) -> io::Result<Compiled> {
    let mut bytes = Vec::new();
    // A larger one is not of ours; cut off, it is not whole.
    file.take(LARGEST).read_to_end(&mut bytes)?;
    record::decode(key, &bytes).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

fn into_shared(path: &Path, key: &Key, record: &[u8]) -> io::Result<()> {
    let cells = Folder::beside_the_library(path, true)?;
    if pruning::without_leftovers(&cells) + record.len() as u64 > MOST_SHARED {
        return Ok(());
    }
    cells.inside(&key.shelf(), true)?.write(&key.name(), record)
}

fn into_own(path: &Path, key: &Key, record: &[u8]) -> io::Result<()> {
    let cells = Folder::of_the_user(path, true)?;
    let written = cells.inside(&key.shelf(), true).and_then(|shelf| shelf.write(&key.name(), record));
    // Also where the disk was full: then it is most needed.
    if pruning::is_due(&cells) {
        pruning::prune(&cells, MOST_OWN);
    }
    written
}
