"""The words of slides and board are those that somebody has read; see `golden` to renew them."""

import pytest

from tests.reports.golden import FOLDER, TEXTS, text


@pytest.mark.parametrize("name", TEXTS)
def test_the_words_are_those_that_were_read(name: str) -> None:
    assert text(name).splitlines() == (FOLDER / name).read_text("utf-8").splitlines()
