//! What is refused, and in which words.

use super::*;
use crate::perceptron::digit_network::DigitNetwork;
use crate::perceptron::digit_perceptron::{DigitParams, DigitPerceptron};
use crate::perceptron::two_layer::{Activation, TwoLayerNetwork, TwoLayerParams};

fn said<T>(result: Result<T>, words: &str) {
    match result {
        Ok(_) => panic!("not refused: {words}"),
        Err(error) => assert!(error.to_string().contains(words), "{error} / {words}"),
    }
}

#[test]
fn examples_that_do_not_fit_are_refused() {
    let p = Perceptron::zeros(2).unwrap();
    let (x, y) = lecture_points();
    said(p.errors(&array![[1.0]], &array![1.0]), "inputs must be 2, received 1");
    said(p.errors(&x, &array![1.0]), "received 1 answers for 6 examples");
    said(p.errors(&Array2::zeros((0, 2)), &array![]), "examples must be at least 1, received 0");
    said(p.errors(&array![[1.0, f64::NAN]], &array![1.0]), "x[[0, 1]] must be finite, received NaN");
    said(p.errors(&array![[1.0, 2.0]], &array![0.0]), "y[0] must be 1 or -1, received 0");
    said(p.field(&array![1.0]), "must be 2, received 1");
    said(p.margin(&x, &y), "there is no plane");
    said(p.decision_line(0.0, 1.0, 0.0, 1.0), "there is no plane");
    said(logic::and().decision_line(1.0, 1.0, 0.0, 1.0), "increase, received 1 to 1");
    said(logic::and().decision_line(0.0, 1.0, f64::NAN, 1.0), "received NaN");
    said(Perceptron::zeros(3).unwrap().decision_line(0.0, 1.0, 0.0, 1.0), "inputs must be 2, received 3");
    said(p.image(2, 2), "must be 2, received 4");
    said(Perceptron::zeros(0), "n must be from 1 to 20000000, received 0");
    said(Perceptron::random(usize::MAX, 1), "n must be from 1 to 20000000, received 1.8446744073709552e19");
    said(Perceptron::new(f64::INFINITY, &array![1.0]), "weights[0] must be finite, received inf");
}

#[test]
fn impossible_learning_is_refused() {
    let p = Perceptron::zeros(2).unwrap();
    let (x, y) = lecture_points();
    let learn = |params: LearningParams| p.learn(&x, &y, params);
    said(learn(LearningParams { eta: 0.0, ..Default::default() }), "eta must be finite and > 0, received 0");
    said(learn(LearningParams { eta: f64::NAN, ..Default::default() }), "received NaN");
    said(learn(LearningParams { epochs: 0, ..Default::default() }), "epochs must be from 1 to 6666666, received 0");
    let order = |order| LearningParams { order: ExampleOrder::Given(order), ..Default::default() };
    said(learn(order(vec![0, 6])), "0 to 5, received 6");
    said(learn(order(vec![])), "order must be at least 1");
    said(learn(LearningParams { eta: 1e300, ..Default::default() }), "became infinite");
    let long = LearningParams { epochs: usize::MAX, ..Default::default() };
    said(p.learn_step_by_step(&x, &y, long), "epochs must be from 1 to");
    said(p.clone().show(&array![1.0, 1.0], 0.5, 1.0), "must be 1 or -1, received 0.5");
}

#[test]
fn impossible_networks_and_capacities_are_refused() {
    let x = array![[0.0, 1.0]];
    let train = |params: TwoLayerParams| TwoLayerNetwork::train(&x, &[1], 2, params);
    said(train(TwoLayerParams { hidden: 0, ..Default::default() }), "hidden must be from 1 to 4000000, received 0");
    said(train(TwoLayerParams { hidden: usize::MAX, ..Default::default() }), "hidden must be from 1 to 4000000");
    said(train(TwoLayerParams { learning_rate: -1.0, ..Default::default() }), "learning_rate must be");
    said(train(TwoLayerParams { batch: 0, ..Default::default() }), "batch must be at least 1");
    said(TwoLayerNetwork::train(&x, &[2], 2, TwoLayerParams::default()), "labels[0] must be from 0 to 1, received 2");
    said(TwoLayerNetwork::train(&x, &[], 2, TwoLayerParams::default()), "received 0 answers for 1 examples");
    let (w, b) = (array![[1.0]], array![1.0, 2.0]);
    said(TwoLayerNetwork::new(&w, &b, &w, &b, Activation::Tanh), "classes must be from 2 to 256");
    said(capacity::fraction(0, 1), "p must be from 1 to");
    said(capacity::measured_fraction(10, 1000, 1, 1), "n must be from 1 to 500");
    said(capacity::curves(&[2], &[0.0], 1, 1), "loads[0] must be finite and > 0");
    said(capacity::teacher_examples(1, 1, 0.9, 1), "margin must be");
    said(ConfusionMatrix::new(&[0, 3], &[0, 0], 3), "labels[1] must be from 0 to 2, received 3");
    said(ConfusionMatrix::new(&[0], &[], 3), "received 0 answers for 1 examples");
    let digits = crate::digits::draw(20, 10, 1).unwrap();
    said(DigitPerceptron::train(&digits.train, DigitParams { epochs: 0, ..Default::default() }), "epochs");
    let wild = TwoLayerParams { learning_rate: 1e35, epochs: 5, ..Default::default() };
    said(DigitNetwork::train(&digits.train, &digits.test, wild), "became infinite");
    let perceptrons = DigitPerceptron::train(&digits.train, DigitParams::default()).unwrap().last;
    said(perceptrons.perceptron(45), "k must be from 0 to 44, received 45");
    said(perceptrons.votes(&Array2::zeros((28, 27))), "must be 784, received 756");
}

#[test]
fn a_summary_has_one_line() {
    let (x, y) = lecture_points();
    let p = Perceptron::random(784, 1).unwrap();
    let params = LearningParams::default();
    let history = Perceptron::zeros(2).unwrap().learn_step_by_step(&x, &y, params.clone()).unwrap();
    let learning = Perceptron::zeros(2).unwrap().learn(&x, &y, params).unwrap();
    let digits = crate::digits::draw(20, 10, 1).unwrap();
    let training = DigitPerceptron::train(&digits.train, DigitParams::default()).unwrap();
    let network =
        DigitNetwork::train(&digits.train, &digits.test, TwoLayerParams { epochs: 1, ..Default::default() }).unwrap();
    let confusion = training.last.confusion(&digits.test).unwrap();
    for summary in [
        format!("{p:?}"),
        format!("{history:?}"),
        format!("{learning:?}"),
        format!("{digits:?}"),
        format!("{training:?}"),
        format!("{network:?}"),
        format!("{confusion:?}"),
    ] {
        assert!(summary.len() < 200 && !summary.contains('\n'), "{summary}");
    }
}
