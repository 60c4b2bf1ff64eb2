"""A pillar whose score its open questions contradict: its range stands in place of the number."""

from dashboard.scores_in_words import bounds_in_words
from tests.builders import all_at
from tests.views.material import begin, sheet
from tests.views.visiting import Tab


def test_where_open_questions_lie_far_from_a_pillars_score_its_range_is_shown_everywhere() -> None:
    assessment = begin(all_at(5, ST1_1=1, ST1_2=None, ST1_3=None))
    stewardship = sheet(assessment).result.pillar["ST"]
    assert stewardship.outside_bounds

    tab = Tab("results", assessment=assessment)

    range_ = bounds_in_words(stewardship, "en")
    sums = tab.app.table[1].value
    assert sums["Value"][2] == range_
    assert f"Stewardship · {range_}" in tab.text
    assert "The two pillars with a score are level" in tab.text
