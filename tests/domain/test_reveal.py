"""What a room's ratings come to: medians, agreement, order, and what an item closes with."""

from datetime import UTC, datetime

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.intraclass import Intraclass
from dashboard.domain.reveal import OVERALL, Counts, ItemReveal, reveal, settled
from dashboard.domain.workshop import Agreed, Ballot
from tests.builders import data_trust, ferry_line, worked_brand
from tests.domain.rater_vectors import (
    AGREEMENT,
    ICC,
    ICC_LISTS,
    LEAVE_ONE_OUT,
    LOWER_MEDIAN_SCORE,
    MATRIX,
    R_WG_J,
    SIX_DECIMALS,
)
from tests.domain.rooms import NA, ballot, items_named, one_item, ratings, shown

STEWARDSHIP = [item for item in data_trust().items if item.id.startswith("ST")]
WORKED = ["".join(map(str, row)) for row in MATRIX]


def about(value: float | None) -> object:
    return None if value is None else pytest.approx(value, abs=SIX_DECIMALS)


def test_the_worked_matrix_is_revealed_with_the_medians_of_the_method():
    found = shown(STEWARDSHIP, WORKED)

    assert [one.lower_median for one in found.items] == [3, 3, 3, 2, 3, 2, 2, 3, 3, 1, 2, 2]
    assert [one.item_id for one in found.items] == [item.id for item in STEWARDSHIP]
    assert found.participants == 6
    assert found.straight_liners == 0


def test_the_worked_matrix_is_revealed_with_the_scores_of_the_vector():
    found = shown(STEWARDSHIP, WORKED)

    assert found.result.pillar["ST"].score == about(LOWER_MEDIAN_SCORE)
    left_out = found.left_out["ST"]
    assert [left_out.low, left_out.high] == [about(value) for value in LEAVE_ONE_OUT]
    assert left_out.withheld == 0
    assert found.left_out[OVERALL].low is None, "the other pillars have no answers"
    assert found.left_out[OVERALL].withheld == 6


def test_the_worked_matrix_is_revealed_with_the_correlations_of_the_vector():
    found = shown(STEWARDSHIP, WORKED).intraclass

    assert found.icc_1
    assert found.icc_k
    assert found.icc_a_1
    assert found.icc_a_k
    assert found.icc_1.value == about(ICC["ICC(1)"])
    assert found.icc_k.value == about(ICC["ICC(k)"])
    assert found.icc_a_1.value == about(ICC["ICC(A,1)"])
    assert found.icc_a_k.value == about(ICC["ICC(A,k)"])
    assert found.icc_1.low
    assert found.icc_1.high
    interval = [found.icc_1.low.value, found.icc_1.high.value]
    assert interval == [about(value) for value in ICC_LISTS["ICC(1)_CI"]]


def test_the_worked_matrix_is_revealed_with_its_one_contested_item_first():
    found = shown(STEWARDSHIP, WORKED)

    assert [one.item_id for one in found.contested] == ["ST4.1"]
    assert found.by_disagreement[0].item_id == "ST4.1"
    assert (found.summary.judged, found.summary.agreed) == (12, 11)
    assert found.summary.r_wg_j_uniform == about(R_WG_J["rwgj_uniform"])


@pytest.mark.parametrize("name", AGREEMENT)
def test_an_item_is_revealed_with_the_agreement_of_the_vectors(name):
    vector = AGREEMENT[name]

    found = one_item("".join(map(str, vector["ratings"]))).agreement

    assert found
    assert found.variance == about(vector["var"])
    assert found.r_wg_uniform == about(vector["rwg_uniform"])
    assert found.r_wg_slight_skew == about(vector["rwg_slight_skew"])
    assert found.a_wg == about(vector["awg"])
    assert found.ad_m == about(vector["AD_M"])
    assert found.consensus == about(vector["Cns"])


