//! `cargo xtask notebooks assignment`: a course directory for nbgrader, made from the sources.
//!
//! Each tutorial becomes one assignment, `source/NAME/NAME.ipynb`. Exercises keep nbgrader's solution markers; the checks
//! become locked cells of one point, whose last call, `.graded()`, writes to stderr what did not pass: that costs the point, and
//! fails in Validate, which students run themselves. `nbgrader generate_assignment` makes the students' copy, `nbgrader autograde`
//! runs what they hand in.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::build::{self, Ids};
use super::source::{self, Cell, Kind, Language, Source};
use super::{lexer, student};

/// Options of `notebooks assignment`.
#[derive(clap::Args)]
pub struct Args {
    /// Names such as td3 [default: all that have exercises]
    names: Vec<String>,
    /// Language of the assignments
    #[arg(long, value_enum)]
    lang: Language,
    /// Course directory; what nbgrader keeps there already stays
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

/// Its configuration, a file that teachers may change afterwards.
const CONFIG: &str = include_str!("../../python/nbgrader_config.py");

/// Writes the course directory.
pub fn run(root: &Path, args: &Args) -> Result<()> {
    fs::create_dir_all(&args.to).with_context(|| format!("making {}", args.to.display()))?;
    let config = args.to.join("nbgrader_config.py");
    if !config.exists() {
        fs::write(&config, CONFIG).with_context(|| format!("writing {}", config.display()))?;
    }
    for source in source::read(root, &args.names)? {
        if !source.cells.iter().any(|cell| cell.is("exercise")) {
            continue;
        }
        let folder = args.to.join("source").join(&source.name);
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{}.ipynb", source.name));
        let text = build::text(&notebook(&source, args.lang)?)?;
        fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
        if source.reads_data() {
            copy_data(root, &folder.join("datasets"))?;
        }
        println!("written    {}", file.display());
    }
    Ok(())
}

/// The notebook with nbgrader's markers and metadata. Answers in text are left out: students must not get them, and no
/// machine can grade them.
fn notebook(source: &Source, language: Language) -> Result<Value> {
    let mut ids = Ids::default();
    let mut grade_ids = HashSet::new();
    let mut cells = Vec::new();
    let spoken = source.cells.iter().filter(|cell| cell.speaks(language));
    for cell in spoken.filter(|cell| !cell.is("solution")) {
        let place = || format!("notebooks/source/{}.md, line {}", source.name, cell.line);
        let (text, grading) = graded(cell).with_context(place)?;
        let mut metadata = build::metadata(cell);
        if let Some(grading) = grading {
            let id = grading["grade_id"].as_str().unwrap_or_default().to_string();
            ensure!(grade_ids.insert(id.clone()), "{}: a second {id}", place());
            metadata["nbgrader"] = grading;
        }
        cells.push(build::cell(cell.kind, &ids.next(cell.kind, &text), metadata, &text));
    }
    Ok(build::document(cells))
}

/// A cell's text for nbgrader, and its metadata if nbgrader is to look at it.
fn graded(cell: &Cell) -> Result<(String, Option<Value>)> {
    if cell.kind == Kind::Code && cell.is("exercise") {
        student::regions(cell)?;
        stubs_are_statements(&cell.text)?;
        let name = function(cell).context("an exercise without a function")?;
        let grading = json!({"cell_type": "code", "grade": false, "grade_id": format!("exercise-{name}"),
                             "locked": false, "schema_version": 3, "solution": true, "task": false});
        return Ok((cell.text.clone(), Some(grading)));
    }
    if cell.kind == Kind::Code && cell.is("check") {
        let call = cell.text.trim_end();
        let name = check_name(call).context("a check cell without a call check::module::name(…)")?;
        ensure!(call.ends_with(')'), "the check must be the last expression of its cell");
        let text = format!("{call}\n    .graded()");
        let grading = json!({"cell_type": "code", "grade": true, "grade_id": format!("check-{name}"),
                             "locked": true, "points": 1, "schema_version": 3, "solution": false,
                             "task": false});
        return Ok((text, Some(grading)));
    }
    Ok((cell.text.clone(), None))
}

/// nbgrader puts the same stub, `todo!();`, in the place of every solution: a statement, so the region must be in a
/// block, and not within an expression.
fn stubs_are_statements(text: &str) -> Result<()> {
    let mut lines = text.lines().map(str::trim);
    while lines.by_ref().any(|line| line == student::END) {
        let next = lines.clone().find(|line| !line.is_empty() && !line.starts_with("//"));
        if let Some(line) = next.filter(|line| line.starts_with([')', ']', ',', ';', '.'])) {
            bail!("nbgrader's stub `todo!();` can't come before `{line}`: make the solution whole statements");
        }
    }
    Ok(())
}

/// `euler_step` in `check::lif::euler_step(euler_step)`.
pub fn check_name(text: &str) -> Option<&str> {
    let (_, path) = text.rsplit_once("check::")?;
    let (_, name) = path.split_once("::")?;
    name.split('(').next()
}

/// The function that an exercise asks for.
pub fn function(exercise: &Cell) -> Option<String> {
    lexer::functions(&lexer::tokens(&exercise.text)).next().cloned()
}

/// The data of the course travel with the assignment, so that they are where students and the autograder run it.
fn copy_data(root: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let from = root.join("datasets");
    for entry in fs::read_dir(&from).with_context(|| format!("reading {}", from.display()))? {
        let file = entry?.path();
        if let Some(name) = file.file_name().filter(|_| file.is_file()) {
            fs::copy(&file, to.join(name))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "# Title\n\n<!-- #region lang=\"fr\" -->\nUn\n<!-- #endregion -->\n\
        <!-- #region lang=\"en\" -->\nOne\n<!-- #endregion -->\n\
        ```rust tags=[\"exercise\"]\nfn f(x: f64) -> f64 {\n    // BEGIN SOLUTION\n    secret(x)\n    // END SOLUTION\n}\n```\n\
        ```rust tags=[\"check\"]\ncheck::lif::f_of_x(f)\n```\n\
        <!-- #region tags=[\"solution\"] -->\nBecause.\n<!-- #endregion -->\n";

    fn cells(text: &str) -> Result<Vec<Value>> {
        let source = Source { name: "t".into(), names_kernel: true, cells: source::parse(text)? };
        let notebook = notebook(&source, Language::English)?;
        Ok(notebook["cells"].as_array().cloned().unwrap_or_default())
    }

    fn text(cell: &Value) -> String {
        let lines = cell["source"].as_array().unwrap();
        lines.iter().map(|line| line.as_str().unwrap()).collect()
    }

    #[test]
    fn exercises_keep_their_markers_and_checks_are_graded() {
        let cells = cells(SAMPLE).unwrap();
        assert_eq!(cells.len(), 4);
        assert!(text(&cells[2]).contains("// BEGIN SOLUTION\n    secret(x)\n"));
        let exercise = &cells[2]["metadata"]["nbgrader"];
        assert_eq!((&exercise["grade_id"], &exercise["solution"]), (&json!("exercise-f"), &json!(true)));
        assert!(text(&cells[3]).ends_with("\n    .graded()"));
        let check = &cells[3]["metadata"]["nbgrader"];
        assert_eq!((&check["grade_id"], &check["locked"]), (&json!("check-f_of_x"), &json!(true)));
    }

    #[test]
    fn answers_and_the_other_language_are_left_out() {
        let all: String = cells(SAMPLE).unwrap().iter().map(text).collect();
        assert!(all.contains("One") && !all.contains("Un\n") && !all.contains("Because"));
    }

    #[test]
    fn a_region_inside_an_expression_is_refused_with_its_line() {
        let text = "# T\n```rust tags=[\"exercise\"]\nfn f() -> f64 {\n    g(\n    // BEGIN SOLUTION\n    1.0\n    // END SOLUTION\n    )\n}\n```\n";
        let error = format!("{:#}", cells(text).unwrap_err());
        assert!(error.contains("line 2") && error.contains("`)`"), "{error}");
    }

    #[test]
    fn a_check_used_twice_is_refused() {
        let check = "```rust tags=[\"check\"]\ncheck::lif::f_of_x(f)\n```\n";
        let error = cells(&format!("{SAMPLE}{check}")).unwrap_err().to_string();
        assert!(error.contains("a second check-f_of_x"), "{error}");
    }
}
