//! The crates that rust-analyzer reads, and which parts of them it does not.

use serde_json::Value;

use crate::outline::Without;

/// The crates whose types appear in cells, where there are two of a name with the version. rust-analyzer reads these and no
/// others: each costs memory and time in every kernel.
const OUTLINED: [&str; 15] = [
    "mnist",
    "nalgebra",
    "ndarray",
    "ndarray-rand",
    "neurocomp",
    "num-complex",
    "num-traits",
    "plotly",
    "polars",
    "polars-core",
    "polars-error",
    "polars-utils",
    "rand@0.9",
    "rand_core@0.9",
    "rand_distr@0.5",
];

/// What cells do not need of a crate: numbers of rare types on the left of an array, some conversions, what a series
/// does behind its trait.
const WITHOUT: [(&str, Without); 5] = [
    (
        "nalgebra",
        Without {
            cuts: &[
                (
                    "src/base/conversion.rs",
                    &[(
                        "impl_from_into_asref_borrow_2D!(\n    (U2",
                        "impl_from_into_asref_borrow_2D!((U2, U2) => (2, 2); (U3, U3) => (3, 3); (U4, U4) => (4, 4););",
                    )],
                ),
                ("src/base/dimension.rs", &[("impl ToConst for typenum", "")]),
            ],
            modules: &["geometry", "proptest", "sparse", "third_party"],
        },
    ),
    (
        "ndarray",
        Without {
            cuts: &[(
                "src/impl_ops.rs",
                &[
                    ("impl_scalar_lhs_op!($int_scalar, Commute, &", ""),
                    ("impl_scalar_lhs_op!($int_scalar, Commute, |", ""),
                    ("impl_scalar_lhs_op!($int_scalar, Commute, ^", ""),
                    ("impl_scalar_lhs_op!($int_scalar, Ordered, <<", ""),
                    ("impl_scalar_lhs_op!($int_scalar, Ordered, >>", ""),
                    ("all_scalar_ops!(i8)", ""),
                    ("all_scalar_ops!(i16)", ""),
                    ("all_scalar_ops!(u16)", ""),
                    ("all_scalar_ops!(i128)", ""),
                    ("all_scalar_ops!(u128)", ""),
                    ("all_scalar_ops!(isize)", ""),
                    ("impl_scalar_lhs_op!(Complex<f32>", ""),
                ],
            )],
            modules: &["doc", "parallel"],
        },
    ),
    (
        "num-complex",
        Without { cuts: &[("src/lib.rs", &[("real_arithmetic!(usize", "real_arithmetic!(f32, f64);")])], modules: &[] },
    ),
    ("num-traits", Without { cuts: &[("src/pow.rs", &[("pow_impl!(", "")])], modules: &[] }),
    (
        "polars-core",
        Without {
            cuts: &[(
                "src/series/implementations/mod.rs",
                &[
                    ("impl_dyn_series!(", ""),
                    ("mod binary", ""),
                    ("mod boolean;", ""),
                    ("mod floats;", ""),
                    ("mod list;", ""),
                    ("mod string;", ""),
                ],
            )],
            modules: &[],
        },
    ),
];

/// What is left out of a crate.
pub fn without(name: &str) -> Without {
    WITHOUT.iter().find(|(owner, _)| *owner == name).map_or_else(Without::default, |(_, without)| *without)
}

/// Whether rust-analyzer reads a package of `cargo metadata`.
pub fn is_outlined(package: &Value) -> bool {
    let (Some(name), Some(version)) = (package["name"].as_str(), package["version"].as_str()) else {
        return false;
    };
    OUTLINED.iter().any(|wanted| match wanted.split_once('@') {
        Some((of_name, of_version)) => {
            of_name == name && version.strip_prefix(of_version).is_some_and(|rest| rest.starts_with('.'))
        }
        None => *wanted == name,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn of_two_versions_one_is_read() {
        let package = |name, version| json!({"name": name, "version": version});
        assert!(is_outlined(&package("rand", "0.9.5")) && is_outlined(&package("polars", "1.0.0")));
        for other in [("rand", "0.10.3"), ("rand", "0.90.1"), ("simba", "0.9.0")] {
            assert!(!is_outlined(&package(other.0, other.1)));
        }
    }
}
