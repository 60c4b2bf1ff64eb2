"""Reports of assessments: what may be said is gathered here, `dashboard.reports` makes the file."""

from dashboard.domain.look import HOUSE, Look
from dashboard.domain.robustness import robustness
from dashboard.domain.target import gaps
from dashboard.domain.text import Lang
from dashboard.reports.peers import peers_of
from dashboard.reports.report import Earlier, Report
from dashboard.services import benchmarks, looks, plans, targets
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet, open_sheet


def report_of(
    acting: Acting, assessment_id: str, *, lang: Lang, look: Look | None = None
) -> Report:
    """The report of an assessment that the user may see, as it stands now.

    It has the look of its workspace, unless another is given.
    """
    return gather(acting, open_sheet(acting, assessment_id), lang=lang, look=look)


def gather(acting: Acting, sheet: Sheet, *, lang: Lang, look: Look | None = None) -> Report:
    """The report of a sheet that the user was let open."""
    before = sheet.comparable
    desk = plans.desk_of(acting, sheet)
    return Report(
        brand=sheet.brand.name,
        wave=sheet.assessment.wave,
        questionnaire=sheet.questionnaire,
        answers=sheet.answers,
        result=sheet.result,
        before=Earlier(wave=before.assessment.wave, result=before.result) if before else None,
        steps=desk.steps,
        lang=lang,
        made_on=acting.now().date(),
        demo=sheet.workspace.is_demo,
        in_progress=sheet.assessment.open_for_answers,
        plan=desk.saved,
        gaps=gaps(targets.of_brand(acting, sheet.brand.id), sheet.questionnaire, sheet.result),
        peers=peers_of(benchmarks.place_of(acting, sheet), acting.catalog.vocabulary, lang),
        firmness=robustness(sheet.questionnaire, sheet.answers),
        profile=sheet.brand.profile,
        look=look or looks.of_workspace(acting, sheet.workspace.id) or HOUSE,
    )
