//! Checks of the companion on plasticity and conditioning.
