//! Splits a source into cells.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use super::{Cell, Kind, Language, TAGS};

/// Splits the text of a source into cells.
pub fn parse(text: &str) -> Result<Vec<Cell>> {
    let lines: Vec<&str> = text.lines().collect();
    let mut cells = Vec::new();
    let mut loose = Loose::default();
    let mut at = header_length(&lines)?;
    while at < lines.len() {
        let line = lines[at];
        if let Some(attributes) = region_start(line) {
            loose.flush(&mut cells);
            let end = region_end(&lines, at)?;
            cells.push(cell(Kind::Markdown, attributes, &lines[at + 1..end], at + 1)?);
            at = end + 1;
        } else if line.trim_end() == "<!-- #endregion -->" {
            bail!("line {}: #endregion without #region", at + 1);
        } else if let Some((fence, info)) = fence_start(line) {
            let end = fence_end(&lines, at, fence)?;
            match info.strip_prefix("rust") {
                Some(attributes) if !attributes.contains(".noeval") => {
                    loose.flush(&mut cells);
                    cells.push(cell(Kind::Code, attributes, &lines[at + 1..end], at + 1)?);
                }
                _ => lines[at..=end].iter().enumerate().for_each(|(i, l)| loose.add(l, at + i)),
            }
            at = end + 1;
        } else {
            if loose.ends_a_cell(line) {
                loose.flush(&mut cells);
            }
            loose.add(line, at);
            at += 1;
        }
    }
    loose.flush(&mut cells);
    Ok(cells)
}

/// Text outside regions.
#[derive(Default)]
struct Loose<'a> {
    lines: Vec<&'a str>,
    start: usize,
}

impl<'a> Loose<'a> {
    fn add(&mut self, line: &'a str, at: usize) {
        if self.lines.is_empty() {
            if line.trim().is_empty() {
                return;
            }
            self.start = at + 1;
        }
        self.lines.push(line);
    }

    fn ends_a_cell(&self, next: &str) -> bool {
        let blank = |line: &&str| line.trim().is_empty();
        !next.trim().is_empty() && self.lines.iter().rev().take_while(|line| blank(line)).count() >= 2
    }

    fn flush(&mut self, cells: &mut Vec<Cell>) {
        let text = trim_blank_lines(&self.lines);
        if !text.is_empty() {
            cells.push(Cell { kind: Kind::Markdown, language: None, tags: Vec::new(), text, line: self.start });
        }
        self.lines.clear();
    }
}

fn header_length(lines: &[&str]) -> Result<usize> {
    if lines.first() != Some(&"---") {
        return Ok(0);
    }
    let end = lines[1..].iter().position(|line| *line == "---");
    end.map(|n| n + 2).context("line 1: the header has no closing ---")
}

fn region_start(line: &str) -> Option<&str> {
    line.strip_prefix("<!-- #region")?.trim_end().strip_suffix("-->")
}

fn region_end(lines: &[&str], start: usize) -> Result<usize> {
    for (at, line) in lines.iter().enumerate().skip(start + 1) {
        if region_start(line).is_some() {
            bail!("line {}: a region inside the region of line {}", at + 1, start + 1);
        }
        if line.trim_end() == "<!-- #endregion -->" {
            return Ok(at);
        }
    }
    bail!("line {}: the region has no #endregion", start + 1)
}

/// Opening fence and the words after it.
fn fence_start(line: &str) -> Option<(&str, &str)> {
    let ticks = line.len() - line.trim_start_matches('`').len();
    (ticks >= 3).then(|| (&line[..ticks], line[ticks..].trim()))
}

fn fence_end(lines: &[&str], start: usize, fence: &str) -> Result<usize> {
    lines
        .iter()
        .enumerate()
        .skip(start + 1)
        .find(|(_, line)| line.trim_end() == fence)
        .map(|(at, _)| at)
        .with_context(|| format!("line {}: the code block is not closed", start + 1))
}

