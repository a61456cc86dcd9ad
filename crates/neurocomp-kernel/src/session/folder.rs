//! Makes the private folder of a session, and removes those that killed kernels left.
//!
//! The temporary folder belongs to everybody, so nothing in it is trusted: a session's folder is newly made
//! under a name that cannot be guessed, with one call that follows no link and fails where something is there. What is
//! removed must have a name of this form, be a real folder, belong to this user, and be closed to all others.

use anyhow::{Context, Result, bail};
use rustix::mm::{MapFlags, ProtFlags, mmap, munmap};
use std::env;
use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Whoever holds the lock of this file is the kernel whose session it is.
pub const LOCK: &str = "lock";

const OWN: u32 = 0o700;
const RANDOM_LETTERS: usize = 16;
/// What a session needs at least, in bytes.
const ROOM: usize = 1 << 20;

/// A new, empty folder of this user alone. evcxr sends the path of a compiled cell on a line where words are separated by
/// spaces, so a folder with a space in its path cannot be used.
pub fn create() -> Result<PathBuf> {
    let mut reasons = Vec::new();
    for parent in candidates() {
        if parent.to_string_lossy().contains(char::is_whitespace) {
            reasons.push(format!("{}: has a space in its path", parent.display()));
            continue;
        }
        sweep(&parent);
        match create_in(&parent) {
            Ok(folder) => return Ok(folder),
            Err(error) => reasons.push(format!("{}: {error:#}", parent.display())),
        }
    }
    bail!("no temporary folder can be used:\n{}", reasons.join("\n"))
}

fn candidates() -> impl Iterator<Item = PathBuf> {
    let shared = [env::temp_dir(), PathBuf::from("/tmp"), PathBuf::from("/var/tmp"), PathBuf::from("/dev/shm")];
    shared.into_iter().chain(std::iter::once_with(own_folder).flatten())
}

/// The last resort: a home is most often on a slow disk, and backed up.
fn own_folder() -> Option<PathBuf> {
    let folder = env::home_dir()?.join(".cache/neurocomp/sessions");
    fs::create_dir_all(&folder).ok().map(|()| folder)
}

fn create_in(parent: &Path) -> Result<PathBuf> {
    let parent = parent.canonicalize()?;
    let folder = tempfile::Builder::new()
        .prefix(&format!("{}{}-", prefix(), std::process::id()))
        .rand_bytes(RANDOM_LETTERS)
        .permissions(Permissions::from_mode(OWN))
        .tempdir_in(parent)?
        .keep();
    if let Err(error) = try_out(&folder) {
        fs::remove_dir_all(&folder).ok();
        return Err(error);
    }
    Ok(folder)
}

/// Whether a compiled cell can be written here and loaded from here.
fn try_out(folder: &Path) -> Result<()> {
    File::create(folder.join(LOCK)).context("the new folder cannot be written")?;
    let trial = folder.join("trial");
    fs::write(&trial, [0; ROOM]).context("there is no room")?;
    let file = File::open(&trial)?;
    let (protection, flags) = (ProtFlags::READ | ProtFlags::EXEC, MapFlags::PRIVATE);
    // SAFETY: a new mapping, at a place that the system chooses, of which nothing is read.
    unsafe {
        let mapped = mmap(std::ptr::null_mut(), ROOM, protection, flags, &file, 0)
            .context("no program can be run here (mounted with `noexec`)")?;
        munmap(mapped, ROOM)?;
    }
    Ok(fs::remove_file(trial)?)
}

fn prefix() -> String {
    format!("neurocomp-{}-", rustix::process::getuid().as_raw())
}

/// The process that made a folder of this name, if it is a name of our form: `neurocomp-<user>-<process>-<letters>`.
fn maker(name: &str) -> Option<i32> {
    let (process, letters) = name.strip_prefix(&prefix())?.split_once('-')?;
    let is_ours = letters.len() == RANDOM_LETTERS && letters.bytes().all(|byte| byte.is_ascii_alphanumeric());
    process.parse().ok().filter(|process| is_ours && *process > 0)
}

/// Removes what killed kernels left: a folder whose lock nobody holds. The first minute belongs to a kernel that
/// has made its folder and not yet locked it.
fn sweep(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(process) = name.to_str().and_then(maker) else {
            continue;
        };
        let folder = entry.path();
        // Of the entry itself: a link is no folder.
        let Ok(found) = fs::symlink_metadata(&folder) else {
            continue;
        };
        let is_own = found.is_dir() && found.uid() == rustix::process::getuid().as_raw() && found.mode() & 0o777 == OWN;
        if is_own && !is_starting(process, &found) && !is_held(&folder.join(LOCK)) {
            fs::remove_dir_all(&folder).ok(); // it follows no links
        }
    }
}

