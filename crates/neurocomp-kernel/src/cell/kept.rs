//! The variables that a cell keeps for later ones: what rustc says of their types, and which types can be kept.
//!
//! evcxr writes for a new variable `v`
//!
//! ```text
//! evcxr_variable_store.put_variable(stringify!(v), { let _ = &v as &_; v });
//! ```
//!
//! and rustc, told to warn of casts that change nothing, says ``trivial cast: `&T` as `&T` `` with the whole path of the type.
//! The next cell that uses `v` takes it out of the store by this type.

use super::diagnostic::Diagnostic;
use regex::Regex;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// The lint by which rustc tells types.
pub const CAST_LINT: &str = "trivial_casts";

/// The paths of types that were seen to be reachable from a cell: a file in the session's folder.
pub const REACHABLE: &str = "target/cell/reachable";

/// Types of other crates that most notebooks keep.
const KEPT_OFTEN: [&str; 5] = [
    "neurocomp::ndarray::ArrayBase",
    "neurocomp::ndarray::OwnedRepr",
    "neurocomp::ndarray::Dim",
    "neurocomp::plotly::Plot",
    "neurocomp::polars::prelude::DataFrame",
];

/// Whether a path leads to its type without asking rustc: nothing is defined in the prelude, so what rustc finds there is public.
pub fn is_reachable(path: &str) -> bool {
    path.starts_with("neurocomp::prelude::") || KEPT_OFTEN.contains(&path)
}

/// Why a variable cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Obstacle {
    /// It is a closure.
    Closure,
    /// It holds closures: iterators that have not run.
    OpenChain,
    /// It comes from `todo!()`, which has no type.
    ToCome,
    /// Only the compiler knows its type: what `impl Trait` hides, what `async` makes.
    Nameless,
    /// Its type is private to some crate.
    Private,
}

/// The types that rustc tells, with the numbers of the lines, in the source that it read, that keep the variables.
pub fn types(messages: &str) -> Vec<(usize, String)> {
    messages
        .lines()
        .filter(|line| line.contains(CAST_LINT))
        .filter_map(|line| {
            // With whole paths, which the diagnostic's own words have not.
            let json: Value = serde_json::from_str(line).ok()?;
            let (line, _) =
                told_type(&Diagnostic::deserialize(&json).ok()?).map(|(line, kind)| (line, kind.to_owned()))?;
            Some((line, cast(json["message"].as_str()?)?.to_owned()))
        })
        .collect()
}

/// The line that a message is about, and the type of the variable that it keeps, in the student's terms.
pub fn told_type(message: &Diagnostic) -> Option<(usize, &str)> {
    let kind = cast(&message.message).filter(|_| message.code() == CAST_LINT)?;
    Some((message.places().first()?.line, kind))
}

fn cast(message: &str) -> Option<&str> {
    let (kind, _) = message.strip_prefix("trivial cast: `&")?.split_once("` as `&")?;
    Some(kind)
}

/// The variable that this line keeps for the first time.
pub fn new_variable(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("evcxr_variable_store.put_variable(stringify!(")?;
    Some(rest.split_once("), {")?.0)
}

/// rustc's words about the type of the variable that a line keeps, as evcxr reads them.
pub fn cast_message(line: usize, kind: &str) -> Value {
    json!({
        "message": format!("trivial cast: `&{kind}` as `&{kind}`"),
        "code": {"code": CAST_LINT},
        "level": "warning",
        "spans": [{"file_name": "src/lib.rs", "line_start": line, "line_end": line, "is_primary": true}],
        "children": [],
        "rendered": null,
    })
}

/// The source with the types of some new variables written down.
pub fn with_types(source: &str, types: &[(&str, String)]) -> String {
    source
        .split_inclusive('\n')
        .map(|line| {
            let named = new_variable(line).and_then(|name| types.iter().find(|(of, _)| *of == name));
            match named {
                Some((name, kind)) => {
                    format!("evcxr_variable_store.put_variable::<{kind}>(stringify!({name}), {name});\n")
                }
                None => line.to_owned(),
            }
        })
        .collect()
}

/// The pointer type of a function: rustc shows `fn(f64) -> f64 {half}`.
pub fn function_pointer(kind: &str) -> Option<String> {
    static FUNCTION: LazyLock<Regex> = LazyLock::new(|| {
        compiled(r"^((?:for<[^>]*> )?(?:unsafe )?(?:extern [^{}]* )?fn\([^{}]*\)(?: -> [^{}]*)?) \{.*\}$")
    });
    Some(FUNCTION.captures(kind)?[1].to_owned())
}

