"""The project's documents as text and tables, for the tests that compare them with the code."""

import re
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1]
NOT_OURS = {".venv", ".git", ".pytest_cache"}
DOCUMENTS = sorted(
    path
    for path in PROJECT.rglob("*.md")
    if not NOT_OURS.intersection(path.relative_to(PROJECT).parts)
)
FENCE = re.compile(r"^```.*?^```", re.S | re.M)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
TABLE = re.compile(r"(?:^\|.*\|\n)+", re.M)

Row = list[str]


def text_of(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def prose(document: Path) -> str:
    return FENCE.sub("", document.read_text(encoding="utf-8"))


def examples(document: Path) -> str:
    """What stands between fences: commands and files."""
    return "\n".join(FENCE.findall(document.read_text(encoding="utf-8")))


def links(document: Path) -> list[str]:
    return LINK.findall(prose(document))


def anchors(document: Path) -> set[str]:
    """The fragments by which a document's headings can be linked to."""
    headings = re.findall(r"^#+ (.+)$", prose(document), re.M)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def tables(text: str) -> Iterator[list[Row]]:
    """The cells of every table, head first."""
    for block in TABLE.findall(text):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.split("\n")]
        yield [row for row in rows if "".join(row).strip("-: ")]


def table(name: str, *head: str) -> list[Row]:
    """The rows below the head of a document's one table that has this head."""
    (found,) = (rows[1:] for rows in tables(text_of(name)) if tuple(rows[0]) == head)
    return found
