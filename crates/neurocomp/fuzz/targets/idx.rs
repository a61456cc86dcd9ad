//! A file of MNIST.
#![no_main]

use libfuzzer_sys::fuzz_target;
use neurocomp::digits::FILES;

fuzz_target!(|bytes: &[u8]| {
    for file in FILES {
        let _ = file.verify(bytes.to_vec());
    }
});
