"""Who acts, in which workspaces, and the one refusal for everything that is not theirs."""

from enum import StrEnum

from dashboard.domain.text import Frozen


class WorkspaceKind(StrEnum):
    OWN = "own"
    DEMO = "demo"
    """Made-up data: marked wherever it is shown, removed as a whole."""


class Workspace(Frozen):
    id: str
    name: str
    kind: WorkspaceKind

    @property
    def is_demo(self) -> bool:
        return self.kind is WorkspaceKind.DEMO


class User(Frozen):
    """The person who acts, and the workspaces they may see and change."""

    id: str
    name: str
    workspace_ids: frozenset[str]

    def may_see(self, workspace_id: str) -> bool:
        return workspace_id in self.workspace_ids

    def may_change(self, workspace_id: str) -> bool:
        return workspace_id in self.workspace_ids


class NotAllowed(Exception):
    """The user may not do this; also raised for what does not exist, so that ids tell nothing."""


LOCAL_USER_ID = "local"
"""The one person of an installation without sign-in."""
