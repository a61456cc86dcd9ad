//! Two panels, equal scales, and the marks that fill a plane.

use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::plot::Figure;

use crate::gallery::{fitzhugh_nagumo, walk};
use crate::{corners, first_curve, json, numbers, path, picture_text, ramp};

fn two_panels() -> Figure {
    let x = ramp();
    Figure::new("two")
        .line(&x, &x, "above")
        .hline(5.0, "half")
        .y_label("V (mV)")
        .below()
        .line(&x, &x.mapv(|x| 1000.0 + x), "below")
        .vline(3.0, "onset")
        .y_label("I (nA)")
        .x_label("time (ms)")
}

#[test]
fn panels_share_the_horizontal_axis_and_nothing_else() {
    let figure = two_panels();
    assert!(figure.problems().is_empty(), "{:?}", figure.problems());
    let json = json(&figure);
    let (upper, lower) = (&json["layout"]["yaxis"], &json["layout"]["yaxis2"]);
    assert_eq!(upper["title"]["text"], "V (mV)");
    assert_eq!(lower["title"]["text"], "I (nA)");
    assert_eq!(json["layout"]["xaxis"]["anchor"], "y2");
    assert!(numbers(&lower["domain"])[1] < numbers(&upper["domain"])[0]);
    assert!(numbers(&upper["range"])[1] < 20.0 && numbers(&lower["range"])[0] > 900.0);
    let axes: Vec<&str> = (0..4).map(|k| json["data"][k]["yaxis"].as_str().unwrap()).collect();
    assert_eq!(axes, ["y", "y", "y2", "y2"]);
    // The line at x = 3 spans the panel that it stands in.
    assert_eq!(numbers(&json["data"][3]["y"]), numbers(&lower["range"]));
    let summary = figure.summary();
    for part in ["y: V (mV), from −0.5 to 10.5", "below, y: I (nA), from 999.5 to 1010"] {
        assert!(summary.contains(part), "{summary}");
    }
    // One row of numbers for both, the label under the lower one.
    let text = picture_text(&figure);
    assert_eq!(text.iter().filter(|t| *t == "time (ms)").count(), 1);
    assert_eq!(text.iter().filter(|t| ["V (mV)", "I (nA)"].contains(&t.as_str())).count(), 2);
}

#[test]
fn curves_of_the_lower_panel_lie_below_those_of_the_upper_in_the_picture() {
    let figure = two_panels();
    let lowest = first_curve(&figure).concat().iter().map(|p| p.1).fold(0.0, f64::max);
    let second = path(&figure, "stroke", "#D55E00");
    let highest = second.concat().iter().map(|p| p.1).fold(f64::INFINITY, f64::min);
    assert!(highest > lowest, "{highest} is not below {lowest}");
}

#[test]
fn curves_of_one_name_have_one_colour_in_both_panels() {
    let x = ramp();
    let figure = Figure::new("two").line(&x, &x, "a").line(&x, &x, "b").below().line(&x, &x, "b").line(&x, &x, "a");
    let json = json(&figure);
    let colour = |k: usize| json["data"][k]["line"]["color"].as_str().unwrap();
    assert_eq!((colour(2), colour(3)), (colour(1), colour(0)));
    assert_ne!(colour(0), colour(1));
    assert_eq!(picture_text(&figure).iter().filter(|t| *t == "a").count(), 1);
}

#[test]
fn a_signed_map_is_white_at_zero() {
    let at = array![0.0, 1.0];
    let figure = Figure::new("").signed_heatmap(&at, &at, &array![[0.0, 4.0], [-1.0, 2.0]], "w");
    let map = &json(&figure)["data"][0];
    assert_eq!((map["zmin"].as_f64(), map["zmax"].as_f64()), (Some(-4.0), Some(4.0)));
    assert_eq!(map["colorscale"][1], serde_json::json!([0.5, "#ffffff"]));
}

#[test]
fn a_second_panel_survives_in_a_slider() {
    let frames = vec![two_panels(), two_panels()];
    let figure = neurocomp::plot::slider("k", &array![0.0, 1.0], frames).hline(7.0, "everywhere");
    assert!(figure.problems().is_empty(), "{:?}", figure.problems());
    let json = json(&figure);
    assert_eq!(json["layout"]["yaxis2"]["title"]["text"], "I (nA)");
    assert_eq!(json["frames"][1]["data"][2]["yaxis"], "y2");
    assert_eq!(json["frames"][1]["data"][4]["yaxis"], "y");
}

