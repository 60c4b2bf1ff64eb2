"""Workshops at every stage for the page tests, led and rated by the use cases themselves."""

import json
from collections.abc import Iterable, Mapping, Sequence
from unittest.mock import patch

from dashboard.domain.answer import Answer
from dashboard.domain.text import Lang
from dashboard.domain.workshop import Setup, Stage, Workshop
from dashboard.services import workshops
from tests.builders import TESTS, data_trust
from tests.domain.rooms import rating
from tests.services.rooms import Phone, current, led_to
from tests.views.material import acting, begin
from tests.views.visiting import Tab

ST = ("ST1", "ST2", "ST3", "ST4")
SETUP = Setup(dimensions=("ST4",), langs=("en", "zh"), expected=6)
STEWARDSHIP = Setup(dimensions=ST, langs=("en", "zh"), expected=6)
MATRIX = json.loads((TESTS / "vectors" / "method.json").read_text(encoding="utf-8"))["rater_matrix"]


def prepared(setup: Setup = SETUP, *, assessment: str | None = None) -> Workshop:
    return workshops.begin(acting(), assessment or begin(), setup)


def room_at(
    stage: Stage,
    rows: Iterable[str] = (),
    *,
    setup: Setup = SETUP,
    roles: Sequence[str | None] = (),
    assessment: str | None = None,
) -> Workshop:
    """A workshop led to a stage, with a person a row: digits are levels, `-` none, `?` unknown."""
    made = prepared(setup, assessment=assessment)
    if stage is Stage.DRAFT:
        return made
    opened = led_to(acting(), made, Stage.COLLECTING)
    people = list(rows)
    for row, role in zip(people, roles or [None] * len(people), strict=True):
        rate(opened, row, role=role)
    return led_to(acting(), opened, stage)


def rate(workshop: Workshop, row: str, *, role: str | None = None, finish: bool = True) -> None:
    phone = Phone(acting(), workshop.code)
    phone.join(role)
    items = workshop.items_of(data_trust())
    given: Mapping[str, Answer | None] = {
        item.id: answer
        for item, sign in zip(items, row, strict=True)
        if (answer := rating(sign)) is not None
    }
    phone.give(given)
    if finish:
        phone.finish()


def matrix_rows() -> list[str]:
    """The method's example: six raters on the twelve items of Stewardship."""
    return ["".join(map(str, row)) for row in MATRIX["R"]]


def visit(workshop: Workshop, lang: Lang = "en", **address: str) -> Tab:
    return Tab("workshop", workshop=workshop.id, lang=lang, **address)


def stands(workshop: Workshop) -> Stage:
    return current(acting(), workshop).stage


def poll(tab: Tab) -> float:
    """Let the part of the page that follows by itself run again; returns its seconds."""
    beats = [m.auto_rerun for m in tab.messages if m.WhichOneof("type") == "auto_rerun"]
    with patch.object(Tab, "_fragment_of", lambda *_: beats[-1].fragment_id):
        tab.run(tab.app.button[0])
    return beats[-1].interval
