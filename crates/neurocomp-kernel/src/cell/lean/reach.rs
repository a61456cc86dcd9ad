//! By what an item is reached, and which items a cell reaches.

use super::items::Item;
use super::tokens::{self, Kind, Token};
use super::{bare, words};
use std::collections::{HashMap, HashSet};

/// evcxr's own module. Only macros of the notebook are seen inside it.
const RUNTIME: &str = "evcxr_internal_runtime";
/// Attributes that change nothing but their own item.
const HARMLESS: [&str; 18] = [
    "allow",
    "cfg",
    "cold",
    "default",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "inline",
    "macro_export",
    "must_use",
    "non_exhaustive",
    "repr",
    "rustfmt",
    "test",
    "track_caller",
    "warn",
];
/// Derives that make nothing but an impl for their type.
const DERIVES: [&str; 9] = ["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];
/// Modules of the standard library without traits: what is imported from them is reached by its name.
const WITHOUT_TRAITS: [&str; 9] = ["cell", "collections", "f32", "f64", "num", "path", "rc", "sync", "time"];

/// The types and traits of a notebook, with the names of an enum's variants.
type Types = HashMap<String, Vec<String>>;

/// Keywords of the items that are reached where a name is looked up from the cell's own scope.
const VALUES: [&str; 3] = ["const", "fn", "static"];

/// What some code reaches items by.
pub struct Reached<'a> {
    /// All words, also those after a `.` or `::`.
    pub words: HashSet<&'a str>,
    /// The names that are looked up from the cell's own scope.
    pub names: HashSet<&'a str>,
}

/// Which of these items a cell reaches from its function.
pub fn needed<'a>(items: &[Item<'a>], from: Reached<'a>) -> Vec<bool> {
    let mut all = from;
    all.words.insert("write_fmt"); // `write!` calls a method of this name
    let mut needed = vec![false; items.len()];
    loop {
        let mut has_more = false;
        for (item, needed) in items.iter().zip(&mut needed) {
            let is_reached = |group: &Vec<String>| {
                let is_own_name = group.len() == 1 && item.name.as_ref() == group.first();
                let found = if is_own_name && VALUES.contains(&item.keyword) { &all.names } else { &all.words };
                group.iter().all(|name| found.contains(name.as_str()))
            };
            if !*needed && item.reached_by.iter().any(is_reached) {
                (*needed, has_more) = (true, true);
                add_words(item, &mut all);
            }
        }
        if !has_more {
            return needed;
        }
    }
}

fn add_words<'a>(item: &Item<'a>, all: &mut Reached<'a>) {
    if item.name.as_deref() == Some(RUNTIME) {
        let before_marks = item.text.split('!');
        all.words.extend(before_marks.filter_map(|text| words(text).last()));
    } else if item.keyword == "use" && !has_sign(item, "{") {
        // What follows the first name of a path is looked up inside it.
        let is_relative = |word: &&str| ["crate", "self", "super"].contains(word);
        let mut path = path(item);
        let first = path.next();
        all.words.extend(first);
        all.names.extend(first);
        if first.as_ref().is_some_and(is_relative) {
            let path: Vec<&str> = path.collect();
            all.words.extend(&path);
            all.names.extend(path);
        }
    } else if item.keyword == "use" {
        all.words.extend(words(item.text));
        all.names.extend(words(item.text));
    } else {
        all.words.extend(words(item.text));
        all.names.extend(tokens::names(&item.tokens));
    }
}

fn has_sign(item: &Item, sign: &str) -> bool {
    item.tokens.iter().any(|token| token.text == sign)
}

fn path<'a>(item: &Item<'a>) -> impl Iterator<Item = &'a str> {
    let names = item.tokens[item.head + 1..].iter();
    names.filter(|token| token.kind == Kind::Word).map(|token| token.text.trim_start_matches("r#"))
}

/// What is missing when this item is: the names that it is reached by, and the names in an impl.
pub fn provides(item: &Item) -> Vec<String> {
    let mut names: Vec<String> = item.reached_by.iter().flatten().cloned().collect();
    for block in impls(&item.tokens) {
        let types = block.header.iter().filter(|word| word.starts_with(char::is_uppercase));
        names.extend(types.map(|word| (*word).to_owned()));
        names.extend(contents(&item.tokens, block.body));
    }
    names
}