#[test]
fn a_circle_is_round_with_equal_scales() {
    let phase = Array1::linspace(0.0, std::f64::consts::TAU, 400);
    let circle =
        |wide: f64| Figure::new("").line(&phase.mapv(|p| wide * p.cos()), &phase.mapv(f64::sin), "").equal_scales();
    for wide in [1.0, 20.0] {
        let figure = circle(wide);
        let points = first_curve(&figure).concat();
        let length = |of: fn(&(f64, f64)) -> f64| {
            let values = points.iter().map(of);
            let high = values.clone().fold(f64::MIN, f64::max);
            high - values.fold(f64::MAX, f64::min)
        };
        let (width, height) = (length(|p| p.0), length(|p| p.1));
        if wide == 1.0 {
            assert!((width - height).abs() < 1.0, "{width} × {height}");
        } else {
            assert!(width > 500.0 && height < 60.0, "{width} × {height}");
        }
        let json = json(&figure);
        assert_eq!(json["layout"]["yaxis"]["scaleanchor"], "x");
        assert_eq!(json["layout"]["yaxis"]["scaleratio"], 1.0);
        assert_eq!(json["layout"]["xaxis"]["constrain"], "domain");
    }
}

#[test]
fn an_arrow_points_where_the_state_goes_and_is_longer_where_it_goes_fast() {
    let grid = array![0.0, 1.0, 2.0];
    let figure = Figure::new("").flow_of(&grid, &grid, |x, y| (1.0 + 8.0 * x, y - 1.0));
    assert!(figure.problems().is_empty());
    let json = json(&figure);
    let (x, y) = (numbers(&json["data"][0]["x"]), numbers(&json["data"][0]["y"]));
    assert_eq!(x.len(), 9 * 6);
    for (k, (x, y)) in x.chunks(6).zip(y.chunks(6)).enumerate() {
        let (column, row) = ((k % 3) as f64, (k / 3) as f64);
        // Centred on the grid point, along the velocity, with both barbs behind the tip.
        assert!((0.5 * (x[0] + x[1]) - column).abs() < 1e-6);
        assert!((0.5 * (y[0] + y[1]) - row).abs() < 1e-6);
        let (u, v) = (1.0 + 8.0 * column, row - 1.0);
        let (across, up) = (x[1] - x[0], y[1] - y[0]);
        assert!((across * v - up * u).abs() < 1e-5 * u && across > 0.0);
        for barb in [2, 4] {
            assert!((x[barb] - x[1]) * u + (y[barb] - y[1]) * v < 0.0);
        }
        assert!(x[5].is_nan());
        assert!((0.3..=0.86).contains(&across.hypot(up)));
    }
    assert!(x[13] - x[12] > x[1] - x[0]);
}

#[test]
fn no_arrow_stands_where_nothing_moves() {
    let grid = array![-1.0, 0.0, 1.0];
    let figure = Figure::new("").flow_of(&grid, &grid, |x, y| (y, -x));
    assert_eq!(numbers(&json(&figure)["data"][0]["x"]).len(), 8 * 6);
    let still = Figure::new("").flow_of(&grid, &grid, |_, _| (0.0, 0.0));
    assert!(still.problems().is_empty());
    assert!(roxmltree::Document::parse(&still.svg()).is_ok());
}

#[test]
fn a_dense_field_is_thinned_and_says_so() {
    let grid = Array1::linspace(-2.0, 2.0, 100);
    let figure = Figure::new("").flow_of(&grid, &grid, |v, w| fitzhugh_nagumo(v, w, 0.5));
    let json = json(&figure);
    let arrows = numbers(&json["data"][0]["x"]).len() / 6;
    assert!((100..=280).contains(&arrows), "{arrows}");
    assert!(figure.summary().contains(&format!("flow (10000 arrows, drawn with {arrows})")));
}

