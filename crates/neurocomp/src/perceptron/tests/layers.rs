//! Two layers, by hand and by gradient descent; confusion.

use super::*;
use crate::perceptron::logic::TwoLayerPerceptron;
use crate::perceptron::two_layer::{Activation, Optimiser, TwoLayerNetwork, TwoLayerParams};

#[test]
fn the_gates_of_the_lecture_are_right_on_all_inputs() {
    for (gate, table) in [
        (logic::and(), logic::truth_table(|a, b| a && b)),
        (logic::or(), logic::truth_table(|a, b| a || b)),
        (logic::nand(), logic::truth_table(|a, b| !(a && b))),
    ] {
        let (x, y) = table;
        assert_eq!(gate.errors(&x, &y).unwrap(), 0);
        // All three lines pass at the same distance from the inputs: ½/√2.
        assert!((gate.margin(&x, &y).unwrap() - 0.125_f64.sqrt()).abs() < 1e-15);
    }
}

#[test]
fn xor_takes_or_nand_and_and() {
    let (x, y) = logic::truth_table(|a, b| a != b);
    let xor = logic::xor();
    assert_eq!(xor.outputs(&x).unwrap(), y);
    // What reaches the second layer is separable: (0, 0) and (1, 1) have become one side's corners.
    let between = xor.activity(&x).unwrap();
    assert_eq!(between, array![[0.0, 1.0], [1.0, 1.0], [1.0, 1.0], [1.0, 0.0]]);
    assert!(is_separable(&between, &y).unwrap() && !is_separable(&x, &y).unwrap());
    assert_eq!(xor.output(&array![1.0, 0.0]).unwrap(), 1.0);
    assert!(TwoLayerPerceptron::new(vec![logic::or()], logic::and()).is_err());
}

fn random_network(activation: Activation, seed: u64) -> TwoLayerNetwork {
    let weights = |rows, columns, k| {
        let all = Perceptron::random(rows * columns, seed + k).unwrap().w();
        all.into_shape_with_order((rows, columns)).unwrap()
    };
    let (w1, w2) = (weights(3, 5, 0), weights(5, 4, 1));
    let (b1, b2) = (weights(1, 5, 2).row(0).to_owned(), weights(1, 4, 3).row(0).to_owned());
    TwoLayerNetwork::new(&w1, &b1, &w2, &b2, activation).unwrap()
}

#[test]
fn backpropagation_is_the_slope_of_the_loss() {
    let x = Perceptron::random(21, 9).unwrap().w().into_shape_with_order((7, 3)).unwrap();
    let labels = [0, 3, 1, 2, 2, 0, 1];
    for activation in [Activation::Tanh, Activation::Relu] {
        let network = random_network(activation, 40);
        let gradient = network.gradient(&x, &labels).unwrap();
        let parts = [
            network.w1(),
            network.b1().insert_axis(ndarray::Axis(0)),
            network.w2(),
            network.b2().insert_axis(ndarray::Axis(0)),
        ];
        let slopes = [
            gradient.w1,
            gradient.b1.insert_axis(ndarray::Axis(0)),
            gradient.w2,
            gradient.b2.insert_axis(ndarray::Axis(0)),
        ];
        for part in 0..4 {
            for (place, &slope) in slopes[part].indexed_iter() {
                let loss = |shift: f64| {
                    let mut parts = parts.clone();
                    parts[part][place] += shift;
                    let [w1, b1, w2, b2] = &parts;
                    let network = TwoLayerNetwork::new(w1, &b1.row(0), w2, &b2.row(0), activation).unwrap();
                    network.loss(&x, &labels).unwrap()
                };
                let difference = (loss(1e-5) - loss(-1e-5)) / 2e-5;
                assert!((difference - slope).abs() < 1e-8, "{activation:?} {part} {place:?}: {difference} {slope}");
            }
        }
    }
}

#[test]
fn probabilities_add_up_to_one_and_the_loss_is_theirs() {
    let network = random_network(Activation::Tanh, 3);
    let x = Perceptron::random(30, 9).unwrap().w().into_shape_with_order((10, 3)).unwrap() * 50.0;
    let labels = network.answers(&x).unwrap();
    let p = network.probabilities(&x).unwrap();
    let mut loss = 0.0;
    for (row, &label) in p.rows().into_iter().zip(&labels) {
        assert!((row.sum() - 1.0).abs() < 1e-12);
        assert!(row.iter().all(|&p| p <= row[usize::from(label)]));
        loss -= row[usize::from(label)].ln() / 10.0;
    }
    assert!((network.loss(&x, &labels).unwrap() - loss).abs() < 1e-12);
}

