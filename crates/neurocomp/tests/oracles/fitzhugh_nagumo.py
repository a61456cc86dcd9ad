"""Reference values for `src/neuron/fitzhugh_nagumo/tests.rs`: scipy 1.17.1, DOP853 with rtol 1e-12, atol 1e-13.

Run:  python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scipy==1.17.1
      venv/bin/python fitzhugh_nagumo.py           (Python 3.11 or later; a second)
"""

import numpy as np
from scipy.integrate import solve_ivp


def rhs(t, y, current):
    v, w = y
    return [v - v**3 / 3 - w + current, 0.08 * (v + 0.7 - 0.8 * w)]


def up(t, y, current):
    return y[0]


up.direction = 1
exact = dict(method="DOP853", rtol=1e-12, atol=1e-13)
times = [5.0, 20.0, 50.0, 100.0]
run = solve_ivp(rhs, (0, 100), [-1.0, -0.5], args=(0.7,), t_eval=times, **exact)
for t, v, w in zip(times, *run.y):
    print(f"({t:.1f}, {v:.12f}, {w:.12f}),")
run = solve_ivp(rhs, (0, 1000), [-1.0, 0.0], args=(0.5,), events=up, **exact)
print("period under I = 0.5:", np.diff(run.t_events[0])[-3:])
