"""What is still open, by dimension, on Review and on Results; and every item below its pillar."""

from collections.abc import Mapping

from dashboard.domain.answer import Answer, State
from tests.builders import NA, all_at, data_trust
from tests.views.material import begin
from tests.views.visiting import Tab

DU2 = ("DU2.1", "DU2.2", "DU2.3")


def tab_at(assessment: str, dimension: str) -> Tab:
    return Tab("assess", assessment=assessment, dimension=dimension, lang="en")


def test_a_dimension_is_named_once_with_its_open_questions_below() -> None:
    assessment = begin(all_at(3, VE1_1=None, VE1_3=None, ST4_1=None, VE2_1="DK"))

    for tab, to_do, gap in (
        (tab_at(assessment, "review"), "review-to-do", "review-gap"),
        (Tab("results", assessment=assessment, lang="en"), "to-do", "gap"),
    ):
        assert tab.keys(f"{to_do}-") == [f"{to_do}-VE1", f"{to_do}-ST4"]
        assert tab.keys(f"{gap}-") == [f"{gap}-VE2"]
        items = data_trust().items_by_id
        assert all(items[i].question.en in tab.text for i in ("VE1.1", "VE1.3", "ST4.1", "VE2.1"))
        tab.press(f"{to_do}-ST4")
        assert (tab.path, tab.address["dimension"]) == ("assess", "ST4")


def test_a_reason_that_a_dimension_has_in_common_is_said_once() -> None:
    reason = "We keep nothing."
    marked = {item: Answer.not_applicable(reason) for item in DU2}
    tab = tab_at(begin(all_at(3) | marked), "review")
    assert tab.text.count(reason) == 1

    marked["DU2.3"] = Answer.not_applicable("Another one.")
    tab = tab_at(begin(all_at(3) | marked, brand="Other"), "review")
    assert (tab.text.count(reason), tab.text.count("Another one.")) == (2, 1)


def test_only_where_nothing_is_open_is_completing_the_first_thing_to_do() -> None:
    def primary(brand: str, given: Mapping[str, Answer]) -> list[str]:
        review = tab_at(begin(given, brand=brand), "review")
        return [b.key or "" for b in review.app.button if b.proto.type == "primary"]

    assert primary("All levels", all_at(3)) == ["complete"]
    assert primary("One missing", all_at(3, VE1_1=None)) == ["to-open"]
    assert primary("One unknown", all_at(3, VE1_1="DK")) == ["to-open"]
    assert primary("One apart", all_at(3, VE3_3=NA)) == ["complete"]


def test_what_is_open_is_led_to_the_unanswered_first() -> None:
    assessment = begin(all_at(3, VE1_1="DK", ST4_1=None))

    assert tab_at(assessment, "review").press("to-open").address["dimension"] == "ST4"


def test_every_item_stands_with_answer_score_weight_and_evidence() -> None:
    given = all_at(3, VE3_1=None, VE3_2="DK", VE3_3=NA)
    given["VE1.1"] = Answer(state=State.LEVEL, level=4, evidence=1)
    tab = Tab("results", assessment=begin(given), lang="en")
    statement = data_trust().items_by_id["VE1.1"].option(4).text.en
    assert statement not in tab.text

    tab.open("items-VE-en")

    lines = tab.text.splitlines()
    start = lines.index(statement)
    assert lines[start - 1] == f"**{data_trust().items_by_id['VE1.1'].question.en}**"
    assert lines[start + 1] == "75 · weight 1 · A document was seen"
    assert lines[lines.index("I don't know") + 1] == "weight 1"
    assert lines[lines.index("No answer") + 1] == "weight 1"
    assert "Does not apply to us: " in tab.text


def test_a_critical_item_is_marked_as_such() -> None:
    tab = Tab("results", assessment=begin(all_at(3)), lang="en").open("items-ST-en")

    marked = [line for line in tab.text.splitlines() if ":gray-badge[critical]" in line]
    critical = [item for item in data_trust().items if item.critical and item.id.startswith("ST")]
    assert len(marked) == len(critical) > 0
