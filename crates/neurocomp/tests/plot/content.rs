//! What is drawn is what was given.

use std::collections::HashSet;

use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::plot::{self, Figure};
use neurocomp::spike_train::histogram;

use crate::{first_curve, frame, json, numbers, path, picture_text, ramp, sliding, train};

#[test]
fn the_data_arrive_with_their_labels() {
    let x = ramp();
    let figure = plot::line(&x, &x.mapv(|x| x * x), "time (ms)", "V (mV)").points(&x, &x, "samples");
    let json = json(&figure);
    assert_eq!(numbers(&json["data"][0]["y"])[3], 9.0);
    assert_eq!(json["data"][0]["mode"], "lines");
    assert_eq!(json["data"][1]["mode"], "markers");
    assert_eq!(json["data"][1]["name"], "samples");
    assert_eq!(json["layout"]["xaxis"]["title"]["text"], "time (ms)");
    assert_eq!(json["layout"]["yaxis"]["title"]["text"], "V (mV)");
    let text = picture_text(&figure);
    for label in ["time (ms)", "V (mV)", "samples"] {
        assert!(text.iter().any(|t| t == label), "{label} is not in the picture: {text:?}");
    }
}

#[test]
fn both_forms_show_the_same_range() {
    let x = ramp();
    let figure = plot::line(&x, &x.mapv(|x| 3.0 * x - 7.0), "x", "y").hline(40.0, "far above");
    let json = json(&figure);
    let range = numbers(&json["layout"]["yaxis"]["range"]);
    assert!(range[0] <= -7.0 && range[1] >= 40.0, "{range:?}");
    assert_eq!(numbers(&json["layout"]["xaxis"]["range"]), [0.0, 10.0]);
    // The line rises by 30 of the units that the axis shows, so by that fraction of the frame.
    let curve = &first_curve(&figure)[0];
    let (top, bottom) = frame(&figure);
    let share = (curve[0].1 - curve[curve.len() - 1].1) / (bottom - top);
    assert!((share - 30.0 / (range[1] - range[0])).abs() < 2e-3, "{share}");
}

#[test]
fn curves_differ_by_more_than_colour() {
    let x = ramp();
    let mut figure = Figure::new("six of each");
    for k in 0..6 {
        let shifted = &x + f64::from(k);
        figure = figure.line(&x, &shifted, &format!("line {k}")).points(&x, &(-shifted), &format!("points {k}"));
    }
    let json = json(&figure);
    let different = |start: usize, a: &str, b: &str| {
        (0..6).map(|k| json["data"][2 * k + start][a][b].to_string()).collect::<HashSet<String>>().len()
    };
    assert_eq!(different(0, "line", "dash"), 6);
    assert_eq!(different(1, "marker", "symbol"), 6);
}

#[test]
fn a_map_keeps_rows_columns_and_gaps() {
    let (x, y) = (array![0.0, 1.0, 2.0], array![10.0, 20.0]);
    let z = array![[1.0, 2.0, 3.0], [4.0, f64::NAN, 6.0]];
    let figure = plot::rate_map(&x, &y, &z);
    let json = json(&figure);
    let trace = &json["data"][0];
    assert_eq!(trace["type"], "heatmap");
    assert_eq!(numbers(&trace["z"][1])[2], 6.0);
    assert!(trace["z"][1][1].is_null());
    assert_eq!((trace["zmin"].as_f64(), trace["zmax"].as_f64()), (Some(1.0), Some(6.0)));
    assert_eq!(trace["colorbar"]["title"]["text"], "rate (Hz)");
    assert_eq!(numbers(&json["layout"]["yaxis"]["range"]), [5.0, 25.0]);
    assert!(figure.summary().contains("1 gap"), "{}", figure.summary());
    // Five cells are painted, of five colours; the lowest value is the darkest and lies at the bottom left.
    let darkest = path(&figure, "fill", "#440154");
    let (_, bottom) = frame(&figure);
    assert_eq!(darkest.len(), 1);
    assert!(darkest[0].iter().any(|p| p.1 == bottom), "{darkest:?}");
}

#[test]
fn a_line_on_a_map_has_a_halo() {
    let x = ramp();
    let figure = Figure::new("")
        .heatmap(&x, &x, &Array2::from_shape_fn((11, 11), |(i, j)| (i * j) as f64), "z")
        .vline(5.0, "here");
    let json = json(&figure);
    assert_eq!(json["data"][1]["line"]["color"], "#FFFFFF");
    assert_eq!(json["data"][1]["showlegend"], false);
    assert_eq!(json["data"][2]["name"], "here");
    assert!(figure.svg().contains("stroke=\"#FFFFFF\""));
}

#[test]
fn the_area_of_a_histogram_is_one() {
    let values: Array1<f64> = (0..1000).map(|i| (f64::from(i) * 0.618_034).fract() * 50.0).collect();
    let figure = Figure::new("").histogram(&histogram(&values, 20, 0.0, 50.0).unwrap(), "ISI");
    let json = json(&figure);
    let bars = &json["data"][0];
    assert_eq!(bars["type"], "bar");
    let area: f64 = numbers(&bars["y"]).iter().sum::<f64>() * bars["width"].as_f64().unwrap();
    assert!((area - 1.0).abs() < 1e-6, "{area}");
    // Bars stand on the axis.
    assert_eq!(json["layout"]["yaxis"]["range"][0], 0.0);
}

