//! The compiler or the shell command that a cell waits for, and how an interrupt ends it.

use super::folder::is_held;
use anyhow::Result;
use rustix::process::{Pid, Signal, getpid, kill_process_group, setpgid};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

/// A file in the session's folder. Who holds its lock works for a cell, and has written its number into it.
const FILE: &str = "tool";

/// As long as it lives, in this process or in those that it started, the tool can be ended.
pub struct Registered {
    _lock: File,
}

impl Registered {
    /// Makes this process the leader of a group and says so. What it starts belongs to the group.
    pub fn new(session: &Path) -> Result<Registered> {
        setpgid(None, None).ok();
        let mut file = OpenOptions::new().create(true).write(true).truncate(false).open(session.join(FILE))?;
        file.lock()?;
        file.set_len(0)?;
        write!(file, "{}", getpid().as_raw_nonzero())?;
        Ok(Registered { _lock: file })
    }
}

/// Ends the tool and all that it has started. False if there is none.
pub fn end(session: &Path) -> bool {
    let Some(group) = leader(&session.join(FILE)) else {
        return false;
    };
    kill_process_group(group, Signal::KILL).is_ok()
}

fn leader(file: &Path) -> Option<Pid> {
    if !is_held(file) {
        return None;
    }
    Pid::from_raw(std::fs::read_to_string(file).ok()?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_nobody_holds_is_no_tool() {
        let session = tempfile::tempdir().unwrap();
        assert!(leader(&session.path().join(FILE)).is_none());
        std::fs::write(session.path().join(FILE), "1").unwrap();
        assert!(leader(&session.path().join(FILE)).is_none() && !end(session.path()));
    }

    #[test]
    fn who_holds_it_is_found() {
        let session = tempfile::tempdir().unwrap();
        let path = session.path().join(FILE);
        let mut file = File::create(&path).unwrap();
        file.lock().unwrap();
        write!(file, "4711").unwrap();
        assert_eq!(leader(&path), Pid::from_raw(4711));
        drop(file);
        assert_eq!(leader(&path), None);
    }
}
