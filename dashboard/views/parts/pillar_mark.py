"""The coloured ■ that stands for a pillar wherever its name does."""

from dashboard.domain.questionnaire import Questionnaire

COLOURS = ("blue", "orange", "violet", "gray", "primary")
"""Theme colours in the order of the pillars; the charts use the same order."""


def mark(questionnaire: Questionnaire, pillar_id: str) -> str:
    position = [pillar.id for pillar in questionnaire.pillars].index(pillar_id)
    return f":{COLOURS[position % len(COLOURS)]}[■]"
