"""Compare: what its titles claim, of whom, and what they leave open."""

import pytest

from dashboard.domain.answer import Answer
from tests.builders import DATA_TRUST, NA, Short, all_at, answers, ferry_line, questionnaire_in
from tests.views.instruments import FERRY_LINE_NEXT
from tests.views.material import FERRY_LINE, FIRST, NORTHWIND, NOW, THEN, begin
from tests.views.test_compare import beside, table
from tests.views.test_compare_limits import ferry
from tests.views.visiting import Tab

TORN = all_at(4, **dict.fromkeys(("VE1_1", "VE1_2", "DU1_1", "DU1_2", "ST1_1", "ST1_2")))
"""Three dimensions have no score for want of answers."""
HALF = all_at(5) | answers(
    {one.id: NA for one in questionnaire_in(DATA_TRUST).items if one.not_applicable}
)


def subheads(tab: Tab) -> list[str]:
    return [element.value for element in tab.app.subheader]


def heads(tab: Tab) -> list[str]:
    return [element.value for element in tab.app.header]


# Of two brands


def test_two_brands_are_counted_by_who_is_higher_and_ordered_by_distance() -> None:
    low = begin(all_at(3, ST4_1=4, VE1_1=4), brand="One")
    other = begin(all_at(3, ST4_1=1, VE2_1=4), brand="Other")

    tab = beside(low, other)

    assert tab.title == "Other is higher on one dimension, lower on two, about the same on nine"
    assert heads(tab)[:2] == ["Furthest apart first", "3 answers differ"]
    rows = table(tab, "Part")
    assert list(rows[4]) == ["Leak response and accountability", *rows[4][1:3], "**−25**"]
    assert [row[-1] for row in rows[5:7]] == ["**−8**", "**\\+8**"]
    assert "Leak response and accountability differs most" in subheads(tab)
    assert "Furthest above: **Asking for little** (+8)." in tab.text
    assert "Furthest below: **Leak response and accountability** (−25)." in tab.text
    assert "lies furthest above to where it lies furthest below" in tab.text
    assert "Asking for little, Defined 50, Defined 58, 8 higher;" in tab.text
    assert "Leak response and accountability, Defined 58, Developing 33, 25 lower." in tab.text
    assert "largest gain" not in tab.text


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "No dimension has a score in both"), ("zh", "没有哪个维度在双方都有分数")],
)
def test_without_a_score_in_both_no_dimension_is_said_to_differ(lang: str, said: str) -> None:
    torn = {item: one for item, one in all_at(3).items() if item in {"VE1.1", "DU1.1"}}

    tab = beside(begin(torn, brand="Torn"), begin(all_at(4), brand="Whole"), lang=lang)

    assert said in subheads(tab)


def test_what_one_of_the_two_has_no_score_of_is_counted_apart() -> None:
    tab = beside(begin(all_at(3), brand="Whole"), begin(TORN, brand="Torn"))

    assert tab.title == "Torn is higher on nine dimensions, three cannot be compared"


def test_other_content_is_said_once_and_nobody_stands_in_an_order_with_it() -> None:
    ids = [begin(all_at(level), brand=f"B{level}") for level in (2, 5)]
    tab = beside(*ids, begin(HALF | answers({"VE1.1": 1, "DU1.1": 1, "ST1.1": 1}), brand="Half"))

    assert (
        tab.title == "No order is claimed: more than a fifth of the questions do not apply to Half"
    )
    (claims,) = (m.value for m in tab.app.markdown if "is ahead of" in m.value)
    assert claims.splitlines()[0] == "- B5 is ahead of B2 in all 4,096 ways tried"
    assert len(claims.splitlines()) == 2
    assert claims.count("No order is claimed") == 1


# Of several


@pytest.mark.parametrize(
    ("changes", "english", "chinese"),
    [
        (
            {"ST4.1": 5, "VE1.1": 5},
            "Worth of the offer, and Leak response and accountability tell them apart most",
            "回报价值、泄露应对与担责拉开的差距最大",
        ),
        (
            {"ST4.1": 5},
            "Leak response and accountability tells them apart most",
            "泄露应对与担责拉开",
        ),
        (
            {"ST4.1": 5, "VE1.1": 5, "VE2.1": 5, "DU1.1": 5},
            "4 dimensions tell them apart most",
            "4 个维度拉开的差距最大",
        ),
    ],
)
def test_all_that_tell_them_apart_as_much_are_named(
    changes: dict[str, Short], english: str, chinese: str
) -> None:
    ids = [begin(all_at(3), brand=name) for name in "AB"]

    tab = beside(*ids, begin(all_at(3) | answers(changes), brand="C"))

    assert any(english in head for head in subheads(tab))
    assert any(chinese in head for head in subheads(tab.speak("zh")))


