"""Library: all that a result rests on can be read, in each language, for any questionnaire."""

import os

import pytest

from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.text import LANGS, Lang
from dashboard.views.parts.library_place import SECTIONS
from dashboard.views.parts.library_questions import SEARCH
from tests.documents import PROJECT
from tests.views.material import DATA_TRUST, FERRY_LINE, acting, begin, read_settings_again
from tests.views.visiting import Tab

NEWSLETTER = "newsletter@1.0.0"


@pytest.fixture
def all_shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped questionnaire, the ferry line's and the least one that there can be."""
    folders = ("tests/questionnaires", "docs/examples/minimal-questionnaire")
    monkeypatch.setenv("CANDOUR_QUESTIONNAIRES", os.pathsep.join(str(PROJECT / f) for f in folders))
    read_settings_again()


def library(section: str = "questions", *, lang: Lang = "en", **address: str) -> Tab:
    tab = Tab("library", lang=lang, **address)
    return tab if section == "questions" else tab.select(f"library-section-{lang}", section)


def look_at(tab: Tab, reference: str) -> Tab:
    return tab.run(tab.app.selectbox(key=f"library-questionnaire-{tab.lang}").set_value(reference))


def unfold(tab: Tab, *keys: str) -> Tab:
    """Open what is folded away under these keys."""
    for key in keys:
        tab.app.session_state[f"{key}-{tab.lang}"] = True
    return tab.run()


def unfold_items(tab: Tab, questionnaire: Questionnaire, *items: Item) -> Tab:
    return unfold(tab, *(f"library-{questionnaire.reference}-{item.id}" for item in items))


def search(tab: Tab, words: str) -> Tab:
    return tab.run(tab.app.text_input(key=SEARCH).set_value(words))


def questionnaire(reference: str = DATA_TRUST) -> Questionnaire:
    return acting().catalog.find(reference)


def shown(tab: Tab, among: Questionnaire) -> list[str]:
    """The questions whose folds are on the page."""
    return [item.id for item in among.items if item.question.get(tab.lang) in tab.text]


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_is_listed_below_its_pillar_and_dimension(lang):
    tab, q = library(lang=lang), questionnaire()

    assert shown(tab, q) == [item.id for item in q.items]
    for title in (*(p.title for p in q.pillars), *(d.title for d in q.dimensions)):
        assert title.get(lang) in tab.text


@pytest.mark.parametrize("lang", LANGS)
def test_an_opened_question_shows_all_that_is_known_about_it(lang):
    tab, q = library(lang=lang), questionnaire()
    item = q.items_by_id["VE2.3"]

    unfold_items(tab, q, item)

    texts = [*(o.text for o in item.options), *(a.text for a in item.next_actions)]
    texts += [*item.evidence_to_look_for, *(level.name for level in q.levels)]
    assert item.why_it_matters
    assert item.shortfall
    for text in (*texts, item.title, item.why_it_matters, item.shortfall):
        assert text.get(lang) in tab.text
    for key, codes in item.mapped_controls.items():
        assert q.frameworks[key].name.get(lang) in tab.text
        assert q.frameworks[key].edition.get(lang) in tab.text
        assert all(code in tab.text for code in codes)
    assert q.texts.not_legal_advice.get(lang) in tab.text
    assert all(q.sources[key] in tab.text for key in item.sources)


def test_a_closed_question_is_not_sent():
    tab, q = library(), questionnaire()

    assert q.items[0].options[0].text.en not in tab.text


@pytest.mark.slow
def test_a_question_says_on_what_condition_it_may_not_apply_or_that_it_always_does():
    tab, q = library(), questionnaire()
    sometimes, always = q.items_by_id["VE3.3"], q.items_by_id["VE1.1"]

    unfold_items(tab, q, sometimes, always)

    assert sometimes.not_applicable
    assert f"Only if this is true, and with a reason: {sometimes.not_applicable.en}" in tab.text
    assert "Not offered: the question applies to every brand." in tab.text


def test_a_condition_of_a_whole_dimension_stands_at_the_dimension():
    condition = questionnaire().dimension_of["DU2.1"].shared_condition

    assert condition
    assert f"does not apply if: {condition.en}" in library().text


def test_a_question_that_no_standard_asks_says_so():
    tab, q = library(), questionnaire()
    without = next(item for item in q.items if not item.mapped_controls)

    unfold_items(tab, q, without)

    assert "No related control." in tab.text


