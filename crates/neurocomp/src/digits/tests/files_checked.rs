//! Files that are missing, damaged, swapped, or something else.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::*;
use crate::digits::files::load;

/// A folder that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("neurocomp-test-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.join(name), bytes).unwrap();
    }

    fn refused(&self) -> String {
        load(&self.0).unwrap_err().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A file of the right form with nothing but zeros in it.
fn form(magic: u32, dimensions: &[u32]) -> Vec<u8> {
    let mut bytes: Vec<u8> = [magic].iter().chain(dimensions).flat_map(|number| number.to_be_bytes()).collect();
    bytes.resize(bytes.len() + dimensions.iter().product::<u32>() as usize, 0);
    bytes
}

const LABELS: MnistFile = FILES[3];
const PICTURES: MnistFile = FILES[2];

/// Whether the file is refused with these words.
fn refuses(file: MnistFile, bytes: Vec<u8>, words: &str) {
    let said = file.verify(bytes).unwrap_err().to_string();
    assert!(said.starts_with(&format!("MNIST: {}", file.name)) && said.contains(words), "{said} / {words}");
}

#[test]
fn what_is_missing_is_named_with_what_to_do() {
    let folder = Folder::new("missing");
    let said = folder.refused();
    assert!(said.contains("train-images-idx3-ubyte.gz is not in the folder") && said.contains("download"), "{said}");
    let nowhere = mnist_from("/no/such/folder").unwrap_err().to_string();
    assert!(nowhere.starts_with("MNIST: there is no folder /no/such/folder: correct NEUROCOMP_DATA"), "{nowhere}");
    let (english, french) = no_folder().in_both_languages();
    assert!(english.contains("NEUROCOMP_DATA") && french.starts_with("MNIST n’est pas ici"));
}

#[test]
fn a_folder_in_place_of_a_file_is_unreadable() {
    let folder = Folder::new("unreadable");
    fs::create_dir(folder.0.join("train-images-idx3-ubyte.gz")).unwrap();
    assert!(folder.refused().contains("train-images-idx3-ubyte.gz cannot be read"), "{}", folder.refused());
}

#[test]
fn a_download_cut_short_or_a_page_of_an_error_is_recognised() {
    let whole = packed(&form(0x801, &[10_000]));
    refuses(LABELS, whole[..whole.len() / 2].to_vec(), "is incomplete or damaged");
    refuses(LABELS, whole[..whole.len() - 4].to_vec(), "is incomplete or damaged");
    let mut flipped = whole.clone();
    let place = flipped.len() - 6; // in the checksum at the end
    flipped[place] ^= 1;
    refuses(LABELS, flipped, "is incomplete or damaged");
    refuses(LABELS, b"<html>404 Not Found</html>".to_vec(), "received 0x3c68746d");
    refuses(LABELS, vec![], "(unpacked), received 0");
    refuses(LABELS, packed(b""), "(unpacked), received 0");
    let mut short = form(0x801, &[10_000]);
    short.truncate(9_000);
    refuses(LABELS, packed(&short), "must have 10008 bytes (unpacked), received 9000");
    let mut long = form(0x803, &[10_000, 28, 28]);
    long.push(0);
    refuses(PICTURES, packed(&long), "(unpacked), received 7840017");
    refuses(PICTURES, form(0x803, &[10_000, 28])[..12].to_vec(), "bytes (unpacked)");
}

#[test]
fn a_file_that_unpacks_without_end_is_not_unpacked() {
    // 600 MB of zeros in 2.6 MB: only as much as the longest file is read.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(&form(0x803, &[60_000, 28, 28])[..16]).unwrap();
    let zeros = vec![0; 10_000_000];
    (0..60).for_each(|_| encoder.write_all(&zeros).unwrap());
    let bomb = encoder.finish().unwrap();
    refuses(FILES[0], bomb, "(unpacked), received 47040017");
}

#[test]
fn files_in_place_of_one_another_are_named() {
    let forms = [
        form(0x803, &[60_000, 28, 28]),
        form(0x801, &[60_000]),
        form(0x803, &[10_000, 28, 28]),
        form(0x801, &[10_000]),
    ];
    for (k, file) in FILES.iter().enumerate() {
        for (l, form) in forms.iter().enumerate() {
            let swapped = format!("{} holds what belongs in {}:", file.name, FILES[l].name);
            refuses(*file, form.clone(), if k == l { "its SHA-256 (unpacked) must be" } else { &swapped });
        }
    }
}

#[test]
fn pictures_of_another_size_or_number_and_other_magic_numbers_are_refused() {
    refuses(PICTURES, form(0x803, &[10_000, 14, 56]), "received 10000 × 14 × 56");
    refuses(PICTURES, form(0x803, &[5, 28, 28]), "must hold 10000 × 28 × 28, received 5 × 28 × 28");
    refuses(LABELS, form(0x801, &[4]), "must hold");
    // 0x0c03: an IDX file of other numbers.
    refuses(PICTURES, form(0xc03, &[10_000, 28, 28]), "received 0x00000c03");
}

#[test]
fn the_real_files_pass_and_are_those_published() {
    let Some(digits) = mnist_if_there("the files of MNIST") else {
        return;
    };
    assert_eq!((digits.train.len(), digits.test.len(), digits.source), (60_000, 10_000, Source::Mnist));
    // Numbers of each digit, as published with the database (LeCun et al. 1998).
    assert_eq!(digits.train.counts(), [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    assert_eq!(digits.test.counts(), [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
    assert_eq!(digits.train.labels()[..5], [5, 0, 4, 1, 9]);
    // The bytes are the same as in the files, in order: the checksum comes out again.
    let mut hash = Sha256::new();
    for number in [0x803_u32, 10_000, 28, 28] {
        hash.update(number.to_be_bytes());
    }
    hash.update(digits.test.pixels());
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hash, PICTURES.sha256);
}

#[test]
fn one_wrong_bit_in_the_real_files_is_found_and_packing_makes_no_difference() {
    let Some(digits) = mnist_if_there("a wrong bit") else {
        return;
    };
    let mut labels = form(0x801, &[10_000]);
    labels[8..].copy_from_slice(digits.test.labels());
    assert_eq!(LABELS.verify(labels.clone()).unwrap(), labels);
    assert_eq!(LABELS.verify(packed(&labels)).unwrap(), labels);
    labels[5_000] ^= 1;
    refuses(LABELS, packed(&labels), "its SHA-256 (unpacked) must be");
}

#[test]
fn a_subfolder_mnist_is_looked_into() {
    let folder = Folder::new("subfolder");
    fs::create_dir(folder.0.join("mnist")).unwrap();
    folder.write("mnist/train-images-idx3-ubyte", &form(0x801, &[60_000]));
    assert!(folder.refused().contains("give both files their right names"));
    // A file in the folder itself counts more.
    folder.write("t10k-labels-idx1-ubyte", &[]);
    assert!(folder.refused().contains("is not in the folder"));
}
