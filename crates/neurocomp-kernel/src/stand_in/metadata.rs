//! `cargo metadata` for the crate of a cell: neurocomp and the few crates whose types appear in cells.

use super::{Call, added, added_dependencies, print};
use crate::library::CELL_FOLDER;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::fs;

/// Prints the recorded answer, or, where the student added crates, cargo's own with neurocomp's part exchanged for the
/// recorded one.
pub fn answer(call: &Call) -> Result<i32> {
    let recorded = fs::read_to_string(&call.library.metadata)?;
    let folder = serde_json::to_string(&call.session)?;
    let recorded = recorded.replace(CELL_FOLDER, folder.trim_matches('"'));
    let added_crates = added_dependencies(&call.manifest)?;
    if added_crates.is_empty() {
        return print(&recorded);
    }
    let whole: Value = serde_json::from_str(&added::metadata(call, &added_crates)?)?;
    print(&merged(whole, &serde_json::from_str(&recorded)?)?.to_string())
}

/// Cargo's answer about the project with the added crates, as rust-analyzer is to see it: the cell's crate is where
/// evcxr wrote it, recorded crates are read from their record, and what only neurocomp needs is left out.
fn merged(mut whole: Value, recorded: &Value) -> Result<Value> {
    let root = text(&whole["resolve"]["root"])?;
    let recorded_root = text(&recorded["resolve"]["root"])?;
    let by_name: HashMap<String, &Value> =
        packages(recorded).map(|package| (name_and_version(package), package)).collect();
    let cell =
        packages(recorded).find(|package| package["id"] == *recorded_root).context("no cell in the record")?.clone();

    let mut is_recorded = HashSet::new();
    for package in whole["packages"].as_array_mut().context("no packages")? {
        let id = text(&package["id"])?;
        let source = if id == root { Some(&cell) } else { by_name.get(&name_and_version(package)).copied() };
        let Some(source) = source else { continue };
        for part in ["manifest_path", "targets"] {
            package[part] = source[part].clone();
        }
        if id != root {
            is_recorded.insert(id);
        }
    }
    whole["workspace_root"] = recorded["workspace_root"].clone();

    let edges = edges(&whole)?;
    let mut kept = HashSet::from([root.clone()]);
    let mut open = vec![root];
    while let Some(package) = open.pop() {
        for dependency in edges.get(&package).into_iter().flatten() {
            // A recorded crate is kept only with what is recorded of its dependencies.
            let is_wanted = !is_recorded.contains(&package) || is_recorded.contains(dependency);
            if is_wanted && kept.insert(dependency.clone()) {
                open.push(dependency.clone());
            }
        }
    }
    let is_kept = |id: &Value| id.as_str().is_some_and(|id| kept.contains(id));
    whole["packages"].as_array_mut().context("no packages")?.retain(|package| is_kept(&package["id"]));
    let nodes = whole["resolve"]["nodes"].as_array_mut().context("no nodes")?;
    nodes.retain(|node| is_kept(&node["id"]));
    for node in nodes {
        if let Some(deps) = node["deps"].as_array_mut() {
            deps.retain(|dependency| is_kept(&dependency["pkg"]));
        }
        if let Some(ids) = node["dependencies"].as_array_mut() {
            ids.retain(is_kept);
        }
    }
    Ok(whole)
}

fn edges(metadata: &Value) -> Result<HashMap<String, Vec<String>>> {
    let nodes = metadata["resolve"]["nodes"].as_array().context("no nodes")?;
    nodes
        .iter()
        .map(|node| {
            let dependencies = node["deps"].as_array().into_iter().flatten();
            Ok((text(&node["id"])?, dependencies.map(|one| text(&one["pkg"])).collect::<Result<_>>()?))
        })
        .collect()
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().into_iter().flatten()
}

fn name_and_version(package: &Value) -> String {
    format!("{} {}", package["name"], package["version"])
}

fn text(value: &Value) -> Result<String> {
    Ok(value.as_str().with_context(|| format!("expected a text, found {value}"))?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(id: &str, manifest: &str) -> Value {
        json!({"id": id, "name": id, "version": "1.0.0", "manifest_path": manifest, "targets": [{"src_path": manifest}]})
    }

    fn node(id: &str, needs: &[&str]) -> Value {
        json!({"id": id, "dependencies": needs, "deps": needs.iter().map(|need| json!({"name": need, "pkg": need})).collect::<Vec<_>>()})
    }

    #[test]
    fn what_only_neurocomp_needs_is_left_out() {
        let recorded = json!({
            "packages": [package("ctx", "session"), package("neurocomp", "outline"), package("ndarray", "outline")],
            "resolve": {"root": "ctx", "nodes": []}, "workspace_root": "session",
        });
        let packages_of_all: Vec<Value> = ["ctx", "neurocomp", "ndarray", "polars", "stats", "itertools"]
            .iter()
            .map(|id| package(id, "registry"))
            .collect();
        let whole = json!({
            "packages": packages_of_all,
            "resolve": {"root": "ctx", "nodes": [
                node("ctx", &["neurocomp", "stats"]), node("neurocomp", &["ndarray", "polars"]),
                node("ndarray", &[]), node("polars", &[]), node("stats", &["ndarray", "itertools"]), node("itertools", &[]),
            ]},
            "workspace_root": "added",
        });
        let merged = merged(whole, &recorded).unwrap();
        let kept: Vec<_> = packages(&merged)
            .map(|one| (one["id"].as_str().unwrap(), one["manifest_path"].as_str().unwrap()))
            .collect();
        assert_eq!(
            kept,
            [
                ("ctx", "session"),
                ("neurocomp", "outline"),
                ("ndarray", "outline"),
                ("stats", "registry"),
                ("itertools", "registry")
            ]
        );
        assert_eq!(merged["resolve"]["nodes"][1]["dependencies"], json!(["ndarray"]));
    }
}
