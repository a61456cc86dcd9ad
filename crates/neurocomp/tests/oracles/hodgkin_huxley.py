"""Reference values for `src/neuron/hodgkin_huxley/tests/oracle.rs`.

Three witnesses, none of which shares code with the library:

1. mpmath 1.3.0, 50 digits: the rates at and near their removable singularities, the resting state, and the currents
   at which the fixed point loses and regains its stability (the Hurwitz determinant of the Jacobian vanishes).
2. scipy 1.17.1, LSODA with rtol 1e-11, atol 1e-13: spike times and peaks under a constant current and under two pulses.
3. NEURON 9.0.2, mechanism `hh` (exact rates instead of its table, CVODE with atol 1e-9): spike times in the convention of
   a rest at -65 mV, el set to 10.6 - 65 = -54.4 mV (its default is -54.3).

Run:  python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scipy==1.17.1 mpmath==1.3.0 neuron==9.0.2
      venv/bin/python hodgkin_huxley.py            (Python 3.11 or later; some ten seconds)
"""

import mpmath as mp
import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

C, G_NA, G_K, G_L, E_NA, E_K, E_L = 1.0, 120.0, 36.0, 0.3, 115.0, -12.0, 10.6


def rates(v, lib):
    """alpha and beta of m, h, n; `lib` is numpy or mpmath."""
    exp = lib.exp

    def quotient(x):
        return 1 if x == 0 else x / lib.expm1(x)

    number = mp.mpf if lib is mp else float
    tenth = number(1) / 10
    return (
        quotient(25 * tenth - tenth * v), 4 * exp(-v / 18),
        7 * tenth ** 2 * exp(-v / 20), 1 / (exp(3 - tenth * v) + 1),
        tenth * quotient(1 - tenth * v), exp(-v / 80) / 8,
    )


def exact_rates():
    mp.mp.dps = 50
    for shift in ["0", "1e-12", "-1e-9", "1e-6", "-1e-3", "0.1"]:
        am = rates(mp.mpf(25.0 + float(shift)), mp)[0]
        an = rates(mp.mpf(10.0 + float(shift)), mp)[4]
        print(f"rates    25/10 + {shift:6}  {mp.nstr(am, 18)} {mp.nstr(an, 18)}")


def steady(v):
    am, bm, ah, bh, an, bn = rates(v, mp)
    return am / (am + bm), ah / (ah + bh), an / (an + bn)


P = [mp.mpf(x) for x in ("1", "120", "36", "0.3", "115", "-12", "10.6")]


def field(v, m, h, n, current):
    c, g_na, g_k, g_l, e_na, e_k, e_l = P
    am, bm, ah, bh, an, bn = rates(v, mp)
    return (
        (g_na * m**3 * h * (e_na - v) + g_k * n**4 * (e_k - v) + g_l * (e_l - v) + current) / c,
        am * (1 - m) - bm * m, ah * (1 - h) - bh * h, an * (1 - n) - bn * n,
    )


def holding(v):
    return -field(v, *steady(v), mp.mpf(0))[0] * P[0]


def jacobian(v):
    state = (v, *steady(v))
    return mp.matrix([
        [mp.diff(lambda x: field(*[x if k == j else s for k, s in enumerate(state)], mp.mpf(0))[i], state[j])
         for j in range(4)] for i in range(4)])


def hurwitz(v):
    """Positive while the quartic characteristic polynomial has no pair of roots crossing the imaginary axis."""
    j = jacobian(v)
    # Faddeev-LeVerrier: l^4 + a1 l^3 + a2 l^2 + a3 l + a4.
    a, matrix = [mp.mpf(1)], mp.eye(4)
    for k in range(1, 5):
        product = j * matrix
        a.append(-sum(product[i, i] for i in range(4)) / k)
        matrix = product + a[k] * mp.eye(4)
    return a[1] * a[2] * a[3] - a[3] ** 2 - a[1] ** 2 * a[4]


