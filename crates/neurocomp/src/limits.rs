//! How much the library does at most: what would fill the memory of a student's computer is refused before it begins.
//!
//! Steps of a simulation have limits of their own, [`MAX_SAMPLES`](crate::time_step::MAX_SAMPLES) and
//! [`MAX_STEPS`](crate::time_step::MAX_STEPS).

use crate::error::{Error, Result, number};

/// The largest number of values of a result, or of what is kept on the way to it: 250 million, 2 GB.
pub(crate) const MAX_VALUES: usize = 250_000_000;

/// The largest number of cells or trials of which each has a list of its own: a million.
pub(crate) const MAX_LISTS: usize = 1_000_000;

/// Refuses more values than [`MAX_VALUES`]; `what` says how their number comes about, such as `"rows · columns"`.
pub(crate) fn check_values(what: &str, received: f64) -> Result<()> {
    check_most(what, MAX_VALUES as f64, ["2 GB of memory", "2 Go de mémoire"], received)
}

/// The most work of one call, counted in what takes a few nanoseconds: some minutes.
const MOST_WORK: f64 = 1e11;

/// Refuses what would take longer than anybody waits; `what` says how the work comes about, such as `"n · sweeps"`.
pub(crate) fn check_work(what: &str, received: f64) -> Result<()> {
    check_most(what, MOST_WORK, ["minutes of computing", "des minutes de calcul"], received)
}

fn check_most(what: &str, most: f64, [english, french]: [&str; 2], received: f64) -> Result<()> {
    if received <= most {
        return Ok(());
    }
    let received = number(received);
    Err(Error::text(
        format!("{what} must be at most {most} ({english}), received {received}"),
        format!("{what} doit être au plus {most} ({french}), reçu {received}"),
    ))
}

#[cfg(test)]
mod tests {
    use ndarray::{Array1, array};

    use super::*;
    use crate::conditioning::temporal_difference::{TemporalDifference, TemporalDifferenceParams};
    use crate::information::{count_information, mutual_information, spatial_information};
    use crate::membrane::equilibrium::nernst;
    use crate::memory::mean_field;
    use crate::neuron::izhikevich::{Izhikevich, IzhikevichParams};
    use crate::neuron::lif::{Lif, LifParams};
    use crate::neuron::synapse::TimeCourse;
    use crate::perceptron::{LearningParams, Perceptron};
    use crate::place_cell::{PlaceField, PlaceFieldParams};
    use crate::plasticity::rate::RateRule;
    use crate::rate::network::SparseMatrix;
    use crate::rate::population::{Population, PopulationParams};
    use crate::rate::wilson_cowan::{WilsonCowan, WilsonCowanParams};
    use crate::rate::winner_take_all::{WinnerTakeAll, WinnerTakeAllParams};
    use crate::spike_train::{Kernel, SpikeTrain, generate, surrogate};
    use crate::tuning::{OrientationTuning, OrientationTuningParams};
    use crate::{current, tuning::GratingCell};

    /// Asks for far too much: every answer comes at once, and says how much would do.
    fn refused<T: std::fmt::Debug>(result: Result<T>, said: &str) {
        let message = result.unwrap_err().to_string();
        assert!(message.contains(said), "{message:?} should contain {said:?}");
    }

    #[test]
    fn products_beyond_all_whole_numbers_are_refused() {
        assert_eq!(check_values("n · m", 200.0), Ok(()));
        refused(
            check_values("n · m", usize::MAX as f64 * usize::MAX as f64),
            "n · m must be at most 250000000 (2 GB of memory), received 3.4",
        );
    }

