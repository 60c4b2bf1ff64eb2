"""Dots of three to six assessments by their data and their words."""

import re

import pytest
from hypothesis import given, settings

from dashboard.charts.dots import SHAPES, SIGNS, describe_dots, dots
from dashboard.charts.ink import NEUTRAL, PILLARS
from dashboard.domain.comparison import MOST, Comparison, Side
from dashboard.domain.precision import whole
from tests.builders import all_at, data_trust
from tests.charts.drawing import BOTH, SEEDS, anything, column, drawn, traces
from tests.charts.sides import sides
from tests.examples import scaled

THREE = sides(all_at(3), all_at(3, ST4_1=1, ST4_2=1), all_at(3, VE1_1=4))
"""ST4 lies 33 apart, VE1 8, all others are equal."""


def test_there_is_a_shape_for_every_assessment_that_may_be_chosen():
    assert len(set(SHAPES)) == len(set(SIGNS)) == MOST
    assert "■" not in SIGNS


def test_the_furthest_apart_come_first_and_say_by_how_much():
    assert column(dots(data_trust(), THREE, "en"))[-12:] == [
        "<b>33</b>",
        "<b>8</b>",
        *["same"] * 10,
    ]


def test_equal_scores_do_not_hide_one_another():
    """Every assessment keeps its lane, and no lane reaches the next row."""
    marks = traces(dots(data_trust(), THREE, "en"), "scatter")

    assert [trace["x"][2] for trace in marks] == [50, 50, 50]
    places = [trace["y"][2] for trace in marks]
    assert len(set(places)) == 3
    assert all(abs(place - 2) < 0.5 for place in places)
    assert [trace["marker"]["symbol"] for trace in marks] == ["circle", "diamond", "triangle-up"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            (
                "Scores of 12 dimensions in 2026-Q2, 2026-Q4 and 2027-Q2",
                "Leak response and accountability, 2026-Q2 Defined 50, 2026-Q4 Developing 17",
            ),
        ),
        ("zh", ("泄露应对与担责，2026-Q2：规范 50，2026-Q4：发展 17，2027-Q2：规范 50；",)),
    ],
)
def test_the_words_give_every_value(lang, said):
    told = describe_dots(data_trust(), THREE, lang)

    for words in said:
        assert words in told


@settings(max_examples=scaled(12))
@given(SEEDS)
def test_whatever_is_drawn_is_said(seed):
    questionnaire, now, before = anything(seed)
    results = (before, now, before)
    comparison = Comparison(
        sides=tuple(Side(name=f"S{n}", result=one) for n, one in enumerate(results))
    )

    marks = traces(dots(questionnaire, comparison, "en"), "scatter")

    for lang in BOTH:
        told = describe_dots(questionnaire, comparison, lang)
        numbers = set(re.findall(r"\d+", told))
        assert {str(whole(x)) for trace in marks for x in trace["x"]} <= numbers
        assert "None" not in told


NOISY = sides(
    all_at(3), all_at(3, ST4_1=4), all_at(3, ST4_1=4, VE1_1=5, VE1_2=4), ST4=3.29, VE1=3.29
)
"""ST4 lies 8 apart and VE1 25; of three it takes 11."""


def test_a_row_within_noise_is_grey_and_dashed_and_its_number_quiet():
    figure = dots(data_trust(), NOISY, "en")

    assert column(figure)[-12:] == ["<b>25</b>", "8", *["same"] * 10]
    for trace in traces(figure, "scatter"):
        assert trace["marker"]["color"][1] == NEUTRAL
        assert trace["marker"]["color"][0] == PILLARS[0]
    shapes = drawn(figure)["layout"]["shapes"]
    rows = {one["y0"]: one["line"] for one in shapes if one["y0"] == one["y1"]}
    assert rows[1]["dash"]
    assert "dash" not in rows[0]


def test_the_words_name_a_row_within_noise():
    told = describe_dots(data_trust(), NOISY, "en")

    assert "2027-Q2 Defined 58, 8 apart, within rater noise;" in told
    assert told.count("within rater noise") == 1
    assert "相差 8 分，在评分者噪声之内；" in describe_dots(data_trust(), NOISY, "zh")
