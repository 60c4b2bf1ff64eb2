"""What the room sees once its ratings are revealed, and how it agrees."""

import pytest

from dashboard.domain.answer import Answer, State
from dashboard.domain.reveal import Reveal
from dashboard.domain.text import Lang
from dashboard.domain.workshop import Agreed, Setup, Stage
from dashboard.i18n import words
from dashboard.services import workshops
from tests.builders import data_trust
from tests.services.rooms import led_to
from tests.views.material import acting
from tests.views.visiting import Tab
from tests.views.workshop_material import (
    MATRIX,
    STEWARDSHIP,
    matrix_rows,
    room_at,
    stands,
    visit,
)

LOWER_MEDIANS = [3, 3, 3, 2, 3, 2, 2, 3, 3, 1, 2, 2]
"""Of the method's example, by method 3.10."""
SPREAD = ["155", "254", "353", "453", "553"]
"""Five people on ST4: the first item is contested most, the second a little, the third not."""


def looked(workshop_id: str) -> Reveal:
    return workshops.look(acting(), workshop_id)


def agreed_on(workshop_id: str) -> dict[str, Agreed]:
    return {one.item_id: one.agreed for one in looked(workshop_id).items if one.agreed}


def table(tab: Tab, position: int = 0) -> dict[str, str]:
    """The first two columns of a table of figures."""
    found = tab.app.table[position].value
    clean = found.map(lambda cell: str(cell).replace("\\", ""))
    return dict(zip(clean.iloc[:, 0], clean.iloc[:, 1], strict=True))


def interval(name: str) -> str:
    """A coefficient of the method's vectors as the page writes it."""
    low, high = MATRIX["icc"][f"{name}_CI"]
    return f"{MATRIX['icc'][name]:.2f} [{low:.2f} to {high:.2f}]"


def dots(tab: Tab) -> list[str]:
    return [m.value for m in tab.app.markdown if "●" in m.value]


@pytest.mark.parametrize(
    ("lang", "finding"),
    [
        ("en", "Agreed on 11 of 12 items; 1 is contested"),
        ("zh", None),
    ],
)
def test_the_methods_example_is_told_in_words_first(lang: Lang, finding: str | None) -> None:
    made = room_at(Stage.REVEALED, matrix_rows(), setup=STEWARDSHIP)

    tab = visit(made, lang)

    one = "Agreed on {agreed} of {total} items; {n} is contested"
    many = "Agreed on {agreed} of {total} items; {n} are contested"
    said = words(lang).plural(one, many, 1, agreed=11, total=12)
    assert tab.title == (finding or said) == said


def test_the_methods_example_has_its_figures() -> None:
    made = room_at(Stage.REVEALED, matrix_rows(), setup=STEWARDSHIP)

    tab = visit(made).open("room-figures-en")

    found = table(tab)
    assert found["ICC(1)"] == interval("ICC(1)") == "0.45 [0.21 to 0.73]"
    assert found["ICC(k)"] == interval("ICC(k)") == "0.83 [0.62 to 0.94]"
    assert found["r*_wg(j), slight skew"] == "0.76"
    assert found["r*_wg(j), uniform"] == "0.84"
    assert found["Stewardship"] == "35 to 38"
    assert found["Items with agreement"] == "92%"
    assert "r_wg(j)" not in [name for name in found if "*" not in name]


@pytest.mark.slow
def test_the_contested_item_shows_a_row_a_level_and_a_dot_a_person() -> None:
    made = room_at(Stage.REVEALED, matrix_rows(), setup=STEWARDSHIP)

    tab = visit(made)

    assert dots(tab) == [":primary[●] **1**", ":primary[●●] **2**", ":primary[●●●] **3**"]
    order = [tab.text.index(name) for name in ("5 · Leading", "4 · Managed", "1 · Initial")]
    assert order == sorted(order)
    assert "The middle answer is **Initial** (lower median)." in tab.text
    figures = table(tab)
    assert (figures["r_wg, slight skew"], figures["a_wg"]) == ("0.00", "0.14")
    assert "(uniform) passes 0.67 in one case of twenty" in tab.text


