"""keep 这一部分正好三条，每条以“- ”开头。三条能记住，五条记不住；打印的口袋卡也只留了三条的位置。

错误的写法：

    ## 记住 {#keep}

    - 先问申请。
    - 再看日期。

改法：补成三条，或合并成三条。
---
The part keep has exactly three points, each starting with “- ”. Three are remembered, five are not, and the printed pocket card has room for three.

Wrong:

    ## Keep {#keep}

    - Ask about the request.
    - Look at the date.

Mend it: add one, or merge what is too many.
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..model.lesson import Line, Page, is_lesson_key
from ..problem import Problem, Text
from .page_parts import section, whole

LEVEL = "error"
POINT = re.compile(r"[-*+] +\S")
WANTED = 3


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        lines = section(page, "keep") if is_lesson_key(page.key) and whole(page) else None
        if lines is not None:
            points = [line for line in lines if POINT.match(line.text)]
            if len(points) != WANTED:
                yield _problem(page, lines, points)


def _problem(page: Page, lines: tuple[Line, ...], points: list[Line]) -> Problem:
    line = (points[WANTED:] or points or [Line(lines[0].number - 1, "")] if lines else [page.lines[-1]])[0]
    length = max(len(line.text), 1)
    count = len(points)
    return Problem(page.place(line.number, 1, length), "lesson-keep", Text(f"keep 有 {count} 条，应有 {WANTED} 条", f"keep has {count} points; it should have {WANTED}"), Text("每条以“- ”开头，增减到三条", "start each with “- ” and make them three"), lang=page.lang)
