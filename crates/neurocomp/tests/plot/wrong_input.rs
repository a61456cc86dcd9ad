//! What cannot be drawn is said, and what can be drawn is drawn.

use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::plot::{self, Figure};

use crate::{first_curve, json, picture_text, ramp, train};

#[test]
fn everything_wrong_is_named_in_all_three_forms() {
    let (x, short) = (ramp(), Array1::<f64>::zeros(10));
    let (empty, nothing) = (Array1::<f64>::zeros(0), Array1::from_elem(11, f64::NAN));
    let z = Array2::<f64>::zeros((11, 10));
    let new = || Figure::new("t");
    let cases = [
        (new().line(&x, &short, "V"), "line “V”: x has 11 values, y has 10"),
        (new().points(&short, &x, "V"), "points “V”: x has 10 values, y has 11"),
        (new().bars(&x, &short, "n"), "bars “n”: x has 11 values, y has 10"),
        (new().line(&empty, &empty, "V"), "expected at least one value, received none"),
        (new().line(&x, &nothing, "V"), "none of the 11 values is a finite number"),
        (new().hline(f64::NAN, "threshold"), "horizontal line “threshold”: expected a finite number, received NaN"),
        (new().vline(f64::INFINITY, ""), "vertical line: expected a finite number, received inf"),
        (new().spikes(&[1.0], f64::NAN, 1.0, "s"), "expected a finite number, received NaN"),
        (new().text(0.0, f64::NAN, "V₁"), "expected a finite number, received NaN"),
        (new().raster(&[], "trials"), "expected at least one value, received none"),
        (
            new().heatmap(&x, &x, &z, "rate"),
            "z has 11 rows and 10 columns; expected 11 rows (one for each y) and 11 columns",
        ),
        (new().heatmap(&empty, &empty, &Array2::zeros((0, 0)), "rate"), "expected at least one value, received none"),
        (new().heatmap(&short, &x, &z, "rate"), "the values of x must be finite and increase"),
        (
            new().heatmap(&x, &x, &Array2::from_elem((11, 11), f64::NAN), "rate"),
            "none of the 121 values is a finite number",
        ),
        (new().line(&x, &x, "").x_range(3.0, 1.0), "range of x: expected low < high, both finite; received (3, 1)"),
        (new().line(&x, &x, "").y_range(0.0, f64::NAN), "range of y: expected low < high"),
        (
            new().line(&x, &x, "").log_x().x_range(0.0, 1.0),
            "a logarithmic axis has only positive numbers; received (0, 1)",
        ),
        (new().line(&x, &-&x, "").log_y(), "logarithmic axis y: none of the values is positive"),
        (new().line(&x, &x, "").size(10, 400), "expected 200 to 4000 pixels each way, received 10 × 400"),
        (plot::slider("I", &x, vec![]), "slider: expected at least one frame, received none"),
        (plot::slider("I", &array![1.0], vec![new(), new()]), "slider: 1 values for 2 frames"),
        (plot::slider("I", &array![], vec![new()]), "slider: 0 values for 1 frames"),
        (
            plot::slider("I", &array![1.0], vec![plot::slider("J", &array![1.0], vec![new()])]),
            "a frame cannot hold a slider",
        ),
        (plot::isi_histogram(&train(&[5.0]), 10), "at least two spikes are needed"),
        (plot::isi_histogram(&train(&[5.0, 6.0]), 0), "bins"),
    ];
    say_so(cases.into());
}

