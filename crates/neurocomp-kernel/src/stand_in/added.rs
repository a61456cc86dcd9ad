//! Crates that a student adds with `:dep`. They are built together with neurocomp, so that a crate that uses ndarray
//! meets the same ndarray; what is compiled already is linked into the session, not compiled again.

use super::{Call, real_cargo, rustc};
use crate::language::Text;
use crate::supervisor::NOTICES;
use crate::wrapper;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{OpenOptionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

const COMPILING: Text = Text {
    en: "Compiling the added crates; this is done once in this kernel and can take a minute or more:",
    fr: "Compilation des crates ajoutées ; cela n'est fait qu'une fois par noyau et peut prendre une minute ou plus :",
};
const COMPILED: Text = Text {
    en: "Compiled in",
    fr: "Compilé en",
};
const NO_NETWORK: Text = Text {
    en: "The list of crates cannot be reached: is there no network? neurocomp and what it brings (ndarray, plotly, polars, \
         nalgebra …) need none; adding another crate with `:dep` does.",
    fr: "La liste des crates n'est pas joignable : pas de réseau ? neurocomp et ce qu'il apporte (ndarray, plotly, polars, \
         nalgebra…) n'en ont pas besoin ; ajouter une autre crate avec `:dep`, si.",
};

/// Cargo's own `cargo metadata` of a crate that depends on neurocomp and on the added crates.
pub fn metadata(call: &Call, crates: &toml::Table) -> Result<String> {
    let project = write_project(call, crates)?;
    let recorded = project.join(format!("metadata-{:x}.json", fingerprint(crates)));
    if let Ok(text) = fs::read_to_string(&recorded) {
        return Ok(text);
    }
    let output = online_or_offline(|| {
        let mut command = cargo(call, &project, "metadata");
        command
            .arg("--format-version=1")
            .arg(format!("--filter-platform={}", call.library.target));
        command
    })?;
    if !output.status.success() {
        let mut message = String::from_utf8_lossy(&output.stderr).into_owned();
        if speaks_of_the_network(&message) {
            message = format!("{}\n{message}", NO_NETWORK.get());
        }
        bail!("{}", message.trim_start_matches("error: "));
    }
    fs::write(&recorded, &output.stdout)?;
    Ok(String::from_utf8(output.stdout)?)
}

/// Compiles the added crates, if this was not done before, and gives the arguments by which rustc finds them and
/// neurocomp.
pub fn compiled(call: &Call, crates: &toml::Table) -> Result<Vec<OsString>> {
    let project = write_project(call, crates)?;
    let recorded = project.join(format!("arguments-{:x}.json", fingerprint(crates)));
    if let Ok(text) = fs::read_to_string(&recorded) {
        let arguments: Vec<String> = serde_json::from_str(&text)?;
        return Ok(arguments.into_iter().map(OsString::from).collect());
    }
    let metadata: Value = serde_json::from_str(&metadata(call, crates)?)?;
    let target = project.join("target");
    if !target.exists() {
        link_tree(&call.library.target_dir, &target)?;
    }
    let artifacts = build(call, &project, crates)?;
    let arguments = arguments(call, crates, &metadata, &artifacts, &target)?;
    fs::write(&recorded, serde_json::to_vec(&arguments)?)?;
    Ok(arguments.into_iter().map(OsString::from).collect())
}

/// The project looks to cargo like the one that built the library: the same profile, the same lock file, neurocomp in
/// the same place beside the manifest.
fn write_project(call: &Call, crates: &toml::Table) -> Result<PathBuf> {
    let project = call.session.join("added");
    fs::create_dir_all(project.join("src"))?;
    fs::write(project.join("src/lib.rs"), "")?;
    let recorded: toml::Table =
        fs::read_to_string(call.library.project.join("Cargo.toml"))?.parse()?;
    let mut manifest = recorded.clone();
    let dependencies = manifest
        .get_mut("dependencies")
        .and_then(toml::Value::as_table_mut)
        .context("no dependencies recorded")?;
    dependencies.extend(crates.clone());
    let text = toml::to_string(&manifest)?;
    let file = project.join("Cargo.toml");
    if fs::read_to_string(&file).ok().as_ref() != Some(&text) {
        fs::write(&file, text)?;
    }
    if !project.join("Cargo.lock").exists() {
        fs::copy(
            call.library.project.join("Cargo.lock"),
            project.join("Cargo.lock"),
        )?;
        symlink(
            call.library.project.join("neurocomp"),
            project.join("neurocomp"),
        )?;
    }
    Ok(project)
}

fn cargo(call: &Call, project: &Path, subcommand: &str) -> Command {
    let mut command = real_cargo(&call.library);
    command
        .arg(subcommand)
        .current_dir(project)
        .env("CARGO_NET_RETRY", "1")
        .env("CARGO_HTTP_TIMEOUT", "15")
        .env("RUSTC_WRAPPER", std::env::current_exe().unwrap_or_default())
        .env(wrapper::WRAP, "1")
        .stdin(Stdio::null());
    command
}

/// A crate that was downloaded before can be added without a network.
fn online_or_offline(command: impl Fn() -> Command) -> Result<Output> {
    let output = command().output().context("cargo cannot be started")?;
    if output.status.success() || !speaks_of_the_network(&String::from_utf8_lossy(&output.stderr)) {
        return Ok(output);
    }
    let offline = command()
        .arg("--offline")
        .output()
        .context("cargo cannot be started")?;
    Ok(if offline.status.success() {
        offline
    } else {
        output
    })
}

fn speaks_of_the_network(message: &str) -> bool {
    [
        "failed to download",
        "download of config.json failed",
        "Could not resolve host",
        "network error",
        "Timeout was reached",
        "failed to query replaced source",
        "Connection refused",
    ]
    .iter()
    .any(|words| message.contains(words))
}

/// Runs `cargo build` and gives its messages about what it built, or found built.
fn build(call: &Call, project: &Path, crates: &toml::Table) -> Result<Vec<Value>> {
    let start = Instant::now();
    let names: Vec<&str> = crates.keys().map(String::as_str).collect();
    notice(call, &format!("{} {}", COMPILING.get(), names.join(", ")))?;
    let mut command = cargo(call, project, "build");
    command.env(wrapper::LIBRARY_NAME, library_name(crates));
    command.args([
        "--message-format=json-render-diagnostics",
        "--offline",
        "--target-dir=target",
    ]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("cargo cannot be started")?;
    let errors = BufReader::new(child.stderr.take().context("no standard error")?);
    let call_for_errors = call.clone();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        for line in errors.lines().map_while(Result::ok) {
            if line.trim_start().starts_with("Compiling")
                && notice(&call_for_errors, &line).is_err()
            {
                break; // the student interrupted the cell: cargo ends when its output has no reader
            }
            text.push_str(&line);
            text.push('\n');
        }
        text
    });
    let output = BufReader::new(child.stdout.take().context("no standard output")?);
    let messages = output
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| serde_json::from_str(&line).ok())
        .collect();
    let status = child.wait()?;
    let text = reader.join().unwrap_or_default();
    if !status.success() {
        bail!("{}", text.trim_start_matches("error: "));
    }
    notice(
        call,
        &format!("{} {:.0} s.", COMPILED.get(), start.elapsed().as_secs_f64()),
    )?;
    Ok(messages)
}

