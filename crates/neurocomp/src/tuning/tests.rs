use super::*;
use ndarray::{Array1, array};
use std::f64::consts::PI;

fn tuning(params: OrientationTuningParams) -> OrientationTuning {
    OrientationTuning::new(params).unwrap()
}

fn directions(n: usize) -> Array1<f64> {
    (0..n).map(|k| 360.0 * k as f64 / n as f64).collect()
}

#[test]
fn the_response_is_half_at_the_half_width_and_repeats_after_a_half_turn() {
    for shape in [TuningShape::VonMises, TuningShape::Gaussian] {
        for half_width in [10.0, 25.0, 60.0] {
            let cell = tuning(OrientationTuningParams { shape, half_width, ..Default::default() });
            for (direction, expected) in [
                (90.0, 21.0),
                (90.0 + half_width, 11.0),
                (90.0 - half_width, 11.0),
                (270.0 + half_width, 11.0),
                (-90.0, 21.0),
            ] {
                assert!((cell.rate(direction) - expected).abs() < 1e-9, "{shape:?} {direction}");
            }
        }
    }
}

#[test]
fn a_narrow_von_mises_is_a_gaussian() {
    let with = |shape| tuning(OrientationTuningParams { shape, half_width: 3.0, ..Default::default() });
    let (von_mises, gaussian) = (with(TuningShape::VonMises), with(TuningShape::Gaussian));
    for direction in [88.0, 90.0, 92.0, 94.0, 96.0] {
        assert!((von_mises.rate(direction) - gaussian.rate(direction)).abs() < 0.05);
    }
}

#[test]
fn selectivity_of_von_mises_tuning_is_a_quotient_of_bessel_functions() {
    // Z = I₁(κ)/I₀(κ); I₀(2) and I₁(2) from Abramowitz & Stegun, table 9.8. κ = 2: 1 − cos 2h = ln 2/2.
    let half_width = 0.5 * (1.0 - 0.5 * 2.0_f64.ln()).acos().to_degrees();
    let cell = tuning(OrientationTuningParams { preferred: 250.0, baseline: 0.0, half_width, ..Default::default() });
    assert!((cell.concentration() - 2.0).abs() < 1e-12);
    let angles = directions(48);
    let rates: Array1<f64> = angles.iter().map(|&angle| cell.rate(angle)).collect();
    let found = orientation_selectivity(&angles, &rates).unwrap();
    assert!((found.index - 1.590_636_855 / 2.279_585_302).abs() < 1e-8, "{}", found.index);
    assert!((found.preferred.unwrap() - 70.0).abs() < 1e-9);
    // Both directions alike: no preferred direction.
    let direction = direction_selectivity(&angles, &rates).unwrap();
    assert!(direction.index < 1e-12 && direction.preferred.is_none());
}

#[test]
fn a_cell_for_one_direction_is_found_as_such() {
    let cell = tuning(OrientationTuningParams {
        preferred: 250.0,
        baseline: 0.0,
        direction_selectivity: 1.0,
        ..Default::default()
    });
    assert!(cell.rate(70.0) < 1e-12);
    let angles = directions(48);
    let rates: Array1<f64> = angles.iter().map(|&angle| cell.rate(angle)).collect();
    let found = direction_selectivity(&angles, &rates).unwrap();
    assert!((found.preferred.unwrap() - 250.0).abs() < 1e-9 && found.index > 0.5);
}

#[test]
fn extreme_selectivities_are_zero_and_one() {
    let angles = directions(8);
    assert!(orientation_selectivity(&angles, &Array1::from_elem(8, 3.0)).unwrap().index < 1e-12);
    let mut one = Array1::zeros(8);
    one[3] = 1e300;
    let found = orientation_selectivity(&angles, &one).unwrap();
    assert!((found.index - 1.0).abs() < 1e-12);
    assert!((found.preferred.unwrap() - 135.0).abs() < 1e-9);
}

#[test]
fn a_population_divides_the_circle_and_its_sum_is_flat() {
    let cells = OrientationTuning::population(16, OrientationTuningParams::default()).unwrap();
    assert_eq!(cells[1].params().preferred - cells[0].params().preferred, 22.5);
    let sum = |direction| cells.iter().map(|cell| cell.rate(direction)).sum::<f64>();
    // Directions that no cell prefers get the same total.
    assert!((sum(90.0) - sum(97.3)).abs() / sum(90.0) < 2e-3);
}

