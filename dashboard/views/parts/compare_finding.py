"""The words first: how much moved, what moved most, and whether anyone is clearly ahead."""

from collections.abc import Iterator, Sequence

from dashboard.charts.comparison_findings import levels_finding, moves_finding
from dashboard.charts.dumbbell import signed
from dashboard.domain.comparison import Change, Comparison, Move, Spread
from dashboard.domain.precision import whole
from dashboard.plain import plain
from dashboard.reports.direction import isolated
from dashboard.scores_in_words import overall_standing
from dashboard.verdict import decisive_blocker, shortfall, support_in_words
from dashboard.views.parts.compare_ahead import held_below_others, held_in_words, who_is_ahead
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.parts.compare_order import (
    MOST_NAMES,
    claims_of_order,
    furthest_apart,
    no_orders,
    noise_in_words,
)
from dashboard.views.parts.finding import show_levels_of
from dashboard.views.parts.frame import show_head, show_top_row
from dashboard.views.session import current_lang, current_words


def show_comparison_head(chosen: Chosen) -> None:
    t = current_words()
    support = {support_in_words(sheet.result, t.lang) for sheet in chosen.sides}
    show_top_row(
        demo=chosen.here.workspace.is_demo, support=support.pop() if len(support) == 1 else None
    )
    if not chosen.sides:
        show_head(
            t("Nothing is side by side yet"), t("Which assessments?"), _what_to_choose(chosen)
        )
        return
    comparison = chosen.comparison
    if comparison is None:
        show_head(_eyebrow(chosen), t("These scores stand on different scales"))
        return
    sentences = list(_lead(chosen, comparison))
    show_head(_eyebrow(chosen), _title(chosen, comparison), t.sentences(*sentences))


def _what_to_choose(chosen: Chosen) -> str:
    t = current_words()
    if chosen.sheets:
        return t("Add a second one: another wave of this brand, or another brand.")
    return t("Choose two to six: waves of one brand, or several brands.")


def _eyebrow(chosen: Chosen) -> str:
    t = current_words()
    names = [plain(chosen.name(sheet)) for sheet in chosen.sheets]
    if chosen.one_brand:
        line = f"{plain(isolated(chosen.sheets[0].brand.name))} · {' → '.join(names)}"
    else:
        line = " · ".join(names)
    unfinished = [
        plain(chosen.name(sheet)) for sheet in chosen.sheets if sheet.assessment.open_for_answers
    ]
    if len(unfinished) == len(names):
        return f"{line} · {t('in progress')}"
    return (
        f"{line} · {t('in progress: {names}', names=t.listed(unfinished))}" if unfinished else line
    )


def _title(chosen: Chosen, comparison: Comparison) -> str:
    lang = current_lang()
    if chosen.over_time:
        found = moves_finding(comparison.changes, lang)
        return plain(_from_first_to_last(chosen, comparison, found))
    if len(chosen.alike) == 2:
        return plain(_one_beside_the_other(chosen, comparison))
    return who_is_ahead(chosen, comparison)


def _from_first_to_last(chosen: Chosen, comparison: Comparison, finding: str) -> str:
    """With others beside or between them, which two are meant."""
    if len(chosen.sheets) == 2:
        return finding
    first, last = comparison.sides[0].name, comparison.sides[-1].name
    return current_words()(
        "From {first} to {last}: {finding}",
        first=first,
        last=last,
        finding=finding[:1].lower() + finding[1:],
    )


def _one_beside_the_other(chosen: Chosen, comparison: Comparison) -> str:
    """Of two brands; with others beside them, which two are meant."""
    t, names = current_words(), [side.name for side in comparison.sides]
    other = names[0] if chosen.apart else None
    finding = levels_finding(comparison.changes, t.lang, last=names[-1], beside=other)
    if not chosen.apart or any(one.move in {Move.UP, Move.DOWN} for one in comparison.changes):
        return finding
    return t("{name}: {finding}", name=t.listed(names), finding=finding)


def _lead(chosen: Chosen, comparison: Comparison) -> Iterator[str]:
    if chosen.over_time:
        yield from _extremes(chosen, comparison.changes)
        yield from _band(chosen)
    elif len(chosen.alike) == 2:
        yield from _distances(chosen, comparison)
    else:
        yield from _widest(chosen, comparison.spreads)
    held = None if chosen.over_time else held_below_others(chosen)
    if held:
        yield held_in_words(chosen, held)


def _named(chosen: Chosen, ids: Sequence[str]) -> str:
    t = current_words()
    titles = {one.id: one.title.get(t.lang) for one in chosen.questionnaire.dimensions}
    if len(ids) > MOST_NAMES:
        return t("**{n} dimensions**", n=len(ids))
    return t.listed([f"**{plain(titles[id_])}**" for id_ in ids])


