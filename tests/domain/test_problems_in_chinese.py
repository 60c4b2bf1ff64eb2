"""Whatever is wrong with an assessment file is said in English, and in Chinese as well."""

import json
from collections.abc import Callable, Iterator, Sequence

import pytest

from dashboard.domain.document import Document
from dashboard.domain.message import Message
from dashboard.domain.problem import Problem, Refused
from dashboard.i18n import words
from tests.domain.conftest import FILE, GOOD
from tests.words import said

ZH = words("zh")
RAW = json.dumps(GOOD | {"answers": {"VE3.3": {"level": 4}}}).encode()
REASONED = {"state": "not_applicable", "reason": "x"}

Changes = dict[str, object]
Read = Callable[..., Document]


def answer(**block: object) -> Changes:
    return {"answers": {"VE3.3": block}}


OF_VALUES: Sequence[tuple[Changes, str, str, str]] = [
    ({"wave": " "}, "wave", "is empty", "为空"),
    ({"wave": 3}, "wave", "must be a text, not 3", "必须是文本，现为 3"),
    (
        {"wave": "x" * 41},
        "wave",
        "must have at most 40 characters, not 41",
        "最多 40 个字符，现有 41 个",
    ),
    ({"brand": {}}, "brand.name", "is missing", "缺失"),
    (
        {"brand": "Acme"},
        "brand",
        "must be a mapping of keys, not 'Acme'",
        "必须是由键和值组成的对象，现为 'Acme'",
    ),
    ({"date": None}, "date", "must not be null: leave the key out", "不得为 null：请略去该键"),
    ({"wave": None}, "wave", "must not be null", "不得为 null"),
    ({"extra": 1}, "extra", "is not a known key", "不是已知的键"),
    (
        {"format": "x"},
        "format",
        "must be 'candour.assessment/1', not 'x'",
        "必须是 'candour.assessment/1'，现为 'x'",
    ),
    (
        {"questionnaire": "x@1"},
        "questionnaire",
        "there is no questionnaire x@1 (there is data-trust@1.0.0)",
        "没有问卷 x@1（现有：data-trust@1.0.0）",
    ),
    (
        {"brand": {"name": "Acme", "size": "big"}},
        "brand.size",
        "'big' is not one of 1-9, 10-49, 50-249, 250-999, 1000-4999, 5000+",
        "'big' 不在下列各项之中：1-9, 10-49, 50-249, 250-999, 1000-4999, 5000+",
    ),
    (
        {"date": "2026-02-30"},
        "date",
        "'2026-02-30' is not a day of the form 2026-11-24",
        "'2026-02-30' 不是形如 2026-11-24 的日期",
    ),
    (
        {"answers": {"XX1.1": {"level": 1}}},
        "answers.XX1.1",
        "is not an item of data-trust@1.0.0",
        "不是 data-trust@1.0.0 的题目",
    ),
    (
        answer(note="x"),
        "answers.VE3.3",
        'must have a "level", or a "state"',
        "必须有“level”或“state”",
    ),
    (
        answer(state="unsure"),
        "answers.VE3.3.state",
        'must be "dont_know" or "not_applicable"',
        "必须是“dont_know”或“not_applicable”",
    ),
    (
        answer(state="not_applicable"),
        "answers.VE3.3.reason",
        "is missing: say why the item does not apply",
        "缺失：请说明该题为何不适用",
    ),
    (
        answer(level=1, reason="x"),
        "answers.VE3.3.reason",
        "is not a key of a level answer",
        "不是选级的答案可用的键",
    ),
    (
        answer(reasons="x"),
        "answers.VE3.3.reasons",
        "is not a key of an answer",
        "不是答案可用的键",
    ),
    (
        answer(state="dont_know", level=1),
        "answers.VE3.3.level",
        'is not a key of a "dont_know" answer',
        "不是“dont_know”答案可用的键",
    ),
    (
        answer(level=6),
        "answers.VE3.3.level",
        "VE3.3: level 6 is outside 1..5",
        "VE3.3：级 6 不在 1 至 5 之间",
    ),
    (answer(level=0), "answers.VE3.3.level", "must be 1 or more, not 0", "不得小于 1，现为 0"),
    (
        answer(level=True),
        "answers.VE3.3.level",
        "must be a whole number, not true",
        "必须是整数，现为 true",
    ),
    (
        answer(level=1, evidence=4),
        "answers.VE3.3.evidence",
        "VE3.3: evidence 4 is outside 0..3",
        "VE3.3：证据级别 4 不在 0 至 3 之间",
    ),
    (
        {"answers": {"VE1.1": REASONED}},
        "answers.VE1.1.state",
        'VE1.1: "not_applicable" is not allowed for this item',
        "VE1.1：此题不允许“not_applicable”",
    ),
    (
        answer(level=None),
        "answers.VE3.3",
        "a level answer has a level, and no other has one",
        "选级的答案必须有级，其他答案不得有级",
    ),
    (
        answer(state="not_applicable", reason=None),
        "answers.VE3.3",
        '"does not apply" has a reason, and no other answer has one',
        "“不适用”必须有理由，其他答案不得有理由",
    ),
    (
        answer(level=1, links="http://a"),
        "answers.VE3.3.links",
        "must be a list, not 'http://a'",
        "必须是列表，现为 'http://a'",
    ),
    (
        answer(level=1, links=["http://a"] * 21),
        "answers.VE3.3.links",
        "must have at most 20 entries, not 21",
        "最多 20 项，现有 21 项",
    ),
    (
        answer(level=1, links=["javascript:x"]),
        "answers.VE3.3.links[0]",
        "is not an http or https address",
        "不是 http 或 https 地址",
    ),
    (
        answer(level=1, note="\x00"),
        "answers.VE3.3.note",
        "has the control character U+0000",
        "含有控制字符 U+0000",
    ),
    (
        answer(level=1, note="\ud83d"),
        "answers.VE3.3.note",
        "has half a surrogate pair, U+D83D",
        "含有半个代理对 U+D83D",
    ),
]

