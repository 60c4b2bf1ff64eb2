"""The slides in their order: where we stand, why, what has changed, what to do, how it was made.

Every title says what its slide shows; the notes hold the reasons for whoever presents.
"""

from collections.abc import Sequence
from typing import Final

from dashboard.charts.bars import describe_level_bars
from dashboard.domain.look import Look
from dashboard.reports.facts import NONE, Facts, Line
from dashboard.reports.further import (
    Told,
    firmness_told,
    peers_told,
    plan_told,
    targets_told,
)
from dashboard.reports.lines import in_one_line
from dashboard.reports.method_words import limits_in_words, method_in_words
from dashboard.reports.slides.area import Area
from dashboard.reports.slides.chart import Bar, add_bars
from dashboard.reports.slides.deck import Deck
from dashboard.reports.slides.further import add_told
from dashboard.reports.slides.measure import fitting
from dashboard.reports.slides.table import Column, add_table, table_slides
from dashboard.reports.slides.titles import (
    bands_title,
    change_title,
    critical_title,
    steps_title,
)
from dashboard.reports.step_words import gain_in_words
from dashboard.scores_in_words import points

STEPS: Final = 6
ENDS: Final = 3
"""Dimensions at either end."""
OPEN: Final = 10


def tell(deck: Deck) -> None:
    _open(deck)
    _finding(deck)
    if any(line.shown is not None for line in deck.facts.dimensions):
        _pillars(deck)
        _dimensions(deck)
    _bands(deck)
    _change(deck)
    _ends(deck)
    _critical(deck)
    _say(deck, targets_told(deck.facts))
    _say(deck, peers_told(deck.facts))
    _steps(deck)
    _say(deck, plan_told(deck.facts))
    _questions(deck)
    _method(deck)


def _say(deck: Deck, told: Told | None) -> None:
    if told is not None:
        add_told(deck, told)


def _open(deck: Deck) -> None:
    facts = deck.facts
    marks = " · ".join(facts.marks)
    look = facts.report.look
    whose = [look.name] if look.name != Look().name else []
    lines = [f"{facts.title} · {facts.wave}", facts.day, *whose, marks]
    deck.opening(in_one_line(facts.report.brand), [line for line in lines if line])


