"""How a questionnaire is answered and scored: its own rules, from its own files."""

import pandas as pd
import streamlit as st

from dashboard.domain.questionnaire import BandRule, Questionnaire
from dashboard.plain import plain
from dashboard.views.session import current_lang, current_words


@st.fragment
def show_answering(questionnaire: Questionnaire) -> None:
    t, lang = current_words(), current_lang()
    box = st.expander(
        t("How it is answered"),
        icon=":material/edit_note:",
        key=f"library-answering-{questionnaire.reference}-{lang}",
        on_change="rerun",
    )
    if not box.open:
        return
    with box:
        st.markdown(plain(questionnaire.texts.answering_rule.get(lang)))
        _show_level_names(questionnaire)
        _show_special_answers(questionnaire)
        _show_grades(questionnaire)
        st.caption(plain(questionnaire.texts.not_legal_advice.get(lang)))


def _show_level_names(questionnaire: Questionnaire) -> None:
    if not questionnaire.levels:
        return
    t, lang = current_words(), current_lang()
    st.markdown(f"**{t('Levels')}**")
    lines = []
    for number, level in enumerate(questionnaire.levels, start=1):
        name = f"**{plain(level.name.get(lang))}**"
        gist = plain(level.gist.get(lang)) if level.gist else ""
        lines.append(f"{number}. " + (t("{name}: {text}", name=name, text=gist) if gist else name))
    st.markdown("\n".join(lines))


def _show_special_answers(questionnaire: Questionnaire) -> None:
    t, lang = current_words(), current_lang()
    special = questionnaire.special_answers
    lines = (
        t(
            "{name}: {text}",
            name=f"**{plain(answer.text.get(lang))}**",
            text=plain(answer.help.get(lang)),
        )
        for answer in (special.dont_know, special.not_applicable)
    )
    st.markdown(f"**{t('Instead of a level')}**\n\n" + "\n".join(f"- {line}" for line in lines))


def _show_grades(questionnaire: Questionnaire) -> None:
    t, lang = current_words(), current_lang()
    st.markdown(f"**{t('Evidence grades')}**")
    rows = [
        {
            t("Grade"): str(number),
            t("Support"): plain(grade.text.get(lang)),
            t("Counts at most"): f"{grade.cap:g}",
        }
        for number, grade in enumerate(questionnaire.evidence_grades)
    ]
    st.table(
        pd.DataFrame(rows),
        border="horizontal",
        hide_index=True,
        alt=t("The evidence grades and the score that each allows"),
    )


@st.fragment
def show_scoring(questionnaire: Questionnaire) -> None:
    t, lang = current_words(), current_lang()
    box = st.expander(
        t("How it is scored"),
        icon=":material/functions:",
        key=f"library-scoring-{questionnaire.reference}-{lang}",
        on_change="rerun",
    )
    if not box.open:
        return
    with box:
        _show_publishing(questionnaire)
        _show_bands(questionnaire)


def _show_publishing(questionnaire: Questionnaire) -> None:
    t, rule = current_words(), questionnaire.scoring
    lines = (
        t(
            "A dimension has a score when {share}% of its applicable weight is answered.",
            share=_percent(rule.dimension_minimum),
        ),
        t(
            "A pillar has a score when {applicable}% of its weight applies, and {share}% of that "
            "has a score.",
            applicable=_percent(rule.applicable_minimum),
            share=_percent(rule.pillar_minimum),
        ),
        t(
            "The overall score lies {share}% of the way from the mean of the pillars to the "
            "weakest one (α = {alpha}).",
            share=_percent(rule.imbalance),
            alpha=f"{rule.imbalance:g}",
        ),
    )
    st.markdown("\n".join(f"- {line}" for line in lines))


def _percent(share: float) -> str:
    return f"{100 * share:g}"


def _show_bands(questionnaire: Questionnaire) -> None:
    t = current_words()
    st.markdown(f"**{t('What each band asks')}**")
    st.table(
        pd.DataFrame(_band(questionnaire, rule) for rule in questionnaire.scoring.bands),
        border="horizontal",
        hide_index=True,
        alt=t("Each band with the least score it asks of the whole and of its parts"),
    )
    st.caption(
        t(
            "A band needs its overall score, from 0 to 100, and the score in each column of every "
            "pillar, every dimension and every critical question. A dash asks nothing."
        )
    )


def _band(questionnaire: Questionnaire, rule: BandRule) -> dict[str, str]:
    t, lang = current_words(), current_lang()
    band = f"**{plain(questionnaire.band(rule.key).name.get(lang))}**"
    return {
        t("Band"): t("{band}, from {score}", band=band, score=f"{rule.from_score:g}"),
        t("Pillars"): _least(rule.pillar),
        t("Dimensions"): _least(rule.dimension),
        t("Critical"): _least(rule.critical),
    }


def _least(score: float | None) -> str:
    return "–" if score is None else f"{score:g}"
