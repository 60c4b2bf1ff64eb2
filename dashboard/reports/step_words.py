"""Steps in a few words: how far one is, and what it brings."""

from typing import Final

from dashboard.domain.saved_plan import StepStatus
from dashboard.i18n import Words


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
