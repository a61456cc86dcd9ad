//! Checks of TD6, the perceptron.
