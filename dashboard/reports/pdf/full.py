"""The full report: every dimension with its answers, then steps, open questions and method."""

from collections.abc import Iterable, Iterator
from unicodedata import bidirectional

from dashboard.domain.questionnaire import Dimension, Item, Pillar
from dashboard.reports.facts import Facts
from dashboard.reports.further import Told, beside_the_result, plan_told
from dashboard.reports.method_words import limits_in_words, method_in_words
from dashboard.reports.pdf.content import Content, shared_content, step_content


def full_content(facts: Facts) -> Content:
    report = facts.report
    apart, plan = beside_the_result(facts), plan_told(facts)
    lines = {line.id: line for line in (*facts.pillars, *facts.dimensions)}

    def pillar_content(pillar: Pillar, position: int) -> Content:
        line = lines[pillar.id]
        return {
            "name": line.name,
            "colour": report.look.pillar(position),
            "score": facts.score_in_words(line),
            "standing": line.standing,
            "apart": None if line.counts else facts.not_counted,
            "promise": pillar.promise.get(report.lang) if pillar.promise else None,
            "dimensions": [dimension_content(one) for one in pillar.dimensions],
        }

    def dimension_content(dimension: Dimension) -> Content:
        line = lines[dimension.id]
        return {
            "name": line.name,
            "score": facts.score_in_words(line),
            "standing": line.standing,
            "definition": dimension.definition.get(report.lang) if dimension.definition else None,
            "items": [item_content(facts, item) for item in dimension.items],
        }

    pillars = enumerate(report.questionnaire.pillars)
    return shared_content(facts) | {
        "parts": [pillar_content(pillar, n) for n, pillar in pillars],
        "further": [told_content(one) for one in apart],
        "plan": told_content(plan) if plan else None,
        "steps": [step_content(facts, step) for step in report.suggested],
        "open": list(_open(facts)),
        "method": list(method_in_words(facts)),
        "sources": list(_sources(facts)),
        "no_score": facts.no_score,
        "limits": list(limits_in_words(facts)),
        "labels": _labels(facts),
    }


def told_content(told: Told) -> Content:
    return {
        "finding": told.finding,
        "columns": [
            {"head": one.head, "share": one.share, "right": one.right} for one in told.columns
        ],
        "rows": [list(row) for row in told.rows],
        "below": list(told.below),
        "prose": [{"name": name, "text": _prose(text)} for name, text in told.prose],
    }


def item_content(facts: Facts, item: Item) -> Content:
    """One question with its answer and all that people said of it."""
    t, answer = facts.t, facts.report.answers.get(item.id)
    return {
        "id": item.id,
        "question": item.question.get(t.lang),
        "critical": t("critical") if item.critical else None,
        "level": facts.level(item) if answer and answer.level else None,
        "answer": facts.answer(item),
        "grade": facts.grade(answer) or None,
        "reason": _prose(answer.reason if answer else None),
        "note": _prose(answer.note if answer else None),
        "links": list(answer.links or ()) if answer else [],
    }


def _prose(text: str | None) -> Content | None:
    """Lines of a text that people typed, and whether they are read from the right."""
    if not text:
        return None
    lines = text.replace("\t", " ").splitlines()
    return {"lines": list(_without_gaps(lines)), "rtl": reads_from_the_right(text)}


def _without_gaps(lines: Iterable[str]) -> Iterator[str]:
    """One empty line at most between two others: thousands would be pages of nothing."""
    blank = True
    for line in lines:
        if line.strip() or not blank:
            yield line
        blank = not line.strip()


def reads_from_the_right(text: str) -> bool:
    """Whether the first letter with a direction has this one (Unicode UAX 9, rules P2 and P3).

    >>> reads_from_the_right("1. שלום"), reads_from_the_right("Say שלום")
    (True, False)
    """
    strong = (kind for sign in text if (kind := bidirectional(sign)) in {"L", "R", "AL"})
    return next(strong, "L") != "L"


def _open(facts: Facts) -> Iterator[Content]:
    t, result = facts.t, facts.report.result
    for title, items in (
        (t("Somebody may know"), result.knowledge_gaps),
        (t("Not answered yet"), result.to_dos),
    ):
        if items:
            yield {"title": title, "items": [facts.item_title(one) for one in items]}


def _sources(facts: Facts) -> Iterator[str]:
    """The sources of the questions, then the standards that they are mapped to by subject."""
    questionnaire, lang = facts.report.questionnaire, facts.t.lang
    cited = {key for item in questionnaire.items for key in item.sources}
    yield from (text for key, text in questionnaire.sources.items() if key in cited)
    for framework in questionnaire.frameworks.values():
        yield f"{framework.name.get(lang)}, {framework.edition.get(lang)}"


def _labels(facts: Facts) -> Content:
    t, report = facts.t, facts.report
    return {
        "summary": t("Summary"),
        "contents": t("Contents"),
        "profile": t("Profile"),
        "further": t("What bears on the result"),
        "band": t("Band"),
        "from": t("Score from"),
        "missing": t("What stands in the way"),
        "bands": t("What each band asks"),
        "dimension": t("Dimension"),
        "score": t("Score"),
        "change": t("Since {wave}", wave=facts.wave_before) if report.before else None,
        "outline": t("The outline is {wave}.", wave=facts.wave_before) if report.before else None,
        "steps": t("Next steps"),
        "step": t("Step"),
        "effort": t("Effort"),
        "gain": t("Gain"),
        "no_steps": facts.no_steps,
        "gain_note": t(
            "Gain is in points of the overall score if this step alone is taken: a calculation on "
            "estimated effort, not a forecast."
        ),
        "evidence": t("Evidence"),
        "reason": t("Reason"),
        "note": t("Note"),
        "links": t("Links"),
        "open": t("What is still open"),
        "nothing_open": t("Every question that applies has an answer."),
        "method": t("How the number is made"),
        "sources": t("Sources"),
        "limits": t("Limits"),
    }
