"""Every use case that reaches for something of somebody's, tried on what is theirs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.domain.access import Workspace
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import BrandProfile
from dashboard.domain.saved_plan import Aim, Work
from dashboard.domain.target import Target
from dashboard.domain.workshop import Stage, Workshop
from dashboard.i18n import words
from dashboard.services import (
    answers,
    assessments,
    benchmarks,
    brands,
    consents,
    demo,
    files,
    looks,
    packs,
    plans,
    reports,
    targets,
    versions,
    votes,
    workshops,
)
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import portfolio
from dashboard.services.rater_errors import rater_errors
from dashboard.services.workshops import Room
from dashboard.store.releases import Pack
from tests.domain.organisations import made, several
from tests.services.office import QUESTIONNAIRE
from tests.services.rooms import SETUP

PACK = made(several(12)).release
OTHER = BrandProfile(name="Birch Coffee")
AIM = Target(
    questionnaire="data-trust",
    dimension_id="ST1",
    score=60,
    reason="Our regulator asks for it.",
    due=date(2027, 3, 31),
)


@dataclass(frozen=True)
class Theirs:
    """Somebody's workspace, brand, assessment, and a workshop on it."""

    workspace: Workspace
    brand: str
    assessment: str
    sheet: Sheet
    room: Room
    pack: Pack
    consent: str

    @property
    def workshop(self) -> Workshop:
        return self.room.workshop


NOTHING = "neverwas22"

Attempt = Callable[[Acting, Theirs], object]

