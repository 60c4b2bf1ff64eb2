"""The tables of outside evidence as values, but for those of privacy policies."""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from dashboard.catalog.csv_table import Cells, Line
from dashboard.catalog.evidence import Drawn, Published
from dashboard.domain.outside import Bar, Bars, Disclosure, Match, RatedProduct, SiteCategory
from dashboard.domain.text import StatedText

MOST_BARS = 40
"""More lines make no picture that can be read at a glance."""

NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?")
HUNDRED = 100

Count = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class TrackerCells(Cells):
    site_category: StatedText
    sites: Annotated[int, Field(ge=1)]
    p25: Count
    median: Count
    p75: Count

    @field_validator("median", "p75")
    @classmethod
    def _rises(cls, value: float, others: ValidationInfo) -> float:
        below = max((one for one in others.data.values() if isinstance(one, float)), default=0)
        if value < below:
            raise ValueError(f"must be at least the quartile before it, {below:g}, not {value:g}")
        return value


class DisclosureCells(Cells):
    index_year: Annotated[int, Field(ge=1900, le=2999)]
    company: StatedText
    type: StatedText
    rdr_privacy: Percent
    value_exchange: Percent
    data_use: Percent
    stewardship: Percent


class MatchCells(Cells):
    index_year: int
    company: StatedText
    product: StatedText


def site_categories(trackers: Published) -> tuple[SiteCategory, ...]:
    """A category in parentheses is no category: it is all sites."""
    return tuple(
        SiteCategory(
            name=trackers.source.named(row.site_category),
            sites=row.sites,
            lower=row.p25,
            median=row.median,
            upper=row.p75,
            total=row.site_category.startswith("("),
        )
        for _, row in trackers.table.rows(TrackerCells)
    )


def disclosures(published: Published) -> tuple[Disclosure, ...]:
    return tuple(
        Disclosure(
            year=row.index_year,
            company=row.company,
            sector=published.source.named(row.type),
            privacy=row.rdr_privacy,
            value_exchange=row.value_exchange,
            data_use=row.data_use,
            stewardship=row.stewardship,
        )
        for _, row in published.table.rows(DisclosureCells)
    )


def matches(
    published: Published, products: Sequence[RatedProduct], companies: Sequence[Disclosure]
) -> Iterator[Match]:
    """Who is both rated and indexed; a name that one of the tables lacks is a fault."""
    rated = {product.slug: product for product in products}
    indexed = {(one.year, one.company): one for one in companies}
    for line, row in published.table.rows(MatchCells):
        product, company = rated.get(row.product), indexed.get((row.index_year, row.company))
        if rated and product is None:
            published.table.fault(f"{row.product} is not among the products", line, "product")
        if indexed and company is None:
            message = f"{row.company} is not among the companies of {row.index_year}"
            published.table.fault(message, line, "company")
        if product and company:
            yield Match(
                company=row.company,
                product=product.name,
                rating=product.rating,
                disclosed=company.privacy,
            )


def bars_of(published: Published, drawn: Drawn) -> Bars:
    """The bars that the block declares; a line without a value has a bar without one."""
    table = published.table
    labels, values = table.column(drawn.label), table.column(drawn.value)
    table.check_once(drawn.label)
    for line, label in labels:
        if not label.strip():
            table.fault("is empty: it is the name of a bar", line, drawn.label)
    return Bars(
        unit=drawn.unit,
        bars=tuple(
            Bar(name=published.source.named(label), value=_value(published, line, cell, drawn))
            for (line, label), (_, cell) in zip(labels, values, strict=True)
        ),
    )


def _value(published: Published, line: Line, cell: str, drawn: Drawn) -> float | None:
    written = cell.strip()
    if not written:
        return None
    if not NUMBER.fullmatch(written):
        message = f"must be a number from 0 on, or empty, not {cell!r}"
    elif drawn.unit.en.startswith("%") and float(written) > HUNDRED:
        message = f"must be {HUNDRED} or less, as its unit is %, not {cell!r}"
    else:
        return float(written)
    published.table.fault(message, line, drawn.value)
    return None
