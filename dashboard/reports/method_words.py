"""How the number is made and where its limits are, in sentences, from the questionnaire's rules."""

from collections.abc import Iterator

from dashboard.domain.precision import SAME_BELOW
from dashboard.reports.facts import Facts


def method_in_words(facts: Facts) -> Iterator[str]:
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


def limits_in_words(facts: Facts) -> Iterator[str]:
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
