"""The examples of docs/method.md, each worked out by hand in the test."""

import pytest

from dashboard.domain.bands import Blocker, Gate
from dashboard.domain.result import Coverage
from dashboard.domain.scoring import score
from tests.builders import DK, NA, all_at, answers, data_trust, worked_brand


@pytest.mark.parametrize(
    ("level", "points", "band"),
    [
        (1, 0, "initial"),
        (2, 25, "developing"),
        (3, 50, "defined"),
        (4, 75, "managed"),
        (5, 100, "leading"),
    ],
)
def test_the_same_level_everywhere_gives_its_points_and_its_band(level, points, band):
    result = score(data_trust(), all_at(level))

    assert result.overall.score == points
    assert result.overall.average == points
    assert (result.overall.low, result.overall.high) == (points, points)
    assert {p.score for p in result.pillars} == {points}
    assert {d.score for d in result.dimensions} == {points}
    assert (result.band.raw, result.band.awarded) == (band, band)
    assert result.band.blocked_by == ()


def test_all_five_but_one_weak_critical_item():
    # ST4 = (25 + 100 + 100) / 3 = 75, ST = (3 * 100 + 75) / 4 = 93.75
    # A = (100 + 100 + 93.75) / 3 = 97.92, O = (97.92 + 93.75) / 2 = 95.83
    result = score(data_trust(), all_at(5, ST4_1=2))

    assert result.dimension["ST4"].score == 75
    assert result.pillar["ST"].score == 93.75
    assert result.overall.average == pytest.approx(293.75 / 3)
    assert result.overall.score == pytest.approx((293.75 / 3 + 93.75) / 2)
    assert result.band.raw == "leading"
    assert result.band.awarded == "defined"
    assert result.band.blocked_by == (
        blocked_by_st41("leading", needs=75, has=25),
        blocked_by_st41("managed", needs=50, has=25),
    )


def test_the_worked_brand():
    # VE = (58.33 + 58.33 + 62.5 + 41.67) / 4 = 55.21, DU = 46.875, ST = 35.42
    # A = 45.83, O = (45.83 + 35.42) / 2 = 40.625
    result = score(data_trust(), worked_brand())

    assert result.dimension["VE3"].score == pytest.approx((75 + 50) / 2)
    assert result.dimension["DU4"].score == pytest.approx((50 + 25) / 2)
    assert result.pillar["VE"].score == pytest.approx(662.5 / 12)
    assert result.overall.average == pytest.approx(550 / 12)
    assert result.overall.score == pytest.approx(40.625)


def test_the_worked_brand_is_held_at_developing_by_its_leak_response():
    band = score(data_trust(), worked_brand()).band

    assert band.raw == "defined"
    assert (band.secured, band.possible) == ("developing", "developing")
    assert (band.awarded, band.provisional) == ("developing", False)
    assert band.blocked_by == (blocked_by_st41("defined", needs=25, has=0),)


def test_the_worked_brand_has_one_gap_and_nothing_left_to_do():
    result = score(data_trust(), worked_brand())

    assert result.coverage == Coverage(
        items=36, applicable=35, answered=34, dont_know=1, not_applicable=1, unanswered=0
    )
    assert (result.knowledge_gaps, result.to_dos) == (("DU4.2",), ())
    assert result.overall.evidenced is None


def test_a_missing_answer_opens_the_bounds_of_all_that_holds_it():
    # DU4 lies between (50 + 0 + 25) / 3 = 25 and (50 + 100 + 25) / 3 = 58.33,
    # DU between (41.67 + 50 + 58.33 + 25) / 4 = 43.75 and 52.08
    result = score(data_trust(), worked_brand())

    assert result.dimension["DU4"].low == pytest.approx(25)
    assert result.dimension["DU4"].high == pytest.approx(175 / 3)
    assert result.pillar["DU"].low == pytest.approx(43.75)
    assert result.pillar["DU"].high == pytest.approx(625 / 12)
    assert result.dimension["DU1"].settled


def test_a_plan_for_leaks_lifts_the_worked_brand_to_defined():
    # ST4 = 25, ST = (50 + 33.33 + 41.67 + 25) / 4 = 37.5, A = 46.53, O = (46.53 + 37.5) / 2
    result = score(data_trust(), worked_brand(ST4_1=2))

    assert result.pillar["ST"].score == pytest.approx(37.5)
    assert result.overall.score == pytest.approx((558.3333333 / 12 + 37.5) / 2)
    assert round(result.overall.score or 0, 2) == 42.01
    assert result.band.awarded == "defined"


