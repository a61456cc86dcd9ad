//! Random networks: the circular law, and the transition to chaos at g = 1.

use super::*;

fn random(n: usize, g: f64, seed: u64) -> RateNetwork {
    network(RateNetworkParams::default(), random_weights(n, g, seed).unwrap())
}

fn exponent(net: &RateNetwork, transient: f64, duration: f64) -> f64 {
    let n = net.units();
    net.largest_lyapunov(&spread(n), &Array1::zeros(n), 0.1, transient, duration, 1).unwrap()
}

#[test]
fn the_eigenvalues_of_random_weights_fill_a_disk_of_radius_g() {
    let g = 1.3;
    for sparse in [false, true] {
        let weights = if sparse {
            sparse_random_weights(300, 0.2, g, 4).unwrap().to_dense().unwrap()
        } else {
            random_weights(300, g, 4).unwrap()
        };
        let found = eigenvalues(&weights).unwrap();
        assert_eq!(found.len(), 300);
        let radius = spectral_radius(&found);
        assert!((radius / g - 1.0).abs() < 0.1, "{radius}");
        // Evenly: the part within a fraction f of the radius is f².
        for fraction in [0.3, 0.5, 0.7, 0.9_f64] {
            let inside = found.iter().filter(|z| z.norm() < fraction * g).count() as f64 / 300.0;
            assert!((inside - fraction * fraction).abs() < 0.07, "{inside} within {fraction} g");
        }
    }
}

#[test]
fn below_one_activity_decays_as_fast_as_the_slowest_eigenvalue_says() {
    let net = random(200, 0.8, 3);
    let growth =
        eigenvalues(&net.weights().to_dense().unwrap()).unwrap().iter().map(|z| z.re).fold(f64::MIN, f64::max) - 1.0;
    assert!(growth < 0.0);
    let found = exponent(&net, 200.0, 400.0);
    assert!((found - growth).abs() < 0.01, "{found} for {growth}");
    let run = net.simulate(&spread(200), &Array1::zeros(200), 0.1, 150.0).unwrap();
    assert!(run.x.row(1500).iter().all(|x| x.abs() < 1e-6));
}

#[test]
fn above_one_neighbours_part_exponentially() {
    let net = random(400, 2.0, 3);
    let found = exponent(&net, 60.0, 150.0);
    // tests/oracles/rate_chaos.py (numpy): 0.082 ± 0.015 over networks of this size.
    assert!((0.04..0.14).contains(&found), "{found}");
    // Two trajectories 1e-9 apart do the same, until they are as far apart as any two.
    let zeros = Array1::zeros(400);
    let start = net.simulate(&spread(400), &zeros, 0.1, 60.0).unwrap().x.row(600).to_owned();
    let moved = &start + &(1e-9 * &spread(400));
    let (a, b) = (net.simulate(&start, &zeros, 0.1, 200.0).unwrap(), net.simulate(&moved, &zeros, 0.1, 200.0).unwrap());
    let distance = |k: usize| (&a.x.row(k) - &b.x.row(k)).mapv(|d| d * d).sum().sqrt();
    let measured = (distance(600) / distance(200)).ln() / 40.0;
    assert!((measured - found).abs() < 0.5 * found, "{measured} for {found}");
    assert!(distance(2000) > 1.0 || distance(2000) > 1e5 * distance(0));
}

#[test]
fn the_exponent_grows_through_zero_with_g() {
    let mut last = f64::NEG_INFINITY;
    // tests/oracles/rate_chaos.py (numpy), mean and standard deviation over networks of this size: −0.103 ± 0.023,
    // 0.082 ± 0.015, 0.203 ± 0.019; for g well below 1 it is g − 1.
    for (g, low, high) in [(0.5, -0.55, -0.4), (0.9, -0.19, -0.02), (2.0, 0.03, 0.14), (3.0, 0.14, 0.27)] {
        let found = exponent(&random(400, g, 8), 80.0, 150.0);
        assert!(found > last && (low..high).contains(&found), "g = {g}: {found} after {last}");
        last = found;
    }
}

#[test]
fn an_oscillation_has_exponent_zero() {
    // Two units that turn (eigenvalues 2 ± 2i of W) and saturate: a limit cycle.
    let net = network(RateNetworkParams::default(), array![[2.0, -2.0], [2.0, 2.0]]);
    let found = net.largest_lyapunov(&array![0.1, 0.0], &Array1::zeros(2), 0.02, 200.0, 500.0, 1).unwrap();
    assert!(found.abs() < 5e-3, "{found}");
}
