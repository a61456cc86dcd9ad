//! What a simulation of a network leaves.

use ndarray::{Array1, Array2, s};

use super::PopulationId;
use crate::Result;
use crate::error::check_count;
use crate::limits::MAX_LISTS;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::summary::{count, number, range, samples, summary};

/// The spikes of a network, population by population.
#[derive(Clone, PartialEq)]
pub struct NetworkRun {
    /// The populations, in the order in which they were added.
    pub populations: Vec<PopulationSpikes>,
    /// The number of synapses in the network.
    pub synapses: usize,
    /// Beginning of the observation, ms.
    pub t_start: f64,
    /// End of the observation, ms.
    pub t_stop: f64,
}

/// The spikes of a population between `t_start` and `t_stop`; spike k was fired by neuron `spike_neurons[k]` at
/// `spike_times[k]`: the two axes of a raster plot. Statistics: [`PopulationSpikes::rate`] and those after it.
#[derive(Clone, PartialEq)]
pub struct PopulationSpikes {
    /// Its name.
    pub name: String,
    /// Its number of neurons.
    pub size: usize,
    /// The times of all spikes, ms, in order.
    pub spike_times: Array1<f64>,
    /// The neurons they belong to, counted from 0.
    pub spike_neurons: Array1<usize>,
    /// The potentials that were recorded.
    pub voltages: Voltages,
    /// Beginning of the observation, ms.
    pub t_start: f64,
    /// End of the observation, ms.
    pub t_stop: f64,
}

/// Recorded potentials.
#[derive(Clone, PartialEq)]
pub struct Voltages {
    /// The neurons recorded, counted from 0.
    pub neurons: Vec<usize>,
    /// Times 0, dt, 2·dt … , ms; empty if no neuron was recorded.
    pub t: Array1<f64>,
    /// Their potentials, mV, one row per neuron and one column per time. At the time of a spike and while the neuron is
    /// refractory it is V_reset.
    pub v: Array2<f64>,
}

summary!(NetworkRun, |run| {
    let populations: Vec<String> = run.populations.iter().map(PopulationSpikes::summary).collect();
    format!("t = {} … {} ms, {} synapses, {}", run.t_start, run.t_stop, run.synapses, populations.join("; "))
});

summary!(PopulationSpikes, |run| format!("t = {} … {} ms, {}", run.t_start, run.t_stop, run.summary()));

summary!(Voltages, |voltages| {
    let neurons = count(voltages.neurons.len(), "neurons", "neurones");
    format!("{neurons}, {}, v = {} mV", samples(voltages.t.len()), range(&voltages.v, 2))
});

impl NetworkRun {
    /// The spikes of one population.
    ///
    /// # Errors
    ///
    /// If the population is not one of this network.
    pub fn population(&self, id: PopulationId) -> Result<&PopulationSpikes> {
        self.populations.get(id.0).ok_or_else(|| super::of_another_network("population", self.populations.len(), id.0))
    }

    /// All neurons as one population, numbered in the order of the populations: what a raster plot of the whole network
    /// shows. Potentials are not taken along.
    pub fn all(&self) -> PopulationSpikes {
        let mut spikes = Vec::new();
        let (mut size, mut names) = (0, Vec::new());
        for population in &self.populations {
            let neurons = population.spike_neurons.iter().map(|k| k.saturating_add(size));
            spikes.extend(population.spike_times.iter().copied().zip(neurons));
            size = usize::saturating_add(size, population.size);
            names.push(population.name.as_str());
        }
        spikes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        PopulationSpikes {
            name: names.join(" + "),
            size,
            spike_times: spikes.iter().map(|spike| spike.0).collect(),
            spike_neurons: spikes.iter().map(|spike| spike.1).collect(),
            voltages: Voltages { neurons: Vec::new(), t: Array1::zeros(0), v: Array2::zeros((0, 0)) },
            t_start: self.t_start,
            t_stop: self.t_stop,
        }
    }

    /// The part of the run after the time `t` (ms), as if observation had begun then: without the network's settling.
    ///
    /// # Errors
    ///
    /// If `t` is not from the beginning to below the end of the run.
    ///
    /// ```
    /// use neurocomp::network::published;
    ///
    /// let run = published::vogels_abbott_current(5.0)?.run(0.1, 300.0, 1)?;
    /// assert_eq!(run.after(200.0)?.all().t_start, 200.0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn after(&self, t: f64) -> Result<NetworkRun> {
        Allowed::Between(self.t_start, self.t_stop).check("t", "ms", t)?;
        Allowed::Below("t_stop", self.t_stop).check("t", "ms", t)?;
        let mut run = self.clone();
        run.t_start = t;
        for population in &mut run.populations {
            population.t_start = t;
            let first = population.spike_times.iter().take_while(|&&time| time <= t).count();
            population.spike_times = population.spike_times.iter().skip(first).copied().collect();
            population.spike_neurons = population.spike_neurons.iter().skip(first).copied().collect();
            let voltages = &mut population.voltages;
            let first = voltages.t.iter().take_while(|&&time| time < t).count();
            voltages.t = voltages.t.slice(s![first..]).to_owned();
            voltages.v = voltages.v.slice(s![.., first.min(voltages.v.ncols())..]).to_owned();
        }
        Ok(run)
    }
}

impl PopulationSpikes {
    fn summary(&self) -> String {
        let neurons = count(self.size, "neurons", "neurones");
        format!("{}: {neurons}, {} Hz", self.name, number(self.rate(), 2))
    }

    /// The spike train of each neuron.
    ///
    /// # Errors
    ///
    /// If there are more than a million neurons; if times have been changed so that they are no longer in order and within the observation, or a neuron so that
    /// it is not in the population.
    pub fn spike_trains(&self) -> Result<Vec<SpikeTrain>> {
        check_count("size", 0, MAX_LISTS, self.size)?;
        let mut times = vec![Vec::new(); self.size];
        for (&t, &neuron) in self.spike_times.iter().zip(&self.spike_neurons) {
            let own = times.get_mut(neuron).ok_or_else(|| super::no_such_neuron(&self.name, self.size, neuron))?;
            own.push(t);
        }
        let trains = times.into_iter().map(|times| SpikeTrain::new(times, self.t_start, self.t_stop));
        trains.collect::<Result<_, _>>()
    }
}
