"""Spike times of the leaky integrate-and-fire neuron from Brian 2, for src/neuron/lif/tests/brian2.rs.

Brian2 2.9.0, numpy 1.26.4 (Brian2 2.9 does not load with numpy 2.4). To run:

    python3 -m venv venv && venv/bin/pip install brian2==2.9.0 "numpy<2"
    venv/bin/python tests/oracles/lif_brian2.py

Two conventions differ. Brian2 dates a spike to the beginning of the step in which the threshold is reached, neurocomp to
its end: dt is added here. Brian2 counts the refractory time from that beginning, so that the potential is held for one
step less: Brian2 is given t_ref + dt.

What is called exact is Brian2's state updater `exponential_euler`: exact here, since the equation is linear and its
input constant during a step. Spikes fall on steps, so the step is short, 0.001 ms, and each spike is late by less than
one more step than the spike before it. The current keeps the pieces of 0.1 ms that neurocomp receives.
"""

import numpy as np
import brian2 as b

b.prefs.codegen.target = "numpy"
b.BrianLogger.log_level_error()

TAU, R, THRESHOLD, RESET, T_REF = 12.0, 2.5, 15.0, -4.0, 3.0  # ms, MΩ, mV, mV, ms
DURATION, PIECE = 150.0, 0.1  # ms

k = np.arange(round(DURATION / PIECE))
CURRENTS = {
    "constant": np.full(k.size, 8.0),
    "step": np.where(k < 200, 3.0, np.where(k < 900, 9.0, 5.0)),
    "sine": 6.0 + 5.0 * np.sin(2.0 * np.pi * k * PIECE / 40.0),
}  # nA


def spikes(current, method, dt):
    b.start_scope()
    b.defaultclock.dt = dt * b.ms
    namespace = {
        "tau": TAU * b.ms,
        "I": b.TimedArray(R * current * b.mV, dt=PIECE * b.ms),
    }
    neuron = b.NeuronGroup(
        1,
        "dv/dt = (I(t) - v)/tau : volt (unless refractory)",
        threshold=f"v >= {THRESHOLD}*mV",
        reset=f"v = {RESET}*mV",
        refractory=(T_REF + dt) * b.ms,
        method=method,
        namespace=namespace,
    )
    neuron.v = RESET * b.mV
    monitor = b.SpikeMonitor(neuron)
    b.run(DURATION * b.ms)
    return monitor.t / b.ms + dt


for name, current in CURRENTS.items():
    for method, dt, digits in [("euler", 0.1, 1), ("exponential_euler", 0.001, 3)]:
        times = ", ".join(f"{t:.{digits}f}" for t in spikes(current, method, dt))
        print(f"{name}, {method}, dt = {dt} ms: [{times}]")
