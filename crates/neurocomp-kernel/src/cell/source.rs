//! The source of a cell: the student's lines, and what evcxr puts around them.

use super::diagnostic::Diagnostic;
use super::kept;
use std::collections::BTreeMap;
use std::ops::Range;

/// What a compilation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To run the cell. evcxr reads the errors, changes what it has added to the cell, and tries again.
    Run,
    /// evcxr has given up: the errors are for the student.
    Explain,
}

/// A variable that a cell keeps for later ones.
struct Variable {
    name: String,
    /// Empty as long as rustc has not said it.
    kind: String,
    is_new: bool,
}

/// The source of a cell, by its lines.
pub struct Source {
    /// What it is compiled for.
    pub purpose: Purpose,
    /// Whether there is anything to run, not only items.
    pub has_statements: bool,
    /// Variables of earlier cells.
    pub stored: Vec<String>,
    /// Variables that are to be kept, by the line that keeps them.
    kept: BTreeMap<usize, Variable>,
    students: Vec<Option<String>>,
    /// The lines of the cell's function that are the student's or lie among them, counted from 0.
    body: Range<usize>,
}

const TAKE: &str = "evcxr_variable_store.take_variable::<";
const PUT: &str = "evcxr_variable_store.put_variable::<";
/// What evcxr puts around the student's last expression: the line before it, and the one after it.
const AROUND: [(&str, &str); 3] =
    [("(", ").evcxr_display();"), ("evcxr_send_text_plain(&format!(", ")));"), ("let _ = ", ";")];

/// Ends the student's part of a cell that is to run.
const CAUGHT: &str = "})) { ";
/// In a cell after one with `.await`, evcxr's lines that wait for it: one of the first, the last, and what closes them.
const WAITS: &str = "\"evcxr_tokio_runtime\"";
const WAITS_FOR: &str = ".block_on(async {";
const WAITED: &str = "});";

impl Source {
    /// Reads the source as evcxr wrote it.
    pub fn new(text: &str) -> Source {
        let lines: Vec<&str> = text.lines().collect();
        let purpose = if text.contains("std::panic::catch_unwind(") { Purpose::Run } else { Purpose::Explain };
        let kept = lines.iter().enumerate().filter_map(|(index, line)| Some((index + 1, kept(line)?))).collect();
        Source {
            purpose,
            has_statements: !body(&lines).is_empty(),
            body: body(&lines),
            stored: stored(&lines),
            kept,
            students: students(&lines),
        }
    }

    /// Whether the student wrote this line.
    pub fn is_students(&self, line: usize) -> bool {
        self.student_line(line).is_some()
    }

    /// The number of the student's line that is meant by this one: itself, or, where evcxr put this one around the last
    /// expression of the cell, that expression, if it is of one line.
    pub fn meant(&self, line: usize) -> Option<usize> {
        if self.is_students(line) {
            return Some(line);
        }
        let behind = (line + 1..=self.body.end).take_while(|next| self.is_students(*next));
        let mut expression = behind.filter(|_| self.is_in_body(line));
        let first = expression.next()?;
        expression.next().is_none().then_some(first)
    }

    /// Whether this line is among the student's statements, not among the items.
    pub fn is_in_body(&self, line: usize) -> bool {
        line.checked_sub(1).is_some_and(|index| self.body.contains(&index))
    }

    /// The student's line of this number.
    pub fn student_line(&self, line: usize) -> Option<&str> {
        self.students.get(line.checked_sub(1)?)?.as_deref()
    }

    /// The variable that this line keeps for later cells: its name and its type, as far as that is known.
    pub fn kept(&self, line: usize) -> Option<(&str, &str)> {
        let variable = self.kept.get(&line)?;
        Some((&variable.name, &variable.kind))
    }

    /// With the types of new variables that rustc has told.
    pub fn with_types<'m>(mut self, messages: impl IntoIterator<Item = &'m Diagnostic>) -> Source {
        for (line, kind) in messages.into_iter().filter_map(kept::told_type) {
            if let Some(variable) = self.kept.get_mut(&line) {
                kind.clone_into(&mut variable.kind);
            }
        }
        self
    }

    /// The new variables, by the lines that keep them.
    pub fn new_variables(&self) -> impl Iterator<Item = (usize, &str)> {
        self.kept.iter().filter(|(_, variable)| variable.is_new).map(|(line, variable)| (*line, variable.name.as_str()))
    }

    /// The names of all variables that are to be kept.
    pub fn all_kept(&self) -> impl Iterator<Item = &str> {
        self.kept.values().map(|variable| variable.name.as_str())
    }

    /// The names of all variables: from earlier cells, and the ones to be kept. One can be both.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.stored.iter().map(String::as_str).chain(self.all_kept())
    }

    /// The student's lines with their numbers.
    pub fn student_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.students.iter().enumerate().filter_map(|(index, line)| Some((index + 1, line.as_deref()?)))
    }
}

