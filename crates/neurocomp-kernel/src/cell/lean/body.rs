//! The function of a cell: which variables it needs, and the words that it reaches items by.

use super::reach::Reached;
use super::tokens::{self, Token};
use super::{bare, words};
use std::collections::{HashMap, HashSet};

const CHECKS_BEGIN: &str = "{let mut vars_ok = true;";
const CHECKS_END: &str = "if !vars_ok {return evcxr_variable_store;}}";
const CHECK: &str = "vars_ok &= evcxr_variable_store.check_variable::<";
const TAKE: &str = " = evcxr_variable_store.take_variable::<";
const PUT: &str = "evcxr_variable_store.put_variable::<";
const END: [&str; 2] = ["evcxr_variable_store", "}"];

/// What is to be done with the function of a cell.
pub struct Body<'a> {
    /// The lines of variables that are not needed, counted from 0.
    pub left_out_lines: HashSet<usize>,
    /// The names of these variables.
    pub left_out_names: Vec<&'a str>,
    /// What the other lines reach.
    pub reached: Reached<'a>,
}

impl<'a> Body<'a> {
    /// Reads the function, from its attribute to its closing brace.
    pub fn read(text: &'a str) -> Body<'a> {
        let lines: Vec<&str> = text.split('\n').collect();
        let variables = variables(&lines);
        let of_variables: HashSet<usize> = variables.values().flatten().flatten().copied().collect();
        let others = |(index, _): &(usize, &&str)| !of_variables.contains(index);
        let students = lines.iter().enumerate().filter(others);
        let mut all_words: HashSet<&str> = students.flat_map(|(_, line)| words(line)).collect();
        let names = names_outside(text, &of_variables);
        let (mut left_out_lines, mut left_out_names) = (HashSet::new(), Vec::new());
        let mut still_needed = Vec::new();
        for (name, places) in &variables {
            let places: Vec<usize> = places.iter().flatten().copied().collect();
            let is_complete = variables[name].iter().all(|places| places.len() == 1);
            if is_complete && !names.contains(bare(name).as_str()) {
                left_out_lines.extend(places);
                left_out_names.push(*name);
            } else {
                still_needed.extend(places);
            }
        }
        all_words.extend(still_needed.into_iter().flat_map(|line| words(lines[line])));
        Body { left_out_lines, left_out_names, reached: Reached { words: all_words, names } }
    }
}

/// The names in a text, but for some of its lines.
fn names_outside<'a>(text: &'a str, lines: &HashSet<usize>) -> HashSet<&'a str> {
    let mut line = 0;
    let mut counted = 0;
    let tokens = tokens::read(text).unwrap_or_default().into_iter();
    let outside = tokens.filter(|token| {
        line += text[counted..token.start].matches('\n').count();
        counted = token.start;
        !lines.contains(&line)
    });
    tokens::names(&outside.collect::<Vec<Token>>()).into_iter().collect()
}

/// The lines that check each variable of earlier cells, take it from the store, and put it back. Only those are read that
/// are where evcxr puts them: a string of the student's can contain anything.
fn variables<'a>(lines: &[&'a str]) -> HashMap<&'a str, [Vec<usize>; 3]> {
    let mut found: HashMap<&str, [Vec<usize>; 3]> = HashMap::new();
    let place = |text: &str| lines.iter().position(|line| *line == text);
    let (Some(begin), Some(end)) = (place(CHECKS_BEGIN), place(CHECKS_END)) else {
        return found;
    };
    let mut add = |name: &'a str, kind: usize, line: usize| {
        found.entry(name).or_default()[kind].push(line);
    };
    let checks = lines.iter().enumerate().take(end).skip(begin);
    for (line, name) in checks.filter_map(|(line, text)| Some((line, checked(text)?))) {
        add(name, 0, line);
    }
    let takes = (end + 1..lines.len()).map_while(|line| Some((line, taken(lines[line])?)));
    let mut after_takes = end + 1;
    for (line, name) in takes {
        add(name, 1, line);
        after_takes = line + 1;
    }
    if lines.ends_with(&END) {
        let puts = (after_takes..lines.len() - END.len()).rev();
        for (line, name) in puts.map_while(|line| Some((line, put(lines[line])?))) {
            add(name, 2, line);
        }
    }
    found
}

/// Reads `vars_ok &= evcxr_variable_store.check_variable::<TYPE>(stringify!(NAME));`.
fn checked(line: &str) -> Option<&str> {
    in_call(line.strip_prefix(CHECK)?.strip_suffix(");")?)
}

/// Reads `let [mut ]NAME = evcxr_variable_store.take_variable::<TYPE>(stringify!(NAME));`.
fn taken(line: &str) -> Option<&str> {
    let (pattern, call) = line.strip_prefix("let ")?.split_once(TAKE)?;
    let name = in_call(call.strip_suffix(");")?)?;
    (pattern.strip_prefix("mut ").unwrap_or(pattern) == name).then_some(name)
}

/// Reads `evcxr_variable_store.put_variable::<TYPE>(stringify!(NAME), NAME);`.
fn put(line: &str) -> Option<&str> {
    let (call, name) = line.strip_prefix(PUT)?.strip_suffix(");")?.rsplit_once(", ")?;
    (in_call(call)? == name).then_some(name)
}

/// The name in `TYPE>(stringify!(NAME)`.
fn in_call(call: &str) -> Option<&str> {
    let (_, name) = call.strip_suffix(')')?.rsplit_once(">(stringify!(")?;
    let is_one_word = words(name).last() == Some(name.strip_prefix("r#").unwrap_or(name));
    is_one_word.then_some(name)
}
