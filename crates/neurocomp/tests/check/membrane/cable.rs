//! Exercises 8 to 10.

use neurocomp::cable::CableParams;
use neurocomp::check::membrane;
use neurocomp::ndarray::Array1;

use super::{names, passes};

mod length_constant {
    use super::*;

    fn ratio(p: CableParams, d: f64) -> f64 {
        d / (4.0 * p.axial_resistivity * p.g_leak)
    }

    #[test]
    fn right() {
        passes(membrane::length_constant(|p, d| {
            1e4 * (1e-4 * d / (4.0 * p.axial_resistivity * 1e-3 * p.g_leak)).sqrt()
        }));
    }

    #[test]
    fn units() {
        names(
            membrane::length_constant(|p, d| ratio(p, d).sqrt()),
            &["units are not converted", "axial_resistivity: 150.0", "diameter = 3 µm"],
        );
        names(membrane::length_constant(|p, d| (0.1 * ratio(p, d)).sqrt()), &["this is in cm"]);
        names(membrane::length_constant(|p, d| 1e4 * (1e-4 * ratio(p, d)).sqrt()), &["1 mS = 1e-3 S"]);
        names(membrane::length_constant(|p, d| 1e4 * (1e-7 * ratio(p, d)).sqrt()), &["wrong way round"]);
        names(membrane::length_constant(|p, d| 1e4 * (1e3 * ratio(p, d)).sqrt()), &["1 µm = 1e-4 cm"]);
    }

    #[test]
    fn formula() {
        names(membrane::length_constant(|p, d| 2e4 * (0.1 * ratio(p, d)).sqrt()), &["the 4 below is missing"]);
        names(membrane::length_constant(|p, d| 1e4 * (0.1 * ratio(p, 0.5 * d)).sqrt()), &["radius"]);
        names(membrane::length_constant(|p, d| 1e4 * 0.1 * ratio(p, d)), &["square root is missing"]);
        names(membrane::length_constant(|p, d| 0.1 * ratio(p, d)), &["square root is missing"]);
    }
}

mod cable_step {
    use super::*;

    /// A step with everything that may be wrong as a factor or a flag.
    #[derive(Clone, Copy)]
    struct Step {
        leak_sign: f64,
        axial_sign: f64,
        ring: bool,
        everywhere: bool,
        in_place: bool,
        at_end: bool,
        grounded: bool,
    }

    const RIGHT: Step = Step {
        leak_sign: 1.0,
        axial_sign: 1.0,
        ring: false,
        everywhere: false,
        in_place: false,
        at_end: false,
        grounded: false,
    };

    fn slopes(s: Step, v: &Array1<f64>, c: f64, g: f64, r: f64, i: f64, dt: f64) -> Array1<f64> {
        let n = v.len();
        let mut read = v.clone();
        let mut slopes = Array1::zeros(n);
        for k in 0..n {
            let mut total = -s.leak_sign * g * read[k];
            if k > 0 {
                total += s.axial_sign * (read[k - 1] - read[k]) / r;
            } else if s.ring {
                total += (read[n - 1] - read[k]) / r;
            } else if s.grounded {
                total -= read[k] / r;
            }
            if k + 1 < n {
                total += s.axial_sign * (read[k + 1] - read[k]) / r;
            } else if s.ring {
                total += (read[0] - read[k]) / r;
            } else if s.grounded {
                total -= read[k] / r;
            }
            let place = if s.at_end { n - 1 } else { 0 };
            if k == place || s.everywhere {
                total += i;
            }
            slopes[k] = total / c;
            if s.in_place {
                read[k] += dt * slopes[k];
            }
        }
        slopes
    }

    #[test]
    fn right() {
        passes(membrane::cable_step(|v, c, g, r, i, dt| v + dt * slopes(RIGHT, v, c, g, r, i, dt)));
    }

    #[test]
    fn signs() {
        names(
            membrane::cable_step(|v, c, g, r, i, dt| {
                let step = Step { leak_sign: -1.0, ..RIGHT };
                v + dt * slopes(step, v, c, g, r, i, dt)
            }),
            &["sign of the leak", "capacitance = 0.05 nF", "axial = 20 MΩ"],
        );
        names(
            membrane::cable_step(|v, c, g, r, i, dt| {
                let step = Step { axial_sign: -1.0, ..RIGHT };
                v + dt * slopes(step, v, c, g, r, i, dt)
            }),
            &["flows uphill"],
        );
    }

