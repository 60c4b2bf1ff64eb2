"""One question in full: what it offers, why it is asked, what to look for, and what it rests on."""

import pandas as pd
import streamlit as st

from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.plain import plain
from dashboard.views.session import current_lang, current_words

NO_BREAK = "\u2060"
"""A word joiner: keeps the signs on both sides of it on one line."""


def unbroken(text: str) -> str:
    """Keep a short Chinese text on one line, where a narrow column would set it sign by sign."""
    return NO_BREAK.join(text.replace(" ", "\u00a0")) if current_lang() == "zh" else text


@st.fragment
def show_item(questionnaire: Questionnaire, item: Item) -> None:
    """Closed at first: what is inside is made when it is opened."""
    t, lang = current_words(), current_lang()
    critical = f" :gray-badge[{t('critical')}]" if item.critical else ""
    box = st.expander(
        f"{plain(item.question.get(lang))}{critical}",
        key=f"library-{questionnaire.reference}-{item.id}-{lang}",
        on_change="rerun",
    )
    if not box.open:
        return
    with box:
        st.caption(_facts(item))
        levels, reasons = st.columns([3, 2], gap="medium")
        with levels:
            _show_levels(questionnaire, item)
        with reasons:
            _show_reasons(item)
            _show_critical(item)
            _show_condition(item)
        actions, rests_on = st.columns([3, 2], gap="medium")
        with actions:
            _show_next_actions(item)
        with rests_on:
            _show_controls(questionnaire, item)
            _show_sources(questionnaire, item)


def _facts(item: Item) -> str:
    t, lang = current_words(), current_lang()
    facts = [plain(item.id), plain(item.title.get(lang)), t("weight {w}", w=f"{item.weight:g}")]
    return " · ".join(facts)


def _show_levels(questionnaire: Questionnaire, item: Item) -> None:
    t, lang = current_words(), current_lang()
    rows = []
    for level, option in enumerate(item.options, start=1):
        name, text = questionnaire.level_name(item, level), plain(option.text.get(lang))
        named = (
            t("{name}: {text}", name=f"**{plain(name.get(lang))}**", text=text) if name else text
        )
        rows.append(
            {
                unbroken(t("Level")): str(level),
                t("Statement"): named,
                unbroken(t("Score")): str(whole(option.score)),
            }
        )
    st.table(
        pd.DataFrame(rows),
        border="horizontal",
        hide_index=True,
        alt=t("The levels of {item} with their statements and scores", item=item.id),
    )


def _show_part(title: str, text: str = "") -> None:
    """A heading, without the link that would be one more stop for the keyboard, and its text."""
    st.markdown(f"#### {title}\n\n{text}", anchors=False)


def _show_reasons(item: Item) -> None:
    t, lang = current_words(), current_lang()
    if item.why_it_matters:
        _show_part(t("Why it matters"), plain(item.why_it_matters.get(lang)))
    if item.evidence_to_look_for:
        prompts = "\n".join(f"- {plain(text.get(lang))}" for text in item.evidence_to_look_for)
        _show_part(t("Evidence worth looking for"), prompts)


def _show_critical(item: Item) -> None:
    if not item.critical:
        return
    t, lang = current_words(), current_lang()
    lines = [t("A low answer to this question can hold the band down, however good the rest is.")]
    if item.shortfall:
        shortfall = plain(item.shortfall.get(lang))
        lines.append(t("At its lowest, the result says: “{shortfall}”.", shortfall=shortfall))
    _show_part(t("Critical question"), " ".join(lines))


def _show_condition(item: Item) -> None:
    t, lang = current_words(), current_lang()
    if item.not_applicable:
        condition = plain(item.not_applicable.get(lang))
        text = t("Only if this is true, and with a reason: {condition}", condition=condition)
    else:
        text = t("Not offered: the question applies to every brand.")
    _show_part(t("“Does not apply”"), text)


def _show_next_actions(item: Item) -> None:
    if not item.next_actions:
        return
    t, lang = current_words(), current_lang()
    _show_part(t("Next actions"))
    rows = [
        {
            unbroken(t("Level")): f"{action.from_level}\u00a0→\u00a0{action.to_level}",
            t("Next action"): plain(action.text.get(lang)),
            unbroken(t("Effort")): f"{action.effort:g}",
        }
        for action in item.next_actions
    ]
    st.table(
        pd.DataFrame(rows),
        border="horizontal",
        hide_index=True,
        alt=t("What takes {item} from each level to the next, with its effort", item=item.id),
    )
    st.caption(t("Effort is the authors' estimate in points, for comparing steps. Adjust it."))


def _show_controls(questionnaire: Questionnaire, item: Item) -> None:
    t, lang = current_words(), current_lang()
    _show_part(t("Laws and standards on the same subject"))
    if not item.mapped_controls:
        st.markdown(t("No related control."))
        return
    rows = []
    for key, codes in item.mapped_controls.items():
        framework = questionnaire.frameworks[key]
        edition = plain(framework.edition.get(lang))
        rows.append(
            {
                t("Law or standard"): t(
                    "{name}, {edition}", name=plain(framework.name.get(lang)), edition=edition
                ),
                t("Clauses"): plain(t.listed(codes)),
            }
        )
    st.table(
        pd.DataFrame(rows),
        border="horizontal",
        hide_index=True,
        alt=t("Clauses of laws and standards on the subject of {item}", item=item.id),
    )
    st.caption(
        t("A clause here is about the same subject. It never says that the clause is met.")
        + "  \n"
        + plain(questionnaire.texts.not_legal_advice.get(lang))
    )


def _show_sources(questionnaire: Questionnaire, item: Item) -> None:
    if not item.sources:
        return
    t = current_words()
    lines = "\n".join(f"- {plain(questionnaire.sources.get(key, key))}" for key in item.sources)
    _show_part(t("Sources"))
    st.caption(lines)
