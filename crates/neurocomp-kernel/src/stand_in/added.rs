//! Crates that a student adds with `:dep`.
//!
//! Most of them have nothing to do with the library: they are built by themselves, in a folder that the user keeps, so
//! that the library is not touched and the next kernel finds them compiled. Where their interface is made of types that
//! the library shows as well, as with a crate on ndarray, both must mean the same ndarray: then they are built together
//! with the library, in the session ([`sharing`] tells the two apart).
//!
//! In both cases cargo also makes one shared object of all the added crates. Cells link with it, so that what these crates
//! keep in statics exists once, as the runtime of tokio must, and a cell holds no copy of their code.

mod again;
mod cargo;
mod linking;
mod place;
mod project;
mod sharing;
mod signs;
mod together;
mod voice;

pub use voice::show;

use super::Call;
use crate::language::Text;
use again::Again;
use anyhow::{Context, Result};
use cargo::Look;
use linking::Linking;
use place::Place;
use project::Project;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use voice::Voice;

/// Names the record of a [`Linking`].
const LINKING: &str = "linking";

/// The crates that cells can use.
const FOUND: &str = "found";

/// The crates that were spoken of in this cell.
const NAMED: &str = "named";

const LOOKING: Text = Text { en: "Looking for", fr: "Recherche de" };
const READY: Text = Text { en: "Ready after", fr: "Prêt après" };

/// Cargo's own `cargo metadata` of a crate that depends on neurocomp and on the added crates.
pub fn metadata(call: &Call, crates: &toml::Table) -> Result<String> {
    let voice = Voice::new(call);
    let plan = match linked(call, crates) {
        Some(_) => Plan::of(call, &voice, crates),
        None => say_what_is_looked_for(call, &voice, crates).and_then(|()| Plan::of(call, &voice, crates)),
    };
    match plan {
        Ok(plan) => {
            eprint!("{}", plan.warnings); // evcxr looks there for a crate without a library
            Ok(plan.metadata.to_string())
        }
        Err(error) => {
            voice.end();
            Err(error)
        }
    }
}

/// Compiles the added crates, if this was not done before, and gives the arguments by which rustc finds them and
/// neurocomp.
pub fn compiled(call: &Call, crates: &toml::Table) -> Result<Vec<OsString>> {
    let linking = match linked(call, crates) {
        Some(linking) => linking,
        None => {
            let voice = Voice::new(call);
            let linking = link(call, &voice, crates);
            voice.end();
            linking?
        }
    };
    Ok(linking.arguments.into_iter().map(OsString::from).collect())
}

fn link(call: &Call, voice: &Voice, crates: &toml::Table) -> Result<Linking> {
    say_what_is_looked_for(call, voice, crates)?;
    let linking = Plan::of(call, voice, crates)?.carry_out(call, voice, crates)?;
    voice.say(&format!("{} {}", READY.get(), signs::seconds(voice.time())))?;
    fs::write(record(call, LINKING, crates), serde_json::to_vec(&linking)?)?;
    let names: Vec<&str> = crates.keys().map(String::as_str).collect();
    fs::write(folder(call).join(FOUND), names.join("\n"))?;
    Ok(linking)
}

/// What was found out in an earlier cell.
fn linked(call: &Call, crates: &toml::Table) -> Option<Linking> {
    read::<Linking>(&record(call, LINKING, crates)).filter(Linking::is_there)
}

/// How a set of crates is built. It is made once in a session, and then read.
#[derive(Serialize, Deserialize)]
struct Plan {
    /// The crates by themselves.
    project: Project,
    /// Those of them that the library shows, too: if there are any, the set is built with the library.
    shared: Vec<String>,
    /// What `cargo metadata` says of the crates.
    alone: Value,
    /// The same, with what is recorded of the library.
    metadata: Value,
    /// What cargo said besides.
    warnings: String,
}

impl Plan {
    fn of(call: &Call, voice: &Voice, crates: &toml::Table) -> Result<Plan> {
        let recorded = record(call, "plan", crates);
        if let Some(mut plan) = read::<Plan>(&recorded)
            && plan.project.is_still_there()
        {
            return Ok(plan);
        }
        let plan = Plan::make(call, voice, crates)?;
        fs::write(&recorded, serde_json::to_vec(&plan)?)?;
        Ok(plan)
    }

