//! What it takes to make the membrane fire: constant currents, single pulses, and pulses after a spike.

use ndarray::{Array1, ArrayRef1};
use rayon::prelude::*;

use crate::error::number;
use crate::parallel::in_parallel;
use crate::{Error, Result};

use super::simulate::Integrator;
use super::{CURRENT, HodgkinHuxley};
use crate::language::choose;
use crate::parameter::Allowed;
use crate::spike_train::threshold_crossings;
use crate::summary::{range, summary};
use crate::time_step;

/// The largest number of steps of a whole curve: a billion, about a minute of two cores.
const MAX_CURVE_STEPS: usize = 1_000_000_000;

/// How long after its end a pulse may still lead to a spike, ms.
const LATENCY: f64 = 20.0;

/// About how many amplitudes are tried to find a threshold.
const TRIALS: usize = 100;

/// How strong a second pulse must be, depending on when it comes.
#[derive(Clone, PartialEq)]
pub struct RefractoryCurve {
    /// Intervals from the beginning of the first pulse to the beginning of the second, ms.
    pub interval: Array1<f64>,
    /// The weakest second pulse that makes a second spike, µA/cm². **NaN where there is none** up to the
    /// strongest one tried: a gap in the curve, the absolute refractory period. [`RefractoryCurve::amplitude_at`] gives
    /// `None` there.
    pub amplitude: Array1<f64>,
    /// The weakest pulse that makes a spike from rest, µA/cm².
    pub at_rest: f64,
}

summary!(RefractoryCurve, |curve| {
    let (interval, amplitude) = (range(&curve.interval, 2), range(&curve.amplitude, 2));
    let (silent, all) = (curve.amplitude.iter().filter(|x| x.is_nan()).count(), curve.interval.len());
    let without = choose("without a second spike", "sans second potentiel d’action");
    let rest = curve.at_rest;
    format!(
        "interval = {interval} ms, amplitude = {amplitude} µA/cm², {silent}/{all} {without}, at_rest = {rest:.2} µA/cm²"
    )
});

impl RefractoryCurve {
    /// The weakest pulse at index `k` (µA/cm²); `None` if the membrane was refractory, or outside the curve.
    pub fn amplitude_at(&self, k: usize) -> Option<f64> {
        let amplitude = self.amplitude.get(k).copied();
        amplitude.filter(|amplitude| !amplitude.is_nan())
    }

    /// The longest of the intervals (ms) at which no pulse made a second spike; `None` if there was always one.
    pub fn absolute(&self) -> Option<f64> {
        let refractory = (0..self.interval.len()).filter(|&k| self.amplitude_at(k).is_none());
        refractory.map(|k| self.interval[k]).reduce(f64::max)
    }
}

impl HodgkinHuxley {
    /// The f–I curve: the rate (Hz) at which the neuron keeps firing under each constant current of `currents` (µA/cm²)
    /// that sets in at rest, from runs of `duration` (ms) in steps of `dt` (ms), on all cores.
    ///
    /// The first half of each run is left to the transient. The rate is 1/(mean interval) of the second half,
    /// and 0 with fewer than two spikes there: `duration` should be at least a dozen intervals of the rates of
    /// interest.
    ///
    /// # Errors
    ///
    /// If `currents` is empty or holds one outside −10⁶ to 10⁶ µA/cm²; for times as [`HodgkinHuxley::simulate`]; if
    /// the whole curve has more than 10⁹ steps.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
    ///
    /// let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default())?;
    /// let rates = neuron.rate_curve(&array![0.0, 5.0, 6.0, 6.5, 7.0, 20.0], 0.02, 1000.0)?;
    /// // The rate jumps from 0 to more than 50 Hz, and then grows little.
    /// assert!(rates[2] == 0.0 && rates[3] > 50.0 && rates[5] < 100.0, "{rates}");
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn rate_curve(&self, currents: &ArrayRef1<f64>, dt: f64, duration: f64) -> Result<Array1<f64>> {
        CURRENT.check_list("currents", "µA/cm²", currents)?;
        let steps = self.steps(dt, duration)?;
        check_work(steps, currents.len())?;
        let rates: Result<Vec<f64>> = in_parallel(|| {
            currents.to_vec().into_par_iter().map(|current| self.sustained_rate(current, steps, dt)).collect()
        });
        Ok(Array1::from_vec(rates?))
    }

