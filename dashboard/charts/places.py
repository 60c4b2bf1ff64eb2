"""Places among others in words: thirds, quarters or percentiles, never finer than known."""

from dashboard.domain.cohort import Cohort, Kind
from dashboard.domain.distribution import Shown
from dashboard.domain.precision import whole
from dashboard.domain.text import Lang
from dashboard.domain.vocabulary import Vocabulary
from dashboard.i18n import words


def parts(of: int, lang: Lang) -> tuple[str, ...]:
    """The names of thirds or quarters, the lowest first."""
    t = words(lang)
    if of == 3:
        return t("lower third"), t("middle third"), t("upper third")
    return (
        t("lowest quarter"),
        t("second-lowest quarter"),
        t("second-highest quarter"),
        t("highest quarter"),
    )


def place_in_words(shown: Shown, lang: Lang) -> str:
    """ "middle third"; "above about 73% (95% interval 63 to 81)"."""
    t = words(lang)
    if shown.percentile:
        return t(
            "above about {rank}% (95% interval {low} to {high})",
            rank=percentile_shown(shown.percentile.rank),
            low=percentile_shown(shown.percentile.low),
            high=percentile_shown(shown.percentile.high),
        )
    return parts(3 if shown.precision < 30 else 4, lang)[shown.part or 0]


def finding(shown: Shown, lang: Lang) -> str:
    """The place among all as a headline."""
    t = words(lang)
    if shown.percentile:
        rank = percentile_shown(shown.percentile.rank)
        return t("Above about {rank}% of participating brands", rank=rank)
    names = {
        "lower third": t("Lower third among participating brands"),
        "middle third": t("Middle third among participating brands"),
        "upper third": t("Upper third among participating brands"),
        "lowest quarter": t("Lowest quarter among participating brands"),
        "second-lowest quarter": t("Second-lowest quarter among participating brands"),
        "second-highest quarter": t("Second-highest quarter among participating brands"),
        "highest quarter": t("Highest quarter among participating brands"),
    }
    return names[place_in_words(shown, "en")]


def cohort_in_words(cohort: Cohort, vocabulary: Vocabulary, lang: Lang) -> str:
    """ "Retail, 250 to 999 people"; keys that are taken together are listed."""
    t = words(lang)
    if cohort.kind is Kind.ALL:
        return t("All participating brands")
    fields = ("industry", "region", "size")
    named = [
        t.listed([_name(vocabulary, field, key, lang) for key in getattr(cohort, field)])
        for field in fields
        if getattr(cohort, field)
    ]
    return " · ".join(named)


def _name(vocabulary: Vocabulary, field: str, key: str, lang: Lang) -> str:
    known = getattr(vocabulary, field)
    return str(known[key].get(lang)) if key in known else key


def percentile_shown(rank: float) -> int:
    """From 1 to 99: nobody stands above or below everybody for certain."""
    return min(max(whole(rank), 1), 99)
