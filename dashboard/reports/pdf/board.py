"""The one page for the board: where the brand stands, what holds it, what to do next."""

from typing import Final

from dashboard.reports.facts import Facts
from dashboard.reports.further import further
from dashboard.reports.pdf.content import Content, shared_content, step_content

STEPS: Final = 5
"""As many as one reads at a glance."""


def board_content(facts: Facts) -> Content:
    t, report = facts.t, facts.report
    change = t("Since {wave}", wave=facts.wave_before) if report.before else None
    return shared_content(facts) | {
        "steps": [step_content(facts, step) for step in report.suggested[:STEPS]],
        "further": [{"name": one.name, "line": one.line} for one in further(facts)],
        "labels": {
            "band": t("Band"),
            "from": t("Score from"),
            "missing": t("What stands in the way"),
            "bands": t("What each band asks"),
            "dimension": t("Dimension"),
            "score": t("Score"),
            "change": change,
            "steps": t("Next steps"),
            "step": t("Step"),
            "effort": t("Effort"),
            "gain": t("Gain"),
            "no_steps": facts.no_steps,
            "outline": t("The outline is {wave}.", wave=facts.wave_before)
            if report.before
            else None,
        },
        "foot": [
            t(
                "Gain is in points of the overall score if this step alone is taken: a calculation "
                "on estimated effort, not a forecast."
            ),
            report.questionnaire.texts.not_legal_advice.get(report.lang),
        ],
    }
