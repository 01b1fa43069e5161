"""An SVG drawing with all that could harm taken out: scripts, references to anything outside,
entities, and references that multiply.

Qt's painter follows paths to files on the disk and draws what ``use`` repeats without counting:
ten in ten in ten … of them is a picture of 2 kB that takes an hour.  So the drawing is written anew
from the elements that are known, and refused where it would draw too much.  The limits are far
above what drawings of symbols have: the largest of 4,495 OpenMoji ones has 112 elements, 8 deep.
What multiplies through a style sheet is not counted; there the process is killed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.sax.saxutils import escape, quoteattr

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from aac.pictures.kinds import PictureProblem

DEEPEST = 200
MOST_ELEMENTS = 50_000
MOST_DRAWN = 100_000
MOST_ENTITIES = 64
LONGEST_ENTITY = 256
LARGEST_GROWTH = 1_000_000  # letters that entities may add

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

# Without scripts, filters, animation, foreign objects, fonts and links that are followed.
_KNOWN = frozenset((
    "svg", "g", "a", "defs", "symbol", "use", "switch", "style", "path", "rect", "circle",
    "ellipse", "line", "polyline", "polygon", "text", "tspan", "textArea", "image",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
))  # fmt: skip
_WITH_TEXT = frozenset(("text", "tspan", "textArea", "style"))
_INLINE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\s]+\Z")
_URL = re.compile(r"url\(\s*[\"']?\s*([^)\"']*)", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*(?:\[(.*?)\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]+)\s+(?:\"([^\"<&%]*)\"|'([^'<&%]*)')\s*>")
_REFERENCE = re.compile(r"&([A-Za-z_][\w.-]*);")
_XML_OWN = frozenset(("lt", "gt", "amp", "quot", "apos"))
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_CODING = re.compile(rb"encoding\s*=\s*[\"']([\w.:-]+)[\"']")


def clean_svg(content: bytes) -> bytes:
    """The same drawing, with nothing in it but drawing.  Raises `PictureProblem`."""
    root = _parsed(_without_entities(_text(content)))
    if _name(root) != "svg":
        raise PictureProblem("The picture is not a drawing that can be read.")
    _refuse_multiplied(root)
    return "".join(_written(root, top=True)).encode("utf-8")


def _text(content: bytes) -> str:
    """As text, by its mark or by what it says of itself."""
    for mark, coding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return content[len(mark) :].decode(coding, "replace")
    said = _CODING.search(content[:200])
    try:
        return content.decode(said.group(1).decode("ascii") if said else "utf-8", "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def _without_entities(text: str) -> str:
    """Short literal entities, as Adobe Illustrator writes them, are put in; then the document type
    goes.  References to any others leave nothing behind."""
    text = _DECLARATION.sub("", text, count=1)
    found = _DOCTYPE.search(text)
    if found is None:
        return text
    literal: dict[str, str] = {}
    for name, double, single in _ENTITY.findall(found.group(1) or ""):
        value = double or single
        if len(value) <= LONGEST_ENTITY and len(literal) < MOST_ENTITIES:
            literal.setdefault(name, value)
    text = text[: found.start()] + text[found.end() :]
    growth = 0

    def put_in(reference: re.Match[str]) -> str:
        nonlocal growth
        name = reference.group(1)
        if name in _XML_OWN:
            return reference.group()
        value = literal.get(name, "")
        growth += len(value)
        if growth > LARGEST_GROWTH:
            raise PictureProblem("The picture repeats too much to be drawn.")
        return value

    return _REFERENCE.sub(put_in, text)


class _Limited(TreeBuilder):
    """Builds no tree that is deeper or larger than a picture can be."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            raise PictureProblem("The picture has too many parts to be drawn.")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def _parsed(text: str) -> Element:
    parser = DefusedXMLParser(target=_Limited(), forbid_dtd=True)
    try:
        parser.feed(text)
        root = parser.close()
    except (ParseError, DefusedXmlException, ValueError):
        raise PictureProblem("The picture is damaged.") from None
    assert isinstance(root, Element)
    return root


def _name(element: Element) -> str:
    """The name of an SVG element; "" for one of another kind or one that is not known."""
    tag = element.tag if isinstance(element.tag, str) else ""
    name = tag.removeprefix(_SVG)
    return name if name in _KNOWN else ""


# ------------------------------------------------------------------------- what it draws


def _references(element: Element) -> Iterator[str]:
    """The ids that an element draws or paints with."""
    for key, value in element.attrib.items():
        if key in ("href", f"{_XLINK}href") and value.strip().startswith("#"):
            yield value.strip()[1:]
        yield from (url.strip()[1:] for url in _URL.findall(value) if url.strip().startswith("#"))


def _refuse_multiplied(root: Element) -> None:
    """Count what is drawn, each reference as often as it is followed.  A circle is refused too."""
    by_id = {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}
    known: dict[Element, int] = {}
    open_now: set[Element] = set()

    def drawn(element: Element) -> int:
        if element in known:
            return known[element]
        if element in open_now or len(open_now) > 2 * DEEPEST:
            raise PictureProblem("The picture refers to itself without end.")
        open_now.add(element)
        total = 1 + sum(drawn(child) for child in element)
        # Gradients refer to each other, and draw nothing.
        total += sum(drawn(by_id[name]) for name in _references(element) if name in by_id)
        open_now.discard(element)
        if total > MOST_DRAWN:
            raise PictureProblem("The picture has too many parts to be drawn.")
        known[element] = total
        return total

    drawn(root)


# ------------------------------------------------------------------------- written anew


def _written(element: Element, top: bool = False) -> Iterator[str]:
    name = _name(element)
    if not name:
        return
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in _attributes(name, element))
    yield f"{_HEAD if top else f'<{name}'}{attributes}>"
    texts = name in _WITH_TEXT
    if texts and element.text:
        yield escape(_style(element.text) if name == "style" else element.text)
    for child in element:
        yield from _written(child)
        if texts and child.tail:
            yield escape(child.tail)
    yield f"</{name}>"


def _attributes(name: str, element: Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        if key in ("href", f"{_XLINK}href"):
            inside = value.strip()
            if inside.startswith("#") or (name == "image" and _INLINE.match(inside)):
                yield "xlink:href", inside
        elif key.startswith("{") or ":" in key or key.lower().startswith("on"):
            continue
        elif _stays_inside(value):
            yield key, value


def _stays_inside(value: str) -> bool:
    """Whether all that a value refers to is in the same file."""
    return "\\" not in value and all(url.strip().startswith("#") for url in _URL.findall(value))


def _style(rules: str) -> str:
    """A style sheet that refers to nothing outside; signs written as numbers could hide it."""
    harmless = "@import" not in rules.lower() and _stays_inside(rules)
    return rules if harmless else ""