/// Shows a line under the cell that is running. Fails when no cell is, which means that it was interrupted.
fn notice(call: &Call, line: &str) -> Result<()> {
    let mut pipe = OpenOptions::new()
        .write(true)
        .custom_flags(rustix::fs::OFlags::NONBLOCK.bits() as i32)
        .open(call.session.join(NOTICES))?;
    Ok(writeln!(pipe, "{line}")?)
}

fn arguments(
    call: &Call,
    crates: &toml::Table,
    metadata: &Value,
    artifacts: &[Value],
    target: &Path,
) -> Result<Vec<String>> {
    let root = &metadata["resolve"]["root"];
    let nodes = metadata["resolve"]["nodes"]
        .as_array()
        .context("no nodes")?;
    let node = nodes
        .iter()
        .find(|node| node["id"] == *root)
        .context("no root")?;
    let files: HashMap<&str, (&str, &Value)> = artifacts
        .iter()
        .filter_map(|artifact| {
            Some((
                artifact["package_id"].as_str()?,
                (library_file(artifact)?, artifact),
            ))
        })
        .collect();
    let mut arguments = vec![format!(
        "-Ldependency={}",
        target.join("debug/deps").display()
    )];
    for dependency in node["deps"].as_array().into_iter().flatten() {
        let (Some(name), Some(id)) = (dependency["name"].as_str(), dependency["pkg"].as_str())
        else {
            continue;
        };
        let (file, artifact) = files
            .get(id)
            .with_context(|| format!("cargo did not say where it put {name}"))?;
        if name == "neurocomp" {
            arguments.extend(rustc::neurocomp(&dylib(
                call,
                crates,
                Path::new(file),
                artifact["fresh"] == true,
            )?));
        } else {
            arguments.extend(["--extern".to_owned(), format!("{name}={file}")]);
        }
    }
    for path in artifacts
        .iter()
        .filter_map(|message| message["linked_paths"].as_array())
        .flatten()
        .filter_map(Value::as_str)
    {
        arguments.extend(["-L".to_owned(), path.to_owned()]);
    }
    Ok(arguments)
}

