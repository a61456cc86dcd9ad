//! The standard library as rust-analyzer reads it.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::outline::{self, Cut, Docs, Without};

/// What a cell can name. Without a manifest beside them, rust-analyzer knows by itself how they depend on each other.
const CRATES: [&str; 3] = ["alloc", "core", "std"];

/// Half of the standard library's source is wrappers of processor instructions, which no cell of a course names; `core`
/// includes them by these paths.
const EMPTY_MODULES: [(&str, &str); 2] = [
    ("stdarch/crates/core_arch/src/mod.rs", "pub mod arch {}\n"),
    ("portable-simd/crates/core_simd/src/mod.rs", "pub mod simd { pub mod prelude {} }\n"),
];

/// What cells do not need. Of shifts between different types of integers, the compiler's own rules tell the result.
const CUTS: [Cut; 5] = [
    (
        "core/src/ops/bit.rs",
        &[("shl_impl_all!", ""), ("shr_impl_all!", ""), ("shl_assign_impl_all!", ""), ("shr_assign_impl_all!", "")],
    ),
    ("core/src/num/wrapping.rs", &[("forward_ref_", ""), ("sh_impl_all!", "")]),
    ("core/src/num/saturating.rs", &[("saturating_impl!", ""), ("saturating_int_impl", ""), ("sh_impl_all!", "")]),
    ("core/src/num/nonzero.rs", &[("nonzero_integer!", "")]),
    (
        "core/src/convert/num.rs",
        &[
            ("impl_nonzero_int_from_nonzero_int!", ""),
            ("impl_nonzero_int_try_from_int!", ""),
            ("impl_nonzero_int_try_from_nonzero_int!", ""),
        ],
    ),
];

/// Parts for systems on which this kernel does not run.
const OTHER_SYSTEMS: &[&str] = &[
    #[cfg(not(windows))]
    "windows",
    "espidf",
    "fuchsia",
    "hermit",
    "itron",
    "l4re",
    "motor",
    "sgx",
    "solid",
    "teeos",
    "trusty",
    "uefi",
    "vexos",
    "vxworks",
    "wasi",
    "wasip1",
    "xous",
    "zkvm",
];

/// Writes the outline of the standard library whose source is in `source`.
pub fn write(source: &Path, to: &Path) -> Result<()> {
    for name in CRATES {
        outline::write_tree(
            &source.join(name).join("src"),
            &to.join(name).join("src"),
            Docs::Std,
            Without { cuts: &CUTS, modules: OTHER_SYSTEMS },
        )?;
    }
    for (file, content) in EMPTY_MODULES {
        let file = to.join(file);
        fs::create_dir_all(file.parent().unwrap_or(to))?;
        fs::write(file, content)?;
    }
    Ok(())
}
