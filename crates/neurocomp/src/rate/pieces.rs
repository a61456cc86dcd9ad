//! Steps that do not straddle the moment at which an input switches.

/// Cuts the step from `start` to `stop` at the `switches` (in order) inside it, and hands each piece over as
/// (its beginning, its length). A switch closer to the end of a piece than a billionth of the step is rounding of a
/// product k·dt, not a piece of its own.
pub(crate) fn pieces(start: f64, stop: f64, switches: &[f64], mut piece: impl FnMut(f64, f64)) {
    let least = 1e-9 * (stop - start);
    let mut begin = start;
    for &switch in switches {
        if switch > begin + least && switch < stop - least {
            piece(begin, switch - begin);
            begin = switch;
        }
    }
    piece(begin, stop - begin);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_fill_the_step_and_end_at_the_switches() {
        let mut seen = Vec::new();
        let switches = [0.5, 1.0 + 1e-13, 1.25, 1.75, 2.0 - 1e-12, 3.0];
        pieces(1.0, 2.0, &switches, |t, h| seen.push((t, h)));
        assert_eq!(seen, [(1.0, 0.25), (1.25, 0.5), (1.75, 0.25)]);
    }
}
