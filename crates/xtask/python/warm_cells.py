"""Runs notebooks once, so that the kernel remembers their compiled cells for everybody.

    python warm_cells.py [--jobs 2] [--seconds 240] NOTEBOOK ...

The kernel puts the cells into the memory beside the library, which all users of the installation read. What counts is
that they are compiled; what goes wrong in a notebook is told and stops nothing: a cell that is not remembered is
compiled when somebody runs it. When the time is over, the notebooks that are left are left out.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import get_kernel_spec
from jupyter_client.manager import start_new_kernel
from run_notebooks import Dead, clean, execute, judge

KERNEL = "neurocomp"
# Time between two lines where there is no terminal.
SECONDS_PER_LINE = 20


class Warming:
    """The notebooks that are to be run, and how far they are. Several threads work on it."""

    def __init__(self, notebooks, seconds):
        self.waiting = list(notebooks)
        self.running = []
        self.total = len(notebooks)
        self.done = 0
        self.begin = time.monotonic()
        self.seconds = seconds
        self.stopped = False
        self.troubles = []
        self._lock = threading.Lock()

    def is_over(self):
        return self.stopped or time.monotonic() - self.begin > self.seconds

    def work(self):
        """Runs one notebook after the other."""
        while (path := self._next()) is not None:
            try:
                troubles, is_whole = warm(path, self.is_over)
            except Exception as error:  # a missing file, a kernel that does not start: the others still run
                troubles, is_whole = [f"{type(error).__name__}: {error}"], True
            with self._lock:
                self.running.remove(path)
                self.done += is_whole
                self.troubles += [f"{name(path)}: {trouble}" for trouble in troubles]

    def _next(self):
        with self._lock:
            if self.is_over() or not self.waiting:
                return None
            self.running.append(self.waiting.pop(0))
            return self.running[-1]

    def line(self):
        """How far it is, in plain counts."""
        with self._lock:
            names = ", ".join(name(path) for path in self.running) or "starting"
        return f"cells: {self.done} of {self.total} notebooks · {names} · {self.time()}"

    def time(self):
        return duration(time.monotonic() - self.begin)

    def summary(self):
        """What there is to say at the end."""
        folder = memory()
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
        left_out = self.total - self.done
        lines = [f"cells: {self.done} of {self.total} notebooks · {self.time()} · {size:.0f} MB"]
        if left_out:
            lines.append(f"cells: {left_out} left out: what is new in them is compiled when somebody runs it")
        if not size:
            lines.append(f"cells: none are in {folder}: can this folder be written?")
        return lines


def warm(path, is_over):
    """Runs a notebook; what went wrong, and whether it was run to its end."""
    notebook = nbformat.read(path, as_version=4)
    manager, client = start_new_kernel(
        kernel_name=KERNEL,
        startup_timeout=120,
        cwd=str(path.parent),
        env=dict(os.environ, NEUROCOMP_CELL_CACHE="fill"),
        stdout=subprocess.DEVNULL,  # evcxr says what it did not find
    )
    troubles = []
    try:
        for number, cell in enumerate(notebook.cells, start=1):
            if cell.cell_type != "code":
                continue
            if is_over():
                return troubles, False
            outcome = execute(manager, client, cell.source, is_over)
            problem = judge(cell.metadata.get("tags", []), outcome, student=False)
            if problem:
                troubles.append(f"cell {number}: {first_words(clean(problem))}")
        return troubles, True
    except Dead as death:
        return ([], False) if is_over() else ([*troubles, str(death)], True)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=False)


def first_words(text):
    """Its first line that says something."""
    return next((line.strip() for line in text.splitlines() if re.search(r"\w", line)), text)


def memory():
    """The folder in which the kernel keeps the cells for everybody."""
    program = Path(get_kernel_spec(KERNEL).argv[0])
    return program.parents[1] / "cells"


def name(path):
    """`td3` of notebooks/en/td3-solution.ipynb, `td3 (fr)` of the French one."""
    return path.stem.removesuffix("-solution") + (" (fr)" if path.parent.name == "fr" else "")


def duration(seconds):
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"


def watch(warming, threads):
    """Shows how far it is until it is done: one line that changes on a terminal, a line now and then elsewhere."""
    on_terminal = sys.stderr.isatty()
    next_line, told = 0.0, 0
    while any(thread.is_alive() for thread in threads):
        now = time.monotonic() - warming.begin
        for trouble in warming.troubles[told:]:
            show(f"cells: {trouble}", on_terminal)
            told += 1
        if on_terminal:
            width = os.get_terminal_size(sys.stderr.fileno()).columns or 80
            print(f"\r\x1b[K{warming.line()[: width - 1]}", end="", file=sys.stderr, flush=True)
        elif now >= next_line:
            print(warming.line(), file=sys.stderr, flush=True)
            next_line = now + SECONDS_PER_LINE
        time.sleep(0.2)
    for line in [*(f"cells: {trouble}" for trouble in warming.troubles[told:]), *warming.summary()]:
        show(line, on_terminal)


def show(line, on_terminal):
    start = "\r\x1b[K" if on_terminal else ""
    print(start + line, file=sys.stderr, flush=True)


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the kernels end, too
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jobs", type=int, default=2, help="notebooks to run at once")
    parser.add_argument("--seconds", type=float, default=240, help="time after which no notebook goes on")
    parser.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK")
    options = parser.parse_args()
    warming = Warming([path.resolve() for path in options.notebooks], options.seconds)
    threads = [threading.Thread(target=warming.work) for _ in range(options.jobs)]
    for thread in threads:
        thread.start()
    try:
        watch(warming, threads)
    finally:
        warming.stopped = True  # after Ctrl-C, the threads still end their kernels
        for thread in threads:
            thread.join()


if __name__ == "__main__":
    main()
