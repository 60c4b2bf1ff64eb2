"""One question over a brand's waves, across versions too, as long as it reads the same."""

import streamlit as st

from dashboard.domain.continuity import continuity
from dashboard.domain.questionnaire import Item
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import BrandLine
from dashboard.views.cached import show_table
from dashboard.views.parts.compare_answers import answer_in_words
from dashboard.views.session import choice_key, current_lang, current_words


@st.fragment
def show_one_question(line: BrandLine) -> None:
    t, lang = current_words(), current_lang()
    newest = line.waves[0].questionnaire
    with st.expander(t("Follow one question"), icon=":material/timeline:"):
        labels = {item.id: f"{item.id} {item.title.get(lang)}" for item in newest.items}
        chosen = st.selectbox(
            t("Question"),
            list(labels),
            format_func=lambda id_: labels[id_],
            key=choice_key("followed"),
        )
        item = newest.items_by_id[chosen]
        st.markdown(plain(item.question.get(lang)))
        show_table(
            [
                {t("Wave"): plain(sheet.assessment.wave), t("Answer"): _told(sheet, item, line)}
                for sheet in reversed(line.waves)
            ],
            alt=t("Answers to one question, wave by wave"),
        )


def _told(sheet: Sheet, item: Item, line: BrandLine) -> str:
    """Never what was answered to other words."""
    t = current_words()
    found = continuity(sheet.questionnaire, line.waves[0].questionnaire)
    if item.id in found.items:
        return answer_in_words(sheet.questionnaire, item, sheet.answers.get(item.id))
    return t("asked in other words") if item.id in found.reworded else t("not asked")
