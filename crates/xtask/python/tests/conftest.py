"""What several files of tests use."""

import pytest
from caches import Cache


@pytest.fixture
def cache(tmp_path):
    """A user's memory of compiled cells, with nothing in it."""
    return Cache(tmp_path / "cache")
