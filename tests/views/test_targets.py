"""Setting what is good enough, and seeing how far the result is from it."""

from datetime import date

import pytest

from dashboard.services import targets, versions
from tests.builders import all_at, ferry_line, worked_brand
from tests.domain.aims import target
from tests.views.instruments import FERRY_LINE_NEXT
from tests.views.material import (
    FERRY_LINE,
    NORTHWIND,
    THEN,
    acting,
    begin,
    brand_lines,
    sheet,
)
from tests.views.visiting import Tab

REASON = "Our regulator asks for it."
DUE = date(2199, 3, 31)


def brand_id() -> str:
    return brand_lines()[NORTHWIND].brand.id


def held() -> dict[str, tuple[float, str]]:
    found = targets.of_brand(acting(), brand_id())
    return {one.dimension_id: (one.score, one.reason) for one in found}


def dialog(tab: Tab) -> Tab:
    return tab.press(f"target-{brand_id()}")


def choose(tab: Tab, dimension: str) -> Tab:
    return tab.run(tab.app.selectbox(key=f"target-dimension-{brand_id()}-en").set_value(dimension))


def whose(dimension: str) -> str:
    return f"{brand_id()}-{dimension}-en"


def fill(tab: Tab, dimension: str, *, band: str | None, reason: str, due: date | None) -> Tab:
    choose(tab, dimension)
    if band:
        tab.run(tab.app.selectbox(key=f"target-band-{whose(dimension)}").set_value(band))
    tab.write(f"target-reason-{whose(dimension)}", reason)
    if due:
        tab.run(tab.app.date_input(key=f"target-day-{whose(dimension)}").set_value(due))
    return tab.press("save-target")


def soon() -> date:
    return acting().now().date().replace(day=1, month=12, year=acting().now().year + 1)


def test_a_target_is_set_as_a_band_and_drawn_and_its_gap_listed() -> None:
    here = begin(worked_brand())
    tab = Tab("results", assessment=here, lang="en")
    assert "Dotted line: target" not in tab.text

    fill(dialog(tab), "ST4", band="defined", reason=REASON, due=soon())

    assert not tab.errors
    assert held() == {"ST4": (37.5, REASON)}
    tab = tab.again()
    assert tab.text.count("Dotted line: target") == 2
    assert "Leak response and accountability is 21 under its target" in tab.text
    due = f"due 1 December {soon().year}. Why this target: {REASON}"
    assert f"21 under the target of 38, {due}" in tab.text
    assert "Targets, drawn as dotted lines: 0 of 1 reached." in tab.text


def test_the_dialog_says_for_which_brand_it_is_and_what_the_weakest_dimension_comes_to() -> None:
    begin(all_at(4), brand="Other")
    given = all_at(3, ST4_1=1, ST3_1="DK", ST3_2="DK", ST3_3="DK")
    begin(given, brand="*Mine*")
    mine = brand_lines()["*Mine*"].brand.id
    tab = Tab(brand=mine).press(f"target-{mine}")
    box = tab.app.selectbox(key=f"target-dimension-{mine}-en")

    assert r"Target for \*Mine\*" in tab.sent.replace("\\\\", "\\")
    assert box.value == "ST4"
    assert "Now: Developing, 33" in tab.text

    tab.run(box.set_value("VE1"))
    assert "Now: Defined, 50" in tab.text
    tab.run(tab.app.selectbox(key=f"target-dimension-{mine}-en").set_value("ST3"))
    assert "Now: between 0 and 100" in tab.text


def test_a_target_is_set_as_a_score_of_ones_own() -> None:
    begin(worked_brand())
    tab = choose(dialog(Tab()), "ST1")
    tab.run(tab.app.selectbox(key=f"target-band-{whose('ST1')}").set_value("own"))
    tab.run(tab.app.number_input(key=f"target-score-{whose('ST1')}").set_value(60))

    fill(tab, "ST1", band=None, reason=REASON, due=soon())

    assert held() == {"ST1": (60.0, REASON)}


def test_what_is_missing_is_said_and_nothing_is_set() -> None:
    begin(worked_brand())
    tab = dialog(Tab())

    assert fill(tab, "ST1", band=None, reason="", due=None).errors == [
        "Choose the score that is good enough."
    ]
    assert fill(tab, "ST1", band="leading", reason="  ", due=None).errors == [
        "Say in a sentence why this is good enough."
    ]
    assert fill(tab, "ST1", band="leading", reason="x", due=None).errors == [
        "Choose the day by which it is to be reached."
    ]
    assert fill(tab, "ST1", band="leading", reason="a\x00b", due=soon()).errors == [
        "Not saved: the text is too long, or holds a character that cannot be stored."
    ]
    assert held() == {}


def test_a_target_is_changed_and_removed_in_the_same_dialog() -> None:
    here = begin(worked_brand())
    targets.put(acting(), brand_id(), target(due=DUE), read=None)
    tab = choose(dialog(Tab("results", assessment=here, lang="en")), "ST1")
    assert tab.note(f"target-reason-{whose('ST1')}") == REASON
    assert tab.app.selectbox(key=f"target-band-{whose('ST1')}").value == "own"
    assert tab.app.number_input(key=f"target-score-{whose('ST1')}").value == 60
    day = tab.app.date_input(key=f"target-day-{whose('ST1')}")
    assert (day.min, day.max) == (acting().now().date(), DUE)

    tab.run(tab.app.selectbox(key=f"target-band-{whose('ST1')}").set_value("managed"))
    tab.press("save-target")
    assert held() == {"ST1": (62.5, REASON)}

    choose(dialog(tab), "ST1").press("remove-target")
    assert held() == {}


def test_what_somebody_else_has_set_meanwhile_is_refused_in_place() -> None:
    begin(worked_brand())
    tab = choose(dialog(Tab()), "ST1")
    targets.put(acting(), brand_id(), target(), read=None)

    fill(tab, "ST1", band="leading", reason="Mine", due=soon())

    assert tab.errors == ["Not saved: somebody has changed this meanwhile. Reload the page."]
    assert held() == {"ST1": (60.0, REASON)}


def test_markdown_in_a_reason_stays_the_signs_that_were_typed() -> None:
    here = begin(worked_brand())
    targets.put(acting(), brand_id(), target(reason="**bold** [x](y)"), read=None)

    tab = Tab("results", assessment=here, lang="en")

    assert "**bold** [x](y)" not in tab.source
    assert "**bold** [x](y)" in tab.text


@pytest.mark.slow
def test_a_target_outlives_its_dimension_until_it_is_removed(without_lost_and_found: None) -> None:
    given = all_at(1, questionnaire=ferry_line())
    old = begin(given, wave=THEN, questionnaire=FERRY_LINE)
    here = begin(given, questionnaire=FERRY_LINE)
    for dimension in ("CR2", "CR3"):
        aim = target(dimension, 60, questionnaire="ferry-line", due=DUE)
        targets.put(acting(), brand_id(), aim, read=None)
    versions.move(acting(), sheet(here), FERRY_LINE_NEXT)

    assert "Lost and found: 10 under the target of 60" in Tab("results", assessment=old).text
    tab = Tab("results", assessment=here)

    assert "Lost and found: this version of the questionnaire does not have it." in tab.text
    assert "Its target of 60, set for 31 March 2199, stays with waves on other versions." in (
        tab.text
    )
    assert "Targets, drawn as dotted lines: 0 of 1 reached." in tab.text
    tab.press("stray-CR3")
    assert list(held()) == ["CR2"]
    assert "does not have it" not in tab.text
