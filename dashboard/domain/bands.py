"""Bands and the gates that hold them back.

A band needs a score and, with it, that nothing lies too low: every pillar, every dimension and
every critical item has to reach the band's gates. One starts at the band of the score alone and
steps down until all gates hold; what failed on the way is what blocked the band.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from dashboard.domain.precision import reaches
from dashboard.domain.questionnaire import BandRule, Scoring
from dashboard.domain.text import Frozen


class Gate(StrEnum):
    PILLAR = "pillar"
    DIMENSION = "dimension"
    CRITICAL_ITEM = "critical_item"


class Blocker(Frozen):
    """A gate that failed: `band` was out of reach because `id` has less than it `needs`."""

    band: str
    gate: Gate
    id: str
    needs: float
    has: float | None
    """The score; None for a critical item that has no answer."""


class Profile(Frozen):
    """The scores that gates look at, by id. What is not there cannot block."""

    pillars: Mapping[str, float]
    dimensions: Mapping[str, float]
    critical_items: Mapping[str, float | None]


class Standing(Frozen):
    """The band that a score and its gates give, and every gate that failed on the way down."""

    raw: str
    held: str
    blocked_by: tuple[Blocker, ...]


def band_of(score: float, scoring: Scoring) -> str:
    """The highest band whose threshold the score reaches, by the score alone."""
    return scoring.bands[_position(score, scoring)].key


def stand(score: float, profile: Profile, scoring: Scoring) -> Standing:
    position = raw = _position(score, scoring)
    blocked: list[Blocker] = []
    while position and (failed := list(failed_gates(scoring.bands[position], profile))):
        blocked += failed
        position -= 1
    return Standing(
        raw=scoring.bands[raw].key, held=scoring.bands[position].key, blocked_by=tuple(blocked)
    )


def _position(score: float, scoring: Scoring) -> int:
    reached = (i for i, band in enumerate(scoring.bands) if reaches(score, band.from_score))
    return max(reached, default=0)


def failed_gates(band: BandRule, profile: Profile) -> Iterator[Blocker]:
    gates: Iterable[tuple[Gate, float | None, Mapping[str, float | None]]] = (
        (Gate.PILLAR, band.pillar, profile.pillars),
        (Gate.DIMENSION, band.dimension, profile.dimensions),
        (Gate.CRITICAL_ITEM, band.critical, profile.critical_items),
    )
    for gate, needs, scores in gates:
        if needs is None:
            continue
        for identifier, has in scores.items():
            if has is None or not reaches(has, needs):
                yield Blocker(band=band.key, gate=gate, id=identifier, needs=needs, has=has)
