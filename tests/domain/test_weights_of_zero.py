"""What has the weight 0 leaves the means, is shown all the same, and its gates hold."""

from dashboard.domain.bands import Blocker, Gate
from dashboard.domain.scoring import score
from tests.builders import DK, NA, answers, dimension, item, pillar, small
from tests.domain.three_pillars import GATED_BANDS, numbers, three_pillars


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
        bands=GATED_BANDS,
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
        bands=GATED_BANDS,
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
