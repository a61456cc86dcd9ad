//! Long data stay small, and keep what matters.

use neurocomp::ndarray::{Array1, Array2};
use neurocomp::plot::{self, Figure};
use neurocomp::spike_train::{SpikeTrain, histogram};

use crate::{first_curve, frame, json, numbers, train};

#[test]
fn a_single_spike_survives_in_both_forms_of_a_long_trace() {
    let t = Array1::linspace(0.0, 10_000.0, 100_001);
    let mut v = Array1::from_elem(t.len(), -65.0);
    v[77_777] = 40.0;
    let figure = plot::line(&t, &v, "time (ms)", "V (mV)").y_range(-65.0, 40.0);
    let y = numbers(&json(&figure)["data"][0]["y"]);
    assert!(y.len() <= 5_000, "{} points", y.len());
    assert!(y.contains(&40.0));
    let highest = first_curve(&figure).concat().iter().map(|p| p.1).fold(f64::INFINITY, f64::min);
    assert!((highest - frame(&figure).0).abs() < 0.11, "the spike ends at {highest}");
    assert!(figure.summary().contains("100001 points, drawn with"), "{}", figure.summary());
    assert!(figure.plot().to_json().len() < 100_000);
}

#[test]
fn the_numbers_of_the_figure_are_those_given_to_seven_digits() {
    let x = Array1::linspace(0.0, 1.0, 1000);
    let y = x.mapv(|x: f64| 1e-5 + x.exp());
    let shown = numbers(&json(&plot::line(&x, &y, "x", "y"))["data"][0]["y"]);
    assert!(shown.iter().zip(&y).all(|(a, b)| (a - b).abs() <= 5e-7 * b.abs()));
}

#[test]
fn a_million_bins_do_not_make_a_million_bars() {
    let values: Array1<f64> = (0..1000).map(|i| f64::from(i) / 1000.0).collect();
    let figure = Figure::new("").histogram(&histogram(&values, 1_000_000, 0.0, 1.0).unwrap(), "");
    assert!(figure.plot().to_json().len() < 200_000);
    assert!(figure.svg().len() < 60_000);
}

#[test]
fn a_raster_of_a_network_stays_small() {
    let trains: Vec<SpikeTrain> = (0..4000)
        .map(|k| {
            train(&(0..10).map(|i| (f64::from(i) + (f64::from(k) * 0.618_034).fract()) * 99.0).collect::<Vec<f64>>())
        })
        .collect();
    let figure = Figure::new("").raster(&trains, "");
    assert!(figure.plot().to_json().len() < 400_000);
    assert!(figure.svg().len() < 60_000, "{}", figure.svg().len());
    assert!(figure.summary().contains("40000 spikes, drawn with"), "{}", figure.summary());
    assert!(figure.svg().contains("This picture shows"));
}

#[test]
fn a_slider_with_many_long_frames_stays_small() {
    let t = Array1::linspace(0.0, 1000.0, 20_001);
    let values = Array1::linspace(0.0, 49.0, 50);
    let frames = values.iter().map(|k| plot::line(&t, &t.mapv(|t| f64::sin(t * k)), "t", "x")).collect();
    assert!(plot::slider("k", &values, frames).plot().to_json().len() < 1_500_000);
    let side = Array1::linspace(0.0, 249.0, 250);
    let z = Array2::from_shape_fn((250, 250), |(i, j)| (i * j) as f64 * 0.1);
    let maps = values.iter().map(|_| Figure::new("").heatmap(&side, &side, &z, "z")).collect();
    assert!(plot::slider("k", &values, maps).plot().to_json().len() < 3_000_000);
}

#[test]
fn a_size_that_leaves_no_room_grows() {
    let x = Array1::linspace(0.0, 1.0, 2);
    let mut figure = Figure::new("small").size(200, 200);
    for k in 0..10 {
        figure = figure.line(&x, &x, &format!("a long name in the legend {k}"));
    }
    let (top, bottom) = frame(&figure);
    assert!(bottom - top >= 50.0, "{top} to {bottom}");
}
