"""Compare: what stands side by side, what is said of it, and what is never joined."""

import pytest

from dashboard.domain.answer import Answer
from dashboard.plain import plain
from dashboard.services import assessments, demo
from tests.builders import DK, NA, all_at, worked_brand
from tests.views.material import (
    FIRST,
    NOW,
    THEN,
    acting,
    begin,
    brand_lines,
    somebody_else,
)
from tests.views.visiting import Tab

KESTREL = "Kestrel Mobile"
MIRRORED = {"A": all_at(3, ST4_1=4, VE1_1=2), "B": all_at(3, ST4_1=2, VE1_1=4)}
"""Each as far ahead in one pillar as the other is in another."""


def beside(*ids: str, lang: str = "en") -> Tab:
    return Tab("compare", **{"with": ",".join(ids)}, lang=lang)


def two_waves(before: dict[str, Answer], now: dict[str, Answer]) -> tuple[str, str]:
    return begin(before, wave=THEN), begin(now, wave=NOW)


def table(tab: Tab, head: str) -> list[list[str]]:
    """The rows of the tables whose first column is called so."""
    found = (t.value for t in tab.app.table if t.value.columns[0] == head)
    return [[str(cell) for cell in row] for frame in found for row in frame.values]


# What is compared


def test_without_a_choice_the_newest_wave_stands_against_the_one_before() -> None:
    begin(all_at(1), wave=FIRST)
    _, now = two_waves(all_at(3), all_at(3, ST4_1=5))

    tab = Tab("compare", assessment=now)

    assert tab.title == "One dimension rose, eleven are about the same"
    assert f"{THEN} → {NOW}" in tab.text
    assert "The largest gain is **Leak response and accountability** (+17)." in tab.text


def test_a_wave_without_answers_is_not_compared() -> None:
    two_waves(all_at(3), all_at(4))
    empty = begin(wave="2027-Q1")

    tab = Tab("compare", assessment=empty)

    assert f"{THEN} → {NOW}" in tab.text
    assert "2027-Q1" not in tab.app.multiselect(key="compared").options[0]


def test_the_choice_stands_in_the_address_and_comes_back_with_it() -> None:
    then, now = two_waves(all_at(3), all_at(4))
    other = begin(all_at(2), brand="Kestrel", wave=NOW)
    tab = Tab("compare", assessment=now)

    tab.run(tab.app.multiselect(key="compared").set_value([now, other]))

    assert tab.address["with"] == f"{now},{other}"
    assert tab.title.startswith("Kestrel is lower on twelve dimensions")
    assert tab.again().title == tab.title
    assert tab.speak("zh").app.multiselect(key="compared").value == [now, other]
    assert then not in tab.address["with"]


def test_an_emptied_choice_stays_empty_and_says_what_to_do() -> None:
    _, now = two_waves(all_at(3), all_at(4))
    tab = Tab("compare", assessment=now)

    tab.run(tab.app.multiselect(key="compared").set_value([]))

    assert tab.title == "Which assessments?"
    assert "Choose two to six" in tab.text
    assert tab.again().title == "Which assessments?"


def test_one_wave_alone_asks_for_a_second_one() -> None:
    only = begin(all_at(3))
    begin(all_at(2), brand="Kestrel")

    tab = Tab("compare", assessment=only)

    assert tab.title == "Which assessments?"
    assert "Add a second one: another wave of this brand, or another brand." in tab.text


def test_another_assessment_ends_a_comparison() -> None:
    then, now = two_waves(all_at(3), all_at(4))
    other = begin(all_at(2), brand="Kestrel", wave=NOW)
    tab = beside(then, now).go("results")

    tab.go("results", assessment=other)
    tab.go("", lang="en").press(f"results-{other}")

    assert "with" not in tab.address


