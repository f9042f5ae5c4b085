"""Not a rule: the SVG files of the course, read once without resolving anything; a file with a DTD or entities is not parsed at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from ..course import Course
from ..problem import Place, Problem
from ..yaml_source import decode

FORBIDDEN = re.compile(r"<!DOCTYPE|<!ENTITY|<!\[CDATA\[|<\?(?!xml\s)[^\s?>]*", re.IGNORECASE)


class Tag(NamedTuple):
    """A start tag: its attributes, and where it starts in the text."""

    name: str
    attributes: dict[str, str]
    start: int


@dataclass
class Picture:
    file: str
    text: str = ""
    tags: list[Tag] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)  # of encoding and size
    broken: expat.ExpatError | None = None
    forbidden: tuple[Place, str] | None = None

    def place(self, tag: Tag, word: str) -> Place:
        """Where `word` stands inside a start tag."""
        end = self.text.find(">", tag.start)
        found = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(self.text, tag.start, end if end > 0 else len(self.text))
        return self.at(found.start() if found else tag.start, len(word))

    def at(self, index: int, length: int) -> Place:
        return Place(self.file, self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index), length)


@lru_cache(maxsize=1)
def pictures(course: Course) -> tuple[Picture, ...]:
    return tuple(_read(course, file) for file in course.files if file.startswith("docs/") and file.endswith(".svg"))


def _read(course: Course, file: str) -> Picture:
    picture = Picture(file)
    try:
        raw = (course.root / file).read_bytes()
    except OSError:
        return picture
    picture.text, picture.problems = decode(raw, file)
    forbidden = FORBIDDEN.search(picture.text)
    if forbidden:
        picture.forbidden = picture.at(forbidden.start(), len(forbidden.group())), forbidden.group()
    elif not picture.problems:
        _parse(picture)
    return picture


def _parse(picture: Picture) -> None:
    parser = expat.ParserCreate()
    data = re.sub(r"^\s*<\?xml[^>]*\?>", lambda match: " " * len(match.group()), picture.text).encode()
    starts: list[tuple[str, dict[str, str], int]] = []
    parser.StartElementHandler = lambda name, attributes: starts.append((name, attributes, parser.CurrentByteIndex))
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        picture.broken = error
        return
    picture.tags.extend(_tags(starts, data))


def _tags(starts: list[tuple[str, dict[str, str], int]], data: bytes) -> Iterator[Tag]:
    """Byte positions become positions in the text, in one walk."""
    done = characters = 0
    for name, attributes, index in starts:
        characters += len(data[done:index].decode())
        done = index
        yield Tag(name, attributes, characters)
