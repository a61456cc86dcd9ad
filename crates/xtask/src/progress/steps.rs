//! How many crates a build has compiled, of how many. Nothing is estimated: a count is never wrong.

use std::collections::HashSet;

/// The state of one build.
pub struct Steps {
    /// Crates that the build consists of, if that is known.
    expected: Option<usize>,
    /// Package ids of the crates that are compiled, in this run or before.
    finished: HashSet<String>,
    /// Crates that are being compiled, the one that began first in front.
    running: Vec<String>,
}

impl Steps {
    /// A build that has just begun.
    pub fn new(expected: Option<usize>) -> Steps {
        Steps { expected, finished: HashSet::new(), running: Vec::new() }
    }

    /// A compiler starts on a crate.
    pub fn begin(&mut self, name: &str) {
        self.running.push(name.to_owned());
    }

    /// A crate is compiled. A package counts once, though it may be compiled twice: for the program, and for build scripts.
    pub fn finish(&mut self, package_id: &str, name: &str) {
        if let Some(place) = self.running.iter().position(|running| running == name) {
            self.running.remove(place);
        }
        self.finished.insert(package_id.to_owned());
    }

    /// Crates that are compiled, and how many there are in all, if that is known.
    pub fn count(&self) -> (usize, Option<usize>) {
        let done = self.finished.len();
        (done, self.expected.map(|expected| expected.max(done)))
    }

    /// The crate that has been compiled for the longest time, for people who wonder what takes so long.
    pub fn longest_running(&self) -> Option<&str> {
        self.running.first().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_counts_once_though_it_is_compiled_for_build_scripts_too() {
        let mut steps = Steps::new(Some(2));
        assert_eq!(steps.count(), (0, Some(2)));
        steps.finish("a@1", "a");
        steps.finish("a@1", "a");
        assert_eq!(steps.count(), (1, Some(2)));
        steps.finish("a@2", "a");
        assert_eq!(steps.count(), (2, Some(2)));
    }

    #[test]
    fn more_crates_than_expected_are_never_more_than_all() {
        let mut steps = Steps::new(Some(1));
        for id in ["a", "b", "c"] {
            steps.finish(id, id);
        }
        assert_eq!(steps.count(), (3, Some(3)));
        assert_eq!(Steps::new(None).count(), (0, None));
    }

    #[test]
    fn the_crate_that_began_first_is_named() {
        let mut steps = Steps::new(None);
        assert_eq!(steps.longest_running(), None);
        steps.begin("slow");
        steps.begin("quick");
        steps.finish("quick@1", "quick");
        assert_eq!(steps.longest_running(), Some("slow"));
        steps.finish("slow@1", "slow");
        assert_eq!(steps.longest_running(), None);
    }
}
