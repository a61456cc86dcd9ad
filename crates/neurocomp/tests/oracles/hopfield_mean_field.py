"""Reference values of `src/memory/mean_field/tests.rs`, with 50 digits by mpmath 1.3.0.

How to run: `pip install mpmath==1.3.0`, then `python hopfield_mean_field.py`.

1. The largest m with m = tanh(beta m / 2), by Newton's method from 1.
2. The overlap at load alpha without noise: the three equations of Amit, Gutfreund & Sompolinsky (1985),
   m = erf(m / sqrt(2 alpha r)), C = sqrt(2 / (pi alpha r)) exp(-m^2 / (2 alpha r)), r = (1 - C)^-2,
   solved as they stand (the library solves one equation for y).
3. The capacity: the alpha at which two solutions of 2 meet, where the derivative of alpha by y vanishes.
"""

from mpmath import diff, erf, exp, findroot, mp, mpf, pi, sqrt, tanh

mp.dps = 50

print("beta, m")
for beta in ["2.01", "2.5", "4", "10"]:
    b = mpf(beta)
    guess = sqrt(3 * (b - 2) / b) if b < 3 else mpf(1)
    print(beta, mp.nstr(findroot(lambda m: m - tanh(b * m / 2), guess), 17))

print("load, m")
for load in ["0.05", "0.1", "0.13", "0.1375"]:
    a = mpf(load)

    def equations(m, r, c):
        return [
            m - erf(m / sqrt(2 * a * r)),
            c - sqrt(2 / (pi * a * r)) * exp(-m * m / (2 * a * r)),
            r * (1 - c) ** 2 - 1,
        ]

    m, _, _ = findroot(equations, (mpf("0.99"), mpf("1.2"), mpf("0.1")))
    print(load, mp.nstr(m, 17))

print("capacity, m")


def load_at(y):
    return (erf(y) / y - 2 / sqrt(pi) * exp(-y * y)) ** 2 / 2


y = findroot(lambda y: diff(load_at, y), mpf("1.5"))
print(mp.nstr(load_at(y), 17), mp.nstr(erf(y), 17))
