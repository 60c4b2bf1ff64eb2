"""Questions in a list, by dimension: one way to each dimension, its questions below."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import streamlit as st

from dashboard.domain.questionnaire import Dimension, Item
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.pages import ASSESS
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import choose, current_lang


def show_question_list(sheet: Sheet, title: str, item_ids: Sequence[str], *, name: str) -> None:
    """`name` tells the list's buttons from those of another list on the page."""
    st.subheader(f"{title} · {len(item_ids)}", anchor=False)
    for dimension, items in _by_dimension(sheet, item_ids):
        with st.container(gap=None):
            _show_way(sheet, dimension, key=f"{name}-{dimension.id}")
            st.markdown("\n".join(_lines(sheet, items)))


def _by_dimension(sheet: Sheet, item_ids: Sequence[str]) -> Iterator[tuple[Dimension, list[Item]]]:
    """The items in the questionnaire's order, whatever order they come in."""
    named, dimension_of = set(item_ids), sheet.questionnaire.dimension_of
    items = (item for item in sheet.questionnaire.items if item.id in named)
    for _, together in groupby(items, key=lambda item: dimension_of[item.id].id):
        group = list(together)
        yield dimension_of[group[0].id], group


def _show_way(sheet: Sheet, dimension: Dimension, *, key: str) -> None:
    colour = mark(sheet.questionnaire, sheet.questionnaire.pillar_of[dimension.id].id)
    if st.button(
        f"{colour} **{plain(dimension.title.get(current_lang()))}**",
        icon=":material/arrow_forward:",
        icon_position="right",
        type="tertiary",
        key=key,
    ):
        choose(dimension=dimension.id)
        st.switch_page(ASSESS)


def _lines(sheet: Sheet, items: Sequence[Item]) -> Iterator[str]:
    """Each question, with the reason why it does not apply in grey; a common one is said once."""
    reasons = [_reason(sheet, item) for item in items]
    common = len(set(reasons)) == 1
    for number, (item, reason) in enumerate(zip(items, reasons, strict=True), start=1):
        yield f"- :small[{plain(item.question.get(current_lang()))}]"
        if reason and (number == len(items) or not common):
            yield f"\n  :small[:gray[{plain(reason)}]]\n"


def _reason(sheet: Sheet, item: Item) -> str | None:
    answer = sheet.answers.get(item.id)
    return answer.reason if answer else None