def test_nobody_elses_and_nothing_that_is_gone_is_compared() -> None:
    then, now = two_waves(all_at(3), all_at(4))
    theirs = begin(all_at(1), brand="Secret", by=somebody_else())
    gone = begin(all_at(1), brand="Gone")
    assessments.delete(acting(), gone)

    tab = beside(theirs, gone, then, now)

    assert tab.title == "Twelve dimensions rose"
    assert "2 of the assessments in this link are not in this workspace" in tab.text
    assert "One of the assessments in this link is not" in beside(gone, gone, then, now).text
    assert "Secret" not in tab.sent
    assert "Gone" not in tab.sent


def test_an_assessment_that_there_is_not_is_not_replaced_in_silence() -> None:
    waves = two_waves(all_at(3), all_at(4))
    lost = "One of the assessments in this link is not"

    assert lost in Tab("compare", assessment="nothing", lang="en").text
    for known in waves:
        assert lost not in Tab("compare", assessment=known, lang="en").text


def test_ones_own_and_the_demo_are_never_mixed() -> None:
    demo.load(acting())
    own = [begin(all_at(3), wave=THEN), begin(all_at(4), wave=NOW)]
    shipped = brand_lines(demo=True)[KESTREL].waves[0].assessment.id

    tab = beside(*own, shipped)

    assert "Demo data" not in tab.text
    assert len(tab.app.multiselect(key="compared").options) == 2
    assert tab.app.multiselect(key="compared").value == own
    assert "it may be in another one, deleted or put away" in tab.text

    tab.select("workspace-en", demo.DEMO_WORKSPACE_ID)
    assert "Demo data" in tab.text
    assert "with" not in tab.address


def test_with_nothing_to_compare_the_page_says_what_will_be_here() -> None:
    begin(all_at(3))

    tab = Tab("compare")

    assert tab.title == "Compare needs two assessments"
    assert tab.labels == ["Go to the overview"]
    assert tab.press("to-overview").path == ""


# What is said of two


def test_levels_bands_and_differences_are_in_a_table_by_size() -> None:
    tab = beside(*two_waves(all_at(3), all_at(3, ST4_1=5, VE1_1=2)))

    rows = table(tab, "Part")

    assert [row[0] for row in rows[:4]] == [
        "**Overall**",
        ":blue[■] **Value exchange**",
        ":orange[■] **Data use**",
        ":violet[■] **Stewardship**",
    ]
    assert rows[4] == ["Leak response and accountability", "Defined 50", "Managed 67", "**\\+17**"]
    assert rows[-1] == ["Worth of the offer", "Defined 50", "Defined 42", "**−8**"]
    assert {row[-1] for row in rows[5:-1]} == {"same"}


def test_the_answers_behind_a_change_are_listed_with_what_is_no_level() -> None:
    before = all_at(3, VE3_3=NA, ST4_1=None, VE1_1=1)
    tab = beside(*two_waves(before, all_at(3, VE3_3=2, ST4_1=DK, VE1_1=4)))

    rows = {row[0]: row[1:] for row in table(tab, "Question")}

    assert "3 answers changed" in tab.text
    assert next(iter(rows.values())) == ["1 · Initial", "4 · Managed"]
    assert ["No answer", "I don't know"] in rows.values()
    assert any(row[1] == "2 · Developing" and "apply" in row[0] for row in rows.values())


def test_the_band_is_told_before_and_after_with_what_holds_it() -> None:
    rose = beside(*two_waves(all_at(2), all_at(4)))
    assert "The band went from Developing to Managed." in rose.text


def test_what_holds_the_band_is_named_while_it_stays() -> None:
    held = beside(*two_waves(worked_brand(), worked_brand(VE1_1=5)))

    assert "The band is still Developing: No plan for a data leak." in held.text


def test_of_two_brands_order_is_claimed_only_if_it_holds() -> None:
    high, low = begin(all_at(4), brand="High"), begin(all_at(2), brand="Low")
    one, other = (begin(given, brand=name) for name, given in MIRRORED.items())

    assert "Overall: High is ahead of Low in all 4,096 ways tried." in beside(low, high).text
    assert "is clearly ahead of the other." in beside(one, other).text


# What is said of several


