//! The cargo projects that build added crates.

use super::place::Place;
use super::sharing::{direct_names, series};
use crate::stand_in::Call;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashSet;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// Stands in a project that was built.
const BUILT: &str = "built";

/// A project whose crate depends on the added crates. Built, it is a shared object that holds all of them.
#[derive(Debug, Serialize, Deserialize)]
pub struct Project {
    /// Where its manifest is.
    pub folder: PathBuf,
    /// Its target directory.
    pub target: PathBuf,
    /// The name of its crate, which no other set of crates has: they may be loaded into one process.
    pub name: String,
    /// Where it is, if it is built without the library.
    pub alone: Option<Place>,
    #[serde(skip)]
    held: Option<File>,
}

impl Project {
    /// The added crates by themselves, with the library's profile. Of what the library needs as well, they get the same
    /// versions, which are downloaded already.
    pub fn alone(call: &Call, crates: &toml::Table, place: &Place) -> Result<Project> {
        let lock = lock_to_begin_with(call)?;
        let recorded = read_manifest(&call.library.project)?;
        let print = fingerprint(&[&crates.to_string(), &lock, &recorded.to_string(), &call.library.rustc_version]);
        let mut project = Project {
            folder: place.folder.join(&print),
            target: place.folder.join("target"),
            name: format!("added_{print}"),
            alone: Some(place.clone()),
            held: None,
        };
        if !project.folder.join(BUILT).exists() {
            place.make_room();
        }
        project.held = place.hold();
        project.write(&alone_manifest(&project.name, crates, &recorded), &lock)?;
        Ok(project)
    }

    /// The added crates with the library. The project looks to cargo like the one that built the library: the same profile,
    /// the same lock file with what was chosen for the crates alone, neurocomp in the same place beside the manifest.
    pub fn together(call: &Call, crates: &toml::Table, alone: &Project) -> Result<Project> {
        let folder = super::folder(call).join("together");
        let project = Project {
            target: folder.join("target"),
            name: format!("added_{}", fingerprint(&[&crates.to_string()])),
            folder,
            alone: None,
            held: None,
        };
        let manifest = together_manifest(&project.name, crates, &read_manifest(&call.library.project)?)?;
        let lock = joined_locks(library_s_lock(call)?.parse()?, &alone.lock()?);
        fs::create_dir_all(&project.folder)?;
        fs::write(project.folder.join("Cargo.lock"), toml::to_string(&lock)?)?;
        project.write(&manifest, "")?;
        project.place_neurocomp(call)?;
        Ok(project)
    }

    /// The project that built the library, to be asked what it was built of.
    pub fn of_the_library(call: &Call) -> Result<Project> {
        let folder = super::folder(call).join("library-project");
        let project =
            Project { target: folder.join("target"), name: "ctx".to_owned(), folder, alone: None, held: None };
        project.write(&read_manifest(&call.library.project)?, &library_s_lock(call)?)?;
        project.place_neurocomp(call)?;
        Ok(project)
    }

    /// Whether it is still where it was written; if so, nobody removes it for as long as this value lives.
    pub fn is_still_there(&mut self) -> bool {
        if let Some(place) = &self.alone {
            self.held = place.hold();
        }
        self.folder.join("Cargo.toml").exists()
    }

    /// Notes that it was built: then there is no reason to make room for it.
    pub fn note_built(&self) -> Result<()> {
        Ok(fs::write(self.folder.join(BUILT), "")?)
    }

    /// Has the crates that this session adds later begin with the versions that were chosen here.
    pub fn pass_lock_on(&self, call: &Call) -> Result<()> {
        let lock = joined_locks(self.lock()?, &library_s_lock(call)?.parse()?);
        Ok(fs::write(lock_of_session(call), toml::to_string(&lock)?)?)
    }

    fn lock(&self) -> Result<toml::Table> {
        Ok(fs::read_to_string(self.folder.join("Cargo.lock"))?.parse()?)
    }

    fn write(&self, manifest: &toml::Table, lock: &str) -> Result<()> {
        fs::create_dir_all(self.folder.join("src"))
            .with_context(|| format!("cannot write in {}", self.folder.display()))?;
        let source = self.folder.join("src/lib.rs");
        if !source.exists() {
            fs::write(source, "")?;
        }
        let text = toml::to_string(manifest)?;
        let file = self.folder.join("Cargo.toml");
        if fs::read_to_string(&file).ok().as_ref() != Some(&text) {
            fs::write(file, text)?;
        }
        let file = self.folder.join("Cargo.lock");
        if !file.exists() {
            fs::write(file, lock)?;
        }
        Ok(())
    }

    fn place_neurocomp(&self, call: &Call) -> Result<()> {
        let link = self.folder.join("neurocomp");
        if !link.exists() {
            symlink(call.library.project.join("neurocomp"), link)?;
        }
        Ok(())
    }

    /// Writes the source of the crate: rustc links only with what it names.
    pub fn write_source(&self, metadata: &Value) -> Result<()> {
        let lines: String = direct_names(metadata)?.iter().map(|name| format!("extern crate {name} as _;\n")).collect();
        let file = self.folder.join("src/lib.rs");
        if fs::read_to_string(&file).ok().as_ref() != Some(&lines) {
            fs::write(file, lines)?;
        }
        Ok(())
    }
}

/// What was chosen for the crates that this session has already added, otherwise for the library.
fn lock_to_begin_with(call: &Call) -> Result<String> {
    match fs::read_to_string(lock_of_session(call)) {
        Ok(lock) => Ok(lock),
        Err(_) => library_s_lock(call),
    }
}

fn lock_of_session(call: &Call) -> PathBuf {
    super::folder(call).join("Cargo.lock")
}