#[test]
fn what_is_wrong_in_a_ready_made_figure_is_named_too() {
    let (x, short) = (ramp(), Array1::<f64>::zeros(9));
    let (empty, nothing) = (Array1::<f64>::zeros(0), Array1::from_elem(11, f64::NAN));
    let z = Array2::<f64>::zeros((11, 9));
    let square = Array2::<f64>::zeros((11, 11));
    let new = || Figure::new("t");
    let cases = vec![
        (plot::raster(&[]), "expected at least one value, received none"),
        (
            plot::raster_with_rate(&[train(&[1.0])], &x, &short),
            "bins: x has 11 values for 9 bins; expected 10 edges or 9 centres",
        ),
        (
            plot::psth(&empty, &empty),
            "bins: x has 0 values for 0 bins; expected 1 edges or 0 centres, and at least one bin",
        ),
        (plot::psth(&x, &nothing), "none of the 11 values is a finite number"),
        (plot::correlogram(&short, &x), "x has 9 values for 11 bins; expected 12 edges or 11 centres"),
        (plot::tuning_curve(&x, &x, &short), "y has 11 values, error has 9; both must have the same number"),
        (plot::tuning_curve(&x, &short, &short), "x has 11 values, y has 9"),
        (plot::tuning_curve(&x, &x, &x.mapv(|x| x - 3.0)), "error[0] must be >= 0, received -3"),
        (plot::place_field(&x, &x, &short), "x has 11 values for 9 bins"),
        (plot::place_field_map(&x, &x, &z), "z has 11 rows and 9 columns"),
        (plot::phase_plane("V", "W", &x, &short, &x, &x), "line “dV/dt = 0”: x has 11 values, y has 9"),
        (
            new().flow(&x, &x, &square, &z),
            "flow: dy has 11 rows and 9 columns; expected 11 rows (one for each y) and 11 columns",
        ),
        (new().flow(&-&x, &x, &square, &square), "flow: the values of x must be finite and increase"),
        (
            new().flow(&empty, &x, &Array2::zeros((11, 0)), &Array2::zeros((11, 0))),
            "flow: expected at least one value, received none",
        ),
        (new().flow_of(&x, &x, |_, _| (f64::NAN, 1.0)), "flow: none of the 121 values is a finite number"),
        (new().fixed_points(&array![1.0], &array![2.0], &[]), "fixed points: x has 1 values, stable has 0"),
        (
            new().fixed_points(&array![1.0], &array![f64::NAN], &[true]),
            "fixed points: expected a finite number, received NaN",
        ),
        (plot::gating_curves(&x, &x, &short, &x), "line “h∞(V)”: x has 11 values, y has 9"),
        (plot::gating_time_constants(&x, &x, &x, &nothing), "line “τn(V)”: none of the 11 values is a finite number"),
        (
            plot::cable_profile(&x, &x, &z, &[1.0]),
            "cable “V”: v has 11 rows and 9 columns; expected 11 rows (one for each t) and 11 columns (one for each x)",
        ),
        (plot::cable_profile(&x, &x, &square, &[]), "times: expected at least one value, received none"),
        (plot::cable_profile(&x, &x, &square, &[5.0, 10.5]), "profile: expected a time from 0 to 10 ms, received 10.5"),
        (plot::cable_profile(&x, &x, &square, &[f64::NAN]), "profile: expected a time from 0 to 10 ms, received NaN"),
        (plot::space_time(&x, &x, &z), "cable “V”: v has 11 rows and 9 columns"),
        (plot::space_time(&empty, &empty, &Array2::zeros((0, 0))), "expected at least one value, received none"),
        (plot::convergence(&x, &short, 1.0), "points “error”: x has 11 values, y has 9"),
        (
            plot::convergence(&array![0.1, 0.2], &array![0.0, 0.0], 1.0),
            "logarithmic axis y: none of the values is positive",
        ),
        (plot::convergence(&array![0.1, 0.2], &array![1.0, 2.0], f64::NAN), "order"),
    ];
    say_so(cases);
}

/// Each figure has one problem, and says it in all three forms.
pub fn say_so(cases: Vec<(Figure, &str)>) {
    for (figure, expected) in cases {
        let problems = figure.problems();
        assert_eq!(problems.len(), 1, "{expected}: {problems:?}");
        assert!(problems[0].contains(expected), "expected “{expected}”, received “{}”", problems[0]);
        assert!(figure.summary().contains(&problems[0]));
        // Both forms break the message into lines.
        let words = |text: &str| text.split_whitespace().collect::<Vec<&str>>().join(" ");
        let note = json(&figure)["layout"]["annotations"][0]["text"].as_str().expect("a message").to_string();
        let note = note.replace("<br>", " ").replace("&lt;", "<").replace("&gt;", ">");
        assert!(words(&note).contains(&words(&problems[0])), "{note}");
        let picture = picture_text(&figure).join(" ");
        assert!(words(&picture).contains(&words(&problems[0])), "{picture}");
    }
}

#[test]
fn one_wrong_curve_does_not_hide_the_others() {
    let x = ramp();
    let figure = Figure::new("").line(&x, &Array1::zeros(3), "wrong").line(&x, &x, "right");
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
        assert_eq!(json["data"][0]["y"][i].is_null(), i == 4 || i == 7, "point {i}");
    }
    let pieces: Vec<usize> = first_curve(&figure).iter().map(Vec::len).collect();
    assert_eq!(pieces, [4, 2, 3]);
    assert!(figure.summary().contains("NaN or ∞ (gaps): 2"), "{}", figure.summary());
}

#[test]
fn no_spikes_is_a_result_and_not_a_problem() {
    let run = Lif::new(LifParams::default()).unwrap().simulate(10.0, 0.1, 100.0).unwrap();
    let figure = plot::trace(&run, 20.0);
    assert!(figure.problems().is_empty(), "{:?}", figure.problems());
    assert!(figure.summary().contains("0 spikes"), "{}", figure.summary());
    assert!(Figure::new("").raster(&[train(&[])], "").problems().is_empty());
}

#[test]
fn signs_that_mean_something_to_html_mean_themselves() {
    let x = ramp();
    let name = "τ < 5 & \"w\" > <b>0</b>";
    let figure = Figure::new(name).line(&x, &x, name).line(&x, &x, "b").x_label(name);
    assert_eq!(json(&figure)["data"][0]["name"], "τ &lt; 5 &amp; \"w\" &gt; &lt;b&gt;0&lt;/b&gt;");
    assert_eq!(picture_text(&figure).iter().filter(|t| *t == name).count(), 3);
}
