//! The same trains in other people's programs: values printed by `tests/oracles/spike_statistics_elephant.py` with
//! elephant 1.2.1 and PySpike 0.9.0.

use ndarray::Array1;

use super::distance::{isi_distance, spike_distance, van_rossum, victor_purpura};
use super::*;

const A: [f64; 15] =
    [12.5, 61.5, 70.5, 133.5, 205.5, 260.5, 275.5, 391.5, 402.5, 555.5, 640.5, 668.5, 803.5, 822.5, 930.5];
const B: [f64; 13] = [14.5, 58.5, 133.5, 199.5, 262.5, 380.5, 405.5, 480.5, 553.5, 671.5, 700.5, 811.5, 955.5];
const C: [f64; 3] = [250.5, 251.5, 600.5];

fn train(times: &[f64]) -> SpikeTrain {
    SpikeTrain::new(times.to_vec(), 0.0, 1000.0).unwrap()
}

fn close(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() < tolerance, "{found} {expected}");
}

#[test]
fn variability_is_that_of_elephant() {
    let a = train(&A);
    close(a.cv2().unwrap(), 1.165514045200921, 1e-13);
    close(a.lv().unwrap(), 1.209271591468013, 1e-13);
    close(a.lvr(5.0).unwrap().unwrap(), 1.431421779491837, 1e-13);
    close(a.lvr(0.0).unwrap().unwrap(), 1.209271591468013, 1e-13);
    // elephant divides by the number of trials, 3, and not by 2.
    let fano = fano_factor(&[a, train(&B), train(&C)]).unwrap();
    close(fano * 2.0 / 3.0, 2.666666666666667, 1e-13);
}

#[test]
fn tiling_is_that_of_elephant() {
    let (a, b, c) = (train(&A), train(&B), train(&C));
    close(spike_time_tiling(&a, &b, 5.0).unwrap(), 0.390922095873117, 1e-13);
    close(spike_time_tiling(&a, &b, 25.3).unwrap(), 0.645816559198138, 1e-13);
    close(spike_time_tiling(&a, &c, 120.3).unwrap(), 0.489978149785799, 1e-13);
}

#[test]
fn correlograms_are_those_of_elephant() {
    let cross = cross_correlogram(&train(&A), &train(&B), 10.0, 1.0).unwrap();
    let counts = [0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0, 2, 2, 0, 0, 0, 0, 1, 0, 0];
    assert_eq!(cross.counts.to_vec(), counts);
    // elephant expects 15 · 13/1000 pairs at every lag: put back what the borders take away.
    let found = cross.coefficient().unwrap();
    for (k, count) in counts.iter().enumerate() {
        let elephant = [-0.014162522541154, 0.058465798182711, 0.131094118906575][*count];
        let scale = (15.0_f64 * (1.0 - 0.015) * 13.0 * (1.0 - 0.013)).sqrt();
        close(found[k] + (cross.expected[k] - 0.195) / scale, elephant, 1e-13);
    }
}

#[test]
fn kernel_rates_are_those_of_elephant() {
    let inner = train(&[250.5, 260.5, 400.5, 555.5]);
    let rate = |kernel| inner.kernel_rate(kernel, 1.0).unwrap().rate;
    // A Gaussian is cut at 6σ here and at 8σ there.
    let gaussian = rate(Kernel::Gaussian { width: 20.0 });
    for (k, elephant) in [
        (200, 1.09800744527533),
        (255, 38.666811680361846),
        (330, 0.093959780792821),
        (400, 19.947114020542344),
        (555, 19.947114020073446),
        (600, 1.586982591783373),
    ] {
        close(gaussian[k], elephant, 1e-6);
    }
    // Here the mean over a millisecond, there the value in its middle: (dt/τ)²/24 = 10⁻⁴ apart.
    let exponential = rate(Kernel::Exponential { tau: 20.0 });
    let alpha = rate(Kernel::Alpha { tau: 20.0 });
    for (k, elephant) in [
        (251, 47.56147122503569),
        (255, 38.94003915357023),
        (330, 2.425651115552635),
        (401, 47.63114717925684),
        (600, 5.272234550049775),
    ] {
        close(exponential[k] / elephant, 1.0, 2e-4);
    }
    for (k, elephant) in [
        (255, 9.735009788392562),
        (280, 35.12873406970435),
        (330, 8.947669876652576),
        (420, 18.61463116656265),
        (600, 11.8801698888042),
    ] {
        close(alpha[k] / elephant, 1.0, 1e-3);
    }
}