/// The library to link with. If it had to be compiled anew, because an added crate wants more of a shared crate, it gets a
/// name of its own: the process of the cells may have loaded the first one, and a loader knows libraries by their names.
fn dylib(call: &Call, crates: &toml::Table, built: &Path, is_unchanged: bool) -> Result<PathBuf> {
    if is_unchanged {
        return Ok(call.library.dylib.clone());
    }
    let folder = call.session.join("added/library");
    fs::create_dir_all(&folder)?;
    let named = folder.join(library_name(crates));
    if !named.exists() {
        fs::hard_link(built, &named).or_else(|_| fs::copy(built, &named).map(drop))?;
    }
    Ok(named)
}

/// The file by which rustc takes a library: the shared object of neurocomp or of a procedural macro, else the `.rlib`.
fn library_file(artifact: &Value) -> Option<&str> {
    if artifact["reason"] != "compiler-artifact"
        || artifact["target"]["kind"] == serde_json::json!(["custom-build"])
    {
        return None;
    }
    let files = artifact["filenames"]
        .as_array()?
        .iter()
        .filter_map(Value::as_str);
    files.max_by_key(|file| {
        [".so", ".dylib", ".rlib"]
            .iter()
            .any(|ending| file.ends_with(ending))
    })
}

fn library_name(crates: &toml::Table) -> String {
    format!("libneurocomp-{:x}.so", fingerprint(crates))
}

/// Makes a copy of a folder that takes no space: its files are hard links, or copies where that is not possible
/// (another disk, another user's files).
fn link_tree(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            link_tree(&entry.path(), &copy)?;
        } else if fs::hard_link(entry.path(), &copy).is_err() {
            copy_with_time(&entry.path(), &copy)?;
        }
    }
    Ok(())
}

/// Cargo compares the times of files to see what is up to date.
fn copy_with_time(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)?;
    let times = fs::FileTimes::new().set_modified(fs::metadata(from)?.modified()?);
    Ok(fs::File::options().write(true).open(to)?.set_times(times)?)
}

/// Tells two sets of added crates apart.
fn fingerprint(crates: &toml::Table) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    crates.to_string().hash(&mut hasher);
    hasher.finish()
}
