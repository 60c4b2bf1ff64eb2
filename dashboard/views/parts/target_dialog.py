"""The dialog that sets, changes or removes what is good enough for one dimension."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import streamlit as st
from pydantic import ValidationError

from dashboard.domain.answer import MAX_PROSE
from dashboard.domain.day import choosable_days
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import MAX_SCORE
from dashboard.domain.target import Target
from dashboard.plain import plain
from dashboard.scores_in_words import points, standing
from dashboard.services import targets
from dashboard.services.assessments import Sheet
from dashboard.views.parts.refused import refusal_in_words, told_in_place
from dashboard.views.session import current_acting, current_lang, current_words

OWN: Final = "own"
"""The choice of a score that is no band's beginning."""
USUAL: Final = 50


def ask_for_target(sheet: Sheet) -> None:
    title = current_words()("Target for {brand}", brand=plain(sheet.brand.name))
    found = {one.key: one for one in targets.of_brand(current_acting(), sheet.brand.id)}

    @st.dialog(title)
    def ask() -> None:
        t = current_words()
        dimension_id = _ask_dimension(sheet)
        _show_now(sheet, dimension_id)
        present = found.get((sheet.questionnaire.id, dimension_id))
        # A field belongs to its dimension: what one holds says nothing of another.
        whose = f"{sheet.brand.id}-{dimension_id}-{current_lang()}"
        score = _ask_score(sheet, present, whose)
        reason = st.text_area(
            t("Why is this good enough?"),
            value=present.reason if present else "",
            max_chars=MAX_PROSE,
            key=f"target-reason-{whose}",
            height="content",
        ).strip()
        due = _ask_day(present, whose)
        with st.container(horizontal=True):
            sent = st.button(t("Save"), type="primary", key="save-target")
            taken = present and st.button(t("Remove the target"), key="remove-target")
        if sent:
            made = _made(sheet, dimension_id, score=score, reason=reason, due=due)
            _save(sheet, made, present)
        if present and taken:
            _remove(sheet, present)

    ask()


def _ask_dimension(sheet: Sheet) -> str:
    """It begins with the weakest: there a target is most likely to be wanted."""
    t, lang = current_words(), current_lang()
    titles = {d.id: d.title.get(lang) for d in sheet.questionnaire.dimensions}
    scored = [one for one in sheet.result.dimensions if one.score is not None]
    weakest = min(scored, key=lambda one: one.score or 0.0).id if scored else next(iter(titles))
    return st.selectbox(
        t("Dimension"),
        list(titles),
        index=list(titles).index(weakest),
        format_func=lambda dimension_id: titles[dimension_id],
        key=f"target-dimension-{sheet.brand.id}-{lang}",
    )


def _show_now(sheet: Sheet, dimension_id: str) -> None:
    """The score that the target is to be set against."""
    t, lang = current_words(), current_lang()
    now = next(one for one in sheet.result.dimensions if one.id == dimension_id)
    if now.score is None or now.outside_bounds:
        found = points(now, None, lang)
        st.caption(t("Now: {found}", found=plain(found)))
        return
    band = standing(sheet.questionnaire, now, lang)
    st.caption(t("Now: {band}, {score}", band=plain(band), score=whole(now.score)))


def _ask_score(sheet: Sheet, present: Target | None, whose: str) -> float | None:
    """Where a band begins, or a number of one's own."""
    t = current_words()
    starts = {rule.key: rule.from_score for rule in sheet.questionnaire.scoring.bands[1:]}
    names = _names_of(sheet, starts)
    stands = next((key for key, start in starts.items() if present and start == present.score), OWN)
    chosen = st.selectbox(
        t("Good enough is"),
        list(names),
        index=list(names).index(stands) if present else None,
        format_func=lambda key: names[key],
        placeholder=t("Choose a band, or a score of your own"),
        key=f"target-band-{whose}",
    )
    if chosen != OWN:
        return starts.get(chosen or "")
    return float(
        st.number_input(
            t("Score, 0 to 100"),
            min_value=0,
            max_value=MAX_SCORE,
            value=whole(present.score) if present else USUAL,
            step=1,
            key=f"target-score-{whose}",
        )
    )


def _names_of(sheet: Sheet, starts: Mapping[str, float]) -> dict[str, str]:
    t, lang = current_words(), current_lang()
    bands = {
        key: t("{band}, from {score}", band=sheet.questionnaire.band(key).name.get(lang), score=at)
        for key, at in ((key, whole(start)) for key, start in starts.items())
    }
    return bands | {OWN: t("A score of your own")}


def _ask_day(present: Target | None, whose: str) -> date | None:
    """A day to come; the one that is there stays possible, whichever it is."""
    today = current_acting().now().date()
    first, last = choosable_days(today, present.due if present else None, first=today)
    return st.date_input(
        current_words()("To be reached by"),
        value=present.due if present else None,
        min_value=first,
        max_value=last,
        format="YYYY-MM-DD",
        key=f"target-day-{whose}",
    )


def _made(
    sheet: Sheet, dimension_id: str, *, score: float | None, reason: str, due: date | None
) -> Target | None:
    """The target, or None with what is still missing said in words."""
    t = current_words()
    if score is None:
        st.error(t("Choose the score that is good enough."))
    elif not reason:
        st.error(t("Say in a sentence why this is good enough."))
    elif due is None:
        st.error(t("Choose the day by which it is to be reached."))
    else:
        try:
            return Target(
                questionnaire=sheet.questionnaire.id,
                dimension_id=dimension_id,
                score=score,
                reason=reason,
                due=due,
            )
        except ValidationError as refused:
            st.error(refusal_in_words(refused))
    return None


def _save(sheet: Sheet, target: Target | None, present: Target | None) -> None:
    if target:
        with told_in_place():
            targets.put(current_acting(), sheet.brand.id, target, read=present)
            st.rerun()


def _remove(sheet: Sheet, present: Target) -> None:
    with told_in_place():
        targets.remove(current_acting(), sheet.brand.id, present)
        st.rerun()
