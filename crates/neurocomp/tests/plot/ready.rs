//! The figures of the tutorials: each whole, in both forms.

use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::plot::{self, Figure};
use neurocomp::spike_train::SpikeTrain;

use crate::gallery::{self, phase_plane};
use crate::{json, numbers, path, picture_text, train};

#[test]
fn each_is_complete_in_all_forms() {
    for (name, figure) in gallery::all() {
        assert!(figure.problems().is_empty(), "{name}: {:?}", figure.problems());
        let json = json(&figure);
        let (svg, text) = (figure.svg(), picture_text(&figure));
        let document = roxmltree::Document::parse(&svg).expect("well-formed XML");
        let limit = if name.contains("image") || name.contains("digit") { 200_000 } else { 60_000 };
        assert!(svg.len() < limit, "{name}: {} bytes", svg.len());
        let title = json["layout"]["title"]["text"].as_str().unwrap().to_string();
        assert!(!title.is_empty() && text.contains(&title), "{name}");
        for axis in ["xaxis", "yaxis", "yaxis2"] {
            let axis = &json["layout"][axis];
            if axis.is_null() || axis["visible"] == false {
                continue;
            }
            let label = axis["title"]["text"].as_str().unwrap();
            // FitzHugh's variables have no unit.
            let has_unit = label.contains('(') && label.ends_with(')');
            assert!(has_unit || ["V", "W"].contains(&label), "{name}: {label}");
            assert!(text.iter().any(|t| t == label), "{name}: {label} is not in the picture");
            assert!(figure.summary().contains(label), "{name}");
        }
        for trace in json["data"].as_array().unwrap() {
            if trace["showlegend"] == true && json["layout"]["showlegend"] == true {
                let entry = trace["name"].as_str().unwrap();
                assert!(text.iter().any(|t| t == entry), "{name}: {entry} is not in the picture");
            }
        }
        let root = document.root_element();
        assert_eq!(root.attribute("aria-label"), Some(figure.summary().as_str()));
        // Nothing is written beyond the right edge; 7 pixels a character is generous.
        let width: f64 = root.attribute("width").unwrap().parse().unwrap();
        for node in document.descendants().filter(|node| node.has_tag_name("text")) {
            let at: f64 = node.attribute("x").unwrap().parse().unwrap();
            let half = match (node.attribute("text-anchor"), node.attribute("transform")) {
                (Some("middle"), None) => 3.5,
                (None, None) => 7.0,
                _ => continue,
            };
            let end = at + half * node.text().unwrap_or_default().chars().count() as f64;
            assert!(end <= width, "{name}: {:?} ends at {end}", node.text());
        }
    }
}

#[test]
fn ranges_hold_the_data() {
    for (name, figure) in gallery::all() {
        if name == "phase_plane" {
            continue;
        }
        let json = json(&figure);
        for trace in json["data"].as_array().unwrap() {
            let panel = if trace["yaxis"] == "y2" { "yaxis2" } else { "yaxis" };
            for (axis, values) in [("xaxis", &trace["x"]), (panel, &trace["y"])] {
                let range = numbers(&json["layout"][axis]["range"]);
                let log = json["layout"][axis]["type"] == "log";
                for value in numbers(values).into_iter().filter(|v| v.is_finite()) {
                    let value = if log { value.log10() } else { value };
                    assert!(range[0] <= value && value <= range[1], "{name}: {value} outside {range:?}");
                }
            }
        }
    }
}

#[test]
fn a_raster_counts_rows_in_whole_numbers() {
    let figure = plot::raster(&[train(&[10.0, 20.0]), train(&[5.0])]);
    assert_eq!(json(&figure)["layout"]["yaxis"]["dtick"], 1.0);
    let text = picture_text(&figure);
    assert!(text.iter().all(|t| !t.contains("0.5")), "{text:?}");
    for row in ["0", "1"] {
        assert!(text.iter().any(|t| t == row), "{text:?}");
    }
}

