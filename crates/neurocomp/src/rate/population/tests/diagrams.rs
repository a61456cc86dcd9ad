use super::*;

/// Every point of a branch is a fixed point of its stability.
fn assert_fixed(diagram: &BifurcationDiagram, population_at: impl Fn(f64) -> (Population, f64)) {
    for branch in &diagram.branches {
        let last = branch.r.len() - 1;
        for (k, (&parameter, &r)) in branch.parameter.iter().zip(&branch.r).enumerate() {
            let (population, i_ext) = population_at(parameter);
            assert!(population.dr_dt(i_ext, r).abs() < 1e-6, "{branch:?} at {parameter}: {r}");
            if k % 7 == 3 && k < last {
                let points = population.fixed_points(i_ext).unwrap();
                let closest = points.iter().min_by(|a, b| (a.r - r).abs().total_cmp(&(b.r - r).abs())).unwrap();
                assert_eq!(closest.stability, branch.stability, "{parameter} {r} {points:?}");
            }
        }
    }
}

#[test]
fn the_diagram_in_the_input_has_its_saddle_nodes_where_scipy_has_them() {
    let population = course(0.1);
    let diagram = population.diagram_in_input(-50.0, 30.0, 300).unwrap();
    // tests/oracles/rate_wilson_cowan.py (scipy 1.17.1); also ±in closed form, as cosh²(κ(x − I_half)) = r_max κ w/2.
    let reference = [(0.142502399104, 26.393202250021), (-30.142502399104, 473.606797749979)];
    for (node, (i_ext, r)) in diagram.saddle_nodes.iter().zip(reference) {
        assert!((node.parameter - i_ext).abs() < 1e-9 && (node.r - r).abs() < 1e-9, "{node:?}");
    }
    let x = 10.0 - 5.0_f64.sqrt().acosh() / 0.2;
    let closed = x - 0.1 * Sigmoid::default().rate(x);
    assert!((diagram.saddle_nodes[0].parameter - closed).abs() < 1e-10);
    use PopulationStability::{Stable, Unstable};
    assert_eq!(diagram.branches.iter().map(|b| b.stability).collect::<Vec<_>>(), [Stable, Unstable, Stable]);
    assert_fixed(&diagram, |i_ext| (population, i_ext));
    let [low, middle, high] = &diagram.branches[..] else { panic!() };
    assert_eq!((low.parameter[0], *high.parameter.last().unwrap()), (-50.0, 30.0));
    assert_eq!((middle.parameter[0], middle.r[0]), (*low.parameter.last().unwrap(), *low.r.last().unwrap()));
}

#[test]
fn two_fixed_points_meet_at_a_saddle_node() {
    let population = course(0.1);
    for node in population.diagram_in_input(-50.0, 30.0, 50).unwrap().saddle_nodes {
        let count = |offset: f64| population.fixed_points(node.parameter + offset).unwrap().len();
        assert_eq!(count(-1e-7) + count(1e-7), 1 + 3);
        // Close to it their distance grows as the square root: 100 times the offset, 10 times the distance.
        let inward = if count(1e-7) == 3 { 1.0 } else { -1.0 };
        let gap = |offset: f64| {
            let points = population.fixed_points(node.parameter + inward * offset).unwrap();
            let mut distance: Vec<f64> = points.iter().map(|p| (p.r - node.r).abs()).collect();
            distance.sort_by(f64::total_cmp);
            distance[0] + distance[1]
        };
        assert!((gap(1e-3) / gap(1e-5) - 10.0).abs() < 0.1);
    }
}

