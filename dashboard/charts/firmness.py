"""How firm a result is, in words: what holds under all reasonable scoring choices.

Plain text; pages make it safe for markdown.
"""

from collections.abc import Iterator
from itertools import pairwise, permutations
from typing import Final

from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.robustness import DRAWS, HOLDS, Robustness
from dashboard.domain.text import Lang
from dashboard.i18n import words

ALL: Final = 100


def firmness_finding(questionnaire: Questionnaire, found: Robustness, lang: Lang) -> str:
    """Whether one pillar is the weakest, however one scores."""
    t = words(lang)
    if len(found.weakest) < 2:
        return t("How much rests on scoring choices")
    weakest, share = max(found.weakest.items(), key=lambda one: one[1])
    name = _title(questionnaire, weakest, lang)
    if share < HOLDS:
        return _no_weakest(questionnaire, found, lang)
    if share == 1:
        return t(
            "{pillar} is the weakest pillar in all {n} ways of scoring tried",
            pillar=name,
            n=f"{found.draws:,}",
        )
    return t(
        "{pillar} is the weakest pillar in {share}% of the ways of scoring tried",
        pillar=name,
        share=share_in_percent(share),
    )


def _no_weakest(questionnaire: Questionnaire, found: Robustness, lang: Lang) -> str:
    """Pillars that share the last place however one scores; else it hangs on the scoring."""
    t = words(lang)
    last = [
        id_
        for id_ in found.weakest
        if all(found.ahead[id_, other] <= 1 - HOLDS for other in found.weakest if other != id_)
    ]
    level = all(
        found.ahead[one, other] >= HOLDS if one not in last else found.ahead[one, other] == 0
        for one, other in permutations(found.weakest, 2)
        if other in last
    )
    if len(last) < 2 or not level:
        return t("Which pillar is weakest depends on how one scores")
    if len(last) == len(found.weakest):
        return t("No pillar is the weakest: they are level")
    names = t.listed([_title(questionnaire, id_, lang) for id_ in last])
    return t("No pillar alone is the weakest: {pillars} are level", pillars=names)


def claims(
    questionnaire: Questionnaire, result: Result, found: Robustness, lang: Lang
) -> Iterator[str]:
    """Neighbours in the order of the pillars' scores: who is ahead, if it holds."""
    scores = {id_: result.pillar[id_].score or 0.0 for id_ in found.weakest}
    for one, other in pairwise(sorted(scores, key=lambda id_: -scores[id_])):
        names = (_title(questionnaire, id_, lang) for id_ in (one, other))
        yield claim_of_order(*names, share=found.ahead[one, other], lang=lang)


def claim_of_order(one: str, other: str, *, share: float, lang: Lang) -> str:
    """Who is ahead, if it holds in so large a share of the ways of scoring."""
    t = words(lang)
    if share < HOLDS:
        return t("Neither {one} nor {other} is clearly ahead of the other", one=one, other=other)
    if share == 1:
        return t(
            "{one} is ahead of {other} in all {n} ways tried", one=one, other=other, n=f"{DRAWS:,}"
        )
    return t(
        "{one} is ahead of {other} in {share}% of the ways tried",
        one=one,
        other=other,
        share=share_in_percent(share),
    )


def range_in_words(found: Robustness, lang: Lang) -> str:
    return words(lang)(
        "{low} to {high} is the range of the overall score over reasonable scoring choices.",
        low=whole(found.overall.low),
        high=whole(found.overall.high),
    )


def how_ranged(found: Robustness, lang: Lang) -> str:
    """What was varied, and what the range is not."""
    return words(lang)(
        "The same answers, scored in {n} other ways: with other weights, another pull of "
        "the weakest pillar, other steps between levels, and any answer where "
        "one is missing. Ninety of a hundred lie in the range. It is no confidence "
        "interval: it says nothing of who answered, or how well.",
        n=f"{found.draws:,}",
    )


def share_in_percent(share: float) -> int:
    """100 is said of all alone.

    >>> share_in_percent(0.9999), share_in_percent(1), share_in_percent(0.914)
    (99, 100, 91)
    """
    return ALL if share == 1 else min(whole(ALL * share), ALL - 1)


def _title(questionnaire: Questionnaire, pillar_id: str, lang: Lang) -> str:
    pillar = next(pillar for pillar in questionnaire.pillars if pillar.id == pillar_id)
    return pillar.title.get(lang)
