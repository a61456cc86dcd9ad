"""What Tab and Shift-Tab know: rust-analyzer reads outlines of the sources, where nothing that students use may be missing."""

import pytest

FLOAT = "sqrt powi abs max total_cmp clamp is_nan to_string sin"
ITERATOR = "map filter sum collect enumerate zip fold rev max_by"
ARRAY = "mapv dot sum mean shape t slice iter assign"
MATRIX = "transpose try_inverse norm row nrows component_mul"

# What is written before the cursor, and some of the names that must follow.
COMPLETED = {
    "vec![1.0].": "len push iter iter_mut sort_by windows chunks first is_empty retain dedup join",
    "vec![1.0].iter().": ITERATOR,
    "vec![1.0].iter().map(|x| x * 2.0).": ITERATOR,
    "vec![1.0].windows(2).map(|w| w[1] - w[0]).": ITERATOR,
    "vec![1.0].iter().enumerate().filter(|(i, _)| *i > 1).": ITERATOR,
    "vec![1.0].iter().sum::<f64>().": FLOAT,
    "for x in &vec![1.0_f64] { x.": FLOAT,
    "1.0_f64.": FLOAT,
    "(2.0_f64 * 3.0).": FLOAT,
    "1.0_f32.": FLOAT,
    "1_i32.": "abs pow checked_add wrapping_add rem_euclid to_string max leading_zeros",
    "7_usize.": "pow saturating_sub is_power_of_two checked_add to_string",
    "(7_u64 << 3_u8).": "pow count_ones",
    "(1, 2.0).": "clone eq",
    "true.": "then then_some",
    "'a'.": "is_alphabetic to_digit to_ascii_uppercase",
    "String::new().": "push_str len chars split trim parse lines to_uppercase",
    '"a".': "len chars split trim parse lines to_string repeat",
    '"a b".split_whitespace().': ITERATOR,
    "Some(1.0).": "unwrap map and_then unwrap_or is_some ok_or",
    '"1".parse::<f64>().': "unwrap map map_err is_ok unwrap_or",
    "std::collections::HashMap::<String, f64>::new().": "insert get entry keys values iter contains_key",
    "std::collections::BTreeMap::<i32, f64>::new().": "insert range first_key_value entry",
    "std::collections::HashSet::<i32>::new().": "insert contains union intersection",
    "(0..10).": ITERATOR,
    "Array1::<f64>::": "zeros ones linspace from_vec from_elem",
    "array![1.0, 2.0].": ARRAY,
    "(2.0 * array![1.0]).": ARRAY,
    "(&array![1.0] + &array![1.0]).": ARRAY,
    "Array2::<f64>::zeros((2, 2)).": ARRAY + " nrows column index_axis",
    "Array2::<f64>::zeros((2, 2)).dot(&array![1.0, 2.0]).": ARRAY,
    "array![1.0].slice(s![1..]).": "sum iter len",
    "neurocomp::nalgebra::Matrix2::<f64>::zeros().": MATRIX + " as_mut m11",
    "neurocomp::nalgebra::DMatrix::<f64>::zeros(2, 2).": MATRIX + " lu svd symmetric_eigen",
    "neurocomp::nalgebra::Vector3::<f64>::zeros().": "norm dot cross push xy x",
    "neurocomp::nalgebra::": "Matrix2 DMatrix DVector Vector3 Complex",
    "neurocomp::polars::prelude::DataFrame::empty().": "head shape column select height width",
    "neurocomp::polars::prelude::DataFrame::empty().column(\"a\").unwrap().": "len f64 name",
    "use neurocomp::polars::prelude::*; DataFrame::empty().column(\"a\").unwrap().f64().unwrap().": "len get mean sum",
    "Lif::": "new",
    "Lif::new(LifParams::default()).unwrap().": "simulate_noisy rheobase",
    "Figure::": "new",
    "std::f64::consts::": "PI E TAU",
    "f64::": "MAX EPSILON from_bits",
    "std::": "collections fs io time thread",
    "std::collections::": "HashMap BTreeMap VecDeque",
    "std::time::Instant::now().": "elapsed duration_since",
    "std::fs::": "read_to_string File write",
}

# What only the crate itself can use. Much of it is in no outline, and none of it may be offered.
HIDDEN = {
    "vec![1.0].": "buf extend_trusted",
    "std::": "alloc_crate as_keyword",
    "array![1.0].": "zip_mut_with_by_rows ensure_unique",
    "Figure::": "curve area",
    "1.0_f64.": "ifl",
}

# The cursor is at the end of what is written, and the documentation holds the words.
DOCUMENTED = {
    "1.0_f64.sqrt": "square root of a number",
    "1.0_f64.total_cmp": "ordering between",
    "1_i32.rem_euclid": "least nonnegative remainder",
    "7_usize.saturating_sub": "Saturating integer subtraction",
    "vec![1.0].windows": "all contiguous windows",
    "vec![1.0].iter().fold": "Folds every element",
    "vec![1.0].push": "Appends an element",
    '"a".trim': "whitespace removed",
    "std::collections::HashMap": "hash map",
    "array![1.0].mapv": "on each element",
    "Array1::<f64>::linspace": "evenly spaced",
    "neurocomp::nalgebra::DMatrix": "dynamically sized",
    "neurocomp::polars::prelude::DataFrame::empty().head": "Get the head",
    "std::f64::consts::PI": "Archimedes",
    "println": "Prints to the standard output",
    "Lif::new": "LifParams",
}


@pytest.mark.parametrize("code", COMPLETED)
def test_tab_offers(kernel, code):
    offered = names(kernel.complete(code))
    missing = set(COMPLETED[code].split()) - offered
    assert not missing, f"{missing} are not among {sorted(offered)}"


@pytest.mark.parametrize("code", HIDDEN)
def test_tab_offers_nothing_that_cannot_be_used(kernel, code):
    assert not set(HIDDEN[code].split()) & names(kernel.complete(code))


@pytest.mark.parametrize("code", DOCUMENTED)
def test_shift_tab_shows(kernel, code):
    assert DOCUMENTED[code] in kernel.inspect(code)


def names(matches):
    """The names that matches begin with: `map_err(op)` gives `map_err`."""
    return {match.split("(")[0].split("!")[0].rstrip(":") for match in matches}
