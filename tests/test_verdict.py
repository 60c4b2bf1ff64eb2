"""What a result comes to, in sentences: true in every state there is, in both languages."""

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.bands import Gate
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.scoring import score
from dashboard.domain.text import Lang
from dashboard.scores_in_words import overall_standing
from dashboard.verdict import (
    Verdict,
    coverage_in_words,
    decisive_blocker,
    gate_in_words,
    support_in_words,
    verdict,
)
from tests.builders import (
    DK,
    NA,
    Short,
    all_at,
    answers,
    data_trust,
    dimension,
    ferry_line,
    item,
    pillar,
    small,
    worked_brand,
)

BOTH: tuple[Lang, ...] = ("en", "zh")
REACHED = "Nothing holds the band back: the overall score reaches it, and every gate is met."
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


def said(
    given: dict[str, Answer], lang: Lang = "en", *, of: Questionnaire | None = None
) -> Verdict:
    questionnaire = of or data_trust()
    return verdict(questionnaire, score(questionnaire, given), lang)


def result(*missing: str, **others: Short) -> Result:
    """Every item at level 3 but the named ones."""
    named = answers({name.replace("_", "."): short for name, short in others.items()})
    given = all_at(3) | named
    return score(data_trust(), {id_: one for id_, one in given.items() if id_ not in missing})


def test_the_worked_brand_is_held_by_its_missing_plan() -> None:
    found = said(worked_brand())

    assert found.headline == "No plan for a data leak holds you at Developing"
    assert found.reason == (
        "Your answers together reach Defined. One critical answer, “A response shaped by "
        "customers”, is at Initial, and until that changes the band can be Developing at most."
    )


def test_the_worked_brand_is_held_in_chinese_too() -> None:
    found = said(worked_brand(), "zh")

    assert found.headline == "没有数据泄露预案，停留在“发展”级"
    assert found.reason.startswith("您的答案总体达到“规范”级。但关键题“以客户为本的应对”")


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("lang", BOTH)
def test_answers_all_at_one_level_make_you_that_band(level: int, lang: Lang) -> None:
    assert data_trust().bands[level - 1].name.get(lang) in said(all_at(level), lang).headline


def test_nothing_holds_a_band_whose_gates_are_all_met() -> None:
    assert said(all_at(4)) == Verdict("Your answers make you Managed", REACHED)


def test_an_open_critical_question_makes_the_band_provisional() -> None:
    assert said(all_at(3, ST4_1=None)) == Verdict(
        "Provisional: between Developing and Defined",
        "The answers so far reach Defined. What is still open decides where between "
        "Developing and Defined the band will be.",
    )


def test_an_open_question_that_decides_nothing_leaves_the_band_alone() -> None:
    assert said(all_at(1, ST4_1=DK)) == Verdict("Your answers make you Initial", REACHED)


def test_without_enough_answers_the_pillars_are_named_and_what_is_open_is_counted() -> None:
    given = {id_: one for id_, one in all_at(3).items() if id_[:2] == "VE"}

    assert said(given) == Verdict(
        "Not enough answers for a score yet",
        "An overall score needs every pillar. Data use and Stewardship cannot be scored yet. "
        "24 questions are open.",
    )


def test_one_open_question_is_one() -> None:
    questionnaire = small(pillar("P", dimension("D", item("I.1"))))

    assert "1 question is open." in said({}, of=questionnaire).reason


def test_where_too_little_applies_no_answer_is_asked_for() -> None:
    apart = answers({f"VE{d}.{n}": NA for d in (1, 2, 3) for n in (1, 2, 3)})
    found = said(all_at(3) | apart)

    assert found.headline == "Too little applies for a score"
    assert found.reason == (
        "An overall score needs every pillar, and too little of Value exchange applies."
    )


