"""Method and glossary on the page are the project's documents, in each language."""

import re
from collections import Counter
from pathlib import Path

import pytest

from dashboard.domain.text import LANGS, Lang
from dashboard.views.parts.library_documents import GLOSSARY, METHOD, Code, Table, glossary, method
from tests.documents import DOCUMENTS, anchors, tables
from tests.views.visiting import Tab

NUMBER = re.compile(r"\d+(?:\.\d+)*")
LINK_TARGET = re.compile(r"\]\([^)]*\)")


def section(name: str, lang: Lang) -> Tab:
    return Tab("library", lang=lang).select(f"library-section-{lang}", name)


@pytest.mark.parametrize("lang", LANGS)
def test_the_method_on_the_page_is_the_document(lang):
    tab, document = section("method", lang), method(lang)

    assert tab.title == document.title
    assert [h.value for h in tab.app.header] == [s.title for s in document.sections]
    blocks = [block for section in document.sections for block in section.body]
    assert len(tab.app.table) == sum(isinstance(block, Table) for block in blocks)
    assert len(tab.app.code) == sum(isinstance(block, Code) for block in blocks)
    assert all(
        block in tab.text for block in blocks if isinstance(block, str) and "\\" not in block
    )


@pytest.mark.parametrize("lang", LANGS)
def test_a_link_within_the_method_leads_to_a_section_and_no_link_leads_out_of_the_app(lang):
    document = method(lang)
    text = document.opening + "".join(str(s.body) for s in document.sections)

    links = set(re.findall(r"\]\(([^)]*)\)", text))

    assert links
    assert links <= {f"#{section.anchor}" for section in document.sections}
    assert {section.anchor for section in document.sections} <= anchors(METHOD[lang])


def test_the_method_in_chinese_has_the_numbers_of_the_method_in_english():
    english, chinese = (numbers_of(METHOD[lang]) for lang in LANGS)

    assert chinese == english


def numbers_of(document: Path) -> list[Counter[str]]:
    """The numbers of each part of a document, below whichever heading."""
    assert document in DOCUMENTS
    text = LINK_TARGET.sub("]", document.read_text(encoding="utf-8"))
    return [Counter(NUMBER.findall(part)) for part in re.split(r"^#{2,} ", text, flags=re.M)]


def test_the_tables_of_the_method_have_the_same_figures_in_both_languages():
    english, chinese = (list(tables(METHOD[lang].read_text(encoding="utf-8"))) for lang in LANGS)

    assert [figures(rows) for rows in chinese] == [figures(rows) for rows in english]


def figures(rows: list[list[str]]) -> list[list[list[str]]]:
    return [[NUMBER.findall(LINK_TARGET.sub("]", cell)) for cell in row] for row in rows]


@pytest.mark.parametrize("lang", LANGS)
def test_the_glossary_explains_each_word_in_the_chosen_language(lang):
    tab = section("glossary", lang)

    for group in glossary():
        assert group.title.get(lang) in tab.text
        for term in group.terms:
            assert term.name.get(lang) in tab.text
            assert term.meaning.get(lang) in tab.text


def test_the_glossary_leaves_out_the_words_of_parts_that_are_not_built_yet():
    words = {term.name.en for group in glossary() for term in group.terms}

    assert "suppression" not in words
    assert len(words) + GLOSSARY.read_text("utf-8").count("○ |") == sum(
        len(rows) - 1 for rows in tables(GLOSSARY.read_text("utf-8"))
    )
