"""The minimal course made buildable with the real theme, and what tests say about built pages. No fixtures here."""

import os
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from unittest import mock

from coursepack import build

ROOT = Path(__file__).parents[1]
MINIMAL = Path(__file__).parent / "courses" / "minimal"
CONFIG = """\
INHERIT: {real}
site_name: small
docs_dir: docs/{lang}
theme:
  custom_dir: {overrides}
watch: []
"""
EMPTY = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "wbr"}


def copy_minimal(target: Path) -> Path:
    """A copy of the minimal course that builds like the real one: same theme, same plugins, both languages."""
    shutil.copytree(MINIMAL, target)
    for lang, name in build.CONFIGS.items():
        text = CONFIG.format(real=ROOT / name, lang=lang, overrides=ROOT / "overrides")
        (target / name).write_text(text, encoding="utf-8")
    return target


def build_course(root: Path, out: Path, checked: bool = True) -> Path:
    """Builds into `out`; unchecked, as if every rule had let the course pass."""
    with mock.patch.dict(os.environ, {} if checked else {build.CHECKED: "1"}):
        build.build(root, out)
    return out


class Element:
    """One start tag of a page: `name` and its attributes; `text` is what it holds, all the way down."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name, self.attributes, self.text = name, attributes, ""

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def has_class(self, name: str) -> bool:
        return name in (self.get("class") or "").split()


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag, attributes):
        element = Element(tag, {name: value or "" for name, value in attributes})
        self.found.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.found.append(Element(tag, {name: value or "" for name, value in attributes}))

    def handle_endtag(self, tag):
        names = [element.name for element in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data):
        for element in self.open:
            element.text += data


def elements(page: Path) -> list[Element]:
    """Every element of a built page, in order."""
    parser = _Elements()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


def built_pages(site: Path) -> Iterator[Path]:
    """Every page of a built site, 404 pages too."""
    yield from sorted(site.rglob("*.html"))


def squeeze(text: str) -> str:
    """Without white space, and without the zero-width spaces that search puts between Chinese words."""
    return "".join(text.split()).replace("\u200b", "")
