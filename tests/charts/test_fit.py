"""Figures in a real browser: no text is cut or covered, on a phone and in half a desktop page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import plotly
import pytest
import streamlit
from playwright.sync_api import Browser, Page

from dashboard.charts.bars import level_bars
from dashboard.charts.evidence import claimed_and_evidenced
from dashboard.charts.rose import rose
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.scoring import score
from tests.builders import answers, data_trust, dimension, item, pillar, small, worked_brand
from tests.charts.drawing import BOTH, partly_answered
from tests.charts.outside_material import shipped

pytestmark = pytest.mark.browser

WIDTHS = (326, 600)
SLACK = 0.5
TOUCHING = 3
"""Pixels by which boxes of text may overlap: they are taller than their letters."""
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
FONTS = Path(streamlit.__file__).parent / "static" / "static" / "media"
FAMILY = "'Source Sans', 'Noto Sans CJK SC', sans-serif"
DRAW = """async ([figure, width]) => {
  const place = document.createElement("div");
  place.style.height = figure.layout.height + "px";
  place.style.width = width + "px";
  document.body.replaceChildren(place);
  await Plotly.newPlot(place, figure.data, figure.layout, {displayModeBar: false});
  const page = place.getBoundingClientRect();
  return [...place.querySelectorAll("svg text")].filter((text) => text.textContent.trim())
    .map((text) => {
      const box = text.getBoundingClientRect();
      return {text: text.textContent, left: box.left - page.left, right: page.right - box.right,
              top: box.top - page.top, bottom: page.bottom - box.bottom,
              width: box.width, height: box.height};
    });
}"""

Box = dict[str, Any]
Case = tuple[Questionnaire, Result]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with Plotly and the font of the app."""
    (font,) = FONTS.glob("SourceSansVF-Upright*.woff2")
    opened = browser.new_page(viewport={"width": 700, "height": 1400})
    opened.route("**/*.woff2", lambda route: route.fulfill(body=font.read_bytes()))
    opened.route("http://figures.test/", lambda route: route.fulfill(body="<body></body>"))
    opened.goto("http://figures.test/")
    opened.add_style_tag(
        content="@font-face { font-family: 'Source Sans'; font-weight: 200 900;"
        " src: url(http://figures.test/font.woff2) }"
    )
    opened.evaluate("document.fonts.load(\"12px 'Source Sans'\")")
    opened.add_script_tag(content=PLOTLY.read_text("utf-8"))
    yield opened
    opened.close()


def boxes(page: Page, figure: Any, width: int) -> list[Box]:
    figure.update_layout(font_family=FAMILY)
    found: list[Box] = page.evaluate(DRAW, [figure.to_plotly_json(), width])
    return found


def cut(found: list[Box]) -> list[str]:
    sides = ("left", "right", "top", "bottom")
    return [box["text"] for box in found if min(box[side] for side in sides) < -SLACK]


def covered(found: list[Box]) -> list[tuple[str, str]]:
    return [
        (one["text"], other["text"])
        for n, one in enumerate(found)
        for other in found[n + 1 :]
        if _overlap(one, other, "left", "width") > 1
        and _overlap(one, other, "top", "height") > TOUCHING
    ]


def _overlap(one: Box, other: Box, start: str, length: str) -> float:
    ends = one[start] + one[length], other[start] + other[length]
    return float(min(ends) - max(one[start], other[start]))


def _blank(found: list[Box], *sides: str) -> float:
    """How far the texts stay away from the edge on these two sides, the larger of both."""
    return float(max(min(box[side] for box in found) for side in sides))


def unkind() -> Case:
    """Twelve dimensions with long names and no short ones, the last unanswered, and seven bands."""
    names = (
        ("Internationalisation of consent", "跨境数据同意管理与本地化机制"),
        ("Accountability", "责任"),
        ("Partner and supplier safekeeping across the brand", "全品牌合作方与CRM数据保管"),
        ("A", "甲"),
    )
    dimensions = [
        dimension(f"D{n}", item(f"D{n}.1"), title=dict(zip(BOTH, names[n % 4], strict=True)))
        for n in range(12)
    ]
    bands = [{"key": f"Stage {n}, practised", "from": 14.0 * n} for n in range(7)]
    questionnaire = small(pillar("P", *dimensions), bands=bands)
    levels = {f"D{n}.1": 1 + n % 5 for n in range(11)}
    return questionnaire, score(questionnaire, answers(levels))


def worked() -> Case:
    return data_trust(), score(data_trust(), worked_brand())


def unanswered() -> Case:
    return data_trust(), score(data_trust(), {})


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", BOTH)
@pytest.mark.parametrize("case", [worked, partly_answered, unanswered, unkind])
@pytest.mark.parametrize("draw", [rose, level_bars, claimed_and_evidenced])
def test_no_text_is_cut_or_covered(page, draw, case, lang, width):
    questionnaire, result = case()

    found = boxes(page, draw(questionnaire, result, lang), width)

    assert len(found) >= 12
    assert cut(found) == []
    assert covered(found) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", BOTH)
def test_no_text_of_outside_evidence_is_cut_or_covered(page, lang, width):
    for figure in shipped(lang):
        found = boxes(page, figure, width)

        assert len(found) >= 12
        assert cut(found) == []
        assert covered(found) == []


@pytest.mark.parametrize("lang", BOTH)
@pytest.mark.parametrize("case", [worked, partly_answered, unkind])
def test_a_rose_that_grows_with_its_card_fills_it(page, case, lang):
    questionnaire, result = case()
    figure = rose(questionnaire, result, lang)
    figure.update_layout(height=500)

    found = boxes(page, figure, 520)

    assert cut(found) == []
    assert covered(found) == []
    assert min(_blank(found, "top", "bottom"), _blank(found, "left", "right")) < 25


@pytest.mark.parametrize("lang", BOTH)
def test_a_rose_on_a_phone_fills_its_width_and_nearly_its_height(page, lang):
    found = boxes(page, rose(*worked(), lang), 326)

    assert _blank(found, "left", "right") < 10
    assert _blank(found, "top", "bottom") < 40


def test_a_name_that_is_cut_and_one_that_is_covered_are_found(page):
    figure = level_bars(*worked(), "en")
    figure.update_layout(margin={"r": 0})
    figure.add_annotation(x=50, y=3, text="one", showarrow=False)
    figure.add_annotation(x=50, y=3, text="other", showarrow=False)

    found = boxes(page, figure, 326)

    assert "58" in cut(found)
    assert covered(found) == [("one", "other")]
