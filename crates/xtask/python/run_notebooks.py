"""Runs notebooks in the real kernel, cell by cell, and says which did not do what they should.

    python run_notebooks.py [--save DIR] [--plain LIBRARY] [--solution NOTEBOOK ...] [--student NOTEBOOK ...]

A cell fails on an error message, and on anything on stderr that is not a message of the build: plain evcxr answers "ok" to
a cell that panicked or from which an `Err` came, and says so there. With `--plain`, notebooks run in plain evcxr, which
compiles the library in a cell in front of theirs.

In a solution, cells tagged `check` must show a verdict that passed, cells tagged `figure` a figure, and cells tagged
`raises-exception` must fail. In a student copy, the check of each exercise must end in the "not done yet" message.
Each notebook is one test; the last line counts them.
"""

import argparse
import queue
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel

CELL_TIMEOUT = 600
# Plain evcxr compiles the library and all that it needs, with its own options.
PLAIN_BUILD_TIMEOUT = 2 * 3600
BUILD_MESSAGE = re.compile(
    r"^\s*(Adding|Blocking|Building|Checking|Compiling|Downloaded|Downloading|Finished|Fresh|Locking|Updating)\b"
)
NOT_DONE = re.compile(r"not done yet|pas encore fait", re.IGNORECASE)
RUDE = re.compile(r"panicked at|stack backtrace|error\[E\d+\]|✗")
PASSED = re.compile(r'data-check="passed"|✓')
PLOTLY = "application/vnd.plotly.v1+json"
# What a page without the Plotly extension (nbconvert, GitHub) can show of a figure.
FALLBACKS = {"text/html", "image/svg+xml", "image/png"}


@dataclass
class Outcome:
    """What came back from one cell."""

    seconds: float = 0.0
    count: int | None = None
    outputs: list = field(default_factory=list)
    # Those that may be exchanged, by their names.
    displays: dict = field(default_factory=dict)
    stderr: str = ""
    error: str = ""

    def trouble(self):
        """The first thing that went wrong, or ''."""
        lines = [line for line in self.stderr.splitlines() if line.strip() and not BUILD_MESSAGE.match(line)]
        return self.error or "\n".join(lines)

    def shown(self):
        """All text that the reader sees."""
        parts = [self.stderr, self.error]
        for output in self.outputs:
            parts.append(output.get("text", ""))
            parts += [str(value) for mime, value in output.get("data", {}).items() if mime.startswith("text/")]
        return "\n".join(parts)

    def mimes(self):
        return [set(output.get("data", {})) for output in self.outputs]


def judge(tags, outcome, student):
    """What is wrong with the outcome of a cell with these tags, or ''."""
    trouble, shown = outcome.trouble(), outcome.shown()
    not_done = bool(NOT_DONE.search(shown))
    if "raises-exception" in tags:
        return "" if trouble else "was meant to fail and did not"
    if not_done and not student:
        return "says that something is not done yet:\n" + shown
    if not_done:
        return "is not polite about what is missing:\n" + shown if RUDE.search(shown) else ""
    if trouble:
        return trouble
    passed = bool(PASSED.search(shown))
    if "check" in tags and student:
        return "the check must say that the exercise is not done yet" + (", but it passed" if passed else "")
    if "check" in tags and not passed:
        return "the check did not pass:\n" + shown
    if "figure" in tags:
        return judge_figure(outcome)
    return ""


def judge_figure(outcome):
    figures = [mimes for mimes in outcome.mimes() if PLOTLY in mimes]
    if not figures:
        return "shows no figure"
    if not figures[0] & FALLBACKS:
        return f"the figure has nothing for pages without the Plotly extension: {sorted(figures[0])}"
    return ""


class Dead(Exception):
    """The kernel process ended."""


def execute(manager, client, code, is_over=lambda: False, timeout=CELL_TIMEOUT):
    """Runs one cell as a front end does: until the kernel is idle again, or `is_over()` says that it takes too long."""
    started, outcome = time.perf_counter(), Outcome()
    request = client.execute(code)
    while True:
        try:
            message = client.get_iopub_msg(timeout=1)
        except queue.Empty:
            if not manager.is_alive():
                raise Dead("the kernel ended")
            if time.perf_counter() - started > timeout:
                raise Dead(f"no end after {timeout} s")
            if is_over():
                raise Dead("the time was over")
            continue
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status" and content["execution_state"] == "idle":
            outcome.seconds = time.perf_counter() - started
            return outcome
        if kind == "execute_input":
            outcome.count = content["execution_count"]
        if kind == "stream" and content["name"] == "stderr":
            outcome.stderr += content["text"]
        if kind == "error":
            lines = [*content.get("traceback", []), content.get("evalue", "")]
            outcome.error = "\n".join(dict.fromkeys(lines)).strip() or "error"
        name = content.get("transient", {}).get("display_id")
        if kind == "update_display_data":
            for output in outcome.displays.get(name, []):
                output["data"] = content["data"]
        if kind in ("stream", "error", "execute_result", "display_data"):
            outcome.outputs.append(nbformat.v4.output_from_msg(message))
        if kind == "display_data" and name:
            outcome.displays.setdefault(name, []).append(outcome.outputs[-1])


