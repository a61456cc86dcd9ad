//! Checks of the tutorials that need no kernel.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::build::{self, Notebook, Variant};
use super::source::{Cell, Kind, Language, Source};
use super::{assignment, constructs, lexer, links, minutes, prose, student, wrong_answers};
use crate::counts::Counts;

/// A line of a solution with fewer characters than this (not counting blanks) may well appear elsewhere: `let n = 10;`.
const TELLING: usize = 20;

/// Checks these sources, prints what is wrong and counts: each source is one test, and so is each built notebook.
pub fn run(root: &Path, sources: &[Source], all: bool) -> Result<Counts> {
    let mut counts = Counts::default();
    let mut count = |problems: &[String], place: &str| {
        problems.iter().for_each(|problem| println!("{place}: {problem}"));
        if problems.is_empty() {
            counts.passed += 1;
        } else {
            counts.failed += 1;
        }
    };
    let mut built = Vec::new();
    for source in sources {
        let place = format!("notebooks/source/{}.md", source.name);
        match problems(source).and_then(|found| Ok((found, outside(root, source)?))) {
            Ok((found, outside)) => count(&[found, outside].concat(), &place),
            Err(error) => {
                count(&[format!("{error:#}")], &place);
                continue;
            }
        }
        for notebook in build::notebooks(source)? {
            let problem = staleness(root, &notebook);
            count(problem.as_slice(), &notebook.path.display().to_string());
            built.push(notebook.path);
        }
    }
    if all {
        let findings = constructs::find(sources)?;
        let problems = [&findings.problems[..], constructs::staleness(root, &findings).as_slice()].concat();
        count(&problems, constructs::TABLE);
        for stray in strays(root, &built) {
            count(&["has no source".to_string()], &stray.display().to_string());
        }
    }
    Ok(counts)
}

/// Everything that is wrong with a source and the notebooks that it makes.
fn problems(source: &Source) -> Result<Vec<String>> {
    let mut problems = pairing(&source.cells);
    if !source.names_kernel {
        problems.push("the header must have jupyter:, in it kernelspec:, in it name: neurocomp".to_string());
    }
    problems.extend(different_code(source)?);
    for language in Language::ALL {
        let cells = || source.cells.iter().filter(|cell| cell.speaks(language));
        problems.extend(exercises(cells())?);
        problems.extend(prose::problems(cells()));
        problems.extend(leaks(source, language)?);
    }
    problems.sort();
    problems.dedup(); // what both languages share is found twice
    Ok(problems)
}

/// What is wrong with a whole tutorial: what it expects of other files and they do not hold, and its time.
fn outside(root: &Path, source: &Source) -> Result<Vec<String>> {
    let mut problems = wrong_answers::problems(root, &source.cells)?;
    problems.extend(minutes::problems(&source.cells)?);
    for language in Language::ALL {
        let cells = source.cells.iter().filter(|cell| cell.speaks(language));
        let folder = root.join(links::folder(language));
        problems.extend(links::problems(&cells.collect::<Vec<_>>(), &folder));
    }
    Ok(problems)
}

/// In each run of cells that have a language, French and English must answer each other.
fn pairing(cells: &[Cell]) -> Vec<String> {
    let shape = |run: &[Cell], language: Language| -> Vec<(Kind, Vec<String>)> {
        run.iter().filter(|cell| cell.language == Some(language)).map(|cell| (cell.kind, cell.tags.clone())).collect()
    };
    cells
        .chunk_by(|a, b| a.language.is_some() == b.language.is_some())
        .filter(|run| shape(run, Language::French) != shape(run, Language::English))
        .map(|run| {
            format!(
                "line {}: the French and the English cells that begin here are not pairs of the same kind and tags",
                run[0].line
            )
        })
        .collect()
}

