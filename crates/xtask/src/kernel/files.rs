//! Files that are written again and again by set-up, and touched only where something changed: cargo recompiles what
//! is newer than what it compiled before.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use toml::Table;

/// Reads a manifest, such as `Cargo.toml`.
pub fn read_manifest(file: &Path) -> Result<Table> {
    fs::read_to_string(file)
        .with_context(|| format!("reading {}", file.display()))?
        .parse()
        .with_context(|| format!("{} is no manifest", file.display()))
}

/// Makes the file hold this content.
pub fn write_if_changed(file: &Path, content: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|old| old == content) {
        return Ok(());
    }
    fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
    fs::write(file, content).with_context(|| format!("writing {}", file.display()))
}

/// Whether two files are of one size and time: then one is a copy of the other.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let signature = |file: &Path| fs::metadata(file).ok().and_then(|found| Some((found.len(), found.modified().ok()?)));
    signature(one).is_some_and(|found| Some(found) == signature(other))
}

/// Lets `to` be the file `from` under another name, or a copy of it where they are on different disks.
pub fn link(from: &Path, to: &Path) -> Result<()> {
    if is_same(from, to) {
        return Ok(());
    }
    if to.exists() {
        remove(to)?;
    }
    fs::hard_link(from, to)
        .or_else(|_| fs::copy(from, to).map(drop))
        .with_context(|| format!("linking {} to {}", from.display(), to.display()))
}

/// Removes the entries of a folder that are not wanted.
pub fn keep_only(folder: &Path, is_wanted: &dyn Fn(&Path) -> bool) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if !is_wanted(&path) {
            remove(&path)?;
        }
    }
    Ok(())
}

/// Removes a file, a link, or a folder with what it holds.
pub fn remove(path: &Path) -> Result<()> {
    let found = fs::symlink_metadata(path).with_context(|| format!("reading {}", path.display()))?;
    if found.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
        .with_context(|| format!("removing {}", path.display()))
}

/// Makes `to` hold exactly what `from` holds.
pub fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    keep_only(to, &|old| old.file_name().is_some_and(|name| from.join(name).exists()))?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_tree(&entry.path(), &copy)?;
        } else {
            write_if_changed(&copy, &fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

/// Copies the root's lock file into a generated workspace, changed as that needs it, whenever the root's is another one
/// than last time. `copied` remembers the root's: cargo takes from the copy what the workspace needs and drops the rest,
/// so that the two differ.
pub fn copy_lock(lock: &Path, to: &Path, copied: &Path, change: impl Fn(String) -> Result<String>) -> Result<()> {
    let text = fs::read_to_string(lock).with_context(|| format!("reading {}", lock.display()))?;
    if to.exists() && fs::read_to_string(copied).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(to, change(text.clone())?).with_context(|| format!("writing {}", to.display()))?;
    fs::write(copied, text).with_context(|| format!("writing {}", copied.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_tree_holds_no_more_than_the_original_and_what_is_the_same_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        for (file, text) in [("from/a/b", "1"), ("from/c", "2"), ("to/a/old", "3"), ("to/d/e", "4")] {
            write_if_changed(&folder.path().join(file), text.as_bytes()).unwrap();
        }
        copy_tree(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("a/b")).unwrap(), "1");
        assert!(!to.join("a/old").exists() && !to.join("d").exists());

        let modified = |file: &str| fs::metadata(to.join(file)).unwrap().modified().unwrap();
        let before = (modified("a/b"), modified("c"));
        std::thread::sleep(std::time::Duration::from_millis(20));
        fs::write(from.join("c"), "3").unwrap();
        copy_tree(&from, &to).unwrap();
        assert_eq!(modified("a/b"), before.0);
        assert_ne!(modified("c"), before.1);
    }

    #[test]
    fn what_cargo_dropped_from_a_lock_file_stays_dropped_until_the_original_changes() {
        let folder = tempfile::tempdir().unwrap();
        let [lock, to, copied] = ["lock", "to", "copied"].map(|name| folder.path().join(name));
        let copy = || copy_lock(&lock, &to, &copied, |text| Ok(text + "!")).unwrap();
        fs::write(&lock, "one").unwrap();
        copy();
        assert_eq!(fs::read_to_string(&to).unwrap(), "one!");
        fs::write(&to, "shorter").unwrap();
        copy();
        assert_eq!(fs::read_to_string(&to).unwrap(), "shorter");
        fs::write(&lock, "two").unwrap();
        copy();
        assert_eq!(fs::read_to_string(&to).unwrap(), "two!");
    }
}
