"""Steps in a few words: how far one is, and what it brings."""

from typing import Final

from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.rise import what_to_do
from dashboard.domain.saved_plan import SavedStep, StepStatus
from dashboard.domain.step import Step
from dashboard.i18n import Words


def action_in_words(questionnaire: Questionnaire, step: Step | SavedStep, t: Words) -> str:
    """The author's words for a step; where there are none, the answer to come to.

    Empty where the questionnaire has no such answer: a saved plan may be older.
    """
    item = questionnaire.items_by_id.get(step.item_id)
    if item is None or step.to_level not in item.levels:
        return ""
    if text := what_to_do(item, step.level, step.to_level):
        return text.get(t.lang)
    return t("Reach the answer “{answer}”", answer=item.option(step.to_level).text.get(t.lang))


def status_in_words(status: StepStatus, t: Words) -> str:
    return {
        StepStatus.OPEN: t("Open"),
        StepStatus.DOING: t("In progress"),
        StepStatus.DONE: t("Done"),
    }[status]


ROUND_OF: Final = 1
"""Decimals of a gain: one step seldom brings a whole point."""


def gain_in_words(gain: float) -> str:
    """
    >>> gain_in_words(1.3888), gain_in_words(0.01), gain_in_words(0)
    ('+1.4', '<0.1', '0')
    """
    if gain <= 0:
        return "0"
    return f"+{gain:.{ROUND_OF}f}" if round(gain, ROUND_OF) else "<0.1"
