"""What is good enough: how far the result is from it, and the dialog that sets it."""

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.target import Gap, furthest_first, gaps
from dashboard.plain import plain
from dashboard.scores_in_words import gap_in_words, targets_finding
from dashboard.services import targets
from dashboard.services.assessments import Sheet
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.target_dialog import ask_for_target
from dashboard.views.session import current_acting, current_lang, current_words

ON_CARD = 2
"""Gaps that a card lists; all of them stand on Results."""


def gaps_of(sheet: Sheet) -> tuple[Gap, ...]:
    """The brand's targets against this result; empty where none is set."""
    found = targets.of_brand(current_acting(), sheet.brand.id)
    return gaps(found, sheet.questionnaire, sheet.result)


def show_targets(sheet: Sheet, found: Sequence[Gap]) -> None:
    """The list of gaps, furthest first, and the way to set a target."""
    lang = current_lang()
    if not found:
        show_way_to_set(sheet)
        return
    with st.container(border=True, gap="small"):
        title = targets_finding(sheet.questionnaire, found, lang)
        st.subheader(plain(title), anchor=False)
        _show_gaps(sheet, furthest_first(found))
        show_way_to_set(sheet)


def show_gaps_on_card(sheet: Sheet, found: Sequence[Gap]) -> None:
    """The widest gaps alone; nothing where every target is reached or none is set."""
    missed = [gap for gap in furthest_first(found) if not gap.reached]
    if missed:
        st.markdown(f"#### {current_words()('Short of target')}")
        _show_gaps(sheet, missed[:ON_CARD])


def _show_gaps(sheet: Sheet, shown: Sequence[Gap]) -> None:
    lang, questionnaire = current_lang(), sheet.questionnaire
    today = current_acting().now().date()
    lines = [
        f"{mark(questionnaire, questionnaire.pillar_of[gap.target.dimension_id].id)} "
        + plain(gap_in_words(questionnaire, gap, lang, today=today))
        for gap in shown
    ]
    st.markdown("\n\n".join(lines))


def show_way_to_set(sheet: Sheet) -> None:
    t = current_words()
    if st.button(
        t("Set a target"), icon=":material/flag:", type="tertiary", key=f"target-{sheet.brand.id}"
    ):
        ask_for_target(sheet)
