"""The tutorials as nbgrader assignments, with the real nbgrader and the real kernel.

nbgrader has an environment of its own (`NBGRADER_PYTHON`, made by `cargo xtask test`), as it brings extensions into
JupyterLab; the kernel is found in the environment that runs these tests.
"""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from test_lab import ROOT, xtask

NBGRADER = os.environ.get("NBGRADER_PYTHON")
SOURCES = sorted(path.stem for path in (ROOT / "notebooks" / "source").glob("*.md"))
# The one that is run: it has everything that the others have.
GRADED = "td3"

pytestmark = pytest.mark.skipif(NBGRADER is None, reason="NBGRADER_PYTHON names no Python with nbgrader")


def nbgrader(course, *arguments):
    kernels = Path(sys.prefix) / "share" / "jupyter"
    programs = Path(NBGRADER).parent  # nbgrader calls alembic by its name
    subprocess.run(
        [NBGRADER, "-m", "nbgrader", *arguments],
        cwd=course,
        check=True,
        env=os.environ | {
            "JUPYTER_PATH": str(kernels),
            "JUPYTER_CONFIG_DIR": str(course / "config"),
            "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        },
    )


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
        assert [cell.source.replace("todo!();", "todo!()").strip() for cell in release.cells] == plain


def test_nothing_of_solutions_or_of_the_grading_is_released(released):
    language, course, names = released
    for name in names:
        text = (course / "release" / name / f"{name}.ipynb").read_text(encoding="utf-8")
        for word in ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN", "graded()"):
            assert word not in text, name


def test_solved_gets_all_points_one_right_answer_one_and_unsolved_none(tmp_path):
    course_directory(tmp_path, "en", GRADED)
    nbgrader(tmp_path, "generate_assignment", GRADED)
    release = tmp_path / "release" / GRADED / f"{GRADED}.ipynb"
    solutions = [cell.source for cell in code(read(ROOT / "notebooks" / "en" / f"{GRADED}-solution.ipynb"), "exercise")]
    points = len(code(read(release), "check"))
    for student, solved in (("solved", len(solutions)), ("begun", 1), ("unsolved", 0)):
        hand_in(tmp_path, student, release, solutions[:solved])
    nbgrader(tmp_path, "autograde", GRADED)
    nbgrader(tmp_path, "export")
    with open(tmp_path / "grades.csv", encoding="utf-8", newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    scores = {student: (float(row["score"]), float(row["max_score"])) for student, row in rows.items()}
    assert scores == {"solved": (points, points), "begun": (1, points), "unsolved": (0, points)}


def hand_in(course, student, release, solutions):
    """The released notebook with the first exercises solved, as the student's."""
    notebook = read(release)
    for cell, solution in zip(code(notebook, "exercise"), solutions):
        cell.source = solution
    folder = course / "submitted" / student / GRADED
    folder.mkdir(parents=True)
    (folder / f"{GRADED}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
