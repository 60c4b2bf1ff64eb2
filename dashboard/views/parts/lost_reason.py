"""What the next page says of a "does not apply" that was left without its reason.

The choice itself is all there is to go by: the session keeps what a page's fields held until the
end of the first run that does not show them any more.
"""

from collections.abc import Iterator

import streamlit as st

from dashboard.domain.questionnaire import Dimension
from dashboard.services.assessments import Sheet
from dashboard.views.parts.answering import Slot
from dashboard.views.parts.applies import does_not_apply, says_does_not
from dashboard.views.session import current_words


def show_lost_reason(sheet: Sheet, here: str) -> None:
    """`here` is the step that is shown now; what waits there is not lost."""
    left = (d for d in sheet.questionnaire.dimensions if d.id != here)
    if any(any(_awaits_reason(sheet, dimension)) for dimension in left):
        message = current_words()("“Does not apply” was not saved: it had no reason.")
        st.warning(message, icon=":material/edit:")


def _awaits_reason(sheet: Sheet, dimension: Dimension) -> Iterator[bool]:
    yield says_does_not(dimension) and not does_not_apply(sheet, dimension)
    yield from (Slot(sheet.assessment.id, item).awaits_reason for item in dimension.items)
