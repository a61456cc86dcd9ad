//! Damaged files, kernels at the same time, kernels that are killed, disks that are full.

use super::super::folder::whole_of;
use super::*;
use rustix::process::geteuid;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

#[test]
fn where_no_memory_can_be_the_cell_goes_on() {
    let home = Home::new();
    let a_file = home.folder.path().join("file");
    fs::write(&a_file, "text").unwrap();
    let read_only = home.folder.path().join("read-only");
    fs::create_dir(&read_only).unwrap();
    set_mode(&read_only, 0o500); // root may write all the same; not in /proc, or there is no /proc
    for cache in [a_file.as_path(), &a_file.join(".cache"), &read_only, Path::new("/proc")] {
        let memory = Memory::with(None, Some(cache.join("neurocomp/cells")), false);
        memory.keep(&key(0), &cell(0));
        let expected = (geteuid().is_root() && cache == read_only).then(|| cell(0));
        assert_eq!(memory.recall(&key(0)), expected, "{}", cache.display());
    }
    for path in ["", "/", "cells", "/cells", "a/.."] {
        let memory = Memory::with(Some(path.into()), Some(path.into()), false);
        memory.keep(&key(0), &cell(0));
        assert_eq!(memory.recall(&key(0)), None);
    }
    assert_eq!(fs::read_to_string(a_file).unwrap(), "text");
}

#[test]
fn every_part_of_a_file_is_checked_and_a_damaged_one_removed() {
    let home = Home::filled();
    let path = file(&home.cells(), &key(0));
    let whole = fs::read(&path).unwrap();
    // Format, digest, key, length of the object, object, types.
    for place in [0, 15, 16, 47, 48, 79, 80, 88, 5_000, whole.len() - 1] {
        let mut flipped = whole.clone();
        flipped[place] ^= 1;
        fs::write(&path, flipped).unwrap();
        assert_eq!(home.memory().recall(&key(0)), None, "byte {place}");
        assert!(!path.exists(), "byte {place}");
        fs::write(&path, &whole).unwrap();
        set_mode(&path, 0o600);
        assert_eq!(home.memory().recall(&key(0)), Some(cell(0)), "the whole one is recalled");
    }
    for length in [0, 10, 48, 80, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        set_mode(&path, 0o600);
        assert_eq!(home.memory().recall(&key(0)), None, "{length} bytes");
        assert!(!path.exists(), "{length} bytes");
    }
    home.memory().keep(&key(0), &cell(0));
    assert_eq!(home.memory().recall(&key(0)), Some(cell(0)), "and kept anew");
}

#[test]
fn a_file_under_the_name_of_another_cell_is_refused() {
    let home = Home::filled();
    home.memory().keep(&key(1), &cell(1));
    fs::rename(file(&home.cells(), &key(0)), file(&home.cells(), &key(1))).unwrap();
    assert_eq!(home.memory().recall(&key(1)), None);
    assert_eq!(home.memory().recall(&key(0)), None);
}

#[test]
fn kernels_keep_recall_and_prune_at_the_same_time() {
    let home = Home::filled();
    let cells = home.cells();
    // On a busy machine the pruner may hardly get a turn: the others go on until it had enough.
    let prunings = AtomicU32::new(0);
    thread::scope(|scope| {
        let worker = |first: u32| {
            let memory = home.memory();
            let mut recalled = 0;
            for round in (0..).take_while(|round| *round < 400 || prunings.load(Relaxed) <= 10) {
                // Half of the keys are shared with the other worker.
                let number = (first + round) % 20;
                memory.keep(&key(number), &cell(number));
                if let Some(found) = memory.recall(&key(number)) {
                    assert_eq!(found, cell(number), "never another cell, and never a part");
                    recalled += 1;
                }
            }
            recalled
        };
        let workers = [scope.spawn(move || worker(0)), scope.spawn(move || worker(10))];
        let pruner = scope.spawn(|| {
            let folder = Folder::of_the_user(&cells, false).unwrap();
            while !workers.iter().all(|worker| worker.is_finished()) {
                pruning::prune(&folder, 60_000); // six cells
                prunings.fetch_add(1, Relaxed);
            }
            pruning::prune(&folder, 60_000);
            workers
        });
        let workers = pruner.join().unwrap();
        let rounds = prunings.load(Relaxed);
        assert!(rounds > 10, "{rounds}");
        for worker in workers {
            assert!(worker.join().unwrap() > 100, "most cells are there");
        }
    });
    let left = files(&cells);
    assert!(!left.is_empty() && left.len() <= 6, "{left:?}");
    assert!(left.iter().all(|path| whole_of(path.file_name().unwrap().to_str().unwrap()).is_none()));
}