@pytest.mark.parametrize("lang", BOTH)
def test_where_nothing_applies_there_is_nothing_to_score(lang: Lang) -> None:
    given = answers({one.id: NA for one in data_trust().items})

    found = said(given, lang)

    headline = {"en": "Nothing here applies to this brand", "zh": "没有适用于该品牌的题目"}
    assert found.headline == headline[lang]
    result = score(data_trust(), given)
    assert overall_standing(data_trust(), result, lang) == "–"
    assert support_in_words(result, lang) == ""
    apart = {"en": "nothing to answer, 36 do not apply", "zh": "无需作答，36 题不适用"}
    assert coverage_in_words(result, lang) == apart[lang]


def test_a_dimension_that_holds_the_band_is_named_with_what_it_lacks() -> None:
    assert said(all_at(4, ST2_1=1, ST2_2=1, ST2_3=1)) == Verdict(
        "Customer control holds you at Defined",
        "Your answers together reach Managed. Customer control has 0 where 25 is needed, and until "
        "that changes the band can be Defined at most.",
    )


def test_a_pillar_that_holds_the_band_is_named_with_what_it_lacks() -> None:
    questionnaire = small(
        pillar("P1", dimension("D1", item("D1.1")), weight=9),
        pillar("P2", dimension("D2", item("D2.1"))),
        imbalance=0,
    )
    found = said(answers({"D1.1": 5, "D2.1": 2}), of=questionnaire)

    assert found.headline == "P2 holds you at Defined"
    assert "P2 has 25 where 63 is needed" not in found.reason
    assert "P2 has 25 where 38 is needed" in found.reason


def test_a_missing_critical_answer_is_said_to_be_missing() -> None:
    found = result("ST4.1")
    blocker = decisive_blocker(found)

    assert (blocker.gate, blocker.id, blocker.has) == (Gate.CRITICAL_ITEM, "ST4.1", None)
    assert gate_in_words(data_trust(), blocker, "en") == (
        "One critical question, “A response shaped by customers”, has no answer"
    )


def test_an_answer_holds_the_band_before_a_missing_one_does() -> None:
    found = said(all_at(3, VE2_3=None, ST4_1=1))

    assert found.headline == "No plan for a data leak holds you at Developing"
    assert found.reason.endswith("1 more gate keeps you below Defined.")


def test_several_gates_are_counted_each_once() -> None:
    found = said(all_at(4, VE2_3=1, ST3_1=2, ST4_1=1))

    assert found.headline == "No freedom to say no holds you at Developing"
    assert found.reason.endswith("2 more gates keep you below Managed.")


def test_a_critical_answer_above_the_lowest_is_called_by_its_question() -> None:
    found = said(all_at(4, ST4_1=2))

    assert found.headline == "“A response shaped by customers” holds you at Defined"
    assert "is at Developing, and until that changes" in found.reason


@pytest.mark.parametrize("lang", BOTH)
def test_a_questionnaire_of_another_shape_speaks_of_its_own_bands_and_levels(lang: Lang) -> None:
    best = said(answers(FERRY_ITEMS), lang, of=ferry_line())
    held = said(answers(FERRY_ITEMS | {"BK1.1": 3}), lang, of=ferry_line())

    assert {"en": "Safely moored", "zh": "靠岸"}[lang] in best.headline
    assert (
        held.headline
        == {
            "en": "“Only what a ticket needs” holds you at Casting off",
            "zh": "“只问票务所需”使您停留在“起航”级",
        }[lang]
    )
    assert {"en": "is at level 3", "zh": "第 3 级"}[lang] in held.reason


def test_a_gate_missed_by_a_hair_is_not_given_two_equal_figures() -> None:
    questionnaire = small(
        pillar("P1", dimension("D1", item("D1.1")), weight=9),
        pillar("P2", dimension("D2", item("D2.1", (0, 37.4)))),
        imbalance=0,
    )
    found = score(questionnaire, answers({"D1.1": 5, "D2.1": 2}))
    blocker = decisive_blocker(found).model_copy(update={"needs": 37.4, "has": 37.0})

    assert gate_in_words(questionnaire, blocker, "en") == (
        "P2 lies just below the 37 that is needed"
    )