@pytest.mark.slow
def test_every_other_item_opens_to_the_same_rows() -> None:
    made = room_at(Stage.REVEALED, matrix_rows(), setup=STEWARDSHIP)
    tab = visit(made)

    for one in looked(made.id).items:
        if not one.contested:
            tab.open(f"item-{one.item_id}-en")

    assert sum(text.count("●") for text in dots(tab)) == 6 * 12
    assert [one.lower_median for one in looked(made.id).items] == LOWER_MEDIANS


def test_the_most_contested_item_comes_first() -> None:
    made = room_at(Stage.REVEALED, [*SPREAD])

    order = [one.item_id for one in looked(made.id).by_disagreement]

    assert order[0] == "ST4.1"
    tab = visit(made).press("discuss")
    assert tab.address["present"] == "ST4.1"


def test_below_three_ratings_nothing_of_an_item_is_shown() -> None:
    made = room_at(Stage.REVEALED, ["53-", "51-", "5--", "5--"])

    tab = visit(made).open("item-ST4.2-en").open("item-ST4.3-en")

    assert "2 people rated this. Below three nothing is shown, so that nobody is." in tab.text
    assert "Nobody rated this." in tab.text
    assert dots(tab) == []
    for item in ("ST4.2", "ST4.3"):
        shown = visit(made, present=item)
        assert "●" not in shown.sent


def test_who_does_not_know_and_for_whom_it_does_not_apply_is_counted_beside_the_levels() -> None:
    setup = Setup(dimensions=("VE3",), langs=("en",))
    made = room_at(Stage.REVEALED, ["33x", "33x", "33?", "334"], setup=setup)

    tab = visit(made).open("item-VE3.3-en")

    assert "1 person does not know. 2 people say that it does not apply." in tab.text
    assert "Undiscussed, it closes with **I don't know**." in tab.text


def test_many_people_share_a_dot() -> None:
    made = room_at(Stage.REVEALED, ["135"] * 30 + ["531"] * 12)

    tab = visit(made, present="ST4.1")

    assert "## :primary[●●●●●●●●●●●●●●●] 30" in tab.text
    assert "## :primary[●●●●●●] 12" in tab.text
    assert "Each ● stands for 2 people." in tab.text


def test_one_item_fills_the_screen_and_its_neighbours_are_an_arrow_key_away() -> None:
    made = room_at(Stage.REVEALED, SPREAD)
    order = [one.item_id for one in looked(made.id).by_disagreement]
    tab = visit(made).press("discuss")

    assert tab.title == data_trust().items_by_id[order[0]].question.en
    assert "### 5 people, 5 different answers: from Initial to Leading" in tab.text
    assert f"Contested 1 of {len(looked(made.id).contested)}" in tab.text
    shortcuts = [tab.app.button(key=key).proto.shortcut for key in ("previous", "following")]
    assert [one.lower() for one in shortcuts] == ["left", "right"]
    assert tab.app.button(key="previous").disabled

    tab.press("following")
    assert tab.address["present"] == order[1]
    tab.press("previous")
    assert tab.address["present"] == order[0]
    assert tab.again().title == tab.title
    tab.press("to-list")
    assert "present" not in tab.address


def test_the_room_agrees_on_a_level_with_its_reason_and_goes_on() -> None:
    made = room_at(Stage.REVEALED, SPREAD)
    order = [one.item_id for one in looked(made.id).by_disagreement]
    tab = visit(made).press("discuss")
    assert tab.app.radio(key="agree-on-ST4.1-en").value == 3

    tab.app.radio(key="agree-on-ST4.1-en").set_value(2)
    tab.app.text_input(key="agree-because-ST4.1").set_value("Only the draft is written.")
    tab.press("agree")

    noted = agreed_on(made.id)["ST4.1"]
    assert (noted.answer, noted.reason) == (Answer.at(2), "Only the draft is written.")
    assert tab.address["present"] == order[1]
    back = tab.press("previous")
    assert back.app.radio(key="agree-on-ST4.1-en").value == 2
    assert "Agreed on **Developing**. Reason: Only the draft is written." in back.text