/// Reads `evcxr_variable_store.put_variable::<TYPE>(stringify!(NAME), NAME);` and the like for a new variable.
fn kept(line: &str) -> Option<Variable> {
    let new = kept::new_variable(line).map(|name| (name, ""));
    let is_new = new.is_some();
    let (name, kind) = new.or_else(|| {
        let (kind, rest) = line.strip_prefix(PUT)?.split_once(">(stringify!(")?;
        Some((rest.split_once(')')?.0, kind))
    })?;
    Some(Variable { name: name.to_owned(), kind: kind.to_owned(), is_new })
}

fn stored(lines: &[&str]) -> Vec<String> {
    lines
        .iter()
        .filter_map(|line| {
            let (_, rest) = line.split_once(TAKE)?;
            let (_, rest) = rest.split_once("(stringify!(")?;
            Some(rest.split_once(')')?.0.to_owned())
        })
        .collect()
}

/// The lines of the items, which come first, and of the cell's own function.
fn students(lines: &[&str]) -> Vec<Option<String>> {
    let is_behind_items = |line: &&str| {
        line.trim_start().starts_with("struct EvcxrUserCodeError")
            || line.starts_with("mod evcxr_internal_runtime")
            || *line == "#[unsafe(no_mangle)]"
    };
    let items_end = lines.iter().position(is_behind_items).unwrap_or(lines.len());
    let body = body(lines);
    let around = around_last_expression(lines, &body);
    lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let is_inside = (1..items_end).contains(&index) || body.contains(&index);
            let is_generated = ["evcxr_", "EvcxrUser", "std::panic::"].iter().any(|mark| line.contains(mark))
                || around.contains(&index);
            (is_inside && !is_generated).then(|| (*line).to_owned())
        })
        .collect()
}

/// The lines between those that every cell begins with and those that it ends with. A cell of items only has none.
fn body(lines: &[&str]) -> Range<usize> {
    let is_last_of_head = |line: &&str| {
        line.contains(TAKE) || line.starts_with("if !vars_ok {") || line.starts_with("evcxr_variable_store: *mut u8)")
    };
    let Some(mut head) = lines.iter().rposition(is_last_of_head) else {
        return 0..0;
    };
    let caught = lines.iter().rposition(|line| *line == CAUGHT);
    let mut end = caught.filter(|end| *end > head).unwrap_or(lines.len());
    let waits_for = waits_for(&lines[head..end]);
    head += waits_for.unwrap_or(0);
    let mut step_back = |is_generated: &dyn Fn(&str) -> bool, at_most: usize| {
        let mut left = at_most;
        while left > 0 && end > head + 1 && is_generated(lines[end - 1]) {
            (end, left) = (end - 1, left - 1);
        }
    };
    step_back(&|line| line.trim().is_empty(), usize::MAX);
    step_back(&|line| line == "}", 1);
    step_back(&|line| line == "evcxr_variable_store" || line == "Ok(())", 1);
    let is_end =
        |line: &str| kept(line).is_some() || ["Ok(())})();", "Ok::<(), EvcxrUserCodeError>(())"].contains(&line);
    step_back(&is_end, usize::MAX);
    if waits_for.is_some() {
        step_back(&|line| line == WAITED, 1);
        step_back(&is_end, usize::MAX);
    }
    head + 1..end
}

/// Where evcxr's lines that wait for `.await` end: they are the first ones.
fn waits_for(lines: &[&str]) -> Option<usize> {
    const MOST: usize = 12;
    let first = lines.iter().take(MOST).position(|line| line.contains(WAITS))?;
    let rest = lines[first..].iter().take(MOST);
    Some(first + rest.into_iter().position(|line| *line == WAITS_FOR)?)
}

