"""The next steps, and what would be if some were taken: rose, band and scores at once.

What is tried lives in the session alone and is lost with it; a plan is what one saves.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from dashboard.charts.projection import describe_projection, projection, projection_key
from dashboard.domain.answer import Answer
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Item
from dashboard.domain.result import Result
from dashboard.domain.saved_plan import Aim
from dashboard.domain.scoring import score
from dashboard.domain.step import Step
from dashboard.plain import plain
from dashboard.reports.step_words import gain_in_words
from dashboard.services.plans import Desk
from dashboard.verdict import band_steps
from dashboard.views.cached import show_figure, show_table
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.plan_effort import show_effort
from dashboard.views.parts.plan_saving import save_label, save_plan, steps_between
from dashboard.views.parts.plan_words import (
    action_of,
    band_unblocked,
    moved_in_words,
    standing_of,
    step_in_words,
    title_of,
)
from dashboard.views.session import choice_key, current_lang, current_theme, current_words

SHOWN: Final = 6
"""Steps; the others are shown when asked for."""

Levels = dict[str, int]
"""Item id to the level that is tried."""


def tried(desk: Desk) -> Levels:
    """What is tried here, as far as it still is a change."""
    levels: Levels = st.session_state.setdefault(_place(desk), {})
    return {id_: level for id_, level in levels.items() if _level(desk, id_) not in (None, level)}


def try_levels(desk: Desk, levels: Mapping[str, int]) -> None:
    """Try these levels in place of what is tried; for callbacks."""
    st.session_state[_place(desk)] = dict(levels)


@st.fragment
def show_trial(desk: Desk) -> None:
    t = current_words()
    st.header(t("Next steps, and what they would bring"), anchor=False)
    st.caption(
        t(
            "What holds the band comes first, then what brings most for its effort. Gains are in "
            "points of the score."
        )
    )
    levels = tried(desk)
    then = _then(desk, levels)
    left, right = st.columns([6, 5])
    with left:
        _show_steps(desk, then)
        _show_any_level(desk)
    with right.container(border=True):
        _show_outcome(desk, levels, then)


def _place(desk: Desk) -> str:
    return f"trial-{desk.sheet.assessment.id}"


def _level(desk: Desk, item_id: str) -> int | None:
    answer = desk.answers.get(item_id)
    return answer.level if answer else None


def _then(desk: Desk, levels: Levels) -> Result:
    """What the answers come to with what is tried."""
    if not levels:
        return desk.sheet.result
    return score(desk.questionnaire, with_levels(desk.answers, levels))


def _show_steps(desk: Desk, then: Result) -> None:
    t = current_words()
    place = f"all-steps-{desk.sheet.assessment.id}"
    everything = bool(st.session_state.get(place))
    shown = desk.steps if everything else desk.suggested[:SHOWN]
    for step in shown:
        _show_step(desk, step, then)
    if len(desk.steps) > len(shown):
        st.button(
            t("Show all {n} steps", n=len(desk.steps)),
            icon=":material/expand_more:",
            type="tertiary",
            key="all-steps",
            on_click=_show_everything,
            args=(place,),
        )


def _show_everything(place: str) -> None:
    st.session_state[place] = True


def _show_step(desk: Desk, step: Step, then: Result) -> None:
    t, lang = current_words(), current_lang()
    questionnaire = desk.questionnaire
    key = f"try-{step.item_id}-{lang}"
    item = questionnaire.items_by_id[step.item_id]
    st.session_state[key] = _is_tried(desk, item, step)
    with st.container(border=True, gap="xsmall"):
        st.checkbox(
            step_in_words(
                f"**{title_of(questionnaire, step.item_id, lang)}**", step.level, step.to_level, t
            ),
            key=key,
            on_change=_toggle,
            args=(desk, step, key),
        )
        if action := action_of(questionnaire, step, lang):
            st.markdown(f":small[{action}]")
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f":small[{' '.join(_facts(desk, step))}]", width="content")
            show_effort(desk, step)
        if st.session_state.get(_last(desk)) == step.item_id and tried(desk):
            found = _finding(standing_of(questionnaire, then, lang), tried(desk))
            moved = moved_in_words(questionnaire, desk.sheet.result, then, lang)
            told = " · ".join(part for part in (found, moved) if part)
            st.markdown(f":small[:material/arrow_forward: {told}]")


def _facts(desk: Desk, step: Step) -> Iterator[str]:
    t, lang, questionnaire = current_words(), current_lang(), desk.questionnaire
    if step.unblocks:
        band = band_unblocked(questionnaire, desk.sheet.result, lang)
        yield f":gray-badge[:material/lock_open: {t('unblocks {band}', band=band)}]"
    if not step.worthwhile:
        yield t("changes no score shown here")
        return
    pillar = questionnaire.pillar_of[questionnaire.dimension_of[step.item_id].id]
    name = f"{mark(questionnaire, pillar.id)} {plain(pillar.title.get(lang))}"
    yield f"{t('overall')} {gain_in_words(step.gain)} · {name} {gain_in_words(step.pillar_gain)}"


def _is_tried(desk: Desk, item: Item, step: Step) -> bool:
    level = tried(desk).get(item.id)
    return level is not None and item.score(level) >= item.score(step.to_level)


def _toggle(desk: Desk, step: Step, key: str) -> None:
    levels = tried(desk)
    levels.pop(step.item_id, None)
    if st.session_state[key]:
        levels[step.item_id] = step.to_level
    try_levels(desk, levels)
    st.session_state[_last(desk)] = step.item_id


def _last(desk: Desk) -> str:
    """Where the step is named that was ticked last: on a phone the outcome is out of sight."""
    return f"trial-last-{desk.sheet.assessment.id}"


def _show_any_level(desk: Desk) -> None:
    """Any level of any answered item, one item at a time."""
    t, lang = current_words(), current_lang()
    questionnaire = desk.questionnaire
    items = [item.id for item in questionnaire.items if _level(desk, item.id)]
    with st.expander(t("Set any level"), icon=":material/tune:"):
        item_id = st.selectbox(
            t("Question"),
            items,
            format_func=lambda id_: f"{id_} · {questionnaire.items_by_id[id_].title.get(lang)}",
            key=choice_key("trial-item"),
        )
        item = questionnaire.items_by_id[item_id]
        key = f"trial-level-{item_id}-{lang}"
        st.session_state[key] = tried(desk).get(item_id, _level(desk, item_id))
        st.radio(
            t("Level"),
            list(item.levels),
            horizontal=True,
            key=key,
            on_change=_set_level,
            args=(desk, item_id, key),
        )
        st.caption(plain(item.option(st.session_state[key]).text.get(lang)))


def _set_level(desk: Desk, item_id: str, key: str) -> None:
    try_levels(desk, tried(desk) | {item_id: st.session_state[key]})


def _show_outcome(desk: Desk, levels: Levels, then: Result) -> None:
    t, lang = current_words(), current_lang()
    questionnaire, now = desk.questionnaire, desk.sheet.result
    st.subheader(_finding(standing_of(questionnaire, then, lang), levels), anchor=False)
    if levels:
        moved = moved_in_words(questionnaire, now, then, lang)
        told = t("What changes: {changes}.", changes=moved) if moved else ""
        st.markdown(told or t("Nothing changes as it is shown."))
    else:
        st.markdown(t("Tick a step, or set any level, to see what it would change."))
    show_figure(
        projection,
        describe_projection,
        questionnaire,
        then,
        lang,
        current_theme(),
        now=now if levels else None,
    )
    st.caption(plain(projection_key(questionnaire, then, lang, moved=bool(levels))))
    _show_scores(desk, then)
    if missing := _still_missing(desk, then):
        st.markdown(missing)
    if levels:
        _show_ways_on(desk, levels)


def with_levels(answers: Mapping[str, Answer], levels: Levels) -> dict[str, Answer]:
    return dict(answers) | {
        id_: answers[id_].model_copy(update={"level": level}) for id_, level in levels.items()
    }


def _finding(standing: str, levels: Levels) -> str:
    t = current_words()
    if not levels:
        return t("Now: {band}", band=standing)
    return t.plural(
        "With {n} change: {band}", "With {n} changes: {band}", len(levels), band=standing
    )


def _show_scores(desk: Desk, then: Result) -> None:
    t, lang = current_words(), current_lang()
    questionnaire, now = desk.questionnaire, desk.sheet.result
    lines = [(t("Overall"), now.overall.score, then.overall.score)] + [
        (
            f"{mark(questionnaire, pillar.id)} {plain(pillar.title.get(lang))}",
            now.pillar[pillar.id].score,
            then.pillar[pillar.id].score,
        )
        for pillar in questionnaire.pillars
    ]
    rows = [
        {t("Score"): name, t("Now"): _shown(is_)}
        | ({t("Then"): f"**{_shown(will)}**"} if then is not now else {})
        for name, is_, will in lines
    ]
    show_table(rows, alt=t("Scores now and with what is tried"))


def _shown(points: float | None) -> str:
    return "–" if points is None else str(whole(points))


def _still_missing(desk: Desk, then: Result) -> str:
    """What keeps the band above out of reach."""
    t, lang = current_words(), current_lang()
    steps = band_steps(desk.questionnaire, then, lang)
    secured = then.band.secured
    position = next((n for n, step in enumerate(steps) if step.key == secured), None)
    if position is None or position + 1 >= len(steps) or not steps[position + 1].held_by:
        return ""
    above = steps[position + 1]
    lock = ":material/lock:" if above.reached else ""
    return t(
        "{lock} Not yet {band}: {what}",
        lock=lock,
        band=plain(above.name),
        what=plain(above.held_by),
    ).strip()


def _show_ways_on(desk: Desk, levels: Levels) -> None:
    t = current_words()
    steps = steps_between(desk, levels)
    with st.container(horizontal=True):
        label = save_label(desk, t("Save these steps as the plan"))
        if steps and st.button(label, icon=":material/save:", key="save-trial"):
            save_plan(desk, steps, Aim())
        st.button(
            t("Start over"),
            icon=":material/restart_alt:",
            type="tertiary",
            key="trial-over",
            on_click=try_levels,
            args=(desk, {}),
        )
