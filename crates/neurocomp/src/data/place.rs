//! Where the data of the course are.

use std::env;
use std::path::{Path, PathBuf};

use crate::{Error, Result};

/// Names a folder of data that is not the course's own.
const FOLDER: &str = "NEUROCOMP_DATASETS";

/// The path of a file of the course, such as `"v1_spikes.csv"`, whichever notebook asks: the folder `datasets` is looked
/// for beside the notebook and in the folders above it. The variable `NEUROCOMP_DATASETS` names another folder.
///
/// # Errors
///
/// If there is no such file; the message tells where it was looked for.
pub fn dataset(name: &str) -> Result<PathBuf> {
    let candidates = folders();
    find(name, &candidates).ok_or_else(|| {
        let places = places(&candidates);
        Error::file(name, format!("expected in {places}"), format!("attendu dans {places}"))
    })
}

/// A folder of data, such as `"mnist"`, if it is there.
#[cfg(feature = "digits")]
pub(crate) fn dataset_folder(name: &str) -> Option<PathBuf> {
    folders().into_iter().map(|folder| folder.join(name)).find(|folder| folder.is_dir())
}

fn folders() -> Vec<PathBuf> {
    let here = env::current_dir().unwrap_or_default();
    match env::var_os(FOLDER) {
        Some(folder) => vec![PathBuf::from(folder)],
        None => here.ancestors().map(|folder| folder.join("datasets")).collect(),
    }
}

fn find(name: &str, candidates: &[PathBuf]) -> Option<PathBuf> {
    candidates.iter().map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn places(candidates: &[PathBuf]) -> String {
    let shown: Vec<String> = candidates.iter().map(|folder| Path::display(folder).to_string()).collect();
    shown.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_course_is_found_from_below_and_an_unknown_one_named() {
        // Tests run in crates/neurocomp.
        assert!(dataset("README.md").unwrap().is_file());
        let error = dataset("no_such.csv").unwrap_err().to_string();
        assert!(error.starts_with("no_such.csv: expected in ") && error.contains("datasets"), "{error}");
    }
}
