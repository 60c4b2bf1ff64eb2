"""The people of an installation. Without sign-in there is one, with a workspace of their own."""

from datetime import datetime

from dashboard.domain.access import LOCAL_USER_ID, User, Workspace, WorkspaceKind
from dashboard.services.acting import Acting
from dashboard.store.store import Store

OWN_WORKSPACE_ID = "own"
OWNER = "owner"


def local_user(store: Store, now: datetime) -> User:
    """The one local user, made with their own workspace at the first call."""
    with store.read() as tx:
        user = tx.users.get(LOCAL_USER_ID)
    return user or _make_local_user(store, now)


def _make_local_user(store: Store, now: datetime) -> User:
    workspace = Workspace(id=OWN_WORKSPACE_ID, name="My workspace", kind=WorkspaceKind.OWN)
    with store.begin() as tx:
        tx.users.add(LOCAL_USER_ID, "Local user", now)
        tx.workspaces.add(workspace, now)
        tx.users.join(LOCAL_USER_ID, workspace.id, OWNER, now)
    return User(id=LOCAL_USER_ID, name="Local user", workspace_ids=frozenset({workspace.id}))


def workspaces(acting: Acting) -> list[Workspace]:
    """The user's workspaces, their own before the demo's."""
    with acting.store.read() as tx:
        mine = tx.workspaces.of_user(acting.user.id)
    return sorted(mine, key=lambda workspace: (workspace.is_demo, workspace.name))
