//! A cell's source with only what the cell needs.
//!
//! evcxr writes all variables and all items of a notebook into the source of each of its cells. Those that the cell
//! does not reach are left out here, so that there is less to compile, and so that a cell stays the same, and need not
//! be compiled again, when other cells have changed: **the lean source does not depend on what was left out.**
//!
//! What is reached is decided by words and names. A *word* is anything that can be an identifier, wherever it is. A
//! *name* is one that can be looked up where the cell is: not what follows a `.` or a path, and in strings only what is
//! in braces, as in `println!("{x}")`. The words and names in the cell's own function reach items, those in the items
//! reach others. Why a cell that compiles without the rest means the same as with it:
//!
//! - A *variable* is local to the cell's function, so that only a name in the student's statements can mean it. Its three lines
//!   (check, take, put) go together, and the value stays in the store, as if it had been taken and put back. A variable
//!   that the cell redefines is named by its `let`, and one that is taken but not put back would have to be dropped:
//!   both keep their lines.
//! - *Functions and constants* are reached by their names; *types, macros, modules, imports* by them as words. An import whose name is not in
//!   lower case may be a trait, whose methods are called without naming it: it stays, if it is not from a module of the
//!   standard library that has no traits. A glob stays, too; one of a notebook's enum is reached by its variants.
//! - *A trait* is reached by its own name or the name of anything it contains: `x.count()` does not name the trait.
//! - *An impl* (also one inside another item) is needed when the types and traits of the notebook that are named in
//!   `Trait for Type` are all reached. If one of them is not, the cell has no such value or asks for no such trait: a value
//!   comes from an item or a variable, and the text of the item or the type of the variable says the type's name. One that
//!   names no type or trait of the notebook stays. Fewer impls can make the compiler's choice easier (a cell may compile
//!   that would otherwise be ambiguous), but a choice that was possible among all of them stays the same.
//! - *Attributes* that may do more than they say (`no_mangle`, a macro, a derive that is not Rust's own) keep their item.
//! - *Items of this cell* stay: evcxr marks them, so that their errors are found.
//! - Comments and blank lines between items have no meaning. Inside items and in the student's statements nothing is
//!   touched.
//!
//! A source of another form, or one in which names are not clear, stays whole. What words cannot show are names that a
//! macro of a library makes up or takes for granted where it is called. Such a cell does not compile, and the messages say
//! what is missing: [`Lean::may_miss`] tells, and then the whole source is compiled. What is said to the student always comes
//! from the whole source: suggestions for mistyped names are made of everything there is.

mod body;
mod items;
mod reach;
mod statics;
#[cfg(test)]
mod tests;
mod tokens;

use body::Body;
use items::Item;
use std::collections::HashSet;
use std::ops::Range;

/// A cell's source with only what the cell needs.
pub struct Lean {
    /// The source for rustc.
    pub source: String,
    /// The original number of each of its lines.
    numbers: Vec<usize>,
    /// The names of what was left out.
    missing: HashSet<String>,
    /// The statics of earlier cells that start from their initial values in this one.
    pub statics: Vec<String>,
}

impl Lean {
    /// What the cell needs of this source. A source that is not understood stays whole.
    pub fn needed(source: &str) -> Lean {
        needed(source).unwrap_or_else(|| Lean::whole(source))
    }

    /// Everything, on its original lines.
    pub fn whole(source: &str) -> Lean {
        Lean {
            source: source.to_owned(),
            numbers: (1..=source.lines().count()).collect(),
            missing: HashSet::new(),
            statics: Vec::new(),
        }
    }

    /// The number (from 1) that a line of the lean source has in the original; beyond the end, the number of the last
    /// line.
    pub fn original_line(&self, line: usize) -> usize {
        let index = line.saturating_sub(1);
        let number = self.numbers.get(index).or(self.numbers.last());
        number.copied().unwrap_or(1)
    }

    /// Whether anything was left out.
    pub fn leaves_out(&self) -> bool {
        !self.missing.is_empty()
    }

