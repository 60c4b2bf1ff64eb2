"""Taking step after step: each time the next one in the order of the method that one may take."""

from collections.abc import Callable, Iterable, Mapping

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.rise import Efforts, Rise
from dashboard.domain.step import Step, next_steps

Answers = Mapping[str, Answer]


def taking(answers: Answers, steps: Iterable[Step | Rise]) -> dict[str, Answer]:
    """The answers once the steps were taken; what else was said of an answer stays with it."""
    raised = dict(answers)
    for step in steps:
        raised[step.item_id] = raised[step.item_id].model_copy(update={"level": step.to_level})
    return raised


def held(questionnaire: Questionnaire, result: Result) -> int | None:
    """The position of the band that the answers as given hold; None without an overall score."""
    if result.band.raw is None:
        return None
    keys = [rule.key for rule in questionnaire.scoring.bands]
    gates = result.band.blocked_by
    return keys.index(gates[-1].band) - 1 if gates else keys.index(result.band.raw)


Allows = Callable[[Step, float], bool]
"""Whether a step may be taken after steps of this effort."""


def walk(
    questionnaire: Questionnaire,
    answers: Answers,
    efforts: Efforts,
    *,
    may: Allows,
    until: Callable[[Answers], bool] | None = None,
) -> tuple[Step, ...]:
    """Take the next step that one may take, again and again, `until` the answers are as wished."""
    steps: list[Step] = []
    spent = 0.0
    while until is None or not until(answers):
        order = next_steps(questionnaire, answers, efforts)
        step = next((step for step in order if may(step, spent)), None)
        if step is None:
            break
        steps.append(step)
        spent += step.effort
        answers = taking(answers, [step])
    return tuple(steps)
