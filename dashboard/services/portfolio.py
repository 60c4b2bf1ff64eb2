"""All brands of a workspace with their waves, for the overview and the command line."""

from dataclasses import dataclass
from itertools import chain

from dashboard.domain.access import Workspace
from dashboard.domain.assessment import Assessment, Brand
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet


@dataclass(frozen=True)
class BrandLine:
    """One brand with its waves, newest first, each knowing the one before it."""

    brand: Brand
    waves: tuple[Sheet, ...]

    @property
    def shown(self) -> Sheet | None:
        """The wave that speaks for the brand: the newest with a score, else one that is complete.

        Where there is neither, the newest with an answer; else the newest.
        """
        scored = (sheet for sheet in self.waves if sheet.result.overall.published)
        complete = (sheet for sheet in self.waves if not sheet.assessment.open_for_answers)
        begun = (sheet for sheet in self.waves if sheet.answers)
        return next(chain(scored, complete, begun, self.waves), None)


@dataclass(frozen=True)
class Portfolio:
    workspace: Workspace
    lines: tuple[BrandLine, ...]
    archived_brands: tuple[Brand, ...]
    archived_assessments: tuple[tuple[Brand, Assessment], ...]
    deleted_brands: tuple[Brand, ...]
    deleted_assessments: tuple[tuple[Brand, Assessment], ...]
    without_questionnaire: tuple[tuple[Brand, Assessment], ...]
    """What cannot be read until the folder of its questionnaire is searched again."""

    @property
    def has_brands(self) -> bool:
        """Whether any brand is here that is not deleted, archived ones included."""
        return bool(self.lines or self.archived_brands)


def portfolio(acting: Acting, workspace: Workspace) -> Portfolio:
    acting.reach_workspace(workspace.id, to_change=False)
    with acting.store.read() as tx:
        brands = tx.brands.of_workspace(workspace.id)
        assessments = tx.assessments.of_workspace(workspace.id)
        stored = tx.answers.of_many([a.id for a in assessments if acting.shows(a)])
    shown = [brand for brand in brands if _live(brand)]
    owner = {brand.id: brand for brand in brands}
    present = [(owner[a.brand_id], a) for a in assessments if owner[a.brand_id].deleted_at is None]
    lines = []
    for brand in shown:
        waves: list[Sheet] = []
        for one in assessments:
            if one.brand_id == brand.id and acting.shows(one):
                before = waves[-1] if waves else None
                questionnaire = acting.questionnaire(one)
                waves.append(Sheet(one, brand, workspace, questionnaire, stored[one.id], before))
        lines.append(BrandLine(brand, tuple(reversed(waves))))
    return Portfolio(
        workspace=workspace,
        lines=tuple(lines),
        archived_brands=tuple(b for b in brands if b.archived_at and not b.deleted_at),
        archived_assessments=tuple(p for p in present if p[1].archived_at and not p[1].deleted_at),
        deleted_brands=tuple(b for b in brands if b.deleted_at),
        deleted_assessments=tuple(p for p in present if p[1].deleted_at),
        without_questionnaire=tuple(
            p for p in present if _live(p[0]) and _live(p[1]) and not acting.shows(p[1])
        ),
    )


def _live(thing: Brand | Assessment) -> bool:
    return thing.archived_at is None and thing.deleted_at is None
