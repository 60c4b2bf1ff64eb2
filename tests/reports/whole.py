"""Reports that say all that a report may say: plan, targets, place among peers, and range."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from dashboard.domain.assessment import BrandProfile
from dashboard.domain.cohort import OVERALL, Organisation
from dashboard.domain.robustness import robustness
from dashboard.domain.saved_plan import Aim, SavedPlan, SavedStep, StepStatus, Work
from dashboard.domain.scoring import score
from dashboard.domain.standing import Standing, places
from dashboard.domain.step import next_steps
from dashboard.domain.target import Gap, Target, gaps
from dashboard.domain.text import Lang
from dashboard.domain.vocabulary import Vocabulary
from dashboard.reports.peers import Peers, peers_of
from dashboard.reports.rendering import Choice, render
from dashboard.reports.report import Report
from tests.builders import data_trust, worked_brand
from tests.domain.aims import target
from tests.domain.organisations import made, one
from tests.reports.material import BRAND, report

PLANNED = datetime(2026, 11, 1, 9, tzinfo=UTC)
PLANNER = "user-of-the-plan"
VOCABULARY = Vocabulary.model_validate(
    {
        "industry": {"retail": {"en": "Retail", "zh": "零售"}},
        "region": {"europe": {"en": "Europe", "zh": "欧洲"}},
        "size": {"250-999": {"en": "250 to 999 people", "zh": "250 至 999 人"}},
    }
)


def saved_plan(*work: Work) -> SavedPlan:
    """A plan of the worked brand's first steps, one for each that is said of one."""
    steps = next_steps(data_trust(), worked_brand())
    return SavedPlan(
        assessment_id="worked",
        aim=Aim(budget=10),
        steps=tuple(
            SavedStep(
                item_id=step.item_id,
                level=step.level,
                to_level=step.to_level,
                effort=step.effort,
                work=one,
                changed_at=PLANNED,
                changed_by=PLANNER,
            )
            for step, one in zip(steps, work, strict=False)
        ),
        version=1,
        saved_at=PLANNED,
        saved_by=PLANNER,
    )


def worked_gaps(*targets: Target) -> tuple[Gap, ...]:
    asked = data_trust()
    return gaps(targets, asked, score(asked, worked_brand()))


def worked_standing(organisations: Sequence[Organisation], *, synthetic: bool = False) -> Standing:
    """The worked brand, which is not one of them, in their release."""
    release = made(organisations).release.model_copy(update={"synthetic": synthetic})
    result = score(data_trust(), worked_brand())
    scores = {OVERALL: result.overall.score or 0.0}
    scores |= {part.id: part.score or 0.0 for part in result.pillars}
    profile = BrandProfile(name=BRAND, industry="retail", region="europe", size="250-999")
    found, absent = places(release, profile, scores, counted=None)
    return Standing(
        release=release,
        member=False,
        places=found,
        absent=absent,
        silence=None,
        obstacles=(),
        without_level=0,
        taking_part=0,
        next_due=date(2027, 1, 1),
    )


def worked_peers(
    organisations: Sequence[Organisation], lang: Lang = "en", *, synthetic: bool = False
) -> Peers | None:
    standing = worked_standing(organisations, synthetic=synthetic)
    return peers_of(standing, VOCABULARY, lang)


def everything(lang: Lang = "en", **fields: Any) -> Report:
    """The worked brand with all that a report may say."""
    work = (
        Work(owner="=cmd|A1", due=date(2027, 1, 31), status=StepStatus.DONE, note="*Ask* #Bob"),
        Work(status=StepStatus.DOING, note="שלום עולם"),
        Work(),
    )
    whole: dict[str, Any] = {
        "plan": saved_plan(*work),
        "gaps": worked_gaps(target("ST1", 60, reason="=1+1 because"), target("VE3", 50)),
        "peers": worked_peers(spread(24), lang),
        "firmness": robustness(data_trust(), worked_brand()),
        "before": worked_brand(VE1_1=2),
        "lang": lang,
    }
    return report(**(whole | fields))


def spread(count: int) -> list[Organisation]:
    """So many organisations, at scores from low to high."""
    return [one(20 + 60 * n / count) for n in range(count)]


@cache
def file_of(choice: Choice, lang: Lang = "en") -> bytes:
    """The file of all that there is, made once for all who read it."""
    return render(everything(lang), choice)
