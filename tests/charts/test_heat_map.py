"""The map of the portfolio: its cells, its words, and the sentence above it."""

import re

from hypothesis import given

from dashboard.charts.heat_map import describe_heat_map, heat_map
from dashboard.charts.ink import BAND_FILLS, BAND_INKS, CLEAR, MUTED
from dashboard.charts.portfolio import OVERALL, BrandRow, portfolio_finding, score_in
from dashboard.domain.answer import Answer
from dashboard.domain.precision import whole
from dashboard.domain.scoring import score
from tests.builders import NA, all_at, answers, data_trust, ferry_line, worked_brand
from tests.charts.drawing import BOTH, SEEDS, Drawn, anything, drawn, scored_pillars, traces


def row(name: str, given_: dict[str, Answer]) -> BrandRow:
    return BrandRow(name, score(data_trust(), given_))


WORKED = row("Northwind Outfitters", worked_brand())
LEADING = row("Best", all_at(5))
UNANSWERED = row("Late", {})


def rectangles(figure: object) -> list[Drawn]:
    return list(drawn(figure)["layout"]["shapes"])


def words_in(figure: object) -> list[Drawn]:
    """The lettering of the cells; the heads of the columns stand on the paper's edge."""
    notes = drawn(figure)["layout"]["annotations"]
    return [note for note in notes if note.get("yref") != "paper"]


def test_every_cell_says_its_band_and_its_integer_on_the_fill_of_the_band():
    figure = heat_map(data_trust(), [WORKED, LEADING], "en")

    assert [note["text"] for note in words_in(figure)] == [
        "<b>Developing</b><br>41 · held",
        "<b>Defined</b><br>55",
        "<b>Defined</b><br>47",
        "<b>Developing</b><br>35",
        *["<b>Leading</b><br>100"] * 4,
    ]
    fills = [shape["fillcolor"] for shape in rectangles(figure)]
    assert fills[:4] == [BAND_FILLS[1], BAND_FILLS[2], BAND_FILLS[2], BAND_FILLS[1]]
    assert set(fills[4:]) == {BAND_FILLS[4]}
    inks = [note["font"]["color"] for note in words_in(figure)]
    assert inks[:2] == [BAND_INKS[1], BAND_INKS[2]]


def test_what_has_no_score_has_no_fill_a_dotted_edge_and_words():
    figure = heat_map(data_trust(), [UNANSWERED], "en")

    assert {shape["fillcolor"] for shape in rectangles(figure)} == {CLEAR}
    assert {shape["line"]["dash"] for shape in rectangles(figure)} == {"dot"}
    assert {note["text"] for note in words_in(figure)} == {"Not enough<br>answers"}
    assert {note["font"]["color"] for note in words_in(figure)} == {MUTED}


def test_a_provisional_band_is_not_shown_as_one():
    open_gate = row("Open", all_at(3, ST4_1="DK"))

    first = words_in(heat_map(data_trust(), [open_gate], "en"))[0]

    assert first["text"] == "Provisional"
    said = describe_heat_map(data_trust(), [open_gate], "en")
    assert "Overall, Provisional, Developing to Defined" in said
    assert open_gate.result.overall.score is not None
    assert score_in(open_gate.result, OVERALL) is None


def test_a_pillar_of_which_nothing_applies_says_so():
    nothing = {i.id: NA for i in data_trust().items if i.id.startswith("VE")}
    given_ = all_at(4) | answers(nothing)

    cells = words_in(heat_map(data_trust(), [row("Part", given_)], "en"))

    assert cells[1]["text"] == "Does not<br>apply"


def test_the_invisible_points_follow_the_cells_row_by_row():
    (points,) = traces(heat_map(data_trust(), [WORKED, LEADING], "en"), "scatter")

    assert list(zip(points["x"], points["y"], strict=True)) == [
        (x, y) for y in range(2) for x in range(4)
    ]
    unseen = [points[key]["marker"]["opacity"] for key in ("selected", "unselected")]
    assert [points["marker"]["opacity"], *unseen] == [0, 0, 0]
    assert points["customdata"][0][0] == "Northwind Outfitters · Overall"
    assert points["customdata"][0][1] == "Developing · 41 · held"


def test_rows_grow_with_the_brands_and_long_names_are_cut():
    one, two = (heat_map(data_trust(), [WORKED] * n, "en") for n in (1, 2))

    layouts = [drawn(figure)["layout"] for figure in (one, two)]
    assert layouts[1]["height"] - layouts[0]["height"] == 74
    assert layouts[0]["yaxis"]["ticktext"] == ["Northwind<br>Outfitters"]


def test_the_brand_that_is_on_the_card_stands_out_by_its_name_alone():
    plain, chosen = (heat_map(data_trust(), [WORKED, LEADING], "en", on_card=n) for n in (None, 1))

    assert drawn(chosen)["layout"]["yaxis"]["ticktext"][1] == "<b>Best</b>"
    assert drawn(plain)["layout"]["yaxis"]["ticktext"][1] == "Best"
    assert rectangles(chosen) == rectangles(plain)


