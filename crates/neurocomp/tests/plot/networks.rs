//! The figures of networks, memory, plasticity and the perceptron.

use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::plot::{self, DiagramBranch};
use serde_json::Value;

use crate::gallery_networks::{counts, cusp, digits, learning, letter, two_classes};
use crate::{json, numbers, path, picture_text, ramp};

fn named<'a>(json: &'a Value, name: &str) -> &'a Value {
    let data = json["data"].as_array().unwrap();
    data.iter().find(|trace| trace["name"] == name).expect(name)
}

#[test]
fn a_picture_has_its_first_row_on_top_and_square_cells() {
    let figure = plot::state_image(&array![[1.0, -1.0, -1.0], [-1.0, -1.0, -1.0]]);
    let json = json(&figure);
    let map = &json["data"][0];
    assert_eq!(map["type"], "heatmap");
    assert_eq!(numbers(&map["z"][0]), [1.0, -1.0, -1.0]);
    let y = numbers(&map["y"]);
    assert!(y[0] > y[1], "{y:?}");
    assert_eq!((map["zmin"].as_f64(), map["zmax"].as_f64()), (Some(-1.0), Some(1.0)));
    assert_eq!(map["showscale"], false);
    assert_eq!(map["colorscale"][1][1], "#333333");
    for axis in ["xaxis", "yaxis"] {
        assert_eq!(json["layout"][axis]["visible"], false);
    }
    assert_eq!(json["layout"]["yaxis"]["scaleanchor"], "x");
    // In the static picture: the only cell in ink is the one at the upper left, and it is a square.
    let ink = path(&figure, "fill", "#333333").concat();
    let paper = path(&figure, "fill", "#ffffff").concat();
    let extent = |of: fn(&(f64, f64)) -> f64, points: &[(f64, f64)]| {
        let low = points.iter().map(of).fold(f64::INFINITY, f64::min);
        let high = points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        (low, high)
    };
    let (x, y) = (extent(|p| p.0, &ink), extent(|p| p.1, &ink));
    assert!(((x.1 - x.0) - (y.1 - y.0)).abs() <= 1.0, "{x:?} {y:?}");
    assert_eq!((x.0, y.0), (extent(|p| p.0, &paper).0, extent(|p| p.1, &paper).0));
    assert!(figure.summary().contains("picture (2 × 3, from −1 to 1)"), "{}", figure.summary());
}

#[test]
fn a_state_of_one_kind_only_keeps_its_colour() {
    let range = |value: f64| {
        let json = json(&plot::state_image(&Array2::from_elem((2, 2), value)));
        (json["data"][0]["zmin"].as_f64().unwrap(), json["data"][0]["zmax"].as_f64().unwrap())
    };
    assert_eq!(range(-1.0), (-1.0, 1.0));
    assert_eq!(range(1.0), (0.0, 1.0));
    assert_eq!(range(0.0), (0.0, 1.0));
    assert_eq!(range(200.0), (199.0, 200.0));
}

#[test]
fn a_state_slides_through_time() {
    let frames = [20, 10, 0].map(|flipped| plot::state_image(&letter(10, flipped)));
    let figure = plot::slider("step", &array![0.0, 1.0, 2.0], frames.into());
    assert!(figure.problems().is_empty());
    let json = json(&figure);
    assert_eq!(json["layout"]["xaxis"]["visible"], false);
    assert_eq!(json["frames"].as_array().unwrap().len(), 3);
    assert_ne!(json["frames"][0]["data"][0]["z"], json["frames"][2]["data"][0]["z"]);
    assert_eq!(numbers(&json["frames"][2]["data"][0]["z"][9])[0], letter(10, 0)[[9, 0]]);
}

