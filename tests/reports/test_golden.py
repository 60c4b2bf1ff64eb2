"""The words of slides and board are those that somebody has read; see `golden` to renew them."""

import pytest

from tests.reports.golden import FOLDER, texts


@pytest.mark.parametrize(("name", "text"), list(texts()), ids=[name for name, _ in texts()])
def test_the_words_are_those_that_were_read(name: str, text: str) -> None:
    assert text.splitlines() == (FOLDER / name).read_text("utf-8").splitlines()
