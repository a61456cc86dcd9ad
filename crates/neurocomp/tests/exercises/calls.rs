//! Every call that a check offers, for the compiler. Written by `NEUROCOMP_RECORD=1 cargo test -p neurocomp --test
//! exercises`; if it does not compile any more, leave only the function's empty body and record it anew.

#[rustfmt::skip]
pub fn are_what_they_say() {
    #[allow(unused_imports)]
    use super::record::{given, is_offered, is_called_with};
    #[allow(unused_imports)]
    use neurocomp::{check, ndarray::array, prelude::*};
    is_called_with(|| check::lif::subthreshold(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 4.0, 6.5, 7.5,));
    is_offered(check::lif::subthreshold, |subthreshold| {
        let _ = subthreshold(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 4.0, 6.5, 7.5);
        let _ = subthreshold(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, -3.0, 5.0, 21.0);
        let _ = subthreshold(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 2.5, -4.0, 3.0);
        let _ = subthreshold(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 4.0, 6.5, 7.5);
        let _ = subthreshold(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, -3.0, 5.0, 21.0);
        let _ = subthreshold(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 2.5, -4.0, 3.0);
        let _ = subthreshold(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 4.0, 6.5, 7.5);
        let _ = subthreshold(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, -3.0, 5.0, 21.0);
        let _ = subthreshold(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 2.5, -4.0, 3.0);
    });
    is_called_with(|| check::lif::climb_time(|a0, a1| given((a0, a1,))), (LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 26.0,));
    is_offered(check::lif::climb_time, |climb_time| {
        let _ = climb_time(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 26.0);
        let _ = climb_time(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 44.0);
        let _ = climb_time(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 12.0);
        let _ = climb_time(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 20.0);
        let _ = climb_time(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 11.700000000000001);
        let _ = climb_time(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 19.8);
        let _ = climb_time(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 5.3999999999999995);
        let _ = climb_time(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 9.0);
        let _ = climb_time(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 15.600000000000001);
        let _ = climb_time(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 26.400000000000002);
        let _ = climb_time(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 7.199999999999999);
        let _ = climb_time(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 12.0);
    });
    is_called_with(|| check::lif::simulate(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 30.0, 0.05, 300.0,));
    is_offered(check::lif::simulate, |simulate| {
        let _ = simulate(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 30.0, 0.05, 300.0);
        let _ = simulate(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 60.0, 0.05, 300.0);
        let _ = simulate(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 18.0, 0.1, 200.0);
        let _ = simulate(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 13.5, 0.05, 300.0);
        let _ = simulate(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 27.0, 0.05, 300.0);
        let _ = simulate(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 8.1, 0.1, 200.0);
        let _ = simulate(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 18.0, 0.05, 300.0);
        let _ = simulate(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 36.0, 0.05, 300.0);
        let _ = simulate(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 10.8, 0.1, 200.0);
    });
    is_called_with(|| check::lif::sigma_for_rate(|a0, a1, a2| given((a0, a1, a2,))), (LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 15.0, 1.5,));
    is_offered(check::lif::sigma_for_rate, |sigma_for_rate| {
        let _ = sigma_for_rate(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 15.0, 1.5);
        let _ = sigma_for_rate(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 10.0, 12.0);
        let _ = sigma_for_rate(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 6.75, 1.5);
        let _ = sigma_for_rate(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 4.5, 12.0);
        let _ = sigma_for_rate(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 9.0, 1.5);
        let _ = sigma_for_rate(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 6.0, 12.0);
    });
}
