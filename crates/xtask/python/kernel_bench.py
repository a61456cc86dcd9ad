"""What a student waits for: start, latency of each kind of cell, completion, and memory of a Jupyter kernel.

    python kernel_bench.py [--kernel neurocomp] [--against python3] [--json OUT] [--runs 3]
                           [--completion] [--many 2] [--notebook td3-solution.ipynb]

Runs the same cells in KERNEL and, with --against, in another kernel (`python3`, or plain evcxr, `rust`), in one go on
one machine, so that the ratios hold on a noisy machine. Times are seconds of wall clock as the front end sees them
(from the request to idle); memory is MB, summed over the kernel's processes, resident (RSS) and proportional (PSS: what
n processes share counts 1/n in each).

The floor F is one call of rustc for a cell that prints a number (a cdylib, optimised), measured between the runs: no
kernel that compiles can be quicker, and a time in floors holds from machine to machine.

A kernel that remembers compiled cells runs once with NEUROCOMP_CELL_CACHE=off (`cold`), then as it is: the first of
these runs fills its memory, the median of the others is `warm`. A notebook is run cold, then twice as it is.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
from jupyter_client.manager import start_new_kernel

CELL_TIMEOUT = 1800
START_TIMEOUT = 900
COMPLETION_TIMEOUT = 120

# Name and code of each cell.
CELLS = {
    "first": "let x = 1 + 1;",
    "dep": "use neurocomp::ndarray::prelude::*;",
    "scalar": 'let a: f64 = 3.0; println!("{}", a * x as f64);',
    "function": "fn leak(v: f64) -> f64 { -v / 20.0 }",
    "loop": "let mut v = vec![0.0f64; 100_000]; "
    "for i in 0..99_999 { v[i+1] = v[i] + 0.1 * (leak(v[i]) + 20.5 / 20.0); if v[i+1] > 20.0 { v[i+1] = 0.0; } } "
    'println!("{:.3}", v[99_999]);',
    "infer": 'let w = v.iter().map(|u| u * 2.0).collect::<Vec<f64>>(); println!("{}", w.len());',
    "array": 'let y = Array1::linspace(0.0, 1.0, 200).mapv(|t: f64| (6.28 * t).sin()); println!("{:.3}", y.sum());',
    "expr": "y.len()",
    "plot": "let mut p = neurocomp::plotly::Plot::new(); p.add_trace(neurocomp::plotly::Scatter::new("
    "(0..200).map(|i| i as f64).collect::<Vec<f64>>(), y.to_vec())); p",
    "table": 'let df = neurocomp::polars::df!("trial" => [1i32, 2, 3], "rate" => [10.0, 12.0, 9.5]).unwrap(); '
    'println!("{}", df.height());',
    "typo": "let q = lenn + 1;",  # a compile error: the message is the result
    "panic": 'let k = w.len(); println!("{}", w[k]);',  # a run-time error: earlier variables must survive
    "again": 'println!("{}", w.len() + 1);',
}
# These use the library, which only KERNEL is sure to have.
NEED_THE_LIBRARY = {"dep", "array", "expr", "plot", "table"}
MUST_FAIL = {"typo", "panic"}
# They prepare others, and are no measure of a cell.
NOT_TYPICAL = {"first", "dep", "array"}
# The last of the cells up to the first figure.
PLOT = "plot"
# The same for ipykernel, which is what students know.
PYTHON_CELLS = {
    "first": "x = 1 + 1",
    "scalar": "a = 3.0\nprint(a * x)",
    "function": "def leak(v): return -v / 20.0",
    "loop": "v = [0.0] * 100_000\n"
    "for i in range(99_999):\n"
    "    v[i+1] = v[i] + 0.1 * (leak(v[i]) + 20.5 / 20.0)\n"
    "    if v[i+1] > 20.0: v[i+1] = 0.0\n"
    "print(v[99_999])",
    "infer": "w = [u * 2.0 for u in v]\nprint(len(w))",
    "typo": "q = lenn + 1",
    "panic": "print(w[len(w)])",
    "again": "print(len(w) + 1)",
}
SMALLEST_CELL = '#[unsafe(no_mangle)] pub extern "C" fn run(x: i32) { println!("{}", x + 1); }'


# --- Measuring ------------------------------------------------------------------------------------------------------


@contextmanager
def started(kernel, cold=False, folder=None):
    """A running kernel: its manager and its client."""
    environment = dict(os.environ, NEUROCOMP_CELL_CACHE="off") if cold else dict(os.environ)
    manager, client = start_new_kernel(
        kernel_name=kernel,
        startup_timeout=START_TIMEOUT,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,  # evcxr says what it did not find
    )
    try:
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def execute(client, code):
    """Runs a cell: seconds, error or None, and the MIME types that were shown."""
    begin = time.perf_counter()
    request, error, shown = client.execute(code), None, []
    while True:
        message = client.get_iopub_msg(timeout=CELL_TIMEOUT)
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "error":
            error = "\n".join(content.get("traceback", []))[-600:]
        elif kind in ("execute_result", "display_data"):
            shown += list(content["data"])
        elif kind == "stream" and content["name"] == "stderr" and "panicked" in content["text"]:
            error = content["text"][-600:]
        elif kind == "status" and content["execution_state"] == "idle":
            return time.perf_counter() - begin, error, shown


def memory(manager):
    """Resident and proportional memory of a kernel's processes, MB."""
    kernel = psutil.Process(manager.provisioner.process.pid)
    processes = [kernel, *kernel.children(recursive=True)]
    resident = sum(process.memory_info().rss for process in processes) / 1e6
    return resident, sum(proportional(process.pid) for process in processes)


