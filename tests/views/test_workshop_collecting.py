"""While ratings are collected: who came and how far they are, and nothing else."""

import re

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Setup, Stage, spoken_code
from dashboard.services import workshops
from tests.services.rooms import Phone, current, led_to
from tests.views.material import acting, begin
from tests.views.visiting import Tab
from tests.views.workshop_material import SETUP, poll, prepared, rate, room_at, stands, visit

BEFORE = (Stage.COLLECTING, Stage.LOCKED)


def test_the_way_in_is_shown_as_picture_code_and_address() -> None:
    made = room_at(Stage.COLLECTING)

    tab = visit(made)

    assert tab.title == spoken_code(made.code)
    assert f"QR code that leads to http://127.0.0.1:8501/join/{made.code}" in tab.sent
    assert 'fill=\\"#fff\\"' in tab.sent or "data:image/svg+xml" in tab.sent
    assert "or open **127.0.0.1:8501/join**" in tab.text


def test_the_card_holds_the_link_the_code_and_the_note() -> None:
    setup = SETUP.model_copy(update={"note": "We meet at ten."})
    made = room_at(Stage.COLLECTING, setup=setup)

    tab = visit(made).press("card")

    invitation = tab.app.code[0].value
    assert f"/join/{made.code}" in invitation
    assert f"Code: {spoken_code(made.code)}" in invitation
    assert "We meet at ten." in invitation
    assert tab.app.download_button(key="download-qr").proto.label == "Download the QR code"


def test_people_are_counted_as_they_join_and_finish_without_a_click() -> None:
    made = room_at(Stage.COLLECTING, setup=Setup(dimensions=("ST3", "ST4"), langs=("en",)))
    tab = visit(made)
    assert "## 0 of 10 joined, 0 finished" in tab.text

    rate(made, "333333")
    rate(made, "333---", finish=False)

    assert poll(tab) <= 2
    assert "## 2 of 10 joined, 1 finished" in tab.text
    assert counted(tab, 0) == ["Safekeeping and partners", "2 of 2"]
    assert counted(tab, 1) == ["Leak response and accountability", "1 of 2"]


def counted(tab: Tab, position: int) -> list[str]:
    text = tab.app.get("progress")[position].proto.text
    name, count = re.findall(r"\*\*(.*)\*\* · (.*) through", text)[0]
    return [name, count]


def test_more_than_expected_are_counted_all_the_same() -> None:
    made = room_at(Stage.COLLECTING, ["333"] * 7)

    assert "## 7 joined, 7 finished" in visit(made).text


@pytest.mark.parametrize("stage", BEFORE)
def test_what_is_sent_before_the_reveal_does_not_depend_on_what_anybody_gave(stage: Stage) -> None:
    made = room_at(Stage.COLLECTING)
    phones = [Phone(acting(), made.code) for _ in range(5)]
    for phone in phones:
        phone.join()

    def page(levels: list[int]) -> str:
        for phone, level in zip(phones, levels, strict=True):
            phone.give({item.id: Answer.at(level) for item in room.items})
        moved = led_to(acting(), made, stage)
        shown = visit(moved, lang="en")
        if stage is Stage.LOCKED:
            workshops.move(acting(), moved, Stage.COLLECTING)
        return words_and_figures(shown)

    room = workshops.open_room(acting(), made.id)
    assert page([1, 1, 1, 5, 5]) == page([3, 3, 3, 3, 3]) != ""


def words_and_figures(tab: Tab) -> str:
    bars = [str(bar.proto) for bar in tab.app.get("progress")]
    return re.sub(r"\d+:\d+:\d+", "", "\n".join([tab.source, *bars]))


@pytest.mark.parametrize("stage", BEFORE)
@pytest.mark.parametrize("item", ["", "ST4.1"])
def test_no_address_leads_to_a_rating_before_the_reveal(stage: Stage, item: str) -> None:
    made = room_at(stage, ["135", "224", "511"])

    tab = visit(made, present=item) if item else visit(made)

    for word in ("●", "median", "Contested", "We agree on", "r_wg", "Initial"):
        assert word not in tab.sent


def test_once_everyone_has_finished_the_lock_asks_nothing() -> None:
    made = room_at(Stage.COLLECTING, ["333"] * 3)

    tab = visit(made).press("lock")

    assert stands(made) is Stage.LOCKED
    assert tab.title == "3 of 6 joined, 3 finished"


def test_while_somebody_rates_the_lock_asks_first() -> None:
    made = room_at(Stage.COLLECTING, ["333"] * 3)
    rate(made, "3--", finish=False)

    tab = visit(made).press("lock")

    assert stands(made) is Stage.COLLECTING
    assert "What was handed in counts, finished or not." in tab.text
    tab.press("lock-sure")
    assert stands(made) is Stage.LOCKED


def test_more_places_and_another_note_can_be_given_meanwhile() -> None:
    made = room_at(Stage.COLLECTING)
    tab = visit(made).press("places")
    tab.app.number_input(key="places-expected").set_value(200)

    tab.press_label("Save")

    assert current(acting(), made).places == 400
    assert "## 0 of 200 joined" in tab.text


def test_what_is_locked_can_be_collected_again_or_revealed() -> None:
    made = room_at(Stage.LOCKED, ["333"] * 3)

    visit(made).press("collect-again")
    assert stands(made) is Stage.COLLECTING
    visit(made).press("lock").press("reveal")
    assert stands(made) is Stage.REVEALED


@pytest.mark.parametrize(("people", "said"), [(2, "Below three"), (4, "Below five"), (5, "nobody")])
def test_before_the_reveal_it_is_said_what_so_few_ratings_are_worth(people: int, said: str) -> None:
    assert said in visit(room_at(Stage.LOCKED, ["333"] * people)).text


def test_the_slower_of_two_facilitators_is_told_and_sees_how_it_stands() -> None:
    made = room_at(Stage.LOCKED, ["333"] * 3)
    first, second = visit(made), visit(made)
    first.press("reveal")

    second.press("collect-again")

    assert stands(made) is Stage.REVEALED
    assert "Somebody else changed this workshop meanwhile." in second.text
    assert second.title == first.title
    assert second.errors == []
    assert "Somebody else" not in second.run().text


@pytest.mark.parametrize("stage", [Stage.DRAFT, *BEFORE, Stage.REVEALED, Stage.CLOSED])
def test_a_page_follows_by_itself_when_somebody_else_goes_on(stage: Stage) -> None:
    made = room_at(stage, [] if stage is Stage.DRAFT else ["333"] * 3)
    tab = visit(made)
    before = tab.text

    if stage is Stage.CLOSED:
        workshops.move(acting(), current(acting(), made), Stage.REVEALED)
    else:
        follow = list(Stage)[list(Stage).index(stage) + 1]
        led_to(acting(), made, follow)

    assert poll(tab) <= 2
    assert tab.text != before
    assert tab.text == visit(made).text


def test_a_page_whose_workshop_was_deleted_meanwhile_says_so() -> None:
    made = prepared(assessment=begin())
    tab = visit(made)
    workshops.remove(acting(), made.id)

    poll(tab)

    assert "The workshop that the address names is not here" in tab.text
