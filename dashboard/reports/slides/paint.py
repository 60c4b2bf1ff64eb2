"""Which of a template's colours can be read where they are to stand; the nearest where one cannot.

Text needs 4.5:1 and marks, and large text, 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.domain.look import GRAPHIC, WRITING, contrast
from dashboard.reports.slides.area import Area
from dashboard.reports.slides.backdrop import Backdrop
from dashboard.reports.slides.shade import BLACK, WHITE, Scheme, Shade

ACCENTS: Final = ("accent1", "accent2", "accent3", "accent4", "accent5")
INKS: Final = ("tx1", "tx2", "bg1", "bg2")
LARGE: Final = 18
"""Points from which text counts as large."""
NEAR: Final = (
    (("lumMod", 75_000),),
    (("lumMod", 60_000), ("lumOff", 40_000)),
    (("lumMod", 50_000),),
    (("lumMod", 40_000), ("lumOff", 60_000)),
    (("lumMod", 20_000), ("lumOff", 80_000)),
    (("lumMod", 25_000),),
)
"""Darker and lighter, as PowerPoint offers them beside every colour of a theme."""
GREY: Final = ("satMod", 25_000)
LIGHTER: Final = tuple(
    (GREY, ("lumMod", share), ("lumOff", 100_000 - share)) for share in (50_000, 65_000, 75_000)
)
DARKER: Final = tuple((GREY, ("lumMod", share)) for share in (50_000, 65_000, 75_000))
"""Half way between a colour of text and its ground, and nearer to the text."""


@dataclass(frozen=True)
class Paint:
    """The colours of what a program is to draw at one place."""

    ink: Shade
    """Of text."""
    quiet: Shade
    """Of lines, and of bars that stand behind others in weight."""
    accents: tuple[Shade, ...]
    panel: Shade | None
    """To be laid under it, where what lies there is too busy for any text."""


def paint_at(backdrop: Backdrop, area: Area) -> Paint:
    scheme, grounds = backdrop.scheme, backdrop.behind(area)
    ink, panel = ink_on(scheme, grounds), None
    if ink is None:
        panel, ink = panel_of(scheme)
        grounds = (panel.seen,)
    dark_ink = contrast(ink.seen, WHITE) > contrast(ink.seen, BLACK)
    quieter = (ink.changed(*changes) for changes in (LIGHTER if dark_ink else DARKER))
    return Paint(
        ink,
        _first(quieter, grounds, GRAPHIC) or ink,
        tuple(_accent(scheme.shade(name), grounds) or ink for name in ACCENTS),
        panel,
    )


def ink_on(scheme: Scheme, grounds: Sequence[str], least: float = WRITING) -> Shade | None:
    """The theme's own colour for text, another one of the theme, or black or white."""
    named = [scheme.shade(name) for name in INKS if name in scheme.colours]
    return _first([*named, Shade(BLACK), Shade(WHITE)], grounds, least)


def panel_of(scheme: Scheme) -> tuple[Shade, Shade]:
    """An even ground to lay under a text, and the text's colour on it."""
    panel = scheme.shade("bg1")
    return panel, ink_on(scheme, (panel.seen,)) or Shade(BLACK)


def readable(colour: str, grounds: Sequence[str], least: float) -> bool:
    return all(contrast(colour, ground) >= least for ground in grounds)


def least_contrast(size: float) -> float:
    return GRAPHIC if size >= LARGE else WRITING


def best_on(scheme: Scheme, grounds: Sequence[str], least: float) -> Shade:
    """What can be read, else what can be read best."""
    found = ink_on(scheme, grounds, least)
    return found or max(
        (Shade(BLACK), Shade(WHITE)),
        key=lambda shade: min(contrast(shade.seen, ground) for ground in grounds),
    )


def _accent(accent: Shade, grounds: Sequence[str]) -> Shade | None:
    near = (accent.changed(*changes) for changes in NEAR)
    return _first([accent, *near], grounds, GRAPHIC)


def _first(shades: Iterable[Shade], grounds: Sequence[str], least: float) -> Shade | None:
    return next((one for one in shades if readable(one.seen, grounds, least)), None)
