//! Reads a tutorial's source: jupytext's Markdown format, both languages and all solutions in one file.
//!
//! | in the source | becomes |
//! | --- | --- |
//! | `---` … `---` at the top | nothing (jupytext's own header) |
//! | `<!-- #region lang="fr" -->` … `<!-- #endregion -->` | a Markdown cell |
//! | text outside regions | a Markdown cell in both languages; two blank lines begin a new one |
//! | ```` ```rust lang="fr" tags=["exercise"] ```` … ```` ``` ```` | a code cell |
//!
//! `lang` is `"fr"`, `"en"` or absent for both; [`TAGS`] lists the tags.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::minutes;

mod parse;

pub use parse::parse;

/// The tags that a cell may have.
pub const TAGS: [&str; 6] = ["exercise", "small", "check", "figure", "solution", "raises-exception"];

/// A language that notebooks are built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// French
    #[value(name = "fr")]
    French,
    /// English
    #[value(name = "en")]
    English,
}

impl Language {
    /// Both, in the order in which they are built.
    pub const ALL: [Language; 2] = [Language::French, Language::English];

    /// The name of its folder, and its value of `lang`.
    pub fn code(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
        }
    }
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text
    Markdown,
    /// Rust
    Code,
}

/// A cell of the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Text or code.
    pub kind: Kind,
    /// The only language that it is for.
    pub language: Option<Language>,
    /// Its tags; a subset of [`TAGS`].
    pub tags: Vec<String>,
    /// Its content, without blank lines at either end.
    pub text: String,
    /// Line of the source where it begins, from 1.
    pub line: usize,
}

impl Cell {
    /// Whether it has this tag.
    pub fn is(&self, tag: &str) -> bool {
        self.tags.iter().any(|t| t == tag)
    }

    /// Whether it appears in notebooks of this language.
    pub fn speaks(&self, language: Language) -> bool {
        self.language.is_none_or(|own| own == language)
    }
}

/// A tutorial.
pub struct Source {
    /// Its name, such as `td3`.
    pub name: String,
    /// Whether its header tells jupytext the kernel; otherwise JupyterLab shows the header as a cell.
    pub names_kernel: bool,
    /// Its cells, in order.
    pub cells: Vec<Cell>,
}

impl Source {
    /// Whether its cells read files of the folder `datasets`.
    pub fn reads_data(&self) -> bool {
        let mut code = self.cells.iter().filter(|cell| cell.kind == Kind::Code);
        code.any(|cell| cell.text.contains("dataset(") || cell.text.contains("datasets/"))
    }
}

/// Reads `notebooks/source/NAME.md` for the given names, or all when none is given.
pub fn read(root: &Path, names: &[String]) -> Result<Vec<Source>> {
    let folder = root.join("notebooks/source");
    let mut found: Vec<String> = fs::read_dir(&folder)
        .with_context(|| format!("reading {}", folder.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|file| file.strip_suffix(".md").map(str::to_string))
        .collect();
    found.sort();
    if let Some(unknown) = names.iter().find(|name| !found.contains(name)) {
        bail!("there is no notebook {unknown:?}; there are: {}", found.join(", "));
    }
    let mut sources = Vec::new();
    let mut times = BTreeMap::new();
    for name in found {
        let file = || format!("notebooks/source/{name}.md");
        let text = fs::read_to_string(root.join(file()))?;
        let cells = parse(&text).with_context(file)?;
        times.insert(name.clone(), minutes::of(&cells).with_context(file)?);
        sources.push(Source { names_kernel: names_kernel(&text), name, cells });
    }
    sources.retain(|source| names.is_empty() || names.contains(&source.name));
    for Source { name, cells, .. } in &mut sources {
        minutes::insert(cells, name, &times).with_context(|| format!("notebooks/source/{name}.md"))?;
    }
    Ok(sources)
}

/// jupytext reads `kernelspec` below `jupyter`, and nowhere else.
fn names_kernel(text: &str) -> bool {
    let mut header = text.lines().skip(1).take_while(|line| *line != "---");
    header.any(|line| line == "jupyter:")
        && header.any(|line| line == "  kernelspec:")
        && header.any(|line| line == "    name: neurocomp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_must_be_one_that_jupytext_reads() {
        let below = |key: &str| format!("---\n{key}  kernelspec:\n    name: neurocomp\n---\n# T");
        assert!(names_kernel(&below("jupyter:\n")));
        assert!(!names_kernel(&below("jupytext:\n")));
        assert!(!names_kernel("# T"));
    }
}
