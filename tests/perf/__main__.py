"""Measure everything, print the table, end with 1 if a limit is broken: `python -m tests.perf`."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from tests.perf import (
    answers,
    browser,
    cohort,
    crowd,
    files,
    overview,
    plans,
    reports,
    room,
    starts,
)
from tests.perf.effort import FULL, QUICK
from tests.perf.report import Figure, Measure, table, worst, write

MEASURES: dict[str, Measure] = {
    "answers": answers.measure,
    "crowd": crowd.measure,
    "browser": browser.measure,
    "starts": starts.measure,
    "files": files.measure,
    "reports": reports.measure,
    "plans": plans.measure,
    "overview": overview.measure,
    "room": room.measure,
    "cohort": cohort.measure,
}
ONCE = frozenset({"room"})
"""A room takes a quarter of an hour; what it shows is counted in thousands within one run."""


@click.command()
@click.option("--quick", is_flag=True, help="Fewer repeats: a first look, not a verdict.")
@click.option("--only", "names", multiple=True, type=click.Choice(list(MEASURES)))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Results as JSON.")
def main(*, quick: bool, names: Sequence[str], out: Path | None) -> None:
    """Measure the product beside the floors and say whether it keeps its limits."""
    effort = QUICK if quick else FULL
    figures: list[Figure] = []
    for run in range(1, effort.runs + 1):
        for name in names or MEASURES:
            if run > 1 and name in ONCE:
                continue
            click.echo(f"run {run} of {effort.runs}: {name}", err=True)
            with tempfile.TemporaryDirectory(prefix="candour-perf-") as folder:
                figures += MEASURES[name](effort, Path(folder))
    summary = worst(figures)
    click.echo(table(summary))
    if out is not None:
        write(out, effort=effort, figures=figures)
    sys.exit(any(figure.strain > 1 for figure in summary))


if __name__ == "__main__":
    main()
