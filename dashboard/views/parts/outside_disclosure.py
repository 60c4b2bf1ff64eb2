"""What large companies disclose on our three pillars, one index at a time and never as a trend."""

from collections import Counter
from typing import Final

import streamlit as st

from dashboard.charts.outside_disclosure import (
    Disclosed,
    describe_disclosure_dots,
    disclosure_dots,
    pillar_names,
)
from dashboard.domain.outside import DISCLOSURE_SOURCE, Disclosure, lowest_in
from dashboard.domain.precision import whole
from dashboard.plain import plain
from dashboard.views.cached import show_picture, show_table
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.outside_place import keep, outside, pick_from, picked
from dashboard.views.parts.outside_source import show_source
from dashboard.views.session import current_lang, current_theme, current_words

YEAR: Final = "year"
COMPANY: Final = "company"


def show_disclosure() -> None:
    t = current_words()
    companies = _companies_here()
    _show_head(companies)
    pick, picture = st.columns([2, 3])
    with pick.container(border=True):
        company = _pick(companies)
    with picture.container(border=True):
        _show_picture(companies, company)
    with st.expander(t("All {n} companies in figures", n=len(companies))):
        _show_table(companies)


def _years() -> list[int]:
    return sorted({one.year for one in outside().companies})


def _companies_here() -> tuple[Disclosure, ...]:
    year = picked(YEAR) if picked(YEAR) in _years() else _years()[0]
    return tuple(one for one in outside().companies if one.year == year)


def _show_head(companies: tuple[Disclosure, ...]) -> None:
    t, lang = current_words(), current_lang()
    counts = [lowest_in(companies, pillar) for pillar in range(len(pillar_names(lang)))]
    least = counts.index(max(counts))
    show_head(
        t("What others measured, on their own scale"),
        t(
            "{n} of {all} companies disclose least on “{pillar}”",
            n=counts[least],
            all=len(companies),
            pillar=plain(pillar_names(lang)[least]),
        ),
        t(
            "{source} reads what a company publishes about its rules, not what it "
            "does. Which of its indicators belong to which pillar is **our own mapping**.",
            source=DISCLOSURE_SOURCE,
        ),
    )


def _pick(companies: tuple[Disclosure, ...]) -> str:
    t, lang, years = current_words(), current_lang(), _years()
    st.subheader(t("Index and company"), anchor=False)
    widget = f"outside-pick-{YEAR}-{lang}"
    if len(years) > 1:
        st.radio(
            t("Index"),
            years,
            index=years.index(companies[0].year),
            format_func=_index_names().__getitem__,
            key=widget,
            on_change=keep,
            args=(YEAR, widget),
        )
        st.caption(
            t("Each index chose its companies and counted in its own way: the years are no trend.")
        )
    names = sorted((one.company for one in companies), key=str.casefold)
    chosen = pick_from(COMPANY, t("Company"), names, placeholder=t("Type or choose a name"))
    if chosen:
        _tell(next(one for one in companies if one.company == chosen))
    return chosen or ""


def _index_names() -> dict[int, str]:
    t, counts = current_words(), Counter(one.year for one in outside().companies)
    return {year: t("{year}, {n} companies", year=year, n=n) for year, n in counts.items()}


def _tell(company: Disclosure) -> None:
    t, lang = current_words(), current_lang()
    values = zip(pillar_names(lang), company.pillars, strict=True)
    lines = [t("{name}: {text}", name=name, text=f"**{whole(v)}**") for name, v in values]
    total = t(
        "{name}: {text}", name=t("Privacy, the index’s own total"), text=whole(company.privacy)
    )
    st.markdown(
        f"**{plain(company.company)}** · {plain(company.sector.get(lang))}\n\n"
        + "\n".join(f"- {line}" for line in (*lines, total))
    )


def _show_picture(companies: tuple[Disclosure, ...], company: str) -> None:
    t, lang = current_words(), current_lang()
    st.subheader(t("What companies disclose, by pillar"), anchor=False)
    subject = Disclosed(companies=companies, company=company)
    show_picture(disclosure_dots, describe_disclosure_dots, subject, lang, current_theme())
    key = t("Dot: a company. Not comparable with a score of yours.")
    mark = t("◆ and number: {name}.", name=plain(company)) if company else ""
    st.caption(t.sentences(*filter(None, (key, mark))))
    if published := outside().of("disclosure"):
        show_source(published.source)


def _show_table(companies: tuple[Disclosure, ...]) -> None:
    t, names = current_words(), pillar_names(current_lang())
    rows = [
        {
            t("Company"): plain(one.company),
            **{name: str(whole(v)) for name, v in zip(names, one.pillars, strict=True)},
            t("Privacy, the index’s own total"): str(whole(one.privacy)),
        }
        for one in companies
    ]
    show_table(rows, alt=t("{n} companies with four figures each", n=len(rows)))
