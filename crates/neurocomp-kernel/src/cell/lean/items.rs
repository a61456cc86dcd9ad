//! The items of a notebook as they are in the source of a cell.

use super::tokens::{self, Kind, Token};
use super::{bare, reach};
use std::collections::HashMap;
use std::ops::Range;

/// evcxr writes this line before each item of the cell that is compiled.
const MARK: &str = "//evcxr:item";
/// The function of a cell begins with this.
const FUNCTION: &str = "run_user_code_";
/// What can come before the word that says what an item is. `extern` can be that word, too, and so can `const`.
const QUALIFIERS: [&str; 5] = ["async", "const", "default", "extern", "unsafe"];
/// Items with a name of their own.
const NAMED: [&str; 9] = ["const", "enum", "fn", "mod", "static", "struct", "trait", "type", "union"];
/// Items that end with a semicolon, even after a brace.
const WITH_SEMICOLON: [&str; 5] = ["const", "crate", "static", "type", "use"];

/// An item, or an attribute of the whole source.
pub struct Item<'a> {
    /// From its first attribute or documentation to the last comment on its last line.
    pub range: Range<usize>,
    /// What is there.
    pub text: &'a str,
    /// The word that says what it is: `fn`, `impl`, `macro_rules`; `#` for an attribute, `!` for a call of a macro.
    pub keyword: &'a str,
    /// Its name, if it has one.
    pub name: Option<String>,
    /// Its tokens without comments.
    pub tokens: Vec<Token<'a>>,
    /// The place of the keyword among them.
    pub head: usize,
    /// Whether it was written in the cell that is compiled.
    pub is_of_cell: bool,
    /// It is reached when all names of one of these groups are.
    pub reached_by: Vec<Vec<String>>,
}

impl Item<'_> {
    /// Whether this is the cell's own function.
    pub fn is_function(&self) -> bool {
        let name = self.name.as_deref().unwrap_or_default();
        self.keyword == "fn" && name.starts_with(FUNCTION)
    }

    /// Whether it is a type or a trait that others can be implemented for.
    pub fn is_type(&self) -> bool {
        ["enum", "struct", "trait", "union"].contains(&self.keyword)
    }
}

/// The attributes and items of a source, in their order; `None` if there is anything else, or a bracket has no partner.
pub fn read(source: &str) -> Option<Vec<Item<'_>>> {
    let tokens = tokens::read(source)?;
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(item) = next_item(source, &tokens, &mut at)? {
        items.push(item);
    }
    let types: HashMap<String, Vec<String>> = items
        .iter()
        .filter(|item| item.is_type())
        .filter_map(|item| Some((item.name.clone()?, reach::variants(item))))
        .collect();
    for item in &mut items {
        item.reached_by = reach::reached_by(item, &types);
    }
    Some(items)
}

/// The next item from a place on, which moves past it; nothing at the end.
fn next_item<'a>(source: &'a str, tokens: &[Token<'a>], at: &mut usize) -> Option<Option<Item<'a>>> {
    let (mut start, mut is_of_cell) = (None, false);
    while let Some(token) = tokens.get(*at).filter(|token| token.is_comment()) {
        if is_mark(token, source) {
            // Documentation before the mark belongs to an item that is not there.
            (start, is_of_cell) = (None, true);
        } else if token.kind == Kind::Documentation {
            start.get_or_insert(token.start);
        }
        *at += 1;
    }
    let Some(first) = tokens.get(*at) else {
        return start.is_none().then_some(None);
    };
    let start = start.unwrap_or(first.start);
    let (head, keyword, last) = shape(tokens, *at)?;
    let own: Vec<Token> = tokens[*at..=last].iter().filter(|token| !token.is_comment()).cloned().collect();
    let head = own.iter().position(|token| token.start == tokens[head].start)?;
    *at = last + 1;
    let range = start..end(source, tokens, last);
    Some(Some(Item {
        text: &source[range.clone()],
        range,
        keyword,
        name: name(&own[head..], keyword),
        tokens: own,
        head,
        is_of_cell,
        reached_by: Vec::new(),
    }))
}

fn is_mark(token: &Token, source: &str) -> bool {
    let is_at_start = token.start == 0 || source.as_bytes()[token.start - 1] == b'\n';
    token.text == MARK && is_at_start
}

/// The place of an item's keyword, the keyword, and the place of its last token.
fn shape<'a>(tokens: &[Token<'a>], first: usize) -> Option<(usize, &'a str, usize)> {
    let after = |at: usize| (at + 1..tokens.len()).find(|next| !tokens[*next].is_comment());
    let text = |at: usize| tokens.get(at).map(|token| token.text);
    let mut at = first;
    while text(at)? == "#" {
        let mut open = after(at)?;
        let is_for_all = text(open)? == "!";
        if is_for_all {
            open = after(open)?;
        }
        let close = tokens::closing(tokens, open).filter(|_| text(open) == Some("["))?;
        if is_for_all {
            return (at == first).then_some((at, "#", close));
        }
        at = after(close)?;
    }
    if text(at)? == "pub" {
        at = after(at)?;
        if text(at)? == "(" {
            at = after(tokens::closing(tokens, at)?)?;
        }
    }
    let mut head = at;
    while QUALIFIERS.contains(&text(at)?) || tokens[at].kind == Kind::Literal {
        (head, at) = (at, after(at)?);
    }
    let is_qualified = ["fn", "impl", "trait"].contains(&text(at)?);
    let keyword = match text(if is_qualified { at } else { head })? {
        "extern" if text(at)? == "crate" => "crate",
        "unsafe" | "extern" if text(at)? == "{" => "extern",
        word if NAMED.contains(&word) || ["impl", "use"].contains(&word) => word,
        "macro_rules" if text(after(head)?)? == "!" => "macro_rules",
        "macro" => "macro",
        _ if tokens[head].kind == Kind::Word && is_macro_call(tokens, head) => "!",
        _ if tokens[head].kind == Kind::Literal && text(at)? == "{" => "extern",
        _ => return None,
    };
    let head = if is_qualified { at } else { head };
    let is_last = |place: &usize| match tokens[*place].text {
        ";" => true,
        "{" => !WITH_SEMICOLON.contains(&keyword),
        _ => false,
    };
    let last = tokens::outside_brackets(tokens, head..tokens.len()).find(is_last)?;
    Some((head, keyword, tokens::closing(tokens, last)?))
}

/// Whether there is a path and an exclamation mark here.
fn is_macro_call(tokens: &[Token], head: usize) -> bool {
    let mut behind = tokens[head..].iter().filter(|token| !token.is_comment());
    let sign = behind.find(|token| token.kind != Kind::Word && token.text != ":");
    sign.is_some_and(|sign| sign.text == "!")
}

/// Where an item ends, with the comments after it on the same line.
fn end(source: &str, tokens: &[Token], last: usize) -> usize {
    let mut end = tokens[last].end();
    for token in &tokens[last + 1..] {
        if token.kind != Kind::Comment || source[end..token.end()].contains('\n') {
            break;
        }
        end = token.end();
    }
    end
}

/// The name of an item, from its keyword on.
fn name(tokens: &[Token], keyword: &str) -> Option<String> {
    let is_skipped = |token: &&Token| ["!", "mut"].contains(&token.text);
    let has_name = NAMED.contains(&keyword) || ["macro", "macro_rules"].contains(&keyword);
    let token = tokens.iter().skip(1).find(|token| !is_skipped(token))?;
    (has_name && token.kind == Kind::Word && token.text != "_").then(|| bare(token.text))
}
