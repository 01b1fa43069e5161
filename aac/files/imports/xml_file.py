"""XML of another program: no document type, no entities, not too much of it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from aac.files.imports.limits import MARKS_LIMIT, XML_LIMIT
from aac.ports import BoardProblem


def xml_from(data: bytes) -> Element:
    """The root element.  Raises `BoardProblem`."""
    if len(data) > XML_LIMIT or data.count(b"<") > MARKS_LIMIT:
        raise BoardProblem("A part of the file is too large.")
    try:
        return fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise BoardProblem("The file holds definitions that Wren does not follow.") from None
    except (ParseError, ValueError, LookupError):  # the last: an encoding that is not known
        raise BoardProblem("A part of the file is damaged.") from None


def text_at(element: Element | None, path: str) -> str:
    """The text of the first element there, "" where there is none."""
    found = element.find(path) if element is not None else None
    return (found.text or "") if found is not None else ""
