//! What each crate costs: seconds of one compiler on the machine where the table was measured.
//!
//! The tables are `library.tsv` and `kernel.tsv` beside this file, one line per compiled unit: seconds, a tab, and the
//! package (`:build` after it marks its build script). They were read from a finished build's
//! `target/*/.fingerprint`: the time between `invoked.timestamp` and the unit's own file. Only their ratios matter,
//! and a crate that is missing counts a little, so they need no update with each `cargo update`.

use std::collections::HashMap;

/// Cost of a unit that is not in the table.
pub const UNKNOWN: f64 = 0.5;

/// Costs of the units that a build has still to do.
pub struct Weights {
    open: HashMap<String, Vec<f64>>,
}

impl Weights {
    /// The library with polars, plotly, ndarray and nalgebra.
    pub fn library() -> Weights {
        Weights::parse(include_str!("library.tsv"))
    }

    /// The kernel binary, that is evcxr with rust-analyzer.
    pub fn kernel() -> Weights {
        Weights::parse(include_str!("kernel.tsv"))
    }

    /// Reads a table; the tables are compiled in, so a malformed line is a mistake of ours that the tests find.
    pub fn parse(table: &str) -> Weights {
        let mut open: HashMap<String, Vec<f64>> = HashMap::new();
        for line in table.lines() {
            if let Some((seconds, unit)) = line.split_once('\t') {
                let seconds = seconds.parse().unwrap_or(UNKNOWN);
                open.entry(unit.to_string()).or_default().push(seconds);
            }
        }
        Weights { open }
    }

    /// Takes one unit out of the table; a package may have several (two versions, or for host and target).
    pub fn take(&mut self, unit: &str) -> Option<f64> {
        self.open.get_mut(unit)?.pop()
    }

    /// Adds a unit that the table does not know.
    pub fn expect(&mut self, unit: &str) {
        let open = self.open.entry(unit.to_string()).or_default();
        if open.is_empty() {
            open.push(UNKNOWN);
        }
    }

    /// What a unit that is still open will cost.
    pub fn of(&self, unit: &str) -> f64 {
        self.open
            .get(unit)
            .and_then(|open| open.last().copied())
            .unwrap_or(UNKNOWN)
    }

    /// The sum of all open units.
    pub fn total(&self) -> f64 {
        self.open.values().flatten().sum()
    }
}

/// The name under which a package's build script stands in the table.
pub fn build_script(package: &str) -> String {
    format!("{package}:build")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_counts_and_the_heavy_crates_are_in_the_lock_file() {
        let lock = include_str!("../../../../Cargo.lock");
        for table in [include_str!("library.tsv"), include_str!("kernel.tsv")] {
            let mut lines = 0;
            for line in table.lines() {
                let (seconds, unit) = line.split_once('\t').expect("seconds, tab, unit");
                let seconds: f64 = seconds.parse().expect("a number");
                let package = unit.trim_end_matches(":build");
                assert!(
                    seconds < 5.0 || lock.contains(&format!("name = \"{package}\"")),
                    "{package} is no longer in Cargo.lock: measure the tables again"
                );
                lines += 1;
            }
            assert!(lines > 100, "{lines} lines");
        }
    }

    #[test]
    fn a_unit_is_taken_as_often_as_it_stands_there() {
        let mut weights = Weights::parse("2.0\tsyn\n3.0\tsyn\n1.0\tlibc:build\n");
        assert_eq!(weights.total(), 6.0);
        assert_eq!(weights.take("syn"), Some(3.0));
        assert_eq!(weights.take("syn"), Some(2.0));
        assert_eq!(weights.take("syn"), None);
        assert_eq!(weights.of("libc:build"), 1.0);
        assert_eq!(weights.of("libc"), UNKNOWN);
    }
}
