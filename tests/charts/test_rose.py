import re

import pytest
from hypothesis import given

from dashboard.charts.ink import CLEAR, INK, PAPER, PILLARS
from dashboard.charts.rose import describe_rose, rose
from dashboard.charts.rows import MOST_NAMED
from dashboard.domain.precision import whole
from dashboard.domain.scoring import score
from tests.builders import all_at, data_trust, worked_brand
from tests.charts.drawing import (
    BOTH,
    SEEDS,
    anything,
    drawn,
    lettering,
    partly_answered,
    scored,
    traces,
)


def test_each_dimension_has_a_petal_in_its_place_as_long_as_its_score():
    result = score(data_trust(), worked_brand())

    (petals,) = traces(rose(data_trust(), result, "en"), "barpolar")

    assert petals["theta"] == [30.0 * n for n in range(12)]
    assert petals["width"] == pytest.approx([25] * 12)
    assert petals["r"] == [dimension.score for dimension in result.dimensions]
    assert petals["marker"]["color"] == [ink for ink in PILLARS for _ in range(4)]


def test_rings_stand_where_bands_begin():
    polar = drawn(rose(data_trust(), score(data_trust(), {}), "en"))["layout"]["polar"]

    assert polar["radialaxis"]["tickvals"] == [12.5, 37.5, 62.5, 87.5]
    assert polar["radialaxis"]["range"] == [0, 100]


def test_a_dimension_without_a_score_has_no_petal_and_a_dash_behind_its_name():
    questionnaire, result = partly_answered()

    figure = rose(questionnaire, result, "en")

    (petals,) = traces(figure, "barpolar")
    assert len(petals["r"]) == 10
    assert 0 not in petals["r"]
    dashed = [name for name in lettering(figure).split("\n") if name.endswith("\u00a0–")]
    assert dashed == ["Worth of<br>the offer\u00a0–", "Membership\u00a0–"]


def test_a_score_of_0_is_drawn_and_has_no_dash():
    questionnaire, result = scored(0, 60)

    figure = rose(questionnaire, result, "en")

    assert traces(figure, "barpolar")[0]["r"] == [0, 60]
    assert "–" not in lettering(figure)


def test_the_last_wave_is_a_cased_outline_without_a_fill():
    now, before = (score(data_trust(), all_at(level)) for level in (4, 2))

    petals, casing, line = traces(rose(data_trust(), now, "en", before=before), "barpolar")

    assert petals["r"] == [75] * 12
    for outline, ink in ((casing, PAPER), (line, INK)):
        assert outline["r"] == [25] * 12
        assert outline["marker"]["color"] == CLEAR
        assert outline["marker"]["line"]["color"] == ink
    assert casing["marker"]["line"]["width"] > line["marker"]["line"]["width"]


def test_a_last_wave_of_other_dimensions_outlines_only_what_both_have():
    _, before = scored(60, 20)
    questionnaire, now = scored(80, 80, 80)

    _, casing, _ = traces(rose(questionnaire, now, "en", before=before), "barpolar")

    assert casing["r"] == [60, 20]
    assert casing["theta"] == [0, 120]


def test_targets_are_dotted_arcs_over_their_petals_with_gaps_between():
    questionnaire, result = scored(60, 20, 40, 40)

    figure = rose(questionnaire, result, "en", targets={"D2": 62.5, "D4": 50})

    casing, dots = traces(figure, "scatterpolar")
    assert dots["line"]["dash"] == "dot"
    assert casing["r"] == dots["r"]
    assert dots["r"].count(None) == 2
    assert {radius for radius in dots["r"] if radius} == {62.5, 50}
    first = dots["theta"][: dots["theta"].index(None)]
    assert (first[0] + first[-1]) / 2 == pytest.approx(90)
    assert first[-1] - first[0] == pytest.approx(78)


@pytest.mark.parametrize("number", [1, 2, 7, 12, 13, 30])
def test_any_number_of_dimensions_shares_the_circle(number):
    questionnaire, result = scored(*[60] * number)

    figure = rose(questionnaire, result, "en", before=result, targets={"D1": 50})

    petals = traces(figure, "barpolar")[0]
    assert len(petals["theta"]) == number
    assert petals["width"] == pytest.approx([300 / number] * number)
    labels = lettering(figure).split("\n")
    named = [f"D{n}" for n in range(1, number + 1)]
    counted = [str(n) for n in range(1, number + 1)]
    assert labels == (named if number <= MOST_NAMED else counted)


def test_the_words_name_what_is_highest_lowest_and_missing_and_give_every_value():
    questionnaire, result = partly_answered()

    said = describe_rose(questionnaire, result, "en")

    assert "All with a score stand at the same: Managed, 75." in said
    assert "Without a score for want of answers: Worth of the offer." in said
    assert "Without a score because not applicable: Membership and brand culture." in said
    assert "Stewardship: Permission first, Managed, 75; Customer control, Managed, 75;" in said


def test_the_words_sum_up_the_last_wave_and_the_targets():
    _, before = scored(40, 80, 60, 41)
    questionnaire, now = scored(60, 20, 60, 42)

    said = describe_rose(questionnaire, now, "en", before=before, targets={"D1": 50, "D2": 50})

    assert "2 about the same" in said
    assert "1 up, 1 down" in said
    assert "Largest rise: D1, up 20. Largest fall: D2, down 60." in said
    assert "1 of 2 reached. Furthest from target: D2, 30 short." in said
    assert "D1, Defined, 60, last wave 40, target 50; D2, Developing, 20, last wave 80" in said


@pytest.mark.parametrize(
    ("count", "names"), [(2, "D1 and D2"), (3, "D1, D2 and D3"), (4, "4 dimensions")]
)
def test_the_words_name_all_that_rose_or_fell_or_fall_short_by_as_much(
    count: int, names: str
) -> None:
    questionnaire, now = scored(*[60] * count)
    _, low = scored(*[40] * count)
    targets = {dimension.id: 80.0 for dimension in questionnaire.dimensions}

    risen = describe_rose(questionnaire, now, "en", before=low, targets=targets)
    fallen = describe_rose(questionnaire, low, "en", before=now)

    assert f"Largest rise: {names}, up 20." in risen
    assert f"Furthest from target: {names}, 20 short." in risen
    assert f"Largest fall: {names}, down 20." in fallen


@given(SEEDS)
def test_what_is_drawn_is_what_is_published_and_every_value_is_said(seed):
    questionnaire, now, before = anything(seed)
    targets = {dimension.id: 50.0 for dimension in questionnaire.dimensions}

    petals, outline, _ = traces(
        rose(questionnaire, now, "en", before=before, targets=targets), "barpolar"
    )

    published = [d.score for d in now.dimensions if d.score is not None]
    before_published = [d.score for d in before.dimensions if d.score is not None]
    assert petals["r"] == published
    assert outline["r"] == before_published
    for lang in BOTH:
        said = describe_rose(questionnaire, now, lang, before=before, targets=targets)
        numbers = set(re.findall(r"\d+", said))
        assert {str(whole(value)) for value in (*published, *before_published)} <= numbers
        assert all(d.title.get(lang) in said for d in questionnaire.dimensions)
        assert "None" not in said
