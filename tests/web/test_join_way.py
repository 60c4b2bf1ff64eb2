"""The way of a participant, from the code to "I am done", on a real server without any script."""

import re
from html import unescape
from typing import Final

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Setup, spoken_code
from tests.phone import Answered
from tests.web.browser import form_of
from tests.web.host import Host

GIVEN: Final = {"ST4.1": "2", "ST4.2": "dont_know", "ST4.3": "5"}
STORED: Final = {"ST4.1": Answer.at(2), "ST4.2": Answer.dont_know(), "ST4.3": Answer.at(5)}
EVERY_DIMENSION: Final = tuple(f"{pillar}{n}" for pillar in ("VE", "DU", "ST") for n in range(1, 5))
ALL: Final = Setup(dimensions=EVERY_DIMENSION, langs=("en", "zh"), roles=("Legal",))
MAY_NOT_APPLY: Final = Setup(dimensions=("DU3", "ST4"), langs=("en",))


def title(shown: Answered) -> str:
    found = re.search(r"<h1>(.*?)</h1>", shown.text)
    return found[1] if found else ""


def test_two_taps_lead_from_the_invitation_to_the_first_question(host: Host) -> None:
    workshop, phone = host.workshop(ALL), host.phone()

    invitation = phone.get(f"/join/{workshop.code}")
    first = phone.follow(phone.press(invitation, {"role": "Legal"}))

    assert title(invitation) == "You are invited to a workshop"
    assert first.address == f"/join/{workshop.code}/d/VE1"
    assert "Page 1 of 12" in first.text
    assert host.sheet(workshop, phone).participant.role == "Legal"


def test_what_is_stored_is_said_before_anything_is(host: Host) -> None:
    workshop = host.workshop(ALL)

    shown = host.phone().get(f"/join/{workshop.code}").text

    assert shown.index("What is stored") < shown.index("<form")
    assert "one cookie" in shown
    assert host.joined(workshop) == 0


def test_only_a_workshop_with_roles_asks_for_one(host: Host) -> None:
    asked = host.phone().get(f"/join/{host.workshop(ALL).code}").text
    anonymous = host.phone().get(f"/join/{host.workshop().code}").text

    assert "your role" in asked
    assert "role" not in re.sub(r"<style>.*?</style>", "", anonymous, flags=re.S)


@pytest.mark.parametrize("role", ["", None])
def test_nobody_has_to_tell_their_role(host: Host, role: str | None) -> None:
    workshop, phone = host.workshop(ALL), host.phone()

    phone.joins(workshop.code, **({} if role is None else {"role": role}))

    assert host.sheet(workshop, phone).participant.role is None