/// The groups of names that an item is reached by: when all of one group are.
pub fn reached_by(item: &Item, types: &Types) -> Vec<Vec<String>> {
    let always = || vec![Vec::new()];
    if item.is_of_cell || item.is_function() || has_far_effects(item) {
        return always();
    }
    let mut groups: Vec<Vec<String>> = match (item.keyword, &item.name) {
        ("impl", _) => Vec::new(),
        ("use", _) => return imported(item, types).unwrap_or_else(always),
        ("macro" | "macro_rules", Some(name)) => return vec![vec![name.clone()]],
        (_, Some(name)) => vec![vec![name.clone()]],
        _ => return always(),
    };
    let tokens = &item.tokens;
    if item.keyword == "trait" {
        let body = tokens.iter().position(|token| token.text == "{").unwrap_or(tokens.len());
        groups.extend(contents(tokens, body).into_iter().map(|name| vec![name]));
    }
    let inner = &tokens[item.head + 1..];
    let macros = inner.windows(3).filter(|three| three[0].text == "macro_rules" && three[1].text == "!");
    groups.extend(macros.map(|three| vec![bare(three[2].text)]));
    let defines = |pair: &&[Token]| ["enum", "struct", "trait", "union"].contains(&pair[0].text);
    let own = inner.windows(2).filter(defines);
    let hidden: HashSet<String> = own.map(|pair| bare(pair[1].text)).collect();
    for block in impls(tokens) {
        // What is implemented for a type inside this item is reached with this item.
        let is_hidden = |word: &&str| hidden.contains(*word) && !types.contains_key(*word);
        if item.keyword == "impl" || !block.header.iter().any(is_hidden) {
            groups.push(block.needs(types));
        }
    }
    if groups.is_empty() {
        return always(); // an `impl` of a form that is not known
    }
    groups
}

/// Whether an item does something that its names do not tell.
fn has_far_effects(item: &Item) -> bool {
    let tokens = &item.tokens;
    let mut open_modules = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Sign) {
        let before = |steps: usize| at.checked_sub(steps).map_or("", |place| tokens[place].text);
        let is_far = match token.text {
            "[" => {
                let is_attribute = before(1) == "#" || before(1) == "!" && before(2) == "#";
                is_attribute && !is_harmless(tokens, at)
            }
            "{" => {
                open_modules.push(before(2) == "mod");
                false
            }
            "}" => {
                open_modules.pop();
                false
            }
            // A macro among the items of a module can make anything.
            "!" => open_modules.last() == Some(&true) && !["#", "macro_rules"].contains(&before(1)),
            _ => false,
        };
        if is_far {
            return true;
        }
    }
    false
}

fn is_harmless(tokens: &[Token], open: usize) -> bool {
    let close = tokens::closing(tokens, open).unwrap_or(tokens.len());
    let inside = tokens[open + 1..close].iter();
    let mut names = inside.filter(|token| token.kind == Kind::Word).map(|token| token.text);
    match names.next() {
        Some("derive") => names.all(|name| DERIVES.contains(&name)),
        name => name.is_some_and(|name| HARMLESS.contains(&name)),
    }
}

/// An `impl` block.
struct Impl<'a> {
    /// The names in `Trait for Type`.
    header: Vec<&'a str>,
    /// Names of types that it is generic over.
    parameters: Vec<&'a str>,
    /// The place of its brace.
    body: usize,
}

impl Impl<'_> {
    /// The types and traits of the notebook that must all be reached for this to be needed.
    fn needs(&self, types: &Types) -> Vec<String> {
        // `<A as B>::C` and `name!()` are types of other names.
        if self.header.iter().any(|word| ["as", "!"].contains(word)) {
            return Vec::new();
        }
        let is_type = |word: &&&str| types.contains_key(**word) && !self.parameters.contains(*word);
        self.header.iter().filter(is_type).map(|word| (*word).to_owned()).collect()
    }
}

