"""An exam: rules for drawing a form from the question bank, never the questions themselves, so that it grows with the bank."""

from typing import Annotated

from pydantic import Field

from .question import Accepts
from .shape import Bilingual, Id, Level, Shape, Words


class Quota(Shape):
    """`count` questions on one of `objectives` (ids of objectives, or of lessons for all of theirs) at one of `levels` (none named: any)."""

    objectives: Annotated[tuple[Words, ...], Field(strict=False, min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(strict=False)] = ()
    count: Annotated[int, Field(ge=1, le=50)]


class Exam(Shape):
    """`unseen`: at least this share of a form is never asked in a lesson. `minutes`: the time limit where there is one."""

    id: Id
    title: Bilingual
    purpose: Bilingual
    pass_mark: Annotated[int, Field(ge=1, le=100)] = 80
    minutes: Annotated[int, Field(ge=1, le=300)] | None = None
    unseen: Annotated[float, Field(ge=0.5, le=1)] = 0.5
    certificate: bool = False
    draw: Annotated[tuple[Quota, ...], Field(strict=False, min_length=1)]
    accept: Accepts = {}

    @property
    def size(self) -> int:
        """Number of questions in a form."""
        return sum(quota.count for quota in self.draw)