/// In the child of one of the tests below: the cache home.
const CHILD: &str = "NEUROCOMP_TEST_OF_THE_MEMORY";

/// Not a test of its own: keeps cells in the cache home that a test below gives, and beside a library in it.
#[test]
fn child() {
    let Some(home) = std::env::var_os(CHILD) else {
        return;
    };
    let path = Path::new(&home);
    let memory = Memory::with(None, Some(path.join("neurocomp/cells")), false);
    memory.keep(&key(1), &cell(1));
    fs::write(path.join("went on"), "").unwrap();
    let small = Compiled { object: vec![], types: vec![] };
    memory.keep(&key(2), &small);
    Memory::with(Some(path.join("library/cells")), None, true).keep(&key(2), &small);
}

/// Runs [`child`] after these commands of the shell.
fn run_child(before: &str, home: &Home) -> ExitStatus {
    let (_, module) = module_path!().split_once("::").unwrap();
    Command::new("sh")
        .args(["-c", &format!("{before}; exec \"$0\" --exact \"$1\" --test-threads 1")])
        .arg(std::env::current_exe().unwrap())
        .arg(format!("{module}::child"))
        .env(CHILD, home.folder.path())
        .output()
        .unwrap()
        .status
}

#[test]
fn a_write_that_fails_leaves_nothing_and_the_cell_goes_on() {
    let home = Home::filled();
    // No file may become larger than 8 × 512 bytes. With the signal ignored, `write` answers as it does on a full disk:
    // first with a part, then with an error.
    let status = run_child("trap '' XFSZ; ulimit -f 8", &home);
    assert!(status.success(), "{status}");
    assert!(home.folder.path().join("went on").exists());
    assert_eq!(home.memory().recall(&key(1)), None);
    assert_eq!(home.memory().recall(&key(2)).unwrap().object, b"", "a small one was kept");
    assert_eq!(files(&home.cells()).len(), 2, "cells 0 and 2, and no part of cell 1");
}

#[test]
fn a_kill_in_mid_write_leaves_no_half_cell_and_its_leftover_goes() {
    let home = Home::filled();
    let status = run_child("ulimit -c 0; ulimit -f 8", &home);
    assert!(status.signal().is_some(), "killed while it wrote: {status}");
    assert!(!home.folder.path().join("went on").exists());
    assert_eq!(home.memory().recall(&key(1)), None);
    let left = files(&home.cells());
    let part = left.iter().find(|path| path.extension().is_some()).expect("a leftover");
    let name = part.file_name().unwrap().to_str().unwrap();
    assert_eq!(whole_of(name), Some(key(1).name().as_str()));
    assert!(part.metadata().unwrap().len() > 0);

    home.memory().keep(&key(1), &cell(1));
    assert_eq!(home.memory().recall(&key(1)), Some(cell(1)), "it stands in nobody's way");
    forget_the_last_pruning(&home.cells());
    home.memory().keep(&key(1), &cell(1));
    assert!(part.exists(), "it could be in the making");
    set_age(part, 3_700);
    forget_the_last_pruning(&home.cells());
    home.memory().keep(&key(1), &cell(1));
    assert!(!part.exists());
}

#[test]
fn whatever_the_umask_the_folders_have_their_modes() {
    for umask in ["077", "000", "027"] {
        let home = Home::new();
        let library = home.folder.path().join("library");
        fs::create_dir(&library).unwrap();
        set_mode(&library, 0o755);
        assert!(run_child(&format!("umask {umask}"), &home).success());
        assert_eq!(home.memory().recall(&key(1)), Some(cell(1)));
        assert_eq!(mode(&home.cells()), 0o700);
        assert_eq!(mode(&file(&home.cells(), &key(1))), 0o600);
        let shared = library.join("cells");
        let path = file(&shared, &key(2));
        let modes = (mode(&shared), mode(path.parent().unwrap()), mode(&path));
        assert_eq!(modes, (0o755, 0o755, 0o644), "{umask}");
    }
}
