"""Packs: releases of other publishers, brought into a workspace and shown under their name.

Packs are never merged, with one another or with one's own release: each is shown by itself, so no
publisher can carry a number that bears another's name.
"""

from dashboard.domain.access import NotAllowed, Workspace
from dashboard.domain.message import Message, worded
from dashboard.domain.release import Release
from dashboard.domain.standing import Standing
from dashboard.services import benchmarks, consents
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet
from dashboard.store.releases import Pack
from dashboard.store.store import Transaction


class PackRefused(ValueError):
    """The pack is sound, but has no place here."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def add(acting: Acting, workspace_id: str, release: Release) -> Pack:
    """Bring a pack into a workspace; a made-up one is refused, and one that is there already."""
    acting.reach_workspace(workspace_id)
    if release.released > acting.now().date():
        raise PackRefused(worded("is dated after today"))
    if release.synthetic:
        raise PackRefused(worded("is made up: it is shown with the demo brands and nowhere else"))
    pack = Pack(
        id=acting.new_id(),
        workspace_id=workspace_id,
        release=release,
        imported_at=acting.now(),
        imported_by=acting.user.id,
    )
    with acting.store.begin() as tx:
        workspace = tx.workspaces.get(workspace_id, lock=True)
        if workspace and workspace.is_demo:
            message = worded("is not shown with the demo brands: choose another workspace")
            raise PackRefused(message)
        _check_own(tx, release)
        if any(one.release == release for one in tx.releases.packs(workspace_id)):
            raise PackRefused(worded("is here already"))
        tx.releases.add_pack(pack)
    return pack


def _check_own(tx: Transaction, release: Release) -> None:
    """One's own release ends with whoever withdraws; as a pack it would be shown for ever."""
    own = tx.releases.of_day(release.questionnaire, release.released)
    if own and own.release.cohorts == release.cohorts:
        raise PackRefused(worded("is the release of this installation: it is shown already"))


def of_workspace(acting: Acting, workspace: Workspace) -> list[Pack]:
    """The newest first."""
    acting.reach_workspace(workspace.id, to_change=False)
    with acting.store.read() as tx:
        return tx.releases.packs(workspace.id)


def remove(acting: Acting, pack_id: str) -> None:
    with acting.store.begin() as tx:
        pack = tx.releases.pack(pack_id)
        if pack is None or not acting.user.may_change(pack.workspace_id):
            raise NotAllowed(f"there is no pack {pack_id} for you")
        tx.releases.remove_pack(pack_id)


def place_in(acting: Acting, sheet: Sheet, pack: Pack) -> Standing:
    """Where an assessment stands in a pack that the caller was let see."""
    acting.reach_workspace(pack.workspace_id, to_change=False)
    fits = benchmarks.fits(pack.release, sheet)
    return benchmarks.standing_in(
        pack.release if fits else None,
        sheet,
        obstacles=consents.obstacles_of(acting, sheet),
        today=acting.now().date(),
    )