#[test]
fn the_mean_over_a_period_is_the_tuning_curve_and_f1_is_half_pi_times_modulation() {
    let grating = Grating { direction: 100.0, temporal_frequency: 4.0 };
    for modulation in [0.0, 0.5, 1.0] {
        let params = GratingCellParams { modulation, phase: 77.0, ..Default::default() };
        let cell = GratingCell::new(params).unwrap();
        let n = 20_000;
        let times = (0..n).map(|k| 250.0 * (k as f64 + 0.5) / n as f64);
        let (mut mean, mut x, mut y) = (0.0, 0.0, 0.0);
        for t in times {
            let rate = cell.rate(grating, t) / n as f64;
            let (sin, cos) = (2.0 * PI * t / 250.0).sin_cos();
            mean += rate;
            x += 2.0 * rate * cos;
            y += 2.0 * rate * sin;
        }
        assert!((mean - cell.tuning().rate(100.0)).abs() < 1e-5);
        let f1 = x.hypot(y) / (mean - params.tuning.baseline);
        assert!((f1 - 0.5 * PI * modulation).abs() < 1e-5, "{f1}");
    }
}

#[test]
fn trials_have_the_tuned_rate_and_the_fano_factor_of_their_gain() {
    let params = GratingCellParams { modulation: 0.7, gain_variance: 0.02, ..Default::default() };
    let cell = GratingCell::new(params).unwrap();
    let grating = Grating { direction: 90.0, temporal_frequency: 2.0 };
    let trials = cell.trials(grating, 4000, 1000.0, 5).unwrap();
    let counts: Vec<f64> = trials.iter().map(|trial| trial.len() as f64).collect();
    let mean = counts.iter().sum::<f64>() / 4000.0;
    let variance = counts.iter().map(|n| (n - mean).powi(2)).sum::<f64>() / 3999.0;
    // 21 spikes, and F = 1 + 0.02·21.
    assert!((mean - 21.0).abs() < 0.3, "{mean}");
    assert!((variance / mean - 1.42).abs() < 0.12, "{}", variance / mean);
}

#[test]
fn measured_tuning_agrees_with_the_tuning_put_in() {
    let cells = OrientationTuning::population(4, OrientationTuningParams::default())
        .unwrap()
        .into_iter()
        .map(|tuning| GratingCell::new(GratingCellParams { tuning: tuning.params(), ..Default::default() }))
        .collect::<Result<Vec<_>, _>>()
        .unwrap();
    let shown: Array1<f64> = (0..480).map(|k| 30.0 * (k % 12) as f64).collect();
    let gratings: Vec<Grating> =
        shown.iter().map(|&direction| Grating { direction, temporal_frequency: 2.0 }).collect();
    let responses = grating_responses(&cells, &gratings, 2000.0, 1).unwrap();
    assert_eq!(responses, grating_responses(&cells, &gratings, 2000.0, 1).unwrap());
    for (neuron, cell) in cells.iter().enumerate() {
        let rates: Array1<f64> = responses.iter().map(|trial| trial[neuron].rate()).collect();
        let curve = tuning_curve(&shown, &rates).unwrap();
        assert_eq!(curve.trials.to_vec(), [40; 12]);
        // The squared distance in standard errors is about one each.
        let distance: f64 = (0..12)
            .map(|k| (curve.mean[k] - cell.tuning().rate(curve.stimuli[k])) / curve.standard_error[k])
            .map(|error| error * error)
            .sum();
        assert!(distance < 33.0, "χ² of 12 degrees of freedom, level 0.1 %: {distance}");
    }
}

#[test]
fn impossible_cells_and_responses_are_refused() {
    let fails = |params| OrientationTuning::new(params).unwrap_err().to_string();
    let default = OrientationTuningParams::default();
    assert!(fails(OrientationTuningParams { half_width: 90.0, ..default }).contains("half_width"));
    assert!(fails(OrientationTuningParams { amplitude: -1.0, ..default }).contains(">= 0 Hz"));
    assert!(fails(OrientationTuningParams { preferred: f64::NAN, ..default }).contains("preferred"));
    let cell = GratingCell::new(GratingCellParams::default()).unwrap();
    let still = Grating { direction: 0.0, temporal_frequency: 0.0 };
    assert!(cell.trials(still, 1, 100.0, 1).is_err());
    assert!(GratingCell::new(GratingCellParams { modulation: 1.5, ..Default::default() }).is_err());
    for (error, said) in [
        (tuning_curve(&array![1.0], &array![1.0, 2.0]).unwrap_err(), "received 1 and 2"),
        (tuning_curve(&array![1.0], &array![1.0]).unwrap_err(), "received 1 of stimulus 1"),
        (tuning_curve(&array![1.0, f64::NAN], &array![1.0, 2.0]).unwrap_err(), "stimuli[1]"),
        (orientation_selectivity(&array![0.0], &array![0.0]).unwrap_err(), "must be > 0"),
        (orientation_selectivity(&array![0.0], &array![-1.0]).unwrap_err(), "responses[0]"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
}
