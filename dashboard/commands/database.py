"""`migrate`, `backup`, `restore` and `settings`: commands for whoever runs the installation."""

from pathlib import Path

import click

from dashboard import bootstrap
from dashboard.commands.refusing import says_why
from dashboard.services.acting import utc_now
from dashboard.store import archive

FILE = click.Path(dir_okay=False, readable=False, path_type=Path)


@click.command()
@says_why
def migrate() -> None:
    """Bring the database up to date. Starting the app does so too."""
    store = bootstrap.get_store()
    click.echo(f"{store.url} is up to date.")


@click.command()
@click.argument("file", type=FILE)
@says_why
def backup(file: Path) -> None:
    """Write everything to one FILE, from one moment, while the app runs."""
    archive.backup(bootstrap.get_store(), file, now=utc_now())
    click.echo(f"{file} holds a complete backup, verified by reading it back.")


@click.command()
@click.argument("file", type=FILE)
@click.option("--replace", is_flag=True, help="Replace what the database holds.")
@says_why
def restore(file: Path, *, replace: bool) -> None:
    """Restore a backup FILE into an empty database."""
    archive.restore(bootstrap.get_store(), file, replace=replace)
    click.echo(f"{file} is restored, verified by reading it back.")


@click.command()
@says_why
def settings() -> None:
    """Show every setting, its value and where it comes from."""
    rows = bootstrap.get_settings().table()
    width = max(len(row.name) for row in rows)
    for row in rows:
        click.echo(f"{row.name:<{width}}  {row.value or '–'}  ({row.source})")
