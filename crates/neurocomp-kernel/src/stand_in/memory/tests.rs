//! What a memory does, and what it must never do: give what is not ours ([`trust`]), give what is not whole or stop a cell
//! ([`faults`]), or grow without end ([`bounds`]).

mod bounds;
mod faults;
mod trust;

use super::*;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// A cache home, and a memory in it.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new() -> Home {
        let folder = tempfile::tempdir().unwrap();
        Home { folder }
    }

    fn cells(&self) -> PathBuf {
        self.folder.path().join("neurocomp/cells")
    }

    fn memory(&self) -> Memory {
        Memory::with(None, Some(self.cells()), false)
    }

    /// A memory that holds the cell of number 0.
    fn filled() -> Home {
        let home = Home::new();
        home.memory().keep(&key(0), &cell(0));
        assert_eq!(home.memory().recall(&key(0)), Some(cell(0)));
        home
    }
}

fn key(number: u32) -> Key {
    Key::of(&[b"cell", &number.to_le_bytes()])
}

fn cell(number: u32) -> Compiled {
    Compiled { object: number.to_le_bytes().repeat(2_500), types: vec![(format!("x{number}"), "f64".into())] }
}

fn file(cells: &Path, key: &Key) -> PathBuf {
    cells.join(key.shelf()).join(key.name())
}