#[test]
fn fixed_points_differ_by_their_filling() {
    let x = ramp();
    let figure = Figure::new("").line(&x, &x, "nullcline").fixed_points(
        &array![2.0, 5.0, 8.0],
        &array![2.0, 5.0, 8.0],
        &[true, false, true],
    );
    let json = json(&figure);
    assert_eq!(json["data"][1]["marker"]["symbol"], "circle");
    assert_eq!(numbers(&json["data"][1]["x"]), [2.0, 8.0]);
    assert_eq!(json["data"][2]["marker"]["symbol"], "circle-open");
    let summary = figure.summary();
    assert!(summary.contains("stable fixed point (2, 2), (8, 8); unstable fixed point (5, 5)"), "{summary}");
    let svg = figure.svg();
    let document = roxmltree::Document::parse(&svg).unwrap();
    let rings: Vec<(Option<&str>, usize)> = document
        .descendants()
        .filter(|node| node.attribute("stroke-width") == Some("2.4"))
        .map(|node| (node.attribute("fill"), node.attribute("d").unwrap().matches('M').count()))
        .collect();
    // Two filled, one open; then the two entries of the legend.
    assert_eq!(rings[0], (Some("#797979"), 2));
    assert_eq!(rings[1], (Some("none"), 1));
    let none = Figure::new("").line(&x, &x, "").fixed_points(&array![], &array![], &[]);
    assert!(none.problems().is_empty());
}

#[test]
fn an_error_bar_reaches_from_below_to_above_and_is_seen_whole() {
    let figure =
        Figure::new("").error_bars(&array![0.0, 1.0, 2.0], &array![5.0, 6.0, 7.0], &array![1.0, f64::NAN, 4.0], "mean");
    assert!(figure.problems().is_empty());
    let json = json(&figure);
    let errors = numbers(&json["data"][0]["error_y"]["array"]);
    assert_eq!((errors[0], errors[2]), (1.0, 4.0));
    assert!(errors[1].is_nan());
    let range = numbers(&json["layout"]["yaxis"]["range"]);
    assert!(range[0] < 3.0 && range[1] > 11.0, "{range:?}");
    let svg = figure.svg();
    let document = roxmltree::Document::parse(&svg).unwrap();
    let bars = document.descendants().find(|node| node.attribute("stroke") == Some("#0072B2")).expect("bars");
    let pieces = corners(bars.attribute("d").unwrap());
    // Two bars with two feet each.
    assert_eq!(pieces.len(), 6);
    let height = |piece: &[(f64, f64)]| (piece[0].1 - piece[1].1).abs();
    assert!((height(&pieces[3]) / height(&pieces[0]) - 4.0).abs() < 0.02);
}

#[test]
fn bins_touch_and_edges_and_centres_say_the_same() {
    let values = array![1.0, 4.0, 2.0];
    let by_edges = Figure::new("").bins(&array![0.0, 10.0, 20.0, 30.0], &values, "");
    let by_centres = Figure::new("").bins(&array![5.0, 15.0, 25.0], &values, "");
    assert_eq!(json(&by_edges), json(&by_centres));
    assert_eq!(json(&by_edges)["data"][0]["width"], 10.0);
    let uneven = Figure::new("").bins(&array![0.0, 1.0, 20.0, 30.0], &values, "");
    assert_eq!(numbers(&json(&uneven)["data"][0]["y"]), [1.0, 4.0, 2.0, 2.0]);
}

#[test]
fn a_gap_between_bars_does_not_lift_them_off_the_axis() {
    let figure = Figure::new("").bins(&array![0.0, 1.0, 2.0], &array![3.0, f64::NAN, 5.0], "");
    assert_eq!(numbers(&json(&figure)["layout"]["yaxis"]["range"])[0], 0.0);
}

#[test]
fn a_long_path_stays_small() {
    let (x, y) = walk();
    let many = |values: &Array1<f64>| -> Array1<f64> { (0..20).flat_map(|_| values.to_vec()).collect() };
    let figure = Figure::new("").path(&many(&x), &many(&y), "path").equal_scales();
    assert!(figure.plot().to_json().len() < 200_000);
    assert!(figure.svg().len() < 60_000, "{}", figure.svg().len());
    assert!(figure.summary().contains("path “path” (120000 points, drawn with"));
}

#[test]
fn points_on_a_map_have_a_light_rim() {
    let x = ramp();
    let z = Array2::from_shape_fn((11, 11), |(i, j)| (i + j) as f64);
    let figure = Figure::new("").heatmap(&x, &x, &z, "z").points(&x, &x, "spikes");
    assert_eq!(json(&figure)["data"][1]["marker"]["line"]["color"], "#FFFFFF");
    assert!(figure.svg().contains("stroke=\"#FFFFFF\""));
}
