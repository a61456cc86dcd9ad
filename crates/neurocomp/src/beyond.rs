//! Beyond the course: models of this library that no notebook uses yet.
//!
//! Each with its equation, an example that runs, and its source; the module says the rest. This module is only a page.
//!
//! | model | module | notebook to come |
//! | --- | --- | --- |
//! | [Average around spikes](#the-average-around-spikes) | [`spike_train`](crate::spike_train) | coding and decoding |
//! | [Information](#information) | [`information`](crate::information) | coding and decoding |
//! | [Place cells](#place-cells) | [`place_cell`](crate::place_cell) | coding and decoding |
//! | [Distances of spike trains](#distances-of-spike-trains) | [`spike_train::distance`](crate::spike_train::distance) | coding and decoding |
//! | [Brunel’s network](#brunels-network) | [`network`](crate::network) | circuits |
//! | [Adaptation](#adaptation) | [`neuron::adex`](crate::neuron::adex) | circuits |
//! | [Decisions](#decisions) | [`rate::winner_take_all`](crate::rate::winner_take_all) | circuits |
//! | [Temporal differences](#temporal-differences) | [`conditioning::temporal_difference`](crate::conditioning::temporal_difference) | reward |
//! | [The passive membrane](#the-passive-membrane) | [`membrane`](crate::membrane) | |
//! | [Izhikevich’s neuron](#izhikevichs-neuron) | [`neuron::izhikevich`](crate::neuron::izhikevich) | |
//! | [Conductance synapses](#conductance-synapses) | [`neuron::synapse`](crate::neuron::synapse) | |
//! | [Synapses with a time course](#synapses-with-a-time-course) | [`neuron::synapse`](crate::neuron::synapse) | |
//! | [Rules for rates](#rules-for-rates) | [`plasticity::rate`](crate::plasticity::rate) | |
//! | [Reservoir](#reservoir) | [`rate::reservoir`](crate::rate::reservoir) | |
//! | [Dense memory](#dense-memory) | [`memory::modern`](crate::memory::modern) | |
//! | [Surrogates](#surrogates) | [`spike_train::surrogate`](crate::spike_train::surrogate) | |
//! | [Tiling coefficient](#the-tiling-coefficient) | [`spike_train`](crate::spike_train) | |
//! | [Correlated trains](#correlated-trains) | [`spike_train::generate`](crate::spike_train::generate) | |
//!
//! # To be taught
//!
//! ## The average around spikes
//!
//! A(τ) = (1/n) Σ_k s(t^k + τ): what a signal s looks like, on average, before and after a spike.
//!
//! ```
//! use neurocomp::ndarray::Array1;
//! use neurocomp::spike_train::{SpikeTrain, spike_triggered_average};
//!
//! // A flash of 1 ms comes 5 ms before each spike.
//! let t = Array1::range(0.0, 1000.0, 1.0);
//! let signal = t.mapv(|t| if t % 100.0 == 45.0 { 1.0 } else { 0.0 });
//! let train = SpikeTrain::new((0..10).map(|k| 100.0 * k as f64 + 50.0).collect(), 0.0, 1000.0)?;
//! let average = spike_triggered_average(&train, &t, &signal, 10.0, 10.0)?;
//! assert_eq!((average.lags[5], average.mean[5]), (-5.0, 1.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`spike_triggered_average`](crate::spike_train::spike_triggered_average). E. de Boer & P. Kuyper, *IEEE Trans.
//! Biomed. Eng.* 15, 169 (1968), doi:10.1109/TBME.1968.4502561.
//!
//! ## Information
//!
//! I(S; R) = Σ P(s, r) log₂ (P(s, r)/(P(s) P(r))): what a response r says about a stimulus s, in bits.
//!
//! ```
//! use neurocomp::information::count_information;
//! use neurocomp::ndarray::array;
//!
//! // Two stimuli of 100 trials each, and 0 or 1 spike: one bit could be said, half of it is.
//! let found = count_information(&array![[90, 10], [10, 90]])?;
//! assert!((found.plug_in - 0.531).abs() < 1e-3 && found.corrected < found.plug_in);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`information`](crate::information), with its bias for few trials, and the information of a place. C. E. Shannon,
//! *Bell Syst. Tech. J.* 27, 379 (1948), doi:10.1002/j.1538-7305.1948.tb01338.x.
//!
//! ## Place cells
//!
//! r(x, y) = r₀ + r_peak exp(−((x − x₀)² + (y − y₀)²)/2σ²): a neuron that says where the animal is.
//!
//! ```
//! use neurocomp::place_cell::{PlaceField, PlaceFieldParams, RunParams, runs_on_track};
//!
//! let field = PlaceField::new(PlaceFieldParams { x: 120.0, ..Default::default() })?; // cm
//! let session = runs_on_track(RunParams::default(), 1)?;
//! let spikes = field.spikes(&session.trajectory, 2)?;
//! let inside = spikes.times().iter().filter(|&&t| (session.trajectory.position(t).0 - 120.0).abs() < 20.0).count();
//! assert!(inside as f64 > 0.8 * spikes.len() as f64);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`place_cell`](crate::place_cell); maps of recorded cells are in the course. J. O’Keefe & J. Dostrovsky, *Brain Res.*
//! 34, 171 (1971), doi:10.1016/0006-8993(71)90358-1.
//!
//! ## Distances of spike trains
//!
//! d(a, b) = the least cost of editing a into b, where a spike costs 1 to insert or delete, and q·|Δt| to move.
//!
//! ```
//! use neurocomp::spike_train::SpikeTrain;
//! use neurocomp::spike_train::distance::victor_purpura;
//!
//! let a = SpikeTrain::new(vec![10.0, 50.0], 0.0, 100.0)?;
//! let b = SpikeTrain::new(vec![12.0], 0.0, 100.0)?;
//! assert_eq!(victor_purpura(&a, &b, 0.25)?, 0.25 * 2.0 + 1.0); // one moved by 2 ms, one deleted
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`distance`](crate::spike_train::distance) has three others. J. D. Victor & K. P. Purpura, *J. Neurophysiol.* 76, 1310
//! (1996), doi:10.1152/jn.1996.76.2.1310.
//!
//! ## Brunel’s network
//!
//! ν = φ(μ(ν), σ(ν)) with μ = C_E J τ (ν_ext + ν (1 − gγ)): the rate at which a random network drives itself.
//!
//! ```
//! use neurocomp::network::mean_field_rate;
//! use neurocomp::neuron::lif::LifParams;
//!
//! let neuron = LifParams { tau_m: 20.0, v_thresh: 20.0, v_reset: 10.0, t_ref: 2.0, ..Default::default() };
//! // 1000 excitatory synapses of 0.1 mV, a quarter as many inhibitory ones, g times as strong; 20 Hz from outside.
//! let rate = |g| mean_field_rate(neuron, 1000.0, 0.25, 0.1, g, 20.0).map(|rates| rates[0]);
//! assert!(rate(8.0)? < rate(5.0)?); // inhibition calms it
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`mean_field_rate`](crate::network::mean_field_rate), and the network itself,
//! [`published::brunel`](crate::network::published::brunel). N. Brunel, *J. Comput. Neurosci.* 8, 183 (2000),
//! doi:10.1023/A:1008925309027.
//!
//! ## Adaptation
//!
//! C dV/dt = −g_L (V − E_L) + g_L Δ_T e^((V − V_T)/Δ_T) − w + I,  τ_w dw/dt = a (V − E_L) − w,  and w + b at each spike.
//!
//! ```
//! use neurocomp::neuron::adex::{AdEx, AdExParams};
//!
//! let isi = AdEx::new(AdExParams::default())?.simulate(1.0, 0.1, 400.0)?.spikes.isi();
//! assert!(isi[isi.len() - 1] > 2.0 * isi[0]); // it fires more and more slowly
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`AdEx`](crate::neuron::adex::AdEx); in a network, [`AdExCell`](crate::network::AdExCell). R. Brette & W. Gerstner,
//! *J. Neurophysiol.* 94, 3637 (2005), doi:10.1152/jn.00686.2005.
//!
//! ## Decisions
//!
//! τ dr_i/dt = −r_i + Φ(I_i + w_self r_i − w_inhibition Σ_{j≠i} r_j): populations that silence each other.
//!
//! ```
//! use neurocomp::ndarray::array;
//! use neurocomp::rate::winner_take_all::{WinnerTakeAll, WinnerTakeAllParams};
//!
//! let decision = WinnerTakeAll::new(WinnerTakeAllParams::default())?;
//! assert!(decision.growth_of_differences(2, 15.0)? > 0.0); // per ms: equals do not stay equal
//! assert_eq!(decision.simulate(&array![15.0, 15.1], 0.5, 500.0)?.winner(), Some(1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`WinnerTakeAll`](crate::rate::winner_take_all::WinnerTakeAll). K.-F. Wong & X.-J. Wang, *J. Neurosci.* 26, 1314
//! (2006), doi:10.1523/JNEUROSCI.3733-05.2006.
//!
//! ## Temporal differences
//!
//! δ(t) = r(t) + γ v(t + 1) − v(t): a prediction at every moment is corrected by the prediction that follows it.
//!
//! ```
//! use neurocomp::conditioning::temporal_difference::{TemporalDifference, TemporalDifferenceParams};
//!
//! // A stimulus at moment 5, a reward at moment 15.
//! let run = TemporalDifference::new(TemporalDifferenceParams::default())?.run(500)?;
//! let (first, last) = (run.error.row(0), run.error.row(499));
//! assert!(first[15] == 1.0 && last[15].abs() < 0.01); // the reward no longer surprises …
//! assert!(first[4] == 0.0 && last[4] > 0.99); // … but the stimulus does
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`TemporalDifference`](crate::conditioning::temporal_difference::TemporalDifference). R. S. Sutton, *Mach. Learn.* 3, 9
//! (1988), doi:10.1007/BF00115009; W. Schultz, P. Dayan & P. R. Montague, *Science* 275, 1593 (1997),
//! doi:10.1126/science.275.5306.1593.
//!
//! # Beside the course
//!
//! ## The passive membrane
//!
//! τ dV/dt = E_l − V + R I(t), solved exactly for steps, pulses, sines and noise.
//!
//! ```
//! use neurocomp::membrane::{Membrane, MembraneParams};
//!
//! let membrane = Membrane::new(MembraneParams::default())?; // 10 MΩ, 1 nF, rest at −65 mV
//! assert!((membrane.cutoff_frequency() - 15.9).abs() < 0.1); // Hz: 1/(2π · 10 ms)
//! let v = membrane.step_response(-65.0, 1.0, 10.0); // 1 nA for one time constant
//! assert!((v - (-55.0 - 10.0 / std::f64::consts::E)).abs() < 1e-12); // mV
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Membrane`](crate::membrane::Membrane). W. Gerstner, W. M. Kistler, R. Naud & L. Paninski, *Neuronal Dynamics* (2014),
//! chapters 1 and 8, doi:10.1017/CBO9781107447615.
//!
//! ## Izhikevich’s neuron
//!
//! dv/dt = 0.04 v² + 5 v + 140 − u + I,  du/dt = a (b v − u),  and v = c, u + d at each spike: all patterns of the cortex.
//!
//! ```
//! use neurocomp::neuron::izhikevich::{Izhikevich, IzhikevichParams};
//!
//! let spikes = |params| Izhikevich::new(params)?.simulate(10.0, 0.1, 500.0).map(|run| run.spikes.len());
//! assert!(spikes(IzhikevichParams::fast_spiking())? > 2 * spikes(IzhikevichParams::regular_spiking())?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Izhikevich`](crate::neuron::izhikevich::Izhikevich). E. M. Izhikevich, *IEEE Trans. Neural Netw.* 14, 1569 (2003),
//! doi:10.1109/TNN.2003.820440.
//!
//! ## Conductance synapses
//!
//! τ dV/dt = −V + R (g_e (E_e − V) + g_i (E_i − V) + I): a synapse does not inject a current, it opens a conductance.
//!
//! ```
//! use neurocomp::neuron::synapse::{ConductanceLif, ConductanceLifParams};
//!
//! // Inhibition as strong as the leak (1 µS) halves the time constant, and what a current does.
//! let neuron = ConductanceLif::new(ConductanceLifParams::default())?;
//! assert_eq!(neuron.effective_time_constant(0.0, 1.0), 10.0); // ms
//! assert_eq!(neuron.steady_state(0.0, 1.0, 20.0), 0.5 * (20.0 - 10.0)); // mV from rest; E_i is at −10
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`ConductanceLif`](crate::neuron::synapse::ConductanceLif). M. J. E. Richardson & W. Gerstner, *Neural Comput.* 17, 923
//! (2005), doi:10.1162/0899766053429444.
//!
//! ## Synapses with a time course
//!
//! g(t) = w Σ_k α(t − t^k), with the mean n r w ∫ α and the variance n r w² ∫ α² for n Poisson inputs of rate r.
//!
//! ```
//! use neurocomp::neuron::synapse::{PoissonSynapses, TimeCourse};
//!
//! let course = TimeCourse::alpha(2.0)?; // highest after 2 ms
//! assert_eq!((course.peak_time(), course.at(2.0)), (2.0, 1.0));
//! let synapses = PoissonSynapses { course, n: 500, rate: 10.0, weight: 0.001 }; // µS
//! let (expected, g) = (synapses.moments()?, synapses.trace(0.1, 20_000.0, 1)?);
//! assert!((g.value.mean().unwrap() / expected.mean - 1.0).abs() < 0.02);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`PoissonSynapses`](crate::neuron::synapse::PoissonSynapses), [`TimeCourse`](crate::neuron::synapse::TimeCourse). S. O.
//! Rice, *Bell Syst. Tech. J.* 23, 282 (1944), doi:10.1002/j.1538-7305.1944.tb00874.x (Campbell’s theorem).
//!
//! ## Rules for rates
//!
//! Δw_j = η r (x_j − α r w_j), Oja’s rule, beside the rules of Hebb, of covariance and of Bienenstock, Cooper and
//! Munro. (In the companion on plasticity one writes them oneself.)
//!
//! ```
//! use neurocomp::ndarray::array;
//! use neurocomp::plasticity::inputs::correlated_inputs;
//! use neurocomp::plasticity::rate::{RateRule, learn};
//!
//! let x = correlated_inputs(&array![0.0, 0.0], &array![[1.0, 0.8], [0.8, 1.0]], 20_000, 1)?;
//! let w = learn(RateRule::Oja { alpha: 1.0 }, &x, &array![0.1, 0.0], 0.005)?.final_weights();
//! // The principal component, of length 1: (1, 1)/√2.
//! assert!(w.iter().all(|w| (w - 0.5_f64.sqrt()).abs() < 0.1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`RateRule`](crate::plasticity::rate::RateRule). E. Oja, *J. Math. Biol.* 15, 267 (1982), doi:10.1007/BF00275687.
//!
//! ## Reservoir
//!
//! τ dx/dt = −x + W tanh(x) + w_in u + w_fb z,  z = w_out · tanh(x): chance makes W, and only w_out learns.
//!
//! ```
//! use neurocomp::ndarray::{Array1, s};
//! use neurocomp::rate::reservoir::{Reservoir, ReservoirParams, relative_error};
//!
//! // To say again what the input was 5 ms ago; the error is measured on what comes after learning.
//! let input = Array1::from_shape_fn(1500, |k| (0.31 * k as f64).sin() * (0.047 * k as f64).cos());
//! let target = Array1::from_shape_fn(1500, |k| if k < 5 { 0.0 } else { input[k - 5] });
//! let reservoir = Reservoir::new(ReservoirParams::default())?;
//! let mut trained = reservoir.learn_response(&input.slice(s![..1000]), &target.slice(s![..1000]), 1.0, 100, 1e-6)?;
//! let answer = trained.respond(&input.slice(s![1000..]))?;
//! assert!(relative_error(&answer, &target.slice(s![1000..]))? < 0.1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Reservoir`](crate::rate::reservoir::Reservoir). H. Jaeger & H. Haas, *Science* 304, 78 (2004),
//! doi:10.1126/science.1091277.
//!
//! ## Dense memory
//!
//! E = −Σ_μ F(P^μ·S): with a steeper F than Hopfield’s square, far more patterns than 0.138 N are kept.
//!
//! ```
//! use neurocomp::memory::Pattern;
//! use neurocomp::memory::modern::{DenseMemory, Interaction};
//!
//! let patterns = Pattern::random_set(100, 300, 1)?; // a load of 3
//! let memory = DenseMemory::new(&patterns, Interaction::Power(4))?;
//! assert_eq!(memory.recall(&patterns[5].noisy(0.1, 2)?, 5, 3)?, patterns[5]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`DenseMemory`](crate::memory::modern::DenseMemory). D. Krotov & J. J. Hopfield, *NIPS 29* (2016),
//! doi:10.48550/arXiv.1606.01164.
//!
//! ## Surrogates
//!
//! t′ = t + u, with u uniform from −J to J: the rate stays, and what was precise in time is gone.
//!
//! ```
//! use neurocomp::spike_train::{SpikeTrain, spike_time_tiling, surrogate};
//!
//! let train = SpikeTrain::new((0..50).map(|k| 20.0 * k as f64 + (k * k % 7) as f64).collect(), 0.0, 1000.0)?;
//! let dithered = surrogate::dither(&train, 10.0, 1)?;
//! assert_eq!(dithered.len(), 50);
//! assert!(spike_time_tiling(&train, &dithered, 1.0)? < 0.5); // 1 for equal trains
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`surrogate`](crate::spike_train::surrogate). S. Grün, *J. Neurophysiol.* 101, 1126 (2009), doi:10.1152/jn.00093.2008.
//!
//! ## The tiling coefficient
//!
//! STTC = ½ [(P_A − T_B)/(1 − P_A T_B) + (P_B − T_A)/(1 − P_B T_A)]: synchrony that does not depend on the rates.
//!
//! ```
//! use neurocomp::spike_train::spike_time_tiling;
//! use neurocomp::spike_train::generate::poisson;
//!
//! let (a, b) = (poisson(5.0, 100_000.0, 1)?, poisson(40.0, 100_000.0, 2)?); // Hz, ms
//! assert_eq!(spike_time_tiling(&a, &a, 5.0)?, 1.0);
//! assert!(spike_time_tiling(&a, &b, 5.0)?.abs() < 0.1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`spike_time_tiling`](crate::spike_train::spike_time_tiling). C. S. Cutts & S. J. Eglen, *J. Neurosci.* 34, 14288 (2014),
//! doi:10.1523/JNEUROSCI.2767-14.2014.
//!
//! ## Correlated trains
//!
//! Each train copies each spike of a mother train of rate r/c with the probability c: Poisson trains with correlation c.
//!
//! ```
//! use neurocomp::ndarray::Array1;
//! use neurocomp::spike_train::generate::multiple_interaction;
//!
//! // 20 neurons of 10 Hz, c = 0.2. Counts in 1 s have a variance of n r (1 + (n − 1) c), not n r.
//! let trains = multiple_interaction(20, 10.0, 0.2, 0.0, 200_000.0, 1)?;
//! let mut counts = Array1::<f64>::zeros(200);
//! for train in &trains {
//!     counts += &train.binned(1000.0)?.counts.mapv(|n| n as f64);
//! }
//! assert!((counts.var(1.0) / counts.mean().unwrap() / (1.0 + 19.0 * 0.2) - 1.0).abs() < 0.3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`multiple_interaction`](crate::spike_train::generate::multiple_interaction). A. Kuhn, A. Aertsen & S. Rotter, *Neural
//! Comput.* 15, 67 (2003), doi:10.1162/089976603321043702.
