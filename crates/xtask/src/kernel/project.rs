//! The small cargo project that builds the library for the kernel: a copy of `crates/neurocomp` as a shared object, and
//! a crate that depends on it, as a cell does.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use toml::{Table, Value};

use super::files::{copy_lock, copy_tree, read_manifest, write_if_changed};

/// Writes the project into the installation, touching only what changed, so that cargo rebuilds only that.
pub fn write(root: &Path, share: &Path) -> Result<PathBuf> {
    let project = share.join("project");
    let workspace = read_manifest(&root.join("Cargo.toml"))?;
    let library = root.join("crates/neurocomp");
    let manifest = standalone(read_manifest(&library.join("Cargo.toml"))?, &workspace)?;
    write_if_changed(&project.join("neurocomp/Cargo.toml"), toml::to_string(&manifest)?.as_bytes())?;
    copy_tree(&library.join("src"), &project.join("neurocomp/src"))?;
    write_if_changed(&project.join("Cargo.toml"), toml::to_string(&cell_manifest(&workspace)?)?.as_bytes())?;
    write_if_changed(&project.join("src/lib.rs"), b"")?;
    copy_lock(&root.join("Cargo.lock"), &project.join("Cargo.lock"), &share.join("Cargo.lock.copied"), Ok)?;
    Ok(project)
}

/// The manifest of a crate that is outside its workspace, as a shared object and without its tests.
fn standalone(mut manifest: Table, workspace: &Table) -> Result<Table> {
    let inherited = workspace.get("workspace").and_then(Value::as_table).context("no [workspace]")?;
    for part in ["lints", "dev-dependencies", "target", "bench", "test", "example"] {
        manifest.remove(part);
    }
    let package = manifest.get_mut("package").and_then(Value::as_table_mut).context("no [package]")?;
    inherit(package, inherited.get("package").and_then(Value::as_table).context("no [workspace.package]")?);
    package.remove("readme");
    let shared = inherited.get("dependencies").and_then(Value::as_table).context("no [workspace.dependencies]")?;
    let dependencies = manifest.get_mut("dependencies").and_then(Value::as_table_mut).context("no [dependencies]")?;
    inherit(dependencies, shared);
    let lib = manifest.entry("lib").or_insert_with(|| Value::Table(Table::new()));
    lib.as_table_mut().context("[lib] is no table")?.insert("crate-type".into(), vec!["dylib"].into());
    Ok(manifest)
}

/// Replaces `{ workspace = true, … }` by what the workspace says, with what the crate adds to it.
fn inherit(table: &mut Table, shared: &Table) {
    for (key, value) in table.iter_mut() {
        let is_inherited = value.as_table().is_some_and(|own| own.get("workspace") == Some(&Value::Boolean(true)));
        let (true, Some(from)) = (is_inherited, shared.get(key)) else {
            continue;
        };
        let mut own = value.as_table().cloned().unwrap_or_default();
        own.remove("workspace");
        *value = if own.is_empty() { from.clone() } else { joined(from, own) };
    }
}

fn joined(from: &Value, own: Table) -> Value {
    let mut whole = match from {
        Value::Table(table) => table.clone(),
        version => Table::from_iter([("version".to_owned(), version.clone())]),
    };
    for (key, value) in own {
        match (whole.get_mut(&key), value) {
            (Some(Value::Array(list)), Value::Array(more)) => list.extend(more), // features add up
            (_, value) => drop(whole.insert(key, value)),
        }
    }
    Value::Table(whole)
}

fn cell_manifest(workspace: &Table) -> Result<Table> {
    let dev = workspace.get("profile").and_then(|profiles| profiles.get("dev")).context("no [profile.dev]")?;
    let mut manifest: Table = r#"
        [package]
        name = "ctx"
        version = "1.0.0"
        edition = "2024"
        [dependencies]
        neurocomp = { path = "neurocomp" }
        [workspace]
        "#
    .parse()?;
    let mut dev = dev.clone();
    // The tests of the library have these checks; cells need its speed: the capacity of a Hopfield network is measured
    // three times as fast without.
    let fast: Table = "debug-assertions = false\noverflow-checks = false".parse()?;
    let neurocomp = dev
        .get_mut("package")
        .and_then(|packages| packages.get_mut("neurocomp"))
        .and_then(Value::as_table_mut)
        .context("no [profile.dev.package.neurocomp]")?;
    neurocomp.extend(fast);
    let mut profiles = Table::new();
    profiles.insert("dev".into(), dev);
    manifest.insert("profile".into(), profiles.into());
    Ok(manifest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_of_cells_is_compiled_without_checks_and_its_dependencies_as_for_the_tests() {
        let workspace: Table = r#"
            [profile.dev]
            opt-level = 2
            [profile.dev.package."*"]
            overflow-checks = false
            [profile.dev.package.neurocomp]
            opt-level = 3
        "#
        .parse()
        .unwrap();
        let manifest = cell_manifest(&workspace).unwrap();
        let dev = &manifest["profile"]["dev"];
        assert_eq!(dev["opt-level"].as_integer(), Some(2));
        assert_eq!(dev["package"]["*"], workspace["profile"]["dev"]["package"]["*"]);
        let neurocomp = &dev["package"]["neurocomp"];
        assert_eq!(neurocomp["opt-level"].as_integer(), Some(3));
        assert_eq!(neurocomp["overflow-checks"].as_bool(), Some(false));
        assert_eq!(neurocomp["debug-assertions"].as_bool(), Some(false));
    }

    #[test]
    fn inherited_dependencies_are_written_out() {
        let workspace: Table = r#"
            workspace.package = { version = "0.1.0", edition = "2024" }
            workspace.dependencies = { rayon = "1", polars = { version = "0.55", features = ["csv"] } }
        "#
        .parse()
        .unwrap();
        let manifest: Table = r#"
            package = { name = "neurocomp", version.workspace = true, edition = { workspace = true } }
            dependencies = { rayon.workspace = true, polars = { workspace = true, features = ["fmt"], optional = true } }
            target.'cfg(unix)'.dev-dependencies.proptest.workspace = true
            lints.workspace = true
        "#
        .parse()
        .unwrap();
        let alone = standalone(manifest, &workspace).unwrap();
        let expected: Table = r#"
            package = { name = "neurocomp", version = "0.1.0", edition = "2024" }
            dependencies = { rayon = "1", polars = { version = "0.55", features = ["csv", "fmt"], optional = true } }
            lib.crate-type = ["dylib"]
        "#
        .parse()
        .unwrap();
        assert_eq!(alone, expected);
    }
}
