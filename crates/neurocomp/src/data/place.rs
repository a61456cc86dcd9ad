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
/// If there is no such file; the message tells where it was looked for, and what to do.
pub fn dataset(name: &str) -> Result<PathBuf> {
    let candidates = folders();
    let found = candidates.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    found.ok_or_else(|| not_found(name, &candidates))
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

fn not_found(name: &str, candidates: &[PathBuf]) -> Error {
    // In a folder that is there the name is wrong; without one, the folder is missing.
    if let Some(folder) = candidates.iter().find(|folder| folder.is_dir()) {
        let (known, folder) = (files(folder), folder.display());
        return Error::file(
            name,
            format!("the folder {folder} has no file of this name, but {known}"),
            format!("le dossier {folder} n’a pas de fichier de ce nom, mais {known}"),
        );
    }
    let places: Vec<String> = candidates.iter().map(|folder| folder.display().to_string()).collect();
    let places = places.join(", ");
    Error::file(
        name,
        format!(
            "none of the folders {places} is there: put the course’s folder `datasets` beside the notebook, or set the variable \
             {FOLDER} to its path"
        ),
        format!(
            "aucun des dossiers {places} n’existe : placez le dossier `datasets` du cours à côté du notebook, ou donnez son \
             chemin à la variable {FOLDER}"
        ),
    )
}

/// The names of the files in a folder, in order, at most 20 of them.
fn files(folder: &Path) -> String {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let more = if names.len() > 20 { ", …" } else { "" };
    names.truncate(20);
    names.join(", ") + more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_course_is_found_from_below_and_an_unknown_one_named() {
        // Tests run in crates/neurocomp.
        assert!(dataset("README.md").unwrap().is_file());
        let error = dataset("v1_spike.csv").unwrap_err().to_string();
        assert!(error.starts_with("v1_spike.csv: the folder ") && error.contains("v1_spikes.csv"), "{error}");
    }

    #[test]
    fn without_a_folder_the_remedy_is_told() {
        let error = not_found("v1_spikes.csv", &[PathBuf::from("/nowhere/datasets")]).to_string();
        assert!(error.starts_with("v1_spikes.csv: none of the folders /nowhere/datasets is there: put "), "{error}");
    }
}