def test_the_rules_of_answering_and_scoring_are_those_of_the_questionnaire():
    tab, q = library(), questionnaire()

    unfold(tab, f"library-answering-{q.reference}", f"library-scoring-{q.reference}")

    assert q.texts.answering_rule.en in tab.text
    assert all(grade.text.en in tab.text for grade in q.evidence_grades)
    assert "(α = 0.5)" in tab.text
    bands = next(t.value for t in tab.app.table if "Band" in t.value.columns)
    assert bands.to_numpy().tolist()[2] == ["**Defined**, from 37.5", "12.5", "0", "25"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("VE2.3", ["VE2.3"]),
        ("decline ve2.3", ["VE2.3"]),
        ("泄露预案", ["ST4.1"]),
        ("LOYALTY programme unicorn", []),
    ],
)
def test_a_search_finds_every_word_in_either_language(words, found):
    tab, q = library(), questionnaire()

    search(tab, words)

    assert shown(tab, q) == found


def test_a_search_says_how_many_it_found_and_keeps_only_their_dimensions():
    tab = search(library(), "VE2.3")

    assert "1 question contains “VE2.3”" in tab.text
    assert [h.value for h in tab.app.subheader] == ["Asking for little"]


def test_a_search_finds_a_question_by_the_law_it_touches():
    tab, q = library(), questionnaire()

    search(tab, "GDPR")

    assert shown(tab, q) == [item.id for item in q.items if "gdpr" in item.mapped_controls]


def test_a_search_without_a_find_helps_on():
    tab, q = library(), questionnaire()
    search(tab, "no.such *word*")
    assert "No question contains “no.such *word*”" in tab.text
    assert "Try one word" in tab.text

    tab.press("library-all")

    assert shown(tab, q) == [item.id for item in q.items]


def test_a_search_stands_when_the_language_changes():
    tab = search(library(), "VE2.3").speak("zh")

    assert shown(tab, questionnaire()) == ["VE2.3"]


@pytest.mark.slow
@pytest.mark.usefixtures("all_shapes")
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("reference", [FERRY_LINE, NEWSLETTER])
def test_a_questionnaire_of_another_shape_is_shown_whole(reference, lang):
    tab, q = look_at(library(lang=lang), reference), questionnaire(reference)

    unfold_items(tab, q, *q.items)
    unfold(tab, f"library-answering-{q.reference}", f"library-scoring-{q.reference}")

    for item in q.items:
        assert item.question.get(lang) in tab.text
        for option in item.options:
            assert option.text.get(lang) in tab.text
            assert str(whole(option.score)) in tab.text
    for section in SECTIONS:
        tab.select(f"library-section-{lang}", section)
        assert tab.title


@pytest.mark.usefixtures("all_shapes")
def test_the_assessment_one_comes_from_decides_on_the_questionnaire():
    assessment = begin(questionnaire=FERRY_LINE)

    tab = library(assessment=assessment)

    assert shown(tab, questionnaire(FERRY_LINE))
    assert not shown(tab, questionnaire())


def test_one_questionnaire_alone_leaves_nothing_to_choose():
    assert not library().app.selectbox


@pytest.mark.usefixtures("all_shapes")
def test_cases_of_another_questionnaire_are_not_shown():
    tab = library("cases")
    assert tab.title == "6 cases from practice"

    look_at(tab, NEWSLETTER)

    assert tab.title == "No cases from practice"
    assert "Nike" not in tab.text


@pytest.mark.parametrize("lang", LANGS)
def test_every_case_stands_once_with_its_source(lang):
    tab, catalog = library("cases", lang=lang), acting().catalog

    for case in catalog.cases:
        assert tab.text.count(case.text.get(lang)) == 1
        assert questionnaire().sources[case.sources[0]] in tab.text


@pytest.mark.parametrize("lang", LANGS)
def test_sources_say_where_everything_comes_from_and_how_far_it_carries(lang):
    tab, q, catalog = library("sources", lang=lang), questionnaire(), acting().catalog

    unfold(tab, *(f"library-source-{source.file}" for source in catalog.sources))

    assert all(citation in tab.text for citation in q.sources.values())
    for source in catalog.sources:
        where = (source.title, source.publisher, source.year, source.licence)
        how_far = (source.n, source.geography, source.changed, source.limits)
        for fact in (*where, *how_far):
            assert " ".join(fact.get(lang).split()) in tab.text


def test_the_section_stays_when_the_language_changes_and_when_one_comes_back():
    tab = library("glossary").speak("zh")
    assert tab.title == "一词一义"

    tab.go("").go("library")

    assert tab.title == "一词一义"
