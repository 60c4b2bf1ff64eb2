import re

from hypothesis import given

from dashboard.charts.evidence import claimed_and_evidenced, describe_claimed_and_evidenced
from dashboard.domain.precision import whole
from dashboard.domain.scoring import score
from tests.builders import Short, answers, data_trust, worked_brand
from tests.charts.drawing import (
    BOTH,
    SEEDS,
    anything,
    column,
    drawn,
    evidenced,
    lettering,
    traces,
)


def graded(**others: Short):
    """Every item at level 4 on independent evidence, but for the dimensions named here."""
    given = {asked.id: others.get(asked.id[:3], (4, 3)) for asked in data_trust().items}
    return score(data_trust(), answers(given))


def test_both_scores_stand_in_their_row_and_a_line_joins_those_that_differ():
    figure = claimed_and_evidenced(data_trust(), graded(DU2=(5, 0)), "en")

    claimed, evidenced = traces(figure, "scatter")
    assert (claimed["x"][5], evidenced["x"][5]) == (100, 50)
    assert (claimed["x"][0], evidenced["x"][0]) == (75, 75)
    shapes = drawn(figure)["layout"]["shapes"]
    joins = [shape for shape in shapes if shape["type"] == "line" and shape["y0"] == shape["y1"]]
    assert [(join["x0"], join["x1"], join["y0"]) for join in joins] == [(50, 100, 5)]


def test_the_column_gives_both_scores_where_they_differ():
    figure = claimed_and_evidenced(data_trust(), graded(DU2=(5, 0)), "en")

    rows = column(figure)[-12:]

    assert rows[5] == "<b>100 → 50</b>"
    assert set(rows[:5] + rows[6:]) == {"same"}


def test_equal_distances_that_round_apart_are_told_by_their_ends():
    figure = claimed_and_evidenced(*evidenced((83.33, 75), (91.67, 83.33), (75, 73)), "en")

    assert column(figure)[-3:] == ["<b>83 → 75</b>", "<b>92 → 83</b>", "same"]


def test_without_a_grade_only_the_claim_is_drawn():
    figure = claimed_and_evidenced(data_trust(), score(data_trust(), worked_brand()), "en")

    claimed, evidenced = traces(figure, "scatter")
    assert len(claimed["x"]) == 12
    assert evidenced["x"] == []
    assert set(column(figure)[-12:]) == {"–"}


def test_a_dimension_without_a_score_has_words_instead_of_marks():
    result = score(data_trust(), answers({"VE1.1": (4, 1)}))

    figure = claimed_and_evidenced(data_trust(), result, "en")

    assert [trace["x"] for trace in traces(figure, "scatter")] == [[], []]
    assert lettering(figure).count("not enough answers") == 12


def test_the_words_say_how_many_claims_hold_and_where_the_gap_is_widest():
    said = describe_claimed_and_evidenced(data_trust(), graded(DU2=(5, 0), ST1=(4, 0)), "en")

    assert "Evidence supports the claim, within 2 points, for 10 of 12." in said
    assert "Widest gap: Helpful personalisation, 50 points." in said
    assert "Permission first, claimed 75, evidenced 50;" in said


def test_the_words_name_all_that_share_the_widest_gap():
    said = describe_claimed_and_evidenced(*evidenced((75, 60), (80, 65), (75, 74)), "en")

    assert "Widest gap: D1 and D2, 15 points." in said


@given(SEEDS)
def test_what_is_drawn_is_what_is_published_and_every_value_is_said(seed):
    questionnaire, result, _ = anything(seed)

    claimed, evidenced = traces(claimed_and_evidenced(questionnaire, result, "en"), "scatter")

    assert claimed["x"] == [d.score for d in result.dimensions if d.score is not None]
    assert evidenced["x"] == [d.evidenced for d in result.dimensions if d.evidenced is not None]
    for lang in BOTH:
        said = describe_claimed_and_evidenced(questionnaire, result, lang)
        numbers = set(re.findall(r"\d+", said))
        assert {str(whole(value)) for value in (*claimed["x"], *evidenced["x"])} <= numbers
        assert "None" not in said