def test_no_markup_of_a_name_reaches_the_figure():
    evil = row("<a href='x'>#000001</a>", all_at(3))

    figure = heat_map(data_trust(), [evil], "en")

    texts = drawn(figure)["layout"]["yaxis"]["ticktext"][0], str(traces(figure, "scatter"))
    assert not any("<a" in text or "#000001" in text.split("customdata")[-1] for text in texts)


def test_the_words_give_every_cell_of_every_brand():
    said = describe_heat_map(data_trust(), [WORKED, UNANSWERED], "en")

    assert said.startswith("Heat map of 2 brands by pillar; every cell says its band.")
    assert (
        "Northwind Outfitters: Overall, Developing, 41, held; Value exchange, Defined, 55; "
        "Data use, Defined, 47; Stewardship, Developing, 35." in said
    )
    assert "Late: Overall, Not enough answers; " in said
    assert said.endswith("Leading from 88.")


def test_a_cell_of_many_columns_breaks_the_name_of_its_band():
    questionnaire, result = scored_pillars(60, 20, 40, 60, 80, 100, 0)

    texts = [
        note["text"] for note in words_in(heat_map(questionnaire, [BrandRow("A", result)], "en"))
    ]

    assert all(len(line) <= 7 for text in texts for line in re.sub("</?b>", "", text).split("<br>"))


def test_the_finding_names_the_pillar_that_is_weakest_most_often():
    def finding(*rows: BrandRow) -> str:
        return portfolio_finding(data_trust(), rows, "en")

    assert finding(WORKED) == "Stewardship is the weakest pillar"
    assert finding(WORKED, WORKED) == "Stewardship is weakest in every brand"
    assert finding(WORKED, LEADING) == "Stewardship is weakest in 1 of 2 brands"
    assert finding(WORKED, WORKED, UNANSWERED) == (
        "Stewardship is weakest in every brand with a whole profile"
    )
    assert finding(WORKED, UNANSWERED) == (
        "Stewardship is weakest in the one brand with a whole profile"
    )
    assert finding(LEADING) == "No pillar is clearly the weakest"
    assert finding(UNANSWERED) == "No brand has enough answers for its whole profile yet"


def test_pillars_that_are_weakest_equally_often_are_none_of_them_singled_out():
    def finding(*lowest: int) -> str:
        profiles = [[20 if n == low else 80 for n in range(3)] for low in lowest]
        scored_ = [scored_pillars(*profile) for profile in profiles]
        rows = [BrandRow("A", result) for _, result in scored_]
        return portfolio_finding(scored_[0][0], rows, "en")

    tied = "No pillar is the weakest in most brands"
    assert finding(0, 2) == tied
    assert finding(0, 0, 1, 1, 2) == tied
    assert finding(0, 0, 0, 1, 1, 2) == "P1 is weakest in 3 of 6 brands"
    assert finding(0, 1, 1) == "P2 is weakest in 2 of 3 brands"


def test_pillars_that_are_about_the_same_are_not_told_apart():
    questionnaire, result = scored_pillars(40, 42, 80)

    assert score_in(result, "P1") == 40
    found = portfolio_finding(questionnaire, [BrandRow("A", result)], "en")
    assert found == "No pillar is clearly the weakest"


def test_of_one_pillar_alone_none_is_the_weakest():
    questionnaire, result = scored_pillars(40)

    found = portfolio_finding(questionnaire, [BrandRow("A", result)], "en")
    assert found == "P1, brand by brand"


def test_another_questionnaire_has_its_own_columns_and_bands():
    result = score(ferry_line(), {})

    layout = drawn(heat_map(ferry_line(), [BrandRow("A", result)], "zh"))["layout"]

    assert len(layout["shapes"]) == 1 + len(ferry_line().pillars)


@given(SEEDS)
def test_what_is_drawn_is_what_is_published_and_every_value_is_said(seed):
    questionnaire, now, before = anything(seed)
    rows = [BrandRow("Now", now), BrandRow("Then", before)]

    filled = [s["fillcolor"] != CLEAR for s in rectangles(heat_map(questionnaire, rows, "en"))]

    expected = []
    for result in (now, before):
        pillars = [score_in(result, pillar.id) for pillar in questionnaire.pillars]
        expected += [result.band.awarded is not None, *(one is not None for one in pillars)]
    assert filled == expected
    for lang in BOTH:
        said = set(re.findall(r"\d+", describe_heat_map(questionnaire, rows, lang)))
        for result in (now, before):
            values = [score_in(result, pillar.id) for pillar in questionnaire.pillars]
            assert {str(whole(value)) for value in values if value is not None} <= said