/// Both languages must have the same code, but for comments and strings.
fn different_code(source: &Source) -> Result<Vec<String>> {
    let code = |language: Language| -> Vec<&Cell> {
        let cells = source.cells.iter();
        cells.filter(|cell| cell.kind == Kind::Code && cell.speaks(language)).collect()
    };
    let mut problems = Vec::new();
    for (french, english) in code(Language::French).iter().zip(code(Language::English)) {
        let (a, b) = (student::regions(french)?, student::regions(english)?);
        for (a, b) in [(a.solution, b.solution), (a.student, b.student)] {
            let (a, b) = (lexer::tokens(&a), lexer::tokens(&b));
            if a == b {
                continue;
            }
            let at = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
            let word = |tokens: &[String]| tokens.get(at).map_or("nothing", String::as_str).to_string();
            problems.push(format!(
                "lines {} and {}: the code differs between the languages: {} in French, {} in English",
                french.line,
                english.line,
                word(&a),
                word(&b)
            ));
            break;
        }
    }
    Ok(problems)
}

/// Each exercise has something to solve, and a check before the next one.
fn exercises<'a>(cells: impl Iterator<Item = &'a Cell>) -> Result<Vec<String>> {
    let mut unchecked: Option<&Cell> = None;
    let mut missing = Vec::new();
    let mut problems = Vec::new();
    for cell in cells.filter(|cell| cell.kind == Kind::Code) {
        let has_solution = !student::regions(cell)?.secrets.is_empty();
        if cell.is("exercise") {
            missing.extend(unchecked.replace(cell));
        }
        if cell.is("exercise") != has_solution {
            problems.push(format!("line {}: the tag exercise and a BEGIN SOLUTION region go together", cell.line));
        }
        if cell.is("check")
            && let Some(exercise) = unchecked.take()
        {
            // By this name the check notes what is solved, and the index lists it.
            let asked = assignment::function(exercise).unwrap_or_default();
            let checked = assignment::check_name(&cell.text).unwrap_or_default();
            if asked != checked {
                problems.push(format!("line {}: the check of {checked} follows the exercise {asked:?}", cell.line));
            }
        }
    }
    missing.extend(unchecked);
    let missing = missing.iter().map(|cell| format!("line {}: the exercise has no cell tagged check", cell.line));
    Ok(missing.chain(problems).collect())
}

/// Lines of solutions that are in a student notebook, in a cell or in a hint.
fn leaks(source: &Source, language: Language) -> Result<Vec<String>> {
    let squeeze = |text: &str| text.split_whitespace().collect::<String>();
    let cells = || source.cells.iter().filter(|cell| cell.speaks(language));
    let mut public = Vec::new();
    for cell in cells().filter(|cell| !cell.is("solution")) {
        public.push((cell.line, squeeze(&student::regions(cell)?.student)));
    }
    let mut problems = Vec::new();
    for cell in cells() {
        let secrets = if cell.is("solution") {
            cell.text.lines().map(str::to_string).collect()
        } else {
            student::regions(cell)?.secrets
        };
        for secret in &secrets {
            let squeezed = squeeze(secret);
            if squeezed.chars().count() < TELLING {
                continue;
            }
            for (line, _) in public.iter().filter(|(_, text)| text.contains(&squeezed)) {
                problems.push(format!(
                    "line {line}: this cell gives away a line of the solution of line {}: {:?}",
                    cell.line,
                    secret.trim()
                ));
            }
        }
    }
    Ok(problems)
}

fn staleness(root: &Path, notebook: &Notebook) -> Option<String> {
    let who = match notebook.variant {
        Variant::Student => "student",
        Variant::Solution => "solution",
    };
    let language = notebook.language.code();
    match fs::read_to_string(root.join(&notebook.path)) {
        Ok(text) if text == notebook.text => None,
        Ok(_) => Some(format!(
            "this {who} notebook ({language}) is not what its source makes: run `cargo xtask notebooks build`"
        )),
        Err(_) => Some("is missing: run `cargo xtask notebooks build`".to_string()),
    }
}

/// Notebooks that no source makes.
fn strays(root: &Path, built: &[PathBuf]) -> Vec<PathBuf> {
    let mut strays: Vec<PathBuf> = Language::ALL
        .iter()
        .map(|language| PathBuf::from("notebooks").join(language.code()))
        .filter_map(|folder| Some((fs::read_dir(root.join(&folder)).ok()?, folder)))
        .flat_map(|(entries, folder)| entries.flatten().map(move |entry| folder.join(entry.file_name())))
        .filter(|path| path.extension().is_some_and(|e| e == "ipynb") && !built.contains(path))
        .collect();
    strays.sort();
    strays
}

#[cfg(test)]
mod tests;