@pytest.mark.parametrize(
    ("signs", "level"),
    [
        ("4", 4),
        ("24", 2),
        ("144", 4),
        ("1234", 2),
        ("4?", 4),  # exactly half name a level
        ("4??", None),
        ("24??", 2),
        ("24???", None),
        ("5x", 5),
        ("5xx", None),
        ("?", None),
        ("x", None),
        ("xxx", None),
        ("13?x", 1),
    ],
)
def test_ratings_come_to_the_lower_median_where_half_name_a_level(signs, level):
    expected = Answer.dont_know() if level is None else Answer.at(level)

    assert settled(ratings(signs)) == expected


def test_no_ratings_come_to_nothing():
    assert settled([]) is None


@pytest.mark.parametrize("signs", ["", "3", "33", "??", "3x", "-", "3-5", "--3-"])
def test_below_three_ratings_nothing_of_an_item_is_revealed(signs):
    rated = len(signs.replace("-", ""))

    assert one_item(signs) == ItemReveal(item_id="VE3.3", raters=rated)


def test_three_ratings_are_revealed_even_if_only_one_names_a_level():
    found = one_item("4?x-")

    assert found.raters == 3
    assert found.counts == Counts(levels=(0, 0, 0, 1, 0), dont_know=1, not_applicable=1)
    assert (found.counts.k, found.counts.raters) == (1, 3)
    assert found.lower_median == 4
    assert found.agreement
    assert not found.agreement.judged
    assert found.agreement.r_wg_uniform is None
    assert not found.contested
    assert found.proposed == Answer.dont_know()


def test_an_item_with_too_few_levels_is_not_judged_and_not_counted_as_agreed():
    found = shown(items_named(data_trust(), "ST1.1", "ST1.2"), ["33", "?3", "33"])

    assert (found.summary.judged, found.summary.agreed_share) == (1, 1.0)


@pytest.mark.parametrize(("signs", "mostly"), [("xx3", True), ("xx33", False), ("xxx33", True)])
def test_an_undiscussed_majority_of_does_not_apply_is_listed(signs, mostly):
    found = one_item(signs)

    assert found.mostly_not_applicable is mostly
    assert (found.closes_with == Answer.dont_know()) is mostly


def test_contested_items_come_first_then_what_mostly_does_not_apply_then_the_least_agreed():
    signs = {
        "VE1.1": "3---",
        "VE1.2": "3333",
        "VE1.3": "3334",
        "VE3.3": "xxx3",
        "ST1.1": "1135",
        "ST1.2": "1155",
    }
    rows = ["".join(row) for row in zip(*signs.values(), strict=True)]

    found = shown(items_named(data_trust(), *signs), rows)

    order = ["ST1.2", "ST1.1", "VE3.3", "VE1.3", "VE1.2", "VE1.1"]
    assert [one.item_id for one in found.by_disagreement] == order
    assert [one.item_id for one in found.contested] == order[:2]


def test_items_of_the_same_standing_stay_in_the_order_of_the_questionnaire():
    found = shown(STEWARDSHIP, ["3" * 12] * 4)

    assert found.by_disagreement == found.items


def test_an_agreed_level_takes_the_place_of_the_proposed_one():
    now = datetime(2026, 11, 24, tzinfo=UTC)
    agreed = {
        name: Agreed(item_id=name, answer=answer, agreed_at=now, agreed_by="ann")
        for name, answer in {"ST1.1": Answer.at(5), "ST1.2": NA}.items()
    }
    items = items_named(data_trust(), "ST1.1", "ST1.2", "ST1.3")

    first, hidden, other = shown(items, ["1-2", "1-2", "1-2"], agreed=agreed).items

    assert (first.proposed, first.closes_with) == (Answer.at(1), Answer.at(5))
    assert (hidden.proposed, hidden.closes_with) == (None, NA)
    assert other.closes_with == Answer.at(2)


