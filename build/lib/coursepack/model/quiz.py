"""A question file, and each question together with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field

from ..problem import Place, Problem
from ..yaml_source import Source
from .question import Accepts, Question, read_question
from .shape import Shape, read


class _QuizHead(Shape):
    questions: list
    accept: Accepts = {}


@dataclass(frozen=True)
class PlacedQuestion:
    """A question and its place: `question` is item `index` of the list in `source`."""

    question: Question
    source: Source
    index: int

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Where a part of the question stands, e.g. `place("options", 0, "text", "zh")`."""
        return self.source.place("questions", self.index, *path, key=key)


@dataclass(frozen=True)
class Quiz:
    """The questions of one lesson; `key` is `<module>/<n>-<lesson>`, the path without its ending."""

    key: str
    source: Source
    questions: tuple[PlacedQuestion, ...]
    accept: Accepts

    @property
    def owner(self) -> str:
        return self.source.file

    @cached_property
    def checks(self) -> tuple[PlacedQuestion, ...]:
        """The questions that the lesson itself asks."""
        return tuple(placed for placed in self.questions if "check" in placed.question.use)


def read_quiz(source: Source, key: str) -> tuple[Quiz, list[Problem]]:
    """A question file; questions that cannot be read are left out and reported."""
    head, problems = read(_QuizHead, source.data, source)
    raw = source.data.get("questions") if isinstance(source.data, dict) else None
    placed = []
    for index, data in enumerate(raw if isinstance(raw, list) else []):
        question, found = read_question(data, source, "questions", index)
        problems.extend(found)
        if question is not None:
            placed.append(PlacedQuestion(question, source, index))
    return Quiz(key, source, tuple(placed), head.accept if head else {}), problems


def texts(placed: PlacedQuestion) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Every text of a question as (path, language, text), for rules about wording."""
    yield from _texts((), placed.question)


def _texts(path: tuple[str | int, ...], part: object) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    if isinstance(part, Shape):
        if set(type(part).model_fields) == {"zh", "en"}:
            yield (*path, "zh"), "zh", part.zh  # type: ignore[attr-defined]
            yield (*path, "en"), "en", part.en  # type: ignore[attr-defined]
            return
        for name in type(part).model_fields:
            yield from _texts((*path, name), getattr(part, name))
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from _texts((*path, index), item)


class QuestionFile(Shape):
    """A question file as a whole, for its JSON Schema; reading goes question by question, so that all problems show."""

    questions: list[Annotated[Question, Field(discriminator="kind")]]
    accept: Accepts = {}
