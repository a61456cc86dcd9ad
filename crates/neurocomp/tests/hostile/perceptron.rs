//! The perceptron, and digits.

use neurocomp::{digits, perceptron};

use crate::call::{Entry, entry};

crate::models! {
    digits::DigitSet, perceptron::Perceptron, perceptron::digit_network::DigitNetwork,
        perceptron::digit_perceptron::DigitPerceptron, perceptron::digit_perceptron::DigitTraining,
        perceptron::logic::TwoLayerPerceptron, perceptron::two_layer::TwoLayerNetwork
}

crate::parameters! {
    perceptron::digit_perceptron::DigitParams { scheme, epochs, seed }
    perceptron::LearningParams { eta, order, epochs }
    perceptron::two_layer::TwoLayerParams { hidden, activation, optimiser, learning_rate, epochs, batch, seed }
}

crate::results! {
    digits::Digits { source, train, test }
    digits::MnistFile { name, pictures, count, sha256 }
    perceptron::capacity::CapacityCurves { inputs, loads, measured, theory }
    perceptron::ConfusionMatrix { counts }
    perceptron::digit_network::DigitNetworkTraining { network, loss, train_error, test_error }
    perceptron::digit_perceptron::ErrorCurves { last, averaged }
    perceptron::Segment { x, y }
    perceptron::Polygon { x, y }
    perceptron::HalfPlanes { positive, negative, line }
    perceptron::LearningStep { example, target, field, output, correct, weights }
    perceptron::LearningHistory { start, steps, steps_per_pass, converged }
    perceptron::Cycle { first, period }
    perceptron::Learning { last, averaged, pocket, mistakes, weights, converged }
    perceptron::two_layer::Gradient { w1, b1, w2, b2 }
    perceptron::two_layer::TwoLayerTraining { network, loss, error }
}

crate::choices! {
    digits::Source { Mnist, Drawn }
    perceptron::digit_perceptron::DigitScheme { Pairwise, OneAgainstAll }
    perceptron::ExampleOrder { Cyclic, Given(_), Shuffled(_), Random(_) }
    perceptron::two_layer::Activation { Relu, Tanh }
    perceptron::two_layer::Optimiser { GradientDescent, Adam }
}

pub fn table() -> Vec<Entry> {
    let mut table = crate::calls! {
        digits: draw;
        digits::DigitSet: new, len, is_empty, pixels, labels, image, label, counts, wrong, first, pair, mean_image,
        permuted, noisy, shuffled_labels;
        perceptron: sign, is_separable, largest_margin;
        perceptron::Perceptron: new, from_weights, zeros, random, weights, w, bias, inputs, field, output, outputs,
        errors, error_rate, margin, mistake_bound, image, distance, normal, foot, decision_line, half_planes,
        learn_step_by_step, show, learn;
        digits::MnistFile: length, verify;
        perceptron::capacity: fraction, measured_fraction, curves, teacher_examples;
        perceptron::ConfusionMatrix: new, total, accuracy, error_rate, recognised, worst;
        perceptron::digit_network::DigitNetwork: train, hidden_units, answers, confusion, image;
        perceptron::digit_perceptron: pairs;
        perceptron::digit_perceptron::DigitPerceptron: train, scheme, perceptron, image, answers, votes, confusion;
        perceptron::digit_perceptron::DigitTraining: error_curves;
        perceptron::Polygon: area;
        perceptron::LearningHistory: last, mistakes, cycle;
        perceptron::Learning: total_mistakes, error_curve;
        perceptron::logic: and, or, nand, xor;
        perceptron::logic::TwoLayerPerceptron: new, hidden, output_unit, activity, outputs, output;
        perceptron::two_layer::TwoLayerNetwork: new, w1, b1, w2, b2, hidden, probabilities, answers, loss, gradient,
        train;
    };
    table.extend([
        entry("digits::mnist_from", |folder: &'static str| digits::mnist_from(folder)),
        entry("logic::truth_table", |gate: bool| perceptron::logic::truth_table(|a, b| a && b == gate)),
    ]);
    table
}
