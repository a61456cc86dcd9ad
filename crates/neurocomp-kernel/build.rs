//! How the kernel is linked.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // At a place in memory that is settled now, nothing has to be settled at each start, of which there is one for
    // each cell: 195 pages are touched in place of 720, and three processes share the rest.
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
