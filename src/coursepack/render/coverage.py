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
    """What a point may name (see the rule coverage-page): lessons and modules by id, cases, single pages."""
    site, root = rendering.site, rendering.root
    found = {key: PageLink(site.title(key), f"{root}{key}.html") for key in site.course.pages[site.lang] if "/" not in key}
    found |= {name: PageLink(getattr(case.title, site.lang), f"{root}cases/{name}.html") for name, case in site.course.cases.items()}
    for key, page in site.course.pages[site.lang].items():
        if page.front and page.front.id:
            found[page.front.id] = PageLink(page.front.title, f"{root}{key}.html")
    return found
