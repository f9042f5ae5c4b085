"""Tables for small screens: cells know their column's name, roles keep the table a table when styles lay it out as cards."""

from unicodedata import east_asian_width
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PHONE = 46  # Latin letters that a phone shows side by side in a table; a Han character takes two
ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}


class TableExtension(Extension):
    """Gives tables class `table`, those too wide for a phone `table--wide`, those of sentences to say `table--say` too."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_TableTreeprocessor(md), "coursepack-tables", 4)


class _TableTreeprocessor(Treeprocessor):
    def run(self, root: Element) -> None:
        part = ""
        for element in root.iter():
            if element.tag == "h2":
                part = element.get("id", "")
            elif element.tag == "table":
                _mark(element, part)


def _mark(table: Element, part: str) -> None:
    for element in table.iter("th"):
        if not "".join(element.itertext()).strip():
            element.tag = "td"  # an empty corner is the header of nothing
    for element in table.iter():
        if element.tag in ROLES:
            element.set("role", ROLES[element.tag])
    head, *body = list(table.iter("tr"))
    names = ["".join(cell.itertext()).strip() for cell in head]
    rows = [list(row) for row in body]
    for row in rows:
        for name, cell in zip(names, row, strict=False):
            cell.set("data-label", name)
    wide = is_wide([names, *(["".join(cell.itertext()) for cell in row] for row in rows if row)])
    table.set("class", " ".join(["table", *["table--wide"] * wide, *["table--say"] * (part == "say")]))


def is_wide(rows: list[list[str]]) -> bool:
    """Whether a table, given row by row, is too wide for a phone."""
    return sum(max(map(_width, column)) for column in zip(*rows, strict=False)) > PHONE


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
