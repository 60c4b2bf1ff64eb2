"""Figures of outside evidence draw what the tables say, on scales of their own, and say it too."""

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalog import DATA
from dashboard.charts import ink
from dashboard.charts.outside_axis import decimal, number, step_for
from dashboard.charts.outside_bars import BarsShown, describe_value_bars, value_bars
from dashboard.charts.outside_disclosure import (
    APART,
    describe_disclosure_dots,
    disclosure_dots,
    stacked,
)
from dashboard.charts.outside_ratings import describe_rating_counts, rating_counts
from dashboard.charts.outside_trackers import describe_tracker_quartiles, tracker_quartiles
from dashboard.domain.outside import Bar, Bars
from dashboard.domain.precision import whole
from dashboard.domain.text import Text
from tests.charts.drawing import BOTH, column, drawn, lettering, traces
from tests.charts.outside_material import (
    HOSTILE,
    disclosed,
    hostile,
    outside,
    ratings,
    replies,
    sectors,
    shipped,
    trackers,
)

ROLES = {f"#0000{number:02d}" for number in range(1, 21)}
OF_SCORES = {*ink.PILLARS, *ink.BAND_FILLS, *ink.BAND_INKS}


def lines(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


class TestTrackers:
    def test_bars_go_from_quartile_to_quartile_of_the_table_with_the_median_in_them(self):
        (bars,) = traces(tracker_quartiles(trackers(), "en"), "bar")
        casing, medians = traces(tracker_quartiles(trackers(), "en"), "scatter")

        rows = lines("trackers_whotracksme_2026.csv")
        in_order = [rows[0], *sorted(rows[1:], key=lambda row: -float(row["median"]))]
        assert bars["base"] == [float(row["p25"]) for row in in_order]
        ends = [base + long for base, long in zip(bars["base"], bars["x"], strict=True)]
        assert ends == [float(row["p75"]) for row in in_order]
        assert medians["x"] == casing["x"] == [float(row["median"]) for row in in_order]
        assert (casing["marker"]["line"]["color"], medians["marker"]["line"]["color"]) == (
            ink.PAPER,
            ink.INK,
        )

    def test_rows_say_how_many_sites_they_stand_for_and_their_median(self):
        figure = tracker_quartiles(trackers(), "en")

        ticks = [name.replace("<br>", " ") for name in drawn(figure)["layout"]["yaxis"]["ticktext"]]
        assert ticks[:2] == ["All sites (10,000)", "News and portals (717)"]
        assert ticks[-1] == "Adult (268)"
        assert [text for text in column(figure) if "<b>" in text][:3] == [
            "<b>8</b>",
            "<b>31</b>",
            "<b>17.5</b>",
        ]

    def test_a_scan_of_ones_own_is_a_dashed_line_with_its_words(self):
        figure = tracker_quartiles(trackers(15), "en")

        casing, line = drawn(figure)["layout"]["shapes"]
        assert casing["line"]["color"] == ink.PAPER
        assert (line["x0"], line["x1"], casing["x0"]) == (15, 15, 15)
        assert (line["line"]["dash"], line["line"]["color"]) == ("dash", ink.ACCENT)
        assert "<b>Your scan: 15</b>" in lettering(figure)
        assert not drawn(tracker_quartiles(trackers(), "en"))["layout"].get("shapes")

    def test_the_axis_reaches_a_scan_far_beyond_all_sites(self):
        axis = drawn(tracker_quartiles(trackers(999), "en"))["layout"]["xaxis"]

        assert axis["range"][1] > 999
        assert len(axis["tickvals"]) <= 7

    def test_the_words_give_quartiles_median_and_the_scan(self):
        said = describe_tracker_quartiles(trackers(15), "en")

        assert "E-commerce (421), 7 to 24, median 13;" in said
        assert "Recreation (104), 12 to 25.3, median 17.5;" in said
        assert said.endswith("Dashed line: your scan, 15.")
        assert "scan" not in describe_tracker_quartiles(trackers(), "en")


class TestRatings:
    def test_bars_count_the_products_of_the_table(self):
        (bars,) = traces(rating_counts(ratings(), "en"), "bar")

        scores = [float(row["score"]) for row in lines("policy_privacyspy_2023.csv")]
        assert bars["y"] == [1, 1, 12, 43, 66, 29, 22, 27, 24, 17]
        assert bars["y"][4] == sum(4 <= score < 5 for score in scores)
        assert bars["y"][9] == sum(score >= 9 for score in scores)
        assert bars["x"][4] == 4.5

    def test_a_product_is_a_dashed_line_with_its_name_and_rating(self):
        figure = rating_counts(ratings("Amazon US", 3.9222), "en")

        _, line = drawn(figure)["layout"]["shapes"]
        assert line["x0"] == 3.9222
        assert "<b>Amazon US 3.9</b>" in lettering(figure)

    def test_the_words_give_every_count_and_the_product(self):
        said = describe_rating_counts(ratings("Amazon US", 3.9222), "en")

        assert "4 to under 5: 66;" in said
        assert "9 to 10: 17." in said
        assert said.endswith("Dashed line: Amazon US, 3.9.")


class TestBars:
    def test_bars_have_the_values_and_the_order_of_the_table(self):
        in_its_order = sectors().model_copy(update={"most_first": False})
        (bars,) = traces(value_bars(in_its_order, "en"), "bar")

        table = lines("sector_trust_oaic_2023.csv")
        assert bars["x"] == [float(row["percent_trusting"]) for row in table]
        assert bars["y"] == sorted(bars["y"])

    def test_sectors_are_drawn_and_said_with_the_most_trusted_first(self):
        figure = value_bars(sectors(), "en")
        (bars,) = traces(figure, "bar")

        assert bars["x"] == [61, 40, 39, 37, 30, 23]
        assert bars["y"] == sorted(bars["y"])
        assert bars["customdata"][2] == ["Technology companies", "39%"]
        assert describe_value_bars(sectors(), "en").startswith(
            "6 bars, the longest first. Education providers, 61%; Insurance companies, 40%; Tech"
        )

    def test_percentages_stand_before_all_of_a_hundred(self):
        axis = drawn(value_bars(sectors(), "en"))["layout"]["xaxis"]

        assert axis["tickvals"][-1] == 100
        assert "61%" in lettering(value_bars(sectors(), "en"))

    def test_a_bar_without_a_value_has_words_and_no_length(self):
        bars = Bars(
            unit=Text(en="shops", zh="家商店"),
            bars=(Bar(name=Text(en="A", zh="甲"), value=None), Bar(name=NAME_B, value=2500)),
        )
        figure = value_bars(BarsShown(values=bars), "en")

        (drawn_bars,) = traces(figure, "bar")
        assert drawn_bars["x"] == [2500]
        assert {"no figure", "2,500", "shops"} <= set(lettering(figure).split("\n"))
        assert describe_value_bars(BarsShown(values=bars), "en") == (
            "2 bars, in the order of the source. A, no figure; B, 2,500."
        )

    def test_the_reply_of_a_product_is_pointed_out_by_a_sign_and_not_by_colour_alone(self):
        question = outside().questions[0]
        figure = value_bars(replies(question, chosen=2), "en")

        assert "<b>◆ Mostly</b>" in lettering(figure)
        said = describe_value_bars(replies(question, chosen=2), "en")
        assert said.endswith("Pointed out: Mostly.")

    @pytest.mark.parametrize("lang", BOTH)
    def test_every_reply_of_the_rubric_is_drawn_and_said(self, lang):
        for question in outside().questions:
            (bars,) = traces(value_bars(replies(question), lang), "bar")
            said = describe_value_bars(replies(question), lang)
            assert bars["x"] == [reply.products for reply in question.replies]
            assert all(reply.text.get(lang) in said for reply in question.replies)


NAME_B = Text(en="B", zh="乙")


class TestDisclosure:
    @pytest.mark.parametrize("year", [2020, 2022])
    def test_every_company_of_the_index_is_a_dot_on_every_pillar(self, year):
        (dots,) = traces(disclosure_dots(disclosed(year), "en"), "scatter")

        rows = [row for row in lines("disclosure_rdr.csv") if row["index_year"] == str(year)]
        values = [
            float(row[pillar])
            for pillar in ("value_exchange", "data_use", "stewardship")
            for row in rows
        ]
        assert sorted(dots["x"]) == sorted(values)

    def test_dots_that_would_touch_lie_on_different_levels(self):
        dots = list(stacked(disclosed().companies, 0))

        for n, one in enumerate(dots):
            for other in dots[n + 1 :]:
                assert one.level != other.level or abs(one.value - other.value) >= APART
        assert max(dot.level for dot in dots) <= 5

    def test_a_company_is_pointed_out_by_shape_and_number(self):
        figure = disclosure_dots(disclosed(company="Apple"), "en")

        others, chosen = traces(figure, "scatter")
        assert len(others["x"]) == 3 * 25
        assert chosen["x"] == [65.08, 26.12, 71.04]
        assert chosen["marker"]["symbol"] == "diamond"
        assert [text for text in column(figure) if "<b>" in text] == [
            "<b>65</b>",
            "<b>26</b>",
            "<b>71</b>",
        ]

    def test_value_exchange_is_said_to_be_clarity_control_and_access(self):
        said = describe_disclosure_dots(disclosed(), "en")

        assert "clarity, control and access" in said
        names = drawn(disclosure_dots(disclosed(), "en"))["layout"]["yaxis"]["ticktext"]
        assert names[0] == "Value exchange:<br>clarity, control<br>and access"

    def test_the_words_give_every_company_on_every_pillar(self):
        said = describe_disclosure_dots(disclosed(company="Apple"), "en")

        assert "Dots of 26 companies" in said
        for one in disclosed().companies:
            assert all(f"{one.company} {whole(value)}" in said for value in one.pillars)
        assert said.endswith("access 65; Data use 26; Stewardship 71.")


@pytest.mark.parametrize("lang", BOTH)
def test_no_figure_of_outside_evidence_has_a_colour_of_pillars_or_bands(lang):
    for figure in (*shipped(lang), *hostile(lang)):
        part = drawn(figure)
        part["layout"].pop("template", None)
        colours = set(re.findall(r"(?<!&)#[0-9a-fA-F]{6}", str(part).replace(HOSTILE, "")))
        assert colours <= ROLES - OF_SCORES
        assert set(re.findall(r"rgba?\([^)]*\)", str(part))) <= {ink.CLEAR}


@pytest.mark.parametrize("lang", BOTH)
def test_they_are_still_and_transparent_and_have_an_axis_with_a_unit(lang):
    for figure in shipped(lang):
        layout = drawn(figure)["layout"]
        assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == ink.CLEAR
        assert layout["dragmode"] is False
        assert layout["xaxis"]["fixedrange"] is layout["yaxis"]["fixedrange"] is True
        assert layout["annotations"][0]["text"]
        assert layout["xaxis"]["ticktext"][0] == "0"


def test_texts_of_a_table_that_look_like_mark_up_are_shown_as_they_were_written():
    for figure in hostile("en"):
        everything = drawn(figure)
        pointed_at = str([trace.get("customdata") for trace in everything["data"]])
        for text in (lettering(figure), pointed_at):
            assert set(re.findall(r"</?[a-z]+", text)) <= {"<br", "<b", "</b"}
            assert "#000001" not in text


@given(st.floats(0.01, 1e7))
def test_an_axis_has_two_to_seven_round_ticks(top):
    assert 2 <= top // step_for(top) + 1 <= 7


def test_numbers_have_a_decimal_only_where_it_is_not_nought_but_ratings_always():
    assert [number(value) for value in (0, 17.5, 25.25, 10_000)] == ["0", "17.5", "25.3", "10,000"]
    assert [decimal(value) for value in (6.9667, 10)] == ["7.0", "10.0"]
