"""A spreadsheet program that sees no number of ours comes to the same ones from the answers.

`CANDOUR_FUZZ` sets how many random assessments it tries.
"""

import os
from pathlib import Path
from random import Random

import pytest

from dashboard.domain.result import Estimate
from dashboard.domain.scoring import score
from dashboard.reports.facts import Facts
from dashboard.reports.report import Report
from dashboard.reports.workbook import as_xlsx, scores
from dashboard.reports.workbook.book import cell, places
from tests.builders import data_trust
from tests.domain.random_material import random_answers, random_questionnaire
from tests.libreoffice import converted
from tests.reports.cells import Cells, formula_cells, without_values
from tests.reports.material import report

pytestmark = pytest.mark.slow

CASES = min(int(os.environ.get("CANDOUR_FUZZ", "12")), 200)
SCORES_SHEET = 3

Recomputed = list[tuple[Report, Cells, Cells]]
"""Every report with what we wrote beside its formulas, and what LibreOffice made of them."""


def random_reports() -> list[Report]:
    """Half on the shipped questionnaire, half on one of any shape that the format allows."""
    random = Random(20_261_128)
    shapes = [data_trust() if n % 2 else random_questionnaire(random) for n in range(CASES)]
    return [
        report(random_answers(random, shape), shape, lang="en" if n % 3 else "zh")
        for n, shape in enumerate(shapes)
    ]


@pytest.fixture(scope="module")
def recomputed(libreoffice: str, tmp_path_factory: pytest.TempPathFactory) -> Recomputed:
    """All computed in one call."""
    folder: Path = tmp_path_factory.mktemp("recomputed")
    reports = random_reports()
    ours = [as_xlsx(one) for one in reports]
    files = [folder / f"{n}.xlsx" for n in range(len(reports))]
    for file, workbook in zip(files, ours, strict=True):
        file.write_bytes(without_values(workbook))
    theirs = folder / "theirs"
    theirs.mkdir()
    converted(libreoffice, files, "xlsx", theirs)
    return [
        (one, formula_cells(workbook), formula_cells((theirs / file.name).read_bytes()))
        for one, workbook, file in zip(reports, ours, files, strict=True)
    ]


def test_every_formula_gives_what_stands_beside_it(recomputed: Recomputed) -> None:
    for one, ours, theirs in recomputed:
        assert theirs == {at: close(value) for at, value in ours.items()}, one.questionnaire.id


def close(value: float | str) -> object:
    return value if isinstance(value, str) else pytest.approx(value, abs=1e-6)


def test_every_score_and_bound_is_that_of_the_method(recomputed: Recomputed) -> None:
    for one, _, theirs in recomputed:
        for row, estimate in estimates(one).items():
            expected = (estimate.score, estimate.low, estimate.high, estimate.evidenced)
            columns = range(scores.SCORE, scores.EVIDENCED + 1)
            found = [theirs[SCORES_SHEET, cell(row, column)] for column in columns]
            assert found == ["" if value is None else close(value) for value in expected]


def estimates(one: Report) -> dict[int, Estimate]:
    """By the row of the sheet of scores."""
    at, result = places(Facts(one)), one.result
    rows: dict[int, Estimate] = {at.overall + 2: result.overall}
    rows |= {row: result.pillar[id_] for id_, row in at.pillars.items()}
    return rows | {row: result.dimension[id_] for id_, row in at.dimensions.items()}


def test_the_bands_are_those_of_the_method(recomputed: Recomputed) -> None:
    for one, _, theirs in recomputed:
        after = places(Facts(one)).bands + len(one.questionnaire.scoring.bands)
        found = [theirs[SCORES_SHEET, cell(after + n, scores.WEIGHT)] for n in range(3)]
        band = one.result.band
        keys = (band.raw, band.secured, band.possible)
        names = [one.questionnaire.band(key).name.get(one.lang) if key else "" for key in keys]
        assert found == names


def test_the_random_assessments_differ_in_what_they_try(recomputed: Recomputed) -> None:
    reports = [one for one, _, _ in recomputed]
    results = [score(one.questionnaire, one.answers) for one in reports]

    assert {result.overall.published for result in results} == {True, False}
    assert {result.graded for result in results} == {True, False}
    assert any(result.band.blocked_by for result in results)
    assert any(result.band.provisional for result in results)
    assert any(result.coverage.not_applicable for result in results)
    assert any(not pillar.counts for result in results for pillar in result.pillars)
    assert any(len(item.levels) != 5 for one in reports for item in one.questionnaire.items)
