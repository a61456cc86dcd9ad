//! What others could have written is refused.

use super::super::folder::Rules;
use super::*;
use rustix::fs::FileType;
use rustix::process::geteuid;
use std::os::unix::fs::{chown, symlink};
use std::process::Command;

/// Somebody else.
const NOBODY: u32 = 65534;

#[test]
fn what_others_can_write_is_refused() {
    let home = Home::filled();
    let cells = home.cells();
    let path = file(&cells, &key(0));
    let places = [cells.parent().unwrap(), &cells, path.parent().unwrap(), &path];
    for place in places {
        let right = mode(place);
        for wrong in [0o020, 0o002] {
            set_mode(place, right | wrong);
            assert_eq!(home.memory().recall(&key(0)), None, "{}: {wrong:o}", place.display());
            let before = files(&cells).len();
            if place != path {
                home.memory().keep(&key(0), &cell(5));
                home.memory().keep(&key(1), &cell(1));
            }
            let made = usize::from(place == path.parent().unwrap()); // key 1 has another shelf
            assert!(files(&cells).len() <= before + made, "nothing is written there");
            fs::remove_file(file(&cells, &key(1))).ok();
        }
        set_mode(place, right);
        assert_eq!(home.memory().recall(&key(0)), Some(cell(0)), "{}", place.display());
    }
}

#[test]
fn what_belongs_to_another_user_is_refused() {
    let home = Home::filled();
    let path = file(&home.cells(), &key(0));
    let mut found = rustix::fs::stat(&path).unwrap();
    let rules = Rules::own(geteuid());
    assert!(rules.admit(&found, FileType::RegularFile));
    assert!(!rules.admit(&found, FileType::Directory));
    found.st_uid = geteuid().as_raw() + 1;
    assert!(!rules.admit(&found, FileType::RegularFile));
    if !geteuid().is_root() {
        return; // only root can give files away
    }
    let cells = home.cells();
    for place in [cells.parent().unwrap(), &cells, path.parent().unwrap(), &path] {
        chown(place, Some(NOBODY), None).unwrap();
        assert_eq!(home.memory().recall(&key(0)), None, "{}", place.display());
        chown(place, Some(0), None).unwrap();
        assert_eq!(home.memory().recall(&key(0)), Some(cell(0)));
    }
}

#[test]
fn links_are_not_followed() {
    let home = Home::filled();
    let cells = home.cells();
    let path = file(&cells, &key(0));
    let aside = home.folder.path().join("aside");
    for place in [cells.parent().unwrap(), &cells, path.parent().unwrap(), &path] {
        fs::rename(place, &aside).unwrap();
        symlink(&aside, place).unwrap();
        assert_eq!(home.memory().recall(&key(0)), None, "{}", place.display());
        if place != path {
            home.memory().keep(&key(0), &cell(5)); // were it followed, cell 5 would be there below
        }
        fs::remove_file(place).unwrap();
        fs::rename(&aside, place).unwrap();
        assert_eq!(home.memory().recall(&key(0)), Some(cell(0)), "{}", place.display());
    }
    // A link in place of a cell is replaced by the cell, and what it led to stays.
    fs::rename(&path, &aside).unwrap();
    symlink(&aside, &path).unwrap();
    home.memory().keep(&key(0), &cell(7));
    assert_eq!(home.memory().recall(&key(0)), Some(cell(7)));
    assert!(path.symlink_metadata().unwrap().is_file() && aside.is_file());
    // A pipe does not make the kernel wait, nor does a folder in place of the file.
    fs::remove_file(&path).unwrap();
    assert!(Command::new("mkfifo").args(["-m", "600"]).arg(&path).status().unwrap().success());
    assert_eq!(home.memory().recall(&key(0)), None);
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    home.memory().keep(&key(0), &cell(0));
    assert_eq!(home.memory().recall(&key(0)), None);
}

#[test]
fn root_makes_nothing_in_the_home_of_a_user() {
    let home = Home::new();
    if geteuid().is_root() {
        chown(home.folder.path(), Some(NOBODY), None).unwrap();
    }
    for cache in [home.folder.path().to_owned(), home.folder.path().join(".cache")] {
        let memory = Memory::with(None, Some(cache.join("neurocomp/cells")), false);
        memory.keep(&key(0), &cell(0));
        assert_eq!(memory.recall(&key(0)).is_none(), geteuid().is_root());
    }
    let made = fs::read_dir(home.folder.path()).unwrap().count();
    assert_eq!(made == 0, geteuid().is_root());
}

#[test]
fn the_shared_memory_is_trusted_as_the_library_is() {
    let library = tempfile::tempdir().unwrap();
    let shared = library.path().join("cells");
    Memory::with(Some(shared.clone()), None, true).keep(&key(0), &cell(0));
    let students = Memory::with(Some(shared.clone()), None, false);
    let path = file(&shared, &key(0));
    let places = [&shared, path.parent().unwrap(), &path];
    for (of_library, extra, is_used) in [
        (0o755, 0o000, true),
        (0o755, 0o020, false),
        (0o755, 0o002, false),
        (0o775, 0o020, true), // the group can replace the library itself
        (0o775, 0o002, false),
        (0o777, 0o022, true),
        (0o1777, 0o002, false), // in such a folder, others can only add
    ] {
        set_mode(library.path(), of_library);
        for place in places {
            let right = mode(place);
            set_mode(place, right | extra);
            let name = place.display();
            let recalled = students.recall(&key(0)).is_some();
            assert_eq!(recalled, is_used, "{name}: {of_library:o}, {extra:o}");
            set_mode(place, right);
        }
    }
    set_mode(library.path(), 0o755);
    // An owner other than the library's and root is refused.
    let of_library = rustix::fs::stat(library.path()).unwrap();
    let mut found = rustix::fs::stat(&path).unwrap();
    for (owner, is_used) in [(of_library.st_uid, true), (0, true), (NOBODY - 1, false)] {
        found.st_uid = owner;
        let rules = Rules::as_of(&of_library);
        assert_eq!(rules.admit(&found, FileType::RegularFile), is_used);
    }
    // Another group than the library's.
    set_mode(library.path(), 0o775);
    let rules = Rules::as_of(&rustix::fs::stat(library.path()).unwrap());
    found = rustix::fs::stat(&path).unwrap();
    found.st_mode |= 0o020;
    assert!(rules.admit(&found, FileType::RegularFile));
    found.st_gid += 1;
    assert!(!rules.admit(&found, FileType::RegularFile));

    set_mode(library.path(), 0o755);
    if geteuid().is_root() {
        for place in places {
            chown(place, Some(NOBODY), None).unwrap();
            assert_eq!(students.recall(&key(0)), None, "{}", place.display());
            chown(place, Some(0), None).unwrap();
        }
        chown(library.path(), Some(NOBODY), None).unwrap();
        assert!(students.recall(&key(0)).is_some(), "root's cells beside a user's library");
        chown(&path, Some(NOBODY), None).unwrap();
        assert!(students.recall(&key(0)).is_some(), "the cells of the library's owner");
    }
    let aside = library.path().join("aside");
    fs::rename(&shared, &aside).unwrap();
    symlink(&aside, &shared).unwrap();
    assert_eq!(students.recall(&key(0)), None, "a link");
}
