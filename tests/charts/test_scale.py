from itertools import pairwise

import pytest

from dashboard.charts.lettering import width
from dashboard.charts.scale import COLUMN, GAP, LENGTH, LETTER, band_labels
from tests.builders import data_trust, dimension, item, pillar, small


def scale_of(*bands: tuple[str, float], column: int = COLUMN):
    parts = [{"key": key, "from": start} for key, start in bands]
    questionnaire = small(pillar("P", dimension("D", item("D.1"))), bands=parts)
    return list(band_labels(questionnaire, "en", column=column))


def test_five_english_names_take_two_lines_and_five_chinese_ones_take_one():
    lines = {
        lang: [label.line for label in band_labels(data_trust(), lang)] for lang in ("en", "zh")
    }

    assert lines["en"] == [0, 1, 0, 1, 0]
    assert lines["zh"] == [0, 0, 0, 0, 0]


def test_a_name_stands_over_the_middle_of_its_band():
    assert [label.at for label in band_labels(data_trust(), "en")] == [6.25, 25, 50, 75, 93.75]


def test_a_long_last_name_ends_with_the_scale_instead_of_running_out_of_the_figure():
    last = scale_of(("low", 0), ("A very long name for the last", 90))[-1]

    assert (last.anchor, last.at) == ("right", 100)


@pytest.mark.parametrize("column", [COLUMN, 62])
def test_names_on_one_line_do_not_touch(column):
    bands = ((f"A band with the name {n}", 10.0 * n) for n in range(9))
    labels = scale_of(*bands, column=column)
    point = (LENGTH - column) / 100

    for line in {label.line for label in labels}:
        on_line = [label for label in labels if label.line == line and label.anchor == "center"]
        for left, right in pairwise(on_line):
            halves = (width(left.name) + width(right.name)) * LETTER / 2
            assert (right.at - left.at) * point >= halves + GAP - 1e-9
