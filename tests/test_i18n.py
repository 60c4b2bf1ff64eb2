"""The product's words: complete in every language, and well formed whatever is filled in."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random
from string import Formatter

import pytest
from babel.messages.catalog import Message

from dashboard.charts import findings, keys
from dashboard.charts.bars import describe_level_bars
from dashboard.charts.evidence import describe_claimed_and_evidenced
from dashboard.charts.rose import describe_rose
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.scoring import score
from dashboard.domain.text import Lang
from dashboard.i18n import HTML_LANG, LOCALES, read_catalogue, words
from dashboard.scores_in_words import overall_standing, points
from dashboard.verdict import band_steps, verdict
from tests.builders import data_trust, ferry_line
from tests.domain.random_material import random_answers
from tests.words import PACKAGE, refreshed, said, template, written

EN, ZH = words("en"), words("zh")

KEPT_IN_LATIN = frozenset(
    [
        "candour",
        "icc",
        "sobol",
        "assessment",
        "cohort",
        "questionnaires",
        "http",
        "https",
        "data",
        "json",
        "png",
        "jpeg",
        "utf",
        "null",
        "cookie",
        "cohort",
        "csv",
        "icalendar",
        "pdf",
        "potx",
        "pptx",
        "powerpoint",
        "excel",
    ]
)
"""What has no Chinese name: the product, formats, programs, what stands in an address or a file."""
HAN = "\u3400-\u9fff"
MARKS = "，。；：！？、"
ASCII_MARK_BESIDE_HAN = re.compile(rf"[{HAN}”）][,.;:!?()\"]|[,;:!?()\"][{HAN}“]|\. *[{HAN}“]")
SCRIPTS_TOUCH = re.compile(rf"[{HAN}][A-Za-z0-9]|[A-Za-z0-9][{HAN}]")
DOUBLED = re.compile(rf"[{MARKS}]{{2}}|[.,;:!?] ?[.,;:!?]|  | [.,;:!?]|[{{}}]|None")


def translated(message: Message) -> str:
    text = message.string if isinstance(message.string, str) else "".join(message.string or ())
    return str(text)


def in_english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def bare(text: str) -> str:
    """Without mark-up and commands; a Chinese letter for each value, as most values are."""
    spoken = re.sub(r"(?m)^\d+\. |`[^`]*`", "", text)
    return re.sub(r"\{\w+\}", "值", spoken).replace("**", "")


MESSAGES = [message for message in read_catalogue("zh") if message.id]
TEXTS = [translated(message) for message in MESSAGES]


def test_the_catalogue_is_what_a_refresh_would_write() -> None:
    on_disk = (LOCALES / "zh.po").read_text(encoding="utf-8")

    assert on_disk == written(refreshed("zh"), "zh"), "call `python -m tests.words`"


def test_the_catalogue_has_every_message_and_none_that_nobody_says() -> None:
    spoken = {in_english(message) for message in template() if message.id}

    assert {in_english(message) for message in MESSAGES} == spoken


def test_no_entry_is_a_guess_or_a_leftover() -> None:
    assert [message.id for message in MESSAGES if message.fuzzy] == []
    assert not read_catalogue("zh").obsolete


def test_a_message_has_one_plural_everywhere() -> None:
    plurals: dict[str, set[tuple[str, ...]]] = {}
    for one in said():
        if len(one.texts) == 2:
            plurals.setdefault(one.texts[0], set()).add(one.texts)

    assert [forms for forms in plurals.values() if len(forms) > 1] == []


def test_every_message_is_translated() -> None:
    assert [message.id for message in MESSAGES if not translated(message).strip()] == []


def test_a_translation_uses_the_values_of_its_message() -> None:
    unequal = [
        message.id
        for message in MESSAGES
        if fields(translated(message)) != set().union(*map(fields, in_english(message)))
    ]

    assert unequal == []


def test_no_english_is_left_in_a_translation() -> None:
    prose = " ".join(re.sub(r"\{\w+\}|`[^`]*`", "", text) for text in TEXTS)

    assert {word.lower() for word in re.findall(r"[A-Za-z]{3,}", prose)} <= KEPT_IN_LATIN


@pytest.mark.parametrize(
    "wrong", [ASCII_MARK_BESIDE_HAN, SCRIPTS_TOUCH, re.compile(r"[「」『』]|\.\.\.")]
)
def test_chinese_is_set_with_chinese_marks_and_a_space_beside_latin(wrong: re.Pattern[str]) -> None:
    assert [text for text in TEXTS if wrong.search(bare(text))] == []


def test_emphasis_begins_and_ends_where_markdown_sees_it() -> None:
    """Between a Chinese mark and a letter, `**` is no end of emphasis but two asterisks."""
    edges = set(MARKS + "“”（）")
    emphasised = [part for text in TEXTS for part in re.findall(r"\*\*(.+?)\*\*", text)]

    assert [part for part in emphasised if {part[0], part[-1]} & edges] == []


def test_both_languages_choose_the_form_for_a_number() -> None:
    forms = ("{n} brand", "{n} brands")

    assert [EN.plural(*forms, n) for n in (0, 1, 2)] == ["0 brands", "1 brand", "2 brands"]
    assert [ZH.plural(*forms, n) for n in (0, 1, 2)] == ["0 个品牌", "1 个品牌", "2 个品牌"]


def test_names_are_joined_so_that_each_stays_one_name() -> None:
    assert EN.listed([]) == ""
    assert EN.listed(["a"]) == "a"
    assert EN.listed(["a", "b"]) == "a and b"
    assert EN.listed(["a", "b", "c"]) == "a, b and c"
    assert EN.listed(["a", "b and c"]) == "a, and b and c"
    assert ZH.listed(["甲", "乙", "丙"]) == "甲、乙、丙"


def test_sentences_follow_each_other_as_the_language_has_it() -> None:
    assert EN.sentences("One.", "Two.") == "One. Two."
    assert ZH.sentences("一。", "二。") == "一。二。"


def test_a_moment_is_told_in_the_reader_s_language_and_time() -> None:
    moment = datetime(2026, 3, 1, 23, 5, tzinfo=UTC)

    assert EN.moment(moment, "Europe/London") == "1 Mar 2026, 23:05"
    assert ZH.moment(moment, "Asia/Shanghai") == "2026 年 3 月 2 日 07:05"


def test_a_space_keeps_chinese_and_latin_apart_whatever_is_filled_in() -> None:
    assert ZH("{name} is deleted.", name="Tangent Care") == "Tangent Care 已删除。"
    assert ZH("{name} is deleted.", name="青禾") == "青禾已删除。"
    assert ZH("Thin outline: {wave}", wave="2026-Q2") == "细轮廓：2026-Q2"
    assert ZH("“{line}” is longer than {n} characters.", line="NPS", n=2) == "“NPS”超过 2 个字符。"


def test_a_value_may_hold_braces_and_is_not_read_as_a_message() -> None:
    for t in (EN, ZH):
        assert "{n} {0}" in t("{name} is deleted.", name="{n} {0}")


def test_what_is_not_in_the_catalogue_is_said_in_english() -> None:
    unheard_of = "A sentence that nobody has translated: {n}"  # no call speaks it

    assert ZH(unheard_of, n=1) == "A sentence that nobody has translated: 1"


def sentences_about(
    questionnaire: Questionnaire, result: Result, before: Result, lang: Lang
) -> Iterator[str]:
    """Everything that verdict and charts say of a result."""
    found = verdict(questionnaire, result, lang)
    yield from (found.headline, found.reason)
    for finding in (
        findings.profile_finding,
        findings.dimensions_finding,
        findings.evidence_finding,
    ):
        yield finding(questionnaire, result, lang)
    yield from filter(None, (step.held_by for step in band_steps(questionnaire, result, lang)))
    yield points(result.overall, before.overall, lang)
    yield overall_standing(questionnaire, result, lang)
    yield keys.rose_key(questionnaire, result, lang, wave_before="2026-Q2", targets=True)
    targets = dict.fromkeys((dimension.id for dimension in questionnaire.dimensions), 60.0)
    yield describe_rose(questionnaire, result, lang, before=before, targets=targets)
    yield describe_level_bars(questionnaire, result, lang)
    yield describe_claimed_and_evidenced(questionnaire, result, lang)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("asked", [data_trust, ferry_line])
def test_every_sentence_about_a_result_is_well_formed(
    asked: Callable[[], Questionnaire], seed: int
) -> None:
    questionnaire, random = asked(), Random(seed)
    now, before = (score(questionnaire, random_answers(random, questionnaire)) for _ in range(2))

    for sentence in sentences_about(questionnaire, now, before, "en"):
        assert not re.search(rf"[{HAN}]", sentence)
        assert not DOUBLED.search(sentence.replace(" –: ", " "))
        assert not re.search(r"; [A-Z]\w+ (is|are) ", sentence)
        assert not re.search(r"\b1 (questions|gates|points|dimensions)\b", sentence)
    for sentence in sentences_about(questionnaire, now, before, "zh"):
        assert not re.search(r"[A-Za-z]{2}", sentence)
        assert not ASCII_MARK_BESIDE_HAN.search(sentence.replace("**", ""))
        assert not SCRIPTS_TOUCH.search(sentence.replace("**", ""))
        assert not DOUBLED.search(sentence)


def test_a_language_tag_is_written_in_one_place() -> None:
    tag = HTML_LANG["zh"]
    modules = [path for path in PACKAGE.rglob("*.py") if tag in path.read_text(encoding="utf-8")]
    pages = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.html")]

    assert [path.name for path in modules] == ["i18n.py"]
    assert all(
        set(re.findall(r'lang="([^"]+)"', page)) == set(HTML_LANG.values()) for page in pages
    )
