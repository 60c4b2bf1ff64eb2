"""How firm the result is: what holds under all reasonable scoring choices, and what does not."""

import streamlit as st

from dashboard.charts.firmness import ALL, claims, firmness_finding, how_ranged
from dashboard.domain.precision import whole
from dashboard.domain.robustness import Choice, Robustness
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.cached import robustness_of, show_table
from dashboard.views.session import current_lang, current_words


def show_robustness(sheet: Sheet) -> None:
    """Nothing where there is no overall score."""
    found = robustness_of(sheet.questionnaire, sheet.answers)
    if found is None:
        return
    t, lang = current_words(), current_lang()
    st.header(plain(firmness_finding(sheet.questionnaire, found, lang)), anchor=False)
    with st.container(border=True):
        ordered = claims(sheet.questionnaire, sheet.result, found, lang)
        told = [f"- {plain(claim)}" for claim in ordered]
        ranged = t(
            "**{low} to {high}** is the range of the overall score over reasonable scoring "
            "choices.",
            low=whole(found.overall.low),
            high=whole(found.overall.high),
        )
        st.markdown("\n".join([*told, "", ranged]))
        st.caption(how_ranged(found, lang))
        with st.expander(t("Which choice matters how much"), icon=":material/tune:"):
            show_influence(found)
            show_how_drawn(found)


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


def _percent(share: float) -> str:
    return f"{whole(ALL * min(max(share, 0.0), 1.0))}%"
