//! How far a build is, and how long the rest will take. Time comes in as a number, so that tests need not wait.

use std::collections::HashMap;

use super::weights::Weights;

/// Seconds of the table's machine that are believed before anything was measured on this one.
const PRIOR: f64 = 20.0;

/// The largest part of a running crate that counts as done: nobody knows when it will end.
const NEARLY: f64 = 0.95;

/// The state of one build.
pub struct Estimate {
    weights: Weights,
    jobs: f64,
    /// Package and the time its first unit began.
    running: HashMap<String, f64>,
    done: f64,
    /// Whether cargo has said anything yet; before that, all may be fresh.
    begun: bool,
    /// Seconds that the finished crates took here, and what the table says of them.
    measured: (f64, f64),
}

impl Estimate {
    /// A build that has just begun.
    pub fn new(weights: Weights, jobs: usize) -> Estimate {
        Estimate {
            weights,
            jobs: jobs as f64,
            running: HashMap::new(),
            done: 0.0,
            begun: false,
            measured: (0.0, 0.0),
        }
    }

    /// Cargo starts on a package.
    pub fn begin(&mut self, package: &str, now: f64) {
        self.begun = true;
        self.weights.expect(package);
        self.running.entry(package.to_string()).or_insert(now);
    }

    /// A unit is finished. What was fresh leaves the sum: per cent are of the work that this run has to do.
    pub fn finish(&mut self, unit: &str, fresh: bool, now: f64) {
        self.begun = true;
        let weight = self.weights.take(unit);
        let began = self.running.remove(unit);
        if fresh {
            return;
        }
        let Some(weight) = weight else { return };
        self.done += weight;
        if let Some(began) = began {
            self.measured.0 += now - began;
            self.measured.1 += weight;
        }
    }

    /// The part of this run's work that is done, from 0 to 1.
    pub fn fraction(&self, now: f64) -> f64 {
        let all = self.done + self.weights.total();
        if all == 0.0 {
            return 1.0;
        }
        ((self.done + self.credit(now)) / all).min(1.0)
    }

    /// Seconds that are left, or `None` as long as it is unknown what has to be done.
    pub fn remaining(&self, now: f64) -> Option<f64> {
        if !self.begun {
            return None;
        }
        let speed = self.speed();
        let shared = (self.weights.total() - self.credit(now)) / (speed * self.jobs);
        let longest = self
            .running
            .iter()
            .map(|(package, began)| self.weights.of(package) / speed - (now - began))
            .fold(0.0, f64::max);
        Some(shared.max(longest).max(0.0))
    }

    /// The running package that costs most, for people who wonder what takes so long.
    pub fn heaviest_running(&self) -> Option<&str> {
        self.running
            .keys()
            .max_by(|a, b| {
                let (a, b) = (self.weights.of(a), self.weights.of(b));
                a.total_cmp(&b)
            })
            .map(String::as_str)
    }

    /// Table seconds done per second by one job on this machine.
    fn speed(&self) -> f64 {
        (self.measured.1 + PRIOR) / (self.measured.0 + PRIOR)
    }

    /// What the running crates have done so far.
    fn credit(&self, now: f64) -> f64 {
        let speed = self.speed();
        self.running
            .iter()
            .map(|(package, began)| ((now - began) * speed).min(NEARLY * self.weights.of(package)))
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three_crates(jobs: usize) -> Estimate {
        Estimate::new(Weights::parse("100\ta\n100\tb\n200\tc\n"), jobs)
    }

    fn left(estimate: &Estimate, now: f64) -> f64 {
        estimate.remaining(now).expect("the build has begun")
    }

    #[test]
    fn the_table_is_believed_once_it_is_known_that_there_is_work() {
        let mut estimate = three_crates(2);
        assert_eq!(estimate.remaining(0.0), None);
        assert_eq!(estimate.fraction(0.0), 0.0);
        estimate.begin("a", 0.0);
        assert_eq!(left(&estimate, 0.0), 200.0);
    }

    #[test]
    fn a_machine_half_as_fast_takes_twice_as_long() {
        let mut estimate = three_crates(1);
        estimate.begin("a", 0.0);
        estimate.finish("a", false, 200.0);
        let left = left(&estimate, 200.0);
        assert!((500.0..600.0).contains(&left), "{left}");
        assert_eq!(estimate.fraction(200.0), 0.25);
    }

    #[test]
    fn fresh_crates_are_no_work_and_teach_nothing() {
        let mut estimate = three_crates(1);
        estimate.finish("c", true, 0.1);
        assert_eq!(left(&estimate, 0.1), 200.0);
        assert_eq!(estimate.fraction(0.1), 0.0);
    }

    #[test]
    fn a_running_crate_counts_but_never_as_finished() {
        let mut estimate = three_crates(1);
        estimate.begin("c", 0.0);
        assert!((estimate.fraction(100.0) - 0.25).abs() < 1e-9);
        assert!(estimate.fraction(10_000.0) < 0.5);
        assert_eq!(estimate.heaviest_running(), Some("c"));
    }

    #[test]
    fn a_crate_that_is_not_in_the_table_is_still_work() {
        let mut estimate = Estimate::new(Weights::parse(""), 1);
        assert_eq!(estimate.fraction(0.0), 1.0);
        estimate.begin("new", 0.0);
        assert!(estimate.fraction(100.0) < 1.0);
        estimate.finish("new", false, 100.0);
        assert_eq!(estimate.fraction(100.0), 1.0);
    }

    #[test]
    fn two_jobs_can_not_share_the_last_crate() {
        let mut estimate = three_crates(2);
        for unit in ["a", "b"] {
            estimate.begin(unit, 0.0);
            estimate.finish(unit, false, 100.0);
        }
        estimate.begin("c", 100.0);
        assert_eq!(left(&estimate, 100.0), 200.0);
        assert_eq!(left(&estimate, 150.0), 150.0);
    }

    #[test]
    fn the_fraction_never_goes_back() {
        let mut estimate = three_crates(1);
        let mut last = 0.0;
        for (begin, end, unit) in [(0.0, 100.0, "a"), (100.0, 200.0, "b"), (200.0, 400.0, "c")] {
            estimate.begin(unit, begin);
            for step in 0..10 {
                let now = begin + (end - begin) * f64::from(step) / 10.0;
                assert!(estimate.fraction(now) >= last);
                last = estimate.fraction(now);
            }
            estimate.finish(unit, false, end);
        }
        assert_eq!(estimate.fraction(400.0), 1.0);
    }
}
