"""What the next page says of what was left unsaved: "does not apply" without a reason, bad links.

The fields are all there is to go by: the session keeps what they held until the end of the first
run that does not show them any more.
"""

from collections.abc import Iterator

import streamlit as st

from dashboard.domain.questionnaire import Dimension
from dashboard.services.assessments import Sheet
from dashboard.views.parts.answering import Slot
from dashboard.views.parts.applies import does_not_apply, says_does_not
from dashboard.views.parts.links import links_wait
from dashboard.views.session import current_words


def show_not_saved(sheet: Sheet, here: str) -> None:
    """`here` is the step that is shown now; what waits there is not lost."""
    t = current_words()
    left = [d for d in sheet.questionnaire.dimensions if d.id != here]
    if any(any(_awaits_reason(sheet, dimension)) for dimension in left):
        message = t("“Does not apply” was not saved: it had no reason.")
        st.warning(message, icon=":material/edit:")
    slots = [slot for dimension in left for slot in _slots(sheet, dimension)]
    if waiting := [slot for slot in slots if links_wait(slot)]:
        message = t("Links were not saved: not every line was a whole web address.")
        st.warning(message, icon=":material/edit:")
        for slot in waiting:
            slot.keep_links_typed(None)


def _awaits_reason(sheet: Sheet, dimension: Dimension) -> Iterator[bool]:
    yield says_does_not(dimension) and not does_not_apply(sheet, dimension)
    yield from (slot.awaits_reason for slot in _slots(sheet, dimension))


def _slots(sheet: Sheet, dimension: Dimension) -> list[Slot]:
    return [Slot(sheet.assessment.id, item) for item in dimension.items]
