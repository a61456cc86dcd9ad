"""The judge of `run_notebooks.py`: evcxr answers "ok" to nearly everything, so this is where failures are found."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from run_notebooks import Outcome, judge  # noqa: E402

FIGURE = {"application/vnd.plotly.v1+json": {}, "image/svg+xml": "<svg/>", "text/plain": "a figure"}
NOT_DONE = "✎ This exercise is not done yet: replace `todo!()` by your own code.\n"


def shown(data):
    return Outcome(outputs=[{"output_type": "execute_result", "data": data}])


def printed(text):
    return Outcome(outputs=[{"output_type": "stream", "name": "stdout", "text": text}])


def verdict(passed):
    outcome = "passed" if passed else "failed"
    return shown({"text/html": f'<div data-check="{outcome}">{"✓" if passed else "✗"}</div>'})


GOOD = [
    ([], Outcome()),
    ([], printed("panicked is only a word here")),
    ([], Outcome(stderr="   Compiling ndarray v0.17.1\n    Finished `dev` profile\n\n")),
    (["check"], verdict(True)),
    (["figure"], shown(FIGURE)),
    (["raises-exception"], Outcome(error="cannot find value `x` in this scope")),
    (["raises-exception"], Outcome(stderr="✗ The cell stopped (panicked): index out of bounds\n")),
]

BAD = [
    ([], Outcome(error="cannot find value `x` in this scope"), "cannot find value"),
    ([], Outcome(stderr="thread 'main' panicked at src/lib.rs:1:1:\nboom\n"), "boom"),
    ([], Outcome(stderr='Error: LifError { message: "tau" }\n'), "LifError"),
    ([], Outcome(stderr="   Compiling x v1\nwarning: unused\n"), "warning"),
    ([], Outcome(stderr=NOT_DONE), "not done yet"),
    (["check"], verdict(False), "did not pass"),
    (["check"], Outcome(), "did not pass"),
    (["figure"], shown({"text/plain": "Figure { title: … }"}), "no figure"),
    (["figure"], shown({"application/vnd.plotly.v1+json": {}, "text/plain": ""}), "without the Plotly extension"),
    (["raises-exception"], Outcome(), "meant to fail"),
]


@pytest.mark.parametrize(("tags", "outcome"), GOOD)
def test_a_solution_may(tags, outcome):
    assert judge(tags, outcome, student=False) == ""


@pytest.mark.parametrize(("tags", "outcome", "words"), BAD)
def test_a_solution_may_not(tags, outcome, words):
    assert words in judge(tags, outcome, student=False)


@pytest.mark.parametrize("text", [NOT_DONE, "✎ Cet exercice n'est pas encore fait : remplacez `todo!()`.\n"])
def test_a_student_copy_says_politely_what_is_missing(text):
    assert judge(["check"], Outcome(stderr=text), student=True) == ""
    assert judge(["figure"], Outcome(stderr=text), student=True) == ""


@pytest.mark.parametrize(
    "outcome",
    [
        verdict(True),
        verdict(False),
        Outcome(),
        Outcome(error="cannot find value `x`"),
        Outcome(stderr="thread 'main' panicked at src/lib.rs:3:5:\nnot yet implemented: not done yet\n"),
    ],
)
def test_a_check_of_a_student_copy_may_say_nothing_else(outcome):
    assert judge(["check"], outcome, student=True) != ""
