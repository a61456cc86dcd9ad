//! Checks of links: what a notebook names must be there.
//!
//! A link within the course is a path from `notebooks/fr` or `notebooks/en`, or `#` and a heading as JupyterLab writes
//! it. A link to elsewhere is only looked at (https, no blanks): tests need no network.

use std::path::Path;

use super::prose::{headings, without_code};
use super::source::{Cell, Kind, Language};

/// Links of a notebook that lead nowhere. `folder` holds the notebooks of its language.
pub fn problems(cells: &[&Cell], folder: &Path) -> Vec<String> {
    let text = |cell: &&&Cell| cell.kind == Kind::Markdown;
    let anchors: Vec<String> = cells
        .iter()
        .filter(text)
        .flat_map(|cell| headings(&cell.text))
        .map(|(_, heading)| heading.replace(' ', "-"))
        .collect();
    let mut problems = Vec::new();
    for cell in cells.iter().filter(text) {
        for target in targets(&without_code(&cell.text)) {
            if let Some(problem) = problem(&target, folder, &anchors) {
                problems.push(format!("line {}: {problem}", cell.line));
            }
        }
    }
    problems
}

fn problem(target: &str, folder: &Path, anchors: &[String]) -> Option<String> {
    if target.is_empty() || target.contains(char::is_whitespace) {
        return Some(format!("a link without a proper address: {target:?}"));
    }
    if let Some(anchor) = target.strip_prefix('#') {
        let known = anchors.iter().any(|heading| heading == anchor);
        return (!known).then(|| format!("no heading answers the link {target:?}"));
    }
    if target.starts_with("https://") || target.starts_with("mailto:") {
        return None;
    }
    if target.contains("://") {
        return Some(format!("not https: {target:?}"));
    }
    let file = target.split('#').next().unwrap_or(target);
    let there = folder.join(file).exists();
    (!there).then(|| format!("the link {target:?} leads to no file"))
}

/// The addresses of Markdown links and pictures, and of `src` and `href`.
fn targets(text: &str) -> Vec<String> {
    let mut targets = Vec::new();
    for piece in text.split("](").skip(1) {
        targets.push(up_to_closing_bracket(piece));
    }
    for mark in ["src=\"", "href=\""] {
        for piece in text.split(mark).skip(1) {
            targets.push(piece.split('"').next().unwrap_or_default().to_string());
        }
    }
    targets
}

/// An address may contain pairs of parentheses.
fn up_to_closing_bracket(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .take_while(|c| {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            depth >= 0
        })
        .collect()
}

/// The folder of a language, from the root.
pub fn folder(language: Language) -> String {
    format!("notebooks/{}", language.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebooks::source;

    fn of(text: &str) -> Vec<String> {
        let cells = source::parse(text).unwrap();
        let cells: Vec<&Cell> = cells.iter().collect();
        problems(&cells, Path::new(env!("CARGO_MANIFEST_DIR")))
    }

    #[test]
    fn links_that_lead_somewhere_pass() {
        let text =
            "# A title\n[file](src/main.rs), [title](#A-title), [doi](https://doi.org/10.1016/S0006(65)9), `[x](no)`";
        assert_eq!(of(text), Vec::<String>::new());
    }

    #[test]
    fn a_missing_file_heading_or_address_is_found() {
        for (link, word) in [
            ("[a](no-such-file.ipynb)", "no file"),
            ("![a](pictures/none.png)", "no file"),
            ("<img src=\"none.png\">", "no file"),
            ("[a](#nowhere)", "no heading"),
            ("[a](http://example.org)", "not https"),
            ("[a]()", "proper address"),
        ] {
            let problems = of(&format!("# T\n{link}"));
            assert_eq!(problems.len(), 1, "{link}: {problems:?}");
            assert!(problems[0].contains(word), "{problems:?}");
        }
    }
}
