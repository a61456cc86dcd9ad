//! A memory stays small.

use super::*;
use std::os::unix::fs::symlink;

#[test]
fn the_shared_memory_takes_no_more_than_its_bound() {
    let library = tempfile::tempdir().unwrap();
    let shared = library.path().join("cells");
    let set_up = Memory::with(Some(shared.clone()), None, true);
    set_up.keep(&key(0), &cell(0));
    let size = file(&shared, &key(0)).metadata().unwrap().len();
    let large = sparse(&shared, &key(1), MOST_SHARED - 2 * size + 1, 0);
    set_up.keep(&key(2), &cell(2));
    assert_eq!(set_up.recall(&key(2)), None, "a byte too much");
    sparse(&shared, &key(1), MOST_SHARED - 2 * size, 0);
    set_up.keep(&key(2), &cell(2));
    assert_eq!(set_up.recall(&key(2)), Some(cell(2)), "it fits to the byte");
    set_up.keep(&key(3), &cell(3));
    assert_eq!(set_up.recall(&key(3)), None);
    assert!(large.exists() && set_up.recall(&key(0)).is_some(), "nothing goes for it");

    let left = large.with_file_name(format!("{}.1-2-3.part", key(1).name()));
    fs::rename(large, &left).unwrap();
    set_up.keep(&key(3), &cell(3));
    assert_eq!(set_up.recall(&key(3)), None, "it may be in the making");
    set_age(&left, 3_700);
    set_up.keep(&key(3), &cell(3));
    assert_eq!(set_up.recall(&key(3)), Some(cell(3)));
    assert!(!left.exists());
}

#[test]
fn a_cell_that_is_too_large_is_not_kept() {
    let home = Home::new();
    let of_size = |size: u64| Compiled { object: vec![7; usize::try_from(size).unwrap()], types: vec![] };
    let around = 16 + 32 + 32 + 8;
    home.memory().keep(&key(0), &of_size(LARGEST - around + 1));
    assert_eq!(home.memory().recall(&key(0)), None);
    assert!(!home.cells().exists());
    let just = of_size(LARGEST - around);
    home.memory().keep(&key(0), &just);
    assert!(home.memory().recall(&key(0)) == Some(just));
    let path = sparse(&home.cells(), &key(1), LARGEST + 1, 0);
    assert_eq!(home.memory().recall(&key(1)), None);
    assert!(!path.exists());
}

#[test]
fn a_cell_that_is_used_stays_young() {
    let home = Home::filled();
    let path = file(&home.cells(), &key(0));
    for (age, becomes_young) in [(DAY - 60, false), (DAY + 60, true), (89 * DAY, true)] {
        set_age(&path, age);
        assert!(home.memory().recall(&key(0)).is_some());
        assert_eq!(age_of(&path) < 60, becomes_young, "{age}");
    }
    let path = File::open(&path).unwrap();
    path.set_modified(SystemTime::now() + Duration::from_secs(9 * DAY)).unwrap();
    assert!(home.memory().recall(&key(0)).is_some());
    let time = path.metadata().unwrap().modified().unwrap();
    assert!(time <= SystemTime::now(), "a clock that was wrong");
}

#[test]
fn cells_are_forgotten_after_ninety_days_and_leftovers_after_an_hour() {
    let home = Home::filled();
    let cells = home.cells();
    let of_age = |number, days| sparse(&cells, &key(number), 9, days * DAY);
    let (young, old) = (of_age(1, 89), of_age(2, 91));
    let part = |number, age| {
        let whole = sparse(&cells, &key(number), 9, age);
        let part = whole.with_file_name(format!("{}.77-0-123.part", key(number).name()));
        fs::rename(whole, &part).unwrap();
        part
    };
    let (in_the_making, left) = (part(3, 3_500), part(4, 3_700));
    let future = of_age(5, 0);
    let time = SystemTime::now() + Duration::from_secs(400 * DAY);
    File::open(&future).unwrap().set_modified(time).unwrap();

    home.memory().keep(&key(9), &cell(9));
    assert!(old.exists() && left.exists(), "the last pruning is less than a minute ago");
    forget_the_last_pruning(&cells);
    home.memory().keep(&key(9), &cell(9));
    assert!(young.exists() && in_the_making.exists());
    assert!(!old.exists() && !left.exists() && !future.exists());
    assert!(home.memory().recall(&key(0)).is_some() && home.memory().recall(&key(9)).is_some());
    assert!(age_of(&cells.join(pruning::STAMP)) < 60, "the next minute has begun");
}

#[test]
fn beyond_the_bound_the_oldest_go_first() {
    let home = Home::filled();
    let cells = home.cells();
    // 150 MB in the files of the cells 1 to 150, the older the larger the number.
    for number in 1..=150 {
        sparse(&cells, &key(number), MEGABYTE, 100 * u64::from(number));
    }
    forget_the_last_pruning(&cells);
    home.memory().keep(&key(200), &cell(200));
    let left: Vec<u32> = (1..=150).filter(|number| file(&cells, &key(*number)).exists()).collect();
    assert_eq!(left, (1..=111).collect::<Vec<u32>>(), "112 MB with the two small ones");
    assert!(home.memory().recall(&key(0)).is_some() && home.memory().recall(&key(200)).is_some());
}

#[test]
fn only_files_of_our_form_are_pruned_and_no_link_is_followed() {
    let home = Home::filled();
    let cells = home.cells();
    let name = key(0).name();
    let shelf = cells.join(key(0).shelf());
    let documents = home.folder.path().join("Documents");
    let no_shelf = cells.join(&name[..3]);
    for folder in [&documents, &no_shelf] {
        fs::create_dir(folder).unwrap();
        set_mode(folder, 0o700);
    }
    let mut kept = Vec::new();
    for path in [
        cells.join("thesis"),
        cells.join(&name),
        shelf.join("thesis"),
        shelf.join(&name[1..]),
        shelf.join(format!("{name}0")),
        shelf.join(name.to_uppercase()),
        shelf.join(key(1).name()), // on the wrong shelf
        shelf.join(format!("{name}.part")),
        shelf.join(format!("{name}.1-2.part")),
        shelf.join(format!("{name}.1-2-x.part")),
        shelf.join(format!("{name}.1-2-3.bak")),
        no_shelf.join(&name),
        documents.join(&name),
        documents.join(format!("aa{}", &name[2..])),
    ] {
        fs::write(&path, "years of work").unwrap();
        kept.push(path);
    }
    let linked = cells.join("aa");
    assert_ne!(linked, shelf);
    symlink(&documents, &linked).unwrap();
    let link = sparse(&cells, &key(2), 0, 0);
    fs::remove_file(&link).unwrap();
    symlink(documents.join(&name), &link).unwrap();
    for path in &kept {
        set_age(path, 100 * DAY);
    }
    set_age(&file(&cells, &key(0)), 100 * DAY);
    pruning::prune(&Folder::of_the_user(&cells, false).unwrap(), 0);
    assert!(!file(&cells, &key(0)).exists(), "the one file of our form");
    for path in kept {
        assert_eq!(fs::read_to_string(&path).unwrap(), "years of work", "{}", path.display());
    }
    assert!(link.is_symlink() && linked.is_symlink());
}
