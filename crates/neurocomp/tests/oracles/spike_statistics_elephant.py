"""Reference values for the spike-train statistics, from elephant and PySpike.

Versions: elephant 1.2.1, neo 0.14.6, quantities 0.16.4, numpy 2.4.6, scipy 1.17.1, pyspike 0.9.0, Python 3.11.
Run:      python3 -m venv venv && venv/bin/pip install elephant==1.2.1 pyspike==0.9.0
          venv/bin/python tests/oracles/spike_statistics_elephant.py

The trains below stand, number for number, in src/spike_train/reference.rs, which compares with what this prints.
"""
import warnings

import elephant.kernels as kernels
import elephant.spike_train_correlation as correlation
import elephant.spike_train_dissimilarity as dissimilarity
import elephant.statistics as statistics
import neo
import numpy as np
import pyspike
import quantities as pq
from elephant.conversion import BinnedSpikeTrain
from elephant.sta import spike_triggered_average

warnings.simplefilter("ignore")

T_STOP = 1000.0  # ms
A = [12.5, 61.5, 70.5, 133.5, 205.5, 260.5, 275.5, 391.5, 402.5, 555.5, 640.5, 668.5, 803.5, 822.5, 930.5]
B = [14.5, 58.5, 133.5, 199.5, 262.5, 380.5, 405.5, 480.5, 553.5, 671.5, 700.5, 811.5, 955.5]
C = [250.5, 251.5, 600.5]
EMPTY = []
TRIALS = [A, B, C]


def neo_train(times):
    return neo.SpikeTrain(times, units="ms", t_start=0.0, t_stop=T_STOP)


def show(name, value):
    digits = np.array2string(np.asarray(value, dtype=float), precision=15, separator=", ", max_line_width=110)
    print(f"{name}: {digits}")


intervals = np.diff(A) * pq.ms
show("cv2 A", statistics.cv2(intervals))
show("lv A", statistics.lv(intervals))
show("lvr A, R = 5 ms", statistics.lvr(intervals, R=5 * pq.ms))
show("lvr A, R = 0", statistics.lvr(intervals, R=0 * pq.ms))
# numpy's variance divides by the number of trials.
show("fano A, B, C", statistics.fanofactor([neo_train(t) for t in TRIALS]))

show("sttc A B 5 ms", correlation.spike_time_tiling_coefficient(neo_train(A), neo_train(B), 5 * pq.ms))
show("sttc A B 25.3 ms", correlation.spike_time_tiling_coefficient(neo_train(A), neo_train(B), 25.3 * pq.ms))
show("sttc A C 120.3 ms", correlation.spike_time_tiling_coefficient(neo_train(A), neo_train(C), 120.3 * pq.ms))


def correlogram(x, y, coefficient):
    binned = [BinnedSpikeTrain(neo_train(t), bin_size=1 * pq.ms) for t in (x, y)]
    histogram, lags = correlation.cross_correlation_histogram(
        *binned, window=[-10, 10], border_correction=False, cross_correlation_coefficient=coefficient)
    return histogram.magnitude.flatten()


show("correlogram A B ±10 ms, 1 ms", correlogram(A, B, False))
show("correlation coefficient A B", correlogram(A, B, True))

# Spikes in the middle of bins: elephant's sample k is that of the kernel at (k − j) dt.
INNER = [250.5, 260.5, 400.5, 555.5]
gaussian = statistics.instantaneous_rate(
    neo_train(INNER), 1 * pq.ms, kernels.GaussianKernel(sigma=20 * pq.ms), cutoff=8.0)
show("gaussian rate, sigma = 20 ms, samples 200, 255, 330, 400, 555, 600",
     gaussian.magnitude.flatten()[[200, 255, 330, 400, 555, 600]])
exponential = statistics.instantaneous_rate(
    neo_train(INNER), 1 * pq.ms, kernels.ExponentialKernel(sigma=20 * pq.ms), cutoff=30.0, center_kernel=False)
show("exponential rate, tau = 20 ms, samples 249, 251, 255, 330, 401, 600",
     exponential.magnitude.flatten()[[249, 251, 255, 330, 401, 600]])
# elephant stretches its samples of the kernel so that they end at the cutoff: 600 ms make them a whole number.
alpha = statistics.instantaneous_rate(
    neo_train(INNER), 1 * pq.ms, kernels.AlphaKernel(sigma=np.sqrt(2) * 20 * pq.ms),
    cutoff=600 / (np.sqrt(2) * 20), center_kernel=False)
show("alpha rate, tau = 20 ms, samples 249, 255, 280, 330, 420, 600",
     alpha.magnitude.flatten()[[249, 255, 280, 330, 420, 600]])

# A grid of samples 0.5 ms apart that holds all spikes exactly and a silent border of 1500 ms on either side.
candidates = np.array([5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 60.0, 80.0, 120.0])
VOLLEYS = [101.0, 103.5, 106.0, 109.5, 111.0, 118.0, 125.5, 340.5, 343.0, 350.5, 352.0, 361.0, 366.5, 590.0, 600.5,
           601.0, 609.5, 613.0, 622.5, 811.5, 850.5, 855.0, 857.5, 861.0, 870.5, 877.0]
grid = np.arange(-1500.0, 2500.0, 0.5)
bandwidth = statistics.optimal_kernel_bandwidth(np.array(VOLLEYS), times=grid, bandwidth=candidates)
show("optimal bandwidth of VOLLEYS", bandwidth["optw"])
show("its cost", bandwidth["C"])

for q in [1.0, 20.0, 500.0]:
    show(f"victor_purpura A B, q = {q} Hz", dissimilarity.victor_purpura_distance(
        [neo_train(A), neo_train(B)], q * pq.Hz)[0, 1])
for tau in [2.0, 20.0, 300.0]:
    # Without the division by 2 of van Rossum's definition.
    show(f"van_rossum A B, tau = {tau} ms", dissimilarity.van_rossum_distance(
        [neo_train(A), neo_train(B)], tau * pq.ms)[0, 1])

AT_EDGES = [0.0, 30.0, 500.0, 1000.0]
for name, x, y in [("A B", A, B), ("A C", A, C), ("B C", B, C), ("A EMPTY", A, EMPTY), ("A ONE", A, [700.0]),
                   ("A AT_EDGES", A, AT_EDGES), ("C AT_EDGES", C, AT_EDGES), ("ONE EMPTY", [700.0], EMPTY)]:
    pair = [pyspike.SpikeTrain(t, [0.0, T_STOP]) for t in (x, y)]
    show(f"isi_distance {name}", pyspike.isi_distance(*pair))
    show(f"spike_distance {name}", pyspike.spike_distance(*pair))

# Spikes on samples, where taking the sample before and interpolating are the same.
time = np.arange(0, 1001)
signal = neo.AnalogSignal(np.sin(time / 37.0) + 0.001 * time, units="mV", sampling_period=1 * pq.ms)
average = spike_triggered_average(signal, neo_train([3.0, 100.0, 333.0, 640.0, 970.0]), (-20 * pq.ms, 11 * pq.ms))
show("spike-triggered average −20 … 10 ms, samples 0, 7, 20, 30", average.magnitude.flatten()[[0, 7, 20, 30]])
show("spikes used", average.annotations["used_spikes"])
