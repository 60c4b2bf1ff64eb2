"""Each way in which the door stays shut says so, says what to do, and loses nothing."""

import pytest
from sqlalchemy import delete

from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Setup, Stage
from dashboard.store.schema import participants
from tests.web.host import LONG_AGO, SETUP, Host

SHUT = {
    Stage.DRAFT: (403, "The workshop has not begun", "Wait until"),
    Stage.LOCKED: (403, "The workshop is locked", "tell the facilitator"),
    Stage.REVEALED: (410, "The workshop is over", "Ask who invited you"),
    Stage.CLOSED: (410, "The workshop is over", "Ask who invited you"),
}


@pytest.mark.parametrize("stage", SHUT)
def test_a_workshop_that_takes_no_answers_says_so_and_what_to_do(host: Host, stage: Stage) -> None:
    workshop = host.workshop(stage=stage)
    status, title, advice = SHUT[stage]

    for step in ("", "/d/ST4", "/review"):
        shown = host.phone().get(f"/join/{workshop.code}{step}")
        assert shown.status == status
        assert f"<h1>{title}</h1>" in shown.text
        assert advice in shown.text
        assert "set-cookie" not in shown.headers


def test_an_invitation_expires(host: Host) -> None:
    shown = host.phone().get(f"/join/{host.workshop(ago=LONG_AGO).code}")

    assert shown.status == 410
    assert "The invitation has expired" in shown.text
    assert "open the workshop again" in shown.text


def test_a_full_workshop_keeps_who_is_in_and_refuses_who_comes(host: Host) -> None:
    workshop = host.workshop(SETUP.model_copy(update={"expected": 1}))
    phones = [host.phone() for _ in range(workshop.places)]
    for phone in phones:
        phone.joins(workshop.code)

    late = host.phone()
    refused = late.press(late.get(f"/join/{workshop.code}"))

    assert refused.status == 409
    assert "The workshop is full" in refused.text
    assert "same browser" in refused.text
    assert phones[0].get(f"/join/{workshop.code}/d/ST4").status == 200
    assert host.joined(workshop) == workshop.places


@pytest.mark.parametrize(
    "path", ["/join/AAAAAAAA", "/join/x", "/join/AAAAAAAA/d/ST4", "/join?code=x"]
)
def test_a_wrong_code_is_said_beside_the_form_to_type_it_again(host: Host, path: str) -> None:
    shown = host.phone().get(path)

    assert shown.status == 404
    assert "There is no workshop with this code" in shown.text
    assert 'aria-describedby="code-hint code-problem" aria-invalid=true' in shown.text
    assert (shown.forms[0].method, shown.forms[0].action) == ("get", "/join")
    assert host.phone().post(path, {"a": "b"}).status in {404, 405}


def test_a_locked_workshop_keeps_what_it_has_and_refuses_the_rest(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    page = phone.joins(workshop.code)
    phone.press(page, {"ST3.1": "2"})
    review = phone.get(f"/join/{workshop.code}/review")
    host.leads(workshop, Stage.LOCKED)

    late = phone.press(page, {"ST3.1": "5"})
    done = phone.press(review, go="done")
    back = phone.get(f"/join/{workshop.code}")

    assert [one.status for one in (late, done, back)] == [403] * 3
    assert "What you just sent is not stored." in late.text
    assert "What you handed in before is kept." in late.text
    assert "just sent" not in back.text
    sheet = host.sheet(workshop, phone)
    assert (sheet.answers, sheet.participant.finished) == ({"ST3.1": Answer.at(2)}, False)


def test_a_workshop_that_opens_again_takes_the_page_in_hand(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    page = phone.joins(workshop.code)
    host.leads(workshop, Stage.LOCKED)
    phone.press(page, {"ST3.1": "5"})
    host.reopens(workshop)

    phone.press(page, {"ST3.1": "5"})

    assert host.sheet(workshop, phone).answers == {"ST3.1": Answer.at(5)}


def test_who_was_deleted_is_told_and_may_join_anew(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    page = phone.joins(workshop.code)
    with host.store.begin() as tx:
        found = participants.c.workshop_id == workshop.id
        tx.connection.execute(delete(participants).where(found))

    refused = phone.press(page, {"ST3.1": "5"})

    assert refused.status == 403
    assert "This phone has no place in the workshop" in refused.text
    assert phone.joins(workshop.code).address == page.address


@pytest.mark.parametrize("step", ["nothing", "d", "d/XX9", "d/VE1", "d/ST4/more", "review/x"])
def test_there_are_no_pages_but_those_of_the_workshop(host: Host, step: str) -> None:
    workshop, phone = host.workshop(), host.phone()
    page = phone.joins(workshop.code)

    shown = phone.get(f"/join/{workshop.code}/{step}")
    sent = phone.post(f"/join/{workshop.code}/{step}", page.forms[0].fields)

    assert {shown.status, sent.status} == {404}
    assert "There is no such page" in shown.text
    assert f'href="/join/{workshop.code}"' in shown.text


def test_a_shut_door_speaks_the_language_of_the_workshop(host: Host) -> None:
    only = Setup(dimensions=("ST4",), langs=("zh",))
    workshop = host.workshop(only, stage=Stage.LOCKED)

    assert '<html lang="zh-CN"' in host.phone().get(f"/join/{workshop.code}").text


@pytest.mark.slow
def test_a_database_that_stays_busy_is_said_and_the_page_can_be_sent_again(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    page = phone.joins(workshop.code)

    with host.store.begin():
        refused = phone.press(page, {"ST3.1": "1"})
    sent_again = phone.press(page, {"ST3.1": "1"})

    assert refused.status == 503
    assert "cannot be reached just now" in refused.text
    assert "send it again" in refused.text
    assert "locked" not in refused.text
    assert sent_again.status == 303
    assert host.sheet(workshop, phone).answers == {"ST3.1": Answer.at(1)}
