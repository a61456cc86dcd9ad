//! What the exercises ask for, and where the course teaches and practises it.
//!
//! A construct (`x[k] = …`, a loop in a loop) or a word (`.push()`, `Vec::new`) is *used* where a solution has it. It is
//! *practised* by the first solution of the course that has it, and *taught* by the first given cell that shows it, or,
//! if it is a word, by the first text that names it. Nobody is asked for what they have not met: everything that a later
//! solution uses must have been practised in TD1, or else taught before in the same notebook; a construct needs both a
//! given cell and the mark `<!-- teaches: NAME -->` there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Result;

use super::lexer;
use super::source::{Cell, Kind, Language, Source};
use super::student;

mod detect;

/// Where the table is, from the root.
pub const TABLE: &str = "notebooks/constructs.md";
/// The tutorial in which everything is practised.
const FIRST: &str = "td1";
/// Calling a function that one wrote; it takes the notebook's other cells to see it.
const OWN_FUNCTION: &str = "calling a function of one’s own";

/// A cell, and the place where a reader finds it.
#[derive(Clone, PartialEq)]
struct Place {
    notebook: String,
    heading: String,
}

impl Place {
    fn shown(&self) -> String {
        let name = match self.notebook.strip_prefix("td") {
            Some(number) => format!("TD{number}"),
            None => self.notebook.clone(),
        };
        format!("{name}, {}", self.heading)
    }
}

/// What is known of a construct or a word.
#[derive(Default)]
struct Course {
    taught: Option<Place>,
    practised: Option<Place>,
    /// The notebooks after the first whose solutions use it.
    used: BTreeSet<usize>,
}

/// Everything that the sources say, and what is wrong.
pub struct Findings {
    /// The table, in Markdown.
    pub table: String,
    /// Uses of what was neither practised in TD1 nor taught before, one sentence each.
    pub problems: Vec<String>,
}

/// Reads all sources in the course's order.
pub fn find(sources: &[Source]) -> Result<Findings> {
    let mut sources: Vec<&Source> = sources.iter().collect();
    sources.sort_by_key(|source| (!source.name.starts_with("td"), &source.name));
    let mut course: BTreeMap<String, Course> = BTreeMap::new();
    let mut problems = Vec::new();
    for (number, source) in sources.iter().enumerate() {
        let mut shown = BTreeSet::new();
        let mut marked = BTreeSet::new();
        let mut own = BTreeSet::new();
        let mut named = BTreeSet::new();
        let mut heading = String::new();
        for cell in source.cells.iter().filter(|cell| cell.speaks(Language::English)) {
            if cell.kind == Kind::Markdown {
                marked.extend(marks(&cell.text));
                named.extend(code_words(&cell.text));
                if let Some(last) = cell.text.lines().rfind(|line| line.starts_with("## ") || line.starts_with("### "))
                {
                    heading = short(last);
                }
                continue;
            }
            if cell.is("raises-exception") {
                continue;
            }
            let place = Place { notebook: source.name.clone(), heading: heading.clone() };
            let regions = student::regions(cell)?;
            for name in constructs(&lexer::tokens(&regions.student), &BTreeSet::new()) {
                course.entry(name.clone()).or_default().taught.get_or_insert(place.clone());
                shown.insert(name);
            }
            if !regions.secrets.is_empty() {
                let solution = lexer::tokens(&regions.secrets.join("\n"));
                for name in constructs(&solution, &own) {
                    let known = course.entry(name.clone()).or_default();
                    if source.name != FIRST {
                        known.used.insert(number);
                        let practised = known.practised.as_ref().is_some_and(|place| place.notebook == FIRST);
                        let taught = match word(&name) {
                            Some(word) => shown.contains(&name) || named.contains(word),
                            None => shown.contains(&name) && marked.contains(&plain(&name)),
                        };
                        if !practised && !taught {
                            problems.push(unknown(&place, &name, cell));
                        }
                    }
                    known.practised.get_or_insert(place.clone());
                }
                own.extend(lexer::functions(&lexer::tokens(&regions.student)).cloned());
            }
        }
    }
    let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    Ok(Findings { table: table(&course, &names), problems })
}

