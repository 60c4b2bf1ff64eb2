"""What is compared: the assessments that the address names, else the newest wave and its last.

All of one workspace: one's own work and the demo never stand side by side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from dashboard.domain.comparison import FEWEST, MOST, Comparison, Side
from dashboard.domain.detectable import RaterError
from dashboard.domain.questionnaire import Questionnaire
from dashboard.reports.direction import isolated
from dashboard.services import people
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import BrandLine, Portfolio, portfolio
from dashboard.services.rater_errors import rater_errors
from dashboard.views.pages import OVERVIEW
from dashboard.views.parts.frame import show_head, show_top_row
from dashboard.views.parts.workspace import show_switch, workspace_here
from dashboard.views.session import (
    assessment_here,
    brand_here,
    compare,
    compared_here,
    current_acting,
    current_words,
    leave_assessment,
)


@dataclass(frozen=True)
class Chosen:
    """The workspace, what may be chosen in it, and what is: each wave of a brand in its order."""

    here: Portfolio
    portfolios: Sequence[Portfolio]
    lines: tuple[BrandLine, ...]
    """Brands with any wave that has answers; the newest first, without the others."""
    sheets: tuple[Sheet, ...]
    errors: Mapping[str, RaterError]
    """Of all waves of the chosen brands, where their raters are known."""
    lost: int
    """How many the address names that are not here."""
    too_many: bool
    """Whether it names more than can stand side by side."""

    @property
    def enough_to_choose(self) -> bool:
        return sum(len(line.waves) for line in self.lines) >= FEWEST

    @property
    def sides(self) -> tuple[Sheet, ...]:
        """The chosen ones, once they are enough to be compared."""
        return self.sheets if len(self.sheets) >= FEWEST else ()

    @cached_property
    def names(self) -> dict[str, str]:
        """Each chosen assessment in short: by what tells it from the others.

        Signs stand beside the names: no name may turn the order of what it stands between.
        """
        return {sheet.assessment.id: self._name(sheet) for sheet in self.sheets}

    def _name(self, sheet: Sheet) -> str:
        if self.one_brand:
            return isolated(sheet.assessment.wave)
        if len({one.brand.id for one in self.sheets}) == len(self.sheets):
            waves = {one.assessment.wave for one in self.sheets}
            if len(waves) == 1:
                return isolated(sheet.brand.name)
        return label(sheet)

    def name(self, sheet: Sheet) -> str:
        return self.names[sheet.assessment.id]

    @property
    def one_brand(self) -> bool:
        return len({sheet.brand.id for sheet in self.sheets}) == 1

    @property
    def questionnaire(self) -> Questionnaire:
        return self.alike[-1].questionnaire

    @cached_property
    def alike(self) -> tuple[Sheet, ...]:
        """Those whose scores stand on one scale: of the version that most of them share."""
        references = [sheet.questionnaire.reference for sheet in self.sheets]
        most = max(reversed(references), key=references.count)
        return tuple(s for s in self.sheets if s.questionnaire.reference == most)

    @property
    def over_time(self) -> bool:
        """Whether what stands on one scale are waves of one brand."""
        return len({sheet.brand.id for sheet in self.alike}) == 1

    @property
    def apart(self) -> tuple[Sheet, ...]:
        return tuple(sheet for sheet in self.sheets if sheet not in self.alike)

    @cached_property
    def comparison(self) -> Comparison | None:
        """Of those whose scores stand on one scale; None for fewer than two."""
        if len(self.alike) < FEWEST:
            return None
        return Comparison(sides=tuple(map(self._side, self.alike)), over_time=self.over_time)

    def _side(self, sheet: Sheet) -> Side:
        error = self.errors.get(sheet.assessment.id)
        return Side(name=self.name(sheet), result=sheet.result, sem=error.sem if error else {})

    @property
    def raters(self) -> list[int]:
        """How many rated what stands on one scale, as far as they are known."""
        ids = [sheet.assessment.id for sheet in self.alike]
        return [self.errors[id_].raters for id_ in ids if id_ in self.errors]


def label(sheet: Sheet) -> str:
    """Brand and wave: unique in a workspace, and the same in every language."""
    return f"{isolated(sheet.brand.name)} · {isolated(sheet.assessment.wave)}"


def chosen_here() -> Chosen:
    acting = current_acting()
    portfolios = [portfolio(acting, workspace) for workspace in people.workspaces(acting)]
    named = compared_here()
    here = _workspace(portfolios, named or (brand_here() or assessment_here(),))
    lines = tuple(_answered(line) for line in here.lines if any(s.answers for s in line.waves))
    by_id = {sheet.assessment.id: sheet for line in lines for sheet in line.waves}
    known = [by_id[id_] for id_ in named or () if id_ in by_id]
    wanted = _in_order(known if known or named == () else _default(lines), lines)
    sheets = wanted[:MOST]
    return Chosen(
        here=here,
        portfolios=portfolios,
        lines=lines,
        sheets=sheets,
        errors=rater_errors(acting, _waves_of(sheets, lines)),
        lost=_lost(portfolios) if named is None else len(set(named) - by_id.keys()),
        too_many=len(wanted) > MOST,
    )


def _lost(portfolios: Sequence[Portfolio]) -> int:
    """One if the address names an assessment, and there is no such one anywhere."""
    at = assessment_here()
    lines = (line for one in portfolios for line in one.lines)
    return int(bool(at) and not any(_is_named(line, (at,)) for line in lines))


def _workspace(portfolios: Sequence[Portfolio], named: Sequence[str]) -> Portfolio:
    """That of what the address names, else the one that was looked at last."""
    for one in portfolios:
        if any(_is_named(line, named) for line in one.lines):
            return one
    return workspace_here(portfolios)


def _is_named(line: BrandLine, named: Sequence[str]) -> bool:
    """By the brand's own id, or by that of one of its waves."""
    return bool({line.brand.id, *(sheet.assessment.id for sheet in line.waves)} & set(named))