def run(path, student, save, plain=None):
    """Runs one notebook; returns its problems."""
    started = time.perf_counter()
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    problems, times, not_done = [], [], 0
    name = "rust" if plain else "neurocomp"
    manager, client = start_new_kernel(kernel_name=name, startup_timeout=300, cwd=str(path.parent))
    ready = time.perf_counter() - started
    try:
        if plain:
            line = f':dep neurocomp = {{ path = "{plain}" }}'
            outcome = execute(manager, client, line, timeout=PLAIN_BUILD_TIMEOUT)
            problems += [outcome.error] if outcome.error else []
            print(f"  {line}: {outcome.seconds:.0f} s  {outcome.error}", flush=True)
        for number, cell in enumerate(notebook.cells, start=1):
            if cell.cell_type != "code":
                continue
            outcome = execute(manager, client, cell.source)
            cell.outputs, cell.execution_count = outcome.outputs, outcome.count
            times.append(outcome.seconds)
            problem = judge(cell.metadata.get("tags", []), outcome, student)
            postponed = student and bool(NOT_DONE.search(outcome.shown()))
            not_done += postponed
            first = cell.source.strip().splitlines()[0][:70]
            state = "FAILED" if problem else "not done yet" if postponed else "ok"
            print(f"  cell {number:3} {outcome.seconds:7.2f} s  {state:12}  {first}", flush=True)
            if problem:
                problems.append(problem)
                print("    " + clean(problem)[-3000:].replace("\n", "\n    "), flush=True)
    except Dead as death:
        problems.append(str(death))
        print(f"  {death}", flush=True)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=False)
    has_exercises = any("exercise" in cell.metadata.get("tags", []) for cell in notebook.cells)
    if student and has_exercises and not not_done and not problems:
        problems.append("no exercise says that it is not done yet")
        print("  " + problems[-1])
    if save:
        write(notebook, save / path.parent.name / path.name)
    median = sorted(times)[len(times) // 2] if times else 0.0
    print(
        f"{'FAILED' if problems else 'ok'}: {path}: {len(times)} cells in {time.perf_counter() - started:.1f} s "
        f"(kernel ready after {ready:.1f} s, median cell {median:.2f} s, slowest {max(times, default=0.0):.2f} s)",
        flush=True,
    )
    return problems, sum(times)


def write(notebook, file):
    """Keeps the notebook with its outputs, where that is possible: the checkout may be read-only."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, file)
    except OSError as error:
        print(f"  not saved: {error}")


def report(times):
    """How long the cells of each notebook took, compiling and computing; and of the six sessions of the course."""
    for name, seconds in times.items():
        print(f"  {seconds:7.1f} s  {name}")
    sessions = {name: seconds for name, seconds in times.items() if re.match(r"td\d", name)}
    if len(sessions) > 1:
        print(f"  {sum(sessions.values()):7.1f} s  the {len(sessions)} tutorials together", flush=True)


def clean(text):
    """Without the colours of a terminal."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--save", type=Path, help="folder for the notebooks with their outputs")
    parser.add_argument("--solution", type=Path, action="append", default=[], metavar="NOTEBOOK")
    parser.add_argument("--student", type=Path, action="append", default=[], metavar="NOTEBOOK")
    parser.add_argument("--plain", metavar="LIBRARY", help="run in plain evcxr, with this crate as a dependency")
    options = parser.parse_args()
    passed = failed = 0
    for paths, student in ((options.solution, False), (options.student, True)):
        times = {}
        for path in paths:
            print(f"{path}", flush=True)
            try:
                problems, times[path.stem] = run(path.resolve(), student, options.save, options.plain)
            except Exception as error:  # a missing file, a kernel that does not start: the others still run
                problems = [f"{type(error).__name__}: {error}"]
                print("FAILED: " + problems[0], flush=True)
            failed, passed = failed + bool(problems), passed + (not problems)
        report(times)
    print(f"{passed} passed, {failed} failed, 0 skipped")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
