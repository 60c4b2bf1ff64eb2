"""What the questions rest on, and what else lies in the data folder, with how far it carries."""

import streamlit as st

from dashboard.catalog.evidence import Source
from dashboard.domain.questionnaire import Questionnaire
from dashboard.plain import plain
from dashboard.views.pages import OUTSIDE
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.library_place import choose_questionnaire
from dashboard.views.session import current_acting, current_lang, current_words


def show_sources() -> None:
    t, lang = current_words(), current_lang()
    questionnaire = choose_questionnaire()
    name = f"{plain(questionnaire.title.get(lang))} · {plain(questionnaire.version)}"
    show_head(name, t("What the questions rest on"))
    literature, frameworks = st.columns([3, 2], gap="large")
    with literature:
        _show_literature(questionnaire)
    with frameworks:
        _show_frameworks(questionnaire)
    _show_outside_evidence()


def _show_literature(questionnaire: Questionnaire) -> None:
    t = current_words()
    st.header(t("Literature"), anchor=False)
    if not questionnaire.sources:
        st.markdown(t("This questionnaire names no sources."))
        return
    lines = []
    for key, citation in questionnaire.sources.items():
        count = sum(key in item.sources for item in questionnaire.items)
        used = t.plural("{n} question", "{n} questions", count)
        lines.append(f"- {plain(citation)}" + (f" :gray-badge[{used}]" if count else ""))
    st.markdown("\n".join(lines))


def _show_frameworks(questionnaire: Questionnaire) -> None:
    if not questionnaire.frameworks:
        return
    t, lang = current_words(), current_lang()
    st.header(t("Laws and standards on the same subjects"), anchor=False)
    lines = []
    for key, framework in questionnaire.frameworks.items():
        count = sum(key in item.mapped_controls for item in questionnaire.items)
        used = t.plural("{n} question", "{n} questions", count)
        edition = plain(framework.edition.get(lang))
        name = f"**{plain(framework.name.get(lang))}**"
        what = t("{name}, {edition}", name=name, edition=edition)
        lines.append(f"- {what} :gray-badge[{used}]")
    st.markdown("\n".join(lines))
    without = sum(not item.mapped_controls for item in questionnaire.items)
    if without:
        st.markdown(
            t.plural(
                "{n} question has no related control: nothing in these asks for it.",
                "{n} questions have no related control: nothing in these asks for them.",
                without,
            )
        )
    st.caption(
        t("A clause here is about the same subject. It never says that the clause is met.")
        + "  \n"
        + plain(questionnaire.texts.not_legal_advice.get(lang))
    )


def _show_outside_evidence() -> None:
    t = current_words()
    st.header(t("Outside evidence"), anchor=False)
    st.markdown(
        t(
            "Figures that others published, kept on their own scale. None of them enters a score, "
            "and none is an average of brands like yours."
        )
    )
    if st.button(t("See the figures"), key="library-to-outside", icon=":material/bar_chart:"):
        st.switch_page(OUTSIDE)
    for source in current_acting().catalog.sources:
        _show_source(source)


@st.fragment
def _show_source(source: Source) -> None:
    t, lang = current_words(), current_lang()
    box = st.expander(
        f"**{plain(source.title.get(lang))}** · {plain(source.year.get(lang))}",
        key=f"library-source-{source.file}-{lang}",
        on_change="rerun",
    )
    if not box.open:
        return
    facts = {
        t("Publisher"): source.publisher.get(lang),
        t("Year"): source.year.get(lang),
        t("Sample"): source.n.get(lang),
        t("Place"): source.geography.get(lang),
        t("Licence"): source.licence.get(lang),
        t("Changes"): source.changed.get(lang),
        t("Limits"): source.limits.get(lang),
        t("File"): t("data/{file}, {n} rows", file=source.file, n=source.rows),
    }
    with box:
        lines = (
            t("{name}: {text}", name=f"**{name}**", text=plain(fact))
            for name, fact in facts.items()
        )
        st.markdown("\n".join(f"- {line}" for line in lines))
