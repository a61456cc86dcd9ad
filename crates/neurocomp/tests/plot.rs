//! What a notebook receives: the Plotly figure, the picture and the text, parsed again and compared with what went in.

use std::collections::HashSet;

use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::plot::{self, Figure};
use neurocomp::spike_train::{SpikeTrain, histogram};
use serde_json::Value;

fn json(figure: &Figure) -> Value {
    serde_json::from_str(&figure.plot().to_json()).expect("the Plotly figure is valid JSON")
}

fn numbers(value: &Value) -> Vec<f64> {
    let values = value.as_array().expect("an array");
    values
        .iter()
        .map(|v| v.as_f64().unwrap_or(f64::NAN))
        .collect()
}

/// All text of the picture, in its order.
fn picture_text(figure: &Figure) -> Vec<String> {
    let svg = figure.svg();
    let document = roxmltree::Document::parse(&svg).expect("the picture is well-formed XML");
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| node.text().unwrap_or_default().to_string())
        .collect()
}

/// The pieces of the path of the picture with this attribute, each as its corners in pixels.
fn path(figure: &Figure, attribute: &str, value: &str) -> Vec<Vec<(f64, f64)>> {
    let svg = figure.svg();
    let document = roxmltree::Document::parse(&svg).expect("the picture is well-formed XML");
    let node = document
        .descendants()
        .find(|node| node.attribute(attribute) == Some(value));
    corners(
        node.expect("such a path")
            .attribute("d")
            .expect("path data"),
    )
}

fn corners(data: &str) -> Vec<Vec<(f64, f64)>> {
    let mut pieces: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut at = (0.0, 0.0);
    let starts: Vec<usize> = data
        .match_indices(char::is_alphabetic)
        .map(|(i, _)| i)
        .collect();
    for (k, &start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(data.len());
        let arguments = data[start + 1..end].replace('-', " -");
        let values: Vec<f64> = arguments
            .split_whitespace()
            .map(|v| v.parse().expect("a number"))
            .collect();
        match &data[start..=start] {
            "M" => {
                at = (values[0], values[1]);
                pieces.push(Vec::new());
            }
            "l" => at = (at.0 + values[0], at.1 + values[1]),
            "h" => at.0 += values[0],
            "v" => at.1 += values[0],
            _ => continue,
        }
        pieces.last_mut().expect("a piece begins with M").push(at);
    }
    pieces
}

/// Blue is the first colour of the palette.
fn first_curve(figure: &Figure) -> Vec<Vec<(f64, f64)>> {
    path(figure, "stroke", "#0072B2")
}

/// Top and bottom of the frame: the path of the ticks ends with the axes, drawn from top left over bottom left.
fn frame(figure: &Figure) -> (f64, f64) {
    let pieces = path(figure, "stroke", "#797979");
    let axes = pieces.last().expect("axes");
    (axes[0].1, axes[1].1)
}

fn ramp() -> Array1<f64> {
    Array1::linspace(0.0, 10.0, 11)
}

fn train(times: &[f64]) -> SpikeTrain {
    SpikeTrain::new(times.to_vec(), 0.0, 1000.0).unwrap()
}