#[test]
fn hysteresis_jumps_at_the_saddle_nodes() {
    let population = course(0.1);
    let up = Array1::linspace(-50.0, 30.0, 801);
    let down: Array1<f64> = up.iter().rev().copied().collect();
    let rising = population.sweep(&up, 0.0).unwrap();
    let falling = population.sweep(&down, rising[800]).unwrap();
    let jump = |currents: &Array1<f64>, rates: &Array1<f64>| {
        let k = (1..801).max_by(|&a, &b| {
            let size = |k: usize| (rates[k] - rates[k - 1]).abs();
            size(a).total_cmp(&size(b))
        });
        (currents[k.unwrap() - 1], currents[k.unwrap()])
    };
    let (before, after) = jump(&up, &rising);
    assert!(before < 0.1425024 && after > 0.1425024);
    let (before, after) = jump(&down, &falling);
    assert!(before > -30.1425024 && after < -30.1425024);
    // The curves from both starts are the two sweeps.
    assert_eq!(population.f_i_curve(&up, 0.0).unwrap(), rising);
    assert_eq!(population.f_i_curve(&down, 500.0).unwrap(), falling);
}

#[test]
fn the_diagram_in_the_weight_has_its_saddle_nodes_where_scipy_has_them() {
    let diagram = course(0.0).diagram_in_weight(-10.0, -1.0, 6.0, 300).unwrap();
    // tests/oracles/rate_wilson_cowan.py (scipy 1.17.1).
    let reference = [(5.48816807323445, 0.455941172572), (0.05664992015670, 451.083702903410)];
    assert_eq!(diagram.saddle_nodes.len(), 2);
    for (node, (w, r)) in diagram.saddle_nodes.iter().zip(reference) {
        assert!((node.parameter - w).abs() < 1e-11 && (node.r - r).abs() < 1e-9, "{node:?}");
    }
    assert_fixed(&diagram, |w| (course(w), -10.0));
    assert_eq!(diagram.branches.len(), 3);
    // Within a smaller range the first saddle-node is out of sight, the branches remain.
    let part = course(0.0).diagram_in_weight(-10.0, 0.0, 0.2, 300).unwrap();
    assert_eq!((part.saddle_nodes.len(), part.branches.len()), (1, 3));
    assert_fixed(&part, |w| (course(w), -10.0));
}

#[test]
fn enough_input_needs_no_second_state() {
    let diagram = course(0.0).diagram_in_weight(12.0, -1.0, 1.0, 100).unwrap();
    assert_eq!((diagram.branches.len(), diagram.saddle_nodes.len()), (1, 0));
    let diagram = course(0.01).diagram_in_input(-50.0, 50.0, 100).unwrap();
    assert_eq!((diagram.branches.len(), diagram.saddle_nodes.len()), (1, 0));
}

#[test]
fn a_straight_line_folds_at_its_corners() {
    let transfer = ThresholdLinear::default();
    let diagram = with(0.1, transfer).diagram_in_input(-60.0, 30.0, 100).unwrap();
    // At threshold I = 5, at saturation I = 15 − 0.1·500.
    let nodes: Vec<_> = diagram.saddle_nodes.iter().map(|n| (n.parameter, n.r)).collect();
    assert_eq!(nodes, [(5.0, 0.0), (-35.0, 500.0)]);
    assert_fixed(&diagram, |i_ext| (with(0.1, transfer), i_ext));
    // In the weight, silence is there at any weight, and the fold at saturation: w = (15 + 10)/500.
    let diagram = with(0.0, transfer).diagram_in_weight(-10.0, -0.1, 0.2, 100).unwrap();
    let nodes: Vec<_> = diagram.saddle_nodes.iter().map(|n| (n.parameter, n.r)).collect();
    assert_eq!(nodes, [(0.05, 500.0)]);
    assert_eq!(diagram.branches.len(), 3);
    assert_eq!(diagram.branches[0].parameter.to_vec(), [-0.1, 0.2]);
    assert_fixed(&diagram, |w| (with(w, transfer), -10.0));
}

#[test]
fn refusals() {
    let population = course(0.1);
    assert!(population.diagram_in_input(1.0, 1.0, 100).unwrap_err().to_string().contains("> i_low (1 nA)"));
    assert!(population.diagram_in_input(0.0, 1.0, 1).is_err());
    let endless = with(0.1, PowerLaw::default()).diagram_in_input(0.0, 1.0, 10);
    assert_eq!(endless, Err(crate::rate::error::unbounded("transfer")));
    assert!(with(0.1, Tanh::default()).diagram_in_weight(0.0, 0.0, 1.0, 10).is_err());
}
