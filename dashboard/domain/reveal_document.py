"""A workshop for other programs (`candour.workshop/1`) and, in words, for a terminal.

Before the reveal it holds counts of people and nothing of what they gave.
"""

from collections.abc import Iterator, Mapping

from dashboard.domain.intraclass import Coefficient, Correlation, Intraclass
from dashboard.domain.precision import whole
from dashboard.domain.result import Result
from dashboard.domain.reveal import OVERALL, ItemReveal, Reveal
from dashboard.domain.workshop import Agreed, Progress, Workshop, spoken_code

FORMAT = "candour.workshop/1"


def as_json(
    workshop: Workshop, link: str, progress: Progress, found: Reveal | None
) -> dict[str, object]:
    """The document as JSON values, unrounded; `found` is None until the ratings are revealed."""
    standing = {
        "format": FORMAT,
        "id": workshop.id,
        "stage": workshop.stage.value,
        "code": workshop.code,
        "link": link,
        "expected": workshop.setup.expected,
        "joined": progress.joined,
        "finished": progress.finished,
        "by_dimension": dict(progress.by_dimension),
    }
    return standing | (_revealed(found) if found else {})


def _revealed(found: Reveal) -> dict[str, object]:
    return {
        "participants": found.participants,
        "items": {one.item_id: _item(one) for one in found.items},
        "items_agreed_share": found.summary.agreed_share,
        **_intraclass(found.intraclass),
        "rwg_j_star": {
            "slight_skew": found.summary.r_wg_j_star_slight_skew,
            "uniform": found.summary.r_wg_j_star_uniform,
        },
        "straight_liners": found.straight_liners,
        "scores": _by_part(found.result, _scores(found.result)),
        "leave_one_out": _by_part(
            found.result, {part: left.model_dump() for part, left in found.left_out.items()}
        ),
    }


def _item(one: ItemReveal) -> dict[str, object]:
    """Everything of the ratings is null below three of them; what was agreed is no rating."""
    counts, found = one.counts, one.agreement
    return {
        "too_few": counts is None,
        "counts": list(counts.levels) if counts else None,
        "dont_know": counts.dont_know if counts else None,
        "not_applicable": counts.not_applicable if counts else None,
        "raters": counts.raters if counts else None,
        "k": counts.k if counts else None,
        "lower_median": one.lower_median,
        "r_wg_slight_skew": found.r_wg_slight_skew if found else None,
        "r_wg_uniform": found.r_wg_uniform if found else None,
        "a_wg": found.a_wg if found else None,
        "ad_m": found.ad_m if found else None,
        "consensus": found.consensus if found else None,
        "contested": found.contested if found else None,
        "agreed": _agreed(one.agreed) if one.agreed else None,
    }


def _agreed(one: Agreed) -> dict[str, object]:
    return {"state": one.answer.state.value, "level": one.answer.level, "reason": one.reason}


def _intraclass(found: Intraclass) -> dict[str, object]:
    return {
        "icc_1": _coefficient(found.icc_1),
        "icc_k": _coefficient(found.icc_k),
        "icc_a_1": _coefficient(found.icc_a_1),
        "icc_a_k": _coefficient(found.icc_a_k),
    }


def _coefficient(one: Coefficient | None) -> dict[str, object] | None:
    if one is None:
        return None
    return {"value": one.value, "raw": one.raw, "low": _value(one.low), "high": _value(one.high)}


def _value(one: Correlation | None) -> float | None:
    return one.value if one else None


def _scores(result: Result) -> dict[str, object]:
    pillars = {pillar.id: pillar.score for pillar in result.pillars}
    dimensions = {dimension.id: dimension.score for dimension in result.dimensions}
    return {OVERALL: result.overall.score, **pillars, **dimensions}


def _by_part(result: Result, values: Mapping[str, object]) -> dict[str, object]:
    """Values by part, sorted into those of the whole, of its pillars and of its dimensions."""
    return {
        OVERALL: values.get(OVERALL),
        "pillars": {part.id: values.get(part.id) for part in result.pillars},
        "dimensions": {part.id: values.get(part.id) for part in result.dimensions},
    }


def as_words(workshop: Workshop, link: str, progress: Progress, found: Reveal | None) -> str:
    """A few lines of plain text, in English."""
    joined = f"{progress.joined} joined of {workshop.setup.expected} expected"
    lines = [
        f"{spoken_code(workshop.code)} is {workshop.stage}: {joined}, {progress.finished} finished",
        f"  {link}",
        *(f"  {part:<8} {count} through" for part, count in progress.by_dimension.items()),
    ]
    return "\n".join([*lines, *(_lines(found) if found else ())])


def _lines(found: Reveal) -> Iterator[str]:
    overall, short = found.result.overall.score, found.summary
    yield f"  Items agreed: {short.agreed} of {short.judged}"
    yield f"  Overall, undiscussed: {'–' if overall is None else whole(overall)}"
    yield from (f"  {_line(one)}" for one in found.by_disagreement)


def _line(one: ItemReveal) -> str:
    agreed = f", agreed: {one.agreed.answer.level or one.agreed.answer.state}" if one.agreed else ""
    if one.counts is None:
        return f"{one.item_id:<8} fewer than 3 ratings, not shown{agreed}"
    counts = " ".join(str(count) for count in one.counts.levels)
    others = f"don't know {one.counts.dont_know}, does not apply {one.counts.not_applicable}"
    contested = ", contested" if one.contested else ""
    return (
        f"{one.item_id:<8} by level {counts}, {others}; "
        f"lower median {one.lower_median or '–'}{contested}{agreed}"
    )
