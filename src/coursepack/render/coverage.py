"""The fence `coverage`: point by point of the outlines, the pages that teach it."""

from typing import NamedTuple

from ..model.lesson import Fence
from .rendering import Rendering


class PageLink(NamedTuple):
    title: str
    url: str


def coverage(rendering: Rendering, group: list[Fence]) -> str:
    found, pages = rendering.site.course.coverage, _pages(rendering)
    if found is None:
        return ""
    points = [point for outline in found.outlines for section in outline.sections for point in section.points]
    taught = sum(bool(point.pages) for point in points)
    return rendering.keep(rendering.template("coverage", outlines=found.outlines, pages=pages, total=len(points), taught=taught))


def _pages(rendering: Rendering) -> dict[str, PageLink]:
    """Title and address of everything that a point may name."""
    site = rendering.site
    return {name: PageLink(site.title(key), f"{rendering.root}{key}.html") for name, key in site.course.named_pages(site.lang).items()}
