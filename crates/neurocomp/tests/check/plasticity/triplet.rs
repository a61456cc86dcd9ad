//! Exercise 9.

use neurocomp::check::plasticity;
use neurocomp::plasticity::triplet::TripletParams;

use super::names;

mod triplet_change {
    use super::*;

    /// The traces after their decay.
    struct Traces {
        r1: f64,
        o1: f64,
        o2: f64,
        sum: f64,
    }

    /// Goes through both trains; `at` does what a spike does.
    fn run(p: TripletParams, pre: &[f64], post: &[f64], at: fn(TripletParams, &mut Traces, bool)) -> f64 {
        let mut events: Vec<(f64, bool)> = pre.iter().map(|&t| (t, false)).collect();
        events.extend(post.iter().map(|&t| (t, true)));
        events.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut traces = Traces { r1: 0.0, o1: 0.0, o2: 0.0, sum: 0.0 };
        let mut now = 0.0;
        for (t, is_post) in events {
            traces.r1 *= ((now - t) / p.tau_plus).exp();
            traces.o1 *= ((now - t) / p.tau_minus).exp();
            traces.o2 *= ((now - t) / p.tau_y).exp();
            now = t;
            at(p, &mut traces, is_post);
        }
        traces.sum
    }

    fn jump(traces: &mut Traces, is_post: bool) {
        if is_post {
            traces.o1 += 1.0;
            traces.o2 += 1.0;
        } else {
            traces.r1 += 1.0;
        }
    }

    fn read(p: TripletParams, traces: &mut Traces, is_post: bool) {
        traces.sum += if is_post { traces.r1 * (p.a2_plus + p.a3_plus * traces.o2) } else { -traces.o1 * p.a2_minus };
    }

    #[test]
    fn right() {
        let verdict = plasticity::triplet_change(|p, pre, post| {
            run(p, pre, post, |p, traces, is_post| {
                read(p, traces, is_post);
                jump(traces, is_post);
            })
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn jumps_before_it_reads() {
        let verdict = plasticity::triplet_change(|p, pre, post| {
            run(p, pre, post, |p, traces, is_post| {
                jump(traces, is_post);
                read(p, traces, is_post);
            })
        });
        names(verdict, &["o2 jumps before it is read", "a2_plus: 0.004", "times in ms"]);
    }

    #[test]
    fn without_the_triplet() {
        let verdict = plasticity::triplet_change(|p, pre, post| {
            run(p, pre, post, |p, traces, is_post| {
                read(TripletParams { a3_plus: 0.0, ..p }, traces, is_post);
                jump(traces, is_post);
            })
        });
        names(verdict, &["triplet term is missing"]);
    }

    #[test]
    fn bracket_left_out() {
        let verdict = plasticity::triplet_change(|p, pre, post| {
            run(p, pre, post, |p, traces, is_post| {
                if is_post {
                    traces.sum += traces.r1 * p.a2_plus + p.a3_plus * traces.o2;
                } else {
                    traces.sum -= traces.o1 * p.a2_minus;
                }
                jump(traces, is_post);
            })
        });
        names(verdict, &["the bracket"]);
    }

    #[test]
    fn traces_exchanged() {
        let verdict = plasticity::triplet_change(|p, pre, post| {
            run(p, pre, post, |p, traces, is_post| {
                if is_post {
                    traces.sum += traces.o1 * (p.a2_plus + p.a3_plus * traces.o2);
                } else {
                    traces.sum -= traces.r1 * p.a2_minus;
                }
                jump(traces, is_post);
            })
        });
        names(verdict, &["r1 and o1 are exchanged"]);
    }

    #[test]
    fn depression_added_or_forgotten() {
        let added = plasticity::triplet_change(|p, pre, post| {
            run(p, pre, post, |p, traces, is_post| {
                let turned = TripletParams { a2_minus: -p.a2_minus, ..p };
                read(turned, traces, is_post);
                jump(traces, is_post);
            })
        });
        names(added, &["depresses, −o1 A2−"]);
        let forgotten = plasticity::triplet_change(|p, pre, post| {
            run(p, pre, post, |p, traces, is_post| {
                let without = TripletParams { a2_minus: 0.0, ..p };
                read(without, traces, is_post);
                jump(traces, is_post);
            })
        });
        names(forgotten, &["depression is missing"]);
    }

    #[test]
    fn jumps_to_one() {
        let verdict = plasticity::triplet_change(|p, pre, post| {
            run(p, pre, post, |p, traces, is_post| {
                read(p, traces, is_post);
                if is_post {
                    (traces.o1, traces.o2) = (1.0, 1.0);
                } else {
                    traces.r1 = 1.0;
                }
            })
        });
        names(verdict, &["they jump *by* 1"]);
    }

    #[test]
    fn nothing_happens() {
        names(plasticity::triplet_change(|_, _, _| 0.0), &["nothing ever changes"]);
    }
}
