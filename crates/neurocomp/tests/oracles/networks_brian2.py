"""Rates and irregularity of the published networks, simulated with Brian2 2.9.0 (numpy 1.26, Python 3.11).

    python3 -m venv venv && venv/bin/pip install brian2==2.9.0 'numpy<2'
    venv/bin/python tests/oracles/networks_brian2.py cuba coba brunel adex     (five minutes)
    venv/bin/python tests/oracles/networks_brian2.py standalone                (needs a C++ compiler; times the run)

The networks are written here from the papers, independently of the Rust code, whose tests hold the figures printed.
Each line: rate (Hz) and mean CV over neurons with at least 10 intervals, in the window given, for several seeds.
"""
import sys
import time

import numpy as np
from brian2 import *

prefs.codegen.target = "cython"
defaultclock.dt = 0.1 * ms


def figures(name, monitor, n, start, stop):
    i, t = np.asarray(monitor.i), np.asarray(monitor.t / ms)
    keep = (t >= start) & (t < stop)
    i, t = i[keep], t[keep]
    cvs = []
    for neuron in range(n):
        intervals = np.diff(t[i == neuron])
        if len(intervals) >= 10:
            cvs.append(intervals.std() / intervals.mean())
    counts = np.bincount(((t - start) / 1.0).astype(int), minlength=int(stop - start))
    rate = len(t) / n / (stop - start) * 1000
    cv = np.mean(cvs) if cvs else float("nan")
    print(f"{name}: rate {rate:.3f} Hz, CV {cv:.3f} ({len(cvs)} neurons), "
          f"variance/mean of counts in 1 ms {counts.var() / counts.mean():.2f}", flush=True)


def cuba(run_seed, refractory, duration=2000):
    start_scope()
    seed(run_seed)
    group = NeuronGroup(4000, """dv/dt = (ge + gi - (v + 49*mV))/(20*ms) : volt (unless refractory)
        dge/dt = -ge/(5*ms) : volt
        dgi/dt = -gi/(10*ms) : volt""", threshold="v > -50*mV", reset="v = -60*mV",
        refractory=refractory * ms, method="exact")
    group.v = "-60*mV + 10*mV*rand()"
    e = Synapses(group[:3200], group, on_pre="ge += 1.62*mV")
    i = Synapses(group[3200:], group, on_pre="gi -= 9*mV")
    e.connect(p=0.02)
    i.connect(p=0.02)
    monitor = SpikeMonitor(group)
    run(duration * ms)
    figures(f"CUBA refractory {refractory} ms, seed {run_seed}, 200-{duration} ms", monitor, 4000, 200, duration)


def coba(run_seed, duration=2000):
    start_scope()
    seed(run_seed)
    group = NeuronGroup(4000, """dv/dt = (-60*mV - v + ge*(0*mV - v) + gi*(-80*mV - v))/(20*ms) : volt (unless refractory)
        dge/dt = -ge/(5*ms) : 1
        dgi/dt = -gi/(10*ms) : 1""", threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms,
        method="exponential_euler")
    group.v = "-60*mV + (randn()*5 - 5)*mV"
    group.ge = "(randn()*1.5 + 4)*0.1"
    group.gi = "(randn()*12 + 20)*0.1"
    e = Synapses(group[:3200], group, on_pre="ge += 0.6")
    i = Synapses(group[3200:], group, on_pre="gi += 6.7")
    e.connect(p=0.02)
    i.connect(p=0.02)
    monitor = SpikeMonitor(group)
    run(duration * ms)
    figures(f"COBA seed {run_seed}, 200-{duration} ms", monitor, 4000, 200, duration)


