//! How far you are in the course: which exercises of which notebook are solved.
//!
//! `cargo xtask lab` opens a working copy of the course's notebooks. A check that passes in one of them notes it in a small file
//! there, and [`solved`] shows what is noted. Nothing is ever sent anywhere. A notebook of solutions does not count, nor does a
//! copy under another name; outside of a working copy nothing is noted.
//!
//! | file | a line of it |
//! | --- | --- |
//! | `.neurocomp/course.tsv` | a notebook, its title and its exercises, with tabs between: `en/td3.ipynb`, …, `subthreshold climb_time …` |
//! | `.neurocomp/progress.txt` | `td3 subthreshold solved`; the last line about an exercise counts, and `open` opens it again |
//!
//! ```
//! // This example is in no working copy: the table is empty, and says why.
//! assert!(neurocomp::course::solved().notebooks.is_empty());
//! ```

use std::collections::BTreeSet;
use std::env;
use std::fmt;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::check::html_line;
use crate::display::{self, escaped};
use crate::language::{self, Language, choose};

/// Written by `cargo xtask lab`.
const TABLE: &str = ".neurocomp/course.tsv";
const PROGRESS: &str = ".neurocomp/progress.txt";
/// Jupyter's name for the notebook that a kernel was started for: its path.
const NOTEBOOK: &str = "JPY_SESSION_NAME";

/// How far you are. As the last expression of a cell it shows itself as a table.
#[derive(Clone, PartialEq, Eq)]
pub struct CourseProgress {
    /// The notebooks with exercises, in the language chosen with [`language::language`].
    pub notebooks: Vec<NotebookProgress>,
}

/// How far you are in one notebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotebookProgress {
    /// Its name, such as `td3`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The exercises whose check has passed.
    pub solved: Vec<String>,
    /// The others.
    pub open: Vec<String>,
}

/// Which exercises of which notebook are solved in the working copy that this notebook is in.
pub fn solved() -> CourseProgress {
    let folder = working_copy(&notebook());
    CourseProgress { notebooks: folder.map_or_else(Vec::new, |folder| read(&folder, language::current())) }
}

/// Notes that the check of this exercise has passed. What cannot be noted is not: a cell must not fail for it.
pub(crate) fn record(exercise: &str) {
    let _ = note(&notebook(), exercise);
}

/// The path of this notebook, as far as it is known: at least it is in the folder in which cells are run.
fn notebook() -> PathBuf {
    let here = env::current_dir().unwrap_or_default();
    here.join(env::var_os(NOTEBOOK).unwrap_or_default())
}

/// The working copy that a file is in.
fn working_copy(file: &Path) -> Option<PathBuf> {
    file.ancestors().find(|folder| folder.join(TABLE).is_file()).map(Path::to_path_buf)
}

/// A line of the table: a notebook, its title and its exercises.
struct Line {
    notebook: PathBuf,
    title: String,
    exercises: Vec<String>,
}

impl Line {
    fn name(&self) -> String {
        self.notebook.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }
}

fn table(folder: &Path) -> Vec<Line> {
    let text = fs::read_to_string(folder.join(TABLE)).unwrap_or_default();
    let lines = text.lines().map(|line| line.split('\t'));
    let line = |mut fields: std::str::Split<'_, char>| {
        let (notebook, title) = (fields.next()?, fields.next()?);
        let exercises = fields.next()?.split_whitespace().map(str::to_string).collect();
        Some(Line { notebook: notebook.into(), title: title.into(), exercises })
    };
    lines.filter_map(line).collect()
}

/// The exercises that are solved, each after the name of its notebook. A line that was cut short is none.
fn noted(folder: &Path) -> BTreeSet<(String, String)> {
    let text = fs::read_to_string(folder.join(PROGRESS)).unwrap_or_default();
    let mut solved = BTreeSet::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            [notebook, exercise, "solved"] => solved.insert((notebook.to_string(), exercise.to_string())),
            [notebook, exercise, "open"] => solved.remove(&(notebook.to_string(), exercise.to_string())),
            _ => false,
        };
    }
    solved
}

