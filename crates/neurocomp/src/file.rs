//! Files, read and written whole.

use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

#[cfg(any(feature = "tables", feature = "figures"))]
use std::io::Write;

use crate::{Error, Result};

/// The largest picture or reconstructed neuron.
pub(crate) const MEGABYTES: u64 = 100;

/// The bytes of a file, which may not be larger than this many MB.
pub(crate) fn read(path: &Path, megabytes: u64) -> Result<Vec<u8>> {
    let unreadable = |error: io::Error| {
        let (english, french) = reason(path, &error);
        fault(path, format!("cannot be read: {english}"), format!("ne peut pas être lu : {french}"))
    };
    let most = megabytes * 1_000_000;
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > most {
        return Err(fault(
            path,
            format!("must have at most {megabytes} MB"),
            format!("doit avoir au plus {megabytes} Mo"),
        ));
    }
    Ok(bytes)
}

/// Writes a file. It appears under its name when it is complete; until then, what was there under this name stays.
#[cfg(any(feature = "tables", feature = "figures"))]
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<()> {
    let mut partial = path.as_os_str().to_owned();
    partial.push(format!(".{}.part", std::process::id()));
    let partial = Path::new(&partial);
    let complete = || {
        let mut file = fs::File::create(partial)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(partial, path)
    };
    complete().map_err(|error: io::Error| {
        let _ = fs::remove_file(partial); // the error already says what happened
        let (english, french) = reason(path, &error);
        fault(path, format!("cannot be written: {english}"), format!("ne peut pas être écrit : {french}"))
    })
}

/// The end of a file's name after its last point, in small letters.
#[cfg(any(feature = "tables", feature = "figures"))]
pub(crate) fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

fn fault(path: &Path, english: String, french: String) -> Error {
    Error::file(path.display(), english, french)
}

/// Why the system refused, in plain words.
fn reason(path: &Path, error: &io::Error) -> (String, String) {
    let both = |english: &dyn Display, french: &dyn Display| (english.to_string(), french.to_string());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match error.kind() {
        ErrorKind::NotFound => match folder {
            Some(folder) if !folder.is_dir() => {
                let folder = folder.display();
                both(&format!("there is no folder {folder}"), &format!("il n’y a pas de dossier {folder}"))
            }
            _ => {
                let here = std::env::current_dir().unwrap_or_default();
                let folder = folder.map_or(here.clone(), |folder| here.join(folder));
                let folder = folder.display();
                both(
                    &format!("there is no such file in the folder {folder}"),
                    &format!("il n’y a pas de fichier de ce nom dans le dossier {folder}"),
                )
            }
        },
        ErrorKind::IsADirectory => both(&"it is a folder", &"c’est un dossier"),
        ErrorKind::PermissionDenied => both(&"you do not have the right to", &"vous n’en avez pas le droit"),
        ErrorKind::StorageFull => both(&"the disk is full", &"le disque est plein"),
        _ => both(error, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_file_is_refused() {
        let error = read(Path::new("/dev/zero"), MEGABYTES).unwrap_err().to_string();
        assert!(cfg!(not(unix)) || error == "/dev/zero: must have at most 100 MB", "{error}");
    }

    #[test]
    #[cfg(any(feature = "tables", feature = "figures"))]
    fn a_file_that_cannot_be_written_leaves_what_was_there_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("neurocomp-file-{}", std::process::id()));
        fs::create_dir_all(folder.join("taken.csv/inside")).unwrap();
        fs::write(folder.join("old.csv"), "old").unwrap();
        write(&folder.join("old.csv"), b"new").unwrap();
        assert_eq!(fs::read(folder.join("old.csv")).unwrap(), b"new");
        // A folder of this name cannot be replaced by a file.
        let error = write(&folder.join("taken.csv"), b"new").unwrap_err().to_string();
        assert!(error.contains("taken.csv: cannot be written: "), "{error}");
        let error = write(&folder.join("none/new.csv"), b"new").unwrap_err().to_string();
        assert!(error.contains("cannot be written: there is no folder") && error.ends_with("none"), "{error}");
        let mut left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["old.csv", "taken.csv"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
