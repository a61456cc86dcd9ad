//! Every call that a check offers, for the compiler. Written by `NEUROCOMP_RECORD=1 cargo test -p neurocomp --test
//! exercises`; if it does not compile any more, leave only the function's empty body and record it anew.

#[rustfmt::skip]
#[allow(clippy::let_unit_value)] // a function may give nothing back
pub fn are_what_they_say() {
    #[allow(unused_imports)]
    use super::record::{given, is_offered, is_called_with};
    #[allow(unused_imports)]
    use neurocomp::{check, ndarray::array, prelude::*};
    is_called_with(|| check::first_steps::climb(|a0, a1| given((a0, a1,))), (-65.0, -52.5,));
    is_offered(check::first_steps::climb, |climb| {
        let _ = climb(-65.0, -52.5);
        let _ = climb(-80.0, -45.0);
        let _ = climb(0.0, 15.0);
    });
    is_called_with(|| check::first_steps::label(|a0, a1| given((a0, a1,))), ("CA1", 0.5,));
    is_offered(check::first_steps::label, |label| {
        let _ = label("CA1", 0.5);
        let _ = label("granule", 2.25);
        let _ = label("V1", 12.0);
    });
    is_called_with(|| check::first_steps::three_more(|a0| given((a0,))), (12,));
    is_offered(check::first_steps::three_more, |three_more| {
        let _ = three_more(12);
        let _ = three_more(0);
        let _ = three_more(250);
    });
    is_called_with(|| check::first_steps::half(|a0| given((a0,))), (9,));
    is_offered(check::first_steps::half, |half| {
        let _ = half(9);
        let _ = half(1);
        let _ = half(40);
        let _ = half(0);
    });
    is_offered(check::first_steps::golden_ratio, |golden_ratio| {
        let _ = golden_ratio();
    });
    is_called_with(|| check::first_steps::middle(|a0, a1| given((a0, a1,))), (-70.0, -52.0,));
    is_offered(check::first_steps::middle, |middle| {
        let _ = middle(-70.0, -52.0);
        let _ = middle(30.0, -75.0);
        let _ = middle(5.0, 6.0);
    });
    is_called_with(|| check::first_steps::quarter(|a0, a1| given((a0, a1,))), (-70.0, -50.0,));
    is_offered(check::first_steps::quarter, |quarter| {
        let _ = quarter(-70.0, -50.0);
        let _ = quarter(10.0, -30.0);
        let _ = quarter(0.0, 4.0);
    });
    is_called_with(|| check::first_steps::rectify(|a0| given((a0,))), (2.5,));
    is_offered(check::first_steps::rectify, |rectify| {
        let _ = rectify(2.5);
        let _ = rectify(-3.0);
        let _ = rectify(0.0);
        let _ = rectify(140.0);
    });
    is_called_with(|| check::first_steps::sign(|a0| given((a0,))), (3.5,));
    is_offered(check::first_steps::sign, |sign| {
        let _ = sign(3.5);
        let _ = sign(-0.25);
        let _ = sign(0.0);
        let _ = sign(-8.0);
    });
    is_called_with(|| check::first_steps::sum_to(|a0| given((a0,))), (5,));
    is_offered(check::first_steps::sum_to, |sum_to| {
        let _ = sum_to(5);
        let _ = sum_to(12);
        let _ = sum_to(1);
        let _ = sum_to(0);
    });
    is_called_with(|| check::first_steps::dots(|a0| given((a0,))), (4,));
    is_offered(check::first_steps::dots, |dots| {
        let _ = dots(4);
        let _ = dots(1);
        let _ = dots(0);
        let _ = dots(11);
    });
    is_called_with(|| check::first_steps::halvings(|a0| given((a0,))), (10.0,));
    is_offered(check::first_steps::halvings, |halvings| {
        let _ = halvings(10.0);
        let _ = halvings(0.5);
        let _ = halvings(8.0);
        let _ = halvings(1.0);
        let _ = halvings(100.0);
    });
    is_called_with(|| check::first_steps::connections(|a0| given((a0,))), (4,));
    is_offered(check::first_steps::connections, |connections| {
        let _ = connections(4);
        let _ = connections(7);
        let _ = connections(1);
        let _ = connections(0);
    });
    is_called_with(|| check::first_steps::last(|a0| given((a0,))), (&[4.0, 9.5, 31.25],));
    is_offered(check::first_steps::last, |last| {
        let _ = last(&[4.0, 9.5, 31.25]);
        let _ = last(&[7.0]);
        let _ = last(&[1.0, 2.0, 6.0, 50.5]);
    });
    is_called_with(|| check::first_steps::count_early(|a0, a1| given((a0, a1,))), (&[3.0, 8.5, 20.0, 41.0, 60.0, 75.0, 90.0], 20.0,));
    is_offered(check::first_steps::count_early, |count_early| {
        let _ = count_early(&[3.0, 8.5, 20.0, 41.0, 60.0, 75.0, 90.0], 20.0);
        let _ = count_early(&[15.0, 18.0, 19.0, 22.0], 20.0);
        let _ = count_early(&[12.0, 30.0], 5.0);
        let _ = count_early(&[], 10.0);
    });
    is_called_with(|| check::first_steps::in_seconds(|a0| given((a0,))), (&[250.0, 1200.0, 2000.0],));
    is_offered(check::first_steps::in_seconds, |in_seconds| {
        let _ = in_seconds(&[250.0, 1200.0, 2000.0]);
        let _ = in_seconds(&[7.5]);
        let _ = in_seconds(&[]);
    });
    is_called_with(|| check::first_steps::muted(|a0, a1| given((a0, a1,))), (&[8.0, 12.0, 3.5, 20.0], 2,));
    is_offered(check::first_steps::muted, |muted| {
        let _ = muted(&[8.0, 12.0, 3.5, 20.0], 2);
        let _ = muted(&[5.0, 6.0], 0);
        let _ = muted(&[1.0, 2.0, 4.0], 1);
    });
    is_called_with(|| check::first_steps::intervals(|a0| given((a0,))), (&[2.0, 5.0, 11.5, 12.0],));
    is_offered(check::first_steps::intervals, |intervals| {
        let _ = intervals(&[2.0, 5.0, 11.5, 12.0]);
        let _ = intervals(&[40.0, 90.0]);
        let _ = intervals(&[6.0]);
    });
    is_called_with(|| check::first_steps::stop_in_time(|a0, a1| given((a0, a1,))), (&[4.0, 3.0, 6.0, 1.0], 10.0,));
    is_offered(check::first_steps::stop_in_time, |stop_in_time| {
        let _ = stop_in_time(&[4.0, 3.0, 6.0, 1.0], 10.0);
        let _ = stop_in_time(&[2.0, 5.0], 20.0);
        let _ = stop_in_time(&[8.0, 0.5], 5.0);
        let _ = stop_in_time(&[3.0, 2.0, 9.0], 5.0);
    });
    is_called_with(|| check::first_steps::mean_of_squares(|a0| given((a0,))), (&[1.0, -2.0, 4.0],));
    is_offered(check::first_steps::mean_of_squares, |mean_of_squares| {
        let _ = mean_of_squares(&[1.0, -2.0, 4.0]);
        let _ = mean_of_squares(&[0.5, 2.5]);
        let _ = mean_of_squares(&[3.0]);
    });
    is_called_with(|| check::first_steps::second_half(|a0| given((a0,))), (&[3.0, 1.0, 4.0, 1.5, 5.0, 9.0],));
    is_offered(check::first_steps::second_half, |second_half| {
        let _ = second_half(&[3.0, 1.0, 4.0, 1.5, 5.0, 9.0]);
        let _ = second_half(&[2.0, 7.0, 1.0]);
        let _ = second_half(&[6.0]);
    });
    is_called_with(|| check::first_steps::inverse(|a0| given((a0,))), (5.0,));
    is_offered(check::first_steps::inverse, |inverse| {
        let _ = inverse(5.0);
        let _ = inverse(-0.25);
        let _ = inverse(0.0);
    });
    is_called_with(|| check::first_steps::rate_of(|a0| given((a0,))), (Some(25.0),));
    is_offered(check::first_steps::rate_of, |rate_of| {
        let _ = rate_of(Some(25.0));
        let _ = rate_of(Some(400.0));
        let _ = rate_of(None);
        let _ = rate_of(Some(8.0));
    });
    is_called_with(|| check::first_steps::delay(|a0, a1| given((a0, a1,))), (Some(4.0), Some(10.5),));
    is_offered(check::first_steps::delay, |delay| {
        let _ = delay(Some(4.0), Some(10.5));
        let _ = delay(Some(3.0), None);
        let _ = delay(None, Some(8.0));
        let _ = delay(None, None);
    });
    is_called_with(|| check::first_steps::swap(|a0| given((a0,))), ((3.0, 8.0),));
    is_offered(check::first_steps::swap, |swap| {
        let _ = swap((3.0, 8.0));
        let _ = swap((-1.5, 0.0));
    });
    is_called_with(|| check::first_steps::slope(|a0, a1| given((a0, a1,))), ((2.0, -70.0), (6.0, -50.0),));
    is_offered(check::first_steps::slope, |slope| {
        let _ = slope((2.0, -70.0), (6.0, -50.0));
        let _ = slope((1.0, 3.0), (0.5, 9.0));
    });
    is_called_with(|| check::first_steps::slower(|a0| given((a0,))), (LifParams { tau_m: 10.0, resistance: 2.5, v_thresh: 20.0, v_reset: 0.0, t_ref: 0.0 },));
    is_offered(check::first_steps::slower, |slower| {
        let _ = slower(LifParams { tau_m: 10.0, resistance: 2.5, v_thresh: 20.0, v_reset: 0.0, t_ref: 0.0 });
        let _ = slower(LifParams { tau_m: 17.5, resistance: 1.0, v_thresh: 15.0, v_reset: 0.0, t_ref: 2.0 });
    });
    is_called_with(|| check::first_steps::one_spike(|a0, a1| given((a0, a1,))), (5, 2,));
    is_offered(check::first_steps::one_spike, |one_spike| {
        let _ = one_spike(5, 2);
        let _ = one_spike(7, 0);
        let _ = one_spike(4, 3);
    });
    is_called_with(|| check::first_steps::fading(|a0, a1| given((a0, a1,))), (12.0, 3,));
    is_offered(check::first_steps::fading, |fading| {
        let _ = fading(12.0, 3);
        let _ = fading(-20.0, 4);
        let _ = fading(5.0, 0);
    });
    is_called_with(|| check::first_steps::weighted_sum(|a0, a1| given((a0, a1,))), (&array![0.5, -1.0, 0.25], &array![10.0, 4.0, 8.0],));
    is_offered(check::first_steps::weighted_sum, |weighted_sum| {
        let _ = weighted_sum(&array![0.5, -1.0, 0.25], &array![10.0, 4.0, 8.0]);
        let _ = weighted_sum(&array![2.0, 3.0], &array![0.0, 1.5]);
        let _ = weighted_sum(&array![-0.2], &array![30.0]);
    });
    is_called_with(|| check::first_steps::distances(|a0| given((a0,))), (3,));
    is_offered(check::first_steps::distances, |distances| {
        let _ = distances(3);
        let _ = distances(5);
        let _ = distances(1);
    });
    is_called_with(|| check::first_steps::changes(|a0| given((a0,))), (&array![-70.0, -68.5, -60.0, -64.0],));
    is_offered(check::first_steps::changes, |changes| {
        let _ = changes(&array![-70.0, -68.5, -60.0, -64.0]);
        let _ = changes(&array![2.0, 7.0]);
        let _ = changes(&array![1.0, 1.0, 4.0]);
    });
    is_called_with(|| check::first_steps::rectified(|a0| given((a0,))), (&array![3.0, -1.0, 0.0, 2.5],));
    is_offered(check::first_steps::rectified, |rectified| {
        let _ = rectified(&array![3.0, -1.0, 0.0, 2.5]);
        let _ = rectified(&array![-4.0, -0.5]);
    });
    is_called_with(|| check::first_steps::count_spike(|a0, a1, a2| given((a0, a1, a2,))), (&mut array![0.0, 2.0, 5.0, 1.0], 27.5, 10.0,));
    is_offered(check::first_steps::count_spike, |count_spike| {
        let _ = count_spike(&mut array![0.0, 2.0, 5.0, 1.0], 27.5, 10.0);
        let _ = count_spike(&mut array![4.0, 0.0, 3.0, 0.0, 1.0], 8.0, 2.0);
        let _ = count_spike(&mut array![3.0, 7.0], 0.5, 1.0);
    });
    is_called_with(|| check::first_steps::count_all(|a0, a1, a2| given((a0, a1, a2,))), (&[1.0, 12.5, 17.0, 28.0], 4, 10.0,));
    is_offered(check::first_steps::count_all, |count_all| {
        let _ = count_all(&[1.0, 12.5, 17.0, 28.0], 4, 10.0);
        let _ = count_all(&[0.5, 0.75, 3.5], 3, 2.0);
        let _ = count_all(&[], 2, 5.0);
    });
    is_called_with(|| check::first_steps::firing_rate(|a0, a1| given((a0, a1,))), (7, 2600,));
    is_offered(check::first_steps::firing_rate, |firing_rate| {
        let _ = firing_rate(7, 2600);
        let _ = firing_rate(45, 1300);
        let _ = firing_rate(3, 8000);
        let _ = firing_rate(0, 1500);
    });
    is_called_with(|| check::first_steps::response(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (8.8, 4.0, 2.5, 30.0,));
    is_offered(check::first_steps::response, |response| {
        let _ = response(8.8, 4.0, 2.5, 30.0);
        let _ = response(1.0, 4.0, 2.5, 30.0);
        let _ = response(28.0, 4.0, 2.5, 30.0);
        let _ = response(4.0, 4.0, 2.5, 30.0);
        let _ = response(17.142857142857142, 12.0, 7.0, 90.0);
        let _ = response(9.0, 12.0, 7.0, 90.0);
        let _ = response(37.714285714285715, 12.0, 7.0, 90.0);
        let _ = response(12.0, 12.0, 7.0, 90.0);
    });
    is_called_with(|| check::first_steps::latency(|a0, a1| given((a0, a1,))), (&[3.5, 21.0, 58.25, 71.0, 90.5], 50.0,));
    is_offered(check::first_steps::latency, |latency| {
        let _ = latency(&[3.5, 21.0, 58.25, 71.0, 90.5], 50.0);
        let _ = latency(&[12.0, 40.0, 55.0, 71.5], 40.0);
        let _ = latency(&[130.0], 100.0);
        let _ = latency(&[5.0, 8.5, 19.0], 30.0);
        let _ = latency(&[], 10.0);
    });
    is_called_with(|| check::first_steps::z_score(|a0| given((a0,))), (&array![-68.0, -64.5, -71.0, -60.0, -66.5],));
    is_offered(check::first_steps::z_score, |z_score| {
        let _ = z_score(&array![-68.0, -64.5, -71.0, -60.0, -66.5]);
        let _ = z_score(&array![120.0, 80.0, 310.0, 95.0]);
        let _ = z_score(&array![0.2, -0.4]);
    });
    is_called_with(|| check::first_steps::normal_density(|a0, a1, a2| given((a0, a1, a2,))), (3.5, 2.0, 0.75,));
    is_offered(check::first_steps::normal_density, |normal_density| {
        let _ = normal_density(3.5, 2.0, 0.75);
        let _ = normal_density(-64.0, -66.0, 3.0);
        let _ = normal_density(1.5, 4.0, 2.5);
    });
    is_called_with(|| check::first_steps::energy_ratio(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (86000000000.0, 5.0, 20.0, 3.0,));
    is_offered(check::first_steps::energy_ratio, |energy_ratio| {
        let _ = energy_ratio(86000000000.0, 5.0, 20.0, 3.0);
        let _ = energy_ratio(70000000.0, 8.0, 0.05, 2.5);
        let _ = energy_ratio(1000000.0, 12.0, 1e-5, 4.0);
    });
    is_called_with(|| check::first_steps::raster_line(|a0, a1| given((a0, a1,))), (&[2.0, 5.75, 11.5], 15,));
    is_offered(check::first_steps::raster_line, |raster_line| {
        let _ = raster_line(&[2.0, 5.75, 11.5], 15);
        let _ = raster_line(&[0.25, 3.5, 3.75, 8.75], 10);
        let _ = raster_line(&[6.5], 7);
        let _ = raster_line(&[], 4);
    });
    is_called_with(|| check::first_steps::checked_potential(|a0| given((a0,))), (-65.5,));
    is_offered(check::first_steps::checked_potential, |checked_potential| {
        let _ = checked_potential(-65.5);
        let _ = checked_potential(130.5);
        let _ = checked_potential(-250.5);
        let _ = checked_potential(80.0);
        let _ = checked_potential(-120.0);
        let _ = checked_potential(f64::NAN);
    });
    is_called_with(|| check::first_steps::product_sign(|a0, a1| given((a0, a1,))), (2.5, 0.5,));
    is_offered(check::first_steps::product_sign, |product_sign| {
        let _ = product_sign(2.5, 0.5);
        let _ = product_sign(-3.0, 4.0);
        let _ = product_sign(1.5, -0.5);
        let _ = product_sign(-0.25, -8.0);
        let _ = product_sign(0.0, -7.0);
        let _ = product_sign(6.0, 0.0);
        let _ = product_sign(1e-200, -1e-200);
    });
    is_offered(check::first_steps::sample, |sample| {
        let _ = sample(|x| x * x - 1.0, -1.0, 3.0, 9);
        let _ = sample(f64::cos, 0.5, 2.0, 4);
        let _ = sample(|x| 3.0 - x, -2.0, 0.0, 2);
    });
    is_called_with(|| check::first_steps::to_binary(|a0| given((a0,))), (6,));
    is_offered(check::first_steps::to_binary, |to_binary| {
        let _ = to_binary(6);
        let _ = to_binary(37);
        let _ = to_binary(200);
        let _ = to_binary(1);
        let _ = to_binary(0);
        let _ = to_binary(1023);
    });
    is_called_with(|| check::first_steps::to_roman(|a0| given((a0,))), (7,));
    is_offered(check::first_steps::to_roman, |to_roman| {
        let _ = to_roman(7);
        let _ = to_roman(38);
        let _ = to_roman(4);
        let _ = to_roman(29);
        let _ = to_roman(49);
        let _ = to_roman(444);
        let _ = to_roman(1906);
        let _ = to_roman(3999);
        let _ = to_roman(1);
        let _ = to_roman(2);
        let _ = to_roman(3);
        let _ = to_roman(4);
        let _ = to_roman(5);
        let _ = to_roman(6);
        let _ = to_roman(7);
        let _ = to_roman(8);
        let _ = to_roman(9);
        let _ = to_roman(10);
        let _ = to_roman(11);
        let _ = to_roman(12);
    });
    is_called_with(|| check::spikes::euler_decay(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (3.5, 4.0, 0.5, 2.5,));
    is_offered(check::spikes::euler_decay, |euler_decay| {
        let _ = euler_decay(3.5, 4.0, 0.5, 2.5);
        let _ = euler_decay(-20.0, 12.0, 1.5, 9.0);
        let _ = euler_decay(8.0, 2.5, 0.25, 1.0);
    });
    is_called_with(|| check::spikes::fhn_slope(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (FitzHughNagumoParams { epsilon: 0.2, a: 0.5, b: 0.6 }, 1.5, 0.4, 0.3,));
    is_offered(check::spikes::fhn_slope, |fhn_slope| {
        let _ = fhn_slope(FitzHughNagumoParams { epsilon: 0.2, a: 0.5, b: 0.6 }, 1.5, 0.4, 0.3);
        let _ = fhn_slope(FitzHughNagumoParams { epsilon: 0.2, a: 0.5, b: 0.6 }, -0.8, 1.1, 2.5);
        let _ = fhn_slope(FitzHughNagumoParams { epsilon: 0.2, a: 0.5, b: 0.6 }, 2.2, -0.7, -0.6);
        let _ = fhn_slope(FitzHughNagumoParams { epsilon: 0.05, a: 0.9, b: 0.75 }, 1.5, 0.4, 0.3);
        let _ = fhn_slope(FitzHughNagumoParams { epsilon: 0.05, a: 0.9, b: 0.75 }, -0.8, 1.1, 2.5);
        let _ = fhn_slope(FitzHughNagumoParams { epsilon: 0.05, a: 0.9, b: 0.75 }, 2.2, -0.7, -0.6);
    });
    is_called_with(|| check::spikes::fhn_simulate(|a0, a1, a2, a3, a4, a5| given((a0, a1, a2, a3, a4, a5,))), (FitzHughNagumoParams { epsilon: 0.2, a: 0.5, b: 0.6 }, 0.5, 0.2, 0.6, 0.25, 1.5,));
    is_offered(check::spikes::fhn_simulate, |fhn_simulate| {
        let _ = fhn_simulate(FitzHughNagumoParams { epsilon: 0.2, a: 0.5, b: 0.6 }, 0.5, 0.2, 0.6, 0.25, 1.5);
        let _ = fhn_simulate(FitzHughNagumoParams { epsilon: 0.05, a: 0.9, b: 0.75 }, -1.4, -0.3, 1.2, 0.5, 6.0);
        let _ = fhn_simulate(FitzHughNagumoParams { epsilon: 0.2, a: 0.5, b: 0.6 }, 1.1, 0.9, 0.0, 0.1, 3.0);
    });
    is_called_with(|| check::spikes::upward_crossings(|a0, a1| given((a0, a1,))), (&array![-65.0, -60.0, 10.0, 35.0, -50.0, -70.0, -30.0, 20.0, -62.0, -10.0], -40.0,));
    is_offered(check::spikes::upward_crossings, |upward_crossings| {
        let _ = upward_crossings(&array![-65.0, -60.0, 10.0, 35.0, -50.0, -70.0, -30.0, 20.0, -62.0, -10.0], -40.0);
        let _ = upward_crossings(&array![30.0, 12.0, -8.0, -20.0, 4.0, 16.0, 18.0, 2.0], 10.0);
        let _ = upward_crossings(&array![1.0, 3.0, 5.0, 4.0, 2.0, 3.0, 6.0, 1.0], 3.0);
        let _ = upward_crossings(&array![-2.0, -1.5, -1.2, -1.9], -1.0);
        let _ = upward_crossings(&array![-9.0, -3.0, -5.0, 7.0], -4.0);
        let _ = upward_crossings(&array![5.0], 1.0);
    });
    is_called_with(|| check::spikes::threshold_changes(|a0, a1| given((a0, a1,))), (&array![-65.0, -60.0, 10.0, 35.0, -50.0, -70.0, -30.0, 20.0, -62.0, -10.0], -40.0,));
    is_offered(check::spikes::threshold_changes, |threshold_changes| {
        let _ = threshold_changes(&array![-65.0, -60.0, 10.0, 35.0, -50.0, -70.0, -30.0, 20.0, -62.0, -10.0], -40.0);
        let _ = threshold_changes(&array![30.0, 12.0, -8.0, -20.0, 4.0, 16.0, 18.0, 2.0], 10.0);
        let _ = threshold_changes(&array![1.0, 3.0, 5.0, 4.0, 2.0, 3.0, 6.0, 1.0], 3.0);
        let _ = threshold_changes(&array![-2.0, -1.5, -1.2, -1.9], -1.0);
        let _ = threshold_changes(&array![-9.0, -3.0, -5.0, 7.0], -4.0);
        let _ = threshold_changes(&array![5.0], 1.0);
    });
    is_called_with(|| check::spikes::rate_and_cv(|a0, a1| given((a0, a1,))), (&[3.5, 12.0, 14.25, 41.0, 42.5, 77.0], 80.0,));
    is_offered(check::spikes::rate_and_cv, |rate_and_cv| {
        let _ = rate_and_cv(&[3.5, 12.0, 14.25, 41.0, 42.5, 77.0], 80.0);
        let _ = rate_and_cv(&[120.0, 250.0, 390.0, 510.0, 655.0], 2500.0);
        let _ = rate_and_cv(&[20.0, 31.0], 40.0);
        let _ = rate_and_cv(&[12.5], 50.0);
        let _ = rate_and_cv(&[], 300.0);
    });
    is_called_with(|| check::spikes::poisson_times(|a0, a1, a2| given((a0, a1, a2,))), (12.5, 2000.0, &[0.71, 0.33, 0.58],));
    is_offered(check::spikes::poisson_times, |poisson_times| {
        let _ = poisson_times(12.5, 2000.0, &[0.71, 0.33, 0.58]);
        let _ = poisson_times(40.0, 100.0, &[0.3, 0.82, 0.65, 0.12, 0.9, 0.05, 0.44]);
        let _ = poisson_times(5.0, 60.0, &[0.2, 0.5]);
    });
    is_called_with(|| check::spikes::fano(|a0| given((a0,))), (&[3.0, 7.0, 4.0, 10.0, 6.0],));
    is_offered(check::spikes::fano, |fano| {
        let _ = fano(&[3.0, 7.0, 4.0, 10.0, 6.0]);
        let _ = fano(&[21.0, 20.0, 22.0, 20.0]);
        let _ = fano(&[0.0, 1.0, 0.0, 5.0, 2.0, 0.0]);
    });
    is_called_with(|| check::spikes::psth_rate(|a0, a1, a2| given((a0, a1, a2,))), (&[SpikeTrain::new(vec![4.0, 31.0, 38.5, 90.0], 0.0, 100.0).unwrap(), SpikeTrain::new(vec![], 0.0, 100.0).unwrap(), SpikeTrain::new(vec![12.0, 33.0, 55.5, 57.0, 91.0], 0.0, 100.0).unwrap()], 100.0, 20.0,));
    is_offered(check::spikes::psth_rate, |psth_rate| {
        let _ = psth_rate(&[SpikeTrain::new(vec![4.0, 31.0, 38.5, 90.0], 0.0, 100.0).unwrap(), SpikeTrain::new(vec![], 0.0, 100.0).unwrap(), SpikeTrain::new(vec![12.0, 33.0, 55.5, 57.0, 91.0], 0.0, 100.0).unwrap()], 100.0, 20.0);
        let _ = psth_rate(&[SpikeTrain::new(vec![6.0, 14.5, 29.0, 30.0], 0.0, 30.0).unwrap(), SpikeTrain::new(vec![0.0, 21.0, 22.5, 24.0], 0.0, 30.0).unwrap()], 30.0, 7.5);
    });
    is_called_with(|| check::spikes::place_rate(|a0, a1, a2, a3, a4| given((a0, a1, a2, a3, a4,))), (&[1.0, 3.0, 12.0, 17.0, 18.5, 26.0, 34.0, 38.0, 22.0, 11.0], 250.0, &[2.0, 12.5, 13.0, 19.0, 27.0, 36.0, 37.0], 40.0, 10.0,));
    is_offered(check::spikes::place_rate, |place_rate| {
        let _ = place_rate(&[1.0, 3.0, 12.0, 17.0, 18.5, 26.0, 34.0, 38.0, 22.0, 11.0], 250.0, &[2.0, 12.5, 13.0, 19.0, 27.0, 36.0, 37.0], 40.0, 10.0);
        let _ = place_rate(&[2.0, 4.0, 4.5, 9.0, 11.0, 17.0, 18.0, 19.0], 40.0, &[3.0, 4.0, 10.0, 17.5, 18.0], 25.0, 5.0);
    });
    is_offered(check::spikes::euler, |euler| {
        let _ = euler(|t, x| 0.3 * t - 0.5 * x, 2.0, 0.25, 1.5);
        let _ = euler(|t, _x| 1.0 + 2.0 * t, -1.0, 0.5, 3.0);
        let _ = euler(|_t, x| x * (1.5 - x), 0.2, 0.2, 1.0);
    });
    is_called_with(|| check::spikes::fhn_rate(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (FitzHughNagumoParams { epsilon: 0.08, a: 0.7, b: 0.8 }, 0.62, 0.05, 470.0,));
    is_offered(check::spikes::fhn_rate, |fhn_rate| {
        let _ = fhn_rate(FitzHughNagumoParams { epsilon: 0.08, a: 0.7, b: 0.8 }, 0.62, 0.05, 470.0);
        let _ = fhn_rate(FitzHughNagumoParams { epsilon: 0.05, a: 0.7, b: 0.8 }, 1.1, 0.02, 450.0);
        let _ = fhn_rate(FitzHughNagumoParams { epsilon: 0.08, a: 0.7, b: 0.8 }, 0.1, 0.05, 400.0);
        let _ = fhn_rate(FitzHughNagumoParams { epsilon: 0.08, a: 0.7, b: 0.8 }, 0.3, 0.05, 1000.0);
    });
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
    is_called_with(|| check::lif::firing_rate(|a0, a1| given((a0, a1,))), (LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 28.0,));
    is_offered(check::lif::firing_rate, |firing_rate| {
        let _ = firing_rate(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 28.0);
        let _ = firing_rate(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 62.0);
        let _ = firing_rate(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 14.0);
        let _ = firing_rate(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 800.0);
        let _ = firing_rate(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 12.6);
        let _ = firing_rate(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 27.900000000000002);
        let _ = firing_rate(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 6.3);
        let _ = firing_rate(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 360.0);
        let _ = firing_rate(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 16.799999999999997);
        let _ = firing_rate(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 37.2);
        let _ = firing_rate(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 8.399999999999999);
        let _ = firing_rate(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 480.0);
    });
    is_called_with(|| check::lif::euler_step(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 7.0, 11.0, 0.1,));
    is_offered(check::lif::euler_step, |euler_step| {
        let _ = euler_step(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 7.0, 11.0, 0.1);
        let _ = euler_step(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, -2.0, 30.0, 0.5);
        let _ = euler_step(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 12.0, 4.0, 0.25);
        let _ = euler_step(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 7.0, 11.0, 0.1);
        let _ = euler_step(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, -2.0, 30.0, 0.5);
        let _ = euler_step(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 12.0, 4.0, 0.25);
        let _ = euler_step(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 7.0, 11.0, 0.1);
        let _ = euler_step(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, -2.0, 30.0, 0.5);
        let _ = euler_step(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 12.0, 4.0, 0.25);
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
    is_called_with(|| check::lif::intervals(|a0| given((a0,))), (&[3.5, 12.0, 14.25, 41.0, 42.5, 77.0],));
    is_offered(check::lif::intervals, |intervals| {
        let _ = intervals(&[3.5, 12.0, 14.25, 41.0, 42.5, 77.0]);
        let _ = intervals(&[20.0, 31.0]);
        let _ = intervals(&[12.5]);
        let _ = intervals(&[]);
    });
    is_called_with(|| check::lif::cv(|a0| given((a0,))), (&[4.0, 9.0, 2.5, 16.0, 7.5],));
    is_offered(check::lif::cv, |cv| {
        let _ = cv(&[4.0, 9.0, 2.5, 16.0, 7.5]);
        let _ = cv(&[30.0, 31.0, 29.5, 30.5, 28.0]);
        let _ = cv(&[120.0, 3.0, 2.0, 260.0, 1.0]);
    });
    is_called_with(|| check::lif::input_mean_sd(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (400, 12.0, 0.3, 0.2,));
    is_offered(check::lif::input_mean_sd, |input_mean_sd| {
        let _ = input_mean_sd(400, 12.0, 0.3, 0.2);
        let _ = input_mean_sd(90, 30.0, 1.7, 0.5);
        let _ = input_mean_sd(2500, 3.5, 0.06, 0.05);
    });
    is_called_with(|| check::lif::noisy_step(|a0, a1, a2, a3, a4, a5| given((a0, a1, a2, a3, a4, a5,))), (LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 6.0, 9.0, 3.0, 0.1, 1.3,));
    is_offered(check::lif::noisy_step, |noisy_step| {
        let _ = noisy_step(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 6.0, 9.0, 3.0, 0.1, 1.3);
        let _ = noisy_step(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, -1.5, 14.0, 5.0, 0.4, -0.7);
        let _ = noisy_step(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 6.0, 9.0, 3.0, 0.1, 1.3);
        let _ = noisy_step(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, -1.5, 14.0, 5.0, 0.4, -0.7);
        let _ = noisy_step(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 6.0, 9.0, 3.0, 0.1, 1.3);
        let _ = noisy_step(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, -1.5, 14.0, 5.0, 0.4, -0.7);
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
    is_called_with(|| check::lif::zero_crossings(|a0, a1| given((a0, a1,))), (&array![-2.0, -1.0, 0.5, 2.0, 3.0, 4.5], &array![3.0, -1.0, -2.0, 4.0, 2.5, -0.5],));
    is_offered(check::lif::zero_crossings, |zero_crossings| {
        let _ = zero_crossings(&array![-2.0, -1.0, 0.5, 2.0, 3.0, 4.5], &array![3.0, -1.0, -2.0, 4.0, 2.5, -0.5]);
        let _ = zero_crossings(&array![10.0, 20.0, 40.0, 50.0], &array![-1.0, 3.0, 1.0, -4.0]);
        let _ = zero_crossings(&array![0.0, 1.0, 2.0], &array![1.0, 0.5, 2.0]);
    });
    is_called_with(|| check::lif::measured_rates(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 30.0, 0.05, 300.0,));
    is_offered(check::lif::measured_rates, |measured_rates| {
        let _ = measured_rates(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 30.0, 0.05, 300.0);
        let _ = measured_rates(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 60.0, 0.05, 300.0);
        let _ = measured_rates(LifParams { tau_m: 12.0, resistance: 0.75, v_thresh: 15.0, v_reset: 3.0, t_ref: 0.0 }, 18.0, 0.1, 200.0);
        let _ = measured_rates(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 13.5, 0.05, 300.0);
        let _ = measured_rates(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 27.0, 0.05, 300.0);
        let _ = measured_rates(LifParams { tau_m: 35.0, resistance: 2.5, v_thresh: 22.5, v_reset: -5.0, t_ref: 4.0 }, 8.1, 0.1, 200.0);
        let _ = measured_rates(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 18.0, 0.05, 300.0);
        let _ = measured_rates(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 36.0, 0.05, 300.0);
        let _ = measured_rates(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 10.8, 0.1, 200.0);
        let _ = measured_rates(LifParams { tau_m: 8.0, resistance: 1.5, v_thresh: 18.0, v_reset: 2.0, t_ref: 1.25 }, 18.0, 0.05, 13.200000000000001);
    });
    is_called_with(|| check::rate::phi(|a0, a1| given((a0, a1,))), (Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -1.0,));
    is_offered(check::rate::phi, |phi| {
        let _ = phi(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -1.0);
        let _ = phi(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 2.5);
        let _ = phi(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 5.5);
        let _ = phi(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -8.0);
        let _ = phi(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -4.5);
        let _ = phi(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -1.5);
        let _ = phi(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 12.0);
        let _ = phi(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 15.5);
        let _ = phi(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 18.5);
    });
    is_called_with(|| check::rate::phi_inverse(|a0, a1| given((a0, a1,))), (Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 8.0,));
    is_offered(check::rate::phi_inverse, |phi_inverse| {
        let _ = phi_inverse(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 8.0);
        let _ = phi_inverse(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 64.0);
        let _ = phi_inverse(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.0);
        let _ = phi_inverse(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 80.0);
        let _ = phi_inverse(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -5.0);
        let _ = phi_inverse(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 100.0);
        let _ = phi_inverse(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 30.0);
        let _ = phi_inverse(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 240.0);
        let _ = phi_inverse(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 0.0);
        let _ = phi_inverse(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 300.0);
        let _ = phi_inverse(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -5.0);
        let _ = phi_inverse(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 320.0);
        let _ = phi_inverse(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 12.0);
        let _ = phi_inverse(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 96.0);
        let _ = phi_inverse(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 0.0);
        let _ = phi_inverse(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 120.0);
        let _ = phi_inverse(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, -5.0);
        let _ = phi_inverse(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 140.0);
    });
    is_called_with(|| check::rate::phi_slope(|a0, a1| given((a0, a1,))), (Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.0,));
    is_offered(check::rate::phi_slope, |phi_slope| {
        let _ = phi_slope(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.0);
        let _ = phi_slope(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 3.0);
        let _ = phi_slope(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 4.5);
        let _ = phi_slope(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -7.0);
        let _ = phi_slope(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -4.0);
        let _ = phi_slope(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -2.5);
        let _ = phi_slope(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 13.0);
        let _ = phi_slope(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 16.0);
        let _ = phi_slope(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 17.5);
    });
    is_called_with(|| check::rate::rate_slope(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 9.9, 24.0,));
    is_offered(check::rate::rate_slope, |rate_slope| {
        let _ = rate_slope(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 9.9, 24.0);
        let _ = rate_slope(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 24.6, 56.0);
        let _ = rate_slope(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.08, -0.4, 24.0);
        let _ = rate_slope(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.08, 0.5, 56.0);
        let _ = rate_slope(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -0.35, 26.0, 90.0);
        let _ = rate_slope(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -0.35, 71.5, 210.0);
        let _ = rate_slope(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 0.08, -12.7, 90.0);
        let _ = rate_slope(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 0.08, -18.8, 210.0);
        let _ = rate_slope(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, -0.35, 27.1, 36.0);
        let _ = rate_slope(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, -0.35, 47.4, 84.0);
        let _ = rate_slope(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 0.08, 11.6, 36.0);
        let _ = rate_slope(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 0.08, 11.3, 84.0);
    });
    is_called_with(|| check::rate::input_for_rate(|a0, a1, a2| given((a0, a1, a2,))), (Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.08, 12.0,));
    is_offered(check::rate::input_for_rate, |input_for_rate| {
        let _ = input_for_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.08, 12.0);
        let _ = input_for_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.08, 48.0);
        let _ = input_for_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.08, 0.0);
        let _ = input_for_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.08, 80.0);
        let _ = input_for_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 12.0);
        let _ = input_for_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 48.0);
        let _ = input_for_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 0.0);
        let _ = input_for_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 80.0);
        let _ = input_for_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 0.08, 45.0);
        let _ = input_for_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 0.08, 180.0);
        let _ = input_for_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 0.08, 0.0);
        let _ = input_for_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 0.08, 300.0);
        let _ = input_for_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -0.35, 45.0);
        let _ = input_for_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -0.35, 180.0);
        let _ = input_for_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -0.35, 0.0);
        let _ = input_for_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -0.35, 300.0);
        let _ = input_for_rate(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 0.08, 18.0);
        let _ = input_for_rate(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 0.08, 72.0);
        let _ = input_for_rate(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 0.08, 0.0);
        let _ = input_for_rate(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 0.08, 120.0);
    });
    is_called_with(|| check::rate::growth_rate(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 9.9, 24.0,));
    is_offered(check::rate::growth_rate, |growth_rate| {
        let _ = growth_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 9.9, 24.0);
        let _ = growth_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, -0.35, 24.6, 56.0);
        let _ = growth_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.08, -0.4, 24.0);
        let _ = growth_rate(Sigmoid { r_max: 80.0, kappa: 0.4, i_half: 3.0 }, 0.08, 0.5, 56.0);
        let _ = growth_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -0.35, 26.0, 90.0);
        let _ = growth_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, -0.35, 71.5, 210.0);
        let _ = growth_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 0.08, -12.7, 90.0);
        let _ = growth_rate(Sigmoid { r_max: 300.0, kappa: 0.12, i_half: -4.0 }, 0.08, -18.8, 210.0);
        let _ = growth_rate(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, -0.35, 27.1, 36.0);
        let _ = growth_rate(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, -0.35, 47.4, 84.0);
        let _ = growth_rate(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 0.08, 11.6, 36.0);
        let _ = growth_rate(Sigmoid { r_max: 120.0, kappa: 0.3, i_half: 16.0 }, 0.08, 11.3, 84.0);
    });
    is_called_with(|| check::rate::sweep(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (Sigmoid { r_max: 200.0, kappa: 0.3, i_half: 6.0 }, 0.15, &array![-24.5, -10.7, 6.5, -7.3, -10.7, -24.5], 0.0,));
    is_offered(check::rate::sweep, |sweep| {
        let _ = sweep(Sigmoid { r_max: 200.0, kappa: 0.3, i_half: 6.0 }, 0.15, &array![-24.5, -10.7, 6.5, -7.3, -10.7, -24.5], 0.0);
        let _ = sweep(Sigmoid { r_max: 200.0, kappa: 0.3, i_half: 6.0 }, 0.15, &array![-24.5, -10.7, 6.5, -7.3, -10.7, -24.5], 200.0);
        let _ = sweep(Sigmoid { r_max: 90.0, kappa: 0.25, i_half: 12.0 }, 0.4, &array![-24.6, -8.1, 12.6, -3.9, -8.1, -24.6], 0.0);
        let _ = sweep(Sigmoid { r_max: 90.0, kappa: 0.25, i_half: 12.0 }, 0.4, &array![-24.6, -8.1, 12.6, -3.9, -8.1, -24.6], 90.0);
    });
    is_called_with(|| check::rate::jacobian(|a0, a1, a2| given((a0, a1, a2,))), (WilsonCowanParams { tau_e: 5.0, w_ee: 13.0, input_e: 1.1, ..Default::default() }, 0.21, 0.14,));
    is_offered(check::rate::jacobian, |jacobian| {
        let _ = jacobian(WilsonCowanParams { tau_e: 5.0, w_ee: 13.0, input_e: 1.1, ..Default::default() }, 0.21, 0.14);
        let _ = jacobian(WilsonCowanParams { tau_e: 5.0, w_ee: 13.0, input_e: 1.1, ..Default::default() }, 0.08, 0.3);
        let _ = jacobian(WilsonCowanParams { tau_i: 14.0, w_ii: 6.0, refractory_e: 0.0, ..Default::default() }, 0.21, 0.14);
        let _ = jacobian(WilsonCowanParams { tau_i: 14.0, w_ii: 6.0, refractory_e: 0.0, ..Default::default() }, 0.08, 0.3);
    });
    is_called_with(|| check::rate::network_slope(|a0, a1, a2| given((a0, a1, a2,))), (&array![[0.0, 1.5, -0.5], [-2.0, 0.3, 0.0], [0.7, 0.0, -1.1]], &array![0.4, -0.2, 0.6], &array![0.1, 0.0, -0.3],));
    is_offered(check::rate::network_slope, |network_slope| {
        let _ = network_slope(&array![[0.0, 1.5, -0.5], [-2.0, 0.3, 0.0], [0.7, 0.0, -1.1]], &array![0.4, -0.2, 0.6], &array![0.1, 0.0, -0.3]);
        let _ = network_slope(&array![[0.5, -1.2], [2.0, 0.0]], &array![-0.7, 0.1], &array![0.25, 0.5]);
    });
    is_called_with(|| check::rate::ring_weights(|a0, a1, a2| given((a0, a1, a2,))), (5, -0.4, 0.7,));
    is_offered(check::rate::ring_weights, |ring_weights| {
        let _ = ring_weights(5, -0.4, 0.7);
        let _ = ring_weights(8, -0.25, 1.3);
    });
    is_called_with(|| check::rate::mean_input(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (40, 2.5, 4.0, 12.0,));
    is_offered(check::rate::mean_input, |mean_input| {
        let _ = mean_input(40, 2.5, 4.0, 12.0);
        let _ = mean_input(25, -6.0, 8.0, 3.0);
        let _ = mean_input(150, 0.4, 20.0, 7.5);
    });
    is_called_with(|| check::rate::simulate_input(|a0, a1, a2, a3, a4| given((a0, a1, a2, a3, a4,))), (Sigmoid { r_max: 200.0, kappa: 0.3, i_half: 6.0 }, 0.15, &array![-12.4, -9.0, 4.8, -14.2, 0.0], 3.0, 0.2,));
    is_offered(check::rate::simulate_input, |simulate_input| {
        let _ = simulate_input(Sigmoid { r_max: 200.0, kappa: 0.3, i_half: 6.0 }, 0.15, &array![-12.4, -9.0, 4.8, -14.2, 0.0], 3.0, 0.2);
        let _ = simulate_input(Sigmoid { r_max: 200.0, kappa: 0.3, i_half: 6.0 }, 0.15, &array![-12.4, -9.0, 4.8, -14.2, 0.0], 120.0, 0.05);
        let _ = simulate_input(Sigmoid { r_max: 90.0, kappa: 0.25, i_half: 12.0 }, 0.4, &array![-10.1, -6.0, 10.5, -12.2, 0.0], 3.0, 0.2);
        let _ = simulate_input(Sigmoid { r_max: 90.0, kappa: 0.25, i_half: 12.0 }, 0.4, &array![-10.1, -6.0, 10.5, -12.2, 0.0], 54.0, 0.05);
    });
    is_called_with(|| check::hopfield::probability_up(|a0, a1| given((a0, a1,))), (1.6, 0.7,));
    is_offered(check::hopfield::probability_up, |probability_up| {
        let _ = probability_up(1.6, 0.7);
        let _ = probability_up(0.5, -1.3);
        let _ = probability_up(9.0, 0.15);
        let _ = probability_up(4.0, 0.0);
    });
    is_called_with(|| check::hopfield::overlap(|a0, a1| given((a0, a1,))), (&array![1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], &array![1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0, 1.0],));
    is_offered(check::hopfield::overlap, |overlap| {
        let _ = overlap(&array![1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], &array![1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0, 1.0]);
        let _ = overlap(&array![-1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0], &array![-1.0, 1.0, -1.0, 1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0, -1.0, 1.0]);
        let _ = overlap(&array![1.0, 1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0], &array![1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0]);
        let _ = overlap(&array![-1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0], &array![1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 1.0]);
    });
    is_called_with(|| check::hopfield::learn(|a0, a1| given((a0, a1,))), (&array![[0.0, 0.5, -0.25, 0.75], [0.5, 0.0, 0.25, -0.5], [-0.25, 0.25, 0.0, 1.0], [0.75, -0.5, 1.0, 0.0]], &array![1.0, -1.0, -1.0, 1.0],));
    is_offered(check::hopfield::learn, |learn| {
        let _ = learn(&array![[0.0, 0.5, -0.25, 0.75], [0.5, 0.0, 0.25, -0.5], [-0.25, 0.25, 0.0, 1.0], [0.75, -0.5, 1.0, 0.0]], &array![1.0, -1.0, -1.0, 1.0]);
        let _ = learn(&array![[0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]], &array![-1.0, 1.0, 1.0, -1.0, 1.0]);
    });
    is_called_with(|| check::hopfield::fields(|a0, a1| given((a0, a1,))), (&[array![1.0, -1.0, 1.0, 1.0, 1.0, 1.0], array![-1.0, -1.0, -1.0, -1.0, -1.0, -1.0]], &array![-1.0, 1.0, -1.0, 1.0, -1.0, -1.0],));
    is_offered(check::hopfield::fields, |fields| {
        let _ = fields(&[array![1.0, -1.0, 1.0, 1.0, 1.0, 1.0], array![-1.0, -1.0, -1.0, -1.0, -1.0, -1.0]], &array![-1.0, 1.0, -1.0, 1.0, -1.0, -1.0]);
        let _ = fields(&[array![1.0, -1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0], array![1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, -1.0], array![1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0]], &array![1.0, -1.0, 1.0, 1.0, -1.0, -1.0, 1.0, 1.0]);
        let _ = fields(&[array![1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0]], &array![-1.0, 1.0, 1.0, 1.0, -1.0, 1.0, -1.0]);
    });
    is_called_with(|| check::hopfield::cue(|a0, a1, a2| given((a0, a1, a2,))), (&array![1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0], 0.5, &[3, 0, 1, 2, 7, 6, 4, 5],));
    is_offered(check::hopfield::cue, |cue| {
        let _ = cue(&array![1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0], 0.5, &[3, 0, 1, 2, 7, 6, 4, 5]);
        let _ = cue(&array![1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0], -0.5, &[9, 5, 6, 4, 0, 11, 8, 10, 2, 7, 3, 1]);
        let _ = cue(&array![-1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0], 0.9, &[7, 9, 2, 14, 10, 8, 16, 5, 6, 19, 11, 0, 3, 4, 18, 13, 1, 12, 15, 17]);
        let _ = cue(&array![-1.0, 1.0, 1.0, 1.0, -1.0, -1.0], 1.0, &[5, 2, 3, 0, 1, 4]);
    });
    is_called_with(|| check::hopfield::step(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (&[array![1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, 1.0], array![1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0], array![-1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0]], &array![1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0], 2.5, &array![0.24, 0.19, 0.14, 0.35, 0.96, 0.55, 0.51, 0.14],));
    is_offered(check::hopfield::step, |step| {
        let _ = step(&[array![1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, 1.0], array![1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0], array![-1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0]], &array![1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0], 2.5, &array![0.24, 0.19, 0.14, 0.35, 0.96, 0.55, 0.51, 0.14]);
        let _ = step(&[array![-1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0, -1.0], array![1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0], array![-1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0], array![-1.0, 1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0], array![-1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0]], &array![1.0, 1.0, -1.0, -1.0, 1.0, -1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0], 4.0, &array![0.31, 0.22, 0.97, 0.92, 0.12, 0.48, 0.97, 0.57, 0.98, 0.72, 0.94, 0.67]);
        let _ = step(&[array![-1.0, -1.0, -1.0, -1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0]], &array![1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0], 1.5, &array![0.68, 0.65, 0.65, 0.18, 0.45, 0.0, 0.65, 0.89, 0.34, 0.97]);
    });
    is_called_with(|| check::hopfield::energy(|a0, a1| given((a0, a1,))), (&[array![-1.0, 1.0, -1.0, -1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0], array![-1.0, -1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0, -1.0, 1.0], array![-1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0]], &array![-1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0],));
    is_offered(check::hopfield::energy, |energy| {
        let _ = energy(&[array![-1.0, 1.0, -1.0, -1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0], array![-1.0, -1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0, -1.0, 1.0], array![-1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0]], &array![-1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0]);
        let _ = energy(&[array![1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0], array![-1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0]], &array![-1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0]);
        let _ = energy(&[array![-1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0]], &array![-1.0, -1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, -1.0, -1.0, 1.0, -1.0]);
    });
    is_called_with(|| check::hopfield::sweep(|a0, a1, a2| given((a0, a1, a2,))), (&array![[0.0, 1.0, -1.0, 0.0], [1.0, 0.0, 2.0, -1.0], [-1.0, 2.0, 0.0, 1.0], [0.0, -1.0, 1.0, 0.0]], &array![1.0, -1.0, 1.0, 1.0], &[2, 0, 3, 1],));
    is_offered(check::hopfield::sweep, |sweep| {
        let _ = sweep(&array![[0.0, 1.0, -1.0, 0.0], [1.0, 0.0, 2.0, -1.0], [-1.0, 2.0, 0.0, 1.0], [0.0, -1.0, 1.0, 0.0]], &array![1.0, -1.0, 1.0, 1.0], &[2, 0, 3, 1]);
        let _ = sweep(&array![[0.0, -2.0, 1.0, 1.0, 0.0], [-2.0, 0.0, 1.0, -1.0, 2.0], [1.0, 1.0, 0.0, -3.0, 1.0], [1.0, -1.0, -3.0, 0.0, 1.0], [0.0, 2.0, 1.0, 1.0, 0.0]], &array![1.0, 1.0, -1.0, -1.0, -1.0], &[4, 2, 0, 1, 3]);
    });
    is_called_with(|| check::hopfield::stationary_overlap(|a0| given((a0,))), (3.0,));
    is_offered(check::hopfield::stationary_overlap, |stationary_overlap| {
        let _ = stationary_overlap(3.0);
        let _ = stationary_overlap(2.2);
        let _ = stationary_overlap(6.0);
        let _ = stationary_overlap(12.0);
        let _ = stationary_overlap(1.4);
        let _ = stationary_overlap(0.5);
    });
    is_called_with(|| check::hopfield::unstable_fraction(|a0, a1| given((a0, a1,))), (&[array![-1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0], array![1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0], array![-1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0], array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0], array![-1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0]], 2,));
    is_offered(check::hopfield::unstable_fraction, |unstable_fraction| {
        let _ = unstable_fraction(&[array![-1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0], array![1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0], array![-1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0], array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0], array![-1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0]], 2);
        let _ = unstable_fraction(&[array![1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0], array![-1.0, -1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0], array![1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0], array![1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0, -1.0], array![1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, 1.0], array![1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 1.0], array![-1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 1.0, -1.0]], 5);
        let _ = unstable_fraction(&[array![-1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0, 1.0, 1.0], array![1.0, -1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0], array![-1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0, 1.0], array![-1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, 1.0], array![1.0, 1.0, -1.0, -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0], array![-1.0, -1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0], array![1.0, 1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0]], 3);
        let _ = unstable_fraction(&[array![1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0], array![-1.0, -1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0], array![1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0]], 0);
        let _ = unstable_fraction(&[array![1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0]], 0);
    });
    is_called_with(|| check::hopfield::plateau(|a0| given((a0,))), (&[0.1, 0.25, 0.5, 0.75, 0.875, 0.8],));
    is_offered(check::hopfield::plateau, |plateau| {
        let _ = plateau(&[0.1, 0.25, 0.5, 0.75, 0.875, 0.8]);
        let _ = plateau(&[1.0, 0.5, 0.25, -0.125, 0.0625]);
        let _ = plateau(&[0.9, 0.7]);
    });
    is_called_with(|| check::hopfield::compete(|a0, a1, a2| given((a0, a1, a2,))), (0.5, 0.2, 3.0,));
    is_offered(check::hopfield::compete, |compete| {
        let _ = compete(0.5, 0.2, 3.0);
        let _ = compete(-0.4, 0.3, 6.0);
        let _ = compete(0.1, -0.6, 1.5);
    });
    is_called_with(|| check::perceptron::field(|a0, a1| given((a0, a1,))), (&array![-2.0, 0.5, 1.5], &array![1.0, 2.0],));
    is_offered(check::perceptron::field, |field| {
        let _ = field(&array![-2.0, 0.5, 1.5], &array![1.0, 2.0]);
        let _ = field(&array![0.7, -1.2, 2.5], &array![3.0, 0.4]);
        let _ = field(&array![1.5, 2.0, -3.0, 0.25], &array![-1.0, 0.5, 5.0]);
        let _ = field(&array![-0.8, 3.0, -4.0], &array![2.0, 0.5]);
    });
    is_called_with(|| check::perceptron::distance(|a0, a1| given((a0, a1,))), (&array![-2.0, 0.5, 1.5], &array![1.0, 2.0],));
    is_offered(check::perceptron::distance, |distance| {
        let _ = distance(&array![-2.0, 0.5, 1.5], &array![1.0, 2.0]);
        let _ = distance(&array![0.7, -1.2, 2.5], &array![3.0, 0.4]);
        let _ = distance(&array![1.5, 2.0, -3.0, 0.25], &array![-1.0, 0.5, 5.0]);
        let _ = distance(&array![-0.8, 3.0, -4.0], &array![2.0, 0.5]);
    });
    is_offered(check::perceptron::gates, |gates| {
        let _ = gates();
        let _ = gates();
        let _ = gates();
        let _ = gates();
        let _ = gates();
        let _ = gates();
        let _ = gates();
        let _ = gates();
        let _ = gates();
        let _ = gates();
        let _ = gates();
        let _ = gates();
    });
    is_called_with(|| check::perceptron::xor(|a0| given((a0,))), (&array![0.0, 0.0],));
    is_offered(check::perceptron::xor, |xor| {
        let _ = xor(&array![0.0, 0.0]);
        let _ = xor(&array![0.0, 1.0]);
        let _ = xor(&array![1.0, 0.0]);
        let _ = xor(&array![1.0, 1.0]);
    });
    is_called_with(|| check::perceptron::learn(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (&mut array![-1.0, 2.0, 0.5], &array![0.25, -3.0], 1.0, 0.3,));
    is_offered(check::perceptron::learn, |learn| {
        let _ = learn(&mut array![-1.0, 2.0, 0.5], &array![0.25, -3.0], 1.0, 0.3);
        let _ = learn(&mut array![0.5, 1.0, -2.0], &array![1.5, 0.5], -1.0, 0.3);
        let _ = learn(&mut array![-1.0, 2.0, 0.5], &array![0.25, -3.0], -1.0, 0.3);
        let _ = learn(&mut array![0.5, 1.0, -0.5, 2.0], &array![2.0, 3.0, 1.5], 1.0, 0.7);
        let _ = learn(&mut array![0.0, 0.0, 0.0], &array![2.0, -1.0], 1.0, 0.25);
        let _ = learn(&mut array![0.0, 0.0, 0.0], &array![2.0, -1.0], -1.0, 0.25);
    });
    is_called_with(|| check::perceptron::one_pass(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (&mut array![0.5, -1.0, 0.25], &array![[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]], &array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0], 0.5,));
    is_offered(check::perceptron::one_pass, |one_pass| {
        let _ = one_pass(&mut array![0.5, -1.0, 0.25], &array![[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]], &array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0], 0.5);
        let _ = one_pass(&mut array![-1.0, 0.5, 2.0, -0.75], &array![[1.5, -0.5, 1.0], [-2.0, 1.0, 0.5], [0.5, 2.0, -1.0], [1.0, -1.5, -2.0], [-1.0, 0.5, 2.5]], &array![1.0, -1.0, -1.0, 1.0, 1.0], 0.25);
    });
    is_called_with(|| check::perceptron::mistake_bound(|a0, a1, a2| given((a0, a1, a2,))), (&array![-1.0, 2.0, 1.5], &array![[2.0, 1.0], [3.0, -0.5], [-1.0, 0.5], [-2.5, -1.0]], &array![1.0, 1.0, -1.0, -1.0],));
    is_offered(check::perceptron::mistake_bound, |mistake_bound| {
        let _ = mistake_bound(&array![-1.0, 2.0, 1.5], &array![[2.0, 1.0], [3.0, -0.5], [-1.0, 0.5], [-2.5, -1.0]], &array![1.0, 1.0, -1.0, -1.0]);
        let _ = mistake_bound(&array![0.5, 1.0, -2.0, 1.0], &array![[1.0, -1.0, 0.5], [-2.0, 1.0, -1.0], [0.0, 2.0, 0.5], [4.0, 0.5, 1.0]], &array![1.0, -1.0, -1.0, 1.0]);
        let _ = mistake_bound(&array![-7.0, 2.0, 1.5], &array![[2.0, 1.0], [3.0, -0.5], [-1.0, 0.5], [-2.5, -1.0]], &array![1.0, 1.0, -1.0, -1.0]);
        let _ = mistake_bound(&array![1.0, -2.0, -1.5], &array![[2.0, 1.0], [3.0, -0.5], [-1.0, 0.5], [-2.5, -1.0]], &array![1.0, 1.0, -1.0, -1.0]);
        let _ = mistake_bound(&array![2.0, 2.0, 0.0], &array![[2.0, 1.0], [3.0, -0.5], [-1.0, 0.5], [-2.5, -1.0]], &array![1.0, 1.0, -1.0, -1.0]);
    });
    is_called_with(|| check::perceptron::cover_fraction(|a0, a1| given((a0, a1,))), (5, 3,));
    is_offered(check::perceptron::cover_fraction, |cover_fraction| {
        let _ = cover_fraction(5, 3);
        let _ = cover_fraction(7, 2);
        let _ = cover_fraction(12, 6);
        let _ = cover_fraction(4, 9);
        let _ = cover_fraction(30, 11);
        let _ = cover_fraction(120, 75);
    });
    is_called_with(|| check::perceptron::error_rate(|a0, a1, a2| given((a0, a1, a2,))), (&array![0.5, -1.0, 0.25], &array![[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]], &array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0],));
    is_offered(check::perceptron::error_rate, |error_rate| {
        let _ = error_rate(&array![0.5, -1.0, 0.25], &array![[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]], &array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0]);
        let _ = error_rate(&array![-0.5, 2.0, -0.75], &array![[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]], &array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0]);
        let _ = error_rate(&array![-1.0, 0.5, 2.0, -0.75], &array![[1.5, -0.5, 1.0], [-2.0, 1.0, 0.5], [0.5, 2.0, -1.0], [1.0, -1.5, -2.0], [-1.0, 0.5, 2.5]], &array![1.0, -1.0, -1.0, 1.0, 1.0]);
        let _ = error_rate(&array![1.0, 1.5, -1.5, 1.75], &array![[1.5, -0.5, 1.0], [-2.0, 1.0, 0.5], [0.5, 2.0, -1.0], [1.0, -1.5, -2.0], [-1.0, 0.5, 2.5]], &array![1.0, -1.0, -1.0, 1.0, 1.0]);
    });
    is_called_with(|| check::perceptron::averaged(|a0, a1, a2| given((a0, a1, a2,))), (&array![[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]], &array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0], 3,));
    is_offered(check::perceptron::averaged, |averaged| {
        let _ = averaged(&array![[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]], &array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0], 3);
        let _ = averaged(&array![[1.5, -0.5, 1.0], [-2.0, 1.0, 0.5], [0.5, 2.0, -1.0], [1.0, -1.5, -2.0], [-1.0, 0.5, 2.5]], &array![1.0, -1.0, -1.0, 1.0, 1.0], 2);
        let _ = averaged(&array![[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]], &array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0], 1);
    });
    is_called_with(|| check::perceptron::vote(|a0| given((a0,))), (&[1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0, -1.0],));
    is_offered(check::perceptron::vote, |vote| {
        let _ = vote(&[1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0, -1.0]);
        let _ = vote(&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0]);
        let _ = vote(&[-1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0]);
        let _ = vote(&[1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, 1.0]);
        let _ = vote(&[1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0, 1.0, -1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0]);
    });
    is_called_with(|| check::perceptron::confusion(|a0, a1| given((a0, a1,))), (&[0, 1, 1, 2, 3, 3, 3, 4, 9, 9, 7, 8, 5, 6, 6, 4, 3], &[0, 1, 7, 2, 5, 5, 3, 9, 4, 9, 7, 8, 3, 6, 0, 4, 3],));
    is_offered(check::perceptron::confusion, |confusion| {
        let _ = confusion(&[0, 1, 1, 2, 3, 3, 3, 4, 9, 9, 7, 8, 5, 6, 6, 4, 3], &[0, 1, 7, 2, 5, 5, 3, 9, 4, 9, 7, 8, 3, 6, 0, 4, 3]);
        let _ = confusion(&[8, 8, 8, 2, 9], &[8, 3, 3, 2, 9]);
    });
    is_called_with(|| check::perceptron::loss_gradient(|a0, a1, a2| given((a0, a1, a2,))), (&array![-2.0, 0.5, 1.5], &array![1.0, 2.0], 1.0,));
    is_offered(check::perceptron::loss_gradient, |loss_gradient| {
        let _ = loss_gradient(&array![-2.0, 0.5, 1.5], &array![1.0, 2.0], 1.0);
        let _ = loss_gradient(&array![-2.0, 0.5, 1.5], &array![1.0, 2.0], -1.0);
        let _ = loss_gradient(&array![0.7, -1.2, 2.5], &array![3.0, 0.4], 1.0);
        let _ = loss_gradient(&array![0.7, -1.2, 2.5], &array![3.0, 0.4], -1.0);
        let _ = loss_gradient(&array![1.5, 2.0, -3.0, 0.25], &array![-1.0, 0.5, 5.0], 1.0);
        let _ = loss_gradient(&array![1.5, 2.0, -3.0, 0.25], &array![-1.0, 0.5, 5.0], -1.0);
        let _ = loss_gradient(&array![-0.8, 3.0, -4.0], &array![2.0, 0.5], 1.0);
        let _ = loss_gradient(&array![-0.8, 3.0, -4.0], &array![2.0, 0.5], -1.0);
    });
    is_called_with(|| check::membrane::nernst_potential(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (1, 12.0, 150.0, 30.0,));
    is_offered(check::membrane::nernst_potential, |nernst_potential| {
        let _ = nernst_potential(1, 12.0, 150.0, 30.0);
        let _ = nernst_potential(1, 145.0, 18.0, 18.0);
        let _ = nernst_potential(2, 1.6, 0.0004, 25.0);
        let _ = nernst_potential(-1, 90.0, 7.0, 12.0);
    });
    is_called_with(|| check::membrane::circuit_potential(|a0, a1, a2| given((a0, a1, a2,))), (&[0.4, 6.5, 0.7], &[95.0, -22.0, 5.0], 0.0,));
    is_offered(check::membrane::circuit_potential, |circuit_potential| {
        let _ = circuit_potential(&[0.4, 6.5, 0.7], &[95.0, -22.0, 5.0], 0.0);
        let _ = circuit_potential(&[25.0, 1.5, 0.5], &[95.0, -22.0, 5.0], 18.0);
        let _ = circuit_potential(&[0.2, 0.8], &[50.0, -90.0], -4.0);
        let _ = circuit_potential(&[1.0, 2.0, 0.5, 4.0], &[-70.0, 60.0, 10.0, -85.0], 30.0);
    });
    is_called_with(|| check::membrane::linear_over_exponential(|a0| given((a0,))), (2.4,));
    is_offered(check::membrane::linear_over_exponential, |linear_over_exponential| {
        let _ = linear_over_exponential(2.4);
        let _ = linear_over_exponential(-1.7);
        let _ = linear_over_exponential(0.3);
        let _ = linear_over_exponential(0.0);
        let _ = linear_over_exponential(1e-12);
        let _ = linear_over_exponential(-1e-12);
        let _ = linear_over_exponential(12.0);
    });
    is_called_with(|| check::membrane::steady_and_tau(|a0, a1| given((a0, a1,))), (0.35, 1.15,));
    is_offered(check::membrane::steady_and_tau, |steady_and_tau| {
        let _ = steady_and_tau(0.35, 1.15);
        let _ = steady_and_tau(2.2, 0.3);
        let _ = steady_and_tau(0.02, 0.43);
    });
    is_called_with(|| check::membrane::ionic_currents(|a0, a1| given((a0, a1,))), (HodgkinHuxleyParams { capacitance: 1.6, g_na: 90.0, g_k: 30.0, ..Default::default() }, HodgkinHuxleyState { v: 31.0, m: 0.42, h: 0.55, n: 0.36 },));
    is_offered(check::membrane::ionic_currents, |ionic_currents| {
        let _ = ionic_currents(HodgkinHuxleyParams { capacitance: 1.6, g_na: 90.0, g_k: 30.0, ..Default::default() }, HodgkinHuxleyState { v: 31.0, m: 0.42, h: 0.55, n: 0.36 });
        let _ = ionic_currents(HodgkinHuxleyParams { capacitance: 0.8, g_leak: 0.45, e_na: 108.0, ..Default::default() }, HodgkinHuxleyState { v: 84.0, m: 0.93, h: 0.27, n: 0.62 });
        let _ = ionic_currents(HodgkinHuxleyParams { capacitance: 2.5, e_k: -15.0, e_leak: 8.0, ..Default::default() }, HodgkinHuxleyState { v: -6.0, m: 0.04, h: 0.48, n: 0.51 });
    });
    is_called_with(|| check::membrane::derivatives(|a0, a1, a2| given((a0, a1, a2,))), (HodgkinHuxleyParams { capacitance: 1.6, g_na: 90.0, g_k: 30.0, ..Default::default() }, HodgkinHuxleyState { v: 31.0, m: 0.42, h: 0.55, n: 0.36 }, 7.0,));
    is_offered(check::membrane::derivatives, |derivatives| {
        let _ = derivatives(HodgkinHuxleyParams { capacitance: 1.6, g_na: 90.0, g_k: 30.0, ..Default::default() }, HodgkinHuxleyState { v: 31.0, m: 0.42, h: 0.55, n: 0.36 }, 7.0);
        let _ = derivatives(HodgkinHuxleyParams { capacitance: 0.8, g_leak: 0.45, e_na: 108.0, ..Default::default() }, HodgkinHuxleyState { v: 84.0, m: 0.93, h: 0.27, n: 0.62 }, -3.0);
        let _ = derivatives(HodgkinHuxleyParams { capacitance: 2.5, e_k: -15.0, e_leak: 8.0, ..Default::default() }, HodgkinHuxleyState { v: -6.0, m: 0.04, h: 0.48, n: 0.51 }, 12.5);
    });
    is_offered(check::membrane::sustained_rate, |sustained_rate| {
        let _ = sustained_rate(&Array1::linspace(0.0, 120.0, 2401), &Array1::linspace(0.0, 120.0, 2401).mapv(|t: f64| [4.0, 21.0, 39.0, 58.0, 72.0, 93.0].iter().map(|at: &f64| 100.0 * (-(t - at).powi(2)).exp()).sum::<f64>() + 40.0 * (-(t - 110.0).powi(2)).exp()), 30.0);
        let _ = sustained_rate(&Array1::linspace(0.0, 120.0, 2401), &Array1::linspace(0.0, 120.0, 2401).mapv(|t: f64| [15.0, 25.0, 35.0, 45.0, 55.0, 65.0, 75.0, 85.0, 95.0].iter().map(|at: &f64| 100.0 * (-(t - at).powi(2)).exp()).sum::<f64>() + 40.0 * (-(t - 110.0).powi(2)).exp()), 50.0);
        let _ = sustained_rate(&Array1::linspace(0.0, 120.0, 2401), &Array1::linspace(0.0, 120.0, 2401).mapv(|t: f64| [10.0, 90.0].iter().map(|at: &f64| 100.0 * (-(t - at).powi(2)).exp()).sum::<f64>() + 40.0 * (-(t - 110.0).powi(2)).exp()), 60.0);
        let _ = sustained_rate(&Array1::linspace(0.0, 120.0, 2401), &Array1::linspace(0.0, 120.0, 2401).mapv(|t: f64| [12.0].iter().map(|at: &f64| 100.0 * (-(t - at).powi(2)).exp()).sum::<f64>() + 40.0 * (-(t - 110.0).powi(2)).exp()), 60.0);
    });
    is_called_with(|| check::membrane::length_constant(|a0, a1| given((a0, a1,))), (CableParams { axial_resistivity: 150.0, g_leak: 0.05, ..Default::default() }, 3.0,));
    is_offered(check::membrane::length_constant, |length_constant| {
        let _ = length_constant(CableParams { axial_resistivity: 150.0, g_leak: 0.05, ..Default::default() }, 3.0);
        let _ = length_constant(CableParams { axial_resistivity: 35.0, g_leak: 0.4, ..Default::default() }, 500.0);
        let _ = length_constant(CableParams { axial_resistivity: 200.0, g_leak: 0.02, ..Default::default() }, 0.7);
    });
    is_called_with(|| check::membrane::cable_step(|a0, a1, a2, a3, a4, a5| given((a0, a1, a2, a3, a4, a5,))), (&array![6.0, 2.0], 0.05, 0.004, 20.0, 0.0, 0.1,));
    is_offered(check::membrane::cable_step, |cable_step| {
        let _ = cable_step(&array![6.0, 2.0], 0.05, 0.004, 20.0, 0.0, 0.1);
        let _ = cable_step(&array![3.0, 9.0], 0.02, 0.003, 12.0, 0.3, 0.02);
        let _ = cable_step(&array![8.0, 5.0, 1.0, -2.0], 0.04, 0.005, 15.0, 0.1, 0.05);
        let _ = cable_step(&array![0.0, 0.0, 7.0, 0.0, 0.0], 0.03, 0.002, 8.0, 0.0, 0.04);
    });
    is_called_with(|| check::membrane::sealed_profile(|a0, a1, a2| given((a0, a1, a2,))), (300.0, 900.0, 450.0,));
    is_offered(check::membrane::sealed_profile, |sealed_profile| {
        let _ = sealed_profile(300.0, 900.0, 450.0);
        let _ = sealed_profile(120.0, 200.0, 800.0);
        let _ = sealed_profile(0.0, 500.0, 250.0);
        let _ = sealed_profile(640.0, 640.0, 400.0);
    });
    is_offered(check::membrane::conduction_velocity, |conduction_velocity| {
        let _ = conduction_velocity(&neurocomp::cable::CableRun { t: array![0.0, 20.0], v: Array2::zeros((2, 5)), positions: array![100.0, 700.0, 2500.0, 6100.0, 9000.0], spikes: [vec![0.5], vec![0.75], vec![1.3, 11.9], vec![2.65], vec![]].map(|times| SpikeTrain::new(times, 0.0, 20.0).unwrap()).to_vec(), clamp_current: Array2::zeros((2, 0)) }, 0, 1);
        let _ = conduction_velocity(&neurocomp::cable::CableRun { t: array![0.0, 20.0], v: Array2::zeros((2, 5)), positions: array![100.0, 700.0, 2500.0, 6100.0, 9000.0], spikes: [vec![0.5], vec![0.75], vec![1.3, 11.9], vec![2.65], vec![]].map(|times| SpikeTrain::new(times, 0.0, 20.0).unwrap()).to_vec(), clamp_current: Array2::zeros((2, 0)) }, 1, 3);
        let _ = conduction_velocity(&neurocomp::cable::CableRun { t: array![0.0, 20.0], v: Array2::zeros((2, 5)), positions: array![100.0, 700.0, 2500.0, 6100.0, 9000.0], spikes: [vec![0.5], vec![0.75], vec![1.3, 11.9], vec![2.65], vec![]].map(|times| SpikeTrain::new(times, 0.0, 20.0).unwrap()).to_vec(), clamp_current: Array2::zeros((2, 0)) }, 2, 3);
        let _ = conduction_velocity(&neurocomp::cable::CableRun { t: array![0.0, 20.0], v: Array2::zeros((2, 5)), positions: array![100.0, 700.0, 2500.0, 6100.0, 9000.0], spikes: [vec![0.5], vec![0.75], vec![1.3, 11.9], vec![2.65], vec![]].map(|times| SpikeTrain::new(times, 0.0, 20.0).unwrap()).to_vec(), clamp_current: Array2::zeros((2, 0)) }, 0, 2);
        let _ = conduction_velocity(&neurocomp::cable::CableRun { t: array![0.0, 20.0], v: Array2::zeros((2, 5)), positions: array![100.0, 700.0, 2500.0, 6100.0, 9000.0], spikes: [vec![0.5], vec![0.75], vec![1.3, 11.9], vec![2.65], vec![]].map(|times| SpikeTrain::new(times, 0.0, 20.0).unwrap()).to_vec(), clamp_current: Array2::zeros((2, 0)) }, 3, 4);
        let _ = conduction_velocity(&neurocomp::cable::CableRun { t: array![0.0, 20.0], v: Array2::zeros((2, 5)), positions: array![100.0, 700.0, 2500.0, 6100.0, 9000.0], spikes: [vec![0.5], vec![0.75], vec![1.3, 11.9], vec![2.65], vec![]].map(|times| SpikeTrain::new(times, 0.0, 20.0).unwrap()).to_vec(), clamp_current: Array2::zeros((2, 0)) }, 4, 0);
    });
    is_called_with(|| check::membrane::power_law(|a0, a1| given((a0, a1,))), (&array![2.0, 3.0, 5.0, 9.0, 20.0], &array![8.1, 9.0, 13.2, 15.1, 27.0],));
    is_offered(check::membrane::power_law, |power_law| {
        let _ = power_law(&array![2.0, 3.0, 5.0, 9.0, 20.0], &array![8.1, 9.0, 13.2, 15.1, 27.0]);
        let _ = power_law(&array![0.5, 1.0, 4.0, 30.0], &array![12.0, 5.5, 1.9, 0.21]);
        let _ = power_law(&array![10.0, 20.0, 70.0, 100.0, 300.0, 400.0], &array![0.4, 1.3, 14.0, 33.0, 260.0, 520.0]);
    });
    is_called_with(|| check::plasticity::hebb_step(|a0, a1, a2| given((a0, a1, a2,))), (&array![0.5, -0.25, 1.5], &array![4.0, 2.0, 1.0], 0.05,));
    is_offered(check::plasticity::hebb_step, |hebb_step| {
        let _ = hebb_step(&array![0.5, -0.25, 1.5], &array![4.0, 2.0, 1.0], 0.05);
        let _ = hebb_step(&array![0.2, 0.8, 0.3, 0.1], &array![5.0, 0.0, 3.0, 2.0], 0.02);
        let _ = hebb_step(&array![-0.4, 0.3], &array![3.0, 1.5], 0.1);
    });
    is_called_with(|| check::plasticity::covariance_change(|a0, a1, a2| given((a0, a1, a2,))), (&array![4.0, 9.0, 2.5, 16.0, 7.5], &array![11.0, 14.0, 9.0, 15.0, 12.5], 0.1,));
    is_offered(check::plasticity::covariance_change, |covariance_change| {
        let _ = covariance_change(&array![4.0, 9.0, 2.5, 16.0, 7.5], &array![11.0, 14.0, 9.0, 15.0, 12.5], 0.1);
        let _ = covariance_change(&array![20.0, 5.0, 11.0, 8.0], &array![3.0, 9.0, 7.0, 6.0], 0.02);
        let _ = covariance_change(&array![1.0, 3.0, 8.0], &array![10.0, 25.0, 13.0], 0.5);
    });
    is_called_with(|| check::plasticity::bcm_step(|a0, a1, a2, a3, a4| given((a0, a1, a2, a3, a4,))), (&array![0.5, -0.25, 1.5], &array![4.0, 2.0, 1.0], 2.0, 0.05, 40.0,));
    is_offered(check::plasticity::bcm_step, |bcm_step| {
        let _ = bcm_step(&array![0.5, -0.25, 1.5], &array![4.0, 2.0, 1.0], 2.0, 0.05, 40.0);
        let _ = bcm_step(&array![0.2, 0.8, 0.3, 0.1], &array![5.0, 0.0, 3.0, 2.0], 5.5, 0.02, 40.0);
        let _ = bcm_step(&array![-0.4, 0.3], &array![3.0, 1.5], 1.2, 0.1, 40.0);
    });
    is_called_with(|| check::plasticity::oja_step(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (&array![0.5, -0.25, 1.5], &array![4.0, 2.0, 1.0], 0.05, 0.5,));
    is_offered(check::plasticity::oja_step, |oja_step| {
        let _ = oja_step(&array![0.5, -0.25, 1.5], &array![4.0, 2.0, 1.0], 0.05, 0.5);
        let _ = oja_step(&array![0.2, 0.8, 0.3, 0.1], &array![5.0, 0.0, 3.0, 2.0], 0.02, 2.0);
        let _ = oja_step(&array![-0.4, 0.3], &array![3.0, 1.5], 0.1, 1.5);
    });
    is_called_with(|| check::plasticity::stdp_window(|a0, a1| given((a0, a1,))), (StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 9.0,));
    is_offered(check::plasticity::stdp_window, |stdp_window| {
        let _ = stdp_window(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 9.0);
        let _ = stdp_window(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, -6.0);
        let _ = stdp_window(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 35.0);
        let _ = stdp_window(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, -28.0);
        let _ = stdp_window(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 0.0);
        let _ = stdp_window(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, 9.0);
        let _ = stdp_window(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, -6.0);
        let _ = stdp_window(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, 35.0);
        let _ = stdp_window(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, -28.0);
        let _ = stdp_window(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, 0.0);
    });
    is_called_with(|| check::plasticity::all_pairs(|a0, a1, a2| given((a0, a1, a2,))), (StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, &[10.0, 42.0], &[18.0, 30.0, 55.0],));
    is_offered(check::plasticity::all_pairs, |all_pairs| {
        let _ = all_pairs(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, &[10.0, 42.0], &[18.0, 30.0, 55.0]);
        let _ = all_pairs(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, &[5.0, 25.0, 60.0], &[25.0, 33.0]);
        let _ = all_pairs(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, &[12.0], &[4.0]);
        let _ = all_pairs(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, &[], &[7.0, 9.0]);
        let _ = all_pairs(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, &[10.0, 42.0], &[18.0, 30.0, 55.0]);
        let _ = all_pairs(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, &[5.0, 25.0, 60.0], &[25.0, 33.0]);
        let _ = all_pairs(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, &[12.0], &[4.0]);
        let _ = all_pairs(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, &[], &[7.0, 9.0]);
    });
    is_called_with(|| check::plasticity::weight_after_pair(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 0.3, 8.0, 1.0,));
    is_offered(check::plasticity::weight_after_pair, |weight_after_pair| {
        let _ = weight_after_pair(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 0.3, 8.0, 1.0);
        let _ = weight_after_pair(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 0.7, -5.0, 1.0);
        let _ = weight_after_pair(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 0.2, 12.0, 0.4);
        let _ = weight_after_pair(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 0.4, -9.0, 0.0);
        let _ = weight_after_pair(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 0.9995, 1.0, 0.0);
        let _ = weight_after_pair(StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() }, 0.0005, -1.0, 0.0);
        let _ = weight_after_pair(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, 0.3, 8.0, 1.0);
        let _ = weight_after_pair(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, 0.7, -5.0, 1.0);
        let _ = weight_after_pair(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, 0.2, 12.0, 0.4);
        let _ = weight_after_pair(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, 0.4, -9.0, 0.0);
        let _ = weight_after_pair(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, 0.9995, 1.0, 0.0);
        let _ = weight_after_pair(StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() }, 0.0005, -1.0, 0.0);
    });
    is_called_with(|| check::plasticity::deviation(|a0, a1, a2| given((a0, a1, a2,))), (&[0.3, -0.2, 0.9], &[0.1, -0.5, 1.2], &[0.1, 0.2, 0.05],));
    is_offered(check::plasticity::deviation, |deviation| {
        let _ = deviation(&[0.3, -0.2, 0.9], &[0.1, -0.5, 1.2], &[0.1, 0.2, 0.05]);
        let _ = deviation(&[1.5, 0.0, -0.4], &[1.0, 0.6, -0.4], &[0.25, 0.3, 0.5]);
    });
    is_called_with(|| check::plasticity::triplet_change(|a0, a1, a2| given((a0, a1, a2,))), (TripletParams { a2_plus: 0.004, a3_plus: 0.009, a2_minus: 0.006, tau_plus: 14.0, tau_minus: 28.0, tau_y: 60.0, ..Default::default() }, &[5.0, 32.0, 45.0], &[12.0, 35.0, 60.0],));
    is_offered(check::plasticity::triplet_change, |triplet_change| {
        let _ = triplet_change(TripletParams { a2_plus: 0.004, a3_plus: 0.009, a2_minus: 0.006, tau_plus: 14.0, tau_minus: 28.0, tau_y: 60.0, ..Default::default() }, &[5.0, 32.0, 45.0], &[12.0, 35.0, 60.0]);
        let _ = triplet_change(TripletParams { a2_plus: 0.004, a3_plus: 0.009, a2_minus: 0.006, tau_plus: 14.0, tau_minus: 28.0, tau_y: 60.0, ..Default::default() }, &[20.0, 30.0, 31.0], &[4.0, 10.0, 26.0, 33.0, 70.0]);
        let _ = triplet_change(TripletParams { a2_plus: 0.004, a3_plus: 0.009, a2_minus: 0.006, tau_plus: 14.0, tau_minus: 28.0, tau_y: 60.0, ..Default::default() }, &[8.0], &[2.0, 13.0]);
        let _ = triplet_change(TripletParams { a2_plus: 0.004, a3_plus: 0.009, a2_minus: 0.006, tau_plus: 14.0, tau_minus: 28.0, tau_y: 60.0, ..Default::default() }, &[6.0, 11.0], &[]);
        let _ = triplet_change(TripletParams { a2_plus: 0.001, a3_plus: 0.02, a2_minus: 0.01, tau_plus: 20.0, tau_minus: 40.0, tau_y: 90.0, ..Default::default() }, &[5.0, 32.0, 45.0], &[12.0, 35.0, 60.0]);
        let _ = triplet_change(TripletParams { a2_plus: 0.001, a3_plus: 0.02, a2_minus: 0.01, tau_plus: 20.0, tau_minus: 40.0, tau_y: 90.0, ..Default::default() }, &[20.0, 30.0, 31.0], &[4.0, 10.0, 26.0, 33.0, 70.0]);
        let _ = triplet_change(TripletParams { a2_plus: 0.001, a3_plus: 0.02, a2_minus: 0.01, tau_plus: 20.0, tau_minus: 40.0, tau_y: 90.0, ..Default::default() }, &[8.0], &[2.0, 13.0]);
        let _ = triplet_change(TripletParams { a2_plus: 0.001, a3_plus: 0.02, a2_minus: 0.01, tau_plus: 20.0, tau_minus: 40.0, tau_y: 90.0, ..Default::default() }, &[6.0, 11.0], &[]);
    });
    is_called_with(|| check::plasticity::time_above(|a0, a1, a2| given((a0, a1, a2,))), (2.6, 1.1, 18.0,));
    is_offered(check::plasticity::time_above, |time_above| {
        let _ = time_above(2.6, 1.1, 18.0);
        let _ = time_above(1.4, 0.6, 33.0);
        let _ = time_above(0.8, 1.3, 25.0);
        let _ = time_above(0.0, 0.9, 12.0);
    });
    is_called_with(|| check::plasticity::rescorla_wagner_step(|a0, a1, a2, a3| given((a0, a1, a2, a3,))), (&array![0.5, 0.25], &array![1.0, 1.0], 1.0, 0.2,));
    is_offered(check::plasticity::rescorla_wagner_step, |rescorla_wagner_step| {
        let _ = rescorla_wagner_step(&array![0.5, 0.25], &array![1.0, 1.0], 1.0, 0.2);
        let _ = rescorla_wagner_step(&array![0.6, 0.1, 0.4], &array![1.0, 0.0, 1.0], 2.0, 0.1);
        let _ = rescorla_wagner_step(&array![0.7, 0.3], &array![1.0, 0.0], 0.0, 0.3);
    });
    is_called_with(|| check::plasticity::blocking_weights(|a0, a1, a2| given((a0, a1, a2,))), (0.1, 12, 7,));
    is_offered(check::plasticity::blocking_weights, |blocking_weights| {
        let _ = blocking_weights(0.1, 12, 7);
        let _ = blocking_weights(0.2, 3, 4);
        let _ = blocking_weights(0.05, 0, 10);
        let _ = blocking_weights(0.3, 5, 0);
    });
}