/// What is in the way of keeping a variable of this type, as far as its name says.
pub fn obstacle(kind: &str) -> Option<Obstacle> {
    static NAMELESS: LazyLock<Regex> = LazyLock::new(|| compiled(r"\bimpl\b|[{}]"));
    if kind.starts_with("{closure") {
        Some(Obstacle::Closure)
    } else if kind.contains("{closure") {
        Some(Obstacle::OpenChain)
    } else if kind == "!" {
        Some(Obstacle::ToCome)
    } else {
        NAMELESS.is_match(kind).then_some(Obstacle::Nameless)
    }
}

/// The paths in a type by which a cell must reach into crates other than the standard ones.
pub fn paths(kind: &str) -> Vec<&str> {
    static PATH: LazyLock<Regex> = LazyLock::new(|| compiled(r"[A-Za-z_]\w*(?:::[A-Za-z_]\w*)+"));
    let standard = ["std::", "core::", "alloc::"];
    let found = PATH.find_iter(kind).map(|path| path.as_str());
    let mut paths: Vec<&str> = found.filter(|path| !standard.iter().any(|start| path.starts_with(start))).collect();
    paths.sort_unstable();
    paths.dedup();
    paths
}

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns are constants, and the tests use each")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUT: &str = "evcxr_variable_store.put_variable(stringify!(v), { let _ = &v as &_; v });";

    #[test]
    fn types_belong_to_the_lines_that_keep_variables() {
        let kind = "neurocomp::ndarray::ArrayBase<neurocomp::ndarray::OwnedRepr<f64>, neurocomp::ndarray::Dim<[usize; 1]>, f64>";
        let mut told = cast_message(2, kind);
        told["spans"][0]["text"] = json!([{"text": PUT, "highlight_start": 1, "highlight_end": 9}]);
        let messages = format!("noise\n{told}\n");
        assert_eq!(types(&messages), [(2, kind.to_owned())]);
        let shown: Diagnostic = serde_json::from_value(told).unwrap();
        assert_eq!(told_type(&shown).map(|(line, _)| line), Some(2));
    }

    #[test]
    fn functions_are_kept_as_pointers() {
        for (kind, pointer) in [
            ("fn(f64) -> f64 {half}", Some("fn(f64) -> f64")),
            ("fn() {run}", Some("fn()")),
            ("fn(f64) {run_user_code_0::{closure#0}::half}", Some("fn(f64)")),
            ("for<'a> fn(&'a [f64]) -> &'a f64 {first}", Some("for<'a> fn(&'a [f64]) -> &'a f64")),
            ("fn(fn(f64) -> f64) {std::mem::drop::<fn(f64) -> f64>}", Some("fn(fn(f64) -> f64)")),
            ("fn(f64) -> f64", None),
            ("f64", None),
        ] {
            assert_eq!(function_pointer(kind).as_deref(), pointer, "{kind}");
        }
        let written = with_types(&format!("a\n{PUT}\nb"), &[("v", "fn(f64)".to_owned())]);
        assert_eq!(written, "a\nevcxr_variable_store.put_variable::<fn(f64)>(stringify!(v), v);\nb");
    }

    #[test]
    fn what_no_cell_could_write_is_told_apart() {
        for (kind, found) in [
            ("{closure@src/lib.rs:3:9: 3:17}", Some(Obstacle::Closure)),
            ("std::iter::Map<std::ops::Range<i32>, {closure@src/lib.rs:1:2: 3:4}>", Some(Obstacle::OpenChain)),
            ("!", Some(Obstacle::ToCome)),
            ("impl std::iter::Iterator<Item = f64>", Some(Obstacle::Nameless)),
            ("{async block@src/lib.rs:1:2: 3:4}", Some(Obstacle::Nameless)),
            ("std::vec::Vec<f64>", None),
            ("implied::Type", None),
        ] {
            assert_eq!(obstacle(kind), found, "{kind}");
        }
    }

    #[test]
    fn a_type_names_the_paths_that_must_be_reachable() {
        assert_eq!(
            paths("(neurocomp::a::B<f64>, std::vec::Vec<neurocomp::a::B<f64>>, x::Y, Z)"),
            ["neurocomp::a::B", "x::Y"]
        );
    }
}
