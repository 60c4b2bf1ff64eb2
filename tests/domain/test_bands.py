"""Bands of any number, the gates that hold them back, and thresholds that floats cannot hold."""

import pytest

from dashboard.domain.bands import Blocker, Gate
from dashboard.domain.scoring import score
from tests.builders import (
    NA,
    all_at,
    answers,
    changed,
    data_trust,
    dimension,
    item,
    pillar,
    small,
)
from tests.domain.three_pillars import three_pillars


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
