"""The five kinds of question. What makes a question sound (one key, distinct options …) is the business of the rules."""

from typing import Annotated, Any, Literal

from pydantic import Field

from ..problem import Problem, Text
from ..yaml_source import Source
from .shape import Bilingual, Id, Level, ObjectiveId, ReferenceId, Shape, _missing_key, _not_in_list, read

Use = Literal["check", "exam", "review"]
Accepts = dict[str, str]


class Option(Shape):
    id: Id
    correct: bool = False
    text: Bilingual
    feedback: Bilingual


class Step(Shape):
    id: Id
    text: Bilingual


class Pair(Shape):
    id: Id
    left: Bilingual
    right: Bilingual


class Asked(Shape):
    """What every kind of question has."""

    id: Id
    objective: ObjectiveId
    level: Level
    use: Annotated[tuple[Use, ...], Field(strict=False, min_length=1)]
    prompt: Bilingual
    explanation: Bilingual
    red_line: ReferenceId | None = None
    accept: Accepts = {}


class Choice(Asked):
    """`single` has exactly one key, `multiple` one or more."""

    kind: Literal["single", "multiple"]
    options: Annotated[tuple[Option, ...], Field(strict=False)]

    @property
    def keys(self) -> tuple[str, ...]:
        """Ids of the right options, in the order of the file."""
        return tuple(option.id for option in self.options if option.correct)


class Numeric(Asked):
    """A number; right when it differs from `answer` by no more than `tolerance`, both in `unit`."""

    kind: Literal["numeric"]
    answer: float
    tolerance: float | None = None
    unit: Bilingual | None = None


class Ordering(Asked):
    """`steps` stand in the right order."""

    kind: Literal["ordering"]
    steps: Annotated[tuple[Step, ...], Field(strict=False)]


class Matching(Asked):
    """Each `left` belongs to its `right`; `distractors` belong to none."""

    kind: Literal["matching"]
    pairs: Annotated[tuple[Pair, ...], Field(strict=False)]
    distractors: Annotated[tuple[Step, ...], Field(strict=False)] = ()


Question = Choice | Numeric | Ordering | Matching
KINDS: dict[str, type[Choice] | type[Numeric] | type[Ordering] | type[Matching]] = {
    "single": Choice,
    "multiple": Choice,
    "numeric": Numeric,
    "ordering": Ordering,
    "matching": Matching,
}


def read_question(data: Any, source: Source, *path: str | int) -> tuple[Question | None, list[Problem]]:
    """One entry of `questions`, read as the kind that it names."""
    if not isinstance(data, dict):
        return None, [Problem(source.place(*path), "wrong-type", Text("一道题应是若干“键: 值”", "a question should be “key: value” lines"), Text("看看“- ”后面的缩进", "look at the indentation after “- ”"))]
    if "kind" not in data:
        return None, [_missing_key("kind", source, (*path, "kind"))]
    shape = KINDS.get(data["kind"]) if isinstance(data["kind"], str) else None
    if shape is None:
        return None, [_not_in_list("kind", data["kind"], ", ".join(KINDS), source, (*path, "kind"))]
    return read(shape, data, source, *path)
