"""The name, logo and colours that the reports of a workspace have."""

from dashboard.domain.look import Look, LookChanged
from dashboard.reports.look import check_logo
from dashboard.services.acting import Acting


def of_workspace(acting: Acting, workspace_id: str) -> Look | None:
    """None where the workspace has chosen none."""
    acting.reach_workspace(workspace_id, to_change=False)
    with acting.store.read() as tx:
        return tx.looks.of_workspace(workspace_id)


def put(acting: Acting, workspace_id: str, look: Look | None, *, read: Look | None) -> None:
    """Set the look in place of `read`, or take it away; `LookChanged` if that is there no more.

    `BrokenPicture` if its logo cannot be drawn.
    """
    acting.reach_workspace(workspace_id)
    if look is not None:
        check_logo(look)
    with acting.store.begin() as tx:
        tx.workspaces.get(workspace_id, lock=True)
        if tx.looks.of_workspace(workspace_id) not in (read, look):
            raise LookChanged(f"the look of {workspace_id} was changed meanwhile")
        if look is None:
            tx.looks.remove(workspace_id)
        else:
            tx.looks.put(workspace_id, look, by=acting.user.id, now=acting.now())