    fn sustained_rate(&self, current: f64, steps: usize, dt: f64) -> Result<f64> {
        let mut membrane = Integrator::new(self, self.resting_state(), dt);
        for _ in 0..steps / 2 {
            membrane.step(current);
        }
        let remaining = steps - steps / 2;
        let mut v = Array1::from_elem(remaining + 1, membrane.state.v);
        for k in 1..=remaining {
            membrane.step(current);
            v[k] = membrane.state.v;
        }
        let t = time_step::times(remaining, dt);
        let spikes = threshold_crossings(&t, &v, self.params.v_spike)?;
        Ok(spikes.mean_isi_rate().unwrap_or(0.0))
    }

    /// The weakest pulse of `pulse_duration` (ms) that makes the resting membrane fire, µA/cm², from runs in steps of
    /// `dt` (ms); `None` if even `strongest` (µA/cm²) does not. Over a range of durations it is the strength–duration
    /// curve, which tends to the rheobase for long pulses, and to a constant charge for short ones.
    ///
    /// A spike counts if the potential is above `v_spike` while the ionic currents alone carry it further up, at the
    /// latest 20 ms after the pulse: a strong pulse can lift the potential of any membrane, only an excitable one goes
    /// on.
    ///
    /// # Errors
    ///
    /// If `pulse_duration` or `strongest` is not > 0, `strongest` more than 10⁶ µA/cm², or `dt` out of range as for
    /// [`HodgkinHuxley::simulate`].
    ///
    /// ```
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
    ///
    /// let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default())?;
    /// let short = neuron.pulse_threshold(0.5, 100.0, 0.01)?.unwrap();
    /// let long = neuron.pulse_threshold(50.0, 100.0, 0.01)?.unwrap();
    /// assert!(short > 10.0 && long < 2.5, "{short} {long}");
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn pulse_threshold(&self, pulse_duration: f64, strongest: f64, dt: f64) -> Result<Option<f64>> {
        let pulse = self.pulse_steps(pulse_duration, strongest, dt)?;
        let rest = Integrator::new(self, self.resting_state(), dt);
        Ok(self.weakest(&rest, pulse, strongest, dt))
    }

    /// How excitable the membrane is after a spike: for each interval of `intervals` (ms) the weakest second pulse that
    /// makes a second spike. Both pulses last `pulse_duration` (ms); the first is twice what it takes from rest.
    /// Computed on all cores in steps of `dt` (ms).
    ///
    /// - absolute refractory period: no pulse up to `strongest` (µA/cm²) does it, or the first spike is not over;
    /// - relative refractory period: it takes more than from rest;
    /// - afterwards it takes a little less than from rest for some milliseconds, because rest rings: for a while
    ///   fewer potassium channels are open than at rest, and fewer sodium channels inactivated.
    ///
    /// # Errors
    ///
    /// If `intervals` is empty or holds one that is not longer than `pulse_duration`; if `strongest` does not suffice
    /// for a spike from rest; otherwise as for [`HodgkinHuxley::pulse_threshold`].
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
    ///
    /// let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default())?;
    /// let curve = neuron.refractory_curve(&array![3.0, 8.0, 10.0, 50.0], 0.5, 200.0, 0.01)?;
    /// assert_eq!(curve.absolute(), Some(3.0)); // ms: nothing makes it fire
    /// assert!(curve.amplitude[1] > curve.amplitude[2] && curve.amplitude[2] > 1.5 * curve.at_rest);
    /// assert!((curve.amplitude[3] / curve.at_rest - 1.0).abs() < 0.02); // it has recovered
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn refractory_curve(
        &self,
        intervals: &ArrayRef1<f64>,
        pulse_duration: f64,
        strongest: f64,
        dt: f64,
    ) -> Result<RefractoryCurve> {
        let pulse = self.pulse_steps(pulse_duration, strongest, dt)?;
        let longer = Allowed::Above("pulse_duration", pulse_duration);
        longer.check_list("intervals", "ms", intervals)?;
        let latest = intervals.iter().copied().fold(0.0, f64::max);
        let trials = TRIALS * self.steps(dt, pulse_duration + LATENCY)?;
        check_work(self.steps(dt, latest)? + trials, intervals.len())?;
        let rest = Integrator::new(self, self.resting_state(), dt);
        let at_rest = self.weakest(&rest, pulse, strongest, dt).ok_or_else(|| {
            let received = number(strongest);
            Error::text(
                format!("strongest must be enough for a spike from rest, received {received} µA/cm²"),
                format!("strongest doit suffire à un potentiel d’action depuis le repos, reçu {received} µA/cm²"),
            )
        })?;
        let amplitudes: Vec<f64> = in_parallel(|| {
            intervals
                .to_vec()
                .into_par_iter()
                .map(|interval| {
                    let steps = (interval / dt).round() as usize;
                    let after = self.after_spike(&rest, pulse, 2.0 * at_rest, steps)?;
                    self.weakest(&after, pulse, strongest, dt)
                })
                .map(|amplitude| amplitude.unwrap_or(f64::NAN))
                .collect()
        });
        Ok(RefractoryCurve { interval: intervals.to_owned(), amplitude: Array1::from_vec(amplitudes), at_rest })
    }

