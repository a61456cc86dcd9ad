//! Writes notebooks from their sources, always the same bytes for the same source.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::{Value, json};

use super::source::{Cell, Kind, Language, Source};
use super::student;
use crate::stamp::Hash;

/// Who a notebook is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// With stubs to fill in.
    Student,
    /// With the solutions.
    Solution,
}

/// A built notebook.
pub struct Notebook {
    /// Where it belongs, from the root.
    pub path: PathBuf,
    /// Its language.
    pub language: Language,
    /// Who it is for.
    pub variant: Variant,
    /// The file's text.
    pub text: String,
}

/// Writes all notebooks of these sources and says which changed.
pub fn run(root: &Path, sources: &[Source]) -> Result<()> {
    for source in sources {
        for notebook in notebooks(source)? {
            let file = root.join(&notebook.path);
            let old = fs::read_to_string(&file).unwrap_or_default();
            if old == notebook.text {
                println!("unchanged  {}", notebook.path.display());
                continue;
            }
            fs::create_dir_all(file.parent().context("a notebook has a folder")?)?;
            fs::write(&file, &notebook.text).with_context(|| format!("writing {}", file.display()))?;
            println!("written    {}", notebook.path.display());
        }
    }
    Ok(())
}

/// All notebooks of one source: two for each language, or one where there is nothing to solve.
pub fn notebooks(source: &Source) -> Result<Vec<Notebook>> {
    let mut built = Vec::new();
    for language in Language::ALL {
        for variant in variants(source) {
            built.push(Notebook {
                path: path(&source.name, language, variant),
                language,
                variant,
                text: text(&notebook(source, language, variant)?)?,
            });
        }
    }
    Ok(built)
}

/// `notebooks/fr/td3.ipynb` and `notebooks/fr/td3-solution.ipynb`: side by side, because a relative path such as
/// `../../crates/neurocomp` must be right in both.
pub fn path(name: &str, language: Language, variant: Variant) -> PathBuf {
    let suffix = match variant {
        Variant::Student => "",
        Variant::Solution => "-solution",
    };
    PathBuf::from(format!("notebooks/{}/{name}{suffix}.ipynb", language.code()))
}

/// Which copies a source has.
pub fn variants(source: &Source) -> Vec<Variant> {
    let has_solutions = source.cells.iter().any(|cell| cell.is("exercise") || cell.is("solution"));
    if has_solutions { vec![Variant::Student, Variant::Solution] } else { vec![Variant::Student] }
}

fn notebook(source: &Source, language: Language, variant: Variant) -> Result<Value> {
    let mut ids = Ids::default();
    let mut cells = Vec::new();
    for cell in source.cells.iter().filter(|cell| cell.speaks(language)) {
        if variant == Variant::Student && cell.is("solution") {
            continue;
        }
        let regions = student::regions(cell).with_context(|| format!("notebooks/source/{}.md", source.name))?;
        let text = match variant {
            Variant::Student => regions.student,
            Variant::Solution => regions.solution,
        };
        let id = ids.next(cell.kind, &text);
        cells.push(self::cell(cell.kind, &id, metadata(cell), &text));
    }
    Ok(document(cells))
}

/// What Jupyter keeps beside a cell's text.
pub fn metadata(cell: &Cell) -> Value {
    if cell.tags.is_empty() { json!({}) } else { json!({ "tags": cell.tags }) }
}

/// A cell as it is in the file.
pub fn cell(kind: Kind, id: &str, metadata: Value, text: &str) -> Value {
    let source: Vec<&str> = text.split_inclusive('\n').collect();
    match kind {
        Kind::Markdown => {
            json!({"cell_type": "markdown", "id": id, "metadata": metadata, "source": source})
        }
        Kind::Code => json!({"cell_type": "code", "execution_count": null, "id": id,
                             "metadata": metadata, "outputs": [], "source": source}),
    }
}

