"""What the page of peers says, in words: places, why there is none, and what can be done."""

from dashboard.charts.places import finding, place_in_words
from dashboard.domain.cohort import LEAST, OVERALL, Kind
from dashboard.domain.eligibility import Obstacle
from dashboard.domain.standing import Silence, Standing
from dashboard.views.session import current_lang, current_words


def finding_in_words(standing: Standing) -> str:
    """The place among all, or that there is none."""
    t = current_words()
    if Kind.ALL in standing.places and OVERALL in standing.places[Kind.ALL].places:
        return finding(standing.places[Kind.ALL].places[OVERALL], current_lang())
    if standing.release is not None:
        return _not_compared(standing)
    if standing.silence is Silence.TOO_FEW and standing.taking_part < LEAST:
        return t("No benchmark yet ({n} of {all} organisations)", n=standing.taking_part, all=LEAST)
    return t("No benchmark yet")


def _not_compared(standing: Standing) -> str:
    """With the first reason there is."""
    t = current_words()
    if Obstacle.STILL_OPEN in standing.obstacles:
        return t.plural(
            "Not compared: {n} question is open or “I don't know”",
            "Not compared: {n} questions are open or “I don't know”",
            standing.without_level,
        )
    shortly = {
        Obstacle.NOT_COMPLETE: t("Not compared: the assessment is not complete"),
        Obstacle.TOO_MUCH_NOT_APPLICABLE: t(
            "Not compared: more than a fifth of the questions do not apply"
        ),
        Obstacle.NO_SCORE: t("Not compared: a pillar has no score"),
    }
    reasons = [shortly[one] for one in standing.obstacles if one in shortly]
    return reasons[0] if reasons else t("This assessment is not compared")


def reason_in_words(standing: Standing) -> str:
    """Why there is nothing to compare with, and when there may be."""
    t = current_words()
    day = t.day(standing.next_due)
    if standing.silence is Silence.ENDED:
        return t(
            "A brand of the last release has withdrawn, so it is no longer shown. The next one can "
            "be made on {day}, unless only one or two brands have changed by then.",
            day=day,
        )
    if standing.silence is Silence.NOT_DUE:
        return t(
            "Ten brands or more take part. A release is made twice a year; the next one is due "
            "on {day}, and counts who has consented before.",
            day=day,
        )
    return t(
        "A benchmark needs ten brands that agree to be compared. Until then no number is shown, "
        "and none is invented. The next release is due on {day}.",
        day=day,
    )


def obstacle_in_words(obstacle: Obstacle) -> str:
    t = current_words()
    return {
        Obstacle.DEMO: t("Demo brands are made up: they never count in a benchmark."),
        Obstacle.NOT_COMPLETE: t("Complete the assessment first: only closed answers count."),
        Obstacle.STILL_OPEN: t(
            "Questions are open, or answered “I don't know”: only fully answered assessments "
            "are compared."
        ),
        Obstacle.TOO_MUCH_NOT_APPLICABLE: t(
            "More than a fifth of the questions do not apply: the result is not about the same."
        ),
        Obstacle.NO_SCORE: t("A pillar has no score, so there is nothing to compare."),
        Obstacle.NOT_LATEST: t("A later wave of this brand is complete; a brand counts once."),
    }[obstacle]


def line_in_words(standing: Standing) -> str:
    """One line on the place, for other pages."""
    t = current_words()
    place = standing.places.get(Kind.ALL)
    if place and OVERALL in place.places and standing.release:
        return t(
            "{place} among participating brands; about {n} brands, release of {day}",
            place=_capital(place_in_words(place.places[OVERALL], current_lang())),
            n=place.released.n,
            day=t.day(standing.release.released),
        )
    return finding_in_words(standing)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
