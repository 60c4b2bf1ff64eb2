"""How far an assessment is, by pillar and dimension, and the way to each."""

import streamlit as st

from dashboard.domain.questionnaire import Dimension, Pillar
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.parts.answering import COUNT, PROGRESS, Slot, count_in, pillar_part
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import choose, current_lang, current_words

REVIEW = "review"
"""The step after the last dimension."""

TAKEN = "ways-taken"

DONE, BEGUN, OPEN, HERE = (
    f":material/{name}:"
    for name in ("check_circle", "contrast", "radio_button_unchecked", "arrow_right_alt")
)


def show_progress(sheet: Sheet, here: str) -> None:
    """What an answer changes is a fragment of its own: a browser draws anew all that is sent."""
    st.markdown(f"**{plain(sheet.brand.name)}**")
    _show_done(sheet)
    for pillar in sheet.questionnaire.pillars:
        part = pillar_part(pillar.id)
        count_in(part, pillar)
        st.fragment(key=part)(_show_pillar)(sheet, pillar)
        with st.container(gap=None):
            for dimension in pillar.dimensions:
                _show_way(sheet, dimension, here)
    st.button(
        current_words()("Review and complete"),
        icon=":material/fact_check:",
        width="stretch",
        key="to-review",
        on_click=go,
        args=(REVIEW,),
    )


@st.fragment(key=PROGRESS)
def _show_done(sheet: Sheet) -> None:
    st.caption(f"{plain(sheet.assessment.wave)} · {_done_in_words(sheet)}")


def _show_pillar(sheet: Sheet, pillar: Pillar) -> None:
    items = list(pillar.items)
    done = sum(Slot(sheet.assessment.id, item).newest(sheet) is not None for item in items)
    name = plain(pillar.title.get(current_lang()))
    st.markdown(f"{mark(sheet.questionnaire, pillar.id)} **{name}** · {done}/{len(items)}")


@st.fragment(key=COUNT)
def show_count(sheet: Sheet) -> None:
    """The same count below the questions, for narrow screens hide the list of dimensions."""
    st.caption(_done_in_words(sheet), text_alignment="right")


def _done_in_words(sheet: Sheet) -> str:
    """Done is what has any answer: a level, "I don't know" or "does not apply"."""
    slots = [Slot(sheet.assessment.id, item) for item in sheet.questionnaire.items]
    done = sum(slot.newest(sheet) is not None for slot in slots)
    return current_words()("{n} of {total} done", n=done, total=len(slots))


def _show_way(sheet: Sheet, dimension: Dimension, here: str) -> None:
    t, lang = current_words(), current_lang()
    done = sum(Slot(sheet.assessment.id, i).newest(sheet) is not None for i in dimension.items)
    total = len(dimension.items)
    icon = DONE if done == total else BEGUN if done else OPEN
    name = plain(dimension.title.get(lang))
    is_here = dimension.id == here
    st.button(
        f"**{name}**" if is_here else name,
        key=f"to-{dimension.id}",
        icon=HERE if is_here else icon,
        type="tertiary",
        help=None if is_here else t("{n} of {total} done", n=done, total=total),
        on_click=go,
        args=(dimension.id,),
    )


def ways_taken() -> int:
    """How often a way was taken: even one to where the reader is leads to its top."""
    taken: int = st.session_state.get(TAKEN, 0)
    return taken


def go(step: str) -> None:
    """Lead to a step, whatever part of the page the browser asks to run.

    A press that ends the typing into a question is sent in one message with what was typed, and
    that message asks for the question alone.
    """
    choose(dimension=step)
    st.session_state[TAKEN] = ways_taken() + 1
    st.rerun()
