"""The fine print of scores: weights of 0, what is unpublished, nulls, grades, caps, bands."""

import pytest

from dashboard.domain.bands import Blocker, Gate
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import BandResult, Estimate
from dashboard.domain.scoring import score
from tests.builders import (
    DK,
    NA,
    all_at,
    answers,
    changed,
    data_trust,
    dimension,
    ferry_line,
    item,
    pillar,
    small,
    worked_brand,
)

LAST_GATES = [
    {"key": "open", "from": 0},
    {"key": "good", "from": 50, "pillar": 40, "dimension": 30, "critical": 20},
]


def three_pillars(**weights: float) -> Questionnaire:
    """Pillars A, B and C of one dimension of one item each: A1 holds A1.1."""
    return small(
        *(
            pillar(p, dimension(f"{p}1", item(f"{p}1.1")), weight=weights.get(p, 1))
            for p in ("A", "B", "C")
        ),
        bands=LAST_GATES,
    )


class TestAPillarOfWeightZero:
    def test_leaves_the_mean_and_the_weakest_pillar(self):
        # A = (100 + 50) / 2 = 75, O = (75 + 50) / 2 = 62.5; C with 0 pulls nothing.
        result = score(three_pillars(C=0), answers({"A1.1": 5, "B1.1": 3, "C1.1": 1}))

        assert (result.overall.average, result.overall.score) == (75, 62.5)

    def test_leaves_the_publish_rule_of_the_overall_score(self):
        result = score(three_pillars(C=0), answers({"A1.1": 5, "B1.1": 3}))

        assert result.overall.score == 62.5
        assert (result.overall.low, result.overall.high) == (62.5, 62.5)

    def test_is_shown_with_its_score_and_bounds(self):
        result = score(three_pillars(C=0), answers({"A1.1": 5, "B1.1": 3, "C1.1": 2}))

        shown = result.pillar["C"]
        assert (shown.score, shown.low, shown.high, shown.counts) == (25, 25, 25, False)

    def test_holds_the_band_by_its_gates(self):
        result = score(three_pillars(C=0), answers({"A1.1": 5, "B1.1": 3, "C1.1": 2}))

        assert result.band.raw == "good"
        assert result.band.awarded == "open"
        assert result.band.blocked_by == (
            Blocker(band="good", gate=Gate.PILLAR, id="C", needs=40, has=25),
            Blocker(band="good", gate=Gate.DIMENSION, id="C1", needs=30, has=25),
        )

    def test_makes_the_band_provisional_while_it_is_unanswered(self):
        band = score(three_pillars(C=0), answers({"A1.1": 5, "B1.1": 3})).band

        assert (band.secured, band.possible, band.provisional) == ("open", "good", True)

    def test_blocks_nothing_where_it_does_not_apply(self):
        band = score(three_pillars(C=0), answers({"A1.1": 5, "B1.1": 3, "C1.1": NA})).band

        assert (band.awarded, band.blocked_by) == ("good", ())


class TestADimensionOfWeightZero:
    questionnaire = small(
        pillar("A", dimension("A1", item("A1.1")), dimension("A2", item("A2.1"), weight=0)),
        bands=LAST_GATES,
    )

    def test_is_shown_and_leaves_the_pillar(self):
        result = score(self.questionnaire, answers({"A1.1": 4, "A2.1": 1}))

        assert result.dimension["A2"].score == 0
        assert result.pillar["A"].score == 75

    def test_leaves_the_publish_rules_and_bounds_of_the_pillar(self):
        result = score(self.questionnaire, answers({"A1.1": 4}))

        assert numbers(result.pillar["A"]) == (75, 75, 75, None)

    def test_cannot_publish_a_pillar_alone(self):
        result = score(self.questionnaire, answers({"A1.1": NA, "A2.1": 4}))

        assert numbers(result.pillar["A"]) == (None, None, None, None)

    def test_holds_the_band_by_its_gate(self):
        band = score(self.questionnaire, answers({"A1.1": 4, "A2.1": 2})).band

        assert band.blocked_by == (
            Blocker(band="good", gate=Gate.DIMENSION, id="A2", needs=30, has=25),
        )


class TestAnItemOfWeightZero:
    questionnaire = small(
        pillar("A", dimension("A1", item("I1"), item("I2", weight=0, critical=True))),
        bands=LAST_GATES,
    )

    def test_leaves_score_and_bounds_of_its_dimension(self):
        result = score(self.questionnaire, answers({"I1": 4, "I2": 1}))

        assert numbers(result.dimension["A1"]) == (75, 75, 75, None)

    def test_counts_in_the_coverage(self):
        coverage = score(self.questionnaire, answers({"I1": 4, "I2": DK})).coverage

        assert (coverage.items, coverage.answered, coverage.dont_know) == (2, 1, 1)

    def test_cannot_publish_a_dimension_alone(self):
        result = score(self.questionnaire, answers({"I2": 5}))

        assert numbers(result.dimension["A1"]) == (None, 0, 100, None)

    def test_leaves_a_dimension_that_does_not_apply_without_it(self):
        result = score(self.questionnaire, answers({"I1": NA, "I2": 5}))

        assert numbers(result.dimension["A1"]) == (None, None, None, None)
        assert not result.dimension["A1"].applicable

    def test_holds_the_band_if_it_is_critical(self):
        band = score(self.questionnaire, answers({"I1": 4, "I2": 1})).band

        assert band.blocked_by == (
            Blocker(band="good", gate=Gate.CRITICAL_ITEM, id="I2", needs=20, has=0),
        )


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


