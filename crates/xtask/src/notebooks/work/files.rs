//! Files of a working copy: each is replaced as a whole or not at all, and kept before it is replaced.
//!
//! A crash, a full disk or a lost power supply leaves the old file or the new one, and at most a file `.NAME.new` beside it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

/// Puts these bytes in the place of what the file holds.
pub fn replace(file: &Path, bytes: &[u8]) -> Result<()> {
    let folder = file.parent().context("a file has a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let new = folder.join(format!(".{name}.new"));
    let written = write(&new, bytes).and_then(|()| step()).and_then(|()| fs::rename(&new, file));
    if written.is_err() {
        fs::remove_file(&new).ok();
    }
    written.with_context(|| format!("writing {}", file.display()))?;
    sync_folder(folder);
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut out = File::create(file)?;
    let (half, rest) = bytes.split_at(bytes.len() / 2);
    out.write_all(half)?;
    step()?;
    out.write_all(rest)?;
    out.sync_all()
}

/// The names in a folder reach the disk with the folder. Some file systems know no such call, and need none.
fn sync_folder(folder: &Path) {
    File::open(folder).and_then(|folder| folder.sync_all()).ok();
}

/// A folder of one run's backups, made when it is first needed.
pub struct Backup {
    parent: PathBuf,
    folder: Option<PathBuf>,
}

impl Backup {
    /// Backups go into a new folder of this one.
    pub fn new(parent: PathBuf) -> Backup {
        Backup { parent, folder: None }
    }

    /// Keeps a file under the same name, and says where.
    ///
    /// A second name for the same file, where the file system has such: it costs no space, and what JupyterLab may write in this
    /// moment, before the file's place is taken by another one, is in it, too.
    pub fn keep(&mut self, file: &Path, name: &str) -> Result<PathBuf> {
        let to = self.folder()?.join(name);
        let folder = to.parent().context("a backup has a folder")?;
        let kept = fs::create_dir_all(folder).and_then(|()| step()).and_then(|()| {
            fs::hard_link(file, &to).or_else(|_| fs::copy(file, &to).map(|_| ()))?;
            File::open(&to)?.sync_all()
        });
        kept.with_context(|| format!("keeping {} in {}", file.display(), to.display()))?;
        sync_folder(folder);
        Ok(to)
    }

    fn folder(&mut self) -> Result<PathBuf> {
        if let Some(folder) = &self.folder {
            return Ok(folder.clone());
        }
        fs::create_dir_all(&self.parent).with_context(|| format!("making {}", self.parent.display()))?;
        let now = now();
        for number in 1.. {
            let name = if number == 1 { now.clone() } else { format!("{now} ({number})") };
            let folder = self.parent.join(name);
            match fs::create_dir(&folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => {
                    made.with_context(|| format!("making {}", folder.display()))?;
                    self.folder = Some(folder.clone());
                    return Ok(folder);
                }
            }
        }
        unreachable!("numbers do not end")
    }
}

/// The local time, such as `2026-11-30 20.15.03`; the standard library knows no calendar.
fn now() -> String {
    let said = Command::new("date").arg("+%Y-%m-%d %H.%M.%S").output().ok().filter(|output| output.status.success());
    let said = said.and_then(|output| String::from_utf8(output.stdout).ok()).map(|text| text.trim().to_string());
    said.filter(|text| !text.is_empty()).unwrap_or_else(|| {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        seconds.to_string()
    })
}

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "in tests, it fails")]
fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
use faults::step;

/// Makes one of the next steps fail, as a full disk does.
#[cfg(test)]
pub mod faults {
    use std::cell::Cell;
    use std::io;

    thread_local! {
        static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
    }

    /// Lets this many steps succeed and the next one fail.
    pub fn after(steps: Option<usize>) {
        LEFT.set(steps);
    }

    pub fn step() -> io::Result<()> {
        match LEFT.get() {
            Some(0) => Err(io::Error::new(io::ErrorKind::StorageFull, "no space left (a test)")),
            left => {
                LEFT.set(left.map(|left| left - 1));
                Ok(())
            }
        }
    }
}
