//! One figure of each kind that is ready made, with data such as the tutorials have.

use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::plot::{self, Figure};
use neurocomp::spike_train::SpikeTrain;

use crate::gallery_networks;

/// Numbers between 0 and 1 without order.
pub fn scattered(i: usize) -> f64 {
    (i as f64 * 0.618_034).fract()
}

pub fn trials() -> Vec<SpikeTrain> {
    (0..12)
        .map(|k| {
            let mut times: Vec<f64> = (0..30).map(|i| 1000.0 * scattered(31 * k + 7 * i + i * i)).collect();
            times.sort_by(f64::total_cmp);
            SpikeTrain::new(times, 0.0, 1000.0).unwrap()
        })
        .collect()
}

/// FitzHugh–Nagumo: dV/dt and dW/dt.
pub fn fitzhugh_nagumo(v: f64, w: f64, current: f64) -> (f64, f64) {
    (v - v * v * v / 3.0 - w + current, 0.08 * (v + 0.7 - 0.8 * w))
}

pub fn phase_plane(current: f64) -> Figure {
    let v = Array1::linspace(-3.0, 3.0, 301);
    let cubic = v.mapv(|v| v - v * v * v / 3.0 + current);
    let straight = v.mapv(|v| (v + 0.7) / 0.8);
    let (across, up) = (Array1::linspace(-2.4, 2.4, 17), Array1::linspace(-1.2, 2.4, 13));
    // The nullclines meet where v³/3 + v (1/0.8 − 1) + 0.7/0.8 − I = 0: one root, by Newton's method.
    let mut root = 0.0_f64;
    for _ in 0..100 {
        let f = root.powi(3) / 3.0 + 0.25 * root + 0.875 - current;
        root -= f / (root * root + 0.25);
    }
    let trace = 1.0 - root * root - 0.064;
    let mut figure = plot::phase_plane("V", "W", &v, &cubic, &v, &straight)
        .flow_of(&across, &up, |v, w| fitzhugh_nagumo(v, w, current));
    for (start, name) in [((-1.5, 1.5), "from (−1.5, 1.5)"), ((1.0, -0.5), "from (1, −0.5)")] {
        let (mut v, mut w) = start;
        let (mut vs, mut ws) = (vec![v], vec![w]);
        for _ in 0..4000 {
            let (dv, dw) = fitzhugh_nagumo(v, w, current);
            (v, w) = (v + 0.05 * dv, w + 0.05 * dw);
            vs.push(v);
            ws.push(w);
        }
        figure = figure.line(&Array1::from(vs), &Array1::from(ws), name);
    }
    figure.fixed_points(&array![root], &array![(root + 0.7) / 0.8], &[trace < 0.0])
}

pub fn psth() -> (Array1<f64>, Array1<f64>) {
    let edges = Array1::linspace(0.0, 1000.0, 41);
    let rate =
        Array1::from_shape_fn(40, |k| 5.0 + 40.0 * f64::exp(-((k as f64 - 12.0) / 4.0).powi(2)) + 4.0 * scattered(k));
    (edges, rate)
}

pub fn walk() -> (Array1<f64>, Array1<f64>) {
    let phase = Array1::linspace(0.0, 90.0, 6000);
    (
        phase.mapv(|p| 50.0 + 46.0 * f64::sin(1.37 * p) * f64::cos(0.11 * p)),
        phase.mapv(|p| 50.0 + 46.0 * f64::cos(p) * f64::cos(0.07 * p)),
    )
}

fn place_field_map() -> Figure {
    let centres = Array1::linspace(2.5, 97.5, 20);
    let mut rate = Array2::from_shape_fn((20, 20), |(i, j)| {
        let far = f64::powi(centres[j] - 32.0, 2) + f64::powi(centres[i] - 60.0, 2);
        14.0 * f64::exp(-far / 300.0)
    });
    rate[[0, 19]] = f64::NAN;
    let (x, y) = walk();
    let inside: Vec<usize> = (0..x.len()).filter(|&i| (x[i] - 32.0).hypot(y[i] - 60.0) < 14.0 && i % 7 == 0).collect();
    let at = |values: &Array1<f64>| inside.iter().map(|&i| values[i]).collect::<Array1<f64>>();
    plot::place_field_map(&centres, &centres, &rate).path(&x, &y, "path").points(&at(&x), &at(&y), "spikes")
}

