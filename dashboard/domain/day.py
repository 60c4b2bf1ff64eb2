"""A day by which something is to be done."""

from datetime import date
from typing import Annotated

from pydantic import Field

FIRST_DAY = date(2000, 1, 1)
"""Before the year 1000 a year has fewer digits than a calendar file needs; none is meant."""

Day = Annotated[date, Field(ge=FIRST_DAY)]