def brunel(name, run_seed, g, ratio, duration=600, dt=0.1):
    # Jumps before the threshold is tested, as in the Rust code and in NEST: the spike that a jump causes belongs to the
    # same step. In this order spikes wait one step more, so that the delay is one step less. With Brian's usual order the
    # potential decays once before the test, and rates are lower (6 % in SR) at dt = 0.1 ms.
    start_scope()
    magic_network.schedule = ["start", "groups", "synapses", "thresholds", "resets", "end"]
    delay = 1.5 * ms - dt * ms
    seed(run_seed)
    defaultclock.dt = dt * ms
    rng = np.random.default_rng(run_seed)
    j, c_e, c_i = 0.1, 1000, 250
    nu_thr = 20.0 / (j * c_e * 20.0)  # per ms
    group = NeuronGroup(12500, "dv/dt = -v/(20*ms) : volt (unless refractory)", threshold="v > 20*mV",
                        reset="v = 10*mV", refractory=2 * ms + dt * ms, method="exact")  # Brian counts one step less
    group.v = "rand()*20*mV"
    e = Synapses(group[:10000], group, on_pre="v += 0.1*mV", delay=delay)
    sources = np.concatenate([rng.choice(10000, c_e, replace=False) for _ in range(12500)])
    e.connect(i=sources, j=np.repeat(np.arange(12500), c_e))
    i = Synapses(group[10000:], group, on_pre=f"v -= {g * j}*mV", delay=delay)
    sources = np.concatenate([rng.choice(2500, c_i, replace=False) for _ in range(12500)])
    i.connect(i=sources, j=np.repeat(np.arange(12500), c_i))
    drive = PoissonInput(group, "v", c_e, ratio * nu_thr * 1000 * Hz, 0.1 * mV)
    monitor = SpikeMonitor(group)
    run(duration * ms)
    figures(f"Brunel {name} g={g} ratio={ratio} dt={dt}, seed {run_seed}, 200-{duration} ms", monitor, 12500, 200, duration)
    defaultclock.dt = 0.1 * ms


def adex():
    start_scope()
    defaultclock.dt = 0.001 * ms
    group = NeuronGroup(1, """dv/dt = (-30*nS*(v + 70.6*mV) + 30*nS*2*mV*exp((v + 50.4*mV)/(2*mV)) - w + 0.8*nA)/(281*pF) : volt
        dw/dt = (4*nS*(v + 70.6*mV) - w)/(144*ms) : amp""", threshold="v > -30*mV",
        reset="v = -70.6*mV; w += 0.0805*nA", method="rk4")
    group.v = -70.6 * mV
    monitor = SpikeMonitor(group)
    run(400 * ms)
    print("AdEx 0.8 nA, dt 0.001 ms:", np.round(np.asarray(monitor.t / ms), 3).tolist(), flush=True)
    defaultclock.dt = 0.1 * ms


def standalone():
    set_device("cpp_standalone", build_on_run=False)
    group = NeuronGroup(4000, """dv/dt = (ge + gi - (v + 49*mV))/(20*ms) : volt (unless refractory)
        dge/dt = -ge/(5*ms) : volt
        dgi/dt = -gi/(10*ms) : volt""", threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exact")
    group.v = "-60*mV + 10*mV*rand()"
    e = Synapses(group[:3200], group, on_pre="ge += 1.62*mV")
    i = Synapses(group[3200:], group, on_pre="gi -= 9*mV")
    e.connect(p=0.02)
    i.connect(p=0.02)
    monitor = SpikeMonitor(group)
    run(1000 * ms)
    device.build(directory="/tmp/brian_cuba", compile=True, run=False)
    for _ in range(5):
        begin = time.time()
        device.run()
        print(f"standalone: run alone {device._last_run_time:.4f} s, whole process {time.time() - begin:.4f} s", flush=True)
    print("spikes", monitor.num_spikes)


if __name__ == "__main__":
    for what in sys.argv[1:]:
        if what == "cuba":
            for s in (1, 2, 3):
                cuba(s, 5)
            for s in (1, 2, 3):
                cuba(s, 0)
        elif what == "coba":
            for s in (1, 2, 3):
                coba(s)
        elif what == "brunel":
            brunel("AI", 2, 5, 2)
            brunel("AI", 3, 5, 2)
            for name, g, ratio in (("SR", 3, 2), ("fast SI", 6, 4), ("AI", 5, 2), ("slow SI", 4.5, 0.9)):
                brunel(name, 1, g, ratio)
        elif what == "adex":
            adex()
        elif what == "standalone":
            standalone()
