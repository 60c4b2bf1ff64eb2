"""What became of the plan of the wave before: which levels were reached, and what moved."""

import streamlit as st

from dashboard.domain.saved_plan import FollowedStep
from dashboard.plain import plain
from dashboard.reports.step_words import status_in_words
from dashboard.services.plans import Desk
from dashboard.views.cached import show_table
from dashboard.views.parts.plan_words import moved_in_words, title_of
from dashboard.views.session import current_lang, current_words


def show_what_became(desk: Desk) -> None:
    before = desk.sheet.comparable
    if not desk.what_became or before is None:
        return
    t, lang = current_words(), current_lang()
    reached = sum(one.reached for one in desk.what_became)
    st.header(
        t(
            "Of the plan of {wave}, {n} of {total} steps reached their level",
            wave=plain(before.assessment.wave),
            n=reached,
            total=len(desk.what_became),
        ),
        anchor=False,
    )
    with st.container(border=True):
        moved = moved_in_words(desk.questionnaire, before.result, desk.sheet.result, lang)
        since = t("Since then: {moved}.", moved=moved) if moved else ""
        st.markdown(since or t("Since then no band and no score has changed as it is shown."))
        show_table(
            [_row(desk, one) for one in desk.what_became],
            alt=t("The steps of the plan before, what was said of them, and the level now"),
        )


def _row(desk: Desk, one: FollowedStep) -> dict[str, str]:
    t, lang = current_words(), current_lang()
    now = "–" if one.level_now is None else str(one.level_now)
    return {
        t("Step"): title_of(desk.questionnaire, one.step.item_id, lang),
        t("Planned"): f"{one.step.level}\u00a0→\u00a0{one.step.to_level}",
        t("Now"): f":material/check: {now}" if one.reached else now,
        t("In the plan"): status_in_words(one.step.work.status, t),
    }