ON_ASSESSMENTS: Mapping[str, Attempt] = {
    "answers.adopt": lambda me, their: answers.adopt(
        me, their.assessment, [("VE1.1", Answer.at(3))]
    ),
    "answers.history": lambda me, their: answers.history(me, their.assessment, "VE1.1"),
    "answers.record": lambda me, their: answers.record(
        me, their.assessment, "VE1.1", Answer.at(3), read_version=0
    ),
    "assessments.archive": lambda me, their: assessments.archive(me, their.assessment),
    "assessments.complete": lambda me, their: assessments.complete(me, their.assessment),
    "assessments.delete": lambda me, their: assessments.delete(me, their.assessment),
    "assessments.open_sheet": lambda me, their: assessments.open_sheet(me, their.assessment),
    "assessments.rename": lambda me, their: assessments.rename(me, their.assessment, wave="2027"),
    "assessments.reopen": lambda me, their: assessments.reopen(me, their.assessment),
    "assessments.unarchive": lambda me, their: assessments.unarchive(me, their.assessment),
    "plans.desk_of": lambda me, their: plans.desk_of(me, their.sheet),
    "plans.efforts_of": lambda me, their: plans.efforts_of(me, their.sheet),
    "plans.open_desk": lambda me, their: plans.open_desk(me, their.assessment),
    "plans.remove": lambda me, their: plans.remove(me, their.assessment, read_version=0),
    "plans.save": lambda me, their: plans.save(
        me, their.assessment, [("VE1.1", 2)], Aim(), read_version=0
    ),
    "plans.state_effort": lambda me, their: plans.state_effort(
        me, their.assessment, ("VE1.1", 2), 5, read=None
    ),
    "plans.work_on": lambda me, their: plans.work_on(
        me, their.assessment, ("VE1.1", 2), Work(), read_version=1
    ),
    "rater_errors.rater_errors": lambda me, their: rater_errors(me, [their.assessment]),
    "reports.report_of": lambda me, their: reports.report_of(me, their.assessment, lang="en"),
    "consents.give": lambda me, their: consents.give(me, their.assessment, "en"),
    "consents.participation": lambda me, their: consents.participation(me, their.sheet),
    "versions.move": lambda me, their: versions.move(me, their.sheet, QUESTIONNAIRE),
    "workshops.begin": lambda me, their: workshops.begin(me, their.assessment, SETUP),
}
ON_WORKSHOPS: Mapping[str, Attempt] = {
    "workshops.agree": lambda me, their: workshops.agree(
        me, their.workshop.id, "ST4.1", Answer.at(3), reason=None
    ),
    "workshops.by_code": lambda me, their: workshops.by_code(me, their.workshop.code),
    "workshops.close": lambda me, their: workshops.close(me, their.workshop, words("en")),
    "workshops.delete_votes": lambda me, their: workshops.delete_votes(me, their.workshop.id),
    "workshops.look": lambda me, their: workshops.look(me, their.workshop.id),
    "workshops.move": lambda me, their: workshops.move(
        me, their.workshop.model_copy(update={"stage": Stage.LOCKED}), Stage.REVEALED
    ),
    "workshops.open_room": lambda me, their: workshops.open_room(me, their.workshop.id),
    "workshops.progress": lambda me, their: workshops.progress(me, their.workshop.id),
    "workshops.follow": lambda me, their: workshops.follow(me, their.room),
    "workshops.remove": lambda me, their: workshops.remove(me, their.workshop.id),
    "workshops.set_up": lambda me, their: workshops.set_up(me, their.workshop, SETUP),
    "votes.of_workshop": lambda me, their: votes.of_workshop(me, their.workshop.id),
}
ON_BRANDS: Mapping[str, Attempt] = {
    "assessments.begin": lambda me, their: assessments.begin(
        me, their.brand, wave="2027", questionnaire=QUESTIONNAIRE
    ),
    "brands.archive": lambda me, their: brands.archive(me, their.brand),
    "brands.change": lambda me, their: brands.change(
        me, their.brand, OTHER, read=their.sheet.brand.profile
    ),
    "brands.delete": lambda me, their: brands.delete(me, their.brand),
    "brands.unarchive": lambda me, their: brands.unarchive(me, their.brand),
    "targets.of_brand": lambda me, their: targets.of_brand(me, their.brand),
    "targets.put": lambda me, their: targets.put(me, their.brand, AIM, read=None),
    "targets.remove": lambda me, their: targets.remove(me, their.brand, AIM),
}
ON_DELETED: Mapping[str, Attempt] = {
    "assessments.undelete": lambda me, their: assessments.undelete(me, their.assessment),
    "brands.undelete": lambda me, their: brands.undelete(me, their.brand),
}
ON_WORKSPACES: Mapping[str, Attempt] = {
    "assessments.begin_brand": lambda me, their: assessments.begin_brand(
        me, their.workspace.id, OTHER, wave="2027", questionnaire=QUESTIONNAIRE
    ),
    "brands.create": lambda me, their: brands.create(me, their.workspace.id, OTHER),
    "benchmarks.place_of": lambda me, their: benchmarks.place_of(me, their.sheet),
    "consents.obstacles_of": lambda me, their: consents.obstacles_of(me, their.sheet),
    "consents.register": lambda me, their: consents.register(me, their.workspace),
    "demo.remove": lambda me, _: demo.remove(me),
    "files.import_documents": lambda me, their: files.import_documents(
        me, their.workspace.id, [files.export_document(their.sheet)]
    ),
    "packs.add": lambda me, their: packs.add(me, their.workspace.id, PACK),
    "packs.of_workspace": lambda me, their: packs.of_workspace(me, their.workspace),
    "packs.place_in": lambda me, their: packs.place_in(me, their.sheet, their.pack),
    "looks.of_workspace": lambda me, their: looks.of_workspace(me, their.workspace.id),
    "looks.put": lambda me, their: looks.put(me, their.workspace.id, None, read=None),
    "portfolio.portfolio": lambda me, their: portfolio(me, their.workspace),
    "workshops.of_workspace": lambda me, their: workshops.of_workspace(me, their.workspace.id),
}
ON_WHAT_IS_KEPT: Mapping[str, Attempt] = {
    "consents.withdraw": lambda me, their: consents.withdraw(me, their.consent),
    "packs.remove": lambda me, their: packs.remove(me, their.pack.id),
}
ATTEMPTS = {
    **ON_WHAT_IS_KEPT,
    **ON_ASSESSMENTS,
    **ON_WORKSHOPS,
    **ON_BRANDS,
    **ON_DELETED,
    **ON_WORKSPACES,
}
