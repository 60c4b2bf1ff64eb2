"""Every page, in both languages, for any questionnaire and whatever people have typed."""

import re
from pathlib import Path

import pytest

from dashboard.domain.answer import Answer, State
from dashboard.domain.text import Lang
from dashboard.i18n import words
from dashboard.plain import escaped, plain
from dashboard.services import brands
from tests.builders import DK, Short, all_at, answers, worked_brand
from tests.views.instruments import ferry_line_with
from tests.views.material import FERRY_LINE, THEN, acting, begin, brand_lines, sheet, stored
from tests.views.visiting import Tab

BOTH: tuple[Lang, ...] = ("en", "zh")
FERRY_ITEMS: dict[str, Short] = {
    "BK1.1": 1,
    "BK1.2": 7,
    "CR1.1": 2,
    "CR1.2": 3,
    "CR2.1": 1,
    "CR2.2": 7,
    "CR2.3": 2,
    "CR3.1": 1,
    "CR3.2": 2,
}
PANELS = ("support", "why", "last", "history")


def walk(assessment: str, lang: Lang) -> None:
    """Open everything there is of an assessment; a page that fails raises."""
    tab = Tab("assess", assessment=assessment, lang=lang)
    questionnaire = sheet(assessment).questionnaire
    for dimension in questionnaire.dimensions:
        assert tab.title == dimension.title.get(lang)
        for item in dimension.items:
            for panel in PANELS:
                if tab.has(f"{panel}-{item.id}-{lang}"):
                    tab.press(f"{panel}-{item.id}-{lang}")
        tab.press("next")
    assert tab.address["dimension"] == "review"
    tab.go("results")
    for pillar in questionnaire.pillars:
        tab.open(f"items-{pillar.id}-{lang}")
    tab.go("").go("library")


@pytest.mark.slow
@pytest.mark.parametrize("lang", BOTH)
def test_every_page_can_be_walked_with_the_worked_brand_and_the_wave_before(lang: Lang) -> None:
    begin(all_at(2), wave=THEN, complete=True)

    walk(begin(worked_brand()), lang)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("imbalance", "weights", "lang"),
    [(0.25, (1, 2), "en"), (0, (1, 1), "zh"), (1, (3, 1), "en"), (0.5, (1, 0), "zh")],
)
def test_every_page_can_be_walked_for_a_questionnaire_of_another_shape(
    imbalance: float,
    weights: tuple[float, float],
    lang: Lang,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ferry_line_with(tmp_path, monkeypatch, imbalance=imbalance, weights=weights)
    begin(answers(FERRY_ITEMS | {"CR2.1": DK}), wave=THEN, questionnaire=FERRY_LINE)

    walk(begin(answers(FERRY_ITEMS), questionnaire=FERRY_LINE), lang)


@pytest.mark.parametrize("lang", BOTH)
def test_a_questionnaire_of_another_shape_is_answered_through_the_pages(
    lang: Lang, ferry_lines: None
) -> None:
    assessment = begin(questionnaire=FERRY_LINE)
    tab = Tab("assess", assessment=assessment, lang=lang)

    for dimension in sheet(assessment).questionnaire.dimensions:
        for item in dimension.items:
            tab.answer(item.id, int(str(FERRY_ITEMS[item.id])))
        tab.press("next")

    assert stored(assessment, *FERRY_ITEMS) == list(FERRY_ITEMS.values())
    assert words(lang)("{n} of {total} done", n=9, total=9) in tab.text
    tab.press("complete").press("to-results")
    moored = {"en": "Safely moored", "zh": "靠岸"}[lang]
    assert tab.app.metric[0].value == moored
    assert tab.app.metric[0].delta.startswith("99")


def test_levels_without_names_are_counted(ferry_lines: None) -> None:
    tab = Tab("assess", assessment=begin(questionnaire=FERRY_LINE))

    tab.answer("BK1.2", 6)

    assert "Level 6 of 7" in tab.text


@pytest.mark.parametrize("lang", BOTH)
def test_every_page_opens_with_nothing_there(lang: Lang) -> None:
    for page in ("", "assess", "results", "compare", "library"):
        tab = Tab(page, lang=lang)
        assert (tab.path, tab.lang) == (page, lang)
        assert len(tab.app.title) == 1


def test_no_english_word_of_the_product_is_left_on_a_chinese_page() -> None:
    """What is left are signs, the other language's and a person's name, and what is cited."""
    begin(all_at(2, ST1_1=DK), brand="品牌", wave=THEN)
    assessment = begin(worked_brand(), brand="品牌")
    for page in ("", "assess", "results", "compare"):
        text = Tab(page, assessment=assessment, lang="zh").text
        said = re.sub(r":material/\w+:|:[a-z-]+\[|English|Sobol|^来源：.*$", "", text, flags=re.M)
        assert re.findall(r"\b[A-Za-z]{4,}\b", said) == [], page


# What people type

TYPED = (
    "**bold** _it_ `code` ~~gone~~",
    "<script>alert(1)</script><b>x</b>",
    ":red[x] :material/home: :smile: :blue-badge[y]",
    "$x^2$ and $$y$$",
    "[a link](https://example.com) ![p](https://example.com/p.png)",
    "# head - list 1. one > quote | a | b |",
    "مرحبا \u200f שלום 😀👩\u200d👩\u200d👧 品牌",
    "&amp; &lt; \\ back\\slash -> -- ==m== @x",
    "www.example.com HTTP://example.com me@example.com",
)


@pytest.mark.slow
@pytest.mark.parametrize("typed", TYPED)
def test_what_people_type_is_shown_as_typed(typed: str) -> None:
    given = {
        "VE1.1": Answer(state=State.LEVEL, level=3, note=typed),
        "VE3.3": Answer(state=State.NOT_APPLICABLE, reason=typed, note=typed),
    }
    begin({"VE1.1": Answer(state=State.LEVEL, level=2, note=typed)}, brand=typed, wave="2025")
    assessment = begin(all_at(3) | given, brand=typed, wave=typed[:40].strip())
    brand = brand_lines()[typed].brand
    profile = brand.profile.model_copy(update={"parent": typed})
    brands.change(acting(), brand.id, profile, read=brand.profile)

    overview = Tab()
    assert_shown_as_typed(overview, typed)
    assert_shown_as_typed(Tab("results", assessment=assessment).open("items-VE-en"), typed)
    assert_shown_as_typed(Tab("assess"), typed)
    tab = Tab("assess", assessment=assessment)
    assert_shown_as_typed(tab.look("history", "VE1.1"), typed)
    assert_shown_as_typed(tab.look("last", "VE1.1"), typed)
    assert_shown_as_typed(tab.press("to-review"), typed)
    assert_shown_as_typed(overview.pick(f"brand-menu-{brand.id}-en", "delete"), typed)


def assert_shown_as_typed(tab: Tab, typed: str) -> None:
    """It stands on the page, with every sign that markdown might read made plain."""
    assert plain(typed) in tab.source
    if plain(typed) != typed:
        assert typed not in tab.source


def test_the_address_of_a_link_is_shown_whole_and_leads_nowhere_else() -> None:
    address = "https://example.com/a_b*c*?x=<1>&y=[2](3)"
    answer = Answer(state=State.LEVEL, level=3, links=(address,))
    tab = Tab("assess", assessment=begin({"VE1.1": answer}, complete=True))

    assert (
        f"[{escaped(address)}](<https://example.com/a_b*c*?x=%3C1%3E&amp;y=[2](3)>)" in tab.source
    )