#[test]
fn the_data_arrive_with_their_labels() {
    let x = ramp();
    let figure =
        plot::line(&x, &x.mapv(|x| x * x), "time (ms)", "V (mV)").points(&x, &x, "samples");
    let json = json(&figure);
    assert_eq!(numbers(&json["data"][0]["y"])[3], 9.0);
    assert_eq!(json["data"][0]["mode"], "lines");
    assert_eq!(json["data"][1]["mode"], "markers");
    assert_eq!(json["data"][1]["name"], "samples");
    assert_eq!(json["layout"]["xaxis"]["title"]["text"], "time (ms)");
    assert_eq!(json["layout"]["yaxis"]["title"]["text"], "V (mV)");
    let text = picture_text(&figure);
    for label in ["time (ms)", "V (mV)", "samples"] {
        assert!(
            text.iter().any(|t| t == label),
            "{label} is not in the picture: {text:?}"
        );
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
    assert!(
        (share - 30.0 / (range[1] - range[0])).abs() < 2e-3,
        "{share}"
    );
}

#[test]
fn curves_differ_by_more_than_colour() {
    let x = ramp();
    let mut figure = Figure::new("six of each");
    for k in 0..6 {
        let shifted = &x + f64::from(k);
        figure = figure.line(&x, &shifted, &format!("line {k}")).points(
            &x,
            &(-shifted),
            &format!("points {k}"),
        );
    }
    let json = json(&figure);
    let different = |start: usize, a: &str, b: &str| {
        (0..6)
            .map(|k| json["data"][2 * k + start][a][b].to_string())
            .collect::<HashSet<String>>()
            .len()
    };
    assert_eq!(different(0, "line", "dash"), 6);
    assert_eq!(different(1, "marker", "symbol"), 6);
}

#[test]
fn everything_wrong_is_named_in_all_three_forms() {
    let (x, short) = (ramp(), Array1::<f64>::zeros(10));
    let (empty, nothing) = (Array1::<f64>::zeros(0), Array1::from_elem(11, f64::NAN));
    let z = Array2::<f64>::zeros((11, 10));
    let new = || Figure::new("t");
    let cases = [
        (
            new().line(&x, &short, "V"),
            "line “V”: x has 11 values, y has 10",
        ),
        (
            new().points(&short, &x, "V"),
            "points “V”: x has 10 values, y has 11",
        ),
        (
            new().bars(&x, &short, "n"),
            "bars “n”: x has 11 values, y has 10",
        ),
        (
            new().line(&empty, &empty, "V"),
            "expected at least one value, received none",
        ),
        (
            new().line(&x, &nothing, "V"),
            "none of the 11 values is a finite number",
        ),
        (
            new().hline(f64::NAN, "threshold"),
            "horizontal line “threshold”: expected a finite number, received NaN",
        ),
        (
            new().vline(f64::INFINITY, ""),
            "vertical line: expected a finite number, received inf",
        ),
        (
            new().spikes(&[1.0], f64::NAN, 1.0, "s"),
            "expected a finite number, received NaN",
        ),
        (
            new().text(0.0, f64::NAN, "V₁"),
            "expected a finite number, received NaN",
        ),
        (
            new().raster(&[], "trials"),
            "expected at least one value, received none",
        ),
        (
            new().heatmap(&x, &x, &z, "rate"),
            "z has 11 rows and 10 columns; expected 11 rows (one for each y) and 11 columns",
        ),
        (
            new().heatmap(&empty, &empty, &Array2::zeros((0, 0)), "rate"),
            "expected at least one value, received none",
        ),
        (
            new().heatmap(&short, &x, &z, "rate"),
            "the values of x must be finite and increase",
        ),
        (
            new().heatmap(&x, &x, &Array2::from_elem((11, 11), f64::NAN), "rate"),
            "none of the 121 values is a finite number",
        ),
        (
            new().line(&x, &x, "").x_range(3.0, 1.0),
            "range of x: expected low < high, both finite; received (3, 1)",
        ),
        (
            new().line(&x, &x, "").y_range(0.0, f64::NAN),
            "range of y: expected low < high",
        ),
        (
            new().line(&x, &x, "").log_x().x_range(0.0, 1.0),
            "a logarithmic axis has only positive numbers; received (0, 1)",
        ),
        (
            new().line(&x, &-&x, "").log_y(),
            "logarithmic axis y: none of the values is positive",
        ),
        (
            new().line(&x, &x, "").size(10, 400),
            "expected 200 to 4000 pixels each way, received 10 × 400",
        ),
        (
            plot::slider("I", &x, vec![]),
            "slider: expected at least one frame, received none",
        ),
        (
            plot::slider("I", &array![1.0], vec![new(), new()]),
            "slider: 1 values for 2 frames",
        ),
        (
            plot::slider("I", &array![], vec![new()]),
            "slider: 0 values for 1 frames",
        ),
        (
            plot::slider(
                "I",
                &array![1.0],
                vec![plot::slider("J", &array![1.0], vec![new()])],
            ),
            "a frame cannot hold a slider",
        ),
        (
            plot::isi_histogram(&train(&[5.0]), 10),
            "at least two spikes are needed",
        ),
        (plot::isi_histogram(&train(&[5.0, 6.0]), 0), "bins"),
    ];
    for (figure, expected) in cases {
        let problems = figure.problems();
        assert_eq!(problems.len(), 1, "{expected}: {problems:?}");
        assert!(
            problems[0].contains(expected),
            "expected “{expected}”, received “{}”",
            problems[0]
        );
        assert!(figure.summary().contains(&problems[0]));
        // Both forms break the message into lines.
        let words = |text: &str| text.split_whitespace().collect::<Vec<&str>>().join(" ");
        let note = json(&figure)["layout"]["annotations"][0]["text"]
            .as_str()
            .expect("a message")
            .to_string();
        let note = note
            .replace("<br>", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
        assert!(words(&note).contains(&words(&problems[0])), "{note}");
        let picture = picture_text(&figure).join(" ");
        assert!(words(&picture).contains(&words(&problems[0])), "{picture}");
    }
}

#[test]
fn one_wrong_curve_does_not_hide_the_others() {
    let x = ramp();
    let figure = Figure::new("")
        .line(&x, &Array1::zeros(3), "wrong")
        .line(&x, &x, "right");
    let json = json(&figure);
    assert_eq!(json["data"].as_array().unwrap().len(), 1);
    assert_eq!(json["data"][0]["name"], "right");
}

#[test]
fn nan_is_a_gap_and_is_counted() {
    let x = ramp();
    let mut y = x.clone();
    y[4] = f64::NAN;
    y[7] = f64::NEG_INFINITY;
    let figure = plot::line(&x, &y, "x", "y");
    assert!(figure.problems().is_empty());
    let json = json(&figure);
    for i in 0..11 {
        assert_eq!(
            json["data"][0]["y"][i].is_null(),
            i == 4 || i == 7,
            "point {i}"
        );
    }
    let pieces: Vec<usize> = first_curve(&figure).iter().map(Vec::len).collect();
    assert_eq!(pieces, [4, 2, 3]);
    assert!(
        figure.summary().contains("NaN or ∞ (gaps): 2"),
        "{}",
        figure.summary()
    );
}

#[test]
fn a_single_spike_survives_in_both_forms_of_a_long_trace() {
    let t = Array1::linspace(0.0, 10_000.0, 100_001);
    let mut v = Array1::from_elem(t.len(), -65.0);
    v[77_777] = 40.0;
    let figure = plot::line(&t, &v, "time (ms)", "V (mV)").y_range(-65.0, 40.0);
    let y = numbers(&json(&figure)["data"][0]["y"]);
    assert!(y.len() <= 5_000, "{} points", y.len());
    assert!(y.contains(&40.0));
    let highest = first_curve(&figure)
        .concat()
        .iter()
        .map(|p| p.1)
        .fold(f64::INFINITY, f64::min);
    assert!(
        (highest - frame(&figure).0).abs() < 0.11,
        "the spike ends at {highest}"
    );
    assert!(
        figure.summary().contains("100001 points, drawn with"),
        "{}",
        figure.summary()
    );
    assert!(figure.plot().to_json().len() < 100_000);
}

#[test]
fn the_numbers_of_the_figure_are_those_given_to_seven_digits() {
    let x = Array1::linspace(0.0, 1.0, 1000);
    let y = x.mapv(|x: f64| 1e-5 + x.exp());
    let shown = numbers(&json(&plot::line(&x, &y, "x", "y"))["data"][0]["y"]);
    assert!(
        shown
            .iter()
            .zip(&y)
            .all(|(a, b)| (a - b).abs() <= 5e-7 * b.abs())
    );
}

fn sliding() -> (Array1<f64>, Figure) {
    let currents = array![15.0, 20.5, 30.0];
    let lif = Lif::new(LifParams::default()).unwrap();
    let frames = currents
        .iter()
        .map(|&i| plot::trace(&lif.simulate(i, 0.1, 200.0).unwrap(), 20.0))
        .collect();
    (currents.clone(), plot::slider("I (nA)", &currents, frames))
}

#[test]
fn each_step_of_the_slider_calls_its_own_frame() {
    let (currents, figure) = sliding();
    let json = json(&figure);
    let frames = json["frames"].as_array().unwrap();
    let steps = json["layout"]["sliders"][0]["steps"].as_array().unwrap();
    assert_eq!(
        (frames.len(), steps.len()),
        (currents.len(), currents.len())
    );
    let names: HashSet<&str> = frames
        .iter()
        .map(|frame| frame["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names.len(),
        currents.len(),
        "names of frames are not distinct: {names:?}"
    );
    for (frame, step) in frames.iter().zip(steps) {
        assert_eq!(step["method"], "animate");
        assert_eq!(step["args"][0][0], frame["name"]);
    }
    assert_eq!(steps[1]["label"], "20.5");
    assert_eq!(json["data"], frames[0]["data"]);
}

#[test]
fn frames_have_the_same_traces_and_the_axes_stay() {
    let (_, figure) = sliding();
    let json = json(&figure);
    let range = numbers(&json["layout"]["yaxis"]["range"]);
    for frame in json["frames"].as_array().unwrap() {
        assert_eq!(
            frame["data"].as_array().unwrap().len(),
            json["data"].as_array().unwrap().len()
        );
        assert!(frame["layout"]["xaxis"].is_null() && frame["layout"]["yaxis"].is_null());
        for trace in frame["data"].as_array().unwrap() {
            for y in numbers(&trace["y"]).into_iter().filter(|y| y.is_finite()) {
                assert!(
                    range[0] <= y && y <= range[1],
                    "{y} is outside of {range:?}"
                );
            }
        }
    }
}

#[test]
fn what_a_frame_lacks_is_emptied_not_left_standing() {
    let x = ramp();
    let frames = vec![
        Figure::new("a").line(&x, &x, "one").line(&x, &x, "two"),
        Figure::new("b").line(&x, &x, "one"),
    ];
    let json = json(&plot::slider("k", &array![0.0, 1.0], frames).hline(5.0, "in every frame"));
    for k in 0..2 {
        let data = json["frames"][k]["data"].as_array().unwrap();
        assert_eq!(data.len(), 3);
        assert_eq!(numbers(&data[2]["y"]), [5.0, 5.0]);
    }
    assert!(
        numbers(&json["frames"][1]["data"][1]["y"])
            .iter()
            .all(|y| y.is_nan())
    );
}

#[test]
fn play_and_pause_are_there_and_the_picture_says_which_frame_it_is() {
    let (_, figure) = sliding();
    let json = json(&figure);
    let buttons = json["layout"]["updatemenus"][0]["buttons"]
        .as_array()
        .unwrap();
    assert!(buttons[0]["label"].as_str().unwrap().contains("Play"));
    assert!(buttons[0]["args"][0].is_null(), "null plays all frames");
    assert!(buttons[1]["label"].as_str().unwrap().contains("Pause"));
    assert!(buttons[1]["args"][0][0].is_null(), "[null] stops");
    assert!(
        picture_text(&figure)
            .iter()
            .any(|t| t.starts_with("I (nA) = 15 (first of 3 frames"))
    );
    assert!(
        figure
            .summary()
            .contains("Slider: I (nA), 3 frames from 15 to 30"),
        "{}",
        figure.summary()
    );
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
    assert_eq!(
        (trace["zmin"].as_f64(), trace["zmax"].as_f64()),
        (Some(1.0), Some(6.0))
    );
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
        .heatmap(
            &x,
            &x,
            &Array2::from_shape_fn((11, 11), |(i, j)| (i * j) as f64),
            "z",
        )
        .vline(5.0, "here");
    let json = json(&figure);
    assert_eq!(json["data"][1]["line"]["color"], "#FFFFFF");
    assert_eq!(json["data"][1]["showlegend"], false);
    assert_eq!(json["data"][2]["name"], "here");
    assert!(figure.svg().contains("stroke=\"#FFFFFF\""));
}

#[test]
fn the_area_of_a_histogram_is_one() {
    let values: Vec<f64> = (0..1000)
        .map(|i| (f64::from(i) * 0.618_034).fract() * 50.0)
        .collect();
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
fn a_million_bins_do_not_make_a_million_bars() {
    let values: Vec<f64> = (0..1000).map(|i| f64::from(i) / 1000.0).collect();
    let figure = Figure::new("").histogram(&histogram(&values, 1_000_000, 0.0, 1.0).unwrap(), "");
    assert!(figure.plot().to_json().len() < 200_000);
    assert!(figure.svg().len() < 60_000);
}

#[test]
fn a_trace_has_one_stroke_for_each_spike_from_the_threshold_up() {
    let run = Lif::new(LifParams::default())
        .unwrap()
        .simulate(30.0, 0.1, 500.0)
        .unwrap();
    let count = run.spikes.len();
    assert!(count > 5);
    let json = json(&plot::trace(&run, 20.0));
    let strokes = json["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(|trace| trace["name"] == "spikes")
        .unwrap();
    let (x, y) = (numbers(&strokes["x"]), numbers(&strokes["y"]));
    assert_eq!(x.len(), 3 * count);
    for (k, &time) in run.spikes.times().iter().enumerate() {
        assert!(
            (x[3 * k] - time).abs() < 1e-3 && x[3 * k] == x[3 * k + 1] && x[3 * k + 2].is_nan()
        );
        assert!(y[3 * k] == 20.0 && y[3 * k + 1] > 20.0 && y[3 * k + 2].is_nan());
    }
}

#[test]
fn no_spikes_is_a_result_and_not_a_problem() {
    let run = Lif::new(LifParams::default())
        .unwrap()
        .simulate(10.0, 0.1, 100.0)
        .unwrap();
    let figure = plot::trace(&run, 20.0);
    assert!(figure.problems().is_empty(), "{:?}", figure.problems());
    assert!(
        figure.summary().contains("0 spikes"),
        "{}",
        figure.summary()
    );
    assert!(
        Figure::new("")
            .raster(&[train(&[])], "")
            .problems()
            .is_empty()
    );
}

#[test]
fn a_raster_has_a_row_for_each_train_and_shows_the_whole_observation() {
    let figure = Figure::new("").raster(&[train(&[100.0, 200.0]), train(&[]), train(&[300.0])], "");
    let json = json(&figure);
    assert_eq!(numbers(&json["layout"]["xaxis"]["range"]), [0.0, 1000.0]);
    let (x, y) = (
        numbers(&json["data"][0]["x"]),
        numbers(&json["data"][0]["y"]),
    );
    assert_eq!([x[0], x[3], x[6]], [100.0, 200.0, 300.0]);
    assert_eq!([y[0], y[1], y[6], y[7]], [-0.4, 0.4, 1.6, 2.4]);
}

#[test]
fn a_raster_of_a_network_stays_small() {
    let trains: Vec<SpikeTrain> = (0..4000)
        .map(|k| {
            train(
                &(0..10)
                    .map(|i| (f64::from(i) + (f64::from(k) * 0.618_034).fract()) * 99.0)
                    .collect::<Vec<f64>>(),
            )
        })
        .collect();
    let figure = Figure::new("").raster(&trains, "");
    assert!(figure.plot().to_json().len() < 400_000);
    assert!(figure.svg().len() < 60_000, "{}", figure.svg().len());
    assert!(
        figure.summary().contains("40000 spikes, drawn with"),
        "{}",
        figure.summary()
    );
    assert!(figure.svg().contains("This picture shows"));
}

#[test]
fn logarithmic_axes_count_decades_and_say_what_they_cannot_show() {
    let dt = array![0.0, 0.01, 0.1, 1.0];
    let figure = Figure::new("")
        .line(&dt, &dt.mapv(|d| 10.0 * d), "error")
        .log_x()
        .log_y()
        .x_range(0.01, 1.0);
    let json = json(&figure);
    assert_eq!(json["layout"]["xaxis"]["type"], "log");
    assert_eq!(numbers(&json["layout"]["xaxis"]["range"]), [-2.0, 0.0]);
    assert!(
        figure
            .summary()
            .contains("not positive (no place on a logarithmic axis): 1"),
        "{}",
        figure.summary()
    );
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
        assert!(
            ["svg", "title", "desc", "text", "path", "rect", "g"].contains(&name),
            "<{name}>"
        );
        for attribute in node.attributes() {
            assert!(
                !["id", "class", "style", "href", "src"].contains(&attribute.name()),
                "{}",
                attribute.name()
            );
            assert!(!attribute.value().contains("url(") && !attribute.value().contains("://"));
        }
    }
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(
        root.attribute("aria-label"),
        Some(figure.summary().as_str())
    );
    let child = |name: &str| {
        root.children()
            .find(|n| n.has_tag_name(name))
            .and_then(|n| n.text())
            .unwrap_or_default()
            .to_string()
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
fn signs_that_mean_something_to_html_mean_themselves() {
    let x = ramp();
    let name = "τ < 5 & \"w\" > <b>0</b>";
    let figure = Figure::new(name)
        .line(&x, &x, name)
        .line(&x, &x, "b")
        .x_label(name);
    assert_eq!(
        json(&figure)["data"][0]["name"],
        "τ &lt; 5 &amp; \"w\" &gt; &lt;b&gt;0&lt;/b&gt;"
    );
    assert_eq!(
        picture_text(&figure).iter().filter(|t| *t == name).count(),
        3
    );
}

#[test]
fn the_summary_is_one_line_and_says_what_is_plotted() {
    let x = ramp();
    let figure = Figure::new("Two\nlines")
        .line(&x, &x, "a\tb")
        .hline(20.0, "threshold")
        .x_label("time (ms)")
        .y_label("V (mV)");
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
