//! The public functions of the library, found in its source.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Folders and files of the library that are not called here, and why.
const ELSEWHERE: [(&str, &str); 5] = [
    ("check", "tests/exercises plays every mistake of every exercise"),
    ("cell", "what the kernel calls, with types of its own"),
    ("course", "reads the notes of a working copy"),
    ("display.rs", "prints what the kernel reads"),
    ("language.rs", "holds for the whole process"),
];

/// Functions that are not called here, and why.
const NOT_CALLED: [(&str, &str); 5] = [
    ("digits::mnist", "70,000 digits, with which training takes minutes; digits::draw draws fewer"),
    ("evcxr_display", "prints for the kernel what figures and tables are called for here"),
    ("s_curve::", "a macro writes them for three types, whose functions are called"),
    ("State::", "of a module that is private"),
    ("ClopathNeuron::", "of a type that is private"),
];

/// A function: the names of the modules that it is in, its type if it is a method, and its name.
struct Found {
    owners: Vec<String>,
    name: String,
}

/// Fails if the table lacks a public function.
pub fn compare(table: &[&str]) {
    let called: BTreeSet<(&str, &str)> = table
        .iter()
        .filter_map(|path| {
            let mut names = path.rsplit("::");
            let (name, owner) = (names.next()?, names.next()?);
            Some((owner, name))
        })
        .collect();
    let mut found = Vec::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    read(&source, &source, &mut found);
    assert!(found.len() > 500, "only {} functions found", found.len());
    let missing: Vec<_> = found
        .iter()
        .filter(|Found { owners, name }| !owners.iter().any(|owner| called.contains(&(owner.as_str(), name.as_str()))))
        .map(|Found { owners, name }| format!("{}::{name}", owners.join("/")))
        .filter(|path| !NOT_CALLED.iter().any(|(part, _)| path.contains(part)))
        .collect();
    assert!(missing.is_empty(), "not called by tests/hostile: {}", missing.join(", "));
}

fn read(source: &Path, folder: &Path, found: &mut Vec<Found>) {
    for entry in fs::read_dir(folder).expect("the source can be read").flatten() {
        let path = entry.path();
        let place = path.strip_prefix(source).expect("it is below").to_string_lossy().replace('\\', "/");
        if ELSEWHERE.iter().any(|(start, _)| place.starts_with(start)) || place.contains("tests") {
            continue;
        }
        if path.is_dir() {
            read(source, &path, found);
        } else if let Ok(text) = fs::read_to_string(&path) {
            let modules: Vec<String> = place.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
            functions(&modules, &text, found);
        }
    }
}

/// The public functions of a file: those of a type that is public or comes from elsewhere, or of no type.
fn functions(modules: &[String], text: &str, found: &mut Vec<Found>) {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let is_private = |kind: &str| {
        let declared = |before: &str| text.contains(&format!("{before} {kind}"));
        let public = declared("pub struct") || declared("pub enum");
        (declared("struct") || declared("enum")) && !public
    };
    let mut kind: Option<String> = None;
    for line in text.lines() {
        if line == "}" {
            kind = None;
        } else if line.starts_with("impl") {
            let after = line.split(" for ").last().unwrap_or_default().trim_start_matches("impl").trim_start();
            let name: String =
                after.trim_start_matches('<').chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            kind = Some(name);
        }
        let words = line.trim_start();
        if let Some(after) = words.strip_prefix("pub fn ").or(words.strip_prefix("pub const fn ")) {
            let name = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let owners = match &kind {
                Some(kind) if is_private(kind) => continue,
                Some(kind) => vec![kind.clone()],
                None => modules.to_vec(),
            };
            found.push(Found { owners, name });
        }
    }
}
