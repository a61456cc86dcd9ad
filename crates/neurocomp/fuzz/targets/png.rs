//! A picture as a pattern of a memory.
#![no_main]

use libfuzzer_sys::fuzz_target;
use neurocomp::memory::picture::decode_image;

fuzz_target!(|bytes: &[u8]| {
    let _ = decode_image(bytes, 8, 8, None);
});