/// A notebook of these cells.
pub fn document(cells: Vec<Value>) -> Value {
    json!({
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Rust (neurocomp)", "language": "rust", "name": "neurocomp"},
            // What the kernel says of itself, so that JupyterLab changes nothing when it saves, and a notebook that was never
            // run can be exported (`nbconvert --to script` writes `.rs`, pages have highlighting). All but the version of rustc:
            // each of its releases would change every notebook.
            "language_info": {"codemirror_mode": "rust", "file_extension": ".rs", "mimetype": "text/rust",
                              "name": "rust", "pygments_lexer": "rust"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    })
}

/// Cell ids that depend on what the cell says, not on where it is: a new cell leaves the others' ids alone, and
/// the difference between two versions stays readable.
#[derive(Default)]
pub struct Ids {
    seen: HashMap<String, usize>,
}

impl Ids {
    /// The id of the next cell.
    pub fn next(&mut self, kind: Kind, text: &str) -> String {
        let mut hash = Hash::new();
        hash.add(if kind == Kind::Code { b"code" } else { b"text" });
        hash.add(text.as_bytes());
        let id = hash.hex();
        let count = self.seen.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { format!("{id}-{count}") }
    }
}

/// The bytes that Jupyter itself would write: sorted keys, one blank of indentation.
pub fn text(notebook: &Value) -> Result<String> {
    let mut bytes = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    notebook.serialize(&mut serializer)?;
    bytes.push(b'\n');
    Ok(String::from_utf8(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebooks::source;

    fn build(text: &str) -> Vec<(Notebook, Value)> {
        let source = Source { name: "t".into(), names_kernel: true, cells: source::parse(text).unwrap() };
        notebooks(&source)
            .unwrap()
            .into_iter()
            .map(|notebook| {
                let value = serde_json::from_str(&notebook.text).unwrap();
                (notebook, value)
            })
            .collect()
    }

    const SAMPLE: &str = "# Title\n\n<!-- #region lang=\"fr\" -->\nUn\n<!-- #endregion -->\n\
        <!-- #region lang=\"en\" -->\nOne\n<!-- #endregion -->\n\
        ```rust tags=[\"exercise\"]\nfn f() -> f64 {\n    // BEGIN SOLUTION\n    secret()\n    // END SOLUTION\n}\n```\n\
        <!-- #region tags=[\"solution\"] -->\nBecause.\n<!-- #endregion -->\n";

    #[test]
    fn four_notebooks_come_from_one_source() {
        let paths: Vec<String> =
            build(SAMPLE).iter().map(|(notebook, _)| notebook.path.display().to_string()).collect();
        assert_eq!(
            paths,
            [
                "notebooks/fr/t.ipynb",
                "notebooks/fr/t-solution.ipynb",
                "notebooks/en/t.ipynb",
                "notebooks/en/t-solution.ipynb"
            ]
        );
        assert_eq!(build("# Nothing to solve").len(), 2);
    }

    #[test]
    fn each_holds_its_language_and_students_no_solution() {
        for (notebook, _) in build(SAMPLE) {
            let french = notebook.language == Language::French;
            assert_eq!(notebook.text.contains("\"Un\""), french);
            assert_eq!(notebook.text.contains("\"One\""), !french);
            let solved = notebook.variant == Variant::Solution;
            assert_eq!(notebook.text.contains("secret()"), solved);
            assert_eq!(notebook.text.contains("Because."), solved);
            assert_eq!(notebook.text.contains("todo!()"), !solved);
        }
    }

    #[test]
    fn ids_stay_when_a_cell_is_put_before_and_differ_for_equal_cells() {
        let ids = |text: &str| -> Vec<String> {
            let (_, value) = build(text).remove(0);
            let cells = value["cells"].as_array().unwrap().clone();
            cells.iter().map(|cell| cell["id"].as_str().unwrap().to_string()).collect()
        };
        let code = "```rust\nx\n```\n";
        let before = ids(&format!("# A\n{code}{code}"));
        let after = ids(&format!("# A\n```rust\nnew\n```\n{code}{code}"));
        assert_eq!(before[1..], after[2..]);
        assert_ne!(before[1], before[2]);
    }

    #[test]
    fn the_file_is_what_jupyter_would_write() {
        let text = build("```rust\nlet a = \"é\";\na\n```").remove(0).0.text;
        assert!(text.starts_with(
            "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"id\": \""
        ));
        assert!(text.contains("   \"source\": [\n    \"let a = \\\"é\\\";\\n\",\n    \"a\"\n   ]\n"));
        assert!(text.ends_with(" \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n"));
    }
}