def test_every_statement_of_the_questionnaire_is_offered_in_its_order(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    dimension = host.catalog.find("data-trust@1.0.0").dimension_of["ST3.1"]

    shown = phone.joins(workshop.code)

    statements = [option.text.en for item in dimension.items for option in item.options]
    places = [unescape(shown.text).index(f">{one}<") for one in statements]
    assert places == sorted(places)
    for item in dimension.items:
        special = ["dont_know", *["not_applicable"] * (item.not_applicable is not None)]
        assert form_of(shown).choices[item.id] == [*"12345", *special]
    assert not re.search(">(Initial|Developing|Defined|Managed|Leading)<", shown.text)


def test_the_whole_way_to_done_and_every_page_stored(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()

    second = phone.follow(phone.press(phone.joins(workshop.code), {"ST3.1": "1"}, go="next"))
    review = phone.follow(phone.press(second, GIVEN, go="next"))
    thanks = phone.follow(phone.press(review, go="done"))

    assert second.address.endswith("/d/ST4")
    assert title(review) == "Have you finished?"
    assert title(thanks) == "Thank you, you are done"
    assert "until the facilitator locks" in thanks.text
    sheet = host.sheet(workshop, phone)
    assert sheet.participant.finished
    assert sheet.answers == STORED | {"ST3.1": Answer.at(1)}


def test_back_stores_the_page_as_next_does(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    second = phone.follow(phone.press(phone.joins(workshop.code), go="next"))

    first = phone.follow(phone.press(second, {"ST4.1": "4"}, go="back"))

    assert first.address.endswith("/d/ST3")
    assert host.sheet(workshop, phone).answers["ST4.1"] == Answer.at(4)


def test_a_rating_stands_in_its_page_and_can_be_changed_and_taken_back(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    phone.joins(workshop.code)
    page = f"/join/{workshop.code}/d/ST4"
    phone.press(phone.get(page), GIVEN)
    stored = host.sheet(workshop, phone).answers

    again = phone.get(page)
    assert {name: form_of(again).fields[name] for name in GIVEN} == GIVEN
    phone.press(again, {"ST4.1": "3", "ST4.2": ""})

    assert stored == STORED
    assert host.sheet(workshop, phone).answers == {"ST4.1": Answer.at(3), "ST4.3": Answer.at(5)}


def test_a_form_sent_twice_counts_once(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    invitation = phone.get(f"/join/{workshop.code}")

    first, second = (phone.press(invitation) for _ in range(2))
    page = phone.follow(first)
    answers = [phone.press(page, {"ST3.1": "2"}) for _ in range(2)]

    assert first.headers["location"] == second.headers["location"] == page.address
    assert host.joined(workshop) == 1
    assert {one.status for one in answers} == {303}
    assert host.sheet(workshop, phone).answers == {"ST3.1": Answer.at(2)}


def test_who_comes_back_is_led_to_the_first_page_that_is_not_finished(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    home = f"/join/{workshop.code}"
    first = phone.joins(workshop.code)
    addresses = [phone.follow(phone.get(home)).address]

    for shown in (first, phone.get(f"{home}/d/ST4")):
        levels = dict.fromkeys(form_of(shown).choices, "3")
        phone.press(shown, levels)
        addresses.append(phone.follow(phone.get(home)).address)

    assert addresses == [f"{home}/d/ST3", f"{home}/d/ST4", f"{home}/review"]


def test_another_phone_is_another_person(host: Host) -> None:
    workshop, phone, other = host.workshop(), host.phone(), host.phone()
    phone.press(phone.joins(workshop.code), {"ST3.1": "1"})

    shown = other.joins(workshop.code)

    assert "ST3.1" not in form_of(shown).fields
    assert host.joined(workshop) == 2


def test_the_review_counts_and_leads_back_to_each_page(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    phone.press(phone.joins(workshop.code), {"ST3.1": "2", "ST3.2": "2"})

    review = phone.get(f"/join/{workshop.code}/review").text

    assert re.findall(r"(\d of \d) answered", review) == ["2 of 3", "0 of 3"]
    links = re.findall(r'href="(/join/[^"]+/d/\w+)"', review)
    assert [phone.get(link).status for link in links] == [200, 200]


def test_who_is_done_may_still_change_and_stays_done(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    page = phone.joins(workshop.code)
    phone.press(phone.get(f"/join/{workshop.code}/review"), go="done")

    phone.press(page, {"ST3.1": "4"})

    sheet = host.sheet(workshop, phone)
    assert (sheet.participant.finished, sheet.answers) == (True, {"ST3.1": Answer.at(4)})


def test_does_not_apply_needs_a_reason_and_keeps_what_was_typed(host: Host) -> None:
    workshop, phone = host.workshop(MAY_NOT_APPLY), host.phone()
    page = phone.joins(workshop.code)
    typed = {"DU3.1": "4", "DU3.2": "not_applicable", "DU3.2:reason": " \u200b\r\n"}

    refused = phone.press(page, typed)

    assert refused.status == 422
    assert form_of(refused).fields["DU3.1"] == "4"
    assert form_of(refused).fields["DU3.2"] == "not_applicable"
    assert 'href="#why-DU3.2"' in refused.text
    assert 'aria-describedby="hint-DU3.2 problem-DU3.2" aria-invalid=true' in refused.text
    assert "<title>Not stored yet" in refused.text
    assert host.sheet(workshop, phone).answers == {}

    done = phone.press(refused, {"DU3.2:reason": "No\r\nmembers"})
    assert done.status == 303
    assert host.sheet(workshop, phone).answers == {
        "DU3.1": Answer.at(4),
        "DU3.2": Answer.not_applicable("No\nmembers"),
    }
    assert form_of(phone.get(page.address)).fields["DU3.2:reason"].strip() == "No\nmembers"


@pytest.mark.parametrize("reason", ["x" * 501, "a\x00b", "\x1b"])
def test_a_reason_that_cannot_be_stored_is_said_beside_its_field(host: Host, reason: str) -> None:
    workshop, phone = host.workshop(MAY_NOT_APPLY), host.phone()
    page = phone.joins(workshop.code)

    refused = phone.press(page, {"DU3.1": "not_applicable", "DU3.1:reason": reason})

    assert refused.status == 422
    assert 'id="problem-DU3.1"' in refused.text
    assert host.sheet(workshop, phone).answers == {}


def test_a_reason_beside_another_answer_is_dropped(host: Host) -> None:
    workshop, phone = host.workshop(MAY_NOT_APPLY), host.phone()

    phone.press(phone.joins(workshop.code), {"DU3.1": "2", "DU3.1:reason": "typed before"})

    assert host.sheet(workshop, phone).answers == {"DU3.1": Answer.at(2)}


def test_what_is_typed_is_shown_as_text_and_never_as_markup(host: Host) -> None:
    hostile = "</textarea><script>alert(1)</script>"
    setup = Setup(dimensions=("DU3",), langs=("en",), roles=('"><b>x',), note="<img src=x>")
    workshop, phone = host.workshop(setup), host.phone()
    invitation = phone.get(f"/join/{workshop.code}")
    page = phone.follow(phone.press(invitation, {"role": '"><b>x'}))

    phone.press(page, {"DU3.1": "not_applicable", "DU3.1:reason": hostile})

    shown = phone.get(page.address)
    assert "<script" not in shown.text
    assert "<b>" not in invitation.text
    assert "<img" not in invitation.text
    assert form_of(shown).fields["DU3.1:reason"].strip() == hostile
    assert host.sheet(workshop, phone).participant.role == '"><b>x'


def test_the_code_may_be_typed_as_people_type(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    typed = spoken_code(workshop.code).lower().replace("-", " ")

    form = phone.get("/join").forms[0]
    shown = phone.follow(phone.get(f"/join?code={typed.replace(' ', '+')}&lang=en"))

    assert (form.method, form.action, set(form.fields)) == ("get", "/join", {"code", "lang"})
    assert title(shown) == "You are invited to a workshop"
    assert shown.address.startswith(f"/join/{workshop.code}")
    spelled = phone.get(f"/join/{spoken_code(workshop.code)}/review")
    assert spelled.headers["location"] == f"/join/{workshop.code}/review"


def test_without_a_place_every_page_leads_to_the_invitation(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()

    for step in ("d/ST4", "review"):
        shown = phone.get(f"/join/{workshop.code}/{step}")
        assert (shown.status, shown.headers["location"]) == (303, f"/join/{workshop.code}")
