//! Which added crates speak of types that the library shows as well.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Small crates on which many others depend: one that needs them only for itself can have its own, as the numbers of
/// cells implement the traits of both. They are shared where the student names them.
const WHERE_NAMED: [&str; 2] = ["num-complex", "num-traits"];

/// The crates whose types appear in cells, as recorded of the library, that the added ones need in a version that cargo
/// would take for the same. `metadata` is about the added crates alone.
pub fn shared(metadata: &Value, library: &Value) -> Result<Vec<String>> {
    let shown: HashSet<(&str, String)> = packages(library)
        .filter(|package| package["id"] != library["resolve"]["root"])
        .filter_map(name_and_series)
        .collect();
    let by_id: HashMap<&str, &Value> =
        packages(metadata).filter_map(|package| Some((package["id"].as_str()?, package))).collect();
    let needs = normal_dependencies(metadata)?;
    let root = metadata["resolve"]["root"].as_str().context("no root")?;
    let direct: HashSet<&str> = needs.get(root).into_iter().flatten().copied().collect();

    let mut found = BTreeSet::new();
    let mut seen = HashSet::from([root]);
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        for need in needs.get(id).into_iter().flatten() {
            let Some(package) = by_id.get(need) else {
                continue;
            };
            // A procedural macro is part of the compiler: its types appear nowhere else.
            if !seen.insert(need) || is_procedural_macro(package) {
                continue;
            }
            open.push(need);
            let Some(crate_and_series) = name_and_series(package) else {
                continue;
            };
            let is_inside = WHERE_NAMED.contains(&crate_and_series.0) && !direct.contains(need);
            if shown.contains(&crate_and_series) && !is_inside {
                found.insert(crate_and_series.0.to_owned());
            }
        }
    }
    Ok(found.into_iter().collect())
}

/// The names by which a cell calls the crates that the project itself depends on.
pub fn direct_names(metadata: &Value) -> Result<Vec<String>> {
    let names = root_node(metadata)?["deps"].as_array().context("no dependencies")?;
    Ok(names.iter().filter_map(|dependency| dependency["name"].as_str().map(str::to_owned)).collect())
}

/// The packages inside the library: neurocomp and what it needs.
pub fn inside_the_library(metadata: &Value) -> Result<HashSet<&str>> {
    let needs = dependencies(metadata, |_| true)?;
    let mut open: Vec<&str> = packages(metadata)
        .filter(|package| package["name"] == "neurocomp")
        .filter_map(|package| package["id"].as_str())
        .collect();
    let mut inside: HashSet<&str> = open.iter().copied().collect();
    while let Some(id) = open.pop() {
        let new = needs.get(id).into_iter().flatten();
        open.extend(new.filter(|need| inside.insert(need)));
    }
    Ok(inside)
}

/// What cargo says of the root of the project.
pub fn root_node(metadata: &Value) -> Result<&Value> {
    let root = &metadata["resolve"]["root"];
    let mut nodes = nodes(metadata)?.iter();
    nodes.find(|node| node["id"] == *root).context("no root")
}

/// Adds to what cargo says of the added crates alone what is recorded of the library.
pub fn joined(mut alone: Value, library: &Value) -> Result<Value> {
    let root = alone["resolve"]["root"].clone();
    let cell = &library["resolve"]["root"];
    let present: HashSet<String> =
        packages(&alone).filter_map(|package| package["id"].as_str().map(str::to_owned)).collect();
    let is_new = |id: &Value| id != cell && id.as_str().is_some_and(|id| !present.contains(id));
    let new_packages = packages(library).filter(|package| is_new(&package["id"])).cloned();
    let packages = alone["packages"].as_array_mut().context("no packages")?;
    packages.extend(new_packages);
    let own_nodes = alone["resolve"]["nodes"].as_array_mut().context("no nodes")?;
    for node in nodes(library)? {
        if is_new(&node["id"]) {
            own_nodes.push(node.clone());
        } else if node["id"] == *cell {
            let own = own_nodes.iter_mut().find(|own| own["id"] == root).context("no root")?;
            for list in ["deps", "dependencies"] {
                let more = node[list].as_array().into_iter().flatten().cloned();
                if let Some(own) = own[list].as_array_mut() {
                    own.extend(more);
                }
            }
        }
    }
    Ok(alone)
}