    #[test]
    fn missing_terms() {
        names(
            membrane::cable_step(|v, c, _, r, i, dt| v + dt * slopes(RIGHT, v, c, 0.0, r, i, dt)),
            &["leak is missing"],
        );
        names(
            membrane::cable_step(|v, c, g, _, i, dt| v + dt * slopes(RIGHT, v, c, g, f64::INFINITY, i, dt)),
            &["axial current is missing"],
        );
        names(
            membrane::cable_step(|v, c, g, r, _, dt| v + dt * slopes(RIGHT, v, c, g, r, 0.0, dt)),
            &["injected current is missing", "current = 0.3 nA"],
        );
        names(
            membrane::cable_step(|v, c, g, r, i, dt| v + dt * slopes(RIGHT, v, c, g, 1.0 / r, i, dt)),
            &["not multiplied by it"],
        );
    }

    #[test]
    fn current_in_the_wrong_place() {
        names(
            membrane::cable_step(|v, c, g, r, i, dt| {
                let step = Step { everywhere: true, ..RIGHT };
                v + dt * slopes(step, v, c, g, r, i, dt)
            }),
            &["every compartment"],
        );
        names(
            membrane::cable_step(|v, c, g, r, i, dt| {
                let step = Step { at_end: true, ..RIGHT };
                v + dt * slopes(step, v, c, g, r, i, dt)
            }),
            &["wrong end"],
        );
    }

    #[test]
    fn ends() {
        names(
            membrane::cable_step(|v, c, g, r, i, dt| {
                let step = Step { ring: true, ..RIGHT };
                v + dt * slopes(step, v, c, g, r, i, dt)
            }),
            &["joined to a ring"],
        );
        names(
            membrane::cable_step(|v, c, g, r, i, dt| {
                let step = Step { grounded: true, ..RIGHT };
                v + dt * slopes(step, v, c, g, r, i, dt)
            }),
            &["current leaves at the ends"],
        );
    }

    #[test]
    fn what_is_returned() {
        names(
            membrane::cable_step(|v, c, g, r, i, dt| dt * slopes(RIGHT, v, c, g, r, i, dt)),
            &["these are the changes"],
        );
        names(membrane::cable_step(|v, c, g, r, i, dt| slopes(RIGHT, v, c, g, r, i, dt)), &["these are the slopes"]);
        names(membrane::cable_step(|v, _, _, _, _, _| v.clone()), &["nothing has changed"]);
        names(
            membrane::cable_step(|v, c, g, r, i, dt| {
                let step = Step { in_place: true, ..RIGHT };
                v + dt * slopes(step, v, c, g, r, i, dt)
            }),
            &["read from `v`"],
        );
        names(membrane::cable_step(|_, _, _, _, _, _| Array1::zeros(0)), &["it is 0"]);
    }
}

mod sealed_profile {
    use super::*;

    #[test]
    fn right() {
        passes(membrane::sealed_profile(|x, l, lambda| ((l - x) / lambda).cosh() / (l / lambda).cosh()));
    }

    #[test]
    fn other_cables() {
        names(membrane::sealed_profile(|x, _, lambda| (-x / lambda).exp()), &["without an end", "x = 300 µm"]);
        names(
            membrane::sealed_profile(|x, l, lambda| ((l - x) / lambda).sinh() / (l / lambda).sinh()),
            &["held at rest"],
        );
    }

    #[test]
    fn formula() {
        names(
            membrane::sealed_profile(|x, l, lambda| (x / lambda).cosh() / (l / lambda).cosh()),
            &["beginning and end are exchanged"],
        );
        names(membrane::sealed_profile(|x, l, lambda| ((l - x) / lambda).cosh()), &["divide by cosh(l/λ)"]);
        names(
            membrane::sealed_profile(|x, l, lambda| (l / lambda).cosh() / ((l - x) / lambda).cosh()),
            &["upside down"],
        );
        names(
            membrane::sealed_profile(|x, l, lambda| ((l - x) / lambda).cos() / (l / lambda).cos()),
            &["this is the cosine"],
        );
        names(membrane::sealed_profile(|x, l, _| (l - x).cosh() / l.cosh()), &["length constant is missing"]);
    }
}
