//! Where a function of one variable is zero: one zero between two points, or all of a function that is monotone between
//! known points.

/// A zero of f, and the sign of f on either side; 0 means that f vanishes all along that side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Root {
    pub(crate) at: f64,
    pub(crate) before: i8,
    pub(crate) after: i8,
}

/// The zeros of f, in order. `nodes` (in order, no two equal) cut the line into intervals on each of which f is
/// monotone, and beyond the outer nodes f has the signs `beyond`. A value at a node below `tolerance(node)` counts as
/// zero: there f touches zero as well as rounding can tell.
///
/// None is missed: on an interval a monotone f has one zero if its values at the ends have opposite signs, and none if
/// they have the same sign.
pub(crate) fn monotone_roots(
    f: impl Fn(f64) -> f64,
    nodes: &[f64],
    beyond: (i8, i8),
    tolerance: impl Fn(f64) -> f64,
) -> Vec<Root> {
    let signs: Vec<i8> = nodes
        .iter()
        .map(|&node| {
            let value = f(node);
            if value.abs() <= tolerance(node) { 0 } else { sign(value) }
        })
        .collect();
    let mut roots = Vec::new();
    for (k, &node) in nodes.iter().enumerate() {
        let next = signs.get(k + 1).copied();
        if signs[k] == 0 {
            roots.push(Root {
                at: node,
                before: if k == 0 { beyond.0 } else { signs[k - 1] },
                after: next.unwrap_or(beyond.1),
            });
        } else if let Some(after) = next
            && signs[k] * after < 0
        {
            roots.push(Root { at: bisect(&f, node, nodes[k + 1]), before: signs[k], after });
        }
    }
    roots
}

/// −1, 0 or 1.
pub(crate) fn sign(value: f64) -> i8 {
    i8::from(value > 0.0) - i8::from(value < 0.0)
}

/// Where f changes sign between `low` and `high`, by bisection down to neighbouring numbers.
pub(crate) fn bisect(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    let rising = f(high) > 0.0;
    loop {
        let middle = low + 0.5 * (high - low);
        if middle <= low || middle >= high {
            return middle;
        }
        let value = f(middle);
        if value == 0.0 {
            return middle;
        }
        if (value > 0.0) == rising {
            high = middle;
        } else {
            low = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cubic_has_its_three_zeros_and_their_directions() {
        let f = |x: f64| x * (x - 1.0) * (x + 2.0);
        let turn = |s: f64| (-1.0 + s * 7.0_f64.sqrt()) / 3.0;
        let nodes = [-10.0, turn(-1.0), turn(1.0), 10.0];
        let roots = monotone_roots(f, &nodes, (-1, 1), |_| 0.0);
        let found: Vec<_> = roots.iter().map(|r| (r.before, r.after)).collect();
        assert_eq!(found, [(-1, 1), (1, -1), (-1, 1)]);
        for (root, exact) in roots.iter().zip([-2.0, 0.0, 1.0]) {
            assert!((root.at - exact).abs() < 1e-15);
        }
    }

    #[test]
    fn a_double_zero_at_a_node_is_one_root_touched_from_one_side() {
        let f = |x: f64| (x - 1.0) * (x - 1.0) + 1e-20;
        let roots = monotone_roots(f, &[0.0, 1.0, 2.0], (1, 1), |_| 1e-15);
        assert_eq!(roots.len(), 1);
        assert_eq!((roots[0].at, roots[0].before, roots[0].after), (1.0, 1, 1));
    }

    #[test]
    fn a_flat_stretch_is_found_by_its_two_ends() {
        let f = |x: f64| x.clamp(1.0, 2.0) - x;
        let roots = monotone_roots(f, &[0.0, 1.0, 2.0, 3.0], (1, -1), |_| 0.0);
        let found: Vec<_> = roots.iter().map(|r| (r.at, r.before, r.after)).collect();
        assert_eq!(found, [(1.0, 1, 0), (2.0, 0, -1)]);
    }

    #[test]
    fn a_root_is_found_to_the_last_digit() {
        for (f, root) in [((|x| x * x - 2.0) as fn(f64) -> f64, std::f64::consts::SQRT_2), (|x| 1.0 - x, 1.0)] {
            let found = bisect(f, 0.0, 3.0);
            assert!((found - root).abs() <= f64::EPSILON * root, "{found}");
        }
    }
}
