//! Checks of TD5, the Hopfield network.