fn cell(kind: Kind, attributes: &str, lines: &[&str], line: usize) -> Result<Cell> {
    let attributes = parse_attributes(attributes).with_context(|| format!("line {line}"))?;
    let language = match attributes.get("lang").map(|v| v.as_str().unwrap_or("?")) {
        None => None,
        Some("fr") => Some(Language::French),
        Some("en") => Some(Language::English),
        Some(other) => bail!("line {line}: lang is \"fr\" or \"en\", not {other:?}"),
    };
    let mut tags = Vec::new();
    for tag in attributes.get("tags").and_then(Value::as_array).into_iter().flatten() {
        match tag.as_str() {
            Some(tag) if TAGS.contains(&tag) => tags.push(tag.to_string()),
            _ => bail!("line {line}: {tag} is no tag; there are: {}", TAGS.join(", ")),
        }
    }
    if let Some(unknown) = attributes.keys().find(|key| !["lang", "tags"].contains(&key.as_str())) {
        bail!("line {line}: {unknown} is no attribute of a cell; there are: lang, tags");
    }
    let text = trim_blank_lines(lines);
    if text.is_empty() {
        bail!("line {line}: the cell is empty");
    }
    Ok(Cell { kind, language, tags, text, line })
}

/// Reads `key=value key=value`, where values are JSON. Words without a value are titles and mean nothing.
fn parse_attributes(text: &str) -> Result<Map<String, Value>> {
    let mut attributes = Map::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let word_end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (key, after) = rest.split_at(word_end);
        let Some(value) = after.strip_prefix('=') else {
            rest = after.trim_start();
            continue;
        };
        let mut values = serde_json::Deserializer::from_str(value).into_iter::<Value>();
        let parsed = values
            .next()
            .and_then(Result::ok)
            .with_context(|| format!("{key}={value}: the value must be \"text\" or [\"text\", …]"))?;
        rest = value[values.byte_offset()..].trim_start();
        attributes.insert(key.to_string(), parsed);
    }
    Ok(attributes)
}

fn trim_blank_lines(lines: &[&str]) -> String {
    let blank = |line: &&str| line.trim().is_empty();
    let first = lines.iter().position(|line| !blank(line)).unwrap_or(lines.len());
    let last = lines.iter().rposition(|line| !blank(line)).map_or(first, |n| n + 1);
    lines[first..last].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = r#"---
jupyter:
  kernelspec: {name: neurocomp}
---

# Shared title

```bash
not a cell
```


Second cell

<!-- #region lang="fr" -->
Bonjour

```rust
not_a_cell_either();
```
<!-- #endregion -->
<!-- #region lang="en" tags=["solution"] -->
Hello
<!-- #endregion -->

```rust lang="fr" tags=["exercise", "figure"]

let x = 1;
```
"#;

    #[test]
    fn every_form_of_cell_is_read() {
        let cells = parse(SAMPLE).unwrap();
        let kinds: Vec<Kind> = cells.iter().map(|cell| cell.kind).collect();
        use Kind::*;
        assert_eq!(kinds, [Markdown, Markdown, Markdown, Markdown, Code]);
        assert!(cells[0].text.starts_with("# Shared title") && cells[0].text.ends_with("```"));
        assert_eq!((cells[0].line, cells[1].text.as_str()), (6, "Second cell"));
        assert!(cells[2].text.contains("not_a_cell_either"));
        assert_eq!(cells[2].language, Some(Language::French));
        assert!(cells[3].is("solution") && !cells[3].speaks(Language::French));
        assert_eq!(cells[4].text, "let x = 1;");
        assert!(cells[4].is("exercise") && cells[4].is("figure"));
    }

    fn error(text: &str) -> String {
        format!("{:#}", parse(text).expect_err("a mistake in the source"))
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        assert!(error("\n<!-- #region -->\nx\n").contains("line 2: the region has no #endregion"));
        assert!(error("<!-- #region -->\n<!-- #region -->\n").contains("line 2: a region inside"));
        assert!(error("<!-- #endregion -->").contains("without #region"));
        assert!(error("```rust\nlet x;\n").contains("not closed"));
        assert!(error("```rust tags=[\"exersise\"]\nx\n```").contains("\"exersise\" is no tag"));
        assert!(error("```rust lang=\"de\"\nx\n```").contains("not \"de\""));
        assert!(error("```rust land=\"fr\"\nx\n```").contains("land is no attribute"));
        assert!(error("```rust lang=fr\nx\n```").contains("the value must be"));
        assert!(error("```rust\n\n```").contains("empty"));
        assert!(error("---\nno end").contains("header"));
    }
}
