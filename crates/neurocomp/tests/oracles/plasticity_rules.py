"""Reference values for the spike-based rules of src/plasticity.

Run:  python3 -m venv venv && venv/bin/pip install brian2==2.9.0 "numpy<2.3" scipy && venv/bin/python tests/oracles/plasticity_rules.py
Written with Python 3.11, numpy, scipy and Brian 2 in the versions that the first line of the output names.

1. Pair and triplet STDP (all spikes) of two irregular trains, simulated by Brian 2 with event-driven synapses.
2. The same trains, all pairings of Morrison, Diesmann & Gerstner (2008), as plain sums over pairs (numpy).
3. Calcium rule: fractions of time above the thresholds by sampling calcium every microsecond, and the population's change by
   the formula of Graupner & Brunel (2012) with scipy's erf.
4. NMDA rule: the equations of Shouval, Bear & Cooper (2002) by scipy's solve_ivp, rtol 1e-9, between spikes.
"""
import numpy as np
import scipy
from scipy.integrate import solve_ivp
from scipy.special import erf

PRE = [5.0, 12.3, 40.1, 41.7, 80.0, 95.5, 130.2, 133.3, 170.4, 200.0]
POST = [9.9, 20.4, 38.8, 60.6, 82.1, 90.0, 91.2, 150.5, 171.0, 199.1]


def brian():
    import brian2 as b2
    from brian2 import ms

    b2.prefs.codegen.target = "numpy"
    b2.defaultclock.dt = 0.1 * ms
    print("brian2", b2.__version__, "numpy", np.__version__, "scipy", scipy.__version__)

    def run(model, on_pre, on_post):
        b2.start_scope()
        pre = b2.SpikeGeneratorGroup(1, [0] * len(PRE), PRE * ms)
        post = b2.SpikeGeneratorGroup(1, [0] * len(POST), POST * ms)
        s = b2.Synapses(pre, post, model, on_pre=on_pre, on_post=on_post)
        s.connect()
        s.w = 0
        b2.Network(pre, post, s).run(210 * ms)
        return float(s.w[0])

    pair = run(
        """w : 1
        dx/dt = -x/(16.8*ms) : 1 (event-driven)
        dy/dt = -y/(33.7*ms) : 1 (event-driven)""",
        "w -= 0.003*y; x += 1",
        "w += 0.005*x; y += 1",
    )
    print("pair all-to-all, A+ 0.005, A- 0.003:", repr(pair))
    triplet = run(
        """w : 1
        dr1/dt = -r1/(16.8*ms) : 1 (event-driven)
        dr2/dt = -r2/(946*ms) : 1 (event-driven)
        do1/dt = -o1/(33.7*ms) : 1 (event-driven)
        do2/dt = -o2/(27*ms) : 1 (event-driven)""",
        "w -= o1*(1.6e-3 + 1.4e-3*r2); r1 += 1; r2 += 1",
        "w += r1*(6.1e-3 + 6.7e-3*o2); o1 += 1; o2 += 1",
    )
    print("triplet hippocampus full:", repr(triplet))


def pairings():
    plus = lambda d: 0.005 * np.exp(-d / 16.8)
    minus = lambda d: 0.003 * np.exp(-d / 33.7)
    last = lambda times, t: max((u for u in times if u < t), default=None)
    after = lambda times, t: min((u for u in times if u > t), default=None)
    w = sum(plus(b - a) for a in PRE for b in POST if a < b) - sum(minus(a - b) for a in PRE for b in POST if b < a)
    print("AllToAll", repr(float(w)))
    w = sum(plus(b - last(PRE, b)) for b in POST if last(PRE, b) is not None)
    w -= sum(minus(a - last(POST, a)) for a in PRE if last(POST, a) is not None)
    print("NearestSymmetric", repr(float(w)))
    w = sum(plus(after(POST, a) - a) for a in PRE if after(POST, a) is not None)
    w -= sum(minus(a - last(POST, a)) for a in PRE if last(POST, a) is not None)
    print("NearestPresynaptic", repr(float(w)))
    events = sorted([(t, "pre") for t in PRE] + [(t, "post") for t in POST])
    w = 0.0
    for (t0, kind0), (t1, kind1) in zip(events, events[1:]):
        if (kind0, kind1) == ("pre", "post"):
            w += plus(t1 - t0)
        if (kind0, kind1) == ("post", "pre"):
            w -= minus(t1 - t0)
    print("NearestReduced", repr(float(w)))


