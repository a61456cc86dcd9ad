//! How a cell is linked with added crates and with the library.

use super::package_name;
use super::project::Project;
use super::sharing::{inside_the_library, root_node};
use super::together;
use crate::stand_in::Call;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

/// The arguments of rustc for a cell, and what they rely on.
#[derive(Debug, Serialize, Deserialize)]
pub struct Linking {
    /// The arguments.
    pub arguments: Vec<String>,
    files: Vec<PathBuf>,
}

impl Linking {
    /// Whether the files are still there: the folder of added crates may have been emptied.
    pub fn is_there(&self) -> bool {
        self.files.iter().all(|file| file.exists())
    }

    /// Makes them from what cargo said of the project and of the artifacts that it built.
    pub fn of(call: &Call, project: &Project, metadata: &Value, artifacts: &[Value]) -> Result<Linking> {
        let built = Built::read(artifacts, &inside_the_library(metadata)?);
        let library = &call.library;
        match &built.neurocomp {
            None => Linking::with(&project.name, metadata, &built, &library.dylib, Some(&library.deps)),
            Some(file) if together::is_the_library_s(file) => {
                Linking::with(&project.name, metadata, &built, &library.dylib, None)
            }
            Some(file) => {
                let dylib = together::named(call, project, file)?;
                Linking::with(&project.name, metadata, &built, &dylib, None)
            }
        }
    }

    /// `dylib` is the library, and `deps` the folder of its dependencies, where they are not among what was built.
    fn with(name: &str, metadata: &Value, built: &Built, dylib: &Path, deps: Option<&Path>) -> Result<Linking> {
        let mut linking = Linking { arguments: Vec::new(), files: Vec::new() };
        for folder in deps.into_iter().chain(built.folders.iter().map(PathBuf::as_path)) {
            linking.add(format!("-Ldependency={}", folder.display()));
        }
        for dependency in root_node(metadata)?["deps"].as_array().into_iter().flatten() {
            let (Some(name), Some(id)) = (dependency["name"].as_str(), dependency["pkg"].as_str()) else {
                continue;
            };
            if name != "neurocomp" {
                linking.link_with(name, "", built.library(id, name)?);
            }
        }
        linking.link_with("neurocomp", "", dylib);
        linking.find_at_run_time(dylib);
        // Where crates bring code in C, only their archives are sure to have all its names.
        if built.native.is_empty() {
            let id = metadata["resolve"]["root"].as_str().context("no root")?;
            let all = built.library(id, name)?;
            linking.add("-Zunstable-options".to_owned());
            linking.link_with(name, "force:", all);
            linking.find_at_run_time(all);
        }
        for path in &built.native_folders {
            linking.add("-L".to_owned());
            linking.add(path.clone());
        }
        Ok(linking)
    }

    fn add(&mut self, argument: String) {
        self.arguments.push(argument);
    }

    fn link_with(&mut self, name: &str, how: &str, file: &Path) {
        self.add("--extern".to_owned());
        self.add(format!("{how}{name}={}", file.display()));
        self.files.push(file.to_owned());
    }

    fn find_at_run_time(&mut self, file: &Path) {
        let folder = file.parent().unwrap_or(file);
        self.add(format!("-Clink-arg=-Wl,-rpath,{}", folder.display()));
    }
}

/// What cargo said of its artifacts.
#[derive(Default)]
struct Built {
    /// The file by which rustc takes each package.
    libraries: HashMap<String, PathBuf>,
    neurocomp: Option<PathBuf>,
    folders: BTreeSet<PathBuf>,
    native: BTreeSet<String>,
    native_folders: BTreeSet<String>,
}

impl Built {
    fn read(messages: &[Value], inside_the_library: &HashSet<&str>) -> Built {
        let mut built = Built::default();
        for message in messages {
            let Some(id) = message["package_id"].as_str() else {
                continue;
            };
            let texts = |key: &str| {
                let list = message[key].as_array().into_iter().flatten();
                list.filter_map(|text| text.as_str().map(str::to_owned))
            };
            if !inside_the_library.contains(id) {
                built.native.extend(texts("linked_libs"));
                built.native_folders.extend(texts("linked_paths"));
            }
            let Some(file) = library_file(message).map(PathBuf::from) else {
                continue;
            };
            built.folders.extend(file.parent().map(Path::to_owned));
            if package_name(id).is_ok_and(|name| name == "neurocomp") {
                built.neurocomp = Some(file.clone());
            }
            built.libraries.insert(id.to_owned(), file);
        }
        built
    }

    fn library(&self, id: &str, name: &str) -> Result<&Path> {
        let file = self.libraries.get(id);
        Ok(file.with_context(|| format!("cargo did not say where it put {name}"))?)
    }
}

