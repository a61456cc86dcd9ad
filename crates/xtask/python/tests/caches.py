"""Memories of compiled cells for the tests: a user's own, and an installation with one beside its library."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import nbformat
from kernel import SHARE, CellLog, Kernel

PYTHON = pathlib.Path(__file__).resolve().parents[1]
# No memory at all.
OFF = {"NEUROCOMP_CELL_CACHE": "off"}


class Cache:
    """A user's memory, empty at first, and the log of the kernels that use it. A kernel that sees another part of the
    file system finds both in the folder `seen_as`."""

    def __init__(self, folder, seen_as=None):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder
        self.log = CellLog(folder / "cells.log" if seen_as else folder.with_suffix(".log"))
        self._variables = {
            "XDG_CACHE_HOME": seen_as or str(folder),
            "NEUROCOMP_CELL_LOG": f"{seen_as}/cells.log" if seen_as else str(self.log.file),
        }

    def environment(self, more=None):
        return {**self._variables, **(more or {})}

    def kernel(self, env=None, **options):
        return Kernel(env=self.environment(env), **options)


def entries(folder):
    """The files of a memory that each hold a cell."""
    return sorted(file for file in folder.rglob("*") if re.fullmatch("[0-9a-f]{64}", file.name))


class Installation:
    """A second installation, with a memory beside its library. What is large in it is that of the first."""

    def __init__(self, folder):
        self.folder = folder
        self.share = folder / "share/neurocomp"
        self.program = self.share / "bin/neurocomp-kernel"
        self.program.parent.mkdir(parents=True)
        for entry in SHARE.iterdir():
            if entry.name not in ("bin", "cells", "library.json"):
                (self.share / entry.name).symlink_to(entry)
        # The program finds its library by where it stands: a link to it would lead to the first one's.
        shutil.copy2(SHARE / "bin/neurocomp-kernel", self.program)
        shutil.copy(SHARE / "library.json", self.share)
        spec = folder / "share/jupyter/kernels/neurocomp/kernel.json"
        spec.parent.mkdir(parents=True)
        argv = [str(self.program), "--control_file", "{connection_file}"]
        spec.write_text(
            json.dumps({"argv": argv, "display_name": "copy", "language": "rust", "interrupt_mode": "message"})
        )

    def library(self):
        return json.loads((self.share / "library.json").read_text())

    def change(self, **fields):
        """Changes what the kernel is told of the library."""
        (self.share / "library.json").write_text(json.dumps(self.library() | fields))

    def notebook(self, name, codes):
        """Writes a notebook of these cells."""
        path = self.folder / f"{name}.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in codes]), path)
        return path

    def warm(self, *arguments):
        """What the set-up does at its end."""
        command = [sys.executable, PYTHON / "warm_cells.py", *arguments]
        env = {**os.environ, "JUPYTER_PATH": str(self.folder / "share/jupyter"), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(command, env=env, capture_output=True, text=True, timeout=120)
