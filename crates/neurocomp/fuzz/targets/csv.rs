//! A table, spikes, a recorded potential.
#![no_main]

use libfuzzer_sys::fuzz_target;
use neurocomp::data::{SpikeTable, Table, VoltageTrace};

fuzz_target!(|bytes: &[u8]| {
    let path = std::env::temp_dir().join(format!("neurocomp-fuzz-{}.csv", std::process::id()));
    if std::fs::write(&path, bytes).is_ok() {
        let _ = Table::read(&path);
        let _ = SpikeTable::read(&path, 0.0, 1000.0);
        let _ = VoltageTrace::read(&path);
    }
});