/// The file by which rustc takes a library: the shared object of neurocomp or of a procedural macro, otherwise the
/// `.rlib`.
fn library_file(artifact: &Value) -> Option<&str> {
    if artifact["reason"] != "compiler-artifact" || artifact["target"]["kind"] == json!(["custom-build"]) {
        return None;
    }
    let files = artifact["filenames"].as_array()?.iter().filter_map(Value::as_str);
    files.max_by_key(|file| [".so", ".dylib", ".rlib"].iter().any(|ending| file.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TARGET: &str = "/cache/target/debug";

    fn id(name: &str) -> String {
        format!("registry+https://github.com/rust-lang/crates.io-index#{name}@1.0.0")
    }

    fn artifact(name: &str, kind: &str, files: &[&str]) -> Value {
        let files: Vec<String> = files.iter().map(|file| format!("{TARGET}/{file}")).collect();
        json!({"reason": "compiler-artifact", "package_id": id(name), "target": {"kind": [kind]}, "filenames": files})
    }

    fn metadata(needs: &[(&str, &str)]) -> Value {
        let deps: Vec<Value> = needs.iter().map(|(name, package)| json!({"name": name, "pkg": id(package)})).collect();
        json!({"resolve": {"root": id("added_1"), "nodes": [{"id": id("added_1"), "deps": deps}]}})
    }

    fn arguments(needs: &[(&str, &str)], artifacts: &[Value]) -> String {
        let deps = Some(Path::new("/library/deps"));
        let dylib = Path::new("/library/deps/libneurocomp.so");
        let built = Built::read(artifacts, &HashSet::new());
        let linking = Linking::with("added_1", &metadata(needs), &built, dylib, deps).unwrap();
        linking.arguments.join(" ")
    }

    fn added() -> Value {
        artifact("added_1", "dylib", &["libadded_1.so"])
    }

    #[test]
    fn a_cell_is_linked_with_the_library_and_with_what_holds_all_added_crates() {
        let artifacts = [
            artifact("either", "lib", &["deps/libeither-1.rlib", "deps/libeither-1.rmeta"]),
            artifact("itertools", "lib", &["deps/libitertools-1.rlib", "deps/libitertools-1.rmeta"]),
            added(),
        ];
        assert_eq!(
            arguments(&[("itertools", "itertools")], &artifacts),
            "-Ldependency=/library/deps -Ldependency=/cache/target/debug -Ldependency=/cache/target/debug/deps \
             --extern itertools=/cache/target/debug/deps/libitertools-1.rlib \
             --extern neurocomp=/library/deps/libneurocomp.so -Clink-arg=-Wl,-rpath,/library/deps \
             -Zunstable-options --extern force:added_1=/cache/target/debug/libadded_1.so \
             -Clink-arg=-Wl,-rpath,/cache/target/debug"
        );
    }

    #[test]
    fn renamed_crates_and_macros_are_found_by_the_name_that_cells_use() {
        let artifacts = [
            artifact("rand", "lib", &["deps/librand-1.rlib"]),
            artifact("serde_derive", "proc-macro", &["deps/libserde_derive-1.so"]),
            artifact("serde_derive", "custom-build", &["build/serde_derive-1/build-script-build"]),
            added(),
        ];
        let said = arguments(&[("old_rand", "rand"), ("serde_derive", "serde_derive")], &artifacts);
        assert!(said.contains("--extern old_rand=/cache/target/debug/deps/librand-1.rlib"), "{said}");
        assert!(said.contains("--extern serde_derive=/cache/target/debug/deps/libserde_derive-1.so"), "{said}");
    }

    #[test]
    fn code_in_c_is_linked_from_its_archives() {
        let script = json!({"reason": "build-script-executed", "package_id": id("zstd-sys"), "linked_libs": ["static=zstd"],
            "linked_paths": ["native=/cache/target/debug/build/zstd-sys-1/out"]});
        let artifacts = [artifact("zstd-sys", "lib", &["deps/libzstd_sys-1.rlib"]), script, added()];
        let inside = HashSet::from(["registry+https://github.com/rust-lang/crates.io-index#zstd-sys@1.0.0"]);
        assert!(Built::read(&artifacts, &inside).native.is_empty(), "the library holds it already");
        let said = arguments(&[("zstd_sys", "zstd-sys")], &artifacts);
        assert!(said.ends_with("-L native=/cache/target/debug/build/zstd-sys-1/out"), "{said}");
        assert!(!said.contains("added_1"), "{said}");
    }

    #[test]
    fn what_cargo_did_not_build_is_named() {
        let built = Built::read(&[added()], &HashSet::new());
        let needs = metadata(&[("tool", "tool")]);
        let error = Linking::with("added_1", &needs, &built, Path::new("/x"), None).unwrap_err();
        assert!(error.to_string().contains("tool"));
    }
}