    /// Whether these messages of rustc's may come from what was left out: they name it between backticks.
    pub fn may_miss(&self, messages: &str) -> bool {
        let quoted = messages.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
        self.leaves_out() && quoted.flat_map(words).any(|word| self.missing.contains(word))
    }
}

fn needed(source: &str) -> Option<Lean> {
    let items = items::read(source)?;
    let (function, items) = items.split_last().filter(|(last, _)| last.is_function())?;
    let body = Body::read(function.text);
    let needed = reach::needed(items, body.reached);
    let (kept, left_out): (Vec<_>, Vec<_>) = items.iter().zip(needed).partition(|(_, needed)| *needed);
    let mut missing: HashSet<String> = body.left_out_names.iter().copied().map(bare).collect();
    missing.extend(left_out.iter().flat_map(|(item, _)| reach::provides(item)));
    let is_clear = kept.iter().all(|(item, _)| names_are_clear(item.text))
        && names_are_clear(function.text)
        && missing.iter().all(|name| is_written_in_one_way(name));
    if !is_clear {
        return None;
    }
    let earlier = kept.iter().filter(|(item, _)| !item.is_of_cell);
    let statics = earlier.flat_map(|(item, _)| statics::changeable(item));
    let statics = statics.map(str::to_owned).collect();
    let mut lines = Lines::new(source);
    for (item, _) in kept {
        lines.keep(item, &HashSet::new());
    }
    lines.keep(function, &body.left_out_lines);
    Some(Lean { source: lines.kept, numbers: lines.numbers, missing, statics })
}

/// All that can be identifiers. In format strings they can follow digits: `{:0width$}`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || !(c.is_ascii() || c.is_whitespace());
    text.split(move |c| !is_of_word(c))
        .map(|word| word.trim_start_matches(|c: char| c.is_ascii_digit()))
        .filter(|word| !word.is_empty())
}

/// The name as it is among the words: `r#type` is `type`.
fn bare(name: &str) -> String {
    name.strip_prefix("r#").unwrap_or(name).to_owned()
}

/// Whether all names of this text are spelled out in it: `paste!` makes new ones of `[<a b>]`.
fn names_are_clear(text: &str) -> bool {
    !text.contains("[<") && is_written_in_one_way(text)
}

/// Whether words that are the same for the compiler are written in the same way. It takes `é` and `e` with an accent for
/// the same letter, and so a few signs for letters, and invisible marks for spaces.
fn is_written_in_one_way(text: &str) -> bool {
    text.is_ascii()
        || !text.contains(|c: char| {
            matches!(c, '\u{300}'..='\u{36f}' | '\u{2126}' | '\u{212a}' | '\u{212b}' | '\u{200e}' | '\u{200f}')
        })
}

/// The lines of a source, and which of them are kept.
struct Lines<'a> {
    source: &'a str,
    starts: Vec<usize>,
    kept: String,
    numbers: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(source: &'a str) -> Lines<'a> {
        let after_ends = source.match_indices('\n').map(|(index, _)| index + 1);
        Lines {
            source,
            starts: std::iter::once(0).chain(after_ends).collect(),
            kept: String::with_capacity(source.len()),
            numbers: Vec::new(),
        }
    }

    /// Keeps the lines of an item, but not some of them, counted from the item's first. What comes before the item on
    /// its first line becomes blank, so that columns stay.
    fn keep(&mut self, item: &Item, but: &HashSet<usize>) {
        let Range { start, end } = item.range;
        let first = self.starts.partition_point(|line| *line <= start) - 1;
        let last = self.starts.partition_point(|line| *line < end) - 1;
        for line in (first..=last).filter(|line| !but.contains(&(line - first))) {
            let from = self.starts[line];
            let next = self.starts.get(line + 1).copied();
            let to = next.map_or(self.source.len(), |next| next - 1).min(end);
            let blank = self.source[from..start.max(from)].chars();
            self.kept.extend(blank.map(|c| if c.is_whitespace() { c } else { ' ' }));
            self.kept.push_str(&self.source[start.max(from)..to]);
            self.kept.push('\n');
            self.numbers.push(line + 1);
        }
    }
}
