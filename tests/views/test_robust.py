"""Results says what holds under other scoring choices, and what does not."""

from pathlib import Path

import pytest

from dashboard.domain.text import Lang
from tests.builders import all_at, ferry_line, worked_brand
from tests.views.instruments import ferry_line_with
from tests.views.material import FERRY_LINE, begin
from tests.views.visiting import Tab


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            (
                "Stewardship is the weakest pillar in all 4,096 ways of scoring tried",
                "Value exchange is ahead of Data use in 99% of the ways tried",
                "Data use is ahead of Stewardship in all 4,096 ways tried",
                "**32 to 50** is the range of the overall score",
            ),
        ),
        (
            "zh",
            (
                "在试过的全部 4,096 种计分方式下，“数据守护”都是最弱的支柱",
                "在试过的计分方式中，有 99% 是“价值交换”高于“数据使用”",
                "总分落在 **32 到 50** 之间",
            ),
        ),
    ],
)
def test_the_worked_brand_is_said_to_be_as_firm_as_the_method_says(
    lang: Lang, said: tuple[str, ...]
) -> None:
    tab = Tab("results", assessment=begin(worked_brand()), lang=lang)

    for sentence in said:
        assert sentence in tab.text
    assert ["85%", "85%"] in [
        list(row)[1:] for table in tab.app.table for row in table.value.values
    ]


def test_what_does_not_hold_is_not_claimed() -> None:
    """Data use and Stewardship lie level, and Value exchange above them."""
    above = {item: one for item, one in all_at(4).items() if item.startswith("VE")}
    tab = Tab("results", assessment=begin(all_at(3, DU1_1=2, ST1_1=2) | above))

    assert "Which pillar is weakest depends on how one scores" in tab.text
    assert "Neither Data use nor Stewardship is clearly ahead of the other" in tab.text


@pytest.mark.parametrize(
    ("above", "lang", "said"),
    [
        ("none", "en", "No pillar is the weakest: they are level"),
        ("none", "zh", "没有最弱的支柱：各支柱持平"),
        ("VE", "en", "No pillar alone is the weakest: Data use and Stewardship are level"),
    ],
)
def test_of_pillars_that_are_level_none_is_called_the_weakest(
    above: str, lang: Lang, said: str
) -> None:
    higher = {item: one for item, one in all_at(4).items() if item.startswith(above)}

    tab = Tab("results", assessment=begin(all_at(3) | higher), lang=lang)

    assert said in tab.text
    assert "ways of scoring tried" not in tab.text


def test_without_an_overall_score_nothing_is_said_of_choices() -> None:
    torn = {item: one for item, one in all_at(3).items() if item.startswith("VE")}

    assert "scoring choices" not in Tab("results", assessment=begin(torn)).text


def test_a_questionnaire_of_another_shape_has_its_range_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of its two pillars has no weight: of one alone, nothing is said to be weakest."""
    ferry_line_with(tmp_path, monkeypatch, weights=(0, 1))
    given = all_at(2, questionnaire=ferry_line())

    tab = Tab("results", assessment=begin(given, questionnaire=FERRY_LINE))

    assert "How much rests on scoring choices" in tab.text
    assert "is the range of the overall score over reasonable scoring choices" in tab.text
