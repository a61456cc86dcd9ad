//! Exercise 8.

use neurocomp::check::rate;
use neurocomp::rate::wilson_cowan::{WilsonCowan, WilsonCowanParams};

use super::names;

mod jacobian {
    use super::*;

    const H: f64 = 1e-5;

    /// Columns by central differences of width 2h, divided by `over`.
    fn difference(p: WilsonCowanParams, e: f64, i: f64, h: f64, over: f64) -> [[f64; 2]; 2] {
        let model = WilsonCowan::new(p).unwrap();
        let (right, left) = (model.slope(e + h, i), model.slope(e - h, i));
        let (up, down) = (model.slope(e, i + h), model.slope(e, i - h));
        [[(right.0 - left.0) / over, (up.0 - down.0) / over], [(right.1 - left.1) / over, (up.1 - down.1) / over]]
    }

    #[test]
    fn right() {
        let verdict = rate::jacobian(|p, e, i| difference(p, e, i, H, 2.0 * H));
        assert!(verdict.passed, "{verdict}");
        let one_sided = rate::jacobian(|p, e, i| {
            let model = WilsonCowan::new(p).unwrap();
            let (here, right, up) = (model.slope(e, i), model.slope(e + H, i), model.slope(e, i + H));
            [[(right.0 - here.0) / H, (up.0 - here.0) / H], [(right.1 - here.1) / H, (up.1 - here.1) / H]]
        });
        assert!(one_sided.passed, "{one_sided}");
    }

    #[test]
    fn exchanged() {
        names(
            rate::jacobian(|p, e, i| {
                let [[a, b], [c, d]] = difference(p, e, i, H, 2.0 * H);
                [[a, c], [b, d]]
            }),
            &["rows and columns are exchanged", "tau_e: 5.0", "1/ms"],
        );
        names(
            rate::jacobian(|p, e, i| {
                let [first, second] = difference(p, e, i, H, 2.0 * H);
                [second, first]
            }),
            &["the rows are exchanged"],
        );
        names(
            rate::jacobian(|p, e, i| {
                let [[a, b], [c, d]] = difference(p, e, i, H, 2.0 * H);
                [[b, a], [d, c]]
            }),
            &["the columns are exchanged"],
        );
    }

    #[test]
    fn wrong_divisions() {
        names(rate::jacobian(|p, e, i| difference(p, e, i, H, H)), &["twice too large"]);
        names(rate::jacobian(|p, e, i| difference(p, e, i, H, 4.0 * H)), &["half of what it should be"]);
        names(rate::jacobian(|p, e, i| difference(p, e, i, H, 1.0)), &["division is missing"]);
        names(rate::jacobian(|p, e, i| difference(p, e, i, H, -2.0 * H)), &["all signs are wrong"]);
    }

    #[test]
    fn no_shift_or_the_same_twice() {
        names(rate::jacobian(|p, e, i| difference(p, e, i, 1e-18, 2e-18)), &["all entries are 0"]);
        names(rate::jacobian(|p, e, i| difference(p, e, i, 0.0, 0.0)), &["NaN is"]);
        names(
            rate::jacobian(|p, e, i| {
                let [[a, _], [c, _]] = difference(p, e, i, H, 2.0 * H);
                [[a, a], [c, c]]
            }),
            &["both columns are the same"],
        );
    }
}