fn library_s_lock(call: &Call) -> Result<String> {
    let file = call.library.project.join("Cargo.lock");
    fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// One lock file with what both say; where they chose differently, `first` counts.
fn joined_locks(mut first: toml::Table, second: &toml::Table) -> toml::Table {
    let name_and_series = |package: &toml::Value| {
        let text = |key: &str| package.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        (text("name").to_owned(), series(text("version")))
    };
    let packages = |lock: &toml::Table| {
        let list = lock.get("package").and_then(toml::Value::as_array);
        list.cloned().unwrap_or_default()
    };
    let mut all = packages(&first);
    let chosen: HashSet<_> = all.iter().map(name_and_series).collect();
    let more = packages(second).into_iter().filter(|package| !chosen.contains(&name_and_series(package)));
    all.extend(more);
    first.insert("package".into(), all.into());
    first
}

fn read_manifest(folder: &Path) -> Result<toml::Table> {
    Ok(fs::read_to_string(folder.join("Cargo.toml"))?.parse()?)
}

fn alone_manifest(name: &str, crates: &toml::Table, library: &toml::Table) -> toml::Table {
    let mut manifest = shared_object(name);
    manifest.insert("dependencies".into(), crates.clone().into());
    if let Some(mut profiles) = library.get("profile").cloned() {
        let own = profiles.get_mut("dev").and_then(|dev| dev.get_mut("package")).and_then(toml::Value::as_table_mut);
        if let Some(packages) = own {
            packages.remove("neurocomp"); // cargo would warn that there is none
        }
        manifest.insert("profile".into(), profiles);
    }
    manifest
}

fn together_manifest(name: &str, crates: &toml::Table, library: &toml::Table) -> Result<toml::Table> {
    let mut manifest = library.clone();
    manifest.extend(shared_object(name));
    manifest
        .get_mut("dependencies")
        .and_then(toml::Value::as_table_mut)
        .context("no dependencies recorded")?
        .extend(crates.clone());
    Ok(manifest)
}

fn shared_object(name: &str) -> toml::Table {
    let mut package = toml::Table::new();
    for (key, value) in [("name", name), ("version", "0.0.0"), ("edition", "2024")] {
        package.insert(key.into(), value.into());
    }
    let library = toml::Table::from_iter([("crate-type".to_owned(), vec!["dylib"].into())]);
    toml::Table::from_iter([
        ("package".to_owned(), package.into()),
        ("lib".to_owned(), library.into()),
        ("workspace".to_owned(), toml::Table::new().into()),
    ])
}

/// A short name for what these texts say.
pub fn fingerprint(texts: &[&str]) -> String {
    let mut hasher = DefaultHasher::new();
    texts.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIBRARY: &str = r#"
        [package]
        name = "ctx"
        version = "1.0.0"
        edition = "2024"
        [dependencies]
        neurocomp = { path = "neurocomp" }
        [workspace]
        [profile.dev]
        opt-level = 2
        [profile.dev.package."*"]
        overflow-checks = false
        [profile.dev.package.neurocomp]
        opt-level = 3
    "#;

    #[test]
    fn crates_by_themselves_have_the_library_s_profile_and_nothing_else_of_it() {
        let crates: toml::Table = "itoa = \"1\"\nserde = { version = \"1\", features = [\"derive\"] }".parse().unwrap();
        let manifest = alone_manifest("added_1", &crates, &LIBRARY.parse().unwrap());
        let expected: toml::Table = r#"
            package = { name = "added_1", version = "0.0.0", edition = "2024" }
            lib.crate-type = ["dylib"]
            workspace = {}
            dependencies = { itoa = "1", serde = { version = "1", features = ["derive"] } }
            profile.dev = { opt-level = 2, package = { "*" = { overflow-checks = false } } }
        "#
        .parse()
        .unwrap();
        assert_eq!(manifest, expected);
    }

    #[test]
    fn crates_with_the_library_change_only_what_does_not_matter_to_it() {
        let library: toml::Table = LIBRARY.parse().unwrap();
        let crates: toml::Table = "ndarray-stats = \"0.7\"".parse().unwrap();
        let manifest = together_manifest("added_2", &crates, &library).unwrap();
        assert_eq!(manifest["profile"], library["profile"]);
        assert_eq!(manifest["dependencies"]["neurocomp"], library["dependencies"]["neurocomp"]);
        assert_eq!(manifest["dependencies"]["ndarray-stats"].as_str(), Some("0.7"));
        assert_eq!(manifest["package"]["name"].as_str(), Some("added_2"));
    }

    #[test]
    fn a_lock_file_keeps_what_was_chosen_and_takes_the_rest_from_the_library() {
        let lock = |packages: &[(&str, &str)]| -> toml::Table {
            let text: String = packages
                .iter()
                .map(|(name, version)| format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n"))
                .collect();
            format!("version = 4\n{text}").parse().unwrap()
        };
        let chosen = lock(&[("added_1", "0.0.0"), ("itoa", "1.0.18"), ("rand", "0.8.5")]);
        let library = lock(&[("either", "1.19.0"), ("itoa", "1.0.17"), ("rand", "0.9.5")]);
        let expected =
            [("added_1", "0.0.0"), ("itoa", "1.0.18"), ("rand", "0.8.5"), ("either", "1.19.0"), ("rand", "0.9.5")];
        assert_eq!(joined_locks(chosen, &library), lock(&expected));
    }

    #[test]
    fn what_differs_has_another_fingerprint() {
        assert_eq!(fingerprint(&["a", "b"]), fingerprint(&["a", "b"]));
        assert_ne!(fingerprint(&["a", "b"]), fingerprint(&["ab", ""]));
    }
}
