"""What closing does, said before it is done and after."""

from collections.abc import Iterator

import streamlit as st

from dashboard.domain.answer import State
from dashboard.domain.reveal import Reveal
from dashboard.services import workshops
from dashboard.services.workshops import Room
from dashboard.views.parts.workshop_moving import led
from dashboard.views.session import current_acting, current_words, present


def outcome_in_counts(found: Reveal) -> list[str]:
    """How many items close in which way; of nothing there is no line."""
    return list(_lines(found))


def _lines(found: Reveal) -> Iterator[str]:
    t = current_words()
    agreed = sum(one.agreed is not None for one in found.items)
    proposed = [one.proposed for one in found.items if one.agreed is None and one.proposed]
    levels = sum(answer.state is State.LEVEL for answer in proposed)
    unknown = len(proposed) - levels
    left = len(found.items) - agreed - len(proposed)
    if agreed:
        yield t.plural("{n} item: as agreed", "{n} items: as agreed", agreed)
    if levels:
        yield t.plural(
            "{n} item: undiscussed, the lower median, and its note says so",
            "{n} items: undiscussed, the lower median, and their notes say so",
            levels,
        )
    if unknown:
        yield t.plural(
            "{n} item: undiscussed, “I don't know”, for fewer than half named a level",
            "{n} items: undiscussed, “I don't know”, for fewer than half named a level",
            unknown,
        )
    if left:
        yield t.plural(
            "{n} item: left as it is, for fewer than three people rated it",
            "{n} items: left as they are, for fewer than three people rated them",
            left,
        )


def ask_to_close(room: Room, found: Reveal) -> None:
    t = current_words()

    @st.dialog(t("Close and take over the levels"))
    def ask() -> None:
        st.markdown(t("The outcome becomes the answers of the assessment:"))
        st.markdown("\n".join(f"- {line}" for line in outcome_in_counts(found)))
        if not room.assessment.open_for_answers:
            st.warning(
                t("The assessment is complete. Reopen it first; then close the workshop."),
                icon=":material/lock:",
            )
            return
        st.caption(
            t(
                "What stood there before stays in the history. You can reopen the workshop "
                "afterwards."
            )
        )
        if st.button(t("Close it"), type="primary", key="close-sure"):
            with led():
                workshops.close(current_acting(), room.workshop, t)
                present(None)
            st.rerun()

    ask()
