"""What a comparison says, as its title: how many dimensions moved, and which way."""

from collections import Counter
from collections.abc import Sequence

from dashboard.charts.description import COMMA, between
from dashboard.charts.numerals import spelled
from dashboard.domain.comparison import Change, Move
from dashboard.domain.precision import whole
from dashboard.domain.text import Lang
from dashboard.domain.trend import Trend
from dashboard.i18n import Words, words


def moves_finding(changes: Sequence[Change], lang: Lang) -> str:
    """ "Seven dimensions rose, one slipped, four are about the same"; noise counts as the same."""
    t = words(lang)
    up, down, same, unknown = _counts(changes)
    if not up + down + same:
        return t("Too few answers to compare")
    if not up + down + unknown:
        return t.plural(
            "The dimension is about the same",
            "All {count} dimensions are about the same",
            n=same,
            count=spelled(same, t),
        )
    parts = [_rose(up, t), _slipped(down, t, first=not up), _stayed(same, t), _beyond(unknown, t)]
    return _opened(COMMA[lang].join(filter(None, parts)))


def levels_finding(
    changes: Sequence[Change], lang: Lang, *, last: str, beside: str | None = None
) -> str:
    """The same of two brands, of which none came before the other.

    `beside` names the other one where there are more to be seen.
    """
    t = words(lang)
    up, down, same, unknown = _counts(changes)
    if not up + down + same:
        return t("Too few answers to compare")
    if not up + down:
        return moves_finding(changes, lang)
    parts = []
    if up:
        parts.append(
            t.plural(
                "higher on {count} dimension",
                "higher on {count} dimensions",
                n=up,
                count=spelled(up, t),
            )
        )
    if down:
        parts.append(
            t("lower on {count}", count=spelled(down, t))
            if up
            else t.plural(
                "lower on {count} dimension",
                "lower on {count} dimensions",
                n=down,
                count=spelled(down, t),
            )
        )
    if same:
        parts.append(t("about the same on {count}", count=spelled(same, t)))
    if unknown:
        parts.append(_beyond(unknown, t))
    differences = COMMA[lang].join(parts)
    if beside is None:
        return t("{name} is {differences}", name=last, differences=differences)
    return t(
        "Beside {other}, {name} is {differences}", other=beside, name=last, differences=differences
    )


def _counts(changes: Sequence[Change]) -> tuple[int, int, int, int]:
    moves = Counter(change.move for change in changes)
    same = moves[Move.SAME] + moves[Move.NOISE]
    return moves[Move.UP], moves[Move.DOWN], same, moves[Move.UNKNOWN]


def _beyond(number: int, t: Words) -> str:
    """Those of which one has no score."""
    return t("{count} cannot be compared", count=spelled(number, t)) if number else ""


def _rose(number: int, t: Words) -> str:
    if not number:
        return ""
    count = spelled(number, t)
    return t.plural("{count} dimension rose", "{count} dimensions rose", n=number, count=count)


def _slipped(number: int, t: Words, *, first: bool) -> str:
    if not number:
        return ""
    count = spelled(number, t)
    if not first:
        return t("{count} slipped", count=count)
    return t.plural(
        "{count} dimension slipped", "{count} dimensions slipped", n=number, count=count
    )


def _stayed(number: int, t: Words) -> str:
    if not number:
        return ""
    return t.plural(
        "{count} is about the same",
        "{count} are about the same",
        n=number,
        count=spelled(number, t),
    )


def _opened(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def trend_finding(trend: Trend, lang: Lang) -> str:
    """Where the line goes; before five waves, only where it began and where it is."""
    t, course = words(lang), trend.course
    if course is None:
        return _ends_finding(trend, lang)
    points = whole(abs(course.slope))
    if not (course.rises or course.falls):
        return t("No clear direction over {n} waves", n=course.waves)
    if points == 0:
        return (
            t("Rising by less than a point a wave")
            if course.rises
            else t("Falling by less than a point a wave")
        )
    return (
        t.plural("Rising by about {n} point a wave", "Rising by about {n} points a wave", n=points)
        if course.rises
        else t.plural(
            "Falling by about {n} point a wave", "Falling by about {n} points a wave", n=points
        )
    )


def _ends_finding(trend: Trend, lang: Lang) -> str:
    t = words(lang)
    here = [trend.waves[n] for n in trend.segments[-1]]
    known = [wave for wave in here if wave.overall is not None or wave.provisional]
    if not known:
        return t("No overall score yet")
    if len(known) == 1:
        return t("A line begins at {wave}", wave=known[0].name)
    for end in (known[-1], known[0]):
        if end.bounds:
            return t(
                "Provisional in {wave}: {range}", wave=end.name, range=between(end.bounds, lang)
            )
    first, last = known[0].overall or 0.0, known[-1].overall or 0.0
    said = {"first": whole(first), "last": whole(last), "wave": known[0].name}
    move = trend.ends.move if trend.ends else Move.UNKNOWN
    if move is Move.SAME:
        return t("About the same since {wave}: {score}", wave=known[0].name, score=whole(last))
    if move is Move.NOISE:
        return t("From {first} to {last} since {wave}: no more than rater noise", **said)
    return t("From {first} to {last} since {wave}", **said)
