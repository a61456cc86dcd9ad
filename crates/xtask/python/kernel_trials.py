"""Trials of the kernel that take too long for every run of the tests.

    python kernel_trials.py starts [--count 30]
    python kernel_trials.py together [--count 10]
    python kernel_trials.py cells [--count 500]
    python kernel_trials.py setup
    python kernel_trials.py crashes [--count 1000]

| trial | what it does |
| --- | --- |
| `starts` | starts a kernel, runs a cell, shuts it down; again and again |
| `together` | starts kernels at the same time, for whose user nobody has ever started one |
| `cells` | runs many cells of all kinds in one kernel |
| `setup` | runs `cargo xtask setup --no-warm` while two kernels work |
| `crashes` | cells that are interrupted, overflow, abort, write where they must not, take all memory or panic, at random among ordinary ones; then the same with tables |

Each prints its figures and looks for what is left: processes, folders of sessions, memory. The exit code is 1 if something
is left or went wrong. Times are seconds, memory is MB, resident.
"""

import argparse
import collections
import contextlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

PYTHON = Path(__file__).resolve().parent
ROOT = PYTHON.parents[2]
sys.path.insert(0, str(PYTHON / "tests"))
from kernel import PRELUDE, Kernel, is_gone  # noqa: E402

SUM = 'println!("{}", Array1::linspace(0.0, 1.0, 5).sum());'


class Trial:
    """Collects what is wrong."""

    def __init__(self):
        self.faults = []

    def expect(self, is_right, fault):
        if not is_right:
            self.faults.append(fault)
            print(f"    wrong: {fault}", flush=True)

    @contextlib.contextmanager
    def nothing_is_left(self):
        """Whatever happens inside, no process and no folder is more than before."""
        before = leftovers()
        yield
        left = new_leftovers(before)
        deadline = time.monotonic() + 5
        while left and time.monotonic() < deadline:
            time.sleep(0.1)
            left = new_leftovers(before)
        print(f"left over: {len(left)} processes and folders of sessions", flush=True)
        self.expect(not left, f"left over: {left}")


def leftovers():
    """The kernels' processes and folders, also those of others who use this machine."""
    processes = {f"process {process.pid}" for process in psutil.process_iter(["name"]) if is_of_a_kernel(process)}
    folders = {str(folder) for parent in session_parents() for folder in parent.glob(f"neurocomp-{os.getuid()}-*")}
    return processes | folders


def new_leftovers(before):
    """What is there and was not, and is not of a kernel that somebody else has started meanwhile."""
    ours = {f"process {child.pid}" for child in psutil.Process().children(recursive=True) if not is_gone(child)}
    orphans = {f"process {process.pid}" for process in psutil.process_iter(["ppid", "name"]) if process.info["ppid"] == 1 and is_of_a_kernel(process)}
    folders = {entry for entry in leftovers() if not entry.startswith("process") and not is_in_use(entry)}
    return sorted((ours | orphans | folders) - before)


def is_of_a_kernel(process):
    return process.info["name"].startswith("neurocomp-kern")