    fn make(call: &Call, voice: &Voice, crates: &toml::Table) -> Result<Plan> {
        let library: Value = serde_json::from_str(&fs::read_to_string(&call.library.metadata)?)?;
        let place = Place::find(&folder(call), crates)?;
        let project = Project::alone(call, crates, &place)?;
        let said = cargo::metadata(call, voice, &project, Look::Outside)?;
        Ok(Plan {
            project,
            shared: sharing::shared(&said.metadata, &library)?,
            metadata: sharing::joined(said.metadata.clone(), &library)?,
            alone: said.metadata,
            warnings: said.warnings,
        })
    }

    /// Builds, and tells how to link.
    fn carry_out(&self, call: &Call, voice: &Voice, crates: &toml::Table) -> Result<Linking> {
        let linking = if self.shared.is_empty() {
            self.carry_out_alone(call, voice)
        } else {
            self.carry_out_together(call, voice, crates)
        }?;
        self.project.pass_lock_on(call)?;
        Ok(linking)
    }

    fn carry_out_alone(&self, call: &Call, voice: &Voice) -> Result<Linking> {
        self.project.write_source(&self.alone)?;
        let artifacts = cargo::build(call, voice, &self.project)?;
        self.project.note_built()?;
        Linking::of(call, &self.project, &self.alone, &artifacts)
    }

    fn carry_out_together(&self, call: &Call, voice: &Voice, crates: &toml::Table) -> Result<Linking> {
        let project = Project::together(call, crates, &self.project)?;
        let metadata = cargo::metadata(call, voice, &project, Look::Inside)?.metadata;
        let built = folder(call).join("parts.json");
        let before = match read(&built) {
            Some(parts) => parts,
            None => cargo::parts(call, voice, &Project::of_the_library(call)?)?,
        };
        let now = cargo::parts(call, voice, &project)?;
        let again = if !built.exists() && again::is_of_another_home(&call.library.deps, &metadata) {
            Again::All
        } else {
            Again::of(&before, &now, &metadata)?
        };
        voice.say(&again::announcement(&self.shared, again))?;
        together::provide(&call.library, &project.target)?;
        project.write_source(&metadata)?;
        let artifacts = cargo::build(call, voice, &project)?;
        fs::write(built, serde_json::to_vec(&now)?)?;
        Linking::of(call, &project, &metadata, &artifacts)
    }
}

/// The first word of a cell. Each crate is named once: evcxr asks about it alone, and then about it among the others.
fn say_what_is_looked_for(call: &Call, voice: &Voice, crates: &toml::Table) -> Result<()> {
    let folder = folder(call);
    fs::create_dir_all(&folder)?;
    let lines = |name| fs::read_to_string(folder.join(name)).unwrap_or_default();
    let (found, named) = (lines(FOUND), if voice.is_first() { String::new() } else { lines(NAMED) });
    let is_known = |name: &&str| found.lines().chain(named.lines()).any(|line| line == *name);
    let new: Vec<&str> = crates.keys().map(String::as_str).filter(|name| !is_known(name)).collect();
    if new.is_empty() {
        return Ok(());
    }
    voice.say(&format!("{} {} …", LOOKING.get(), new.join(", ")))?;
    Ok(fs::write(folder.join(NAMED), format!("{named}{}\n", new.join("\n")))?)
}

/// Where this session keeps what it knows of added crates.
fn folder(call: &Call) -> PathBuf {
    call.session.join("added")
}

fn record(call: &Call, what: &str, crates: &toml::Table) -> PathBuf {
    folder(call).join(format!("{what}-{}.json", project::fingerprint(&[&crates.to_string()])))
}

fn read<T: for<'a> Deserialize<'a>>(file: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(file).ok()?).ok()
}

/// The name of a package as cargo's messages and metadata write its number.
fn package_name(id: &str) -> Result<&str> {
    let (source, rest) = id.rsplit_once('#').context("a package without a version")?;
    Ok(rest.split_once('@').map_or_else(|| source.rsplit('/').next().unwrap_or(source), |(name, _)| name))
}
