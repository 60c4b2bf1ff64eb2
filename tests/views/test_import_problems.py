"""What the import dialog says of bad files: fields as they stand, the rest as the page speaks."""

import json
import re

from tests.builders import TESTS
from tests.views.material import begin
from tests.views.visiting import Tab

GOOD = json.loads((TESTS.parent / "docs" / "examples" / "worked-brand.json").read_text("utf-8"))
BAD = GOOD | {
    "format": "candour.assessment/2",
    "questionnaire": "data-trust@9.0.0",
    "wave": "",
    "date": "24.11.2026",
    "brand": {"name": 7, "industry": "shoes"},
}
WRONG = GOOD | {
    "answers": {
        "VE1.1": {"level": 9, "evidence": -1},
        "VE1.2": {"state": "not_applicable", "reason": "x"},
        "VE1.3": {"level": 3, "links": ["ftp://a"], "notes": "x"},
        "VE2.1": None,
        "XX1.1": {"level": 1},
    }
}
PLACE = re.compile(r"^- \w+\.json(：[\w.\[\]]+)?：")
GIVEN = re.compile(
    r"'[^']*'|“[^”]*”|(?<=：)[\w +,-]+$|[a-z-]+@[\d.]+|[A-Z]{2}\d\.\d|https?|null|JSON"
)
"""What stands in a file, or should, and names that are the same in every language."""
ENGLISH = re.compile(r"[A-Za-z]{2,}")


def told(tab: Tab) -> list[str]:
    (error,) = tab.errors
    first, problems = error.split("\n\n")
    assert first == "没有导入任何内容。"
    return problems.split("\n")


def import_in_chinese(**files: str | bytes) -> list[str]:
    return told(Tab(lang="zh").press("import").upload(**files).press_label("导入"))


def test_bad_files_are_refused_in_chinese_with_their_fields_as_they_stand() -> None:
    problems = import_in_chinese(bad=json.dumps(BAD), wrong=json.dumps(WRONG), broken="{")

    assert "- bad.json：brand.name：必须是文本，现为 7" in problems
    assert "- wrong.json：answers.VE1.3.links[0]：不是 http 或 https 地址" in problems
    assert "- broken.json：不是 JSON：此处应有带双引号的键名（第 1 行第 2 列）" in problems
    assert len(problems) == 14
    assert [line for line in problems if not PLACE.match(line)] == []
    prose = [GIVEN.sub("", PLACE.sub("", line)) for line in problems]
    assert [line for line in prose if ENGLISH.search(line)] == []


def test_a_wave_that_is_there_is_refused_in_chinese() -> None:
    there = begin(brand=GOOD["brand"]["name"], wave=GOOD["wave"])

    (problem,) = import_in_chinese(again=json.dumps(GOOD))

    name, wave = GOOD["brand"]["name"], GOOD["wave"]
    assert problem == f"- again.json：{name} 已有评估 {wave}（{there}）"


def test_the_same_wave_twice_is_refused_in_chinese() -> None:
    raw = json.dumps(GOOD)

    (problem,) = import_in_chinese(one=raw, two=raw)

    name, wave = GOOD["brand"]["name"], GOOD["wave"]
    assert problem == f"- two.json：是 {name} 的 {wave}，与另一份文件相同"


def test_what_contradicts_a_brand_is_refused_in_chinese() -> None:
    other = GOOD | {"brand": GOOD["brand"] | {"industry": "food"}, "wave": "2026-Q2"}

    (problem,) = import_in_chinese(first=json.dumps(GOOD), second=json.dumps(other))

    name = re.escape(GOOD["brand"]["name"])
    said = rf"- second\.json：brand\.industry 为 food，而 {name}（\w+）的是 retail；请改其中之一"
    assert re.fullmatch(said, problem)
