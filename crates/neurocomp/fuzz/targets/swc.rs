//! A drawing of a neuron, in the format SWC.
#![no_main]

use libfuzzer_sys::fuzz_target;
use neurocomp::cable::Morphology;

fuzz_target!(|text: &str| {
    let _ = Morphology::from_swc_text("fuzz.swc", text, 20.0).map(|cable| (cable.area(), cable.positions()));
});
