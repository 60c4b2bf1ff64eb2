"""The trust rose of what would be: the petals after the steps, what is now as an outline."""

from collections.abc import Iterator

from dashboard.charts import Figure, description
from dashboard.charts.keys import BETWEEN, rose_key
from dashboard.charts.rose import rose
from dashboard.charts.rows import Row, last_wave, rows_of
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Lang
from dashboard.i18n import words


def projection(
    questionnaire: Questionnaire, result: Result, lang: Lang, *, now: Result | None = None
) -> Figure:
    """Draw `result`, with what is `now` as an outline where that is another."""
    return rose(questionnaire, result, lang, before=now)


def describe_projection(
    questionnaire: Questionnaire, result: Result, lang: Lang, *, now: Result | None = None
) -> str:
    """Say what `projection` draws from the same values."""
    t = words(lang)

    def told(row: Row) -> Iterator[str]:
        is_ = last_wave(row, now)
        yield from description.score_facts(row, questionnaire, lang)
        if is_ is not None:
            yield t("now {score}", score=whole(is_))

    rows = rows_of(questionnaire, result)
    return description.sentences(
        lang,
        [
            t("Trust rose of what would be; a longer petal is a higher score."),
            *description.by_pillar(rows, told, lang),
            description.bands(questionnaire, lang),
        ],
    )


def projection_key(questionnaire: Questionnaire, result: Result, lang: Lang, *, moved: bool) -> str:
    t = words(lang)
    outline = [t("Thin outline: now")] if moved else []
    return BETWEEN.join([*outline, rose_key(questionnaire, result, lang)])
