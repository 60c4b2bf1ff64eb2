"""What Compare does not join, what it greys out, and what it says of many waves."""

import pytest

from dashboard.domain.workshop import Setup, Stage
from dashboard.plain import plain
from tests.builders import DK, all_at, data_trust, ferry_line, worked_brand
from tests.views.instruments import FERRY_LINE_NEXT
from tests.views.material import FERRY_LINE, FIRST, NOW, THEN, begin, save
from tests.views.test_compare import beside, table, two_waves
from tests.views.visiting import Tab
from tests.views.workshop_material import STEWARDSHIP, matrix_rows, room_at

EVERYTHING = Setup(
    dimensions=tuple(one.id for one in data_trust().dimensions), langs=("en", "zh"), expected=5
)


def ferry(level: int, wave: str, version: str = FERRY_LINE) -> str:
    given = all_at(level, questionnaire=ferry_line())
    return begin(given, wave=wave, questionnaire=version)


def test_scores_of_two_versions_are_not_joined_and_why_is_said(two_versions: None) -> None:
    tab = beside(ferry(2, THEN), ferry(1, NOW, FERRY_LINE_NEXT))

    assert tab.title == "These scores stand on different scales"
    assert (
        f"**{THEN}** answered version 1.0.0 of the questionnaire, {NOW} version 1.1.0" in tab.text
    )
    assert "1 question was reworded." in tab.text
    assert "The weights differ." in tab.text
    assert "Open circle" not in tab.text
    assert "is ahead of" not in tab.text


def test_questions_that_read_the_same_are_followed_and_reworded_ones_are_not(
    two_versions: None,
) -> None:
    tab = beside(ferry(2, THEN), ferry(1, NOW, FERRY_LINE_NEXT))

    assert f"{len(ferry_line().items) - 1} answers changed" in tab.text


def test_a_reworded_question_says_so_wave_by_wave(two_versions: None) -> None:
    tab = beside(ferry(2, THEN), ferry(1, NOW, FERRY_LINE_NEXT))

    tab.run(tab.app.selectbox(key="followed-en").set_value("CR1.1"))

    told = {row[0]: row[1] for row in table(tab, "Wave")}
    assert told[THEN.replace("-", "\\-")] == "asked in other words"
    assert told[NOW.replace("-", "\\-")].startswith("1")


def test_the_trend_breaks_with_the_version_and_begins_anew(two_versions: None) -> None:
    tab = beside(ferry(2, FIRST), ferry(2, THEN), ferry(1, NOW, FERRY_LINE_NEXT))

    assert f"The lines break before {NOW}, which answered version 1.1.0" in tab.text
    assert f"A line begins at {NOW}" in tab.text


def test_of_another_questionnaire_nothing_is_compared(ferry_lines: None) -> None:
    tab = beside(begin(all_at(3), wave=THEN), ferry(1, NOW))

    assert tab.title == "These scores stand on different scales"
    assert f"**{THEN}** answered another questionnaire (Brand data trust)" in tab.text
    assert (
        f"The lines break before {NOW}, which answered another questionnaire (Passenger data"
        in (tab.text)
    )
    assert "version 1.0.0" not in tab.text
    assert "No answer that can be compared differs" in tab.text


def test_a_change_within_the_noise_of_its_raters_is_grey() -> None:
    """The method's six raters of Stewardship: one level on one item of ST1 is 8 points."""
    before, now = two_waves(all_at(3), all_at(3))
    room_at(Stage.CLOSED, matrix_rows(), setup=STEWARDSHIP, assessment=now)

    tab = beside(before, now)

    assert "within the noise of 6 raters" in tab.text
    assert any(row[-1].endswith(", noise") for row in table(tab, "Part"))


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ((1, 2, 3, 4, 5), "Rising by about 25 points a wave"),
        ((2, 4, 2, 4, 2), "No clear direction over 5 waves"),
        ((1, 2, 3, 4), "From 0 to 75 since w0"),
    ],
)
def test_a_direction_is_claimed_from_five_waves_on(levels: tuple[int, ...], said: str) -> None:
    ids = [begin(all_at(level), wave=f"w{n}") for n, level in enumerate(levels)]

    tab = Tab("compare", assessment=ids[-1])

    assert said in tab.text
    assert ("No direction is claimed before 5 waves" in tab.text) == (len(levels) < 5)


def test_where_raters_differ_more_than_brands_nobody_is_called_ahead() -> None:
    """At levels 1 to 5 throughout the raters' overall scores vary by 1562.5: it takes 49 points."""
    one, other = begin(all_at(3), brand="One"), begin(brand="Other")
    rows = [str(level) * 36 for level in (1, 2, 3, 4, 5)]
    room_at(Stage.CLOSED, rows, setup=EVERYTHING, assessment=other)
    for item in ("VE1.1", "VE1.2", "DU1.1", "DU1.2", "ST1.1", "ST1.2", "ST2.1"):
        save(other, item, 5)

    tab = beside(one, other)

    assert "points apart, within the noise of their raters: it takes 49." in tab.text
    assert "Overall: " not in tab.text


def test_a_figure_within_noise_has_no_arrow() -> None:
    before, now = two_waves(all_at(3), {})
    rows = [str(level) * 36 for level in (1, 2, 3, 4, 5)]
    room_at(Stage.CLOSED, rows, setup=EVERYTHING, assessment=now)
    for item in ("VE1.1", "VE1.2", "VE2.1", "VE2.2"):
        save(now, item, 5)

    tab = beside(before, now)

    assert tab.app.metric[1].delta == "67, up 17, noise"
    assert tab.title == "All twelve dimensions are about the same"


def test_to_a_provisional_score_neither_change_nor_order_is_claimed() -> None:
    """Without ST4.1 (a critical item) the band is Developing to Managed: bounds 71 and 75."""
    before, now = two_waves(all_at(3), all_at(4, ST4_1=DK))

    tab = beside(before, now)

    assert f"Provisional in {NOW}: between 71 and 75" in tab.text
    assert "From 50 to" not in tab.text
    assert f"No order is claimed for {NOW}" in tab.text
    assert "is ahead of" not in tab.text
    overall = {row[0]: row[1] for row in table(tab, "Assessment")}
    assert overall[plain(THEN)] == "50"
    assert overall[plain(NOW)] == "between 71 and 75"


def test_nobody_is_ahead_of_a_brand_whose_score_is_provisional() -> None:
    ids = [begin(all_at(level), brand=f"B{level}") for level in (1, 2)]

    tab = beside(*ids, begin(all_at(4, ST4_1=DK), brand="Open"))

    assert tab.title == "Not all of the overall scores are settled yet"
    assert "B2 is ahead of B1 in all 4,096 ways tried" in tab.text
    assert "No order is claimed for Open" in tab.text


def test_which_choice_matters_how_much_is_told_of_each_side() -> None:
    tab = beside(*(begin(worked_brand(), brand=name) for name in ("One", "Other")))

    shares = table(tab, "Choice")
    assert [row[1:] for row in shares].count(["85%", "85%"]) == 2
    assert tab.text.count("Shares of the variance of the overall score") == 1
