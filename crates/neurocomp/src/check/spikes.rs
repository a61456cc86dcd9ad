//! Checks of TD2, from membrane to spike trains.
