"""大纲里有一条没有哪一页教。课程照着大纲收学员的钱，每一条都得有地方学；漏掉的，讲师备课时才发现就晚了。

错误的写法：

    - {id: self-initiated, text: {zh: 启发客户自觉还款, en: Prompt payment}, pages: []}

改法：写上教它的课（或案例）的 id；还没有哪一课教，就补一课，或在合适的课里补一段。
---
A point of an outline is taught on no page. Learners were promised the whole outline; an instructor who finds the gap while preparing a class finds it too late.

Wrong:

    - {id: self-initiated, text: {zh: 启发客户自觉还款, en: Prompt payment}, pages: []}

Mend it: name the lessons or cases that teach it; if there is none, write one, or a part of one.
"""

from collections.abc import Iterator

from ..course import COVERAGE, Course
from ..model.coverage import Point
from ..problem import Problem, Text
from .data_texts import Path

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for path, point in points(course):
        if not point.pages:
            place = course.sources[COVERAGE].place(*path, "id")
            yield Problem(place, "coverage-gap", Text(f"大纲的“{point.text.zh}”没有哪一页教", f"no page teaches the point “{point.text.en}”"), Text("在 pages 里写上教它的课", "name the lessons that teach it under pages"))


def points(course: Course) -> Iterator[tuple[Path, Point]]:
    """Every point of every outline, with its path in the file."""
    for number, outline in enumerate(course.coverage.outlines if course.coverage else ()):
        for place, section in enumerate(outline.sections):
            for index, point in enumerate(section.points):
                yield ("outlines", number, "sections", place, "points", index), point
