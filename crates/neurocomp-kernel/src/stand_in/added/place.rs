//! Where added crates are compiled and kept.
//!
//! A user has one folder for them, with one target directory for all sets of crates: cargo's own lock keeps two kernels
//! from building at once, and what one set has compiled the next one finds. Nothing in it is shared with other users.

use anyhow::Result;
use serde::{Deserialize, Serialize};
use std::env;
use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

/// `off`: nothing that an earlier kernel made is used, and nothing is left for later ones.
const SWITCH: &str = "NEUROCOMP_CELL_CACHE";

/// When the folder is larger than this, the next set that is new to it begins with an empty one.
const MOST: u64 = 1_000_000_000;

/// Held by those who build, and alone by the one who empties the folder.
const LOCK: &str = "lock";

/// A folder for added crates.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place {
    /// The folder.
    pub folder: PathBuf,
    /// Whether it outlives the session.
    pub is_kept: bool,
}

impl Place {
    /// The user's folder; or one in the session, for crates whose source may change, and where there is no home.
    pub fn find(session: &Path, crates: &toml::Table) -> Result<Place> {
        let is_off = env::var_os(SWITCH).is_some_and(|switch| switch == "off");
        let users = (!is_off && !crates.values().any(stands_on_this_machine)).then(users_folder).flatten();
        let place = match users {
            Some(folder) => Place { folder, is_kept: true },
            None => Place { folder: session.join("alone"), is_kept: false },
        };
        fs::create_dir_all(&place.folder)?;
        Ok(place)
    }

    /// Keeps others from emptying the folder for as long as the result lives. Where locks do not work, as on some network
    /// disks, nothing is kept from anything.
    pub fn hold(&self) -> Option<File> {
        let lock = File::create(self.folder.join(LOCK)).ok()?;
        lock.lock_shared().ok()?;
        Some(lock)
    }

    /// Empties the folder if it has become too large and nobody builds in it. A kernel that misses its crates afterwards
    /// compiles them again.
    pub fn make_room(&self) {
        if self.is_kept && size(&self.folder) > MOST {
            self.clear();
        }
    }

    fn clear(&self) {
        let Ok(lock) = File::create(self.folder.join(LOCK)) else {
            return;
        };
        if lock.try_lock().is_err() {
            return;
        }
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if entry.file_name() != LOCK {
                fs::remove_dir_all(entry.path()).ok(); // what stays is found next time
            }
        }
    }
}

fn stands_on_this_machine(dependency: &toml::Value) -> bool {
    dependency.get("path").is_some()
}

/// `neurocomp/added` in the user's cache home, if nobody else can write there.
fn users_folder() -> Option<PathBuf> {
    // A relative path would name another folder for each notebook.
    let folder = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")))?;
    own_folder(&home)
}

fn own_folder(cache_home: &Path) -> Option<PathBuf> {
    let user = rustix::process::geteuid().as_raw();
    // Under `sudo`, the home may be the user's: a folder that root made there would shut the user out.
    let home = cache_home.ancestors().take(2).find_map(|folder| folder.metadata().ok())?;
    if home.uid() != user {
        return None;
    }
    // Not the folders above: where there is no home, none is made.
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    let ours = cache_home.join("neurocomp");
    let added = ours.join("added");
    for folder in [cache_home, &ours, &added] {
        builder.create(folder).ok();
    }
    let is_own = |folder: &Path| {
        fs::symlink_metadata(folder)
            .is_ok_and(|found| found.is_dir() && found.uid() == user && found.mode() & 0o022 == 0)
    };
    (is_own(&ours) && is_own(&added) && rustix::fs::access(&added, rustix::fs::Access::WRITE_OK).is_ok())
        .then_some(added)
}

/// The bytes that a folder takes on the disk. A file with two names counts twice; cargo makes few of these.
fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| Some((entry.path(), entry.metadata().ok()?)))
        .map(|(path, found)| if found.is_dir() { size(&path) } else { found.blocks() * 512 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn place(folder: &Path) -> Place {
        Place { folder: folder.to_owned(), is_kept: true }
    }

    #[test]
    fn the_user_s_folder_is_closed_to_others_and_is_used_only_if_it_is_the_user_s() {
        let home = tempfile::tempdir().unwrap();
        let folder = own_folder(home.path()).unwrap();
        assert_eq!(fs::metadata(&folder).unwrap().mode() & 0o777, 0o700);
        assert_eq!(own_folder(home.path()), Some(folder.clone()), "the second kernel");

        fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).unwrap();
        assert_eq!(own_folder(home.path()), None, "others could put their crates there");
        fs::remove_dir(&folder).unwrap();
        symlink(home.path(), &folder).unwrap();
        assert_eq!(own_folder(home.path()), None, "a link");
        assert_eq!(own_folder(&home.path().join("no/home")), None);
    }

    #[test]
    fn a_folder_in_which_somebody_builds_is_not_emptied() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("target/debug/libitoa.rlib");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "compiled").unwrap();
        let building = place(folder.path()).hold();
        place(folder.path()).clear();
        assert!(file.exists());
        drop(building);
        place(folder.path()).clear();
        assert!(!file.exists() && folder.path().exists());
    }

    #[test]
    fn a_small_folder_is_left_alone_and_a_session_s_always() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("set/libitoa.rlib");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, vec![1; 100_000]).unwrap();
        assert!((100_000..200_000).contains(&size(folder.path())), "{}", size(folder.path()));
        place(folder.path()).make_room();
        assert!(file.exists());
    }

    #[test]
    fn a_crate_whose_source_can_change_is_not_kept() {
        let crates: toml::Table = "mine = { path = \"/home/me/mine\" }\nitoa = \"1\"".parse().unwrap();
        let session = tempfile::tempdir().unwrap();
        let place = Place::find(session.path(), &crates).unwrap();
        assert!(!place.is_kept && place.folder.starts_with(session.path()));
    }
}