#[test]
fn pictures_stand_in_a_grid_and_do_not_touch() {
    let figure = plot::digit_grid(&digits(7), 3);
    let json = json(&figure);
    let maps: Vec<(Vec<f64>, Vec<f64>)> = json["data"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|trace| trace["type"] == "heatmap")
        .map(|trace| (numbers(&trace["x"]), numbers(&trace["y"])))
        .collect();
    assert_eq!(maps.len(), 7);
    assert!(maps[1].0[0] > maps[0].0[27] + 1.0);
    assert_eq!(maps[1].1, maps[0].1);
    assert!(maps[3].1[0] < maps[0].1[27] - 1.0);
    assert_eq!(maps[3].0, maps[0].0);
    // Told once, with their number, not seven times.
    let same = vec![Array2::from_shape_fn((2, 2), |(row, _)| row as f64); 7];
    let summary = plot::state_images(&same, &[]).summary();
    assert!(summary.contains("7 × picture"), "{summary}");
    assert_eq!(summary.matches("picture").count(), 1, "{summary}");
    let titled = plot::state_images(&digits(2), &["a", "b"]);
    assert!(["a", "b"].iter().all(|t| picture_text(&titled).iter().any(|u| u == t)));
    assert!(titled.summary().contains("picture “a” (28 × 28"), "{}", titled.summary());
}

#[test]
fn forty_large_pictures_stay_light() {
    let noise =
        |k: usize| Array2::from_shape_fn((64, 64), |(i, j)| if (i * 7 + j * j + k) % 5 < 2 { 1.0 } else { -1.0 });
    let images: Vec<Array2<f64>> = (0..40).map(noise).collect();
    let figure = plot::state_images(&images, &[]);
    assert!(figure.problems().is_empty());
    let (plotly, svg) = (figure.plot().to_json().len(), figure.svg().len());
    assert!(plotly < 400_000, "{plotly}");
    assert!(svg < 1_000_000, "{svg}");
    let digits = plot::digit_grid(&digits(40), 10);
    let (plotly, svg) = (digits.plot().to_json().len(), digits.svg().len());
    assert!(plotly < 250_000 && svg < 200_000, "{plotly} {svg}");
}

#[test]
fn stable_branches_are_solid_and_unstable_ones_dashed() {
    let json = json(&plot::bifurcation_diagram("I (nA)", &cusp()));
    let (stable, unstable) = (named(&json, "stable (solid)"), named(&json, "unstable (dashed)"));
    assert_eq!(stable["line"]["dash"], "solid");
    assert_eq!(unstable["line"]["dash"], "dash");
    // Two branches with a gap between them: the pen does not go from the one to the other.
    let y = numbers(&stable["y"]);
    assert_eq!(y.iter().position(|y| y.is_nan()), Some(81));
    assert!(numbers(&unstable["y"])[..81].iter().all(|y| y.abs() < 0.58));
    assert_eq!(json["layout"]["showlegend"], true);
    // Alone, an unstable branch is dashed all the same.
    let (x, y) = (ramp(), ramp());
    let alone = plot::bifurcation_diagram("I (nA)", &[DiagramBranch { x, y, stable: false }]);
    assert_eq!(named(&self::json(&alone), "unstable (dashed)")["line"]["dash"], "dash");
}

#[test]
fn the_circle_of_the_eigenvalues_has_its_radius_and_is_round() {
    let figure = plot::eigenvalues(&array![0.5], &array![0.1], 2.0);
    let json = json(&figure);
    let circle = named(&json, "radius 2");
    for (x, y) in numbers(&circle["x"]).iter().zip(numbers(&circle["y"])) {
        assert!((x.hypot(y) - 2.0).abs() < 1e-6);
    }
    assert_eq!(json["layout"]["yaxis"]["scaleanchor"], "x");
}

#[test]
fn a_capacity_curve_marks_the_critical_load() {
    let load = array![0.05, 0.2];
    let json = json(&plot::capacity_curve(&load, &array![1.0, 0.3], &array![0.0, 0.1]));
    assert_eq!(numbers(&named(&json, "critical load 0.138")["x"]), [0.138, 0.138]);
}

