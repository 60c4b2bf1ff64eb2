"""What holds for every figure, whatever it draws."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given

from dashboard.charts import ink
from dashboard.charts.bars import level_bars
from dashboard.charts.evidence import claimed_and_evidenced
from dashboard.charts.rose import rose
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.scoring import score
from tests.builders import all_at, answer, data_trust, dimension, item, pillar, small
from tests.charts.drawing import SEEDS, anything, drawn, lettering

FIGURES: tuple[Callable[..., object], ...] = (rose, level_bars, claimed_and_evidenced)
HOSTILE = '<a href="x">&lt;%{x} {y} $z$ #000001</a>'
SHOWN = '&lt;a href="x"&gt;&amp;lt;%{x} {y} $z$ &#35;000001&lt;/a&gt;'
ROLES = {f"#0000{number:02d}" for number in range(1, 21)}


def hostile() -> tuple[Questionnaire, Result]:
    """A questionnaire of which every name looks like mark-up, and its result."""
    title = {"en": HOSTILE, "zh": HOSTILE}
    questionnaire = small(
        pillar("P", dimension("D", item("D.1"), title=title), title=title),
        bands=[{"key": "<i>low</i>", "from": 0}, {"key": "<i>high</i>", "from": 50}],
    )
    return questionnaire, score(questionnaire, {"D.1": answer(4)})


@pytest.mark.parametrize("draw", FIGURES)
def test_a_figure_is_transparent_still_and_without_a_legend(draw):
    layout = drawn(draw(data_trust(), score(data_trust(), all_at(3)), "en"))["layout"]

    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == ink.CLEAR
    assert layout["dragmode"] is False
    assert layout["showlegend"] is False
    assert "title" not in layout
    for axis in ("xaxis", "yaxis"):
        assert layout.get(axis, {"fixedrange": True})["fixedrange"] is True


@pytest.mark.parametrize("draw", FIGURES)
def test_names_that_look_like_mark_up_are_shown_as_they_were_written(draw):
    figure = draw(*hostile(), "en")

    joined = re.sub(r"<br>|[\s…-]", "", lettering(figure))
    assert re.sub(r"[\s…-]", "", SHOWN)[:12] in joined
    everything = drawn(figure)
    pointed_at = str([trace.get("customdata") for trace in everything["data"]])
    for text in (joined, pointed_at):
        assert set(re.findall(r"</?[a-z]+", text)) <= {"<br", "<b", "</b"}


@pytest.mark.parametrize("draw", FIGURES)
def test_what_appears_under_the_pointer_is_no_template(draw):
    for trace in drawn(draw(*hostile(), "en"))["data"]:
        template = trace.get("hovertemplate", "")
        assert set(re.findall(r"%{[^}]*}", template)) <= {"%{customdata[0]}", "%{customdata[1]}"}
        assert "href" not in template


@given(SEEDS)
def test_figures_hold_roles_instead_of_colours_and_no_number_that_is_none(seed):
    questionnaire, now, before = anything(seed)

    figures = [draw(questionnaire, now, "en") for draw in FIGURES]
    figures.append(rose(questionnaire, now, "zh", before=before, targets={"P0D0": 50.0}))

    for figure in figures:
        part = drawn(figure)
        part["layout"].pop("template", None)
        text = str(part)
        assert set(re.findall(r"#[0-9a-fA-F]{6}", text)) <= ROLES
        assert set(re.findall(r"rgba?\([^)]*\)", text)) <= {ink.CLEAR}
        assert "nan" not in text.lower().replace("annotations", "")