fn note(notebook: &Path, exercise: &str) -> Option<()> {
    let folder = working_copy(notebook)?;
    let name = notebook.strip_prefix(&folder).ok()?;
    let line = table(&folder).into_iter().find(|line| line.notebook == name)?;
    let is_asked = line.exercises.iter().any(|asked| asked == exercise);
    if !is_asked || noted(&folder).contains(&(line.name(), exercise.to_string())) {
        return None;
    }
    // One write at the end of the file, which kernels that write at the same time do not mix. It begins with a new line, so that
    // a line which a full disk has cut short spoils no other.
    let mut file = File::options().create(true).append(true).open(folder.join(PROGRESS)).ok()?;
    file.write_all(format!("\n{} {exercise} solved\n", line.name()).as_bytes()).ok()
}

fn read(folder: &Path, language: Language) -> Vec<NotebookProgress> {
    let code = match language {
        Language::English => "en",
        Language::French => "fr",
    };
    let noted = noted(folder);
    let mut notebooks = Vec::new();
    for line in table(folder).into_iter().filter(|line| line.notebook.starts_with(code) && !line.exercises.is_empty()) {
        let name = line.name();
        let (solved, open) =
            line.exercises.into_iter().partition(|exercise| noted.contains(&(name.clone(), exercise.clone())));
        notebooks.push(NotebookProgress { name, title: line.title, solved, open });
    }
    // The six sessions come before the companions.
    notebooks.sort_by_key(|notebook| (!notebook.name.starts_with("td"), notebook.name.clone()));
    notebooks
}

impl NotebookProgress {
    fn total(&self) -> usize {
        self.solved.len() + self.open.len()
    }
}

impl CourseProgress {
    /// The table as one HTML element, with a link to each notebook.
    pub fn to_html(&self) -> String {
        if self.notebooks.is_empty() {
            return format!("<p>{}</p>", html_line(nothing()));
        }
        let [notebook, solved, open] = head();
        let mut rows = String::new();
        for notebook in &self.notebooks {
            let open: Vec<String> =
                notebook.open.iter().map(|name| format!("<code>{}</code>", escaped(name))).collect();
            rows += &format!(
                "<tr><td style=\"text-align: left\"><a href=\"{}.ipynb\">{}</a></td><td>{} / {}</td>\
                 <td style=\"text-align: left\">{}</td></tr>",
                escaped(&notebook.name),
                escaped(&notebook.title),
                notebook.solved.len(),
                notebook.total(),
                if open.is_empty() { "✓".to_string() } else { open.join(" ") }
            );
        }
        format!(
            "<table><thead><tr><th style=\"text-align: left\">{notebook}</th><th>{solved}</th>\
             <th style=\"text-align: left\">{open}</th></tr></thead><tbody>{rows}</tbody></table>"
        )
    }

    /// Shows the table; evcxr calls this for the last expression of a cell.
    pub fn evcxr_display(&self) {
        display::value(&self.to_html(), self);
    }
}

fn head() -> [&'static str; 3] {
    choose(["notebook", "solved", "still open"], ["notebook", "faits", "encore à faire"])
}

fn nothing() -> &'static str {
    choose(
        "Solved exercises are noted in a working copy of the course, which `cargo xtask lab` opens. This notebook is not in one.",
        "Les exercices faits sont notés dans une copie de travail du cours, qu’ouvre `cargo xtask lab`. Ce notebook n’est pas \
         dans une telle copie.",
    )
}

impl fmt::Display for CourseProgress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.notebooks.is_empty() {
            return f.write_str(nothing());
        }
        for (k, notebook) in self.notebooks.iter().enumerate() {
            let newline = if k == 0 { "" } else { "\n" };
            let (solved, total) = (notebook.solved.len(), notebook.total());
            write!(f, "{newline}{} ({}): {solved} / {total}", notebook.name, notebook.title)?;
            if !notebook.open.is_empty() {
                write!(f, "; {}: {}", head()[2], notebook.open.join(", "))?;
            }
        }
        Ok(())
    }
}

/// As [`fmt::Display`]: what a cell shows.
impl fmt::Debug for CourseProgress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests;
