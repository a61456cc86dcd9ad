"""Largest Lyapunov exponents of random networks, the reference of `src/rate/network/tests/chaos.rs`.

Run:    python3 -m venv venv && venv/bin/pip install numpy && venv/bin/python tests/oracles/rate_chaos.py

dx/dt = -x + W tanh(x), W normal with variance g^2/N (numpy 2.4.6, Python 3.11). Unlike the library, which carries a
tangent vector along, this follows two trajectories 1e-8 apart and brings the second back after each unit of time.
Weights are other random numbers than the library's: what can be compared is the mean over networks and its spread.
"""

import numpy


def exponent(n, g, seed, transient=100, duration=200, dt=0.1):
    random = numpy.random.default_rng(seed)
    w = g / numpy.sqrt(n) * random.standard_normal((n, n))

    def flow(x):
        return -x + w @ numpy.tanh(x)

    def step(x):
        k1 = flow(x)
        k2 = flow(x + dt / 2 * k1)
        k3 = flow(x + dt / 2 * k2)
        k4 = flow(x + dt * k3)
        return x + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)

    x = random.standard_normal(n)
    v = random.standard_normal(n)
    v *= 1e-8 / numpy.linalg.norm(v)
    total = 0.0
    both = numpy.stack([x, x + v], axis=1)
    for k in range(transient + duration):
        for _ in range(round(1 / dt)):
            both = step(both)
        v = both[:, 1] - both[:, 0]
        growth = numpy.log(numpy.linalg.norm(v) / 1e-8)
        total += growth if k >= transient else 0.0
        both[:, 1] = both[:, 0] + v * 1e-8 / numpy.linalg.norm(v)
    return total / duration


for n, g in ((400, 2.0), (400, 3.0), (400, 1.6), (400, 0.9)):
    found = numpy.array([exponent(n, g, seed) for seed in range(6)])
    print(f"N = {n}, g = {g}: mean {found.mean():.4f}, standard deviation {found.std(ddof=1):.4f}")
