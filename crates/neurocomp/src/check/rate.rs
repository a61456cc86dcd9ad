//! Checks of TD4, rate models.
