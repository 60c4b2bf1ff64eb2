"""What may not be said is in no part of any file: every part is unpacked and searched.

The bins of a release hold more than a page may say: of thirds and quarters only the part that one
stands in, of a hundred or more only a percentile. And of people, no account ids.
"""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest

from dashboard.domain.cohort import OVERALL, Organisation
from dashboard.domain.distribution import Distribution
from dashboard.domain.standing import Standing
from dashboard.reports.formats import Form, Format
from dashboard.reports.peers import peers_of
from dashboard.reports.rendering import Choice, render
from dashboard.reports.report import Report
from tests.domain.organisations import one
from tests.reports.material import WAVE
from tests.reports.test_pdf import words
from tests.reports.whole import PLANNER, VOCABULARY, everything, file_of, spread, worked_standing

pytestmark = pytest.mark.slow

FILES = [
    Choice(Format.PDF),
    Choice(Format.PDF, Form.FULL),
    Choice(Format.PPTX),
    Choice(Format.XLSX),
    Choice(Format.JSON),
]
NAMES = ["board", "full", "slides", "spreadsheet", "data"]
MARK = "7919"
"""A number that stands nowhere else."""


def parts(file: bytes, name: str = "") -> Iterator[tuple[str, str]]:
    """Every part of a file as text, with those of the files that are embedded in it."""
    if file.startswith(b"%PDF"):
        yield name, words(file)
    elif is_zipfile(BytesIO(file)):
        with ZipFile(BytesIO(file)) as archive:
            for one in archive.namelist():
                yield from parts(archive.read(one), f"{name}/{one}")
    else:
        yield name, file.decode("utf-8", "replace")


@lru_cache(maxsize=1)
def unpacked(file: bytes) -> tuple[tuple[str, str], ...]:
    return tuple(parts(file))


def holding(what: str, file: bytes) -> list[str]:
    return [name for name, text in unpacked(file) if what in text]


def test_the_search_reaches_notes_properties_and_the_workbooks_inside_charts() -> None:
    slides = file_of(Choice(Format.PPTX))

    assert any("notesSlide" in name for name in holding("confidence interval", slides))
    assert any(".xlsx/xl/sharedStrings" in name for name in holding(WAVE, slides))
    assert holding(WAVE, file_of(Choice(Format.XLSX))).count("/docProps/core.xml") == 1


def with_marks(standing: Standing) -> Standing:
    """The same standing, with a release whose limits and counts are numbers that are found."""

    def marked(told: Distribution) -> Distribution:
        if told.counts is not None:
            return told.model_copy(update={"counts": (int(MARK),) * 20})
        return told.model_copy(
            update={"limits": (int(MARK),) * 2, "limits_of_members": (int(MARK),) * 2}
        )

    cohorts = {
        kind: place.model_copy(
            update={
                "released": place.released.model_copy(
                    update={"scores": {k: marked(v) for k, v in place.released.scores.items()}}
                )
            }
        )
        for kind, place in standing.places.items()
    }
    return standing.model_copy(update={"places": cohorts})


def compared(organisations: list[Organisation]) -> Report:
    standing = with_marks(worked_standing(organisations))
    return everything(peers=peers_of(standing, VOCABULARY, "en"))


@pytest.mark.parametrize("choice", FILES, ids=NAMES)
def test_no_file_holds_a_limit_of_a_part_or_an_exact_number(choice: Choice) -> None:
    """Nor who takes part, nor nine of an industry: what is not shown has no name in any file."""
    nine = [one(20 + n, industry="hush", brand_id=f"b{n}-{MARK}", group=MARK) for n in range(9)]
    file = render(compared([*spread(15), *nine]), choice)

    assert holding(MARK, file) == []
    assert holding("hush", file) == []
    assert holding(PLANNER, file) == []


@pytest.mark.parametrize("choice", [*FILES[:1], *FILES[2:]], ids=[*NAMES[:1], *NAMES[2:]])
def test_of_a_hundred_or_more_no_file_holds_a_count_of_a_bin(choice: Choice) -> None:
    file = render(compared(spread(120)), choice)

    assert holding("bove about", file)
    assert holding(MARK, file) == []


@pytest.mark.parametrize("choice", [*FILES[:1], *FILES[2:]], ids=[*NAMES[:1], *NAMES[2:]])
def test_where_nothing_may_be_said_of_peers_no_file_speaks_of_them(choice: Choice) -> None:
    file = render(everything(peers=None), choice)

    assert holding("articipating brands", file) == []
    assert holding("Peers", file) == []


def test_a_standing_that_may_not_be_said_is_none() -> None:
    told = worked_standing(spread(24))

    assert peers_of(told.model_copy(update={"places": {}}), VOCABULARY, "en") is None
    assert peers_of(told.model_copy(update={"release": None}), VOCABULARY, "en") is None
    assert OVERALL in told.release.all.scores if told.release else False
