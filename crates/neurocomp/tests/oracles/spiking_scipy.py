"""Spike times of the adaptive exponential and of Izhikevich's neuron from scipy, for src/neuron/two_variables/tests.rs.

scipy 1.17.1, numpy 1.26.4. To run: python tests/oracles/spiking_scipy.py

The equations are integrated by LSODA with tolerances of 1e-11 from spike to spike; a spike is the event V = V_peak.
"""

import numpy as np
from scipy.integrate import solve_ivp


def spikes(slope, start, peak, reset, duration):
    def event(t, y):
        return y[0] - peak

    event.terminal, event.direction = True, 1
    t, y, times = 0.0, np.array(start, float), []
    while True:
        run = solve_ivp(slope, (t, duration), y, method="LSODA", events=event, rtol=1e-11, atol=1e-11)
        if run.status != 1:
            return times, run.y[:, -1]
        t = run.t_events[0][0]
        y = reset(run.y_events[0][0])
        times.append(t)


ADEX = {  # C pF, g_L nS, E_L mV, V_T, Delta_T, a nS, tau_w ms, b pA, V_r mV, I pA; Naud et al. 2008
    "tonic": (200, 10, -70, -50, 2, 2, 30, 0, -58, 500),
    "adapting": (200, 12, -70, -50, 2, 2, 300, 60, -58, 500),
    "initial_burst": (130, 18, -58, -50, 2, 4, 150, 120, -50, 400),
    "regular_bursting": (200, 10, -58, -50, 2, 2, 120, 100, -46, 210),
    "delayed_accelerating": (200, 12, -70, -50, 2, -10, 300, 0, -58, 300),
    "transient": (100, 10, -65, -50, 2, 10, 90, 100, -47, 180),
    "brette_gerstner": (281, 30, -70.6, -50.4, 2, 4, 144, 80.5, -70.6, 1000),
}

for name, (c, g, e, vt, d, a, tau, b, vr, i) in ADEX.items():
    # V_T + 15 Delta_T: from there to V_peak it takes less than 1e-5 ms.
    times, _ = spikes(
        lambda t, y: [
            (-g * (y[0] - e) + g * d * np.exp(min((y[0] - vt) / d, 40)) - y[1] + i) / c,
            (a * (y[0] - e) - y[1]) / tau,
        ],
        (e, 0.0),
        vt + 15 * d,
        lambda y: np.array([vr, y[1] + b]),
        400.0,
    )
    print(name, len(times), [round(t, 4) for t in times[:12]], "…", [round(t, 4) for t in times[-3:]])

IZHIKEVICH = {  # a, b, c, d, I; Izhikevich 2003
    "regular_spiking": (0.02, 0.2, -65, 8, 10),
    "intrinsically_bursting": (0.02, 0.2, -55, 4, 10),
    "chattering": (0.02, 0.2, -50, 2, 10),
    "fast_spiking": (0.1, 0.2, -65, 2, 10),
    "low_threshold_spiking": (0.02, 0.25, -65, 2, 10),
    "thalamo_cortical": (0.02, 0.25, -65, 0.05, 2),
    "resonator": (0.1, 0.26, -65, 2, 2),
}

for name, (a, b, c, d, i) in IZHIKEVICH.items():
    rest = ((b - 5) - np.sqrt((5 - b) ** 2 - 0.16 * 140)) / 0.08
    times, end = spikes(
        lambda t, y: [0.04 * y[0] ** 2 + 5 * y[0] + 140 - y[1] + i, a * (b * y[0] - y[1])],
        (rest, b * rest),
        30.0,
        lambda y: np.array([c, y[1] + d]),
        300.0,
    )
    print(name, len(times), [round(t, 4) for t in times[:12]], "…", [round(t, 4) for t in times[-3:]])
