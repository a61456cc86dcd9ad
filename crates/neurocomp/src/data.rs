//! Data from files: spike tables, recorded potentials, and tables of anything.
//!
//! | to read or write | call | columns of the file |
//! | --- | --- | --- |
//! | any table | [`Table::read`], [`Table::write`] | a line of names, then values |
//! | spikes of many trials and neurons | [`SpikeTable::read`], [`SpikeTable::write`] | `trial`, `neuron`, `time_ms` |
//! | a file of the course | [`dataset`] gives its path | |
//! | a recorded potential | [`VoltageTrace::read`], [`VoltageTrace::write`] | `time_ms`, `v_mv` |
//!
//! Columns may be in any order, with others beside them. A time or a potential has its unit at the end of its name, and is
//! converted:
//!
//! | quantity | names understood | in the library |
//! | --- | --- | --- |
//! | time | `time_s`, `time_ms`, `time_us`, also `time (ms)` | ms |
//! | potential | `v_v`, `v_mv`, `v_uv`, also `V (mV)` | mV |
//!
//! # Tables
//!
//! A table is a text file as spreadsheets of any country write it ("Save as … CSV"):
//!
//! - Columns are separated by tabs, semicolons or commas: whichever divides all rows alike.
//! - Numbers have a decimal point or a decimal comma, all of them the same. A number that may be two, such as `1,500` in a file
//!   that has no clear decimal comma, is refused, as is `1.500` between semicolons.
//! - The first line has the names. Lines above it that hold only a title are left out, as are empty lines, empty columns at the
//!   right, and blanks around values. A value may be between quotation marks.
//! - The text is UTF-8, UTF-16, or Windows-1252 with the letters of western Europe.
//! - A value left out, `NA` or `NaN` is missing: [`Table::filter_present`] leaves such rows out.
//!
//! What is written has commas between the columns and points in numbers; in a spreadsheet that expects otherwise, import it
//! ("Data, From text").
//!
//! # Errors
//!
//! A file that is missing, empty, cut off, without a column, with text where a number is expected, with NaN or with
//! times out of order gives an [`Error`](crate::Error) that names the file, the line and the column, what was expected
//! and what is there. Ten million rows are read in a few seconds. Nothing is written half: a file appears when it is
//! complete.
//!
//! # Example
//!
//! ```
//! use neurocomp::data::SpikeTable;
//!
//! let folder = std::env::temp_dir().join(format!("neurocomp-doc-{}", std::process::id()));
//! std::fs::create_dir_all(&folder)?;
//! let file = folder.join("spikes.csv");
//! std::fs::write(&file, "trial,neuron,time_s\n1,7,0.010\n1,7,0.250\n2,7,0.125\n")?;
//!
//! let table = SpikeTable::read(&file, 0.0, 1000.0)?;
//! assert_eq!(table.train(1, 7)?.times(), [10.0, 250.0]); // ms
//! assert_eq!(table.trials_of(7)?.len(), 2);
//!
//! std::fs::write(&file, "trial,neuron,time_s\n1,7,0.010\n1,7,late\n")?;
//! let error = SpikeTable::read(&file, 0.0, 1000.0).unwrap_err().to_string();
//! assert!(error.ends_with("line 3, column `time_s`: expected a number, received `late`"), "{error}");
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(feature = "tables")]
mod csv;
#[cfg(feature = "tables")]
mod fault;
#[cfg(feature = "tables")]
mod groups;
#[cfg(feature = "tables")]
mod html;
#[cfg(feature = "tables")]
mod number;
mod place;
#[cfg(feature = "tables")]
mod records;
#[cfg(feature = "tables")]
mod spikes;
#[cfg(feature = "tables")]
mod table;
#[cfg(feature = "tables")]
mod text;
#[cfg(feature = "tables")]
mod trace;

pub use place::dataset;
#[cfg(feature = "digits")]
pub(crate) use place::dataset_folder;
#[cfg(feature = "tables")]
pub use spikes::SpikeTable;
#[cfg(feature = "tables")]
pub use table::Table;
#[cfg(feature = "tables")]
pub use trace::VoltageTrace;