fn around_last_expression(lines: &[&str], body: &Range<usize>) -> Vec<usize> {
    let Some(last) = body.end.checked_sub(1).filter(|last| body.contains(last)) else {
        return Vec::new();
    };
    AROUND
        .iter()
        .filter(|(_, behind)| lines[last] == *behind)
        .filter_map(|(before, _)| {
            let first = lines[..last]
                .iter()
                .rposition(|line| line == before || before.len() > 8 && line.starts_with(before))?;
            Some([first, last])
        })
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(body: &str) -> String {
        format!(
            "#![allow(unused_imports, unused_mut, dead_code)]\nfn double(x: f64) -> f64 {{ 2.0 * x }}\nmod evcxr_internal_runtime {{\n}}\n#[unsafe(no_mangle)]\n\
             pub extern \"C\" fn run_user_code_1(\nmut evcxr_variable_store: *mut evcxr_internal_runtime::VariableStore)\n{{let mut vars_ok = true;\n\
             if !vars_ok {{return evcxr_variable_store;}}}}\nlet mut v = evcxr_variable_store.take_variable::<Vec<f64>>(stringify!(v));\n\
             {body}evcxr_variable_store.put_variable::<f64>(stringify!(y), y);\nevcxr_variable_store\n}}\n"
        )
    }

    fn students(text: &str) -> Vec<String> {
        Source::new(text).student_lines().map(|(_, line)| line.to_owned()).collect()
    }

    #[test]
    fn the_student_s_lines_are_told_from_evcxr_s() {
        let item = "fn double(x: f64) -> f64 { 2.0 * x }";
        let source = cell("let y = {\n    1.0\n}\n;\n");
        assert_eq!(students(&source), [item, "let y = {", "    1.0", "}", ";"]);
        let wrapped = cell("let y = 1.0;\n(\ny\n).evcxr_display();\n");
        assert_eq!(students(&wrapped), [item, "let y = 1.0;", "y"]);
        let plain =
            cell("fn evcxr_send_text_plain(text: &str) {}\nevcxr_send_text_plain(&format!(\"{:?}\",&(\ny\n)));\n");
        assert_eq!(students(&plain), [item, "y"]);
    }

    #[test]
    fn a_place_beside_the_last_expression_means_it() {
        let source = Source::new(&cell("let y = 1.0;\n(\ny\n).evcxr_display();\n"));
        let number = |text: &str| source.students.iter().position(|line| line.as_deref() == Some(text));
        let expression = number("y").unwrap() + 1;
        assert_eq!(source.meant(expression), Some(expression));
        assert_eq!(source.meant(expression - 1), Some(expression));
        assert_eq!(source.meant(expression + 1), None);
        assert!(source.is_in_body(expression) && !source.is_in_body(2));
        let long = Source::new(&cell("(\ny\n  .sqrt()\n).evcxr_display();\n"));
        assert_eq!(long.meant(expression - 2), None);
    }

    #[test]
    fn what_catches_a_panic_and_what_waits_is_not_the_student_s() {
        let item = "fn double(x: f64) -> f64 { 2.0 * x }";
        let caught = "match std::panic::catch_unwind(\n  std::panic::AssertUnwindSafe(||{\n(\ny\n).evcxr_display();\n})) { \n  Ok(_) => {}\n}}\n";
        assert_eq!(students(&cell(caught)), [item, "y"]);
        let waits = "let mut mutex =\nevcxr_variable_store.lazy_arc(\"evcxr_tokio_runtime\", ||\nx())); match\nmutex.lock() { x }\n\
             .block_on(async {\nlet y = f().await?;\n(\ny\n).evcxr_display();\nOk::<(), EvcxrUserCodeError>(())\n});\n";
        assert_eq!(students(&cell(waits)), [item, "let y = f().await?;", "y"]);
    }

    #[test]
    fn variables_are_known_by_name_and_type() {
        let source = Source::new(&cell("let y = 1.0;\n"));
        assert_eq!((source.purpose, &source.stored[..]), (Purpose::Explain, &["v".to_owned()][..]));
        let kept: Vec<_> = (1..30).filter_map(|line| source.kept(line)).collect();
        assert_eq!(kept, [("y", "f64")]);
        assert_eq!(source.new_variables().count(), 0);
        let put = "evcxr_variable_store.put_variable(stringify!(z), { let _ = &z as &_; z });";
        let source = Source::new(&format!("{put}\n{put}"));
        assert_eq!(source.new_variables().collect::<Vec<_>>(), [(1, "z"), (2, "z")]);
    }

    #[test]
    fn a_cell_of_items_only_has_no_body() {
        let text = "#![allow()]\nfn f() {}\n#[unsafe(no_mangle)]\npub extern \"C\" fn run_user_code_1(\nmut x: *mut std::os::raw::c_void) -> *mut std::os::raw::c_void {x}\n";
        assert_eq!(students(text), ["fn f() {}"]);
        assert!(!Source::new(text).has_statements && Source::new(&cell("1;\n")).has_statements);
        assert_eq!(Source::new(text).purpose, Purpose::Explain);
    }
}
