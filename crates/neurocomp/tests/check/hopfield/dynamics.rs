//! Exercises 5, 6 and 8.

use neurocomp::check::hopfield;
use neurocomp::ndarray::{Array1, Array2};

use super::{names, passes};

mod cue {
    use super::*;

    fn flipped(p: &Array1<f64>, order: &[usize], count: f64) -> Array1<f64> {
        let mut s = p.clone();
        for &i in order.iter().take(count as usize) {
            s[i] = -s[i];
        }
        s
    }

    fn wrong(p: &Array1<f64>, m: f64) -> f64 {
        (1.0 - m) / 2.0 * p.len() as f64
    }

    #[test]
    fn right() {
        passes(hopfield::cue(|p, m, order| flipped(p, order, wrong(p, m).round())));
    }

    #[test]
    fn named_mistakes() {
        names(
            hopfield::cue(|p, m, order| flipped(p, order, (2.0 * wrong(p, m)).round())),
            &["twice too many", "m = 0.5"],
        );
        names(hopfield::cue(|p, m, order| flipped(p, order, p.len() as f64 - wrong(p, m).round())), &["overlap −m"]);
        names(hopfield::cue(|p, m, order| flipped(p, order, (m * p.len() as f64).round())), &["m·N is no number"]);
        names(
            hopfield::cue(|p, m, _| {
                let order: Vec<usize> = (0..p.len()).collect();
                flipped(p, &order, wrong(p, m).round())
            }),
            &["`order` is not used"],
        );
        names(hopfield::cue(|p, m, order| flipped(p, order, wrong(p, m))), &["cut off, not rounded", "m = 0.9"]);
        names(hopfield::cue(|p, _, _| p.clone()), &["no unit is flipped"]);
    }

    fn set(p: &Array1<f64>, m: f64, order: &[usize], value: f64) -> Array1<f64> {
        let mut s = p.clone();
        for &i in &order[..wrong(p, m).round() as usize] {
            s[i] = value;
        }
        s
    }

    #[test]
    fn set_instead_of_flipped() {
        names(hopfield::cue(|p, m, order| set(p, m, order, -1.0)), &["set to −1"]);
        names(hopfield::cue(|p, m, order| set(p, m, order, 0.0)), &["never 0"]);
        names(hopfield::cue(|_, _, _| Array1::zeros(3)), &["0 is neither"]);
        names(hopfield::cue(|_, _, _| Array1::from_elem(3, 1.0)), &["should be 8, it is 3"]);
    }
}

mod step {
    use super::*;

    fn load(patterns: &[Array1<f64>], s: &Array1<f64>) -> f64 {
        patterns.len() as f64 / s.len() as f64
    }

    fn fields(patterns: &[Array1<f64>], s: &Array1<f64>) -> Array1<f64> {
        let mut h = s * -load(patterns, s);
        for p in patterns {
            h += &(p * ((p * s).sum() / s.len() as f64));
        }
        h
    }

    fn up(x: f64) -> f64 {
        1.0 / (1.0 + (-x).exp())
    }

    fn state(h: &Array1<f64>, beta: f64, u: &Array1<f64>, low: f64) -> Array1<f64> {
        Array1::from_shape_fn(h.len(), |i| if u[i] < up(beta * h[i]) { 1.0 } else { low })
    }

    #[test]
    fn right() {
        passes(hopfield::step(|p, s, beta, u| state(&fields(p, s), beta, u, -1.0)));
    }

    #[test]
    fn named_mistakes() {
        names(hopfield::step(|p, s, beta, u| -state(&fields(p, s), beta, u, -1.0)), &["wrong way round"]);
        names(hopfield::step(|p, s, beta, u| state(&fields(p, s), beta, u, 0.0)), &["−1, not 0"]);
        names(hopfield::step(|p, s, _, _| fields(p, s).mapv(f64::signum)), &["chance is missing"]);
        names(hopfield::step(|p, s, _, u| state(&fields(p, s), 1.0, u, -1.0)), &["beta is missing"]);
        names(
            hopfield::step(|p, s, _, u| {
                let h = fields(p, s);
                Array1::from_shape_fn(h.len(), |i| if u[i] < h[i] { 1.0 } else { -1.0 })
            }),
            &["compared with the field"],
        );
        names(hopfield::step(|p, s, beta, u| state(&(fields(p, s) + s * load(p, s)), beta, u, -1.0)), &["term j = i"]);
        names(
            hopfield::step(|p, s, beta, u| {
                let mut s = s.clone();
                for i in 0..s.len() {
                    s[i] = state(&fields(p, &s), beta, u, -1.0)[i];
                }
                s
            }),
            &["new states of those before"],
        );
        names(hopfield::step(|_, s, _, _| s.clone()), &["has not changed"]);
    }

    #[test]
    fn odd_answers_are_no_panic() {
        names(hopfield::step(|_, s, _, _| s * 0.5), &["0.5 is neither"]);
        names(hopfield::step(|_, _, _, _| Array1::zeros(0)), &["it is 0"]);
        names(hopfield::step(|_, s, _, _| s * f64::NAN), &["NaN is"]);
    }
}

mod sweep {
    use super::*;

    fn swept(w: &Array2<f64>, s: &Array1<f64>, order: &[usize], rule: fn(f64, f64) -> f64) -> Array1<f64> {
        let mut s = s.clone();
        for &i in order {
            let h: f64 = (0..s.len()).map(|j| w[[i, j]] * s[j]).sum();
            s[i] = rule(h, s[i]);
        }
        s
    }

    fn sign(h: f64, s: f64) -> f64 {
        match h {
            h if h > 0.0 => 1.0,
            h if h < 0.0 => -1.0,
            _ => s,
        }
    }

    #[test]
    fn right() {
        passes(hopfield::sweep(|w, s, order| swept(w, s, order, sign)));
    }

    #[test]
    fn named_mistakes() {
        names(
            hopfield::sweep(|w, s, _| {
                let h = w.dot(s);
                Array1::from_shape_fn(s.len(), |i| sign(h[i], s[i]))
            }),
            &["synchronous step", "sweep(&array![[0.0, 1.0"],
        );
        names(
            hopfield::sweep(|w, s, _| {
                let order: Vec<usize> = (0..s.len()).collect();
                swept(w, s, &order, sign)
            }),
            &["`order` is not used"],
        );
        names(hopfield::sweep(|w, s, order| swept(w, s, order, |h, _| h.signum())), &["becomes +1"]);
        names(
            hopfield::sweep(|w, s, order| swept(w, s, order, |h, _| if h > 0.0 { 1.0 } else { -1.0 })),
            &["becomes −1"],
        );
        names(
            hopfield::sweep(|w, s, order| swept(w, s, order, |h, s| if h == 0.0 { s } else { -h.signum() })),
            &["the opposite"],
        );
        names(hopfield::sweep(|w, s, order| swept(w, s, order, |h, _| h)), &["not the field itself"]);
        names(hopfield::sweep(|_, s, _| s.clone()), &["has not changed"]);
    }

    #[test]
    fn units_that_agree_are_flipped() {
        let verdict = hopfield::sweep(|w, s, order| swept(w, s, order, |h, s| if h * s < 0.0 { s } else { -s }));
        names(verdict, &["agree with their field"]);
        names(hopfield::sweep(|_, _, _| Array1::zeros(9)), &["0 is neither"]);
    }
}
