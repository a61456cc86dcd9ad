"""What several files of tests use."""

import pytest
from caches import Cache
from kernel import PRELUDE, Kernel


@pytest.fixture
def cache(tmp_path):
    """A user's memory of compiled cells, with nothing in it."""
    return Cache(tmp_path / "cache")


@pytest.fixture(scope="module")
def kernel():
    """One kernel for the tests of a file that leave it in order, with the library at hand."""
    with Kernel() as kernel:
        kernel.good(PRELUDE)
        yield kernel
