"""Not a rule: what the rules about pages share: the parts of a page, and where its links lead."""

import re
from collections.abc import Iterator
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from ..model.lesson import Line, Link, Page
from ..text import did_you_mean

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")


def whole(page: Page) -> bool:
    """Whether there is front matter and every fence is closed: else little can be said about the page."""
    return page.first_line > 1 and all(fence.closed for fence in page.fences)


def section(page: Page, id_: str) -> tuple[Line, ...] | None:
    """The lines below the `##` heading with this id, down to the next one; None without such a heading."""
    headings = [heading for heading in page.headings if heading.level <= 2]
    for index, heading in enumerate(headings):
        if heading.id == id_:
            end = headings[index + 1].line if index + 1 < len(headings) else page.first_line + len(page.lines)
            return page.lines[heading.line + 1 - page.first_line : end - page.first_line]
    return None


def inside_links(page: Page, image: bool) -> Iterator[tuple[Link, str, str]]:
    """Links (or images) to the course itself, as (link, path from the course root, anchor); the path is empty for this page."""
    for link in page.links:
        if link.image == image and not SCHEME.match(unescape(link.target)):
            path, _, anchor = link.target.partition("#")
            path = unquote(path.partition("?")[0])
            yield link, normpath(join(dirname(page.file), path)) if path else "", unquote(anchor)


def nearest(path: str, files: list[str]) -> str | None:
    """The file that `path` probably means: the same letters in another case, else the same name elsewhere, else a similar name."""
    same = next((file for file in files if file.lower() == path.lower()), None)
    name = path.rsplit("/", 1)[-1]
    if same or name == "index.md":
        return same
    names = {file.rsplit("/", 1)[-1].rsplit(".", 1)[0]: file for file in reversed(files) if not file.endswith("/index.md")}
    near = did_you_mean(name.rsplit(".", 1)[0], names)
    return names[near] if near else None


def target_column(link: Link, page: Page) -> int:
    """Column of the target inside its link."""
    text = page.lines[link.line - page.first_line].text
    return max(text.find("](", link.column - 1) + 3, link.column) if link.target else link.column


def target_at(link: Link, page: Page) -> tuple[int, int, int]:
    """Line, column and length of a link's target."""
    return link.line, target_column(link, page), max(len(link.target), 1)


def relative(path: str, page: Page) -> str:
    """`path` (from the course root) as an author writes it on `page`."""
    here = dirname(page.file).split("/")
    there = path.split("/")
    while here and there[:-1] and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "/".join([".."] * len(here) + there)
