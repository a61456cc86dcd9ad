//! Files, good and bad, through the library's readers.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use neurocomp::Error;
use neurocomp::data::{SpikeTable, Table, VoltageTrace};
use neurocomp::ndarray::array;
use neurocomp::polars::df;
use neurocomp::spike_train::SpikeTrain;
use proptest::prelude::*;

/// A file with this content, in a folder that goes when it is dropped.
struct Sample {
    folder: PathBuf,
    file: PathBuf,
}

impl Sample {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Sample {
        let folder = std::env::temp_dir().join(format!("neurocomp-data-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("données à lire.csv");
        fs::write(&file, content).unwrap();
        Sample { folder, file }
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn refused(name: &str, content: impl AsRef<[u8]>) -> String {
    let sample = Sample::new(name, content);
    let error = SpikeTable::read(&sample.file, 0.0, 1000.0).unwrap_err().to_string();
    assert!(error.contains("données à lire.csv"), "the file is not named: {error}");
    error
}

#[test]
fn each_fault_is_told_with_line_and_column() {
    for (name, content, said) in [
        (
            "missing",
            "trial,time_ms\n1,2\n",
            "line 1: expected a column `neuron`, received the columns `trial`, `time_ms`",
        ),
        ("unit", "trial,neuron,time\n1,1,2\n", "expected a column `time_ms`, `time_s` / `time_us`"),
        (
            "text",
            "trial,neuron,time_ms\n1,1,2\n1,1,soon\n",
            "line 3, column `time_ms`: expected a number, received `soon`",
        ),
        (
            "fraction",
            "trial,neuron,time_ms\n1.5,1,2\n",
            "line 2, column `trial`: expected a whole number, received `1.5`",
        ),
        (
            "nan",
            "trial,neuron,time_ms\n1,1,2\n1,1,NaN\n",
            "line 3, column `time_ms`: expected a number, received `NaN`",
        ),
        ("infinite", "trial,neuron,time_ms\n1,1,inf\n", "line 2, column `time_ms`: expected a number, received `inf`"),
        (
            "gap",
            "trial,neuron,time_ms\n1,1,2\n1,1,\n1,1,4\n",
            "line 3, column `time_ms`: expected a number, received nothing",
        ),
        (
            "cut",
            "trial,neuron,time_ms\n1,1,2\n1,1",
            "line 3: expected 3 values, one for each name in line 1, received 2: is the line complete?",
        ),
        (
            "order",
            "trial,neuron,time_ms\n1,1,20\n2,1,1\n1,1,10\n",
            "line 4, column `time_ms`: expected times in order (neuron 1 fired at 20 ms before, in trial 1), received `10`",
        ),
        (
            "negative",
            "trial,neuron,time_ms\n1,1,-3\n",
            "line 2, column `time_ms`: expected a time from 0 to 1000 ms, received `-3`",
        ),
        (
            "late",
            "trial,neuron,time_s\n1,1,1.5\n",
            "line 2, column `time_s`: expected a time from 0 to 1000 ms, received `1.5`",
        ),
        ("empty", "", "expected a header line and at least one row, received 0 rows"),
        ("header", "trial,neuron,time_ms\n", "expected a header line and at least one row, received 0 rows"),
        (
            "two",
            "trial,neuron,time_ms\n1,one,2\nx,1,2\n",
            "line 2, column `neuron`: expected a whole number, received `one`",
        ),
    ] {
        let error = refused(name, content);
        assert!(error.contains(said), "{name}: {error}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    refused("binary", [0_u8, 159, 146, 150, 10, 255, 254, 44, 44]);
    refused("latin", b"trial,neuron,time_ms\n1,\xe9,3\n");
    refused("image", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
}

#[test]
fn a_file_that_is_not_there_or_is_a_folder_is_named() {
    let gone = SpikeTable::read("/nowhere/spikes.csv", 0.0, 1.0).unwrap_err();
    assert!(matches!(&gone, Error::File { file, .. } if file == "/nowhere/spikes.csv"), "{gone}");
    let folder = std::env::temp_dir();
    assert!(matches!(VoltageTrace::read(&folder).unwrap_err(), Error::File { .. }));
    assert!(matches!(Table::read(&folder).unwrap_err(), Error::File { .. }));
}

#[test]
fn seconds_carriage_returns_byte_order_marks_and_other_columns_are_understood() {
    let content = "\u{feff}time (s),remark,neuron,trial\r\n0.5,\"a, b\",2,1\r\n0.75,,2,1\r\n";
    let sample = Sample::new("windows", content);
    let table = SpikeTable::read(&sample.file, 0.0, 1000.0).unwrap();
    assert_eq!(table.train(1, 2).unwrap().times(), [500.0, 750.0]);
}

#[test]
fn a_silent_trial_is_a_train_without_spikes() {
    let sample = Sample::new("silent", "trial,neuron,time_ms\n1,1,5\n2,2,7\n");
    let table = SpikeTable::read(&sample.file, 0.0, 100.0).unwrap();
    assert!(table.train(2, 1).unwrap().is_empty());
    let counts: Vec<usize> = table.trials_of_among(1, &[1, 2, 3]).unwrap().iter().map(SpikeTrain::len).collect();
    assert_eq!(counts, [1, 0, 0]);
    let error = table.train(1, 9).unwrap_err().to_string();
    assert_eq!(error, "neuron must be one of [1, 2], received 9");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn what_is_written_is_read_back(
        trains in prop::collection::vec(prop::collection::vec(0.0..500.0_f64, 1..40), 1..6)
    ) {
        let mut table = SpikeTable::new(0.0, 500.0).unwrap();
        for (k, mut times) in trains.into_iter().enumerate() {
            times.sort_by(f64::total_cmp);
            let train = SpikeTrain::new(times, 0.0, 500.0).unwrap();
            table.insert(k as i64 / 2, k as i64 % 2, &train).unwrap();
        }
        let sample = Sample::new("round", "");
        table.write(&sample.file).unwrap();
        prop_assert_eq!(SpikeTable::read(&sample.file, 0.0, 500.0).unwrap(), table);
        prop_assert_eq!(fs::read_dir(&sample.folder).unwrap().count(), 1, "no partial file stays");
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let sample = Sample::new("noise", &bytes);
        let _ = SpikeTable::read(&sample.file, 0.0, 1.0);
        let _ = VoltageTrace::read(&sample.file);
        let _ = Table::read(&sample.file);
    }

    #[test]
    fn no_damage_to_a_good_file_makes_a_reader_panic(place in 0..60_usize, byte in any::<u8>()) {
        let mut content = b"trial,neuron,time_ms\n1,1,2.5\n1,1,30\n2,1,4.25\n2,3,100\n".to_vec();
        let place = place % content.len();
        content[place] = byte;
        let sample = Sample::new("damage", &content);
        if let Ok(table) = SpikeTable::read(&sample.file, 0.0, 1e9) {
            prop_assert!((1..=5).contains(&table.len()));
        }
    }
}

#[test]
fn ten_million_rows_are_read_and_a_fault_at_their_end_is_found() {
    const ROWS: usize = 10_000_000;
    let mut content = String::with_capacity(20 * ROWS);
    content += "trial,neuron,time_ms\n";
    for k in 0..ROWS {
        let _ = writeln!(content, "{},{},{}", k / 1_000_000, k % 3, k % 1_000_000);
    }
    let sample = Sample::new("many", &content);
    let begin = Instant::now();
    let table = SpikeTable::read(&sample.file, 0.0, 1e6).unwrap();
    let taken = begin.elapsed();
    assert_eq!((table.len(), table.trials().len(), table.neurons().len()), (ROWS, 10, 3));
    assert!(taken < Duration::from_secs(60), "{taken:?}");
    content += "9,1,never\n";
    fs::write(&sample.file, &content).unwrap();
    let error = SpikeTable::read(&sample.file, 0.0, 1e6).unwrap_err().to_string();
    assert!(error.contains("line 10000002, column `time_ms`: expected a number, received `never`"), "{error}");
}

#[test]
fn a_trace_goes_out_and_comes_back_and_its_times_must_increase() {
    let sample = Sample::new("trace", "");
    let (t, v) = (array![0.0, 0.1, 0.2], array![-70.0, -69.5, 30.25]);
    VoltageTrace::write(&t, &v, &sample.file).unwrap();
    let trace = VoltageTrace::read(&sample.file).unwrap();
    assert_eq!((trace.t, trace.v), (t, v));
    fs::write(&sample.file, "time_s,V (V)\n0,-0.07\n0.001,-0.06\n").unwrap();
    let trace = VoltageTrace::read(&sample.file).unwrap();
    assert_eq!(trace.t.to_vec(), [0.0, 1.0]);
    assert!((trace.v[0] + 70.0).abs() < 1e-12);
    fs::write(&sample.file, "time_ms,v_mv\n0,1\n2,1\n2,1\n").unwrap();
    let error = VoltageTrace::read(&sample.file).unwrap_err().to_string();
    assert!(error.contains("line 4, column `time_ms`: expected a time after 2 ms"), "{error}");
}

#[test]
fn a_table_filters_groups_and_joins() {
    let trials = Table::from(df!("trial" => [1, 2, 3, 4], "rate" => [4.0, 8.0, 6.0, 10.0]).unwrap());
    let stimuli = Table::from(df!("trial" => [4, 3, 2, 1], "orientation" => [90, 0, 90, 0]).unwrap());
    let joined = trials.join(&stimuli, "trial").unwrap();
    assert_eq!(joined.columns(), ["trial", "rate", "orientation"]);
    let means = joined.mean_by("orientation", "rate").unwrap();
    assert_eq!(means.numbers("orientation").unwrap().to_vec(), [0.0, 90.0]);
    assert_eq!(means.numbers("rate").unwrap().to_vec(), [5.0, 9.0]);
    assert_eq!(joined.count_by("orientation").unwrap().numbers("count").unwrap().to_vec(), [2.0, 2.0]);
    assert_eq!(joined.filter_equal("orientation", 90.0).unwrap().rows(), 2);
    assert_eq!(trials.sort("rate").unwrap().numbers("trial").unwrap().to_vec(), [1.0, 3.0, 2.0, 4.0]);
    assert_eq!(trials.head(2).rows(), 2);
    let error = trials.numbers("rates").unwrap_err().to_string();
    assert!(error.contains("the table has no column `rates`: its columns are `trial`, `rate`"), "{error}");
}

#[test]
fn text_in_a_column_of_numbers_is_told_by_its_row() {
    let sample = Sample::new("mixed", "cell,kind\n1,simple\n2,complex\n");
    let table = Table::read(&sample.file).unwrap();
    assert_eq!(table.texts("kind").unwrap(), ["simple", "complex"]);
    assert_eq!(table.filter_text("kind", "complex").unwrap().numbers("cell").unwrap().to_vec(), [2.0]);
    let error = table.numbers("kind").unwrap_err().to_string();
    assert_eq!(error, "column `kind`, row 1: expected a number, received `simple`");
}