def test_three_brands_stand_in_dots_and_one_is_ahead() -> None:
    ids = [begin(all_at(level), brand=f"B{level}") for level in (2, 3, 4)]

    tab = beside(*ids)

    assert tab.title == "B4 is ahead of the others"
    assert "Scores of 12 dimensions in B2, B3 and B4" in tab.text
    assert table(tab, "Part")[0] == [
        "**Overall**",
        "25",
        "50",
        "75",
        "**50**",
    ]
    assert "B3 is ahead of B2 in all 4,096 ways tried" in tab.text


def test_a_name_that_fits_no_column_has_a_sign_there() -> None:
    ids = [begin(all_at(3), brand=name) for name in ("Donaudampfschifffahrt", "Short")]

    tab = beside(*ids)

    assert "●\u00a0Donaudampfschifffahrt · ◆\u00a0Short" in tab.text
    assert table(tab, "Part")[0][1:3] == ["Defined 50", "Defined 50"]


def test_nobody_is_called_ahead_where_it_does_not_hold() -> None:
    ids = [begin(given, brand=name) for name, given in MIRRORED.items()]

    tab = beside(*ids, begin(all_at(1), brand="Low"))

    assert tab.title == "Nobody is clearly ahead of all others"
    assert "is ahead of Low in all 4,096 ways tried" in tab.text


@pytest.mark.parametrize("typed", ["**bold** :red[x] $x$", "[a](https://example.com) <b>x</b>"])
def test_what_people_typed_is_shown_as_typed(typed: str) -> None:
    first, second = begin(all_at(3), brand=typed), begin(all_at(4), brand="Plain", wave=typed[:40])

    tab = beside(first, second)

    kinds = (tab.app.title, tab.app.markdown, tab.app.caption, tab.app.subheader, tab.app.header)
    marked = [str(element.value) for kind in kinds for element in kind]
    marked += [name for found in tab.app.table for name in map(str, found.value.columns)]
    assert any(plain(typed) in text for text in marked)
    assert not [text for text in marked if typed in text]


def test_the_brand_on_the_card_of_the_overview_is_the_one_that_is_compared() -> None:
    two_waves(all_at(3), all_at(4))
    for wave, level in ((THEN, 4), (NOW, 2)):
        begin(all_at(level), brand="Kestrel", wave=wave)
    kestrel = brand_lines()["Kestrel"].brand.id

    tab = Tab("compare", brand=kestrel)

    assert tab.title == "Twelve dimensions slipped"
    assert "Kestrel · " in tab.text


def test_beside_more_than_two_there_is_room_for_numbers_alone() -> None:
    others = [begin(all_at(level), brand=f"B{level}") for level in (1, 2, 4)]
    odd = begin(all_at(3, ST4_1=DK, VE3_3=NA), brand="Odd")

    tab = beside(*others, odd)

    assert "●\u00a0B1 · ◆\u00a0B2 · ▲\u00a0B4 · ▼\u00a0Odd" in tab.text
    assert table(tab, "Part")[1][1:] == ["0", "25", "75", "50", "**75**"]
    answers = {row[0]: row[1:] for row in table(tab, "Question")}
    assert ["1", "2", "4", "?"] in answers.values()
    assert ["1", "2", "4", "n/a"] in answers.values()


def test_of_a_brand_without_a_score_nobody_is_called_ahead() -> None:
    ids = [begin(all_at(level), brand=f"B{level}") for level in (2, 4)]
    torn = begin({"VE1.1": Answer.at(3)}, brand="Torn")

    assert beside(*ids, torn).title == "Not all of them have an overall score yet"


def test_results_lead_to_the_wave_before() -> None:
    then, now = two_waves(all_at(3), all_at(3, ST4_1=5))
    assert "compare-with-last" not in Tab("results", assessment=then).keys("compare-")

    tab = Tab("results", assessment=now).press("compare-with-last")

    assert (tab.path, tab.address["with"]) == ("compare", f"{then},{now}")
    assert tab.title == "One dimension rose, eleven are about the same"
