//! Keeps a memory small: removes what was long not used, what killed kernels left, and beyond a size the oldest.
//!
//! Only files are removed whose names have the form of ours.

use super::folder::{self, Folder};
use super::record;
use std::cmp::Reverse;

/// The file whose time says when the memory was last pruned.
pub const STAMP: &str = "pruned";

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const LONGEST: u64 = 90 * 24 * HOUR;

/// Whether the last pruning is a minute ago; if so, the next minute begins.
pub fn is_due(cells: &Folder) -> bool {
    let is_recent = cells.look(STAMP).is_ok_and(|found| folder::age(&found) < MINUTE);
    if !is_recent {
        cells.touch(STAMP).ok(); // a disk on which this fails needs the pruning all the more
    }
    !is_recent
}

/// Removes what is too old, and then the oldest cells until the rest has at most this many bytes.
pub fn prune(cells: &Folder, most: u64) {
    let (old, mut left): (Vec<Entry>, Vec<Entry>) =
        survey(cells).into_iter().partition(|entry| entry.age > if entry.is_part { HOUR } else { LONGEST });
    old.iter().for_each(|entry| entry.remove(cells));
    left.sort_by_key(|entry| Reverse(entry.age));
    let mut bytes: u64 = left.iter().map(|entry| entry.bytes).sum();
    for entry in left.iter().filter(|entry| !entry.is_part) {
        if bytes <= most {
            break;
        }
        entry.remove(cells);
        bytes -= entry.bytes;
    }
}

/// Removes only what killed kernels left, and says how many bytes there are.
pub fn without_leftovers(cells: &Folder) -> u64 {
    let (old, left): (Vec<Entry>, Vec<Entry>) =
        survey(cells).into_iter().partition(|entry| entry.is_part && entry.age > HOUR);
    old.iter().for_each(|entry| entry.remove(cells));
    left.iter().map(|entry| entry.bytes).sum()
}

struct Entry {
    shelf: String,
    name: String,
    is_part: bool,
    age: u64,
    bytes: u64,
}

impl Entry {
    fn remove(&self, cells: &Folder) {
        // Another kernel may have removed it.
        if let Ok(shelf) = cells.inside(&self.shelf, false) {
            shelf.remove(&self.name).ok();
        }
    }
}

fn survey(cells: &Folder) -> Vec<Entry> {
    let mut entries = Vec::new();
    for shelf in cells.names().unwrap_or_default() {
        if !record::is_name(&shelf, 2) {
            continue;
        }
        let Ok(folder) = cells.inside(&shelf, false) else {
            continue;
        };
        for name in folder.names().unwrap_or_default() {
            let part = folder::whole_of(&name);
            let whole = part.unwrap_or(&name);
            if !record::is_name(whole, record::DIGITS) || !whole.starts_with(&shelf) {
                continue;
            }
            if let Ok(found) = folder.look(&name) {
                entries.push(Entry {
                    shelf: shelf.clone(),
                    is_part: part.is_some(),
                    age: folder::age(&found),
                    bytes: folder::size(&found),
                    name,
                });
            }
        }
    }
    entries
}
