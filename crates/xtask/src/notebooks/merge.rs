//! Brings a new version of a notebook of the course into a student's copy of it.
//!
//! The id of a cell of the course is a hash of its text ([`Ids`]), and Jupyter leaves ids alone. So a cell whose id is still the
//! hash of its text is as the course gave it, in whatever version, and everything else is the student's:
//!
//! | the student's cell | what becomes of it |
//! | --- | --- |
//! | as the course gave it | renewed: stays, with its outputs, if the new version has it; otherwise goes |
//! | an exercise that was filled in | stays, in the place of the new version's exercise |
//! | another cell of the course, changed | stays if the course did not change it; otherwise both are there, the student's below |
//! | added by the student | stays, below the cell that it followed |
//!
//! A second merge with the same version changes nothing: an update that was interrupted is simply done again.

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::build::Ids;
use super::lexer;
use super::source::{Kind, Language};
use super::work::say;

/// Where a notebook's metadata say of which version of the course it is.
pub const VERSION: &str = "neurocomp";

/// A student's notebook in the new version, and what there is of the student's in it.
pub struct Merged {
    /// The notebook.
    pub notebook: Value,
    /// Cells of the new version that were not there.
    pub renewed: usize,
    /// Exercises that were filled in.
    pub answers: usize,
    /// Other cells that hold something of the student's.
    pub own: usize,
}

/// Whose text a cell is.
#[derive(Clone, Copy, PartialEq)]
enum Author {
    /// As the course gave it.
    Course,
    /// The course's, changed.
    Both,
    Student,
}

/// The student's notebook in the course's new version.
pub fn merge(mine: &Value, course: &Value, language: Language) -> Result<Merged> {
    let my_cells = cells(mine).context("this is not a notebook")?;
    let new_cells = cells(course).context("the course's notebook has no cells")?;
    let authors: Vec<Author> = my_cells.iter().map(author).collect();
    let places = places(my_cells, &authors, new_cells);
    let fresh: Vec<bool> = (0..new_cells.len()).map(|place| !places.contains(&Some(place))).collect();

    // What comes below each cell of the new version; the first list is above all of them.
    let mut below: Vec<Vec<Value>> = vec![Vec::new(); new_cells.len() + 1];
    let mut here: Vec<Option<&Value>> = vec![None; new_cells.len()];
    let mut at = 0;
    for ((cell, author), place) in my_cells.iter().zip(&authors).zip(&places) {
        if let Some(place) = *place {
            here[place] = Some(cell);
            at = place + 1;
            continue;
        }
        if *author != Author::Student {
            // The cell of the new version that has taken its place, if there is one.
            let mut new = (at..new_cells.len()).take_while(|&place| fresh[place]);
            at = new.find(|&place| are_alike(&new_cells[place], cell)).map_or(at, |place| place + 1);
        }
        match author {
            Author::Course => {}
            Author::Both => below[at].push(with_note(cell, language)),
            Author::Student => below[at].push(cell.clone()),
        }
    }
    let mut merged = below.remove(0);
    for ((new, old), below) in new_cells.iter().zip(here).zip(below) {
        merged.push(old.map_or_else(|| new.clone(), |old| kept(old, new)));
        merged.extend(below);
    }
    give_ids(&mut merged);
    let written = merged.iter().filter(|cell| author(cell) != Author::Course).count();
    let answers = merged.iter().filter(|cell| author(cell) == Author::Both && is_exercise(cell)).count();
    Ok(Merged {
        renewed: fresh.iter().filter(|fresh| **fresh).count(),
        answers,
        own: written - answers,
        notebook: document(mine, course, merged),
    })
}

/// The student's notebook with one exercise put back to its stub; `None` if it is as the course gave it.
pub fn reset(mine: &Value, course: &Value, exercise: &str) -> Result<Option<Value>> {
    let new_cells = cells(course).context("the course's notebook has no cells")?;
    let stub = new_cells.iter().find(|cell| is_exercise(cell) && function(cell).as_deref() == Some(exercise));
    let stub = stub.with_context(|| {
        let names = exercises(course).join(", ");
        say(
            &format!("there is no exercise {exercise:?}; there are: {names}"),
            &format!("il n’y a pas d’exercice {exercise:?} ; il y a : {names}"),
        )
    })?;
    let mut notebook = mine.clone();
    let my_cells = notebook["cells"].as_array_mut().context("this is not a notebook")?;
    let cell = my_cells.iter_mut().find(|cell| cell["id"] == stub["id"]);
    let cell = cell.with_context(|| {
        say(
            &format!("the cell of the exercise {exercise:?} is no longer there; reset the whole notebook"),
            &format!("la cellule de l’exercice {exercise:?} n’est plus là ; remettez tout le notebook à zéro"),
        )
    })?;
    if author(cell) == Author::Course {
        return Ok(None);
    }
    *cell = stub.clone();
    Ok(Some(notebook))
}

/// The names of the exercises of a notebook of the course: those of the functions to write.
pub fn exercises(course: &Value) -> Vec<String> {
    let cells = cells(course).map(Vec::as_slice).unwrap_or_default();
    cells.iter().filter(|cell| is_exercise(cell)).filter_map(function).collect()
}

/// What the first heading says.
pub fn title(course: &Value) -> String {
    let first = cells(course).and_then(|cells| cells.first()).map(text).unwrap_or_default();
    let heading = first.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default();
    heading.trim().replace('\t', " ")
}

