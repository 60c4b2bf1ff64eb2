"""What other steps say of what was left unsaved, so that nobody completes without knowing.

Of "does not apply" without a reason and of bad links the fields are all there is to go by: the
session keeps what they held until the end of the first run that does not show them any more. What
the store did not take, or took from somebody else first, waits at its question until it is settled.
"""

from collections.abc import Iterator, Sequence

import streamlit as st

from dashboard.domain.questionnaire import Dimension
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.parts.answering import Slot
from dashboard.views.parts.applies import does_not_apply, says_does_not
from dashboard.views.parts.links import links_wait
from dashboard.views.parts.progress import go
from dashboard.views.session import current_lang, current_words


def show_not_saved(sheet: Sheet, here: str) -> None:
    """`here` is the step that is shown now; what waits there is not lost."""
    t = current_words()
    left = [d for d in sheet.questionnaire.dimensions if d.id != here]
    if sheet.assessment.open_for_answers:
        for dimension in left:
            _show_what_waits(dimension, _slots(sheet, dimension))
    if any(any(_awaits_reason(sheet, dimension)) for dimension in left):
        message = t("“Does not apply” was not saved: it had no reason.")
        st.warning(message, icon=":material/edit:")
    slots = [slot for dimension in left for slot in _slots(sheet, dimension)]
    if waiting := [slot for slot in slots if links_wait(slot)]:
        message = t("Links were not saved: not every line was a whole web address.")
        st.warning(message, icon=":material/edit:")
        for slot in waiting:
            slot.keep_links_typed(None)


def _show_what_waits(dimension: Dimension, slots: Sequence[Slot]) -> None:
    t = current_words()
    name = plain(dimension.title.get(current_lang()))
    told = []
    if any(slot.can_be_sent_again for slot in slots):
        told.append(
            t("An answer of “{name}” was not saved. It can be sent again there.", name=name)
        )
    if any(slot.conflict for slot in slots):
        told.append(
            t(
                "Somebody else changed an answer of “{name}” meanwhile. Choose there which answer "
                "stands.",
                name=name,
            )
        )
    for message in told:
        st.warning(message, icon=":material/edit:")
    if told:
        st.button(
            t("To “{name}”", name=name),
            icon=":material/undo:",
            key=f"unsettled-{dimension.id}",
            on_click=go,
            args=(dimension.id,),
        )


def _awaits_reason(sheet: Sheet, dimension: Dimension) -> Iterator[bool]:
    slots = _slots(sheet, dimension)
    had_one = any(slot.can_be_sent_again for slot in slots)
    yield says_does_not(dimension) and not does_not_apply(sheet, dimension) and not had_one
    yield from (slot.awaits_reason and not slot.can_be_sent_again for slot in slots)


def _slots(sheet: Sheet, dimension: Dimension) -> list[Slot]:
    return [Slot(sheet.assessment.id, item) for item in dimension.items]
