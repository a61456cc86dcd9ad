//! A picture of characters as a pattern of a memory.
#![no_main]

use libfuzzer_sys::fuzz_target;
use neurocomp::memory::picture::parse_text;

fuzz_target!(|text: &str| {
    let _ = parse_text("fuzz.txt", text).map(|pattern| pattern.image());
});
