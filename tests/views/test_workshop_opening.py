"""From no workshop at all to one that lets people in."""

import pytest
import streamlit as st

from dashboard import bootstrap
from dashboard.domain.text import Lang
from dashboard.domain.workshop import Setup, Stage
from dashboard.i18n import words
from dashboard.services import assessments, demo, workshops
from dashboard.services.people import OWN_WORKSPACE_ID
from tests.builders import all_at
from tests.services.rooms import current, led_to
from tests.views.material import acting, begin, brand_lines, somebody_else
from tests.views.visiting import Tab
from tests.views.workshop_material import (
    SETUP,
    STEWARDSHIP,
    matrix_rows,
    prepared,
    room_at,
    stands,
    visit,
)


def only_workshop() -> workshops.Room:
    (room,) = workshops.of_workspace(acting(), OWN_WORKSPACE_ID)
    return room


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_a_workshop_the_page_says_what_one_is_for(lang: Lang) -> None:
    tab = Tab("workshop", lang=lang)

    assert tab.title == words(lang)("Everyone rates alone, then the room agrees")
    assert tab.keys("") == ["new-workshop"]


def test_without_an_assessment_that_takes_answers_the_overview_is_the_way() -> None:
    begin(all_at(3), complete=True)

    tab = Tab("workshop", lang="en").press("new-workshop")

    assert tab.title == "No assessment takes answers"
    assert tab.press("to-overview").path == ""


def test_a_workshop_is_prepared_on_an_assessment_with_what_is_decided_in_the_form() -> None:
    assessment = begin(brand="Acme")
    begin(all_at(3), brand="Done", complete=True)
    tab = Tab("workshop", lang="en").press("new-workshop")
    assert "Done" not in tab.text

    tab.press(f"workshop-on-{assessment}")
    tab.app.multiselect(key="setup-VE-en").set_value([])
    tab.app.multiselect(key="setup-DU-en").set_value([])
    tab.app.multiselect(key="setup-ST-en").set_value(["ST4", "ST1"])
    tab.app.multiselect(key="setup-langs-en").set_value(["zh"])
    tab.app.text_area(key="setup-roles").set_value("Legal\n\n Marketing \nLegal")
    tab.app.number_input(key="setup-expected").set_value(25)
    tab.app.text_area(key="setup-note").set_value("At ten.")
    tab.press_label("Prepare the workshop")

    room = only_workshop()
    assert room.assessment.id == assessment
    assert room.workshop.stage is Stage.DRAFT
    assert room.workshop.setup == Setup(
        dimensions=("ST1", "ST4"),
        langs=("zh",),
        roles=("Legal", "Marketing"),
        expected=25,
        note="At ten.",
    )
    assert tab.address["workshop"] == room.workshop.id
    assert "by role: Legal and Marketing" in tab.text
    assert "Permission first and Leak response and accountability" in tab.text.replace(
        ", and", " and"
    )


def test_everything_is_rated_by_everyone_unless_the_form_says_otherwise() -> None:
    assessment = begin()

    Tab("workshop", workshop="set-up", assessment=assessment, lang="en").press_label(
        "Prepare the workshop"
    )

    room = only_workshop()
    assert len(room.items) == 36
    assert (room.workshop.setup.roles, room.workshop.setup.langs) == ((), ("en", "zh"))


def test_a_set_up_that_rates_nothing_or_speaks_no_language_is_not_taken() -> None:
    assessment = begin()
    tab = Tab("workshop", workshop="set-up", assessment=assessment, lang="en")

    tab.app.multiselect(key="setup-langs-en").set_value([])
    assert tab.press_label("Prepare the workshop").errors == ["Choose at least one language."]
    for pillar in ("VE", "DU", "ST"):
        tab.app.multiselect(key=f"setup-{pillar}-en").set_value([])
    assert tab.press_label("Prepare the workshop").errors == [
        "Choose at least one dimension to rate."
    ]
    assert workshops.of_workspace(acting(), OWN_WORKSPACE_ID) == []


def test_names_of_roles_that_are_too_long_are_refused_in_words() -> None:
    tab = Tab("workshop", workshop="set-up", assessment=begin(), lang="en")
    tab.app.text_area(key="setup-roles").set_value("x" * 61)

    assert "at most 60 characters" in tab.press_label("Prepare the workshop").errors[0]


