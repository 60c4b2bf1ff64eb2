"""How firm the result is: what holds under all reasonable scoring choices, and what does not."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import streamlit as st

from dashboard.domain.precision import whole
from dashboard.domain.robustness import DRAWS, HOLDS, Choice, Robustness
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.cached import robustness_of, show_table
from dashboard.views.session import current_lang, current_words

ALL: Final = 100


def show_robustness(sheet: Sheet) -> None:
    """Nothing where there is no overall score."""
    found = robustness_of(sheet.questionnaire, sheet.answers)
    if found is None:
        return
    t = current_words()
    st.header(_finding(sheet, found), anchor=False)
    with st.container(border=True):
        claims = list(_claims(sheet, found))
        if claims:
            st.markdown("\n".join(f"- {claim}" for claim in claims))
        st.markdown(
            t(
                "**{low} to {high}** is the range of the overall score over reasonable scoring "
                "choices.",
                low=whole(found.overall.low),
                high=whole(found.overall.high),
            )
        )
        st.caption(
            t(
                "The same answers, scored in {n} other ways: with other weights, another pull of "
                "the weakest pillar, other steps between levels, and any answer where "
                "one is missing. Ninety of a hundred lie in the range. It is no confidence "
                "interval: it says nothing of who answered, or how well.",
                n=f"{found.draws:,}",
            )
        )
        with st.expander(t("Which choice matters how much"), icon=":material/tune:"):
            show_influence(found)
            show_how_drawn(found)


def _finding(sheet: Sheet, found: Robustness) -> str:
    t = current_words()
    if len(found.weakest) < 2:
        return t("How much rests on scoring choices")
    weakest, share = max(found.weakest.items(), key=lambda one: one[1])
    name = _title(sheet, weakest)
    if share < HOLDS:
        return t("Which pillar is weakest depends on how one scores")
    if share == 1:
        return t(
            "{pillar} is the weakest pillar in all {n} ways of scoring tried",
            pillar=name,
            n=f"{found.draws:,}",
        )
    return t(
        "{pillar} is the weakest pillar in {share}% of the ways of scoring tried",
        pillar=name,
        share=_most(share),
    )


def _claims(sheet: Sheet, found: Robustness) -> Iterator[str]:
    """Neighbours in the order of the pillars' scores: who is ahead, if it holds."""
    scores = {id_: sheet.result.pillar[id_].score or 0.0 for id_ in found.weakest}
    for one, other in pairwise(sorted(scores, key=lambda id_: -scores[id_])):
        yield claim_of_order(_title(sheet, one), _title(sheet, other), found.ahead[one, other])


def claim_of_order(one: str, other: str, share: float) -> str:
    """Who is ahead, if it holds in so large a share of the ways of scoring; names in markdown."""
    t = current_words()
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
        share=_most(share),
    )


def _title(sheet: Sheet, pillar_id: str) -> str:
    pillar = next(pillar for pillar in sheet.questionnaire.pillars if pillar.id == pillar_id)
    return plain(pillar.title.get(current_lang()))


def show_influence(found: Robustness, *, of: str = "") -> None:
    """Which choice matters how much, of the named assessment where there are several."""
    t = current_words()
    alt = t("Shares of the overall score's variance by scoring choice")
    names = {
        Choice.CURVE: t("Steps between the levels, equal or not"),
        Choice.IMBALANCE: t("How strongly the weakest pillar pulls"),
        Choice.DIMENSION_WEIGHTS: t("Weights of the dimensions"),
        Choice.PILLAR_WEIGHTS: t("Weights of the pillars"),
        Choice.MISSING: t("Answers that are missing"),
    }
    rows = [
        {
            t("Choice"): names[choice],
            t("Alone"): _percent(influence.first),
            t("With the others"): _percent(influence.total),
        }
        for choice, influence in found.influence.items()
    ]
    show_table(rows, alt=t("{name}: {text}", name=of, text=alt) if of else alt)


def show_how_drawn(found: Robustness) -> None:
    t = current_words()
    st.caption(
        t(
            "Shares of the variance of the overall score (Sobol indices). Drawn at once: weights "
            "from half to one and a half times theirs, the pull of the weakest pillar a quarter to "
            "either side, the steps between levels bent either way. {n} scrambled Sobol points, "
            "seed {seed}.",
            n=f"{found.draws:,}",
            seed=found.seed,
        )
    )


def _most(share: float) -> int:
    """In percent; 100 is said of all alone."""
    return min(whole(ALL * share), ALL - 1)


def _percent(share: float) -> str:
    return f"{whole(ALL * min(max(share, 0.0), 1.0))}%"
