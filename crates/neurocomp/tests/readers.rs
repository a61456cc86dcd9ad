//! What reads files, given the files of `corpus` and what becomes of them when bytes are changed, left out or repeated: it
//! reads them or refuses them.
//!
//! `READERS_MINUTES=10 cargo test -p neurocomp --test readers -- --nocapture` goes on for so long, and says how many files it
//! made. The folder `fuzz` has the same readers for a search that looks where the code branches.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

use neurocomp::cable::Morphology;
use neurocomp::data::{SpikeTable, Table, VoltageTrace};
use neurocomp::digits::FILES;
use neurocomp::memory::picture::{decode_image, parse_text};
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

type Reader = fn(&[u8]);

const READERS: [(&str, Reader); 5] = [
    ("csv", |bytes| {
        let path = std::env::temp_dir().join(format!("neurocomp-readers-{}.csv", std::process::id()));
        fs::write(&path, bytes).expect("a file can be written");
        let _ = Table::read(&path).map(|table| format!("{table:?}"));
        let _ = SpikeTable::read(&path, 0.0, 1000.0).map(|table| table.neurons());
        let _ = VoltageTrace::read(&path);
        let _ = fs::remove_file(&path);
    }),
    ("swc", |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let _ = Morphology::from_swc_text("a.swc", &text, 20.0).map(|cable| (cable.area(), cable.positions()));
    }),
    ("png", |bytes| {
        let _ = decode_image(bytes, 8, 8, None);
    }),
    ("text", |bytes| {
        let _ = parse_text("a.txt", &String::from_utf8_lossy(bytes)).map(|pattern| pattern.image());
    }),
    ("idx", |bytes| FILES.iter().for_each(|file| drop(file.verify(bytes.to_vec())))),
];

/// The file with some bytes changed, taken away, or repeated.
fn changed(file: &[u8], random: &mut Xoshiro256PlusPlus) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for _ in 0..random.random_range(1..6) {
        let place = random.random_range(0..=bytes.len());
        let end = (place + random.random_range(0..9)).min(bytes.len());
        match random.random_range(0..4) {
            0 => bytes.insert(place, random.random()),
            1 if place < bytes.len() => bytes[place] = random.random(),
            2 => drop(bytes.drain(place..end)),
            _ => {
                let piece = bytes[place..end].to_vec();
                bytes.splice(place..place, piece);
            }
        }
    }
    bytes
}

#[test]
fn whatever_a_file_holds_it_is_read_or_refused() {
    let minutes = std::env::var("READERS_MINUTES").ok().and_then(|minutes| minutes.parse().ok()).unwrap_or(0);
    let (start, mut read) = (Instant::now(), 0);
    for round in 0.. {
        if round > 0 && start.elapsed() > Duration::from_secs(60 * minutes) {
            break;
        }
        for (kind, reader) in READERS {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(kind);
            for entry in fs::read_dir(folder).expect("the corpus is there").flatten() {
                let file = fs::read(entry.path()).expect("a file of the corpus can be read");
                let mut random = Xoshiro256PlusPlus::seed_from_u64(round);
                for change in 0..20 {
                    let bytes = if change == 0 { file.clone() } else { changed(&file, &mut random) };
                    let shown = String::from_utf8_lossy(&bytes).into_owned();
                    assert!(catch_unwind(|| reader(&bytes)).is_ok(), "{kind}, {:?}: {shown:?}", entry.path());
                    read += 1;
                }
            }
        }
    }
    println!("{read} files in {:.0?}", start.elapsed());
}
