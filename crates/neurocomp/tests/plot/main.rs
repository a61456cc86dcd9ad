//! What a notebook receives: the Plotly figure, the picture and the text, parsed again and compared with what went in.

mod content;
mod gallery;
mod gallery_networks;
mod networks;
mod panels;
mod ready;
mod size;
mod slider;
mod wrong_input;
mod wrong_networks;

use neurocomp::ndarray::{Array1, array};
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::plot::{self, Figure};
use neurocomp::spike_train::SpikeTrain;
use serde_json::Value;

fn json(figure: &Figure) -> Value {
    serde_json::from_str(&figure.plot().to_json()).expect("the Plotly figure is valid JSON")
}

fn numbers(value: &Value) -> Vec<f64> {
    let values = value.as_array().expect("an array");
    values.iter().map(|v| v.as_f64().unwrap_or(f64::NAN)).collect()
}

/// All text of the picture, in its order.
fn picture_text(figure: &Figure) -> Vec<String> {
    let svg = figure.svg();
    let document = roxmltree::Document::parse(&svg).expect("the picture is well-formed XML");
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.map(|node| node.text().unwrap_or_default().to_string()).collect()
}

/// The pieces of the path of the picture with this attribute, each as its corners in pixels.
fn path(figure: &Figure, attribute: &str, value: &str) -> Vec<Vec<(f64, f64)>> {
    let svg = figure.svg();
    let document = roxmltree::Document::parse(&svg).expect("the picture is well-formed XML");
    let node = document.descendants().find(|node| node.attribute(attribute) == Some(value));
    corners(node.expect("such a path").attribute("d").expect("path data"))
}

fn corners(data: &str) -> Vec<Vec<(f64, f64)>> {
    let mut pieces: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut at = (0.0, 0.0);
    let starts: Vec<usize> = data.match_indices(char::is_alphabetic).map(|(i, _)| i).collect();
    for (k, &start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(data.len());
        let arguments = data[start + 1..end].replace('-', " -");
        let values: Vec<f64> = arguments.split_whitespace().map(|v| v.parse().expect("a number")).collect();
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

fn sliding() -> (Array1<f64>, Figure) {
    let currents = array![15.0, 20.5, 30.0];
    let lif = Lif::new(LifParams::default()).unwrap();
    let frames = currents.iter().map(|&i| plot::trace(&lif.simulate(i, 0.1, 200.0).unwrap(), 20.0)).collect();
    (currents.clone(), plot::slider("I (nA)", &currents, frames))
}
