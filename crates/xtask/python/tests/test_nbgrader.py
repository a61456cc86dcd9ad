"""The tutorials as nbgrader assignments, with the real nbgrader and the real kernel.

nbgrader has an environment of its own (`NBGRADER_PYTHON`, made by `cargo xtask test`), as it brings extensions into
JupyterLab; the kernel is found in the environment that runs these tests.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from test_lab import ROOT, xtask

NBGRADER = os.environ.get("NBGRADER_PYTHON")
SOURCES = sorted(path.stem for path in (ROOT / "notebooks" / "source").glob("*.md"))
# The one that is run: it has everything that the others have. With NEUROCOMP_EVERY all are, which takes twenty minutes.
GRADED = "td3"
EVERY = sorted(path.stem.removesuffix("-solution") for path in (ROOT / "notebooks" / "en").glob("*-solution.ipynb"))

pytestmark = pytest.mark.skipif(NBGRADER is None, reason="NBGRADER_PYTHON names no Python with nbgrader")


def nbgrader(course, *arguments):
    kernels = Path(sys.prefix) / "share" / "jupyter"
    programs = Path(NBGRADER).parent  # nbgrader calls alembic by its name
    done = subprocess.run(
        [NBGRADER, "-m", "nbgrader", *arguments],
        cwd=course,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {
            "JUPYTER_PATH": str(kernels),
            "JUPYTER_CONFIG_DIR": str(course / "config"),
            "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        },
    )
    return done.stdout


def course_directory(folder, language, *names):
    subprocess.run([*xtask(), "notebooks", "assignment", *names, "--lang", language, "--to", folder],
                   cwd=ROOT, check=True)
    return sorted(path.name for path in (folder / "source").iterdir())


def read(path):
    return nbformat.read(path, as_version=4)


def code(notebook, tag):
    return [cell for cell in notebook.cells if tag in cell.metadata.get("tags", [])]


@pytest.fixture(scope="module", params=["en", "fr"])
def released(request, tmp_path_factory):
    """All assignments of one language, as students get them."""
    course = tmp_path_factory.mktemp(request.param)
    names = course_directory(course, request.param)
    for name in names:
        nbgrader(course, "generate_assignment", name)
    return request.param, course, names


def test_the_students_get_what_the_student_notebooks_hold(released):
    language, course, names = released
    with_exercises = [name for name in SOURCES if code(read(ROOT / "notebooks" / language / f"{name}.ipynb"), "exercise")]
    assert names == sorted(with_exercises)
    for name in names:
        release = read(course / "release" / name / f"{name}.ipynb")
        nbformat.validate(release)
        ours = read(ROOT / "notebooks" / language / f"{name}.ipynb")
        # nbgrader has one stub for all places.
        plain = [cell.source.replace("todo!();", "todo!()").strip() for cell in ours.cells]
        released_cells = [cell.source.replace("todo!();", "todo!()").removesuffix("\n    .graded()").strip() for cell in release.cells]
        assert released_cells == plain


def test_nothing_of_solutions_is_released(released):
    language, course, names = released
    for name in names:
        text = (course / "release" / name / f"{name}.ipynb").read_text(encoding="utf-8")
        for word in ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN"):
            assert word not in text, name


@pytest.mark.parametrize("name", EVERY if "NEUROCOMP_EVERY" in os.environ else [GRADED])
def test_an_open_exercise_and_a_wrong_answer_fail_in_validate_and_cost_their_points(name, tmp_path):
    course_directory(tmp_path, "en", name)
    nbgrader(tmp_path, "generate_assignment", name)
    release = tmp_path / "release" / name / f"{name}.ipynb"
    right = [cell.source for cell in code(read(ROOT / "notebooks" / "en" / f"{name}-solution.ipynb"), "exercise")]
    wrong = [wrong_answer(solution) for solution in right]
    points = len(code(read(release), "check"))
    answers = {"solved": right, "wrong": wrong, "unsolved": []}
    expected = {"solved": points, "wrong": 0, "unsolved": 0}
    if name == GRADED:
        answers |= {"begun": right[:1], "slip": [wrong[0], *right[1:]]}
        expected |= {"begun": 1, "slip": points - 1}
    for student, answer in answers.items():
        hand_in(tmp_path, student, name, release, answer)
    for student in ("solved", "wrong", "unsolved"):
        assert validated(tmp_path, student, name) == expected[student], student
    nbgrader(tmp_path, "autograde", name)
    nbgrader(tmp_path, "export")
    with open(tmp_path / "grades.csv", encoding="utf-8", newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    scores = {student: (float(row["score"]), float(row["max_score"])) for student, row in rows.items()}
    assert scores == {student: (score, points) for student, score in expected.items()}


def wrong_answer(solution):
    """The same function, with an answer of the right type that is wrong in some case: zero, nothing, an empty list."""
    start = solution.index("{", solution.index("fn "))
    value = "Ok(0.0)" if "Result<" in solution[:start] else "Default::default()"
    return f"{solution[:start]}{{\n    {value}\n}}"


def validated(course, student, name):
    """How many checks pass when the student validates the notebook. Where an answer is wrong, a figure may fail as well."""
    file = f"submitted/{student}/{name}/{name}.ipynb"
    said = nbgrader(course, "validate", file)
    passes, failed = "Success! Your notebook passes all the tests." in said, re.search(r"VALIDATION FAILED ON \d+ CELL", said)
    assert passes != bool(failed), said
    # Each cell that failed is shown with its code.
    checks = code(read(course / file), "check")
    passed = sum(check.source.splitlines()[0] not in said for check in checks)
    assert passes == (passed == len(checks)), said
    return passed


def hand_in(course, student, name, release, solutions):
    """The released notebook with the first exercises solved, as the student's."""
    notebook = read(release)
    for cell, solution in zip(code(notebook, "exercise"), solutions):
        cell.source = solution
    folder = course / "submitted" / student / name
    shutil.copytree(release.parent, folder)  # with the data
    (folder / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
