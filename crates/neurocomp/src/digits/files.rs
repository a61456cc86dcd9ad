//! The four files of MNIST: checked first, then read.
//!
//! The crate `mnist` reads the files but stops the program at the first surprise, and does not notice a damaged pixel.
//! So each file is unpacked in memory, its beginning, length and SHA-256 are checked, and only what has passed is
//! written to a folder of its own, from which the crate then reads.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::read::MultiGzDecoder;
use mnist::MnistBuilder;
use sha2::{Digest, Sha256};

use super::{DigitSet, Digits, SIDE, Source};
use crate::{Error, Result};

/// What a file of MNIST must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MnistFile {
    /// Its name, without `.gz`.
    pub name: &'static str,
    /// Whether it holds pictures; labels otherwise.
    pub pictures: bool,
    /// The number of digits.
    pub count: usize,
    /// The SHA-256 of the unpacked file. (The compressed file's depends on who compressed it.)
    pub sha256: &'static str,
}

/// The four files. The MD5 sums of the contents are published with many mirrors (6bbc9ace…, a25bea73…, 2646ac64…,
/// 27ae3e4e…); the SHA-256 sums are of the same contents.
pub const FILES: [MnistFile; 4] = [
    MnistFile {
        name: "train-images-idx3-ubyte",
        pictures: true,
        count: 60_000,
        sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    },
    MnistFile {
        name: "train-labels-idx1-ubyte",
        pictures: false,
        count: 60_000,
        sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    },
    MnistFile {
        name: "t10k-images-idx3-ubyte",
        pictures: true,
        count: 10_000,
        sha256: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    },
    MnistFile {
        name: "t10k-labels-idx1-ubyte",
        pictures: false,
        count: 10_000,
        sha256: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    },
];

/// Nothing longer than this is unpacked or read: the longest file, and one byte to notice more.
const LONGEST: u64 = 16 + 60_000 * 784 + 1;

const PICTURES: u32 = 0x0000_0803;
const LABELS: u32 = 0x0000_0801;

impl MnistFile {
    /// The length of the unpacked file, bytes.
    pub fn length(&self) -> usize {
        if self.pictures { 16 + self.count * SIDE * SIDE } else { 8 + self.count }
    }

    /// The contents of a file, given its bytes, compressed or not, if they are the right ones.
    ///
    /// # Errors
    ///
    /// If they cannot be unpacked, or are not the contents of this file of MNIST.
    pub fn verify(&self, bytes: Vec<u8>) -> Result<Vec<u8>> {
        let contents = if bytes.starts_with(&[0x1f, 0x8b]) { self.unpack(&bytes)? } else { bytes };
        self.check_header(&contents)?;
        if contents.len() != self.length() {
            return Err(self.wrong_length(contents.len()));
        }
        let sha256: String = Sha256::digest(&contents).iter().map(|byte| format!("{byte:02x}")).collect();
        if sha256 != self.sha256 {
            return Err(self.spoiled(
                format!(
                    "is damaged or is another data set: its SHA-256 (unpacked) must be {}, received {sha256}",
                    self.sha256
                ),
                format!(
                    "est abîmé ou vient d’une autre base : son SHA-256 (décompressé) doit être {}, reçu {sha256}",
                    self.sha256
                ),
            ));
        }
        Ok(contents)
    }

    fn unpack(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let mut contents = Vec::new();
        let read = MultiGzDecoder::new(bytes).take(LONGEST).read_to_end(&mut contents);
        read.map_err(|error| {
            self.spoiled(format!("is incomplete or damaged ({error})"), format!("est incomplet ou abîmé ({error})"))
        })?;
        Ok(contents)
    }

