"""The full report: every dimension with its answers, then steps, what is open, method and limits."""

from collections.abc import Iterator
from unicodedata import bidirectional

from dashboard.domain.precision import SAME_BELOW
from dashboard.domain.questionnaire import Dimension, Item, Pillar
from dashboard.reports.facts import Facts
from dashboard.reports.pdf.content import Content, shared_content, step_content


def full_content(facts: Facts) -> Content:
    report = facts.report
    lines = {line.id: line for line in (*facts.pillars, *facts.dimensions)}

    def pillar_content(pillar: Pillar, position: int) -> Content:
        line = lines[pillar.id]
        return {
            "name": line.name,
            "colour": report.look.pillar(position),
            "score": facts.score_in_words(line),
            "standing": line.standing,
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
        "steps": [step_content(facts, step) for step in report.steps],
        "open": list(_open(facts)),
        "method": list(_method(facts)),
        "sources": list(_sources(facts)),
        "limits": list(_limits(facts)),
        "labels": _labels(facts),
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
    return {"lines": text.splitlines(), "rtl": reads_from_the_right(text)}


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


def _method(facts: Facts) -> Iterator[str]:
    t, scoring = facts.t, facts.report.questionnaire.scoring
    yield t(
        "Each answer counts 0 to 100 points. A dimension is the weighted mean of its answered "
        "questions; it has a score once {share}% of its weight is answered.",
        share=f"{100 * scoring.dimension_minimum:g}",
    )
    yield t(
        "A pillar is the weighted mean of its dimensions; it has a score once {share}% of what "
        "applies has one, and {applicable}% applies at all.",
        share=f"{100 * scoring.pillar_minimum:g}",
        applicable=f"{100 * scoring.applicable_minimum:g}",
    )
    yield t(
        "The overall score lies {share}% of the way from the mean of the pillars to the weakest "
        "one, so that strength in one cannot hide weakness in another.",
        share=f"{100 * scoring.imbalance:g}",
    )
    yield t(
        "A missing answer is left out of the mean, never counted as 0. The range puts every "
        "missing answer at its lowest and at its highest."
    )
    yield t(
        "A band needs its score and, besides, that no pillar, no dimension and no critical "
        "question lies too far below it."
    )
    yield t(
        "Scores are computed unrounded and shown as whole numbers; a change of less than {points} "
        "points reads “about the same”.",
        points=SAME_BELOW,
    )


def _sources(facts: Facts) -> Iterator[str]:
    """The sources of the questions, then the standards that they are mapped to by subject."""
    questionnaire, lang = facts.report.questionnaire, facts.t.lang
    cited = {key for item in questionnaire.items for key in item.sources}
    yield from (text for key, text in questionnaire.sources.items() if key in cited)
    for framework in questionnaire.frameworks.values():
        yield f"{framework.name.get(lang)}, {framework.edition.get(lang)}"


def _limits(facts: Facts) -> Iterator[str]:
    t, report = facts.t, facts.report
    if report.demo:
        yield t("Demo data: the brand and its answers are made up.")
    if report.in_progress:
        yield t("The assessment is not complete: its answers may still change.")
    if report.result.band.provisional:
        yield report.questionnaire.texts.provisional.get(t.lang)
    yield t(
        "The answers are what people in the brand say of it. An evidence grade says how well an "
        "answer is supported; without one it is their word."
    )
    yield t(
        "Equal steps between the levels are a convention. The profile rests on it less than the "
        "number does: read the profile and the band first."
    )
    yield report.questionnaire.texts.not_legal_advice.get(t.lang)


def _labels(facts: Facts) -> Content:
    t, report = facts.t, facts.report
    return {
        "summary": t("Summary"),
        "contents": t("Contents"),
        "profile": t("Profile"),
        "band": t("Band"),
        "from": t("Score from"),
        "missing": t("What is missing"),
        "bands": t("What each band asks"),
        "dimension": t("Dimension"),
        "score": t("Score"),
        "change": t("Since {wave}", wave=report.before.wave) if report.before else None,
        "outline": t("The outline is {wave}.", wave=report.before.wave) if report.before else None,
        "steps": t("Next steps"),
        "step": t("Step"),
        "effort": t("Effort"),
        "gain": t("Gain"),
        "no_steps": t("There is no step to take before questions are answered."),
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

