"""What a course can be exported to: the one list of formats, each in a file of this folder. None of them touches MkDocs.

A format's module has `write(edition, folder, tick)`: it writes one language of the course into `folder`, never a half file,
calls `tick` for each question done, and gives what it wrote.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from ..course import Course
from ..problem import Lang
from ..render.site import Site
from .course_name import CourseName, course_name

FORMATS = {  # name on the command line → what it is, in both languages; the module bears the same name
    "anki": "Anki 卡片，给用 Anki 复习的人 · cards for people who review with Anki",
}
Tick = Callable[[], None]


class Refused(Exception):
    """There is nothing to export; the text says why, in both languages."""


class Written(NamedTuple):
    path: Path
    questions: int  # how many are in it


@dataclass(frozen=True)
class Edition:
    """One language of a course, and what it is called there."""

    site: Site
    name: CourseName

    @property
    def title(self) -> str:
        return self.name.titles[self.site.lang]


class Format(Protocol):
    def write(self, edition: Edition, folder: Path, tick: Tick) -> Written: ...


def export(course: Course, format: str, langs: Sequence[Lang], folder: Path, tick: Callable[[int], None]) -> list[Written]:
    """Writes these languages of a checked course; `tick` hears how many questions are done. Raises Refused and OSError."""
    module: Format = import_module(f".{format}", __package__)  # type: ignore[assignment]
    name, numbers = course_name(course.root), itertools.count(1)
    return [module.write(Edition(Site(course, lang), name), folder, lambda: tick(next(numbers))) for lang in langs]
