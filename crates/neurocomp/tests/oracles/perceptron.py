"""Reference values for neurocomp's perceptron, and the speed it is compared with.

Made with numpy, scipy and scikit-learn (versions printed by the script). Not needed by the tests: the numbers are pasted there.

    python3 -m venv venv && venv/bin/pip install numpy scipy scikit-learn
    venv/bin/python tests/oracles/perceptron.py                 # reference values
    venv/bin/python tests/oracles/perceptron.py FOLDER          # and the speed, with the four MNIST files (.gz) in FOLDER
"""

import gzip
import sys
import time
from fractions import Fraction
from math import comb
from pathlib import Path

import numpy as np
import scipy
import sklearn
from sklearn.linear_model import Perceptron
from sklearn.multiclass import OneVsOneClassifier
from sklearn.svm import SVC

print("numpy", np.__version__, "scipy", scipy.__version__, "scikit-learn", sklearn.__version__)


def cover(p, n):
    """Fraction of the dichotomies of p points in n dimensions that a plane through the origin makes, exactly."""
    return float(Fraction(sum(comb(p - 1, k) for k in range(n)) * 2, 2**p))


for p, n in [(3, 2), (10, 5), (15, 5), (30, 20), (45, 20), (120, 50), (400, 190), (3000, 1450)]:
    print(f"cover P={p} N={n}: {cover(p, n):.17g}")

# The largest margin of the six points of lecture 6: a support vector machine that tolerates no error.
x = np.array([[-2, 1], [1, 1], [1.5, -0.5], [-2, -1], [-1, -1.5], [2, -2]], dtype=float)
y = np.array([1, 1, 1, -1, -1, -1])
machine = SVC(kernel="linear", C=1e9, tol=1e-12).fit(x, y)
w, b = machine.coef_[0], machine.intercept_[0]
print("largest margin, free bias:", (y * (x @ w + b)).min() / np.linalg.norm(w), w / np.linalg.norm(w))


def through_origin(z):
    """Largest margin of a plane through the origin: the distance of 0 from the convex hull of the rows of z."""
    from scipy.optimize import minimize

    p = len(z)
    best = minimize(
        lambda a: a @ z @ z.T @ a,
        np.full(p, 1 / p),
        jac=lambda a: 2 * z @ z.T @ a,
        bounds=[(0, None)] * p,
        constraints={"type": "eq", "fun": lambda a: a.sum() - 1, "jac": lambda a: np.ones(p)},
        method="SLSQP",
        options={"ftol": 1e-16, "maxiter": 1000},
    )
    return np.sqrt(best.fun), best.x @ z / np.sqrt(best.fun)


print("largest margin, bias as w0:", *through_origin(y[:, None] * np.c_[np.ones(6), x]))

if len(sys.argv) > 1:

    def idx(name, header, shape):
        data = gzip.decompress((Path(sys.argv[1]) / (name + ".gz")).read_bytes())
        return np.frombuffer(data, np.uint8, offset=header).reshape(shape)

    train_x = idx("train-images-idx3-ubyte", 16, (60000, 784)) / 255.0
    train_y = idx("train-labels-idx1-ubyte", 8, (60000,))
    test_x = idx("t10k-images-idx3-ubyte", 16, (10000, 784)) / 255.0
    test_y = idx("t10k-labels-idx1-ubyte", 8, (10000,))
    for jobs in (1, 2):
        begin, cpu = time.perf_counter(), time.process_time()
        # Ten passes, shuffled, none left out.
        model = OneVsOneClassifier(Perceptron(max_iter=10, tol=None, random_state=1), n_jobs=jobs).fit(train_x, train_y)
        seconds, cpu = time.perf_counter() - begin, time.process_time() - cpu
        # With two processes the time of the processors is not ours to see.
        print(f"OneVsOneClassifier(Perceptron), 10 epochs, n_jobs={jobs}: {seconds:.2f} s, own processor time {cpu:.2f} s, "
              f"test accuracy {(model.predict(test_x) == test_y).mean():.4f}")
