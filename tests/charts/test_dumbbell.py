"""The dumbbell by its data and its words."""

import re
from typing import Any

import pytest
from hypothesis import given, settings

from dashboard.charts.dumbbell import describe_dumbbell, dumbbell
from dashboard.charts.ink import MUTED, NEUTRAL, PILLARS
from dashboard.domain.comparison import Comparison, Side
from dashboard.domain.precision import whole
from tests.builders import DK, all_at, data_trust
from tests.charts.drawing import BOTH, SEEDS, anything, column, drawn, traces
from tests.charts.sides import sides
from tests.examples import scaled

IN_TIME = {"over_time": True}
BRANDS = sides(all_at(3), all_at(3, ST4_1=5, VE1_1=2, VE2_1=DK, VE2_2=DK))
PAIR = BRANDS.model_copy(update=IN_TIME)
"""ST4 gains 17, VE1 loses 8, VE2 has no score any more, nine stay."""
NOISY = sides(all_at(3), all_at(3, ST4_1=5, VE1_1=2, VE2_1=DK, VE2_2=DK), ST4=7.0).model_copy(
    update=IN_TIME
)
"""It takes 19.4 points in ST4."""


def joined(figure: object) -> list[Any]:
    shapes = drawn(figure)["layout"]["shapes"]
    return [one for one in shapes if one["type"] == "line" and one["y0"] == one["y1"]]


def joins(figure: object) -> list[tuple[Any, ...]]:
    return [(one["y0"], one["x0"], one["x1"], one["line"]["width"]) for one in joined(figure)]


def test_rows_stand_in_the_order_of_change_each_with_its_points():
    figure = dumbbell(data_trust(), PAIR, "en")

    assert column(figure)[-12:] == ["<b>+17</b>", *["same"] * 9, "<b>−8</b>", "–"]
    assert drawn(figure)["layout"]["yaxis"]["ticktext"][0] == "Leak response and<br>accountability"


def test_a_line_joins_what_moved_and_nothing_else():
    first, last = joins(dumbbell(data_trust(), PAIR, "en"))

    assert first == (0, 50, pytest.approx(200 / 3), 3)
    assert last == (10, 50, pytest.approx(125 / 3), 3)


def test_old_and_new_stand_in_their_row_the_new_one_in_the_colour_of_its_pillar():
    before, now = traces(dumbbell(data_trust(), PAIR, "en"), "scatter")

    assert before["x"] == [50] * 12
    assert (now["x"][0], now["y"][0]) == (pytest.approx(200 / 3), 0)
    assert 11 not in now["y"]
    assert now["marker"]["color"][0] == PILLARS[2]
    assert before["marker"]["line"]["color"] == MUTED


def test_a_change_within_noise_is_grey_and_quiet():
    figure = dumbbell(data_trust(), NOISY, "en")

    assert traces(figure, "scatter")[1]["marker"]["color"][0] == NEUTRAL
    assert column(figure)[-12] == "+17"
    assert joins(figure)[0][-1] == 1
    assert "dash" in joined(figure)[0]["line"]
    assert "dash" not in joined(figure)[1]["line"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            (
                "Scores of 12 dimensions in 2026-Q2 and in 2026-Q4 on the scale of bands",
                "Leak response and accountability, Defined 50, Managed 67, up 17;",
                "Worth of the offer, Defined 50, Defined 42, down 8;",
                "Asking for little, Defined 50, no score.",
                "Permission first, Defined 50, Defined 50, about the same;",
            ),
        ),
        ("zh", ("泄露应对与担责，规范 50，稳健 67，上升 17 分；",)),
    ],
)
def test_the_words_give_every_value(lang, said):
    told = describe_dumbbell(data_trust(), PAIR, lang)

    for words in said:
        assert words in told


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            ("from where 2026-Q4 lies furthest above", "Managed 67, 17 higher;", "42, 8 lower;"),
        ),
        ("zh", ("从 2026-Q4 高出最多处到低出最多处", "稳健 67，高 17 分；", "规范 42，低 8 分；")),
    ],
)
def test_of_two_brands_none_went_up_or_down(lang, said):
    told = describe_dumbbell(data_trust(), BRANDS, lang)

    for words in said:
        assert words in told
    assert "within rater noise" in describe_dumbbell(
        data_trust(), NOISY.model_copy(update={"over_time": False}), "en"
    )


def test_the_words_name_noise():
    assert "up 17, within rater noise" in describe_dumbbell(data_trust(), NOISY, "en")


@settings(max_examples=scaled(12))
@given(SEEDS)
def test_whatever_is_drawn_is_said(seed):
    questionnaire, now, before = anything(seed)
    comparison = Comparison(sides=(Side(name="A", result=before), Side(name="B", result=now)))

    first, last = traces(dumbbell(questionnaire, comparison, "en"), "scatter")

    for lang in BOTH:
        told = describe_dumbbell(questionnaire, comparison, lang)
        numbers = set(re.findall(r"\d+", told))
        assert {str(whole(value)) for value in (*first["x"], *last["x"])} <= numbers
        assert "None" not in told
