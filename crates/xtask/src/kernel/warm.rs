//! Fills the memory of compiled cells beside the library, so that nobody waits for the cells of the course.
//!
//! The solutions are run, in both languages: the cells that students do not change are the same in their copies. The work is
//! done by `python/warm_cells.py`. What goes wrong there is reported, and costs time later, in the cells that were left
//! out; it is no reason for a set-up to fail.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::environment::Environment;

/// Whoever waits for a set-up has waited long enough: what has not been run by then, two notebooks at a time, is left out.
const SECONDS: usize = 240;
/// More notebooks at once would be more memory for little time.
const MOST_JOBS: usize = 2;
/// The cells of both languages are nearly the same, so that the second goes quickly.
const LANGUAGES: [&str; 2] = ["en", "fr"];

/// Whether this was done for the library that is installed.
pub fn is_done(environment: &Environment) -> bool {
    let identity = identity(environment);
    identity.is_ok_and(|identity| fs::read_to_string(stamp(environment)).is_ok_and(|done| done == identity))
}

/// Runs the notebooks in the kernel that is installed, `jobs` at a time.
pub fn run(environment: &Environment, root: &Path, jobs: usize) {
    if let Err(error) = warm(environment, root, jobs) {
        eprintln!("cells: not all are compiled beforehand ({error:#}); the kernel works all the same");
    }
}

/// After another kernel or library was installed, which may compile cells in another way.
pub fn forget(environment: &Environment) {
    fs::remove_file(stamp(environment)).ok();
}

fn stamp(environment: &Environment) -> PathBuf {
    environment.prefix.join("share/neurocomp/cells.stamp")
}

/// Which library the environment holds.
fn identity(environment: &Environment) -> Result<String> {
    let file = environment.prefix.join("share/neurocomp/library.json");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let library: serde_json::Value = serde_json::from_str(&text)?;
    let identity = library["identity"].as_str();
    Ok(identity.context("library.json has no identity")?.to_owned())
}

fn warm(environment: &Environment, root: &Path, jobs: usize) -> Result<()> {
    let identity = identity(environment)?;
    if !is_done(environment) {
        // Cells of another kernel or library are of no use.
        let cells = environment.prefix.join("share/neurocomp/cells");
        if cells.exists() {
            fs::remove_dir_all(&cells).with_context(|| format!("removing {}", cells.display()))?;
        }
    }
    let jobs = jobs.clamp(1, MOST_JOBS);
    let status = environment
        .command(root)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .arg("crates/xtask/python/warm_cells.py")
        .args(["--jobs", &jobs.to_string()])
        .args(["--seconds", &(SECONDS * MOST_JOBS / jobs).to_string()])
        .args(notebooks(root)?)
        .status()?;
    if !status.success() {
        bail!("warm_cells.py ended with {status}");
    }
    fs::write(stamp(environment), identity)?;
    Ok(())
}

/// The solutions, and the notebooks that have none.
fn notebooks(root: &Path) -> Result<Vec<PathBuf>> {
    let sources = root.join("notebooks/source");
    let mut names = Vec::new();
    for entry in fs::read_dir(&sources).with_context(|| format!("reading {}", sources.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "md") {
            names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    // The six sessions first: they are what most people open, if there is no time for all.
    names.sort_by_key(|name| (name != "index" && !name.starts_with("td"), name.clone()));
    let of_language = |language: &str| {
        let folder = root.join("notebooks").join(language);
        let file = |name: &String| {
            let plain = folder.join(format!("{name}.ipynb"));
            let solution = folder.join(format!("{name}-solution.ipynb"));
            let has_none = plain.exists() && !solution.exists();
            if has_none { plain } else { solution }
        };
        names.iter().map(file).collect::<Vec<_>>()
    };
    Ok(LANGUAGES.into_iter().flat_map(of_language).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_solutions_of_the_course_come_english_first() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
        let found = notebooks(root).unwrap();
        assert!(found.iter().all(|path| path.is_file()), "{found:?}");
        assert_eq!(found.len() % 2, 0);
        let (first, second) = found.split_at(found.len() / 2);
        assert!(first.iter().all(|path| path.parent().unwrap().ends_with("en")));
        assert!(second.iter().all(|path| path.parent().unwrap().ends_with("fr")));
        assert!(first.iter().any(|path| path.ends_with("td3-solution.ipynb")));
        assert!(first[0].ends_with("index.ipynb") && first[1].ends_with("td1-solution.ipynb"));
    }
}