def test_scores_are_of_the_ratings_and_elsewhere_of_what_stood_before():
    before = worked_brand()
    items = items_named(data_trust(), "ST1.1", "ST1.2")

    found = shown(items, ["5-", "5-", "5-"], before=before)

    expected = shown([], [], before={**before, "ST1.1": Answer.at(5)})
    assert found.result == expected.result
    assert found.left_out["ST"].low == found.left_out["ST"].high == found.result.pillar["ST"].score


@pytest.mark.parametrize("rows", [[], ["3" * 12], ["3" * 12, "4" * 12], ["-" * 12] * 5])
def test_a_room_that_is_empty_or_of_one_or_two_reveals_nothing(rows):
    before = worked_brand()

    found = shown(STEWARDSHIP, rows, before=before)

    assert all(one.counts is None and one.proposed is None for one in found.items)
    assert found.participants == sum("-" not in row for row in rows)
    assert found.straight_liners is None
    assert found.intraclass == Intraclass()
    assert found.summary.agreed_share is None
    assert found.left_out == {}
    assert found.result == shown([], [], before=before).result


def test_who_gave_nothing_is_no_rater():
    with_idle = shown(STEWARDSHIP, [*WORKED, "-" * 12])

    assert with_idle == shown(STEWARDSHIP, WORKED)


def test_the_order_of_the_ballots_changes_nothing():
    assert shown(STEWARDSHIP, WORKED[::-1]) == shown(STEWARDSHIP, WORKED)


def test_of_three_raters_each_is_left_out_once():
    (item,) = items_named(data_trust(), "ST1.1")

    found = shown([item], ["2", "3", "5"], before=worked_brand())

    alone = [
        shown([], [], before=worked_brand(ST1_1=level)).result.pillar["ST"].score
        for level in (2, 3)
    ]
    assert [found.left_out["ST"].low, found.left_out["ST"].high] == alone


def test_straight_liners_are_counted():
    found = shown(STEWARDSHIP, [*WORKED, "3" * 12, "5" * 12])

    assert found.straight_liners == 2


def test_items_of_two_three_and_seven_options_are_revealed_each_with_its_own():
    items = list(ferry_line().items)
    rows = ["".join(str(1 + n % len(item.options)) for item in items) for n in range(7)]

    found = shown(items, rows, questionnaire=ferry_line())

    for item, one in zip(items, found.items, strict=True):
        assert one.counts
        assert len(one.counts.levels) == len(item.options)
        assert one.counts.k == 7
        assert one.agreement
        assert one.agreement.options == len(item.options)
        assert one.agreement.r_wg_slight_skew is None
    assert {len(item.options) for item in items} == {2, 3, 7}
    assert found.summary.r_wg_j_star_slight_skew is None
    assert found.result.questionnaire == "ferry-line@1.0.0"


def test_correlations_are_of_the_items_with_the_commonest_number_of_options():
    items = list(ferry_line().items)
    common = max(
        {len(item.options) for item in items},
        key=lambda number: (sum(len(item.options) == number for item in items), number),
    )
    same = [item for item in items if len(item.options) == common]
    rows = [
        "".join(str(1 + n * k % len(item.options)) for k, item in enumerate(items))
        for n in range(5)
    ]
    alone = [
        "".join(sign for sign, item in zip(row, items, strict=True) if item in same) for row in rows
    ]

    found = shown(items, rows, questionnaire=ferry_line())

    assert found.intraclass == shown(same, alone, questionnaire=ferry_line()).intraclass


def test_what_an_item_no_longer_allows_is_no_rating():
    (item,) = items_named(data_trust(), "ST1.1")
    stale = [Ballot(role=None, answers={"ST1.1": Answer.at(9)})] * 3
    unknown = [Ballot(role=None, answers={"gone": Answer.at(1)})] * 3
    rest = [ballot([item], sign) for sign in "345"]

    found = reveal(data_trust(), [item], [*stale, *unknown, *rest], {}, {})

    assert found == reveal(data_trust(), [item], rest, {}, {})
