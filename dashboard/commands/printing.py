"""What commands print for programs."""

import json
import sys

import click


def print_json(value: object) -> None:
    """Print a value as JSON; in ASCII where the output is a code page without all characters."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "") if sys.stdout else ""
    click.echo(json.dumps(value, indent=2, ensure_ascii=encoding != "utf8"))
