"""The fine print of scores: what is unpublished, what is null, what evidence supports."""

import pytest

from dashboard.domain.result import BandResult
from dashboard.domain.scoring import score
from tests.builders import NA, all_at, answers, data_trust, ferry_line, worked_brand
from tests.domain.three_pillars import numbers, three_pillars


class TestWhatIsUnpublished:
    def test_a_dimension_blocks_nothing_as_given_but_leaves_its_band_open(self):
        # ST2 has no score, so nothing of it fails the gates as given; at worst it is 0, and
        # ST = 75, A = 91.67, O = 83.33 is held at Defined by the gate of 25 for Managed.
        result = score(data_trust(), all_at(5, ST2_1=None, ST2_2=1, ST2_3=None))

        assert result.dimension["ST2"].score is None
        assert (result.band.raw, result.band.blocked_by) == ("leading", ())
        assert (result.band.secured, result.band.provisional) == ("defined", True)

    def test_a_dimension_with_answers_can_put_its_pillar_outside_the_bounds(self):
        # ST1 holds one answer, level 1: no score, but at best (0 + 100 + 100) / 3 = 66.67.
        # ST is 100 from the other three, yet at best (66.67 + 300) / 4 = 91.67.
        result = score(data_trust(), all_at(5, ST1_1=None, ST1_2=1, ST1_3=None))

        assert result.pillar["ST"].score == 100
        assert result.pillar["ST"].high == pytest.approx(1100 / 12)
        assert result.overall.score == 100
        assert (result.overall.high or 0) < 100

    def test_bounds_ignore_the_publish_rules(self):
        result = score(data_trust(), answers({"VE1.1": 5}))

        assert numbers(result.dimension["VE1"]) == pytest.approx((None, 100 / 3, 100, None))
        assert numbers(result.pillar["VE"]) == pytest.approx((None, 100 / 12, 100, None))
        # A = (8.33 + 0 + 0) / 3 = 2.78 and the weakest pillar 0: O = 1.39
        assert numbers(result.overall) == pytest.approx((None, 100 / 72, 100, None))

    def test_no_overall_score_means_no_average_and_no_bands(self):
        result = score(data_trust(), answers({"VE1.1": 5}))

        assert (result.overall.score, result.overall.average) == (None, None)
        assert result.band == BandResult()
        assert result.band.provisional is None

    def test_the_overall_has_no_bounds_where_a_pillar_that_counts_has_none(self):
        result = score(three_pillars(), answers({"A1.1": 5, "B1.1": 5, "C1.1": NA}))

        assert numbers(result.overall) == (None, None, None, None)
        assert numbers(result.pillar["A"]) == (100, 100, 100, None)

    def test_the_overall_keeps_its_bounds_where_a_pillar_of_weight_zero_has_none(self):
        result = score(three_pillars(C=0), answers({"A1.1": 5, "B1.1": 5, "C1.1": NA}))

        assert numbers(result.overall) == (100, 100, 100, None)


class TestEvidence:
    def test_without_any_grade_nothing_is_evidenced(self):
        result = score(data_trust(), all_at(5))

        assert not result.graded
        assert {e.evidenced for e in (*result.dimensions, *result.pillars)} == {None}
        assert result.overall.evidenced is None

    def test_one_grade_of_zero_makes_the_assessment_graded(self):
        # Every answer counts as grade 0, capped at 50.
        result = score(data_trust(), all_at(5) | answers({"VE1.1": (5, 0)}))

        assert result.graded
        assert {e.evidenced for e in (*result.dimensions, *result.pillars)} == {50}
        assert (result.overall.score, result.overall.evidenced) == (100, 50)

    def test_an_answer_without_a_grade_counts_as_grade_zero(self):
        # VE1.1 counts 100, VE1.2 and VE1.3 are capped at 50.
        graded = answers({"VE1.1": (5, 2), "VE1.2": 5, "VE1.3": 5})

        assert score(data_trust(), graded).dimension["VE1"].evidenced == pytest.approx(200 / 3)

    def test_an_unpublished_dimension_has_no_evidenced_score(self):
        result = score(data_trust(), answers({"VE1.1": (5, 2)}))

        assert numbers(result.dimension["VE1"]) == pytest.approx((None, 100 / 3, 100, None))

    def test_a_grade_does_not_move_the_claimed_score_or_the_band(self):
        graded = score(data_trust(), worked_brand() | answers({"VE1.1": (4, 0)}))
        plain = score(data_trust(), worked_brand())

        assert graded.overall.score == plain.overall.score
        assert graded.band == plain.band

    @pytest.mark.parametrize(
        ("level", "cap", "counted"),
        [
            (3, 100, 90),  # nothing is capped
            (3, 90, 90),  # the cap itself counts
            (3, 89.99, 40),  # the best option below the cap
            (3, 60, 40),
            (3, 40, 40),
            (2, 60, 40),  # claimed lower than the cap
            (1, 60, 10),
            (3, 5, 10),  # no option is so low: the lowest one
            (1, 0, 10),
        ],
    )
    def test_a_cap_between_two_options_counts_the_better_one_below(self, level, cap, counted):
        camera_signs = ferry_line().items_by_id["CR1.2"]

        assert camera_signs.capped(level, cap) == counted

    def test_a_cap_on_a_falling_scale_counts_by_score_not_by_place(self):
        asked = ferry_line().items_by_id["BK1.1"]

        assert [asked.capped(level, 60) for level in (1, 2, 3)] == [50, 50, 0]

    def test_a_cap_written_with_few_decimals_reaches_its_option(self):
        # The sixth of seven equal steps scores 83.33333333333333.
        agreement = ferry_line().items_by_id["BK1.2"]

        assert agreement.capped(7, 83.3333333333) == pytest.approx(500 / 6)
