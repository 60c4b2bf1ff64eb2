"""What every format says of a report, in its language: worded once, so that all say the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from babel.dates import format_date

from dashboard.charts.findings import dimensions_finding, profile_finding
from dashboard.domain.answer import Answer, State
from dashboard.domain.precision import about_the_same, change, whole
from dashboard.domain.questionnaire import Dimension, Item, Pillar
from dashboard.domain.result import Estimate
from dashboard.domain.saved_plan import SavedStep
from dashboard.domain.step import Step
from dashboard.i18n import BABEL_LOCALE, Words, words
from dashboard.reports.direction import isolated
from dashboard.reports.lines import in_one_line
from dashboard.reports.report import Report
from dashboard.reports.step_words import action_in_words
from dashboard.scores_in_words import bounds_in_words, overall_points, overall_standing, standing
from dashboard.verdict import (
    BandStep,
    Verdict,
    band_steps,
    coverage_in_words,
    support_in_words,
    verdict,
)

NONE: Final = "–"


@dataclass(frozen=True)
class Line:
    """A pillar or a dimension as it is shown."""

    id: str
    name: str
    short: str
    pillar: int
    """Position of its pillar, from 0."""
    estimate: Estimate
    standing: str
    """The band in a word, or why there is none."""
    before: Estimate | None
    counts: bool = True
    """Whether it has a weight in the overall score; a dimension's is that of its pillar."""

    @property
    def shown(self) -> int | None:
        """The whole score; None where none is published or it lies outside its bounds."""
        return _shown(self.estimate)

    @property
    def then(self) -> int | None:
        return _shown(self.before) if self.before else None

    @property
    def change(self) -> int | None:
        """Displayed points gained since the wave before; 0 where it is about the same."""
        if self.shown is None or self.then is None:
            return None
        return 0 if about_the_same(self.shown, self.then) else change(self.shown, self.then)


def _shown(estimate: Estimate) -> int | None:
    if estimate.score is None or estimate.outside_bounds:
        return None
    return whole(estimate.score)


