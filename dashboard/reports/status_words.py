"""How far a step of a plan is, in a word."""

from dashboard.domain.saved_plan import StepStatus
from dashboard.i18n import Words


def status_in_words(status: StepStatus, t: Words) -> str:
    return {
        StepStatus.OPEN: t("Open"),
        StepStatus.DOING: t("In progress"),
        StepStatus.DONE: t("Done"),
    }[status]
