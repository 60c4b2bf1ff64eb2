"""What the tests of files share."""

from pathlib import Path

import pytest

from tests.catalog.broken_copies import Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)
