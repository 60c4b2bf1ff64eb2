"""The house's own template: wide, white, with the colours and the logo of the look."""

from io import BytesIO
from typing import Any, Final

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Inches, Pt

from dashboard.domain.look import Look
from dashboard.reports.palette import INK, MUTED, PANEL
from dashboard.reports.slides.element import child, emptied, found
from dashboard.reports.slides.layouts import Placeholder, placeholders, use_of
from dashboard.reports.slides.template import Ground, standing_on

WIDTH, HEIGHT = 12_192_000, 6_858_000
"""16 to 9, as PowerPoint has it."""
MARGIN: Final = Inches(0.65)
INNER: Final = WIDTH - 2 * MARGIN
KEPT: Final = ("Title Slide", "Title and Content", "Title Only")
HEADINGS, READING, CHINESE = "Georgia", "Calibri", "Microsoft YaHei"
"""Fonts that come with PowerPoint; where they are missing, programs have their own for them."""
LOGO: Final = Inches(0.6)
RULE_ID, LOGO_ID = 90, 91


def house_template(look: Look) -> Ground:
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _drop_layouts(deck)
    opening, content, bare = deck.slide_layouts
    _dress(deck.slide_master, look)
    for layout in deck.slide_layouts:
        _place(layout)
    _open_wide(opening)
    if look.logo:
        _add_logo(opening, look.logo, look.name)
    return standing_on(deck, use_of(opening), use_of(content), bare)


def _drop_layouts(deck: Deck) -> None:
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)


def _dress(master: SlideMaster, look: Look) -> None:
    """Colours and fonts go into the theme, so that whoever edits the deck finds them there."""
    theme = master.part.part_related_by(RT.THEME)
    tree = parse_xml(theme.blob)
    colours = {"dk1": INK, "lt1": "#FFFFFF", "dk2": look.accent, "lt2": PANEL, "hlink": look.accent}
    colours |= {f"accent{n + 1}": look.pillar(n) for n in range(5)}
    colours |= {"accent6": MUTED, "folHlink": MUTED}
    scheme = found(tree, "a:themeElements", "a:clrScheme")
    for name, colour in colours.items():
        child(emptied(found(scheme, f"a:{name}")), "a:srgbClr", val=colour[1:])
    for kind, latin in (("a:majorFont", HEADINGS), ("a:minorFont", READING)):
        fonts = found(tree, "a:themeElements", "a:fontScheme", kind)
        found(fonts, "a:latin").set("typeface", latin)
        found(fonts, "a:ea").set("typeface", CHINESE)
        for script in fonts.findall(qn("a:font")):
            if script.get("script") == "Hans":
                script.set("typeface", CHINESE)
    theme._blob = serialize_part_xml(tree)
    _style(master)
    _place(master)
    _decorate(master)


def _style(master: SlideMaster) -> None:
    """Titles to the left and smaller than PowerPoint's own, bullets with some air."""
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", "2800")
    title.find(qn("a:defRPr")).set("b", "1")
    for level, size in (("a:lvl1pPr", "2000"), ("a:lvl2pPr", "1800"), ("a:lvl3pPr", "1600")):
        styles.find(qn("p:bodyStyle")).find(qn(level)).find(qn("a:defRPr")).set("sz", size)


def _place(part: SlideMaster | SlideLayout) -> None:
    places = {
        "TITLE": (MARGIN, Inches(0.58), INNER, Inches(1.1)),
        "OBJECT": (MARGIN, Inches(1.8), INNER, Inches(4.95)),
        "BODY": (MARGIN, Inches(1.8), INNER, Inches(4.95)),
        "DATE": (MARGIN, Inches(8), Inches(1), Inches(0.3)),
        "FOOTER": (MARGIN, Inches(6.98), Inches(10.5), Inches(0.32)),
        "SLIDE_NUMBER": (WIDTH - MARGIN - Inches(1), Inches(6.98), Inches(1), Inches(0.32)),
    }
    for placeholder in placeholders(part):
        kind = placeholder.placeholder_format.type.name
        if kind == "DATE":
            placeholder._element.getparent().remove(placeholder._element)
        elif kind in places:
            left, top, width, height = places[kind]
            placeholder.left, placeholder.top = left, top
            placeholder.width, placeholder.height = width, height
            frame = placeholder.text_frame
            if kind == "TITLE":
                frame.vertical_anchor = MSO_ANCHOR.TOP
            if kind in {"FOOTER", "SLIDE_NUMBER"}:
                aside = PP_ALIGN.LEFT if kind == "FOOTER" else PP_ALIGN.RIGHT
                frame.paragraphs[0].alignment = aside
                frame.paragraphs[0].font.size = Pt(11)
                _align_list(placeholder, "l" if kind == "FOOTER" else "r")


def _align_list(placeholder: Placeholder, aside: str) -> None:
    """What slides inherit is the list style; programs do not all look further than the layout's."""
    style = placeholder._element.txBody.find(qn("a:lstStyle"))
    for old in list(style):
        style.remove(old)
    level = child(style, "a:lvl1pPr", algn=aside)
    letters = child(level, "a:defRPr", sz="1100")
    fill = child(letters, "a:solidFill")
    child(fill, "a:schemeClr", val="accent6")
    child(letters, "a:latin", typeface="+mn-lt")
    child(letters, "a:ea", typeface="+mn-ea")


def _decorate(master: SlideMaster) -> None:
    """A short rule in the accent above the title; python-pptx adds shapes to slides alone."""
    tree: Any = master.shapes._spTree
    place = (MARGIN + Inches(0.1), Inches(0.4), Inches(0.9), Inches(0.07))
    rule = tree.add_autoshape(RULE_ID, "Rule", "rect", *place)
    properties = rule.find(qn("p:spPr"))
    fill = child(properties, "a:solidFill")
    child(fill, "a:schemeClr", val="tx2")
    line = child(properties, "a:ln")
    child(line, "a:noFill")
    rule.remove(rule.find(qn("p:style")))
    tree.remove(rule)
    tree.insert(2, rule)


def _add_logo(opening: SlideLayout, logo: bytes, name: str) -> None:
    """The logo on the first slide, in its own proportions."""
    _, relation = opening.part.get_or_add_image_part(BytesIO(logo))
    image = opening.part.related_part(relation).image
    width, height = image.size
    scale = min(int(LOGO) / height, int(INNER) / width)
    wide, high = max(int(width * scale), 1), max(int(height * scale), 1)
    tree: Any = opening.shapes._spTree
    tree.add_pic(LOGO_ID, "Logo", name, relation, MARGIN + Inches(0.1), Inches(0.75), wide, high)


def _open_wide(opening: SlideLayout) -> None:
    """The first slide: the title lower and larger, the line below it muted."""
    for placeholder in placeholders(opening):
        kind = placeholder.placeholder_format.type.name
        if kind == "CENTER_TITLE":
            placeholder.left, placeholder.top = MARGIN, Inches(2.1)
            placeholder.width, placeholder.height = INNER, Inches(1.6)
            placeholder.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        elif kind == "SUBTITLE":
            placeholder.left, placeholder.top = MARGIN, Inches(3.85)
            placeholder.width, placeholder.height = INNER, Inches(1.6)
            for level in placeholder._element.iter(qn("a:lvl1pPr")):
                level.set("algn", "l")
                for colour in level.iter(qn("a:solidFill")):
                    for old in list(colour):
                        colour.remove(old)
                    child(colour, "a:schemeClr", val="accent6")
