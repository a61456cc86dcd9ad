//! The traces of spikes in a spine: open channels, EPSPs, the back-propagating spike.

use super::NmdaParams;

/// Decay time constants of an EPSP, ms: the slow one minus the fast one.
const TAU_EPSP: [f64; 2] = [50.0, 5.0];

pub(super) struct Spine {
    params: NmdaParams,
    /// Open NMDA channels, those that close fast and those that close slowly.
    open: [f64; 2],
    epsp: [f64; 2],
    bpap: [f64; 2],
    /// What each keeps in a step.
    keep_open: [f64; 2],
    keep_epsp: [f64; 2],
    keep_bpap: [f64; 2],
    /// What an EPSP of 1 mV begins with.
    unit_epsp: f64,
}

impl Spine {
    pub fn new(params: NmdaParams, dt: f64) -> Spine {
        let p = params;
        let keep = |taus: [f64; 2]| taus.map(|tau| (-dt / tau).exp());
        Spine {
            params,
            open: [0.0; 2],
            epsp: [0.0; 2],
            bpap: [0.0; 2],
            keep_open: keep([p.tau_nmda_fast, p.tau_nmda_slow]),
            keep_epsp: keep(TAU_EPSP),
            keep_bpap: keep([p.tau_bpap_fast, p.tau_bpap_slow]),
            unit_epsp: 1.0 / peak(TAU_EPSP),
        }
    }

    pub fn presynaptic_spike(&mut self) {
        let p = self.params;
        let opens = p.p0 * (1.0 - self.open());
        self.open[0] += p.nmda_fast * opens;
        self.open[1] += (1.0 - p.nmda_fast) * opens;
        for part in &mut self.epsp {
            *part += p.epsp * self.unit_epsp;
        }
    }

    pub fn postsynaptic_spike(&mut self) {
        let p = self.params;
        self.bpap = [p.bpap * p.bpap_fast, p.bpap * (1.0 - p.bpap_fast)];
    }

    /// Potential, mV.
    pub fn potential(&self) -> f64 {
        self.params.v_rest + (self.epsp[0] - self.epsp[1]) + self.bpap[0] + self.bpap[1]
    }

    /// Fraction of the channels that glutamate holds open.
    pub fn open(&self) -> f64 {
        self.open[0] + self.open[1]
    }

    pub fn decay(&mut self) {
        for (values, keep) in
            [(&mut self.open, self.keep_open), (&mut self.epsp, self.keep_epsp), (&mut self.bpap, self.keep_bpap)]
        {
            values[0] *= keep[0];
            values[1] *= keep[1];
        }
    }
}

/// The largest value of e^(−t/slow) − e^(−t/fast).
fn peak([slow, fast]: [f64; 2]) -> f64 {
    let t = slow * fast / (slow - fast) * (slow / fast).ln();
    (-t / slow).exp() - (-t / fast).exp()
}

#[cfg(test)]
mod tests {
    use super::peak;

    #[test]
    fn an_epsp_of_one_millivolt_peaks_at_one_millivolt() {
        // The normalisation given in the supplement of Shouval et al. (2002): 0.6968.
        assert!((peak([50.0, 5.0]) - 0.6968).abs() < 1e-4);
    }
}
