//! One line in the student's words, for the compile errors that beginners make.
//!
//! rustc's messages are written for people who know what a trait is. Where one of the tables here knows the message, a
//! line is added that says what to do, with the names and types of the student's own code. Where none does, or where what
//! is needed for the line cannot be read from the message, there is no line: a wrong one would be worse.
//!
//! `recorded/lines.md` in this crate's folder shows the mistakes with their lines; the tests compare.

mod borrowed;
mod calls;
mod data;
mod formula;
mod functions;
mod imports;
mod inference;
mod lists;
mod names;
mod numbers;
mod operands;
mod operators;
mod ownership;
mod pattern;
mod syntax;
#[cfg(test)]
mod tests;
mod text;
mod types;

use crate::cell::diagnostic::{Diagnostic, Place};
use crate::cell::source::Source;
use crate::cell::variables::Known;
use crate::language::Text;
use pattern::{Found, matches};

/// The line for a message, if there is one.
pub fn line(message: &Diagnostic, source: &Source, known: &Known) -> Option<Text<String>> {
    let facts = Facts::new(message, source, known);
    TABLES.into_iter().flatten().filter(|row| row.code == facts.code).find_map(|row| row.line(&facts))
}

/// The first row that fits gives the line.
const TABLES: [&[Row]; 15] = [
    data::ROWS,
    formula::ROWS,
    borrowed::ROWS,
    ownership::ROWS,
    imports::ROWS,
    lists::ROWS,
    names::ROWS,
    calls::ROWS,
    operators::ROWS,
    numbers::ROWS,
    types::ROWS,
    inference::ROWS,
    text::ROWS,
    functions::ROWS,
    syntax::ROWS,
];

/// The line for a variable that cannot be kept, in which rustc finds nothing wrong.
pub use borrowed::not_kept;

/// A message, and what is known beside it.
struct Facts<'a> {
    diagnostic: &'a Diagnostic,
    message: &'a str,
    code: &'a str,
    children: &'a [Diagnostic],
    places: Vec<Place>,
    source: &'a Source,
    known: &'a Known,
}

/// One kind of message and its line.
struct Row {
    code: &'static str,
    says: &'static [Says],
    /// Finds what the patterns cannot, or denies that the line is right.
    also: Option<fn(&Facts, &mut Found) -> Option<()>>,
    text: Text,
}

/// What must be true of a message; each with a pattern.
enum Says {
    /// The message itself.
    Message(&'static str),
    /// What is said about the place that the message is about.
    Here(&'static str),
    /// What is said about any place.
    Somewhere(&'static str),
    /// The code of the place that the message is about.
    Marked(&'static str),
    /// The line of that place.
    Line(&'static str),
    /// A note or a proposal.
    Child(&'static str),
    /// What a proposal would write.
    Proposal(&'static str),
}

/// A row of a table.
const fn row(code: &'static str, says: &'static [Says], en: &'static str, fr: &'static str) -> Row {
    Row { code, says, also: None, text: Text { en, fr } }
}

impl Row {
    /// Adds a condition that no pattern can express.
    const fn when(mut self, also: fn(&Facts, &mut Found) -> Option<()>) -> Row {
        self.also = Some(also);
        self
    }

    fn line(&self, facts: &Facts) -> Option<Text<String>> {
        let mut found = Found::default();
        if let Some(place) = facts.primary() {
            found.set("here", shortened(&place.marked()));
            found.set("line", shortened(&place.text));
        }
        if !self.says.iter().all(|says| facts.says(says, &mut found)) {
            return None;
        }
        if let Some(also) = self.also {
            also(facts, &mut found)?;
        }
        Some(Text { en: found.fill(self.text.en)?, fr: found.fill(self.text.fr)? })
    }
}

impl<'a> Facts<'a> {
    fn new(message: &'a Diagnostic, source: &'a Source, known: &'a Known) -> Facts<'a> {
        Facts {
            diagnostic: message,
            message: &message.message,
            code: message.code(),
            children: &message.children,
            places: message.places(),
            source,
            known,
        }
    }

    /// The place that the message is about.
    fn primary(&self) -> Option<&Place> {
        self.places.iter().find(|place| place.is_primary)
    }

    fn says(&self, says: &Says, found: &mut Found) -> bool {
        match says {
            Says::Message(pattern) => matches(pattern, self.message, found),
            Says::Here(pattern) => {
                let label = self.primary().and_then(|place| place.label.as_deref());
                label.is_some_and(|label| matches(pattern, label, found))
            }
            Says::Somewhere(pattern) => self.place_labelled(pattern, found).is_some(),
            Says::Marked(pattern) => self.primary().is_some_and(|place| matches(pattern, &place.marked(), found)),
            Says::Line(pattern) => self.primary().is_some_and(|place| matches(pattern, place.text.trim(), found)),
            Says::Child(pattern) => self.children.iter().any(|child| matches(pattern, &child.message, found)),
            Says::Proposal(pattern) => self.proposals().any(|(_, proposal)| matches(pattern, &proposal, found)),
        }
    }

    /// The place that this is about.
    fn place_labelled(&self, pattern: &str, found: &mut Found) -> Option<&Place> {
        self.places.iter().find(|place| place.label.as_deref().is_some_and(|label| matches(pattern, label, found)))
    }

    /// What is proposed, with the message of each proposal.
    fn proposals(&self) -> impl Iterator<Item = (&str, String)> {
        self.children.iter().flat_map(|child| {
            child.places().into_iter().filter_map(move |place| Some((child.message.as_str(), place.proposal?)))
        })
    }

    /// The place of a proposal.
    fn place_of_proposal(&self, message: &str) -> Option<Place> {
        let child = self.children.iter().find(|child| matches(message, &child.message, &mut Found::default()))?;
        child.places().into_iter().next()
    }
}

/// Code as it can be quoted in a sentence.
fn shortened(code: &str) -> String {
    const LONGEST: usize = 60;
    let code = code.trim();
    if code.chars().count() <= LONGEST {
        return code.to_owned();
    }
    let start: String = code.chars().take(LONGEST - 1).collect();
    format!("{start}…")
}