def test_after_the_last_item_the_list_comes_back() -> None:
    made = room_at(Stage.REVEALED, SPREAD)
    last = looked(made.id).by_disagreement[-1].item_id

    tab = visit(made, present=last).press("agree")

    assert "present" not in tab.address
    assert list(agreed_on(made.id)) == [last]


def test_what_was_agreed_can_be_taken_back_and_skipping_agrees_on_nothing() -> None:
    made = room_at(Stage.REVEALED, SPREAD)
    visit(made, present="ST4.1").press("agree")
    tab = visit(made, present="ST4.1")

    tab.press("disagree")
    tab.press("following")

    assert agreed_on(made.id) == {}


def test_the_room_may_agree_that_it_does_not_know_or_that_it_does_not_apply() -> None:
    setup = Setup(dimensions=("VE3",), langs=("en",))
    made = room_at(Stage.REVEALED, ["333", "334", "335"], setup=setup)
    tab = visit(made, present="VE3.3")
    tab.app.radio(key="agree-on-VE3.3-en").set_value("not_applicable")

    tab.press("agree")
    assert "needs a reason" in tab.errors[0]
    assert agreed_on(made.id) == {}

    tab.app.radio(key="agree-on-VE3.3-en").set_value("not_applicable")
    tab.app.text_input(key="agree-because-VE3.3").set_value("There is none.")
    tab.press("agree")
    assert agreed_on(made.id)["VE3.3"].answer == Answer.not_applicable("There is none.")
    unknown = visit(made, present="VE3.1")
    assert "not_applicable" not in unknown.app.radio(key="agree-on-VE3.1-en").options
    unknown.app.radio(key="agree-on-VE3.1-en").set_value("dont_know")
    unknown.press("agree")
    assert agreed_on(made.id)["VE3.1"].answer.state is State.DONT_KNOW


def test_an_item_without_ratings_has_no_level_chosen_for_the_room() -> None:
    made = room_at(Stage.REVEALED, ["55-", "55-", "55-"])
    tab = visit(made, present="ST4.3")
    assert tab.app.radio(key="agree-on-ST4.3-en").value is None

    tab.press("agree")

    assert agreed_on(made.id) == {}
    assert "Choose what the room agrees on." in tab.errors[0]


def test_agreeing_after_somebody_closed_tells_and_agrees_on_nothing() -> None:
    made = room_at(Stage.REVEALED, SPREAD)
    tab = visit(made, present="ST4.1")
    led_to(acting(), made, Stage.CLOSED)

    tab.press("agree")

    assert "Somebody else changed this workshop meanwhile." in tab.text
    assert stands(made) is Stage.CLOSED
    assert agreed_on(made.id) == {}


def test_a_clock_runs_for_as_long_as_was_chosen() -> None:
    tab = visit(room_at(Stage.REVEALED, SPREAD), present="ST4.1")

    tab.app.selectbox(key="timer-en").set_value(5)
    tab.press("timer")

    assert "### :material/timer: 4:5" in tab.text or "### :material/timer: 5:00 left" in tab.text
    assert tab.press("stop-timer").has("timer")


@pytest.mark.parametrize("rows", [[], ["3--"], ["---"] * 3])
def test_a_room_that_gave_next_to_nothing_is_no_trouble(rows: list[str]) -> None:
    made = room_at(Stage.REVEALED, rows)

    tab = visit(made).open("room-figures-en")

    assert tab.title == "Too few ratings to speak of agreement"
    tab.press("close").press("close-sure")
    assert stands(made) is Stage.CLOSED