/// The `impl` blocks among these tokens, not `impl Trait` as a type.
fn impls<'a>(tokens: &[Token<'a>]) -> Vec<Impl<'a>> {
    let begins = |at: &usize| {
        let before = at.checked_sub(1).map(|place| tokens[place].text);
        let is_item = before.is_none_or(|text| ["{", "}", ";", "]", "unsafe", "default"].contains(&text));
        tokens[*at].text == "impl" && is_item
    };
    let places = (0..tokens.len()).filter(begins);
    places.filter_map(|at| block(tokens, at)).collect()
}

fn block<'a>(tokens: &[Token<'a>], place: usize) -> Option<Impl<'a>> {
    let mut at = place + 1;
    let mut parameters = Vec::new();
    if tokens.get(at)?.text == "<" {
        let mut depth = 0;
        for here in tokens::outside_brackets(tokens, at..tokens.len()) {
            let (before, text) = (tokens[here - 1].text, tokens[here].text);
            match text {
                "<" => depth += 1,
                ">" if !["-", "="].contains(&before) => depth -= 1,
                _ if depth == 1 && ["<", ",", "const"].contains(&before) => parameters.push(text),
                _ => {}
            }
            at = here + 1;
            if depth == 0 {
                break;
            }
        }
    }
    let ends = |here: &usize| ["{", "where"].contains(&tokens[*here].text);
    let end = tokens::outside_brackets(tokens, at..tokens.len()).find(ends)?;
    let is_brace = |here: &usize| tokens[*here].text == "{";
    let body = tokens::outside_brackets(tokens, end..tokens.len()).find(is_brace)?;
    let is_name = |token: &&Token| token.kind == Kind::Word || token.text == "!";
    let header = tokens[at..end].iter().filter(is_name);
    Some(Impl { header: header.map(|token| token.text.trim_start_matches("r#")).collect(), parameters, body })
}

/// The names of functions, types and constants of a trait or an impl, whose brace is at this place.
fn contents(tokens: &[Token], brace: usize) -> Vec<String> {
    let Some(close) = tokens::closing(tokens, brace) else {
        return Vec::new();
    };
    let places = tokens::outside_brackets(tokens, brace + 1..close);
    let is_name = |at: &usize| {
        let (before, name) = (tokens[at - 1].text, tokens[*at].text);
        ["const", "fn", "type"].contains(&before) && !["async", "extern", "fn", "unsafe"].contains(&name)
    };
    places.filter(is_name).map(|at| bare(tokens[at].text)).collect()
}

/// The variants of an enum.
pub fn variants(item: &Item) -> Vec<String> {
    let tokens = &item.tokens;
    let brace = tokens.iter().position(|token| token.text == "{");
    let Some((brace, close)) = brace.and_then(|at| Some((at, tokens::closing(tokens, at)?))) else {
        return Vec::new();
    };
    let places = tokens::outside_brackets(tokens, brace + 1..close);
    let names = places.filter(|at| tokens[*at].kind == Kind::Word && ["{", ",", "]"].contains(&tokens[at - 1].text));
    names.map(|at| bare(tokens[at].text)).collect()
}

/// The names that a `use` is reached by; `None` if it must stay.
fn imported(item: &Item, types: &Types) -> Option<Vec<Vec<String>>> {
    let names: Vec<&str> = path(item).collect();
    if has_sign(item, "{") {
        return None;
    }
    if has_sign(item, "*") {
        let relative = names.iter().skip_while(|name| ["crate", "self"].contains(name));
        let [name] = relative.collect::<Vec<_>>()[..] else {
            return None;
        };
        let variants = types.get(*name).filter(|variants| !variants.is_empty())?;
        return Some(variants.iter().map(|variant| vec![variant.clone()]).collect());
    }
    let name = *names.last()?;
    let is_no_trait = name.starts_with(char::is_lowercase)
        || names[0] == "std" && names.len() > 2 && WITHOUT_TRAITS.contains(&names[1]);
    is_no_trait.then(|| vec![vec![name.to_owned()]])
}