def fixed_points():
    mp.mp.dps = 40
    rest = mp.findroot(holding, mp.mpf("0.01"))
    print("rest     ", mp.nstr(rest, 18), *[mp.nstr(x, 18) for x in steady(rest)])
    for guess in [(mp.mpf("5"), mp.mpf("5.6")), (mp.mpf("20"), mp.mpf("23"))]:
        v = mp.findroot(hurwitz, guess, solver="anderson")
        eig = mp.eig(jacobian(v), left=False, right=False)
        pair = min(eig, key=lambda z: abs(mp.re(z)))
        print("Hopf      I", mp.nstr(holding(v), 15), "V", mp.nstr(v, 15), "omega", mp.nstr(abs(mp.im(pair)), 12))


def rhs(t, y, current):
    v, m, h, n = y
    am, bm, ah, bh, an, bn = rates(v, np)
    return [
        (G_NA * m**3 * h * (E_NA - v) + G_K * n**4 * (E_K - v) + G_L * (E_L - v) + current) / C,
        am * (1 - m) - bm * m, ah * (1 - h) - bh * h, an * (1 - n) - bn * n,
    ]


def resting_state():
    def ionic(v):
        am, bm, ah, bh, an, bn = rates(v, np)
        return rhs(0, [v, am / (am + bm), ah / (ah + bh), an / (an + bn)], 0.0)[0]

    v = brentq(ionic, -1, 1, xtol=1e-15)
    am, bm, ah, bh, an, bn = rates(v, np)
    return [v, am / (am + bm), ah / (ah + bh), an / (an + bn)]


def up(t, y, current):
    return y[0] - 50.0


def top(t, y, current):
    return rhs(t, y, current)[0] if y[0] > 50 else 1.0


up.direction, top.direction = 1, -1


def piecewise(pieces, label):
    """`pieces`: (duration, current) one after another, from rest."""
    y, t0, spikes, peaks = resting_state(), 0.0, [], []
    for duration, current in pieces:
        s = solve_ivp(rhs, (t0, t0 + duration), y, method="LSODA", rtol=1e-11, atol=1e-13, args=(current,),
                      events=[up, top], max_step=0.5)
        spikes += list(s.t_events[0])
        peaks += [e[0] for e in s.y_events[1]]
        y, t0 = s.y[:, -1], t0 + duration
    print(label, "spikes", " ".join(f"{x:.6f}" for x in spikes))
    print(label, "peaks ", " ".join(f"{x:.6f}" for x in peaks))
    print(label, "end   ", " ".join(f"{x:.9f}" for x in y))


def neuron_hh():
    from neuron import h

    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 100 / np.pi**0.5  # area 10,000 um^2 = 1e-4 cm^2
    soma.nseg, soma.cm, soma.Ra = 1, 1.0, 100
    soma.insert("hh")
    h.usetable_hh = 0
    segment = soma(0.5)
    segment.hh.gnabar, segment.hh.gkbar, segment.hh.gl, segment.hh.el = 0.12, 0.036, 0.0003, -54.4
    soma.ena, soma.ek = 50, -77
    clamp = h.IClamp(segment)
    # 10 uA/cm^2 over 1e-4 cm^2 are 1 nA; it sets in after 300 ms at rest.
    clamp.delay, clamp.dur, clamp.amp = 300, 1e9, 1.0
    v, t = h.Vector().record(segment._ref_v), h.Vector().record(h._ref_t)
    spikes = h.Vector()
    netcon = h.NetCon(segment._ref_v, None, sec=soma)
    netcon.threshold = -15
    netcon.record(spikes)
    h.celsius = 6.3
    cvode = h.CVode()
    cvode.active(1)
    cvode.atol(1e-9)
    cvode.condition_order(2)
    for celsius in (6.3, 18.5):
        h.celsius = celsius
        h.finitialize(-65)
        h.continuerun(400)
        print("NEURON   ", celsius, "spikes", " ".join(f"{x - 300:.5f}" for x in spikes),
              "peak", f"{np.max(np.array(v)):.4f}", "V at 300", f"{np.interp(299.9, t, v):.6f}")


if __name__ == "__main__":
    exact_rates()
    fixed_points()
    piecewise([(100, 10.0)], "I = 10   ")
    piecewise([(10, 0.0), (0.5, 30.0), (12.5, 0.0), (0.5, 60.0), (26.5, 0.0)], "pulses   ")
    piecewise([(50, -10.0), (50, 0.0)], "anode    ")
    neuron_hh()
