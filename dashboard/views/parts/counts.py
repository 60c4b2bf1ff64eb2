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
    """The counts that an answer of one dimension changes, each in a place for one element.

    A question shows them with every run of its own: whatever the browser is sent, it draws at once.
    `in_all` and `in_pillar` count what is done outside the dimension, which no answer here changes.
    """

    sheet: Sheet
    dimension: Dimension
    in_all: int
    in_pillar: int
    beside: Beside
    below: DeltaGenerator
    """The same count below the questions, for narrow screens hide the list of dimensions."""

    def show(self) -> None:
        here = done_in(self.sheet, self.dimension)
        pillar = self.sheet.questionnaire.pillar_of[self.dimension.id]
        show_in_all(self.beside.in_all, self.sheet, self.in_all + here)
        place = self.beside.pillars[pillar.id]
        show_of_pillar(place, self.sheet, pillar, self.in_pillar + here)
        self.below.caption(_in_all(self.sheet, self.in_all + here), text_alignment="right")


def counts_of(sheet: Sheet, dimension: Dimension, beside: Beside, below: DeltaGenerator) -> Counts:
    pillar, here = sheet.questionnaire.pillar_of[dimension.id], answered(sheet, dimension.items)
    return Counts(
        sheet=sheet,
        dimension=dimension,
        in_all=answered(sheet, sheet.questionnaire.items) - here,
        in_pillar=answered(sheet, pillar.items) - here,
        beside=beside,
        below=below,
    )


def answered(sheet: Sheet, items: Iterable[Item]) -> int:
    """How many have an answer: a level, "I don't know" or "does not apply"."""
    return sum(item.id in sheet.answers for item in items)


def done_in(sheet: Sheet, dimension: Dimension) -> int:
    """The same for a dimension, as the session knows it: a question may run without its page."""
    slots = (Slot(sheet.assessment.id, item) for item in dimension.items)
    return sum(slot.newest(sheet) is not None for slot in slots)


def show_in_all(place: DeltaGenerator, sheet: Sheet, done: int) -> None:
    place.caption(f"{plain(sheet.assessment.wave)} · {_in_all(sheet, done)}")


def show_of_pillar(place: DeltaGenerator, sheet: Sheet, pillar: Pillar, done: int) -> None:
    name = plain(pillar.title.get(current_lang()))
    line = f"**{name}** · {done}/{len(list(pillar.items))}"
    place.markdown(f"{mark(sheet.questionnaire, pillar.id)} {line}")


def _in_all(sheet: Sheet, done: int) -> str:
    return current_words()("{n} of {total} done", n=done, total=len(sheet.questionnaire.items))
