"""Not a rule: every id that must be unique in the course, with where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from ..course import CASES, DATA, EXAMS, WORKSHEETS, WORKSHOPS, Course
from ..model.lesson import Page
from ..problem import LANGS, Place
from ..yaml_source import Source


class Identity(NamedTuple):
    """An id at `path` of `source`; ids of one `space` must differ."""

    space: str
    id: str
    source: Source
    path: tuple[str | int, ...]

    @property
    def place(self) -> Place:
        return self.source.place(*self.path)


def identities(course: Course) -> Iterator[Identity]:
    """Ids of lessons, pages, objectives, worksheets, exams, workshops, cases, scripts and questions (one space), of terms, and of facts."""
    for page in _pages(course):
        yield from _of_page(page)
    for _, source, id_ in named_files(course):
        yield Identity("course", id_, source, ("id",))
    for placed in course.questions:
        yield Identity("course", placed.question.id, placed.source, ("questions", placed.index, "id"))
    for script, source, index in course.placed_scripts():
        yield Identity("course", script.id, source, ("scripts", index, "id"))
    if course.glossary:
        source = course.sources[f"{DATA}/glossary.yml"]
        for index, term in enumerate(course.glossary.terms):
            yield Identity("term", term.id, source, ("terms", index, "id"))
    if course.references:
        source = course.sources[f"{DATA}/references.yml"]
        for index, reference in enumerate(course.references.references):
            yield Identity("fact", reference.id, source, ("references", index, "id"))


def _pages(course: Course) -> Iterator[Page]:
    """Each page once: the editions share their ids."""
    seen = set()
    for lang in LANGS:
        for key, page in course.pages[lang].items():
            if key not in seen and page.front is not None:
                seen.add(key)
                yield page


def _of_page(page: Page) -> Iterator[Identity]:
    if page.front and page.front.id:
        yield Identity("course", page.front.id, page.source, ("id",))
    for index, objective in enumerate(page.lesson.objectives if page.lesson else ()):
        yield Identity("course", objective.id, page.source, ("objectives", index, "id"))


def named_files(course: Course) -> Iterator[tuple[str, Source, str]]:
    """Worksheets, exams, workshops and cases as (name of the file, or of a case's folder; the file; the id in it)."""
    ids: dict[str, dict[str, str]] = {
        f"{WORKSHEETS}/{{}}.yml": {name: item.id for name, item in course.worksheets.items()},
        f"{EXAMS}/{{}}.yml": {name: item.id for name, item in course.exams.items()},
        f"{WORKSHOPS}/{{}}.yml": {name: item.id for name, item in course.workshops.items()},
        f"{CASES}/{{}}/case.yml": {name: item.id for name, item in course.cases.items()},
    }
    for path, found in ids.items():
        yield from _with_source(course, path, found)


def role_play_files(course: Course) -> Iterator[tuple[str, Source, str]]:
    """Role plays, which share the id of their case, in the same shape."""
    yield from _with_source(course, f"{CASES}/{{}}/role_play.yml", {name: item.id for name, item in course.role_plays.items()})


def _with_source(course: Course, path: str, ids: dict[str, str]) -> Iterator[tuple[str, Source, str]]:
    for name, id_ in ids.items():
        source = course.sources.get(path.format(name))
        if source:
            yield name, source, id_