    #[test]
    fn what_would_fill_the_memory_is_refused_before_it_begins() {
        const HUGE: usize = 1_000_000_000_000;
        let xor = (array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], array![-1.0, 1.0, 1.0, -1.0]);
        let params = LearningParams { epochs: 1_000_000_000, ..Default::default() };
        refused(Perceptron::zeros(2).unwrap().learn(&xor.0, &xor.1, params), "epochs must be from 1 to");
        let competition = WinnerTakeAll::new(WinnerTakeAllParams::default()).unwrap();
        refused(competition.choices(&array![1.0, 1.0], 1.0, 0.1, 10.0, HUGE, 1), "trials must be from 1 to");
        let field = PlaceFieldParams::default();
        refused(PlaceField::along_track(1_000_000_000, 100.0, field), "neurons must be from 0 to 1000000");
        refused(PlaceField::in_arena(HUGE, 100.0, 100.0, field, 1), "neurons must be from 0 to 1000000");
        refused(OrientationTuning::population(HUGE, OrientationTuningParams::default()), "neurons must be from 0 to");
        refused(generate::modulated_poisson(|_| 0.0, 0.0, 0.1, HUGE, 10.0, 1), "trials must be from 0 to 1000000");
        refused(
            generate::modulated_poisson(|_| 1.0, 1000.0, 0.1, 1_000_000, 1e6, 1),
            "trials · max_rate · duration / 1000 must be at most 250000000",
        );
        let cell = GratingCell::new(crate::tuning::GratingCellParams::default()).unwrap();
        let grating = crate::tuning::Grating { direction: 0.0, temporal_frequency: 1.0 };
        refused(cell.trials(grating, HUGE, 1000.0, 1), "trials must be from 0 to 1000000");
        refused(generate::multiple_interaction(HUGE, 0.0, 0.5, 0.0, 10.0, 1), "neurons must be from 0 to 1000000");
        let model = WilsonCowan::new(WilsonCowanParams::default()).unwrap();
        refused(model.e_nullcline(usize::MAX), "points must be from 2 to 20000000, received 1.8446744073709552e19");
        refused(model.i_nullcline(HUGE), "points must be from 2 to 20000000");
        let population = Population::new(PopulationParams::default()).unwrap();
        refused(population.diagram_in_input(0.0, 1.0, usize::MAX), "points must be from 2 to 20000000");
        refused(SparseMatrix::new(u32::MAX as usize, 1, &[]), "rows must be from 0 to 250000000");
        let wide = SparseMatrix::new(300_000, 300_000, &[]).unwrap();
        refused(wide.to_dense(), "rows · columns must be at most 250000000 (2 GB of memory), received 90000000000");
    }

    #[test]
    fn what_had_no_end_ends() {
        assert_eq!(mean_field::overlap(f64::MAX), Ok(1.0));
        assert!(mean_field::overlap(2.0_f64.next_up()).unwrap() > 0.0);
        let neuron = Lif::new(LifParams::default()).unwrap();
        let synapse = TimeCourse::double_exponential(1.0, 5.0).unwrap();
        assert_eq!(synapse.potential(&neuron, 1.0, 1e100), 0.0);
        let sudden = TimeCourse::double_exponential(1e-300, 5.0).unwrap().potential(&neuron, 1.0, 9.2);
        assert!((sudden - TimeCourse::exponential(5.0).unwrap().potential(&neuron, 1.0, 9.2)).abs() < 1e-12);
        let animal = TemporalDifference::new(TemporalDifferenceParams::default()).unwrap();
        let learnt = animal.params().discount.powi(3);
        assert!((animal.value_before_reward(3, usize::MAX) - learnt).abs() < 1e-9);
        let hasty = Izhikevich::new(IzhikevichParams { b: -1e6, ..Default::default() });
        if let Ok(Err(error)) = hasty.map(|neuron| neuron.simulate(10.0, 0.1, 100.0)) {
            assert!(error.to_string().contains("check the parameters and their units"), "{error}");
        }
    }

    #[test]
    fn numbers_at_the_ends_of_their_range_neither_panic_nor_become_nan() {
        refused(count_information(&array![[usize::MAX, 1], [1, 2]]), "the table may count at most");
        assert!(mutual_information(&array![[1e300, 0.0], [0.0, 1e-20]]).unwrap().is_finite());
        let rare = spatial_information(&array![1e300, 1e-15], &array![0.0, 1e10]).unwrap();
        assert!(rare.bits_per_spike.is_finite() && rare.bits_per_spike > 1000.0, "{rare:?}");
        refused(current::white_noise(0.0, 1e308, 0.1, 1.0, 1), "40 intensity / √dt must be finite (nA), received inf");
        refused(current::ornstein_uhlenbeck(0.0, 1e308, 1.0, 0.1, 1.0, 1), "40 sd must be finite (nA), received inf");
        refused(nernst(1, 1.0, 2.0, 1.7e308), "R T / F must be finite (mV), received inf");
        let train = SpikeTrain::new(vec![1.0, 2.0, 5.0], 0.0, 10.0).unwrap();
        refused(
            train.kernel_rate(Kernel::Alpha { tau: 1e-310 }, 0.1),
            "kernel must be finite and 1e-99 to 10000000 ms",
        );
        assert!(train.kernel_rate(Kernel::Alpha { tau: 1e-90 }, 0.1).unwrap().rate.iter().all(|r| r.is_finite()));
        assert_eq!(surrogate::jitter_in_windows(&train, 1e-310, 1).unwrap(), train);
        let instant = SpikeTrain::new(vec![], 0.0, 5e-324).unwrap();
        assert!(instant.binned(100.0).is_err() || instant.binned(100.0).unwrap().counts.len() == 1);
        let (x, w) = (array![1e200, 1.0], array![1e200, f64::NAN]);
        refused(RateRule::Hebb.output(&x, &w), "w · x must be finite, received NaN");
        let reference =
            crate::plasticity::rate::Reference { mean_output: 0.0, mean_input: Array1::zeros(2), theta: f64::NAN };
        let bcm = RateRule::Bcm { tau_theta: 10.0 };
        refused(bcm.change(&x, 1.0, &array![0.0, 0.0], &reference), "change[0] must be finite, received NaN");
    }

    #[test]
    fn results_whose_fields_were_changed_do_not_panic() {
        let train = SpikeTrain::new(vec![1.0, 2.0, 5.0], 0.0, 10.0).unwrap();
        let mut histogram = train.binned(1.0).unwrap();
        histogram.edges = Array1::zeros(0);
        assert!(histogram.centres().is_empty() && histogram.density().is_empty());
        let mut psth = crate::spike_train::psth(std::slice::from_ref(&train), 1.0).unwrap();
        psth.counts = Array1::zeros(3);
        assert_eq!((psth.rate().len(), psth.standard_error().len()), (3, 3));
        let mut pairs = crate::spike_train::autocorrelogram(&train, 5.0, 1.0).unwrap();
        pairs.counts = Array1::zeros(2);
        assert_eq!(pairs.rate().unwrap().len(), 2);
    }
}