#[test]
fn the_cost_of_bandwidths_is_that_of_elephant() {
    let volleys = train(&[
        101.0, 103.5, 106.0, 109.5, 111.0, 118.0, 125.5, 340.5, 343.0, 350.5, 352.0, 361.0, 366.5, 590.0, 600.5, 601.0,
        609.5, 613.0, 622.5, 811.5, 850.5, 855.0, 857.5, 861.0, 870.5, 877.0,
    ]);
    let candidates = [5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 60.0, 80.0, 120.0];
    let optimal = optimal_bandwidth(&[volleys], &candidates).unwrap();
    assert_eq!(optimal.best, 15.0);
    for (cost, elephant) in optimal.cost.iter().zip([
        -1.109071194554863,
        -2.328452408584233,
        -2.408533746814434,
        -2.211852791553675,
        -1.773860553464746,
        -1.447455168833422,
        -1.02149205986374,
        -0.746468632231004,
        -0.542554928905723,
    ]) {
        close(cost / 1000.0, elephant, 1e-4); // elephant's is per ms
    }
}

#[test]
fn edit_and_filter_distances_are_those_of_elephant() {
    let (a, b) = (train(&A), train(&B));
    // elephant's q is in Hz.
    for (q, elephant) in [(1.0, 2.308), (20.0, 6.5), (500.0, 21.5)] {
        close(victor_purpura(&a, &b, q / 1000.0).unwrap(), elephant, 1e-12);
    }
    for (tau, elephant) in [(2.0, 4.724745265723183), (20.0, 3.265585158474734), (300.0, 1.953246812900025)] {
        close(van_rossum(&a, &b, tau).unwrap() * 2.0_f64.sqrt(), elephant, 1e-12);
    }
}

#[test]
fn isi_and_spike_distances_are_those_of_pyspike() {
    let at_edges = [0.0, 30.0, 500.0, 1000.0];
    for (a, b, isi, spike) in [
        (&A[..], &B[..], 0.294196921916611, 0.128346129321797),
        (&A, &C, 0.717228136558831, 0.330782509671089),
        (&B, &C, 0.724224401891528, 0.348600638425079),
        (&A, &[], 0.9017515, 0.408694944319134),
        (&A, &[700.0], 0.795828809523809, 0.374965510582297),
        (&A, &at_edges, 0.782647312635693, 0.386466846385738),
        (&C, &at_edges, 0.305009281373423, 0.280795037238458),
        (&[700.0], &[], 0.42, 0.251837595462828),
    ] {
        let (a, b) = (train(a), train(b));
        close(isi_distance(&a, &b).unwrap(), isi, 1e-12);
        close(spike_distance(&a, &b).unwrap(), spike, 1e-12);
    }
}

#[test]
fn spike_triggered_averages_are_those_of_elephant() {
    let t = Array1::from_shape_fn(1001, |k| k as f64);
    let signal = t.mapv(|t| (t / 37.0).sin() + 0.001 * t);
    let spikes = train(&[3.0, 100.0, 333.0, 640.0, 970.0]);
    let average = spike_triggered_average(&spikes, &t, &signal, 20.0, 10.0).unwrap();
    assert_eq!((average.used, average.left_out), (4, 1));
    for (k, elephant) in
        [(0, 0.816309661787238), (7, 0.781342319288073), (20, 0.690953881576615), (30, 0.605667032862976)]
    {
        close(average.mean[k], elephant, 1e-13);
    }
}
