"""What python-pptx has no words for, said in the XML of the format itself."""

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement


def child(parent: BaseOxmlElement, tag: str, **attributes: str) -> BaseOxmlElement:
    """Add an element, such as `a:solidFill`, at the end of another."""
    element: BaseOxmlElement = parent.makeelement(qn(tag), attributes)
    parent.append(element)
    return element


def emptied(element: BaseOxmlElement) -> BaseOxmlElement:
    for old in list(element):
        element.remove(old)
    return element


def found(parent: BaseOxmlElement, *path: str) -> BaseOxmlElement:
    """The element that a path of tags leads to; LookupError if there is none."""
    at: BaseOxmlElement | None = parent
    for tag in path:
        at = None if at is None else at.find(qn(tag))
    if at is None:
        raise LookupError(f"there is no {'/'.join(path)}")
    return at
