//! A protocol cut into pieces of time in which calcium crosses no threshold.

use super::{CalciumParams, CalciumRule};
use crate::plasticity::protocol::Protocol;

/// A piece of time.
pub(super) struct Piece {
    /// ms.
    pub duration: f64,
    pub depresses: bool,
    pub potentiates: bool,
}

impl CalciumRule {
    /// Calls `with` for each piece in order. Calcium is 0 at the beginning.
    pub(super) fn for_each_piece(&self, protocol: &Protocol, mut with: impl FnMut(Piece)) {
        let p = self.params;
        let end = protocol.duration();
        let (mut now, mut c) = (0.0, 0.0);
        for (t, amount) in influx(&p, protocol) {
            if t > end {
                break;
            }
            cut(&p, c, t - now, &mut with);
            c = c * ((now - t) / p.tau_ca).exp() + amount;
            now = t;
        }
        cut(&p, c, end - now, &mut with);
    }
}

/// When calcium enters and how much, in order.
pub(super) fn influx(p: &CalciumParams, protocol: &Protocol) -> Vec<(f64, f64)> {
    let pre = protocol.pre().times().iter();
    let post = protocol.post().times().iter();
    let mut events: Vec<(f64, f64)> = pre.map(|t| (t + p.delay, p.c_pre)).chain(post.map(|&t| (t, p.c_post))).collect();
    events.sort_by(|a, b| a.0.total_cmp(&b.0));
    events
}

/// Cuts an interval that begins with calcium at `c` where it falls below either threshold.
fn cut(p: &CalciumParams, c: f64, duration: f64, with: &mut impl FnMut(Piece)) {
    let above = |theta: f64| {
        if c > theta { (p.tau_ca * (c / theta).ln()).min(duration) } else { 0.0 }
    };
    let (depression, potentiation) = (above(p.theta_d), above(p.theta_p));
    let (first, second) = (depression.min(potentiation), depression.max(potentiation));
    for (begin, end) in [(0.0, first), (first, second), (second, duration)] {
        if end > begin {
            with(Piece { duration: end - begin, depresses: depression >= end, potentiates: potentiation >= end });
        }
    }
}
