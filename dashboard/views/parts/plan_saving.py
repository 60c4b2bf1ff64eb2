"""From steps on the page to the plan in the store, and a refusal in words."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import streamlit as st

from dashboard.domain.rise import rises
from dashboard.domain.saved_plan import Aim, EffortChanged, PlanChanged, StepChanged
from dashboard.domain.wish import StepKey
from dashboard.services import plans
from dashboard.services.plans import Desk
from dashboard.views.parts.refused import told_in_place
from dashboard.views.session import current_acting, current_words


def steps_between(desk: Desk, levels: Mapping[str, int]) -> list[StepKey]:
    """The steps from the answers up to these levels, in the order of the next steps."""
    wanted: list[StepKey] = []
    for item_id in (step.item_id for step in desk.steps):
        level, answer = levels.get(item_id), desk.answers[item_id].level
        if level is None or answer is None:
            continue
        item = desk.questionnaire.items_by_id[item_id]
        wanted += [
            (rise.item_id, rise.level)
            for rise in rises(item, answer, desk.efforts)
            if item.score(rise.to_level) <= item.score(level)
        ]
    return wanted


def save_label(desk: Desk, label: str) -> str:
    """What a button says that saves: where there is a plan, that it takes its place."""
    return current_words()("Save in place of the plan") if desk.saved else label


def save_plan(desk: Desk, steps: Sequence[StepKey], aim: Aim) -> None:
    """Save, and show the page anew with the plan; a refusal is said in place."""
    with told_of_plans():
        plans.save(
            current_acting(),
            desk.sheet.assessment.id,
            steps,
            aim,
            read_version=desk.saved.version if desk.saved else 0,
            read_at=desk.saved.saved_at if desk.saved else None,
        )
        st.rerun()


@contextmanager
def told_of_plans() -> Iterator[None]:
    t = current_words()
    try:
        with told_in_place():
            yield
    except (PlanChanged, StepChanged, EffortChanged):
        st.error(
            t("Not saved: somebody has changed this meanwhile. Reload the page."),
            icon=":material/error:",
        )