def test_the_list_says_where_each_workshop_stands_and_leads_to_it() -> None:
    running = room_at(Stage.COLLECTING, ["333", "33-"])
    room_at(Stage.CLOSED, ["333"] * 3, assessment=begin(brand="Acme"))

    tab = Tab("workshop", lang="en")

    assert tab.title == "1 workshop is under way"
    assert ":gray-badge[collecting ratings]" in tab.text
    assert "2 of 6 joined, 2 finished" in tab.text
    assert ":gray-badge[closed]" in tab.text
    tab.press(f"open-{running.id}")
    assert tab.address["workshop"] == running.id
    assert tab.press("to-workshops").title == "1 workshop is under way"


def test_one_that_is_gone_or_somebody_elses_is_said_to_be_missing() -> None:
    theirs = somebody_else()
    there = workshops.begin(theirs, begin(by=theirs), SETUP)

    for name in ("nowhere", there.id):
        tab = Tab("workshop", workshop=name, lang="en")
        assert "The workshop that the address names is not here" in tab.text


def test_a_workshop_of_the_demo_is_marked_everywhere() -> None:
    demo.load(acting())
    line = next(iter(brand_lines(demo=True).values()))
    assessment = line.waves[0].assessment.id
    assessments.reopen(acting(), assessment)
    made = prepared(assessment=assessment)

    for tab in (Tab("workshop", lang="en"), visit(made)):
        assert ":yellow-badge[:material/science: Demo data]" in tab.text


def test_a_draft_starts_collecting_at_one_press() -> None:
    made = prepared()

    tab = visit(made).press("start")

    assert stands(made) is Stage.COLLECTING
    assert tab.has("lock")


def test_a_draft_can_be_changed_and_deleted() -> None:
    made = prepared()
    tab = visit(made).press("edit-setup")
    tab.app.number_input(key="setup-expected").set_value(40)

    tab.press_label("Save")

    assert current(acting(), made).setup == SETUP.model_copy(update={"expected": 40})
    assert "40 people expected" in tab.text
    tab.press("discard").press("discard-sure")
    assert "The workshop is deleted." in tab.text
    assert workshops.of_workspace(acting(), OWN_WORKSPACE_ID) == []


def test_where_no_phone_can_come_in_the_page_says_so_and_what_to_do() -> None:
    tab = visit(prepared())

    assert "`python -m dashboard serve --room`" in tab.source


def test_where_the_server_listens_the_links_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    made, told = prepared(), st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda name: "10.9.8.7" if name == "server.address" else told(name)
    )

    draft = visit(made)
    opened = visit(led_to(acting(), made, Stage.COLLECTING))

    assert draft.app.text_input[0].value == "http://10.9.8.7:8501"
    assert "--room" not in draft.text
    assert "or open **10.9.8.7:8501/join**" in opened.text


def test_the_address_can_be_corrected_and_then_holds_for_everyone() -> None:
    made = prepared()
    tab = visit(made)

    tab.run(tab.app.text_input[0].set_value("https://candour.example.org/"))

    assert tab.app.text_input[0].value == "https://candour.example.org"
    assert "--room" not in tab.text
    tab.press("start")
    assert "**candour.example.org/join**" in visit(made).text
    bootstrap.reset()
    assert bootstrap.get_public_url() is None


@pytest.mark.parametrize("typed", ["candour", "ftp://x", "http://x/join", "javascript:alert(1)"])
def test_what_is_no_address_is_refused_in_words(typed: str) -> None:
    tab = visit(prepared())

    tab.run(tab.app.text_input[0].set_value(typed))

    assert "Give the start of the address alone" in tab.errors[0]
    assert bootstrap.get_public_url() is None


def test_the_address_that_is_set_outside_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANDOUR_PUBLIC_URL", "https://rooms.example.org")
    bootstrap.reset()

    assert visit(prepared()).app.text_input[0].value == "https://rooms.example.org"


@pytest.mark.slow
@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_speaks_both_languages_and_survives_a_switch(stage: Stage) -> None:
    rows = [] if stage is Stage.DRAFT else matrix_rows()
    made = room_at(stage, rows, setup=STEWARDSHIP)

    tab = visit(made)
    title = tab.title
    tab.speak("zh")

    assert tab.address == {"lang": "zh", "workshop": made.id}
    assert (tab.title == title) == (stage is Stage.COLLECTING)
    tab.speak("en")
    assert tab.title == title