    /// Magic number, number of digits, rows and columns: each four bytes, the largest first.
    fn check_header(&self, contents: &[u8]) -> Result<()> {
        let number = |place: usize| -> Result<u32> {
            let bytes = contents.get(4 * place..4 * place + 4).ok_or_else(|| self.wrong_length(contents.len()))?;
            Ok(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
        };
        let magic = |file: &MnistFile| if file.pictures { PICTURES } else { LABELS };
        let (received, count) = (number(0)?, number(1)?);
        if let Some(other) = FILES.iter().find(|other| magic(other) == received && other.count == count as usize)
            && other.name != self.name
        {
            return Err(Error::text(
                format!("MNIST: {} holds what belongs in {}: give both files their right names", self.name, other.name),
                format!(
                    "MNIST : {} contient ce qui doit être dans {} : donnez leurs vrais noms aux deux fichiers",
                    self.name, other.name
                ),
            ));
        }
        if received != magic(self) {
            let expected = magic(self);
            return Err(self.spoiled(
                format!("must begin with the number {expected:#010x}, received {received:#010x}, so it is no file of MNIST"),
                format!("doit commencer par le nombre {expected:#010x}, reçu {received:#010x} ; ce n’est pas un fichier de MNIST"),
            ));
        }
        let [expected, received] = if self.pictures {
            [format!("{} × {SIDE} × {SIDE}", self.count), format!("{count} × {} × {}", number(2)?, number(3)?)]
        } else {
            [self.count.to_string(), count.to_string()]
        };
        if received != expected {
            return Err(self.spoiled(
                format!("must hold {expected}, received {received}"),
                format!("doit contenir {expected}, reçu {received}"),
            ));
        }
        Ok(())
    }

    fn wrong_length(&self, received: usize) -> Error {
        let expected = self.length();
        self.spoiled(
            format!("must have {expected} bytes (unpacked), received {received}"),
            format!("doit avoir {expected} octets (décompressé), reçu {received}"),
        )
    }

    /// A file that is not what it should be.
    fn spoiled(&self, english: String, french: String) -> Error {
        Error::text(
            format!("MNIST: {} {english}: delete it and download it again", self.name),
            format!("MNIST : {} {french} : supprimez-le et téléchargez-le de nouveau", self.name),
        )
    }

    /// Reads and checks the file, `name.gz` or `name`.
    fn read(&self, folder: &Path) -> Result<Vec<u8>> {
        let path = self.find(folder).ok_or_else(|| {
            Error::text(
                format!(
                    "MNIST: {}.gz is not in the folder {}: download it into this folder, or use digits::draw, which \
                     needs no file",
                    self.name,
                    folder.display()
                ),
                format!(
                    "MNIST : {}.gz n’est pas dans le dossier {} : téléchargez-le dans ce dossier, ou utilisez \
                     digits::draw, qui ne demande aucun fichier",
                    self.name,
                    folder.display()
                ),
            )
        })?;
        let mut bytes = Vec::new();
        let read = fs::File::open(&path).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes));
        read.map_err(|error| {
            Error::text(
                format!("MNIST: {} cannot be read ({error}): may you read it, is it a file?", path.display()),
                format!(
                    "MNIST : {} ne peut pas être lu ({error}) : avez-vous le droit de le lire, est-ce un fichier ?",
                    path.display()
                ),
            )
        })?;
        self.verify(bytes)
    }

    fn find(&self, folder: &Path) -> Option<PathBuf> {
        let packed = folder.join(format!("{}.gz", self.name));
        [packed, folder.join(self.name)].into_iter().find(|path| path.exists())
    }
}

/// All four files of a folder, or of its subfolder `mnist` if it has none of them itself.
pub(super) fn load(folder: &Path) -> Result<Digits> {
    if !folder.is_dir() {
        return Err(Error::text(
            format!(
                "MNIST: there is no folder {}: correct NEUROCOMP_DATA, or use digits::draw, which needs no file",
                folder.display()
            ),
            format!(
                "MNIST : il n’y a pas de dossier {} : corrigez NEUROCOMP_DATA, ou utilisez digits::draw, qui ne \
                 demande aucun fichier",
                folder.display()
            ),
        ));
    }
    let inner = folder.join("mnist");
    let has_none = FILES.iter().all(|file| file.find(folder).is_none());
    let folder = if has_none && inner.is_dir() { inner.as_path() } else { folder };
    let scratch = Scratch::new()?;
    for file in &FILES {
        scratch.write(file.name, &file.read(folder)?)?;
    }
    let base_path = scratch.folder.to_str().ok_or_else(|| scratch.error("the name is not UTF-8"))?;
    let read = MnistBuilder::new().base_path(base_path).label_format_digit().finalize();
    Ok(Digits {
        source: Source::Mnist,
        train: DigitSet::new(read.trn_img, read.trn_lbl)?,
        test: DigitSet::new(read.tst_img, read.tst_lbl)?,
    })
}

/// A folder of our own, gone when no longer needed.
struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    fn new() -> Result<Scratch> {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        // Another process may have left a folder of that name behind: only a new one will do.
        for _ in 0..1000 {
            let next = NEXT.fetch_add(1, Ordering::Relaxed);
            let folder = std::env::temp_dir().join(format!("neurocomp-mnist-{}-{next}", std::process::id()));
            match fs::create_dir(&folder) {
                Ok(()) => return Ok(Scratch { folder }),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => (),
                Err(error) => {
                    return Err(super::no_scratch(folder.display().to_string(), error.to_string()));
                }
            }
        }
        let folder = std::env::temp_dir().display().to_string();
        Err(super::no_scratch(folder, "neurocomp-mnist-*".to_owned()))
    }

    fn write(&self, name: &str, contents: &[u8]) -> Result<()> {
        fs::write(self.folder.join(name), contents).map_err(|error| self.error(&error.to_string()))
    }

    fn error(&self, reason: &str) -> Error {
        super::no_scratch(self.folder.display().to_string(), reason.to_owned())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, which empties its temporary folder.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