/// For each of the student's cells, the cell of the new version that it is, or whose exercise it solves.
fn places(my_cells: &[Value], authors: &[Author], new_cells: &[Value]) -> Vec<Option<usize>> {
    let by_id: HashMap<&str, usize> =
        new_cells.iter().enumerate().filter_map(|(place, cell)| Some((cell["id"].as_str()?, place))).collect();
    let mut taken = HashSet::new();
    let mut places: Vec<Option<usize>> = my_cells
        .iter()
        .map(|cell| by_id.get(cell["id"].as_str()?).copied().filter(|place| taken.insert(*place)))
        .collect();
    // Exercises that the course has changed are found by the function to write: in the cell that was meant for it, or else in
    // one of the student's own.
    let mut exercises: HashMap<String, usize> = HashMap::new();
    for (place, cell) in new_cells.iter().enumerate() {
        if let Some(name) = function(cell).filter(|_| is_exercise(cell) && !taken.contains(&place)) {
            exercises.insert(name, place);
        }
    }
    for wanted in [Author::Both, Author::Student] {
        for (k, cell) in my_cells.iter().enumerate() {
            let may_solve = wanted == Author::Student || is_exercise(cell);
            if places[k].is_none() && authors[k] == wanted && may_solve && kind(cell) == Kind::Code {
                let solved = functions(cell).find(|name| exercises.contains_key(name));
                places[k] = solved.and_then(|name| exercises.remove(&name));
            }
        }
    }
    places
}

/// Whether one may be a new version of the other: half of the words of the shorter are in both.
fn are_alike(a: &Value, b: &Value) -> bool {
    let words = |cell: &Value| -> HashSet<String> {
        text(cell).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_string).collect()
    };
    let (a_words, b_words) = (words(a), words(b));
    let common = a_words.intersection(&b_words).count();
    kind(a) == kind(b) && common > 0 && 2 * common >= a_words.len().min(b_words.len())
}

/// The student's cell in the place of the course's: its text and outputs, the course's tags.
fn kept(mine: &Value, course: &Value) -> Value {
    let mut cell = mine.clone();
    cell["id"] = course["id"].clone();
    if let Some(metadata) = cell["metadata"].as_object_mut() {
        metadata.remove("tags");
        if let Some(tags) = course["metadata"].get("tags") {
            metadata.insert("tags".to_string(), tags.clone());
        }
    }
    cell
}

/// A changed cell beside its new version, with a line that says what it is.
fn with_note(cell: &Value, language: Language) -> Value {
    let note = match language {
        Language::French => "Votre version de la cellule ci-dessus, d’avant la mise à jour du cours.",
        Language::English => "Your version of the cell above, from before the course was updated.",
    };
    let note = if kind(cell) == Kind::Code { format!("// {note}\n") } else { format!("*{note}*\n\n") };
    let mut cell = cell.clone();
    cell["source"] = json!(format!("{note}{}", text(&cell)));
    cell["id"] = json!(""); // the student's from now on
    if let Some(metadata) = cell["metadata"].as_object_mut() {
        metadata.remove("tags"); // it is no longer the course's exercise or figure
    }
    cell
}

/// Gives each cell an id that no other has. A student's own must not look like one of the course's.
fn give_ids(cells: &mut [Value]) {
    let mut seen = HashSet::new();
    for cell in cells {
        let id = cell["id"].as_str().unwrap_or_default().to_string();
        let is_good = author(cell) != Author::Student || !id.is_empty();
        if is_good && seen.insert(id.clone()) {
            continue;
        }
        let hash = hash(cell);
        let id = (1..).map(|n| format!("own-{hash}-{n}")).find(|id| !seen.contains(id)).unwrap_or_default();
        seen.insert(id.clone());
        cell["id"] = json!(id);
    }
}

/// What the student's notebook says of itself stays (the state of sliders, say), but for the kernel and the version.
fn document(mine: &Value, course: &Value, cells: Vec<Value>) -> Value {
    let mut notebook = course.clone();
    if let Some(metadata) = mine["metadata"].as_object() {
        for (name, value) in metadata {
            if name != "kernelspec" && name != VERSION {
                notebook["metadata"][name.as_str()] = value.clone();
            }
        }
    }
    notebook["cells"] = Value::Array(cells);
    notebook
}

fn author(cell: &Value) -> Author {
    let id = cell["id"].as_str().unwrap_or_default();
    let stem = id.split('-').next().unwrap_or_default();
    let number = id[stem.len()..].strip_prefix('-');
    let is_ours = stem.len() == 16
        && stem.bytes().all(|digit| digit.is_ascii_hexdigit())
        && number.is_none_or(|number| number.parse::<usize>().is_ok());
    match is_ours {
        false => Author::Student,
        true if stem == hash(cell) => Author::Course,
        true => Author::Both,
    }
}

/// What the id of a cell of the course with this text begins with.
fn hash(cell: &Value) -> String {
    Ids::default().next(kind(cell), &text(cell))
}

fn cells(notebook: &Value) -> Option<&Vec<Value>> {
    notebook["cells"].as_array()
}

fn kind(cell: &Value) -> Kind {
    if cell["cell_type"] == "code" { Kind::Code } else { Kind::Markdown }
}

/// A cell's text; Jupyter writes it as one string or as a list of lines.
fn text(cell: &Value) -> String {
    match &cell["source"] {
        Value::String(text) => text.clone(),
        Value::Array(lines) => lines.iter().filter_map(Value::as_str).collect(),
        _ => String::new(),
    }
}

fn is_exercise(cell: &Value) -> bool {
    cell["metadata"]["tags"].as_array().is_some_and(|tags| tags.iter().any(|tag| tag == "exercise"))
}

/// The function that an exercise asks for.
fn function(cell: &Value) -> Option<String> {
    functions(cell).next()
}

/// The names of the functions that a cell defines.
fn functions(cell: &Value) -> impl Iterator<Item = String> {
    let names: Vec<String> = lexer::functions(&lexer::tokens(&text(cell))).cloned().collect();
    names.into_iter()
}

#[cfg(test)]
mod tests;
