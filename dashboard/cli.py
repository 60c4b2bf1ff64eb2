"""The command line: a group that loads a command's module when it is called.

Exit status: 0 done, 1 the input is wrong (said on standard error), 2 wrong usage.
"""

import errno
import os
import sys
from importlib import import_module

import click

from dashboard.commands.garbage import nothing_thrown_away

COMMANDS = {
    "serve": "dashboard.commands.serve:serve",
    "check": "dashboard.commands.files:check",
    "score": "dashboard.commands.files:score",
    "import": "dashboard.commands.work:import_",
    "export": "dashboard.commands.work:export",
    "report": "dashboard.commands.report:report",
    "list": "dashboard.commands.work:list_",
    "demo": "dashboard.commands.work:demo",
    "workshop": "dashboard.commands.workshop:workshop",
    "cohort": "dashboard.commands.cohort:cohort",
    "migrate": "dashboard.commands.database:migrate",
    "backup": "dashboard.commands.database:backup",
    "restore": "dashboard.commands.database:restore",
    "settings": "dashboard.commands.database:settings",
}
"""Name to where it is: `--help` and `score` need neither the database nor the pages."""


class Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        with nothing_thrown_away():
            command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def candour() -> None:
    """Assess how well a brand deserves people's trust with data."""


def main() -> None:
    """Run the command; what it refuses is said in one line each, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
    try:
        candour(prog_name="candour")
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename:
            raise
        # Help that cannot be printed; what a command cannot do it says itself.
        click.echo(f"the output: {error.strerror}", err=True)
        os._exit(1)  # nothing is left to be written, and Python would try to
