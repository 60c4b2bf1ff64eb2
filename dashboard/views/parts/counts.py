"""How many questions are done: in all, by pillar, and below the questions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from streamlit.delta_generator import DeltaGenerator

from dashboard.domain.questionnaire import Dimension, Item, Pillar
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.parts.answering import Slot
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import current_lang, current_words


@dataclass(frozen=True)
class Beside:
    """The places of the counts in the list of dimensions."""

    in_all: DeltaGenerator
    pillars: Mapping[str, DeltaGenerator]


@dataclass(frozen=True)
class Counts:
    """The counts that an answer of one pillar changes, each in a place for one element.

    A question shows them with every run of its own: whatever the browser is sent, it draws at once.
    """

    sheet: Sheet
    pillar: Pillar
    beside: Beside
    below: DeltaGenerator
    """The same count below the questions, for narrow screens hide the list of dimensions."""

    def show(self) -> None:
        show_in_all(self.beside.in_all, self.sheet)
        show_of_pillar(self.beside.pillars[self.pillar.id], self.sheet, self.pillar)
        self.below.caption(_in_all(self.sheet), text_alignment="right")


def show_in_all(place: DeltaGenerator, sheet: Sheet) -> None:
    place.caption(f"{plain(sheet.assessment.wave)} · {_in_all(sheet)}")


def show_of_pillar(place: DeltaGenerator, sheet: Sheet, pillar: Pillar) -> None:
    items = list(pillar.items)
    name = plain(pillar.title.get(current_lang()))
    line = f"**{name}** · {_done(sheet, items)}/{len(items)}"
    place.markdown(f"{mark(sheet.questionnaire, pillar.id)} {line}")


def done_in(sheet: Sheet, dimension: Dimension) -> int:
    """How many questions of a dimension have an answer."""
    return _done(sheet, dimension.items)


def _in_all(sheet: Sheet) -> str:
    """Done is what has any answer: a level, "I don't know" or "does not apply"."""
    items = sheet.questionnaire.items
    return current_words()("{n} of {total} done", n=_done(sheet, items), total=len(items))


def _done(sheet: Sheet, items: Iterable[Item]) -> int:
    slots = (Slot(sheet.assessment.id, item) for item in items)
    return sum(slot.newest(sheet) is not None for slot in slots)
