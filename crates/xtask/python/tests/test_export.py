"""A notebook that was run also shows its figures where there is no Plotly: exported by nbconvert, and with no network.

The notebooks with their outputs are those that `cargo xtask notebooks run` left in target/notebooks.
"""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from test_lab import CHROMIUM, ROOT, SCREENSHOTS, VIEW, browser, pytestmark  # noqa: F401

FOLDER = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "notebooks"


def is_current(notebook):
    """Whether it was run as it is now; an older run may have left others."""
    sources = [
        [cell.source for cell in nbformat.read(path, as_version=4).cells]
        for path in (notebook, ROOT / "notebooks" / notebook.parent.name / notebook.name)
        if path.exists()
    ]
    return len(sources) == 2 and sources[0] == sources[1]


NOTEBOOKS = sorted(filter(is_current, FOLDER.glob("*/*-solution.ipynb")))

# The pictures in outputs that have a size.
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea svg, .jp-OutputArea img')]
    .filter(picture => picture.getBoundingClientRect().width > 200 && (picture.naturalWidth ?? 1) > 0).length"""


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_figure_is_in_the_exported_page(notebook, browser, tmp_path):  # noqa: F811
    cells = nbformat.read(notebook, as_version=4).cells
    expected = sum("figure" in cell.metadata.get("tags", []) for cell in cells)
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "html", "--log-level", "WARN",
         "--output-dir", tmp_path, "--output", "page", notebook],
        check=True,
    )
    context = browser.new_context(viewport=VIEW, offline=True)
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri(), wait_until="domcontentloaded")
    pictures = page.evaluate(PICTURES)
    if pictures:
        page.locator(".jp-OutputArea svg, .jp-OutputArea img").first.scroll_into_view_if_needed()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{notebook.parent.name}-{notebook.stem}-export.png")
    context.close()
    assert pictures == expected