#[test]
fn a_hundred_thousand_spikes_stay_light() {
    let trains: Vec<SpikeTrain> = (0..1000)
        .map(|k| {
            let shift = (f64::from(k) * 0.618_034).fract();
            let times = (0..100).map(|i| (f64::from(i) + shift) * 9.9).collect::<Vec<f64>>();
            train(&times)
        })
        .collect();
    let edges = Array1::linspace(0.0, 1000.0, 101);
    let figure = plot::raster_with_rate(&trains, &edges, &Array1::from_elem(100, 100.0));
    assert!(figure.problems().is_empty());
    assert!(figure.plot().to_json().len() < 400_000, "{}", figure.plot().to_json().len());
    assert!(figure.svg().len() < 80_000, "{}", figure.svg().len());
    assert!(figure.summary().contains("100000 spikes, drawn with"));
}

#[test]
fn a_rate_that_goes_beyond_the_raster_is_seen_whole() {
    let edges = array![-500.0, 0.0, 500.0, 1500.0];
    let figure = plot::raster_with_rate(&[train(&[10.0])], &edges, &array![1.0, 2.0, 3.0]);
    let range = numbers(&json(&figure)["layout"]["xaxis"]["range"]);
    assert_eq!(range, [-500.0, 1500.0]);
}

#[test]
fn a_correlogram_has_a_line_at_zero_even_where_no_value_is() {
    let figure = plot::correlogram(&array![5.0, 15.0, 25.0], &array![1.0, -2.0, 0.5]);
    let json = json(&figure);
    assert_eq!(numbers(&json["data"][1]["x"]), [0.0, 0.0]);
    assert!(numbers(&json["layout"]["yaxis"]["range"])[0] < -2.0);
    assert_eq!(json["layout"]["showlegend"], false);
}

