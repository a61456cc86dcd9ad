//! The standard library as rust-analyzer reads it.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::outline::{self, Docs};

/// What a cell can name. Without a manifest beside them, rust-analyzer knows by itself how they depend on each other.
const CRATES: [&str; 3] = ["alloc", "core", "std"];

/// Half of the standard library's source is wrappers of processor instructions, which no cell of a course names; `core`
/// includes them by these paths.
const EMPTY_MODULES: [(&str, &str); 2] = [
    ("stdarch/crates/core_arch/src/mod.rs", "pub mod arch {}\n"),
    (
        "portable-simd/crates/core_simd/src/mod.rs",
        "pub mod simd { pub mod prelude {} }\n",
    ),
];

/// Writes the outline of the standard library whose source stands in `source`.
pub fn write(source: &Path, to: &Path) -> Result<()> {
    for name in CRATES {
        outline::write_tree(
            &source.join(name).join("src"),
            &to.join(name).join("src"),
            Docs::Std,
        )?;
    }
    for (file, content) in EMPTY_MODULES {
        let file = to.join(file);
        fs::create_dir_all(file.parent().unwrap_or(to))?;
        fs::write(file, content)?;
    }
    Ok(())
}
