//! The statics of earlier cells that a cell reaches. Each cell is compiled by itself, with a copy of the items that it reaches,
//! so a static has its first value again in each.

use super::items::Item;
use super::tokens::{Kind, Token};

/// Types by which a static can change without `mut`. Names that only begin like this count, too: `AtomicU64`.
const CHANGEABLE: [&str; 11] = [
    "Atomic",
    "Barrier",
    "Cell",
    "LazyLock",
    "Mutex",
    "Once",
    "OnceCell",
    "OnceLock",
    "RefCell",
    "RwLock",
    "UnsafeCell",
];

/// The statics in this item that can change, those in the bodies of functions too.
pub fn changeable<'a>(item: &'a Item) -> impl Iterator<Item = &'a str> {
    // What a macro makes of its words is not known, nor when.
    let tokens = match item.keyword {
        "!" | "macro" | "macro_rules" => &[][..],
        _ => &item.tokens[..],
    };
    (0..tokens.len()).filter_map(|at| declared(&tokens[at..]))
}

/// The name in `static [mut] NAME: TYPE = …`, if such a static can change.
fn declared<'a>(tokens: &[Token<'a>]) -> Option<&'a str> {
    let mut tokens = tokens.iter().filter(|token| !token.is_comment());
    tokens.next().filter(|token| token.text == "static")?;
    let mut name = tokens.next()?;
    let is_mutable = name.text == "mut";
    if is_mutable {
        name = tokens.next()?;
    }
    tokens.next().filter(|token| token.text == ":")?;
    let mut kind = tokens.take_while(|token| !["=", ";"].contains(&token.text));
    let can_change = |token: &Token| {
        token.kind == Kind::Word
            && CHANGEABLE.iter().any(|name| token.text == *name || *name == "Atomic" && token.text.starts_with(name))
    };
    (is_mutable || kind.any(can_change)).then_some(name.text)
}