#[test]
fn a_phase_plane_shows_what_moves_and_cuts_its_nullclines() {
    let figure = phase_plane(0.7);
    let json = json(&figure);
    let (x, y) = (numbers(&json["layout"]["xaxis"]["range"]), numbers(&json["layout"]["yaxis"]["range"]));
    // The cubic reaches from −5.3 to 6.7 between −3 and 3; the flow ends at 2.4.
    assert!(y[0] > -2.0 && y[1] < 3.0, "{y:?}");
    assert!(x[0] > -2.9 && x[1] < 2.9, "{x:?}");
    let names: Vec<&str> = json["data"].as_array().unwrap().iter().map(|t| t["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["", "dV/dt = 0", "dW/dt = 0", "from (−1.5, 1.5)", "from (1, −0.5)", "unstable fixed point"]);
    // Alone, the nullclines are shown whole.
    let v = Array1::linspace(-3.0, 3.0, 61);
    let alone = plot::phase_plane("V (mV)", "W", &v, &v.mapv(|v| v - v.powi(3) / 3.0), &v, &v).fixed_points(
        &array![0.0],
        &array![0.0],
        &[false],
    );
    assert!(numbers(&self::json(&alone)["layout"]["yaxis"]["range"])[1] >= 6.0);
    assert!(alone.summary().contains("“dV/dt = 0”"));
}

#[test]
fn a_phase_plane_slides_although_its_fixed_point_changes_stability() {
    let currents = array![0.0, 0.7, 1.0, 5.0];
    let frames: Vec<Figure> = currents.iter().map(|&i| phase_plane(i)).collect();
    let figure = plot::slider("I", &currents, frames);
    assert!(figure.problems().is_empty(), "{:?}", figure.problems());
    let json = json(&figure);
    let name_of = |k: usize| -> Vec<String> {
        let data = json["frames"][k]["data"].as_array().unwrap();
        data.iter().map(|t| format!("{} {}", t["name"], t["marker"]["symbol"])).collect()
    };
    assert!((1..4).all(|k| name_of(k) == name_of(0)), "{:?}", name_of(1));
    // Stable without input and at I = 5, unstable between: filled, open, open, filled.
    let shown = |k: usize, symbol: &str| {
        let data = json["frames"][k]["data"].as_array().unwrap();
        let trace = data.iter().find(|t| t["marker"]["symbol"] == symbol).unwrap();
        numbers(&trace["x"]).iter().any(|x| x.is_finite())
    };
    let filled: Vec<bool> = (0..4).map(|k| shown(k, "circle")).collect();
    let open: Vec<bool> = (0..4).map(|k| shown(k, "circle-open")).collect();
    assert_eq!(filled, [true, false, false, true]);
    assert_eq!(open, [false, true, true, false]);
    // The picture shows the first frame and explains only what is in it.
    let text = picture_text(&figure);
    assert!(text.iter().any(|t| t == "stable fixed point"));
    assert!(!text.iter().any(|t| t == "unstable fixed point"));
    assert!(figure.plot().to_json().len() < 1_500_000);
}

#[test]
fn every_ready_made_figure_works_in_a_slider() {
    for (name, figure) in gallery::all() {
        let two = vec![figure.clone(), figure];
        let figure = plot::slider("k", &array![0.0, 1.0], two);
        assert!(figure.problems().is_empty(), "{name}: {:?}", figure.problems());
        let json = json(&figure);
        assert_eq!(json["data"], json["frames"][1]["data"], "{name}");
        assert!(roxmltree::Document::parse(&figure.svg()).is_ok(), "{name}");
    }
}

#[test]
fn the_reference_of_a_convergence_has_the_slope_that_it_names() {
    let dt = array![0.1, 0.2, 0.4];
    for order in [1.0, 2.0, 4.0] {
        let figure = plot::convergence(&dt, &dt.mapv(|d: f64| 3.0 * d.powf(order)), order);
        let json = json(&figure);
        assert_eq!(json["data"][1]["name"], format!("slope {order}"));
        let (x, y) = (numbers(&json["data"][1]["x"]), numbers(&json["data"][1]["y"]));
        let slope = (y[1] / y[0]).ln() / (x[1] / x[0]).ln();
        assert!((slope - order).abs() < 1e-5, "{slope}");
        assert_eq!((x[1], y[1]), (0.4, neurocomp_rounded(3.0 * 0.4_f64.powf(order))));
        assert_eq!(json["layout"]["xaxis"]["type"], "log");
        assert_eq!(json["layout"]["yaxis"]["type"], "log");
    }
}

/// Seven digits, as in the figure.
fn neurocomp_rounded(value: f64) -> f64 {
    format!("{value:.6e}").parse().unwrap()
}

#[test]
fn a_profile_takes_the_row_nearest_in_time() {
    let (t, x) = (array![0.0, 1.0, 2.0, 3.0], array![0.0, 100.0]);
    let v = Array2::from_shape_fn((4, 2), |(k, i)| (10 * k + i) as f64);
    let json = json(&plot::cable_profile(&t, &x, &v, &[0.9, 3.0]));
    assert_eq!(numbers(&json["data"][0]["y"]), [10.0, 11.0]);
    assert_eq!(json["data"][0]["name"], "t = 1 ms");
    assert_eq!(numbers(&json["data"][1]["y"]), [30.0, 31.0]);
}

#[test]
fn time_runs_to_the_right_and_space_upwards() {
    let (t, x) = (array![0.0, 1.0, 2.0], array![0.0, 100.0]);
    let v = array![[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]];
    let figure = plot::space_time(&t, &x, &v);
    let json = json(&figure);
    assert_eq!(numbers(&json["data"][0]["z"][0]), [0.0, 2.0, 4.0]);
    assert_eq!(json["layout"]["xaxis"]["title"]["text"], "time (ms)");
    // The lowest value is at the lower left.
    let cell = path(&figure, "fill", "#440154").concat();
    assert!(cell.iter().all(|p| p.0 < 300.0), "{cell:?}");
}

#[test]
fn a_tuning_curve_stands_on_zero_and_can_be_renamed() {
    let x = array![0.0, 45.0, 90.0];
    let figure = plot::tuning_curve(&x, &array![10.0, 12.0, 11.0], &array![1.0, 1.0, 1.0]);
    assert_eq!(numbers(&json(&figure)["layout"]["yaxis"]["range"])[0], 0.0);
    let renamed = figure.x_label("contrast (%)");
    assert_eq!(json(&renamed)["layout"]["xaxis"]["title"]["text"], "contrast (%)");
}