#[test]
fn a_bump_has_time_to_the_right_and_the_angle_upwards() {
    let rate = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
    let json = json(&plot::bump(&array![0.0, 1.0, 2.0], &array![-90.0, 90.0], &rate));
    assert_eq!(numbers(&json["data"][0]["z"][0]), [1.0, 3.0, 5.0]);
    assert_eq!(numbers(&json["data"][0]["y"]), [-90.0, 90.0]);
}

#[test]
fn measurements_have_errors_if_errors_are_given() {
    let (x, none) = (ramp(), Array1::<f64>::zeros(0));
    let with = json(&plot::stdp_window(&x, &x, &x, &x, &x));
    assert_eq!(numbers(&named(&with, "measured")["error_y"]["array"])[3], 3.0);
    let without = json(&plot::stdp_window(&x, &x, &x, &x, &none));
    assert!(named(&without, "measured")["error_y"].is_null());
    let model = json(&plot::stdp_window(&x, &x, &none, &none, &none));
    assert!(model["data"].as_array().unwrap().iter().all(|t| t["name"] != "measured"));
}

#[test]
fn a_window_has_no_line_from_its_one_side_to_the_other() {
    let dt = Array1::linspace(-2.0, 2.0, 9);
    let none = Array1::<f64>::zeros(0);
    let figure = plot::stdp_window(&dt, &dt.mapv(f64::signum), &none, &none, &none);
    let y = numbers(&named(&json(&figure), "model")["y"]);
    assert_eq!(y.iter().position(|y| y.is_nan()), Some(4));
    assert_eq!((y[3], y[5]), (-1.0, 1.0));
    assert!(figure.summary().contains("line “model” (9 points)"), "{}", figure.summary());
}

#[test]
fn weights_that_are_all_the_same_are_one_bar() {
    let figure = plot::weight_histogram(&Array1::from_elem(50, 0.5), 9);
    assert!(figure.problems().is_empty(), "{:?}", figure.problems());
    let heights = numbers(&json(&figure)["data"][0]["y"]);
    assert_eq!(heights.iter().filter(|h| **h > 0.0).count(), 1);
}

/// Twice the signed area of a polygon.
fn area(trace: &Value) -> f64 {
    let (x, y) = (numbers(&trace["x"]), numbers(&trace["y"]));
    (0..x.len()).map(|k| (k, (k + 1) % x.len())).map(|(a, b)| 0.5 * (x[a] * y[b] - x[b] * y[a])).sum::<f64>().abs()
}

#[test]
fn half_planes_fill_the_figure_and_the_line_is_between_them() {
    let (points, labels) = two_classes();
    for w in [[0.2, 1.0, 0.8], [-3.0, 0.0, 2.0], [1e-9, -3e-9, 1e-9], [0.0, 1.0, 1.0], [1e200, 1e200, -1e200]] {
        let w = Array1::from(w.to_vec());
        let json = json(&plot::decision_line(&points, &labels, &w, (-3.0, 3.0), (-2.0, 2.0)));
        let (one, other) = (named(&json, "side of class 1"), named(&json, "side of class −1"));
        assert!((area(one) + area(other) - 24.0).abs() < 1e-4, "{w}");
        assert_eq!(one["fill"], "toself");
        // Each side has the colour of its class.
        assert_eq!(one["fillcolor"], "rgba(0,114,178,0.18)");
        assert_eq!(named(&json, "class 1")["marker"]["color"], "#0072B2");
        let line = named(&json, "decision line");
        let (x, y) = (numbers(&line["x"]), numbers(&line["y"]));
        assert_eq!(x.len(), 2);
        for (x, y) in x.iter().zip(&y) {
            assert!((w[0] + w[1] * x + w[2] * y).abs() < 1e-5 * w.mapv(f64::abs).sum(), "{w}: {x}, {y}");
            let on_border = (x.abs() - 3.0).abs() < 1e-6 || (y.abs() - 2.0).abs() < 1e-6;
            assert!(on_border, "{w}: {x}, {y}");
        }
        let inside = |trace: &Value| {
            let (x, y) = (numbers(&trace["x"]), numbers(&trace["y"]));
            x.iter()
                .zip(y)
                .map(|(x, y)| (w[0] + w[1] * x + w[2] * y) / w.mapv(f64::abs).sum())
                .fold(f64::INFINITY, f64::min)
        };
        assert!(inside(one) > -1e-6);
    }
}

