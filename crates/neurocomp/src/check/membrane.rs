//! Checks of the companion on membrane and cable.
