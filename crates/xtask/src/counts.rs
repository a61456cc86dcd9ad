//! How many tests passed, failed and were skipped, read from what test programs print.

use std::fmt;
use std::ops::AddAssign;

/// A sum of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// What was as it should be.
    pub passed: usize,
    /// What was not.
    pub failed: usize,
    /// What could not be tried here.
    pub skipped: usize,
}

impl Counts {
    /// One thing that was as it should be.
    pub const ONE_PASSED: Counts = Counts { passed: 1, failed: 0, skipped: 0 };

    /// Reads a closing line of cargo ("test result: ok. 3 passed; 0 failed; 1 ignored; …"), of pytest ("1 failed, 3
    /// passed in 2.1s") or of this program. `None` if the line is no such thing.
    pub fn parse(line: &str) -> Option<Counts> {
        let words: Vec<&str> =
            line.split(|c: char| c.is_whitespace() || ",;=.".contains(c)).filter(|word| !word.is_empty()).collect();
        let mut counts = Counts::default();
        let mut found = false;
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<usize>() else {
                continue;
            };
            match pair[1] {
                "passed" | "xfailed" => counts.passed += number,
                "failed" | "error" | "errors" | "xpassed" => counts.failed += number,
                "skipped" | "ignored" => counts.skipped += number,
                _ => continue,
            }
            found = true;
        }
        found.then_some(counts)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { passed, failed, skipped } = self;
        write!(f, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: usize, failed: usize, skipped: usize) -> Option<Counts> {
        Some(Counts { passed, failed, skipped })
    }

    #[test]
    fn every_runner_is_understood() {
        let cargo = "test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; 3 filtered out; finished in 0.5s";
        assert_eq!(Counts::parse(cargo), counts(12, 1, 2));
        let pytest = "=== 1 failed, 3 passed, 2 skipped, 1 error in 61.22s (0:01:01) ===";
        assert_eq!(Counts::parse(pytest), counts(3, 2, 2));
        assert_eq!(Counts::parse("3 passed in 0.12s"), counts(3, 0, 0));
        assert_eq!(Counts::parse("no tests ran in 0.01s"), None);
        assert_eq!(Counts::parse("    Compiling syn v2.0.1"), None);
    }

    #[test]
    fn its_own_line_is_read_back() {
        let own = Counts { passed: 7, failed: 0, skipped: 4 };
        assert_eq!(own.to_string(), "7 passed, 0 failed, 4 skipped");
        assert_eq!(Counts::parse(&own.to_string()), Some(own));
    }
}