#[test]
fn classes_differ_in_colour_and_shape() {
    let (points, labels) = two_classes();
    let figure = plot::decision_line(&points, &labels, &array![0.0, 1.0, 1.0], (-3.0, 3.0), (-3.0, 3.0));
    let json = json(&figure);
    let (a, b) = (&named(&json, "class 1")["marker"], &named(&json, "class −1")["marker"]);
    assert_ne!(a["color"], b["color"]);
    assert_ne!(a["symbol"], b["symbol"]);
    // Both outputs have both areas.
    assert_eq!(figure.svg().matches("fill-opacity=\"0.18\"").count(), 2);
    // A line beyond what is shown: everything is on one side.
    let beyond = plot::decision_line(&points, &labels, &array![9.0, 1.0, 1.0], (-3.0, 3.0), (-3.0, 3.0));
    assert_eq!(beyond.svg().matches("fill-opacity=\"0.18\"").count(), 1);
    assert!(beyond.problems().is_empty());
}

#[test]
fn a_line_through_the_origin_is_drawn_whatever_its_rounding() {
    let (points, labels) = two_classes();
    for w in [[-0.0, 1.0, 0.0], [0.0, 0.3, 1e-17], [0.0, -0.1, 0.3]] {
        let weights = Array1::from(w.to_vec());
        let range = (-1.1, 1.1);
        let json = json(&plot::decision_line(&points, &labels, &weights, range, range));
        let line = named(&json, "decision line");
        assert_eq!(numbers(&line["x"]).len(), 2, "{w:?}");
    }
}

#[test]
fn a_decision_line_slides_from_no_weights_at_all() {
    let figure = learning();
    assert!(figure.problems().is_empty(), "{:?}", figure.problems());
    let json = json(&figure);
    let names = |k: usize| -> Vec<String> {
        let data = json["frames"][k]["data"].as_array().unwrap();
        data.iter().map(|t| format!("{} {}", t["name"], t["line"]["color"])).collect()
    };
    let count = json["frames"].as_array().unwrap().len();
    assert!(count > 1);
    assert!((1..count).all(|k| names(k) == names(0)), "{:?}", names(0));
}

#[test]
fn a_confusion_matrix_shows_each_number_on_its_cell() {
    let matrix = counts();
    let figure = plot::confusion_matrix(&matrix);
    let json = json(&figure);
    let mut seen = 0;
    for trace in json["data"].as_array().unwrap().iter().filter(|t| t["mode"] == "text") {
        let (x, y) = (numbers(&trace["x"]), numbers(&trace["y"]));
        for (k, text) in trace["text"].as_array().unwrap().iter().enumerate() {
            assert_eq!(text.as_str().unwrap(), matrix[[-y[k] as usize, x[k] as usize]].to_string());
            seen += 1;
        }
    }
    assert_eq!(seen, 100);
    // Row 0 is on top, and the axis says so.
    let heat = &json["data"][0];
    assert_eq!((numbers(&heat["y"])[9], numbers(&heat["z"][9])[0]), (0.0, matrix[[0, 0]]));
    assert_eq!(json["layout"]["yaxis"]["ticktext"][9], "9");
    assert_eq!(json["layout"]["yaxis"]["tickvals"][9], -9.0);
    // White on dark, black on light.
    let svg = figure.svg();
    assert!(svg.contains("<g text-anchor=\"middle\" fill=\"#FFFFFF\">"));
    assert!(svg.contains("<g text-anchor=\"middle\" fill=\"#000000\">"));
}
