"""What students have of the kernel: compiled cells are remembered, though they solve the exercises otherwise than the solution; and
what they have solved is noted in their working copy."""

import os

import nbformat
import pytest
import students
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


@pytest.mark.parametrize(("notebook", "solved"), [("td3.ipynb", 1), ("td3-solution.ipynb", 0)])
def test_an_exercise_is_noted_once_its_check_passes(tmp_path, notebook, solved):
    """Jupyter tells the kernel the notebook's path. A solution does not count."""
    (tmp_path / "en").mkdir()
    (tmp_path / ".neurocomp").mkdir()
    table = "en/td3.ipynb\tA neuron\tcv intervals\nen/td3-solution.ipynb\tA neuron\t\n"
    (tmp_path / ".neurocomp/course.tsv").write_text(table)
    with Kernel(cwd=tmp_path / "en", env={"JPY_SESSION_NAME": str(tmp_path / "en" / notebook)}) as kernel:
        kernel.good(PRELUDE)
        kernel.run("fn cv(isi: &[f64]) -> f64 { 1.0 }")
        assert "✗" in kernel.run("check::lif::cv(cv)").all_text
        assert "0 / 2" in kernel.run("course::progress()").all_text
        kernel.run("fn cv(isi: &[f64]) -> f64 { let isi = Array1::from_vec(isi.to_vec()); isi.std(0.0) / isi.mean().unwrap() }")
        assert "✓" in kernel.run("check::lif::cv(cv)").all_text
        assert f"td3 (A neuron): {solved} / 2" in kernel.run("course::progress()").all_text
