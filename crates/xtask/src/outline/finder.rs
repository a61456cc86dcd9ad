//! What can be left out of a source, found in its tokens.

use std::collections::HashSet;
use std::ops::Range;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A part of the source, and what is written in its place.
pub type Edit = (Range<usize>, &'static str);

/// Attributes that neither inference, completion nor documentation reads.
const SILENT_ATTRIBUTES: [&str; 27] = [
    "allow",
    "cold",
    "coverage",
    "deny",
    "diagnostic",
    "expect",
    "forbid",
    "inline",
    "must_use",
    "optimize",
    "rustc_allow_const_fn_unstable",
    "rustc_allowed_through_unstable_modules",
    "rustc_confusables",
    "rustc_const_stable",
    "rustc_const_stable_indirect",
    "rustc_const_unstable",
    "rustc_diagnostic_item",
    "rustc_inherit_overflow_checks",
    "rustc_lint_query_instability",
    "rustc_never_returns_null_ptr",
    "rustc_no_implicit_autorefs",
    "rustc_nounwind",
    "rustc_on_unimplemented",
    "rustc_promotable",
    "stable",
    "track_caller",
    "warn",
];

/// Longer tables of a constant or a static variable are left out, in bytes.
const TABLE: usize = 300;

/// What the braces that follow belong to.
#[derive(Clone, Copy, PartialEq)]
enum Item {
    Function,
    Module,
    /// An `impl` of a type, not of a trait.
    Inherent,
    /// Another holder of items: `trait`, `impl Trait for`, `extern`.
    Holder,
    TestModule,
    Macro,
    Other,
}

/// Where items are.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// In a module or an `impl` of a type: what is not `pub` cannot be reached from a cell.
    Private,
    /// Everything here can be reached, or is needed.
    Public,
    /// What a macro makes: nobody knows where it will be.
    Made,
}

/// What is to be left out besides what always is.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// The source itself.
    pub source: &'a str,
    /// Items that begin so, and what is written in their place.
    pub cuts: &'a [(&'static str, &'static str)],
    /// Names that some file of the crate imports: a private function among them stays.
    pub imported: &'a HashSet<String>,
    /// Macros give items attributes that they were called with: left out, too. Only for the standard library, where
    /// they tell how stable something is.
    pub given_attributes: bool,
}

impl Wanted<'_> {
    /// What to leave out of a source, in its order: bodies, silent attributes, long tables, private functions.
    pub fn find(&self, tokens: TokenStream) -> Vec<Edit> {
        let mut edits = Vec::new();
        self.items(tokens, Place::Private, &mut edits);
        edits
    }

    fn items(&self, tokens: TokenStream, place: Place, edits: &mut Vec<Edit>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut state = State::new(edits);
        for (index, token) in tokens.iter().enumerate() {
            let next = tokens.get(index + 1);
            let last = index.checked_sub(1).and_then(|index| tokens.get(index));
            let range = token.span().byte_range();
            state.start.get_or_insert(range.start);
            let is_over = match token {
                TokenTree::Ident(word) => {
                    state.word.get_or_insert(range.start);
                    read_word(&word.to_string(), next, &tokens[index..], &mut state);
                    false
                }
                TokenTree::Punct(mark) => {
                    match mark.as_char() {
                        '$' => state.is_kept = true,
                        '=' => state.has_value = true,
                        // A macro's arguments are its own affair.
                        '!' if state.item.is_none() && !is_mark(last, '#') => state.item = Some(Item::Other),
                        _ => {}
                    }
                    mark.as_char() == ';'
                }
                TokenTree::Group(group) => self.read_group(group, &tokens, index, place, &mut state, edits),
                TokenTree::Literal(_) => false,
            };
            if is_over {
                let text = state.word.map_or("", |word| &self.source[word..]);
                if let Some((_, instead)) = self.cuts.iter().find(|cut| text.starts_with(cut.0)) {
                    state.replace(range.end, instead, edits);
                }
                state = State::new(edits);
            }
        }
    }

    /// Whether the item ends here.
    fn read_group(
        &self,
        group: &Group,
        tokens: &[TokenTree],
        index: usize,
        place: Place,
        state: &mut State,
        edits: &mut Vec<Edit>,
    ) -> bool {
        let next = tokens.get(index + 1);
        let before = |count: usize| index.checked_sub(count).and_then(|index| tokens.get(index));
        let range = group.span().byte_range();
        match group.delimiter() {
            Delimiter::Bracket => {
                let marks = if is_mark(before(1), '!') { 2 } else { 1 };
                if let Some(hash) = before(marks).filter(|token| is_mark(Some(token), '#')) {
                    let name = first_word(group);
                    state.is_test |= state.item.is_none() && is_cfg_test(group);
                    state.is_kept |= name == "lang";
                    if SILENT_ATTRIBUTES.contains(&name.as_str()) || self.given_attributes && name == "$" {
                        edits.push((hash.span().byte_range().start..range.end, ""));
                    }
                    if marks == 2 {
                        *state = State::new(edits);
                    }
                } else if state.has_value && state.item.is_none() && range.len() > TABLE {
                    edits.push((range, "[]"));
                }
                false
            }
            Delimiter::Parenthesis if place == Place::Made && is_mark(before(1), '$') => {
                match before(1) {
                    Some(dollar) if self.given_attributes && is_attribute(group) => {
                        let end = next.map_or(range.end, |times| times.span().byte_range().end);
                        edits.push((dollar.span().byte_range().start..end, ""));
                    }
                    _ => self.items(group.stream(), place, edits),
                }
                false
            }
            // A number in a type, or a name that a macro makes.
            Delimiter::Brace if is_mark(next, '>') || is_mark(next, ',') || is_mark(before(1), '$') => false,
            Delimiter::Brace => {
                match state.item {
                    Some(Item::Function) if place == Place::Private && !self.is_kept(state) => {
                        state.replace(range.end, "", edits)
                    }
                    Some(Item::Function) => edits.push((range, "{loop{}}")),
                    Some(Item::TestModule) => edits.push((range, "{}")),
                    Some(Item::Module | Item::Inherent) => self.items(group.stream(), Place::Private, edits),
                    Some(Item::Holder) => self.items(group.stream(), Place::Public, edits),
                    Some(Item::Macro) => self.rules(group.stream(), edits),
                    Some(Item::Other) | None => {}
                }
                true
            }
            Delimiter::Parenthesis if state.item == Some(Item::Macro) => {
                self.rules(group.stream(), edits);
                false
            }
            Delimiter::Parenthesis | Delimiter::None => false,
        }
    }

    fn is_kept(&self, state: &State) -> bool {
        state.is_kept || self.imported.contains(&state.name)
    }

    /// Each rule of a `macro_rules!` is a pattern, `=>` and what it makes.
    fn rules(&self, tokens: TokenStream, edits: &mut Vec<Edit>) {
        let mut is_made = false;
        for token in tokens {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '>' => is_made = true,
                TokenTree::Group(group) if std::mem::take(&mut is_made) => {
                    self.items(group.stream(), Place::Made, edits)
                }
                _ => {}
            }
        }
    }
}

