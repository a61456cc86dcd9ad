//! How long a tutorial takes: reckoned from its source, and written below its headings and where the text asks for it.
//!
//! A part is what lies between two headings. Parts whose heading ends in ` ★` are the core path. Both languages show the minutes of the
//! English text.
//!
//! | in the text | becomes |
//! | --- | --- |
//! | a heading with two `#` | the same, and below it the minutes of its section |
//! | `{{core}}`, `{{minutes}}` | how long the core path, and the whole notebook takes |
//! | `{{core td3}}`, `{{minutes td3}}` | the same of another notebook |

use std::collections::BTreeMap;
use std::ops::AddAssign;

use anyhow::{Context, Result};

use super::prose;
use super::source::{Cell, Kind, Language};
use super::student;

/// The mark of the core path, at the end of a heading.
const CORE: &str = " ★";

// What a beginner needs, fitted to five notebooks of version 0.1 that were worked through (the table in the tests).
const WORDS_PER_MINUTE: f64 = 150.0;
/// To run a given cell and look at what it shows.
const CELL: f64 = 1.25;
/// To understand what an exercise asks, and for the wrong answers.
const EXERCISE: f64 = 7.0;
/// The same, where the tag `small` says that one thing is practised.
const SMALL_EXERCISE: f64 = 2.0;
/// To find and write one line of a solution.
const LINE: f64 = 1.5;

/// How long something takes, in minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Minutes {
    /// Its core path.
    pub core: f64,
    /// All of it.
    pub all: f64,
}

impl Minutes {
    fn of_part(minutes: f64, is_core: bool) -> Minutes {
        Minutes { core: if is_core { minutes } else { 0.0 }, all: minutes }
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Minutes) {
        self.core += other.core;
        self.all += other.all;
    }
}

/// The whole of a notebook.
pub fn of(cells: &[Cell]) -> Result<Minutes> {
    let mut sum = Minutes::default();
    sections(cells)?.into_iter().for_each(|section| sum += section);
    Ok(sum)
}

/// What is wrong with the core path of a tutorial: a session has two hours for it.
pub fn problems(cells: &[Cell]) -> Result<Vec<String>> {
    let core = of(cells)?.core;
    let has_exercises = cells.iter().any(|cell| cell.is("exercise"));
    let is_a_session = (100.0..=130.0).contains(&core);
    Ok((has_exercises && !is_a_session)
        .then(|| format!("the core path (★) takes {core:.0} minutes, not two hours: 100 to 130"))
        .into_iter()
        .collect())
}

/// Writes the minutes into the text of a notebook, `times` being those of all notebooks by their names.
pub fn insert(cells: &mut [Cell], name: &str, times: &BTreeMap<String, Minutes>) -> Result<()> {
    let sections = sections(cells)?;
    // A page to read, such as the index, has no core path, and nobody plans it by the minute.
    let has_core = sections.iter().any(|section| section.core > 0.0);
    for language in Language::ALL {
        let mut section = 0;
        for cell in cells.iter_mut().filter(|cell| cell.kind == Kind::Markdown && cell.speaks(language)) {
            let mut lines = Vec::new();
            for (line, level) in prose::lines_with_levels(&cell.text) {
                lines.push(line.to_owned());
                if level == Some(2) {
                    section += 1;
                    if has_core && cell.language.is_some() {
                        lines.extend(below_heading(sections[section], language));
                    }
                }
            }
            cell.text = lines.join("\n");
            replace_placeholders(cell, name, times)?;
        }
    }
    Ok(())
}

/// What is before the first heading with two `#`, and each section after one.
fn sections(cells: &[Cell]) -> Result<Vec<Minutes>> {
    let (mut sections, mut section) = (Vec::new(), Minutes::default());
    let mut is_core = false;
    for cell in cells.iter().filter(|cell| cell.speaks(Language::English) && !cell.is("solution")) {
        if cell.kind == Kind::Code {
            section += Minutes::of_part(code(cell)?, is_core);
            continue;
        }
        let mut is_folded = false;
        for (line, level) in prose::lines_with_levels(&cell.text) {
            if level.is_some() {
                is_core = line.ends_with(CORE);
            }
            if level == Some(2) {
                sections.push(std::mem::take(&mut section));
            }
            is_folded |= line.starts_with("<details>");
            if !is_folded {
                let words = line.split_whitespace().count() as f64;
                section += Minutes::of_part(words / WORDS_PER_MINUTE, is_core);
            }
            is_folded &= !line.starts_with("</details>");
        }
    }
    sections.push(section);
    Ok(sections)
}

fn code(cell: &Cell) -> Result<f64> {
    let lines = student::regions(cell)?.secrets.iter().filter(|line| !line.trim().is_empty()).count() as f64;
    Ok(match (cell.is("exercise"), cell.is("check")) {
        (true, _) if cell.is("small") => SMALL_EXERCISE + LINE * lines,
        (true, _) => EXERCISE + LINE * lines,
        // Its time is in the exercise's.
        (_, true) => 0.0,
        _ => CELL,
    })
}

/// The lines to write there.
fn below_heading(section: Minutes, language: Language) -> Vec<String> {
    let (core, all) = (rounded(section.core), rounded(section.all));
    let words = match (section.core > 2.5, all > core, language) {
        _ if section.all < 5.0 => return Vec::new(),
        (true, true, Language::English) => format!("*★ {core} min, {all} min in all*"),
        (true, true, Language::French) => format!("*★ {core} min, {all} min en tout*"),
        (true, false, _) => format!("*★ {core} min*"),
        (false, _, Language::English) => format!("*{all} min, not on the core path*"),
        (false, _, Language::French) => format!("*{all} min, hors du parcours de base*"),
    };
    vec![String::new(), words]
}