/// The names of all constructs and words in these tokens; some of them are this notebook's exercises.
fn constructs(code: &[String], own: &BTreeSet<String>) -> BTreeSet<String> {
    let known = detect::CONSTRUCTS.iter().filter(|construct| (construct.is_in)(code));
    let mut names: BTreeSet<String> = known.map(|construct| construct.name.to_string()).collect();
    names.extend(detect::words(code).into_iter().map(|word| format!("`{word}`")));
    if detect::calls_one_of(code, own) {
        names.insert(OWN_FUNCTION.to_string());
    }
    names
}

/// What a text must contain to name it: `push` for the word `.push()`; a construct has none.
fn word(name: &str) -> Option<&str> {
    let is_construct = name == OWN_FUNCTION || detect::CONSTRUCTS.iter().any(|construct| construct.name == name);
    let word = name.trim_matches(['`', '.', '(', ')']);
    (!is_construct).then(|| word.rsplit(':').next().unwrap_or(word).trim_end_matches('!'))
}

/// The words of the code in a text, between backquotes.
fn code_words(text: &str) -> impl Iterator<Item = String> {
    let spans = text.split('`').skip(1).step_by(2);
    let words = spans.flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && c != '_'));
    words.filter(|word| !word.is_empty()).map(str::to_string)
}

/// The constructs that a text says to teach: `<!-- teaches: x[k] = -->`.
fn marks(text: &str) -> impl Iterator<Item = String> {
    text.split("<!-- teaches:").skip(1).filter_map(|rest| Some(rest.split_once("-->")?.0.trim().to_string()))
}

/// A construct's name as a mark writes it, without backquotes.
fn plain(name: &str) -> String {
    name.replace('`', "")
}

fn unknown(place: &Place, name: &str, cell: &Cell) -> String {
    format!(
        "line {}: {} uses {name}, which TD1 does not practise and this notebook does not teach before (notebooks/README.md)",
        cell.line,
        place.shown()
    )
}

/// `exercise 26` for `### Exercise 26 · Step by step ★`, `section 8` for `## 8. Arrays`, or else the heading itself.
fn short(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().trim_end_matches('★').trim_end();
    let number = |text: &str| text.split([' ', '·', ':']).next().unwrap_or_default().trim_end_matches('.').to_string();
    match heading.strip_prefix("Exercise ") {
        Some(rest) => format!("exercise {}", number(rest)),
        None if heading.starts_with(|first: char| first.is_ascii_digit()) => format!("section {}", number(heading)),
        None => format!("“{heading}”"),
    }
}

fn table(course: &BTreeMap<String, Course>, names: &[&str]) -> String {
    let mut text = String::from(
        "# What the exercises ask for\n\n\
         Every construct and every word of Rust that a solution after TD1 uses: where a given cell shows it first, and where the\n\
         student writes it first. Made from the sources by `cargo xtask notebooks build`; `cargo xtask notebooks check` refuses an\n\
         exercise that asks for what was neither practised in TD1 nor taught before in its notebook ([how](README.md#what-is-checked)).\n",
    );
    let place = |place: &Option<Place>| place.as_ref().map_or("—".to_string(), Place::shown);
    let mut part = |title: &str, rows: Vec<(&String, &Course)>| {
        let _ =
            write!(text, "\n## {title}\n\n| | shown first | written first | used in |\n| --- | --- | --- | --- |\n");
        for (name, known) in rows {
            let used: Vec<&str> = known.used.iter().map(|&number| names[number]).collect();
            let name = name.replace('|', "\\|");
            let _ = writeln!(
                text,
                "| {name} | {} | {} | {} |",
                place(&known.taught),
                place(&known.practised),
                used.join(", ")
            );
        }
    };
    let used = |name: &str| course.get_key_value(name).filter(|(_, known)| !known.used.is_empty());
    let order = detect::CONSTRUCTS.iter().map(|construct| construct.name).chain([OWN_FUNCTION]);
    part("Constructs", order.filter_map(used).collect());
    let words = course.iter().filter(|(name, known)| word(name).is_some() && !known.used.is_empty());
    part("Words", words.collect());
    text
}

