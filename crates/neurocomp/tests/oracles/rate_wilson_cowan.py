"""Reference values for `src/rate/wilson_cowan/tests.rs` and `src/rate/population/tests.rs` (Python 3.11, numpy 2.4.6, scipy 1.17.1).

Run:    python3 -m venv venv && venv/bin/pip install numpy scipy && venv/bin/python tests/oracles/rate_wilson_cowan.py

The limit cycle of Wilson & Cowan (1972), figure 11, integrated by DOP853 with tolerances of 1e-12; its period from
upward crossings of the middle of its range (event location of numpy 2.4.6, scipy 1.17.1). The fixed point and the eigenvalues by scipy's
fsolve and numpy. The saddle-nodes of the course's population from scipy's brentq on the slope of I = x - w Phi(x).
"""

import numpy
import scipy
from scipy.integrate import solve_ivp
from scipy.optimize import brentq, fsolve

print("numpy", numpy.__version__, "scipy", scipy.__version__)


def logistic_from_zero(x, a, theta):
    return 1 / (1 + numpy.exp(-a * (x - theta))) - 1 / (1 + numpy.exp(a * theta))


def flow(t, y, p, rho=1.0):
    e, i = y
    de = (-e + (1 - rho * e) * logistic_from_zero(16 * e - 12 * i + p, 1.3, 4)) / 8
    di = (-i + (1 - rho * i) * logistic_from_zero(15 * e - 3 * i, 2, 3.7)) / 8
    return [de, di]


def cycle(p):
    accurate = dict(method="DOP853", rtol=1e-12, atol=1e-14)
    start = solve_ivp(flow, [0, 4000], [0.1, 0.05], args=(p,), **accurate).y[:, -1]
    run = solve_ivp(flow, [0, 1000], start, args=(p,), dense_output=True, **accurate)
    e = run.sol(numpy.linspace(0, 1000, 400_001))[0]
    middle = 0.5 * (e.min() + e.max())

    def crossing(t, y, p):
        return y[0] - middle

    crossing.direction = 1
    times = solve_ivp(flow, [0, 1000], start, args=(p,), events=crossing, **accurate).t_events[0]
    print(f"P = {p}: period {(times[-1] - times[0]) / (len(times) - 1):.9f} ms, E {e.min():.9f} to {e.max():.9f}")


def fixed_point(p):
    point = fsolve(lambda y: flow(0, y, p), [0.15, 0.08], xtol=1e-14)
    h = 1e-6
    columns = [(numpy.array(flow(0, point + h * d, p)) - flow(0, point - h * d, p)) / (2 * h) for d in numpy.eye(2)]
    print(f"P = {p}: E {point[0]:.12f} I {point[1]:.12f} eigenvalues", numpy.linalg.eigvals(numpy.array(columns).T))


for p in (1.25, 1.5):
    cycle(p)
fixed_point(1.25)


def phi(x):
    return 250 * (1 + numpy.tanh(0.2 * (x - 10)))


def slope(x):
    return 50 / numpy.cosh(0.2 * (x - 10)) ** 2


for bracket in ((-50, 10), (10, 60)):
    x = brentq(lambda x: 0.1 * slope(x) - 1, *bracket, xtol=1e-14)
    print(f"saddle-node at I = {x - 0.1 * phi(x):.12f} nA, r = {phi(x):.12f} Hz")
for bracket in ((0, 150), (150, 250), (250, 500)):
    print(f"fixed point at I = -10: {brentq(lambda r: phi(-10 + 0.1 * r) - r, *bracket, xtol=1e-13):.12f} Hz")
for bracket in ((-10, 10), (10, 60)):
    x = brentq(lambda x: phi(x) - (x + 10) * slope(x), *bracket, xtol=1e-14)
    print(f"saddle-node at I = -10: w = {(x + 10) / phi(x):.14f} nA/Hz, r = {phi(x):.12f} Hz")
