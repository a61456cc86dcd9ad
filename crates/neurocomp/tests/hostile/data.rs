//! Files and tables.

use std::path::PathBuf;

use ndarray::ArrayRef1;
use neurocomp::data::{SpikeTable, Table, VoltageTrace};
use neurocomp::{data, parameter, progress};

use crate::call::{Entry, entry};
use crate::source::Source;
use crate::value::{Make, Value};

crate::models! { data::SpikeTable }

crate::results! {
    data::Table { frame }
    data::VoltageTrace { t, v }
}

crate::choices! {
    parameter::Allowed { Finite, Positive, NotNegative, Between(_, _), Below(_, _), Above(_, _) }
}

impl Make for neurocomp::polars::prelude::DataFrame {
    fn make(source: &mut Source) -> Option<Self> {
        Some(source.kept::<Table>()?.frame.clone())
    }
}

impl Value for neurocomp::polars::prelude::DataFrame {}
impl Value for PathBuf {}

impl Value for progress::Progress {
    fn keep(mut self, _: &mut Source) {
        let _ = (self.next(), self.len());
    }
}

/// A file with columns that this library reads, and any values.
#[derive(Debug)]
struct File(PathBuf);

impl Make for File {
    fn make(source: &mut Source) -> Option<File> {
        let columns = ["time_ms", "v_mv", "trial", "neuron", "time (s)", "V (uV)", "name"];
        let mut text = columns[source.below(3)..].join(",") + "\n";
        for _ in 0..source.length() {
            let cells: Vec<_> = columns.iter().map(|_| if source.is_odd() { source.number() } else { 1.0 }).collect();
            let cells: Vec<_> = cells.iter().map(f64::to_string).collect();
            text += &(cells.join(",") + "\n");
        }
        let path = scratch("read.csv");
        std::fs::write(&path, text).ok()?;
        Some(File(path))
    }
}

fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("neurocomp-hostile-{}", std::process::id()));
    let _ = std::fs::create_dir_all(&folder);
    folder.join(name)
}

type List = &'static ArrayRef1<f64>;

pub fn table() -> Vec<Entry> {
    let mut table = crate::calls! {
        parameter::Allowed: includes;
        progress: progress;
        data: dataset;
        data::SpikeTable: new, insert, len, is_empty, neurons, trials, train, trials_of, trials_of_among, to_table;
        data::Table: with_numbers, with_counts, with_texts, filter_present, rows, columns, numbers, texts, filter_between, filter_equal,
        filter_text, head, sort, mean_by, count_by, join;
        data::VoltageTrace: to_table;
    };
    table.extend([
        entry("SpikeTable::read", |file: File, low: f64, high: f64| SpikeTable::read(file.0, low, high)),
        entry("Table::read", |file: File| Table::read(file.0)),
        entry("VoltageTrace::read", |file: File| VoltageTrace::read(file.0)),
        entry("SpikeTable::write", |table: SpikeTable| table.write(scratch("spikes.csv"))),
        entry("Table::write", |table: Table| table.write(scratch("table.csv"))),
        entry("VoltageTrace::write", |t: List, v: List| VoltageTrace::write(t, v, scratch("trace.csv"))),
    ]);
    table
}