def proportional(pid):
    """Proportional memory of a process, MB; not a number where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1e3
    except (OSError, StopIteration):
        return float("nan")


def compiler():
    """The rustc that compiles the cells, called directly: rustup's stand-in for it takes time of its own."""
    record = Path(sys.prefix, "share/neurocomp/library.json")
    if record.exists():
        return json.loads(record.read_text())["rustc"]
    return subprocess.run(["rustup", "which", "rustc"], capture_output=True, text=True, check=True).stdout.strip()


def floor(rustc):
    """Seconds that rustc alone takes for the smallest cell."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "cell.rs")
        source.write_text(SMALLEST_CELL)
        options = ["--edition=2024", "--crate-type=cdylib", "-Copt-level=2", "-Cprefer-dynamic"]
        times = []
        for _ in range(4):
            begin = time.perf_counter()
            subprocess.run([rustc, *options, source, "-o", source.with_suffix(".so")], check=True)
            times.append(time.perf_counter() - begin)
        return min(times)


def completion(client):
    """Seconds for the first and the median of the later completions; not a number if `default` is not offered."""
    execute(client, "use neurocomp::prelude::*;")
    times = []
    for number in range(6):
        code = f"let completion_{number} = LifParams::de"
        begin = time.perf_counter()
        client.complete(code, len(code))
        reply = client.get_shell_msg(timeout=COMPLETION_TIMEOUT)
        while reply["msg_type"] != "complete_reply":
            reply = client.get_shell_msg(timeout=COMPLETION_TIMEOUT)
        times.append(time.perf_counter() - begin)
        if "default" not in " ".join(reply["content"].get("matches", [])):
            return float("nan"), float("nan")
    return times[0], statistics.median(times[1:])


def one_run(kernel, library, ask_completion=False, cold=False):
    """One new kernel and all cells that it has."""
    begin = time.perf_counter()
    with started(kernel, cold) as (manager, client):
        run = {"start": time.perf_counter() - begin, "cells": {}, "errors": {}}
        for name, code in CELLS.items():
            if name in NEED_THE_LIBRARY and not library:
                continue
            if kernel.startswith("python"):
                code = PYTHON_CELLS[name]
            seconds, error, shown = execute(client, code)
            run["cells"][name] = seconds
            if bool(error) != (name in MUST_FAIL):
                run["errors"][name] = error or "no error was reported"
            if name == PLOT:
                run["to_first_plot"] = time.perf_counter() - begin
                run["plot_mime"] = shown
        run["rss"], run["pss"] = memory(manager)
        if ask_completion:
            run["completion"] = completion(client)
            run["rss_after_completion"] = memory(manager)[0]
    return run


def many(kernel, count):
    """Proportional memory of several kernels at once that have each drawn a figure, MB."""
    with ExitStack() as stack:
        kernels = [stack.enter_context(started(kernel)) for _ in range(count)]
        for _, client in kernels:
            for name, code in CELLS.items():
                execute(client, code)
                if name == PLOT:
                    break
        return sum(memory(manager)[1] for manager, _ in kernels)


def notebook(kernel, path, cold=False):
    """All code cells of a notebook: their number, times, failures, and the memory after them."""
    cells = [cell for cell in json.loads(Path(path).read_text())["cells"] if cell["cell_type"] == "code"]
    times, failed = [], 0
    with started(kernel, cold, folder=str(Path(path).parent)) as (manager, client):
        for cell in cells:
            seconds, error, _ = execute(client, "".join(cell["source"]))
            times.append(seconds)
            failed += bool(error) != ("raises-exception" in cell["metadata"].get("tags", []))
        return {
            "cells": len(cells),
            "sum": sum(times),
            "median": statistics.median(times),
            "slowest": max(times),
            "failed": failed,
            "memory": memory(manager),
        }


# --- Telling --------------------------------------------------------------------------------------------------------


def median(runs, value):
    return statistics.median(value(run) for run in runs)


def tell_cells(name, runs):
    """The medians of all runs, cold and warm."""
    start = median(runs, lambda run: run["start"])
    resident, shared = median(runs, lambda run: run["rss"]), median(runs, lambda run: run["pss"])
    line = f"{name}: start {start:.2f} s, memory {resident:.0f} MB (PSS {shared:.0f})"
    if "to_first_plot" in runs[0]:
        line += f", start to first plot {median(runs, lambda run: run['to_first_plot']):.2f} s"
    print(line)
    for cell in runs[0]["cells"]:
        errors = runs[0]["errors"].get(cell, "").splitlines()
        error = f"  ERROR {errors[-1]}" if errors else ""
        print(f"    {cell:9s} {median(runs, lambda run: run['cells'][cell]):6.2f} s{error}")


def typical(run):
    return [cell for cell in run["cells"] if cell not in NOT_TYPICAL]


def tell_in_floors(word, runs, floor_time):
    cells = [median(runs, lambda run: run["cells"][cell]) for cell in typical(runs[0])]
    start, plot = median(runs, lambda run: run["start"]), median(runs, lambda run: run["to_first_plot"])
    cell = statistics.median(cells)
    print(
        f"{word}: start {start:.2f} s, from there to the first plot {(plot - start) / floor_time:.1f} F, "
        f"median cell {cell:.3f} s = {cell / floor_time:.2f} F, slowest {max(cells):.2f} s"
    )


def tell_completion(runs):
    first, later = (median(runs, lambda run: run["completion"][part]) for part in (0, 1))
    then = median(runs, lambda run: run["rss_after_completion"])
    print(f"completion: first {first:.2f} s, later {later:.2f} s, memory then {then:.0f} MB")


def tell_notebook(path, word, result, floor_time):
    resident, shared = result["memory"]
    print(
        f"{path} {word}: {result['cells']} cells in {result['sum']:.1f} s, "
        f"median {result['median']:.3f} s = {result['median'] / floor_time:.2f} F, slowest {result['slowest']:.2f} s, "
        f"{result['failed']} failed, memory {resident:.0f} MB (PSS {shared:.0f})",
        flush=True,
    )


def tell_ratios(name, runs, others):
    def ratio(value):
        return median(runs, value) / median(others, value)

    cells = [ratio(lambda run: run["cells"][cell]) for cell in typical(runs[0]) if cell in others[0]["cells"]]
    print(
        f"ratio to {name}: start {ratio(lambda run: run['start']):.2f}, "
        f"cells (median) {statistics.median(cells):.2f}, memory {ratio(lambda run: run['rss']):.2f}"
    )


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kernel", default="neurocomp")
    parser.add_argument("--against", metavar="KERNEL", help="another kernel, for the ratios")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    parser.add_argument("--completion", action="store_true", help="time completion, too")
    parser.add_argument("--many", type=int, metavar="N", help="memory of N kernels at once")
    parser.add_argument("--notebook", action="append", default=[], help="run a whole notebook, cold and twice warm")
    return parser.parse_args()


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the kernels end, too
    chosen = options()
    names = [chosen.kernel, *([chosen.against] if chosen.against else [])]
    results, floors, rustc = {name: [] for name in names}, [], compiler()
    for number in range(chosen.runs + 1):
        floors.append(floor(rustc))
        for name in names:
            is_ours = name == chosen.kernel
            results[name].append(one_run(name, is_ours, chosen.completion and is_ours, cold=number == 0))
    floor_time, runs = statistics.median(floors), results[chosen.kernel]

    print(f"floor: rustc alone {floor_time:.3f} s")
    for name in names:
        tell_cells(name, results[name])
    tell_in_floors("cold", runs[:1], floor_time)
    if len(runs) > 2:
        tell_in_floors("warm", runs[2:], floor_time)
    if chosen.completion:
        tell_completion(runs)
    if chosen.many:
        print(f"{chosen.many} kernels: PSS {many(chosen.kernel, chosen.many):.0f} MB", flush=True)
    for path in chosen.notebook:
        for word in ("cold", "first", "again"):
            tell_notebook(path, word, notebook(chosen.kernel, path, cold=word == "cold"), floor_time)
    if chosen.against:
        tell_ratios(chosen.against, runs, results[chosen.against])
    if chosen.json:
        chosen.json.write_text(json.dumps(results, indent=1))
    sys.exit(1 if any(run["errors"] for of_kernel in results.values() for run in of_kernel) else 0)


if __name__ == "__main__":
    main()