/// The sentence to say if the written table is not what the sources make.
pub fn staleness(root: &Path, findings: &Findings) -> Option<String> {
    let written = fs::read_to_string(root.join(TABLE)).unwrap_or_default();
    (written != findings.table).then(|| "is not what the sources make: run `cargo xtask notebooks build`".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebooks::source::parse;

    fn source(name: &str, text: &str) -> Source {
        Source { name: name.to_string(), names_kernel: true, cells: parse(text).unwrap() }
    }

    const PRACTICE: &str = "# T\n\n### Exercise 1 · A\n```rust tags=[\"exercise\"]\nfn f(x: f64) -> f64 {\n\
         // BEGIN SOLUTION\nlet mut y = x;\ny.exp()\n// END SOLUTION\n}\n```\n";

    #[test]
    fn what_was_practised_in_the_first_tutorial_may_be_used() {
        let findings = find(&[source("td1", PRACTICE), source("td2", PRACTICE)]).unwrap();
        assert_eq!(findings.problems, Vec::<String>::new());
        assert!(findings.table.contains("| `let mut` | — | TD1, exercise 1 | td2 |"), "{}", findings.table);
        assert!(findings.table.contains("| `.exp()` | — | TD1, exercise 1 | td2 |"), "{}", findings.table);
    }

    #[test]
    fn what_was_not_is_refused_until_it_is_taught_before() {
        let nothing = source("td1", "# T\n");
        let problems = |td2: &str| find(&[source("td1", "# T\n"), source("td2", td2)]).unwrap().problems;
        assert_eq!(find(&[nothing, source("td2", PRACTICE)]).unwrap().problems.len(), 2);
        let shown = PRACTICE.replace("# T\n", "# T\n```rust\nlet mut z = 1.0;\n```\n");
        assert_eq!(problems(&shown).len(), 2, "a construct that is shown is not marked yet");
        let marked = shown.replace("# T\n", "# T\n<!-- teaches: let mut -->\n");
        assert_eq!(problems(&marked).len(), 1);
        assert!(problems(&marked)[0].contains("TD2, exercise 1 uses `.exp()`"), "{:?}", problems(&marked));
        assert_eq!(problems(&marked.replace("# T\n", "# T\nWrite `x.exp()`.\n")), Vec::<String>::new());
    }

    #[test]
    fn a_function_of_ones_own_is_an_exercise_of_the_same_notebook() {
        let twice =
            format!("{PRACTICE}{}", PRACTICE.replace("y.exp()", "f(y.exp())").replace("Exercise 1", "Exercise 2"));
        let findings = find(&[source("td1", PRACTICE), source("td2", &twice)]).unwrap();
        assert_eq!(findings.problems.len(), 1);
        assert!(findings.problems[0].contains("TD2, exercise 2 uses calling a function"), "{:?}", findings.problems);
    }

    #[test]
    fn the_course_asks_for_nothing_that_nobody_has_met() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let findings = find(&crate::notebooks::source::read(&root, &[]).unwrap()).unwrap();
        assert_eq!(findings.problems, Vec::<String>::new());
        assert!(findings.table.contains("| `x[k] =` | TD1"), "{}", findings.table);
    }

    #[test]
    fn places_are_short() {
        assert_eq!(short("### Exercise 26 · Step by step ★"), "exercise 26");
        assert_eq!(short("## 8. Arrays of numbers ★"), "section 8");
        assert_eq!(short("### 2.1 The phase plane"), "section 2.1");
        assert_eq!(short("### Whole arrays"), "“Whole arrays”");
    }
}
