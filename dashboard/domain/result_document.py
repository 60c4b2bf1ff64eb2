"""A result for other programs (`candour.result/1`) and, in words, for a terminal."""

from dashboard.domain.precision import whole
from dashboard.domain.problem import printable
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Estimate, OverallResult, Result

FORMAT = "candour.result/1"


def as_json(result: Result) -> dict[str, object]:
    """The document as JSON values; scores unrounded, null where not published."""
    band = result.band
    return {
        "format": FORMAT,
        "questionnaire": result.questionnaire,
        "overall": {
            "score": result.overall.score,
            "low": result.overall.low,
            "high": result.overall.high,
            "average": result.overall.average,
            "evidenced": result.overall.evidenced,
        },
        "band": {
            "raw": band.raw,
            "secured": band.secured,
            "possible": band.possible,
            "awarded": band.awarded,
            "provisional": band.provisional,
            "blocked_by": [blocker.model_dump(mode="json") for blocker in band.blocked_by],
        },
        "pillars": {pillar.id: _estimate(pillar) for pillar in result.pillars},
        "dimensions": {
            dimension.id: _estimate(dimension) | {"applicable": dimension.applicable}
            for dimension in result.dimensions
        },
        "coverage": result.coverage.model_dump(),
    }


def _estimate(estimate: Estimate) -> dict[str, object]:
    return {
        "score": estimate.score,
        "low": estimate.low,
        "high": estimate.high,
        "evidenced": estimate.evidenced,
        "published": estimate.published,
    }


def as_words(questionnaire: Questionnaire, result: Result) -> str:
    """A few lines of plain text, in English."""
    coverage = result.coverage
    lines = [
        f"  {coverage.answered} of {coverage.applicable} applicable questions answered",
        f"  {_row('Overall', result.overall)}  {_band(questionnaire, result)}",
    ]
    for pillar in questionnaire.pillars:
        lines.append(f"  {_row(pillar.title.en, result.pillar[pillar.id])}")
        lines += [
            f"    {_row(dimension.title.en, result.dimension[dimension.id])}"
            for dimension in pillar.dimensions
        ]
    return "\n".join(lines)


def _row(name: str, estimate: Estimate) -> str:
    name = printable(name)
    shown = "  –" if estimate.score is None else f"{whole(estimate.score):>3}"
    if estimate.low is None or estimate.high is None:
        none = "" if isinstance(estimate, OverallResult) else "  (does not apply)"
        return f"{name:<36} {shown}{none}"
    unsettled = "" if estimate.settled else f"  ({whole(estimate.low)}–{whole(estimate.high)})"
    return f"{name:<36} {shown}{unsettled}"


def _band(questionnaire: Questionnaire, result: Result) -> str:
    band = result.band
    if band.secured is None or band.possible is None or band.raw is None:
        return "not enough answers for a score"
    secured, possible, raw = (
        questionnaire.band(key).name.en for key in (band.secured, band.possible, band.raw)
    )
    if band.provisional:
        return f"provisional: between {secured} and {possible}"
    held = dict.fromkeys(blocker.id for blocker in band.blocked_by)
    return f"{secured} ({raw} by the score alone; held by {', '.join(held)})" if held else secured
