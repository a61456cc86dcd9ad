//! One figure of each kind for networks, memory, plasticity and the perceptron.

use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::plot::{self, DiagramBranch, Figure};

use crate::gallery::scattered;

/// −1 and 1, in the form of a letter, with some of them turned over.
pub fn letter(size: usize, flipped: usize) -> Array2<f64> {
    let bar = size / 5 + 1;
    let mut state = Array2::from_shape_fn((size, size), |(i, j)| {
        if i < bar || (j + bar / 2 >= size / 2 && j < size / 2 + bar) { 1.0 } else { -1.0 }
    });
    for k in 0..flipped {
        let at = (scattered(3 * k + 1) * (size * size) as f64) as usize;
        state[[at / size, at % size]] *= -1.0;
    }
    state
}

/// Something like handwriting: rings and strokes with soft edges, 0 to 1.
pub fn digits(count: usize) -> Vec<Array2<f64>> {
    (0..count)
        .map(|k| {
            let (wide, lean) = (5.0 + 3.0 * scattered(k), scattered(7 * k) - 0.5);
            Array2::from_shape_fn((28, 28), |(i, j)| {
                let (y, x) = (i as f64 - 13.5, j as f64 - 13.5);
                let radius = f64::hypot((x + lean * y) * 9.0 / wide, y);
                let far = if k % 3 == 0 { x + lean * y } else { radius - 8.0 };
                let ink = f64::exp(-(far / 1.4).powi(2));
                if y.abs() > 10.5 || ink < 0.02 { 0.0 } else { ink }
            })
        })
        .collect()
}

/// dx/dt = −x³ + x + I: three branches, two of them stable.
pub fn cusp() -> Vec<DiagramBranch> {
    let fold = 1.0 / 3.0_f64.sqrt();
    [(-1.4, -fold, true), (-fold, fold, false), (fold, 1.4, true)]
        .into_iter()
        .map(|(low, high, stable)| {
            let y = Array1::linspace(low, high, 81);
            DiagramBranch { x: y.mapv(|y| y * y * y - y), y, stable }
        })
        .collect()
}

/// Points of two classes, and what they are.
pub fn two_classes() -> (Array2<f64>, Array1<f64>) {
    let points = Array2::from_shape_fn((40, 2), |(k, d)| {
        let centre = if k % 2 == 0 { 1.0 } else { -1.0 };
        centre + 2.4 * (scattered(11 * k + 5 * d + k * k) - 0.5)
    });
    let labels = Array1::from_shape_fn(40, |k| if k % 2 == 0 { 1.0 } else { -1.0 });
    (points, labels)
}

/// The perceptron's rule from weights that are all zero, one frame for each mistake.
pub fn learning() -> Figure {
    let (points, labels) = two_classes();
    let mut w = array![0.0, 0.0, 0.0];
    let line = |w: &Array1<f64>| plot::decision_line(&points, &labels, w, (-3.0, 3.0), (-3.0, 3.0));
    let mut frames = vec![line(&w)];
    for (point, &label) in points.rows().into_iter().zip(&labels) {
        if label * (w[0] + w[1] * point[0] + w[2] * point[1]) <= 0.0 {
            w = &w + &(label * array![1.0, point[0], point[1]]);
            frames.push(line(&w));
        }
    }
    let steps = Array1::from_iter((0..frames.len()).map(|k| k as f64));
    plot::slider("mistake", &steps, frames)
}

pub fn counts() -> Array2<f64> {
    Array2::from_shape_fn((10, 10), |(i, j)| match i == j {
        true => (850.0 + 250.0 * scattered(i)).round(),
        false => (40.0 * scattered(13 * i + 7 * j).powi(4)).round(),
    })
}

fn memory() -> Vec<(&'static str, Figure)> {
    let t = Array1::linspace(0.0, 10.0, 11);
    let overlaps = Array2::from_shape_fn((11, 3), |(k, p)| match p {
        0 => 1.0 - 0.6 * f64::exp(-t[k] / 1.5),
        _ => 0.3 * (scattered(p) - 0.7) + 0.05 * scattered(9 * k + p),
    });
    let load = Array1::linspace(0.02, 0.24, 12);
    let kept = load.mapv(|a| 0.2 + 0.8 / (1.0 + f64::exp((a - 0.14) / 0.008)));
    let states = [0, 6, 15, 30].map(|flipped| letter(12, flipped));
    vec![
        ("state_image", plot::state_image(&letter(20, 20))),
        ("state_images", plot::state_images(&states, &["stored", "6 flipped", "15 flipped", "30 flipped"])),
        ("digit_grid", plot::digit_grid(&digits(40), 10)),
        ("overlap_curves", plot::overlap_curves(&t, &overlaps, &["pattern 1", "pattern 2", "pattern 3"])),
        ("capacity_curve", plot::capacity_curve(&load, &kept, &kept.mapv(|m| 0.3 * m * (1.02 - m)))),
    ]
}

