"""Compare: ties, gaps and waves that fall back are called what they are."""

import pytest

from tests.builders import DATA_TRUST, NA, all_at, answers, questionnaire_in
from tests.views.material import FIRST, NOW, THEN, begin
from tests.views.test_compare import beside, table


def test_in_time_the_largest_gain_comes_first_and_shifts_have_a_sign() -> None:
    first = begin(all_at(3), wave=FIRST)
    then = begin(all_at(3, ST4_1=1, VE1_1=4), wave=THEN)
    now = begin(all_at(3, ST4_1=1, VE1_1=4), wave=NOW)

    tab = beside(first, then, now)
    rows = table(tab, "Part")[4:]

    assert "+8" in rows[0][-1]
    assert rows[-1][-1].startswith("**−")
    assert tab.title.startswith(f"From {FIRST} to {NOW}: one dimension rose")


def test_waves_that_fall_back_are_not_called_still() -> None:
    waves = [begin(all_at(level), wave=wave) for level, wave in ((3, FIRST), (5, THEN), (3, NOW))]

    tab = beside(*waves)

    assert tab.title == f"From {FIRST} to {NOW}: all twelve dimensions are about the same"
    assert "The band is Defined again" in tab.text
    assert "still" not in tab.text


def test_all_that_gained_most_are_counted() -> None:
    tab = beside(begin(all_at(3), wave=THEN), begin(all_at(4), wave=NOW))

    assert "12 dimensions gained most" in tab.text


def test_nothing_to_compare_is_no_noise() -> None:
    one, other = begin(all_at(3), brand="A"), begin(all_at(3), brand="B")

    assert "No dimension differs by 3 points or more" in beside(one, other).text


@pytest.mark.slow
def test_across_different_content_no_order_is_claimed() -> None:
    full = all_at(3)
    items = questionnaire_in(DATA_TRUST).items
    half = all_at(5) | answers({one.id: NA for one in items if one.not_applicable})

    tab = beside(begin(full, brand="Full"), begin(half, brand="Half"))

    assert "more than a fifth of the questions do not apply to Half" in tab.text
    assert "4,096 ways tried" not in tab.text