@dataclass(frozen=True)
class Facts:
    report: Report

    @property
    def t(self) -> Words:
        return words(self.report.lang)

    @property
    def brand(self) -> str:
        """The name where it stands in a line with other words; so are all that follow it."""
        return isolated(in_one_line(self.report.brand))

    @property
    def wave(self) -> str:
        return isolated(in_one_line(self.report.wave))

    @property
    def wave_before(self) -> str | None:
        before = self.report.before
        return isolated(in_one_line(before.wave)) if before else None

    @cached_property
    def title(self) -> str:
        return self.report.questionnaire.title.get(self.report.lang)

    @cached_property
    def verdict(self) -> Verdict:
        return verdict(self.report.questionnaire, self.report.result, self.report.lang)

    @property
    def coverage(self) -> str:
        return coverage_in_words(self.report.result, self.report.lang)

    @property
    def band(self) -> str:
        return overall_standing(self.report.questionnaire, self.report.result, self.report.lang)

    @property
    def overall(self) -> str:
        before = self.report.before
        return overall_points(
            self.report.result,
            before.result if before else None,
            self.report.lang,
            wave=self.wave_before or "",
        )

    @property
    def no_score(self) -> str | None:
        """That there is no overall score, and why; None where there is one."""
        if self.report.result.overall.score is not None:
            return None
        t = self.t
        return t.sentences(t("{text}.", text=self.verdict.headline), self.verdict.reason)

    @property
    def not_counted(self) -> str:
        """What stands with the score of a pillar without a weight, see `Line.counts`."""
        t = self.t
        return t("not counted in the overall score")

    @property
    def no_steps(self) -> str:
        """Why no step is suggested, where none is."""
        t, result = self.t, self.report.result
        if not result.coverage.applicable:
            return t("Nothing applies, so there is no step to take.")
        if result.overall.score is None:
            return t("There is no step to take before questions are answered.")
        return t("There is no step that would raise a score.")

    @property
    def marks(self) -> tuple[str, ...]:
        """What has to stand beside every number: made up, provisional, on whose word."""
        return tuple(self._marks())

    def _marks(self) -> Iterator[str]:
        t = self.t
        if self.report.demo:
            yield t("Demo data")
        if self.report.result.band.provisional:
            yield t("Provisional")
        if support := support_in_words(self.report.result, self.report.lang):
            yield support
        if self.report.in_progress:
            yield t("Answers may still change")

    @property
    def day(self) -> str:
        return day_in_words(self.report.made_on, self.t)

    @property
    def profile_finding(self) -> str:
        return profile_finding(self.report.questionnaire, self.report.result, self.report.lang)

    @property
    def dimensions_finding(self) -> str:
        return dimensions_finding(self.report.questionnaire, self.report.result, self.report.lang)

    @cached_property
    def band_steps(self) -> tuple[BandStep, ...]:
        return band_steps(self.report.questionnaire, self.report.result, self.report.lang)

    @cached_property
    def pillars(self) -> tuple[Line, ...]:
        return tuple(
            self._line(pillar, n) for n, pillar in enumerate(self.report.questionnaire.pillars)
        )

    @cached_property
    def dimensions(self) -> tuple[Line, ...]:
        return tuple(
            self._line(dimension, n)
            for n, pillar in enumerate(self.report.questionnaire.pillars)
            for dimension in pillar.dimensions
        )

    def _line(self, part: Pillar | Dimension, position: int) -> Line:
        report, lang = self.report, self.report.lang
        of_pillars = isinstance(part, Pillar)
        now = report.result.pillar if of_pillars else report.result.dimension
        then = None
        if report.before:
            earlier = report.before.result
            then = (earlier.pillar if of_pillars else earlier.dimension).get(part.id)
        estimate = now[part.id]
        title = part.title.get(lang)
        return Line(
            id=part.id,
            name=title,
            short=title if isinstance(part, Pillar) else part.name.get(lang),
            pillar=position,
            estimate=estimate,
            standing=standing(report.questionnaire, estimate, lang),
            before=then,
            counts=report.questionnaire.pillars[position].weight > 0,
        )

    def score_in_words(self, line: Line) -> str:
        """The whole score; the range where the score lies outside it; why there is none."""
        if line.shown is not None:
            return str(line.shown)
        t, bounds = self.t, bounds_in_words(line.estimate, self.report.lang)
        if line.estimate.outside_bounds:
            return bounds
        return t("not enough answers") if bounds else t("does not apply")

    def told(self, lines: Sequence[Line]) -> str:
        """Each with its score, for those who do not see them drawn."""
        t = self.t
        return t.listed(
            [
                t("{name} {points}", name=line.name, points=self.score_in_words(line))
                for line in lines
            ]
        )

    def change_in_words(self, line: Line) -> str:
        """ "+8", "−8", "same" under three points; a dash without two scores."""
        t = self.t
        if line.change is None:
            return NONE
        if line.change == 0:
            return t("same")
        return f"+{line.change}" if line.change > 0 else f"−{-line.change}"

    def answer(self, item: Item) -> str:
        """The answer in the questionnaire's words."""
        t, answer = self.t, self.report.answers.get(item.id)
        if answer is None:
            return t("No answer")
        if answer.level is not None:
            return item.option(answer.level).text.get(self.report.lang)
        special = self.report.questionnaire.special_answers
        if answer.state is State.DONT_KNOW:
            return special.dont_know.text.get(self.report.lang)
        return special.not_applicable.text.get(self.report.lang)

    def level(self, item: Item) -> str:
        """The level's name with its number, or only the number; a dash without a level."""
        answer = self.report.answers.get(item.id)
        if answer is None or answer.level is None:
            return NONE
        named = self.report.questionnaire.level_name(item, answer.level)
        if named is None:
            return str(answer.level)
        return f"{answer.level} · {named.get(self.report.lang)}"

    def grade(self, answer: Answer | None) -> str:
        if answer is None or answer.evidence is None:
            return ""
        return self.report.questionnaire.evidence_grades[answer.evidence].text.get(self.report.lang)

    def action(self, step: Step | SavedStep) -> str:
        return action_in_words(self.report.questionnaire, step, self.t)

    def item_title(self, item_id: str) -> str:
        return self.report.questionnaire.items_by_id[item_id].title.get(self.report.lang)


def day_in_words(day: date, t: Words) -> str:
    return format_date(day, "long", locale=BABEL_LOCALE[t.lang])