fn normal_dependencies(metadata: &Value) -> Result<HashMap<&str, Vec<&str>>> {
    dependencies(metadata, |dependency| {
        let kinds = dependency["dep_kinds"].as_array();
        kinds.is_none_or(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
    })
}

/// For each package those that it needs, if they are wanted.
pub fn dependencies(metadata: &Value, is_wanted: impl Fn(&Value) -> bool) -> Result<HashMap<&str, Vec<&str>>> {
    let mut all = HashMap::new();
    for node in nodes(metadata)? {
        let id = node["id"].as_str().context("a package without a name")?;
        let wanted = node["deps"].as_array().into_iter().flatten();
        let ids = wanted.filter(|dependency| is_wanted(dependency)).filter_map(|dependency| dependency["pkg"].as_str());
        all.insert(id, ids.collect());
    }
    Ok(all)
}

fn is_procedural_macro(package: &Value) -> bool {
    let targets = package["targets"].as_array().into_iter().flatten();
    targets.filter_map(|target| target["kind"].as_array()).any(|kinds| kinds.contains(&json!("proc-macro")))
}

/// A crate, and the series of its version: of two in one series cargo uses one.
fn name_and_series(package: &Value) -> Option<(&str, String)> {
    let version = package["version"].as_str()?;
    Some((package["name"].as_str()?, series(version)))
}

/// What cargo compares of a version.
pub fn series(version: &str) -> String {
    let numbers = version.split(['-', '+']).next().unwrap_or(version).split('.');
    let mut series = Vec::new();
    for number in numbers {
        series.push(number);
        if number != "0" {
            break;
        }
    }
    series.join(".")
}

/// What cargo says of each package.
pub fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().into_iter().flatten()
}

fn nodes(metadata: &Value) -> Result<&Vec<Value>> {
    metadata["resolve"]["nodes"].as_array().context("no nodes")
}

#[cfg(test)]
pub mod tests {
    use super::*;

    fn package(name: &str, version: &str) -> Value {
        let kind = if name.ends_with("derive") { "proc-macro" } else { "lib" };
        json!({"id": format!("{name}@{version}"), "name": name, "version": version, "targets": [{"kind": [kind]}]})
    }

    /// What cargo says of crates that need each other: `name@version` and what it needs; `build:` comes before what
    /// only its build script needs. The first is the root.
    pub fn metadata(crates: &[(&str, &[&str])]) -> Value {
        let packages: Vec<Value> = crates
            .iter()
            .map(|(id, _)| id.split_once('@').map(|(name, version)| package(name, version)))
            .map(Option::unwrap)
            .collect();
        let nodes: Vec<Value> = crates
            .iter()
            .map(|(id, needs)| {
                let deps: Vec<Value> = needs
                    .iter()
                    .map(|need| {
                        let id = need.trim_start_matches("build:");
                        let kind = (id != *need).then_some("build");
                        let name = id.split('@').next().unwrap().replace('-', "_");
                        json!({"name": name, "pkg": id, "dep_kinds": [{"kind": kind, "target": null}]})
                    })
                    .collect();
                json!({"id": id, "deps": deps, "dependencies": needs})
            })
            .collect();
        json!({"packages": packages, "resolve": {"root": crates[0].0, "nodes": nodes}})
    }

    fn library() -> Value {
        metadata(&[
            ("ctx@1.0.0", &["neurocomp@0.1.0"]),
            ("neurocomp@0.1.0", &["ndarray@0.17.2", "nalgebra@0.35.0"]),
            ("ndarray@0.17.2", &["num-traits@0.2.19"]),
            ("nalgebra@0.35.0", &["num-traits@0.2.19"]),
            ("num-traits@0.2.19", &[]),
        ])
    }