fn mode(path: &Path) -> u32 {
    path.symlink_metadata().unwrap().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn set_age(path: &Path, seconds: u64) {
    let time = SystemTime::now() - Duration::from_secs(seconds);
    File::open(path).unwrap().set_modified(time).unwrap();
}

fn age_of(path: &Path) -> u64 {
    let time = path.metadata().unwrap().modified().unwrap();
    time.elapsed().unwrap_or_default().as_secs()
}

/// A file of a cell, of which only the size matters.
fn sparse(cells: &Path, key: &Key, size: u64, age: u64) -> PathBuf {
    let path = file(cells, key);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    set_mode(path.parent().unwrap(), 0o700);
    let made = File::create(&path).unwrap();
    made.set_len(size).unwrap();
    set_mode(&path, 0o600);
    set_age(&path, age);
    path
}

/// All files of a memory but the stamp.
fn files(cells: &Path) -> Vec<PathBuf> {
    let shelves = fs::read_dir(cells).unwrap().flatten();
    shelves
        .filter_map(|shelf| fs::read_dir(shelf.path()).ok())
        .flat_map(|shelf| shelf.flatten().map(|file| file.path()))
        .collect()
}

fn forget_the_last_pruning(cells: &Path) {
    set_age(&cells.join(pruning::STAMP), 61);
}

#[test]
fn a_kept_cell_is_recalled_and_no_other() {
    let home = Home::filled();
    home.memory().keep(&key(1), &cell(1));
    for number in [0, 1] {
        assert_eq!(home.memory().recall(&key(number)), Some(cell(number)));
        let path = file(&home.cells(), &key(number));
        assert!(path.is_file(), "one file for each cell: {}", path.display());
        assert_eq!(mode(&path), 0o600);
    }
    assert_eq!(home.memory().recall(&key(2)), None);
    home.memory().keep(&key(0), &cell(3));
    assert_eq!(home.memory().recall(&key(0)), Some(cell(3)), "the newer replaces the older");
}

#[test]
fn the_user_s_folders_are_made_private_and_none_above_the_cache_home() {
    let home = Home::new();
    let cache = home.folder.path().join("cache");
    let memory = Memory::with(None, Some(cache.join("neurocomp/cells")), false);
    assert_eq!(memory.recall(&key(0)), None);
    assert!(!cache.exists(), "recalling makes nothing");
    memory.keep(&key(0), &cell(0));
    assert_eq!(memory.recall(&key(0)), Some(cell(0)));
    for folder in ["", "neurocomp", "neurocomp/cells"] {
        assert_eq!(mode(&cache.join(folder)), 0o700, "{folder}");
    }
    let missing = home.folder.path().join("no home");
    let memory = Memory::with(None, Some(missing.join(".cache/neurocomp/cells")), false);
    memory.keep(&key(0), &cell(0));
    assert!(!missing.exists());
    assert_eq!(memory.recall(&key(0)), None);
}

#[test]
fn the_shared_memory_is_filled_for_all_to_read_and_then_only_read() {
    let library = tempfile::tempdir().unwrap();
    set_mode(library.path(), 0o755);
    let shared = library.path().join("cells");
    let home = Home::new();
    let students = Memory::with(Some(shared.clone()), Some(home.cells()), false);
    let set_up = Memory::with(Some(shared.clone()), Some(home.cells()), true);
    assert_eq!(students.recall(&key(0)), None);
    set_up.keep(&key(0), &cell(0));
    assert!(!home.cells().exists(), "filling does not touch the user's memory");
    let path = file(&shared, &key(0));
    assert_eq!((mode(&shared), mode(path.parent().unwrap()), mode(&path)), (0o755, 0o755, 0o644));

    assert_eq!(students.recall(&key(0)), Some(cell(0)));
    assert!(!home.cells().exists());
    students.keep(&key(1), &cell(1));
    assert_eq!(students.recall(&key(1)), Some(cell(1)));
    assert_eq!(files(&shared).len(), 1, "students write into their own");
    assert_eq!(set_up.recall(&key(1)), None, "filling recalls from the shared one alone");

    // Damaged, it is not removed: it is not the user's. It falls back on his own.
    fs::write(&path, "damaged").unwrap();
    set_age(&path, 2 * DAY);
    assert_eq!(students.recall(&key(0)), None);
    assert!(path.exists() && age_of(&path) > DAY);
    students.keep(&key(0), &cell(9));
    assert_eq!(students.recall(&key(0)), Some(cell(9)));
    set_up.keep(&key(0), &cell(0));
    assert_eq!(students.recall(&key(0)), Some(cell(0)), "the shared one comes first");
    set_age(&path, 2 * DAY);
    assert_eq!(students.recall(&key(0)), Some(cell(0)));
    assert!(age_of(&path) > DAY, "and is not written, not even its time");
}

#[test]
fn the_environment_says_which_memories_there_are() {
    let asked = |variables: &[(&str, &str)]| {
        let variables: Vec<(String, OsString)> =
            variables.iter().map(|(name, value)| ((*name).to_owned(), OsString::from(value))).collect();
        let memory = Memory::asked(Path::new("/share/neurocomp"), |name| {
            let found = variables.iter().find(|variable| variable.0 == name)?;
            Some(found.1.clone())
        });
        assert_eq!(memory.is_on(), memory.shared.is_some() || memory.own.is_some());
        (memory.shared, memory.own, memory.fills_shared)
    };
    let shared = Some(PathBuf::from("/share/neurocomp/cells"));
    let own = |path: &str| Some(PathBuf::from(path));
    let home = ("HOME", "/home/ada");
    let cells = own("/home/ada/.cache/neurocomp/cells");
    assert_eq!(asked(&[home]), (shared.clone(), cells.clone(), false));
    assert_eq!(asked(&[]), (shared.clone(), None, false));
    assert_eq!(asked(&[("HOME", "")]), (shared.clone(), None, false));
    assert_eq!(asked(&[home, (SWITCH, "")]), (shared.clone(), cells.clone(), false));
    assert_eq!(asked(&[home, ("XDG_CACHE_HOME", "cache")]), (shared.clone(), cells, false));
    let xdg = ("XDG_CACHE_HOME", "/var/ada");
    let expected = own("/var/ada/neurocomp/cells");
    assert_eq!(asked(&[home, xdg]), (shared.clone(), expected, false));
    assert_eq!(asked(&[home, xdg, (SWITCH, "fill")]), (shared, None, true));
    assert_eq!(asked(&[home, xdg, (SWITCH, "off")]), (None, None, false));
    assert!(!Memory::with(None, None, false).is_on());
}
