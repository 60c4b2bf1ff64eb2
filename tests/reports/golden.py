"""What the reports of the worked brand say, word by word, in files that are read when they change.

`python -m tests.reports.golden` writes them anew; look at the difference before it is committed.
"""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from pptx import Presentation
from pptx.slide import Slide

from dashboard.domain.text import LANGS, Lang
from dashboard.reports.facts import Facts
from dashboard.reports.pdf.board import board_content
from dashboard.reports.slides import as_pptx
from tests.builders import worked_brand
from tests.reports.material import report

FOLDER: Final = Path(__file__).parent / "golden"
BEFORE: Final = {"VE1_1": 2, "ST1_1": 2, "DU3_1": 5, "ST2_1": 5}
UNSAID: Final = frozenset({"colour", "fill", "ink", "accent", "lang", "region", "id", "logo"})


def _report(lang: Lang) -> Facts:
    return Facts(report(before=worked_brand(**BEFORE), lang=lang, demo=True))


def _board(lang: Lang) -> Iterator[str]:
    return _words(board_content(_report(lang)))


def _words(part: object) -> Iterator[str]:
    """Every text of the page for the board, in the order in which the template finds them."""
    match part:
        case str():
            yield part
        case dict():
            for key, one in part.items():
                if key not in UNSAID:
                    yield from _words(one)
        case list() | tuple():
            for one in part:
                yield from _words(one)


def _slides(lang: Lang) -> Iterator[str]:
    deck = Presentation(BytesIO(as_pptx(_report(lang).report)))
    for n, slide in enumerate(deck.slides, start=1):
        yield f"# {n}"
        yield from _shapes(slide)
        if slide.has_notes_slide:
            yield f"notes: {slide.notes_slide.notes_text_frame.text}"


def _shapes(slide: Slide) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (" | ".join(cell.text for cell in row.cells) for row in shape.table.rows)
        if shape.has_chart:
            yield f"chart: {shape._element.nvGraphicFramePr.cNvPr.get('descr')}"


TEXTS: Final[Mapping[str, tuple[Callable[[Lang], Iterator[str]], Lang]]] = {
    f"{name}.{lang}.txt": (lines, lang)
    for lang in LANGS
    for name, lines in {"slides": _slides, "board": _board}.items()
}
"""By the names of the files, what reads out their lines."""


def text(name: str) -> str:
    """What should stand in the file."""
    lines, lang = TEXTS[name]
    return "\n".join(lines(lang)) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in TEXTS:
        (FOLDER / name).write_text(text(name), encoding="utf-8")


if __name__ == "__main__":
    main()
