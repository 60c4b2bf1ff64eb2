"""The places in a release: one card a cohort, one a pillar, and what is not shown."""

from collections.abc import Iterator

import streamlit as st

from dashboard.charts.keys import peers_key
from dashboard.charts.peers import Stand, describe_peers, peers
from dashboard.charts.places import cohort_in_words, place_in_words
from dashboard.domain.cohort import OVERALL, Kind
from dashboard.domain.percentile import Precision
from dashboard.domain.release import Release
from dashboard.domain.standing import Absence, CohortPlace, Standing
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.cached import show_picture
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import current_acting, current_lang, current_theme, current_words

PILLAR_WIDTH = 260
"""Pixels, from which a card of a pillar has room beside others."""


def show_places(sheet: Sheet, standing: Standing) -> None:
    """Nothing where the assessment is not compared."""
    if standing.release is None or not standing.places:
        return
    with st.grid(2, gap="small", min_column_width=300):
        for place in standing.places.values():
            _show_card(sheet, standing, place)
    _show_pillars(sheet, standing)
    _show_absent(standing)


def _show_card(sheet: Sheet, standing: Standing, place: CohortPlace) -> None:
    t, lang = current_words(), current_lang()
    score = sheet.result.overall.score
    told = place.released.scores[OVERALL]
    if score is None or standing.release is None:
        return
    name = cohort_in_words(place.released.cohort, current_acting().catalog.vocabulary, lang)
    with st.container(border=True, height="stretch"):
        st.subheader(plain(name), anchor=False)
        said = place_in_words(place.places[OVERALL], lang)
        st.markdown(f"**{plain(said[:1].upper() + said[1:])}**")
        stand = Stand(
            told=told,
            n=place.released.n,
            score=score,
            member=place.member,
            synthetic=standing.release.synthetic,
        )
        show_picture(peers, describe_peers, stand, lang, current_theme())
        st.caption(peers_key(told, lang))
        st.caption(
            t(
                "About {n} brands. Mean of the overall score {mean}. About {evidence}% of their "
                "answers rest on evidence.",
                n=place.released.n,
                mean=told.mean,
                evidence=place.released.evidence,
            )
        )


def _show_pillars(sheet: Sheet, standing: Standing) -> None:
    """The overall score has its pictures above."""
    t, lang, questionnaire = current_words(), current_lang(), sheet.questionnaire
    st.header(t("By pillar"), anchor=False)
    with st.grid(3, gap="small", min_column_width=PILLAR_WIDTH):
        for pillar in questionnaire.pillars:
            with st.container(border=True, height="stretch"):
                title = plain(pillar.title.get(lang))
                st.markdown(f"#### {mark(questionnaire, pillar.id)} {title}", anchors=False)
                st.markdown("\n".join(f"- {line}" for line in _places_of(pillar.id, standing)))


def _places_of(measure: str, standing: Standing) -> Iterator[str]:
    t, lang = current_words(), current_lang()
    vocabulary = current_acting().catalog.vocabulary
    for place in standing.places.values():
        if measure in place.places:
            name = plain(cohort_in_words(place.released.cohort, vocabulary, lang))
            found = plain(place_in_words(place.places[measure], lang))
            yield t("{name}: {text}", name=name, text=f"**{found}**")


def _show_absent(standing: Standing) -> None:
    t = current_words()
    if not standing.absent:
        return
    st.header(t("What is not shown"), anchor=False)
    names = {
        Kind.ALL: t("All participating brands"),
        Kind.INDUSTRY: t("Your industry"),
        Kind.REGION: t("Your region"),
        Kind.SIZE: t("Your size"),
        Kind.INDUSTRY_SIZE: t("Your industry and size"),
    }
    why = {
        Absence.NOT_STATED: t("the brand does not say it; add it on the overview"),
        Absence.HIDDEN: t("fewer than ten brands, or showing it would give a small group away"),
    }
    st.markdown(
        "\n".join(
            "- " + t("{cohort}: {why}", cohort=names[kind], why=why[reason])
            for kind, reason in standing.absent.items()
        )
    )


def show_make_up(release: Release, *, of_others: bool = False) -> None:
    """Who the others are, as far as the release says; `of_others` for another publisher's."""
    t, lang = current_words(), current_lang()
    vocabulary = current_acting().catalog.vocabulary
    with st.expander(t("Who takes part, and how this is made"), icon=":material/info:"):
        kinds = {
            Kind.INDUSTRY: t("By industry"),
            Kind.REGION: t("By region"),
            Kind.SIZE: t("By size"),
        }
        for kind, name in kinds.items():
            found = [one for one in release.cohorts if one.cohort.kind is kind]
            named = [
                t(
                    "{name} about {n}",
                    name=cohort_in_words(one.cohort, vocabulary, lang),
                    n=one.n,
                )
                for one in found
            ]
            if named:
                listed = plain(t.listed(named))
                st.markdown(t("{name}: {text}", name=f"**{name}**", text=listed))
        st.markdown(
            t(
                "Published by {publisher}, questionnaire {questionnaire}, method {method}. "
                "Licence: {licence}.",
                publisher=plain(release.publisher),
                questionnaire=plain(release.questionnaire),
                method=plain(release.method),
                licence=plain(release.licence),
            )
        )
        st.caption(
            t("A file does not say who is in it: your own brand may be one of the others.")
            if of_others
            else t("Your own brand is left out where this assessment was counted.")
        )
        st.caption(
            t(
                "Scores are compared in bins of five points; one's own bin counts as equal. From "
                "{thirds} brands a third is said, from {quarters} a quarter, from "
                "{percentiles} the share of brands below, with its 95% interval. "
                "The interval covers chance alone: who takes part has chosen to. Numbers are "
                "rounded to five.",
                thirds=int(Precision.THIRDS),
                quarters=int(Precision.QUARTERS),
                percentiles=int(Precision.PERCENTILE),
            )
        )