/// What is known about the item that is being read.
#[derive(Default)]
struct State {
    item: Option<Item>,
    /// Where it begins, and its first word after the attributes.
    start: Option<usize>,
    word: Option<usize>,
    /// The name of a function.
    name: String,
    /// How many edits there were before.
    edits: usize,
    is_test: bool,
    /// It is `pub`, or something that only the compiler knows of needs it.
    is_kept: bool,
    has_value: bool,
}

impl State {
    fn new(edits: &[Edit]) -> State {
        State { edits: edits.len(), ..State::default() }
    }

    fn replace(&self, end: usize, instead: &'static str, edits: &mut Vec<Edit>) {
        edits.truncate(self.edits);
        edits.push((self.start.unwrap_or(end)..end, instead));
    }
}

fn read_word(word: &str, next: Option<&TokenTree>, rest: &[TokenTree], state: &mut State) {
    match word {
        "pub" => state.is_kept |= !matches!(next, Some(TokenTree::Group(_))),
        // `fn` names a function only before its name, which a macro may give; elsewhere it is a type.
        "fn" if matches!(next, Some(TokenTree::Ident(_))) || is_mark(next, '$') => {
            state.item = Some(Item::Function);
            state.name = next.map(ToString::to_string).unwrap_or_default();
        }
        _ if state.item.is_none() => state.item = kind_of(word, state.is_test, rest),
        _ => {}
    }
}

fn kind_of(word: &str, is_test: bool, rest: &[TokenTree]) -> Option<Item> {
    match word {
        "mod" if is_test => Some(Item::TestModule),
        "mod" => Some(Item::Module),
        "impl" if is_inherent(rest) => Some(Item::Inherent),
        "impl" | "trait" | "extern" => Some(Item::Holder),
        "macro_rules" => Some(Item::Macro),
        "struct" | "enum" | "union" | "macro" | "use" | "type" => Some(Item::Other),
        _ => None,
    }
}

/// Whether the `impl` that begins here names no trait: it has no `for`, except before lifetimes.
fn is_inherent(tokens: &[TokenTree]) -> bool {
    let header = tokens
        .iter()
        .take_while(|token| !matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace));
    let mut after_for = false;
    for token in header {
        if std::mem::take(&mut after_for) && !is_mark(Some(token), '<') {
            return false;
        }
        after_for = matches!(token, TokenTree::Ident(word) if word == "for");
    }
    !after_for
}

fn is_mark(token: Option<&TokenTree>, character: char) -> bool {
    matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == character)
}

fn first_word(attribute: &Group) -> String {
    attribute.stream().into_iter().next().map(|token| token.to_string()).unwrap_or_default()
}

/// Whether a repeated part is nothing but an attribute: `$(#[$attribute])*`.
fn is_attribute(group: &Group) -> bool {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    matches!(&tokens[..], [hash, TokenTree::Group(attribute)]
        if is_mark(Some(hash), '#') && first_word(attribute) == "$")
}

fn is_cfg_test(attribute: &Group) -> bool {
    attribute.stream().to_string().replace(' ', "") == "cfg(test)"
}
