"""What a report says beyond the result, where it is there: how firm it is, targets, peers, plan.

Each is a finding, a table and what has to be said with it; what people wrote stands by itself,
as it may be of any length.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.charts.firmness import claims, firmness_finding, how_ranged, range_in_words
from dashboard.domain.cohort import OVERALL
from dashboard.domain.precision import whole
from dashboard.domain.saved_plan import SavedStep
from dashboard.domain.target import Gap, furthest_first
from dashboard.reports.direction import isolated
from dashboard.reports.facts import NONE, Facts
from dashboard.reports.peers import Peers
from dashboard.reports.step_words import gain_in_words, status_in_words
from dashboard.scores_in_words import targets_finding

ARROW: Final = "\u00a0→\u00a0"
"""Does not leave its levels at the end of a line."""


@dataclass(frozen=True)
class Column:
    head: str
    share: int
    """Its width, beside those of the others."""
    right: bool = False


@dataclass(frozen=True)
class Told:
    name: str
    """What it is about, in a word."""
    finding: str
    line: str
    """All that whoever reads one line has to know."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    below: Sequence[str] = ()
    """Whole sentences."""
    prose: Sequence[tuple[str, str]] = ()
    """What people wrote, each under what it is about."""


def plan_told(facts: Facts) -> Told | None:
    t, plan = facts.t, facts.report.plan
    if plan is None:
        return None
    progress = plan.progress
    gains = {(step.item_id, step.level): step.gain for step in facts.report.steps}

    def row(step: SavedStep) -> tuple[str, ...]:
        work, gain = step.work, gains.get(step.key)
        return (
            f"{saved_title(facts, step)} · {step.level}{ARROW}{step.to_level}",
            isolated(work.owner) if work.owner else NONE,
            t.day(work.due) if work.due else NONE,
            status_in_words(work.status, t),
            f"{step.effort:g}",
            NONE if gain is None else gain_in_words(gain),
        )

    return Told(
        name=t("Plan"),
        finding=t("Plan: {done} of {n} steps done", done=progress.done, n=progress.steps),
        line=t(
            "{done} of {n} steps done, {effort} of {all} points of effort.",
            done=progress.done,
            n=progress.steps,
            effort=f"{progress.effort_done:g}",
            all=f"{progress.effort:g}",
        ),
        columns=(
            Column(t("Step"), 34),
            Column(t("Owner"), 18),
            Column(t("Due"), 17),
            Column(t("Status"), 13),
            Column(t("Effort"), 9, right=True),
            Column(t("Gain"), 9, right=True),
        ),
        rows=[row(step) for step in plan.steps],
        below=[
            t(
                "{done} of {all} points of effort are done.",
                done=f"{progress.effort_done:g}",
                all=f"{progress.effort:g}",
            ),
            t(
                "Gain is in points of the overall score if this step alone is taken, by today's "
                "answers; none where they have moved on."
            ),
        ],
        prose=[(saved_title(facts, s), s.work.note) for s in plan.steps if s.work.note],
    )


def targets_told(facts: Facts) -> Told | None:
    t, report = facts.t, facts.report
    if not report.gaps:
        return None
    names = {line.id: line.name for line in facts.dimensions}

    def row(gap: Gap) -> tuple[str, ...]:
        return (
            names[gap.target.dimension_id],
            t.day(gap.target.due),
            NONE if gap.score is None else str(whole(gap.score)),
            str(whole(gap.target.score)),
            NONE if gap.short is None else str(gap.short) if gap.short else t("reached"),
        )

    ordered = furthest_first(report.gaps)
    finding = targets_finding(report.questionnaire, report.gaps, t.lang)
    return Told(
        name=t("Targets"),
        finding=finding,
        line=t("{text}.", text=finding),
        columns=(
            Column(t("Dimension"), 42),
            Column(t("Due"), 22),
            Column(t("Score"), 11, right=True),
            Column(t("Target"), 11, right=True),
            Column(t("Missing"), 14, right=True),
        ),
        rows=[row(gap) for gap in ordered],
        prose=[(names[gap.target.dimension_id], gap.target.reason) for gap in ordered],
    )


