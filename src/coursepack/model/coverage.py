"""Which pages teach which point of the outlines that the course follows."""

from typing import Annotated

from pydantic import Field

from .shape import Bilingual, Id, Shape


class Point(Shape):
    """One point of an outline; `pages` are ids of lessons or cases, or names of pages such as `scripts` (the rule coverage-page holds them)."""

    id: Id
    text: Bilingual
    pages: Annotated[tuple[str, ...], Field(strict=False)] = ()


class OutlineSection(Shape):
    title: Bilingual
    points: Annotated[tuple[Point, ...], Field(strict=False, min_length=1)]


class Outline(Shape):
    id: Id
    title: Bilingual
    sections: Annotated[tuple[OutlineSection, ...], Field(strict=False, min_length=1)]


class Coverage(Shape):
    outlines: Annotated[tuple[Outline, ...], Field(strict=False)]
