//! Types as the student writes them. rustc shows what an alias stands for: its `ArrayBase<OwnedRepr<f64>,
//! neurocomp::ndarray::Dim<[usize; 1]>, f64>` is the course's `Array1<f64>`.

use regex::{Captures, Regex};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Groups: what the array owns or borrows, whether it may change it, the type of its elements, the number of its axes. The
/// parts that two types have in common may be left out, as `_`.
static ARRAY: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(?:neurocomp::ndarray::)?ArrayBase<(?:(?<held>OwnedRepr|ViewRepr)<(?:&(?:'\w+ )?(?<changed>mut )?)?(?<kind>[^<>,&]+)>|_), (?:neurocomp::ndarray::)?Dim<\[usize; (?<axes>\d)\]>(?:, [^<>,]+)?>",
    )
});

/// What the arguments of functions are borrowed as: an array or a view, no matter which.
static ARRAY_REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(?:neurocomp::ndarray::)?ArrayRef<(?<kind>[^<>,&]+), (?:neurocomp::ndarray::)?Dim<\[usize; (?<axes>\d)\]>>",
    )
});

static CLOSURE: LazyLock<Regex> = LazyLock::new(|| compiled(r"\{(closure|async block)@[^}]*\}"));

/// The lifetimes of a function's arguments, declared and used.
static LIFETIMES: LazyLock<Regex> = LazyLock::new(|| compiled(r"for<'\w+(?:, '\w+)*> |(?<lent>&)'\w+ "));

/// What a cell with `?` gives back to evcxr.
const RESULT_OF_CELL: &str = "Result<(), EvcxrUserCodeError>";

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns are constants, and the tests use each")
}

/// A message of rustc with the types in it as the student writes them.
pub fn as_written(message: &str) -> String {
    // Most cells that fail are evcxr's own attempts: the patterns are not compiled for them.
    let signs = ["Array", "{closure@", "{async block@", "for<'", RESULT_OF_CELL];
    if !signs.iter().any(|sign| message.contains(sign)) {
        return message.to_owned();
    }
    let arrays = ARRAY.replace_all(message, |found: &Captures| {
        let name = match (found.name("held"), found.name("changed")) {
            (Some(held), None) if held.as_str() == "ViewRepr" => "ArrayView",
            (Some(_), Some(_)) => "ArrayViewMut",
            _ => "Array",
        };
        let kind = found.name("kind").map_or("_", |kind| kind.as_str());
        format!("{name}{}<{kind}>", &found["axes"])
    });
    let references = ARRAY_REFERENCE.replace_all(&arrays, "ArrayRef$axes<$kind>");
    let closures = CLOSURE.replace_all(&references, "{$1}");
    let text =
        if closures.contains("for<'") { LIFETIMES.replace_all(&closures, "$lent") } else { Cow::Borrowed(&*closures) };
    text.replace(RESULT_OF_CELL, "Result")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrays_have_the_names_of_the_course() {
        for (rustc_s, written) in [
            (
                "struct `ArrayBase<OwnedRepr<f64>, neurocomp::ndarray::Dim<[usize; 1]>, f64>` in",
                "struct `Array1<f64>` in",
            ),
            ("found `&ArrayBase<ViewRepr<&f64>, Dim<[usize; 2]>, f64>`", "found `&ArrayView2<f64>`"),
            ("`neurocomp::ndarray::ArrayBase<ViewRepr<&'a mut i32>, Dim<[usize; 1]>>`", "`ArrayViewMut1<i32>`"),
            ("expected `&ArrayRef<f64, Dim<[usize; 1]>>`", "expected `&ArrayRef1<f64>`"),
            ("`&ArrayBase<_, neurocomp::ndarray::Dim<[usize; 2]>, _>`", "`&Array2<_>`"),
            ("{integer} * &ArrayBase<OwnedRepr<{float}>, Dim<[usize; 1]>, {float}>", "{integer} * &Array1<{float}>"),
        ] {
            assert_eq!(as_written(rustc_s), written);
        }
    }

    #[test]
    fn functions_and_closures_are_short() {
        assert_eq!(
            as_written(
                "fn pointer `for<'a, 'b> fn(&'a ArrayBase<OwnedRepr<f64>, Dim<[usize; 1]>, f64>, &'b [f64]) -> Option<_>`"
            ),
            "fn pointer `fn(&Array1<f64>, &[f64]) -> Option<_>`"
        );
        assert_eq!(
            as_written("found `Map<Iter<'_, f64>, {closure@lib.rs:103:32}>`"),
            "found `Map<Iter<'_, f64>, {closure}>`"
        );
    }

    #[test]
    fn everything_else_stays() {
        for text in [
            "`&'static str`",
            "`f64` implements `Mul<ArrayBase<S, D, f64>>`",
            "cannot find value `figur` in this scope",
        ] {
            assert_eq!(as_written(text), text);
        }
    }
}