fn gates() -> [Figure; 2] {
    let v = Array1::linspace(-40.0, 100.0, 281);
    let sigmoid = |half: f64, width: f64| v.mapv(|v| 1.0 / (1.0 + f64::exp((half - v) / width)));
    let bell = |top: f64, middle: f64| v.mapv(|v| 0.1 + top * f64::exp(-((v - middle) / 35.0).powi(2)));
    [
        plot::gating_curves(&v, &sigmoid(25.0, 9.0), &sigmoid(3.0, -7.0), &sigmoid(12.0, 15.0)),
        plot::gating_time_constants(&v, &bell(0.4, 25.0), &bell(8.0, 2.0), &bell(5.4, -5.0)),
    ]
}

fn cable() -> [Figure; 2] {
    let (t, x) = (Array1::linspace(0.0, 40.0, 201), Array1::linspace(0.0, 2000.0, 101));
    let v = Array2::from_shape_fn((201, 101), |(k, i)| {
        let far = (x[i] - 40.0 * t[k]) / 250.0;
        100.0 * f64::exp(-far * far)
    });
    [plot::cable_profile(&t, &x, &v, &[0.0, 10.0, 20.0, 30.0, 40.0]), plot::space_time(&t, &x, &v)]
}

/// Name and figure of each.
pub fn all() -> Vec<(&'static str, Figure)> {
    let (edges, rate) = psth();
    let lags = Array1::linspace(-50.0, 50.0, 51);
    let [curves, time_constants] = gates();
    let [profile, space_time] = cable();
    let track = Array1::linspace(0.0, 200.0, 41);
    let field =
        Array1::from_shape_fn(
            40,
            |k| {
                if k > 37 { f64::NAN } else { 18.0 * f64::exp(-((k as f64 - 16.0) / 4.0).powi(2)) }
            },
        );
    let angles = Array1::linspace(0.0, 157.5, 8);
    let tuned = angles.mapv(|a: f64| 3.0 + 25.0 * f64::exp(2.5 * ((2.0 * (a - 67.5).to_radians()).cos() - 1.0)));
    let mut figures = vec![
        ("raster", plot::raster(&trials())),
        ("raster_with_rate", plot::raster_with_rate(&trials(), &edges, &rate)),
        ("psth", plot::psth(&edges, &rate)),
        (
            "correlogram",
            plot::correlogram(&lags, &lags.mapv(|lag| (30.0 - 28.0 * f64::exp(-lag * lag / 60.0)).round())),
        ),
        ("phase_plane", phase_plane(0.7)),
        ("gating_curves", curves),
        ("gating_time_constants", time_constants),
        ("tuning_curve", plot::tuning_curve(&angles, &tuned, &tuned.mapv(|m| 0.3 + 0.08 * m))),
        ("place_field", plot::place_field(&track, &field, &Array1::from_shape_fn(40, |k| 1.0 + 3.0 * scattered(k)))),
        ("place_field_map", place_field_map()),
        ("cable_profile", profile),
        ("space_time", space_time),
        ("convergence", plot::convergence(&array![2.0, 1.0, 0.5, 0.1], &array![1.2, 0.55, 0.26, 0.052], 1.0)),
    ];
    figures.extend(gallery_networks::all());
    figures
}

/// For eyes: `NEUROCOMP_PICTURES=DIR cargo test --test plot` writes them to a directory.
#[test]
fn every_picture_has_a_summary_and_can_be_looked_at() {
    // With NEUROCOMP_PICTURES=DIR they stay there.
    let folder = std::env::var("NEUROCOMP_PICTURES").ok();
    let currents = array![0.0, 0.7];
    let frames = currents.iter().map(|&i| phase_plane(i)).collect();
    let sliding = plot::slider("I", &currents, frames);
    let learning = gallery_networks::learning();
    for (name, figure) in all().into_iter().chain([("slider", sliding), ("slider_learning", learning)]) {
        assert!(figure.summary().len() > 20, "{name}");
        if let Some(folder) = &folder {
            std::fs::write(format!("{folder}/{name}.svg"), figure.svg()).unwrap();
            std::fs::write(format!("{folder}/{name}.json"), figure.plot().to_json()).unwrap();
        }
    }
}
