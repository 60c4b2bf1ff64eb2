"""A release as a file, `candour.cohort/1`: read strictly, and refused if it could give any away.

What is exported is the release itself, which holds nothing exact. What comes from elsewhere has to
keep the same thresholds: fewer than ten are not shown, a hundred are needed for counts by bin, and
what all leave beside the cohorts that are shown must not be a small number.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, Literal

from pydantic import ConfigDict, Field, ValidationError

from dashboard.domain.cohort import ALL, LEAST, OVERALL, Cohort, Kind
from dashboard.domain.distribution import STEP, Distribution
from dashboard.domain.mean_bounds import bounds_of_mean
from dashboard.domain.message import Message, message_of, worded
from dashboard.domain.percentile import Precision
from dashboard.domain.problem import Problem, Refused, Step, dotted
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.release import Release, ReleasedCohort
from dashboard.domain.strict_json import parse
from dashboard.domain.text import CleanText, Frozen, StatedText
from dashboard.domain.vocabulary import Vocabulary
from dashboard.domain.wording import words_of

FORMAT: Final = "candour.cohort/1"
MAX_BYTES: Final = 500_000
MOST_COHORTS: Final = 500
OFF: Final = STEP // 2
"""By how much a rounded number is off at most."""

Find = Callable[[str], Questionnaire]


class _Row(Frozen):
    industry: tuple[CleanText, ...] = ()
    region: tuple[CleanText, ...] = ()
    size: tuple[CleanText, ...] = ()
    n: int = Field(strict=True)
    evidence: int = Field(strict=True)
    scores: dict[CleanText, Distribution]


class _Outline(Frozen):
    model_config = ConfigDict(populate_by_name=True)

    format: Literal["candour.cohort/1"]
    publisher: StatedText = Field(max_length=200)
    consent: StatedText = Field(max_length=5_000)
    licence: StatedText = Field(max_length=200)
    questionnaire: StatedText
    method: StatedText
    released: CleanText
    n: int = Field(strict=True)
    synthetic: bool = Field(strict=True)
    cohorts: tuple[_Row, ...] = Field(min_length=1, max_length=MOST_COHORTS)


def write_pack(release: Release) -> str:
    """The release as JSON text."""
    head = release.model_dump(mode="json", exclude={"cohorts"})
    rows = [
        {key: keys for key, keys in row.pop("cohort").items() if keys} | row
        for row in release.model_dump(mode="json", exclude_none=True)["cohorts"]
    ]
    shown = {"format": FORMAT, **head, "n": release.all.n, "cohorts": rows}
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def read_pack(raw: bytes, file: Path, *, find: Find, vocabulary: Vocabulary) -> Release:
    """Read a pack; `Refused`, with every problem and its field, if it is not right."""
    reading = _Reading(file)
    outline = reading.outline(raw)
    reading.check(_questionnaire(outline, find))
    reading.check(_keys(outline, vocabulary))
    reading.check(_day(outline))
    cohorts = [reading.cohort(n, row) for n, row in enumerate(outline.cohorts)]
    reading.check(_thresholds([one for one in cohorts if one], outline))
    if reading.problems:
        raise Refused(reading.problems.values())
    fields = outline.model_dump(exclude={"format", "n", "cohorts", "released"})
    return Release(
        **fields,
        released=date.fromisoformat(outline.released),
        cohorts=tuple(one for one in cohorts if one),
    )


Found = Iterator[tuple[tuple[Step, ...], Message | str]]


class _Reading:
    def __init__(self, file: Path) -> None:
        self.file = file
        self.problems: dict[tuple[str, str], Problem] = {}

    def check(self, found: Found) -> None:
        for path, message in found:
            place = dotted(path)
            problem = Problem(file=self.file, path=place, message=message)
            self.problems.setdefault((place, str(message)), problem)

    def outline(self, raw: bytes) -> _Outline:
        if len(raw) > MAX_BYTES:
            message = worded("is larger than {size} kB", size=MAX_BYTES // 1_000)
            raise Refused([Problem(file=self.file, message=message)])
        try:
            parsed = parse(raw)
        except ValueError as error:
            raise Refused([Problem(file=self.file, message=message_of(error))]) from error
        self.check(iter(parsed.oddities))
        message = worded("must not be null: leave the key out")
        self.check((path, message) for path in parsed.nulls)
        try:
            return _Outline.model_validate(parsed.value)
        except ValidationError as error:
            self.check(_errors((), error))
            raise Refused(self.problems.values()) from error

    def cohort(self, n: int, row: _Row) -> ReleasedCohort | None:
        try:
            cohort = Cohort(industry=row.industry, region=row.region, size=row.size)
            return ReleasedCohort(cohort=cohort, n=row.n, evidence=row.evidence, scores=row.scores)
        except ValidationError as error:
            self.check(_errors(("cohorts", n), error))
            return None


def _errors(at: tuple[Step, ...], error: ValidationError) -> Found:
    for detail in error.errors():
        yield (*at, *(step for step in detail["loc"] if step != "[key]")), words_of(detail)


def _questionnaire(outline: _Outline, find: Find) -> Found:
    """The questionnaire is known, and every cohort has a distribution of each of its scores."""
    try:
        questionnaire = find(outline.questionnaire)
    except LookupError as error:
        yield ("questionnaire",), message_of(error)
        return
    measures = {OVERALL, *(pillar.id for pillar in questionnaire.pillars)}
    for n, row in enumerate(outline.cohorts):
        if row.scores.keys() != measures:
            message = worded("must hold exactly {names}", names=", ".join(sorted(measures)))
            yield ("cohorts", n, "scores"), message


def _keys(outline: _Outline, vocabulary: Vocabulary) -> Found:
    """Groups that overlap could be taken from each other, so a key has one group in all rows."""
    groups: dict[tuple[str, str], tuple[str, ...]] = {}
    for n, row in enumerate(outline.cohorts):
        if row.region and (row.industry or row.size):
            yield ("cohorts", n), worded("a region is combined with nothing else")
        for field in ("industry", "region", "size"):
            known, keys_here = getattr(vocabulary, field), getattr(row, field)
            if len(set(keys_here)) < len(keys_here):
                yield ("cohorts", n, field), worded("is given twice")
            for key in keys_here:
                if groups.setdefault((field, key), keys_here) != keys_here:
                    message = worded("{given} stands in two different groups", given=repr(key[:60]))
                    yield ("cohorts", n, field), message
                if key not in known:
                    given, keys = repr(key[:60]), ", ".join(known)
                    message = worded("{given} is not one of {keys}", given=given, keys=keys)
                    yield ("cohorts", n, field), message


def _day(outline: _Outline) -> Found:
    try:
        day = date.fromisoformat(outline.released)
    except ValueError:
        day = None
    if day is None or day.isoformat() != outline.released:
        given = repr(outline.released[:60])
        message = worded("{given} is not a day of the form 2026-11-24", given=given)
        yield ("released",), message


def _thresholds(cohorts: list[ReleasedCohort], outline: _Outline) -> Found:
    """What keeps a reader from working out fewer than ten."""
    by_cohort = {one.cohort: one for one in cohorts}
    if len(by_cohort) < len(cohorts):
        yield ("cohorts",), worded("a cohort is given twice")
    if ALL not in by_cohort:
        yield ("cohorts",), worded("the cohort of all is missing")
    elif by_cohort[ALL].n != outline.n:
        yield ("n",), worded("is not the number of the cohort of all")
    for n, one in enumerate(cohorts):
        for measure, told in one.scores.items():
            yield from _precision(("cohorts", n, "scores", measure), one.n, told)
    for whole, parts in _lines(by_cohort):
        yield from _rest(whole, parts)


def _precision(path: tuple[Step, ...], n: int, told: Distribution) -> Found:
    """Rounding may have moved a number over a threshold by two at most."""
    least, most = _allowed(told.precision)
    if not least - OFF <= n <= most + OFF:
        yield path, worded("says more or less than {n} organisations allow", n=n)
    low, high = bounds_of_mean(told, n)
    if not low <= told.mean <= high:
        yield (*path, "mean"), worded("does not fit what is told beside it")
    if told.counts is not None and sum(told.counts) != n:
        yield (*path, "counts"), worded("add up to {sum}, not to {n}", sum=sum(told.counts), n=n)


def _allowed(precision: Precision) -> tuple[int, float]:
    """The least and the greatest number of organisations that are told of so finely."""
    later = [int(one) for one in Precision if one > precision]
    if precision is Precision.NOTHING:
        return 0, -STEP
    return int(precision), min(later) - 1 if later else float("inf")


def _lines(
    by_cohort: dict[Cohort, ReleasedCohort],
) -> Iterator[tuple[ReleasedCohort, list[ReleasedCohort]]]:
    """Each sum that is shown with the cohorts under it, and cells whose own sum is not shown."""
    every = list(by_cohort.values())
    cells = [one for one in every if one.cohort.kind is Kind.INDUSTRY_SIZE]
    if ALL in by_cohort:
        yield by_cohort[ALL], [one for one in every if one.cohort.kind is Kind.REGION]
        yield by_cohort[ALL], cells
        for kind in (Kind.INDUSTRY, Kind.SIZE):
            shown = [one for one in every if one.cohort.kind is kind]
            loose = [c for c in cells if not any(_under(c.cohort, of.cohort) for of in shown)]
            yield by_cohort[ALL], shown + loose
    for one in every:
        if one.cohort.kind in (Kind.INDUSTRY, Kind.SIZE):
            yield one, [other for other in every if _under(other.cohort, one.cohort)]


def _under(cohort: Cohort, line: Cohort) -> bool:
    return cohort.kind is Kind.INDUSTRY_SIZE and (
        cohort.industry == line.industry or cohort.size == line.size
    )


def _rest(whole: ReleasedCohort, parts: list[ReleasedCohort]) -> Found:
    """What is left beside the parts is nothing, or enough; as far as rounding lets one see."""
    rest, off = whole.n - sum(part.n for part in parts), OFF * (len(parts) + 1)
    if parts and (rest + off < 0 or (rest - off > 0 and rest + off < LEAST)):
        names = ", ".join(_name(part.cohort) for part in parts)
        yield ("cohorts",), worded("{names} leave {n} for the others", names=names, n=rest)


def _name(cohort: Cohort) -> str:
    return "+".join((*cohort.industry, *cohort.region, *cohort.size))
