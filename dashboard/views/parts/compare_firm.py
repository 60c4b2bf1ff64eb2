"""How firm the comparison is: who is ahead under all reasonable scoring choices."""

from collections.abc import Iterator, Sequence

import streamlit as st

from dashboard.domain.comparison import settled_score
from dashboard.domain.precision import whole
from dashboard.domain.result import Result
from dashboard.domain.robustness import DRAWS, Robustness
from dashboard.plain import plain
from dashboard.scores_in_words import bounds_in_words
from dashboard.services.assessments import Sheet
from dashboard.views.cached import robustness_of, show_table
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.parts.compare_order import (
    claims_beside_noise,
    scored,
    settled,
)
from dashboard.views.parts.compare_table import distinct
from dashboard.views.parts.robust import show_how_drawn, show_influence
from dashboard.views.session import current_lang, current_words


def show_firmness(chosen: Chosen) -> None:
    """Nothing unless two have an overall score on one scale."""
    t, known = current_words(), scored(chosen)
    if len(known) < 2:
        return
    st.header(t("How firm the order is"), anchor=False)
    with st.container(border=True):
        st.markdown("\n".join(f"- {claim}" for claim in _claims(chosen, known)))
        found = ((sheet, robustness_of(sheet.questionnaire, sheet.answers)) for sheet in known)
        firm = [(sheet, firmness) for sheet, firmness in found if firmness]
        _show_ranges(chosen, firm)
        st.caption(
            t(
                "All of them scored in {n} other ways, the same for each: with other weights, "
                "another pull of the weakest pillar and other steps between levels. A missing "
                "answer is drawn from all there are, for each by itself. Ranges may overlap "
                "although one is ahead nearly always. It is no confidence interval: it says "
                "nothing of who answered, or how well.",
                n=f"{DRAWS:,}",
            )
        )
        with st.expander(t("Which choice matters how much"), icon=":material/tune:"):
            _show_influences(chosen, firm)


def _claims(chosen: Chosen, known: Sequence[Sheet]) -> Iterator[str]:
    if chosen.comparison:
        yield from claims_beside_noise(chosen, chosen.comparison)
    ordered = {sheet.assessment.id for sheet in settled(chosen)}
    open_ = [plain(chosen.name(one)) for one in known if one.assessment.id not in ordered]
    if open_:
        t = current_words()
        yield t(
            "No order is claimed for {names}: missing answers decide the overall score.",
            names=t.listed(open_),
        )


def _show_ranges(chosen: Chosen, firm: Sequence[tuple[Sheet, Robustness]]) -> None:
    t = current_words()
    head = distinct([t("Assessment"), t("Overall"), t("Range over reasonable scoring choices")])
    rows = []
    for sheet, found in firm:
        low, high = whole(found.overall.low), whole(found.overall.high)
        range_ = t("{low} to {high}", low=low, high=high)
        cells = (plain(chosen.name(sheet)), _overall(sheet.result), range_)
        rows.append(dict(zip(head, cells, strict=True)))
    show_table(rows, alt=t("Range of the overall score over reasonable scoring choices"))


def _overall(result: Result) -> str:
    """The score; while missing answers decide it, the bounds that it lies in."""
    score = settled_score(result)
    return bounds_in_words(result.overall, current_lang()) if score is None else str(whole(score))


def _show_influences(chosen: Chosen, firm: Sequence[tuple[Sheet, Robustness]]) -> None:
    for sheet, found in firm:
        st.markdown(f"**{plain(chosen.name(sheet))}**")
        show_influence(found, of=chosen.name(sheet))
    for _, found in firm[:1]:
        show_how_drawn(found)