def _finding(deck: Deck) -> None:
    """The band first, then the figures: each pillar in a word and in points."""
    t, facts = deck.facts.t, deck.facts
    slide = deck.bare(facts.verdict.headline, _reasons(facts))
    area = deck.area
    top = Area(area.left, area.top, area.width, area.height * 3 // 10)
    firm = firmness_told(facts)
    said = [facts.verdict.reason, *([firm.line] if firm else [])]
    deck.text(slide, said, top, fitting(said, top, (20, 18, 16, 14)))
    below = area.height * 7 // 10
    rest = Area(area.left, area.top + area.height - below, area.width, below)
    rows = [[t("Overall"), facts.band, facts.overall]]
    rows += [[line.name, line.standing, _points(facts, line)] for line in facts.pillars]
    columns = (Column("", 0.36, strong=True), Column(t("Band"), 0.32), Column(t("Score"), 0.32))
    add_table(deck, slide, columns, rows, rest, alt=t("The overall score and each pillar"))


def _points(facts: Facts, line: Line) -> str:
    return points(line.estimate, line.before, facts.report.lang)


def _reasons(facts: Facts) -> str:
    t = facts.t
    said = [facts.verdict.reason, t("{text}.", text=facts.coverage)]
    return "\n".join([t.sentences(*said), *limits_in_words(facts)])


def _pillars(deck: Deck) -> None:
    """Its notes say how firm it is: it is here that somebody asks."""
    facts = deck.facts
    firm = firmness_told(facts)
    told = [facts.told(facts.pillars), *([firm.line, *firm.below] if firm else [])]
    _bars(deck, facts.profile_finding, facts.pillars, notes="\n".join(told))


def _dimensions(deck: Deck) -> None:
    facts, report = deck.facts, deck.facts.report
    spoken = describe_level_bars(report.questionnaire, report.result, report.lang)
    _bars(deck, facts.dimensions_finding, facts.dimensions, notes=spoken)


def _bars(
    deck: Deck,
    title: str,
    lines: tuple[Line, ...],
    *,
    notes: str = "",
    before: str | None = None,
) -> None:
    t, facts = deck.facts.t, deck.facts
    spoken = facts.told(lines)
    slide = deck.bare(title, notes or spoken)
    add_bars(
        slide,
        [_bar(line) for line in lines],
        deck.area,
        deck.paint,
        alt=t("{title}: {text}.", title=title, text=spoken),
        now=in_one_line(facts.report.wave),
        before=before,
    )


def _bar(line: Line) -> Bar:
    then = line.before.score if line.before and line.then is not None else None
    return Bar(
        name=line.short if line.shown is not None else f"{line.short} {NONE}",
        score=line.estimate.score if line.shown is not None else None,
        accent=line.pillar,
        before=then,
    )


def _bands(deck: Deck) -> None:
    t, facts = deck.facts.t, deck.facts
    title = bands_title(facts)
    columns = (
        Column(t("Band"), 0.3, strong=True),
        Column(t("Score from"), 0.15, right=True),
        Column(t("What stands in the way"), 0.55),
    )
    rows = [
        [
            t("{band} (yours)", band=step.name) if step.yours else step.name,
            str(step.threshold),
            step.held_by or NONE,
        ]
        for step in facts.band_steps
    ]
    alt = t("Each band with its threshold and what holds it")
    table_slides(deck, title, facts.verdict.reason, columns, rows, alt=alt)


def _change(deck: Deck) -> None:
    t, facts = deck.facts.t, deck.facts
    before = facts.report.before
    if before is None or not any(line.change is not None for line in facts.dimensions):
        return
    changes = [
        t("{name}: {text}", name=line.name, text=facts.change_in_words(line))
        for line in facts.dimensions
    ]
    overall = t("Since {wave}: {points}", wave=facts.wave_before, points=facts.overall)
    notes = "\n".join([overall, *changes])
    _bars(deck, change_title(facts), facts.dimensions, notes=notes, before=before.wave)


def _ends(deck: Deck) -> None:
    """The strongest and the weakest dimensions, each with what it is about."""
    t, facts = deck.facts.t, deck.facts
    scored = sorted(
        (line for line in facts.dimensions if line.shown is not None),
        key=lambda line: -(line.estimate.score or 0),
    )
    if len(scored) < 2 * ENDS or scored[0].shown == scored[-1].shown:
        return
    title = _ends_finding(deck, scored)
    notes = t("Dimensions by score, the highest and the lowest three.")
    columns = (
        Column(t("Dimension"), 0.3, strong=True),
        Column(t("Band"), 0.16),
        Column(t("Score"), 0.1, right=True),
        Column(t("What it is about"), 0.44),
    )
    definitions = {d.id: d.definition for d in facts.report.questionnaire.dimensions}
    rows = []
    for line in (*scored[:ENDS], *scored[-ENDS:]):
        about = definitions[line.id]
        said = about.get(t.lang) if about else NONE
        rows.append([line.name, line.standing, str(line.shown), said])
    table_slides(deck, title, notes, columns, rows)


def _ends_finding(deck: Deck, scored: Sequence[Line]) -> str:
    """Who is first and last, if one alone is."""
    t, (first, second), (last_but_one, last) = deck.facts.t, scored[:2], scored[-2:]
    if first.shown == second.shown or last.shown == last_but_one.shown:
        low, high = last.shown or 0, first.shown or 0
        return t("The dimensions lie between {low} and {high}", low=low, high=high)
    return t(
        "{best} is furthest, {worst} has the longest way to go", best=first.short, worst=last.short
    )


def _critical(deck: Deck) -> None:
    t, facts = deck.facts.t, deck.facts
    critical = [item for item in facts.report.questionnaire.items if item.critical]
    if not critical:
        return
    title = critical_title(facts)
    columns = (
        Column(t("Question"), 0.3, strong=True),
        Column(t("Level"), 0.2),
        Column(t("Answer"), 0.5),
    )
    rows = [[item.title.get(t.lang), facts.level(item), facts.answer(item)] for item in critical]
    table_slides(deck, title, facts.verdict.reason, columns, rows)


def _steps(deck: Deck) -> None:
    t, facts = deck.facts.t, deck.facts
    steps = facts.report.suggested[:STEPS]
    note = t(
        "Gain is in points of the overall score if this step alone is taken: a calculation on "
        "estimated effort, not a forecast."
    )
    if not steps:
        deck.bullets(t("Next steps"), [facts.no_steps], note)
        return
    title = steps_title(facts, steps)
    columns = (
        Column(t("Step"), 0.48, strong=True),
        Column(t("Question"), 0.26),
        Column(t("Effort"), 0.1, right=True),
        Column(t("Gain"), 0.16, right=True),
    )
    rows = []
    for step in steps:
        gain = gain_in_words(step.gain)
        lifts = t("{gain}, lifts a gate", gain=gain) if step.unblocks else gain
        where = facts.item_title(step.item_id)
        rows.append([facts.action(step), where, f"{step.effort:g}", lifts])
    table_slides(deck, title, note, columns, rows)


def _questions(deck: Deck) -> None:
    t, facts = deck.facts.t, deck.facts
    result = facts.report.result
    missing = (*result.to_dos, *result.knowledge_gaps)
    if not missing:
        return
    title = t.plural("{n} question is still open", "{n} questions are still open", len(missing))
    lines = [facts.item_title(item_id) for item_id in missing[:OPEN]]
    if more := len(missing) - len(lines):
        lines.append(t.plural("and {n} more question", "and {n} more questions", more))
    deck.bullets(title, lines, facts.coverage)


def _method(deck: Deck) -> None:
    t, facts = deck.facts.t, deck.facts
    lines = list(method_in_words(facts))
    deck.bullets(t("How the number is made"), lines, "\n".join(limits_in_words(facts)))