def _most(changes: Sequence[Change], move: Move) -> list[Change]:
    """Those that moved furthest one way."""
    moved = [one for one in changes if one.move is move]
    furthest = max((abs(one.points or 0) for one in moved), default=0)
    return [one for one in moved if abs(one.points or 0) == furthest]


def _extremes(chosen: Chosen, changes: Sequence[Change]) -> Iterator[str]:
    t = current_words()
    if gains := _most(changes, Move.UP):
        yield t.plural(
            "The largest gain is {names} ({points}).",
            "The largest gains are {names} ({points} each).",
            n=len(gains),
            names=_named(chosen, [one.id for one in gains]),
            points=plain(signed(gains[0].points or 0)),
        )
    if losses := _most(changes, Move.DOWN):
        said = {
            "names": _named(chosen, [one.id for one in losses]),
            "points": plain(signed(losses[0].points or 0)),
        }
        if sum(one.move is Move.DOWN for one in changes) == 1:
            yield t("The only loss is {names} ({points}).", **said)
        else:
            yield t.plural(
                "The largest loss is {names} ({points}).",
                "The largest losses are {names} ({points} each).",
                n=len(losses),
                **said,
            )


def _band(chosen: Chosen) -> Iterator[str]:
    """What became of the band, and what holds it now; nothing while it is provisional."""
    t = current_words()
    first, last = chosen.alike[0], chosen.alike[-1]
    if first.result.band.awarded is None or last.result.band.awarded is None:
        return
    then, now = (plain(overall_standing(s.questionnaire, s.result, t.lang)) for s in (first, last))
    left = any(s.result.band.awarded != last.result.band.awarded for s in chosen.alike[1:-1])
    if then != now:
        yield t("The band went from {then} to {now}.", then=then, now=now)
    if not last.result.band.blocked_by:
        if then == now:
            yield (
                t("The band is {now} again.", now=now)
                if left
                else t("The band is still {now}.", now=now)
            )
        return
    held = plain(shortfall(last.questionnaire, decisive_blocker(last.result), t.lang))
    if then == now:
        yield (
            t("The band is {now} again: {held}.", now=now, held=held)
            if left
            else t("The band is still {now}: {held}.", now=now, held=held)
        )
    else:
        yield t("What holds it now: {held}.", held=held)


def _distances(chosen: Chosen, comparison: Comparison) -> Iterator[str]:
    """Where two brands lie furthest apart, and whether one is ahead overall."""
    t = current_words()
    if above := _most(comparison.changes, Move.UP):
        yield t(
            "Furthest above: {names} ({points}).",
            names=_named(chosen, [one.id for one in above]),
            points=plain(signed(above[0].points or 0)),
        )
    if below := _most(comparison.changes, Move.DOWN):
        yield t(
            "Furthest below: {names} ({points}).",
            names=_named(chosen, [one.id for one in below]),
            points=plain(signed(below[0].points or 0)),
        )
    if comparison.overall.move is Move.NOISE:
        yield noise_in_words(comparison.overall)
        return
    for claim in claims_of_order(chosen):
        yield t("Overall: {claim}.", claim=claim)
    for reason in no_orders(chosen):
        yield t("{text}.", text=reason)


def _widest(chosen: Chosen, spreads: Sequence[Spread]) -> Iterator[str]:
    t, apart = current_words(), furthest_apart(spreads)
    if not apart:
        return
    name = _named(chosen, [one.id for one in apart])
    if len({_ends(one) for one in apart}) > 1:
        said = {"name": name, "points": apart[0].points}
        yield (
            t("Beyond rater noise they lie furthest apart on {name}, {points} points each.", **said)
            if spreads[0].in_noise
            else t("They lie furthest apart on {name}, {points} points each.", **said)
        )
        return
    low, high = _ends(apart[0])
    said = {"name": name, "low": low, "high": high}
    if spreads[0].in_noise:
        yield t(
            "Beyond rater noise they lie furthest apart on {name}, from {low} to {high}.", **said
        )
    else:
        yield t("They lie furthest apart on {name}, from {low} to {high}.", **said)


def _ends(spread: Spread) -> tuple[int, int]:
    """The lowest and the highest as shown."""
    known = [score for score in spread.scores if score is not None]
    return whole(min(known)), whole(max(known))


def show_levels(chosen: Chosen) -> None:
    """Four figures with their change, where one came after the other."""
    comparison = chosen.comparison
    if comparison is None or not chosen.over_time:
        return
    changes = (comparison.overall, *comparison.pillars)
    show_levels_of(
        chosen.alike[-1],
        before=chosen.alike[0].result,
        wave=chosen.alike[0].assessment.wave,
        in_noise=[one.id for one in changes if one.move is Move.NOISE],
    )
