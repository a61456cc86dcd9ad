//! What students get: the code without the solutions.
//!
//! The region from a line `// BEGIN SOLUTION` to a line `// END SOLUTION` (nbgrader's convention) becomes `todo!()`;
//! cells tagged `solution` are left out.

use anyhow::{Result, bail};

use super::source::{Cell, Kind};

const BEGIN: &str = "// BEGIN SOLUTION";
/// Where a solution ends.
pub const END: &str = "// END SOLUTION";

/// A cell's code cut at its solution markers.
pub struct Regions {
    /// With the solutions, without the markers.
    pub solution: String,
    /// With `todo!()` in their place.
    pub student: String,
    /// The lines of the solutions.
    pub secrets: Vec<String>,
}

/// Cuts a code cell at its markers; text is left as it is.
pub fn regions(cell: &Cell) -> Result<Regions> {
    let mut result = Regions { solution: cell.text.clone(), student: cell.text.clone(), secrets: Vec::new() };
    if cell.kind == Kind::Markdown {
        return Ok(result);
    }
    let lines: Vec<&str> = cell.text.lines().collect();
    let (mut solution, mut student) = (Vec::new(), Vec::new());
    let mut inside: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        match (line.trim(), inside) {
            (BEGIN, None) => inside = Some(at),
            (BEGIN, Some(_)) => bail!("line {}: {BEGIN} inside a solution", cell.line + at + 1),
            (END, None) => bail!("line {}: {END} without {BEGIN}", cell.line + at + 1),
            (END, Some(begin)) => {
                if at == begin + 1 {
                    bail!("line {}: the solution is empty", cell.line + at + 1);
                }
                student.push(stub(lines[begin], lines.get(at + 1..).unwrap_or(&[])));
                inside = None;
            }
            (_, Some(_)) => {
                solution.push(line.to_string());
                result.secrets.push(line.to_string());
            }
            (_, None) => {
                solution.push(line.to_string());
                student.push(line.to_string());
            }
        }
    }
    if let Some(begin) = inside {
        bail!("line {}: {BEGIN} without {END}", cell.line + begin + 1);
    }
    result.solution = solution.join("\n");
    result.student = student.join("\n");
    Ok(result)
}

/// `todo!()` at the marker's indentation. As the last thing in a block it is the block's value; with code after it,
/// or at the end of a cell (whose last value evcxr wants to show), it is a statement.
fn stub(marker: &str, after: &[&str]) -> String {
    let indentation = &marker[..marker.len() - marker.trim_start().len()];
    let next = after
        .iter()
        .map(|line| line.trim())
        .find(|line| !line.is_empty() && !line.starts_with("//"))
        .and_then(|line| line.chars().next());
    let is_value = next.is_some_and(|c| "})],;.".contains(c));
    format!("{indentation}todo!(){}", if is_value { "" } else { ";" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Cell {
        Cell { kind: Kind::Code, language: None, tags: Vec::new(), text: text.to_string(), line: 10 }
    }

    fn student(text: &str) -> String {
        regions(&code(text)).unwrap().student
    }

    const FUNCTION: &str = "fn f(x: f64) -> f64 {\n    // Square it.\n    // BEGIN SOLUTION\n    let y = x;\n    x * y\n    // END SOLUTION\n}";

    #[test]
    fn a_region_becomes_todo_at_the_same_indentation() {
        assert_eq!(student(FUNCTION), "fn f(x: f64) -> f64 {\n    // Square it.\n    todo!()\n}");
    }

    #[test]
    fn the_solution_keeps_everything_but_the_markers() {
        let cut = regions(&code(FUNCTION)).unwrap();
        assert_eq!(cut.solution, "fn f(x: f64) -> f64 {\n    // Square it.\n    let y = x;\n    x * y\n}");
        assert_eq!(cut.secrets, ["    let y = x;", "    x * y"]);
    }

    #[test]
    fn todo_is_a_statement_where_code_follows_or_the_cell_ends() {
        let region = "// BEGIN SOLUTION\nstep(1);\n// END SOLUTION";
        assert_eq!(student(region), "todo!();");
        assert_eq!(student(&format!("{region}\nprintln!();")), "todo!();\nprintln!();");
        assert_eq!(student(&format!("let x = {{\n{region}\n// note\n}};")), "let x = {\ntodo!()\n// note\n};");
        assert_eq!(student(&format!("let x =\n{region}\n;")), "let x =\ntodo!()\n;");
    }

    #[test]
    fn unbalanced_markers_are_refused_with_their_line() {
        let error = |text: &str| regions(&code(text)).err().expect("an error").to_string();
        assert!(error("// BEGIN SOLUTION\nx").contains("line 11: // BEGIN SOLUTION without"));
        assert!(error("x\n// END SOLUTION").contains("line 12: // END SOLUTION without"));
        assert!(error("// BEGIN SOLUTION\n// BEGIN SOLUTION\n").contains("line 12"));
        assert!(error("// BEGIN SOLUTION\n// END SOLUTION").contains("empty"));
    }
}
