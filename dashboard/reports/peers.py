"""The place among others as a report may say it: in thirds, quarters or percentiles, no finer.

What a release holds to work a place out from, its limits and its counts by bin, is left behind
here, so that no file can carry it.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from dashboard.charts.places import cohort_in_words, finding, percentile_shown, place_in_words
from dashboard.domain.cohort import OVERALL, Cohort, Kind
from dashboard.domain.distribution import PARTS, Shown
from dashboard.domain.release import Release, ReleasedCohort
from dashboard.domain.standing import CohortPlace, Standing
from dashboard.domain.text import Frozen, Lang
from dashboard.domain.vocabulary import Vocabulary


class PlaceSaid(Frozen):
    """A place, in words and as whole numbers: a part of several, or a percentile."""

    words: str
    part: int | None = None
    """From 1, the lowest, of `of`."""
    of: int | None = None
    percentile: int | None = None
    low: int | None = None
    high: int | None = None


class CohortSaid(Frozen):
    name: str
    cohort: Cohort
    n: int
    """Rounded to five."""


class Compared(CohortSaid):
    mean: int
    """Of the overall score."""
    evidence: int
    """Percent of the cohort's answers that rest on some, rounded to ten."""
    places: Mapping[str, PlaceSaid]
    """By measure: "overall" and the pillars."""


class Peers(Frozen):
    finding: str
    publisher: str
    licence: str
    method: str
    released: date
    synthetic: bool
    """Made up, for the demo."""
    compared: tuple[Compared, ...]
    make_up: tuple[CohortSaid, ...]
    """How many of each industry, region and size take part, where that is shown."""


def peers_of(standing: Standing, vocabulary: Vocabulary, lang: Lang) -> Peers | None:
    """None where the assessment is not compared, for whatever reason."""
    release, everybody = standing.release, standing.places.get(Kind.ALL)
    if release is None or everybody is None or OVERALL not in everybody.places:
        return None
    return Peers(
        finding=finding(everybody.places[OVERALL], lang),
        publisher=release.publisher,
        licence=release.licence,
        method=release.method,
        released=release.released,
        synthetic=release.synthetic,
        compared=tuple(_compared(one, vocabulary, lang) for one in standing.places.values()),
        make_up=tuple(_make_up(release, vocabulary, lang)),
    )


def _compared(place: CohortPlace, vocabulary: Vocabulary, lang: Lang) -> Compared:
    released = place.released
    return Compared(
        name=cohort_in_words(released.cohort, vocabulary, lang),
        cohort=released.cohort,
        n=released.n,
        mean=released.scores[OVERALL].mean,
        evidence=released.evidence,
        places={measure: _said(shown, lang) for measure, shown in place.places.items()},
    )


def _said(shown: Shown, lang: Lang) -> PlaceSaid:
    told = place_in_words(shown, lang)
    if shown.percentile is None:
        return PlaceSaid(words=told, part=(shown.part or 0) + 1, of=PARTS[shown.precision])
    rank, low, high = (
        percentile_shown(getattr(shown.percentile, name)) for name in ("rank", "low", "high")
    )
    return PlaceSaid(words=told, percentile=rank, low=low, high=high)


def _make_up(release: Release, vocabulary: Vocabulary, lang: Lang) -> Iterator[CohortSaid]:
    def said(one: ReleasedCohort) -> CohortSaid:
        name = cohort_in_words(one.cohort, vocabulary, lang)
        return CohortSaid(name=name, cohort=one.cohort, n=one.n)

    for kind in (Kind.INDUSTRY, Kind.REGION, Kind.SIZE):
        yield from (said(one) for one in release.cohorts if one.cohort.kind is kind)