class TestCriticalItems:
    def test_one_without_an_answer_blocks_and_has_none(self):
        band = score(data_trust(), all_at(4, ST4_1=None)).band

        assert band.blocked_by == (
            Blocker(band="managed", gate=Gate.CRITICAL_ITEM, id="ST4.1", needs=50, has=None),
            Blocker(band="defined", gate=Gate.CRITICAL_ITEM, id="ST4.1", needs=25, has=None),
        )

    def test_one_that_does_not_apply_blocks_nothing(self):
        band = score(data_trust(), all_at(5, ST3_1=NA)).band

        assert (band.awarded, band.blocked_by) == ("leading", ())

    def test_every_failed_gate_is_listed_once_for_each_band_tried(self):
        # All 5 but ST1 at level 1: ST = 75, A = 91.67, O = 83.33, which is Managed.
        band = score(data_trust(), all_at(5, ST1_1=1, ST1_2=1, ST1_3=1)).band

        assert band.raw == "managed"
        assert band.awarded == "developing"
        assert [(b.band, b.gate, b.id) for b in band.blocked_by] == [
            ("managed", Gate.DIMENSION, "ST1"),
            ("managed", Gate.CRITICAL_ITEM, "ST1.1"),
            ("defined", Gate.CRITICAL_ITEM, "ST1.1"),
        ]


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


class TestNumbersOfBands:
    def test_a_single_band_is_awarded_to_everyone(self):
        questionnaire = changed(data_trust(), bands=[{"key": "only", "from": 0}])

        for level in (1, 5):
            band = score(questionnaire, all_at(level)).band
            assert (band.raw, band.awarded, band.provisional) == ("only", "only", False)

    def test_two_bands_part_at_the_threshold(self):
        bands = [{"key": "below", "from": 0}, {"key": "above", "from": 50}]
        questionnaire = changed(data_trust(), bands=bands)

        assert score(questionnaire, all_at(2)).band.awarded == "below"
        assert score(questionnaire, all_at(3)).band.awarded == "above"

    def test_seven_bands_are_stepped_down_one_by_one(self):
        # Bands from 0, 10, ... 60; each but the first needs its own start of every critical item.
        bands = [{"key": "b0", "from": 0}]
        bands += [{"key": f"b{n}", "from": 10 * n, "critical": 10 * n} for n in range(1, 7)]
        questionnaire = changed(data_trust(), bands=bands)

        band = score(questionnaire, all_at(5, ST4_1=2)).band

        assert (band.raw, band.awarded) == ("b6", "b2")
        assert [block.band for block in band.blocked_by] == ["b6", "b5", "b4", "b3"]


class TestImbalance:
    scores = answers({"A1.1": 5, "B1.1": 5, "C1.1": 1})

    @pytest.mark.parametrize(("alpha", "overall"), [(0, 200 / 3), (0.5, 100 / 3), (1, 0)])
    def test_it_moves_the_overall_from_the_mean_to_the_weakest_pillar(self, alpha, overall):
        questionnaire = changed(three_pillars(), imbalance=alpha)

        assert score(questionnaire, self.scores).overall.score == pytest.approx(overall)


class TestThresholds:
    def test_sums_of_weights_that_floats_cannot_hold_still_reach_the_minimum(self):
        # 0.1 + 0.2 of 0.1 + 0.2 + 0.2 is 60 %, though in floats 0.30000000000000004 / 0.5.
        weights = {"I1": 0.1, "I2": 0.2, "I3": 0.2}
        asked = dimension("D", *(item(name, weight=w) for name, w in weights.items()))
        questionnaire = small(pillar("P", asked))

        assert score(questionnaire, answers({"I1": 4, "I2": 4})).dimension["D"].published
        assert not score(questionnaire, answers({"I2": 4})).dimension["D"].published

    def test_a_score_just_under_a_threshold_by_rounding_alone_reaches_it(self):
        # Seven items of weight 0.1 at 37.5 each may sum to 37.49999999999999.
        items = [item(f"I{n}", [0, 37.5, 100], weight=0.1 + n / 7) for n in range(7)]
        questionnaire = small(pillar("P", dimension("D", *items)))

        result = score(questionnaire, answers({f"I{n}": 2 for n in range(7)}))

        assert result.band.awarded == "defined"


def numbers(estimate: Estimate) -> tuple[float | None, ...]:
    return estimate.score, estimate.low, estimate.high, estimate.evidenced
