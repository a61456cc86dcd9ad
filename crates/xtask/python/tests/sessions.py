"""Sessions of cells that the tests run: the files of `cells`.

A line `//= FATE: WORDS` ends a cell and says what must become of it; `\\n` in the words is a new line. `//#` begins a
note.

| fate | meaning |
| --- | --- |
| `well` | no error of any kind; the words are in what it shows |
| `told` | it runs, and the words are on its standard error: an open `todo!()`, a variable that is lost |
| `stopped` | it runs until a panic, or until an `Err` leaves it, and the words are in the message |
| `refused` | it does not compile, and the words are in the message |
| `died` | the process of the cells ends with it, and the words say so |
"""

import dataclasses
import pathlib
import re

from kernel import Output, plain

FOLDER = pathlib.Path(__file__).parent / "cells"
END = re.compile(r"//= (well|told|stopped|refused|died)(?:: (.*))?$")


@dataclasses.dataclass
class Step:
    """A cell, and what must become of it."""

    code: str
    fate: str
    words: str = ""

    def check(self, output):
        """Fails where the cell did something else."""
        shown = {
            "well": "" if output.error or output.stderr else output.stdout + " ".join(map(str, output.data.values())),
            "told": output.stderr,
            "stopped": output.error,
            "refused": output.stderr + output.error,
            "died": output.error,
        }[self.fate]
        ended_well = output.status == "ok" and not output.error
        is_as_meant = ended_well == (self.fate in ("well", "told")) and self.words in plain(shown)
        if self.fate == "well":
            is_as_meant = is_as_meant and not output.stderr
        elif self.fate == "stopped":
            is_as_meant = is_as_meant and output.error_name in ("Panic", "Error")
        assert is_as_meant, f"not {self.fate}: {self.words}\n{self.code}\n{output}"


def read(name):
    """The steps of a session."""
    steps, lines = [], []
    for line in (FOLDER / f"{name}.rs").read_text().splitlines():
        end = END.match(line)
        if end:
            steps.append(Step("\n".join(lines).strip("\n"), end[1], (end[2] or "").replace("\\n", "\n")))
            lines = []
        elif not line.startswith("//#"):
            lines.append(line)
    assert not "".join(lines).strip(), f"{name}: the last cell has no end: {lines}"
    return steps


def used_later(steps):
    """Takes steps in pairs, a cell that makes a variable and one that uses it, and puts the next pair's first between
    them."""
    made, used = steps[::2], steps[1::2]
    between = [*made[1:], Step("let unrelated = 1;", "well")]
    later = [step for pair in zip(between, used) for step in pair]
    return [Step("use neurocomp::prelude::*;", "well"), made[0], *later]


@dataclasses.dataclass
class Ran:
    """What became of a step: what it showed, and what the kernel noted of its compilations."""

    step: Step
    output: Output
    notes: list

    def shown(self):
        """All but the time."""
        return dataclasses.replace(self.output, seconds=0.0)


def run(steps, cache, env=None):
    """Runs a session in a new kernel."""
    with cache.kernel(env) as kernel:
        cache.log.new()
        return [Ran(step, kernel.run(step.code), cache.log.new()) for step in steps]