fn dynamics() -> Vec<(&'static str, Figure)> {
    let input = Array1::linspace(0.0, 2.0, 41);
    let rate = |half: f64| input.mapv(|i| 60.0 / (1.0 + f64::exp((half - i) / 0.05)));
    let n = 120;
    let re = Array1::from_shape_fn(n, |k| scattered(k).sqrt() * f64::cos(2.399 * k as f64));
    let im = Array1::from_shape_fn(n, |k| scattered(k).sqrt() * f64::sin(2.399 * k as f64));
    let (t, angle) = (Array1::linspace(0.0, 500.0, 101), Array1::linspace(-180.0, 174.0, 60));
    let rate_at = Array2::from_shape_fn((101, 60), |(k, i)| {
        let far = f64::to_radians(angle[i] - 60.0 + 0.1 * t[k]);
        40.0 * f64::exp(3.0 * (far.cos() - 1.0)) * (1.0 - f64::exp(-t[k] / 50.0))
    });
    vec![
        ("bifurcation_diagram", plot::bifurcation_diagram("input I (nA)", &cusp())),
        ("hysteresis", plot::hysteresis(&input, &rate(1.3), &rate(0.7))),
        ("eigenvalues", plot::eigenvalues(&re, &im, 1.0)),
        ("bump", plot::bump(&t, &angle, &rate_at)),
    ]
}

fn learned() -> Vec<(&'static str, Figure)> {
    let dt = Array1::linspace(-80.0, 80.0, 321);
    let window = |d: f64| match d < 0.0 {
        true => -51.0 * f64::exp(d / 34.0),
        false => 103.0 * f64::exp(-d / 14.0),
    };
    let data = Array1::from_shape_fn(30, |k| 140.0 * (scattered(k) - 0.5));
    let noisy = Array1::from_shape_fn(30, |k| window(data[k]) + 30.0 * (scattered(5 * k) - 0.5));
    let frequency = array![0.1, 10.0, 20.0, 40.0, 50.0];
    let (pairs, triplets) = (array![10.0, 8.0, 3.0, -4.0, -8.0], array![0.0, 14.0, 26.0, 50.0, 58.0]);
    let weights = Array1::from_shape_fn(1000, |k| scattered(k).powi(3) + 0.1 * scattered(3 * k));
    let trial = Array1::linspace(1.0, 40.0, 40);
    let predictions = Array2::from_shape_fn((40, 2), |(k, s)| match s {
        0 => 1.0 - f64::exp(-trial[k] / 5.0),
        _ if k < 20 => 0.0,
        _ => 0.05,
    });
    vec![
        ("stdp_window", plot::stdp_window(&dt, &dt.mapv(window), &data, &noisy, &Array1::from_elem(30, 8.0))),
        (
            "frequency_curve",
            plot::frequency_curve(
                &frequency,
                &[("pairs", &pairs), ("triplets", &triplets)],
                &frequency,
                &array![-4.0, 14.0, 29.0, 53.0, 56.0],
                &array![5.0, 10.0, 14.0, 11.0, 26.0],
            ),
        ),
        ("weight_histogram", plot::weight_histogram(&weights, 30)),
        ("conditioning_curve", plot::conditioning_curve(&trial, &predictions, &["light", "tone"], &Array1::ones(40))),
    ]
}

/// Name and figure of each.
pub fn all() -> Vec<(&'static str, Figure)> {
    let (points, labels) = two_classes();
    let w = array![0.2, 1.0, 0.8];
    let epoch = Array1::linspace(1.0, 20.0, 20);
    let training = epoch.mapv(|e| 0.4 * f64::exp(-e / 4.0));
    let test = epoch.mapv(|e| 0.08 + 0.4 * f64::exp(-e / 4.5));
    let mut figures = memory();
    figures.extend(dynamics());
    figures.extend(learned());
    figures.extend([
        ("decision_line", plot::decision_line(&points, &labels, &w, (-3.0, 3.0), (-3.0, 3.0))),
        ("learning_curve", plot::learning_curve(&epoch, &[("training", &training), ("test", &test)])),
        ("confusion_matrix", plot::confusion_matrix(&counts())),
    ]);
    figures
}
