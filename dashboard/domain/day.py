"""A day by which something is to be done."""

from datetime import date
from typing import Annotated, Final

from pydantic import Field

FIRST_DAY: Final = date(2000, 1, 1)
"""Before the year 1000 a year has fewer digits than a calendar file needs; none is meant."""

YEARS_AHEAD: Final = 20

Day = Annotated[date, Field(ge=FIRST_DAY)]


def choosable_days(
    today: date, present: date | None, *, first: date = FIRST_DAY
) -> tuple[date, date]:
    """The first and the last day that a page offers; the one that is there stays possible."""
    last = date(today.year + YEARS_AHEAD, 12, 31)
    return (min(first, present), max(last, present)) if present else (first, last)