def session_parents():
    return {Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp"), Path("/dev/shm")}


def is_in_use(folder):
    """Whether a kernel that runs has this folder: its name holds the number of the process."""
    return psutil.pid_exists(int(folder.rsplit("-", 2)[1]))


def spread(name, values, unit="s"):
    print(f"{name}: median {statistics.median(values):.2f} {unit}, slowest {max(values):.2f} {unit}, n = {len(values)}", flush=True)


def megabytes(kernel):
    return kernel.memory() / 1e6


# --- The trials -------------------------------------------------------------------------------------------------------


def starts(trial, count):
    """What grows with each start would show here."""
    times, first_cells, ends, cached = [], [], [], []
    available = psutil.virtual_memory().available / 1e6
    with trial.nothing_is_left(), tempfile.TemporaryDirectory() as cache, tempfile.TemporaryDirectory() as temporary:
        for _ in range(count):
            kernel = Kernel(env={"XDG_CACHE_HOME": cache, "TMPDIR": temporary})
            times.append(kernel.start_seconds)
            first_cells.append(kernel.good(PRELUDE).seconds)
            kernel.good(SUM)
            processes, session = kernel.processes(), kernel.session()
            trial.expect(session.parent == Path(temporary), f"the session's folder is {session}")
            begin = time.perf_counter()
            kernel.shut_down()
            ends.append(time.perf_counter() - begin)
            trial.expect(all(map(is_gone, processes)), "a process lives on after its kernel's end")
            trial.expect(not list(Path(temporary).iterdir()), f"files are left: {list(Path(temporary).iterdir())}")
            cached.append(sum(file.stat().st_size for file in Path(cache).rglob("*") if file.is_file()) / 1e6)
    spread("start", times)
    spread("first cell", first_cells)
    spread("end", ends)
    print(f"compiled cells: {cached[0]:.2f} MB after the first kernel, {cached[-1]:.2f} MB after the last")
    print(f"memory of the machine: {available - psutil.virtual_memory().available / 1e6:.0f} MB less available than before")
    trial.expect(cached[-1] < cached[0] + 0.1, "the memory of compiled cells grows though they are the same")
    trial.expect(max(ends) < 5, "an end took more than 5 s")


def together(trial, count):
    """All look for the same memory of compiled cells, which none has made yet."""
    with trial.nothing_is_left(), tempfile.TemporaryDirectory() as cache:
        begin = time.perf_counter()

        def one(number):
            kernel = Kernel(env={"XDG_CACHE_HOME": cache})
            ready = time.perf_counter() - begin
            kernel.good(PRELUDE)
            answers = [kernel.good(f"let own = {number};\nprintln!(\"{{own}}\");").stdout, kernel.good(SUM).stdout]
            return kernel, ready, time.perf_counter() - begin, answers

        with ThreadPoolExecutor(count) as pool:
            results = list(pool.map(one, range(count)))
        for number, (_, _, _, answers) in enumerate(results):
            trial.expect(answers == [f"{number}\n", "2.5\n"], f"kernel {number} answered {answers}")
        memory = [megabytes(kernel) for kernel, *_ in results]
        for kernel, *_ in results:
            kernel.shut_down()
    spread("ready, from the first start", [ready for _, ready, _, _ in results])
    spread("three cells done, from the first start", [done for _, _, done, _ in results])
    print(f"memory of each: median {statistics.median(memory):.0f} MB, all {sum(memory):.0f} MB")


def mixed_cell(number):
    """A cell as in a notebook: a new function, a variable, a figure, an array, an error now and then."""
    match number % 10:
        case 0:
            return f"fn leak_{number}(v: f64) -> f64 {{ -v / {number + 1}.0 }}", "ok"
        case 1:
            return f"let value_{number} = leak_{number - 1}(1.0) + {number}.5;", "ok"
        case 2:
            return f"let array = Array1::linspace(0.0, {number}.0, 1000);", "ok"
        case 3:
            return 'plot::line(&array, &array, "t (ms)", "V (mV)")', "ok"
        case 4:
            return f'for i in 0..{number} {{ println!("{{i}}"); }}', "ok"
        case 5:
            return f"let wrong_{number} = nowhere_{number};", "error"
        case 6:
            return f"array[{number} + 1000]", "error"
        case 7:
            return f"struct Cell{number} {{ v: f64 }}\nlet cell = Cell{number} {{ v: {number}.0 }};\ncell.v", "ok"
        case 8:
            return f"array.mapv(|x| x * {number}.0).sum()", "ok"
        case _:
            return f"// {number}\n{number}", "ok"


def cells(trial, count):
    """Neither a cell's time nor the memory may grow with the number of cells before it."""
    seconds, memory = [], []
    with trial.nothing_is_left(), Kernel(env={"NEUROCOMP_CELL_CACHE": "off"}) as kernel:
        kernel.good(PRELUDE)
        session = kernel.session()
        for number in range(count):
            code, status = mixed_cell(number)
            output = kernel.run(code)
            trial.expect(output.status == status, f"cell {number} ({code!r}): {output}")
            seconds.append(output.seconds)
            if (number + 1) % max(count // 10, 1) == 0:
                memory.append(megabytes(kernel))
                files = [file for file in session.rglob("*") if file.is_file() and not file.is_symlink()]
                used = sum(file.stat().st_blocks for file in files) * 512 / 1e6
                recent = statistics.median(seconds[-max(count // 10, 1) :])
                print(f"    {number + 1:4} cells: median {recent:.3f} s, memory {memory[-1]:.0f} MB, {len(files)} files of {used:.1f} MB", flush=True)
    tenth = max(count // 10, 1)
    first, last = statistics.median(seconds[:tenth]), statistics.median(seconds[-tenth:])
    spread("cell", seconds)
    print(f"the last tenth took {last / first:.2f} of the first, and {memory[-1] - memory[0]:.0f} MB more")
    trial.expect(last < 1.5 * first + 0.05, "cells become slower")
    trial.expect(memory[-1] - memory[0] < 100, "memory grows")


def setup(trial, _):
    """The set-up has nothing to change in an installation that is current; kernels go on meanwhile and afterwards."""
    command = ["cargo", "xtask", "setup", "--no-warm", "--prefix", sys.prefix]
    done, runs = threading.Event(), [0, 0]

    def work(number, kernel):
        kernel.good(f"{PRELUDE}\nlet mut sum = 0;")
        while not done.is_set():
            kernel.good(f"sum += {number};\nlet x = Array1::linspace(0.0, {runs[number]}.5, 5);")
            runs[number] += 1
        return kernel.good("println!(\"{sum}\");").stdout

    with trial.nothing_is_left(), Kernel() as one, Kernel() as other, ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(work, number, kernel) for number, kernel in enumerate((one, other))]
        begin = time.perf_counter()
        finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        took = time.perf_counter() - begin
        time.sleep(2)
        done.set()
        trial.expect(finished.returncode == 0, f"the set-up failed:\n{finished.stdout}{finished.stderr}")
        for number, answer in enumerate(answers):
            text = answer.result()
            trial.expect(text == f"{number * runs[number]}\n", f"kernel {number} has {text!r} after {runs[number]} cells")
        trial.expect(one.good("1 + 1").data.get("text/plain") == "2", "a kernel has no more values")
    print(f"set-up: {took:.1f} s, meanwhile {runs[0]} and {runs[1]} cells")
    trial.expect(min(runs) > 0, "a kernel ran no cell")


# Variables of several kinds, and a number that depends on each bit of them.
VARIABLES = """
let mut v: Vec<f64> = (0..500_000).map(|k| (k as f64).sqrt()).collect();
let mut words = std::collections::BTreeMap::from([(1, "one".to_owned()), (2, "two".to_owned())]);
let train = SpikeTrain::new(vec![1.5, 20.25, 77.125], 0.0, 100.0)?;
let shared = std::rc::Rc::new(std::cell::RefCell::new(vec![1.0f64; 64]));
"""
MARK = """{
    let mut mark = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |bits: u64| mark = (mark ^ bits).wrapping_mul(0x100_0000_01b3);
    v.iter().chain(train.times()).chain(shared.borrow().iter()).for_each(|x| add(x.to_bits()));
    words.iter().for_each(|(k, word)| { add(*k as u64); word.bytes().for_each(|byte| add(byte.into())) });
    println!("{mark:016x} {}", v.len());
}"""
ORDINARY = [
    "v[7] += 0.5; v.push(1.0);",
    'words.insert(words.len() as i32 + 1, "more".to_owned());',
    "shared.borrow_mut()[3] *= 1.25;",
    "let mean = v.iter().sum::<f64>() / v.len() as f64; println!(\"{mean}\");",
    # These share their work among threads.
    "{ let n = Lif::new(LifParams::default())?; let map = n.rate_cv_map(&array![18.0, 22.0], &array![1.0, 3.0], 0.1, 500.0, 1)?; v[9] += map.rate.sum(); }",
    "let drawn = neurocomp::digits::draw(500, 10, 3).is_ok(); println!(\"{drawn}\");",
]
TABLE = """{
    use neurocomp::polars::prelude::*;
    let table = df!("a" => (0..5000).map(|k| (k * 7919) % 5000).collect::<Vec<i32>>())?;
    println!("{:?}", table.sort(["a"], Default::default())?.height());
}"""
CRASHES = {
    "abort": "v[1] = -1.0; drop(words); std::process::abort();",
    "exit": "v.clear(); std::process::exit(1);",
    "overflow": "fn deep(n: u64) -> u64 { if n == u64::MAX { 0 } else { 1 + deep(std::hint::black_box(n + 1)) } } v[2] = deep(0) as f64;",
    "address": "shared.borrow_mut()[0] = 9.0; unsafe { *(16 as *mut u64) = 1 };",
    "memory": "v[3] = 3.0; let mut all = vec![]; loop { all.push(vec![0u8; 1 << 30]); }",
    "double panic": "struct P; impl Drop for P { fn drop(&mut self) { panic!(\"again\") } } v[5] = 1.0; let _p = P; panic!(\"once\");",
    "panic": "let k = v.len(); println!(\"{}\", v[k]);",
}
INTERRUPTED = {
    "loop": 'println!("begins"); loop { v[4] += 1.0; std::hint::black_box(&v); }',
    "flood": 'loop { println!("begins"); v[4] += 1.0; }',
    "shared work": 'println!("begins"); { let n = Lif::new(LifParams::default())?; loop { let map = n.rate_cv_map(&array![18.0, 22.0], &array![1.0, 3.0], 0.1, 5000.0, 1)?; v[4] += map.rate.sum(); } }',
    "sleep": 'println!("begins"); v[4] = 1.0; std::thread::sleep(std::time::Duration::from_secs(60));',
}
NOTHING_IS_LOST = "Nothing is lost"
COULD_NOT = "They could not be kept this time"


def crashes(trial, count):
    rng = random.Random(1)
    for name, ordinary, times in [("without tables", ORDINARY, count), ("with tables", [*ORDINARY, TABLE], count // 10)]:
        told = collections.Counter()
        waits = []
        with trial.nothing_is_left(), Kernel() as kernel:
            kernel.good(PRELUDE)
            mark = None
            for number in range(times):
                if mark is None:
                    kernel.good(VARIABLES)
                for _ in range(rng.randrange(3)):
                    kernel.good(rng.choice(ordinary))
                mark = kernel.good(MARK).stdout
                kind = rng.choice([*CRASHES, *INTERRUPTED])
                begin = time.perf_counter()
                output = crash(kernel, kind, rng)
                waits.append(time.perf_counter() - begin)
                trial.expect(output.status == "error", f"{number} {kind}: {output}")
                after = kernel.run(MARK)
                if after.stdout == mark:
                    told[f"{kind}: kept"] += 1
                    is_said = NOTHING_IS_LOST in output.error or kind == "panic"
                    trial.expect(is_said, f"{number} {kind}: kept, and not said: {output.error}")
                    continue
                told[f"{kind}: lost"] += 1
                trial.expect(COULD_NOT in output.error, f"{number} {kind}: lost, and not said why: {output.error}")
                trial.expect(after.status == "error", f"{number} {kind}: a wrong value: {after}")
                mark = None
        kept = sum(number for kind, number in told.items() if kind.endswith("kept"))
        print(f"{name}: {kept} of {times} kept ({100 * kept / max(times, 1):.1f} %); {dict(sorted(told.items()))}")
        spread("crash", waits)
        if ordinary is ORDINARY:
            trial.expect(kept >= 0.95 * times, "fewer than 95 % were kept")


def crash(kernel, kind, rng):
    if kind in CRASHES:
        return kernel.run(CRASHES[kind], timeout=60)
    cell = kernel.send(INTERRUPTED[kind])
    kernel.wait_for_output(cell)
    time.sleep(rng.random() * 0.1)
    kernel.interrupt()
    return kernel.receive(cell, timeout=60)


TRIALS = {"crashes": (crashes, 1000), "starts": (starts, 30), "together": (together, 10), "cells": (cells, 500), "setup": (setup, 0)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trial", choices=TRIALS)
    parser.add_argument("--count", type=int, help="how many")
    chosen = parser.parse_args()
    run, count = TRIALS[chosen.trial]
    trial = Trial()
    run(trial, count if chosen.count is None else chosen.count)
    print(f"{chosen.trial}: {'all well' if not trial.faults else f'{len(trial.faults)} faults'}")
    sys.exit(1 if trial.faults else 0)


if __name__ == "__main__":
    main()
