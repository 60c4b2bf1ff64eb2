"""The trend: overall score and pillars over a brand's waves, broken where the scale changed.

A step that the raters of its waves cannot tell from none is grey and dashed; the marks keep their
colours.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import plotly.graph_objects as go

from dashboard.charts import description
from dashboard.charts.dumbbell import move_in_words
from dashboard.charts.frame import HOVER, HOVER_WIDTH, IN_NOISE, TEXT, Part, figure
from dashboard.charts.ink import INK, PAPER, pillar_ink
from dashboard.charts.lettering import shown, wrapped
from dashboard.charts.trend_scale import (
    bands_axis,
    break_words,
    breaks,
    thresholds,
    waves_axis,
)
from dashboard.domain.bands import band_of
from dashboard.domain.comparison import Change
from dashboard.domain.detectable import OVERALL
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import Lang, Text
from dashboard.domain.trend import Trend, TrendWave
from dashboard.i18n import words

HEIGHT: Final = 320
MARGIN: Final = {"l": 4, "r": 14, "t": 30, "b": 44}
OVERALL_WIDTH: Final = 3
PILLAR_WIDTH: Final = 2
AWAY: Final = 7
"""Pixels between the middle of a mark and its number."""
HIDDEN: Final = 11
"""Points around a mark that its number covers."""


@dataclass(frozen=True)
class Series:
    """One line of the figure; None where a wave has no score."""

    name: Text | None
    """None for the overall score."""
    ink: str
    scores: tuple[float | None, ...]
    in_noise: Mapping[int, Change]
    """Steps within rater noise, by the position of the later wave."""

    @property
    def width(self) -> int:
        return PILLAR_WIDTH if self.name else OVERALL_WIDTH

    def title(self, lang: Lang) -> str:
        return self.name.get(lang) if self.name else words(lang)("Overall")


def series(questionnaire: Questionnaire, trend: Trend) -> tuple[Series, ...]:
    """The pillars of the newest questionnaire, then overall, which is drawn on top."""
    pillars = (
        Series(
            name=pillar.title,
            ink=pillar_ink(n),
            scores=tuple(wave.pillars.get(pillar.id) for wave in trend.waves),
            in_noise=steps_in_noise(trend, pillar.id),
        )
        for n, pillar in enumerate(questionnaire.pillars)
    )
    overall = tuple(wave.overall for wave in trend.waves)
    return (*pillars, Series(None, INK, overall, steps_in_noise(trend, OVERALL)))


def steps_in_noise(trend: Trend, part: str) -> dict[int, Change]:
    """Those of a pillar or of the overall score, by the position of the later wave."""
    return {n: step for n, step in trend.steps(part).items() if step.within_noise}


def trend_lines(questionnaire: Questionnaire, trend: Trend, lang: Lang) -> go.Figure:
    """Draw each line in pieces, one a questionnaire version; open marks are provisional."""
    all_ = series(questionnaire, trend)
    return figure(
        [*_dashes(all_), *(_line(one, trend, questionnaire, lang) for one in all_)],
        height=HEIGHT,
        margin=dict(MARGIN),
        xaxis=waves_axis(trend),
        yaxis=bands_axis(questionnaire, lang),
        shapes=[*thresholds(questionnaire), *breaks(trend)],
        annotations=[*_numbers(trend), *break_words(trend, lang)],
    )


def describe_trend_lines(questionnaire: Questionnaire, trend: Trend, lang: Lang) -> str:
    """Say what `trend_lines` draws from the same values."""
    t = words(lang)
    facts = [
        t(
            "{name}: {values}.",
            name=one.title(lang),
            values=description.SEMICOLON[lang].join(_told(one, trend, questionnaire, lang)),
        )
        for one in reversed(series(questionnaire, trend))
    ]
    broken = [t("The lines break before {wave}.", wave=trend.waves[n].name) for n in trend.breaks]
    return description.sentences(
        lang,
        [
            t.plural(
                "Overall score and pillars in {n} wave.",
                "Lines of the overall score and the pillars over {n} waves.",
                n=len(trend.waves),
            ),
            *broken,
            *facts,
            description.bands(questionnaire, lang),
        ],
    )


def _told(one: Series, trend: Trend, questionnaire: Questionnaire, lang: Lang) -> Iterator[str]:
    t, stands = words(lang), partial(_standing, trend, questionnaire, lang)
    for n, (wave, score) in enumerate(zip(trend.waves, one.scores, strict=True)):
        told = t("no score") if score is None else stands(one, n, score)
        facts = [wave.name, told]
        if step := one.in_noise.get(n):
            facts.append(move_in_words(step, lang))
        yield description.COMMA[lang].join(facts)


def _standing(
    trend: Trend, questionnaire: Questionnaire, lang: Lang, one: Series, n: int, score: float
) -> str:
    """Band and score; of a provisional overall score the bounds alone.

    The bands are those of the newest wave's version: on another one there is the score alone.
    """
    t, wave, points = words(lang), trend.waves[n], whole(score)
    if one.name is None and wave.bounds:
        between = description.between(wave.bounds, lang)
        return t("{standing} (provisional)", standing=between)
    if wave.questionnaire != trend.waves[-1].questionnaire:
        return str(points)
    of_score = band_of(score, questionnaire.scoring)
    if one.name or wave.band in {None, of_score}:
        return f"{questionnaire.band(of_score).name.get(lang)} {points}"
    return f"{questionnaire.band(wave.band).name.get(lang)} {points} ({t('held')})"


def _line(one: Series, trend: Trend, questionnaire: Questionnaire, lang: Lang) -> Part:
    overall = one.name is None
    places: list[float] = []
    scores: list[float | None] = []
    symbols: list[str] = []
    hovers: list[list[str]] = []
    stands = partial(_standing, trend, questionnaire, lang)

    def gap(place: float) -> None:
        """The line is interrupted here."""
        places.append(place)
        scores.append(None)
        symbols.append("circle")
        hovers.append(["", ""])

    for segment in trend.segments:
        for n in segment:
            score, wave = one.scores[n], trend.waves[n]
            if n in one.in_noise:
                gap(n - 0.5)
            places.append(n)
            scores.append(score)
            symbols.append("circle-open" if overall and wave.provisional else "circle")
            name = wrapped(f"{one.title(lang)} · {wave.name}", HOVER_WIDTH)
            hovers.append([name, "" if score is None else shown(stands(one, n, score))])
        gap(segment.stop - 0.5)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": places,
        "y": scores,
        "connectgaps": False,
        "line": {"color": one.ink, "width": one.width},
        "marker": {
            "symbol": symbols,
            "size": 11 if overall else 8,
            "color": one.ink,
            "line": {"color": one.ink if overall else PAPER, "width": 2 if overall else 1},
            "opacity": 1,
        },
        "cliponaxis": False,
        "customdata": hovers,
        "hovertemplate": HOVER,
    }


def _dashes(all_: Sequence[Series]) -> Iterator[Part]:
    """The steps within noise, below all lines and as wide as they are."""
    for one in all_:
        if steps := one.in_noise.items():
            yield {
                "type": "scatter",
                "mode": "lines",
                "x": [place for n, _ in steps for place in (n - 1, n, n)],
                "y": [score for _, step in steps for score in (step.before, step.now, None)],
                "connectgaps": False,
                "line": IN_NOISE | {"width": one.width},
                "hoverinfo": "skip",
                "cliponaxis": False,
            }


def _where_it_hides_least(wave: TrendWave, score: float) -> Part:
    """Above the mark, or below it where fewer pillars have theirs."""
    apart = [other - score for other in wave.pillars.values() if other is not None]
    above = sum(0 < one < HIDDEN for one in apart)
    below = sum(-HIDDEN < one < 0 for one in apart)
    if below < above and score > HIDDEN:
        return {"yanchor": "top", "yshift": -AWAY}
    return {"yanchor": "bottom", "yshift": AWAY}


def _numbers(trend: Trend) -> Iterator[Part]:
    for n, wave in enumerate(trend.waves):
        score = wave.overall
        if score is not None:
            number = "–".join(dict.fromkeys(str(whole(end)) for end in wave.bounds or (score,)))
            yield {
                "x": n,
                "y": score,
                **_where_it_hides_least(wave, score),
                "text": f"<b>{number}</b>",
                "showarrow": False,
                "bgcolor": PAPER,
                "borderpad": 1,
                "font": {"size": TEXT, "color": INK},
            }