    #[test]
    fn a_crate_on_the_library_s_ndarray_shares_it_and_one_on_another_does_not() {
        let on = |ndarray: &str| {
            let added = metadata(&[
                ("added_1@0.0.0", &["itertools@0.14.0", "ndarray-stats@0.7.0"]),
                ("itertools@0.14.0", &[]),
                ("ndarray-stats@0.7.0", &[ndarray]),
                (ndarray, &[]),
            ]);
            shared(&added, &library()).unwrap()
        };
        assert_eq!(on("ndarray@0.17.1"), ["ndarray"]);
        assert_eq!(on("ndarray@0.16.1"), [""; 0]);
    }

    #[test]
    fn what_only_builds_a_crate_or_expands_its_macros_shares_nothing() {
        let added = metadata(&[
            ("added_1@0.0.0", &["tables@1.0.0", "array-derive@1.0.0"]),
            ("tables@1.0.0", &["build:ndarray@0.17.2"]),
            ("array-derive@1.0.0", &["nalgebra@0.35.0"]),
            ("ndarray@0.17.2", &[]),
            ("nalgebra@0.35.0", &[]),
        ]);
        assert_eq!(shared(&added, &library()).unwrap(), [""; 0]);
    }

    #[test]
    fn what_many_crates_stand_on_is_shared_where_the_student_names_it() {
        let needs = |direct: &'static [&'static str]| {
            let added = metadata(&[
                ("added_1@0.0.0", direct),
                ("num-integer@0.1.46", &["num-traits@0.2.19"]),
                ("num-traits@0.2.19", &[]),
            ]);
            shared(&added, &library()).unwrap()
        };
        assert_eq!(needs(&["num-integer@0.1.46"]), [""; 0]);
        assert_eq!(needs(&["num-integer@0.1.46", "num-traits@0.2.19"]), ["num-traits"]);
    }

    #[test]
    fn versions_that_cargo_takes_for_the_same_are_one_series() {
        for (one, other) in [("1.2.3", "1.9.0"), ("0.17.2", "0.17.0-rc.1"), ("0.0.3", "0.0.3")] {
            assert_eq!(series(one), series(other));
        }
        for (one, other) in [("1.2.3", "2.2.3"), ("0.17.2", "0.16.2"), ("0.0.3", "0.0.4")] {
            assert_ne!(series(one), series(other));
        }
    }

    #[test]
    fn what_the_library_needs_is_inside_it() {
        let library = library();
        let mut inside: Vec<_> = inside_the_library(&library).unwrap().into_iter().collect();
        inside.sort_unstable();
        assert_eq!(inside, ["nalgebra@0.35.0", "ndarray@0.17.2", "neurocomp@0.1.0", "num-traits@0.2.19"]);
    }

    #[test]
    fn completion_sees_the_library_beside_the_added_crates() {
        let alone = metadata(&[
            ("added_1@0.0.0", &["num-integer@0.1.46"]),
            ("num-integer@0.1.46", &["num-traits@0.2.19"]),
            ("num-traits@0.2.19", &[]),
        ]);
        let joined = joined(alone, &library()).unwrap();
        assert_eq!(direct_names(&joined).unwrap(), ["num_integer", "neurocomp"]);
        let ids: Vec<&str> = packages(&joined).filter_map(|one| one["id"].as_str()).collect();
        let expected = [
            "added_1@0.0.0",
            "num-integer@0.1.46",
            "num-traits@0.2.19",
            "neurocomp@0.1.0",
            "ndarray@0.17.2",
            "nalgebra@0.35.0",
        ];
        assert_eq!(ids, expected);
        assert_eq!(nodes(&joined).unwrap().len(), expected.len());
    }
}