OF_JSON: Sequence[tuple[bytes, str, str, str]] = [
    (b" " * 5_000_001, "", "is larger than 5 MB", "大于 5 MB"),
    (
        b'{"format": "candour.result/1"}',
        "format",
        "is a result: only assessments are read",
        "是评估结果：只能读取评估文件",
    ),
    (b"\xff", "", "is not UTF-8 text (byte 0)", "不是 UTF-8 文本（字节 0）"),
    (b"[" * 100_000, "", "is nested too deep", "嵌套过深"),
    (b"9" * 5_000, "", "has a number with too many digits", "含有位数过多的数字"),
    (
        rb'{"\ud800": 1}',
        "",
        r"must be a text without halves of surrogate pairs, not '\ud800'",
        r"必须是不含半个代理对的文本，现为 '\ud800'",
    ),
    (b'{"a": 1, "a": 2}', "a", "is given twice", "重复出现"),
    (
        RAW.replace(b"4", b"NaN"),
        "answers.VE3.3.level",
        "NaN is not a JSON number",
        "NaN 不是 JSON 数字",
    ),
]

NOT_JSON: Sequence[tuple[bytes, str, str]] = [
    (b"", "expecting value", "此处应有值"),
    (b"{'a'}", "expecting property name enclosed in double quotes", "此处应有带双引号的键名"),
    (b'{"a" 1}', "expecting ':' delimiter", "此处应有分隔符“:”"),
    (b'{"a": 1 "b"}', "expecting ',' delimiter", "此处应有分隔符“,”"),
    (b"1 1", "extra data", "多出内容"),
    (b'"a', "unterminated string starting at", "字符串没有结束"),
    (b'"\n"', "invalid control character at", "含有不允许的控制字符"),
    (rb'"\x"', r"invalid \escape", "转义符无效"),
    (rb'"\u12"', r"invalid \uXXXX escape", r"\u 转义符无效"),
    (
        b"\xef\xbb\xbf\xef\xbb\xbf1",
        "unexpected UTF-8 BOM (decode using utf-8-sig)",
        "多出一个字节顺序标记",
    ),
]

NEVER_SAID_HERE = {
    "only a level answer has an evidence grade",
    "is not JSON (line {line}, column {column})",
    "illegal trailing comma before end of object",
    "illegal trailing comma before end of array",
    "has more than {n} problems",
}
"""What only a page, the JSON reader of another Python, or a very bad file can give cause for."""


def problems_of(read: Read, raw: bytes | None, changes: Changes) -> Sequence[Problem]:
    with pytest.raises(Refused) as refused:
        read(raw, **changes)
    return refused.value.problems


def in_english(problems: Sequence[Problem]) -> list[str]:
    return [str(problem).removeprefix(f"{FILE}: ") for problem in problems]


def in_chinese(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return [(problem.path, problem.said(ZH.say)) for problem in problems]


@pytest.mark.parametrize(("changes", "path", "english", "chinese"), OF_VALUES)
def test_a_value_is_refused_in_both_languages(
    read: Read, changes: Changes, path: str, english: str, chinese: str
) -> None:
    problems = problems_of(read, None, changes)

    assert f"{path}: {english}" in in_english(problems)
    assert (path, chinese) in in_chinese(problems)


@pytest.mark.parametrize(("raw", "path", "english", "chinese"), OF_JSON, ids=range(len(OF_JSON)))
def test_a_file_is_refused_in_both_languages(
    read: Read, raw: bytes, path: str, english: str, chinese: str
) -> None:
    problems = problems_of(read, raw, {})

    assert (f"{path}: {english}" if path else english) in in_english(problems)
    assert (path, chinese) in in_chinese(problems)


@pytest.mark.parametrize(("raw", "english", "chinese"), NOT_JSON)
def test_what_is_no_json_is_refused_in_both_languages(
    read: Read, raw: bytes, english: str, chinese: str
) -> None:
    (problem,) = problems_of(read, raw, {})

    assert problem.said().startswith(f"is not JSON: {english} (line ")
    assert problem.said(ZH.say).startswith(f"不是 JSON：{chinese}（第 ")


def templates(message: Message | str) -> Iterator[str]:
    assert isinstance(message, Message), message
    yield message.text
    for value in message.values.values():
        if isinstance(value, Message):
            yield from templates(value)


@pytest.mark.slow
def test_every_message_about_a_file_is_tested_here(read: Read) -> None:
    refusals = [
        *(problems_of(read, None, changes) for changes, *_ in OF_VALUES),
        *(problems_of(read, raw, {}) for raw, *_ in OF_JSON),
        *(problems_of(read, raw, {}) for raw, *_ in NOT_JSON),
    ]
    told = {
        text for problems in refusals for problem in problems for text in templates(problem.message)
    }
    places = ("domain/document.py", "domain/strict_json.py", "domain/answer.py", "domain/text.py")
    written = {one.texts[0] for one in said() if one.file.endswith(places)}

    assert written - told == NEVER_SAID_HERE
