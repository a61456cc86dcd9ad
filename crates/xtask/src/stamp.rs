//! A fingerprint of everything the installed kernel is made from, so that `setup` knows at once that it is current.
//!
//! Contents are hashed, not times: a fresh `git checkout` touches every file and changes nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// Files at the root that decide what is built; everything under `crates` is added to them.
const ROOT_FILES: [&str; 4] = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", ".cargo/config.toml"];

/// The fingerprint of the sources and of the compiler.
pub fn of_sources(root: &Path) -> Result<String> {
    let mut files: Vec<PathBuf> = ROOT_FILES.iter().map(|name| root.join(name)).collect();
    collect(&root.join("crates"), &mut files)?;
    files.sort();
    let mut hash = Hash::new();
    for file in files.iter().filter(|f| f.is_file()) {
        let relative = file.strip_prefix(root).unwrap_or(file);
        hash.add(relative.to_string_lossy().as_bytes());
        hash.add(&fs::read(file).with_context(|| format!("reading {}", file.display()))?);
    }
    hash.add(root.to_string_lossy().as_bytes());
    hash.add(&compiler_version(root)?);
    Ok(hash.hex())
}

fn compiler_version(root: &Path) -> Result<Vec<u8>> {
    let output = Command::new("rustc").arg("-vV").current_dir(root).output().context("`rustc -vV` did not run")?;
    Ok(output.stdout)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') || name == "__pycache__" || name == "target" {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// FNV-1a with 64 bits. The standard library's hasher may change with each Rust release; the ids of notebook cells,
/// which are committed, must not.
pub struct Hash(u64);

impl Hash {
    /// The hash of nothing.
    pub fn new() -> Hash {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    /// Adds one field; its length goes in too, so that ("ab", "c") and ("a", "bc") differ.
    pub fn add(&mut self, field: &[u8]) {
        for byte in (field.len() as u64).to_le_bytes().iter().chain(field) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    /// The hash of one field, in hexadecimal digits.
    pub fn of(field: &[u8]) -> String {
        let mut hash = Hash::new();
        hash.add(field);
        hash.hex()
    }

    /// Sixteen hexadecimal digits.
    pub fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_field_ends_matters() {
        let hash = |fields: &[&str]| {
            let mut hash = Hash::new();
            fields.iter().for_each(|f| hash.add(f.as_bytes()));
            hash.hex()
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_eq!(hash(&["ab", "c"]), hash(&["ab", "c"]));
    }

    #[test]
    fn the_hash_of_nothing_is_the_published_offset() {
        // Fowler, Noll, Vo: offset basis of the 64-bit FNV-1a.
        assert_eq!(Hash::new().hex(), "cbf29ce484222325");
    }

    #[test]
    fn a_changed_source_changes_the_fingerprint() {
        let root = std::env::temp_dir().join(format!("neurocomp-stamp-test-{}", std::process::id()));
        fs::create_dir_all(root.join("crates/a")).unwrap();
        fs::write(root.join("crates/a/lib.rs"), "one").unwrap();
        let before = of_sources(&root).unwrap();
        assert_eq!(before, of_sources(&root).unwrap());
        fs::write(root.join("crates/a/lib.rs"), "two").unwrap();
        assert_ne!(before, of_sources(&root).unwrap());
        fs::remove_dir_all(root).unwrap();
    }
}
