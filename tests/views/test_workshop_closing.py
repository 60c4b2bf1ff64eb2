"""The end of a workshop: its levels become the assessment's, and its votes may go."""

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Stage
from dashboard.services import assessments, workshops
from tests.services.rooms import current, led_to
from tests.views.material import acting, begin, history, sheet, stored
from tests.views.workshop_material import room_at, stands, visit

ROWS = ["13-", "23-", "53?", "43?", "23?"]
ST4 = ("ST4.1", "ST4.2", "ST4.3")


def agree(workshop_id: str, item: str, level: int, reason: str) -> None:
    workshops.agree(acting(), workshop_id, item, Answer.at(level), reason=reason)


def test_before_it_closes_the_page_lists_what_will_happen() -> None:
    made = room_at(Stage.REVEALED, ROWS)
    agree(made.id, "ST4.1", 2, "We looked it up.")

    tab = visit(made).press("close")

    assert "1 item: as agreed" in tab.text
    assert "1 item: undiscussed, the lower median, and its note says so" in tab.text
    assert "1 item: undiscussed, “I don't know”, for fewer than half named a level" in tab.text
    assert stands(made) is Stage.REVEALED


def test_what_too_few_rated_is_said_to_stay_as_it_is() -> None:
    made = room_at(Stage.REVEALED, ["3--", "3--", "34-"])

    tab = visit(made).press("close")

    assert "2 items: left as they are, for fewer than three people rated them" in tab.text


def test_closing_gives_the_assessment_its_levels_with_where_they_come_from() -> None:
    assessment = begin({"ST4.1": Answer.at(5)})
    made = room_at(Stage.REVEALED, ROWS, assessment=assessment)
    agree(made.id, "ST4.1", 2, "We looked it up.")

    tab = visit(made).press("close").press("close-sure")

    assert stands(made) is Stage.CLOSED
    assert tab.title == "The assessment has the levels of the room"
    assert stored(assessment, *ST4) == [2, 3, "dont_know"]
    notes = {item: sheet(assessment).answers[item].note for item in ST4}
    assert notes["ST4.1"] == (
        "Agreed in the workshop. 5 rated, levels 1 to 5. Reason: We looked it up."
    )
    assert "undiscussed" in str(notes["ST4.2"])


def test_it_closes_in_chinese_as_well() -> None:
    assessment = begin()
    made = room_at(Stage.REVEALED, ROWS, assessment=assessment)

    visit(made, "zh").press("close").press("close-sure")

    assert stored(assessment, "ST4.2") == [3]
    assert visit(made, "zh").address["lang"] == "zh"


def test_the_way_leads_to_the_results_of_that_assessment() -> None:
    assessment = begin()
    made = room_at(Stage.CLOSED, ROWS, assessment=assessment)

    tab = visit(made).press("to-results")

    assert (tab.path, tab.address["assessment"]) == ("results", assessment)


def test_an_assessment_that_is_complete_has_to_be_reopened_first() -> None:
    assessment = begin()
    made = room_at(Stage.REVEALED, ROWS, assessment=assessment)
    assessments.complete(acting(), assessment)

    tab = visit(made).press("close")

    assert "The assessment is complete. Reopen it first" in tab.text
    assert not tab.has("close-sure")


def test_one_that_was_completed_while_the_question_was_open_is_refused_in_words() -> None:
    assessment = begin()
    made = room_at(Stage.REVEALED, ROWS, assessment=assessment)
    tab = visit(made).press("close")
    assessments.complete(acting(), assessment)

    tab.press("close-sure")

    assert "the assessment was completed meanwhile" in tab.errors[0]
    assert stands(made) is Stage.REVEALED
    assert stored(assessment, *ST4) == [None, None, None]


def test_what_is_closed_can_be_reopened_and_keeps_what_was_agreed() -> None:
    made = room_at(Stage.REVEALED, ROWS)
    agree(made.id, "ST4.1", 4, "Yes.")
    closed = led_to(acting(), made, Stage.CLOSED)

    tab = visit(closed).press("reopen")

    assert stands(made) is Stage.REVEALED
    assert ":material/handshake: Agreed" in tab.source
    agree(made.id, "ST4.1", 3, "On second thoughts.")
    led_to(acting(), current(acting(), made), Stage.CLOSED)
    assert stored(made.assessment_id, "ST4.1") == [3]


def test_votes_can_be_deleted_and_the_page_then_says_what_is_left() -> None:
    made = room_at(Stage.CLOSED, ROWS)
    tab = visit(made)
    assert "●" in tab.open("item-ST4.2-en").sent

    tab.press("delete-votes").press("delete-votes-sure")

    assert "What 5 people gave is deleted." in tab.text
    assert "No ratings are stored for this workshop" in tab.text
    assert not tab.has("delete-votes")
    assert not tab.has("reopen")
    assert "●" not in visit(made).sent
    assert stored(made.assessment_id, "ST4.2") == [3]
    assert workshops.look(acting(), made.id).participants == 0


@pytest.mark.parametrize("stage", [Stage.COLLECTING, Stage.LOCKED, Stage.REVEALED])
def test_votes_are_not_offered_for_deletion_while_they_are_needed(stage: Stage) -> None:
    assert not visit(room_at(stage, ROWS)).has("delete-votes")


def test_of_two_who_close_at_once_one_is_told_and_nothing_is_written_twice() -> None:
    made = room_at(Stage.REVEALED, ROWS)
    first, second = visit(made).press("close"), visit(made).press("close")
    first.press("close-sure")

    second.press("close-sure")

    assert "Somebody else changed this workshop meanwhile." in second.text
    assert second.title == "The assessment has the levels of the room"
    assert history(made.assessment_id, "ST4.2") == [3]