def _answered(line: BrandLine) -> BrandLine:
    return BrandLine(line.brand, tuple(sheet for sheet in line.waves if sheet.answers))


def _default(lines: Sequence[BrandLine]) -> list[Sheet]:
    """The newest wave of the brand looked at and the one before; else of the first that has two.

    A wave that has just been begun tells nothing yet: those with a score come first.
    """
    at = brand_here() or assessment_here()
    looked_at = [line for line in lines if _is_named(line, (at,))]
    several = [line for line in lines if len(line.waves) >= FEWEST]
    return _newest(looked_at[0]) if looked_at else next(map(_newest, several), [])


def _newest(line: BrandLine) -> list[Sheet]:
    found = [sheet for sheet in line.waves if sheet.result.overall.published]
    return list((found if len(found) >= FEWEST else line.waves)[:FEWEST])


def _waves_of(sheets: Sequence[Sheet], lines: Sequence[BrandLine]) -> list[str]:
    """All assessments of the brands of these."""
    brands = {sheet.brand.id for sheet in sheets}
    chosen = (line for line in lines if line.brand.id in brands)
    return [sheet.assessment.id for line in chosen for sheet in line.waves]


def _in_order(sheets: Sequence[Sheet], lines: Sequence[BrandLine]) -> tuple[Sheet, ...]:
    """Brands as they were chosen, the waves of each from the earliest on."""
    brands = list(dict.fromkeys(sheet.brand.id for sheet in sheets))
    waves = {line.brand.id: line.waves for line in lines}
    ids = {sheet.assessment.id for sheet in sheets}
    return tuple(
        sheet for brand in brands for sheet in reversed(waves[brand]) if sheet.assessment.id in ids
    )


def show_choice(chosen: Chosen) -> None:
    t = current_words()
    labels = {s.assessment.id: label(s) for line in chosen.lines for s in line.waves}
    key = "compared"
    st.session_state[key] = [sheet.assessment.id for sheet in chosen.sheets]
    with st.container(gap="xsmall"):
        show_switch(chosen.here, chosen.portfolios, then=leave_assessment)
        st.multiselect(
            t("Side by side, two to six"),
            list(labels),
            format_func=lambda id_: labels[id_],
            max_selections=MOST,
            key=key,
            placeholder=t("Choose assessments"),
            on_change=_choose,
            args=(key,),
        )
        if chosen.lost:
            st.caption(
                t.plural(
                    "One of the assessments in this link is not in this workspace: it may be in "
                    "another one, deleted or put away.",
                    "{n} of the assessments in this link are not in this workspace: they may be in "
                    "another one, deleted or put away.",
                    n=chosen.lost,
                )
            )
        if chosen.too_many:
            st.caption(
                t("This link names more than {n} assessments: the rest is left out.", n=MOST)
            )


def _choose(key: str) -> None:
    compare(st.session_state[key])


def show_nothing_to_compare(chosen: Chosen) -> None:
    """What will be here, and the one button that brings it."""
    t = current_words()
    show_top_row(demo=chosen.here.workspace.is_demo)
    show_head(t("Nothing to compare yet"), t("Compare needs two assessments"))
    st.markdown(
        t(
            "Two waves of a brand, or up to six brands, will stand side by side here: what rose, "
            "what slipped, which answers are behind it, and how firm the difference is. From the "
            "second wave on, each brand has its trend."
        )
    )
    show_switch(chosen.here, chosen.portfolios, then=leave_assessment)
    if st.button(t("Go to the overview"), type="primary", key="to-overview"):
        st.switch_page(OVERVIEW)
