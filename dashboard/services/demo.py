"""The demo workspace: made-up brands, in a workspace of their own, removed as a whole."""

from pathlib import Path

from dashboard.catalog import DATA
from dashboard.domain.access import Workspace, WorkspaceKind
from dashboard.domain.document import read_document
from dashboard.services import assessments, files
from dashboard.services.acting import Acting
from dashboard.services.people import OWNER

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
        tx.users.join(acting.user.id, workspace.id, OWNER, acting.now())
        user = tx.users.get(acting.user.id)
        filled = bool(tx.brands.of_workspace(workspace.id))
    member = Acting(acting.store, acting.catalog, user or acting.user, acting.now, acting.new_id)
    if not filled:
        _fill(member)
    return member


def remove(acting: Acting) -> int:
    """Remove every demo brand for good, with all that was added to them; returns how many."""
    with acting.store.begin() as tx:
        brands = tx.brands.of_workspace(DEMO_WORKSPACE_ID)
        for brand in brands:
            acting.reach_workspace(brand.workspace_id)
            tx.brands.remove(brand.id)
    return len(brands)


def documents() -> list[Path]:
    return sorted(FOLDER.glob("*.json"))


def _fill(acting: Acting) -> None:
    catalog = acting.catalog
    read = [
        read_document(path.read_bytes(), path, find=catalog.find, vocabulary=catalog.vocabulary)
        for path in documents()
    ]
    for assessment in files.import_documents(acting, DEMO_WORKSPACE_ID, read):
        coverage = assessments.open_sheet(acting, assessment.id).result.coverage
        if coverage.unanswered == 0:
            assessments.complete(acting, assessment.id)
