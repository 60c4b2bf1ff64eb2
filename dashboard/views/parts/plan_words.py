"""Steps, plans and what stands in their way, in words. All of it is markdown, made plain."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dashboard.domain.offer import Unproven
from dashboard.domain.plan import Plan
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.saved_plan import SavedStep
from dashboard.domain.step import Step, holding_gates
from dashboard.domain.text import Lang
from dashboard.domain.wish import Hindrance, Obstacle, StepKey
from dashboard.i18n import Words, words
from dashboard.plain import plain
from dashboard.reports.step_words import action_in_words
from dashboard.scores_in_words import overall_standing
from dashboard.verdict import gate_in_words

SEMICOLON: Final[Mapping[Lang, str]] = {"en": "; ", "zh": "；"}


def title_of(questionnaire: Questionnaire, item_id: str, lang: Lang) -> str:
    """The item's title; its id where the questionnaire has lost it."""
    item = questionnaire.items_by_id.get(item_id)
    return plain(item.title.get(lang) if item else item_id)


def action_of(questionnaire: Questionnaire, step: Step | SavedStep, lang: Lang) -> str:
    """What to do, made plain; empty where the questionnaire has lost the step."""
    return plain(action_in_words(questionnaire, step, words(lang)))


def levels_of(level: int, to_level: int, t: Words) -> str:
    return t("level {level} → {to}", level=level, to=to_level)


def step_in_words(name: str, level: int, to_level: int, t: Words) -> str:
    """ "Plain explanations, level 3 → 4"; the name as it is to be shown."""
    return t("{name}, {levels}", name=name, levels=levels_of(level, to_level, t))


def effort_in_words(effort: float, t: Words) -> str:
    return t("1 point of effort") if effort == 1 else t("{n} points of effort", n=f"{effort:g}")


def unproven_in_words(why: Unproven, t: Words) -> str:
    """Why there may be a better plan."""
    match why:
        case Unproven.TIME:
            return t("The search was ended after ten seconds: there may be a better plan.")
        case Unproven.PRECISION:
            return t(
                "Many plans miss what is asked for by less than the calculation can tell apart: "
                "there may be a better one."
            )
        case Unproven.ORDER:
            return t("Steps were taken in their order: there may be a better plan.")


def band_name(questionnaire: Questionnaire, key: str, lang: Lang) -> str:
    return plain(questionnaire.band(key).name.get(lang))


def band_unblocked(questionnaire: Questionnaire, result: Result, lang: Lang) -> str:
    """The band that the marked steps help to unblock; empty where none is blocked."""
    gates = holding_gates(result)
    return band_name(questionnaire, gates[0].band, lang) if gates else ""


def standing_of(questionnaire: Questionnaire, result: Result, lang: Lang) -> str:
    return plain(overall_standing(questionnaire, result, lang))


def moved_in_words(questionnaire: Questionnaire, now: Result, then: Result, lang: Lang) -> str:
    """ "unblocks Defined; Stewardship 35 → 48; overall 41 → 48"; empty if nothing shows."""
    return SEMICOLON[lang].join(_moves(questionnaire, now, then, words(lang)))


def _moves(questionnaire: Questionnaire, now: Result, then: Result, t: Words) -> Iterator[str]:
    lang = t.lang
    before, after = (standing_of(questionnaire, one, lang) for one in (now, then))
    if before != after:
        blocked = band_unblocked(questionnaire, now, lang)
        yield (
            t("unblocks {band}", band=after)
            if blocked == after
            else t("band {before} → {after}", before=before, after=after)
        )
    for pillar in questionnaire.pillars:
        was, is_ = now.pillar[pillar.id].score, then.pillar[pillar.id].score
        if was is not None and is_ is not None and whole(was) != whole(is_):
            name = plain(pillar.title.get(lang))
            yield t("{name} {before} → {after}", name=name, before=whole(was), after=whole(is_))
    was, is_ = now.overall.score, then.overall.score
    if was is not None and is_ is not None and whole(was) != whole(is_):
        yield t("overall {before} → {after}", before=whole(was), after=whole(is_))


def outcome_in_words(questionnaire: Questionnaire, plan: Plan, lang: Lang) -> str:
    """ "10 points of effort, 6 steps: Defined, 48 of 100"."""
    t = words(lang)
    steps = t.plural("{n} step", "{n} steps", len(plan.steps))
    return t(
        "{effort}, {steps}: {band}, {score} of 100",
        effort=effort_in_words(plan.effort, t),
        steps=steps,
        band=standing_of(questionnaire, plan.result, lang),
        score=whole(plan.result.overall.score or 0.0),
    )


def hindrances_in_words(
    questionnaire: Questionnaire, hindrances: Sequence[Hindrance], lang: Lang
) -> list[str]:
    return [_hindrance(questionnaire, one, words(lang)) for one in hindrances]


def _hindrance(questionnaire: Questionnaire, one: Hindrance, t: Words) -> str:
    lang = t.lang
    match one.obstacle:
        case Obstacle.NO_SCORE:
            return t("There is no overall score yet: answer the open questions first.")
        case Obstacle.OVER_BUDGET:
            return t(
                "The steps that must be in it take {needs}, and the budget is {has}.",
                needs=effort_in_words(one.needs or 0.0, t),
                has=f"{one.has:g}",
            )
        case Obstacle.CONTRADICTION:
            names = [_step_name(questionnaire, key, lang) for key in one.steps]
            return t("These steps must be in it and must not: {names}.", names=t.listed(names))
        case Obstacle.SCORE:
            return t(
                "With every step taken that may be taken, the overall score is {has}; the band "
                "needs {needs}.",
                has="–" if one.has is None else whole(one.has),
                needs=whole(one.needs or 0.0),
            )
        case Obstacle.GATE:
            if one.gate is None:
                raise ValueError("a shut gate names itself")
            return t(
                "{gate}, even with every step taken that may be taken.",
                gate=plain(gate_in_words(questionnaire, one.gate, lang)),
            )


def _step_name(questionnaire: Questionnaire, key: StepKey, lang: Lang) -> str:
    t = words(lang)
    return t("{name} from level {n}", name=title_of(questionnaire, key[0], lang), n=key[1])
