"""Templates such as people have, made of PowerPoint's plain one: each goes wrong in its own way."""

from io import BytesIO
from typing import Final
from zipfile import ZipFile

from PIL import Image
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Inches

NAVY, PALE = "14213D", ("F4E7E7", "FFF3C4", "E3F2FD", "EDE7F6", "F1F8E9")
CONTENT_TYPES: Final = "[Content_Types].xml"


def template(*without: str, slides: int = 0) -> Deck:
    """PowerPoint's plain template, which is narrower than the house's, without some layouts."""
    deck = Presentation()
    for layout in list(deck.slide_layouts):
        if layout.name in without:
            deck.slide_layouts.remove(layout)
    for _ in range(slides):
        deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "An old slide"
    return deck


def saved(deck: Deck) -> bytes:
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def layout(deck: Deck, name: str) -> SlideLayout:
    found = deck.slide_layouts.get_by_name(name)
    assert found is not None, name
    return found


def coloured(deck: Deck, **colours: str) -> Deck:
    """With other colours in its theme."""
    theme = deck.slide_master.part.part_related_by(RT.THEME)
    tree = parse_xml(theme.blob)
    for name, colour in colours.items():
        old = tree.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        old[:] = [parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour}"/>')]
    theme._blob = serialize_part_xml(tree)
    return deck


def mapped(deck: Deck, **names: str) -> Deck:
    """With other names for its colours, such as `bg1="dk1"`."""
    for name, colour in names.items():
        deck.slide_master._element.find(qn("p:clrMap")).set(name, colour)
    return deck


def dark() -> Deck:
    """Light text on navy, as a swapped map of colours makes it."""
    swapped = mapped(template(), bg1="dk1", tx1="lt1", bg2="dk2", tx2="lt2")
    return coloured(swapped, dk1=NAVY, dk2="0B1426", accent1="1F3A6E", accent2="243B55")


def pale() -> Deck:
    """Accents that cannot be seen on white, and text that hardly can."""
    accents = {f"accent{n}": colour for n, colour in enumerate(PALE, start=1)}
    return coloured(template(), dk1="B8B8B8", **accents)


def filled(deck: Deck, fill: str) -> Deck:
    """With a background of its master's own, such as `<a:solidFill>…`."""
    old = deck.slide_master._element.cSld.find(qn("p:bg"))
    old[:] = [parse_xml(f"<p:bgPr {nsdecls('p', 'a', 'r')}>{fill}<a:effectLst/></p:bgPr>")]
    return deck


def pictured(*bands: str) -> Deck:
    """A picture behind everything, in bands from the top; a busy one has bands of every shade."""
    picture = Image.new("RGB", (1, len(bands)))
    for n, band in enumerate(bands):
        picture.putpixel((0, n), tuple(bytes.fromhex(band)))
    file = BytesIO()
    picture.resize((64, 36), Image.Resampling.NEAREST).save(file, "PNG")
    deck = template()
    _, relation = deck.slide_master.part.get_or_add_image_part(file)
    stretched = "<a:stretch><a:fillRect/></a:stretch>"
    return filled(deck, f'<a:blipFill><a:blip r:embed="{relation}"/>{stretched}</a:blipFill>')


def with_shape(
    deck: Deck,
    name: str,
    place: tuple[int, int, int, int],
    fill: str = "<a:noFill/>",
    text: str = "",
) -> Deck:
    """With a shape on a layout, such as a band or a label; its place is in EMU."""
    left, top, width, height = place
    shape = (
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='78' name='Band'/><p:cNvSpPr/><p:nvPr/>"
        f"</p:nvSpPr><p:spPr><a:xfrm><a:off x='{left}' y='{top}'/>"
        f"<a:ext cx='{width}' cy='{height}'/></a:xfrm><a:prstGeom prst='rect'/>{fill}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:p>{f'<a:r><a:t>{text}</a:t></a:r>' if text else ''}</a:p>"
        "</p:txBody></p:sp>"
    )
    layout(deck, name)._element.cSld.spTree.insert(2, parse_xml(shape))
    return deck


def with_maps_of_layouts() -> Deck:
    """Layouts turn light and dark round, as for slides that part a deck."""
    names = ("bg2", "tx2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    swapped = {"bg1": "dk1", "tx1": "lt1"} | {n: n for n in names} | {"bg2": "dk2", "tx2": "lt2"}
    stated = " ".join(f'{name}="{of}"' for name, of in swapped.items())
    deck = coloured(template(), dk1=NAVY)
    for one in deck.slide_layouts:
        old = one._element.find(qn("p:clrMapOvr"))
        old[:] = [parse_xml(f"<a:overrideClrMapping {nsdecls('a')} {stated}/>")]
        ground = "<p:bgRef idx='1001'><a:schemeClr val='bg1'/></p:bgRef>"
        one._element.cSld.insert(0, parse_xml(f"<p:bg {nsdecls('p', 'a')}>{ground}</p:bg>"))
    return deck


def titled(left: float, top: float, width: float, height: float) -> Deck:
    """With the title of “Title Only” somewhere else, in inches."""
    deck = template()
    title = layout(deck, "Title Only").placeholders[0]
    title.left, title.top = Inches(left), Inches(top)
    title.width, title.height = Inches(width), Inches(height)
    return deck


def title_below() -> Deck:
    return titled(0.5, 5.6, 9, 1.2)


def title_beside() -> Deck:
    return titled(0.4, 0.4, 2.6, 6.4)


def with_text_for_content() -> Deck:
    """“Title and Content” takes text alone."""
    deck = template("Two Content", "Content with Caption", "Comparison")
    layout(deck, "Title and Content").placeholders[1]._element.ph.set("type", "body")
    return deck


def with_more_places() -> Deck:
    """A place for a picture or for words beside all that is needed, on every layout."""
    deck = template("Two Content", "Comparison", "Section Header", "Picture with Caption")
    more = {"Title Slide": "pic", "Title and Content": "body", "Title Only": "pic"}
    for name, kind in more.items():
        layout(deck, name)._element.cSld.spTree.append(parse_xml(_place(kind)))
    return deck


def _place(kind: str) -> str:
    return (
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='77' name='More'/><p:cNvSpPr/>"
        f"<p:nvPr><p:ph type='{kind}' idx='30' sz='quarter'/></p:nvPr></p:nvSpPr>"
        f"<p:spPr><a:xfrm><a:off x='7700000' y='100000'/><a:ext cx='900000' cy='150000'/></a:xfrm>"
        f"</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


def as_kind(deck: Deck, content_type: str) -> bytes:
    """The same parts, called a template (.potx), a show (.ppsx) or one with macros."""
    file = BytesIO()
    with ZipFile(BytesIO(saved(deck))) as old, ZipFile(file, "w") as new:
        for entry in old.infolist():
            raw = old.read(entry)
            if entry.filename == CONTENT_TYPES:
                raw = raw.replace(CT.PML_PRESENTATION_MAIN.encode(), content_type.encode())
            new.writestr(entry, raw)
    return file.getvalue()
