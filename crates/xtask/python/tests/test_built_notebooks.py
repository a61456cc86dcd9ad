"""What is committed in notebooks/fr and notebooks/en is valid for Jupyter."""

from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import ScriptExporter

ROOT = Path(__file__).resolve().parents[4]
NOTEBOOKS = sorted(ROOT.glob("notebooks/*/*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nbformat_accepts_it(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "neurocomp"
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_it_becomes_a_rust_file_though_no_kernel_has_saved_it(path):
    notebook = nbformat.read(path, as_version=4)
    script, resources = ScriptExporter().from_notebook_node(notebook)
    assert resources["output_extension"] == ".rs"
    assert "use neurocomp::prelude::*;" in script or path.stem == "index"