def test_hiding_three_weak_answers_raises_the_score_and_costs_the_band():
    # ST4 has one answer of three and is left out: ST = (50 + 37.5 + 41.67) / 3 = 43.06
    result = score(data_trust(), worked_brand(ST4_1=2, ST2_1=DK, ST4_2=DK, ST4_3=DK))

    assert result.dimension["ST4"].score is None
    assert result.pillar["ST"].score == pytest.approx(775 / 18)
    assert round(result.overall.score or 0, 2) == 45.72
    assert round(result.overall.low or 0, 2) == 37.33
    assert round(result.overall.high or 0, 2) == 53.30
    band = result.band
    assert (band.awarded, band.provisional) == (None, True)
    assert (band.secured, band.possible) == ("developing", "defined")


def test_all_four_but_an_unknown_leak_response_is_provisional():
    result = score(data_trust(), all_at(4, ST4_1=DK))

    assert result.overall.score == 75
    assert result.band.raw == "managed"
    assert (result.band.secured, result.band.possible) == ("developing", "managed")
    assert (result.band.awarded, result.band.provisional) == (None, True)


def test_a_dimension_needs_two_of_its_three_answers():
    two = score(data_trust(), all_at(4, ST1_1=None)).dimension["ST1"]
    one = score(data_trust(), all_at(4, ST1_1=None, ST1_2=DK)).dimension["ST1"]

    assert (two.score, two.published) == (75, True)
    assert (one.score, one.published) == (None, False)


def test_with_one_item_not_applicable_both_others_are_needed():
    both = score(data_trust(), all_at(4, VE3_3=NA)).dimension["VE3"]
    one = score(data_trust(), all_at(4, VE3_3=NA, VE3_1=None)).dimension["VE3"]

    assert both.score == 75
    assert one.score is None


def test_a_pillar_stands_on_three_of_its_four_dimensions():
    result = score(data_trust(), all_at(4, ST1_1=None, ST1_2=None))

    assert result.dimension["ST1"].score is None
    assert result.pillar["ST"].score == 75
    assert result.overall.score == 75


def test_a_pillar_does_not_stand_on_two_of_four_applicable_dimensions():
    result = score(data_trust(), all_at(4, ST1_1=None, ST1_2=None, ST2_1=None, ST2_2=None))

    assert result.pillar["ST"].score is None
    assert result.overall.score is None
    assert result.overall.average is None
    assert result.pillar["VE"].score == 75


def test_dimensions_that_do_not_apply_leave_the_pillar():
    # DU = (DU1 + DU4) / 2 = (41.67 + 37.5) / 2 = 39.58
    gone = answers({f"DU{d}.{i}": NA for d in (2, 3) for i in (1, 2, 3)})

    result = score(data_trust(), worked_brand() | gone)

    assert result.pillar["DU"].score == pytest.approx((125 / 3 + 37.5) / 2)
    assert round(result.pillar["DU"].score or 0, 2) == 39.58
    assert not result.dimension["DU2"].applicable


def test_a_pillar_of_which_three_quarters_do_not_apply_has_no_score():
    gone = answers({f"DU{d}.{i}": NA for d in (2, 3, 4) for i in (1, 2, 3)})

    result = score(data_trust(), all_at(4) | gone)

    assert result.dimension["DU1"].score == 75
    assert result.pillar["DU"].score is None
    assert result.overall.score is None


def test_a_point_on_the_weakest_pillar_is_worth_four_elsewhere():
    # (1 - a) / 3 + a against (1 - a) / 3 with a = 1/2: 2/3 against 1/6
    base = score(data_trust(), all_at(3, ST4_1=2)).overall.score or 0
    weakest = score(data_trust(), all_at(3)).overall.score or 0
    elsewhere = score(data_trust(), all_at(3, ST4_1=2, VE1_1=4)).overall.score or 0

    assert (weakest - base) / (elsewhere - base) == pytest.approx(4)


def test_claimed_and_evidenced_stand_side_by_side():
    # Claimed (75 + 100 + 75) / 3; counted min(75, 75), min(100, 50), min(75, 100)
    graded = answers({"ST1.1": (4, 1), "ST1.2": (5, 0), "ST1.3": (4, 2)})

    permission_first = score(data_trust(), graded).dimension["ST1"]

    assert permission_first.score == pytest.approx(250 / 3)
    assert permission_first.evidenced == pytest.approx(200 / 3)


def blocked_by_st41(band: str, *, needs: float, has: float) -> Blocker:
    return Blocker(band=band, gate=Gate.CRITICAL_ITEM, id="ST4.1", needs=needs, has=has)