def peers_told(facts: Facts) -> Told | None:
    t, peers = facts.t, facts.report.peers
    if peers is None:
        return None
    measures = {OVERALL: t("Overall")} | {line.id: line.name for line in facts.pillars}
    share = 70 // len(measures)
    return Told(
        name=t("Peers"),
        finding=peers.finding,
        line=t.sentences(*_in_one_line(facts, peers)),
        columns=(
            Column(t("Compared with"), 30),
            *(Column(name, share) for name in measures.values()),
        ),
        rows=[
            (
                t("{name} (about {n})", name=one.name, n=one.n),
                *(one.places[id_].words if id_ in one.places else NONE for id_ in measures),
            )
            for one in peers.compared
        ],
        below=list(_of_the_release(facts, peers)),
    )


def _of_the_release(facts: Facts, peers: Peers) -> Iterator[str]:
    t = facts.t
    if peers.synthetic:
        yield t("Demo data: these numbers are made up.")
    if peers.make_up:
        named = [t("{name} about {n}", name=one.name, n=one.n) for one in peers.make_up]
        yield t("Who takes part: {names}.", names=t.listed(named))
    yield t("Release of {day}.", day=t.day(peers.released))
    yield t(
        "Published by {publisher}, questionnaire {questionnaire}, method {method}. "
        "Licence: {licence}.",
        publisher=isolated(peers.publisher),
        questionnaire=facts.report.questionnaire.reference,
        method=peers.method,
        licence=isolated(peers.licence),
    )
    yield t(
        "Who takes part has chosen to. Numbers are rounded to five, and no group of fewer than "
        "ten brands is shown."
    )


def _in_one_line(facts: Facts, peers: Peers) -> Iterator[str]:
    t = facts.t
    yield t(
        "{place} (about {n}, release of {day}).",
        place=peers.finding,
        n=peers.compared[0].n,
        day=t.day(peers.released),
    )
    if peers.synthetic:
        yield t("{text}.", text=t("Demo data"))


def firmness_told(facts: Facts) -> Told | None:
    t, report, found = facts.t, facts.report, facts.report.firmness
    if found is None:
        return None
    overall = report.result.overall
    shown = NONE if overall.score is None or overall.outside_bounds else str(whole(overall.score))
    rows = [(t("Overall"), shown, found.overall)]
    for line in facts.pillars:
        if line.id in found.pillars:
            score = NONE if line.shown is None else str(line.shown)
            rows.append((line.name, score, found.pillars[line.id]))
    ordered = claims(report.questionnaire, report.result, found, t.lang)
    return Told(
        name=t("Range"),
        finding=firmness_finding(report.questionnaire, found, t.lang),
        line=range_in_words(found, t.lang),
        columns=(
            Column("", 46),
            Column(t("Score"), 16, right=True),
            Column(t("Range over scoring choices"), 38, right=True),
        ),
        rows=[
            (name, score, t("{low} to {high}", low=whole(one.low), high=whole(one.high)))
            for name, score, one in rows
        ],
        below=[*(t("{text}.", text=claim) for claim in ordered), how_ranged(found, t.lang)],
    )


def beside_the_result(facts: Facts) -> tuple[Told, ...]:
    """What bears on the result, as far as it is there, in the order in which it is read."""
    parts = (firmness_told(facts), targets_told(facts), peers_told(facts))
    return tuple(part for part in parts if part is not None)


def further(facts: Facts) -> tuple[Told, ...]:
    plan = plan_told(facts)
    return (*beside_the_result(facts), *([plan] if plan else []))


def saved_title(facts: Facts, step: SavedStep) -> str:
    """The item's title; its id where the questionnaire has lost it."""
    known = step.item_id in facts.report.questionnaire.items_by_id
    return facts.item_title(step.item_id) if known else step.item_id