def calcium():
    # name, delta_t, pairs, frequency
    sets = {
        "dp": (20.0, 1.0, 2.0, 13.7, 1.0, 1.3, 200.0, 321.808, 2.8284, 150e3, 0.5, 5.0),
        "cortical_slices": (22.6936, 0.5617539, 1.23964, 4.6098, 1.0, 1.3, 331.909, 725.085, 3.3501, 346361.5, 0.5, 5.40988),
    }
    for name, delta_t, pairs, frequency in [("dp", -20.0, 60, 1.0), ("dp", 10.0, 60, 1.0), ("cortical_slices", 10.0, 75, 40.0)]:
        tau_ca, c_pre, c_post, delay, th_d, th_p, g_d, g_p, sigma, tau, beta, b = sets[name]
        # Calcium in the steady state of endless pairing, over one period.
        period = 1000.0 / frequency
        t = (np.arange(int(period * 1000)) + 0.5) / 1000.0
        keep = 1.0 / (1.0 - np.exp(-period / tau_ca))
        c = c_pre * keep * np.exp(-((t - delay) % period) / tau_ca) + c_post * keep * np.exp(-((t - delta_t) % period) / tau_ca)
        a_d, a_p = np.mean(c > th_d), np.mean(c > th_p)
        up, total = g_p * a_p, g_p * a_p + g_d * a_d
        bar, t_eff = up / total, tau / total
        duration = pairs * period
        s2 = sigma**2 * (a_p + a_d) / total * (1 - np.exp(-2 * duration / t_eff))
        above = lambda rho0: 0.5 * (1 + erf(-(0.5 - bar + (bar - rho0) * np.exp(-duration / t_eff)) / np.sqrt(s2)))
        u, d = above(0.0), 1 - above(1.0)
        change = ((1 - u) * beta + d * (1 - beta) + b * (u * beta + (1 - d) * (1 - beta))) / (beta + (1 - beta) * b) - 1
        print("calcium", name, delta_t, pairs, frequency, "alpha", float(a_d), float(a_p), "change", float(change))


def nmda(pre, post, end):
    """Weight relative to the one before, by a solver with error control, from spike to spike."""
    peak = np.exp(-np.log(10) / 9) - np.exp(-10 * np.log(10) / 9)  # of an EPSP with 50 and 5 ms
    marks = sorted([(t, "pre") for t in pre] + [(t + 2.0, "post") for t in post]) + [(end, "end")]
    y, now = np.array([0.0, 0.25]), 0.0
    f = s = e50 = e5 = 0.0  # values at `now`
    bpap = -1e9
    for mark, kind in marks:
        if mark > now:
            def rhs(t, y, now=now, f=f, s=s, e50=e50, e5=e5, bpap=bpap):
                dt, since = t - now, t - bpap
                v = -65 + e50 * np.exp(-dt / 50) - e5 * np.exp(-dt / 5)
                if since < 1e6:
                    v += 75 * np.exp(-since / 3) + 25 * np.exp(-since / 25)
                current = (130 - v) / 500 / (1 + np.exp(-0.062 * v) / 3.57) * (f * np.exp(-dt / 50) + s * np.exp(-dt / 200))
                ca = max(y[0], 0.0)
                omega = 0.25 + 1 / (1 + np.exp(-80 * (ca - 0.55))) - 0.25 / (1 + np.exp(-80 * (ca - 0.35)))
                eta = 1 / (0.1 / (1e-5 + ca**3) + 1)
                return [current - y[0] / 50, eta / 1000 * (omega - y[1])]

            y = solve_ivp(rhs, (now, mark), y, rtol=1e-9, atol=1e-12, max_step=2.0).y[:, -1]
            dt = mark - now
            f, s, e50, e5 = f * np.exp(-dt / 50), s * np.exp(-dt / 200), e50 * np.exp(-dt / 50), e5 * np.exp(-dt / 5)
            now = mark
        if kind == "pre":
            opens = 0.5 * (1 - f - s)
            f, s, e50, e5 = f + opens / 2, s + opens / 2, e50 + 1 / peak, e5 + 1 / peak
        if kind == "post":
            bpap = mark
    return y[1] / 0.25 - 1


if __name__ == "__main__":
    brian()
    pairings()
    calcium()
    for delta_t in (10.0, -10.0, 80.0):
        first = max(0.0, -delta_t)
        pre = [first + 200.0 * k for k in range(5)]
        post = [t + delta_t for t in pre]
        print("nmda, 5 pairs at 5 Hz,", delta_t, repr(float(nmda(pre, post, max(pre[-1], post[-1]) + 1000))))
