"""What is good enough: how far the result is from it, and the dialog that sets it."""

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.precision import whole
from dashboard.domain.target import Gap, Target, furthest_first, strays
from dashboard.plain import plain
from dashboard.scores_in_words import gap_in_words, targets_finding
from dashboard.services import targets
from dashboard.services.assessments import Sheet
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.refused import told_at_top
from dashboard.views.parts.target_dialog import ask_for_target
from dashboard.views.session import current_acting, current_lang, current_words

ON_CARD = 2
"""Gaps that a card lists; all of them stand on Results."""


def targets_of(sheet: Sheet) -> tuple[Target, ...]:
    """The brand's targets, those of other questionnaires and versions too."""
    return targets.of_brand(current_acting(), sheet.brand.id)


def show_targets(sheet: Sheet, of_brand: Sequence[Target], found: Sequence[Gap]) -> None:
    """The list of gaps, furthest first, and the way to set a target."""
    lang = current_lang()
    kept = strays(of_brand, sheet.questionnaire)
    if not found and not kept:
        show_way_to_set(sheet)
        return
    with st.container(border=True, gap="small"):
        if found:
            title = targets_finding(sheet.questionnaire, found, lang)
            st.subheader(plain(title), anchor=False)
            _show_gaps(sheet, furthest_first(found))
        for target in kept:
            _show_stray(sheet, target)
        show_way_to_set(sheet)


def show_gaps_on_card(sheet: Sheet, found: Sequence[Gap]) -> None:
    """The widest gaps alone; nothing where every target is reached or none is set."""
    missed = [gap for gap in furthest_first(found) if not gap.reached]
    if missed:
        st.markdown(f"#### {current_words()('Short of target')}")
        _show_gaps(sheet, missed[:ON_CARD])


def _show_gaps(sheet: Sheet, shown: Sequence[Gap]) -> None:
    lang, questionnaire = current_lang(), sheet.questionnaire
    today = current_acting().now().date()
    lines = [
        f"{mark(questionnaire, questionnaire.pillar_of[gap.target.dimension_id].id)} "
        + plain(gap_in_words(questionnaire, gap, lang, today=today))
        for gap in shown
    ]
    st.markdown("\n\n".join(lines))


def _show_stray(sheet: Sheet, target: Target) -> None:
    """What the dialog cannot name any more, for it asks for dimensions of this version."""
    t = current_words()
    name = _title_elsewhere(target)
    with st.container(gap=None):
        st.markdown(
            t(
                "{name}: this version of the questionnaire does not have it. Its target of "
                "{target}, set for {day}, stays with waves on other versions.",
                name=plain(name),
                target=whole(target.score),
                day=plain(t.day(target.due)),
            )
        )
        st.button(
            t("Remove the target of {name}", name=plain(name)),
            icon=":material/close:",
            type="tertiary",
            key=f"stray-{target.dimension_id}",
            on_click=_remove,
            args=(sheet.brand.id, target),
        )


def _title_elsewhere(target: Target) -> str:
    """As another version calls it; its id where that version is not here either."""
    found = (
        dimension.title.get(current_lang())
        for version in current_acting().catalog.questionnaires.values()
        if version.id == target.questionnaire
        for dimension in version.dimensions
        if dimension.id == target.dimension_id
    )
    return next(found, target.dimension_id)


def _remove(brand_id: str, target: Target) -> None:
    with told_at_top():
        targets.remove(current_acting(), brand_id, target)


def show_way_to_set(sheet: Sheet) -> None:
    t = current_words()
    if st.button(
        t("Set a target"), icon=":material/flag:", type="tertiary", key=f"target-{sheet.brand.id}"
    ):
        ask_for_target(sheet)
