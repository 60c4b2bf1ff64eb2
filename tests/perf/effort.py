"""How much is measured: the full measure that counts, and a quick one to try things out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Effort:
    """Counts and seconds; the defaults are the full measure."""

    runs: int = 3
    answers: int = 300
    openings: int = 60
    warm_up: int = 20
    people: int = 100
    settle_seconds: float = 5.0
    crowd_seconds: float = 30.0
    think_seconds: float = 2.0
    clicks: int = 108
    starts: int = 3
    files: int = 1000
    phones: int = 200
    arrival_seconds: float = 60.0
    pause: float = 1.0
    """Of the two to ten seconds that a person takes for a page."""
    company: int = 1000
    company_seconds: float = 300.0
    organisations: int = 100_000
    places: int = 200


FULL = Effort()
QUICK = Effort(
    runs=1,
    answers=60,
    openings=15,
    warm_up=5,
    people=20,
    settle_seconds=2.0,
    crowd_seconds=6.0,
    clicks=18,
    starts=1,
    files=100,
    phones=30,
    arrival_seconds=5.0,
    pause=0.2,
    company=60,
    company_seconds=10.0,
    organisations=2_000,
    places=20,
)
