"""Reference values for the voltage rule of src/plasticity/voltage.rs.

Run:  python3 tests/oracles/clopath_pairing.py          (Python 3.11, no package)

An independent implementation, with lists of samples instead of filters in place, of the scheme published with Clopath et al.
(2010), doi:10.1038/nn.2479 (ModelDB 144566): Euler steps of 1 ms, spikes of two samples, filtered potentials read four samples
late. The trains are those of that code, with their two peculiarities: for a lag below zero a sixth postsynaptic spike ends a
group, and nothing is simulated in the first three milliseconds.

The ten values agree with the table that other authors obtained by transcribing the MATLAB files line by line, for example
pre-post at 10 Hz: 0.5145169131346606, post-pre at 50 Hz: 0.867785888080795.
"""
import math


def groups(period, lag):
    """Times of the spikes, ms, first group at 0; 5 pairs, every 10 s (one every 10 s: 10 x 5)."""
    first = abs(lag)
    length = 5 * period + abs(lag) + 1
    pre = list(range(first, length - 1, period))
    post = list(range(first + lag, length, period))
    count, every = (10, max(10000, length)) if period == 10000 else (15, max(10000, length))
    shift = lambda times: [t + every * g for g in range(count) for t in times]
    return set(shift(pre)), set(shift(post)), every * count


def weight(period, lag):
    pre, post, end = groups(period, lag)
    rest = -70.6
    u, w_ad, z, v_t = rest, 0.0, 0.0, -50.4
    spike = 0
    slow, fast, xbar = [rest] * 4, [rest] * 4, 0.0
    w = 0.5
    for t in range(3, end):
        if spike == 2:
            u, w_ad, z, v_t, spike = rest + 15 + 6.0984, w_ad + 0.0805, 400.0, -30.4, 0
        current = 1e6 if t in post else 0.0
        drive = -30 * (u - rest) + 60 * math.exp((u - v_t) / 2) - w_ad + z + current
        new_w = w_ad + (4 * (u - rest) - w_ad) / 144
        z, v_t = z - z / 40, -50.4 / 50 + (1 - 1 / 50) * v_t
        if spike == 1:
            u, spike = 29.4 + 3.462, 2
        else:
            u, w_ad = u + drive / 281, new_w
            if u > 20:
                u, spike = 29.4, 1
        x = 1 if t in pre else 0
        w -= 14e-5 * x * max(slow[-4] + 70.6, 0)
        w += 8e-5 * xbar * max(u + 45.3, 0) * max(fast[-4] + 70.6, 0)
        slow.append(u / 10 + 0.9 * slow[-1])
        fast.append(u / 7 + (1 - 1 / 7) * fast[-1])
        xbar = x / 15 + (1 - 1 / 15) * xbar
    return w


if __name__ == "__main__":
    for lag in (10, -10):
        for period in (10000, 100, 50, 25, 20):
            print(f"({period}, {lag}, {weight(period, lag)!r}),")