    fn pulse_steps(&self, pulse_duration: f64, strongest: f64, dt: f64) -> Result<usize> {
        Allowed::Positive.check("pulse_duration", "ms", pulse_duration)?;
        Allowed::Positive.check("strongest", "µA/cm²", strongest)?;
        CURRENT.check("current", "µA/cm²", strongest)?;
        self.steps(dt, pulse_duration + LATENCY)?;
        self.steps(dt, pulse_duration)
    }

    /// The membrane `steps` after the beginning of a pulse, if the spike that the pulse made is over by then.
    fn after_spike<'a>(
        &self,
        rest: &Integrator<'a>,
        pulse: usize,
        amplitude: f64,
        steps: usize,
    ) -> Option<Integrator<'a>> {
        let mut membrane = rest.clone();
        let mut fired = false;
        for k in 0..steps {
            membrane.step(if k < pulse { amplitude } else { 0.0 });
            fired |= self.goes_up(&membrane);
        }
        (fired && membrane.state.v < self.params.v_spike).then_some(membrane)
    }

    /// The weakest pulse from the state of `membrane` that makes a spike. A too strong one may carry the potential
    /// beyond E_Na, where there is no spike either: amplitudes are therefore tried from below, each a tenth stronger
    /// than the one before, and only the last tenth is bisected.
    fn weakest(&self, membrane: &Integrator<'_>, pulse: usize, strongest: f64, dt: f64) -> Option<f64> {
        let window = pulse + (LATENCY / dt).round() as usize;
        let fires = |amplitude: f64| {
            let mut membrane = membrane.clone();
            (0..window).any(|k| {
                membrane.step(if k < pulse { amplitude } else { 0.0 });
                self.goes_up(&membrane)
            })
        };
        let (mut below, mut above) = (0.0, 1e-3 * strongest);
        while !fires(above) {
            if above >= strongest {
                return None;
            }
            (below, above) = (above, (1.1 * above).min(strongest));
        }
        while above - below > 1e-6 * above {
            let middle = 0.5 * (below + above);
            if fires(middle) {
                above = middle;
            } else {
                below = middle;
            }
        }
        Some(above)
    }

    fn goes_up(&self, membrane: &Integrator<'_>) -> bool {
        membrane.state.v >= self.params.v_spike && self.ionic_current(&membrane.state) > 0.0
    }
}

fn check_work(steps: usize, runs: usize) -> Result<()> {
    if steps.saturating_mul(runs) > MAX_CURVE_STEPS {
        return Err(time_step::too_many(MAX_CURVE_STEPS / runs, steps as f64));
    }
    Ok(())
}
