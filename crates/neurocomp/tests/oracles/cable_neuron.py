"""Reference potentials for `src/cable/tests/neuron.rs` from the NEURON simulator (PyPI `neuron` 9.0.2, Python 3.11).

Run:    python3 -m venv venv && venv/bin/pip install neuron==9.0.2 && venv/bin/python tests/oracles/cable_neuron.py

Potentials are printed from rest: those of NEURON plus 65 mV in the cells with channels. The tables of NEURON's `hh`
mechanism are switched off. With the same compartments, the same dt and secondorder = 0 both programs solve the same
linear equations in each step: they must agree to rounding (passive), or to the error of the library's gate table.
"""

from neuron import h

h.load_file("stdrun.hoc")


def run(records, dt, stop, second_order=0, v_init=0.0):
    """Potentials of `records` (segments) at each step."""
    h.secondorder = second_order
    h.steps_per_ms = 1 / dt
    h.dt = dt
    vectors = [h.Vector().record(segment._ref_v) for segment in records]
    h.finitialize(v_init)
    for _ in range(round(stop / dt)):
        h.fadvance()
    return vectors


def tree():
    """A soma and a dendrite that forks, all passive."""
    shape = {"soma": (20, 20, 1), "stem": (300, 3, 10), "left": (200, 1.5, 8), "right": (150, 1, 6)}
    sections = {}
    for name, (length, diameter, nseg) in shape.items():
        section = sections[name] = h.Section(name=name)
        section.L, section.diam, section.nseg, section.Ra, section.cm = length, diameter, nseg, 100, 1
        section.insert("pas")
        section.g_pas, section.e_pas = 1e-4, 0
    sections["stem"].connect(sections["soma"](0.5))
    sections["left"].connect(sections["stem"](1))
    sections["right"].connect(sections["stem"](1))
    return sections


def tips(sections):
    last = lambda s: s(1 - 0.5 / s.nseg)
    return [sections["soma"](0.5), last(sections["stem"]), last(sections["left"]), last(sections["right"])]


def show(title, vectors, steps, shift=0.0):
    print(title)
    for step in steps:
        print(f"    ({step}, [{', '.join(f'{v[step] + shift:.10f}' for v in vectors)}]),")


def passive_step():
    s = tree()
    clamp = h.IClamp(tips(s)[2])
    clamp.delay, clamp.dur, clamp.amp = 1, 5, 0.1
    show("tree, step, backward Euler, dt = 0.025", run(tips(s), 0.025, 10), (40, 41, 60, 120, 240, 280, 400))


def passive_resistance():
    s = tree()
    print("tree, input resistances (MOhm): soma, ends of stem, left, right; transfer from left to soma")
    at = tips(s)
    h.finitialize(0)
    z = h.Impedance()
    for segment in at:
        z.loc(segment.x, sec=segment.sec)
        z.compute(0)
        print(f"    {z.input(segment.x, sec=segment.sec):.10f}")
    z.loc(at[2].x, sec=at[2].sec)
    z.compute(0)
    print(f"    {z.transfer(0.5, sec=s['soma']):.10f}")


def passive_synapse():
    s = tree()
    synapse = h.AlphaSynapse(tips(s)[3])
    synapse.onset, synapse.tau, synapse.gmax, synapse.e = 1, 0.5, 2e-3, 70
    dt = 0.0005
    vectors = run(tips(s), dt, 6, second_order=2)
    show("tree, alpha synapse of 2 nS, second order, dt = 0.0005", vectors, [round(t / dt) for t in (1.5, 2, 3, 6)])


def axon(n, length, celsius):
    section = h.Section(name="axon")
    section.L, section.diam, section.nseg, section.Ra, section.cm = length, 476, n, 35.4, 1
    section.insert("hh")
    section.el_hh, section.ena, section.ek = -54.387, 50, -77
    h.usetable_hh = 0
    h.celsius = celsius
    return section


def active_cable():
    section = axon(40, 20000, 6.3)
    clamp = h.IClamp(section(0.5 / 40))
    clamp.delay, clamp.dur, clamp.amp = 0.5, 0.5, 20000
    at = [section((k + 0.5) / 40) for k in (0, 10, 20, 39)]
    vectors = run(at, 0.01, 6, v_init=-65)
    show("axon, 40 compartments, 6.3 C, backward Euler, dt = 0.01", vectors, (60, 100, 150, 200, 250, 300, 600), 65)


def velocity(celsius, n=800, length=120000.0, dt=0.001):
    section = axon(n, length, celsius)
    clamp = h.IClamp(section(0.5 / n))
    clamp.delay, clamp.dur, clamp.amp = 0.1, 0.3, 40000
    places = (n // 3, 2 * n // 3)
    vectors = run([section((k + 0.5) / n) for k in places], dt, 13, second_order=2, v_init=-65)
    times = []
    for v in vectors:
        k = next(k for k in range(len(v) - 1) if v[k] < -15 <= v[k + 1])
        times.append((k + (-15 - v[k]) / (v[k + 1] - v[k])) * dt)
    speed = (places[1] - places[0]) * length / n / (times[1] - times[0]) * 1e-3
    print(f"velocity at {celsius} C, compartments of {length / n} um, dt = {dt}: {speed:.5f} m/s")


def active_soma():
    s = tree()
    s["soma"].insert("hh")
    s["soma"].uninsert("pas")
    s["soma"].el_hh, s["soma"].ena, s["soma"].ek = -54.387, 50, -77
    h.usetable_hh = 0
    h.celsius = 6.3
    for name in ("stem", "left", "right"):
        s[name].e_pas = -65
    clamp = h.IClamp(tips(s)[1])
    clamp.delay, clamp.dur, clamp.amp = 1, 8, 0.9
    show("active soma, backward Euler, dt = 0.025", run(tips(s), 0.025, 20, v_init=-65),
         (60, 100, 160, 200, 280, 400, 800), 65)


passive_step()
passive_resistance()
passive_synapse()
active_cable()
active_soma()
velocity(6.3)
velocity(18.5)
velocity(18.5, n=1600, dt=0.0005)