#[test]
fn a_full_step_of_plain_descent_is_the_gradient_times_the_rate() {
    // 70 examples make two parts of a batch: they must add up to the whole gradient.
    let (x, y, _) = capacity::teacher_examples(70, 3, 0.0, 1).unwrap();
    let labels: Vec<u8> = y.iter().map(|&y| u8::from(y > 0.0)).collect();
    let params = |learning_rate, epochs| TwoLayerParams {
        hidden: 4,
        activation: Activation::Tanh,
        optimiser: Optimiser::GradientDescent,
        learning_rate,
        epochs,
        batch: 70,
        seed: 5,
    };
    let train = |rate, epochs| TwoLayerNetwork::train(&x, &labels, 2, params(rate, epochs)).unwrap();
    // A rate too small to matter shows the first weights.
    let start = train(1e-300, 1).network;
    let gradient = start.gradient(&x, &labels).unwrap();
    let after = train(0.1, 1).network;
    assert!((after.w1() - (start.w1() - gradient.w1 * 0.1)).iter().all(|d| d.abs() < 1e-14));
    assert!((after.b2() - (start.b2() - gradient.b2 * 0.1)).iter().all(|d| d.abs() < 1e-14));
    // With small steps over all examples the loss can only fall.
    let training = train(0.1, 200);
    assert!(training.loss.windows(2).all(|pair| pair[1] < pair[0]));
}

#[test]
fn the_first_step_of_adam_has_the_length_of_the_rate_in_every_weight() {
    let (x, y) = logic::truth_table(|a, b| a != b);
    let labels: Vec<u8> = y.iter().map(|&y| u8::from(y > 0.0)).collect();
    let params = TwoLayerParams { hidden: 3, activation: Activation::Tanh, epochs: 1, batch: 4, ..Default::default() };
    let train = |learning_rate| {
        TwoLayerNetwork::train(&x, &labels, 2, TwoLayerParams { learning_rate, ..params }).unwrap().network
    };
    let (start, after) = (train(1e-300), train(0.01));
    let gradient = start.gradient(&x, &labels).unwrap();
    for ((place, before), after) in start.w2().indexed_iter().zip(&after.w2()) {
        assert!((after - before + 0.01 * gradient.w2[place].signum()).abs() < 1e-6);
    }
}

#[test]
fn xor_is_learnt_by_gradient_descent_and_not_without_a_bend() {
    let (x, y) = logic::truth_table(|a, b| a != b);
    let labels: Vec<u8> = y.iter().map(|&y| u8::from(y > 0.0)).collect();
    let params = TwoLayerParams {
        hidden: 4,
        activation: Activation::Tanh,
        optimiser: Optimiser::GradientDescent,
        learning_rate: 1.0,
        epochs: 2000,
        batch: 4,
        seed: 2,
    };
    let training = TwoLayerNetwork::train(&x, &labels, 2, params).unwrap();
    assert_eq!(training.network.answers(&x).unwrap(), labels);
    assert!(training.loss[1999] < 0.01 && training.error[1999] == 0.0);
    // One hidden unit draws one line: XOR stays out of reach.
    let one = TwoLayerNetwork::train(&x, &labels, 2, TwoLayerParams { hidden: 1, ..params }).unwrap();
    assert_ne!(one.network.answers(&x).unwrap(), labels);
}

#[test]
fn a_confusion_matrix_counts() {
    let matrix = ConfusionMatrix::new(&[0, 0, 1, 2, 2, 2], &[0, 1, 1, 0, 0, 2], 4).unwrap();
    assert_eq!((matrix.total(), matrix.accuracy(), matrix.error_rate()), (6, 0.5, 0.5));
    assert_eq!(matrix.worst(5), [(2, 0, 2), (0, 1, 1)]);
    assert_eq!(matrix.recognised(), [Some(0.5), Some(1.0), Some(1.0 / 3.0), None]);
    assert_eq!(matrix.to_string().lines().count(), 5);
}