/// Whether a living process holds the lock of this file.
pub fn is_held(lock: &Path) -> bool {
    File::open(lock).is_ok_and(|file| file.try_lock().is_err())
}

fn is_starting(process: i32, folder: &fs::Metadata) -> bool {
    let is_new = folder
        .modified()
        .is_ok_and(|made| SystemTime::now().duration_since(made).unwrap_or_default() < Duration::from_secs(60));
    let is_alive = rustix::process::Pid::from_raw(process)
        .is_some_and(|process| rustix::process::test_kill_process(process).is_ok());
    is_new && is_alive
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{DirBuilderExt, symlink};

    /// No process has this number: it is above the largest that Linux and macOS give.
    const NO_PROCESS: i32 = i32::MAX;

    fn name_of_a_killed_kernel() -> String {
        format!("{}{NO_PROCESS}-abcdefgh12345678", prefix())
    }

    fn own_folder(path: &Path) {
        fs::DirBuilder::new().mode(OWN).create(path).unwrap();
    }

    #[test]
    fn a_session_s_folder_is_private_and_its_name_cannot_be_guessed() {
        let parent = tempfile::tempdir().unwrap();
        let (one, other) = (create_in(parent.path()).unwrap(), create_in(parent.path()).unwrap());
        assert_ne!(one, other);
        for folder in [one, other] {
            assert_eq!(fs::metadata(&folder).unwrap().mode() & 0o777, OWN);
            let name = folder.file_name().unwrap().to_str().unwrap();
            assert_eq!(maker(name), i32::try_from(std::process::id()).ok(), "{name}");
        }
    }

    #[test]
    fn what_a_killed_kernel_left_is_removed_and_what_a_running_one_has_is_kept() {
        let parent = tempfile::tempdir().unwrap();
        let left = parent.path().join(name_of_a_killed_kernel());
        own_folder(&left);
        File::create(left.join(LOCK)).unwrap();
        let running = create_in(parent.path()).unwrap();
        let held = File::open(running.join(LOCK)).unwrap();
        held.lock().unwrap();
        sweep(parent.path());
        assert!(!left.exists() && running.exists());
        drop(held);
        sweep(parent.path());
        assert!(running.exists(), "its process lives and the minute is not over");
    }

    #[test]
    fn a_planted_link_removes_nothing() {
        let parent = tempfile::tempdir().unwrap();
        let home = tempfile::tempdir().unwrap();
        let documents = home.path().join("Documents");
        own_folder(&documents);
        fs::write(documents.join("thesis"), "years of work").unwrap();
        // In place of a session, in place of the folder of all sessions that version 0.1 had, and inside a session.
        symlink(home.path(), parent.path().join(name_of_a_killed_kernel())).unwrap();
        symlink(home.path(), parent.path().join(prefix().trim_end_matches('-'))).unwrap();
        let left = parent.path().join(format!("{}{NO_PROCESS}-1234567890abcdef", prefix()));
        own_folder(&left);
        symlink(&documents, left.join("src")).unwrap();
        sweep(parent.path());
        assert!(!left.exists(), "the folder that holds a link is removed, the link with it");
        assert_eq!(fs::read_to_string(documents.join("thesis")).unwrap(), "years of work");
    }

    #[test]
    fn only_names_of_our_own_form_are_removed() {
        let parent = tempfile::tempdir().unwrap();
        let others = [
            "neurocomp-data".to_owned(),
            format!("{}{NO_PROCESS}", prefix()),
            format!("{}{NO_PROCESS}-short", prefix()),
            format!("{}{NO_PROCESS}-abcdefgh1234567/", prefix()),
            format!("{}x-abcdefgh12345678", prefix()),
            format!("{}-1-abcdefgh12345678", prefix()),
            format!("neurocomp-{}-1-abcdefgh12345678", u32::MAX),
        ];
        for name in &others {
            own_folder(&parent.path().join(name));
        }
        let open_to_all = parent.path().join(name_of_a_killed_kernel());
        fs::DirBuilder::new().mode(0o755).create(&open_to_all).unwrap();
        sweep(parent.path());
        assert!(others.iter().all(|name| parent.path().join(name).exists()));
        assert!(open_to_all.exists(), "we make no folder that others can read");
    }

    #[test]
    fn a_name_that_is_taken_is_never_used() {
        let parent = tempfile::tempdir().unwrap();
        let file = parent.path().join("a file");
        fs::write(&file, "").unwrap();
        assert!(create_in(&file).is_err());
    }
}
