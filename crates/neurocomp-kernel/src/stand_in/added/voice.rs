//! What the student hears while added crates are looked for and compiled.

use crate::language::Text;
use crate::stand_in::Call;
use crate::supervisor::NOTICES;
use anyhow::{Context, Result};
use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Longer than this nothing is left unsaid; in a compilation of minutes, longer than the other.
const SILENCE: [Duration; 2] = [Duration::from_secs(4), Duration::from_secs(15)];

/// Nobody listens any more: the kernel has ended.
const INTERRUPTED: Text = Text {
    en: "The compilation of the added crates was interrupted.",
    fr: "La compilation des crates ajoutées a été interrompue.",
};

/// After this time another cell is running.
const PAUSE: Duration = Duration::from_secs(20);

/// Shows lines under the cell that is running.
pub struct Voice {
    pipe: PathBuf,
    /// evcxr calls several times for one cell. Here one call leaves to the next when it began and when it last spoke.
    times: PathBuf,
    is_first: bool,
    began: Instant,
    spoke: Cell<Instant>,
}

impl Voice {
    /// The voice of this cell.
    pub fn new(call: &Call) -> Voice {
        Voice::into_pipe(call.session.join(NOTICES), super::folder(call).join("times"))
    }

    fn into_pipe(pipe: PathBuf, times: PathBuf) -> Voice {
        let now = Instant::now();
        let earlier = ago(&times).filter(|(_, spoke)| *spoke < PAUSE);
        let ago = earlier.unwrap_or_default();
        Voice {
            is_first: earlier.is_none(),
            began: now.checked_sub(ago.0).unwrap_or(now),
            spoke: Cell::new(now.checked_sub(ago.1).unwrap_or(now)),
            pipe,
            times,
        }
    }

    /// Whether the cell has not spoken before this call.
    pub fn is_first(&self) -> bool {
        self.is_first
    }

    /// The time since the cell began.
    pub fn time(&self) -> Duration {
        self.began.elapsed()
    }

    /// Shows a line. Fails when nobody listens.
    pub fn say(&self, line: &str) -> Result<()> {
        self.spoke.set(Instant::now());
        let times = format!("{} {}", since_epoch(self.began.elapsed()), since_epoch(Duration::ZERO));
        fs::write(&self.times, times).ok(); // only signs of life come late
        let said = listener(&self.pipe).and_then(|mut pipe| writeln!(pipe, "{line}"));
        said.context(INTERRUPTED.get())
    }

    /// Fails as [`Voice::say`] does, and shows nothing.
    pub fn check(&self) -> Result<()> {
        listener(&self.pipe).context(INTERRUPTED.get())?;
        Ok(())
    }

    /// Whether it is time for a sign of life.
    pub fn is_due(&self) -> bool {
        self.spoke.get().elapsed() >= (self.time() / 12).clamp(SILENCE[0], SILENCE[1])
    }

    /// What comes next belongs to another cell.
    pub fn end(&self) {
        fs::remove_file(&self.times).ok();
    }
}

/// Shows one line under the running cell, if somebody listens.
pub fn show(call: &Call, line: &str) {
    if let Ok(mut pipe) = listener(&call.session.join(NOTICES)) {
        writeln!(pipe, "{line}").ok();
    }
}

/// How long ago it began and last spoke.
fn ago(times: &Path) -> Option<(Duration, Duration)> {
    let text = fs::read_to_string(times).ok()?;
    let (began, spoke) = text.split_once(' ')?;
    let ago = |time: &str| {
        let ago = since_epoch(Duration::ZERO).checked_sub(time.parse().ok()?)?;
        Some(Duration::from_millis(ago))
    };
    Some((ago(began)?, ago(spoke)?))
}

/// The time that was so long ago, in milliseconds.
fn since_epoch(ago: Duration) -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(now.saturating_sub(ago).as_millis()).unwrap_or_default()
}

fn listener(pipe: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).custom_flags(rustix::fs::OFlags::NONBLOCK.bits() as i32).open(pipe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn a_cell_to_which_nobody_listens_was_interrupted() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("notices");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::from_raw_mode(0o600)).unwrap();
        let times = folder.path().join("times");
        let voice = || Voice::into_pipe(pipe.clone(), times.clone());
        let mut options = OpenOptions::new();
        options.read(true).custom_flags(rustix::fs::OFlags::NONBLOCK.bits() as i32);
        let mut ear = options.open(&pipe).unwrap();
        let voice = voice();
        voice.say("Looking for itoa …").unwrap();
        voice.check().unwrap();
        let mut heard = [0; 100];
        let length = ear.read(&mut heard).unwrap();
        assert_eq!(String::from_utf8_lossy(&heard[..length]), "Looking for itoa …\n");
        drop(ear);
        for said in [voice.check(), voice.say("more")] {
            assert_eq!(said.unwrap_err().to_string(), INTERRUPTED.get());
        }
    }

    #[test]
    fn the_calls_for_one_cell_count_their_time_together() {
        let folder = tempfile::tempdir().unwrap();
        let times = folder.path().join("times");
        let voice = || Voice::into_pipe(folder.path().join("notices"), times.clone());
        let write = |began: u64, spoke: u64| {
            let time = |seconds| since_epoch(Duration::from_secs(seconds));
            fs::write(&times, format!("{} {}", time(began), time(spoke))).unwrap();
        };
        write(30, 10);
        assert!(voice().time().as_secs() == 30 && !voice().is_first());
        assert!(voice().is_due());
        voice().say("a word").ok();
        assert!(voice().time().as_secs() == 30 && !voice().is_due());
        voice().end();
        assert_eq!(voice().time().as_secs(), 0);
        write(300, 60);
        assert!(voice().time().as_secs() == 0 && voice().is_first(), "that was another cell");
        write(600, 10);
        assert!(!voice().is_due(), "after ten minutes nobody wants a line every four seconds");
    }
}
