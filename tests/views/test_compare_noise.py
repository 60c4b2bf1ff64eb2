"""What raters cannot tell apart, among several and from wave to wave: grey, and said."""

import pytest

from dashboard.domain.workshop import Setup, Stage
from dashboard.plain import plain
from tests.builders import all_at, data_trust
from tests.views.material import FIRST, NORTHWIND, NOW, THEN, begin, save
from tests.views.test_compare import beside, table
from tests.views.visiting import Tab
from tests.views.workshop_material import room_at

EVERYTHING = Setup(
    dimensions=tuple(one.id for one in data_trust().dimensions), langs=("en", "zh"), expected=3
)
ROOM = [str(level) * 36 for level in (2, 3, 4)]
"""They agree on 3 throughout, 50 points, with an error of sqrt(625 / 3) in every part.

It takes 40.01 points of two and 47.8 of three.
"""


def rated(brand: str = NORTHWIND, *, wave: str = NOW) -> str:
    made = begin(brand=brand, wave=wave)
    room_at(Stage.CLOSED, ROOM, setup=EVERYTHING, assessment=made)
    return made


def test_among_several_nothing_is_claimed_that_raters_cannot_tell_apart() -> None:
    tab = beside(begin(all_at(2), brand="One"), rated("Other"), rated("Third"))

    assert tab.title == "Nobody is clearly ahead of all others"
    assert "No dimension tells them apart" in tab.text
    assert "They lie furthest apart" not in tab.text
    assert {row[-1] for row in table(tab, "Part")} == {"25, noise"}
    assert "Grey and dashed: all within the noise of 3 and 3 raters (up to 48 points)" in tab.text
    assert "and One lie 25 points apart overall, within the noise of their raters: it takes 48" in (
        tab.text
    )
    claim = "Third is ahead of One in all 4,096 ways tried\n- Third and One lie 25 points apart"
    assert claim in tab.text or claim.replace("Third", "Other") in tab.text
    assert {row[-1] for row in table(tab.speak("zh"), "部分")} == {"25，噪声"}


def test_what_is_furthest_apart_is_looked_for_beyond_noise() -> None:
    """VE1 lies 33 apart where it takes 48; of the other two, 17 apart in ST4, no rater is known."""
    other = rated("Other")
    for item in ("VE1.1", "VE1.2"):
        save(other, item, 5)

    tab = beside(begin(all_at(3), brand="One"), other, begin(all_at(3, ST4_1=5), brand="Third"))

    assert (
        "Beyond rater noise they lie furthest apart on **Leak response and accountability**, "
        "from 50 to 67." in tab.text
    )
    assert "Leak response and accountability tells them apart most" in tab.text
    apart = {row[0]: row[-1] for row in table(tab, "Part")}
    assert apart["Worth of the offer"] == "33, noise"
    assert apart["Leak response and accountability"] == "**17**"


def test_a_step_within_noise_is_named_below_the_trend_be_its_wave_chosen_or_not() -> None:
    rated(wave=FIRST)
    begin(all_at(2), wave=THEN)
    now = begin(all_at(5), wave=NOW)

    tab = Tab("compare", assessment=now)

    steps = f"{FIRST} to {THEN} (25 of 41 points it would take)"
    assert (
        f"Grey dashes: a step within the noise of its raters. Of the overall score: {steps}."
        in (tab.text)
    )
    assert f"From 50 to 100 since {FIRST}" in tab.text
    assert "no more than rater noise" not in tab.text


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "From 50 to 75 since 2026-Q2: no more than rater noise"),
        ("zh", "自 2026-Q2 起，从 50 分到 75 分：未超出评分者噪声"),
    ],
)
def test_the_title_of_a_trend_claims_no_direction_within_noise(lang: str, said: str) -> None:
    rated(wave=THEN)
    now = begin(all_at(4), wave=NOW)

    tab = Tab("compare", assessment=now, lang=lang)

    assert plain(said) in [element.value for element in tab.app.subheader]


def test_without_raters_there_are_no_dashes() -> None:
    begin(all_at(3), wave=THEN)

    tab = Tab("compare", assessment=begin(all_at(4), wave=NOW))

    assert "Grey dashes" not in tab.text
    assert "no more than rater noise" not in tab.text
