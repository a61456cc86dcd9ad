//! Frames, steps and buttons of a figure with a slider.

use std::collections::HashSet;

use neurocomp::ndarray::array;
use neurocomp::plot::{self, Figure};

use crate::{json, numbers, picture_text, ramp, sliding};

#[test]
fn each_step_of_the_slider_calls_its_own_frame() {
    let (currents, figure) = sliding();
    let json = json(&figure);
    let frames = json["frames"].as_array().unwrap();
    let steps = json["layout"]["sliders"][0]["steps"].as_array().unwrap();
    assert_eq!((frames.len(), steps.len()), (currents.len(), currents.len()));
    let names: HashSet<&str> = frames.iter().map(|frame| frame["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), currents.len(), "names of frames are not distinct: {names:?}");
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
        assert_eq!(frame["data"].as_array().unwrap().len(), json["data"].as_array().unwrap().len());
        assert!(frame["layout"]["xaxis"].is_null() && frame["layout"]["yaxis"].is_null());
        for trace in frame["data"].as_array().unwrap() {
            for y in numbers(&trace["y"]).into_iter().filter(|y| y.is_finite()) {
                assert!(range[0] <= y && y <= range[1], "{y} is outside of {range:?}");
            }
        }
    }
}

#[test]
fn what_a_frame_lacks_is_emptied_not_left_standing() {
    let x = ramp();
    let frames = vec![Figure::new("a").line(&x, &x, "one").line(&x, &x, "two"), Figure::new("b").line(&x, &x, "one")];
    let json = json(&plot::slider("k", &array![0.0, 1.0], frames).hline(5.0, "in every frame"));
    for k in 0..2 {
        let data = json["frames"][k]["data"].as_array().unwrap();
        assert_eq!(data.len(), 3);
        assert_eq!(numbers(&data[2]["y"]), [5.0, 5.0]);
    }
    assert!(numbers(&json["frames"][1]["data"][1]["y"]).iter().all(|y| y.is_nan()));
}

#[test]
fn play_and_pause_are_there_and_the_picture_says_which_frame_it_is() {
    let (_, figure) = sliding();
    let json = json(&figure);
    let buttons = json["layout"]["updatemenus"][0]["buttons"].as_array().unwrap();
    assert!(buttons[0]["label"].as_str().unwrap().contains("Play"));
    assert!(buttons[0]["args"][0].is_null(), "null plays all frames");
    assert!(buttons[1]["label"].as_str().unwrap().contains("Pause"));
    assert!(buttons[1]["args"][0][0].is_null(), "[null] stops");
    assert!(picture_text(&figure).iter().any(|t| t.starts_with("I (nA) = 15 (frame 1 of 3")));
    assert!(figure.summary().contains("Slider: I (nA), 3 frames from 15 to 30"), "{}", figure.summary());
}

#[test]
fn the_colours_of_maps_mean_the_same_in_every_frame() {
    let x = array![0.0, 1.0];
    let map = |high: f64| Figure::new("").heatmap(&x, &x, &array![[0.0, 1.0], [2.0, high]], "z");
    let json = json(&plot::slider("k", &array![0.0, 1.0], vec![map(3.0), map(9.0)]));
    for frame in json["frames"].as_array().unwrap() {
        assert_eq!(frame["data"][0]["zmin"], 0.0);
        assert_eq!(frame["data"][0]["zmax"], 9.0);
    }
}

#[test]
fn frames_added_one_by_one_are_not_doubled() {
    // plotly 0.14.1 doubles the frames of its first `add_frames`; this fails if that way is taken.
    let x = ramp();
    let frames = vec![Figure::new("").line(&x, &x, "")];
    assert_eq!(plot::slider("k", &array![0.0], frames).plot().frame_count(), 1);
}

#[test]
fn areas_keep_their_colours_where_frames_differ_and_titles_are_those_of_the_frames() {
    let (points, labels) = (array![[0.0, 0.0], [1.0, 1.0]], array![-1.0, 1.0]);
    let w = array![-1.5, 1.0, 1.0];
    let line = || plot::decision_line(&points, &labels, &w, (-0.5, 1.5), (-0.5, 1.5));
    let alone = json(&line());
    let frames = vec![line().title("before"), line().title("after").points(&array![1.0], &array![1.0], "shown")];
    let json = json(&plot::slider("step", &array![0.0, 1.0], frames));
    let colours = |data: &serde_json::Value| -> Vec<String> {
        let areas = data.as_array().unwrap().iter();
        areas.filter(|trace| trace["fill"] == "toself").map(|trace| trace["fillcolor"].to_string()).collect()
    };
    assert_eq!(colours(&alone["data"]).len(), 2);
    for (frame, title) in [(0, "before"), (1, "after")] {
        let frame = &json["frames"][frame];
        assert_eq!(colours(&frame["data"]), colours(&alone["data"]));
        assert_eq!(frame["layout"]["title"]["text"], title);
    }
}
