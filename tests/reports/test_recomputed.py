"""A spreadsheet program that sees no number of ours comes to the same scores from the answers.

`CANDOUR_FUZZ` sets how many random assessments it tries.
"""

import csv
import os
import re
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from dashboard.domain.result import Estimate
from dashboard.domain.scoring import score
from dashboard.reports.facts import Facts
from dashboard.reports.report import Report
from dashboard.reports.workbook import as_xlsx, scores
from dashboard.reports.workbook.book import places
from tests.builders import data_trust
from tests.domain.random_material import random_answers, random_questionnaire
from tests.libreoffice import converted
from tests.reports.material import report

CASES = min(int(os.environ.get("CANDOUR_FUZZ", "16")), 200)
CACHED = re.compile(rb"(</f>)<v>[^<]*</v>")
SCORES_SHEET = 3
AS_CSV = (
    f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,{SCORES_SHEET}"
)
"""Comma, quote, UTF-8, from the first line; values as they are, not as they are shown."""


def without_our_numbers(workbook: bytes) -> bytes:
    """The same workbook with formulas alone where the product wrote their values too."""
    stripped = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(stripped, "w") as target:
        for name in source.namelist():
            target.writestr(name, CACHED.sub(rb"\1", source.read(name)))
    return stripped.getvalue()


def random_reports() -> list[Report]:
    """Half on the shipped questionnaire, half on one of any shape that the format allows."""
    random = Random(20_261_128)
    shapes = [data_trust() if n % 2 else random_questionnaire(random) for n in range(CASES)]
    return [report(random_answers(random, shape), shape) for shape in shapes]


def expected(one: Report) -> dict[int, list[float | None]]:
    """Row of the sheet of scores to score, lowest, highest and evidenced."""
    at, result = places(Facts(one)), one.result
    rows: dict[int, Estimate] = {at.overall + 2: result.overall}
    rows |= {row: result.pillar[id_] for id_, row in at.pillars.items()}
    rows |= {row: result.dimension[id_] for id_, row in at.dimensions.items()}
    return {
        row: [estimate.score, estimate.low, estimate.high, estimate.evidenced]
        for row, estimate in rows.items()
    }


def read(cells: list[list[str]], row: int) -> list[float | None]:
    shown = cells[row][scores.SCORE : scores.EVIDENCED + 1]
    return [float(text) if text else None for text in shown]


@pytest.fixture(scope="module")
def recomputed(
    libreoffice: str, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Report, list[list[str]]]]:
    """Every report with the cells of its sheet of scores, all computed in one call."""
    folder: Path = tmp_path_factory.mktemp("recomputed")
    reports = random_reports()
    files = [folder / f"{n}.xlsx" for n in range(len(reports))]
    for file, one in zip(files, reports, strict=True):
        file.write_bytes(without_our_numbers(as_xlsx(one)))
    converted(libreoffice, files, AS_CSV, folder)
    found = []
    for n, one in enumerate(reports):
        (file,) = folder.glob(f"{n}-*.csv")
        found.append((one, list(csv.reader(file.read_text("utf-8").splitlines()))))
    return found


def test_every_score_and_bound_is_ours(recomputed: list[tuple[Report, list[list[str]]]]) -> None:
    for one, cells in recomputed:
        for row, values in expected(one).items():
            assert read(cells, row) == [pytest.approx(value, abs=1e-6) for value in values], (
                one.questionnaire.id,
                cells[row],
            )


def test_the_bands_are_ours(recomputed: list[tuple[Report, list[list[str]]]]) -> None:
    for one, cells in recomputed:
        after = places(Facts(one)).bands + len(one.questionnaire.scoring.bands)
        found = [cells[after + n][scores.WEIGHT] for n in range(3)]
        band = one.result.band
        keys = (band.raw, band.secured, band.possible)
        assert found == [one.questionnaire.band(key).name.en if key else "" for key in keys]


def test_the_random_assessments_differ_in_what_they_try(
    recomputed: list[tuple[Report, list[list[str]]]],
) -> None:
    results = [score(one.questionnaire, one.answers) for one, _ in recomputed]

    assert {result.overall.published for result in results} == {True, False}
    assert {result.graded for result in results} == {True, False}
    assert any(result.band.blocked_by for result in results)
    assert any(result.band.provisional for result in results)
