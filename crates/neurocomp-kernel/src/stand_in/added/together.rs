//! The library, where added crates are built together with it.
//!
//! Cargo finds what was compiled at installation in the project's target directory, by links, and compiles only what is
//! not to be had there.

use super::project::Project;
use crate::library::Library;
use crate::stand_in::Call;
use anyhow::{Context, Result};
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};

/// The library to link with, where an added crate wants more of a shared crate and it had to be recompiled. It gets the
/// name by which loaders are to know it: the process of the cells may have loaded the first one.
pub fn named(call: &Call, project: &Project, built: &Path) -> Result<PathBuf> {
    let folder = folder_of_named(call);
    fs::create_dir_all(&folder)?;
    // A set that is added later may find it as an earlier one left it.
    let same = fs::read_dir(&folder)?.flatten().map(|entry| entry.path());
    let same = same.into_iter().find(|named| is_same_file(named, built));
    if let Some(named) = same {
        return Ok(named);
    }
    let named = folder.join(library_name(project));
    fs::hard_link(built, &named).with_context(|| format!("cannot give {} its name", built.display()))?;
    Ok(named)
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    let number = |file: &Path| fs::metadata(file).ok().map(|found| (found.dev(), found.ino()));
    number(one).is_some_and(|found| Some(found) == number(other))
}

/// Whether this is still the library's own file.
pub fn is_the_library_s(file: &Path) -> bool {
    file.is_symlink()
}

fn folder_of_named(call: &Call) -> PathBuf {
    super::folder(call).join("library")
}

/// The name of a library that is recompiled for a project.
pub fn library_name(project: &Project) -> String {
    format!("libneurocomp-{}.so", project.name)
}

/// Where the added crates find the library when they are loaded, if they need it.
pub fn folders_of_the_library(call: &Call, project: &Project) -> Vec<PathBuf> {
    let installed = call.library.dylib.parent().map(Path::to_owned);
    match project.alone {
        Some(_) => Vec::new(),
        None => [folder_of_named(call)].into_iter().chain(installed).collect(),
    }
}

/// Gives a target directory what the library was built into.
pub fn provide(library: &Library, target: &Path) -> Result<()> {
    if target.exists() {
        return Ok(());
    }
    link_tree(&library.target_dir, target)
}

/// Makes a copy of a folder that takes little space: what is compiled, which nobody writes in place, is a link.
fn link_tree(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let (original, copy) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            link_tree(&original, &copy)?;
        } else if is_compiled(&original, &entry.metadata()?) {
            symlink(&original, &copy)?;
        } else {
            copy_with_time(&original, &copy)?;
        }
    }
    Ok(())
}

/// Libraries, and the programs that prepare their compilation.
fn is_compiled(file: &Path, found: &fs::Metadata) -> bool {
    const ENDINGS: [&str; 4] = ["rlib", "rmeta", "so", "dylib"];
    let ending = file.extension();
    ending.is_some_and(|ending| ENDINGS.iter().any(|one| ending == *one)) || found.mode() & 0o111 != 0
}

/// Cargo compares the times of files to see what is up to date.
fn copy_with_time(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)?;
    let times = fs::FileTimes::new().set_modified(fs::metadata(from)?.modified()?);
    Ok(fs::File::options().write(true).open(to)?.set_times(times)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_s_copy_links_what_is_compiled_and_keeps_the_times() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let deps = from.path().join("debug/deps");
        fs::create_dir_all(&deps).unwrap();
        for name in ["libndarray-1.rlib", "ndarray-1.d"] {
            fs::write(deps.join(name), name).unwrap();
            let old = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
            let file = fs::File::options().write(true).open(deps.join(name)).unwrap();
            file.set_modified(old).unwrap();
        }
        let target = to.path().join("target");
        link_tree(from.path(), &target).unwrap();
        for (name, is_linked) in [("libndarray-1.rlib", true), ("ndarray-1.d", false)] {
            let (original, copy) = (deps.join(name), target.join("debug/deps").join(name));
            assert_eq!(copy.is_symlink(), is_linked, "{name}");
            let time = |file: &Path| fs::metadata(file).unwrap().modified().unwrap();
            assert_eq!(time(&copy), time(&original));
        }
    }
}
