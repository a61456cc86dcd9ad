"""Reference values of the stiff equations in src/integrate/tests/adaptive.rs.

scipy 1.16 or later, Python 3: `python3 tests/oracles/stiff.py`. Each value is computed by Radau's method and by LSODA at
tight tolerances; the digits on which both agree are those pasted into the test.
"""

import numpy as np
import scipy
from scipy.integrate import solve_ivp


def robertson(_t, y):
    a, b, c = 0.04 * y[0], 1e4 * y[1] * y[2], 3e7 * y[1] ** 2
    return [-a + b, a - b - c, c]


def van_der_pol(_t, y, mu=1000.0):
    return [y[1], mu * (1 - y[0] ** 2) * y[1] - y[0]]


def fitzhugh_nagumo(_t, y):
    """FitzHugh and Nagumo's neuron at I = 0.7."""
    return [y[0] - y[0] ** 3 / 3 - y[1] + 0.7, 0.08 * (y[0] + 0.7 - 0.8 * y[1])]


print("scipy", scipy.__version__)
for name, f, y0, end in [
    ("Robertson t = 40", robertson, [1, 0, 0], 40),
    ("Robertson t = 4e5", robertson, [1, 0, 0], 4e5),
    ("van der Pol t = 2000", van_der_pol, [2, 0], 2000),
    ("FitzHugh-Nagumo t = 100", fitzhugh_nagumo, [-1, -0.5], 100),
]:
    for method in ["Radau", "LSODA"]:
        atol = 1e-16 if name.startswith("Robertson") else 1e-13
        run = solve_ivp(f, [0, end], y0, method=method, rtol=1e-12, atol=atol)
        print(name, method, [f"{v:.12e}" for v in run.y[:, -1]], run.status)
