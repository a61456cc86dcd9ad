"""What students have of the kernel: compiled cells are remembered, though they solve the exercises otherwise than the solution; and
what they have solved is noted in their working copy."""

import contextlib
import json
import os
import re
import subprocess
import urllib.request

import nbformat
import pytest
import students
import test_lab
from jupyter_client import BlockingKernelClient
from kernel import COURSE, PRELUDE, SHARE, Kernel


def test_which_cells_notice_another_solution(tmp_path):
    """Of the next test: what it takes for another program, and for a cell that does not notice."""
    solved = "// The { of a comment.\nfn gain(x: [f64; 2]) -> f64 {\n    x[0]\n}"
    assert students.otherwise(solved) == solved.replace("f64 {", "f64 { let _otherwise = 0;")
    notices = {
        solved: True,
        "fn twice(x: f64) -> f64 { 2.0 * gain([x, x]) }": True,
        "struct Cell { gain: f64 }": True,
        "impl Cell { fn now(&self) -> f64 { twice(self.gain) } }": True,
        'println!("{}", twice(1.0));': True,
        "let cell = Cell { gain: 1.0 };": True,
        'println!("{gain:.2}");': True,
        'println!("gain {}", 1.0); // gain': False,
        "amplifier.gain(2.0) + stage::gain(1.0)": False,
        "let result = other_gain + 1.0;": False,
    }
    cells = [nbformat.v4.new_code_cell(code) for code in notices]
    cells[0].metadata.tags = ["exercise"]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "notebook.ipynb")
    assert {cell.code for cell in students.copy(tmp_path / "notebook.ipynb") if cell.is_unchanged} == {
        code for code, noticed in notices.items() if not noticed
    }


# Two notebooks show it; all take two minutes.
NOTEBOOKS = ["membrane", "plasticity", "td1", "td2", "td3", "td4", "td5", "td6"]
TRIED = NOTEBOOKS if "NEUROCOMP_EVERY" in os.environ else ["td1", "td3"]


@pytest.mark.parametrize("name", TRIED)
def test_it_helps_students(name, cache, capsys):
    """The set-up ran the solution; then comes a student who solves every exercise otherwise."""
    path = COURSE / f"{name}-solution.ipynb"
    cells = students.copy(path)
    if not (SHARE / "cells").is_dir():
        with cache.kernel(cwd=COURSE) as kernel:
            for cell in nbformat.read(path, as_version=4).cells:
                if cell.cell_type == "code":
                    kernel.run(cell.source)
    given, compiled = [], []
    with cache.kernel(cwd=COURSE) as kernel:
        cache.log.new()
        for cell in cells:
            output, notes = kernel.run(cell.code), cache.log.new()
            is_wrong = bool(output.error + output.stderr)
            assert is_wrong == ("raises-exception" in cell.tags), f"{cell.code}\n{output}"
            if not cell.is_exercise and {"compiled", "remembered"} & set(notes):
                given.append(cell)
            if not cell.is_exercise and "compiled" in notes:
                compiled.append(cell)
    unchanged = [cell for cell in given if cell.is_unchanged]
    wrongly = [cell.code for cell in compiled if cell.is_unchanged]
    with capsys.disabled():
        print(
            f"\n{name}: {1 - len(compiled) / len(given):.0%} of {len(given)} given cells are remembered; "
            f"of the {len(unchanged)} that use no exercise {len(unchanged) - len(wrongly)}",
            end=" ",
        )
    assert unchanged and not wrongly, "\n---\n".join(wrongly)


def test_what_is_solved_is_noted_in_the_working_copy(tmp_path):
    """As a student does: starts `cargo xtask lab`, opens a notebook, runs the check. A solution does not count."""
    with started_lab(tmp_path) as address:
        for notebook, solved in (("td3-solution.ipynb", 0), ("td3.ipynb", 1)):
            kernel = opened(address, tmp_path, f"en/{notebook}")
            kernel.good(PRELUDE)
            kernel.run("fn cv(isi: &[f64]) -> f64 { 1.0 }")
            assert "✗" in kernel.run("check::lif::cv(cv)").all_text
            assert noted(kernel) == 0
            kernel.run("fn cv(isi: &[f64]) -> f64 { let isi = Array1::from_vec(isi.to_vec()); isi.std(0.0) / isi.mean().unwrap() }")
            assert "✓" in kernel.run("check::lif::cv(cv)").all_text
            assert noted(kernel) == solved
    assert (tmp_path / "work/.neurocomp/progress.txt").read_text() == "\ntd3 cv solved\n"
    assert (tmp_path / "datasets/v1_spikes.csv").is_file()


def noted(kernel):
    """How many exercises of TD3 are solved, by the table that the index shows."""
    return int(re.search(r"^td3 \(.*\): (\d+) / 12", kernel.good("course::solved()").all_text, re.MULTILINE)[1])


@contextlib.contextmanager
def started_lab(folder):
    """`cargo xtask lab` with its working copy in this folder; yields its address."""
    port = test_lab.free_port()
    process = subprocess.Popen(
        [*test_lab.xtask(), "lab", "--no-browser", "--port", str(port), "--",
         f"--IdentityProvider.token={test_lab.TOKEN}", "--ServerApp.port_retries=0"],
        cwd=test_lab.ROOT,
        env=os.environ | test_lab.private_settings(folder / "jupyter")
        | {"NEUROCOMP_WORK": str(folder), "JUPYTER_RUNTIME_DIR": str(folder / "runtime")},
        start_new_session=True,
    )
    try:
        test_lab.wait_for(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        test_lab.stop(process)


def opened(address, folder, notebook):
    """The kernel that JupyterLab starts when a notebook is opened."""
    session = {"path": notebook, "name": notebook.split("/")[-1], "type": "notebook", "kernel": {"name": "neurocomp"}}
    headers = {"Authorization": f"token {test_lab.TOKEN}"}
    request = urllib.request.Request(f"{address}/api/sessions", json.dumps(session).encode(), headers, method="POST")
    with urllib.request.urlopen(request, timeout=120) as answer:
        number = json.load(answer)["kernel"]["id"]
    return AttachedKernel(folder / "runtime" / f"kernel-{number}.json")


class AttachedKernel(Kernel):
    """A kernel that somebody else has started, and ends."""

    def __init__(self, connection_file):
        self.client = BlockingKernelClient(connection_file=str(connection_file))
        self.client.load_connection_file()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=120)