def test_dimensions_as_far_apart_at_other_heights_are_named_together() -> None:
    ids = [begin(all_at(3), brand=name) for name in "AB"]

    tab = beside(*ids, begin(all_at(3, ST4_1=5, VE1_1=1), brand="C"))

    assert (
        "They lie furthest apart on **Worth of the offer**, and **Leak response and "
        "accountability**, 17 points each." in tab.text
    )


@pytest.mark.parametrize("others", [("B",), ("B", "C")])
def test_the_highest_score_with_a_lower_band_is_not_simply_ahead(others: tuple[str, ...]) -> None:
    """A comes to 94 and has no plan for a leak; the others come to 75, Managed."""
    held = begin(all_at(5, ST4_1=1), brand="A")

    tab = beside(held, *(begin(all_at(4), brand=name) for name in others))

    assert "A has the higher score and the lower band, Developing: No plan for a data leak." in (
        tab.text
    )
    if len(others) > 1:
        assert tab.title == "A has the highest score, but not the highest band"


def test_a_lower_band_at_about_the_same_score_is_not_called_a_higher_score() -> None:
    """A comes to 94, held at Developing; B to 93, and is Leading."""
    held = begin(all_at(5, ST4_1=1), brand="A")
    free = begin(all_at(5, ST1_1=4, ST1_2=4, ST1_3=4, ST2_1=4, ST2_2=4), brand="B")

    tab = beside(held, free)

    assert table(tab, "Part")[0][1:] == ["Developing 94", "Leading 93", "same"]
    assert "has the higher score" not in tab.text


# With one that stands on another scale


@pytest.mark.slow
def test_waves_that_are_compared_are_named_where_another_one_is_not(two_versions: None) -> None:
    ids = [ferry(2, FIRST), ferry(2, THEN, FERRY_LINE_NEXT), ferry(1, NOW, FERRY_LINE_NEXT)]

    tab = beside(*ids)

    assert tab.title.startswith(f"From {THEN} to {NOW}: ")
    assert f"**{FIRST}** answered version 1.0.0 of the questionnaire, {THEN} and {NOW} version" in (
        tab.text
    )


@pytest.mark.slow
def test_nobody_is_said_to_be_ahead_of_what_stands_on_another_scale(two_versions: None) -> None:
    def brand(name: str, level: int, version: str) -> str:
        given = all_at(level, questionnaire=ferry_line(), BK1_1=2)
        return begin(given, brand=name, questionnaire=version)

    two = [brand("A", 1, FERRY_LINE_NEXT), brand("B", 2, FERRY_LINE_NEXT)]
    old = brand("Old", 2, FERRY_LINE)

    assert beside(*two, old).title.startswith("Beside A, B is higher on")
    same = brand("Same", 1, FERRY_LINE_NEXT)
    assert beside(two[0], same, old).title == "A and Same: All four dimensions are about the same"
    title = beside(*two, brand("C", 1, FERRY_LINE_NEXT), old).title
    assert title == "B is ahead of all that can be compared with it"
    title = beside(*two, brand("D", 2, FERRY_LINE_NEXT), old).title
    assert title == "Nobody is clearly ahead of all that can be compared"


def test_what_is_gone_is_gone_from_the_older_version_to_the_newer(
    without_lost_and_found: None,
) -> None:
    newer = {
        id_: one for id_, one in all_at(1, questionnaire=ferry_line()).items() if "3." not in id_
    }
    ids = [ferry(2, FIRST), ferry(2, THEN)]

    tab = beside(*ids, begin(newer, wave=NOW, questionnaire=FERRY_LINE_NEXT))

    assert f"**{NOW}** answered version 1.1.0 of the questionnaire, {FIRST} and {THEN} version" in (
        tab.text
    )
    assert tab.text.count("2 questions are gone.") == 2
    assert "are new" not in tab.text


# What stands in the address


@pytest.mark.slow
def test_more_than_six_are_cut_and_it_is_said() -> None:
    ids = [begin(all_at(3), brand=f"B{n}") for n in range(7)]

    assert "names more than 6 assessments: the rest is left out" in beside(*ids).text
    tab = beside(*ids[:6], ids[0])
    assert "the rest is left out" not in tab.text
    assert tab.app.multiselect(key="compared").value == ids[:6]


def test_a_wave_that_was_just_begun_does_not_take_the_place_of_one_with_a_score() -> None:
    begin(all_at(2), wave=FIRST)
    begin(all_at(3), wave=THEN)
    begun = begin({"VE1.1": Answer.at(1)}, wave=NOW)

    tab = Tab("compare", assessment=begun)

    assert tab.title == "Twelve dimensions rose"
    assert f"{NORTHWIND} · {FIRST} → {THEN}" in tab.text


def test_a_name_from_right_to_left_turns_nothing_beside_it() -> None:
    names = ["علامة", "بيانات", "Plain"]

    tab = beside(*(begin(all_at(3), brand=name) for name in names))

    assert "●\u00a0\u2068علامة\u2069 · ◆\u00a0\u2068بيانات\u2069 · ▲\u00a0Plain" in tab.text
