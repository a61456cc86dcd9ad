//! Exercises 5 to 7.

use neurocomp::check::plasticity;
use neurocomp::plasticity::stdp::StdpParams;

use super::names;

fn window(p: StdpParams, delta_t: f64) -> f64 {
    if delta_t > 0.0 {
        p.a_plus * (-delta_t / p.tau_plus).exp()
    } else if delta_t < 0.0 {
        -p.a_minus * (delta_t / p.tau_minus).exp()
    } else {
        0.0
    }
}

mod stdp_window {
    use super::*;

    #[test]
    fn right() {
        let verdict = plasticity::stdp_window(window);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            plasticity::stdp_window(|p, delta_t| window(p, -delta_t)),
            &["sides are exchanged", "delta_t = 9 ms", "tau_plus: 14.0"],
        );
        names(
            plasticity::stdp_window(|p, delta_t| {
                window(StdpParams { tau_plus: p.tau_minus, tau_minus: p.tau_plus, ..p }, delta_t)
            }),
            &["time constants are exchanged"],
        );
        names(plasticity::stdp_window(|p, delta_t| window(p, delta_t).abs()), &["post before pre depresses"]);
        names(
            plasticity::stdp_window(|p, delta_t| {
                if delta_t > 0.0 { window(p, delta_t) } else { -p.a_minus * (-delta_t / p.tau_minus).exp() }
            }),
            &["exponential grows"],
        );
        names(
            plasticity::stdp_window(|p, delta_t| {
                if delta_t >= 0.0 { p.a_plus * (-delta_t / p.tau_plus).exp() } else { window(p, delta_t) }
            }),
            &["at Δt = 0"],
        );
        names(plasticity::stdp_window(|p, delta_t| 100.0 * window(p, delta_t)), &["per cent"]);
        names(plasticity::stdp_window(|_, _| f64::NAN), &["NaN is"]);
    }
}

mod all_pairs {
    use super::*;

    fn sum(p: StdpParams, pre: &[f64], post: &[f64], of: fn(StdpParams, f64) -> f64) -> f64 {
        let mut total = 0.0;
        for t in pre {
            for u in post {
                total += of(p, u - t);
            }
        }
        total
    }

    #[test]
    fn right() {
        let verdict = plasticity::all_pairs(|p, pre, post| sum(p, pre, post, window));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            plasticity::all_pairs(|p, pre, post| pre.iter().zip(post).map(|(t, u)| window(p, u - t)).sum()),
            &["loop inside a loop", "&[10.0, 42.0]"],
        );
        names(plasticity::all_pairs(|p, pre, post| sum(p, post, pre, window)), &["are exchanged"]);
        names(
            plasticity::all_pairs(|p, pre, post| sum(p, pre, post, |p, delta_t| window(p, delta_t).max(0.0))),
            &["only the pairs with Δt > 0"],
        );
        names(
            plasticity::all_pairs(|p, pre, post| sum(p, pre, post, |p, delta_t| window(p, delta_t).abs())),
            &["as if it were potentiation"],
        );
        names(
            plasticity::all_pairs(|p, pre, post| sum(p, pre, post, window) / (pre.len() * post.len()) as f64),
            &["mean over the pairs"],
        );
    }

    #[test]
    fn nearest_neighbours_are_not_all() {
        // Every spike with the last one of the other neuron before it.
        fn nearest(p: StdpParams, pre: &[f64], post: &[f64]) -> f64 {
            let last = |times: &[f64], t: f64| times.iter().copied().rfind(|&u| u < t);
            let causal = post.iter().filter_map(|&u| last(pre, u).map(|t| window(p, u - t)));
            let acausal = pre.iter().filter_map(|&t| last(post, t).map(|u| window(p, u - t)));
            causal.chain(acausal).sum()
        }
        names(plasticity::all_pairs(nearest), &["nearest neighbours"]);
    }
}

mod weight_after_pair {
    use super::*;

    fn change(p: StdpParams, w: f64, delta_t: f64, mu: f64) -> f64 {
        let room: f64 = if delta_t > 0.0 { 1.0 - w } else { w };
        window(p, delta_t) * room.powf(mu)
    }

    #[test]
    fn right() {
        let verdict =
            plasticity::weight_after_pair(|p, w, delta_t, mu| (w + change(p, w, delta_t, mu)).clamp(0.0, 1.0));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            plasticity::weight_after_pair(|p, w, delta_t, mu| w + change(p, w, delta_t, mu)),
            &["leaves its range", "w = 0.9995"],
        );
        names(plasticity::weight_after_pair(change), &["this is the change"]);
        names(
            plasticity::weight_after_pair(|p, w, delta_t, mu| (w + change(p, 1.0 - w, delta_t, mu)).clamp(0.0, 1.0)),
            &["factors are exchanged"],
        );
        names(
            plasticity::weight_after_pair(|p, w, delta_t, _| (w + window(p, delta_t)).clamp(0.0, 1.0)),
            &["additive rule"],
        );
        names(
            plasticity::weight_after_pair(|p, w, delta_t, _| (w + change(p, w, delta_t, 1.0)).clamp(0.0, 1.0)),
            &["exponent μ is missing"],
        );
        names(
            plasticity::weight_after_pair(|p, w, delta_t, mu| {
                let room = if delta_t > 0.0 { 1.0 - w } else { w };
                (w + window(p, delta_t) * room * mu).clamp(0.0, 1.0)
            }),
            &["not a factor"],
        );
        names(
            plasticity::weight_after_pair(|p, w, delta_t, mu| (w - change(p, w, delta_t, mu)).clamp(0.0, 1.0)),
            &["sign of the change"],
        );
    }
}