fn replace_placeholders(cell: &mut Cell, name: &str, times: &BTreeMap<String, Minutes>) -> Result<()> {
    while let Some(start) = cell.text.find("{{") {
        let end = start + cell.text[start..].find("}}").context("{{ is not closed")? + 2;
        let mut words = cell.text[start + 2..end - 2].split_whitespace();
        let (what, whose) = (words.next().unwrap_or_default(), words.next().unwrap_or(name));
        let of = times.get(whose).with_context(|| format!("line {}: no notebook {whose:?}", cell.line))?;
        let minutes = match what {
            "core" => of.core,
            "minutes" => of.all,
            _ => anyhow::bail!("line {}: {{{{{what}}}}} is not known: core, minutes", cell.line),
        };
        cell.text.replace_range(start..end, &hours(minutes));
    }
    Ok(())
}

/// To five minutes.
fn rounded(minutes: f64) -> u32 {
    (minutes / 5.0).round() as u32 * 5
}

/// The same in both languages: `2 h 05 min`, or `45 min`.
fn hours(minutes: f64) -> String {
    match (rounded(minutes) / 60, rounded(minutes) % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h\u{a0}{minutes:02}\u{a0}min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebooks::source;

    #[test]
    fn the_constants_give_the_hours_that_version_0_1_took() {
        // Words outside hints, given cells, exercises, lines of solutions (commit 84b7639), and the minutes that beginners took.
        let worked_through = [
            ("td1", 5961.0, 50.0, 12.0, 67.0, 300.0),
            ("td2", 6168.0, 51.0, 12.0, 56.0, 330.0),
            ("td3", 4816.0, 39.0, 12.0, 60.0, 285.0),
            ("td4", 6340.0, 49.0, 12.0, 43.0, 220.0),
            ("plasticity", 7510.0, 41.0, 12.0, 50.0, 240.0),
        ];
        for (name, words, cells, exercises, lines, took) in worked_through {
            let reckoned = words / WORDS_PER_MINUTE + cells * CELL + exercises * EXERCISE + lines * LINE;
            assert!((reckoned / took - 1.0).abs() < 0.2, "{name}: {reckoned:.0} min for {took} min");
        }
    }

    const SAMPLE: &str = "# T\n\n{{core}} of {{minutes}}\n\n<!-- #region lang=\"fr\" -->\n## Un\n<!-- #endregion -->\n\n\
        <!-- #region lang=\"en\" -->\n## One\n<!-- #endregion -->\n\n```rust\n1\n```\n\n\
        <!-- #region lang=\"fr\" -->\n### Exercice ★\n<!-- #endregion -->\n\n<!-- #region lang=\"en\" -->\n### Exercise ★\n\n\
        <details>\n\nhint hint\n\n</details>\n<!-- #endregion -->\n\n\
        ```rust tags=[\"exercise\"]\n// BEGIN SOLUTION\na\nb\n// END SOLUTION\n```\n\n```rust tags=[\"check\"]\nc\n```\n";

    #[test]
    fn a_part_with_a_star_is_on_the_core_path_and_hints_cost_nothing() {
        let minutes = of(&source::parse(SAMPLE).unwrap()).unwrap();
        let words_of_exercise = 3.0;
        assert!((minutes.core - (words_of_exercise / WORDS_PER_MINUTE + EXERCISE + 2.0 * LINE)).abs() < 1e-9);
        let all_words = 2.0 + 3.0 + 2.0 + words_of_exercise;
        assert!((minutes.all - (all_words / WORDS_PER_MINUTE + CELL + EXERCISE + 2.0 * LINE)).abs() < 1e-9);
    }

    #[test]
    fn a_heading_may_hold_code_and_code_may_hold_a_sharp() {
        let levels: Vec<_> = prose::lines_with_levels("## 4. `if` ★\n```rust\n## x\n```\n#tag")
            .into_iter()
            .map(|(_, level)| level)
            .collect();
        assert_eq!(levels, [Some(2), None, None, None, None]);
    }

    #[test]
    fn headings_and_placeholders_say_the_minutes_in_each_language() {
        let mut cells = source::parse(SAMPLE).unwrap();
        let times = BTreeMap::from([("t".to_owned(), Minutes { core: 124.0, all: 240.0 })]);
        insert(&mut cells, "t", &times).unwrap();
        let text: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(text[0], "# T\n\n2\u{a0}h\u{a0}05\u{a0}min of 4\u{a0}h");
        assert_eq!(text[1], "## Un\n\n*★ 10 min*");
        assert_eq!(text[2], "## One\n\n*★ 10 min*");
        let mut page = source::parse(&SAMPLE.replace(CORE, "")).unwrap();
        insert(&mut page, "t", &times).unwrap();
        assert_eq!(page[1].text, "## Un");
        let mut cells = source::parse("# T\n{{core td9}}").unwrap();
        assert!(insert(&mut cells, "t", &times).unwrap_err().to_string().contains("td9"));
    }

    #[test]
    fn a_core_path_that_fills_no_session_is_a_problem() {
        let exercise = "```rust tags=[\"exercise\"]\n// BEGIN SOLUTION\na\n// END SOLUTION\n```\n";
        let found = |exercises: usize| {
            let text = format!("# T ★\n\n{}", exercise.repeat(exercises));
            problems(&source::parse(&text).unwrap()).unwrap()
        };
        assert!(found(14).is_empty(), "{:?}", found(14));
        assert!(found(1)[0].contains("takes 9 minutes") && found(20)[0].contains("170"));
        assert!(problems(&source::parse("# T").unwrap()).unwrap().is_empty());
    }
}
