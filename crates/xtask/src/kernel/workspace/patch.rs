//! Applies a patch to a crate as published.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use diffy::patch_set::{FileOperation, ParseOptions, PatchSet};

/// The files of a crate, by their paths below its folder.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The files of the crate in `folder`, changed by a patch in the unified format. Every line of context must be as the
/// patch has it; a hunk may only have moved up or down as a whole.
pub fn apply(patch: &str, folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    read(folder, folder, &mut files)?;
    let mut count = 0;
    for change in PatchSet::parse(patch, ParseOptions::unidiff()) {
        let change = change.context("this is no patch in the unified format")?;
        let hunks = change.patch().as_text().context("a binary patch")?;
        match change.operation().strip_prefix(1) {
            FileOperation::Modify { original, modified } if original == modified => {
                let file = existing(&mut files, &original)?;
                let new = changed(&original, file, hunks)?;
                *file = new;
            }
            FileOperation::Create(name) => {
                ensure!(!files.contains_key(Path::new(&*name)), "the patch adds {name}, which is there already");
                let content = changed(&name, b"", hunks)?;
                files.insert(PathBuf::from(&*name), content);
            }
            FileOperation::Delete(name) => {
                let rest = changed(&name, existing(&mut files, &name)?, hunks)?;
                ensure!(rest.is_empty(), "the patch removes {name}, which has other lines");
                files.remove(Path::new(&*name));
            }
            other => bail!("the patch does what is not provided for: {other:?}"),
        }
        count += 1;
    }
    ensure!(count > 0, "it changes no file");
    Ok(files)
}

fn existing<'a>(files: &'a mut Files, name: &str) -> Result<&'a mut Vec<u8>> {
    files.get_mut(Path::new(name)).with_context(|| format!("the patch changes {name}, which is not there"))
}

fn changed(name: &str, content: &[u8], patch: &diffy::Patch<'_, str>) -> Result<Vec<u8>> {
    let text = std::str::from_utf8(content).with_context(|| format!("{name} is no text"))?;
    match diffy::apply(text, patch) {
        Ok(new) => Ok(new.into_bytes()),
        Err(error) => bail!("{name}: {error} of {}", patch.hunks().len()),
    }
}

/// Reads the files of a folder, without what cargo itself leaves there.
fn read(base: &Path, folder: &Path, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') || name == "Cargo.lock" {
            continue;
        }
        if path.is_dir() {
            read(base, &path, files)?;
        } else {
            let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            files.insert(path.strip_prefix(base)?.to_owned(), content);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The crate that the patches of these tests are for.
    fn published() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (file, text) in [
            ("Cargo.toml", "[package]\n"),
            ("Cargo.lock", "of the authors\n"),
            (".cargo-ok", "{}"),
            ("src/lib.rs", "mod a;\nmod b;\nmod c;\n\nfn main() {}\n"),
            ("src/old.rs", "fn old() {}\n"),
        ] {
            let file = folder.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        folder
    }

    const CHANGE: &str = "\
diff --git a/src/lib.rs b/src/lib.rs
index 1234567..89abcde 100644
--- a/src/lib.rs
+++ b/src/lib.rs
@@ -1,3 +1,4 @@
 mod a;
 mod b;
 mod c;
+mod new;
";
    const ADDITION: &str = "\
diff --git a/src/new.rs b/src/new.rs
new file mode 100644
--- /dev/null
+++ b/src/new.rs
@@ -0,0 +1,2 @@
+// new
+fn new() {}
";
    const REMOVAL: &str = "\
--- a/src/old.rs
+++ /dev/null
@@ -1 +0,0 @@
-fn old() {}
";

    fn error(patch: &str) -> String {
        let folder = published();
        format!("{:#}", apply(patch, folder.path()).unwrap_err())
    }

    #[test]
    fn files_are_changed_added_and_removed() {
        let folder = published();
        let patch = format!("A word beforehand.\n\n{CHANGE}{ADDITION}{REMOVAL}");
        let files = apply(&patch, folder.path()).unwrap();
        let text = |name: &str| {
            let content = files.get(Path::new(name)).map(Vec::as_slice);
            content.map(|content| std::str::from_utf8(content).unwrap())
        };
        let changed = "mod a;\nmod b;\nmod c;\nmod new;\n\nfn main() {}\n";
        assert_eq!(text("src/lib.rs"), Some(changed));
        assert_eq!(text("src/new.rs"), Some("// new\nfn new() {}\n"));
        assert_eq!(text("Cargo.toml"), Some("[package]\n"));
        assert_eq!(files.len(), 3, "without old.rs and cargo's own: {files:?}");
    }

    #[test]
    fn another_line_of_context_fails_with_the_names_of_file_and_hunk() {
        let text = error(&CHANGE.replace(" mod b;", " mod z;"));
        assert!(text.contains("src/lib.rs: error applying hunk #1 of 1"), "{text}");
        let second = format!("{CHANGE}@@ -4,2 +5,3 @@\n \n+fn x() {{}}\n fn main() {{ }}\n");
        let text = error(&second);
        assert!(text.contains("src/lib.rs: error applying hunk #2 of 2"), "{text}");
    }

    #[test]
    fn a_file_that_should_or_should_not_be_there_is_an_error() {
        let text = error(&CHANGE.replace("src/lib.rs", "src/main.rs"));
        assert!(text.contains("src/main.rs, which is not there"), "{text}");
        let text = error(&ADDITION.replace("src/new.rs", "src/old.rs"));
        assert!(text.contains("src/old.rs, which is there already"), "{text}");
        let text = error(&REMOVAL.replace("-1 +0,0", "-1,2 +0,0").replace("-fn old", "-// x\n-fn old"));
        assert!(text.contains("src/old.rs"), "{text}");
    }

    #[test]
    fn a_patch_that_was_cut_off_or_is_none_is_an_error() {
        let cut = CHANGE.trim_end().trim_end_matches("+mod new;");
        for patch in ["", "mod a;\n", cut] {
            assert!(error(patch).contains("no patch"), "{patch}");
        }
        let renamed = CHANGE.replace("+++ b/src/lib.rs", "+++ b/src/main.rs");
        assert!(error(&renamed).contains("not provided for"));
    }
}
