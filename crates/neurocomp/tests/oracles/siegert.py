"""Reference values for the tests of `neuron::siegert`, computed with mpmath at 50 digits.

Run:   pip install mpmath==1.3.0 && python siegert.py
Prints the two tables that stand in src/neuron/siegert/tests.rs and tests/rate_and_cv.rs.

The integrals are computed as they stand in Siegert (1951) and Brunel (2000), not in the form that the library uses.
"""

from mpmath import erfc, exp, inf, log, mp, mpf, nstr, pi, quad, sqrt

mp.dps = 50


def integrand(u):
    """sqrt(pi) e^(u^2) (1 + erf u)"""
    return sqrt(pi) * exp(u * u) * erfc(-u)


def pieces(low, high):
    """Points between which the integrand has one scale: every 1/2 near zero, by powers of two far below it."""
    low, high = mpf(low), mpf(high)
    points = {low, high}
    u = mpf(-2)
    while u > low:
        if u < high:
            points.add(u)
        u *= 2
    u = mpf(-2)
    while u < high:
        if u > low:
            points.add(u)
        u += mpf(1) / 2
    return sorted(points)


def log_time(low, high):
    return log(quad(integrand, pieces(low, high)))


def cv(low, high):
    """Brunel (2000), appendix: CV^2 = 2 pi (tau nu)^2 int_low^high e^(x^2) int_-inf^x e^(y^2) (1 + erf y)^2 dy dx."""
    time = exp(log_time(low, high))

    def inner(x):
        below = [-inf, mpf(-40), mpf(-10), mpf(-4), mpf(-2), mpf(-1), mpf(0), mpf(1), mpf(2), mpf(3), mpf(4)]
        return quad(lambda y: exp(y * y) * erfc(-y) ** 2, [p for p in below if p < x] + [x])

    mp.dps = 20
    outer = quad(lambda x: exp(x * x) * inner(x), pieces(low, high))
    mp.dps = 50
    return sqrt(2 * pi * outer) / time


# Reset and threshold in units of sigma, from R I: strongly above threshold, across it, strongly below it, and reset
# close to threshold.
TIMES = [
    (-4000, -2000), (-400, -1), (-300, -299.5), (-40, -20), (-20, -0.01), (-6, -5.5), (-5, 0), (-2, 1),
    (-1, -0.999), (-0.5, 0.5), (0, 1), (0, 3), (0, 6.9), (0, 7.1), (0, 12), (0, 25), (2, 2.001), (3, 7),
    (6.5, 7.5), (9, 9.01), (-100, 5), (-1e6, 2), (-1e6, -1e-3), (25, 26),
]

# The cells of the simulated table: current (nA) and sigma (mV) for the neuron of the course.
CELLS = [(15, 5), (18, 4), (20, 2), (22, 3), (25, 1), (30, 6)]

if __name__ == "__main__":
    print("const LOG_TIME: [(f64, f64, f64); %d] = [" % len(TIMES))
    for low, high in TIMES:
        # The table holds what the doubles `low` and `high` give, hence mpf(float).
        print("    (%r, %r, %s)," % (float(low), float(high), nstr(log_time(float(low), float(high)), 20)))
    print("];")
    print("const RATE_CV: [(f64, f64, f64, f64); %d] = [" % len(CELLS))
    for current, sigma in CELLS:
        low, high = mpf(0 - current) / sigma, mpf(20 - current) / sigma
        rate = 1000 / (20 * exp(log_time(low, high)))
        print("    (%r, %r, %s, %s)," % (float(current), float(sigma), nstr(rate, 15), nstr(cv(low, high), 10)))
    print("];")
