"""The next steps that are worth naming, with the band that each would open by itself."""

from collections.abc import Mapping
from typing import Final

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import BandResult
from dashboard.domain.rise import Efforts
from dashboard.domain.scoring import score
from dashboard.domain.step import Step, next_steps
from dashboard.domain.text import Frozen

MOST: Final = 3


class Advice(Frozen):
    step: Step
    opens: str | None
    """The band that the brand is certain of after this step alone, where that is a higher one."""


def advice(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    efforts: Efforts | None = None,
    *,
    most: int = MOST,
) -> tuple[Advice, ...]:
    """The first steps in the order of the method: what holds the band, then gain per effort."""
    found = next_steps(questionnaire, answers, efforts)
    steps = [step for step in found if step.worthwhile][:most]
    if not steps:
        return ()
    now = score(questionnaire, answers).band
    return tuple(
        Advice(step=step, opens=_opened(questionnaire, answers, step, now)) for step in steps
    )


def _opened(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], step: Step, now: BandResult
) -> str | None:
    taken = answers[step.item_id].model_copy(update={"level": step.to_level})
    then = score(questionnaire, {**answers, step.item_id: taken}).band
    order = [band.key for band in questionnaire.scoring.bands]
    if then.secured is None or now.secured is None:
        return None
    return then.secured if order.index(then.secured) > order.index(now.secured) else None
