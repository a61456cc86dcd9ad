//! Figures.

use ndarray::ArrayRef1;
use neurocomp::plot;
use neurocomp::plot::{Figure, Live};

use crate::call::{Entry, entry};
use crate::value::Curve;

crate::models! {
    plot::Figure, plot::Live
}

crate::parameters! {
    plot::Knobs {}
}

crate::inputs! {
    plot::DiagramBranch { x, y, stable }
}

type List = &'static ArrayRef1<f64>;

pub fn table() -> Vec<Entry> {
    let mut table = crate::calls! {
        plot::Figure: new, title, below, x_label, y_label, x_range, y_range, log_x, log_y, equal_scales, starting_at,
        size, problems, summary, line, points, steps, bars, bins, error_bars, path, histogram, hline,
        vline, text, heatmap, signed_heatmap, flow, fixed_points, spikes, raster;
        plot::Live: figure, moved, frames;
        plot: line, slider, cable_profile, space_time, conditioning_curve, digit_grid, convergence, state_image,
        state_images, overlap_curves, capacity_curve, trace, f_i_curve, rate_map, cv_map, gating_curves,
        gating_time_constants, decision_line, learning_curve, confusion_matrix, phase_plane, place_field,
        place_field_map, stdp_window, frequency_curve, weight_histogram, bifurcation_diagram, hysteresis,
        eigenvalues, bump, raster, raster_with_rate, psth, isi_histogram, correlogram, tuning_curve;
        plot::Knobs: slider, choice, switch;
    };
    table.extend([
        entry("plot::live", |curve: Curve| {
            plot::live(move |knobs| {
                let a = knobs.slider("a", curve.at(0.0), curve.at(1.0), curve.at(2.0));
                let b = knobs.choice("b", &["x", "y"]) as f64;
                Figure::new("live").hline(if knobs.switch("c", true) { a } else { b }, "")
            })
        }),
        entry("Figure::flow_of", |figure: Figure, x: List, y: List, curve: Curve| {
            figure.flow_of(x, y, move |x, y| (curve.at(x), y))
        }),
        entry("Figure::plot", |figure: Figure| figure.plot().to_json()),
        entry("Figure::write", |figure: Figure, path: &'static str| figure.write(path)),
        entry("Figure::svg", |figure: Figure| {
            let svg = figure.svg();
            let paths = svg.split(" d=\"").skip(1).filter_map(|after| after.split('"').next());
            assert!(paths.clone().all(|path| !path.contains("NaN") && !path.contains("inf")), "{svg}");
        }),
        entry("Live::moved", |live: Live, knob: f64| live.moved(&[("a", knob), ("b", knob), ("c", knob), ("?", knob)])),
    ]);
    table
}
