import re

from hypothesis import given

from dashboard.charts.bars import describe_level_bars, level_bars
from dashboard.charts.ink import BAND_FILLS, INK, PAPER, PILLARS
from dashboard.domain.precision import whole
from dashboard.domain.scoring import score
from tests.builders import data_trust, ferry_line, worked_brand
from tests.charts.drawing import (
    BOTH,
    SEEDS,
    anything,
    column,
    drawn,
    lettering,
    partly_answered,
    scored,
    traces,
)


def test_bars_stand_in_the_order_of_the_questionnaire_with_their_integers():
    result = score(data_trust(), worked_brand())

    figure = level_bars(data_trust(), result, "en")

    (bars,) = traces(figure, "bar")
    assert bars["x"] == [dimension.score for dimension in result.dimensions]
    assert bars["y"] == list(range(12))
    assert bars["marker"]["color"] == [ink for ink in PILLARS for _ in range(4)]
    integers = ["58", "58", "63", "42", "42", "50", "58", "38", "50", "33", "42", "17"]
    assert column(figure) == [f"<b>{integer}</b>" for integer in integers]


def test_only_a_dimension_that_missing_answers_could_move_has_bounds():
    result = score(data_trust(), worked_brand())

    casing, line = traces(level_bars(data_trust(), result, "en"), "scatter")

    low, high = result.dimension["DU4"].low, result.dimension["DU4"].high
    assert line["x"] == casing["x"] == [low, high, None]
    assert line["y"] == [7, 7, None]
    assert (casing["line"]["color"], line["line"]["color"]) == (PAPER, INK)


def test_a_dimension_without_a_score_has_words_and_bounds_but_no_bar():
    questionnaire, result = partly_answered()

    figure = level_bars(questionnaire, result, "en")

    (bars,) = traces(figure, "bar")
    assert 0 not in bars["y"]
    assert 6 not in bars["y"]
    assert (column(figure)[0], column(figure)[6]) == ("–", "–")
    assert "not enough answers" in lettering(figure)
    assert "does not apply" in lettering(figure)
    _, line = traces(figure, "scatter")
    assert line["x"][:2] == [25, result.dimensions[0].high]
    assert 0 < line["y"][0] < 0.5


def test_the_strip_shows_the_bands_of_the_questionnaire():
    layout = drawn(level_bars(ferry_line(), score(ferry_line(), {}), "en"))["layout"]
    bands = ferry_line().scoring.bands

    strip = [shape for shape in layout["shapes"] if shape["type"] == "rect"]

    starts = [0, *(band.from_score for band in bands[1:])]
    assert [piece["x0"] for piece in strip] == starts
    assert [piece["x1"] for piece in strip] == [*starts[1:], 100]
    assert (strip[0]["fillcolor"], strip[-1]["fillcolor"]) == (BAND_FILLS[0], BAND_FILLS[-1])
    said = lettering(level_bars(ferry_line(), score(ferry_line(), {}), "en"))
    assert all(ferry_line().band(band.key).name.en in said for band in bands)


def test_rows_grow_with_the_number_of_dimensions():
    heights = [
        drawn(level_bars(*scored(*[60] * number), "en"))["layout"]["height"]
        for number in (1, 2, 30)
    ]

    assert heights[1] - heights[0] == 36
    assert heights[2] - heights[0] == 29 * 36


def test_many_dimensions_have_the_numbers_that_the_rose_shows():
    ticks = drawn(level_bars(*scored(*[60] * 13), "en"))["layout"]["yaxis"]["ticktext"]

    assert ticks[0] == "1 D1"
    assert ticks[12] == "13 D13"


def test_the_words_give_highest_lowest_bounds_and_bands():
    said = describe_level_bars(data_trust(), score(data_trust(), worked_brand()), "en")

    assert "Highest: Content and insight, Managed, 63." in said
    assert "Lowest: Leak response and accountability, Developing, 17." in said
    assert "Fair and explained use, Defined, 38, bounds 25 to 58." in said
    assert "where the score would lie if missing answers were lowest or highest" in said
    assert said.endswith(
        "Bands: Initial from 0, Developing from 13, Defined from 38, "
        "Managed from 63, Leading from 88."
    )


def test_the_words_do_not_explain_bounds_that_nothing_has():
    assert "bounds" not in describe_level_bars(*scored(60, 20), "en")
    assert "Line" not in describe_level_bars(*scored(60, 20), "en")


@given(SEEDS)
def test_what_is_drawn_is_what_is_published_and_every_value_is_said(seed):
    questionnaire, result, _ = anything(seed)

    figure = level_bars(questionnaire, result, "en")

    published = [(n, d.score) for n, d in enumerate(result.dimensions) if d.score is not None]
    (bars,) = traces(figure, "bar")
    assert list(zip(bars["y"], bars["x"], strict=True)) == published
    moving = [d for d in result.dimensions if d.low != d.high]
    _, line = traces(figure, "scatter")
    assert [x for x in line["x"] if x is not None] == [x for d in moving for x in (d.low, d.high)]
    assert len(column(figure)) == len(result.dimensions)
    for lang in BOTH:
        said = set(re.findall(r"\d+", describe_level_bars(questionnaire, result, lang)))
        assert {str(whole(value)) for _, value in published} <= said
        assert {str(whole(x)) for d in moving for x in (d.low, d.high) if x is not None} <= said


AIMS = {"ST1": 60.0, "ST4": 37.5}


def test_targets_are_dotted_lines_across_their_rows():
    result = score(data_trust(), worked_brand())

    *_, casing, line = traces(level_bars(data_trust(), result, "en", targets=AIMS), "scatter")

    assert line["x"] == casing["x"] == [60, 60, None, 37.5, 37.5, None]
    assert [round(y) for y in line["y"] if y is not None] == [8, 8, 11, 11]
    assert (line["line"]["dash"], line["line"]["color"]) == ("dot", INK)
    assert casing["line"]["color"] == PAPER


def test_without_targets_nothing_of_them_is_drawn_or_said():
    result = score(data_trust(), worked_brand())

    assert level_bars(data_trust(), result, "en", targets={}) == level_bars(
        data_trust(), result, "en"
    )
    assert "arget" not in describe_level_bars(data_trust(), result, "en", targets={})


def test_the_words_say_each_target_and_which_is_furthest():
    said = describe_level_bars(
        data_trust(), score(data_trust(), worked_brand()), "en", targets={**AIMS, "VE3": 50.0}
    )

    assert "Targets, drawn as dotted lines: 1 of 3 reached." in said
    assert "Furthest from target: Leak response and accountability, 21 short." in said
    assert "Permission first, Defined, 50, target 60" in said