#[test]
fn a_trace_has_one_stroke_for_each_spike_from_the_threshold_up() {
    let run = Lif::new(LifParams::default()).unwrap().simulate(30.0, 0.1, 500.0).unwrap();
    let count = run.spikes.len();
    assert!(count > 5);
    let json = json(&plot::trace(&run, 20.0));
    let strokes = json["data"].as_array().unwrap().iter().find(|trace| trace["name"] == "spikes").unwrap();
    let (x, y) = (numbers(&strokes["x"]), numbers(&strokes["y"]));
    assert_eq!(x.len(), 3 * count);
    for (k, &time) in run.spikes.times().iter().enumerate() {
        assert!((x[3 * k] - time).abs() < 1e-3 && x[3 * k] == x[3 * k + 1] && x[3 * k + 2].is_nan());
        assert!(y[3 * k] == 20.0 && y[3 * k + 1] > 20.0 && y[3 * k + 2].is_nan());
    }
}

#[test]
fn a_raster_has_a_row_for_each_train_and_shows_the_whole_observation() {
    let figure = Figure::new("").raster(&[train(&[100.0, 200.0]), train(&[]), train(&[300.0])], "");
    let json = json(&figure);
    assert_eq!(numbers(&json["layout"]["xaxis"]["range"]), [0.0, 1000.0]);
    let (x, y) = (numbers(&json["data"][0]["x"]), numbers(&json["data"][0]["y"]));
    assert_eq!([x[0], x[3], x[6]], [100.0, 200.0, 300.0]);
    assert_eq!([y[0], y[1], y[6], y[7]], [-0.4, 0.4, 1.6, 2.4]);
}

#[test]
fn logarithmic_axes_count_decades_and_say_what_they_cannot_show() {
    let dt = array![0.0, 0.01, 0.1, 1.0];
    let figure = Figure::new("").line(&dt, &dt.mapv(|d| 10.0 * d), "error").log_x().log_y().x_range(0.01, 1.0);
    let json = json(&figure);
    assert_eq!(json["layout"]["xaxis"]["type"], "log");
    assert_eq!(numbers(&json["layout"]["xaxis"]["range"]), [-2.0, 0.0]);
    assert!(figure.summary().contains("not positive (no place on a logarithmic axis): 1"), "{}", figure.summary());
    // A power law is a straight line: the middle point is in the middle.
    let curve = &first_curve(&figure)[0];
    assert_eq!(curve.len(), 3);
    assert!((curve[1].0 - 0.5 * (curve[0].0 + curve[2].0)).abs() <= 0.1);
    assert!((curve[1].1 - 0.5 * (curve[0].1 + curve[2].1)).abs() <= 0.1);
    for label in ["0.01", "0.1", "1"] {
        assert!(picture_text(&figure).iter().any(|t| t == label), "{label}");
    }
}

#[test]
fn the_picture_stands_alone() {
    let (_, figure) = sliding();
    let svg = figure.svg();
    let document = roxmltree::Document::parse(&svg).unwrap();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(["svg", "title", "desc", "text", "path", "rect", "g"].contains(&name), "<{name}>");
        for attribute in node.attributes() {
            assert!(!["id", "class", "style", "href", "src"].contains(&attribute.name()), "{}", attribute.name());
            assert!(!attribute.value().contains("url(") && !attribute.value().contains("://"));
        }
    }
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("aria-label"), Some(figure.summary().as_str()));
    let child = |name: &str| {
        root.children().find(|n| n.has_tag_name(name)).and_then(|n| n.text()).unwrap_or_default().to_string()
    };
    assert_eq!(child("title"), "Membrane potential");
    assert_eq!(child("desc"), figure.summary());
    assert!(svg.starts_with("<svg ") && svg.len() < 60_000);
}

#[test]
fn nothing_is_uploaded_and_the_background_is_the_pages() {
    let json = json(&plot::line(&ramp(), &ramp(), "x", "y"));
    assert_eq!(json["config"]["showSendToCloud"], false);
    assert_eq!(json["config"]["plotlyServerURL"], "");
    assert_eq!(json["config"]["displaylogo"], false);
    for background in ["paper_bgcolor", "plot_bgcolor"] {
        assert_eq!(json["layout"][background], "rgba(0,0,0,0)");
    }
    assert!(!json.to_string().contains("://"));
}

#[test]
fn the_summary_is_one_line_and_says_what_is_plotted() {
    let x = ramp();
    let figure =
        Figure::new("Two\nlines").line(&x, &x, "a\tb").hline(20.0, "threshold").x_label("time (ms)").y_label("V (mV)");
    assert_eq!(
        figure.summary(),
        "Figure “Two lines”. x: time (ms), from 0 to 10; y: V (mV), from −1 to 21. line “a b” (11 points); horizontal line “threshold” y = 20."
    );
}

#[test]
fn ready_made_figures_have_labels_with_units() {
    let x = ramp();
    let z = Array2::from_shape_fn((11, 11), |(i, j)| (i + j) as f64);
    for figure in [
        plot::f_i_curve(&x, &x),
        plot::rate_map(&x, &x, &z),
        plot::cv_map(&x, &x, &z),
        plot::isi_histogram(&train(&[1.0, 3.0, 10.0, 12.0]), 5),
        sliding().1,
    ] {
        assert!(figure.problems().is_empty(), "{:?}", figure.problems());
        let json = json(&figure);
        for axis in ["xaxis", "yaxis"] {
            let label = json["layout"][axis]["title"]["text"].as_str().unwrap();
            assert!(label.contains('(') && label.ends_with(')'), "{label}");
        }
    }
}

#[test]
fn views_of_arrays_can_be_drawn_without_a_copy() {
    let matrix = Array2::from_shape_fn((2, 11), |(i, j)| (i * j) as f64);
    let figure = plot::line(&matrix.row(1), &matrix.row(0), "x", "y");
    assert!(figure.problems().is_empty());
}
