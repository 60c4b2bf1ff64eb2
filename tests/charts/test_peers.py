"""The picture of a place: what it draws is what its words say, and no more than is released."""

import pytest

from dashboard.charts.keys import peers_key
from dashboard.charts.peers import Stand, describe_peers, peers
from dashboard.charts.places import cohort_in_words, finding, place_in_words
from dashboard.domain.cohort import Cohort
from dashboard.domain.distribution import distribution, rounded
from dashboard.domain.text import Text
from dashboard.domain.vocabulary import Vocabulary

TWELVE = [10.0, 20, 30, 40, 50, 60] * 2
HUNDRED = [float(score) for score in range(100)]


def stand(scores: list[float], score: float, *, synthetic: bool = False) -> Stand:
    told = distribution(scores)
    assert told
    n = rounded(len(scores))
    return Stand(told=told, n=n, score=score, member=False, synthetic=synthetic)


def test_thirds_are_drawn_as_a_strip_with_ones_own_bin() -> None:
    drawn = peers(stand(TWELVE, 42), "en")

    rects = [(shape.x0, shape.x1) for shape in drawn.layout.shapes if shape.type == "rect"]
    assert rects == [(0, 25), (25, 45), (45, 100), (40.4, 44.6)]
    texts = [note.text for note in drawn.layout.annotations]
    assert "<b>you, 40–45</b>" in texts
    assert "upper<br>third" in texts


def test_the_words_say_what_the_strip_shows() -> None:
    assert describe_peers(stand(TWELVE, 42), "en") == (
        "Scores of about 10 brands from 0 to 100, in bins of five points. Your bin is 40–45. "
        "Your place: middle third. The lower third reaches from 0 to 25. "
        "The middle third reaches from 25 to 45. The upper third reaches from 45 to 100."
    )


def test_a_hundred_are_drawn_as_bars_in_fives() -> None:
    drawn = peers(stand(HUNDRED, 42), "en")

    assert list(drawn.data[0].y) == [5] * 20
    colours = drawn.data[0].marker.color
    assert [n for n, colour in enumerate(colours) if colour != colours[0]] == [8]
    assert "40–45: 5" in describe_peers(stand(HUNDRED, 42), "en")


def test_the_key_names_bars_where_there_are_any() -> None:
    strip, bars = (peers_key(stand(scores, 42).told, "en") for scores in (TWELVE, HUNDRED))

    assert strip == "Overall score, 0 to 100. Blue: your bin."
    assert bars == "Overall score, 0 to 100. Bars: brands, in fives. Blue: your bin."


@pytest.mark.parametrize("scores", [TWELVE, HUNDRED])
def test_made_up_numbers_say_so_in_the_picture_and_in_words(scores: list[float]) -> None:
    made_up = stand(scores, 42, synthetic=True)

    assert "Demo data" in [note.text for note in peers(made_up, "en").layout.annotations]
    assert describe_peers(made_up, "en").endswith("Demo data: these numbers are made up.")
    assert "演示数据" in describe_peers(made_up, "zh")


def test_no_exact_count_is_in_the_figure_of_twelve() -> None:
    """Two each at six scores: neither the twos nor the twelve are sent to a browser."""
    sent = peers(stand(TWELVE, 42), "en").to_json()

    assert "12" not in [token.strip('",:') for token in sent.split()]
    assert '"y":[0.5,0.5,0.5]' in sent.replace(" ", "")


@pytest.mark.parametrize(
    ("scores", "score", "said"),
    [
        (TWELVE, 10, "Lower third among participating brands"),
        (TWELVE * 3, 25, "Second-lowest quarter among participating brands"),
        (TWELVE * 3, 45, "Second-highest quarter among participating brands"),
        (TWELVE * 3, 60, "Highest quarter among participating brands"),
        (HUNDRED, 42, "Above about 43% of participating brands"),
        (HUNDRED, 0, "Above about 3% of participating brands"),
    ],
)
def test_the_headline_is_as_fine_as_the_cohort_allows(
    scores: list[float], score: float, said: str
) -> None:
    told = stand(scores, score).told

    assert finding(told.place(score, member=False), "en") == said


def test_a_percentile_is_said_with_its_interval() -> None:
    """Of a hundred, 40 lie below and 5 in the same bin: 42.5, Jeffreys 33.1 to 52.3."""
    told = stand(HUNDRED, 42).told

    said = place_in_words(told.place(42, member=False), "en")

    assert said == "above about 43% (95% interval 33 to 52)"


def test_a_cohort_is_named_by_all_that_it_takes_together() -> None:
    def named(text: str) -> Text:
        return Text(en=text, zh=text)

    vocabulary = Vocabulary(
        industry={"retail": named("Retail")},
        region={"asia": named("Asia"), "africa": named("Africa")},
        size={"1-9": named("1 to 9")},
    )

    def name(cohort: Cohort) -> str:
        return cohort_in_words(cohort, vocabulary, "en")

    assert name(Cohort()) == "All participating brands"
    assert name(Cohort(region=("asia", "africa"))) == "Asia and Africa"
    assert name(Cohort(industry=("retail",), size=("1-9",))) == "Retail · 1 to 9"
