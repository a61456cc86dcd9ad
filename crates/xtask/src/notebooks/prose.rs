//! Checks of the text: headings in order, formulas and foldable hints closed.

use super::source::{Cell, Kind};

/// What is wrong with the text of a notebook, given its cells in order.
pub fn problems<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<String> {
    let mut problems = Vec::new();
    let mut level = 0;
    for cell in cells.filter(|cell| cell.kind == Kind::Markdown) {
        let mut report = |text: String| problems.push(format!("line {}: {text}", cell.line));
        for (found, heading) in headings(&cell.text) {
            match (level, found) {
                (0, 2..) => report(format!("the first heading must have one #: {heading:?}")),
                (1.., 1) => report(format!("a second heading with one #: {heading:?}")),
                (_, _) if found > level + 1 => report(format!("{heading:?} leaves out a level of headings")),
                _ => {}
            }
            level = found;
        }
        for problem in html_problems(&cell.text) {
            report(problem);
        }
        if without_code(&cell.text).matches("$$").count() % 2 == 1 {
            report("a formula $$ is not closed".to_string());
        }
    }
    if level == 0 {
        problems.push("there is no heading".to_string());
    }
    problems
}

/// Level and text of each heading that is not in a code block.
pub fn headings(text: &str) -> Vec<(usize, String)> {
    let text = without_code(text);
    text.lines().filter_map(|line| Some((level(line)?, line.trim_start_matches('#').trim().to_string()))).collect()
}

/// The lines of a text, and which of them are headings of what level.
pub fn lines_with_levels(text: &str) -> Vec<(&str, Option<usize>)> {
    text.lines().zip(without_code(text).lines().map(level)).collect()
}

/// The number of `#` of a heading.
fn level(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches('#');
    (rest.len() < line.len() && rest.starts_with(' ')).then(|| line.len() - rest.len())
}

/// The text without fenced code blocks and `inline code`.
pub fn without_code(text: &str) -> String {
    let mut fenced = false;
    let mut kept = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            kept.push('\n');
            continue;
        }
        if !fenced {
            kept.extend(line.split('`').step_by(2));
        }
        kept.push('\n');
    }
    kept
}

/// Elements that are opened and not closed, in the wrong order, or whose Markdown would not be rendered.
fn html_problems(text: &str) -> Vec<String> {
    const ELEMENTS: [&str; 6] = ["details", "summary", "div", "table", "figure", "svg"];
    let text = without_code(text);
    let mut problems = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for piece in text.split('<').skip(1) {
        let (closing, rest) = match piece.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, piece),
        };
        let name_end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let Some(name) = ELEMENTS.iter().find(|name| **name == &rest[..name_end]) else {
            continue;
        };
        if !closing {
            open.push(name);
        } else if open.pop() != Some(name) {
            problems.push(format!("</{name}> closes nothing"));
        }
    }
    problems.extend(open.iter().map(|name| format!("<{name}> is not closed")));
    let lines: Vec<&str> = text.lines().collect();
    for pair in lines.windows(2) {
        if pair[0].trim_end().ends_with("</summary>") && !pair[1].trim().is_empty() {
            problems.push("</summary> needs a blank line after it, or the text is no Markdown".to_string());
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebooks::source;

    fn of(text: &str) -> Vec<String> {
        problems(source::parse(text).unwrap().iter())
    }

    #[test]
    fn text_in_order_has_no_problem() {
        let text = "# A\n\n## B\n\n### C\n\n## D\n\n<details><summary>Hint</summary>\n\n$$x$$ `<div>`\n\n</details>\n\n\
                    ```\n# no heading\n<details>\n```";
        assert_eq!(of(text), Vec::<String>::new());
    }

    #[test]
    fn headings_out_of_order_are_found() {
        assert!(of("## A")[0].contains("first heading"));
        assert!(of("# A\n\n### B")[0].contains("leaves out"));
        assert!(of("# A\n\n# B")[0].contains("second heading"));
        assert_eq!(of("text"), ["there is no heading"]);
    }

    #[test]
    fn hints_that_are_not_closed_are_found() {
        assert!(of("# A\n<details><summary>x</summary>\n\ny")[0].contains("<details> is not closed"));
        assert!(of("# A\n<details>\n</details>\n</details>")[0].contains("closes nothing"));
        assert!(of("# A\n<summary>x</summary>\ny")[0].contains("blank line"));
        assert!(of("# A\n$$x")[0].contains("formula"));
    }
}
