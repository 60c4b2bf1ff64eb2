"""The demo workspace: made-up brands, in a workspace of their own, removed as a whole."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from dashboard.catalog import DATA
from dashboard.domain.access import Workspace, WorkspaceKind
from dashboard.domain.assessment import Assessment
from dashboard.domain.document import Document, read_document
from dashboard.domain.scoring import score
from dashboard.services import assessments, demo_plan, files
from dashboard.services.acting import Acting
from dashboard.services.people import OWNER
from dashboard.store.store import Transaction

FOLDER = DATA / "demo"
DEMO_WORKSPACE_ID = "demo"


def offered(acting: Acting) -> bool:
    """Whether the demo was ever loaded here; once removed, it does not come back by itself."""
    with acting.store.read() as tx:
        return tx.workspaces.get(DEMO_WORKSPACE_ID) is not None


def load(acting: Acting) -> Acting:
    """Put the demo's brands into its workspace, unless they are there; returns who may see it."""
    workspace = Workspace(id=DEMO_WORKSPACE_ID, name="Demo", kind=WorkspaceKind.DEMO)
    with acting.store.begin() as tx:
        tx.workspaces.add(workspace, acting.now())
        tx.workspaces.get(workspace.id, lock=True)
        tx.users.join(acting.user.id, workspace.id, OWNER, acting.now())
        user = tx.users.get(acting.user.id)
        if not any(brand.deleted_at is None for brand in tx.brands.of_workspace(workspace.id)):
            _fill(tx, acting)
    return replace(acting, user=user or acting.user)


def remove(acting: Acting) -> int:
    """Remove every demo brand for good, with all that was added to them; returns how many."""
    with acting.store.begin() as tx:
        brands = tx.brands.of_workspace(DEMO_WORKSPACE_ID)
        # Looked at after the brands: another program of the user's may have loaded them just now.
        member = replace(acting, user=tx.users.get(acting.user.id) or acting.user)
        for brand in brands:
            member.reach_workspace(brand.workspace_id)
            tx.brands.remove(brand.id)
    return len(brands)


def documents() -> list[Path]:
    return sorted(FOLDER.glob("*.json"))


def _fill(tx: Transaction, acting: Acting) -> None:
    catalog = acting.catalog
    waves: dict[str, list[tuple[Assessment, Document]]] = {}
    for path in documents():
        document = read_document(
            path.read_bytes(), path, find=catalog.find, vocabulary=catalog.vocabulary
        )
        assessment = files.add(tx, acting, DEMO_WORKSPACE_ID, document)
        waves.setdefault(document.brand.name, []).append((assessment, document))
        result = score(catalog.find(document.questionnaire), document.answers)
        if result.coverage.unanswered == 0:
            assessments.settle(tx, acting, assessment)
    for one_brand in waves.values():
        for (assessment, earlier), (_, later) in pairwise(one_brand):
            demo_plan.put(tx, acting, assessment, earlier, later)
