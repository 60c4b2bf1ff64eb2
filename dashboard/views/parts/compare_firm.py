"""How firm the comparison is: who is ahead under all reasonable scoring choices."""

import streamlit as st

from dashboard.domain.comparison import Move
from dashboard.domain.precision import whole
from dashboard.domain.robustness import DRAWS
from dashboard.plain import plain
from dashboard.views.cached import robustness_of, show_table
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.parts.compare_finding import claims_of_order, noise_in_words, scored
from dashboard.views.parts.compare_table import distinct
from dashboard.views.session import current_words


def _noise(chosen: Chosen) -> list[str]:
    """A difference that every way of scoring shows may still be one of who rated."""
    comparison = chosen.comparison
    if comparison is None or comparison.overall.move is not Move.NOISE:
        return []
    return [noise_in_words(comparison.overall)]


def show_firmness(chosen: Chosen) -> None:
    """Nothing unless two have an overall score on one scale."""
    t, known = current_words(), scored(chosen)
    if len(known) < 2:
        return
    st.header(t("How firm the order is"), anchor=False)
    with st.container(border=True):
        claims = [*claims_of_order(chosen), *_noise(chosen)]
        st.markdown("\n".join(f"- {claim}" for claim in claims))
        name, overall, range_ = distinct(
            [t("Assessment"), t("Overall"), t("Range over reasonable scoring choices")]
        )
        rows = []
        for sheet in known:
            found = robustness_of(sheet.questionnaire, sheet.answers)
            if found and sheet.result.overall.score is not None:
                low, high = whole(found.overall.low), whole(found.overall.high)
                rows.append(
                    {
                        name: plain(chosen.name(sheet)),
                        overall: str(whole(sheet.result.overall.score)),
                        range_: t("{low} to {high}", low=low, high=high),
                    }
                )
        show_table(rows, alt=t("Range of the overall score over reasonable scoring choices"))
        st.caption(
            t(
                "All of them scored in {n} other ways, the same for each: with other weights, "
                "another pull of the weakest pillar, other steps between levels, and any answer "
                "where one is missing. Ranges may overlap although one is ahead nearly always. It "
                "is no confidence interval: it says nothing of who answered, or how well.",
                n=f"{DRAWS:,}",
            )
        )
