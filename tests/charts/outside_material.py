"""What figures of outside evidence draw: the shipped tables, and texts that look like mark-up."""

from functools import cache

from dashboard.catalog import Catalog
from dashboard.catalog.outside import Outside
from dashboard.charts import Figure
from dashboard.charts.outside_bars import BarsShown, value_bars
from dashboard.charts.outside_disclosure import Disclosed, disclosure_dots
from dashboard.charts.outside_ratings import Ratings, rating_counts
from dashboard.charts.outside_trackers import Trackers, tracker_quartiles
from dashboard.domain.outside import (
    Bar,
    Bars,
    Disclosure,
    PolicyQuestion,
    SiteCategory,
    by_whole_rating,
)
from dashboard.domain.text import Lang, Text

SECTORS = "sector_trust_oaic_2023.csv"
HOSTILE = '<a href="x">&lt;%{x} {y} $z$ #000001</a>'


@cache
def outside() -> Outside:
    return Catalog.load().outside


def trackers(count: int | None = None) -> Trackers:
    return Trackers(categories=outside().trackers, count=count)


def ratings(name: str = "", rating: float | None = None) -> Ratings:
    return Ratings(counts=by_whole_rating(outside().products), name=name, rating=rating)


def sectors() -> BarsShown:
    return BarsShown(values=outside().bars[SECTORS], most_first=True)


def replies(question: PolicyQuestion, *, chosen: int | None = None) -> BarsShown:
    bars = tuple(Bar(name=reply.text, value=reply.products) for reply in question.replies)
    return BarsShown(values=Bars(unit=Text(en="products", zh="个产品"), bars=bars), chosen=chosen)


def disclosed(year: int = 2020, company: str = "") -> Disclosed:
    companies = tuple(one for one in outside().companies if one.year == year)
    return Disclosed(companies=companies, company=company)


def shipped(lang: Lang) -> list[Figure]:
    """Every figure as it is and with a mark, also at the far end of its axis."""
    long = max(outside().questions, key=lambda one: max(len(r.text.en) for r in one.replies))
    return [
        *(tracker_quartiles(trackers(count), lang) for count in (None, 0, 15, 60, 999)),
        *(rating_counts(one, lang) for one in (ratings(), ratings("Blizzard (US)", 9.6))),
        *(value_bars(one, lang) for one in (sectors(), replies(long, chosen=0))),
        *(disclosure_dots(disclosed(year, "Apple"), lang) for year in (2020, 2022)),
    ]


def hostile(lang: Lang) -> list[Figure]:
    """Every figure, with texts that look like mark-up wherever a table or its block has one."""
    text = Text(en=HOSTILE, zh=HOSTILE)
    category = SiteCategory(name=text, sites=20, lower=1, median=2, upper=3)
    company = Disclosure(
        year=2020,
        company=HOSTILE,
        sector=text,
        privacy=1,
        value_exchange=1,
        data_use=2,
        stewardship=3,
    )
    bars = Bars(unit=text, bars=(Bar(name=text, value=1), Bar(name=text, value=None)))
    return [
        tracker_quartiles(Trackers(categories=(category,), count=2), lang),
        rating_counts(Ratings(counts=(1,) * 10, name=HOSTILE, rating=3), lang),
        value_bars(BarsShown(values=bars, chosen=0), lang),
        disclosure_dots(Disclosed(companies=(company,), company=HOSTILE), lang),
    ]
